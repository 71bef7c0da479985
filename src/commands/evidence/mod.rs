//! `claimctl evidence`: what proves the claim, kept in the vault.

mod add;
mod change;
mod extract;
mod given;
mod list;
mod mail;
mod purge;
mod sources;
mod verify;

use anyhow::Result;

use crate::context::Context;
use crate::domain::evidence::Evidence;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::lang::{typography, words};
use crate::store::StoredClaim;

pub(crate) use add::attach;
pub(crate) use extract::bytes;
pub(crate) use given::{Given, given, pieces, written};
pub(crate) use mail::{is_exchange, make_one, when};
pub(crate) use purge::{erase, purge, say_elsewhere, set_aside_unclaimed};

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
    if let Some(no) = evidence.part_of {
        let message = Message::new("command-evidence-part").with("no", no.to_string());
        parts.push(ctx.say(&message));
    }
    if let Some(mail) = evidence.mail.as_ref().filter(|_| named) {
        parts.extend(mail.from.as_deref().map(view::clean));
        parts.extend(mail.sent_at.map(|at| mail::zoned(at, ctx)));
    }
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

/// Finds a piece of evidence of a claim by what the user calls it: `E2`, `e2`, `2`.
///
/// # Errors
/// When it is no such number, or the claim has none of it.
pub(crate) fn found<'a>(stored: &'a StoredClaim, text: &str) -> Result<&'a Evidence> {
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
