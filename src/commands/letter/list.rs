//! `claimctl letter --list`: which letters fit now, which not yet, and why.

use anyhow::Result;
use serde::Serialize;

use crate::context::Context;
use crate::domain::assess::Assessment;
use crate::error::Exit;
use crate::export::json;
use crate::lang::words;
use crate::letters;
use crate::store::StoredClaim;

use super::view;

/// Lists every kind of letter.
pub(super) fn list(
    as_json: bool,
    stored: &StoredClaim,
    assessment: &Assessment,
    ctx: &Context,
) -> Result<Exit> {
    let library = ctx.library()?;
    let all = letters::available(&stored.claim, &stored.events, assessment, library);
    if as_json {
        #[derive(Serialize)]
        struct Row {
            kind: &'static str,
            available: bool,
            reason: Option<String>,
        }
        let rows: Vec<Row> = all
            .iter()
            .map(|(kind, fit)| Row {
                kind: kind.id(),
                available: fit.is_now(),
                reason: fit.reason().map(|r| ctx.say(r)),
            })
            .collect();
        let mut out = Vec::new();
        json::write_listing(&mut out, "letters", "letters", &rows)?;
        ctx.ui.out_bytes(&out)?;
        return Ok(Exit::Done);
    }
    let mut text = String::new();
    for (kind, fit) in &all {
        let name = ctx.say(&words::letter_kind(*kind));
        let state = match fit.reason() {
            None => ctx.lang.text("command-letter-now"),
            Some(reason) => view::clean(&ctx.say(reason)),
        };
        let line = view::wrapped(&format!("{name} – {state}"), 19, ctx);
        text += &format!("{:<18} {line}\n", kind.id());
    }
    ctx.ui.out(&text)?;
    Ok(Exit::Done)
}
