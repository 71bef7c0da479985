//! `claimctl playbook list --stale`: the sources that are to be checked again, the oldest first.

use std::fmt::Write as _;

use anyhow::Result;

use crate::context::Context;
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::playbook::Playbook;
use crate::domain::source::Source;
use crate::error::Exit;
use crate::export::csv::{self, Separator};
use crate::export::json;
use crate::export::playbook::StaleRecord;
use crate::lang::words;

use super::super::view;
use super::list::Format;

/// Lists the sources of playbooks that were not read, or not checked for 12 months.
pub(super) fn list(playbooks: &[&Playbook], format: Format, ctx: &Context) -> Result<Exit> {
    let mut stale: Vec<(&Playbook, &Source)> = playbooks
        .iter()
        .flat_map(|p| p.sources.iter().map(move |source| (*p, source)))
        .filter(|(_, source)| source.needs_a_check(ctx.today))
        .collect();
    stale.sort_by_key(|(_, source)| source.checked_on);
    let language = ctx.lang.language;
    let records = || {
        let record = |one| record(one, language);
        stale.iter().map(record).collect::<Vec<_>>()
    };
    let mut out = Vec::new();
    match format {
        Format::Table => return blocks(&stale, ctx),
        Format::Json => json::write_listing(&mut out, "sources", "sources", &records())?,
        Format::Csv => csv::write_sources(&mut out, Separator::Comma, &records())?,
        Format::Tsv => csv::write_sources(&mut out, Separator::Tab, &records())?,
    }
    ctx.ui.out_bytes(&out)?;
    Ok(Exit::Done)
}

/// One block for each source: its link stays on one line, to be opened.
fn blocks(stale: &[(&Playbook, &Source)], ctx: &Context) -> Result<Exit> {
    if stale.is_empty() {
        ctx.ui.status(&ctx.lang.text("command-playbook-stale-none"));
        return Ok(Exit::Done);
    }
    let mut text = String::new();
    for (playbook, source) in stale {
        let line = view::clean(&ctx.say(&words::source_line(source, ctx.today)));
        let head = ctx
            .ui
            .paint()
            .bold(format!("{}#{}", playbook.id, source.id));
        let _ = writeln!(text, "{head}");
        let lines = match ctx.ui.fit() {
            Some(width) => crate::ui::text::wrap(&line, width.saturating_sub(4).max(20)),
            None => vec![line],
        };
        for line in lines.iter().chain(&source.url) {
            let _ = writeln!(text, "  {}", view::clean(line));
        }
    }
    ctx.ui.out(&text)?;
    let count = i64::try_from(stale.len()).unwrap_or(i64::MAX);
    let sum = Message::new("command-playbook-stale-count").with("count", count);
    ctx.ui.status(&ctx.say(&sum));
    Ok(Exit::Done)
}

fn record((playbook, source): &(&Playbook, &Source), language: Language) -> StaleRecord {
    StaleRecord {
        playbook: playbook.id.clone(),
        source: source.id.clone(),
        title: source.title.get(language).to_owned(),
        article: source.article.clone(),
        checked_on: source.checked_on.to_string(),
        basis: source.basis.id(),
        confidence: source.confidence.id(),
        url: source.url.clone(),
    }
}
