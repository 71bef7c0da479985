//! `claimctl playbook list`: what playbooks there are, how old their reviews are and how well they are known.

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::ValueEnum;

use crate::context::Context;
use crate::domain::calendar::period::days_between;
use crate::domain::country;
use crate::domain::message::Message;
use crate::domain::playbook::{Playbook, PlaybookKind};
use crate::domain::problem::Problem;
use crate::domain::source::Basis;
use crate::error::Exit;
use crate::export::csv::{self, Separator};
use crate::export::json;
use crate::export::playbook::{PlaybookRecord, SourcesRecord};
use crate::ui::{Cell, Table, Tone};

use super::super::{input, view};
use super::{origin, stale};

/// The arguments of `playbook list`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only those that hold for consumers of this country.
    #[arg(long, value_name = "COUNTRY")]
    country: Option<String>,
    /// Only those of this kind.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// Only those that speak of this problem.
    #[arg(long, value_name = "PROBLEM")]
    problem: Option<String>,
    /// The sources to check again, the oldest first.
    #[arg(long)]
    stale: bool,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Json,
    Csv,
    Tsv,
}

/// Lists the playbooks, or their sources that are to be checked again.
///
/// # Errors
/// When a filter is none, or the output cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let playbooks = chosen(args, ctx)?;
    if args.stale {
        return stale::list(&playbooks, args.format, ctx);
    }
    let records = || -> Vec<PlaybookRecord> { playbooks.iter().map(|p| record(p, ctx)).collect() };
    let mut out = Vec::new();
    match args.format {
        Format::Table => return table(&playbooks, ctx),
        Format::Json => json::write_listing(&mut out, "playbooks", "playbooks", &records())?,
        Format::Csv => csv::write_playbooks(&mut out, Separator::Comma, &records())?,
        Format::Tsv => csv::write_playbooks(&mut out, Separator::Tab, &records())?,
    }
    ctx.ui.out_bytes(&out)?;
    Ok(Exit::Done)
}

/// The playbooks that pass the filters.
fn chosen<'a>(args: &Args, ctx: &'a Context) -> Result<Vec<&'a Playbook>> {
    let asked = args.country.as_deref();
    let country = asked.map(|text| {
        country::meant(text).ok_or_else(|| {
            let what = Message::new("error-country").with("text", text);
            input::usage(what, Some(Message::new("error-country-hint")))
        })
    });
    let country = country.transpose()?;
    let kind = args.kind.as_deref();
    let kind = kind.map(|text| input::member(text, PlaybookKind::ALL, "playbook-kind"));
    let kind = kind.transpose()?;
    let problem = args.problem.as_deref();
    let problem = problem.map(|text| input::member(text, Problem::ALL, "problem"));
    let problem = problem.transpose()?;
    let passes = |p: &&Playbook| {
        country.as_deref().is_none_or(|country| p.holds_in(country))
            && kind.is_none_or(|kind| p.kind == kind)
            && problem.is_none_or(|problem| p.speaks_of(problem))
    };
    Ok(ctx.library()?.playbooks.iter().filter(passes).collect())
}

fn table(playbooks: &[&Playbook], ctx: &Context) -> Result<Exit> {
    if playbooks.is_empty() {
        ctx.ui.status(&ctx.lang.text("command-playbook-list-none"));
        return Ok(Exit::Done);
    }
    let header = |name: &str| Cell::new(&ctx.lang.text(&format!("command-playbook-column-{name}")));
    let mut table = Table::new(["id", "title", "reviewed", "sources"].map(header)).whole(0);
    for playbook in playbooks {
        let old = playbook.is_stale(ctx.today);
        let weak = weakest(playbook) == Some(Basis::Memory);
        let tone = |bad: bool| if bad { Tone::Danger } else { Tone::Normal };
        table.row([
            Cell::new(&playbook.id),
            Cell::new(&title(playbook, ctx)),
            Cell::new(&age(playbook.reviewed_on, ctx)).tone(tone(old)),
            Cell::new(&how_well_known(playbook, ctx)).tone(tone(weak)),
        ]);
    }
    ctx.ui.out(&table.render(ctx.ui.fit(), ctx.ui.paint()))?;
    for (country, file) in &ctx.library()?.own_holidays {
        let own = Message::new("command-playbook-own-holidays")
            .with("country", country.as_str())
            .with("file", view::clean(file));
        ctx.ui.status(&ctx.say(&own));
    }
    Ok(Exit::Done)
}

/// The title; of one of the user's own, that it is.
fn title(playbook: &Playbook, ctx: &Context) -> String {
    use crate::domain::playbook::Origin;
    let title = view::clean(&ctx.lang.both(&playbook.title));
    let key = match playbook.origin {
        Origin::BuiltIn => return title,
        Origin::User {
            overrides: false, ..
        } => "command-playbook-titled-own",
        Origin::User { .. } => "command-playbook-titled-overrides",
    };
    ctx.say(&Message::new(key).with("title", title))
}

/// How long ago a day was: today, in days, in months, in years.
fn age(day: NaiveDate, ctx: &Context) -> String {
    let days = days_between(day, ctx.today);
    let months = i64::from(ctx.today.year() - day.year()) * 12 + i64::from(ctx.today.month())
        - i64::from(day.month())
        - i64::from(ctx.today.day() < day.day());
    let (key, count) = match (days, months) {
        (..0, _) => return view::short(day, ctx),
        (0, _) => ("today", 0),
        (1..60, _) => ("days", days),
        (_, ..24) => ("months", months),
        _ => ("years", months / 12),
    };
    let age = Message::new(format!("command-playbook-age-{key}")).with("count", count);
    ctx.say(&age)
}

/// How the least known of its sources are known, and how many of them.
fn how_well_known(playbook: &Playbook, ctx: &Context) -> String {
    let Some(basis) = weakest(playbook) else {
        return ctx.lang.text("command-playbook-known-none");
    };
    let count = i64::try_from(known(playbook, basis)).unwrap_or(i64::MAX);
    let key = format!("command-playbook-known-{basis}");
    ctx.say(&Message::new(key).with("count", count))
}

fn weakest(playbook: &Playbook) -> Option<Basis> {
    playbook.sources.iter().map(|s| s.basis).max()
}

fn known(playbook: &Playbook, basis: Basis) -> usize {
    playbook.sources.iter().filter(|s| s.basis == basis).count()
}

fn record(playbook: &Playbook, ctx: &Context) -> PlaybookRecord {
    PlaybookRecord {
        id: playbook.id.clone(),
        kind: playbook.kind.id(),
        title: ctx.lang.both(&playbook.title),
        reviewed_on: playbook.reviewed_on.to_string(),
        age_days: days_between(playbook.reviewed_on, ctx.today),
        sources: SourcesRecord {
            read: known(playbook, Basis::Read),
            secondary: known(playbook, Basis::Secondary),
            memory: known(playbook, Basis::Memory),
        },
        weakest: weakest(playbook).map(Basis::id),
        rules: playbook.rules.len(),
        routes: playbook.routes.len(),
        origin: origin(playbook, ctx),
    }
}
