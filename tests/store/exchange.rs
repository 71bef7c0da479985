//! What two desks exchange is whole, and what comes of it is written whole.

use claimctl::domain::change::Change;
use claimctl::domain::claim::Claim;
use claimctl::domain::event::{Event, EventKind};
use claimctl::domain::merge::{Erasing, merge};
use claimctl::domain::replica::Mark;
use claimctl::store::StoreError;

use crate::round_trip::{full_claim, full_event, some};
use crate::{Desk, day, instant, now};

/// A claim with every field filled and two pieces of evidence, the second one attached to the first.
fn claim() -> Claim {
    let mut claim = full_claim();
    for (piece, digit) in claim.evidence.iter_mut().zip(["a", "b"]) {
        piece.sha256 = digit.repeat(64);
        piece.purged_on = None;
        piece.part_of = piece.part_of.filter(|_| piece.no == 2);
    }
    claim
}

/// Writes the full claim into a desk; returns its number.
fn write_full(desk: &Desk) -> i64 {
    let plain = Event::new(EventKind::Ordered, day("0001-01-01"));
    let written = desk.open().change(|tx| {
        let id = tx.insert_claim(&claim(), None, now())?;
        tx.append_event(id, &plain, now())?;
        tx.append_event(id, &full_event(), now())?;
        Ok::<_, StoreError>(id)
    });
    written.unwrap()
}

#[test]
fn a_claim_is_the_same_on_another_desk() {
    let (here, there) = (Desk::new(), Desk::new());
    let id = write_full(&here);
    let mut edited = claim();
    edited.order_ref = some("403-7654321");
    edited.evidence[1].note = some("the screw");
    let later = instant("2026-11-21T10:00:00Z");
    let store = here.open();
    store
        .change(|tx| tx.save_claim(id, &edited, None, later))
        .unwrap();
    let uid = store.claim(id).unwrap().unwrap().uid;
    let replica = store.replica(id).unwrap().unwrap();
    let changed: Vec<&str> = replica
        .changes
        .keys()
        .map(|(key, _)| key.as_str())
        .collect();
    assert_eq!(changed, ["order_ref"]);
    let hash = &edited.evidence[1].sha256;
    let note = &replica.marks[&(hash.clone(), Mark::Note)];
    assert_eq!((note.at, note.value.as_deref()), (later, Some("the screw")));
    let other = there.open();
    other
        .change(|tx| tx.insert_claim(&claim(), None, now()))
        .unwrap();
    let new = other
        .change(|tx| tx.insert_replica(&uid, &replica))
        .unwrap();
    assert_eq!((new, other.number_of(&uid).unwrap()), (2, Some(2)));
    assert_eq!(other.replica(new).unwrap().unwrap(), replica);
    assert_eq!(other.claim(new).unwrap().unwrap().claim, edited);
    assert_eq!(other.number_of("nobody").unwrap(), None);
}

#[test]
fn what_can_be_taken_back_follows_the_numbers_of_a_merged_log() {
    let (here, there) = (Desk::new(), Desk::new());
    let id = write_full(&here);
    let common = here.open().replica(id).unwrap().unwrap();
    let other = there.open();
    let event = |note: &str| Event {
        note: some(note),
        ..Event::new(EventKind::Note, day("2026-11-21"))
    };
    other
        .change(|tx| {
            tx.insert_replica("uid", &common)?;
            tx.append_event(1, &event("earlier"), instant("2026-11-21T08:00:00Z"))
        })
        .unwrap();
    let store = here.open();
    let change = Change {
        events: Some((3, 3)),
        ..Change::default()
    };
    store
        .change(|tx| {
            tx.append_event(id, &event("later"), instant("2026-11-21T09:00:00Z"))?;
            tx.record_change(id, &change, now())
        })
        .unwrap();
    let mine = store.replica(id).unwrap().unwrap();
    let theirs = other.replica(1).unwrap().unwrap();
    let merged = merge(&mine, &theirs, Erasing::No);
    store.change(|tx| tx.save_merged(id, &merged)).unwrap();
    let stored = store.claim(id).unwrap().unwrap();
    let notes: Vec<_> = stored
        .events
        .iter()
        .skip(2)
        .map(|e| e.note.as_deref())
        .collect();
    assert_eq!(notes, [Some("earlier"), Some("later")]);
    assert_eq!(store.changes(1).unwrap()[0].change.events, Some((4, 4)));
    assert_eq!(store.replica(id).unwrap().unwrap(), merged.replica);
}

#[test]
fn what_is_purged_leaves_nothing_of_what_was_said_of_it() {
    let desk = Desk::new();
    let id = write_full(&desk);
    let store = desk.open();
    let later = instant("2026-11-21T10:00:00Z");
    store
        .erase(|tx| tx.purge_evidence(id, 1, day("2026-11-21"), later))
        .unwrap();
    let replica = store.replica(id).unwrap().unwrap();
    let hash = &replica.pieces[0].evidence.sha256;
    let marks: Vec<Mark> = replica
        .marks
        .keys()
        .filter(|(of, _)| of == hash)
        .map(|(_, mark)| *mark)
        .collect();
    assert!(marks.contains(&Mark::PurgedOn) && !marks.contains(&Mark::Note));
}
