//! Files written by every version so far still open. A file `v<N>.sql` is a dump of schema N with a small claim.

use std::fs;

use claimctl::domain::event::{Event, EventKind};
use claimctl::domain::language::Language;
use claimctl::domain::party::SellerKind;
use claimctl::domain::problem::Problem;
use claimctl::store::{Access, Filter, ListQuery, Sort, Store, admit};
use rusqlite::Connection;

use crate::{Desk, day, instant, now};

const DUMPS: &[(&str, &str)] = &[
    ("v1", include_str!("v1.sql")),
    ("v2", include_str!("v2.sql")),
    ("v3", include_str!("v3.sql")),
    ("v4", include_str!("v4.sql")),
    ("v5", include_str!("v5.sql")),
    ("v6", include_str!("v6.sql")),
    ("v7", include_str!("v7.sql")),
    ("v8", include_str!("v8.sql")),
    ("v9", include_str!("v9.sql")),
];

#[test]
fn every_version_has_its_dump() {
    let migrations = fs::read_dir("src/store/migrations").unwrap().count();
    let dumps: Vec<&str> = DUMPS.iter().map(|(name, _)| *name).collect();
    let expected: Vec<String> = (1..=migrations).map(|n| format!("v{n}")).collect();
    assert_eq!(dumps, expected);
}

#[test]
fn every_version_still_opens() {
    for (name, dump) in DUMPS {
        for access in [Access::Read, Access::Write] {
            let desk = Desk::new();
            Connection::open(desk.file())
                .unwrap()
                .execute_batch(dump)
                .unwrap();
            let store = Store::open_existing(&desk.file(), access).unwrap().unwrap();
            holds_the_small_claim(&store, name);
        }
        let desk = Desk::new();
        let old = Connection::open(desk.file()).unwrap();
        old.execute_batch(dump).unwrap();
        let store = desk.open();
        let note = Event::new(EventKind::Note, day("2026-11-20"));
        let no = store.change(|tx| tx.append_event(1, &note, now())).unwrap();
        assert_eq!(no, 3, "{name}");
    }
}

#[test]
fn a_backup_of_every_version_is_admitted_and_brought_up_to_date() {
    for (name, dump) in DUMPS {
        let desk = Desk::new();
        let old = Connection::open(desk.file()).unwrap();
        old.execute_batch(dump).unwrap();
        drop(old);
        let holdings = admit(&desk.file()).unwrap();
        assert_eq!(holdings.claims, 2, "{name}");
        holds_the_small_claim(&desk.read(), name);
    }
}

#[test]
fn every_version_ends_up_with_the_same_schema() {
    let schema = |desk: &Desk| -> Vec<(String, Option<String>)> {
        let conn = Connection::open(desk.file()).unwrap();
        let mut select = conn
            .prepare("SELECT name, sql FROM sqlite_schema ORDER BY name")
            .unwrap();
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    let new = Desk::new();
    new.open();
    for (name, dump) in DUMPS {
        let old = Desk::new();
        let conn = Connection::open(old.file()).unwrap();
        conn.execute_batch(dump).unwrap();
        old.open();
        assert_eq!(schema(&old), schema(&new), "{name}");
    }
}

#[track_caller]
fn holds_the_small_claim(store: &Store, name: &str) {
    assert_eq!(store.claims(Filter::Every).unwrap(), [1, 2], "{name}");
    let stored = store.claim(1).unwrap().unwrap();
    assert_eq!(stored.uid, "019aa0d4-1c80-7c3e-9f7a-5d1f2b3c4d5e");
    assert_eq!(stored.claim.seller.as_deref(), Some("Électro Dépôt"));
    assert_eq!(stored.claim.seller_kind, Some(SellerKind::Trader));
    assert_eq!(stored.claim.problem, Some(Problem::NotReceived));
    assert_eq!(stored.claim.amount.unwrap().to_string(), "34.90 EUR");
    assert_eq!(stored.claim.evidence[0].name, "reçu.pdf");
    let kinds: Vec<EventKind> = stored.events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [EventKind::Ordered, EventKind::Contacted]);
    assert_eq!(stored.events[1].evidence, [1]);
    assert_eq!(stored.created_at, instant("2026-11-20T10:00:00Z"));
    assert_eq!(store.interrupted_walk().unwrap(), Some(2));
    let due = store.list(&ListQuery {
        today: day("2026-11-20"),
        due_within: Some(7),
        overdue: false,
        all: false,
        seller: Some("depot".to_owned()),
        sort: Sort::Due,
        language: Language::English,
    });
    let due = due.unwrap();
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].due_on, Some(day("2026-11-25")));
}
