//! `claimctl list`: the desk at a glance. Opens the file, runs one indexed query and prints; parses no playbook.

use anyhow::Result;
use clap::ValueEnum;

use crate::context::Context;
use crate::domain::claim::Status;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::error::Exit;
use crate::export::csv::{self, Separator};
use crate::export::json;
use crate::export::row::{ListRecord, NextRecord};
use crate::lang::{typography, words};
use crate::store::{ListQuery, ListRow, Sort, Store};
use crate::ui::{Align, Cell, Listing, Tone};

use super::desk;

/// The arguments of `list`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What is due within so many days, and everything overdue.
    #[arg(long, value_name = "DAYS", num_args = 0..=1, default_missing_value = "7", value_parser = clap::value_parser!(u32).range(0..=36_500))]
    due: Option<u32>,
    /// Only what is overdue.
    #[arg(long)]
    overdue: bool,
    /// Closed claims too.
    #[arg(long)]
    all: bool,
    /// Only claims against this seller.
    #[arg(long, value_name = "NAME")]
    seller: Option<String>,
    /// The order.
    #[arg(long, value_name = "KEY", value_enum, default_value_t = SortKey::Due)]
    sort: SortKey,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Exit with 10 when something is due or overdue.
    #[arg(long)]
    exit_code: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SortKey {
    Due,
    Id,
    Seller,
    Amount,
    Updated,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
    Tsv,
}

/// Lists the claims.
///
/// # Errors
/// When the desk cannot be read or the output not written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let Listed { rows, yours } = listed(args, ctx)?;
    let records = || rows.iter().map(record).collect::<Vec<_>>();
    let mut out = Vec::new();
    match args.format {
        Format::Table => table(&rows, yours, ctx)?,
        Format::Json => json::write_listing(&mut out, "list", "claims", &records())?,
        Format::Csv => csv::write_list(&mut out, Separator::Comma, &records())?,
        Format::Tsv => csv::write_list(&mut out, Separator::Tab, &records())?,
    }
    ctx.ui.out_bytes(&out)?;
    // With `--due` or `--overdue` every row is due; without, a row that asks for something within seven days is.
    let is_due = |row: &ListRow| args.due.is_some() || args.overdue || row.presses(ctx.today);
    let any_due = args.exit_code && rows.iter().any(is_due);
    Ok(if any_due { Exit::Due } else { Exit::Done })
}

/// What is listed.
struct Listed {
    rows: Vec<ListRow>,
    /// How many claims wait for their user, where nothing is due and somebody reads that.
    yours: Option<i64>,
}

fn listed(args: &Args, ctx: &Context) -> Result<Listed> {
    let asks_for_due = args.due.is_some() || args.overdue;
    let nothing = Listed {
        rows: Vec::new(),
        yours: asks_for_due.then_some(0),
    };
    let Some(mut store) = ctx.desk()? else {
        return Ok(nothing);
    };
    if store.rulebook()?.as_deref() != Some(ctx.rulebook().as_str()) {
        // The rulebook changed since the dates were stored: they are computed anew, once. Where the desk cannot be
        // written to, the stored dates are shown all the same, and said to be old.
        drop(store);
        let refreshed = Store::open_soon(ctx.db_path()?).map(|writer| {
            let writer = writer.as_ref();
            writer.map_or(Ok(()), |writer| desk::refresh(ctx, writer))
        });
        if !matches!(refreshed, Ok(Ok(()))) {
            ctx.ui.warn(&ctx.lang, &ctx.lang.text("list-stale"));
        }
        let Some(again) = ctx.desk()? else {
            return Ok(nothing);
        };
        store = again;
    }
    let query = query(args, ctx);
    let rows = store.list(&query)?;
    let counts = asks_for_due && rows.is_empty() && args.format == Format::Table;
    let yours = counts.then(|| store.count_yours(&query)).transpose()?;
    Ok(Listed { rows, yours })
}

