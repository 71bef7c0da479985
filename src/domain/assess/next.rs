//! The next action: one sentence, one command; and the status that follows from it.

use chrono::NaiveDate;

use super::assessment::{Action, Command, Deadline, DeadlineState, Next, RouteView};
use super::candidates::{Candidate, candidates, last_day};
use super::docket::{self, Docket};
use super::waiting::{delivery_ahead, step_before, wait, wait_for_opening};
use crate::domain::claim::Status;
use crate::domain::event::{Direction, Event, EventKind};
use crate::domain::letter::LetterKind;
use crate::domain::offer::{self, Offer, OfferState};
use crate::domain::party::Who;
use crate::domain::problem::{Outcome, Problem, Remedy};
use crate::domain::route::{Door, RouteState};

/// From this rank on, a route is a step up: whoever is merely late is reminded once before it is taken.
pub(super) const STEP_UP: u32 = 35;

/// Finds what to do, or what to wait for, on a day.
pub(super) fn on(
    docket: &Docket<'_>,
    routes: &[RouteView],
    deadlines: &[Deadline],
    today: NaiveDate,
) -> Next {
    if docket.claim.closed_on.is_some() {
        if let Some(next) = reminder(docket, deadlines, today) {
            return next;
        }
        return Next {
            action: Action::Closed,
            due_on: None,
            command: None,
        };
    }
    if docket.claim.draft {
        return Next {
            action: Action::FinishDraft,
            due_on: None,
            command: Some(Command::Next),
        };
    }
    if docket.settled.is_some() {
        let outcome = outcome(docket);
        let due_on = failed_by(docket, deadlines, today);
        return Next {
            action: Action::Close { outcome },
            due_on: due_on.filter(|_| outcome == Outcome::Repaired),
            command: Some(Command::Close(outcome)),
        };
    }
    let candidates = candidates(docket, routes, deadlines, today);
    let put_right = put_right(docket, deadlines, today);
    // What is for a repair that has failed waits until somebody says that it has.
    let failed =
        |c: &Candidate<'_>| put_right.is_some() && is_after_a_repair(docket, &c.route.route);
    let urgent = candidates
        .iter()
        .find(|c| !failed(c) && c.urgent(docket, routes, deadlines, today));
    answer_owed(docket, today)
        .or_else(|| reminder(docket, deadlines, today))
        .or_else(|| urgent.map(|c| c.take(true)))
        .or(put_right.clone())
        .or_else(|| delivery_ahead(docket, routes, deadlines, today))
        .or_else(|| earlier_route(docket, &candidates))
        .or_else(|| wait(docket, routes, deadlines, today, true))
        .or_else(|| {
            candidates
                .first()
                .filter(|c| c.rank < STEP_UP)
                .map(|c| c.take(false))
        })
        .or_else(|| wait(docket, routes, deadlines, today, false))
        .or_else(|| step_before(docket, routes, &candidates, today))
        .or_else(|| chase_first(docket, &candidates, deadlines))
        .or_else(|| candidates.first().map(|c| c.take(false)))
        .or_else(|| wait_for_opening(routes, false))
        .or_else(|| last_resort(docket, routes, deadlines, today))
        .or_else(|| wait_for_opening(routes, true))
        .unwrap_or_else(|| nothing_left(docket))
}

/// The status that goes with the next action.
pub(super) fn status(docket: &Docket<'_>, next: &Next, deadlines: &[Deadline]) -> Status {
    let somebody_late = || {
        deadlines
            .iter()
            .any(|d| d.who != Who::Consumer && is_late(d) && follows_an_act(docket, d))
    };
    match next.action {
        _ if docket.claim.closed_on.is_some() => Status::Closed,
        Action::Closed => Status::Closed,
        Action::FinishDraft => Status::Draft,
        Action::Wait { .. } | Action::WaitForOpening { .. } => Status::Waiting,
        Action::Chase { .. } => Status::Overdue,
        Action::TakeRoute { .. } if somebody_late() => Status::Overdue,
        _ => Status::Yours,
    }
}

/// An offer or a question of the other side that the consumer has not answered.
fn answer_owed(docket: &Docket<'_>, today: NaiveDate) -> Option<Next> {
    let unanswered = |asks: EventKind, answers: &[EventKind]| -> Option<&Event> {
        let asked = docket.log.iter().rev().find(|e| e.kind == asks)?;
        let later = |e: &&&Event| (e.on, e.no) > (asked.on, asked.no);
        let answered = docket
            .log
            .iter()
            .filter(later)
            .any(|e| answers.contains(&e.kind));
        (!answered).then_some(*asked)
    };
    let log = |event| Some(Command::Log { event, about: None });
    // An offer whose day has passed stands in the way of nothing.
    let open = |offer: &Offer<'_>| offer.state(today) == OfferState::Open;
    if let Some(offer) = Offer::last(&docket.log).filter(open) {
        let action = Action::AnswerOffer {
            event: offer.event.no,
        };
        return Some(Next {
            action,
            due_on: offer.event.by,
            command: Some(Command::Offer),
        });
    }
    let request_ends = [
        EventKind::DocumentsSent,
        EventKind::DisputeDecided,
        EventKind::Refunded,
    ];
    let asked = unanswered(EventKind::InformationRequested, &request_ends)?;
    let action = Action::SendInformation { event: asked.no };
    Some(Next {
        action,
        due_on: asked.by,
        command: log(EventKind::DocumentsSent),
    })
}

