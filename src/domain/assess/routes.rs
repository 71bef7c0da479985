//! Routes: whether each can be taken on a day, and why (not).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::assessment::{Deadline, DeadlineState, Missing, Reason, RouteView};
use super::clock::Counted;
use super::docket::{Docket, Way};
use crate::domain::calendar::period::{Period, Unit, day_after};
use crate::domain::event::{Event, EventKind};
use crate::domain::problem::Problem;
use crate::domain::route::{Proof, RouteState, WITHOUT_PROOF};
use crate::domain::rule::{Length, Rule, RuleKind};

/// A route is closing in its last days.
const CLOSING: Period = Period::days(-7);

/// How the routes stand on a day, in the order in which they are tried.
pub(super) fn on(docket: &Docket<'_>, deadlines: &[Deadline], today: NaiveDate) -> Vec<RouteView> {
    let deadlines: BTreeMap<&str, &Deadline> =
        deadlines.iter().map(|d| (d.rule.as_str(), d)).collect();
    let taken: Vec<&Way<'_>> = docket.ways.iter().filter(|w| w.taken.is_some()).collect();
    docket
        .ways
        .iter()
        .map(|way| {
            let closing = way.route.closes.as_deref().and_then(|id| deadlines.get(id));
            view(docket, way, &taken, closing.copied(), today)
        })
        .collect()
}

fn view(
    docket: &Docket<'_>,
    way: &Way<'_>,
    taken: &[&Way<'_>],
    closing: Option<&Deadline>,
    today: NaiveDate,
) -> RouteView {
    let route = way.route.as_ref();
    let opening = opening(docket, way, today);
    let (state, reason) = state(docket, (way, taken), &opening, closing, today);
    RouteView {
        route: route.id.clone(),
        door: route.door,
        title: route.title.clone(),
        act: route.act.clone(),
        how: route.how.clone(),
        state,
        opens_on: opening.ok().flatten().map(|(on, _)| on),
        closes_on: closing.map(|deadline| left(deadline, today)),
        reason,
        taken_on: way.taken.map(|e| e.on),
        alternative: route.alternative,
        event: route.event,
        letter: route.letter,
        answer_within: route.answer_within,
        held: held(docket, way),
    }
}

/// The proof that a route needs and the claim lacks, unless the user has gone on without it.
fn held(docket: &Docket<'_>, way: &Way<'_>) -> Option<Proof> {
    let route = way.route.as_ref();
    let proof = route.proof.as_ref().filter(|_| way.taken.is_none())?;
    let about = format!("{WITHOUT_PROOF}{}", route.id);
    let gone_on = |e: &&Event| e.kind == EventKind::Note && e.about.as_deref() == Some(&about);
    let counting = docket.claim.evidence.iter().filter(|e| e.counts());
    let cited = |no: &u32| {
        let needed = |e: &&&Event| route.needs.iter().any(|group| group.contains(&e.kind));
        let mut log = docket.log.iter().filter(needed);
        log.any(|e| !e.was_spoken() && e.evidence.contains(no))
    };
    let mut shown = counting.filter(|e| proof.kinds.contains(&e.kind) || cited(&e.no));
    let is_held = shown.next().is_none() && !docket.log.iter().any(gone_on);
    is_held.then(|| proof.clone())
}

type Opening = Result<Option<(NaiveDate, String)>, Reason>;

/// The first day on which the route is open, with the rule that says so; `None` when it is open from the start.
fn opening(docket: &Docket<'_>, way: &Way<'_>, today: NaiveDate) -> Opening {
    let Some(applied) = way
        .route
        .opens
        .as_deref()
        .and_then(|id| docket.rules.get(id))
    else {
        return Ok(None);
    };
    match &applied.counted {
        // Nobody is late while they may wait for something, and what follows their lateness has no day yet.
        Ok(counted) if counted.held && today >= first_day(counted, applied.rule.kind) => {
            let awaited = applied.rule.waits_for.map(|(event, _)| event);
            Err(awaited.map_or(Reason::NotNeeded, |event| {
                Reason::OpeningUnknown(Missing::Event(event))
            }))
        }
        // What stands still ends on a day that nobody knows yet.
        Ok(counted) if counted.paused_on.is_some() => {
            Err(Reason::OpeningUnknown(Missing::Event(EventKind::Resumed)))
        }
        Ok(counted) => Ok(Some((
            first_day(counted, applied.rule.kind),
            applied.rule.id.clone(),
        ))),
        Err(missing) => Err(Reason::OpeningUnknown(missing.clone())),
    }
}

/// The first day after a wait. One that ends at a known hour opens the route that day; else the last day must have
/// passed.
pub(super) fn first_day(counted: &Counted, kind: RuleKind) -> NaiveDate {
    if counted.at.is_some() && kind == RuleKind::NotBefore {
        counted.safe
    } else {
        day_after(counted.safe)
    }
}

fn state(
    docket: &Docket<'_>,
    (way, taken): (&Way<'_>, &[&Way<'_>]),
    opening: &Opening,
    closing: Option<&Deadline>,
    today: NaiveDate,
) -> (RouteState, Reason) {
    let route = way.route.as_ref();
    if let Some(taken) = way.taken {
        return (RouteState::Open, Reason::Taken(taken.on));
    }
    if docket.is_over() {
        return (RouteState::Closed, Reason::NotNeeded);
    }
    if let Some(other) = taken.iter().find(|w| w.route.excludes.contains(&route.id)) {
        return (
            RouteState::Blocked,
            Reason::ExcludedBy(other.route.id.clone()),
        );
    }
    if lost_its_purpose(docket, way, closing) {
        return (RouteState::Closed, Reason::NotNeeded);
    }
    if let Some(deadline) = closing {
        let last = deadline.legal_on.unwrap_or(deadline.due_on);
        if today > last && deadline.paused_on.is_none() {
            return (RouteState::Closed, Reason::ClosedOn(last));
        }
    }
    // What would open only after its own last day adds nothing to what closes on that day.
    if let (Ok(Some((on, _))), Some(deadline)) = (opening, closing)
        && deadline.paused_on.is_none()
        && *on > deadline.legal_on.unwrap_or(deadline.due_on)
    {
        return (RouteState::Closed, Reason::NotNeeded);
    }
    let happened = |group: &Vec<_>| docket.log.iter().any(|e| group.contains(&e.kind));
    if !route.needs.iter().all(happened) {
        let text = route.needs_text.clone().unwrap_or_default();
        return (RouteState::Blocked, Reason::Needs(text));
    }
    match opening {
        Err(reason) => return (RouteState::NotYet, reason.clone()),
        Ok(Some((on, rule))) if today < *on => {
            return (RouteState::NotYet, Reason::OpensOn(*on, rule.clone()));
        }
        Ok(_) => {}
    }
    match closing {
        Some(deadline) => {
            if deadline.paused_on.is_some() {
                return (RouteState::Open, Reason::Open);
            }
            let soon = CLOSING
                .end_after(deadline.due_on, &docket.holidays)
                .min(deadline.remind_on);
            if today >= soon {
                (RouteState::Closing, Reason::ClosesOn(left(deadline, today)))
            } else {
                (RouteState::Open, Reason::Open)
            }
        }
        None => {
            let closes = route.closes.as_deref();
            let unknown = closes
                .and_then(|id| docket.rules.get(id))
                .and_then(|applied| Some((&applied.rule, applied.counted.as_ref().err()?)));
            match unknown {
                None => (RouteState::Open, Reason::Open),
                Some((rule, missing)) => {
                    let state = match runs_unseen(docket, rule, missing) {
                        true => RouteState::Closing,
                        false => RouteState::Open,
                    };
                    (state, Reason::ClosingUnknown(missing.clone()))
                }
            }
        }
    }
}

