//! Working days: neither Saturday, Sunday nor a public holiday.

use chrono::{Datelike, NaiveDate, Weekday};

use super::holidays::Holidays;

/// Why a day is not a working day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayOff {
    Saturday,
    Sunday,
    /// A public holiday, by its id in the holiday data.
    Holiday(String),
    /// A day that stands in for a public holiday on a weekend, by the holiday's id.
    Substitute(String),
    /// Either of them, where not everybody at the place keeps it.
    Partial(String),
}

/// Returns why this is not a working day; `None` when it is one.
#[must_use]
pub fn day_off(day: NaiveDate, holidays: &Holidays) -> Option<DayOff> {
    let weekend = match day.weekday() {
        Weekday::Sat => Some(DayOff::Saturday),
        Weekday::Sun => Some(DayOff::Sunday),
        _ => None,
    };
    match holidays.on(day) {
        // The weekend is off for everybody, so nothing leans on a holiday that not everybody keeps.
        Some(kept) if !(kept.partial && weekend.is_some()) => {
            let id = kept.holiday.id.clone();
            Some(match (kept.partial, kept.substitute) {
                (true, _) => DayOff::Partial(id),
                (false, true) => DayOff::Substitute(id),
                (false, false) => DayOff::Holiday(id),
            })
        }
        _ => weekend,
    }
}

/// The most days off in a row: where there are more, every day is one, and nothing is looked for.
const MOST_OFF: u32 = 366;

/// Rolls a day forward to the next working day, and says which days were passed over and why.
#[must_use]
pub fn roll_forward(day: NaiveDate, holidays: &Holidays) -> (NaiveDate, Vec<(NaiveDate, DayOff)>) {
    let mut passed = Vec::new();
    for current in day.iter_days().take(MOST_OFF as usize) {
        match day_off(current, holidays) {
            Some(reason) => passed.push((current, reason)),
            None => return (current, passed),
        }
    }
    (day, Vec::new())
}

/// Moves a day that is a public holiday to the next working day; any other day, a Saturday too, stays.
#[must_use]
pub fn past_holidays(day: NaiveDate, holidays: &Holidays) -> NaiveDate {
    match holidays.on(day) {
        Some(_) => roll_forward(day, holidays).0,
        None => day,
    }
}

/// Counts working days from the day after `day` (before it, when negative). Zero is the day itself.
#[must_use]
pub fn add_working_days(day: NaiveDate, count: i32, holidays: &Holidays) -> NaiveDate {
    let (mut left, mut off) = (count.unsigned_abs(), 0);
    let mut current = day;
    while left > 0 && off < MOST_OFF {
        let next = if count < 0 {
            current.pred_opt()
        } else {
            current.succ_opt()
        };
        let Some(next) = next else { return current };
        current = next;
        match day_off(current, holidays) {
            Some(_) => off += 1,
            None => (left, off) = (left - 1, 0),
        }
    }
    current
}

/// Returns the public holidays on weekdays that lie between two days: what a count of working days passed over.
#[must_use]
pub fn holidays_between(
    one: NaiveDate,
    other: NaiveDate,
    holidays: &Holidays,
) -> Vec<(NaiveDate, DayOff)> {
    let (first, last) = (one.min(other), one.max(other));
    let weekday = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    first
        .iter_days()
        .skip(1)
        .take_while(|day| *day < last)
        .filter(weekday)
        .filter_map(|day| day_off(day, holidays).map(|reason| (day, reason)))
        .collect()
}
