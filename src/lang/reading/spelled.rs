//! Dates with the month in letters: `1er mars 2026`, `Nov 20, 2026`, `vendredi 20 nov. 2026`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::dates::{checked, without_year};
use super::error::ReadError;

/// Reads a date with the month in letters; `None` when the text is not of that form.
pub(super) fn read(
    words: &str,
    typed: &str,
    today: NaiveDate,
) -> Option<Result<NaiveDate, ReadError>> {
    let parts: Vec<&str> = words
        .split([' ', ',', '-'])
        .map(|part| part.trim_end_matches('.'))
        .filter(|part| !matches!(*part, "" | "le" | "the" | "of" | "on"))
        .collect();
    // `mar` is March or mardi: it is a weekday only where the rest is a date.
    if let Some(found) = day_month_year(&parts, typed, today) {
        return Some(found);
    }
    let (first, rest) = parts.split_first()?;
    let weekday = weekday_of(first)?;
    Some(match day_month_year(rest, typed, today)? {
        Ok(day) if day.weekday() != weekday => Err(ReadError::WrongWeekday(
            typed.to_owned(),
            day,
            day.weekday(),
        )),
        found => found,
    })
}

fn day_month_year(
    parts: &[&str],
    typed: &str,
    today: NaiveDate,
) -> Option<Result<NaiveDate, ReadError>> {
    let (first, second, year) = match parts {
        [first, second] => (first, second, None),
        [first, second, year] => (first, second, Some(*year)),
        _ => return None,
    };
    let (day, month) = match (day_number(first), month_number(second)) {
        (Some(day), Some(month)) => (day, month),
        _ => (day_number(second)?, month_number(first)?),
    };
    let Some(year) = year else {
        return Some(Err(without_year(month, day, typed, today)));
    };
    let is_year = year.len() <= 5 && year.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| checked(year, month, day, typed))
}

/// Reads `20`, `1er`, `20th`.
fn day_number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = &word[digits.len()..];
    let is_day = matches!(digits.len(), 1 | 2)
        && matches!(ending, "" | "er" | "st" | "nd" | "rd" | "th")
        && digits.bytes().all(|b| b.is_ascii_digit());
    is_day.then(|| digits.parse().ok()).flatten()
}

/// Months of both languages, without accents, and their usual short forms.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "jan", "january"],
    &["fevrier", "fevr", "fev", "february", "feb"],
    &["mars", "march", "mar"],
    &["avril", "avr", "april", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "juil", "july", "jul"],
    &["aout", "august", "aug"],
    &["septembre", "september", "sept", "sep"],
    &["octobre", "october", "oct"],
    &["novembre", "november", "nov"],
    &["decembre", "december", "dec"],
];

fn month_number(word: &str) -> Option<u32> {
    let index = MONTHS.iter().position(|names| names.contains(&word))?;
    u32::try_from(index).ok().map(|index| index + 1)
}

fn weekday_of(word: &str) -> Option<Weekday> {
    Some(match word {
        "lundi" | "lun" | "monday" | "mon" => Weekday::Mon,
        "mardi" | "mar" | "tuesday" | "tue" | "tues" => Weekday::Tue,
        "mercredi" | "mer" | "wednesday" | "wed" => Weekday::Wed,
        "jeudi" | "jeu" | "thursday" | "thu" | "thur" | "thurs" => Weekday::Thu,
        "vendredi" | "ven" | "friday" | "fri" => Weekday::Fri,
        "samedi" | "sam" | "saturday" | "sat" => Weekday::Sat,
        "dimanche" | "dim" | "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    })
}
