//! `claimctl forget`: removes one claim wholly.

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::Exit;

use super::{confirm, desk, evidence, folder, input, view};

/// The arguments of `forget`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

/// Erases a claim, its log and its evidence. Its number is never given again, and no old copy brings it back.
///
/// # Errors
/// When there is no such claim, nobody confirms it, or the desk cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let stored = desk::load(ctx, input::claim_id(&args.id)?)?;
    let id = stored.id;
    let about = |key: &'static str| {
        Message::new(key)
            .with("id", id.to_string())
            .with("title", view::title(&stored.claim, ctx))
    };
    if let Some(exit) = confirm::refused(args.yes, &about("command-forget-ask"), ctx)? {
        return Ok(exit);
    }
    let vault = ctx.vault()?;
    let others = folder::neighbours(ctx)?;
    let aside = desk::open_to_write(ctx)?.erase(|tx| -> Result<_> {
        // What was added while the question was on screen goes too.
        let stored = tx.claim(id)?.ok_or_else(|| desk::not_found(id))?;
        tx.forget_claim(id, ctx.today)?;
        evidence::set_aside_unclaimed(&vault, (tx, &others), &stored.claim.evidence)
    })?;
    evidence::erase(aside)?;
    ctx.ui.status(&ctx.say(&about("command-forget-done")));
    evidence::say_elsewhere(ctx);
    Ok(Exit::Done)
}
