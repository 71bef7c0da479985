//! Deadlines: the act-by rules of a docket, and how each stands on a day.

use chrono::NaiveDate;

use super::assessment::{Deadline, DeadlineState, ExplainStep};
use super::docket::{Applied, Docket};
use crate::domain::calendar::period::Period;
use crate::domain::event::{Direction, Event, EventKind};
use crate::domain::language::Text;
use crate::domain::party::Who;
use crate::domain::route::Door;
use crate::domain::rule::RuleKind;
use crate::domain::source::{Basis, Confidence, Source};

/// A deadline before a day is named: its state is filled in by [`on`].
#[derive(Debug, Clone)]
pub(super) struct Timed {
    pub(super) deadline: Deadline,
    /// The day from which it no longer matters.
    pub(super) moot_from: Option<NaiveDate>,
}

/// The deadlines of all the act-by rules that can be counted.
pub(super) fn all(docket: &Docket<'_>) -> Vec<Timed> {
    docket
        .rules
        .values()
        .filter(|a| a.rule.kind == RuleKind::ActBy)
        .filter_map(|a| timed(docket, a))
        .collect()
}

fn timed(docket: &Docket<'_>, applied: &Applied<'_>) -> Option<Timed> {
    let (rule, counted) = (applied.rule.as_ref(), applied.counted.as_ref().ok()?);
    let of_rule = applied.playbook.source(&rule.source)?;
    let source = if is_own(&counted.steps) {
        own_date(of_rule)
    } else {
        of_rule.clone()
    };
    // What is counted from a term or from another rule can be done before that day: delivered early, cancelled in time.
    let after_start = |e: &&&Event| {
        counted.start_no == 0
            || e.on > counted.start_on
            || (e.on, e.no) > (counted.start_on, counted.start_no)
    };
    let closes = || {
        docket
            .ways
            .iter()
            .filter(|w| w.route.closes.as_deref() == Some(rule.id.as_str()))
    };
    // What must arrive counts from the day it did, and not at all before that.
    let counts_on = |e: &Event| match rule.must_arrive {
        true => e.received_on,
        false => Some(e.on),
    };
    let taken = closes().filter_map(|w| w.taken).filter_map(counts_on).min();
    // A part of the money is not what was owed.
    let part = |e: &Event| {
        e.kind == EventKind::Refunded
            && docket.refunded_on.is_none_or(|on| e.on < on)
            && e.amount.is_some()
    };
    let met = docket
        .log
        .iter()
        .filter(after_start)
        .filter(|e| rule.met_by.contains(&e.kind) && !(rule.in_writing && e.was_spoken()))
        .filter(|e| !part(e))
        .find_map(|e| counts_on(e));
    let moot = docket
        .log
        .iter()
        .filter(after_start)
        .find(|e| rule.moot_by.contains(&e.kind))
        .map(|e| e.on);
    let ruled_out = docket
        .ways
        .iter()
        .filter_map(|w| Some((w, w.taken?.on)))
        .filter(|(w, _)| closes().any(|c| w.route.excludes.contains(&c.route.id)))
        .map(|(_, on)| on)
        .min();
    let over = docket
        .claim
        .closed_on
        .into_iter()
        .chain(docket.settled)
        .min();
    let lead_start = match rule.lead {
        Some(lead) => Period {
            count: -lead.count,
            ..lead
        }
        .end_after(counted.safe, &docket.holidays),
        None => counted.safe,
    };
    let deadline = Deadline {
        rule: rule.id.clone(),
        who: rule.who,
        what: rule.what.clone(),
        caution: rule.caution.clone(),
        opens_on: counted.start_on.min(counted.safe),
        due_on: counted.safe,
        legal_on: (counted.legal > counted.safe).then_some(counted.legal),
        due_at: counted.at,
        // What is counted back from a day ahead is for today as well.
        remind_on: match rule.at_once {
            true if counted.start_on > counted.safe => {
                Period::months(-12).end_after(counted.safe, &docket.holidays)
            }
            true => counted.start_on,
            false => lead_start,
        },
        lead: rule.lead,
        at_once: rule.at_once,
        state: DeadlineState::Open,
        met_on: met.into_iter().chain(taken).min(),
        chased: false,
        answers: rule.met_by.contains(&EventKind::Answered),
        closes: closes().map(|w| w.route.id.clone()).collect(),
        quiet: closes().next().is_some() && closes().all(|w| w.route.alternative),
        moved_from: counted.moved_from,
        paused_on: counted.paused_on,
        held: counted.held,
        in_force: (rule.in_force_from, rule.until),
        refines: rule.refines.clone(),
        source,
        steps: counted.steps.clone(),
    };
    Some(Timed {
        deadline,
        moot_from: moot.into_iter().chain(ruled_out).chain(over).min(),
    })
}

/// How the deadlines stand on a day, by due day and id.
pub(super) fn on(docket: &Docket<'_>, today: NaiveDate) -> Vec<Deadline> {
    let mut list: Vec<Deadline> = docket
        .deadlines
        .iter()
        .map(|timed| {
            let mut deadline = timed.deadline.clone();
            let last = deadline.legal_on.unwrap_or(deadline.due_on);
            // The other side's act counts when it comes, late or not; the consumer's own right is gone after the last day.
            let too_late = deadline.who == Who::Consumer
                && deadline.paused_on.is_none()
                && deadline.met_on.is_some_and(|on| on > last);
            deadline.state = match (deadline.met_on, timed.moot_from) {
                (Some(_), _) if too_late => DeadlineState::Missed,
                (Some(_), _) => DeadlineState::Met,
                (None, Some(_)) => DeadlineState::Moot,
                (None, None) if today > last && deadline.paused_on.is_none() && !deadline.held => {
                    DeadlineState::Missed
                }
                (None, None) => DeadlineState::Open,
            };
            let left_behind = || {
                was_over_before(docket, &deadline, last)
                    || (!is_reminder(docket, &deadline) && has_gone_on(docket, last))
            };
            deadline.chased =
                too_late || (deadline.state == DeadlineState::Missed && left_behind());
            deadline
        })
        .collect();
    list.sort_by(|a, b| (a.due_on, &a.rule).cmp(&(b.due_on, &b.rule)));
    list
}

