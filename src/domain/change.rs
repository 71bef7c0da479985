//! What a change did to a claim, so that it can be said and taken back.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::calendar::period::Period;
use super::claim::{Claim, FACTS, Term};
use super::event::Event;
use super::evidence::{Evidence, EvidenceKind};
use super::language::Language;
use super::money::Money;
use super::party::{ItemKind, Payment, Sale, SellerKind, Side};
use super::problem::{Outcome, Problem, Remedy};

/// The end of a claim, which no answers file has, by the names of its fields.
pub const END: [&str; 2] = ["closed_on", "outcome"];

/// What a change did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// The claim began with it.
    pub opened: bool,
    /// It took in what came from another desk: what takes it back is this desk's own.
    pub came: bool,
    /// The facts that it changed, by their keys, with what they were before; `None` where there was nothing.
    pub facts: BTreeMap<String, Option<String>>,
    /// The evidence that it added or changed.
    pub evidence: Vec<PieceBefore>,
    /// The numbers of the first and the last event that it appended.
    pub events: Option<(u32, u32)>,
}

/// A piece of evidence before a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PieceBefore {
    pub no: u32,
    /// What was written down of it; `None` where the change added it.
    pub marks: Option<Marks>,
}

/// What can be written down of a piece of evidence, and changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    pub kind: EvidenceKind,
    pub note: Option<String>,
    pub taken_on: Option<NaiveDate>,
    pub confidential: bool,
    pub removed_on: Option<NaiveDate>,
}

impl Marks {
    /// Returns what is written down of a piece.
    #[must_use]
    pub fn of(evidence: &Evidence) -> Marks {
        Marks {
            kind: evidence.kind,
            note: evidence.note.clone(),
            taken_on: evidence.taken_on,
            confidential: evidence.confidential,
            removed_on: evidence.removed_on,
        }
    }

    fn put_on(self, evidence: &mut Evidence) {
        evidence.kind = self.kind;
        evidence.note = self.note;
        evidence.taken_on = self.taken_on;
        evidence.confidential = self.confidential;
        evidence.removed_on = self.removed_on;
    }
}

impl Change {
    /// Compares a claim and its log before and after.
    #[must_use]
    pub fn between(before: (&Claim, &[Event]), after: (&Claim, &[Event])) -> Change {
        let facts = keys(before.0, after.0)
            .filter_map(|key| {
                let old = fact(before.0, &key);
                (old != fact(after.0, &key)).then_some((key, old))
            })
            .collect();
        let evidence = after.0.evidence.iter().filter_map(|piece| {
            let old = before.0.evidence.iter().find(|old| old.no == piece.no);
            // What was purged and is given again is as good as new.
            let old = old.filter(|old| old.purged_on.is_none() || piece.purged_on.is_some());
            let same = old.is_some_and(|old| {
                old.stored == piece.stored && Marks::of(old) == Marks::of(piece)
            });
            (!same).then_some(PieceBefore {
                no: piece.no,
                marks: old.map(Marks::of),
            })
        });
        let last = |log: &[Event]| log.iter().map(|e| e.no).max().unwrap_or(0);
        let (first, last) = (last(before.1) + 1, last(after.1));
        Change {
            opened: before.0.draft && !after.0.draft,
            came: false,
            facts,
            evidence: evidence.collect(),
            events: (first <= last).then_some((first, last)),
        }
    }

    /// Whether it did nothing that could be taken back.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let did = Change {
            came: false,
            ..self.clone()
        };
        did == Change::default()
    }

    /// Puts the facts of a claim back to what they were. Evidence that the change added is removed on the day, and keeps its
    /// number; what was purged since is left alone. The events are for the log to take back.
    pub fn take_back(&self, claim: &mut Claim, today: NaiveDate) {
        for (key, value) in &self.facts {
            put(claim, key, value.as_deref());
        }
        for before in &self.evidence {
            let piece = claim
                .evidence
                .iter_mut()
                .find(|piece| piece.no == before.no);
            match (piece, &before.marks) {
                (Some(piece), _) if piece.purged_on.is_some() => {}
                (Some(piece), Some(marks)) => marks.clone().put_on(piece),
                (Some(piece), None) => piece.removed_on = piece.removed_on.or(Some(today)),
                (None, _) => {}
            }
        }
    }
}

