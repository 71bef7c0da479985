use chrono::{DateTime, Duration, NaiveDate, Utc};
use proptest::prelude::*;

use super::{Erasing, merge};
use crate::domain::change::{fact, put};
use crate::domain::claim::Claim;
use crate::domain::event::{Event, EventKind};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::language::Language;
use crate::domain::replica::{FactChange, Logged, Mark, Piece, Replica, Written, lost};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn at(second: i64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2026-11-20T10:00:00Z".parse().expect("an instant");
    start + Duration::seconds(second)
}

/// A desk with one claim, and the way in which commands write into it.
#[derive(Debug, Clone)]
struct Desk(Replica);

impl Desk {
    fn new() -> Desk {
        Desk(Replica {
            claim: Claim {
                title: Some("Kettle".to_owned()),
                draft: false,
                ..Claim::draft(Language::English)
            },
            log: Vec::new(),
            pieces: Vec::new(),
            changes: Default::default(),
            notes: Default::default(),
            marks: Default::default(),
            created_at: at(0),
            updated_at: at(0),
        })
    }

    fn set(&mut self, key: &str, value: &str, second: i64) {
        put(&mut self.0.claim, key, Some(value));
        let over = self.0.changes.keys().rfind(|(k, _)| k == key);
        let over = over.map(|(_, at)| *at);
        // Whatever the clock says, a value is later than the one that it replaces.
        let now = over.map_or(at(second), |over| {
            at(second).max(over + Duration::nanoseconds(1))
        });
        let value = fact(&self.0.claim, key);
        let change = FactChange { value, over };
        self.0.changes.insert((key.to_owned(), now), change);
    }

    fn log(&mut self, uid: &str, second: i64, corrects: Option<u32>, evidence: Vec<u32>) -> u32 {
        let last = self.0.log.iter().filter_map(|l| l.event.recorded_at).max();
        let now = last.map_or(at(second), |last| {
            at(second).max(last + Duration::nanoseconds(1))
        });
        let no = u32::try_from(self.0.log.len()).expect("few") + 1;
        let event = Event {
            no,
            recorded_at: Some(now),
            corrects: corrects.filter(|corrected| *corrected < no),
            evidence,
            note: Some(uid.to_owned()),
            ..Event::new(EventKind::Note, day("2026-11-20"))
        };
        let uid = uid.to_owned();
        self.0.log.push(Logged { uid, event });
        no
    }

    fn add(&mut self, hash: &str, name: &str, second: i64) -> u32 {
        if let Some(piece) = self.0.pieces.iter().find(|p| p.evidence.sha256 == hash) {
            return piece.evidence.no;
        }
        let last = self.0.pieces.iter().map(|piece| piece.evidence.no).max();
        let no = last.unwrap_or(0) + 1;
        let evidence = Evidence {
            no,
            kind: EvidenceKind::Photo,
            name: name.to_owned(),
            path: String::new(),
            stored: true,
            sha256: hash.to_owned(),
            bytes: 1,
            media_type: None,
            note: None,
            taken_on: None,
            confidential: false,
            removed_on: None,
            purged_on: None,
            part_of: (no > 1).then_some(1).filter(|_| hash.starts_with('b')),
            mail: None,
        };
        self.0.pieces.push(Piece {
            evidence,
            added_at: at(second),
            first_no: no,
        });
        self.write(hash, Mark::Kind, Some("photo"), second);
        no
    }

    fn write(&mut self, hash: &str, mark: Mark, value: Option<&str>, second: i64) {
        let Some(piece) = self.0.pieces.iter_mut().find(|p| p.evidence.sha256 == hash) else {
            return;
        };
        let evidence = &mut piece.evidence;
        match (evidence.purged_on, mark, value) {
            // Given again, it is as good as new.
            (Some(_), Mark::PurgedOn, None) => evidence.name = "again.jpg".to_owned(),
            (Some(_), _, _) | (None, Mark::PurgedOn, None) => return,
            (None, Mark::PurgedOn, Some(_)) => {
                (evidence.name, evidence.note) = (String::new(), None);
                self.0.marks.remove(&(hash.to_owned(), Mark::Note));
                self.0.notes.retain(|(of, _), _| of != hash);
            }
            _ => {}
        }
        mark.put(evidence, value);
        let known = self
            .0
            .marks
            .get(&(hash.to_owned(), mark))
            .map(|written| written.at);
        let now = known.map_or(at(second), |at_| {
            at(second).max(at_ + Duration::nanoseconds(1))
        });
        let value = value.map(str::to_owned);
        if mark == Mark::Note {
            let change = FactChange {
                value: value.clone(),
                over: known,
            };
            self.0.notes.insert((hash.to_owned(), now), change);
        }
        self.0
            .marks
            .insert((hash.to_owned(), mark), Written { at: now, value });
    }

