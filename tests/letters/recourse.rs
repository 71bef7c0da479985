//! Letters to those who are asked when the seller does not give way, whole, in both languages. No-break spaces are shown as `~`
//! (U+00A0) and `_` (U+202F).

use claimctl::domain::claim::{Claim, Term};
use claimctl::domain::event::{Channel, Event, EventKind};
use claimctl::domain::evidence::{Evidence, EvidenceKind};
use claimctl::domain::letter::LetterKind;
use claimctl::domain::party::{ItemKind, Payment, SellerKind};
use claimctl::domain::problem::{Problem, Remedy};

use crate::desk::{claim, event, first_message_and_promise, ordered, photo, subscription, term};
use crate::texts::both;

fn shop(problem: Problem) -> Claim {
    let claim = Claim {
        platform: None,
        sold_by: None,
        shipped_by: None,
        payment: Some(Payment::CardVisa),
        evidence: vec![
            Evidence {
                note: Some("le message du 3 novembre".to_owned()),
                ..photo(1, EvidenceKind::Message, false)
            },
            photo(2, EvidenceKind::Invoice, false),
            photo(3, EvidenceKind::Certificate, true),
        ],
        ..claim(problem, Remedy::Refund)
    };
    term(claim, Term::LatestDeliveryOn, "2026-10-30")
}

fn log() -> Vec<Event> {
    let mut events = vec![ordered()];
    events.extend(first_message_and_promise());
    events[1].evidence = vec![1, 3];
    events.push(Event {
        no: 4,
        channel: Some(Channel::RegisteredLetter),
        ..event(EventKind::FormalNoticeSent, "2026-11-13")
    });
    events
}

#[test]
fn a_bank_is_told_what_is_wrong_with_a_card_payment() {
    both(
        "chargeback",
        LetterKind::Chargeback,
        &shop(Problem::NotReceived),
        &log(),
    );
}

#[test]
fn a_bank_is_told_of_a_payment_that_nobody_authorised() {
    let events = [event(EventKind::Debited, "2026-11-02")];
    let claim = Claim {
        order_ref: None,
        evidence: Vec::new(),
        ..shop(Problem::UnknownCharge)
    };
    both(
        "chargeback-unknown",
        LetterKind::Chargeback,
        &claim,
        &events,
    );
}

fn debited(problem: Problem) -> (Claim, Vec<Event>) {
    let claim = Claim {
        payment: Some(Payment::SepaDebit),
        ..subscription(problem, Remedy::Refund)
    };
    let ended = Event {
        no: 1,
        channel: Some(Channel::RegisteredLetter),
        ..event(EventKind::Terminated, "2026-09-14")
    };
    (
        claim,
        vec![
            ended,
            Event {
                no: 2,
                ..event(EventKind::Debited, "2026-11-02")
            },
        ],
    )
}

#[test]
fn a_bank_is_asked_to_give_a_debit_back() {
    let (claim, events) = debited(Problem::CancelSubscription);
    both("sepa-refund", LetterKind::SepaRefund, &claim, &events);
}

#[test]
fn a_bank_is_told_that_there_is_no_mandate() {
    let (mut claim, events) = debited(Problem::UnknownCharge);
    claim
        .answers
        .insert("mandate_signed".to_owned(), "no".to_owned());
    both(
        "sepa-refund-no-mandate",
        LetterKind::SepaRefund,
        &claim,
        &events[1..],
    );
}

#[test]
fn a_mediator_hears_of_the_written_complaint() {
    both(
        "mediator-request",
        LetterKind::MediatorRequest,
        &shop(Problem::NotReceived),
        &log(),
    );
}

#[test]
fn an_authority_hears_facts_and_no_demand() {
    both(
        "authority-report",
        LetterKind::AuthorityReport,
        &shop(Problem::NotReceived),
        &log(),
    );
}

#[test]
fn a_court_gets_parties_facts_grounds_sums_and_exhibits() {
    let mut events = log();
    events.push(Event {
        no: 5,
        channel: Some(Channel::RegisteredLetter),
        received_on: Some(crate::desk::day("2026-10-31")),
        ..event(EventKind::Terminated, "2026-10-30")
    });
    both(
        "court-summary",
        LetterKind::CourtSummary,
        &shop(Problem::NotReceived),
        &events,
    );
}

#[test]
fn a_platform_is_asked_to_step_in() {
    let claim = claim(Problem::NotAsDescribed, Remedy::Refund);
    let mut events = vec![ordered(), event(EventKind::Delivered, "2026-10-29")];
    events.extend(first_message_and_promise());
    events.push(Event {
        no: 5,
        ..event(EventKind::DisputeOpened, "2026-11-10")
    });
    events.push(Event {
        no: 6,
        ..event(EventKind::BankContacted, "2026-11-12")
    });
    both("escalation", LetterKind::Escalation, &claim, &events);
}

#[test]
fn whoever_has_lost_somebody_asks_for_an_exception() {
    let mut claim = Claim {
        item_kind: Some(ItemKind::Subscription),
        seller_kind: Some(SellerKind::Trader),
        description: Some(
            "L’abonnement était au nom de ma mère. Je m’occupe de ses affaires.".to_owned(),
        ),
        ..subscription(Problem::SpecialCircumstances, Remedy::Refund)
    };
    claim
        .answers
        .insert("special_circumstances".to_owned(), "death".to_owned());
    let events = [
        event(EventKind::LifeEvent, "2026-11-02"),
        event(EventKind::Debited, "2026-11-05"),
    ];
    both(
        "special-request",
        LetterKind::SpecialRequest,
        &claim,
        &events,
    );
}
