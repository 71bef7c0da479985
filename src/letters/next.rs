//! Where a letter leads: the route that it is for, and the one that is taken when nobody answers it.

use chrono::NaiveDate;

use crate::domain::assess::{Action, Assessment, Reason, RouteView};
use crate::domain::calendar::period::day_after;
use crate::domain::event::EventKind;
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::domain::route::{Door, RouteState};

/// The route of a letter that says most: the one to be taken now, one that can be taken, one that will be, else any.
pub(super) fn route_of(kind: LetterKind, assessment: &Assessment) -> Option<&RouteView> {
    let now = match &assessment.next.action {
        Action::TakeRoute { route, .. } => Some(route),
        _ => None,
    };
    assessment
        .routes
        .iter()
        .filter(|route| route.letter == Some(kind))
        .min_by_key(|route| {
            let state = match route.state {
                _ if route.taken_on.is_some() => 3,
                RouteState::Open | RouteState::Closing => 0,
                RouteState::NotYet => 1,
                RouteState::Blocked => 2,
                RouteState::Closed => 4,
            };
            (now != Some(&route.route), state, route.alternative)
        })
}

/// The id of a route within its playbook: `a-to-z`.
pub(super) fn local_id(route: &RouteView) -> &str {
    route.route.rsplit('#').next().unwrap_or(&route.route)
}

/// Whether a route complains of the bank rather than of the seller.
pub(super) fn is_of_the_bank(route: &RouteView) -> bool {
    // The built-in playbooks call it so; with the ombudsman it is the one beside `ombudsman-firm`.
    matches!(
        local_id(route),
        "bank-mediator" | "bank-mediator-too" | "ombudsman"
    )
}

/// What follows if the seller does not answer by a day: the first route, in the order in which they are tried, that will be
/// open then, else the first that opens later, with its day. Never a route that is not there.
pub(super) fn follows(
    kind: LetterKind,
    assessment: &Assessment,
    by: NaiveDate,
) -> Option<(&RouteView, Option<NaiveDate>)> {
    let fits = |route: &&RouteView| {
        let is_next = match route.letter {
            Some(LetterKind::FormalNotice) => kind != LetterKind::FormalNotice,
            Some(
                LetterKind::PlatformDispute
                | LetterKind::Escalation
                | LetterKind::Chargeback
                | LetterKind::SepaRefund
                | LetterKind::MediatorRequest
                | LetterKind::CourtSummary,
            ) => route.letter != Some(kind) && !is_of_the_bank(route),
            _ => false,
        };
        let will_be = match (route.state, &route.reason) {
            (RouteState::Open | RouteState::Closing, _) => true,
            (RouteState::NotYet, Reason::OpensOn(..)) => true,
            // This very letter is what it waits for.
            (RouteState::Blocked, Reason::Needs(_)) => {
                kind == LetterKind::FormalNotice && route.event == EventKind::ConciliatorContacted
            }
            _ => false,
        };
        let in_time = route.closes_on.is_none_or(|last| last > by);
        let taken = route.taken_on.is_some();
        is_next && will_be && in_time && !taken && !route.alternative
    };
    let later = |route: &RouteView| route.opens_on.filter(|on| *on > day_after(by));
    let first = |opens_later: bool| {
        let of_time = |route: &&RouteView| later(route).is_some() == opens_later;
        assessment.routes.iter().filter(fits).find(of_time)
    };
    let route = first(false).or_else(|| first(true))?;
    Some((route, later(route)))
}

/// Says what follows and on which day, where that is later than the one that was asked for.
pub(super) fn phrase(
    route: &RouteView,
    opens_on: Option<NaiveDate>,
    platform: Option<&str>,
) -> Message {
    let what = act(route, platform);
    match opens_on {
        Some(on) => Message::new("recourse-next-later")
            .with("what", what)
            .with("on", on),
        None => what,
    }
}

/// What is done, in the first person and the future, for the middle of a sentence: « je saisirai le médiateur ».
fn act(route: &RouteView, platform: Option<&str>) -> Message {
    let key = match route.letter {
        Some(LetterKind::PlatformDispute | LetterKind::Escalation) => {
            match (route.door, platform) {
                (Door::Platform, Some(platform)) => {
                    return Message::new("recourse-next-platform").with("platform", platform);
                }
                (Door::PaymentProvider, _) => "recourse-next-provider",
                _ => "recourse-next-any-platform",
            }
        }
        Some(LetterKind::Chargeback) => "recourse-next-bank",
        Some(LetterKind::SepaRefund) => "recourse-next-debit",
        Some(LetterKind::CourtSummary) => "recourse-next-court",
        Some(LetterKind::FormalNotice) => "recourse-next-notice",
        _ if route.event == EventKind::ConciliatorContacted => "recourse-next-conciliator",
        _ if local_id(route) == "ecc" => "recourse-next-ecc",
        _ => "recourse-next-mediator",
    };
    Message::new(key)
}
