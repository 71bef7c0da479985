//! How far the dates can be trusted: what was only heard of, what is old, what can be changed by whoever made it.

use chrono::NaiveDate;

use super::assessment::{Deadline, DeadlineState, Wait, Warning};
use crate::domain::source::{Basis, Nature, Source};

/// What must be said of the sources of the dates that still matter: deadlines that are open, and waits that are not over.
pub(super) fn warnings(
    deadlines: &[Deadline],
    waits: &[Wait],
    alternative: &dyn Fn(&str) -> bool,
    today: NaiveDate,
) -> Vec<Warning> {
    let open = deadlines
        .iter()
        .filter(|d| d.state == DeadlineState::Open && !d.quiet && !d.rule.starts_with("yours#"))
        .map(|d| (d.rule.as_str(), &d.source));
    let waiting = waits
        .iter()
        .filter(|w| w.opens_on > today && !w.routes.iter().all(|route| alternative(route)))
        .map(|w| (w.rule.as_str(), &w.source));
    let used: Vec<(&str, &Source)> = open.chain(waiting).collect();
    let mut warnings: Vec<Warning> = used
        .iter()
        .filter_map(|(rule, source)| one(rule, source, today))
        .collect();
    let indirect = |source: &Source| {
        source.basis == Basis::Secondary && !source.is_weak() && !source.is_stale(today)
    };
    let rules = named(
        used.iter()
            .filter(|(_, s)| indirect(s))
            .map(|(rule, _)| *rule),
    );
    if !rules.is_empty() {
        warnings.push(Warning::IndirectSource { rules });
    }
    let of = |nature: Nature| {
        let of_it = used.iter().filter(|(_, source)| source.nature == nature);
        named(of_it.filter_map(|(rule, _)| Some(rule.split_once('#')?.0)))
    };
    let (policies, schemes) = (of(Nature::Policy), of(Nature::Scheme));
    if !(policies.is_empty() && schemes.is_empty()) {
        warnings.push(Warning::Changeable { policies, schemes });
    }
    warnings
}

/// What must be said of one date by itself.
fn one(rule: &str, source: &Source, today: NaiveDate) -> Option<Warning> {
    let rule = rule.to_owned();
    if source.is_weak() {
        Some(Warning::WeakSource { rule })
    } else if source.is_stale(today) {
        let checked_on = source.checked_on;
        Some(Warning::StaleSource { rule, checked_on })
    } else {
        None
    }
}

/// Each id once, in the order in which they come.
fn named<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for id in ids {
        if !once.iter().any(|known| known == id) {
            once.push(id.to_owned());
        }
    }
    once
}