/// Every key under which one of two claims may have a fact, or its end; some of them more than once.
pub fn keys<'a>(one: &'a Claim, other: &'a Claim) -> impl Iterator<Item = String> + 'a {
    FACTS
        .iter()
        .chain(&END)
        .map(|key| (*key).to_owned())
        .chain(Term::ALL.iter().map(|term| term.id().to_owned()))
        .chain(one.answers.keys().cloned())
        .chain(other.answers.keys().cloned())
}

/// Returns the value of a fact, or of the end of the claim, in the form in which answers files give it.
#[must_use]
pub fn fact(claim: &Claim, key: &str) -> Option<String> {
    match key {
        "closed_on" => claim.closed_on.map(|day| day.to_string()),
        "outcome" => claim.outcome.map(|outcome| outcome.to_string()),
        key => claim.fact(key),
    }
}

/// Puts a fact in the form in which [`Claim::fact`] gives it. What is in no such form is left as it is.
pub fn put(claim: &mut Claim, key: &str, value: Option<&str>) {
    let owned = || value.map(str::to_owned);
    match key {
        "title" => claim.title = owned(),
        "language" => claim.language = value.and_then(Language::from_id).unwrap_or(claim.language),
        "problem" => claim.problem = value.and_then(Problem::from_id),
        "wanted" => claim.wanted = value.and_then(Remedy::from_id),
        "country" => claim.country = owned(),
        "region" => claim.region = owned(),
        "seller" => claim.seller = owned(),
        "seller_kind" => claim.seller_kind = value.and_then(SellerKind::from_id),
        "seller_country" => claim.seller_country = owned(),
        "platform" => claim.platform = owned(),
        "sold_by" => claim.sold_by = value.and_then(Side::from_id),
        "shipped_by" => claim.shipped_by = value.and_then(Side::from_id),
        "item" => claim.item = owned(),
        "item_kind" => claim.item_kind = value.and_then(ItemKind::from_id),
        "sale" => claim.sale = value.and_then(Sale::from_id),
        "order_ref" => claim.order_ref = owned(),
        "customer_ref" => claim.customer_ref = owned(),
        "amount" => claim.amount = value.and_then(|text| Money::parse(text).ok()),
        "payment" => claim.payment = value.and_then(Payment::from_id),
        "description" => claim.description = owned(),
        "notice_period" => claim.notice_period = value.and_then(|text| Period::parse(text).ok()),
        "closed_on" => claim.closed_on = value.and_then(|text| text.parse().ok()),
        "outcome" => claim.outcome = value.and_then(Outcome::from_id),
        key => match (Term::from_id(key), value) {
            (Some(term), value) => match value.and_then(|text| text.parse().ok()) {
                Some(day) => drop(claim.terms.insert(term, day)),
                None => drop(claim.terms.remove(&term)),
            },
            (None, Some(answer)) => drop(claim.answers.insert(key.to_owned(), answer.to_owned())),
            (None, None) => drop(claim.answers.remove(key)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::EventKind;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn piece(no: u32) -> Evidence {
        Evidence {
            no,
            kind: EvidenceKind::Photo,
            name: format!("{no}.jpg"),
            path: String::new(),
            stored: true,
            sha256: "ab".repeat(32),
            bytes: 1,
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

    /// Some member of a closed set, or none.
    fn one<T: Copy + std::fmt::Debug + 'static>(
        all: &'static [T],
    ) -> impl Strategy<Value = Option<T>> {
        proptest::option::of(proptest::sample::select(all))
    }

    fn words() -> impl Strategy<Value = Option<String>> {
        proptest::option::of("\\PC{0,12}")
    }

    prop_compose! {
        fn who()(
            problem in one(Problem::ALL), wanted in one(Remedy::ALL), seller in words(),
            seller_kind in one(SellerKind::ALL), platform in words(), sold_by in one(Side::ALL),
            country in words(), item_kind in one(ItemKind::ALL), sale in one(Sale::ALL),
        ) -> Claim {
            Claim {
                problem, wanted, seller, seller_kind, platform, sold_by, country, item_kind, sale,
                ..Claim::draft(Language::French)
            }
        }
    }

    prop_compose! {
        fn claim()(
            base in who(), title in words(), description in words(), order_ref in words(),
            minor in proptest::option::of(0_i64..1_000_000_000_000),
            yen in any::<bool>(), payment in one(Payment::ALL), outcome in one(Outcome::ALL),
            language in one(Language::ALL), months in proptest::option::of(1_i32..1200),
            terms in proptest::collection::btree_map(proptest::sample::select(Term::ALL), 0_i32..9000, 0..4),
            answers in proptest::collection::btree_map("[a-z_]{1,8}", "\\PC{0,12}", 0..4),
            closed in proptest::option::of(0_i32..9000),
        ) -> Claim {
            let on = |days: i32| Period::days(days).end_after(day("2020-01-01"), &Default::default());
            let currency = if yen { "JPY" } else { "EUR" };
            Claim {
                title, description, order_ref, payment, outcome,
                amount: minor.map(|minor| Money { minor, ..Money::parse(&format!("1 {currency}")).expect("money") }),
                language: language.unwrap_or(Language::English),
                notice_period: months.map(Period::months),
                terms: terms.into_iter().map(|(term, days)| (term, on(days))).collect(),
                answers: answers.into_iter().filter(|(key, _)| fact(&Claim::draft(Language::French), key).is_none()
                    && !FACTS.contains(&key.as_str()) && !END.contains(&key.as_str()) && key != "cross_border").collect(),
                closed_on: closed.map(on),
                draft: false,
                ..base
            }
        }
    }

    proptest! {
        #[test]
        fn what_a_change_did_can_be_taken_back(before in claim(), after in claim()) {
            let change = Change::between((&before, &[]), (&after, &[]));
            let mut back = after.clone();
            change.take_back(&mut back, day("2026-11-20"));
            prop_assert_eq!(&back, &before);
            prop_assert_eq!(change.is_empty(), before == after);
        }
    }

    #[test]
    fn evidence_is_put_back_and_what_was_added_is_removed() {
        let before = Claim {
            evidence: vec![piece(1), piece(2), piece(3)],
            ..Claim::draft(Language::French)
        };
        let mut after = before.clone();
        after.evidence[0].note = Some("the screw".to_owned());
        after.evidence[1].removed_on = Some(day("2026-11-19"));
        after.evidence[2].confidential = true;
        after.evidence.push(piece(4));
        let change = Change::between((&before, &[]), (&after, &[]));
        let changed: Vec<u32> = change.evidence.iter().map(|piece| piece.no).collect();
        assert_eq!(changed, [1, 2, 3, 4]);
        // One was purged meanwhile: nothing of it comes back.
        after.evidence[2].purged_on = Some(day("2026-11-20"));
        let purged = after.evidence[2].clone();
        change.take_back(&mut after, day("2026-11-20"));
        assert_eq!(after.evidence[..2], before.evidence[..2]);
        assert_eq!(after.evidence[2], purged);
        assert_eq!(after.evidence[3].removed_on, Some(day("2026-11-20")));
    }

    #[test]
    fn events_are_counted_from_the_last_one_before() {
        let claim = Claim::draft(Language::French);
        let event = |no| Event {
            no,
            ..Event::new(EventKind::Note, day("2026-11-20"))
        };
        let log = [event(1), event(2), event(3)];
        let change = |before: usize| Change::between((&claim, &log[..before]), (&claim, &log));
        assert_eq!(change(1).events, Some((2, 3)));
        assert_eq!(change(0).events, Some((1, 3)));
        assert_eq!(change(3).events, None);
        assert!(change(3).is_empty());
    }

    #[test]
    fn a_draft_that_becomes_a_claim_was_opened() {
        let draft = Claim::draft(Language::French);
        let claim = Claim {
            draft: false,
            ..draft.clone()
        };
        assert!(Change::between((&draft, &[]), (&claim, &[])).opened);
        assert!(!Change::between((&claim, &[]), (&claim, &[])).opened);
    }
}