/// A reminder of the consumer's own whose day has come; the note that corrects it takes it off.
fn reminder(docket: &Docket<'_>, deadlines: &[Deadline], today: NaiveDate) -> Option<Next> {
    let (due, note) = deadlines
        .iter()
        .filter(|d| d.due_on <= today && d.is_live())
        .find_map(|d| {
            let no: u32 = d.rule.strip_prefix("yours#")?.parse().ok()?;
            docket
                .log
                .iter()
                .find(|e| e.no == no && e.kind == EventKind::Note)
                .map(|e| (d, e))
        })?;
    let action = Action::Remember {
        event: note.no,
        what: due.what.clone(),
    };
    let command = Command::Log {
        event: EventKind::Note,
        about: None,
    };
    Some(Next {
        action,
        due_on: Some(due.due_on),
        command: Some(command),
    })
}

/// An open route that comes before every one taken so far: what the problem calls for first was passed over.
fn earlier_route(docket: &Docket<'_>, candidates: &[Candidate<'_>]) -> Option<Next> {
    let first_taken = docket
        .ways
        .iter()
        .filter(|w| w.taken.is_some())
        .map(|w| w.route.rank)
        .min()?;
    candidates
        .first()
        .filter(|c| c.rank < first_taken)
        .map(|c| c.take(false))
}

/// No route is left: what remains is to close, with the outcome that the log speaks of.
fn nothing_left(docket: &Docket<'_>) -> Next {
    let has = |kind| docket.log.iter().any(|e| e.kind == kind);
    let outcome = if has(EventKind::Refunded) {
        Outcome::PartlyRefunded
    } else if has(EventKind::Refused) || has(EventKind::DisputeDecided) {
        Outcome::Refused
    } else {
        Outcome::Abandoned
    };
    Next {
        action: Action::NothingLeft { outcome },
        due_on: None,
        command: Some(Command::Close(outcome)),
    }
}

/// Whether the deadline runs from something that the consumer did or that was promised, not from the purchase itself.
pub(super) fn follows_an_act(docket: &Docket<'_>, deadline: &Deadline) -> bool {
    if deadline.rule.starts_with("yours#") {
        return true;
    }
    let first_act = docket
        .log
        .iter()
        .find(|e| e.kind.direction() == Direction::Sent)
        .map(|e| e.on);
    first_act.is_some_and(|on| deadline.opens_on >= on)
}

pub(super) fn is_late(deadline: &Deadline) -> bool {
    deadline.state == DeadlineState::Missed && !deadline.chased && !deadline.quiet
}

