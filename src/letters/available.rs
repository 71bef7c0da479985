//! Which letters can be sent now, which not yet, and why.

use chrono::NaiveDate;

use crate::domain::assess::{
    Action, Assessment, Command, Deadline, DeadlineState, Missing, Reason, RouteView,
};
use crate::domain::claim::{Claim, Status};
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::domain::offer::{Offer, OfferState};
use crate::domain::party::Who;
use crate::domain::playbook::Library;
use crate::domain::problem::Problem;
use crate::domain::route::RouteState;

use super::choose::choose;
use super::history::is_contact;
use super::next::route_of;
use super::offers;

/// Whether a letter can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Availability {
    /// It fits the claim today.
    Now,
    /// It will fit later, or once something else is done.
    NotYet(Message),
    /// It is not for this claim, or its time has passed.
    No(Message),
}

impl Availability {
    /// Whether it fits the claim today.
    #[must_use]
    pub fn is_now(&self) -> bool {
        *self == Availability::Now
    }

    /// Says why it does not; `None` when it does.
    #[must_use]
    pub fn reason(&self) -> Option<&Message> {
        match self {
            Availability::Now => None,
            Availability::NotYet(why) | Availability::No(why) => Some(why),
        }
    }
}

/// Says of every kind of letter whether it can be sent today, in the order of the kinds.
#[must_use]
pub fn available(
    claim: &Claim,
    events: &[Event],
    assessment: &Assessment,
    library: &Library,
) -> Vec<(LetterKind, Availability)> {
    LetterKind::ALL
        .iter()
        .map(|kind| (*kind, one(*kind, claim, events, assessment, library)))
        .collect()
}

fn one(
    kind: LetterKind,
    claim: &Claim,
    events: &[Event],
    assessment: &Assessment,
    library: &Library,
) -> Availability {
    let no = |key: &str| Availability::No(Message::new(key));
    if assessment.status == Status::Closed {
        return no("letter-no-closed");
    }
    if claim.problem.is_none() {
        return Availability::NotYet(Message::new("letter-not-yet-problem"));
    }
    if choose(kind, claim, library).is_none() {
        return no("letter-no-template");
    }
    let contacts: Vec<&Event> = in_force(events)
        .into_iter()
        .filter(|event| is_contact(event.kind))
        .collect();
    match kind {
        LetterKind::FirstMessage => match contacts.first() {
            Some(first) => {
                Availability::No(Message::new("letter-no-written-already").with("on", first.on))
            }
            None => Availability::Now,
        },
        LetterKind::Reminder if contacts.is_empty() => {
            Availability::NotYet(Message::new("letter-not-yet-contact"))
        }
        LetterKind::Reminder | LetterKind::RefundTicket => Availability::Now,
        LetterKind::FormalNotice if contacts.is_empty() => {
            Availability::NotYet(Message::new("letter-not-yet-contact"))
        }
        LetterKind::FormalNotice => match route_of(kind, assessment) {
            // A notice may be sent again, with a new date.
            Some(route) if route.taken_on.is_none() => by_route(route, assessment),
            _ => Availability::Now,
        },
        LetterKind::Cancellation => match route_of(kind, assessment) {
            Some(route) => by_route(route, assessment),
            None if claim.problem == Some(Problem::CancelOrder) => {
                match in_force(events)
                    .iter()
                    .rfind(|e| e.kind == EventKind::Delivered)
                {
                    Some(event) => {
                        Availability::No(Message::new("letter-no-delivered").with("on", event.on))
                    }
                    None => Availability::Now,
                }
            }
            None => no("letter-no-route"),
        },
        LetterKind::Termination => match route_of(kind, assessment) {
            Some(route) => by_route(route, assessment),
            None if claim.problem == Some(Problem::CancelSubscription) => Availability::Now,
            None => no("letter-no-route"),
        },
        LetterKind::Withdrawal => match route_of(kind, assessment) {
            Some(route) => by_route(route, assessment),
            None => no("letter-no-withdrawal"),
        },
        LetterKind::OfferAccepted
        | LetterKind::OfferRefused
        | LetterKind::CounterOffer
        | LetterKind::Confirmation => about_what_was_said(kind, events, assessment.today),
        LetterKind::SpecialRequest => Availability::Now,
        LetterKind::PlatformDispute
        | LetterKind::Escalation
        | LetterKind::MediatorRequest
        | LetterKind::Chargeback
        | LetterKind::SepaRefund => match route_of(kind, assessment) {
            Some(route) => by_route(route, assessment),
            None => no(no_route(kind)),
        },
        LetterKind::AuthorityReport | LetterKind::CourtSummary => {
            match route_of(kind, assessment) {
                Some(route) => by_route(route, assessment),
                None if is_refused(events, assessment) => Availability::Now,
                None => Availability::NotYet(Message::new("recourse-not-yet-refused")),
            }
        }
    }
}

