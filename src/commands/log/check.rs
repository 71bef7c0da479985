//! Whether an event fits the claim: its day, what it says, what it would move.

use anyhow::Result;

use crate::context::Context;
use crate::domain::event::{Direction, Event, EventKind};
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::lang::words;
use crate::store::StoredClaim;
use crate::wizard::check_event_day;

/// Checks an event against a claim whose log no longer has what the event replaces.
///
/// # Errors
/// With what is wrong and what to type.
pub(super) fn check(event: &Event, stored: &StoredClaim, ctx: &Context) -> Result<()> {
    let refuse = |key: &str| Failure::new(Exit::Usage, Message::new(key));
    let id = stored.id.to_string();
    if event.kind == EventKind::Closed {
        return Err(refuse("error-log-closed")
            .hint(Message::new("error-log-closed-hint").with("id", id))
            .into());
    }
    if event.kind == EventKind::Undone && event.corrects.is_none() {
        return Err(refuse("error-undone-what")
            .hint(Message::new("error-undone-what-hint").with("id", id))
            .into());
    }
    let after_the_end = matches!(
        event.kind,
        EventKind::Reopened | EventKind::Note | EventKind::Undone
    );
    if stored.claim.closed_on.is_some() && !after_the_end {
        return Err(refuse("error-claim-closed")
            .hint(Message::new("error-claim-closed-hint").with("id", id))
            .into());
    }
    if stored.claim.closed_on.is_none() && event.kind == EventKind::Reopened {
        return Err(refuse("error-not-closed").into());
    }
    says_nothing_of(event, &id)?;
    let kind = words::event(event.kind);
    check_event_day(&stored.events, event.kind, event.on, ctx.today).map_err(|why| {
        Failure::new(
            Exit::Usage,
            Message::new("error-log-refused").with("event", kind),
        )
        .because(why)
    })?;
    if event
        .received_on
        .is_some_and(|on| on < event.on || on > ctx.today)
    {
        return Err(refuse("error-received-day").into());
    }
    if event.kind == EventKind::Refunded && event.amount.is_some_and(|a| a.minor == 0) {
        return Err(refuse("error-refund-zero").into());
    }
    let counts_from = match event.kind {
        EventKind::OwnDate => stored.events.iter().map(|e| e.on).min(),
        // An extension that ends before it is given extends nothing.
        _ => Some(event.on),
    };
    if event
        .by
        .zip(counts_from)
        .is_some_and(|(by, first)| by < first)
    {
        return Err(refuse("error-by-before").into());
    }
    let needs_by = matches!(event.kind, EventKind::OwnDate | EventKind::Extended);
    if needs_by && (event.by.is_none() || event.about.is_none()) {
        let hint = Message::new("error-own-date-hint")
            .with("id", id)
            .with("event", event.kind.id());
        return Err(refuse("error-own-date").hint(hint).into());
    }
    Ok(())
}

/// Refuses what an event of this kind would be stored with and nothing would ever be made of.
fn says_nothing_of(event: &Event, id: &str) -> Result<()> {
    let kind = event.kind;
    let sent = kind.direction() == Direction::Sent;
    let given = [
        ("--channel", event.channel.is_some() && !kind.is_message()),
        ("--amount", event.amount.is_some() && !kind.says_an_amount()),
        ("--remedy", event.remedy.is_some() && !kind.says_a_remedy()),
        ("--who", event.said_by.is_some() && !kind.is_message()),
        ("--by", event.by.is_some() && !kind.says_a_day()),
        ("--received", event.received_on.is_some() && !sent),
    ];
    let Some((option, _)) = given.into_iter().find(|(_, ignored)| *ignored) else {
        return Ok(());
    };
    let what = Message::new("error-says-nothing")
        .with("event", kind.id())
        .with("option", option);
    let (key, word) = match option {
        "--by" => ("error-says-nothing-by-hint", "note"),
        _ => ("error-says-nothing-hint", kind.id()),
    };
    let hint = Message::new(key).with("id", id).with("event", word);
    Err(Failure::new(Exit::Usage, what).hint(hint).into())
}
