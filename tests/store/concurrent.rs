use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{fs, thread};

use claimctl::domain::event::{Event, EventKind};
use claimctl::store::{Filter, Store, StoreError};
use rusqlite::Connection;

use crate::{Desk, day, from, now};

#[test]
fn many_writers_at_once_lose_nothing() {
    let desk = Desk::new();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                // The file is made by whoever comes first.
                let store = Store::open(&desk.file()).unwrap();
                for _ in 0..50 {
                    store
                        .change(|tx| {
                            let first = tx.claims(Filter::Every)?.first().copied();
                            let id = match first {
                                Some(id) => id,
                                None => tx.insert_claim(&from("A"), None, now())?,
                            };
                            let note = Event::new(EventKind::Note, day("2026-11-20"));
                            tx.append_event(id, &note, now())
                        })
                        .unwrap();
                }
            });
        }
    });
    let store = desk.read();
    assert_eq!(store.claims(Filter::Every).unwrap(), [1]);
    let numbers: Vec<u32> = store
        .claim(1)
        .unwrap()
        .unwrap()
        .events
        .iter()
        .map(|e| e.no)
        .collect();
    assert_eq!(numbers, (1..=400).collect::<Vec<u32>>());
}

#[test]
fn a_change_that_fails_or_panics_leaves_nothing() {
    let desk = Desk::new();
    let store = desk.open();
    let before = fs::read(desk.file()).unwrap();
    let failed: Result<(), StoreError> = store.change(|tx| {
        tx.insert_claim(&from("A"), None, now())?;
        Err(StoreError::NoSuchClaim(0))
    });
    assert_eq!(failed.unwrap_err().message().key, "store-no-claim");
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        store.change(|tx| -> Result<(), StoreError> {
            tx.insert_claim(&from("A"), None, now())?;
            panic!("the lights went out")
        })
    }));
    assert!(panicked.is_err());
    assert!(store.claims(Filter::Every).unwrap().is_empty());
    assert!(before == fs::read(desk.file()).unwrap());
    store
        .change(|tx| tx.insert_claim(&from("B"), None, now()))
        .unwrap();
    assert_eq!(desk.read().claims(Filter::Every).unwrap(), [1]);
}

#[test]
fn a_crash_in_the_middle_of_writing_is_undone_by_the_next_reader() {
    let desk = Desk::new();
    desk.open()
        .change(|tx| tx.insert_claim(&from("A"), None, now()))
        .unwrap();
    // A writer that has begun to change the file itself, copied as it stands: what a power cut leaves behind.
    let writer = Connection::open(desk.file()).unwrap();
    writer
        .execute_batch(
            "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;
             UPDATE claims SET seller = 'half';
             INSERT INTO claims (uid, language, draft, created_at, updated_at, description)
             WITH RECURSIVE n (x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < 50)
             SELECT 'u' || x, 'fr', 0, '', '', hex(zeroblob(4000)) FROM n;",
        )
        .unwrap();
    let crashed = Desk::new();
    let journal = |desk: &Desk| desk.folder.path().join("claims.db-journal");
    fs::copy(desk.file(), crashed.file()).unwrap();
    fs::copy(journal(&desk), journal(&crashed)).unwrap();
    let long = |desk: &Desk| fs::metadata(desk.file()).unwrap().len();
    assert!(long(&crashed) > 200_000, "nothing was spilt");

    let store = crashed.read();
    assert_eq!(store.claims(Filter::Every).unwrap(), [1]);
    let claim = store.claim(1).unwrap().unwrap().claim;
    assert_eq!(claim.seller.as_deref(), Some("A"));
    assert!(!journal(&crashed).exists());
}

#[test]
fn readers_go_on_while_a_change_is_being_made() {
    let desk = Desk::new();
    let store = desk.open();
    store
        .change(|tx| {
            tx.insert_claim(&from("A"), None, now())?;
            assert!(desk.read().claims(Filter::Every).unwrap().is_empty());
            assert_eq!(tx.claims(Filter::Every)?, [1]);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(desk.read().claims(Filter::Every).unwrap(), [1]);
}