/// The letters that answer an offer or confirm what was only said.
fn about_what_was_said(kind: LetterKind, events: &[Event], today: NaiveDate) -> Availability {
    let log = in_force(events);
    if kind == LetterKind::Confirmation {
        return match offers::last_spoken(&log) {
            Some(_) => Availability::Now,
            None => Availability::NotYet(Message::new("offer-not-yet-spoken")),
        };
    }
    let Some(offer) = Offer::last(&log) else {
        return Availability::NotYet(Message::new("offer-not-yet-made"));
    };
    let state = offer.state(today);
    let gives = match kind {
        LetterKind::OfferAccepted => OfferState::Accepted,
        LetterKind::OfferRefused => OfferState::Refused,
        _ => OfferState::Countered,
    };
    match (state, offer.ended) {
        // What to ask for instead is said with the command that logs it.
        (OfferState::Open, _) if kind == LetterKind::CounterOffer => {
            Availability::NotYet(Message::new("offer-not-yet-counter"))
        }
        (OfferState::Open, _) => Availability::Now,
        (state, _) if state == gives => Availability::Now,
        (_, Some(ended)) => {
            Availability::No(Message::new("offer-no-answered").with("on", ended.on))
        }
        (_, None) => Availability::No(
            Message::new("offer-no-lapsed").with("on", offer.event.by.unwrap_or(today)),
        ),
    }
}

/// Why there is no such letter for a claim without the route.
const fn no_route(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::MediatorRequest => "recourse-no-mediator",
        LetterKind::Chargeback => "recourse-no-chargeback",
        LetterKind::SepaRefund => "recourse-no-debit",
        _ => "letter-no-platform",
    }
}

/// Whether the seller has refused, or has let a day pass by which it had to act.
fn is_refused(events: &[Event], assessment: &Assessment) -> bool {
    let refused = in_force(events)
        .iter()
        .any(|e| e.kind == EventKind::Refused);
    let late = |d: &Deadline| d.who == Who::Trader && d.state == DeadlineState::Missed;
    refused || assessment.deadlines.iter().any(late)
}

fn by_route(route: &RouteView, assessment: &Assessment) -> Availability {
    let why = |key: &str| Message::new(key);
    if let Some(on) = route.taken_on {
        return Availability::No(why("letter-no-taken").with("on", on));
    }
    match route.state {
        RouteState::Open | RouteState::Closing => Availability::Now,
        RouteState::NotYet | RouteState::Blocked => match &route.reason {
            Reason::OpensOn(on, _) => {
                Availability::NotYet(why("letter-not-yet-opens").with("on", *on))
            }
            Reason::OpeningUnknown(missing) => {
                Availability::NotYet(why("letter-not-yet-unknown").with("key", key_of(missing)))
            }
            Reason::Needs(text) => {
                Availability::NotYet(why("letter-not-yet-needs").with("what", text.clone()))
            }
            Reason::ExcludedBy(other) => {
                let title = assessment.routes.iter().find(|r| r.route == *other);
                let message = why("letter-no-excluded");
                Availability::No(match title {
                    Some(route) => message.with("route", route.title.clone()),
                    None => message.with("route", other.as_str()),
                })
            }
            Reason::NotNeeded => Availability::No(why("letter-no-need")),
            _ => Availability::NotYet(why("letter-not-yet")),
        },
        RouteState::Closed => {
            let closed_on = match route.reason {
                Reason::NotNeeded => return Availability::No(why("letter-no-need")),
                Reason::ClosedOn(on) => Some(on),
                _ => route.closes_on,
            };
            Availability::No(match closed_on {
                Some(on) => why("letter-no-closed-on").with("on", on),
                None => why("letter-no-route"),
            })
        }
    }
}

