//! Composition: what holds for a claim of all the playbooks that fit it, each thing once.
//!
//! A rule, a route or a dead end that refines one of a base takes its place, also where others name the base's.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::claim::Claim;
use crate::domain::dead_end::DeadEnd;
use crate::domain::event::{Event, EventKind};
use crate::domain::playbook::Playbook;
use crate::domain::route::Route;
use crate::domain::rule::{Before, Rule, Start};

/// What holds for a claim, with the names already put right.
pub(super) struct Composed<'a> {
    pub(super) rules: BTreeMap<&'a str, (Cow<'a, Rule>, &'a Playbook)>,
    pub(super) routes: Vec<Cow<'a, Route>>,
    pub(super) dead_ends: Vec<(&'a DeadEnd, &'a Playbook)>,
    /// Rules younger than the contract, where it is not known what held before them.
    pub(super) too_young: Vec<&'a Rule>,
    pub(super) names: Names<'a>,
    /// Ids of the bases whose checklists another playbook has replaced.
    pub(super) replaced_checklists: BTreeSet<&'a str>,
}

/// Which id stands in the place of which.
#[derive(Debug, Default)]
pub(super) struct Names<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Names<'a> {
    /// Notes who stands in whose place. Where two refine the same, the later one stands for both.
    fn take_places(&mut self, refining: impl Iterator<Item = (Option<&'a str>, &'a str)>) {
        for (base, id) in refining {
            let Some(base) = base else { continue };
            if let Some(earlier) = self.0.insert(base, id) {
                self.0.insert(earlier, id);
            }
        }
    }

    /// Returns the id that holds where this one is named.
    pub(super) fn resolve<'s>(&'s self, id: &'s str) -> &'s str {
        let mut holds = id;
        // Of three that refine the same, the first gave way to the second, and that to the third. Never around in a circle.
        for _ in 0..self.0.len() {
            match self.0.get(holds) {
                Some(later) => holds = later,
                None => break,
            }
        }
        holds
    }

    fn replaces(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    fn put_right(&self, id: &mut String) {
        if self.replaces(id) {
            *id = self.resolve(id).to_owned();
        }
    }
}

/// Composes what holds for a claim of the playbooks that fit it.
pub(super) fn compose<'a>(
    claim: &Claim,
    log: &[&Event],
    playbooks: &[&'a Playbook],
) -> Composed<'a> {
    let made_on = contract_day(log);
    let meant: Vec<(&Rule, &Playbook)> = playbooks
        .iter()
        .flat_map(|p| p.rules.iter().map(move |r| (r, *p)))
        .filter(|(rule, _)| rule.when.holds(claim))
        .collect();
    let (holding, others): (Vec<_>, Vec<_>) = meant
        .into_iter()
        .partition(|(rule, _)| is_in_force(rule, made_on));
    let routes: Vec<&Route> = playbooks
        .iter()
        .flat_map(|p| &p.routes)
        .filter(|r| r.when.holds(claim))
        .collect();
    let dead_ends: Vec<(&DeadEnd, &Playbook)> = playbooks
        .iter()
        .flat_map(|p| p.dead_ends.iter().map(move |d| (d, *p)))
        .filter(|(dead_end, _)| dead_end.when.holds(claim))
        .collect();
    let mut names = Names::default();
    let rules = holding
        .iter()
        .map(|(r, _)| (r.refines.as_deref(), r.id.as_str()));
    names.take_places(rules);
    names.take_places(routes.iter().map(|r| (r.refines.as_deref(), r.id.as_str())));
    let ends = dead_ends
        .iter()
        .map(|(d, _)| (d.refines.as_deref(), d.id.as_str()));
    names.take_places(ends);
    let holds = |id: &str| holding.iter().any(|(r, _)| r.id == id);
    let too_young = others
        .iter()
        .map(|(rule, _)| *rule)
        .filter(|rule| {
            let young = rule
                .in_force_from
                .is_some_and(|from| made_on.is_some_and(|on| on < from));
            let forerunner = match &rule.before {
                Some(Before::Nothing) => true,
                Some(Before::Rule(id)) => holds(id),
                None => rule.refines.as_deref().is_some_and(holds),
            };
            young && !forerunner
        })
        .collect();
    Composed {
        rules: holding
            .into_iter()
            .filter(|(rule, _)| !names.replaces(&rule.id))
            .map(|(rule, playbook)| (rule.id.as_str(), (names_in_rule(&names, rule), playbook)))
            .collect(),
        routes: routes
            .into_iter()
            .filter(|route| !names.replaces(&route.id))
            .map(|route| names_in_route(&names, route))
            .collect(),
        dead_ends: dead_ends
            .into_iter()
            .filter(|(dead_end, _)| !names.replaces(&dead_end.id))
            .collect(),
        too_young,
        names,
        replaced_checklists: playbooks
            .iter()
            .filter(|p| !p.checklists.is_empty())
            .filter_map(|p| p.refines.as_deref())
            .collect(),
    }
}

/// The day that decides which version of a law holds: the contract, else the order, else the payment.
pub(super) fn contract_day(log: &[&Event]) -> Option<NaiveDate> {
    let first = |kind: EventKind| log.iter().find(|e| e.kind == kind).map(|e| e.on);
    first(EventKind::Contract)
        .or_else(|| first(EventKind::Ordered))
        .or_else(|| first(EventKind::Paid))
        .or_else(|| first(EventKind::Debited))
}

/// Whether the rule holds for a contract of this day; with the day unknown, today's law is taken.
fn is_in_force(rule: &Rule, made_on: Option<NaiveDate>) -> bool {
    match made_on {
        Some(day) => {
            rule.in_force_from.is_none_or(|from| from <= day)
                && rule.until.is_none_or(|until| day <= until)
        }
        None => rule.until.is_none(),
    }
}

fn names_in_rule<'a>(names: &Names<'_>, rule: &'a Rule) -> Cow<'a, Rule> {
    let starts = |starts: &[Start]| {
        starts
            .iter()
            .any(|s| matches!(s, Start::Rule { rule, .. } if names.replaces(rule)))
    };
    let concerned = rule
        .latest_of
        .iter()
        .chain(&rule.earliest_of)
        .chain(&rule.kept)
        .any(|id| names.replaces(id))
        || starts(&rule.from)
        || rule.cap.as_ref().is_some_and(|cap| starts(&cap.from));
    if !concerned {
        return Cow::Borrowed(rule);
    }
    let mut rule = rule.clone();
    let others = rule.earliest_of.iter_mut().chain(&mut rule.kept);
    for id in rule.latest_of.iter_mut().chain(others) {
        names.put_right(id);
    }
    let cap = rule.cap.iter_mut().flat_map(|cap| &mut cap.from);
    for start in rule.from.iter_mut().chain(cap) {
        if let Start::Rule { rule, .. } = start {
            names.put_right(rule);
        }
    }
    Cow::Owned(rule)
}

fn names_in_route<'a>(names: &Names<'_>, route: &'a Route) -> Cow<'a, Route> {
    let windows = route.opens.iter().chain(&route.closes);
    if !windows.chain(&route.excludes).any(|id| names.replaces(id)) {
        return Cow::Borrowed(route);
    }
    let mut route = route.clone();
    let windows = route.opens.iter_mut().chain(&mut route.closes);
    for id in windows.chain(&mut route.excludes) {
        names.put_right(id);
    }
    Cow::Owned(route)
}
