//! A desk to write at: a full claim, its log, and the library that comes with the program.

use std::sync::LazyLock;

use chrono::NaiveDate;
use claimctl::domain::assess::{Assessment, assess};
use claimctl::domain::claim::{Claim, Term};
use claimctl::domain::event::{Channel, Event, EventKind};
use claimctl::domain::evidence::{Evidence, EvidenceKind};
use claimctl::domain::language::Language;
use claimctl::domain::letter::LetterKind;
use claimctl::domain::money::Money;
use claimctl::domain::party::{Consumer, ItemKind, Sale, SellerKind, Side};
use claimctl::domain::playbook::Library;
use claimctl::domain::problem::{Problem, Remedy};
use claimctl::letters::{self, Facts, Letter, LetterError};

pub(crate) static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    claimctl::playbook::load(None)
        .expect("built-in playbooks")
        .0
});

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("an ISO date")
}

pub(crate) fn event(kind: EventKind, on: &str) -> Event {
    Event::new(kind, day(on))
}

/// A claim in which nothing is missing, without its log.
pub(crate) fn claim(problem: Problem, wanted: Remedy) -> Claim {
    Claim {
        problem: Some(problem),
        wanted: Some(wanted),
        country: Some("FR".to_owned()),
        seller: Some("Lumière & Cie".to_owned()),
        seller_kind: Some(SellerKind::Trader),
        platform: Some("amazon".to_owned()),
        sold_by: Some(Side::Seller),
        shipped_by: Some(Side::Seller),
        item: Some("Lampe de bureau Aurore".to_owned()),
        item_kind: Some(ItemKind::Goods),
        sale: Some(Sale::Online),
        order_ref: Some("171-5551234-9876543".to_owned()),
        amount: Money::parse("34,90 €").ok(),
        draft: false,
        ..Claim::draft(Language::French)
    }
}

/// A subscription instead of a lamp.
pub(crate) fn subscription(problem: Problem, wanted: Remedy) -> Claim {
    Claim {
        seller: Some("Studio Équilibre".to_owned()),
        platform: None,
        sold_by: None,
        shipped_by: None,
        item: Some("Abonnement Souplesse".to_owned()),
        item_kind: Some(ItemKind::Subscription),
        order_ref: None,
        customer_ref: Some("C-20417".to_owned()),
        amount: Money::parse("29,00 €").ok(),
        ..claim(problem, wanted)
    }
}

pub(crate) fn term(mut claim: Claim, term: Term, on: &str) -> Claim {
    claim.terms.insert(term, day(on));
    claim
}

pub(crate) fn photo(no: u32, kind: EvidenceKind, confidential: bool) -> Evidence {
    Evidence {
        no,
        kind,
        name: format!("{no}.jpg"),
        path: format!("/home/c/{no}.jpg"),
        sha256: "0".repeat(64),
        bytes: 1,
        media_type: None,
        note: None,
        confidential,
        purged_on: None,
        stored: true,
        taken_on: None,
        removed_on: None,
        part_of: None,
        mail: None,
    }
}

/// A first message by e-mail, then a promise that was not kept by the day of the letter.
pub(crate) fn first_message_and_promise() -> Vec<Event> {
    vec![
        Event {
            no: 2,
            channel: Some(Channel::Email),
            note: Some("three angry lines".to_owned()),
            ..event(EventKind::Contacted, "2026-11-03")
        },
        Event {
            no: 3,
            channel: Some(Channel::Email),
            by: Some(day("2026-11-12")),
            note: Some("le colis sera renvoyé.".to_owned()),
            ..event(EventKind::Promised, "2026-11-05")
        },
    ]
}

/// An offer made by telephone, and what was asked for instead.
pub(crate) fn offer_and_counter() -> Vec<Event> {
    vec![
        Event {
            no: 7,
            channel: Some(Channel::Phone),
            amount: Money::parse("15 €").ok(),
            remedy: Some(Remedy::PartialRefund),
            by: Some(day("2026-12-01")),
            said_by: Some("Mme Roy".to_owned()),
            note: Some("la lampe reste chez moi.".to_owned()),
            ..event(EventKind::Offered, "2026-11-17")
        },
        Event {
            no: 8,
            channel: Some(Channel::Email),
            amount: Money::parse("25 €").ok(),
            remedy: Some(Remedy::PriceReduction),
            ..event(EventKind::OfferRefused, "2026-11-20")
        },
    ]
}

pub(crate) fn ordered() -> Event {
    Event {
        no: 1,
        ..event(EventKind::Ordered, "2026-10-12")
    }
}

pub(crate) const TODAY: &str = "2026-11-20";

pub(crate) fn assessed(claim: &Claim, events: &[Event]) -> Assessment {
    assess(claim, events, &LIBRARY, day(TODAY))
}

pub(crate) fn write(
    kind: LetterKind,
    claim: &Claim,
    events: &[Event],
    language: Language,
) -> Result<Letter, LetterError> {
    write_for(&Consumer::default(), None, kind, claim, events, language)
}

/// As [`write`], for somebody whose name is known, or for a message box of so many characters.
pub(crate) fn write_for(
    consumer: &Consumer,
    limit: Option<usize>,
    kind: LetterKind,
    claim: &Claim,
    events: &[Event],
    language: Language,
) -> Result<Letter, LetterError> {
    let template = letters::choose(kind, claim, &LIBRARY).expect("a template that fits");
    let assessment = assessed(claim, events);
    letters::render(
        template,
        &Facts {
            claim,
            events,
            assessment: &assessment,
            library: &LIBRARY,
            today: day(TODAY),
            language,
            // Set by the user, so that no playbook's suggestion stands in the expected texts.
            answer_by: Some(day("2026-11-30")),
            consumer,
            limit,
        },
    )
}
