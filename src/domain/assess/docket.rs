//! What does not depend on the day: the rules, routes and events that count, and the ends of all the rules.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::assessment::{Action, Assessment, Missing, Next};
use super::clock::{Clock, Counted};
use super::compose::{Names, compose};
use super::{dead_ends, deadlines, gaps, money, next, promises, routes};
use crate::domain::calendar::holidays::Holidays;
use crate::domain::chains::{Chain, Chains, LONGEST};
use crate::domain::claim::{Claim, Status, Step};
use crate::domain::dead_end::DeadEnd;
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::offer;
use crate::domain::playbook::{Library, Playbook};
use crate::domain::problem::{Problem, Remedy};
use crate::domain::route::{Door, Route, RouteState};
use crate::domain::rule::{Rule, RuleKind};

/// A rule that applies to the claim, with its playbook.
pub(super) struct Applied<'a> {
    pub(super) rule: Cow<'a, Rule>,
    pub(super) playbook: &'a Playbook,
    /// Where it starts and ends, or what is missing to say so.
    pub(super) counted: Result<Counted, Missing>,
}

/// A route that applies to the claim, and the day on which it was taken.
pub(super) struct Way<'a> {
    pub(super) route: Cow<'a, Route>,
    pub(super) taken: Option<&'a Event>,
}