fn query(args: &Args, ctx: &Context) -> ListQuery {
    ListQuery {
        today: ctx.today,
        due_within: args.due,
        overdue: args.overdue,
        all: args.all,
        seller: args.seller.clone(),
        sort: match args.sort {
            SortKey::Due => Sort::Due,
            SortKey::Id => Sort::Id,
            SortKey::Seller => Sort::Seller,
            SortKey::Amount => Sort::Amount,
            SortKey::Updated => Sort::Updated,
        },
        language: ctx.lang.language,
    }
}

fn table(rows: &[ListRow], yours: Option<i64>, ctx: &Context) -> Result<()> {
    if rows.is_empty() {
        let line = match yours {
            Some(count) => Message::new("list-nothing-due").with("count", count),
            None => Message::new("list-empty"),
        };
        ctx.ui.status(&ctx.say(&line));
        return Ok(());
    }
    let header = |name: &str| Cell::new(&ctx.lang.text(&format!("list-column-{name}")));
    // What is owed is worth a column once the law adds to it.
    let owed = rows.iter().any(|row| row.surcharge.is_some());
    let mut columns = vec!["id", "due", "status", "claim"];
    let mut aligned = vec![Align::Right, Align::Left, Align::Left, Align::Left];
    if owed {
        columns.push("owed");
        aligned.push(Align::Right);
    }
    columns.push("next");
    aligned.push(Align::Left);
    let mut listing = Listing::new(columns.into_iter().map(header))
        .align(&aligned)
        .elastic(3)
        .sentence();
    for row in rows {
        let due = row
            .due_on
            .map(|on| typography::short_date(on, ctx.lang.language))
            .unwrap_or_default();
        let tone = match row.due_on {
            Some(on) if on < ctx.today && row.status != Status::Closed => Tone::Danger,
            Some(on) if on == ctx.today => Tone::Bold,
            _ => Tone::Normal,
        };
        let status = ctx.lang.text(&format!("list-status-{}", row.status));
        let title = title(row, ctx);
        let what = row.what.as_deref().unwrap_or_default();
        let mut cells = vec![
            Cell::new(&row.id.to_string()),
            Cell::new(&due).tone(tone),
            Cell::new(&status),
            Cell::new(&title),
        ];
        if owed {
            cells.push(Cell::new(&self::owed(row, ctx)));
        }
        cells.push(Cell::new(what));
        listing.row(cells);
    }
    ctx.ui.out(&listing.render(ctx.ui.fit(), ctx.ui.paint()))?;
    Ok(())
}

/// What is owed, and behind it what the law adds.
fn owed(row: &ListRow, ctx: &Context) -> String {
    let money = |amount: Option<Money>| amount.map(|a| typography::money(a, ctx.lang.language));
    let parts = [
        money(row.outstanding.filter(|left| left.minor > 0)),
        money(row.surcharge),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" + ")
}

/// The title that was given, else the purchase and the seller, else the problem.
fn title(row: &ListRow, ctx: &Context) -> String {
    let parts: Vec<&str> = [row.item.as_deref(), row.seller.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    match (&row.title, parts.is_empty(), row.problem) {
        (Some(title), _, _) => title.clone(),
        (None, false, _) => parts.join(", "),
        (None, true, Some(problem)) => ctx.say(&words::problem(problem)),
        (None, true, None) => String::new(),
    }
}

fn record(row: &ListRow) -> ListRecord {
    let parts: Vec<&str> = [row.item.as_deref(), row.seller.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    ListRecord {
        id: row.id,
        title: row
            .title
            .clone()
            .or_else(|| (!parts.is_empty()).then(|| parts.join(", "))),
        seller: row.seller.clone(),
        problem: row.problem.map(|p| p.id()),
        status: row.status.id(),
        next: NextRecord {
            what: row.what.clone().unwrap_or_default(),
            command: row.command.clone(),
            due_on: row.due_on.map(|on| on.to_string()),
        },
        legal_on: row.legal_on.map(|on| on.to_string()),
        amount: row.amount.map(Into::into),
        outstanding: row.outstanding.map(Into::into),
        surcharge: row.surcharge.map(Into::into),
    }
}