    fn take(&mut self, other: &Desk) -> super::News {
        let merged = merge(&self.0, &other.0, Erasing::Yes);
        self.0 = merged.replica;
        merged.news
    }
}

/// Something that one desk does.
#[derive(Debug, Clone)]
enum Act {
    Set(usize, u8),
    Log(Option<u32>, Option<u8>),
    Add(u8),
    Write(u8, Mark, u8),
}

const KEYS: [&str; 4] = ["title", "amount", "latest_delivery_on", "closed_on"];

fn act() -> impl Strategy<Value = Act> {
    let mark = proptest::sample::select(Mark::ALL);
    prop_oneof![
        (0..KEYS.len(), 0_u8..3).prop_map(|(key, value)| Act::Set(key, value)),
        (
            proptest::option::of(1_u32..6),
            proptest::option::of(0_u8..4)
        )
            .prop_map(|(corrects, proof)| Act::Log(corrects, proof)),
        (0_u8..4).prop_map(Act::Add),
        (0_u8..4, mark, 0_u8..3).prop_map(|(piece, mark, value)| Act::Write(piece, mark, value)),
    ]
}

/// Acts, each with its second: clocks of two desks need not agree.
fn acts() -> impl Strategy<Value = Vec<(Act, i64)>> {
    proptest::collection::vec((act(), 0_i64..40), 0..12)
}

fn hash(piece: u8) -> String {
    ["a", "b", "c", "d"][usize::from(piece)].repeat(64)
}

fn play(desk: &mut Desk, name: &str, acts: &[(Act, i64)]) {
    for (step, (act, second)) in acts.iter().enumerate() {
        match act {
            Act::Set(key, value) => {
                let value = match KEYS[*key] {
                    "amount" => format!("{value}.00 EUR"),
                    "title" => format!("{name} {value}"),
                    _ => format!("2026-12-0{}", value + 1),
                };
                desk.set(KEYS[*key], &value, *second);
            }
            Act::Log(corrects, proof) => {
                let proof = proof.and_then(|proof| {
                    let mut pieces = desk.0.pieces.iter().map(|piece| &piece.evidence);
                    pieces.find(|e| e.sha256 == hash(proof)).map(|e| e.no)
                });
                desk.log(
                    &format!("{name}-{step}"),
                    *second,
                    *corrects,
                    proof.into_iter().collect(),
                );
            }
            Act::Add(piece) => {
                desk.add(&hash(*piece), &format!("{name}.jpg"), *second);
            }
            Act::Write(piece, mark, value) => {
                let text = match mark {
                    Mark::Kind => ["photo", "receipt", "other"][usize::from(*value)].to_owned(),
                    Mark::Confidential => "yes".to_owned(),
                    Mark::Note => format!("{name} {value}"),
                    _ => format!("2026-12-0{}", value + 1),
                };
                desk.write(
                    &hash(*piece),
                    *mark,
                    Some(text.as_str()).filter(|_| *value > 0 || *mark == Mark::Kind),
                    *second,
                );
            }
        }
    }
}

fn merged(one: &Desk, other: &Desk) -> Desk {
    Desk(merge(&one.0, &other.0, Erasing::Yes).replica)
}

