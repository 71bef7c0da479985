//! What becomes of an answer.

use claimctl::domain::claim::Step;
use claimctl::domain::event::{EventKind, in_force};
use claimctl::domain::message::Arg;
use claimctl::wizard;

use super::person::{Person, day};

#[track_caller]
fn refusal(person: &mut Person, key: &str, value: &str) -> String {
    let before = (person.claim.clone(), person.events.clone());
    let why = person.try_say(key, value).expect_err(value);
    assert_eq!((person.claim.clone(), person.events.clone()), before);
    why.key.to_string()
}

#[test]
fn a_day_that_cannot_be_is_refused() {
    let mut person = Person::new();
    assert_eq!(
        refusal(&mut person, "ordered_on", "2026-11-21"),
        "wizard-error-future"
    );
    person.say("ordered_on", "2026-11-02");
    assert_eq!(
        refusal(&mut person, "delivered_on", "2026-11-01"),
        "wizard-error-before-order"
    );
    assert_eq!(
        refusal(&mut person, "latest_delivery_on", "2026-11-01"),
        "wizard-error-before-order"
    );
    person.say("delivered_on", "2026-11-10");
    assert_eq!(
        refusal(&mut person, "ordered_on", "2026-11-11"),
        "wizard-error-order-after"
    );
    assert_eq!(
        refusal(&mut person, "ordered_on", "soon"),
        "reading-not-a-date"
    );
    // A term may lie ahead.
    person.say("latest_delivery_on", "2026-12-24");
}

#[test]
fn a_value_that_is_none_of_the_answers_is_refused() {
    let mut person = Person::new();
    assert_eq!(
        refusal(&mut person, "problem", "lost"),
        "wizard-error-choice"
    );
    for wrong in ["soon", "P36525Y"] {
        assert_eq!(
            refusal(&mut person, "notice_period", wrong),
            "wizard-error-period"
        );
    }
    assert_eq!(
        refusal(&mut person, "seller_country", "Chine"),
        "wizard-error-country"
    );
    assert_eq!(
        refusal(&mut person, "item", &"x".repeat(10_001)),
        "wizard-error-too-long"
    );
    assert_ne!(refusal(&mut person, "amount", "20"), "");
    assert_ne!(refusal(&mut person, "amount", "-3 EUR"), "");
    person.say("seller_country", "cn");
    assert_eq!(person.claim.seller_country.as_deref(), Some("CN"));
}

#[test]
fn a_day_that_is_corrected_appends_an_event() {
    let mut person = Person::new();
    person.say("ordered_on", "2026-11-02");
    person.say("ordered_on", "2026-11-02");
    assert_eq!(person.events.len(), 1);
    person.say("ordered_on", "2026-11-03");
    assert_eq!(person.events.len(), 2);
    assert_eq!(person.events[1].kind, EventKind::Ordered);
    assert_eq!(person.events[1].corrects, Some(1));
    let stands = in_force(&person.events);
    assert_eq!(stands.len(), 1);
    assert_eq!(stands[0].on, day("2026-11-03"));
    // "I don't know" takes it back, and the log keeps both.
    person.say("ordered_on", "");
    assert_eq!(person.events[2].kind, EventKind::Undone);
    assert_eq!(person.events[2].corrects, Some(2));
    assert_eq!(person.facts().answer("ordered_on"), None);
}

#[test]
fn a_day_moved_past_the_answer_that_was_asked_for_leaves_it_behind() {
    let mut person = Person::new();
    person.say("contacted_on", "2026-11-02");
    person.events[0].by = Some(day("2026-11-10"));
    person.say("contacted_on", "2026-11-10");
    assert_eq!(person.events[1].by, Some(day("2026-11-10")));
    person.say("contacted_on", "2026-11-11");
    assert_eq!(person.events[2].by, None);
}

#[test]
fn no_platform_forgets_who_sold_on_it() {
    let mut person = Person::new();
    person.say("platform", "amazon");
    person.say("sold_by", "seller");
    person.say("platform", wizard::OWN_SHOP);
    assert_eq!(person.claim.platform, None);
    assert_eq!(person.claim.sold_by, None);
}

#[test]
fn the_review_shows_every_answer_and_what_went_without_saying() {
    let mut person = Person::new();
    person.walk(&[
        ("problem", "change-of-mind"),
        ("platform", "aliexpress"),
        ("country", "FR"),
        ("seller", "Lamp Store"),
        ("amount", "20 EUR"),
        ("ordered_on", "2026-11-02"),
    ]);
    let review = wizard::review(person.facts(), Step::IdentifyProblem);
    let value = |key: &str| {
        let line = review.iter().find(|l| l.question.key == key);
        line.unwrap_or_else(|| panic!("{key} is not in the review"))
            .value
            .clone()
    };
    assert_eq!(value("seller"), Some(Arg::Text("Lamp Store".into())));
    assert_eq!(value("ordered_on"), Some(Arg::Date(day("2026-11-02"))));
    assert_eq!(value("order_ref"), None);
    for key in ["wanted", "seller_kind", "item_kind", "sale"] {
        assert!(value(key).is_some(), "{key}");
    }
    // Nothing that was answered is changed by what goes without saying.
    person.say("wanted", "partial-refund");
    let claim = wizard::assume(person.facts(), &person.walk);
    assert_eq!(claim.fact("wanted").as_deref(), Some("partial-refund"));
}
