//! `claimctl why`: how each date of a claim was computed, so that it can be recomputed by hand.

use std::fmt::Write as _;

use anyhow::Result;

use crate::context::Context;
use crate::domain::assess::{Deadline, assess};
use crate::domain::message::Message;
use crate::domain::playbook::Library;
use crate::error::{Exit, Failure};
use crate::lang::words;

use super::{desk, input, view};

/// The arguments of `why`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// The rule, or the end of its id.
    deadline: Option<String>,
}

/// Explains the dates of a claim.
///
/// # Errors
/// When there is no such claim or no such deadline in it.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let id = input::claim_id(&args.id)?;
    let stored = desk::load(ctx, id)?;
    let library = ctx.library()?;
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let asked = |d: &&Deadline| {
        args.deadline
            .as_deref()
            .is_none_or(|text| d.rule.ends_with(text))
    };
    let chosen: Vec<&Deadline> = assessment.deadlines.iter().filter(asked).collect();
    if chosen.is_empty() {
        let ids: Vec<&str> = assessment
            .deadlines
            .iter()
            .map(|d| d.rule.as_str())
            .collect();
        let failure = match &args.deadline {
            Some(text) => Failure::new(
                Exit::NotFound,
                Message::new("error-no-deadline").with("text", text.as_str()),
            ),
            None => Failure::new(Exit::NotFound, Message::new("error-no-deadlines")),
        };
        let hint = Message::new("error-one-of").with("list", ids.join(", "));
        return Err(if ids.is_empty() {
            failure
        } else {
            failure.hint(hint)
        }
        .into());
    }
    let texts: Vec<String> = chosen.iter().map(|d| explained(d, library, ctx)).collect();
    ctx.ui.out(&texts.join("\n"))?;
    Ok(Exit::Done)
}

fn explained(deadline: &Deadline, library: &Library, ctx: &Context) -> String {
    let mut text = String::new();
    let say = |message: &Message| view::clean(&ctx.say(message));
    let title = Message::new("explain-title")
        .with("who", words::party(deadline.who))
        .with("what", deadline.what.clone())
        .with("day", deadline.due_on);
    let _ = writeln!(text, "{}", ctx.ui.paint().bold(say(&title)));
    let _ = writeln!(text, "  {}", deadline.rule);
    for step in &deadline.steps {
        let _ = writeln!(text, "  {}", say(&words::explain_step(step, library)));
    }
    if let Some(legal) = deadline.legal_on {
        let line = Message::new("explain-safe-and-legal")
            .with("safe", deadline.due_on)
            .with("legal", legal);
        let _ = writeln!(text, "  {}", say(&line));
    }
    if let Some(lead) = deadline.lead {
        let line = Message::new("explain-lead")
            .with("day", deadline.remind_on)
            .with("lead", words::period(lead));
        let _ = writeln!(text, "  {}", say(&line));
    }
    if let Some(from) = deadline.moved_from {
        let _ = writeln!(
            text,
            "  {}",
            say(&Message::new("explain-moved").with("day", from))
        );
    }
    if let Some(caution) = &deadline.caution {
        let _ = writeln!(text, "  {}", view::clean(&ctx.lang.both(caution)));
    }
    let _ = writeln!(
        text,
        "  {}",
        say(&words::source_line(&deadline.source, ctx.today))
    );
    if let Some(url) = &deadline.source.url {
        let _ = writeln!(text, "  {url}");
    }
    text
}