proptest! {
    #[test]
    fn two_copies_become_the_same_one_whichever_comes_first(
        before in acts(), one in acts(), two in acts(), three in acts(),
    ) {
        let mut base = Desk::new();
        play(&mut base, "base", &before);
        let [mut a, mut b, mut c] = [base.clone(), base.clone(), base.clone()];
        play(&mut a, "one", &one);
        play(&mut b, "two", &two);
        play(&mut c, "three", &three);
        // Alone, and again.
        prop_assert_eq!(&merged(&a, &a).0, &a.0);
        prop_assert!(merge(&a.0, &a.0, Erasing::Yes).news.is_empty());
        let ab = merged(&a, &b);
        prop_assert_eq!(&ab.0, &merged(&b, &a).0);
        prop_assert_eq!(&merged(&ab, &b).0, &ab.0);
        prop_assert_eq!(&merged(&a, &ab).0, &ab.0);
        prop_assert!(merge(&ab.0, &b.0, Erasing::Yes).news.is_empty());
        // In any order.
        prop_assert_eq!(&merged(&ab, &c).0, &merged(&a, &merged(&b, &c)).0);
        prop_assert_eq!(&merged(&ab, &c).0, &merged(&merged(&c, &a), &b).0);
        // Everything is there, numbered from 1, and what an event corrects comes before it.
        for desk in [&a, &b] {
            for logged in &desk.0.log {
                prop_assert!(ab.0.log.iter().any(|l| l.uid == logged.uid));
            }
            for piece in &desk.0.pieces {
                prop_assert!(ab.0.pieces.iter().any(|p| p.evidence.sha256 == piece.evidence.sha256));
            }
        }
        for (logged, no) in ab.0.log.iter().zip(1..) {
            prop_assert_eq!(logged.event.no, no);
            prop_assert!(logged.event.corrects.is_none_or(|corrected| corrected < no));
        }
        let numbers: std::collections::BTreeSet<u32> = ab.0.pieces.iter().map(|p| p.evidence.no).collect();
        prop_assert_eq!(numbers.len(), ab.0.pieces.len());
        // What nobody else has done keeps its number.
        prop_assert!(base.0.log.is_empty() || a.0.log[0].uid == base.0.log[0].uid);
    }

    #[test]
    fn desks_that_go_on_after_an_exchange_still_agree(
        rounds in proptest::collection::vec((acts(), acts(), any::<bool>()), 1..4),
    ) {
        let (mut a, mut b) = (Desk::new(), Desk::new());
        for (round, (one, two, both)) in rounds.iter().enumerate() {
            play(&mut a, &format!("one{round}"), one);
            play(&mut b, &format!("two{round}"), two);
            let before = a.clone();
            a.take(&b);
            b.take(if *both { &a } else { &before });
            prop_assert_eq!(&a.0, &b.0);
        }
    }
}

#[test]
fn the_value_that_was_written_last_counts_and_the_other_is_told() {
    let (mut a, mut b) = (Desk::new(), Desk::new());
    a.set("amount", "30.00 EUR", 10);
    b.set("amount", "34.90 EUR", 20);
    // What one desk changed twice before the exchange is one value that was written apart.
    b.set("amount", "34.00 EUR", 30);
    let b_before = b.clone();
    for (desk, other) in [(&mut a.clone(), &b), (&mut b.clone(), &a)] {
        let news = desk.take(other);
        assert_eq!(
            desk.0.claim.amount.map(|m| m.to_string()).as_deref(),
            Some("34.00 EUR")
        );
        let [lost] = &news.lost[..] else {
            panic!("{:?}", news.lost)
        };
        assert_eq!(lost.lost.value.as_deref(), Some("30.00 EUR"));
        assert_eq!(lost.counts.value.as_deref(), Some("34.00 EUR"));
        assert_eq!((lost.lost.at, lost.counts.at), (at(10), at(30)));
    }
    // Whoever takes the outcome of the other's exchange is told as well, and once.
    b.take(&a);
    assert_eq!(a.take(&b).lost.len(), 1);
    assert!(a.take(&b_before).is_empty());
    // A look-alike: what was changed after the exchange was not written apart.
    a.set("amount", "31.00 EUR", 40);
    let news = b.take(&a);
    assert!(news.lost.is_empty());
    assert_eq!(news.facts.len(), 1);
    assert_eq!(lost(&b.0.changes).len(), 1);
}

#[test]
fn the_same_value_written_twice_is_no_conflict() {
    let (mut a, mut b) = (Desk::new(), Desk::new());
    a.set("amount", "30.00 EUR", 10);
    b.set("amount", "30.00 EUR", 20);
    let news = a.take(&b);
    assert!(news.lost.is_empty() && news.facts.is_empty());
}

#[test]
fn what_was_purged_on_one_desk_does_not_come_back() {
    let mut a = Desk::new();
    a.add(&hash(0), "id-card.jpg", 1);
    a.write(&hash(0), Mark::Note, Some("my card"), 2);
    let b = a.clone();
    a.write(&hash(0), Mark::PurgedOn, Some("2026-11-21"), 3);
    let news = a.clone().take(&b);
    assert!(news.is_empty(), "{news:?}");
    // The other desk keeps its file unless it is asked to erase it.
    let kept = merge(&b.0, &a.0, Erasing::No);
    assert_eq!(kept.replica, b.0);
    assert_eq!(kept.news.not_erased, [1]);
    let erased = merge(&b.0, &a.0, Erasing::Yes);
    assert_eq!(erased.news.erased, [1]);
    assert_eq!(erased.replica, a.0);
    assert!(erased.replica.pieces[0].evidence.name.is_empty());
}

