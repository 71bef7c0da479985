//! What is saved of a damaged file: every claim that is not named as incomplete is what it was.

use std::fs;
use std::path::PathBuf;

use claimctl::domain::claim::Claim;
use claimctl::domain::event::{Event, EventKind};
use claimctl::domain::evidence::{Evidence, EvidenceKind};
use claimctl::domain::language::Language;
use claimctl::store::{Access, Filter, Saved, Store, StoreError, StoredClaim, health, salvage};

use crate::{Desk, day, from, now};

const PAGE: usize = 4096;

struct Damaged {
    desk: Desk,
    /// The file as it was when it was whole.
    whole: Vec<u8>,
    claims: Vec<StoredClaim>,
}

impl Damaged {
    /// A desk with so many claims, each with a log and evidence.
    fn new(claims: usize) -> Damaged {
        let desk = Desk::new();
        let store = desk.open();
        for at in 0..claims {
            let mut claim = from(&format!("Seller {at}"));
            claim.description = Some(format!("It did not come. {}", "Really. ".repeat(20)));
            for no in 1..=3 {
                claim.evidence.push(evidence(no));
            }
            let filled: Result<(), StoreError> = store.change(|tx| {
                let id = tx.insert_claim(&claim, None, now())?;
                for said in 0..8 {
                    let mut note = Event::new(EventKind::Note, day("2026-11-20"));
                    note.note = Some(format!("{said}: {}", "as was said. ".repeat(10)));
                    note.evidence = vec![1 + said % 3];
                    tx.append_event(id, &note, now())?;
                }
                Ok(())
            });
            filled.unwrap();
        }
        let ids = store.claims(Filter::Every).unwrap();
        let claims = ids.iter().map(|id| store.claim(*id).unwrap().unwrap());
        Damaged {
            claims: claims.collect(),
            whole: fs::read(desk.file()).unwrap(),
            desk,
        }
    }

    fn to(&self) -> PathBuf {
        self.desk.folder.path().join("saved.db")
    }

    /// Saves what can be read of a file with these bytes, which stays as it is.
    #[track_caller]
    fn saved(&self, bytes: &[u8]) -> Result<(Saved, Store), StoreError> {
        fs::write(self.desk.file(), bytes).unwrap();
        let _ = fs::remove_file(self.to());
        let stand_in = Claim::draft(Language::English);
        let saved = salvage(&self.desk.file(), &self.to(), &stand_in, now());
        assert!(fs::read(self.desk.file()).unwrap() == bytes);
        let saved = saved?;
        let sound = health(&self.to()).unwrap().unwrap();
        assert!(
            sound.faults.is_empty() && sound.orphans.is_empty(),
            "{sound:?}"
        );
        let store = Store::open_existing(&self.to(), Access::Read)?.unwrap();
        Ok((saved, store))
    }

    /// How many claims are what they were, and how many are not and are not named either.
    fn kept_or_named(&self, saved: &Saved, store: &Store) -> (usize, usize) {
        let (mut kept, mut unnamed) = (0, 0);
        for claim in &self.claims {
            let there = store.claim(claim.id).unwrap();
            let named = saved.incomplete.contains(&claim.id) || saved.lost.contains(&claim.id);
            if there.as_ref() == Some(claim) {
                kept += 1;
            } else if !named {
                unnamed += 1;
            }
        }
        (kept, unnamed)
    }
}

fn evidence(no: u32) -> Evidence {
    Evidence {
        no,
        kind: EvidenceKind::Photo,
        name: format!("photo {no}.jpg"),
        path: format!("/home/me/photo {no}.jpg"),
        stored: true,
        sha256: format!("{no:064}"),
        bytes: 7,
        media_type: None,
        note: None,
        taken_on: None,
        confidential: false,
        removed_on: None,
        purged_on: None,
        part_of: None,
        mail: None,
    }
}

#[test]
fn all_of_a_sound_file_is_saved() {
    let damaged = Damaged::new(20);
    let (saved, store) = damaged.saved(&damaged.whole).unwrap();
    assert_eq!(damaged.kept_or_named(&saved, &store), (20, 0));
    let tables = [
        ("answers", 0),
        ("claims", 20),
        ("event_evidence", 160),
        ("events", 160),
        ("evidence", 60),
    ];
    for (name, rows) in tables {
        assert!(saved.tables.contains(&(name.to_owned(), rows)), "{saved:?}");
    }
    assert!(saved.incomplete.is_empty() && saved.lost.is_empty() && saved.unreadable.is_empty());
    assert_eq!(saved.holdings.kept.len(), 60);
}

