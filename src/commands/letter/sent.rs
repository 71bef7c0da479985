//! A letter that was sent: the event in the log, and its text, word for word, as evidence.

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;

use crate::context::Context;
use crate::domain::assess::Assessment;
use crate::domain::event::{Event, EventKind};
use crate::domain::letter::LetterKind;
use crate::error::Exit;
use crate::lang::words;
use crate::letters::{self, Letter};
use crate::store::StoredClaim;

use super::super::desk::Piece;
use super::super::{evidence, log, walk};
use super::{Wishes, text};

/// A text that was written to be sent.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    kind: LetterKind,
    subject: String,
    text: String,
}

impl Written {
    pub(crate) fn new(letter: &Letter, stored: &StoredClaim, ctx: &Context) -> Written {
        Written {
            kind: letter.kind,
            subject: letter.subject.clone(),
            text: text(letter, stored, ctx),
        }
    }

    pub(crate) const fn kind(&self) -> LetterKind {
        self.kind
    }

    /// Makes evidence of it, for the day on which it was sent: the text first, then what proves the sending.
    ///
    /// # Errors
    /// When it cannot be copied into the vault.
    pub(crate) fn kept_with(
        &self,
        proofs: Vec<Piece>,
        on: NaiveDate,
        ctx: &Context,
    ) -> Result<Vec<Piece>> {
        let name = format!("{}-{on}.txt", self.kind.id());
        let text = evidence::written(ctx, &name, &self.text, &self.subject, on)?;
        let after = |piece: Piece| Piece {
            of: piece.of.map(|at| at + 1),
            ..piece
        };
        let proofs = proofs.into_iter().map(after);
        Ok([text].into_iter().chain(proofs).collect())
    }
}

/// Logs that a letter was sent on a day.
///
/// # Errors
/// When the event is refused, a proof cannot be read, or the desk not be written.
pub(super) fn log(
    written: &Written,
    on: NaiveDate,
    wishes: Wishes,
    files: &[PathBuf],
    stored: &StoredClaim,
    assessment: &Assessment,
    ctx: &Context,
) -> Result<Exit> {
    let (kind, about) = letters::sends(written.kind, assessment);
    let event = Event {
        about,
        channel: wishes.channel,
        by: wishes.by.filter(|_| kind != EventKind::Note),
        // A note says what it is of.
        note: (kind == EventKind::Note).then(|| ctx.say(&words::letter_kind(written.kind))),
        ..Event::new(kind, on)
    };
    let mut proofs = Vec::new();
    for file in files {
        proofs.push(evidence::given(ctx, file, None, false)?);
    }
    let (proofs, _) = evidence::pieces(proofs);
    let pieces = written.kept_with(proofs, on, ctx)?;
    log::record(ctx, stored.id, event, pieces)?.say(ctx);
    Ok(Exit::Done)
}

/// Offers to log it, where somebody can answer and has the letter: on screen, in a file, on the clipboard.
///
/// # Errors
/// When the event is refused or the desk cannot be written.
pub(super) fn offer(
    written: Written,
    handed_over: bool,
    wishes: Wishes,
    stored: &StoredClaim,
    assessment: &Assessment,
    ctx: &Context,
) -> Result<Exit> {
    let reads_it = handed_over || ctx.ui.streams().stdout_is_terminal;
    let Some(prompter) = ctx.prompter().filter(|_| reads_it) else {
        return Ok(Exit::Done);
    };
    let (kind, about) = letters::sends(written.kind, assessment);
    let route = assessment
        .routes
        .iter()
        .find(|route| about.as_deref() == Some(route.route.as_str()));
    walk::sent(
        ctx,
        prompter,
        stored.clone(),
        (kind, route),
        wishes,
        written,
    )
}
