//! The evidence of two copies.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::replica::{FactChanges, Mark, Marks, Piece, Replica};

/// The number of each piece, by its hash.
pub(super) type Numbers = BTreeMap<String, u32>;

/// Returns what was written last of each piece.
pub(super) fn merge_marks(here: &Replica, there: &Replica, erasing: super::Erasing) -> Marks {
    let pieces = here.pieces.iter().map(|piece| &piece.evidence);
    let kept: BTreeSet<&str> = pieces
        .filter(|e| e.purged_on.is_none())
        .map(|e| e.sha256.as_str())
        .collect();
    let mut marks = here.marks.clone();
    for ((hash, mark), written) in &there.marks {
        let erases = *mark == Mark::PurgedOn && written.value.is_some();
        if erases && erasing == super::Erasing::No && kept.contains(hash.as_str()) {
            continue;
        }
        let known = marks
            .entry((hash.clone(), *mark))
            .or_insert_with(|| written.clone());
        *known = written.clone().max(known.clone());
    }
    // Of what is purged, nothing that was said of it comes back.
    let purged: BTreeSet<String> = marks
        .iter()
        .filter(|((_, mark), written)| *mark == Mark::PurgedOn && written.value.is_some())
        .map(|((hash, _), _)| hash.clone())
        .collect();
    marks.retain(|(hash, mark), _| *mark != Mark::Note || !purged.contains(hash));
    marks
}

/// Returns every note of both; of what is purged, none.
pub(super) fn merge_notes(here: &Replica, there: &Replica, marks: &Marks) -> FactChanges {
    let mut notes = super::facts::union(&here.notes, &there.notes);
    let purged = |hash: &String| {
        let mark = marks.get(&(hash.clone(), Mark::PurgedOn));
        mark.is_some_and(|written| written.value.is_some())
    };
    notes.retain(|(hash, _), _| !purged(hash));
    notes
}

/// Returns the pieces of both by their numbers, and the numbers.
pub(super) fn merge(here: &Replica, there: &Replica, marks: &Marks) -> (Vec<Piece>, Numbers) {
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    let mut pieces: BTreeMap<String, Piece> = BTreeMap::new();
    for replica in [here, there] {
        let all = replica.pieces.iter().map(|piece| &piece.evidence);
        let hashes: BTreeMap<u32, &String> = all.map(|e| (e.no, &e.sha256)).collect();
        for piece in &replica.pieces {
            let hash = piece.evidence.sha256.clone();
            let of = piece.evidence.part_of;
            if let Some(of) = of.and_then(|no| hashes.get(&no).copied()) {
                let known = parts.entry(hash.clone()).or_insert_with(|| of.clone());
                *known = of.clone().min(known.clone());
            }
            let together = match pieces.remove(&hash) {
                Some(known) => together(known, piece),
                None => piece.clone(),
            };
            pieces.insert(hash, together);
        }
    }
    let numbers = numbers(&pieces);
    let mut all: Vec<Piece> = pieces.into_values().collect();
    for piece in &mut all {
        let evidence = &mut piece.evidence;
        let hash = evidence.sha256.clone();
        evidence.no = numbers.get(&hash).copied().unwrap_or(evidence.no);
        evidence.part_of = parts.get(&hash).and_then(|of| numbers.get(of)).copied();
        for mark in Mark::ALL {
            if let Some(written) = marks.get(&(hash.clone(), *mark)) {
                mark.put(evidence, written.value.as_deref());
            }
        }
        if evidence.purged_on.is_some() {
            evidence.name = String::new();
            evidence.path = String::new();
            evidence.note = None;
            evidence.media_type = None;
            evidence.mail = None;
        }
    }
    all.sort_by_key(|piece| piece.evidence.no);
    (all, numbers)
}

/// What two desks know of the same bytes: as the one said that had them first. What is on the disk of each stays its own.
fn together(known: Piece, other: &Piece) -> Piece {
    let rank = |piece: &Piece| {
        let purged = piece.evidence.purged_on.is_some();
        (
            piece.added_at,
            piece.first_no,
            purged,
            piece.evidence.name.clone(),
        )
    };
    let stored = known.evidence.stored || other.evidence.stored;
    let path = match known.evidence.path.is_empty() {
        true => other.evidence.path.clone(),
        false => known.evidence.path.clone(),
    };
    let (mut first, second) = match rank(&known) <= rank(other) {
        true => (known, other.clone()),
        false => (other.clone(), known),
    };
    let evidence = &mut first.evidence;
    if evidence.name.is_empty() {
        evidence.name = second.evidence.name;
    }
    evidence.media_type = evidence.media_type.take().or(second.evidence.media_type);
    evidence.mail = evidence.mail.take().or(second.evidence.mail);
    evidence.stored = stored;
    evidence.path = path;
    first
}

/// Each piece has the number that it was given first. Where two were given the same one, the piece that was added first keeps
/// it, and the others come behind all that was ever given.
fn numbers(pieces: &BTreeMap<String, Piece>) -> Numbers {
    let mut order: Vec<&Piece> = pieces.values().collect();
    order.sort_by_key(|piece| (piece.added_at, &piece.evidence.sha256));
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    let mut numbers = Numbers::new();
    let mut left = Vec::new();
    for piece in order {
        let hash = &piece.evidence.sha256;
        if piece.first_no > 0 && taken.insert(piece.first_no) {
            numbers.insert(hash.clone(), piece.first_no);
        } else {
            left.push(hash);
        }
    }
    let last = taken.last().copied().unwrap_or(0);
    for (no, hash) in (last.saturating_add(1)..).zip(left) {
        numbers.insert(hash.clone(), no);
    }
    numbers
}
