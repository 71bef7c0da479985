//! The whole text of a letter of each kind, in both languages. No-break spaces are shown as `~` (U+00A0) and `_` (U+202F).

use claimctl::domain::claim::{Claim, Term};
use claimctl::domain::event::{Channel, Event, EventKind};
use claimctl::domain::evidence::EvidenceKind;
use claimctl::domain::language::Language;
use claimctl::domain::letter::LetterKind;
use claimctl::domain::problem::{Problem, Remedy};

use crate::desk::{
    claim, event, first_message_and_promise, ordered, photo, subscription, term, write,
};

#[track_caller]
pub(crate) fn both(name: &str, kind: LetterKind, claim: &Claim, events: &[Event]) {
    for language in Language::ALL {
        let letter = write(kind, claim, events, *language).expect("nothing is missing");
        let text = format!("{}\n\n{}\n", letter.subject, letter.body)
            .replace('\u{a0}', "~")
            .replace('\u{202f}', "_");
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}.{language}"), text);
        });
    }
}

fn parcel() -> Claim {
    let claim = claim(Problem::NotReceived, Remedy::Refund);
    term(claim, Term::LatestDeliveryOn, "2026-10-30")
}

fn lamp() -> Claim {
    Claim {
        description: Some("Le pied de la lampe est fendu sur toute sa longueur".to_owned()),
        evidence: vec![
            photo(1, EvidenceKind::Photo, false),
            photo(2, EvidenceKind::Photo, false),
            photo(3, EvidenceKind::Invoice, false),
            photo(4, EvidenceKind::Certificate, true),
        ],
        ..claim(Problem::Damaged, Remedy::Replacement)
    }
}

fn with_history(mut events: Vec<Event>) -> Vec<Event> {
    events.extend(first_message_and_promise());
    events
}

#[test]
fn first_message_about_a_parcel() {
    both(
        "first-message-parcel",
        LetterKind::FirstMessage,
        &parcel(),
        &[ordered()],
    );
}

#[test]
fn first_message_about_a_damaged_item() {
    let events = [ordered(), event(EventKind::Delivered, "2026-10-29")];
    both(
        "first-message-damaged",
        LetterKind::FirstMessage,
        &lamp(),
        &events,
    );
}

#[test]
fn first_message_about_a_charge() {
    let mut claim = subscription(Problem::UnknownCharge, Remedy::Refund);
    claim.customer_ref = None;
    let events = [event(EventKind::Debited, "2026-11-02")];
    both(
        "first-message-charge",
        LetterKind::FirstMessage,
        &claim,
        &events,
    );
}

#[test]
fn reminder() {
    both(
        "reminder",
        LetterKind::Reminder,
        &parcel(),
        &with_history(vec![ordered()]),
    );
}

#[test]
fn formal_notice_to_deliver() {
    let events = with_history(vec![ordered()]);
    both(
        "formal-notice-deliver",
        LetterKind::FormalNotice,
        &parcel(),
        &events,
    );
}

#[test]
fn formal_notice_after_a_withdrawal() {
    let claim = claim(Problem::RefundMissing, Remedy::Refund);
    let events = [
        ordered(),
        event(EventKind::Delivered, "2026-10-15"),
        Event {
            channel: Some(Channel::Form),
            ..event(EventKind::Withdrawn, "2026-10-20")
        },
        event(EventKind::Returned, "2026-10-22"),
    ];
    both(
        "formal-notice-refund",
        LetterKind::FormalNotice,
        &claim,
        &events,
    );
}

#[test]
fn cancellation() {
    let claim = claim(Problem::CancelOrder, Remedy::Cancellation);
    both(
        "cancellation",
        LetterKind::Cancellation,
        &claim,
        &[event(EventKind::Ordered, "2026-11-19")],
    );
}

#[test]
fn withdrawal() {
    let claim = claim(Problem::ChangeOfMind, Remedy::Refund);
    let events = [ordered(), event(EventKind::Delivered, "2026-11-10")];
    both("withdrawal", LetterKind::Withdrawal, &claim, &events);
}

#[test]
fn termination_of_a_subscription() {
    let claim = subscription(Problem::CancelSubscription, Remedy::Cancellation);
    let claim = term(claim, Term::TermEndsOn, "2027-01-31");
    both("termination", LetterKind::Termination, &claim, &[]);
}

