//! `claimctl evidence`: what proves the claim, kept in the vault.

mod add;
mod change;
mod extract;
mod list;
mod purge;
mod sources;
mod verify;

use std::path::Path;

use anyhow::Result;

use crate::context::Context;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::lang::{typography, words};
use crate::store::StoredClaim;

pub(crate) use purge::{delete_unclaimed, purge};

use super::desk::Piece;
use super::view;

/// What can be done with evidence.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    Add(add::Args),
    List(list::Args),
    Open(extract::OpenArgs),
    Extract(extract::Args),
    Verify(verify::Args),
    Note(change::NoteArgs),
    Remove(change::RemoveArgs),
    Purge(purge::Args),
}

/// Runs a command on evidence.
///
/// # Errors
/// When there is no such claim, a file cannot be read, or the desk not written.
pub fn run(command: &Command, ctx: &Context) -> Result<Exit> {
    match command {
        Command::Add(args) => add::run(args, ctx),
        Command::List(args) => list::run(args, ctx),
        Command::Open(args) => extract::open(args, ctx),
        Command::Extract(args) => extract::run(args, ctx),
        Command::Verify(args) => verify::run(args, ctx),
        Command::Note(args) => change::note(args, ctx),
        Command::Remove(args) => change::remove(args, ctx),
        Command::Purge(args) => purge::run(args, ctx),
    }
}

/// One piece of evidence on one line. The name of a confidential one is not said.
pub(crate) fn line(evidence: &Evidence, ctx: &Context) -> String {
    described(evidence, !evidence.confidential, ctx)
}

/// One piece of evidence on one line, with its name or without.
fn described(evidence: &Evidence, named: bool, ctx: &Context) -> String {
    let mut parts = vec![
        ctx.say(&words::evidence_kind(evidence.kind)),
        typography::size(evidence.bytes, ctx.lang.language),
        format!(
            "sha256 {}",
            &evidence.sha256.get(..12).unwrap_or(&evidence.sha256)
        ),
    ];
    if let Some(day) = evidence.taken_on {
        parts.push(ctx.say(&Message::new("command-evidence-taken").with("day", day)));
    }
    if !evidence.stored && evidence.purged_on.is_none() {
        parts.push(ctx.lang.text("command-evidence-linked"));
    }
    if evidence.confidential {
        parts.push(ctx.lang.text("command-evidence-confidential"));
    }
    if let Some(day) = evidence.removed_on {
        parts.push(ctx.say(&Message::new("command-evidence-removed-on").with("day", day)));
    }
    if let Some(day) = evidence.purged_on {
        parts.push(ctx.say(&Message::new("command-evidence-purged").with("day", day)));
    }
    let note = evidence
        .note
        .as_deref()
        .filter(|_| named)
        .map(|n| format!(" – {}", view::clean(n)))
        .unwrap_or_default();
    let name = match named {
        true => view::clean(&evidence.name),
        false => ctx.lang.text("command-evidence-nameless"),
    };
    format!("E{}  {name} ({}){note}", evidence.no, parts.join(", "))
}

/// Copies a file into the vault, where it waits for its row.
///
/// # Errors
/// When it cannot be read or copied.
pub(crate) fn taken_in(ctx: &Context, file: &Path, kind: EvidenceKind) -> Result<Piece> {
    let name = name_of(file);
    let total = std::fs::metadata(file).map_or(0, |about| about.len());
    let progress = ctx.ui.progress(&view::clean(&name), total);
    let copy = ctx
        .vault()?
        .take_in(file, &mut |done| progress.done(done))?;
    let facts = copy.facts().clone();
    Ok(Piece {
        evidence: piece(file, name, kind, facts, true),
        copy: Some(copy),
    })
}

/// Reads what there is to know of a file of which no copy is made.
fn linked(file: &Path, kind: EvidenceKind) -> Result<Piece> {
    if file.to_str().is_none() {
        // A path that is no text could not be found again.
        let what = Message::new("error-read-file").with("file", file.display().to_string());
        return Err(Failure::new(Exit::Usage, what)
            .because(Message::new("error-name-not-utf8"))
            .into());
    }
    let facts = crate::vault::inspect(file)?;
    Ok(Piece {
        evidence: piece(file, name_of(file), kind, facts, false),
        copy: None,
    })
}

fn piece(
    file: &Path,
    name: String,
    kind: EvidenceKind,
    facts: crate::vault::FileFacts,
    stored: bool,
) -> Evidence {
    let path = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    Evidence {
        no: 0,
        kind,
        name,
        path: path.to_string_lossy().into_owned(),
        stored,
        sha256: facts.sha256,
        bytes: facts.bytes,
        media_type: facts.media_type,
        note: None,
        taken_on: None,
        confidential: false,
        removed_on: None,
        purged_on: None,
    }
}

fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    name.to_string_lossy().into_owned()
}

/// Finds a piece of evidence of a claim by what the user calls it: `E2`, `e2`, `2`.
///
/// # Errors
/// When it is no such number, or the claim has none of it.
fn found<'a>(stored: &'a StoredClaim, text: &str) -> Result<&'a Evidence> {
    let digits = text.trim().trim_start_matches(['E', 'e']);
    let no = digits.parse::<u32>().ok();
    let piece = no.and_then(|no| stored.claim.evidence.iter().find(|e| e.no == no));
    piece.ok_or_else(|| {
        let what = Message::new("error-no-evidence")
            .with("id", stored.id.to_string())
            .with("text", text);
        let hint = Message::new("error-no-evidence-hint").with("id", stored.id.to_string());
        Failure::new(Exit::NotFound, what).hint(hint).into()
    })
}