/// A claim with everything that can be said of it whatever the day.
pub struct Docket<'a> {
    pub(super) claim: &'a Claim,
    pub(super) log: Vec<&'a Event>,
    pub(super) playbooks: Vec<&'a Playbook>,
    pub(super) rules: BTreeMap<&'a str, Applied<'a>>,
    pub(super) ways: Vec<Way<'a>>,
    pub(super) dead_ends: Vec<(&'a DeadEnd, &'a Playbook)>,
    /// Rules younger than the contract, where it is not known what held before them.
    pub(super) too_young: Vec<&'a Rule>,
    /// Rules that hang on themselves or on too many others; those that hang on these are none of them.
    pub(super) not_counted: Vec<String>,
    /// Which rule or route stands in the place of which.
    pub(super) names: Names<'a>,
    /// Ids of the bases whose checklists another playbook has replaced.
    pub(super) replaced_checklists: BTreeSet<&'a str>,
    pub(super) deadlines: Vec<deadlines::Timed>,
    pub(super) holidays: Holidays,
    /// The file of the user's from which the holidays are.
    pub(super) own_holidays: Option<&'a str>,
    /// The day on which the claim got what it asked for.
    pub(super) settled: Option<NaiveDate>,
    /// The day on which all the money had come back.
    pub(super) refunded_on: Option<NaiveDate>,
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
        let composed = compose(claim, &log, &playbooks);
        let mut ways = ways(composed.routes);
        let (endless, not_counted) = endless(&composed.rules);
        let clock = Clock::new(
            claim,
            &log,
            (&composed.rules, &composed.names),
            &holidays,
            &ways,
            &endless,
        );
        let counted: Vec<_> = composed.rules.keys().map(|id| clock.count(id)).collect();
        let rules: BTreeMap<&str, Applied<'_>> = composed
            .rules
            .into_iter()
            .zip(counted)
            .map(|((id, (rule, playbook)), counted)| {
                let applied = Applied {
                    rule,
                    playbook,
                    counted,
                };
                (id, applied)
            })
            .collect();
        let taken = taken(&ways, &log, &rules);
        for (way, taken) in ways.iter_mut().zip(taken) {
            way.taken = taken;
        }
        let settled = settled_on(claim, &log);
        let refunded_on = money::fully_refunded_on(claim, &log);
        let mut docket = Docket {
            claim,
            log,
            playbooks,
            rules,
            ways,
            dead_ends: composed.dead_ends,
            too_young: composed.too_young,
            not_counted,
            names: composed.names,
            replaced_checklists: composed.replaced_checklists,
            deadlines: Vec::new(),
            holidays,
            own_holidays: library.own_holidays.get(country).map(String::as_str),
            settled,
            refunded_on,
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
        let waits = self.waits();
        let needs = gaps::needs(self, &routes);
        Assessment {
            today,
            status,
            step: self.step(status, &routes),
            playbooks: self.playbooks.iter().map(|p| p.id.clone()).collect(),
            rights: self.rights(),
            gaps: gaps::gaps(self, &needs),
            needs,
            money: money::account(self, today),
            contacts: self.contacts(&routes, &next),
            dead_ends: dead_ends::on(self, &routes, today),
            warnings: gaps::warnings(self, &routes, (&deadlines, &waits), today),
            waits,
            routes,
            deadlines,
            next,
        }
    }

    /// What the routes wait for. A rule that also binds somebody to a day is explained as a deadline.
    fn waits(&self) -> Vec<super::Wait> {
        let mut waits: Vec<super::Wait> = self
            .rules
            .values()
            .filter(|a| a.rule.kind == RuleKind::NotBefore)
            .filter_map(|applied| {
                let rule = &applied.rule;
                let routes: Vec<String> = self
                    .ways
                    .iter()
                    .filter(|w| w.route.opens.as_deref() == Some(rule.id.as_str()))
                    .map(|w| w.route.id.clone())
                    .collect();
                if routes.is_empty() {
                    return None;
                }
                let counted = applied.counted.as_ref().ok()?;
                Some(super::Wait {
                    rule: rule.id.clone(),
                    routes,
                    what: rule.what.clone(),
                    caution: rule.caution.clone(),
                    opens_on: routes::first_day(counted, rule.kind),
                    source: applied.playbook.source(&rule.source)?.clone(),
                    steps: counted.steps.clone(),
                })
            })
            .collect();
        waits.sort_by(|a, b| (a.opens_on, &a.rule).cmp(&(b.opens_on, &b.rule)));
        waits
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

    fn contacts(&self, routes: &[super::RouteView], next: &Next) -> Vec<super::ContactView> {
        let next = match &next.action {
            Action::TakeRoute { route, .. } | Action::WaitForOpening { route, .. } => Some(route),
            _ => None,
        };
        let at_hand = |door: Door| {
            routes.iter().filter(|r| r.door == door).any(|r| {
                let open = matches!(r.state, RouteState::Open | RouteState::Closing);
                open || r.taken_on.is_some() || next == Some(&r.route)
            })
        };
        let mut contacts: Vec<super::ContactView> = Vec::new();
        for playbook in &self.playbooks {
            let fitting = playbook
                .contacts
                .iter()
                .filter(|c| c.when.holds(self.claim));
            for contact in fitting {
                let known = contacts.iter().any(|c| c.name == contact.name);
                let Some(source) = playbook.source(&contact.source).filter(|_| !known) else {
                    continue;
                };
                contacts.push(super::ContactView {
                    name: contact.name.clone(),
                    how: contact.how.clone(),
                    url: contact.url.clone(),
                    at_hand: contact.door.is_none_or(at_hand),
                    source: source.clone(),
                });
            }
        }
        contacts
    }

    fn step(&self, status: Status, routes: &[super::RouteView]) -> Step {
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

/// The rules that have no end: they hang on themselves, or on too many others in a row. The loader looks at each playbook
/// among those that it refines, and not at what many of them make together. Then those at which it begins.
fn endless(rules: &BTreeMap<&str, (Cow<'_, Rule>, &Playbook)>) -> (BTreeSet<String>, Vec<String>) {
    let all = rules.iter().map(|(id, (rule, _))| (*id, rule.as_ref()));
    let (mut endless, mut first) = (BTreeSet::new(), Vec::new());
    for (id, chain) in Chains::of(all).all() {
        match chain {
            Chain::Long(length) if length <= LONGEST => continue,
            Chain::Long(length) if length > LONGEST + 1 => {}
            Chain::Long(_) | Chain::Circle => first.push(id.to_owned()),
        }
        endless.insert(id.to_owned());
    }
    (endless, first)
}

fn ways(mut routes: Vec<Cow<'_, Route>>) -> Vec<Way<'_>> {
    routes.sort_by(|a, b| (a.alternative, a.rank, &a.id).cmp(&(b.alternative, b.rank, &b.id)));
    let untaken = |route| Way { route, taken: None };
    routes.into_iter().map(untaken).collect()
}

/// The event by which each route was taken.
fn taken<'a>(
    ways: &[Way<'a>],
    log: &[&'a Event],
    rules: &BTreeMap<&str, Applied<'_>>,
) -> Vec<Option<&'a Event>> {
    let closing = |route: &Route| rules.get(route.closes.as_deref()?);
    ways.iter()
        .map(|Way { route, .. }| {
            // Whoever only said that the contract is over has to write it yet.
            let mine = |event: &Event| match event.about.as_deref() {
                // A route that is taken otherwise is only spoken of.
                Some(about)
                    if ways
                        .iter()
                        .any(|w| w.route.id == about && w.route.event == event.kind) =>
                {
                    about == route.id
                }
                _ => belongs_to(event, ways, log, rules) == Some(route.id.as_str()),
            };
            let in_writing = closing(route).is_some_and(|applied| applied.rule.in_writing);
            let counts = |event: &Event| {
                event.kind != EventKind::Note
                    && !(event.was_spoken() && (in_writing || event.kind.leaves()))
            };
            log.iter()
                .copied()
                .find(|e| e.kind == route.event && counts(e) && mine(e))
        })
        .collect()
}

/// The route of an event that names none: the first that is taken by such an event, whose needs were met by then and whose
/// window had not closed; else the first whose needs were met, else the first at all.
fn belongs_to<'r>(
    event: &Event,
    ways: &'r [Way<'_>],
    log: &[&Event],
    rules: &BTreeMap<&str, Applied<'_>>,
) -> Option<&'r str> {
    let happened = |group: &Vec<EventKind>| {
        log.iter()
            .any(|e| group.contains(&e.kind) && (e.on, e.no) < (event.on, event.no))
    };
    let in_time = |route: &Route| {
        let closing = route.closes.as_deref().and_then(|id| rules.get(id));
        let last = closing.and_then(|applied| applied.counted.as_ref().ok());
        last.is_none_or(|counted| event.on <= counted.legal)
    };
    let taken_so = || {
        let routes = ways.iter().map(|w| &w.route);
        routes.filter(|r| r.event == event.kind)
    };
    let ready = || taken_so().filter(|r| r.needs.iter().all(happened));
    ready()
        .find(|r| in_time(r))
        .or_else(|| ready().next())
        .or_else(|| taken_so().next())
        .map(|r| r.id.as_str())
}

/// The repair or the replacement that has put the thing right: none, once a fault was discovered after it.
pub(super) fn put_right<'a>(log: &[&'a Event]) -> Option<&'a Event> {
    use EventKind as E;
    let told = |e: &&&Event| matches!(e.kind, E::Repaired | E::Replaced | E::Discovered);
    let last = log.iter().rev().find(told).copied()?;
    (last.kind != E::Discovered).then_some(last)
}

/// The day on which the claim got what it asked for, if it did.
fn settled_on(claim: &Claim, log: &[&Event]) -> Option<NaiveDate> {
    let last = |kind: EventKind| log.iter().rev().find(|e| e.kind == kind).map(|e| e.on);
    let after_leaving = || {
        let left = log.iter().find(|e| e.kind.leaves())?;
        let answer =
            |e: &&&Event| e.kind == EventKind::Answered && (e.on, e.no) > (left.on, left.no);
        log.iter().rev().find(answer).map(|e| e.on)
    };
    let refunded = money::fully_refunded_on(claim, log);
    let works = |kind: EventKind| put_right(log).filter(|e| e.kind == kind).map(|e| e.on);
    let agreed = offer::carried_out(log).map(|e| e.on);
    let settled = match claim.wanted? {
        Remedy::Refund => refunded,
        Remedy::PartialRefund | Remedy::PriceReduction => last(EventKind::Refunded),
        Remedy::Replacement => works(EventKind::Replaced).or(refunded),
        Remedy::Repair => works(EventKind::Repaired)
            .or_else(|| works(EventKind::Replaced))
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
    };
    settled.or(agreed)
}