/// Whether a limit of a few days has begun for certain, on a day that nobody noted: it may end today.
fn runs_unseen(docket: &Docket<'_>, rule: &Rule, missing: &Missing) -> bool {
    let delivery = matches!(
        missing,
        Missing::Event(EventKind::Delivered | EventKind::TrackingDelivered)
    );
    let has_come = delivery && docket.claim.problem.is_some_and(Problem::is_of_what_came);
    // A limit is as short as the shortest of those that it is made of.
    let parts = rule
        .earliest_of
        .iter()
        .filter_map(|id| docket.rules.get(id.as_str()));
    let mut all = parts.map(|part| &part.rule.length).chain([&rule.length]);
    has_come && rule.kind == RuleKind::ActBy && all.any(is_of_a_few_days)
}

fn is_of_a_few_days(length: &Length) -> bool {
    let Length::Fixed(period) = length else {
        return false;
    };
    match period.unit {
        Unit::Hours => period.count <= 7 * 24,
        Unit::Days | Unit::WorkingDays => period.count <= 7,
        Unit::Months | Unit::Years => false,
    }
}

/// The day that is left: once the safe one has passed, the last day of the law.
fn left(deadline: &Deadline, today: NaiveDate) -> NaiveDate {
    match deadline.legal_on {
        Some(legal) if today > deadline.due_on => legal,
        _ => deadline.due_on,
    }
}

/// Whether something has happened that makes the route pointless, by the rule that closes it: an order that was withdrawn
/// from, or that has arrived, is not cancelled any more.
fn lost_its_purpose(docket: &Docket<'_>, way: &Way<'_>, closing: Option<&Deadline>) -> bool {
    if let Some(deadline) = closing {
        return deadline.state == DeadlineState::Moot;
    }
    let rule = way.route.closes.as_deref();
    rule.and_then(|id| docket.rules.get(id))
        .is_some_and(|applied| {
            let moot_by = &applied.rule.moot_by;
            docket.log.iter().any(|e| moot_by.contains(&e.kind))
        })
}
