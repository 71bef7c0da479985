//! What happened, told in order to somebody who was not there: a bank, a mediator, an authority, a court.

use chrono::NaiveDate;

use crate::domain::assess::{Assessment, DeadlineState};
use crate::domain::event::{Event, EventKind};
use crate::domain::evidence::Evidence;
use crate::domain::message::{Arg, Message};
use crate::domain::party::Who;
use crate::domain::source::{Basis, Nature, Source};
use crate::lang::typography;

use super::history::{self, Voice};
use super::tidy::one_line;
use super::words::{self, Words};

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// What lies between the consumer, the seller and the platform.
    Platform,
    /// What was asked of anybody, and what they said.
    Steps,
    /// The same, and what happened to the purchase itself.
    All,
}

const fn is_of_the_platform(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::DisputeOpened
            | EventKind::Escalated
            | EventKind::DisputeDecided
            | EventKind::Appealed
    )
}

/// What was asked of a bank, a mediator or a court, and what they said.
pub(super) const fn is_recourse(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::BankContacted
            | EventKind::BankAnswered
            | EventKind::MediatorContacted
            | EventKind::MediationEnded
            | EventKind::ConciliatorContacted
            | EventKind::ClaimServed
            | EventKind::Judgment
    )
}

/// What happened to the purchase itself.
const fn is_fact(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Ordered
            | EventKind::Contract
            | EventKind::Paid
            | EventKind::Shipped
            | EventKind::TrackingDelivered
            | EventKind::Delivered
            | EventKind::Discovered
            | EventKind::Debited
            | EventKind::Renewed
            | EventKind::ServiceStopped
    )
}

/// Tells what happened, one sentence for each event.
pub(super) fn tell(
    words: &Words<'_>,
    assessment: &Assessment,
    today: NaiveDate,
    scope: Scope,
) -> Vec<String> {
    let mut contacted = false;
    let mut lines = Vec::new();
    for event in &words.events {
        if history::is_told(event.kind) {
            let line = history::line(words, event, contacted, assessment, today, Voice::They);
            lines.push(line);
        } else if is_of_the_platform(event.kind)
            || scope != Scope::Platform && is_recourse(event.kind)
            || scope == Scope::All && is_fact(event.kind)
        {
            let key = format!("recourse-told-{}", event.kind.id());
            lines.push(history::said(words, event, Message::new(key)));
        }
        contacted |= history::is_contact(event.kind);
    }
    lines
}

/// The first written complaint to the seller, with its day, channel and proof; a withdrawal or a notice that ends the
/// contract is none yet.
pub(super) fn complaint(words: &Words<'_>) -> Option<String> {
    let complains = |event: &&&Event| {
        let says_so = matches!(
            event.kind,
            EventKind::FormalNoticeSent | EventKind::ComplainedToConsumerService
        );
        event.is_written_complaint() || says_so && !event.was_spoken()
    };
    let first = words.events.iter().find(complains)?;
    Some(history::when(words, first))
}

/// What the seller had to do by which day and has not done, by law that was read.
pub(super) fn grounds(words: &Words<'_>, assessment: &Assessment) -> Vec<String> {
    let missed = assessment
        .deadlines
        .iter()
        .filter(|d| d.who == Who::Trader && d.state == DeadlineState::Missed && is_law(&d.source));
    let mut lines = Vec::new();
    for deadline in missed {
        let source = deadline.source.name().get(words.lang.language).to_owned();
        let message = Message::new("recourse-ground")
            .with("what", deadline.what.clone())
            .with("on", deadline.legal_on.unwrap_or(deadline.due_on))
            .with("source", source);
        let line = words.lang.say(&message);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Only what was read is cited as law.
pub(super) fn is_law(source: &Source) -> bool {
    source.basis == Basis::Read && source.nature == Nature::Law
}

/// The evidence that others may see, one line each: `E1 : photo (le pied fendu)`.
pub(super) fn exhibits(words: &Words<'_>) -> Vec<String> {
    let line = |evidence: &Evidence| {
        let kind = typography::lower_first(&words.lang.name(evidence.kind));
        let of = |event: &&&Event| event.evidence.contains(&evidence.no);
        let kept_on = words.events.iter().find(of).map(|event| event.on);
        let what = match evidence.taken_on.or(kept_on) {
            Some(on) => Message::new("recourse-exhibit-dated")
                .with("kind", kind)
                .with("on", on)
                .into(),
            None => Arg::from(kind),
        };
        let mut message = Message::new("recourse-exhibit")
            .with("no", words::number(evidence))
            .with("kind", what);
        let note = evidence.note.as_deref().map(one_line);
        if let Some(note) = note.filter(|note| !note.is_empty()) {
            message.key = "recourse-exhibit-note".to_owned();
            message = message.with("note", note);
        }
        words.lang.say(&message)
    };
    words.shown().map(line).collect()
}
