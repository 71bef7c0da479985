//! Days, hours and lengths of time in words.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use crate::domain::calendar::period::{Period, Unit, days_between};
use crate::domain::language::Language;

/// Writes a day in full: `1er mars 2026`, `1 March 2026`.
#[must_use]
pub fn date(day: NaiveDate, language: Language) -> String {
    let number = match (language, day.day()) {
        (Language::French, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    };
    let month = month(day.month(), language);
    format!("{number} {month} {}", day.year())
}

/// Writes a day for a column: `01/03/2026`, and ISO in English, where figures alone could be read in two ways.
#[must_use]
pub fn short_date(day: NaiveDate, language: Language) -> String {
    match language {
        Language::French => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
        Language::English => day.to_string(),
    }
}

/// Writes a day with its weekday: `dimanche 1er mars 2026`, `Sunday 1 March 2026`.
#[must_use]
pub fn day_with_weekday(day: NaiveDate, language: Language) -> String {
    format!(
        "{} {}",
        weekday(day.weekday(), language),
        date(day, language)
    )
}

/// Writes an hour: `14 h 30`, `14:30`.
#[must_use]
pub fn time(at: NaiveTime, language: Language) -> String {
    match (language, at.minute()) {
        (Language::French, 0) => format!("{}\u{a0}h", at.hour()),
        (Language::French, minute) => format!("{}\u{a0}h\u{a0}{minute:02}", at.hour()),
        (Language::English, minute) => format!("{:02}:{minute:02}", at.hour()),
    }
}

/// Writes a day and an hour: `1er mars 2026 à 14 h 30`, `1 March 2026 at 14:30`.
#[must_use]
pub fn instant(day: NaiveDate, at: NaiveTime, language: Language) -> String {
    let link = match language {
        Language::French => "à",
        Language::English => "at",
    };
    format!("{} {link} {}", date(day, language), time(at, language))
}

/// Says how far a day is: `aujourd’hui`, `demain`, `dans 3 jours`, `hier`, `il y a 3 jours`.
#[must_use]
pub fn relative_days(day: NaiveDate, today: NaiveDate, language: Language) -> String {
    let days = days_between(today, day);
    match (language, days) {
        (Language::French, 0) => "aujourd’hui".to_owned(),
        (Language::French, 1) => "demain".to_owned(),
        (Language::French, -1) => "hier".to_owned(),
        (Language::French, 2..) => format!("dans {days} jours"),
        (Language::French, _) => format!("il y a {} jours", -days),
        (Language::English, 0) => "today".to_owned(),
        (Language::English, 1) => "tomorrow".to_owned(),
        (Language::English, -1) => "yesterday".to_owned(),
        (Language::English, 2..) => format!("in {days} days"),
        (Language::English, _) => format!("{} days ago", -days),
    }
}

/// Writes a length of time without its sign: `14 jours`, `10 jours ouvrés`, `2 months`.
#[must_use]
pub fn period(period: Period, language: Language) -> String {
    let count = period.count.unsigned_abs();
    // French counts nought as one; English does not.
    let one = match language {
        Language::French => count < 2,
        Language::English => count == 1,
    };
    let unit = match (language, period.unit, one) {
        (Language::French, Unit::Hours, true) => "heure",
        (Language::French, Unit::Hours, false) => "heures",
        (Language::French, Unit::Days, true) => "jour",
        (Language::French, Unit::Days, false) => "jours",
        (Language::French, Unit::WorkingDays, true) => "jour ouvré",
        (Language::French, Unit::WorkingDays, false) => "jours ouvrés",
        (Language::French, Unit::Months, _) => "mois",
        (Language::French, Unit::Years, true) => "an",
        (Language::French, Unit::Years, false) => "ans",
        (Language::English, Unit::Hours, true) => "hour",
        (Language::English, Unit::Hours, false) => "hours",
        (Language::English, Unit::Days, true) => "day",
        (Language::English, Unit::Days, false) => "days",
        (Language::English, Unit::WorkingDays, true) => "working day",
        (Language::English, Unit::WorkingDays, false) => "working days",
        (Language::English, Unit::Months, true) => "month",
        (Language::English, Unit::Months, false) => "months",
        (Language::English, Unit::Years, true) => "year",
        (Language::English, Unit::Years, false) => "years",
    };
    format!("{count} {unit}")
}

/// Names a month by its number, from 1; anything above 12 is December.
#[must_use]
pub fn month(number: u32, language: Language) -> &'static str {
    let names = match language {
        Language::French => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        Language::English => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    };
    names[number.clamp(1, 12) as usize - 1]
}

