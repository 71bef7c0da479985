//! What there is to wait for: an answer, a delivery that was announced, a route that opens.

use chrono::NaiveDate;

use super::assessment::{
    Action, Command, Deadline, DeadlineState, ExplainStep, Late, Next, RouteView,
};
use super::candidates::Candidate;
use super::docket::Docket;
use super::next::{STEP_UP, follows_an_act, is_late};
use crate::domain::calendar::period::{Period, day_after};
use crate::domain::claim::Term;
use crate::domain::event::{Direction, Event, EventKind};
use crate::domain::language::Text;
use crate::domain::party::Who;
use crate::domain::problem::Problem;
use crate::domain::route::RouteState;

/// A step that opens within this time is waited for rather than passed over.
pub(super) const SOON: Period = Period::days(14);

/// Something that the other side still has time to do, as a consequence of what the consumer did. With `answers`, only
/// an answer that is still due: nothing else is done meanwhile. Else whatever they owe.
pub(super) fn wait(
    docket: &Docket<'_>,
    routes: &[RouteView],
    deadlines: &[Deadline],
    today: NaiveDate,
    answers: bool,
) -> Option<Next> {
    let acted = routes.iter().any(|r| r.taken_on.is_some());
    let awaited = deadlines
        .iter()
        .filter(|d| {
            d.who != Who::Consumer
                && d.state == DeadlineState::Open
                && (d.answers || !answers)
                && (acted || d.rule.starts_with("yours#"))
                && follows_an_act(docket, d)
        })
        .max_by_key(|d| (d.opens_on, std::cmp::Reverse(d.due_on)));
    // Something newer that they are late with, such as a promise, is not hidden by an older thing that they still owe.
    let newer_is_late = |than: NaiveDate| {
        deadlines.iter().any(|d| {
            d.rule.starts_with("yours#")
                && d.who != Who::Consumer
                && is_late(d)
                && d.opens_on > than
        })
    };
    if let Some(d) = awaited.filter(|d| !newer_is_late(d.opens_on)) {
        let action = Action::Wait {
            who: d.who,
            what: d.what.clone(),
            late: late(docket, d.who, deadlines).filter(|_| d.answers),
        };
        let until = if d.due_on < today { today } else { d.due_on };
        return Some(Next {
            action,
            due_on: Some(until),
            command: Some(Command::Show),
        });
    }
    None
}

/// What the one who is waited for is late with besides an answer, the last of it, whether reminded of it or not.
fn late(docket: &Docket<'_>, who: Who, deadlines: &[Deadline]) -> Option<Late> {
    let promised = |d: &Deadline| {
        let no = d.rule.strip_prefix("yours#").and_then(|no| no.parse().ok());
        let event = docket.log.iter().find(|e| Some(e.no) == no);
        event.is_some_and(|e| e.kind.direction() == Direction::Received)
    };
    let late = deadlines
        .iter()
        .filter(|d| d.who == who && d.state == DeadlineState::Missed && !d.quiet)
        .filter(|d| !d.answers || promised(d))
        .max_by_key(|d| d.due_on)?;
    Some(Late {
        what: late.what.clone(),
        since: day_after(late.legal_on.unwrap_or(late.due_on)),
    })
}

/// While the day on which the parcel was announced has not passed, nobody is late: there is nothing to demand, unless the
/// seller has said that it will not come.
pub(super) fn delivery_ahead(
    docket: &Docket<'_>,
    routes: &[RouteView],
    deadlines: &[Deadline],
    today: NaiveDate,
) -> Option<Next> {
    let waits = matches!(
        docket.claim.problem,
        Some(Problem::NotReceived | Problem::Late)
    );
    let will_not_come = |e: &&Event| {
        let kind = e.kind;
        kind.leaves()
            || matches!(
                kind,
                EventKind::UnavailableNotice
                    | EventKind::Refused
                    | EventKind::TrackingDelivered
                    | EventKind::Delivered
                    | EventKind::FormalNoticeSent
            )
    };
    if !waits || docket.log.iter().any(will_not_come) {
        return None;
    }
    let day = *docket.claim.terms.get(&Term::LatestDeliveryOn)?;
    // Their answer to a message comes first, and so does a promise.
    if let Some(next) = wait(docket, routes, deadlines, today, true) {
        return Some(next);
    }
    let announced = |step: &ExplainStep| {
        matches!(
            step,
            ExplainStep::FromTerm {
                term: Term::LatestDeliveryOn,
                ..
            }
        )
    };
    let deadline = deadlines.iter().find(|d| {
        let rule = docket.rules.get(d.rule.as_str());
        d.who != Who::Consumer
            && d.steps.first().is_some_and(announced)
            && rule.is_some_and(|a| a.rule.met_by.contains(&EventKind::Delivered))
    });
    let (who, what, until) = match deadline {
        Some(d) if d.state == DeadlineState::Open => (d.who, d.what.clone(), d.due_on),
        Some(_) => return None,
        None => {
            let what = Text {
                fr: "Livrer la commande".to_owned(),
                en: "Deliver the order".to_owned(),
            };
            (Who::Trader, what, day)
        }
    };
    (today <= until).then_some(Next {
        action: Action::Wait {
            who,
            what,
            late: None,
        },
        due_on: Some(until),
        command: Some(Command::Show),
    })
}

/// A route that comes before every open one and opens within days is waited for, rather than taking the claim a step up.
pub(super) fn step_before(
    docket: &Docket<'_>,
    routes: &[RouteView],
    candidates: &[Candidate<'_>],
    today: NaiveDate,
) -> Option<Next> {
    let step_up = candidates.first().map_or(u32::MAX, |c| c.rank);
    let soon = SOON.end_after(today, &docket.holidays);
    let (route, on) = routes
        .iter()
        .filter(|r| r.state == RouteState::NotYet && !r.alternative && r.taken_on.is_none())
        .filter(|r| {
            docket
                .ways
                .iter()
                .any(|w| w.route.id == r.route && w.route.rank < step_up.min(STEP_UP))
        })
        .find_map(|r| r.opens_on.filter(|on| *on <= soon).map(|on| (r, on)))?;
    let action = Action::WaitForOpening {
        route: route.route.clone(),
        act: route.act.clone(),
    };
    Some(Next {
        action,
        due_on: Some(on),
        command: Some(Command::Show),
    })
}

pub(super) fn wait_for_opening(routes: &[RouteView], alternatives: bool) -> Option<Next> {
    let next = routes
        .iter()
        .filter(|r| {
            r.state == RouteState::NotYet && r.alternative == alternatives && r.taken_on.is_none()
        })
        .filter_map(|r| r.opens_on.map(|on| (on, r)))
        .min_by_key(|(on, _)| *on)?;
    let action = Action::WaitForOpening {
        route: next.1.route.clone(),
        act: next.1.act.clone(),
    };
    Some(Next {
        action,
        due_on: Some(next.0),
        command: Some(Command::Show),
    })
}
