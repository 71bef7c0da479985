//! `claimctl next`: goes on with the walk: what to do now, do it, log it.

use anyhow::Result;

use crate::context::Context;
use crate::domain::assess::assess;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::store::{ListQuery, Sort};

use super::{desk, hold, input, view, walk};

/// The arguments of `next`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim; the walk that was interrupted, else the most urgent claim, unless said.
    id: Option<String>,
    /// Go on although a proof is missing; the log says so.
    #[arg(long)]
    force: bool,
}

/// Goes on with a claim. Without a terminal it prints the action and its command.
///
/// # Errors
/// When there is no such claim, or none at all, or the desk cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let id = match &args.id {
        Some(text) => input::claim_id(text)?,
        None => most_urgent(ctx)?,
    };
    let mut stored = desk::load(ctx, id)?;
    let library = ctx.library()?;
    let now = assess(&stored.claim, &stored.events, library, ctx.today);
    if args.force {
        match hold::held(&now) {
            Some((route, proof)) => {
                stored = hold::go_on(ctx, id, route, proof)?;
                ctx.ui.status(&ctx.lang.text("command-hold-gone-on"));
            }
            None => ctx.ui.status(&ctx.lang.text("command-hold-none")),
        }
    }
    if let Some(prompter) = ctx.prompter() {
        return walk::go_on(ctx, prompter, stored);
    }
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let (sentence, command) = view::next(&assessment, id, ctx);
    let line = Message::new("command-next-line")
        .with("id", id.to_string())
        .with("title", view::title(&stored.claim, ctx))
        .with("sentence", sentence);
    ctx.ui.out(&format!("{}\n{command}\n", ctx.say(&line)))?;
    walk::ask_by_status(&stored, &assessment, ctx);
    if let Some((_, proof)) = hold::held(&assessment) {
        ctx.ui.status(&hold::why(proof, ctx));
        for line in hold::ways_on(id, proof, ctx) {
            ctx.ui.status(&line);
        }
    }
    Ok(Exit::Done)
}

/// The walk that was interrupted, else the claim whose action is the most urgent.
fn most_urgent(ctx: &Context) -> Result<i64> {
    let nothing = || {
        let failure = Failure::new(Exit::NotFound, Message::new("error-no-claims"));
        anyhow::Error::from(failure.hint(Message::new("error-no-claims-hint")))
    };
    let store = ctx.desk()?.ok_or_else(nothing)?;
    if let Some(id) = store.interrupted_walk()? {
        return Ok(id);
    }
    let query = ListQuery {
        today: ctx.today,
        due_within: None,
        overdue: false,
        all: false,
        seller: None,
        sort: Sort::Due,
        language: ctx.lang.language,
    };
    let rows = store.list(&query)?;
    rows.first().map(|row| row.id).ok_or_else(nothing)
}