/// Returns the event by which a letter of a kind is logged once it was sent, and the route that it takes.
#[must_use]
pub fn sends(kind: LetterKind, assessment: &Assessment) -> (EventKind, Option<String>) {
    let route = route_of(kind, assessment).filter(|route| route.taken_on.is_none());
    // A reminder is a message, though its route be no more than a note.
    let says_it = |route: &&RouteView| {
        route.state != RouteState::Closed
            && !(kind == LetterKind::Reminder && route.event == EventKind::Note)
    };
    if let Some(route) = route.filter(says_it) {
        return (route.event, Some(route.route.clone()));
    }
    let event = match kind {
        LetterKind::FirstMessage
        | LetterKind::Reminder
        | LetterKind::RefundTicket
        | LetterKind::SpecialRequest => EventKind::Contacted,
        LetterKind::FormalNotice => EventKind::FormalNoticeSent,
        LetterKind::Cancellation => EventKind::Cancelled,
        LetterKind::Withdrawal => EventKind::Withdrawn,
        LetterKind::Termination => EventKind::Terminated,
        LetterKind::PlatformDispute => EventKind::DisputeOpened,
        LetterKind::OfferAccepted => EventKind::OfferAccepted,
        LetterKind::OfferRefused => EventKind::OfferRefused,
        // What is asked for instead is in the log before the letter can be written.
        LetterKind::CounterOffer => EventKind::Contacted,
        // It asks for nothing: neither a complaint nor a reminder, and no answer is waited for.
        LetterKind::Confirmation => EventKind::Note,
        LetterKind::Escalation => EventKind::Escalated,
        LetterKind::MediatorRequest => EventKind::MediatorContacted,
        LetterKind::Chargeback | LetterKind::SepaRefund => EventKind::BankContacted,
        // No step of the claim: that it was written is noted.
        LetterKind::AuthorityReport | LetterKind::CourtSummary => EventKind::Note,
    };
    (event, None)
}

fn key_of(missing: &Missing) -> String {
    match missing {
        Missing::Event(kind) => format!("{}_on", kind.id()),
        Missing::Term(term) => term.id().to_owned(),
        Missing::NoticePeriod => "notice_period".to_owned(),
    }
}

/// Returns the letter that the next action needs, else the next that could be sent.
#[must_use]
pub fn default_kind(assessment: &Assessment) -> Option<LetterKind> {
    let letter_of = |id: &str| {
        assessment
            .routes
            .iter()
            .find(|route| route.route == id)
            .and_then(|route| route.letter)
    };
    if let Some(Command::Letter(kind)) = assessment.next.command {
        return Some(kind);
    }
    let needed = match &assessment.next.action {
        Action::TakeRoute { route, .. } | Action::WaitForOpening { route, .. } => letter_of(route),
        Action::Chase { .. } => Some(LetterKind::Reminder),
        Action::Closed => return None,
        _ => None,
    };
    needed.or_else(|| {
        let untaken = || assessment.routes.iter().filter(|r| r.taken_on.is_none());
        let open = |r: &&RouteView| matches!(r.state, RouteState::Open | RouteState::Closing);
        let waiting = |r: &&RouteView| matches!(r.state, RouteState::NotYet | RouteState::Blocked);
        let first = || untaken().filter(|r| !r.alternative);
        first()
            .filter(open)
            .chain(first().filter(waiting))
            .chain(untaken().filter(open))
            .find_map(|route| route.letter)
    })
}
