//! What does not depend on the day: the rules, routes and events that count, and the ends of all the rules.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::assessment::{Assessment, Missing};
use super::clock::{Clock, Counted};
use super::{deadlines, gaps, money, next, promises, routes};
use crate::domain::calendar::holidays::Holidays;
use crate::domain::claim::{Claim, Status, Step};
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::playbook::{Library, Playbook};
use crate::domain::problem::{Problem, Remedy};
use crate::domain::route::Route;
use crate::domain::rule::{Rule, RuleKind};

/// A rule that applies to the claim, with its playbook.
pub(super) struct Applied<'a> {
    pub(super) rule: &'a Rule,
    pub(super) playbook: &'a Playbook,
    /// Where it starts and ends, or what is missing to say so.
    pub(super) counted: Result<Counted, Missing>,
}

/// A route that applies to the claim, and the day on which it was taken.
pub(super) struct Way<'a> {
    pub(super) route: &'a Route,
    pub(super) taken: Option<&'a Event>,
}

/// A claim with everything that can be said of it whatever the day.
pub struct Docket<'a> {
    pub(super) claim: &'a Claim,
    pub(super) log: Vec<&'a Event>,
    pub(super) playbooks: Vec<&'a Playbook>,
    pub(super) rules: BTreeMap<&'a str, Applied<'a>>,
    pub(super) ways: Vec<Way<'a>>,
    pub(super) deadlines: Vec<deadlines::Timed>,
    pub(super) holidays: Holidays,
    /// The day on which the claim got what it asked for.
    pub(super) settled: Option<NaiveDate>,
}

impl std::fmt::Debug for Docket<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Docket")
            .field("rules", &self.rules.len())
            .finish_non_exhaustive()
    }
}

