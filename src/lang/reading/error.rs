//! Why a text could not be read, and what to type instead.

use chrono::{NaiveDate, Weekday};

use crate::domain::language::{Language, Text};
use crate::domain::message::Message;
use crate::lang::typography;

/// Why a text could not be read. Every variant carries the text as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    NotADate(String),
    /// There is no such day in the calendar.
    NoSuchDay(String),
    /// Day and month could be swapped: either of these two days.
    Ambiguous(String, NaiveDate, NaiveDate),
    TwoDigitYear(String),
    /// No year was given; the latest such day that is not after today.
    NoYear(String, NaiveDate),
    /// The year is not between 1900 and 2200.
    FarYear(String),
    /// The weekday that was typed is not that of the day.
    WrongWeekday(String, NaiveDate, Weekday),
    NotAnInstant(String),
    NotYesNo(String),
}

impl ReadError {
    /// Says what is wrong, with the text in back-ticks.
    #[must_use]
    pub fn message(&self) -> Message {
        let (key, text) = match self {
            ReadError::NotADate(text) => ("reading-not-a-date", text),
            ReadError::NoSuchDay(text) => ("reading-no-such-day", text),
            ReadError::Ambiguous(text, ..) => ("reading-ambiguous", text),
            ReadError::TwoDigitYear(text) => ("reading-two-digit-year", text),
            ReadError::NoYear(text, _) => ("reading-no-year", text),
            ReadError::FarYear(text) => ("reading-far-year", text),
            ReadError::WrongWeekday(text, ..) => ("reading-wrong-weekday", text),
            ReadError::NotAnInstant(text) => ("reading-not-an-instant", text),
            ReadError::NotYesNo(text) => ("reading-not-yes-no", text),
        };
        let message = Message::new(key).with("text", text.as_str());
        match self {
            ReadError::WrongWeekday(_, day, weekday) => {
                message.with("on", *day).with("weekday", named(*weekday))
            }
            _ => message,
        }
    }

    /// Says what to type instead.
    #[must_use]
    pub fn hint(&self) -> Message {
        let iso = |day: &NaiveDate| day.to_string();
        match self {
            ReadError::NotADate(_)
            | ReadError::NoSuchDay(_)
            | ReadError::FarYear(_)
            | ReadError::WrongWeekday(..) => Message::new("reading-hint-date"),
            ReadError::Ambiguous(_, one, other) => Message::new("reading-hint-ambiguous")
                .with("one", iso(one))
                .with("one-day", *one)
                .with("other", iso(other))
                .with("other-day", *other),
            ReadError::TwoDigitYear(_) => Message::new("reading-hint-four-digits"),
            ReadError::NoYear(_, latest) => {
                // As each language writes it: what is proposed can be typed as it stands.
                let written = |language| typography::short_date(*latest, language);
                let (fr, en) = (written(Language::French), written(Language::English));
                Message::new("reading-hint-year").with("written", Text { fr, en })
            }
            ReadError::NotAnInstant(_) => Message::new("reading-hint-instant"),
            ReadError::NotYesNo(_) => Message::new("reading-hint-yes-no"),
        }
    }
}

fn named(weekday: Weekday) -> Text {
    Text {
        fr: typography::weekday(weekday, Language::French).to_owned(),
        en: typography::weekday(weekday, Language::English).to_owned(),
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().key)
    }
}

impl std::error::Error for ReadError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn every_error_shows_what_was_typed_and_what_to_type() {
        let text = || "3/4/26".to_owned();
        let day: NaiveDate = "2026-04-03".parse().unwrap();
        let errors = [
            ReadError::NotADate(text()),
            ReadError::NoSuchDay(text()),
            ReadError::Ambiguous(text(), day, "2026-03-04".parse().unwrap()),
            ReadError::TwoDigitYear(text()),
            ReadError::NoYear(text(), day),
            ReadError::FarYear(text()),
            ReadError::WrongWeekday(text(), day, Weekday::Fri),
            ReadError::NotAnInstant(text()),
            ReadError::NotYesNo(text()),
        ];
        for language in Language::ALL {
            let lang = Lang::new(*language);
            for error in &errors {
                let (what, hint) = (lang.say(&error.message()), lang.say(&error.hint()));
                assert!(what.contains("`3/4/26`"), "{what}");
                assert!(hint.contains('`') && !hint.contains('{'), "{hint}");
            }
        }
    }

    #[test]
    fn an_ambiguous_date_offers_both_readings() {
        let error = ReadError::Ambiguous(
            "03/04/2026".to_owned(),
            "2026-04-03".parse().unwrap(),
            "2026-03-04".parse().unwrap(),
        );
        let lang = Lang::new(Language::English);
        assert_eq!(
            lang.say(&error.message()),
            "`03/04/2026` can be read in two ways"
        );
        assert_eq!(
            lang.say(&error.hint()),
            "type `2026-04-03` for 3 April 2026, `2026-03-04` for 4 March 2026"
        );
    }
}