#[test]
fn termination_for_non_delivery() {
    let mut events = with_history(vec![ordered()]);
    events.push(Event {
        no: 4,
        channel: Some(Channel::RegisteredLetter),
        ..event(EventKind::FormalNoticeSent, "2026-11-10")
    });
    both(
        "termination-non-delivery",
        LetterKind::Termination,
        &parcel(),
        &events,
    );
}

#[test]
fn platform_dispute() {
    both(
        "platform-dispute",
        LetterKind::PlatformDispute,
        &parcel(),
        &with_history(vec![ordered()]),
    );
}

#[test]
fn refund_ticket_for_special_circumstances() {
    let claim = Claim {
        description: Some(
            "Une hospitalisation m’empêche d’utiliser le service jusqu’en février".to_owned(),
        ),
        evidence: vec![photo(1, EvidenceKind::Certificate, true)],
        ..subscription(Problem::SpecialCircumstances, Remedy::Refund)
    };
    let events = [
        event(EventKind::LifeEvent, "2026-11-01"),
        event(EventKind::Debited, "2026-11-05"),
    ];
    both("refund-ticket", LetterKind::RefundTicket, &claim, &events);
}

#[test]
fn the_reminder_quotes_the_first_contact_and_the_broken_promise() {
    let events = with_history(vec![ordered()]);
    let body = write(LetterKind::Reminder, &parcel(), &events, Language::English)
        .expect("nothing is missing")
        .body;
    assert!(body.contains("On 3 November 2026, by e-mail, I told you about the problem."));
    assert!(body.contains(
        "to be kept by 12 November 2026: le colis sera renvoyé. That promise has not been kept."
    ));
    assert!(
        !body.contains("angry"),
        "a note on one’s own message is private"
    );
}

#[test]
fn a_promise_that_is_not_due_is_not_called_broken() {
    let mut events = with_history(vec![ordered()]);
    events[2].by = Some(crate::desk::day("2026-11-20"));
    let body = write(LetterKind::Reminder, &parcel(), &events, Language::English)
        .expect("nothing is missing")
        .body;
    assert!(!body.contains("has not been kept"), "{body}");
}

#[test]
fn a_missing_renewal_reminder_is_said_in_the_termination() {
    let mut claim = subscription(Problem::CancelSubscription, Remedy::Cancellation);
    let write = |claim: &Claim| {
        write(LetterKind::Termination, claim, &[], Language::English)
            .expect("nothing is missing")
            .body
    };
    assert!(!write(&claim).contains("L215-1"));
    let answer = |value: &str| value.to_owned();
    claim
        .answers
        .insert("renewal_reminded".to_owned(), answer("no"));
    assert!(write(&claim).contains("You did not remind me, as article L215-1"));
    claim
        .answers
        .insert("service_kind".to_owned(), answer("insurance"));
    assert!(!write(&claim).contains("L215-1"));
}

#[test]
fn what_the_law_adds_for_delay_is_asked_for() {
    let events = with_history(vec![
        event(EventKind::Ordered, "2026-08-03"),
        Event {
            no: 4,
            ..event(EventKind::FormalNoticeSent, "2026-09-14")
        },
        Event {
            no: 5,
            received_on: Some(crate::desk::day("2026-10-01")),
            channel: Some(Channel::RegisteredLetter),
            ..event(EventKind::Terminated, "2026-09-29")
        },
    ]);
    let letter = write(
        LetterKind::FormalNotice,
        &parcel(),
        &events,
        Language::English,
    )
    .expect("nothing is missing");
    assert_eq!(
        letter.subject,
        "Formal notice to refund – Order 171-5551234-9876543"
    );
    // Due on 15 October, 36 days late on 20 November: 50 % of 34.90.
    assert!(
        letter.body.contains(
            "increased by €17.45 as of today (Code de la consommation, art. L241-4): the refund was due by \
             15 October 2026; €34.90 is still owed, 36 days late; 50% of €34.90 is €17.45. You therefore owe me \
             €52.35 in all as of today."
        ),
        "{}",
        letter.body
    );
}

#[test]
fn what_is_told_names_its_proof_but_never_what_is_confidential() {
    let mut events = with_history(vec![ordered(), event(EventKind::Delivered, "2026-10-29")]);
    events[2].evidence = vec![1, 3, 4];
    events[3].evidence = vec![4];
    let letter = write(LetterKind::Reminder, &lamp(), &events, Language::French);
    let body = letter.expect("filled").body;
    assert!(
        body.contains("par e-mail (pièces E1 et E3), je vous ai signalé"),
        "{body}"
    );
    assert!(
        body.contains("par e-mail, vous m’avez fait une promesse"),
        "{body}"
    );
}