impl<'a> Docket<'a> {
    /// Gathers the playbooks that fit the claim and counts all their rules.
    #[must_use]
    pub fn new(claim: &'a Claim, log: &'a [Event], library: &'a Library) -> Docket<'a> {
        let log = in_force(log);
        let playbooks: Vec<&Playbook> = library.fitting(claim).collect();
        let country = claim.country.as_deref().unwrap_or_default();
        let holidays = Holidays::of(&library.holidays, country, claim.region.as_deref());
        let made_on = contract_day(&log);
        let applying: BTreeMap<&str, (&Rule, &Playbook)> = playbooks
            .iter()
            .flat_map(|p| p.rules.iter().map(move |r| (r, *p)))
            .filter(|(rule, _)| is_in_force(rule, made_on) && rule.when.holds(claim))
            .map(|(rule, playbook)| (rule.id.as_str(), (rule, playbook)))
            .collect();
        let ways = ways(claim, &log, &playbooks);
        let clock = Clock::new(claim, &log, &applying, &holidays, &ways);
        let rules: BTreeMap<&str, Applied<'_>> = applying
            .iter()
            .map(|(id, (rule, playbook))| {
                (
                    *id,
                    Applied {
                        rule,
                        playbook,
                        counted: clock.count(id),
                    },
                )
            })
            .collect();
        let settled = settled_on(claim, &log);
        let mut docket = Docket {
            claim,
            log,
            playbooks,
            rules,
            ways,
            deadlines: Vec::new(),
            holidays,
            settled,
        };
        docket.deadlines = deadlines::all(&docket);
        docket.deadlines.extend(promises::all(&docket));
        docket
    }

    /// Says how things stand on a day.
    #[must_use]
    pub fn on(&self, today: NaiveDate) -> Assessment {
        let deadlines = deadlines::on(self, today);
        let routes = routes::on(self, &deadlines, today);
        let next = next::on(self, &routes, &deadlines, today);
        let status = next::status(self, &next, &deadlines);
        Assessment {
            today,
            status,
            step: self.step(status, &routes),
            playbooks: self.playbooks.iter().map(|p| p.id.clone()).collect(),
            rights: self.rights(),
            gaps: gaps::gaps(self, &routes),
            money: money::account(self, today),
            warnings: gaps::warnings(self, &routes, &deadlines, today),
            routes,
            deadlines,
            next,
        }
    }

    fn rights(&self) -> Vec<super::Right> {
        self.rules
            .values()
            .filter(|a| a.rule.kind == RuleKind::Right)
            .filter_map(|a| {
                let source = a.playbook.source(&a.rule.source)?.clone();
                let (what, caution) = (a.rule.what.clone(), a.rule.caution.clone());
                Some(super::Right {
                    rule: a.rule.id.clone(),
                    what,
                    caution,
                    source,
                })
            })
            .collect()
    }

    fn step(&self, status: Status, routes: &[super::RouteView]) -> Step {
        use crate::domain::route::Door;
        match status {
            Status::Closed => return Step::Closed,
            Status::Draft => return Step::IdentifyProblem,
            _ => {}
        }
        let beyond_seller = routes
            .iter()
            .any(|r| r.taken_on.is_some() && r.door != Door::Seller)
            || self
                .log
                .iter()
                .any(|e| e.kind == EventKind::FormalNoticeSent);
        let wrote = routes.iter().any(|r| r.taken_on.is_some());
        if beyond_seller {
            Step::OpenDispute
        } else if wrote
            || routes
                .iter()
                .any(|r| r.door == Door::Seller && !r.alternative)
        {
            Step::ContactSeller
        } else {
            Step::OpenDispute
        }
    }

    /// Whether the claim is over: closed, or settled on or before this day.
    pub(super) fn is_over(&self) -> bool {
        self.claim.closed_on.is_some() || self.settled.is_some()
    }
}

/// The day that decides which version of a law holds: the contract, else the order, else the payment.
fn contract_day(log: &[&Event]) -> Option<NaiveDate> {
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

fn ways<'a>(claim: &Claim, log: &[&'a Event], playbooks: &[&'a Playbook]) -> Vec<Way<'a>> {
    let mut routes: Vec<&Route> = playbooks
        .iter()
        .flat_map(|p| &p.routes)
        .filter(|r| r.when.holds(claim))
        .collect();
    routes.sort_by(|a, b| (a.alternative, a.rank, &a.id).cmp(&(b.alternative, b.rank, &b.id)));
    let ids: Vec<&str> = routes.iter().map(|r| r.id.as_str()).collect();
    routes
        .iter()
        .map(|route| {
            let mine = |event: &Event| match event.about.as_deref() {
                Some(about) if ids.contains(&about) => about == route.id,
                _ => belongs_to(event, &routes, log) == Some(route.id.as_str()),
            };
            let taken = log
                .iter()
                .copied()
                .find(|e| e.kind == route.event && e.kind != EventKind::Note && mine(e));
            Way { route, taken }
        })
        .collect()
}

/// The route of an event that names none: the first that is taken by such an event and whose needs were met by then, else
/// the first at all.
fn belongs_to<'r>(event: &Event, routes: &[&'r Route], log: &[&Event]) -> Option<&'r str> {
    let happened = |group: &Vec<EventKind>| {
        log.iter()
            .any(|e| group.contains(&e.kind) && (e.on, e.no) < (event.on, event.no))
    };
    let taken_so = || routes.iter().filter(|r| r.event == event.kind);
    taken_so()
        .find(|r| r.needs.iter().all(happened))
        .or_else(|| taken_so().next())
        .map(|r| r.id.as_str())
}

/// The day on which the claim got what it asked for, if it did.
fn settled_on(claim: &Claim, log: &[&Event]) -> Option<NaiveDate> {
    let last = |kind: EventKind| log.iter().rev().find(|e| e.kind == kind).map(|e| e.on);
    let after_leaving = || {
        let left = log.iter().find(|e| {
            matches!(
                e.kind,
                EventKind::Cancelled | EventKind::Terminated | EventKind::Withdrawn
            )
        })?;
        let answer =
            |e: &&&Event| e.kind == EventKind::Answered && (e.on, e.no) > (left.on, left.no);
        log.iter().rev().find(answer).map(|e| e.on)
    };
    let refunded = money::fully_refunded_on(claim, log);
    match claim.wanted? {
        Remedy::Refund => refunded,
        Remedy::PartialRefund | Remedy::PriceReduction => last(EventKind::Refunded),
        Remedy::Replacement => last(EventKind::Replaced).or(refunded),
        Remedy::Repair => last(EventKind::Repaired)
            .or_else(|| last(EventKind::Replaced))
            .or(refunded),
        Remedy::Delivery => {
            let waits = matches!(
                claim.problem,
                Some(Problem::NotReceived | Problem::Late | Problem::MarkedDelivered)
            );
            waits
                .then(|| last(EventKind::Delivered))
                .flatten()
                .or(refunded)
        }
        Remedy::Cancellation => last(EventKind::ServiceStopped)
            .or_else(after_leaving)
            .or(refunded),
    }
}
