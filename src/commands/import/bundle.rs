//! Claims of another desk become one with those of this one.

use std::collections::BTreeSet;
use std::io::Read;

use anyhow::Result;

use crate::answers::Exported;
use crate::context::Context;
use crate::domain::change::{Change, PieceBefore};
use crate::domain::evidence::Evidence;
use crate::domain::merge::{Erasing, Merged, News, merge};
use crate::domain::replica::Replica;
use crate::error::Exit;
use crate::store::{Access, Filter, Reader, Store, StoredClaim, Tx};
use crate::vault::{Aside, Condition, Form, Incoming, Unpacked, Vault};

use super::super::archives::{self, Wanted};
use super::super::{desk, evidence, folder};
use super::{Args, json, said};

/// What importing wants of a file, and how it says that it did not get it. A backup holds claims too.
pub(super) const IMPORT: Wanted = Wanted {
    forms: &[Form::Bundle, Form::Backup],
    refused: "import-refused",
    refused_hint: "import-refused-hint",
    terminal_hint: "import-terminal-hint",
};

/// Adds the claims of a bundle or a backup, or says what would come.
pub(super) fn run(args: &Args, whole: Box<dyn Read>, ctx: &Context) -> Result<Exit> {
    let unpacked = archives::received(&args.from, &IMPORT, Some(whole), ctx)?;
    let there = Store::open_existing(&unpacked.desk, Access::Read)?;
    let Some(there) = there else {
        return Ok(Exit::Done);
    };
    take(args, &Source::Desk(&there, &unpacked), ctx)
}

/// Where claims come from.
pub(super) enum Source<'a> {
    /// Another desk, with its evidence.
    Desk(&'a Store, &'a Unpacked),
    /// An export, which has no files.
    Export(&'a [Exported]),
}

impl Source<'_> {
    /// The claims, by their numbers there. A draft is nobody's claim yet.
    fn numbers(&self) -> Result<Vec<i64>> {
        Ok(match self {
            Source::Desk(desk, _) => desk.claims(Filter::Finished)?,
            Source::Export(claims) => (0..).take(claims.len()).collect(),
        })
    }

    /// A claim with its id between machines.
    fn claim(&self, no: i64) -> Result<Option<(String, Replica)>> {
        Ok(match self {
            Source::Desk(desk, _) => match (desk.claim(no)?, desk.replica(no)?) {
                (Some(stored), Some(replica)) => Some((stored.uid, replica)),
                _ => None,
            },
            Source::Export(claims) => {
                let claim = usize::try_from(no).ok().and_then(|no| claims.get(no));
                claim.map(|claim| (claim.uid.clone(), claim.replica.clone()))
            }
        })
    }

    /// The claims of this desk that were forgotten there.
    fn gone(&self, here: &Reader) -> Result<Vec<i64>> {
        let mut gone = Vec::new();
        if let Source::Desk(desk, _) = self {
            for uid in desk.forgotten()? {
                gone.extend(here.number_of(&uid)?);
            }
        }
        Ok(gone)
    }

    /// Copies what the vault lacks of the evidence into its waiting room.
    fn copies(&self, vault: &Vault, lacks: impl Fn(&str) -> bool) -> Result<Vec<Incoming>> {
        let mut copies = Vec::new();
        if let Source::Desk(_, unpacked) = self {
            for (hash, file) in &unpacked.evidence {
                if lacks(hash) {
                    copies.push(vault.take_in(file, &mut |_| {})?);
                }
            }
        }
        Ok(copies)
    }
}

/// A claim that comes, and what becomes of it here.
#[derive(Debug)]
pub(super) struct Arrival {
    pub(super) uid: String,
    /// As it comes.
    pub(super) there: Replica,
    pub(super) fate: Fate,
    /// The facts that are others there, and are left as they are here.
    pub(super) left: Vec<(String, Option<String>)>,
}

/// What becomes of a claim that comes.
#[derive(Debug)]
pub(super) enum Fate {
    /// This desk does not have it yet.
    New,
    /// This desk has it, under this number.
    Known(i64, Box<Merged>),
    /// This desk has forgotten it: it does not come back.
    Forgotten,
}

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

/// Looks up what becomes of a claim that comes.
fn arrival(
    here: Option<&Reader>,
    source: &Source<'_>,
    no: i64,
    erasing: Erasing,
) -> Result<Option<Arrival>> {
    let Some((uid, mut there)) = source.claim(no)? else {
        return Ok(None);
    };
    let mut left = Vec::new();
    let mut fate = Fate::New;
    if let Some(here) = here {
        let known = here.number_of(&uid)?;
        let own = known.map(|id| here.replica(id)).transpose()?.flatten();
        if here.is_forgotten(&uid)? {
            fate = Fate::Forgotten;
        } else if let Some((id, own)) = known.zip(own) {
            if matches!(source, Source::Export(_)) {
                left = json::fit(&own, &mut there);
            }
            fate = Fate::Known(id, Box::new(merge(&own, &there, erasing)));
        }
    }
    Ok(Some(Arrival {
        uid,
        there,
        fate,
        left,
    }))
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
    for change in changes(&merged.news) {
        tx.record_change(id, &change, ctx.now)?;
    }
    desk::assess_one(tx, id, ctx.library()?, ctx)
}

/// What joining did to this desk's copy. Events that do not stand side by side are taken back one run after the other.
fn changes(news: &News) -> Vec<Change> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for no in &news.events {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*no) => *last = *no,
            _ => runs.push((*no, *no)),
        }
    }
    let facts = news.facts.iter();
    let first = Change {
        opened: false,
        facts: facts
            .map(|(key, before, _)| (key.clone(), before.clone()))
            .collect(),
        evidence: news
            .pieces
            .iter()
            .map(|no| PieceBefore {
                no: *no,
                marks: None,
            })
            .collect(),
        events: runs.first().copied(),
    };
    let rest = runs.iter().skip(1).map(|run| Change {
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

/// The claim of an arrival, for its title.
pub(super) fn facts(arrival: &Arrival) -> &crate::domain::claim::Claim {
    match &arrival.fate {
        Fate::Known(_, merged) => &merged.replica.claim,
        Fate::New | Fate::Forgotten => &arrival.there.claim,
    }
}

/// What a claim that is forgotten is called.
pub(super) fn title(stored: &StoredClaim, ctx: &Context) -> String {
    super::super::view::title(&stored.claim, ctx)
}
