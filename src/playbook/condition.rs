//! Conditions: every key is a fact that exists, every value one that it can have.

use std::collections::BTreeMap;

use super::check::{Check, Wanted};
use super::facts::{self, Values};
use super::raw::{RawCondition, Str};
use crate::domain::condition::{Bound, Condition, UNKNOWN};
use crate::domain::country::Group;

/// Reads a condition; one that is missing always holds.
pub(super) fn condition(check: &mut Check<'_>, raw: Option<RawCondition>) -> Condition {
    let raw = raw.unwrap_or_default();
    Condition {
        any_of: keys(check, raw.any_of),
        none_of: keys(check, raw.none_of),
    }
}

fn keys(check: &mut Check<'_>, raw: BTreeMap<Str, Vec<Str>>) -> BTreeMap<String, Vec<String>> {
    raw.into_iter()
        .map(|(key, values)| {
            if values.is_empty() {
                let name = key.get_ref().as_str().into();
                check.report(&key.span(), "empty-list", &[("key", name)]);
            }
            if is_fact(check, &key) {
                for value in &values {
                    check_value(check, &key, value, true);
                }
            }
            let values = values.into_iter().map(Str::into_inner).collect();
            (key.into_inner(), values)
        })
        .collect()
}

/// Whether a key can stand in a condition. What this file does not know may be a question of another one.
pub(super) fn is_fact(check: &mut Check<'_>, key: &Str) -> bool {
    let name = key.get_ref().as_str();
    match facts::known(name) {
        Some(Values::Event(_)) => {
            let valid = facts::condition_keys().join(", ");
            check.report(
                &key.span(),
                "unknown-fact",
                &[("key", name.into()), ("valid", valid.into())],
            );
            false
        }
        Some(_) => true,
        None if check.questions.contains_key(name) => true,
        None => {
            check.later(key, Wanted::Fact(name.to_owned(), None));
            true
        }
    }
}

/// Checks a value of a fact; in a condition it may also be `unknown` or end in a star.
pub(super) fn check_value(check: &mut Check<'_>, key: &Str, value: &Str, in_condition: bool) {
    let text = value.get_ref().as_str();
    if in_condition && text == UNKNOWN {
        return;
    }
    let star = text.strip_suffix('*').filter(|_| in_condition);
    let among = |all: &[&str]| match star {
        Some(start) => !start.is_empty() && all.iter().any(|v| v.starts_with(start)),
        None => all.contains(&text),
    };
    match facts::known(key.get_ref()) {
        Some(Values::Closed(all)) => {
            if !among(&all) {
                check.report_unknown_value(value, &all);
            }
        }
        Some(Values::Computed(all)) => {
            if !in_condition || !among(&all) {
                check.report_unknown_value(value, if in_condition { &all } else { &[] });
            }
        }
        Some(Values::Amount) if in_condition => {
            if Bound::parse(text).is_none() {
                check.report_unknown_value(value, &["<= 5000 EUR", "> 5000 EUR", UNKNOWN]);
            }
        }
        Some(Values::Country) => {
            let is_group = in_condition && Group::from_id(text).is_some();
            if !is_group && !facts::is_country(text) {
                check.report_unknown_value(value, &["FR", "BE", "DE", "eu", "eea", "…"]);
            }
        }
        Some(Values::Region) => {
            if star.is_none_or(|start| start.len() < 3) && !facts::is_region(text) {
                check.report_unknown_value(value, &["FR-67", "FR-971", "…"]);
            }
        }
        Some(Values::Platform) => {
            if check.id.strip_prefix("platform/") != Some(text) {
                check.later(value, Wanted::Platform(text.to_owned()));
            }
        }
        Some(Values::Event(_)) => {}
        Some(_) if in_condition => check.report_unknown_value(value, &[UNKNOWN]),
        Some(_) => {}
        None => match check.questions.get(key.get_ref()).cloned() {
            Some(Some(all)) => {
                let all: Vec<&str> = all.iter().map(String::as_str).collect();
                if !among(&all) {
                    check.report_unknown_value(value, &all);
                }
            }
            Some(None) if in_condition => check.report_unknown_value(value, &[UNKNOWN]),
            Some(None) => {}
            None => check.later(
                value,
                Wanted::Fact(key.get_ref().clone(), Some(text.to_owned())),
            ),
        },
    }
}
