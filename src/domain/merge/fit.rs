//! A copy that does not say when its facts were written.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::change::{fact, keys};
use crate::domain::replica::{Logged, Mark, Piece, Replica};

/// Fits what an export has of a claim to what this desk has: facts stay as they are here, and what an older export wrote
/// without an id is what it is here. Returns the facts that are others there.
#[must_use]
pub fn fit(own: &Replica, there: &mut Replica) -> Vec<(String, Option<String>)> {
    let all: BTreeSet<String> = keys(&own.claim, &there.claim).collect();
    let differing = all.into_iter().filter_map(|key| {
        let value = fact(&there.claim, &key);
        // What an older export does not write is not known to be another.
        let is_said = value.is_some() && key != "language";
        (is_said && value != fact(&own.claim, &key)).then_some((key, value))
    });
    let differing = differing.collect();
    there.claim = own.claim.clone();
    let mut pieces: BTreeMap<&str, &Piece> = BTreeMap::new();
    for piece in &own.pieces {
        pieces.insert(&piece.evidence.sha256, piece);
    }
    for piece in &mut there.pieces {
        if let Some(known) = pieces.get(piece.evidence.sha256.as_str()) {
            let no = piece.evidence.no;
            *piece = (*known).clone();
            piece.evidence.no = no;
            piece.evidence.part_of = None;
        }
    }
    // Nor is it known when a piece was removed there.
    let known = |hash: &str| pieces.contains_key(hash);
    let removed = |(hash, mark): &(String, Mark)| *mark == Mark::RemovedOn && known(hash);
    there.marks.retain(|written, _| !removed(written));
    let known = |one: &Logged, other: &Logged| {
        let said = |logged: &Logged| {
            let event = &logged.event;
            let recorded = event.recorded_at.map(|at| at.timestamp());
            (event.kind, event.on, event.at, event.note.clone(), recorded)
        };
        one.uid == other.uid || said(one) == said(other)
    };
    for logged in &mut there.log {
        if let Some(same) = own.log.iter().find(|own| known(own, logged)) {
            logged.uid = same.uid.clone();
            logged.event.recorded_at = same.event.recorded_at;
        }
    }
    differing
}
