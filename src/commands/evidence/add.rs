//! `claimctl evidence add`: copies files into the vault and writes them down.

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;

use crate::context::Context;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::message::Message;
use crate::error::Exit;
use crate::ui::prompt::{Reply, YesNo};

use super::super::desk::Edit;
use super::super::{desk, input, view};
use super::{linked, sources, taken_in};

/// The arguments of `evidence add`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What it is.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// What it proves.
    #[arg(long, value_name = "TEXT", visible_alias = "note")]
    proves: Option<String>,
    /// The day of the picture or the paper.
    #[arg(long, value_name = "DATE")]
    taken_on: Option<String>,
    /// Keep it out of everything that is shared.
    #[arg(long)]
    confidential: bool,
    /// Make no copy: note the path and the hash only.
    #[arg(long)]
    link: bool,
}

/// Adds evidence to a claim.
///
/// # Errors
/// When there is no such claim, a file cannot be read or copied, or the desk not written: nothing is added then.
pub(super) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let id = input::claim_id(&args.id)?;
    let kind = match &args.kind {
        Some(kind) => Some(input::member(kind, EvidenceKind::ALL, "evidence-kind")?),
        None => None,
    };
    let taken_on = args.taken_on.as_deref();
    let taken_on = taken_on.map(|day| input::day(ctx, day)).transpose()?;
    desk::load(ctx, id)?;
    let mut pieces = Vec::new();
    for path in &args.files {
        for file in sources::files(path)? {
            let usual = kind.unwrap_or(EvidenceKind::Other);
            let mut piece = match args.link {
                true => linked(&file, usual)?,
                false => taken_in(ctx, &file, usual)?,
            };
            piece.evidence.kind = kind.unwrap_or_else(|| likely_kind(&piece.evidence));
            piece.evidence.note = args.proves.clone().filter(|note| !note.trim().is_empty());
            piece.evidence.confidential = args.confidential;
            piece.evidence.taken_on = match taken_on {
                Some(day) => Some(day),
                None => offered_day(&file, &piece.evidence, ctx),
            };
            pieces.push(piece);
        }
    }
    let given: Vec<Evidence> = pieces.iter().map(|piece| piece.evidence.clone()).collect();
    let (before, after) = desk::change(ctx, id, |stored| {
        Ok(Edit {
            evidence: pieces,
            ..Edit::of(stored)
        })
    })?;
    let mut said: Vec<u32> = Vec::new();
    for piece in &given {
        let here = |list: &[Evidence]| list.iter().find(|e| e.sha256 == piece.sha256).cloned();
        let Some(found) = here(&after.claim.evidence) else {
            continue;
        };
        let key = match here(&before.claim.evidence) {
            _ if said.contains(&found.no) => "command-evidence-known",
            Some(there) if there.counts() => "command-evidence-known",
            Some(_) => "command-evidence-again",
            None => "command-evidence-added",
        };
        said.push(found.no);
        let message = Message::new(key)
            .with("no", found.no.to_string())
            .with("name", view::clean(&piece.name));
        ctx.ui.status(&ctx.say(&message));
    }
    Ok(Exit::Done)
}

/// What a file is most likely, by its content; only what its type tells.
fn likely_kind(evidence: &Evidence) -> EvidenceKind {
    match evidence.media_type.as_deref() {
        Some(kind) if kind.starts_with("video/") => EvidenceKind::Video,
        _ => EvidenceKind::Other,
    }
}

/// The day on which a camera says that it took a picture: asked about where somebody can answer, else only mentioned.
fn offered_day(file: &std::path::Path, evidence: &Evidence, ctx: &Context) -> Option<NaiveDate> {
    let is_picture = evidence
        .media_type
        .as_deref()
        .is_some_and(|kind| kind.starts_with("image/"));
    let day = crate::vault::picture_day(file).filter(|_| is_picture)?;
    let with = |key: &'static str| {
        Message::new(key)
            .with("name", view::clean(&evidence.name))
            .with("day", day)
    };
    let Some(mut prompter) = ctx.prompter() else {
        ctx.ui.status(&ctx.say(&with("command-evidence-day-seen")));
        return None;
    };
    let question = YesNo {
        title: ctx.say(&with("command-evidence-day-ask")),
        ..YesNo::default()
    };
    match prompter.yes_no(&question) {
        Reply::Next(Some(true)) => Some(day),
        _ => None,
    }
}
