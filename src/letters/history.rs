//! What went before: who wrote when, by which channel, what was said, promised and not kept.

use chrono::NaiveDate;

use crate::domain::assess::{Assessment, DeadlineState};
use crate::domain::event::{Direction, Event, EventKind};
use crate::domain::message::Message;

use super::offers;
use super::tidy::one_line;
use super::words::Words;

/// To whom the story is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// To the seller: « vous m’avez répondu ».
    You,
    /// To somebody else: « le vendeur m’a répondu ».
    They,
}

impl Voice {
    pub(super) const fn id(self) -> &'static str {
        match self {
            Voice::You => "you",
            Voice::They => "they",
        }
    }
}

/// Whether an event is a message of the consumer to the seller.
pub(super) const fn is_contact(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Contacted
            | EventKind::FormalNoticeSent
            | EventKind::Withdrawn
            | EventKind::Cancelled
            | EventKind::Terminated
            | EventKind::ReturnRequested
            | EventKind::RepairRequested
            | EventKind::ComplainedToConsumerService
    )
}

/// Whether an event is an answer of the seller.
pub(super) const fn is_answer(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Answered
            | EventKind::InformationRequested
            | EventKind::Offered
            | EventKind::Promised
            | EventKind::Refused
            | EventKind::UnavailableNotice
            | EventKind::ReturnAgreed
            | EventKind::RefundAnnounced
    )
}

/// What else belongs to the story.
pub(super) const fn is_told(kind: EventKind) -> bool {
    is_contact(kind)
        || is_answer(kind)
        || matches!(
            kind,
            EventKind::DocumentsSent
                | EventKind::OfferAccepted
                | EventKind::OfferRefused
                | EventKind::Returned
                | EventKind::Repaired
                | EventKind::Replaced
                | EventKind::Refunded
        )
}

/// Whether the consumer has written and nobody has answered since the first message.
pub(super) fn unanswered(words: &Words<'_>) -> bool {
    let first = words.events.iter().position(|e| is_contact(e.kind));
    first.is_some_and(|first| !words.events[first..].iter().any(|e| is_answer(e.kind)))
}

/// Tells the story, one sentence for each event; empty before the first message.
pub(super) fn tell(
    words: &Words<'_>,
    assessment: &Assessment,
    today: NaiveDate,
    voice: Voice,
) -> Vec<String> {
    if !words.events.iter().any(|e| is_contact(e.kind)) {
        return Vec::new();
    }
    let told = words.events.iter().filter(|e| is_told(e.kind));
    let mut contacted = false;
    told.map(|event| {
        let again = contacted;
        contacted |= is_contact(event.kind);
        line(words, event, again, assessment, today, voice)
    })
    .collect()
}

/// Tells one event; `again` when the consumer had written before.
pub(super) fn line(
    words: &Words<'_>,
    event: &Event,
    again: bool,
    assessment: &Assessment,
    today: NaiveDate,
    voice: Voice,
) -> String {
    let again = again && event.kind == EventKind::Contacted;
    let line = sentence(words, event, again, voice);
    if is_broken_promise(event, assessment, today) {
        let broken = words.lang.text(match event.kind {
            EventKind::OfferAccepted => "offer-not-carried-out",
            _ => "letter-promise-broken",
        });
        return format!("{line} {broken}");
    }
    line
}

/// The day and the channel of an event, with its proof: `3 novembre 2026, par e-mail (pièce E1)`.
pub(super) fn when(words: &Words<'_>, event: &Event) -> String {
    let day = words.date(event.on);
    let when = match event.channel {
        Some(channel) => {
            let channel = words.lang.text(&format!("letter-by-{}", channel.id()));
            format!("{day}, {channel}")
        }
        None => day,
    };
    match words.proof(event) {
        Some(proof) => format!("{when} {proof}"),
        None => when,
    }
}

pub(super) fn sentence(words: &Words<'_>, event: &Event, again: bool, voice: Voice) -> String {
    let form = match event.kind {
        EventKind::Contacted if again => "-again",
        EventKind::Contacted if words.is_a_wish() => "-request",
        EventKind::Promised if event.by.is_some() => "-by",
        EventKind::Offered if event.amount.is_some() => "-amount",
        _ => "",
    };
    let key = format!("letter-{}-{}{form}", voice.id(), event.kind.id());
    let message = offers::told(words, event, voice).unwrap_or_else(|| Message::new(key));
    finished(
        words,
        event,
        message.with("when", offers::when_and_who(words, event)),
    )
}

/// Says an event by a key of the catalogues, with what the other side said.
pub(super) fn said(words: &Words<'_>, event: &Event, key: String) -> String {
    finished(
        words,
        event,
        Message::new(key).with("when", when(words, event)),
    )
}

fn finished(words: &Words<'_>, event: &Event, mut message: Message) -> String {
    if let Some(by) = event.by {
        message = message.with("by", by);
    }
    match event.amount {
        Some(amount) => message = message.with("amount", words.money(amount)),
        None if event.kind == EventKind::Refunded => {
            message = message.with("amount", words.lang.text("letter-a-part"));
        }
        None => {}
    }
    let said = words.lang.say(&message);
    // Only what the other side said is quoted: a note on the consumer's own message is for the consumer.
    let note = event
        .note
        .as_deref()
        .filter(|_| event.kind.direction() == Direction::Received)
        .map(|note| {
            one_line(note)
                .trim_end_matches(['.', ' ', ';', ':'])
                .to_owned()
        })
        .filter(|note| !note.is_empty());
    let said = match note {
        Some(note) => words.lang.say(
            &Message::new("letter-with-note")
                .with("sentence", said)
                .with("note", note),
        ),
        None => said,
    };
    if said.ends_with(['.', '!', '?']) {
        said
    } else {
        format!("{said}.")
    }
}

/// Whether a promise has fallen due without being kept. What the assessment says of it goes before the bare date.
fn is_broken_promise(event: &Event, assessment: &Assessment, today: NaiveDate) -> bool {
    let promises = matches!(
        event.kind,
        EventKind::Promised | EventKind::RefundAnnounced | EventKind::OfferAccepted
    );
    if !promises {
        return false;
    }
    let Some(by) = event.by else {
        return false;
    };
    let rule = format!("yours#{}", event.no);
    match assessment.deadlines.iter().find(|d| d.rule == rule) {
        Some(deadline) => deadline.state == DeadlineState::Missed,
        None => by < today,
    }
}

/// The last promise that was not kept.
pub(super) fn broken_promise<'a>(
    words: &Words<'a>,
    assessment: &Assessment,
    today: NaiveDate,
) -> Option<&'a Event> {
    words
        .events
        .iter()
        .rev()
        .filter(|event| event.kind != EventKind::OfferAccepted)
        .find(|event| is_broken_promise(event, assessment, today))
        .copied()
}
