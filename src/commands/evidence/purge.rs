//! `claimctl evidence purge`: deletes files of evidence for good.

use anyhow::Result;
use chrono::NaiveDate;

use crate::context::Context;
use crate::domain::assess::assess;
use crate::domain::evidence::Evidence;
use crate::domain::message::Message;
use crate::domain::route::Door;
use crate::error::{Exit, Failure};
use crate::store::{Store, StoredClaim, Tx};
use crate::vault::{Aside, Vault};

use super::super::{confirm, desk, folder, input};
use super::found;

/// The arguments of `evidence purge`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// The evidence: E2; all that is confidential unless said.
    evidence: Vec<String>,
    /// Also what may still be needed.
    #[arg(long)]
    force: bool,
    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

/// Deletes files of evidence: hash, kind and days stay.
///
/// # Errors
/// When there is no such claim or evidence, what is not confidential may still be needed, nobody confirms it, or it cannot be
/// deleted.
pub(super) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let stored = desk::load(ctx, input::claim_id(&args.id)?)?;
    let mut chosen: Vec<Evidence> = Vec::new();
    for text in &args.evidence {
        chosen.push(found(&stored, text)?.clone());
    }
    if args.evidence.is_empty() {
        let confidential = stored.claim.evidence.iter().filter(|e| e.confidential);
        chosen.extend(confidential.cloned());
    }
    chosen.retain(|e| e.purged_on.is_none());
    if chosen.is_empty() {
        ctx.ui.status(&ctx.lang.text("command-purge-nothing"));
        return Ok(Exit::Done);
    }
    if !args.force && chosen.iter().any(|e| !e.confidential) {
        check_not_needed(&stored, ctx)?;
    }
    let list: Vec<String> = chosen.iter().map(|e| format!("E{}", e.no)).collect();
    let question = Message::new("command-purge-ask")
        .with("id", stored.id.to_string())
        .with("list", list.join(", "));
    if let Some(exit) = confirm::refused(args.yes, &question, ctx)? {
        return Ok(exit);
    }
    purge(ctx, stored.id, &chosen)?;
    Ok(Exit::Done)
}

/// Deletes pieces of evidence of a claim for good, and says what was done and what was out of reach.
///
/// # Errors
/// When the desk cannot be written, or a file not be deleted.
pub(crate) fn purge(ctx: &Context, id: i64, chosen: &[Evidence]) -> Result<()> {
    let vault = ctx.vault()?;
    let others = folder::neighbours(ctx)?;
    let store = desk::open_to_write(ctx)?;
    let aside = store.erase(|tx| -> Result<_> {
        for piece in chosen {
            tx.purge_evidence(id, piece.no, ctx.today, ctx.now)?;
        }
        set_aside_unclaimed(&vault, (tx, &others), chosen)
    })?;
    erase(aside)?;
    for piece in chosen {
        let keepers = store.keepers(&piece.sha256)?;
        let key = match piece.stored {
            false => "command-purge-linked",
            true if !keepers.is_empty() => "exchange-purge-kept",
            true if vault.find(&piece.sha256).is_some() => "exchange-purge-elsewhere",
            true => "command-purge-done",
        };
        let keepers: Vec<String> = keepers.iter().map(i64::to_string).collect();
        let said = Message::new(key)
            .with("no", piece.no.to_string())
            .with("count", i64::try_from(keepers.len()).unwrap_or(i64::MAX))
            .with("claims", keepers.join(", "))
            .with("path", super::super::view::clean(&piece.path));
        ctx.ui.status(&ctx.say(&said));
    }
    say_elsewhere(ctx);
    Ok(())
}

/// Says where what was deleted may still be: out of reach, and in what a restore has put aside.
pub(crate) fn say_elsewhere(ctx: &Context) {
    ctx.ui.status(&ctx.lang.text("command-purge-elsewhere"));
    for path in folder::put_aside(ctx) {
        let path = super::super::view::quoted(&path.display().to_string());
        let said = Message::new("command-purge-aside").with("path", path);
        ctx.ui.status(&ctx.say(&said));
    }
}

/// Takes the copies that no row counts on any more, in this desk or in another one of the folder, out of their place before the
/// change is committed: the desk is locked meanwhile, so that no new row does. They are to be deleted after it; if it fails they
/// go back.
pub(crate) fn set_aside_unclaimed(
    vault: &Vault,
    (tx, others): (&Tx<'_>, &[Store]),
    gone: &[Evidence],
) -> Result<Vec<Aside>> {
    // What a crash left of an earlier deletion. What this change gives up stays until it is made: it may fail.
    let given_up = |hash: &str| gone.iter().any(|e| e.sha256 == hash);
    vault.sweep(|hash| given_up(hash) || tx.keeps(hash).unwrap_or(true))?;
    let mut aside = Vec::new();
    for piece in gone.iter().filter(|e| e.stored) {
        let hash = piece.sha256.as_str();
        // Another desk that cannot say may still need it.
        let elsewhere = others.iter().any(|desk| desk.keeps(hash).unwrap_or(true));
        if !tx.keeps(hash)? && !elsewhere {
            aside.extend(vault.set_aside(&piece.sha256)?);
        }
    }
    Ok(aside)
}

/// Deletes what was set aside, all that can be.
///
/// # Errors
/// When something cannot be deleted: no claim counts on it, and the next change of the evidence tries again.
pub(crate) fn erase(aside: Vec<Aside>) -> Result<()> {
    let mut failed = Ok(());
    for copy in aside {
        if let Err(error) = copy.erase() {
            failed = Err(error);
        }
    }
    Ok(failed?)
}

/// Refuses to delete what may still have to prove something: until the claim is time-barred at the court.
fn check_not_needed(stored: &StoredClaim, ctx: &Context) -> Result<()> {
    let needed_until = needed_until(stored, ctx)?;
    let what = match needed_until {
        Some(day) if day < ctx.today => return Ok(()),
        Some(day) => Message::new("error-purge-needed").with("day", day),
        None => Message::new("error-purge-unknown"),
    };
    let hint = Message::new("error-purge-hint").with("id", stored.id.to_string());
    Err(Failure::new(Exit::Failed, what).hint(hint).into())
}

/// The last day on which a court can still be gone to; `None` when it is not known.
fn needed_until(stored: &StoredClaim, ctx: &Context) -> Result<Option<NaiveDate>> {
    // What a closed claim still could do, it could do were it open.
    let mut claim = stored.claim.clone();
    (claim.closed_on, claim.outcome) = (None, None);
    let assessment = assess(&claim, &stored.events, ctx.library()?, ctx.today);
    let courts = assessment.routes.iter().filter(|r| r.door == Door::Court);
    let days: Vec<Option<NaiveDate>> = courts.map(|r| r.closes_on).collect();
    match days.iter().all(Option::is_some) {
        true => Ok(days.into_iter().flatten().max()),
        false => Ok(None),
    }
}
