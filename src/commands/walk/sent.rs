//! A letter that was asked for: whether it was sent, when and how.

use std::path::Path;

use anyhow::Result;

use crate::commands::desk::Piece;
use crate::commands::evidence;

use crate::commands::letter::{Wishes, Written};
use crate::context::Context;
use crate::domain::assess::RouteView;
use crate::domain::event::{Event, EventKind};
use crate::domain::walk::Walk;
use crate::error::Exit;
use crate::lang::words;
use crate::store::StoredClaim;
use crate::ui::prompt::{Prompter, Reply, TextQuestion};

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

impl Walker<'_> {
    /// Asks for a file that proves the sending, and takes it in; none is an answer too.
    pub(super) fn proof_of_sending(&mut self) -> Result<Reply<Vec<Piece>>> {
        let ctx = self.ctx;
        let question = TextQuestion {
            optional: Some(ctx.lang.text("wizard-sent-no-proof")),
            help: Some(ctx.lang.text("wizard-sent-proof-help")),
            ..TextQuestion::new(ctx.lang.text("wizard-sent-proof"))
        };
        loop {
            let file = match self.prompter.text(&question) {
                Reply::Next(Some(file)) => file,
                Reply::Next(None) => return Ok(Reply::Next(Vec::new())),
                Reply::Back => return Ok(Reply::Back),
                Reply::Quit => return Ok(Reply::Quit),
            };
            match evidence::given(ctx, Path::new(file.trim()), None, false) {
                Ok(given) => return Ok(Reply::Next(evidence::pieces(vec![given]).0)),
                Err(error) => {
                    let failure = crate::report::failure(&error);
                    let hint = failure.hint.as_ref();
                    ctx.ui
                        .error(&ctx.lang, &failure.what, &failure.causes, hint);
                }
            }
        }
    }
}
