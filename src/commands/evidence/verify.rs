//! `claimctl evidence verify`: whether every file is still what it was.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use crate::context::Context;
use crate::domain::evidence::Evidence;
use crate::domain::message::Message;
use crate::error::Exit;
use crate::store::{Filter, Store};
use crate::vault::{Condition, Vault};

use super::super::{desk, folder, input, view};

/// The arguments of `evidence verify`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    #[arg(required_unless_present = "all")]
    id: Option<String>,
    /// Every claim, and what lies in the vault without belonging to one.
    #[arg(long, conflicts_with = "id")]
    all: bool,
}

/// Reads the files of evidence whole and names what is missing, unreadable, altered, or belongs to no claim.
///
/// # Errors
/// When there is no such claim, or the desk cannot be read.
pub(super) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let vault = ctx.vault()?;
    let mut report = Report {
        ctx,
        vault: &vault,
        checked: 0,
        wrong: 0,
    };
    if let Some(id) = &args.id {
        let stored = desk::load(ctx, input::claim_id(id)?)?;
        report.claim(stored.id, &stored.claim.evidence)?;
        return report.end();
    }
    let Some(desk) = ctx.desk()? else {
        return report.end();
    };
    let hashes = every_claim(&desk, &mut report)?;
    let known: BTreeSet<&str> = hashes.iter().map(String::as_str).collect();
    let others = folder::neighbours(ctx)?;
    let is_theirs = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        others.iter().any(|desk| desk.keeps(&name).unwrap_or(true))
    };
    let strangers = vault.strangers(&known).into_iter();
    for path in strangers.filter(|path| !is_theirs(path)) {
        report.wrong(
            Message::new("command-verify-stranger")
                .with("path", view::clean(&path.display().to_string())),
        )?;
    }
    report.end()
}

/// Checks the evidence of every claim; returns the hashes of what the vault should hold.
fn every_claim(desk: &Store, report: &mut Report<'_>) -> Result<BTreeSet<String>> {
    let mut hashes = BTreeSet::new();
    for id in desk.claims(Filter::Every)? {
        let Some(stored) = desk.claim(id)? else {
            continue;
        };
        report.claim(id, &stored.claim.evidence)?;
        let kept = stored.claim.evidence.into_iter();
        let kept = kept.filter(|e| e.stored && e.purged_on.is_none());
        hashes.extend(kept.map(|e| e.sha256));
    }
    Ok(hashes)
}

struct Report<'a> {
    ctx: &'a Context,
    vault: &'a Vault,
    checked: i64,
    wrong: i64,
}

impl Report<'_> {
    fn claim(&mut self, id: i64, evidence: &[Evidence]) -> Result<()> {
        for piece in evidence.iter().filter(|e| e.purged_on.is_none()) {
            self.checked += 1;
            let condition = match piece.stored {
                true => self.vault.condition(&piece.sha256),
                false => Condition::of(Path::new(&piece.path), &piece.sha256),
            };
            let key = match condition {
                _ if piece.is_elsewhere() => "exchange-not-here",
                Condition::Intact => continue,
                Condition::Missing => "command-verify-missing",
                Condition::Unreadable => "command-verify-unreadable",
                Condition::Altered => "command-verify-altered",
            };
            let name = match piece.confidential {
                true => self.ctx.lang.text("command-evidence-nameless"),
                false => view::clean(&piece.name),
            };
            self.wrong(
                Message::new(key)
                    .with("id", id.to_string())
                    .with("no", piece.no.to_string())
                    .with("name", name),
            )?;
        }
        Ok(())
    }

    fn wrong(&mut self, message: Message) -> Result<()> {
        self.wrong += 1;
        self.ctx.ui.out(&(self.ctx.say(&message) + "\n"))?;
        Ok(())
    }

    fn end(self) -> Result<Exit> {
        let key = match self.wrong {
            0 => "command-verify-intact",
            _ => "command-verify-wrong",
        };
        let message = Message::new(key)
            .with("count", self.checked)
            .with("wrong", self.wrong);
        self.ctx.ui.status(&self.ctx.say(&message));
        Ok(match self.wrong {
            0 => Exit::Done,
            _ => Exit::Failed,
        })
    }
}
