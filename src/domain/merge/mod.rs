//! Two desks' copies of one claim become one: the same whichever comes first, and however often.
//!
//! Nothing is lost but what was erased. Events are told apart by their uids and stand in the order in which they were
//! recorded. Of a fact, and of what is written of a piece of evidence, the value that was written last counts. Pieces of
//! evidence are the same when their bytes are; where two desks gave one number to two pieces, the one that was added first
//! keeps it. What a desk has of its own (that it took back what it had imported) is no part of that.

mod facts;
mod fit;
mod log;
mod pieces;
mod shared;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use fit::fit;

use super::change::{fact, keys};
use super::event::{EventKind, in_force};
use super::evidence::Evidence;
use super::replica::{FactChanges, Lost, Mark, Replica, lost};

/// Whether what was purged elsewhere is purged here as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erasing {
    /// What is here stays.
    No,
    Yes,
}

/// What comes of two copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    pub replica: Replica,
    pub news: News,
    /// The number that each event of this desk has from now on, by the one that it had.
    pub events: BTreeMap<u32, u32>,
    /// The number that each piece of this desk has from now on, by the one that it had.
    pub pieces: BTreeMap<u32, u32>,
}

/// What is new to this desk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct News {
    /// The numbers that the new events have.
    pub events: Vec<u32>,
    /// The numbers that the new pieces have.
    pub pieces: Vec<u32>,
    /// The pieces of which something else is written, by number.
    pub marked: Vec<u32>,
    /// The numbers of the events that counted here and are taken back by new ones.
    pub taken_back: Vec<u32>,
    /// The pieces that counted here and are removed, by number.
    pub removed: Vec<u32>,
    /// The numbers of the events that this desk alone had taken back: they count again.
    pub events_back: Vec<u32>,
    /// The pieces that were removed here and count again, by number.
    pub pieces_back: Vec<u32>,
    /// This desk alone had closed the claim: it is open again.
    pub reopened: bool,
    /// The keys of the facts that have another value, each with the values before and after.
    pub facts: Vec<(String, Option<String>, Option<String>)>,
    /// The values that were written apart, and do not count from now on.
    pub lost: Vec<Lost>,
    /// The notes that were written apart, and do not count from now on: by the number of the piece.
    pub lost_notes: Vec<(u32, Lost)>,
    /// The pieces of this desk that have another number: before and after.
    pub renumbered: Vec<(u32, u32)>,
    /// The pieces whose bytes are to be deleted here as well, by number.
    pub erased: Vec<u32>,
    /// The pieces that are kept here although they were purged elsewhere, by number.
    pub not_erased: Vec<u32>,
    /// Older events come before those that this desk had, or pieces are proof of more.
    pub rearranged: bool,
}

impl News {
    /// Whether this desk has everything already.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let told = News {
            not_erased: Vec::new(),
            ..self.clone()
        };
        told == News::default()
    }
}

/// Makes one copy of this desk's and another's.
#[must_use]
pub fn merge(here: &Replica, there: &Replica, erasing: Erasing) -> Merged {
    let was = here;
    let (here, there) = (&shared::of(here), &shared::of(there));
    let (claim, changes) = facts::merge(here, there);
    let marks = pieces::merge_marks(here, there, erasing);
    let notes = pieces::merge_notes(here, there, &marks);
    let (pieces, numbers) = pieces::merge(here, there, &marks);
    let log = log::merge(here, there, &numbers);
    let replica = Replica {
        claim,
        log,
        pieces,
        changes,
        notes,
        marks,
        created_at: here.created_at.min(there.created_at),
        updated_at: here.updated_at.max(there.updated_at),
    };
    let events = renumbered(
        here.log.iter().map(|l| (l.event.no, &l.uid)),
        replica.log.iter().map(|l| (l.event.no, &l.uid)),
    );
    let pieces = renumbered(
        here.pieces
            .iter()
            .map(|p| (p.evidence.no, &p.evidence.sha256)),
        replica
            .pieces
            .iter()
            .map(|p| (p.evidence.no, &p.evidence.sha256)),
    );
    let news = news(was, there, &replica, (&events, &pieces));
    Merged {
        replica,
        news,
        events,
        pieces,
    }
}

