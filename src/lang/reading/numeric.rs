//! Dates in figures alone: `2026-11-20`, `20/11/2026`, `20.11`.

use chrono::NaiveDate;

use super::dates::{checked, without_year};
use super::error::ReadError;
use crate::domain::language::Language;

/// Reads a date in figures; `None` when the text is not of that form.
pub(super) fn read(
    words: &str,
    typed: &str,
    language: Language,
    today: NaiveDate,
) -> Option<Result<NaiveDate, ReadError>> {
    let figures: String = words.chars().filter(|c| *c != ' ').collect();
    let mark = figures.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    // Spaces are allowed around the marks, not inside a number.
    if words.split(mark).any(|part| part.trim().contains(' ')) {
        return None;
    }
    let parts: Vec<&str> = figures.split(mark).collect();
    let all_digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(|part| all_digits(part) && part.len() <= 5) {
        return None;
    }
    let small = |part: &str| part.parse::<u32>().unwrap_or(0);
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            Some(checked(year, small(month), small(day), typed))
        }
        [first, second, year] if first.len() <= 2 && second.len() <= 2 => Some(day_and_month(
            small(first),
            small(second),
            year,
            typed,
            language,
        )),
        [first, second] if first.len() <= 2 && second.len() <= 2 => match language {
            Language::French => Some(Err(without_year(small(second), small(first), typed, today))),
            Language::English => None,
        },
        _ => None,
    }
}

fn day_and_month(
    first: u32,
    second: u32,
    year: &str,
    typed: &str,
    language: Language,
) -> Result<NaiveDate, ReadError> {
    let day_first = checked(year, second, first, typed);
    if language == Language::French {
        return day_first;
    }
    match (day_first, checked(year, first, second, typed)) {
        (Ok(one), Ok(other)) if one != other => {
            Err(ReadError::Ambiguous(typed.to_owned(), one, other))
        }
        (Ok(day), _) | (Err(_), Ok(day)) => Ok(day),
        (Err(error), Err(_)) => Err(error),
    }
}
