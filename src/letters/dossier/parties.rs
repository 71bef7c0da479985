//! The parties, and the facts of the purchase.

use super::model::{Block, Fact, Section};
use super::teller::Teller;
use crate::domain::message::{Arg, Message};
use crate::domain::playbook::{Question, QuestionKind};
use crate::lang::{typography, words};

/// The platform's name, as its playbook calls it.
pub(super) fn platform(teller: &Teller<'_>) -> Option<String> {
    let name = super::super::context::platform_name(&teller.case.facts)?;
    Some(teller.plain(&name))
}

pub(super) fn parties(teller: &Teller<'_>) -> Section {
    let consumer = teller.case.facts.consumer;
    let claim = teller.case.facts.claim;
    let place = |code: &Option<String>| {
        let code = code.clone()?;
        let place = Message::new("words-plain").with("value", Arg::Place(code));
        Some(teller.say(&place))
    };
    let mut you: Vec<String> = Vec::new();
    you.push(match &consumer.name {
        Some(name) => teller.plain(name),
        None => teller.text("dossier-unnamed"),
    });
    you.extend(consumer.address.iter().map(|line| teller.plain(line)));
    you.extend(consumer.email.as_deref().map(|mail| teller.plain(mail)));
    you.extend(consumer.phone.as_deref().map(|phone| teller.plain(phone)));
    you.extend(place(&claim.country));
    let mut seller: Vec<String> = Vec::new();
    seller.push(match &claim.seller {
        Some(name) => teller.plain(name),
        None => teller.text("dossier-unnamed"),
    });
    seller.extend(
        claim
            .seller_kind
            .map(|kind| teller.say(&words::seller_kind(kind))),
    );
    seller.extend(place(&claim.seller_country));
    let mut facts = vec![
        Fact {
            label: teller.text("dossier-consumer"),
            lines: you,
        },
        Fact {
            label: teller.text("dossier-seller"),
            lines: seller,
        },
    ];
    facts.extend(platform(teller).map(|name| teller.fact("dossier-platform", name)));
    facts.extend(
        claim
            .payment
            .map(|payment| teller.fact("dossier-payment", teller.say(&words::payment(payment)))),
    );
    Section {
        id: "parties",
        title: teller.text("dossier-parties"),
        blocks: vec![Block::Facts(facts)],
    }
}

pub(super) fn facts(teller: &Teller<'_>) -> Section {
    let claim = teller.case.facts.claim;
    let mut facts = Vec::new();
    let mut put = |key: &str, value: Option<String>| {
        facts.extend(value.map(|value| teller.fact(&format!("wizard-label-{key}"), value)));
    };
    put(
        "problem",
        claim.problem.map(|p| teller.say(&words::problem(p))),
    );
    put("item", claim.item.as_deref().map(|item| teller.plain(item)));
    put(
        "item_kind",
        claim
            .item_kind
            .map(|kind| teller.say(&words::item_kind(kind))),
    );
    put(
        "sale",
        claim.sale.map(|sale| teller.say(&words::sale(sale))),
    );
    put(
        "sold_by",
        claim.sold_by.map(|side| teller.say(&words::side(side))),
    );
    put(
        "shipped_by",
        claim.shipped_by.map(|side| teller.say(&words::side(side))),
    );
    put(
        "order_ref",
        claim.order_ref.as_deref().map(|no| teller.plain(no)),
    );
    put(
        "customer_ref",
        claim.customer_ref.as_deref().map(|no| teller.plain(no)),
    );
    put(
        "amount",
        claim.amount.map(|amount| teller.words.money(amount)),
    );
    for (term, day) in &claim.terms {
        put(term.id(), Some(teller.day(*day)));
    }
    let period = claim.notice_period;
    put(
        "notice_period",
        period.map(|p| typography::period(p, teller.words.lang.language)),
    );
    facts.extend(answers(teller));
    if let Some(description) = &claim.description {
        facts.push(Fact {
            label: teller.text("wizard-label-description"),
            lines: teller.lines(description),
        });
    }
    Section {
        id: "facts",
        title: teller.text("dossier-facts"),
        blocks: vec![Block::Facts(facts)],
    }
}

/// The answers to the playbooks' own questions.
fn answers(teller: &Teller<'_>) -> Vec<Fact> {
    let facts = &teller.case.facts;
    let mut told: Vec<&str> = Vec::new();
    let mut lines = Vec::new();
    for question in facts
        .library
        .fitting(facts.claim)
        .flat_map(|p| &p.questions)
    {
        let Some(answer) = facts.claim.answers.get(&question.key) else {
            continue;
        };
        if told.contains(&question.key.as_str()) {
            continue;
        }
        told.push(&question.key);
        let label = question.label.as_ref().unwrap_or(&question.ask);
        lines.push(Fact::new(
            teller.both(label),
            answered(teller, question, answer),
        ));
    }
    lines
}

fn answered(teller: &Teller<'_>, question: &Question, answer: &str) -> String {
    let option = question.options.iter().find(|o| o.value == answer);
    match (question.kind, option, answer) {
        (_, Some(option), _) => teller.both(&option.label),
        (QuestionKind::YesNo, None, "yes") => teller.text("wizard-yes"),
        (QuestionKind::YesNo, None, "no") => teller.text("wizard-no"),
        (QuestionKind::Date, None, day) => match day.parse() {
            Ok(day) => teller.day(day),
            Err(_) => teller.plain(day),
        },
        _ => teller.plain(answer),
    }
}
