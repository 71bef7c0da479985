//! Days counted from today: `hier`, `il y a deux semaines`, `in 3 days`.

use chrono::NaiveDate;

use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::{Period, Unit};

/// Reads a day counted from today; `None` when the text is not of that form.
pub(super) fn read(words: &str, today: NaiveDate) -> Option<NaiveDate> {
    let period = match words {
        "today" | "aujourd'hui" | "aujourdhui" | "ce jour" => Period::days(0),
        "yesterday" | "hier" => Period::days(-1),
        "tomorrow" | "demain" => Period::days(1),
        "avant-hier" | "avant hier" | "day before yesterday" | "the day before yesterday" => {
            Period::days(-2)
        }
        "apres-demain" | "apres demain" | "day after tomorrow" | "the day after tomorrow" => {
            Period::days(2)
        }
        _ => counted(words)?,
    };
    Some(period.end_after(today, &Holidays::default()))
}

fn counted(words: &str) -> Option<Period> {
    let ahead = words
        .strip_prefix("dans ")
        .or_else(|| words.strip_prefix("in "));
    let back = words
        .strip_prefix("il y a ")
        .or_else(|| words.strip_suffix(" ago"));
    let (sign, amount) = match (ahead, back) {
        (Some(amount), None) => (1, amount),
        (None, Some(amount)) => (-1, amount),
        _ => return None,
    };
    let (count, unit) = amount.split_once(' ')?;
    let count = number(count)?;
    let (factor, unit) = match unit {
        "jour" | "jours" | "day" | "days" => (1, Unit::Days),
        "semaine" | "semaines" | "week" | "weeks" => (7, Unit::Days),
        "mois" | "month" | "months" => (1, Unit::Months),
        "an" | "ans" | "annee" | "annees" | "year" | "years" => (1, Unit::Years),
        _ => return None,
    };
    Some(Period {
        count: sign * count * factor,
        unit,
    })
}

/// Reads a number up to 9999, or a word up to ten.
fn number(word: &str) -> Option<i32> {
    if (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok();
    }
    Some(match word {
        "un" | "une" | "a" | "an" | "one" => 1,
        "deux" | "two" => 2,
        "trois" | "three" => 3,
        "quatre" | "four" => 4,
        "cinq" | "five" => 5,
        "six" => 6,
        "sept" | "seven" => 7,
        "huit" | "eight" => 8,
        "neuf" | "nine" => 9,
        "dix" | "ten" => 10,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::read_date;
    use super::*;
    use crate::domain::language::Language;

    #[track_caller]
    fn assert_reads(expected: &str, texts: &[&str]) {
        let today = "2026-11-20".parse().unwrap();
        for text in texts {
            for language in Language::ALL {
                let read = read_date(text, *language, today);
                assert_eq!(read, Ok(expected.parse().unwrap()), "{text}");
            }
        }
    }

    #[test]
    fn named_days_are_read() {
        assert_reads("2026-11-20", &["today", "Aujourd’hui", "aujourd'hui"]);
        assert_reads("2026-11-19", &["yesterday", "hier", "HIER"]);
        assert_reads("2026-11-18", &["avant-hier", "day before yesterday"]);
        assert_reads("2026-11-21", &["tomorrow", "demain"]);
        assert_reads("2026-11-22", &["après-demain"]);
    }

    #[test]
    fn counts_back_and_ahead_are_read() {
        assert_reads(
            "2026-11-17",
            &[
                "il y a 3 jours",
                "il y a trois jours",
                "3 days ago",
                "three days ago",
            ],
        );
        assert_reads("2026-11-06", &["il y a deux semaines", "2 weeks ago"]);
        assert_reads("2026-11-13", &["il y a une semaine", "a week ago"]);
        assert_reads("2026-10-20", &["il y a un mois", "a month ago"]);
        assert_reads("2025-11-20", &["il y a 1 an", "a year ago"]);
        assert_reads("2026-11-23", &["dans 3 jours", "in 3 days"]);
        assert_reads("2026-11-30", &["dans dix jours", "in ten days"]);
    }

    #[test]
    fn a_month_back_from_a_long_one_ends_on_its_last_day() {
        let today = "2026-03-31".parse().unwrap();
        assert_eq!(read("il y a un mois", today), "2026-02-28".parse().ok());
    }

    #[test]
    fn other_counts_are_not_read() {
        let today = "2026-11-20".parse().unwrap();
        for text in [
            "dans",
            "dans 3",
            "3 days",
            "in 3 days ago",
            "il y a 99999 jours",
            "il y a onze jours",
        ] {
            assert_eq!(read(text, today), None, "{text}");
        }
    }
}
