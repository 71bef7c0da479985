//! Periods, holidays and working days: worked examples, the days where mistakes are made, and what always holds.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod holidays;
mod periods;
mod properties;
mod vectors;

use chrono::NaiveDate;
use claimctl::domain::calendar::holidays::{Holiday, Holidays};
use claimctl::domain::calendar::period::Period;
use claimctl::domain::calendar::working::roll_forward;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

pub(crate) fn all() -> Vec<Holiday> {
    claimctl::playbook::load(None).unwrap().0.holidays
}

pub(crate) fn france(region: Option<&str>) -> Holidays {
    Holidays::of(&all(), "FR", region)
}

pub(crate) fn ends(event: &str, length: &str, holidays: &Holidays) -> String {
    period(length).end_after(day(event), holidays).to_string()
}

pub(crate) fn rolled(event: &str, length: &str, holidays: &Holidays) -> String {
    let last = period(length).end_after(day(event), holidays);
    roll_forward(last, holidays).0.to_string()
}
