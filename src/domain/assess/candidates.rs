//! The routes that can be taken now, and how pressing each is.

use chrono::NaiveDate;

use super::assessment::{Action, Command, Deadline, DeadlineState, Next, RouteView};
use super::docket::Docket;
use crate::domain::calendar::period::Period;
use crate::domain::event::{Direction, EventKind};
use crate::domain::party::Who;
use crate::domain::route::{Door, RouteState};

/// A route that can be taken now.
pub(super) struct Candidate<'a> {
    pub(super) route: &'a RouteView,
    pub(super) rank: u32,
    pub(super) closes: Option<&'a str>,
    pub(super) excludes: &'a [String],
    /// The safe day, once it has passed the legal one; or the consumer's own day that it would meet where the route itself
    /// never closes.
    pub(super) due_on: Option<NaiveDate>,
    /// It would meet what is to be done at once.
    pub(super) at_once: bool,
}

impl Candidate<'_> {
    /// Whether its window closes soon, or what it stops is to be done at once.
    ///
    /// A lead makes a route closing long before its last day. While that is all, it does not go before another route that
    /// it would kill.
    pub(super) fn urgent(
        &self,
        docket: &Docket<'_>,
        routes: &[RouteView],
        deadlines: &[Deadline],
        today: NaiveDate,
    ) -> bool {
        let closing = self
            .closes
            .and_then(|id| deadlines.iter().find(|d| d.rule == id));
        if self.at_once || closing.is_some_and(|d| d.at_once) {
            return true;
        }
        let soon = |on: NaiveDate| today >= Period::days(-7).end_after(on, &docket.holidays);
        if self.closes.is_none() && self.due_on.is_some_and(soon) {
            return true;
        }
        let last_days = closing
            .is_some_and(|d| today >= Period::days(-7).end_after(d.due_on, &docket.holidays));
        let decided = docket
            .log
            .iter()
            .any(|e| e.kind == EventKind::DisputeDecided);
        let alive = |r: &&RouteView| {
            !r.alternative && !matches!(r.state, RouteState::Closed | RouteState::Blocked)
        };
        // The same act, only later or by another count, is nothing that is lost.
        let kills = routes
            .iter()
            .filter(alive)
            .filter(|r| r.event != self.route.event)
            .any(|r| self.excludes.contains(&r.route) && !(r.taken_on.is_some() && decided));
        self.route.state == RouteState::Closing && (last_days || !kills)
    }

    pub(super) fn take(&self, urgent: bool) -> Next {
        let (route, act) = (self.route.route.clone(), self.route.act.clone());
        let held = self.route.held.as_ref().map(|proof| proof.name.clone());
        let command = match self.route.letter {
            // The walk says why, takes the proof in, and lets one go on without it.
            _ if held.is_some() => Command::Next,
            Some(kind) => Command::Letter(kind),
            None => Command::Log {
                event: self.route.event,
                about: Some(route.clone()),
            },
        };
        let action = Action::TakeRoute {
            route,
            act,
            urgent,
            held,
        };
        Next {
            action,
            due_on: self.due_on,
            command: Some(command),
        }
    }
}

/// The last day of a route that is still left: the safe one, or the legal one when that is all there is.
pub(super) fn last_day(
    closes: Option<&str>,
    deadlines: &[Deadline],
    today: NaiveDate,
) -> Option<NaiveDate> {
    // A clock that stands still has no last day.
    let deadline = deadlines
        .iter()
        .find(|d| closes == Some(d.rule.as_str()) && d.paused_on.is_none())?;
    let passed = deadline.due_on < today;
    deadline
        .legal_on
        .filter(|_| passed)
        .or(Some(deadline.due_on))
}

pub(super) fn candidates<'a>(
    docket: &'a Docket<'_>,
    routes: &'a [RouteView],
    deadlines: &[Deadline],
    today: NaiveDate,
) -> Vec<Candidate<'a>> {
    let open = |r: &RouteView| matches!(r.state, RouteState::Open | RouteState::Closing);
    // Whoever has written already, in whatever form, is not told to begin by writing; a parcel sent back says nothing, and
    // what was asked of the bank is not known to the seller.
    let says_nothing = [EventKind::Returned, EventKind::BankContacted];
    let wrote = docket
        .log
        .iter()
        .any(|e| e.kind.direction() == Direction::Sent && !says_nothing.contains(&e.kind));
    // A decision of the platform that has come need not be asked for.
    let last = |kind| docket.log.iter().rposition(|e| e.kind == kind);
    let decided = last(EventKind::DisputeDecided) > last(EventKind::DisputeOpened);
    // Nobody appeals against a decision after which the money is on its way.
    let paid = last(EventKind::RefundAnnounced) > last(EventKind::DisputeDecided);
    let settled = |r: &RouteView| {
        decided
            && r.door == Door::Platform
            && (r.event == EventKind::Escalated || paid && r.event == EventKind::Appealed)
    };
    // The routes stand in the order of their ways.
    routes
        .iter()
        .zip(&docket.ways)
        .filter(|(r, _)| open(r))
        .filter(|(r, _)| {
            let begins_again = wrote && r.event == EventKind::Contacted;
            r.taken_on.is_none() && !r.alternative && !settled(r) && !begins_again
        })
        .map(|(route, way)| {
            let closes = way.route.closes.as_deref();
            Candidate {
                route,
                rank: way.route.rank,
                closes,
                excludes: &way.route.excludes,
                due_on: last_day(closes, deadlines, today)
                    .or_else(|| met_by(docket, route, deadlines).map(|d| d.due_on).min()),
                at_once: met_by(docket, route, deadlines).any(|d| d.at_once),
            }
        })
        .collect()
}

/// The days of the consumer's own that taking a route would meet: a notice that must be given in time.
fn met_by<'d>(
    docket: &'d Docket<'_>,
    route: &'d RouteView,
    deadlines: &'d [Deadline],
) -> impl Iterator<Item = &'d Deadline> {
    // A message preserves rights that last for years; its day is no reason to wait so long.
    let counts = route.event != EventKind::Contacted;
    deadlines
        .iter()
        .filter(move |_| counts)
        .filter(|d| d.who == Who::Consumer && d.state == DeadlineState::Open && !d.quiet)
        .filter(|d| d.paused_on.is_none())
        .filter(|d| {
            let rule = docket.rules.get(d.rule.as_str());
            rule.is_some_and(|applied| applied.rule.met_by.contains(&route.event))
        })
}
