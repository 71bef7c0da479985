//! Every day from 2020 to 2035, of every country and region, against a record that was not made from our rules.
//!
//! `differences.toml` lists what we keep otherwise, and why. A difference that is not listed fails, and so does a listed
//! one that is none any more.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::{Datelike, NaiveDate};
use claimctl::domain::calendar::holidays::Holidays;
use serde::Deserialize;

use crate::{all, day, places};

const RECORD: &str = include_str!("holidays-0.108.txt");
const YEARS: std::ops::RangeInclusive<i32> = 2020..=2035;

/// Regions of ours that the record has under another code.
const SAME: &[(&str, &str)] = &[
    ("FR-67", "FR-6AE"),
    ("FR-68", "FR-6AE"),
    ("FR-GP", "FR-971"),
    ("FR-MQ", "FR-972"),
    ("FR-GF", "FR-973"),
    ("FR-RE", "FR-974"),
    ("FR-YT", "FR-976"),
    ("GB-EAW", "GB-ENG"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Differences {
    difference: Vec<Difference>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Difference {
    places: Vec<String>,
    /// `ours`: we keep these days and the record does not; `theirs`: the other way round.
    kept_by: String,
    reason: String,
    days: Vec<toml::value::Datetime>,
}

/// A place, who keeps the day, the day.
type Found = BTreeSet<(String, &'static str, NaiveDate)>;

/// The days of every place of the record, those of its country with those of a region.
fn recorded() -> BTreeMap<String, BTreeSet<NaiveDate>> {
    let mut places: BTreeMap<String, BTreeSet<NaiveDate>> = BTreeMap::new();
    let mut place = String::new();
    let lines = RECORD.lines().filter(|l| !l.starts_with('#'));
    for line in lines.filter(|l| !l.is_empty()) {
        if let Some(name) = line.strip_prefix('[') {
            name.trim_end_matches(']').clone_into(&mut place);
            let country = place.split('-').next().unwrap();
            let of_country = places.get(country).cloned().unwrap_or_default();
            assert!(
                places.insert(place.clone(), of_country).is_none(),
                "{place}"
            );
            continue;
        }
        let (_, days) = line.rsplit_once(": ").unwrap();
        let found = places.get_mut(&place).unwrap();
        match days.strip_prefix("every ") {
            Some(date) => found.extend(YEARS.map(|year| day(&format!("{year}-{date}")))),
            None => found.extend(days.split(' ').map(day)),
        }
    }
    places
}

fn same(region: &str) -> &str {
    let known = SAME.iter().find(|(ours, _)| *ours == region);
    known.map_or(region, |(_, theirs)| theirs)
}

fn found(recorded: &BTreeMap<String, BTreeSet<NaiveDate>>) -> Found {
    let all = all();
    let mut found = Found::new();
    let mut left: BTreeSet<&str> = recorded.keys().map(String::as_str).collect();
    for (country, region) in places(&all) {
        let place = region.as_deref().map_or(country.as_str(), same);
        let theirs = recorded.get(place);
        let theirs = theirs.unwrap_or_else(|| panic!("{place} is not in the record"));
        left.remove(place);
        let holidays = Holidays::of(&all, &country, region.as_deref());
        let days = day("2020-01-01").iter_days();
        for date in days.take_while(|d| YEARS.contains(&d.year())) {
            match (holidays.on(date).is_some(), theirs.contains(&date)) {
                (true, false) => found.insert((place.to_owned(), "ours", date)),
                (false, true) => found.insert((place.to_owned(), "theirs", date)),
                _ => false,
            };
        }
    }
    assert_eq!(left, BTreeSet::new(), "recorded, and none of ours");
    found
}

fn listed() -> Found {
    let listed: Differences = toml::from_str(include_str!("differences.toml")).unwrap();
    let mut found = Found::new();
    for difference in listed.difference {
        assert!(difference.reason.len() > 20, "{:?}", difference.places);
        let kept_by = match difference.kept_by.as_str() {
            "ours" => "ours",
            "theirs" => "theirs",
            other => panic!("kept_by = {other}"),
        };
        for place in &difference.places {
            for date in &difference.days {
                let is_new = found.insert((place.clone(), kept_by, day(&date.to_string())));
                assert!(is_new, "{place} {date} is listed twice");
            }
        }
    }
    found
}

fn shown<'f>(found: impl Iterator<Item = &'f (String, &'static str, NaiveDate)>) -> String {
    let mut lines: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for (place, kept_by, date) in found {
        let line = lines.entry((place, kept_by)).or_default();
        write!(line, " {date}").unwrap();
    }
    let lines = lines.into_iter();
    lines
        .map(|((place, kept_by), days)| format!("{place} {kept_by}:{days}\n"))
        .collect()
}

#[test]
fn every_day_of_every_place_is_as_recorded_but_for_what_is_listed() {
    let (found, listed) = (found(&recorded()), listed());
    let new = shown(found.difference(&listed));
    assert!(new.is_empty(), "differs, and is not listed:\n{new}");
    let gone = shown(listed.difference(&found));
    assert!(gone.is_empty(), "listed, and differs no more:\n{gone}");
}

#[test]
fn england_and_wales_are_the_same() {
    let recorded = recorded();
    assert_eq!(recorded["GB-ENG"], recorded["GB-WLS"]);
}