#[test]
fn with_any_one_page_of_noise_most_is_saved_and_the_rest_is_named() {
    let damaged = Damaged::new(26);
    let pages = damaged.whole.len() / PAGE;
    assert!(pages > 25, "{pages}");
    for page in 0..pages {
        let mut bytes = damaged.whole.clone();
        // Zeros are what a disk gives for what it has lost; the rest is what nobody has written.
        bytes[page * PAGE..(page + 1) * PAGE].fill(if page % 2 == 0 { 0 } else { 0xa5 });
        let (saved, store) = damaged.saved(&bytes).unwrap();
        let (kept, unnamed) = damaged.kept_or_named(&saved, &store);
        assert_eq!(unnamed, 0, "page {page}: {saved:?}");
        // The one page that says which evidence goes with which event is lost with all that it says.
        let links = saved.unreadable == ["event_evidence"];
        assert!(kept >= 12 || links, "page {page}: {kept}, {saved:?}");
        // What is broken is never more than the one table that the page belonged to.
        assert!(saved.unreadable.len() <= 1, "page {page}: {saved:?}");
    }
}

#[test]
fn of_a_file_that_was_rebuilt_the_first_page_can_be_lost_too() {
    let damaged = Damaged::new(20);
    fs::write(damaged.desk.file(), &damaged.whole).unwrap();
    rusqlite::Connection::open(damaged.desk.file())
        .unwrap()
        .execute_batch("VACUUM")
        .unwrap();
    let mut bytes = fs::read(damaged.desk.file()).unwrap();
    bytes[..PAGE].fill(0xa5);
    let (saved, store) = damaged.saved(&bytes).unwrap();
    assert_eq!(damaged.kept_or_named(&saved, &store), (20, 0), "{saved:?}");
}

#[test]
fn of_a_file_that_is_cut_off_what_is_left_is_saved() {
    let damaged = Damaged::new(26);
    let pages = damaged.whole.len() / PAGE;
    for page in (0..=pages).step_by(4) {
        let at = (page * PAGE + 100).min(damaged.whole.len());
        match damaged.saved(&damaged.whole[..at]) {
            Ok((saved, store)) => {
                let (_, unnamed) = damaged.kept_or_named(&saved, &store);
                // Of what is cut off, nobody knows who was in it; but then that is said.
                assert!(
                    unnamed == 0 || !saved.unreadable.is_empty(),
                    "{page}: {saved:?}"
                );
            }
            Err(error) => assert_eq!(error.message().key, "store-not-a-database"),
        }
    }
}

/// Numbers that are the same in every run.
fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    }
}

/// Every way into the store, on a file as it is; each ends with a result or a plain error.
fn try_all(damaged: &Damaged, ways: &[Access]) {
    let path = damaged.desk.file();
    let _ = health(&path);
    let _ = claimctl::store::snapshot(&path);
    for &access in ways {
        let Ok(Some(store)) = Store::open_existing(&path, access) else {
            continue;
        };
        for id in store.claims(Filter::Every).unwrap_or_default() {
            let _ = store.claim(id);
        }
        let _ = store.interrupted_walk();
        if access == Access::Write {
            let note = Event::new(EventKind::Note, day("2026-11-20"));
            let _ = store.change(|tx| tx.append_event(1, &note, now()));
        }
    }
}

#[test]
fn noise_anywhere_is_an_error_or_nothing_and_what_is_saved_can_be_read() {
    let damaged = Damaged::new(30);
    let mut number = numbers(11);
    let mut bytes = damaged.whole.clone();
    for at in 0..200 {
        let mut one = damaged.whole.clone();
        let from = number(one.len());
        let to = (from + 1 + number(40)).min(one.len());
        for place in from..to {
            let noise = u8::try_from(number(256)).unwrap();
            one[place] = noise;
            bytes[place] = noise;
        }
        // The more at once, the fewer times.
        let all = [
            (at % 2 == 0).then_some(&one),
            (at % 20 == 0).then_some(&bytes),
        ];
        for bytes in all.into_iter().flatten() {
            if let Ok((_, store)) = damaged.saved(bytes) {
                for id in store.claims(Filter::Every).unwrap() {
                    assert!(store.claim(id).unwrap().is_some());
                }
            }
        }
        fs::write(damaged.desk.file(), &one).unwrap();
        // To write waits for the disk.
        let ways = [Access::Read, Access::Write];
        try_all(&damaged, if at % 5 == 0 { &ways } else { &ways[..1] });
        let _ = fs::remove_file(damaged.desk.folder.path().join("claims.db-journal"));
    }
}

#[test]
fn what_is_nothing_of_ours_is_refused_and_nothing_is_written() {
    let damaged = Damaged::new(1);
    for bytes in [&b""[..], b"hello", &[0xa5; 40_000]] {
        let error = damaged.saved(bytes).unwrap_err();
        assert_eq!(error.message().key, "store-not-a-database");
        assert!(!damaged.to().exists());
    }
    fs::write(damaged.desk.file(), &damaged.whole).unwrap();
    fs::write(damaged.to(), "in the way").unwrap();
    let stand_in = Claim::draft(Language::English);
    salvage(&damaged.desk.file(), &damaged.to(), &stand_in, now()).unwrap_err();
    assert_eq!(fs::read_to_string(damaged.to()).unwrap(), "in the way");
}