/// Names a day of the week.
#[must_use]
pub fn weekday(day: Weekday, language: Language) -> &'static str {
    let names = match language {
        Language::French => [
            "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ],
        Language::English => [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
    };
    names[day.num_days_from_monday() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french_alone() {
        assert_eq!(date(day("2026-03-01"), French), "1er mars 2026");
        assert_eq!(date(day("2026-08-21"), French), "21 août 2026");
        assert_eq!(date(day("2026-03-01"), English), "1 March 2026");
    }

    #[test]
    fn a_short_date_cannot_be_misread() {
        assert_eq!(short_date(day("2026-03-01"), French), "01/03/2026");
        assert_eq!(short_date(day("2026-03-01"), English), "2026-03-01");
    }

    #[test]
    fn a_weekday_stands_before_the_day() {
        assert_eq!(
            day_with_weekday(day("2026-06-01"), French),
            "lundi 1er juin 2026"
        );
        assert_eq!(
            day_with_weekday(day("2026-03-01"), English),
            "Sunday 1 March 2026"
        );
    }

    #[test]
    fn an_hour_follows_the_custom_of_each_language() {
        let at = NaiveTime::from_hms_opt(9, 5, 0).unwrap();
        assert_eq!(time(at, French), "9\u{a0}h\u{a0}05");
        assert_eq!(time(at, English), "09:05");
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
        assert_eq!(
            instant(day("2026-03-01"), noon, French),
            "1er mars 2026 à 12\u{a0}h"
        );
        assert_eq!(
            instant(day("2026-03-01"), noon, English),
            "1 March 2026 at 12:00"
        );
    }

    #[test]
    fn near_days_have_names_and_far_days_are_counted() {
        let today = day("2026-11-20");
        let say = |text, language| relative_days(day(text), today, language);
        assert_eq!(say("2026-11-20", French), "aujourd’hui");
        assert_eq!(say("2026-11-21", French), "demain");
        assert_eq!(say("2026-11-23", French), "dans 3 jours");
        assert_eq!(say("2026-11-19", French), "hier");
        assert_eq!(say("2026-11-17", French), "il y a 3 jours");
        assert_eq!(say("2026-11-20", English), "today");
        assert_eq!(say("2026-11-21", English), "tomorrow");
        assert_eq!(say("2026-11-19", English), "yesterday");
        assert_eq!(say("2026-12-20", English), "in 30 days");
        assert_eq!(say("2026-11-18", English), "2 days ago");
    }

    #[test]
    fn a_period_has_the_right_number() {
        let of = |count, unit, language| period(Period { count, unit }, language);
        assert_eq!(of(14, Unit::Days, French), "14 jours");
        assert_eq!(of(1, Unit::Days, French), "1 jour");
        assert_eq!(of(0, Unit::Days, French), "0 jour");
        assert_eq!(of(0, Unit::Days, English), "0 days");
        assert_eq!(of(2, Unit::Months, French), "2 mois");
        assert_eq!(of(-1, Unit::Months, English), "1 month");
        assert_eq!(of(48, Unit::Hours, French), "48 heures");
        assert_eq!(of(10, Unit::WorkingDays, French), "10 jours ouvrés");
        assert_eq!(of(1, Unit::WorkingDays, English), "1 working day");
        assert_eq!(of(5, Unit::Years, French), "5 ans");
        assert_eq!(of(2, Unit::Years, English), "2 years");
    }
}
