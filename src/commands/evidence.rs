//! `claimctl evidence`: proof, in its first form: path, hash, size and type.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::context::Context;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::lang::{typography, words};
use crate::vault;

use super::desk::Edit;
use super::{desk, input, view};

/// What can be done with evidence.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    Add(AddArgs),
    List(ListArgs),
}

/// The arguments of `evidence add`.
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// The claim.
    id: String,
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What it is.
    #[arg(long, value_name = "KIND", default_value = "other")]
    kind: String,
    /// What it proves.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Keep it out of everything that is shared.
    #[arg(long)]
    confidential: bool,
}

/// The arguments of `evidence list`.
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// The claim.
    id: String,
}

/// Runs a command on evidence.
///
/// # Errors
/// When there is no such claim, a file cannot be read, or the desk not written.
pub fn run(command: &Command, ctx: &Context) -> Result<Exit> {
    match command {
        Command::Add(args) => add(args, ctx),
        Command::List(args) => list(args, ctx),
    }
}

fn add(args: &AddArgs, ctx: &Context) -> Result<Exit> {
    let id = input::claim_id(&args.id)?;
    let kind = input::member(&args.kind, EvidenceKind::ALL, "evidence-kind")?;
    desk::load(ctx, id)?;
    let mut pieces = Vec::new();
    for file in &args.files {
        pieces.push(Evidence {
            note: args.note.clone(),
            confidential: args.confidential,
            ..inspected(file, kind)?
        });
    }
    let (before, after) = desk::change(ctx, id, |stored| {
        let known = |piece: &Evidence| {
            stored
                .claim
                .evidence
                .iter()
                .any(|e| e.sha256 == piece.sha256)
        };
        let new = pieces.iter().filter(|p| !known(p)).cloned().collect();
        Ok(Edit {
            evidence: new,
            ..Edit::of(stored)
        })
    })?;
    let mut said: Vec<u32> = Vec::new();
    for piece in &pieces {
        let found = after
            .claim
            .evidence
            .iter()
            .find(|e| e.sha256 == piece.sha256);
        let Some(found) = found else { continue };
        let was_known = before
            .claim
            .evidence
            .iter()
            .any(|e| e.sha256 == piece.sha256);
        let key = if was_known || said.contains(&found.no) {
            "command-evidence-known"
        } else {
            "command-evidence-added"
        };
        said.push(found.no);
        let message = Message::new(key)
            .with("no", found.no.to_string())
            .with("name", view::clean(&piece.name));
        ctx.ui.status(&ctx.say(&message));
    }
    Ok(Exit::Done)
}

fn list(args: &ListArgs, ctx: &Context) -> Result<Exit> {
    let stored = desk::load(ctx, input::claim_id(&args.id)?)?;
    if stored.claim.evidence.is_empty() {
        ctx.ui.status(&ctx.lang.text("command-evidence-none"));
    }
    let lines: String = stored
        .claim
        .evidence
        .iter()
        .map(|e| line(e, ctx) + "\n")
        .collect();
    ctx.ui.out(&lines)?;
    Ok(Exit::Done)
}

/// One piece of evidence on one line.
pub(crate) fn line(evidence: &Evidence, ctx: &Context) -> String {
    let mut parts = vec![
        ctx.say(&words::evidence_kind(evidence.kind)),
        typography::size(evidence.bytes, ctx.lang.language),
        format!(
            "sha256 {}",
            &evidence.sha256.get(..12).unwrap_or(&evidence.sha256)
        ),
    ];
    if evidence.confidential {
        parts.push(ctx.lang.text("command-evidence-confidential"));
    }
    let note = evidence
        .note
        .as_deref()
        .map(|n| format!(" – {}", view::clean(n)))
        .unwrap_or_default();
    format!(
        "E{}  {} ({}){note}",
        evidence.no,
        view::clean(&evidence.name),
        parts.join(", ")
    )
}

/// Reads what there is to know of a file.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn inspected(file: &Path, kind: EvidenceKind) -> Result<Evidence> {
    if file.to_str().is_none() {
        // A path that is no text could not be found again.
        let what = Message::new("error-read-file").with("file", file.display().to_string());
        return Err(Failure::new(Exit::Usage, what)
            .because(Message::new("error-name-not-utf8"))
            .into());
    }
    let facts = vault::inspect(file)?;
    let path = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let name = file
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    Ok(Evidence {
        no: 0,
        kind,
        name,
        path: path.to_string_lossy().into_owned(),
        sha256: facts.sha256,
        bytes: facts.bytes,
        media_type: facts.media_type,
        note: None,
        confidential: false,
        purged_on: None,
    })
}
