//! Claims of a spreadsheet: CSV with a header, a claim in each row; all of them or none.

use std::collections::BTreeMap;
use std::io::Read;

use anyhow::Result;
use chrono::NaiveDate;

use super::super::{answers_file, desk, input, view};
use super::Args;
use crate::answers::{Around, Exported, Table, TableError, read_table, table_text};
use crate::context::Context;
use crate::domain::change::Change;
use crate::domain::claim::Claim;
use crate::domain::message::Message;
use crate::domain::problem::Outcome;
use crate::error::{Exit, Failure, system_cause};
use crate::export;
use crate::lang::reading::{read_date, read_instant};
use crate::store::Reader;

/// The largest table that is read, in bytes: it is held in memory.
const LARGEST: u64 = 64 << 20;

/// Adds the claims of a table, or says what would come.
pub(super) fn run(args: &Args, whole: Box<dyn Read>, ctx: &Context) -> Result<Exit> {
    let mut table = read(args, whole, ctx)?;
    for claim in &mut table.claims {
        untitle(&mut claim.replica.claim);
    }
    let mut tally = Tally::default();
    if args.dry_run {
        let here = ctx.desk()?;
        for claim in &table.claims {
            if tally.is_new(claim, here.as_deref(), ctx)? {
                let line = Message::new("import-would-come")
                    .with("title", view::title(&claim.replica.claim, ctx))
                    .with("events", number(claim.replica.log.len()))
                    .with("files", 0);
                ctx.ui.out(&format!("{}\n", ctx.say(&line)))?;
            }
        }
    } else {
        let library = ctx.library()?;
        let store = desk::open_to_write(ctx)?;
        let added: Result<String> = store.change(|tx| {
            let mut added = String::new();
            for claim in &table.claims {
                if tally.is_new(claim, Some(tx), ctx)? {
                    let id = tx.insert_replica(&claim.uid, &claim.replica)?;
                    let opened = Change {
                        opened: true,
                        ..Change::default()
                    };
                    tx.record_change(id, &opened, ctx.now)?;
                    desk::assess_one(tx, id, library, ctx)?;
                    added += &format!("{id}\n");
                }
            }
            Ok(added)
        });
        ctx.ui.out(&added?)?;
    }
    tally.end(&table.left_out, args.dry_run, ctx);
    Ok(Exit::Done)
}

fn read(args: &Args, whole: Box<dyn Read>, ctx: &Context) -> Result<Table> {
    let with = facts(&args.with)?;
    let file = args.from.display().to_string();
    let unreadable = || Message::new("error-read-file").with("file", file.as_str());
    let mut bytes = Vec::new();
    let read = whole.take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::new(Exit::Failed, unreadable()).because(system_cause(&error)))?;
    if bytes.len() as u64 > LARGEST {
        let why = Message::new("error-too-large");
        return Err(Failure::new(Exit::Usage, unreadable()).because(why).into());
    }
    let text = table_text(&bytes).ok_or_else(|| super::unknown(args))?;
    let language = ctx.lang.language;
    let around = Around {
        library: ctx.library()?,
        today: ctx.today,
        now: ctx.now,
        language,
        with: &with,
        day: &|text| fixed(ctx.today, |today| read_date(text, language, today).ok()),
        moment: &|text| fixed(ctx.today, |today| read_instant(text, language, today).ok()),
    };
    read_table(&text, &around).map_err(|error| match error {
        TableError::NoTable => super::unknown(args).into(),
        TableError::Wrong(problems) => answers_file::refused(&file, &problems, ctx).into(),
    })
}

/// Our own table has a title for every claim. One that says what the claim says without it is none of its own.
fn untitle(claim: &mut Claim) {
    let own = claim.title.take();
    if own != export::record::title(claim) {
        claim.title = own;
    }
}

/// Reads what does not depend on the day on which it is read: nobody knows when `yesterday` was written into a table.
fn fixed<T: PartialEq>(today: NaiveDate, read: impl Fn(NaiveDate) -> Option<T>) -> Option<T> {
    let found = read(today)?;
    let long_ago = NaiveDate::default();
    (read(long_ago).as_ref() == Some(&found)).then_some(found)
}

/// The facts of every row. The last one of a key counts.
fn facts(with: &[String]) -> Result<BTreeMap<String, String>> {
    let mut facts = BTreeMap::new();
    for text in with {
        let fact = text.split_once('=');
        let fact = fact.map(|(key, value)| (key.trim(), value.trim()));
        let Some((key, value)) = fact.filter(|(_, value)| !value.is_empty()) else {
            let what = Message::new("error-not-a-fact").with("text", text.as_str());
            return Err(input::usage(what, Some(Message::new("import-with-hint"))));
        };
        facts.insert(key.to_owned(), value.to_owned());
    }
    Ok(facts)
}

/// How many claims came, and what became of them.
#[derive(Debug, Default)]
struct Tally {
    new: i64,
    same: i64,
    forgotten: i64,
}

impl Tally {
    /// Whether the desk neither has the claim nor has forgotten it.
    fn is_new(&mut self, claim: &Exported, here: Option<&Reader>, ctx: &Context) -> Result<bool> {
        if let Some(here) = here
            && let Some(id) = here.number_of(&claim.uid)?
            && let Some(stored) = here.claim(id)?
            && stored.claim.outcome == Some(Outcome::Abandoned)
        {
            let line = Message::new("exchange-abandoned").with("id", id.to_string());
            ctx.ui.warn(&ctx.lang, &ctx.say(&line));
        }
        let (count, is_new) = match here {
            Some(here) if here.is_forgotten(&claim.uid)? => (&mut self.forgotten, false),
            Some(here) if here.number_of(&claim.uid)?.is_some() => (&mut self.same, false),
            _ => (&mut self.new, true),
        };
        *count += 1;
        Ok(is_new)
    }

    fn end(&self, left_out: &[String], dry_run: bool, ctx: &Context) {
        let say = |message: &Message| ctx.ui.status(&ctx.say(message));
        if !left_out.is_empty() {
            let names = view::clean(&left_out.join(", "));
            say(&Message::new("import-left-out").with("list", names));
        }
        if self.forgotten > 0 {
            say(&Message::new("import-forgotten").with("count", self.forgotten));
        }
        let key = match dry_run {
            true => "import-table-would-end",
            false => "import-table-end",
        };
        say(&Message::new(key)
            .with("new", self.new)
            .with("same", self.same));
        if dry_run {
            say(&Message::new("import-nothing-done"));
        } else if self.new > 0 {
            say(&Message::new("import-table-next"));
        }
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
