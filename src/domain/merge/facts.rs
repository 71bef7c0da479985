//! The facts of two copies.

use std::collections::BTreeSet;

use crate::domain::change::{fact, keys, put};
use crate::domain::claim::Claim;
use crate::domain::replica::{FactChange, FactChanges, Replica};

/// Returns the facts that count, and when each was written.
pub(super) fn merge(here: &Replica, there: &Replica) -> (Claim, FactChanges) {
    let changes = union(&here.changes, &there.changes);
    // What is not a claim yet has no facts that anybody counts on.
    let mut claim = match (here.claim.draft, there.claim.draft) {
        (true, false) => there.claim.clone(),
        _ => here.claim.clone(),
    };
    let other = match (here.claim.draft, there.claim.draft) {
        (true, false) | (false, true) => claim.clone(),
        _ => there.claim.clone(),
    };
    claim.draft = here.claim.draft && there.claim.draft;
    claim.evidence = Vec::new();
    let written = changes.keys().map(|(key, _)| key.clone());
    let all: BTreeSet<String> = keys(&claim, &other).chain(written).collect();
    for key in all {
        let last = changes.iter().rfind(|((k, _), _)| *k == key);
        let value = match last {
            Some((_, change)) => change.value.clone(),
            // Neither says when it was written: the same one on every desk.
            None => fact(&claim, &key).max(fact(&other, &key)),
        };
        if fact(&claim, &key) != value {
            put(&mut claim, &key, value.as_deref());
        }
    }
    (claim, changes)
}

pub(super) fn union(here: &FactChanges, there: &FactChanges) -> FactChanges {
    let mut union = here.clone();
    for (at, change) in there {
        union
            .entry(at.clone())
            .and_modify(|known| {
                if rank(known) < rank(change) {
                    *known = change.clone();
                }
            })
            .or_insert_with(|| change.clone());
    }
    union
}

fn rank(change: &FactChange) -> impl Ord + '_ {
    (&change.value, change.over)
}
