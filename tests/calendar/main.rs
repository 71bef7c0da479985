//! Periods, holidays and working days: worked examples, the days where mistakes are made, and what always holds.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod holidays;
mod periods;
mod properties;
mod record;
mod regions;
mod vectors;

use std::collections::BTreeSet;

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

/// Every country that has holidays, alone and with each region that has some of its own.
pub(crate) fn places(all: &[Holiday]) -> Vec<(String, Option<String>)> {
    let whole = all.iter().map(|h| (h.country.clone(), None));
    let region = |h: &Holiday, r: &String| (h.country.clone(), Some(r.clone()));
    let parts = all
        .iter()
        .flat_map(|h| h.regions.iter().map(move |r| region(h, r)));
    let places: BTreeSet<_> = whole.chain(parts).collect();
    places.into_iter().collect()
}

/// The holiday of a day as its file calls it, with a mark when it stands in for one, and when not everybody keeps it.
pub(crate) fn kept(holidays: &Holidays, day: NaiveDate) -> Option<String> {
    let kept = holidays.on(day)?;
    let id = kept.holiday.id.split_once('#').unwrap().1;
    let substitute = if kept.substitute { " substitute" } else { "" };
    let partial = if kept.partial { " partial" } else { "" };
    Some(format!("{id}{substitute}{partial}"))
}

pub(crate) fn ends(event: &str, length: &str, holidays: &Holidays) -> String {
    period(length).end_after(day(event), holidays).to_string()
}

pub(crate) fn rolled(event: &str, length: &str, holidays: &Holidays) -> String {
    let last = period(length).end_after(day(event), holidays);
    roll_forward(last, holidays).0.to_string()
}
