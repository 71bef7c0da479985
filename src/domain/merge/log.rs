//! The logs of two copies.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::pieces::Numbers;
use crate::domain::replica::{Logged, Replica};

/// An event with what it names, by ids between machines.
struct Known<'a> {
    logged: &'a Logged,
    corrects: Option<&'a str>,
    proofs: BTreeSet<&'a str>,
}

/// Where an event stands: by the instant at which it was recorded, and after what it corrects, whatever the clocks of two
/// desks said.
type Place<'a> = (Option<DateTime<Utc>>, u32, &'a str);

/// Returns the events of both in the order in which they were recorded, numbered from 1.
pub(super) fn merge(here: &Replica, there: &Replica, numbers: &Numbers) -> Vec<Logged> {
    let mut known: BTreeMap<&str, Known<'_>> = BTreeMap::new();
    let mut read: Vec<&str> = Vec::new();
    for replica in [here, there] {
        let mut uids: BTreeMap<u32, &str> = BTreeMap::new();
        let pieces = replica.pieces.iter().map(|piece| &piece.evidence);
        let hashes: BTreeMap<u32, &str> = pieces.map(|e| (e.no, e.sha256.as_str())).collect();
        // What an event corrects has a lower number than its own.
        for logged in &replica.log {
            let uid = logged.uid.as_str();
            let corrects = logged.event.corrects;
            let corrects = corrects.and_then(|no| uids.get(&no).copied());
            uids.insert(logged.event.no, uid);
            let proofs = logged.event.evidence.iter();
            let proofs = proofs.filter_map(|no| hashes.get(no).copied());
            let known = known.entry(uid).or_insert_with(|| {
                read.push(uid);
                Known {
                    logged,
                    corrects,
                    proofs: BTreeSet::new(),
                }
            });
            // An export in JSON has the instant without its fractions: the later one is the whole one.
            if logged.event.recorded_at > known.logged.event.recorded_at {
                known.logged = logged;
            }
            known.proofs.extend(proofs);
        }
    }
    // In the order in which they were read, what an event corrects comes before it.
    let mut at: BTreeMap<&str, Place<'_>> = BTreeMap::new();
    for uid in read {
        if let Some(event) = known.get(uid) {
            let corrected = event
                .corrects
                .and_then(|corrected| at.get(corrected).copied());
            at.insert(uid, place(event.logged, corrected));
        }
    }
    let mut order: Vec<&Known<'_>> = known.values().collect();
    order.sort_by_key(|known| at.get(known.logged.uid.as_str()).copied());
    let uids = order.iter().map(|known| known.logged.uid.as_str());
    let places: BTreeMap<&str, u32> = uids.zip(1..).collect();
    let number = |uid: &str| places.get(uid).copied();
    let logged = order.into_iter().map(|known| {
        let mut logged = known.logged.clone();
        logged.event.no = number(&logged.uid).unwrap_or(logged.event.no);
        logged.event.corrects = known.corrects.and_then(number);
        let proofs = known.proofs.iter();
        let mut proofs: Vec<u32> = proofs.filter_map(|h| numbers.get(*h).copied()).collect();
        proofs.sort_unstable();
        logged.event.evidence = proofs;
        logged
    });
    logged.collect()
}

fn place<'a>(logged: &'a Logged, corrected: Option<Place<'a>>) -> Place<'a> {
    let own = (logged.event.recorded_at, 0, logged.uid.as_str());
    match corrected {
        Some((at, depth, _)) if at >= own.0 => (at, depth.saturating_add(1), own.2),
        _ => own,
    }
}
