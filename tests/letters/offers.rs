//! The letters that answer an offer, and the one that keeps what was only said.

use claimctl::domain::event::{Channel, Event, EventKind};
use claimctl::domain::language::Language;
use claimctl::domain::letter::LetterKind;
use claimctl::domain::money::Money;
use claimctl::domain::problem::{Problem, Remedy};
use claimctl::letters::{self, LetterError};

use crate::desk::{
    LIBRARY, assessed, claim, day, event, first_message_and_promise, offer_and_counter, ordered,
    write,
};
use crate::texts::both;

/// A damaged lamp: written about, promised, then an offer of which more is known.
fn offered() -> Vec<Event> {
    let mut events = vec![ordered(), event(EventKind::Delivered, "2026-10-29")];
    events.extend(first_message_and_promise());
    events.extend(offer_and_counter());
    events.pop();
    events
}

#[test]
fn acceptance() {
    let claim = claim(Problem::Damaged, Remedy::Refund);
    both(
        "offer-accepted",
        LetterKind::OfferAccepted,
        &claim,
        &offered(),
    );
}

#[test]
fn refusal() {
    let claim = claim(Problem::Damaged, Remedy::Refund);
    both(
        "offer-refused",
        LetterKind::OfferRefused,
        &claim,
        &offered(),
    );
}

#[test]
fn counter_offer() {
    let claim = claim(Problem::Damaged, Remedy::Refund);
    let mut events = offered();
    events.extend(offer_and_counter().pop());
    both("counter-offer", LetterKind::CounterOffer, &claim, &events);
}

#[test]
fn confirmation_of_a_promise_by_telephone() {
    let claim = claim(Problem::NotReceived, Remedy::Refund);
    let mut events = vec![ordered()];
    events.extend(first_message_and_promise());
    events.push(Event {
        no: 9,
        channel: Some(Channel::Phone),
        remedy: Some(Remedy::Refund),
        amount: Money::parse("34,90 €").ok(),
        by: Some(day("2026-12-01")),
        said_by: Some("Mme Roy,\nservice clients".to_owned()),
        note: Some("le virement part lundi".to_owned()),
        ..event(EventKind::Promised, "2026-11-20")
    });
    both("confirmation", LetterKind::Confirmation, &claim, &events);
}

#[test]
fn a_broken_promise_is_told_with_its_day_and_who_made_it() {
    let claim = claim(Problem::NotReceived, Remedy::Refund);
    let mut events = vec![ordered()];
    events.extend(first_message_and_promise());
    events[2] = Event {
        channel: Some(Channel::Phone),
        remedy: Some(Remedy::Delivery),
        said_by: Some("Mme Roy".to_owned()),
        note: None,
        ..events[2].clone()
    };
    let body = |language| {
        write(LetterKind::Reminder, &claim, &events, language)
            .expect("nothing is missing")
            .body
    };
    let english = body(Language::English);
    let told = "On 5 November 2026, by phone (Mme Roy), you promised me the delivery of my order by 12 November 2026. That promise has not been kept.";
    assert!(english.contains(told), "{english}");
    let french = body(Language::French);
    let told = "Le 5 novembre 2026, par téléphone (Mme Roy), vous m’avez promis la livraison de ma commande au plus tard le 12 novembre 2026. Cette promesse n’a pas été tenue.";
    assert!(french.contains(told), "{french}");
}

#[test]
fn what_has_not_been_said_is_asked_for_with_its_command() {
    let claim = claim(Problem::Damaged, Remedy::Refund);
    let mut events = vec![ordered(), event(EventKind::Delivered, "2026-10-29")];
    events.extend(first_message_and_promise());
    let lang = claimctl::lang::Lang::new(Language::English);
    let mut said = String::new();
    let mut refused = |kind: LetterKind, events: &[Event]| {
        let error: LetterError = write(kind, &claim, events, Language::English).unwrap_err();
        let hint = error
            .hint("3")
            .map(|hint| lang.say(&hint))
            .unwrap_or_default();
        said += &format!("{}\n{hint}\n", lang.say(&error.message()));
    };
    refused(LetterKind::OfferAccepted, &events);
    refused(LetterKind::CounterOffer, &offered());
    refused(LetterKind::Confirmation, &events);
    insta::assert_snapshot!(said, @"
    this letter needs an offer of the seller, noted in the log
    claimctl log 3 answered --kind offered --amount AMOUNT --by DATE
    this letter needs what you ask for instead of the offer
    claimctl offer 3 --counter AMOUNT
    this letter needs what the seller said by phone or in person, noted in the log
    claimctl log 3 promised --channel phone --who NAME --note TEXT
    ");
}

#[test]
fn a_letter_is_for_where_the_offer_stands() {
    let claim = claim(Problem::Damaged, Remedy::Refund);
    let lang = claimctl::lang::Lang::new(Language::English);
    let mut said = String::new();
    let mut stands = |name: &str, events: &[Event]| {
        said += &format!("{name}\n");
        let all = letters::available(&claim, events, &assessed(&claim, events), &LIBRARY);
        for (kind, fit) in all
            .iter()
            .skip_while(|(k, _)| *k != LetterKind::OfferAccepted)
            .take(4)
        {
            let reason = fit.reason().map_or("now".to_owned(), |why| lang.say(why));
            said += &format!("- {kind}: {reason}\n");
        }
    };
    let answered = |kind, amount: Option<&str>| {
        let mut events = offered();
        events.push(Event {
            no: 9,
            amount: amount.and_then(|a| Money::parse(a).ok()),
            ..event(kind, "2026-11-19")
        });
        events
    };
    let mut none = offered();
    none.retain(|e| e.kind != EventKind::Offered);
    stands("nothing offered", &none);
    stands("open", &offered());
    let mut lapsed = offered();
    lapsed.last_mut().unwrap().by = Some(day("2026-11-19"));
    stands("lapsed", &lapsed);
    stands("accepted", &answered(EventKind::OfferAccepted, None));
    stands("refused", &answered(EventKind::OfferRefused, None));
    stands(
        "countered",
        &answered(EventKind::OfferRefused, Some("30 EUR")),
    );
    stands("overtaken", &answered(EventKind::DisputeOpened, None));
    insta::assert_snapshot!(said, @"
    nothing offered
    - offer-accepted: No offer is noted in the log.
    - offer-refused: No offer is noted in the log.
    - counter-offer: No offer is noted in the log.
    - confirmation: Nothing said by phone or in person is noted in the log.
    open
    - offer-accepted: now
    - offer-refused: now
    - counter-offer: Say first what you ask for instead.
    - confirmation: now
    lapsed
    - offer-accepted: The offer was to be answered by 19 November 2026.
    - offer-refused: The offer was to be answered by 19 November 2026.
    - counter-offer: The offer was to be answered by 19 November 2026.
    - confirmation: now
    accepted
    - offer-accepted: now
    - offer-refused: The offer was followed up on 19 November 2026.
    - counter-offer: The offer was followed up on 19 November 2026.
    - confirmation: now
    refused
    - offer-accepted: The offer was followed up on 19 November 2026.
    - offer-refused: now
    - counter-offer: The offer was followed up on 19 November 2026.
    - confirmation: now
    countered
    - offer-accepted: The offer was followed up on 19 November 2026.
    - offer-refused: The offer was followed up on 19 November 2026.
    - counter-offer: now
    - confirmation: now
    overtaken
    - offer-accepted: The offer was followed up on 19 November 2026.
    - offer-refused: The offer was followed up on 19 November 2026.
    - counter-offer: The offer was followed up on 19 November 2026.
    - confirmation: now
    ");
}