/// Which number became which, by the ids between machines.
fn renumbered<'a>(
    before: impl Iterator<Item = (u32, &'a String)>,
    after: impl Iterator<Item = (u32, &'a String)>,
) -> BTreeMap<u32, u32> {
    let after: BTreeMap<&String, u32> = after.map(|(no, id)| (id, no)).collect();
    before
        .filter_map(|(no, id)| Some((no, *after.get(id)?)))
        .collect()
}

fn news(
    here: &Replica,
    there: &Replica,
    merged: &Replica,
    (events, pieces): (&BTreeMap<u32, u32>, &BTreeMap<u32, u32>),
) -> News {
    let known_events: BTreeSet<u32> = events.values().copied().collect();
    let known_pieces: BTreeMap<u32, u32> = pieces.iter().map(|(from, to)| (*to, *from)).collect();
    let mut news = News::default();
    for logged in &merged.log {
        if !known_events.contains(&logged.event.no) {
            news.events.push(logged.event.no);
        }
    }
    counts(here, merged, events, &mut news);
    let evidence = here.pieces.iter().map(|piece| &piece.evidence);
    let evidence: BTreeMap<u32, &Evidence> = evidence.map(|e| (e.no, e)).collect();
    let gone = there.pieces.iter().map(|piece| &piece.evidence);
    let gone = gone.filter(|e| e.purged_on.is_some());
    let gone: BTreeSet<&str> = gone.map(|e| e.sha256.as_str()).collect();
    for piece in &merged.pieces {
        let now = &piece.evidence;
        let before = known_pieces.get(&now.no).and_then(|no| evidence.get(no));
        let Some(before) = before else {
            news.pieces.push(now.no);
            continue;
        };
        if before.no != now.no {
            news.renumbered.push((before.no, now.no));
        }
        if before.purged_on.is_none() && now.purged_on.is_some() {
            news.erased.push(now.no);
        } else if before.removed_on.is_none() && now.removed_on.is_some() {
            news.removed.push(now.no);
        } else if before.removed_on.is_some() && now.removed_on.is_none() {
            news.pieces_back.push(now.no);
        } else if before.stored != now.stored
            || Mark::ALL.iter().any(|mark| mark.of(before) != mark.of(now))
        {
            news.marked.push(now.no);
        }
        if now.purged_on.is_none() && gone.contains(now.sha256.as_str()) {
            news.not_erased.push(now.no);
        }
    }
    for key in keys(&here.claim, &merged.claim).collect::<BTreeSet<_>>() {
        let (before, after) = (fact(&here.claim, &key), fact(&merged.claim, &key));
        if before != after {
            news.facts.push((key, before, after));
        }
    }
    news.lost = newly_lost(&here.changes, &merged.changes);
    for lost in newly_lost(&here.notes, &merged.notes) {
        let pieces = merged.pieces.iter().map(|piece| &piece.evidence);
        let mut of = pieces.filter(|e| e.sha256 == lost.key);
        news.lost_notes.extend(of.next().map(|e| (e.no, lost)));
    }
    let uids: BTreeSet<&str> = here.log.iter().map(|logged| logged.uid.as_str()).collect();
    let mut proofs = links(merged);
    proofs.retain(|(uid, _)| uids.contains(uid));
    news.rearranged = events.iter().any(|(from, to)| from != to) || links(here) != proofs;
    news
}

/// The values that do not count, and were not known as such before.
fn newly_lost(before: &FactChanges, after: &FactChanges) -> Vec<Lost> {
    let already = lost(before);
    let is_known = |new: &Lost| {
        already
            .iter()
            .any(|old| (&old.key, &old.lost) == (&new.key, &new.lost))
    };
    let mut new = lost(after);
    new.retain(|lost| !is_known(lost));
    new
}

/// Notes which events of this desk count no longer, and which count again.
fn counts(here: &Replica, merged: &Replica, events: &BTreeMap<u32, u32>, news: &mut News) {
    let own = here.log.iter().filter(|logged| logged.is_own());
    for event in own.map(|logged| &logged.event) {
        news.reopened |= event.kind == EventKind::Closed;
        let back = event.corrects.and_then(|no| events.get(&no));
        news.events_back.extend(back);
    }
    news.reopened &= here.claim.closed_on.is_some() && merged.claim.closed_on.is_none();
    let log: Vec<_> = here.log.iter().map(|logged| logged.event.clone()).collect();
    let counted = in_force(&log).into_iter().map(|event| event.no);
    let counted: BTreeSet<u32> = counted.filter_map(|no| events.get(&no)).copied().collect();
    for event in merged.log.iter().map(|logged| &logged.event) {
        if event.kind == EventKind::Undone && news.events.contains(&event.no) {
            let gone = event.corrects.filter(|no| counted.contains(no));
            news.taken_back.extend(gone);
        }
    }
}

/// Which pieces prove which events, by the ids between machines.
fn links(replica: &Replica) -> BTreeSet<(&str, &str)> {
    let pieces = replica.pieces.iter().map(|piece| &piece.evidence);
    let hashes: BTreeMap<u32, &str> = pieces.map(|e| (e.no, e.sha256.as_str())).collect();
    let log = replica.log.iter();
    log.flat_map(|logged| {
        let hashes = logged
            .event
            .evidence
            .iter()
            .filter_map(|no| hashes.get(no).copied());
        hashes.map(|hash| (logged.uid.as_str(), hash))
    })
    .collect()
}
