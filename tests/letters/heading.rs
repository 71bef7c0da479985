//! Who writes, to whom: the head of a letter that goes by post, and the name under it.

use claimctl::domain::event::EventKind;
use claimctl::domain::language::Language;
use claimctl::domain::letter::LetterKind;
use claimctl::domain::party::{Consumer, SellerKind};
use claimctl::domain::problem::{Problem, Remedy};
use claimctl::letters::Letter;

use crate::desk::{claim, event, ordered, subscription, write_for};

fn ana() -> Consumer {
    Consumer {
        name: Some("Ana  Morel".to_owned()),
        address: vec!["12 rue des Lilas".to_owned(), "75011 Paris".to_owned()],
        email: Some("ana@morel.example".to_owned()),
        phone: Some("06 00 00 00 00".to_owned()),
    }
}

fn withdrawal(consumer: &Consumer, address: Option<&str>, language: Language) -> Letter {
    let mut claim = claim(Problem::ChangeOfMind, Remedy::Refund);
    if let Some(address) = address {
        let key = "seller_address".to_owned();
        claim.answers.insert(key, address.to_owned());
    }
    let events = [ordered(), event(EventKind::Delivered, "2026-11-10")];
    write_for(
        consumer,
        None,
        LetterKind::Withdrawal,
        &claim,
        &events,
        language,
    )
    .unwrap()
}

#[track_caller]
fn begins(letter: &Letter, head: &str) {
    let message = letter.message();
    assert_eq!(letter.body, format!("{head}\n\n{message}"));
    assert!(letter.heading.is_some());
}

#[test]
fn what_is_known_of_both_sides_stands_in_the_head() {
    let letter = withdrawal(
        &ana(),
        Some("3 rue n° 5;\n 69002  Lyon ;"),
        Language::French,
    );
    begins(
        &letter,
        "Ana Morel\n12 rue des Lilas\n75011 Paris\n06 00 00 00 00\nana@morel.example\n\n\
         Lumière & Cie\nService client\n3 rue n°\u{a0}5\n69002 Lyon\n\nLe 20 novembre 2026",
    );
    assert!(letter.message().starts_with("Madame, Monsieur,\n"));
    assert!(
        letter
            .body
            .contains("Cordialement,\n\nAna Morel\n\nCommande")
    );
    let letter = withdrawal(&ana(), Some("3 Mill Lane"), Language::English);
    begins(
        &letter,
        "Ana Morel\n12 rue des Lilas\n75011 Paris\n06 00 00 00 00\nana@morel.example\n\n\
         Lumière & Cie\nCustomer service\n3 Mill Lane\n\n20 November 2026",
    );
}

#[test]
fn what_is_not_known_is_left_out() {
    let nobody = Consumer::default();
    let letter = withdrawal(&nobody, None, Language::French);
    begins(
        &letter,
        "À l’attention du service client de Lumière & Cie\n\nLe 20 novembre 2026",
    );
    assert!(letter.body.contains("Cordialement,\n\nCommande"));
    let letter = withdrawal(&nobody, Some(" ; "), Language::English);
    begins(&letter, "To: Lumière & Cie\n\n20 November 2026");
}

#[test]
fn a_private_person_has_no_customer_service() {
    let mut claim = claim(Problem::NotReceived, Remedy::Refund);
    claim.seller_kind = Some(SellerKind::Private);
    let events = [ordered(), event(EventKind::Contacted, "2026-11-10")];
    let write = |claim: &_, language| {
        let kind = LetterKind::FormalNotice;
        write_for(&ana(), None, kind, claim, &events, language).unwrap()
    };
    let letter = write(&claim, Language::French);
    assert!(
        letter
            .body
            .contains("\n\nÀ l’attention de Lumière & Cie\n\n")
    );
    let address = "3 rue des Tanneurs; 69002 Lyon".to_owned();
    claim.answers.insert("seller_address".to_owned(), address);
    let letter = write(&claim, Language::French);
    assert!(
        letter
            .body
            .contains("\n\nLumière & Cie\n3 rue des Tanneurs\n")
    );
}

#[test]
fn a_message_has_no_head_but_a_name() {
    let claim = subscription(Problem::CancelSubscription, Remedy::Cancellation);
    let kind = LetterKind::FirstMessage;
    let letter = write_for(&ana(), None, kind, &claim, &[], Language::English).unwrap();
    assert_eq!(letter.heading, None);
    assert_eq!(letter.message(), letter.body);
    assert!(letter.body.starts_with("Hello,\n"));
    assert!(
        letter
            .body
            .contains("Kind regards,\n\nAna Morel\n\nCustomer: C-20417")
    );
}

#[test]
fn no_fact_can_play_a_mark() {
    let consumer = Consumer {
        name: Some("A\u{e001}\u{e002}na".to_owned()),
        ..Consumer::default()
    };
    let mut claim = subscription(Problem::CancelSubscription, Remedy::Cancellation);
    claim.item = Some("\u{e002}Abo".to_owned());
    claim.description = Some("\u{e002}Why\n\u{e001}not".to_owned());
    let kind = LetterKind::FirstMessage;
    let letter = write_for(&consumer, Some(10), kind, &claim, &[], Language::English).unwrap();
    // The thanks alone are the template's to drop.
    assert_eq!((letter.heading.clone(), letter.dropped), (None, 1));
    assert!(letter.body.contains("Why\nnot"), "{}", letter.body);
}
