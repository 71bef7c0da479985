//! `claimctl evidence note` and `remove`: what is written down of a piece of evidence, and taking it out of the claim.

use anyhow::Result;

use crate::context::Context;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::message::Message;
use crate::error::Exit;

use super::super::desk::Edit;
use super::super::{desk, input};
use super::{found, line};

/// The arguments of `evidence note`.
#[derive(Debug, clap::Args)]
pub struct NoteArgs {
    /// The claim.
    id: String,
    /// The evidence: E2.
    evidence: String,
    /// What it proves.
    text: Option<String>,
    /// What it is.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// The day of the picture or the paper.
    #[arg(long, value_name = "DATE")]
    taken_on: Option<String>,
    /// Keep it out of everything that is shared.
    #[arg(long, conflicts_with = "shared")]
    confidential: bool,
    /// It may be shared after all.
    #[arg(long)]
    shared: bool,
}

/// The arguments of `evidence remove`.
#[derive(Debug, clap::Args)]
pub struct RemoveArgs {
    /// The claim.
    id: String,
    /// The evidence: E2.
    #[arg(required = true)]
    evidence: Vec<String>,
}

/// Writes down what a piece of evidence proves, what it is, of which day it is.
///
/// # Errors
/// When there is no such claim or evidence, or the desk cannot be written.
pub(super) fn note(args: &NoteArgs, ctx: &Context) -> Result<Exit> {
    let kind = match &args.kind {
        Some(kind) => Some(input::member(kind, EvidenceKind::ALL, "evidence-kind")?),
        None => None,
    };
    let taken_on = args.taken_on.as_deref();
    let taken_on = taken_on.map(|day| input::day(ctx, day)).transpose()?;
    let says_something = args.text.is_some()
        || kind.is_some()
        || taken_on.is_some()
        || args.confidential
        || args.shared;
    if !says_something {
        let hint = Message::new("error-nothing-to-note-hint")
            .with("id", args.id.as_str())
            .with("no", args.evidence.as_str());
        return Err(input::usage(
            Message::new("error-nothing-to-note"),
            Some(hint),
        ));
    }
    let after = changed(
        ctx,
        &args.id,
        std::slice::from_ref(&args.evidence),
        |piece| {
            piece.kind = kind.unwrap_or(piece.kind);
            piece.taken_on = taken_on.or(piece.taken_on);
            piece.confidential = (piece.confidential || args.confidential) && !args.shared;
            if let Some(text) = &args.text {
                piece.note = Some(text.clone()).filter(|text| !text.trim().is_empty());
            }
        },
    )?;
    for piece in &after {
        ctx.ui.status(&line(piece, ctx));
    }
    Ok(Exit::Done)
}

/// Takes evidence out of a claim. The file stays in the vault, and the number is never given again.
///
/// # Errors
/// When there is no such claim or evidence, or the desk cannot be written.
pub(super) fn remove(args: &RemoveArgs, ctx: &Context) -> Result<Exit> {
    let after = changed(ctx, &args.id, &args.evidence, |piece| {
        piece.removed_on = piece.removed_on.or(Some(ctx.today));
    })?;
    for piece in &after {
        let message = Message::new("command-evidence-removed").with("no", piece.no.to_string());
        ctx.ui.status(&ctx.say(&message));
    }
    Ok(Exit::Done)
}

/// Changes pieces of evidence of a claim, and returns them as they are now.
fn changed(
    ctx: &Context,
    id: &str,
    named: &[String],
    change: impl Fn(&mut Evidence),
) -> Result<Vec<Evidence>> {
    let id = input::claim_id(id)?;
    let mut numbers = Vec::new();
    let (_, after) = desk::change(ctx, id, |stored| {
        for text in named {
            numbers.push(found(stored, text)?.no);
        }
        let mut edit = Edit::of(stored);
        let pieces = edit.claim.evidence.iter_mut();
        pieces.filter(|e| numbers.contains(&e.no)).for_each(&change);
        Ok(edit)
    })?;
    let evidence = after.claim.evidence.into_iter();
    Ok(evidence.filter(|e| numbers.contains(&e.no)).collect())
}