/// Whether the day is the user's own: nothing has moved it since.
fn is_own(steps: &[ExplainStep]) -> bool {
    let last = steps.iter().rev().find(|step| {
        matches!(
            step,
            ExplainStep::OwnDate { .. } | ExplainStep::Extended { .. } | ExplainStep::Paused { .. }
        )
    });
    matches!(last, Some(ExplainStep::OwnDate { .. }))
}

/// The user's own order page or contract goes before the rule, and needs no check.
fn own_date(of_rule: &Source) -> Source {
    Source {
        title: Text::same("your contract"),
        article: None,
        url: None,
        source_date: None,
        basis: Basis::Yours,
        confidence: Confidence::High,
        ..of_rule.clone()
    }
}

/// A day of the consumer's that had passed before the desk heard of the claim could never be met: it is shown as missed,
/// and not reminded of.
fn was_over_before(docket: &Docket<'_>, deadline: &Deadline, last: NaiveDate) -> bool {
    let heard_on = docket
        .log
        .iter()
        .filter_map(|e| e.recorded_at)
        .min()
        .map(|at| at.date_naive());
    deadline.who == Who::Consumer && heard_on.is_some_and(|on| last < on)
}

/// A reminder of one's own stays until it is taken off, whatever else is done.
fn is_reminder(docket: &Docket<'_>, deadline: &Deadline) -> bool {
    let no = deadline
        .rule
        .strip_prefix("yours#")
        .and_then(|no| no.parse::<u32>().ok());
    no.is_some_and(|no| {
        docket
            .log
            .iter()
            .any(|e| e.no == no && e.kind == EventKind::Note)
    })
}

/// Whether the consumer did something about the claim after this day: wrote again, or took another route.
fn has_gone_on(docket: &Docket<'_>, day: NaiveDate) -> bool {
    docket
        .log
        .iter()
        .any(|e| e.on > day && e.kind.direction() == Direction::Sent)
}

/// Kinds of events by which the one who was written to answers: what a mediator or a bank says is no answer of the seller.
pub(super) const fn answers_of(who: Who) -> &'static [EventKind] {
    use EventKind as E;
    match who {
        Who::Platform => &[
            E::Answered,
            E::InformationRequested,
            E::Offered,
            E::Promised,
            E::Refused,
            E::UnavailableNotice,
            E::ReturnAgreed,
            E::Repaired,
            E::Replaced,
            E::RefundAnnounced,
            E::Refunded,
            E::Delivered,
            E::DisputeDecided,
        ],
        Who::PaymentProvider => &[
            E::BankAnswered,
            E::Answered,
            E::InformationRequested,
            E::Offered,
            E::Refused,
            E::ReturnAgreed,
            E::DisputeDecided,
            E::RefundAnnounced,
            E::Refunded,
        ],
        Who::Mediator => &[
            E::Answered,
            E::InformationRequested,
            E::MediationFileComplete,
            E::MediationEnded,
        ],
        Who::Court => &[E::Judgment],
        _ => &[
            E::Answered,
            E::InformationRequested,
            E::Offered,
            E::Promised,
            E::Refused,
            E::UnavailableNotice,
            E::ReturnAgreed,
            E::Repaired,
            E::Replaced,
            E::RefundAnnounced,
            E::Refunded,
            E::Delivered,
            E::ServiceStopped,
        ],
    }
}

/// Who answers a message: whoever the route leads to that it took, else whoever such messages go to.
pub(super) fn addressee(docket: &Docket<'_>, event: &Event) -> Who {
    let door = docket
        .ways
        .iter()
        .find(|w| w.taken.is_some_and(|taken| taken.no == event.no))
        .map(|w| w.route.door);
    // Documents go to whoever the claim was taken to last.
    let last_taken = || {
        let taken = docket
            .ways
            .iter()
            .filter_map(|w| w.taken.map(|t| ((t.on, t.no), w.route.door)));
        taken
            .filter(|(at, _)| *at <= (event.on, event.no))
            .max_by_key(|(at, _)| *at)
            .map(|(_, door)| door)
    };
    let door = match event.kind {
        EventKind::DocumentsSent => last_taken(),
        _ => door,
    };
    match (door, event.kind) {
        (Some(Door::Platform), _) => Who::Platform,
        (Some(Door::PaymentProvider), _) => Who::PaymentProvider,
        (Some(Door::Mediator), _) => Who::Mediator,
        (Some(Door::Court), _) => Who::Court,
        (Some(Door::Seller), _) => Who::Trader,
        (_, EventKind::DisputeOpened | EventKind::Escalated | EventKind::Appealed) => Who::Platform,
        (_, EventKind::BankContacted) => Who::PaymentProvider,
        (_, EventKind::MediatorContacted | EventKind::ConciliatorContacted) => Who::Mediator,
        (_, EventKind::ClaimServed) => Who::Court,
        _ => Who::Trader,
    }
}
