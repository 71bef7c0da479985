//! A letter that lacks a fact is refused, and says which and how to add it.

use claimctl::domain::claim::Claim;
use claimctl::domain::event::{Event, EventKind};
use claimctl::domain::language::{Language, Text};
use claimctl::domain::letter::{LetterKind, LetterTemplate};
use claimctl::domain::party::{Sale, SellerKind};
use claimctl::domain::problem::{Problem, Remedy};
use claimctl::lang::Lang;
use claimctl::letters::{self, Facts, LetterError};

use crate::desk::{LIBRARY, TODAY, assessed, claim, day, event, ordered, write};

#[track_caller]
fn refused(kind: LetterKind, claim: &Claim, events: &[Event]) -> [String; 2] {
    let error = write(kind, claim, events, Language::English).expect_err("a fact is missing");
    let lang = Lang::new(Language::English);
    let hint = error.hint("4").expect("a missing fact has a hint");
    [lang.say(&error.message()), lang.say(&hint)]
}

#[test]
fn an_order_number() {
    let mut claim = claim(Problem::NotReceived, Remedy::Delivery);
    claim.order_ref = None;
    assert_eq!(
        refused(LetterKind::FirstMessage, &claim, &[ordered()]),
        [
            "this letter needs the order number (`order_ref`)",
            "claimctl edit 4 order_ref=VALUE"
        ]
    );
    // A shop in the street and a private person give none.
    claim.sale = Some(Sale::Store);
    let letter = write(
        LetterKind::FirstMessage,
        &claim,
        &[ordered()],
        Language::English,
    );
    assert!(
        letter
            .expect("nothing is missing")
            .body
            .contains("my purchase of 12 October 2026")
    );
    claim.sale = Some(Sale::Online);
    claim.seller_kind = Some(SellerKind::Private);
    assert!(
        write(
            LetterKind::FirstMessage,
            &claim,
            &[ordered()],
            Language::French
        )
        .is_ok()
    );
}

#[test]
fn an_earlier_message() {
    let claim = claim(Problem::NotReceived, Remedy::Refund);
    assert_eq!(
        refused(LetterKind::Reminder, &claim, &[ordered()]),
        [
            "this letter needs a first message to the seller, with its date (`contacted`)",
            "claimctl log 4 contacted --on YYYY-MM-DD --channel email"
        ]
    );
}

#[test]
fn an_amount_a_delivery_a_description_and_an_item() {
    let mut lamp = claim(Problem::Damaged, Remedy::Refund);
    let delivered = [ordered(), event(EventKind::Delivered, "2026-10-29")];
    assert_eq!(
        refused(LetterKind::FirstMessage, &lamp, &[ordered()]),
        [
            "this letter needs the date of delivery (`delivered_on`)",
            "claimctl log 4 delivered --on YYYY-MM-DD"
        ]
    );
    assert_eq!(
        refused(LetterKind::FirstMessage, &lamp, &delivered)[1],
        "claimctl edit 4 description=VALUE"
    );
    lamp.description = Some("It is cracked".to_owned());
    lamp.amount = None;
    assert_eq!(
        refused(LetterKind::FirstMessage, &lamp, &delivered)[1],
        "claimctl edit 4 amount=VALUE"
    );
    lamp.wanted = Some(Remedy::Repair);
    lamp.item = None;
    assert_eq!(
        refused(LetterKind::FirstMessage, &lamp, &delivered)[1],
        "claimctl edit 4 item=VALUE"
    );
}

fn template(body: &str) -> LetterTemplate {
    let text = |s: &str| Text {
        fr: s.to_owned(),
        en: s.to_owned(),
    };
    LetterTemplate {
        playbook: "sector/mine".to_owned(),
        kind: LetterKind::FirstMessage,
        when: Default::default(),
        subject: text("{{ purchase }}"),
        body: text(body),
    }
}

fn fill(body: &str) -> Result<String, LetterError> {
    let claim = claim(Problem::NotReceived, Remedy::Refund);
    let events = [ordered()];
    let assessment = assessed(&claim, &events);
    let facts = Facts {
        claim: &claim,
        events: &events,
        assessment: &assessment,
        library: &LIBRARY,
        today: day(TODAY),
        language: Language::English,
        answer_by: Some(day("2026-12-01")),
    };
    letters::render(&template(body), &facts).map(|letter| letter.body)
}

#[test]
fn a_broken_template_is_the_playbooks_fault() {
    let reason = |body: &str| match fill(body) {
        Err(LetterError::Template { reason, .. }) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        reason("{{ ordr_ref }}"),
        "`ordr_ref` is not a word that letters know"
    );
    assert_eq!(
        reason("a\n{{ order_ref | shout }}"),
        "2: filter shout is unknown"
    );
    assert!(reason("{% if %}").starts_with("1: "));
    assert_eq!(letters::check_template(&template("{{ item }}")), [""; 0]);
    assert_eq!(letters::check_template(&template("{% if %}")).len(), 2);
}

#[test]
fn an_answer_date_can_be_chosen_and_braces_in_facts_stay_text() {
    assert_eq!(fill("{{ answer_by }}").as_deref(), Ok("1 December 2026"));
    assert_eq!(fill("{{ '{{ item }}' }}").as_deref(), Ok("{{ item }}"));
}
