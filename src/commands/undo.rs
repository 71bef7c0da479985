//! `claimctl undo`: takes back the last change, whatever made it.

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::{NaiveDate, SecondsFormat};
use clap::ValueEnum;

use crate::context::Context;
use crate::domain::assess::assess;
use crate::domain::change::{Change, PieceBefore};
use crate::domain::message::Message;
use crate::error::Exit;
use crate::export::json;
use crate::export::row::ChangeRecord;
use crate::lang::words;
use crate::store::{Made, StoredClaim};

use super::{changes, desk, view};

/// The arguments of `undo`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only list what can be taken back, the last change first.
    #[arg(long)]
    list: bool,
    /// The form of the list.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Table, requires = "list")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
}

/// So many changes are listed.
const LISTED: usize = 20;

/// Takes back the last change, or lists what can be taken back.
///
/// # Errors
/// When the desk cannot be read or written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    if args.list {
        return list(args.format, ctx);
    }
    // Reading first: a desk that is not there is not made.
    let desk = ctx.desk()?;
    let taken_back = match desk {
        Some(_) => desk::take_back(ctx)?,
        None => None,
    };
    let Some(done) = taken_back else {
        ctx.ui.status(&ctx.lang.text("command-undo-nothing"));
        return Ok(Exit::Done);
    };
    let id = done.made.claim;
    let said = Message::new("command-undo-done")
        .with("id", id.to_string())
        .with(
            "what",
            what(
                &done.made.change,
                &done.before,
                &Removals::of(&done.before),
                ctx,
            )
            .join(" · "),
        );
    ctx.ui.status(&ctx.say(&said));
    let came_closed = done.made.change.opened && done.before.claim.closed_on.is_some();
    if done.made.change.came && !came_closed {
        ctx.ui.status(&ctx.lang.text("exchange-undone"));
    }
    if done.made.change.opened {
        // One that came from elsewhere may have been closed there.
        let key = match done.before.claim.closed_on {
            None => "command-undo-opened",
            Some(_) => "command-undo-came-closed",
        };
        let hint = Message::new(key).with("id", id.to_string());
        ctx.ui.status(&ctx.say(&hint));
        return Ok(Exit::Done);
    }
    let library = ctx.library()?;
    let assessed = |stored: &StoredClaim| assess(&stored.claim, &stored.events, library, ctx.today);
    let (before, after) = (assessed(&done.before), assessed(&done.after));
    for line in changes::said(&before, &after, ctx) {
        ctx.ui.status(&line);
    }
    let (sentence, command) = view::next(&after, id, ctx);
    ctx.ui
        .status(&ctx.say(&Message::new("wizard-next").with("sentence", sentence)));
    ctx.ui
        .status(&ctx.say(&Message::new("wizard-command").with("command", command)));
    Ok(Exit::Done)
}

fn list(format: Format, ctx: &Context) -> Result<Exit> {
    let mut records = Vec::new();
    if let Some(desk) = ctx.desk()? {
        let mut claims: BTreeMap<i64, (StoredClaim, Removals)> = BTreeMap::new();
        for made in desk.changes(LISTED)? {
            if let (false, Some(stored)) =
                (claims.contains_key(&made.claim), desk.claim(made.claim)?)
            {
                let removals = Removals::of(&stored);
                claims.insert(made.claim, (stored, removals));
            }
            if made.change.is_empty() {
                continue;
            }
            if let Some((stored, removals)) = claims.get_mut(&made.claim) {
                records.push(record(&made, stored, removals, ctx));
                removals.before(&made.change);
            }
        }
    }
    if format == Format::Json {
        let mut out = Vec::new();
        json::write_listing(&mut out, "changes", "changes", &records)?;
        ctx.ui.out_bytes(&out)?;
        return Ok(Exit::Done);
    }
    if records.is_empty() {
        ctx.ui.status(&ctx.lang.text("command-undo-nothing"));
    }
    let lines: String = records
        .iter()
        .map(|record| {
            let line = Message::new("command-undo-line")
                .with("at", record.at.replace('T', " ").replace('Z', " UTC"))
                .with("id", record.claim.to_string())
                .with("what", record.what.join(" · "));
            ctx.say(&line) + "\n"
        })
        .collect();
    ctx.ui.out(&lines)?;
    Ok(Exit::Done)
}

fn record(made: &Made, stored: &StoredClaim, removals: &Removals, ctx: &Context) -> ChangeRecord {
    ChangeRecord {
        claim: made.claim,
        at: made.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        what: what(&made.change, stored, removals, ctx),
    }
}

/// What a change did, one thing each: the claim that it opened, its events, its facts, its evidence.
fn what(change: &Change, stored: &StoredClaim, removals: &Removals, ctx: &Context) -> Vec<String> {
    if change.opened {
        let title = view::title(&stored.claim, ctx);
        return vec![ctx.say(&Message::new("command-undo-what-opened").with("title", title))];
    }
    let (first, last) = change.events.unwrap_or((1, 0));
    let events = stored
        .events
        .iter()
        .filter(|e| (first..=last).contains(&e.no));
    let events = events.map(|event| {
        let logged = Message::new("command-undo-what-event")
            .with("event", words::event(event.kind))
            .with("day", event.on);
        ctx.say(&logged)
    });
    // That a claim was closed is said by its event.
    let keys = change.facts.keys();
    let facts = keys.filter(|key| !matches!(key.as_str(), "closed_on" | "outcome"));
    let facts = facts.map(|key| ctx.say(&words::fact(key)));
    let evidence = change.evidence.iter().map(|before| {
        let key = format!("command-undo-what-{}", removals.became(before));
        ctx.say(&Message::new(key).with("no", before.no.to_string()))
    });
    events.chain(facts).chain(evidence).collect()
}

/// When each piece of evidence was removed, as it stood after the change that is looked at.
struct Removals(BTreeMap<u32, Option<NaiveDate>>);

impl Removals {
    /// As they stand now.
    fn of(stored: &StoredClaim) -> Removals {
        let evidence = stored.claim.evidence.iter();
        Removals(evidence.map(|e| (e.no, e.removed_on)).collect())
    }

    /// Goes back to what they were before a change.
    fn before(&mut self, change: &Change) {
        for piece in &change.evidence {
            if let Some(marks) = &piece.marks {
                self.0.insert(piece.no, marks.removed_on);
            }
        }
    }

    /// What a change made of a piece.
    fn became(&self, before: &PieceBefore) -> &'static str {
        let Some(marks) = &before.marks else {
            return "added";
        };
        match (marks.removed_on, self.0.get(&before.no).copied().flatten()) {
            (None, Some(_)) => "removed",
            (Some(_), None) => "again",
            _ => "noted",
        }
    }
}
