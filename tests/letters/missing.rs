//! A letter that lacks a fact is refused, and says which and how to add it.

use claimctl::domain::claim::Claim;
use claimctl::domain::event::{Event, EventKind};
use claimctl::domain::language::{Language, Text};
use claimctl::domain::letter::{LetterKind, LetterTemplate};
use claimctl::domain::party::{Sale, SellerKind};
use claimctl::domain::problem::{Problem, Remedy};
use claimctl::domain::template::Fault;
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
        consumer: &claimctl::domain::party::Consumer::default(),
        limit: None,
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
}

/// What the check finds in a body: the code, and the text at its place.
fn found(body: &str) -> Vec<(&'static str, String)> {
    let flaws = letters::check_template(&template(body), &LIBRARY, &[]).into_iter();
    let in_one_language = flaws.step_by(2);
    in_one_language
        .map(|f| (f.fault.code(), f.text[f.span].to_owned()))
        .collect()
}

#[test]
fn a_template_is_checked_without_a_claim() {
    assert_eq!(
        found("{{ item }} {{ promise.by }} {{ surcharge.percent }}"),
        []
    );
    let loops = "{% for c in contacts %}{{ loop.index }}. {{ c.when }}{% endfor %}";
    assert_eq!(found(loops), []);
    assert_eq!(
        found("{{ delivery_date_essential }} {{ life_event_on }}"),
        []
    );
    let broken = |line: &str| vec![("template-broken", line.to_owned())];
    assert_eq!(found("a\n\n  b {% if %}\nc"), broken("b {% if %}"));
    assert_eq!(found("{{ 'a' "), broken("{{ 'a'"));
    let name = |name: &str| vec![("template-unknown-name", name.to_owned())];
    assert_eq!(found("ordr_ref {{ ordr_ref }}"), name("ordr_ref"));
    assert_eq!(
        found("{% if promise.when %}{% endif %}"),
        name("promise.when")
    );
    assert_eq!(found("{{ item | tojson | upper }}"), name("tojson"));
    let flaws = letters::check_template(&template("{{ ordr_ref }}"), &LIBRARY, &[]);
    let meant = Some("order_ref".to_owned());
    assert_eq!(
        flaws[0].fault,
        Fault::UnknownName("ordr_ref".to_owned(), meant)
    );
}

/// Everything that is within the bounds is read and filled, or refused, on the stack of a test: a quarter of a program's.
#[test]
fn nothing_within_the_bounds_goes_too_deep_or_on_for_ever() {
    let chain =
        |from: &str, with: &str, count: usize| format!("{{{{ {from}{} }}}}", with.repeat(count));
    let nested = |tag: &str, end: &str, count: usize| tag.repeat(count) + "x" + &end.repeat(count);
    for body in [
        chain("item", "|upper", 80),
        chain("1", "+1", 245),
        chain("1", "-1", 245),
        chain("1", "<1", 245),
        chain("item", ".a", 240),
        chain("item", "[0]", 160),
        chain("1", " if 1 else 1", 40),
        chain("1", " is defined", 44),
        format!("{{{{ {}1 }}}}", "not ".repeat(120)),
        format!("{{{{ {}1 }}}}", "-".repeat(490)),
        format!("{{{{ {}1{} }}}}", "(".repeat(240), ")".repeat(240)),
        nested("{% if 1 %}", "{% endif %}", 249),
        nested("{% if 1 %}", "{% endif %}", 140),
        "{% if 0 %}".to_owned() + &"{% elif 0 %}".repeat(497) + "{% endif %}",
        nested("{% for a in [1,1,1,1,1,1,1,1] %}", "{% endfor %}", 100),
        "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}".to_owned(),
        format!("{{% for c in '{}' %}}", "x".repeat(400)).repeat(9)
            + &"x".repeat(9_000)
            + &"{% endfor %}".repeat(9),
        "{% for i in range(100000) %}{% endfor %}".to_owned(),
    ] {
        let begin = std::time::Instant::now();
        let _ = letters::check_template(&template(&body), &LIBRARY, &[]);
        let _ = fill(&body);
        assert!(begin.elapsed().as_secs() < 5, "{body}");
    }
    // However a template came in: what is out of bounds is not read at all.
    for body in [
        chain("1", "+1", 50_000),
        "{{ {'a': ".repeat(9_000),
        "{{ 'x' * 999999999 }}".to_owned(),
    ] {
        assert!(matches!(fill(&body), Err(LetterError::Template { .. })));
    }
}

#[test]
fn an_answer_date_can_be_chosen_and_braces_in_facts_stay_text() {
    assert_eq!(fill("{{ answer_by }}").as_deref(), Ok("1 December 2026"));
    assert_eq!(fill("{{ '{{ item }}' }}").as_deref(), Ok("{{ item }}"));
}