#[test]
fn of_two_pieces_with_one_number_the_earlier_one_keeps_it() {
    let (mut a, mut b) = (Desk::new(), Desk::new());
    for desk in [&mut a, &mut b] {
        desk.add(&hash(0), "common.jpg", 1);
    }
    let late = a.add(&hash(1), "late.jpg", 9);
    a.log("a", 9, None, vec![late]);
    let early = b.add(&hash(2), "early.jpg", 5);
    b.log("b", 5, None, vec![early]);
    assert_eq!((late, early), (2, 2));
    let merged = merge(&a.0, &b.0, Erasing::No);
    assert_eq!(merged.news.renumbered, [(2, 3)]);
    assert_eq!(merged.news.pieces, [2]);
    assert_eq!(merged.pieces.get(&2), Some(&3));
    let proofs: Vec<(&str, &[u32])> = merged
        .replica
        .log
        .iter()
        .map(|l| (l.uid.as_str(), &l.event.evidence[..]))
        .collect();
    assert_eq!(proofs, [("b", &[2][..]), ("a", &[3][..])]);
    assert_eq!(merged.events.get(&1), Some(&2));
}

#[test]
fn a_correction_comes_after_what_it_corrects_whatever_the_clocks_say() {
    let mut a = Desk::new();
    a.log("first", 1_000, None, Vec::new());
    let mut b = a.clone();
    // A desk whose clock is far behind.
    b.log("correction", 1, Some(1), Vec::new());
    // Written by another program: without the order that ours gives.
    b.0.log[1].event.recorded_at = Some(at(1));
    a.log("second", 1_001, None, Vec::new());
    a.take(&b);
    let uids: Vec<&str> = a.0.log.iter().map(|l| l.uid.as_str()).collect();
    assert_eq!(uids, ["first", "correction", "second"]);
    assert_eq!(a.0.log[1].event.corrects, Some(1));
}

#[test]
fn what_a_desk_takes_back_for_itself_is_no_part_of_what_becomes_of_two_copies() {
    let mut there = Desk::new();
    there.log("refunded", 1, None, Vec::new());
    there.add(&hash(0), "slip.jpg", 1);
    there.set("amount", "30.00 EUR", 1);
    let mut here = there.clone();
    here.log("own/undone", 2, Some(1), Vec::new());
    here.0.log[1].event.kind = EventKind::Undone;
    here.log("own/closed", 2, None, Vec::new());
    here.0.log[2].event.kind = EventKind::Closed;
    here.0.claim.amount = None;
    here.0.claim.closed_on = Some(day("2026-11-20"));
    here.0.pieces[0].evidence.removed_on = Some(day("2026-11-20"));
    assert!(there.clone().take(&here).is_empty());
    assert_eq!(merged(&there, &here).0, there.0);
    assert_eq!(merged(&here, &there).0, there.0);
    let news = here.take(&there);
    assert_eq!((news.events_back, news.pieces_back), (vec![1], vec![1]));
    assert!(news.reopened && news.events.is_empty() && news.taken_back.is_empty());
}

#[test]
fn of_two_notes_on_one_piece_the_later_one_counts_and_the_other_is_told() {
    let mut a = Desk::new();
    a.add(&hash(0), "slip.jpg", 1);
    a.write(&hash(0), Mark::Note, Some("a slip"), 2);
    let mut b = a.clone();
    a.write(&hash(0), Mark::Note, Some("the hinge"), 10);
    b.write(&hash(0), Mark::Note, Some("the lid"), 20);
    let news = a.take(&b);
    let [(1, lost)] = &news.lost_notes[..] else {
        panic!("{:?}", news.lost_notes)
    };
    assert_eq!(lost.lost.value.as_deref(), Some("the hinge"));
    assert_eq!(lost.counts.value.as_deref(), Some("the lid"));
    assert_eq!(news.marked, [1]);
    assert_eq!(b.take(&a).lost_notes.len(), 1);
    // A look-alike: what was noted after the exchange was not written apart.
    a.write(&hash(0), Mark::Note, Some("both"), 30);
    assert!(b.take(&a).lost_notes.is_empty());
}
