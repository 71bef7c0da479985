//! The first page: who, what happened, what is asked, what was done, what is open and until when.

use super::model::{Block, Fact, Section};
use super::teller::Teller;
use crate::domain::addressee::Addressee;
use crate::domain::assess::{Deadline, DeadlineState, RouteView};
use crate::domain::message::Message;
use crate::domain::party::Who;
use crate::domain::route::RouteState;
use crate::lang::{typography, words};

/// How much of the description a summary shows, in characters.
const DESCRIPTION: usize = 400;

/// How many sentences of the story, and how many open routes, a summary tells.
const MOST: usize = 5;

pub(super) fn section(teller: &Teller<'_>) -> Section {
    let fact = |key: &str, lines: Vec<String>| Fact {
        label: teller.text(key),
        lines,
    };
    let facts = [
        fact("dossier-sum-consumer", vec![consumer(teller)]),
        fact("dossier-sum-against", vec![against(teller)]),
        fact("dossier-sum-happened", happened(teller)),
        fact("dossier-sum-asked", asked(teller)),
        fact("dossier-sum-done", done(teller)),
        fact("dossier-sum-late", late(teller)),
        fact("dossier-sum-open", open(teller)),
        fact("dossier-sum-next", next(teller)),
    ];
    let facts = facts.into_iter().filter(|fact| !fact.lines.is_empty());
    Section {
        id: "summary",
        title: teller.text("dossier-summary"),
        blocks: vec![Block::Facts(facts.collect())],
    }
}

fn consumer(teller: &Teller<'_>) -> String {
    let name = teller.case.facts.consumer.name.as_deref();
    name.map_or_else(|| teller.text("dossier-unnamed"), |name| teller.plain(name))
}

fn against(teller: &Teller<'_>) -> String {
    let claim = teller.case.facts.claim;
    let seller = claim.seller.as_deref();
    let seller = seller.map_or_else(|| teller.text("dossier-unnamed"), |s| teller.plain(s));
    match super::parties::platform(teller) {
        Some(platform) if platform != seller => teller.say(
            &Message::new("dossier-sum-seller-on")
                .with("seller", seller)
                .with("platform", platform),
        ),
        _ => seller,
    }
}

/// The purchase, what went wrong, and what the user says of it.
fn happened(teller: &Teller<'_>) -> Vec<String> {
    let claim = teller.case.facts.claim;
    let told = &teller.words;
    let bought_on = told
        .day(crate::domain::event::EventKind::Contract)
        .or_else(|| told.day(crate::domain::event::EventKind::Ordered));
    let parts = [
        claim.item.as_deref().map(|item| teller.plain(item)),
        told.order_ref()
            .map(|no| teller.say(&Message::new("dossier-sum-order").with("no", no))),
        claim.amount.map(|amount| told.money(amount)),
        bought_on.map(|on| teller.say(&Message::new("dossier-sum-bought").with("on", on))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let mut lines = Vec::new();
    if !parts.is_empty() {
        let purchase = Message::new("dossier-sum-purchase").with("parts", parts.join(", "));
        lines.push(teller.say(&purchase));
    }
    // Of a charge letters only say that it is a mistake: they name it before.
    let trouble = match claim.problem {
        Some(problem) if told.is_charge() => Some(teller.say(&words::problem(problem))),
        _ => told.problem("trouble").ok(),
    };
    lines.extend(trouble.map(|trouble| format!("{}.", typography::upper_first(&trouble))));
    if let Some(description) = &claim.description {
        lines.push(shortened(&teller.plain(description)));
    }
    lines
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= DESCRIPTION {
        return text.to_owned();
    }
    let start: String = text.chars().take(DESCRIPTION).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    format!("{} […]", start[..end].trim_end())
}

fn asked(teller: &Teller<'_>) -> Vec<String> {
    let wanted = match (teller.words.wanted(), teller.case.facts.claim.wanted) {
        (Ok(wanted), _) => typography::upper_first(&teller.plain(&wanted)),
        (Err(_), Some(remedy)) => typography::upper_first(&teller.say(&words::remedy(remedy))),
        (Err(_), None) => return Vec::new(),
    };
    let mut lines = vec![wanted];
    let increase = teller.case.facts.assessment.money.increase();
    if let Some(increase) = increase.filter(|view| view.amount.minor > 0) {
        let more = Message::new("dossier-sum-increase").with("amount", increase.amount);
        lines.push(teller.say(&more));
    }
    lines
}

/// The story; of a long one the beginning and the end.
fn done(teller: &Teller<'_>) -> Vec<String> {
    let mut story = teller.story();
    if story.is_empty() {
        return vec![teller.text("dossier-sum-nothing-done")];
    }
    if story.len() > MOST {
        let left_out = story.len() - MOST + 1;
        let count = i64::try_from(left_out).unwrap_or(i64::MAX);
        let more = Message::new("dossier-sum-more").with("count", count);
        story.splice(1..=left_out, [teller.say(&more)]);
    }
    story
}

/// What somebody owed and has not done.
fn late(teller: &Teller<'_>) -> Vec<String> {
    let deadlines = teller.case.facts.assessment.deadlines.iter();
    let late = deadlines.filter(|d| {
        d.state == DeadlineState::Missed && d.who != Who::Consumer && !d.quiet && !d.held
    });
    late.map(|deadline| owed(teller, deadline)).collect()
}

fn owed(teller: &Teller<'_>, deadline: &Deadline) -> String {
    let message = Message::new("dossier-sum-owed")
        .with("who", words::party(deadline.who))
        .with("what", deadline.what.clone())
        .with("on", deadline.legal_on.unwrap_or(deadline.due_on));
    teller.say(&message)
}

/// The routes that can be taken, those of the addressee first.
fn open(teller: &Teller<'_>) -> Vec<String> {
    let routes = teller.case.facts.assessment.routes.iter();
    let is_open = |r: &&RouteView| {
        matches!(r.state, RouteState::Open | RouteState::Closing)
            && r.taken_on.is_none()
            && !r.alternative
    };
    let mut open: Vec<&RouteView> = routes.filter(is_open).collect();
    open.sort_by_key(|route| teller.door() != Some(route.door));
    let lines = open.iter().take(MOST).map(|route| {
        let message = Message::new("dossier-sum-route")
            .with("route", route.title.clone())
            .with("window", teller.window(route));
        teller.say(&message)
    });
    let lines: Vec<String> = lines.collect();
    match lines.is_empty() {
        true => vec![teller.text("dossier-sum-nothing-open")],
        false => lines,
    }
}

/// What is to be done next: for whoever advises alone, anybody else has no part in it.
fn next(teller: &Teller<'_>) -> Vec<String> {
    if teller.case.addressee != Addressee::Adviser {
        return Vec::new();
    }
    let (sentence, _) = words::next(&teller.case.facts.assessment.next, teller.case.no);
    vec![teller.say(&sentence)]
}
