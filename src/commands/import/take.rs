//! Claims that come become one with those of this desk.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::context::Context;
use crate::domain::change::{Change, END, Marks, PieceBefore};
use crate::domain::evidence::Evidence;
use crate::domain::merge::{Erasing, Merged};
use crate::domain::replica::Replica;
use crate::error::Exit;
use crate::store::Tx;
use crate::vault::{Aside, Condition};

use super::super::{desk, evidence, folder};
use super::arrival::{Arrival, Fate, Source, arrival};
use super::{Args, said};

/// Adds the claims of a source, or says what would come.
pub(super) fn take(args: &Args, source: &Source<'_>, ctx: &Context) -> Result<Exit> {
    let erasing = match args.erase {
        true => Erasing::Yes,
        false => Erasing::No,
    };
    if !args.dry_run {
        return add(args, source, erasing, ctx);
    }
    let here = ctx.desk()?;
    let here = here.as_deref();
    let mut tally = said::Tally::new(&args.from, true);
    for no in source.numbers()? {
        if let Some(arrival) = arrival(here, source, no, erasing)? {
            let number = match &arrival.fate {
                Fate::Known(id, _) => Some(*id),
                Fate::New | Fate::Forgotten => None,
            };
            tally.say(&arrival, number, ctx)?;
        }
    }
    let gone = here.map(|here| source.gone(here)).transpose()?;
    tally.end(&gone.unwrap_or_default(), erasing, ctx);
    Ok(Exit::Done)
}

/// What was added.
struct Added {
    /// The claims of the other desk, each with its number here; 0 for one that is none.
    done: Vec<(Arrival, i64)>,
    /// The claims of this desk that the other one has forgotten.
    gone: Vec<i64>,
    /// The copies to delete.
    aside: Vec<Aside>,
}

fn add(args: &Args, source: &Source<'_>, erasing: Erasing, ctx: &Context) -> Result<Exit> {
    let vault = ctx.vault()?;
    let mut copies = source.copies(&vault, |hash| vault.condition(hash) != Condition::Intact)?;
    let others = folder::neighbours(ctx)?;
    let library = ctx.library()?;
    let mut tally = said::Tally::new(&args.from, false);
    let store = desk::open_to_write(ctx)?;
    let work = |tx: &Tx<'_>| -> Result<Added> {
        vault.sweep(|hash| tx.keeps(hash).unwrap_or(true))?;
        // What was there a moment ago may have been deleted by another process.
        copies.extend(source.copies(&vault, |hash| {
            let on_its_way = copies.iter().any(|copy| copy.facts().sha256 == hash);
            !on_its_way && vault.find(hash).is_none()
        })?);
        for copy in &mut copies {
            copy.offer()?;
        }
        let mut done = Vec::new();
        let mut erased = Vec::new();
        for no in source.numbers()? {
            let Some(arrival) = arrival(Some(tx), source, no, erasing)? else {
                continue;
            };
            let id = match &arrival.fate {
                Fate::Forgotten => 0,
                Fate::New => {
                    let id = tx.insert_replica(&arrival.uid, &arrival.there)?;
                    let opened = Change {
                        opened: true,
                        came: true,
                        ..Change::default()
                    };
                    tx.record_change(id, &opened, ctx.now)?;
                    desk::assess_one(tx, id, library, ctx)?;
                    id
                }
                Fate::Known(id, merged) => {
                    join(tx, *id, merged, ctx)?;
                    erased.extend(purged(merged));
                    *id
                }
            };
            done.push((arrival, id));
        }
        let mut gone = source.gone(tx)?;
        if erasing == Erasing::Yes {
            for id in gone.drain(..) {
                let stored = tx.claim(id)?.ok_or_else(|| desk::not_found(id))?;
                tally.forgotten(&stored, ctx);
                tx.forget_claim(id, ctx.today)?;
                erased.extend(stored.claim.evidence);
            }
        }
        let aside = match erased.is_empty() {
            true => Vec::new(),
            false => evidence::set_aside_unclaimed(&vault, (tx, &others), &erased)?,
        };
        Ok(Added { done, gone, aside })
    };
    let Added { done, gone, aside } = match erasing {
        Erasing::Yes => store.erase(work),
        Erasing::No => store.change(work),
    }?;
    evidence::erase(aside)?;
    // A copy that no claim counts on after all is dropped, and so deleted.
    for copy in copies {
        if store.keeps(&copy.facts().sha256)? {
            copy.settle();
        }
    }
    for (arrival, id) in &done {
        tally.say(arrival, Some(*id).filter(|id| *id > 0), ctx)?;
    }
    tally.end(&gone, erasing, ctx);
    Ok(Exit::Done)
}

/// Writes what came of the two copies of a claim, and notes what it did, so that it can be taken back.
fn join(tx: &Tx<'_>, id: i64, merged: &Merged, ctx: &Context) -> Result<()> {
    let Some(before) = tx.replica(id)? else {
        return Ok(());
    };
    if before == merged.replica {
        return Ok(());
    }
    tx.save_merged(id, merged)?;
    for change in changes(&before, merged) {
        tx.record_change(id, &change, ctx.now)?;
    }
    desk::assess_one(tx, id, ctx.library()?, ctx)
}

/// What joining did to this desk's copy. Events that do not stand side by side are taken back one run after the other.
fn changes(before: &Replica, merged: &Merged) -> Vec<Change> {
    let news = &merged.news;
    let mut events = [&news.events[..], &news.events_back].concat();
    events.sort_unstable();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for no in &events {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*no) => *last = *no,
            _ => runs.push((*no, *no)),
        }
    }
    let facts = news.facts.iter();
    // What is opened again is closed again with its event.
    let facts = facts.filter(|(key, _, _)| !news.reopened || !END.contains(&key.as_str()));
    let added = news.pieces.iter().map(|no| PieceBefore {
        no: *no,
        marks: None,
    });
    let written = [&news.marked[..], &news.removed, &news.pieces_back].concat();
    let written = before.pieces.iter().filter_map(|piece| {
        let no = *merged.pieces.get(&piece.evidence.no)?;
        written.contains(&no).then(|| PieceBefore {
            no,
            marks: Some(Marks::of(&piece.evidence)),
        })
    });
    let first = Change {
        opened: news.reopened,
        came: true,
        facts: facts
            .map(|(key, before, _)| (key.clone(), before.clone()))
            .collect(),
        evidence: added.chain(written).collect(),
        events: runs.first().copied(),
    };
    let rest = runs.iter().skip(1).map(|run| Change {
        came: true,
        events: Some(*run),
        ..Change::default()
    });
    let all = std::iter::once(first).chain(rest);
    all.filter(|change| !change.is_empty()).collect()
}

/// The pieces whose copies are to be deleted here as well.
fn purged(merged: &Merged) -> Vec<Evidence> {
    let erased: BTreeSet<u32> = merged.news.erased.iter().copied().collect();
    let pieces = merged.replica.pieces.iter().map(|piece| &piece.evidence);
    pieces.filter(|e| erased.contains(&e.no)).cloned().collect()
}
