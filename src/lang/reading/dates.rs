//! One day, however it is typed.

use chrono::{Datelike, NaiveDate};

use super::error::ReadError;
use super::{folded, numeric, relative, spelled};
use crate::domain::language::Language;

/// The years that a claim can be about.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Longer texts are no dates; this keeps a pasted page from being searched for one.
const LONGEST: usize = 80;

/// Reads a day: ISO, as people write it in their language, or counted from today.
///
/// Words of both languages are understood in both; the language decides only how figures are read: in French the day
/// comes first, in English `03/04/2026` is refused.
///
/// # Errors
/// When the text is no date, names no day of the calendar, lies outside 1900 to 2200, or could mean two days.
pub fn read_date(text: &str, language: Language, today: NaiveDate) -> Result<NaiveDate, ReadError> {
    let typed = text.trim();
    if typed.len() > LONGEST {
        return Err(ReadError::NotADate(typed.to_owned()));
    }
    let words = folded(typed);
    let day = relative::read(&words, today)
        .map(Ok)
        .or_else(|| numeric::read(&words, typed, language, today))
        .or_else(|| spelled::read(&words, typed, today))
        .unwrap_or_else(|| Err(ReadError::NotADate(typed.to_owned())))?;
    if YEARS.contains(&day.year()) {
        Ok(day)
    } else {
        Err(ReadError::FarYear(typed.to_owned()))
    }
}

/// Makes a day of figures. A year of two digits is refused: it could be of any century.
pub(super) fn checked(
    year: &str,
    month: u32,
    day: u32,
    typed: &str,
) -> Result<NaiveDate, ReadError> {
    if year.len() <= 2 {
        return Err(ReadError::TwoDigitYear(typed.to_owned()));
    }
    let year: i32 = year
        .parse()
        .map_err(|_| ReadError::NotADate(typed.to_owned()))?;
    if !YEARS.contains(&year) {
        return Err(ReadError::FarYear(typed.to_owned()));
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| ReadError::NoSuchDay(typed.to_owned()))
}

