//! A promise in one line.

use crate::domain::event::Event;
use crate::domain::message::Message;

use super::event;

/// Says what was promised, when, by whom and for which day: `Promise received, 5 November 2026 (Ms Roy), for 12 November 2026`.
#[must_use]
pub fn promise(promise: &Event) -> Message {
    let mut said = Message::new("offer-promise")
        .with("event", event(promise.kind))
        .with("on", promise.on);
    if let Some(who) = &promise.said_by {
        said = Message::new("offer-promise-who")
            .with("said", said)
            .with("who", who.as_str());
    }
    if let Some(by) = promise.by {
        said = Message::new("offer-promise-by")
            .with("said", said)
            .with("by", by);
    }
    match &promise.note {
        Some(note) => Message::new("offer-promise-note")
            .with("said", said)
            .with("note", note.as_str()),
        None => said,
    }
}
