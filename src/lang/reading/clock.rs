//! A day and an hour: `2026-11-20T14:30`, `20/11/2026 14h30`.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::error::ReadError;
use super::{folded, read_date};
use crate::domain::language::Language;

/// Reads a day and an hour, in the user's own time.
///
/// # Errors
/// When the day cannot be read (see [`read_date`]) or the hour is missing or is none.
pub fn read_instant(
    text: &str,
    language: Language,
    today: NaiveDate,
) -> Result<NaiveDateTime, ReadError> {
    let typed = text.trim();
    let wrong = || ReadError::NotAnInstant(typed.to_owned());
    let (day, hour) = split(typed).ok_or_else(wrong)?;
    let at = hour_of(&folded(hour)).ok_or_else(wrong)?;
    Ok(read_date(day, language, today)?.and_time(at))
}

/// Splits at the last space, or at the `T` of an ISO instant.
fn split(typed: &str) -> Option<(&str, &str)> {
    if let Some((day, hour)) = typed.split_once(['T', 't'])
        && day.len() == 10
        && day.bytes().all(|b| b.is_ascii_digit() || b == b'-')
    {
        return Some((day, hour));
    }
    // `14 h 30` is how typographers write it, with no-break spaces or plain ones.
    let at_sign = typed.rfind(" à ").map(|at| (at, " à ".len()));
    let at_word = typed.rfind(" at ").map(|at| (at, " at ".len()));
    let (at, width) = match at_sign.or(at_word) {
        Some(found) => found,
        None => {
            let at = typed.rfind(' ')?;
            (at, 1)
        }
    };
    Some((&typed[..at], &typed[at + width..]))
}

/// Reads `14:30`, `14:30:00`, `14h30`, `14 h 30`, `14h`.
fn hour_of(text: &str) -> Option<NaiveTime> {
    let text: String = text.chars().filter(|c| *c != ' ').collect();
    let (hour, rest) = text.split_once([':', 'h'])?;
    let (minute, second) = match rest.split_once(':') {
        Some((minute, second)) => (minute, second),
        None => (rest, "0"),
    };
    let minute = if minute.is_empty() && text.ends_with('h') {
        "0"
    } else {
        minute
    };
    NaiveTime::from_hms_opt(figure(hour)?, figure(minute)?, figure(second)?)
}

fn figure(text: &str) -> Option<u32> {
    let is_figure = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    is_figure.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::typography;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        "2026-11-20".parse().unwrap()
    }

    #[test]
    fn the_usual_ways_are_read() {
        let expected: NaiveDateTime = "2026-11-20T14:30:00".parse().unwrap();
        for text in [
            "2026-11-20T14:30",
            "2026-11-20 14:30",
            "2026-11-20T14:30:00",
            "20/11/2026 14h30",
            "20/11/2026 à 14h30",
            "20 novembre 2026 à 14 h 30",
            "aujourd’hui à 14h30",
            "aujourd’hui 14:30",
        ] {
            assert_eq!(
                read_instant(text, Language::French, today()),
                Ok(expected),
                "{text}"
            );
        }
        let text = "20 November 2026 at 14:30";
        assert_eq!(read_instant(text, Language::English, today()), Ok(expected));
    }

    #[test]
    fn what_is_written_can_be_read_again() {
        for at in [
            NaiveTime::from_hms_opt(9, 0, 0),
            NaiveTime::from_hms_opt(23, 59, 0),
        ] {
            let at = at.unwrap();
            for language in Language::ALL {
                let text = typography::instant(today(), at, *language);
                assert_eq!(
                    read_instant(&text, *language, today()),
                    Ok(today().and_time(at)),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn a_wrong_hour_or_none_is_refused() {
        for text in [
            "2026-11-20",
            "2026-11-20 24:00",
            "2026-11-20 14:60",
            "2026-11-20T14:30Z",
            "2026-11-20 14",
            "",
            "14h30",
        ] {
            assert_eq!(
                read_instant(text, Language::French, today()),
                Err(ReadError::NotAnInstant(text.to_owned())),
                "{text}"
            );
        }
        assert_eq!(
            read_instant("03/04/2026 14:30", Language::English, today()),
            Err(ReadError::Ambiguous(
                "03/04/2026".to_owned(),
                "2026-04-03".parse().unwrap(),
                "2026-03-04".parse().unwrap()
            ))
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*|[0-9Tth: àé-]{0,20}") {
            let _ = read_instant(&text, Language::French, today());
        }
    }
}
