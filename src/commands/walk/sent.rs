//! A letter that was asked for: whether it was sent, when and how.

use anyhow::Result;

use crate::commands::letter::{Wishes, Written};
use crate::context::Context;
use crate::domain::assess::RouteView;
use crate::domain::event::{Event, EventKind};
use crate::domain::walk::Walk;
use crate::error::Exit;
use crate::lang::words;
use crate::store::StoredClaim;
use crate::ui::prompt::Prompter;

use super::{Flow, Walker};

/// Asks whether a letter that was written has been sent, and logs it.
///
/// # Errors
/// When the event is refused or the desk cannot be written.
pub(in crate::commands) fn sent(
    ctx: &Context,
    prompter: Box<dyn Prompter + '_>,
    stored: StoredClaim,
    sending: (EventKind, Option<&RouteView>),
    wishes: Wishes,
    written: Written,
) -> Result<Exit> {
    // A letter that asks for nothing is a note, which says what it is of.
    let note = || ctx.say(&words::letter_kind(written.kind()));
    let meant = (sending.0 == EventKind::Note).then(|| Event {
        note: Some(note()),
        ..Event::new(EventKind::Note, ctx.today)
    });
    let mut walker = Walker {
        meant,
        id: Some(stored.id),
        claim: stored.claim,
        events: stored.events,
        walk: stored.walk.unwrap_or_else(Walk::start),
        written: Some(written),
        wishes,
        only_asked_for: true,
        ..Walker::new(ctx, prompter)
    };
    let (kind, route) = sending;
    Ok(match walker.done(kind, route)? {
        Flow::Quit => Exit::Interrupted,
        _ => Exit::Done,
    })
}
