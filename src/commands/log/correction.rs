//! What a correction replaces, and what it takes over of it.

use anyhow::Result;

use crate::domain::event::{Direction, Event, EventKind, in_force};
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::store::StoredClaim;

/// Finds the event that another one replaces or takes back.
///
/// # Errors
/// When there is none, it was replaced or taken back before, it is the end of the claim, or it is nothing that an event of
/// this kind can stand for.
pub(super) fn replaced(event: &Event, stored: &StoredClaim) -> Result<Option<Event>> {
    let Some(no) = event.corrects else {
        return Ok(None);
    };
    let id = stored.id.to_string();
    let refuse = |what: Message, hint: Message| {
        Err(Failure::new(Exit::Usage, what)
            .hint(hint.with("id", id.as_str()))
            .into())
    };
    let Some(old) = stored.events.iter().find(|e| e.no == no) else {
        let what = Message::new("error-no-event").with("no", no.to_string());
        let hint = Message::new("error-no-event-hint").with("id", id.as_str());
        return Err(Failure::new(Exit::NotFound, what).hint(hint).into());
    };
    if matches!(old.kind, EventKind::Closed | EventKind::Reopened) {
        return refuse(
            Message::new("error-undone-close"),
            Message::new("error-claim-closed-hint"),
        );
    }
    if !in_force(&stored.events).iter().any(|e| e.no == no) {
        let (what, hint) = no_more(old, &stored.events);
        return refuse(what, hint);
    }
    if event.kind != EventKind::Undone && !can_stand_for(event.kind, old.kind) {
        let what = Message::new("error-corrects-kind")
            .with("new", event.kind.id())
            .with("old", old.kind.id())
            .with("no", no.to_string());
        let hint = Message::new("error-corrects-kind-hint").with("no", no.to_string());
        return refuse(what, hint);
    }
    Ok(Some(old.clone()))
}

/// Why an event does not count any more, and what to type.
fn no_more(old: &Event, log: &[Event]) -> (Message, Message) {
    let undone = |no: u32| {
        let mut takes_back = log.iter().filter(|e| e.kind == EventKind::Undone);
        takes_back.any(|e| e.corrects == Some(no))
    };
    let by = log
        .iter()
        .rev()
        .find(|e| e.corrects == Some(old.no) && !undone(e.no));
    let what = |key: &str, by: u32| {
        Message::new(key)
            .with("no", old.no.to_string())
            .with("by", by.to_string())
    };
    match by {
        Some(by) if by.kind != EventKind::Undone => (
            what("error-event-replaced", by.no),
            Message::new("error-event-replaced-hint")
                .with("event", by.kind.id())
                .with("no", by.no.to_string()),
        ),
        by => {
            let by = by.or_else(|| log.iter().find(|e| e.corrects == Some(old.no)));
            let kind = match old.kind {
                EventKind::Undone => log.iter().find(|e| Some(e.no) == old.corrects),
                _ => Some(old),
            };
            let kind = kind.map_or(EventKind::Note, |e| e.kind);
            (
                match by {
                    Some(by) => what("error-event-undone", by.no),
                    None => what("error-event-undoes", old.corrects.unwrap_or_default()),
                },
                Message::new("error-event-undone-hint").with("event", kind.id()),
            )
        }
    }
}

/// Whether what happened may have been something else: a day that was set is no happening, a note is neither.
fn can_stand_for(new: EventKind, old: EventKind) -> bool {
    let sets_the_day = |kind| matches!(kind, EventKind::OwnDate | EventKind::Extended);
    new == old
        || (sets_the_day(new) && sets_the_day(old))
        || !(new.is_about_the_log() || old.is_about_the_log())
}

/// Takes over what a correction does not say anew. A note says all that it says; the day by which an answer was asked goes
/// with the day of the message.
pub(super) fn take_over(event: &mut Event, old: &Event, day_given: bool) {
    event.evidence.clone_from(&old.evidence);
    if matches!(event.kind, EventKind::Note | EventKind::Undone) {
        return;
    }
    if !day_given {
        (event.on, event.at) = (old.on, old.at);
    }
    let kind = event.kind;
    event.note = event.note.take().or_else(|| old.note.clone());
    event.about = event.about.take().or_else(|| old.about.clone());
    event.channel = event.channel.or(old.channel).filter(|_| kind.is_message());
    event.amount = event
        .amount
        .or(old.amount)
        .filter(|_| kind.says_an_amount());
    event.remedy = event.remedy.or(old.remedy).filter(|_| kind.says_a_remedy());
    event.said_by = event
        .said_by
        .take()
        .or_else(|| old.said_by.clone())
        .filter(|_| kind.is_message());
    event.received_on = event
        .received_on
        .or(old.received_on.filter(|on| *on >= event.on))
        .filter(|_| kind.direction() == Direction::Sent);
    let asked_anew = day_given && kind.direction() == Direction::Sent;
    let by = old.by.filter(|by| !asked_anew && *by >= event.on);
    event.by = event.by.or(by).filter(|_| kind.says_a_day());
}
