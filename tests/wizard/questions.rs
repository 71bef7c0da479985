//! Which questions are asked, in which order.

use claimctl::domain::claim::Step;
use claimctl::domain::problem::Problem;
use claimctl::wizard::{self, Kind};

use super::person::Person;

/// What everybody can say.
const FACTS: [(&str, &str); 9] = [
    ("country", "FR"),
    ("seller", "Somebody"),
    ("item", "Something"),
    ("item_kind", "goods"),
    ("sale", "online"),
    ("amount", "20 EUR"),
    ("payment", "card"),
    ("ordered_on", "2026-10-02"),
    ("latest_delivery_on", "2026-11-10"),
];

#[track_caller]
fn asked(problem: &str, platform: &str, more: &[(&str, &str)]) -> String {
    let mut facts = vec![("problem", problem), ("platform", platform)];
    facts.extend(more);
    facts.extend(FACTS);
    Person::new().walk(&facts)
}

#[test]
fn a_parcel_of_a_platform() {
    assert_eq!(
        asked("not-received", "aliexpress", &[]),
        "problem wanted platform seller country item amount payment ordered_on latest_delivery_on order_ref | shipped_on"
    );
}

#[test]
fn who_sold_comes_before_the_seller_who_may_be_the_platform() {
    let mut person = Person::new();
    for (key, value) in [
        ("problem", "not-received"),
        ("wanted", "refund"),
        ("platform", "amazon"),
    ] {
        person.say(key, value);
    }
    let question = person.asked().expect("a question");
    assert_eq!(question.key, "sold_by");
    let Kind::Choice(choices) = &question.kind else {
        panic!("{question:?}");
    };
    let values: Vec<&str> = choices.iter().map(|c| c.value.as_str()).collect();
    assert_eq!(values, ["platform", "seller"]);
    person.say("sold_by", "platform");
    person.say("shipped_by", "platform");
    let seller = person.asked().expect("a question");
    assert_eq!(
        (seller.key.as_str(), seller.default.as_deref()),
        ("seller", Some("Amazon"))
    );
    person.say("sold_by", "seller");
    assert_eq!(person.asked().expect("a question").default, None);
}

#[test]
fn a_cancelled_order_of_a_shop_of_its_own() {
    let asked = asked("cancel-order", "own-shop", &[("ordered_on", "2026-11-01")]);
    assert!(
        asked.starts_with(
            "problem platform seller country item_kind sale item amount payment ordered_on"
        ),
        "{asked}"
    );
    assert!(!asked.contains("wanted"), "{asked}");
    assert!(!asked.contains("paid_on"), "{asked}");
    // The bank counts from the day of delivery that was announced, where it is known.
    assert!(asked.contains("latest_delivery_on"), "{asked}");
}

#[test]
fn a_charge_that_nobody_knows_was_bought_nowhere() {
    let mut person = Person::new();
    let asked = person.walk(&[
        ("problem", "unknown-charge"),
        ("country", "FR"),
        ("payment", "card"),
    ]);
    assert_eq!(
        asked,
        "problem seller country amount payment debited_on order_ref |"
    );
    assert!(wizard::questions(person.facts(), Step::ContactSeller).is_empty());
}

#[test]
fn special_circumstances_ask_for_no_platform_and_no_payment() {
    let asked = asked("special-circumstances", "own-shop", &[]);
    for key in ["platform", "payment", "sale", "ordered_on", "contract_on"] {
        assert!(!asked.split(' ').any(|k| k == key), "{key}: {asked}");
    }
    for key in ["life_event_on", "debited_on", "special_circumstances"] {
        assert!(asked.contains(key), "{key}: {asked}");
    }
}

#[test]
fn the_next_debit_counts_where_the_bank_can_stop_it() {
    let by = |payment| {
        Person::new().walk(&[
            ("problem", "cancel-subscription"),
            ("payment", payment),
            ("country", "FR"),
        ])
    };
    assert!(
        by("sepa-debit").contains(" next_debit_on "),
        "{}",
        by("sepa-debit")
    );
    assert!(!by("card").contains(" next_debit_on "), "{}", by("card"));
}

#[test]
fn every_problem_is_walked_whatever_is_known() {
    for problem in Problem::ALL {
        for platform in ["own-shop", "aliexpress", "amazon"] {
            let id = problem.to_string();
            let unknown =
                Person::new().walk(&[("problem", &id), ("platform", platform), ("country", "FR")]);
            assert!(unknown.split(' ').count() <= 19, "{problem}: {unknown}");
            let known = asked(&id, platform, &[]);
            assert!(known.split(' ').count() <= 17, "{problem}: {known}");
        }
    }
}

#[test]
fn a_question_of_the_law_waits_for_its_route() {
    let mut person = Person::new();
    let mut facts = vec![("problem", "not-received"), ("platform", "own-shop")];
    facts.extend(FACTS);
    let asked = person.walk(&facts);
    assert!(!asked.contains("delivery_date_essential"), "{asked}");
    let late = wizard::about_route(person.facts(), "law/fr/delivery#formal-notice");
    let keys: Vec<&str> = late.iter().map(|q| q.key.as_str()).collect();
    assert_eq!(keys, ["delivery_date_essential"]);
    person.say("delivery_date_essential", "no");
    let late = wizard::about_route(person.facts(), "law/fr/delivery#formal-notice");
    assert!(late.is_empty(), "{late:?}");
}

#[test]
fn before_and_after_follow_the_order_of_the_questions() {
    let mut person = Person::new();
    assert_eq!(
        wizard::before(person.facts(), Step::IdentifyProblem, "problem"),
        None
    );
    person.say("problem", "late");
    assert_eq!(person.asked().expect("a question").key, "wanted");
    let back = wizard::before(person.facts(), Step::IdentifyProblem, "wanted").expect("a question");
    // The answer given before is the one preselected.
    assert_eq!(
        (back.key.as_str(), back.default.as_deref()),
        ("problem", Some("late"))
    );
    person.say("wanted", "delivery");
    person.say("platform", "own-shop");
    let next = wizard::after(person.facts(), &person.walk).expect("a question");
    assert_eq!(next.key, "seller");
    // The question on screen is asked again, answered or not; one that is no longer called for is not.
    person.walk.question = Some("wanted".into());
    assert_eq!(person.asked().expect("a question").key, "wanted");
    person.walk.question = Some("term_ends_on".into());
    assert_eq!(person.asked().expect("a question").key, "seller");
    let last = wizard::last(person.facts(), Step::IdentifyProblem).expect("a question");
    assert_eq!(last.key, "order_ref");
}

#[test]
fn i_do_not_know_is_not_asked_again() {
    let mut person = Person::new();
    person.say("problem", "damaged");
    person.say("wanted", "refund");
    person.say("platform", "own-shop");
    person.say("seller", "Somebody");
    person.say("country", "FR");
    person.say("sale", "online");
    person.say("item", "Cup");
    assert_eq!(person.asked().expect("a question").key, "amount");
    person.say("amount", "");
    assert_eq!(person.asked().expect("a question").key, "payment");
}
