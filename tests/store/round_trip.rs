use std::collections::{BTreeMap, BTreeSet};

use claimctl::domain::calendar::period::{Period, Unit};
use claimctl::domain::claim::{Claim, Step, Term};
use claimctl::domain::event::{Channel, Event, EventKind};
use claimctl::domain::evidence::{Evidence, EvidenceKind};
use claimctl::domain::language::Language;
use claimctl::domain::mail::Mail;
use claimctl::domain::money::{Money, MoneyError};
use claimctl::domain::party::{ItemKind, Payment, Sale, SellerKind, Side};
use claimctl::domain::problem::{Outcome, Problem, Remedy};
use claimctl::domain::walk::Walk;
use claimctl::store::{Access, Filter, Store, StoreError};

use crate::{Desk, day, from, instant, now};

const WEIRD: &str = "Il a dit : « non »\r\n\tdeux\n\n🙂 \u{202f}; '); DROP TABLE claims; -- \u{0}\u{7}\u{1b}[31m e\u{301}";

pub(crate) fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn euros(text: &str) -> Result<Money, MoneyError> {
    Money::parse(&format!("{text} EUR"))
}

fn evidence(no: u32) -> Evidence {
    Evidence {
        no,
        kind: EvidenceKind::ProofOfSending,
        name: "reçu 🙂.pdf".to_owned(),
        path: "/home/ana/reçu 🙂.pdf".to_owned(),
        sha256: "ab".repeat(32),
        bytes: 5_000_000_000,
        media_type: some("application/pdf"),
        note: some(WEIRD),
        confidential: true,
        stored: true,
        taken_on: Some(day("2026-11-12")),
        removed_on: Some(day("2027-01-30")),
        purged_on: Some(day("2027-01-31")),
        part_of: Some(1),
        mail: Some(Mail {
            message_id: some("<1@shop.example>"),
            from: some(WEIRD),
            to: some("ana@example.org"),
            subject: some(WEIRD),
            sent_at: Some("2026-11-10T23:30:00-08:00".parse().unwrap()),
            extract: some(WEIRD),
        }),
    }
}

/// A claim with every field filled.
pub(crate) fn full_claim() -> Claim {
    Claim {
        title: some("Casque jamais arrivé"),
        language: Language::French,
        problem: Some(Problem::MarkedDelivered),
        wanted: Some(Remedy::PartialRefund),
        country: some("FR"),
        region: some("FR-67"),
        seller: some(WEIRD),
        seller_kind: Some(SellerKind::Trader),
        seller_country: some("CN"),
        platform: some("amazon"),
        sold_by: Some(Side::Seller),
        shipped_by: Some(Side::Platform),
        item: some("casque"),
        item_kind: Some(ItemKind::SecondHandGoods),
        sale: Some(Sale::HomeVisit),
        order_ref: some("403-1234567"),
        customer_ref: some("C-1"),
        amount: Some(euros("34.90").unwrap()),
        payment: Some(Payment::CardCb),
        description: some(&WEIRD.repeat(2_000)),
        terms: BTreeMap::from([
            (Term::LatestDeliveryOn, day("2026-12-01")),
            (Term::PaymentDueOn, day("2024-02-29")),
        ]),
        notice_period: Some(Period {
            count: -10,
            unit: Unit::WorkingDays,
        }),
        answers: BTreeMap::from([
            ("parcel_locker".to_owned(), "yes".to_owned()),
            ("why".to_owned(), WEIRD.to_owned()),
            (String::new(), String::new()),
        ]),
        evidence: vec![evidence(1), evidence(2)],
        draft: false,
        outcome: Some(Outcome::PartlyRefunded),
        closed_on: Some(day("2027-02-01")),
    }
}

/// An event with every field filled; the log below gives it an event to correct.
pub(crate) fn full_event() -> Event {
    Event {
        at: Some("14:30:59.5".parse().unwrap()),
        received_on: Some(day("2026-11-19")),
        recorded_at: Some(instant("2026-11-19T23:59:59.999999999Z")),
        channel: Some(Channel::RegisteredLetter),
        note: some(WEIRD),
        amount: Some(Money::parse("5000 JPY").unwrap()),
        remedy: Some(Remedy::PriceReduction),
        said_by: some(WEIRD),
        by: Some(day("2026-12-04")),
        about: some("platform/amazon#a-to-z"),
        corrects: Some(1),
        evidence: vec![1, 2],
        ..Event::new(EventKind::Promised, day("2026-11-18"))
    }
}

