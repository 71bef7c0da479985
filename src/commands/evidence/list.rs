//! `claimctl evidence list`: what proves the claim.

use anyhow::Result;
use clap::ValueEnum;

use crate::context::Context;
use crate::domain::evidence::Evidence;
use crate::error::Exit;
use crate::export::evidence::EvidenceRecord;
use crate::export::json;

use super::super::{desk, input};
use super::described;

/// The arguments of `evidence list`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// Also what was removed.
    #[arg(long)]
    all: bool,
    /// Also the names of confidential evidence.
    #[arg(long)]
    include_confidential: bool,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
}

/// Lists the evidence of a claim.
///
/// # Errors
/// When there is no such claim, or the output cannot be written.
pub(super) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let stored = desk::load(ctx, input::claim_id(&args.id)?)?;
    let shown: Vec<&Evidence> = stored
        .claim
        .evidence
        .iter()
        .filter(|e| args.all || e.removed_on.is_none())
        .collect();
    if args.format == Format::Json {
        let records: Vec<EvidenceRecord> = shown
            .iter()
            .filter(|e| args.include_confidential || !e.confidential)
            .map(|e| EvidenceRecord::new(e))
            .collect();
        let mut out = Vec::new();
        json::write_listing(&mut out, "evidence", "evidence", &records)?;
        ctx.ui.out_bytes(&out)?;
        return Ok(Exit::Done);
    }
    if shown.is_empty() {
        ctx.ui.status(&ctx.lang.text("command-evidence-none"));
    }
    let named = |e: &Evidence| args.include_confidential || !e.confidential;
    let lines: String = shown
        .iter()
        .map(|e| described(e, named(e), ctx) + "\n")
        .collect();
    ctx.ui.out(&lines)?;
    Ok(Exit::Done)
}