/// Who is late is reminded once before the claim takes a step up, and always when no route is open.
fn chase_first(
    docket: &Docket<'_>,
    candidates: &[Candidate<'_>],
    deadlines: &[Deadline],
) -> Option<Next> {
    if candidates.first().is_some_and(|c| c.rank < STEP_UP) {
        return None;
    }
    let late = deadlines
        .iter()
        .rev()
        .filter(|d| candidates.is_empty() || !is_reminder_itself(docket, deadlines, d))
        .find(|d| d.who != Who::Consumer && is_late(d) && follows_an_act(docket, d))?;
    let action = Action::Chase {
        who: late.who,
        what: late.what.clone(),
    };
    let command = match late.who {
        Who::Trader | Who::Carrier => Command::Letter(LetterKind::Reminder),
        Who::PaymentProvider => Command::Log {
            event: EventKind::BankContacted,
            about: None,
        },
        Who::Platform => Command::Log {
            event: EventKind::Escalated,
            about: None,
        },
        _ => Command::Log {
            event: EventKind::Note,
            about: None,
        },
    };
    Some(Next {
        action,
        due_on: Some(late.due_on),
        command: Some(command),
    })
}

/// Whether what is late is the answer to a reminder: to a second message, to a formal notice, to a message sent when
/// something else was late already. Writing once more leads nowhere.
fn is_reminder_itself(docket: &Docket<'_>, deadlines: &[Deadline], late: &Deadline) -> bool {
    let messages = || {
        docket
            .log
            .iter()
            .filter(|e| matches!(e.kind, EventKind::Contacted | EventKind::FormalNoticeSent))
            .filter(|e| e.on <= late.opens_on)
    };
    let reminded = || {
        deadlines.iter().any(|d| {
            d.who != Who::Consumer
                && d.state == DeadlineState::Missed
                && d.chased
                && d.due_on < late.opens_on
                && follows_an_act(docket, d)
        })
    };
    messages().any(|e| e.on == late.opens_on) && (messages().count() > 1 || reminded())
}

/// When nothing that the problem calls for is left: a route that is merely possible.
fn last_resort(
    docket: &Docket<'_>,
    routes: &[RouteView],
    deadlines: &[Deadline],
    today: NaiveDate,
) -> Option<Next> {
    let open = |r: &&RouteView| matches!(r.state, RouteState::Open | RouteState::Closing);
    // An exception to the way to court is for whoever knows that it holds for them, and nothing to fall back on.
    let has_its_way = routes
        .iter()
        .any(|r| r.door == Door::Court && !r.alternative);
    let is_exception = |r: &&RouteView| {
        let way = docket.ways.iter().find(|w| w.route.id == r.route);
        let earned = way.is_some_and(|w| !w.route.needs.is_empty() || w.route.opens.is_some());
        r.door == Door::Court && has_its_way && !earned
    };
    let route = routes
        .iter()
        .filter(open)
        .filter(|r| !is_exception(r))
        .find(|r| r.alternative && r.taken_on.is_none() && r.event != EventKind::Note)?;
    let way = docket.ways.iter().find(|w| w.route.id == route.route)?;
    let (closes, excludes) = (way.route.closes.as_deref(), way.route.excludes.as_slice());
    Some(
        Candidate {
            route,
            rank: way.route.rank,
            closes,
            excludes,
            due_on: last_day(closes, deadlines, today),
            at_once: false,
        }
        .take(false),
    )
}

/// Whether a route can only be taken once something was repaired: because the repair has failed.
fn is_after_a_repair(docket: &Docket<'_>, route: &str) -> bool {
    let way = docket.ways.iter().find(|w| w.route.id == route);
    way.is_some_and(|w| {
        w.route
            .needs
            .iter()
            .any(|g| g.contains(&EventKind::Repaired))
    })
}

/// The last day on which a repair that has failed can be answered by a route that is for that.
fn failed_by(docket: &Docket<'_>, deadlines: &[Deadline], today: NaiveDate) -> Option<NaiveDate> {
    deadlines
        .iter()
        .filter(|d| d.due_on >= today && d.met_on.is_none())
        .filter(|d| d.closes.iter().any(|id| is_after_a_repair(docket, id)))
        .map(|d| d.due_on)
        .min()
}

/// What was repaired works, as long as nobody says otherwise or goes on with the claim: then it can be closed, whatever
/// was asked for at first.
fn put_right(docket: &Docket<'_>, deadlines: &[Deadline], today: NaiveDate) -> Option<Next> {
    let repaired = docket::put_right(&docket.log).filter(|e| e.kind == EventKind::Repaired)?;
    let gone_on = docket.log.iter().any(|e| {
        e.kind.direction() == Direction::Sent && (e.on, e.no) > (repaired.on, repaired.no)
    });
    let of_a_thing = docket.claim.problem.is_some_and(Problem::is_of_what_came);
    (of_a_thing && !gone_on).then_some(Next {
        action: Action::Close {
            outcome: Outcome::Repaired,
        },
        due_on: failed_by(docket, deadlines, today),
        command: Some(Command::Close(Outcome::Repaired)),
    })
}

/// The outcome that fits what has arrived.
fn outcome(docket: &Docket<'_>) -> Outcome {
    let has = |kind| docket.log.iter().any(|e| e.kind == kind);
    let all_back = super::money::fully_refunded_on(docket.claim, &docket.log).is_some();
    if let Some(agreed) = offer::carried_out(&docket.log).filter(|_| !all_back) {
        return match agreed.kind {
            EventKind::Refunded => Outcome::PartlyRefunded,
            EventKind::Repaired => Outcome::Repaired,
            EventKind::ServiceStopped => Outcome::Cancelled,
            _ => Outcome::Replaced,
        };
    }
    match docket.claim.wanted {
        Some(Remedy::Cancellation) if !has(EventKind::Refunded) => Outcome::Cancelled,
        Some(Remedy::Replacement | Remedy::Repair) if has(EventKind::Replaced) => Outcome::Replaced,
        Some(Remedy::Repair) if has(EventKind::Repaired) => Outcome::Repaired,
        Some(Remedy::PartialRefund | Remedy::PriceReduction) if !all_back => {
            Outcome::PartlyRefunded
        }
        Some(Remedy::Delivery) if !has(EventKind::Refunded) => Outcome::Replaced,
        _ => Outcome::Refunded,
    }
}
