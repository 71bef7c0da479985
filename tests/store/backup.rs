//! A snapshot while others write, and a desk that is replaced while others write: no change is lost, none is half there.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use claimctl::domain::event::{Event, EventKind};
use claimctl::store::{Store, admit, replace, snapshot};

use crate::{Desk, day, from, now};

/// Between two changes of a busy writer, so that others have their turn.
const PAUSE: Duration = Duration::from_millis(3);

/// How many events the log of a claim has.
fn events(store: &Store, id: i64) -> usize {
    store.claim(id).unwrap().unwrap().events.len()
}

#[test]
fn a_snapshot_is_one_moment_while_others_write() {
    let desk = Desk::new();
    let store = desk.open();
    let [one, two] = ["One", "Two"].map(|seller| {
        let claim = from(seller);
        store
            .change(|tx| tx.insert_claim(&claim, None, now()))
            .unwrap()
    });
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let store = desk.open();
            let note = Event::new(EventKind::Note, day("2026-11-20"));
            while !stop.load(Ordering::SeqCst) {
                // Each of the two logs in the same change.
                store
                    .change(|tx| {
                        tx.append_event(one, &note, now())?;
                        tx.append_event(two, &note, now())
                    })
                    .unwrap();
                sleep(PAUSE);
            }
        });
        for at in 0..20 {
            let shot = snapshot(&desk.file()).unwrap().unwrap();
            let copy = desk.folder.path().join(format!("{at}.db"));
            std::fs::write(&copy, shot.bytes).unwrap();
            assert_eq!(admit(&copy).unwrap(), shot.holdings);
            let copy = Store::open(&copy).unwrap();
            assert_eq!(events(&copy, one), events(&copy, two));
        }
        stop.store(true, Ordering::SeqCst);
    });
}

#[test]
fn a_change_made_while_the_desk_is_replaced_is_in_what_is_kept_or_in_what_came() {
    let desk = Desk::new();
    let store = desk.open();
    let claim = from("One");
    let id = store
        .change(|tx| tx.insert_claim(&claim, None, now()))
        .unwrap();
    let with = desk.folder.path().join("with.db");
    std::fs::write(&with, snapshot(&desk.file()).unwrap().unwrap().bytes).unwrap();
    let stop = AtomicBool::new(false);
    let (kept, acknowledged) = std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let store = desk.open();
            let note = Event::new(EventKind::Note, day("2026-11-20"));
            let mut done = 0;
            while !stop.load(Ordering::SeqCst) {
                store
                    .change(|tx| tx.append_event(id, &note, now()))
                    .unwrap();
                done += 1;
                sleep(PAUSE);
            }
            done
        });
        let mut kept = 0;
        for at in 0..10 {
            let aside = desk.folder.path().join(format!("{at}.db"));
            assert!(replace(&desk.file(), &with, &aside).unwrap());
            kept += events(&Store::open(&aside).unwrap(), id);
        }
        stop.store(true, Ordering::SeqCst);
        (kept, writer.join().unwrap())
    });
    assert_eq!(kept + events(&store, id), acknowledged);
}