#[test]
fn every_field_comes_back() {
    let desk = Desk::new();
    let claim = full_claim();
    let walk = Walk {
        step: Step::ContactSeller,
        question: some("delivered_on"),
        unknown: BTreeSet::from(["item".to_owned(), WEIRD.to_owned()]),
    };
    let plain = Event::new(EventKind::Ordered, day("0001-01-01"));
    let id = desk
        .open()
        .change(|tx| {
            let id = tx.insert_claim(&claim, Some(&walk), now())?;
            assert_eq!(tx.append_event(id, &plain, now())?, 1);
            assert_eq!(tx.append_event(id, &full_event(), now())?, 2);
            Ok::<_, StoreError>(id)
        })
        .unwrap();
    let stored = desk.read().claim(id).unwrap().unwrap();
    assert_eq!(stored.id, 1);
    assert_eq!(stored.claim, claim);
    assert_eq!(stored.walk, Some(walk));
    let numbered = |no, event: Event| Event { no, ..event };
    let recorded = Event {
        recorded_at: Some(now()),
        ..plain
    };
    // Whatever the clock of whoever recorded it said, it comes after the one before.
    let next = Event {
        recorded_at: Some(instant("2026-11-20T10:00:00.123456790Z")),
        ..full_event()
    };
    assert_eq!(stored.events, [numbered(1, recorded), numbered(2, next)]);
    assert_eq!((stored.created_at, stored.updated_at), (now(), now()));
    assert_eq!(stored.uid.len(), 36);
    assert_eq!(stored.uid.as_bytes()[14], b'7');
}