/// The error for a day without a year: it names the latest such day that is not after today.
pub(super) fn without_year(month: u32, day: u32, typed: &str, today: NaiveDate) -> ReadError {
    // Eight years hold a 29 February, whatever the year.
    let latest = (0..=8)
        .filter_map(|back| NaiveDate::from_ymd_opt(today.year() - back, month, day))
        .find(|found| *found <= today);
    match latest {
        Some(latest) => ReadError::NoYear(typed.to_owned(), latest),
        None => ReadError::NoSuchDay(typed.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};
    use chrono::Weekday;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn read(text: &str, language: Language) -> Result<NaiveDate, ReadError> {
        read_date(text, language, day("2026-11-20"))
    }

    #[track_caller]
    fn assert_reads(language: Language, expected: &str, texts: &[&str]) {
        for text in texts {
            assert_eq!(read(text, language), Ok(day(expected)), "{text}");
        }
    }

    #[test]
    fn iso_is_read_in_every_language() {
        for language in Language::ALL {
            assert_reads(
                *language,
                "2026-11-20",
                &["2026-11-20", " 2026-11-20 ", "2026/11/20"],
            );
        }
    }

    #[test]
    fn french_dates_are_read_as_french_people_write_them() {
        assert_reads(
            French,
            "2026-11-20",
            &[
                "20/11/2026",
                "20.11.2026",
                "20-11-2026",
                "20 / 11 / 2026",
                "20 nov. 2026",
                "20 nov 2026",
                "20 novembre 2026",
                "20 NOVEMBRE 2026",
                "le 20 novembre 2026",
                "vendredi 20 novembre 2026",
                "ven. 20 nov. 2026",
            ],
        );
        assert_reads(
            French,
            "2026-03-01",
            &["1er mars 2026", "1 mars 2026", "01/03/2026", "1/3/2026"],
        );
        assert_reads(
            French,
            "2025-08-31",
            &["31 août 2025", "31 aout 2025", "31 AOÛT 2025"],
        );
        assert_reads(French, "2026-04-03", &["03/04/2026"]);
        assert_reads(French, "2026-03-03", &["mar. 3 mars 2026"]);
    }

    #[test]
    fn english_dates_are_read_as_english_people_write_them() {
        assert_reads(
            English,
            "2026-11-20",
            &[
                "20 November 2026",
                "20th November 2026",
                "20th of November, 2026",
                "Nov 20, 2026",
                "November 20 2026",
                "Friday, November 20th, 2026",
                "20-Nov-2026",
                "20/11/2026",
                "11/20/2026",
            ],
        );
        assert_reads(English, "2026-03-03", &["03/03/2026", "Mar 3, 2026"]);
    }

    #[test]
    fn figures_that_could_be_swapped_are_refused_in_english() {
        assert_eq!(
            read("03/04/2026", English),
            Err(ReadError::Ambiguous(
                "03/04/2026".to_owned(),
                day("2026-04-03"),
                day("2026-03-04")
            ))
        );
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "31/02/2026",
            "29/02/2026",
            "2026-02-30",
            "31 avril 2026",
            "0/1/2026",
            "20/13/2026",
            "11/20/2026",
        ] {
            assert_eq!(
                read(text, French),
                Err(ReadError::NoSuchDay(text.to_owned())),
                "{text}"
            );
        }
        assert_eq!(
            read("30/31/2026", English),
            Err(ReadError::NoSuchDay("30/31/2026".to_owned()))
        );
        assert_reads(French, "2024-02-29", &["29/02/2024"]);
    }

    #[test]
    fn a_year_is_needed_and_needs_four_digits() {
        for text in ["20/11/26", "20 novembre 26"] {
            assert_eq!(
                read(text, French),
                Err(ReadError::TwoDigitYear(text.to_owned()))
            );
        }
        for (text, latest) in [
            ("20 novembre", "2026-11-20"),
            ("20/11", "2026-11-20"),
            ("21/11", "2025-11-21"),
            ("29 février", "2024-02-29"),
        ] {
            assert_eq!(
                read(text, French),
                Err(ReadError::NoYear(text.to_owned(), day(latest)))
            );
        }
        assert_eq!(
            read("November 21", English),
            Err(ReadError::NoYear(
                "November 21".to_owned(),
                day("2025-11-21")
            ))
        );
        assert_eq!(
            read("31 février", French),
            Err(ReadError::NoSuchDay("31 février".to_owned()))
        );
    }

    #[test]
    fn a_year_far_away_is_refused() {
        for text in ["20/11/1899", "2201-01-01", "1 mars 20266", "il y a 900 ans"] {
            assert_eq!(
                read(text, French),
                Err(ReadError::FarYear(text.to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn a_weekday_must_be_that_of_the_day() {
        assert_eq!(
            read("lundi 20 novembre 2026", French),
            Err(ReadError::WrongWeekday(
                "lundi 20 novembre 2026".to_owned(),
                day("2026-11-20"),
                Weekday::Fri
            ))
        );
    }

    #[test]
    fn anything_else_is_no_date() {
        for text in [
            "",
            "demain matin",
            "20",
            "lundi",
            "03/04",
            "novembre 2026",
            "20//11/2026",
            "1/2/3/4",
            "20/11-2026",
            "vingt novembre 2026",
            "2026-11-20T14:30",
            "--",
            "99999999999999999999/1/1",
        ] {
            assert!(
                !matches!(read(text, English), Ok(_) | Err(ReadError::FarYear(_))),
                "{text}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*|[0-9 /.-]{0,14}|(il y a|dans|in) [0-9]{0,22} (jours|days ago|mois|ans|days)") {
            for language in Language::ALL {
                let _ = read(&text, *language);
            }
        }

        #[test]
        fn every_way_of_writing_a_day_is_read_back(days in 0_i32..36_000) {
            use crate::lang::typography;
            let written = NaiveDate::from_num_days_from_ce_opt(days + 693_700).unwrap();
            for language in Language::ALL {
                for text in [
                    typography::date(written, *language),
                    typography::short_date(written, *language),
                    typography::day_with_weekday(written, *language),
                ] {
                    prop_assert_eq!(read(&text, *language), Ok(written));
                }
            }
        }
    }
}
