//! A copy without what is its desk's own.

use crate::domain::change::{END, put};
use crate::domain::event::EventKind;
use crate::domain::replica::{Mark, Replica};

/// Returns a copy as every desk may have it. What a desk takes back of an import, it takes back for itself: its events are its
/// own, and its values were never written down with an instant, so that those that were written last count.
pub(super) fn of(replica: &Replica) -> Replica {
    let mut shared = replica.clone();
    let mut own = replica.log.iter().filter(|logged| logged.is_own());
    if own.any(|logged| logged.event.kind == EventKind::Closed) {
        for key in END {
            if !replica.changes.keys().any(|(written, _)| written == key) {
                put(&mut shared.claim, key, None);
            }
        }
    }
    shared.log.retain(|logged| !logged.is_own());
    for piece in &mut shared.pieces {
        let removed = (piece.evidence.sha256.clone(), Mark::RemovedOn);
        if !shared.marks.contains_key(&removed) {
            piece.evidence.removed_on = None;
        }
    }
    shared
}