#[test]
fn every_member_of_every_set_comes_back() {
    let desk = Desk::new();
    let store = desk.open();
    store
        .change(|tx| {
            let id = tx.insert_claim(&Claim::draft(Language::English), None, now())?;
            for &kind in EventKind::ALL {
                tx.append_event(id, &Event::new(kind, day("2026-11-20")), now())?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let stored = store.claim(1).unwrap().unwrap();
    assert_eq!(stored.claim, Claim::draft(Language::English));
    assert_eq!(stored.walk, None);
    let kinds: Vec<EventKind> = stored.events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds, EventKind::ALL);
}

#[test]
fn a_saved_claim_loses_what_was_taken_away_and_keeps_its_evidence() {
    let desk = Desk::new();
    let store = desk.open();
    let later = instant("2026-11-21T08:00:00Z");
    store
        .change(|tx| {
            let id = tx.insert_claim(&full_claim(), Some(&Walk::start()), now())?;
            let claim = Claim {
                evidence: vec![Evidence {
                    confidential: false,
                    ..evidence(2)
                }],
                ..Claim::draft(Language::English)
            };
            tx.save_claim(id, &claim, None, later)?;
            assert_eq!(tx.add_evidence(id, &evidence(0), now())?, 3);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let stored = store.claim(1).unwrap().unwrap();
    let expected = Claim {
        evidence: vec![
            evidence(1),
            Evidence {
                confidential: false,
                ..evidence(2)
            },
            evidence(3),
        ],
        ..Claim::draft(Language::English)
    };
    assert_eq!(stored.claim, expected);
    assert_eq!(stored.walk, None);
    assert_eq!((stored.created_at, stored.updated_at), (now(), later));
}

#[test]
fn what_is_not_there_is_said() {
    let desk = Desk::new();
    let store = desk.open();
    store
        .change(|tx| tx.insert_claim(&from("A"), None, now()))
        .unwrap();
    let event = || Event::new(EventKind::Note, day("2026-11-20"));
    let key = |result: Result<u32, StoreError>| result.unwrap_err().message().key;
    let append = |id, event: Event| key(store.change(|tx| tx.append_event(id, &event, now())));
    assert_eq!(append(7, event()), "store-no-claim");
    let corrects = Some(1);
    assert_eq!(
        append(
            1,
            Event {
                corrects,
                ..event()
            }
        ),
        "store-no-event"
    );
    let proof = vec![1];
    assert_eq!(
        append(
            1,
            Event {
                evidence: proof,
                ..event()
            }
        ),
        "store-no-evidence"
    );
    let far = day("+12026-01-01");
    assert_eq!(append(1, Event { on: far, ..event() }), "store-day");
    assert_eq!(
        key(store.change(|tx| tx.add_evidence(7, &evidence(0), now()))),
        "store-no-claim"
    );
    let saved = store.change(|tx| tx.save_claim(7, &from("B"), None, now()));
    assert_eq!(saved.unwrap_err().message().key, "store-no-claim");
    assert_eq!(store.claim(7).unwrap(), None);
    assert!(store.claim(1).unwrap().unwrap().events.is_empty());
}

#[test]
fn filters_walks_and_pieces() {
    let desk = Desk::new();
    let store = desk.open();
    let at = |minute: usize| instant(&format!("2026-11-20T10:{minute:02}:00Z"));
    store
        .change(|tx| {
            for _ in 0..300 {
                tx.insert_claim(&from("A"), None, at(0))?;
            }
            let closed = Claim {
                closed_on: Some(day("2026-11-01")),
                ..from("B")
            };
            tx.save_claim(10, &closed, Some(&Walk::start()), at(30))?;
            let draft = Claim::draft(Language::French);
            tx.save_claim(20, &draft, Some(&Walk::start()), at(20))?;
            tx.save_claim(30, &from("C"), Some(&Walk::start()), at(10))
        })
        .unwrap();
    assert_eq!(store.interrupted_walk().unwrap(), Some(20));
    assert_eq!(store.claims(Filter::Every).unwrap().len(), 300);
    assert_eq!(store.claims(Filter::Open).unwrap().len(), 299);
    assert_eq!(store.claims(Filter::Finished).unwrap().len(), 299);
    assert_eq!(store.claims(Filter::Drafts).unwrap(), [20]);
    assert_eq!(store.claims(Filter::Closed).unwrap(), [10]);
    let all: Vec<i64> = store.all().map(|stored| stored.unwrap().id).collect();
    assert_eq!(all, (1..=300).collect::<Vec<i64>>());
}

#[test]
fn a_draft_goes_with_all_that_hangs_on_it_and_its_number_is_not_used_again() {
    let desk = Desk::new();
    let store = desk.open();
    let draft = Claim {
        draft: true,
        ..full_claim()
    };
    store
        .change(|tx| {
            tx.insert_claim(&from("A"), None, now())?;
            tx.insert_claim(&draft, Some(&Walk::start()), now())?;
            tx.append_event(2, &Event::new(EventKind::Ordered, day("2026-11-01")), now())?;
            tx.append_event(2, &full_event(), now())
        })
        .unwrap();
    assert!(!store.change(|tx| tx.delete_draft(1)).unwrap());
    assert!(!store.change(|tx| tx.delete_draft(9)).unwrap());
    assert!(store.change(|tx| tx.delete_draft(2)).unwrap());
    assert_eq!(store.claims(Filter::Every).unwrap(), [1]);
    let id = store
        .change(|tx| tx.insert_claim(&from("B"), None, now()))
        .unwrap();
    assert_eq!(id, 3);
}

#[test]
fn the_rulebook_is_noted() {
    let desk = Desk::new();
    let store = desk.open();
    assert_eq!(store.rulebook().unwrap(), None);
    for fingerprint in ["0.1.0 -", "0.2.0 -"] {
        store.change(|tx| tx.set_rulebook(fingerprint)).unwrap();
        assert_eq!(
            desk.read().rulebook().unwrap().as_deref(),
            Some(fingerprint)
        );
    }
}

#[test]
fn a_missing_file_is_an_empty_desk_and_stays_missing() {
    let desk = Desk::new();
    for access in [Access::Read, Access::Write] {
        assert!(
            Store::open_existing(&desk.file(), access)
                .unwrap()
                .is_none()
        );
    }
    assert!(!desk.file().exists());
    std::fs::write(desk.file(), "").unwrap();
    assert!(
        Store::open_existing(&desk.file(), Access::Read)
            .unwrap()
            .is_none()
    );
    assert_eq!(std::fs::read(desk.file()).unwrap(), b"");
    let store = desk.open();
    assert!(store.claims(Filter::Every).unwrap().is_empty());
}

#[test]
fn a_reader_changes_nothing() {
    let desk = Desk::new();
    desk.open();
    let before = std::fs::read(desk.file()).unwrap();
    let refused = desk
        .read()
        .change(|tx| tx.insert_claim(&from("A"), None, now()));
    assert_eq!(refused.unwrap_err().message().key, "store-read-only");
    assert!(before == std::fs::read(desk.file()).unwrap());
}

#[cfg(unix)]
#[test]
fn the_folder_and_the_file_are_the_owners_alone() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let desk = Desk::new();
    let there = desk.folder.path().join("there");
    fs::create_dir(&there).unwrap();
    fs::set_permissions(&there, fs::Permissions::from_mode(0o755)).unwrap();
    let made = there.join("a").join("b");
    let file = made.join("claims.db");
    let store = Store::open(&file).unwrap();
    assert_eq!(mode(&there), 0o755);
    assert_eq!(mode(&there.join("a")), 0o700);
    assert_eq!(mode(&made), 0o700);
    assert_eq!(mode(&file), 0o600);
    store
        .change(|tx| {
            tx.insert_claim(&from("A"), None, now())?;
            assert_eq!(mode(&made.join("claims.db-journal")), 0o600);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert!(!made.join("claims.db-journal").exists());
}
