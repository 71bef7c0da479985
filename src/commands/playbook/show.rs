//! `claimctl playbook show`: one playbook, with its sources.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::domain::source::Nature;
use crate::error::{Exit, Failure};
use crate::lang::words;

use super::super::{input, view};
use super::origin;

/// The arguments of `playbook show`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The playbook.
    #[arg(value_name = "PLAYBOOK")]
    id: String,
}

/// Shows a playbook.
///
/// # Errors
/// When there is no such playbook.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let library = ctx.library()?;
    let ids: Vec<String> = library.playbooks.iter().map(|p| p.id.clone()).collect();
    let found = library.get(&args.id).ok_or_else(|| {
        let failure = Failure::new(
            Exit::NotFound,
            Message::new("error-no-playbook").with("text", args.id.as_str()),
        );
        let hint = match input::nearest(&args.id, &ids) {
            Some(near) => Message::new("error-did-you-mean").with("text", near),
            None => Message::new("error-no-playbook-hint"),
        };
        failure.hint(hint)
    })?;
    let say = |text: &crate::domain::language::Text| view::clean(&ctx.lang.both(text));
    let mut text = format!(
        "{}\n{} ({})\n",
        ctx.ui.paint().bold(say(&found.title)),
        found.id,
        view::clean(&origin(found, ctx))
    );
    let natures: BTreeSet<Nature> = found.sources.iter().map(|s| s.nature).collect();
    let alone = natures.first().filter(|_| natures.len() == 1);
    if let Some(Nature::Policy | Nature::Scheme | Nature::Advice) = alone {
        let all = natures.iter().map(|n| format!("explain-all-{n}"));
        text.extend(all.map(|key| ctx.lang.text(&key) + "\n"));
    }
    for rule in &found.rules {
        text += &format!("\n- {}\n  {}\n", say(&rule.what), rule.id);
        if let Some(caution) = &rule.caution {
            text += &format!("  {}\n", say(caution));
        }
        if let Some(source) = found.source(&rule.source) {
            let line = match alone {
                Some(_) => words::source_line_of_the_same(source, ctx.today),
                None => words::source_line(source, ctx.today),
            };
            text += &format!("  {}\n", view::clean(&ctx.say(&line)));
        }
    }
    for route in &found.routes {
        text += &format!(
            "\n> {}\n  {}\n  {}\n",
            say(&route.title),
            route.id,
            say(&route.how)
        );
    }
    ctx.ui.out(&text)?;
    Ok(Exit::Done)
}
