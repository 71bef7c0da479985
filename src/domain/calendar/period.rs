//! Lengths of time and how they are added to a day: the only date arithmetic in the crate.
//!
//! The day of the event is left out; months and years end on the same day number, or on the last day of a shorter
//! month (Regulation (EEC, Euratom) No 1182/71, art. 3; Code de procédure civile, art. 640 and 641).

use std::fmt;

use chrono::{Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime, NaiveTime};

use super::holidays::Holidays;
use super::working::add_working_days;

/// The unit of a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    Hours,
    Days,
    /// Days that are neither Saturday, Sunday nor a public holiday.
    WorkingDays,
    Months,
    Years,
}

/// A length of time in one unit; negative when it is counted backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    pub count: i32,
    pub unit: Unit,
}

/// Why a text is not a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    #[error("`{0}` is not a duration such as P14D, P2M, P1Y, P8W or PT48H")]
    NotAPeriod(String),
    #[error("`{0}` is longer than any duration can be")]
    TooLong(String),
}

/// The largest count taken in any unit but hours: a hundred years of days, with a margin.
const LARGEST: i32 = 36_600;

impl Period {
    /// Makes a period of calendar days.
    #[must_use]
    pub const fn days(count: i32) -> Period {
        Period {
            count,
            unit: Unit::Days,
        }
    }

    /// Makes a period of calendar months.
    #[must_use]
    pub const fn months(count: i32) -> Period {
        Period {
            count,
            unit: Unit::Months,
        }
    }

    /// Reads an ISO 8601 duration in one unit, with an optional minus in front. Weeks become days.
    ///
    /// # Errors
    /// When the text is not such a duration or is longer than a hundred years.
    pub fn parse(text: &str) -> Result<Period, PeriodError> {
        let wrong = || PeriodError::NotAPeriod(text.to_owned());
        let too_long = || PeriodError::TooLong(text.to_owned());
        let (sign, body) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let body = body.strip_prefix('P').ok_or_else(wrong)?;
        let (body, timed) = match body.strip_prefix('T') {
            Some(rest) => (rest, true),
            None => (body, false),
        };
        if !body.is_ascii() || body.len() < 2 {
            return Err(wrong());
        }
        let (digits, unit) = body.split_at(body.len() - 1);
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong());
        }
        let count = digits.parse::<i32>();
        let (count, unit) = match (unit, timed) {
            ("H", true) => (count, Unit::Hours),
            ("D", false) => (count, Unit::Days),
            ("W", false) => (count.map(|weeks| weeks.saturating_mul(7)), Unit::Days),
            ("M", false) => (count, Unit::Months),
            ("Y", false) => (count, Unit::Years),
            _ => return Err(wrong()),
        };
        let largest = if timed { LARGEST * 24 } else { LARGEST };
        match count {
            Ok(count) if count <= largest => Ok(Period {
                count: sign * count,
                unit,
            }),
            _ => Err(too_long()),
        }
    }

    /// Whether it is longer than a hundred years, in whatever unit: no law counts so long.
    #[must_use]
    pub const fn is_over_a_century(self) -> bool {
        let size = self.count.unsigned_abs();
        match self.unit {
            Unit::Hours => size > LARGEST.unsigned_abs() * 24,
            Unit::Days | Unit::WorkingDays => size > LARGEST.unsigned_abs(),
            Unit::Months => size > 1200,
            Unit::Years => size > 100,
        }
    }

    /// Returns the same length counted in working days; only a period of days can be.
    #[must_use]
    pub const fn in_working_days(self) -> Option<Period> {
        match self.unit {
            Unit::Days => Some(Period {
                count: self.count,
                unit: Unit::WorkingDays,
            }),
            _ => None,
        }
    }

    /// Returns the day on which the period ends when it is counted from `day`, before any roll.
    ///
    /// Hours are counted from the start of the day; see [`Period::hours_end`]. The result stays within the calendar:
    /// a date beyond its ends becomes the last (first) date there is.
    #[must_use]
    pub fn end_after(self, day: NaiveDate, holidays: &Holidays) -> NaiveDate {
        let size = self.count.unsigned_abs();
        let back = self.count < 0;
        let clamp = |end: Option<NaiveDate>| {
            end.unwrap_or(if back { NaiveDate::MIN } else { NaiveDate::MAX })
        };
        match self.unit {
            Unit::Days => clamp(shift_days(day, size, back)),
            Unit::Months => clamp(shift_months(day, size, back)),
            Unit::Years => clamp(shift_months(day, size.saturating_mul(12), back)),
            Unit::WorkingDays => add_working_days(day, self.count, holidays),
            Unit::Hours => clamp(shift_days(day, size / 24, back)),
        }
    }

    /// Returns the day and, where it is known, the hour at which a period of hours ends.
    ///
    /// With the hour of the event known, the end is exact. Where only the day is known, a wait counts from the end of
    /// that day (`from_day_end`), a must-act limit from its start: both are the side that cannot be wrong. The day
    /// returned is the last whole or begun day inside the period.
    #[must_use]
    pub fn hours_end(
        self,
        day: NaiveDate,
        at: Option<NaiveTime>,
        from_day_end: bool,
    ) -> (NaiveDate, Option<NaiveTime>) {
        let hours = Duration::hours(i64::from(self.count));
        let limit = if self.count < 0 {
            NaiveDateTime::MIN
        } else {
            NaiveDateTime::MAX
        };
        let add = |start: NaiveDateTime| start.checked_add_signed(hours).unwrap_or(limit);
        if let Some(time) = at {
            let end = add(day.and_time(time));
            return (end.date(), Some(end.time()));
        }
        let first = if from_day_end {
            day.succ_opt()
        } else {
            Some(day)
        };
        let end = first.map_or(limit, |first| add(first.and_time(NaiveTime::MIN)));
        // Ending at midnight sharp means that the day before is the last one inside the period.
        let last = if end.time() == NaiveTime::MIN {
            end.date().pred_opt().unwrap_or(day)
        } else {
            end.date()
        };
        let last = if self.count < 0 { last } else { last.max(day) };
        (last, None)
    }
}

fn shift_days(day: NaiveDate, count: u32, back: bool) -> Option<NaiveDate> {
    let days = Days::new(u64::from(count));
    if back {
        day.checked_sub_days(days)
    } else {
        day.checked_add_days(days)
    }
}

fn shift_months(day: NaiveDate, count: u32, back: bool) -> Option<NaiveDate> {
    let months = Months::new(count);
    if back {
        day.checked_sub_months(months)
    } else {
        day.checked_add_months(months)
    }
}

/// Returns the last day of the calendar year of `day`.
#[must_use]
pub fn end_of_year(day: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), 12, 31).unwrap_or(day)
}

/// Returns the day after, or the last day there is.
#[must_use]
pub fn day_after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// Returns the number of days from one day to another, negative when it lies before.
#[must_use]
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (
            if self.count < 0 { "-" } else { "" },
            self.count.unsigned_abs(),
        );
        match self.unit {
            Unit::Hours => write!(f, "{sign}PT{size}H"),
            Unit::Days | Unit::WorkingDays => write!(f, "{sign}P{size}D"),
            Unit::Months => write!(f, "{sign}P{size}M"),
            Unit::Years => write!(f, "{sign}P{size}Y"),
        }
    }
}
