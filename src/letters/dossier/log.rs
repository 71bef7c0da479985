//! What happened, day by day, and what was sent.

use super::found::Found;
use super::model::{Block, Cell, Letter, Section, Table};
use super::teller::Teller;
use crate::domain::addressee::Addressee;
use crate::domain::event::{Direction, Event, EventKind};
use crate::domain::evidence::EvidenceKind;
use crate::domain::problem::Outcome;
use crate::domain::route::WITHOUT_PROOF;
use crate::domain::timeline;
use crate::lang::{typography, words};

/// Whether an event is part of the story for this reader: what the user noted for themselves is for whoever advises.
fn is_told(teller: &Teller<'_>, event: &Event) -> bool {
    teller.case.addressee == Addressee::Adviser
        || !matches!(event.kind, EventKind::Note | EventKind::OwnDate)
}

/// The claim in time, where anything of it has a day.
pub(super) fn picture(teller: &Teller<'_>) -> Option<Section> {
    let told = teller.words.events.iter().filter(|e| is_told(teller, e));
    let told: Vec<Event> = told.map(|event| (*event).clone()).collect();
    let timeline = timeline::of(&told, teller.case.facts.assessment);
    (!timeline.is_empty()).then(|| Section {
        id: "picture",
        title: teller.text("dossier-picture"),
        blocks: vec![Block::Timeline(timeline)],
    })
}

pub(super) fn timeline(teller: &Teller<'_>) -> Option<Section> {
    let columns = ["day", "what", "details", "exhibits"];
    let columns = columns.map(|name| teller.text(&format!("dossier-column-{name}")));
    let mut table = Table::new(teller.text("dossier-timeline"), columns.to_vec());
    for event in teller.words.events.iter().filter(|e| is_told(teller, e)) {
        table.rows.push(vec![
            Cell::Text(when(teller, event)),
            Cell::Text(teller.say(&words::event(event.kind))),
            Cell::Text(details(teller, event)),
            Cell::Exhibits(teller.cited(event)),
        ]);
    }
    (!table.rows.is_empty()).then(|| Section {
        id: "timeline",
        title: teller.text("dossier-timeline"),
        blocks: vec![Block::Table(table)],
    })
}

fn when(teller: &Teller<'_>, event: &Event) -> String {
    let day = teller.short(event.on);
    match event.at {
        Some(at) => format!("{day} {}", typography::time(at, teller.words.lang.language)),
        None => day,
    }
}

fn details(teller: &Teller<'_>, event: &Event) -> String {
    let library = teller.case.facts.library;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(
        event
            .channel
            .map(|channel| teller.say(&words::channel(channel))),
    );
    parts.extend(event.amount.map(|amount| teller.words.money(amount)));
    let by = |day| crate::domain::message::Message::new("dossier-by").with("day", day);
    parts.extend(event.by.map(|day| teller.say(&by(day))));
    let about = event.about.as_deref();
    let about = about.filter(|a| !a.starts_with("closing#") && !a.starts_with(WITHOUT_PROOF));
    parts.extend(about.map(|about| teller.say(&words::named(about, library))));
    let outcome = event.note.as_deref().and_then(Outcome::from_id);
    match (event.kind, outcome) {
        (EventKind::Closed, Some(outcome)) => parts.push(teller.say(&words::outcome(outcome))),
        _ => parts.extend(note(teller, event)),
    }
    parts.join(" · ")
}

/// The note of an event; that on the consumer's own message is for the consumer, and for whoever advises.
fn note(teller: &Teller<'_>, event: &Event) -> Option<String> {
    let is_own = event.kind.direction() == Direction::Sent;
    let hidden = is_own && teller.case.addressee != Addressee::Adviser;
    let note = event.note.as_deref().filter(|_| !hidden)?;
    Some(teller.plain(note))
}

/// The messages that the consumer sent, each with its day, its way and its proof, and word for word where the words are
/// kept.
pub(super) fn letters(teller: &Teller<'_>) -> Section {
    let sent = |event: &&&Event| {
        event.kind.direction() == Direction::Sent && event.kind != EventKind::Returned
    };
    let sent = teller.words.events.iter().filter(sent);
    let mut blocks: Vec<Block> = sent
        .map(|event| Block::Letter(letter(teller, event)))
        .collect();
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(teller.text("dossier-letters-none")));
    }
    Section {
        id: "letters",
        title: teller.text("dossier-letters"),
        blocks,
    }
}

fn letter(teller: &Teller<'_>, event: &Event) -> Letter {
    let cited = teller.cited(event);
    let pieces = || teller.named().filter(|e| cited.contains(&e.no));
    let mut facts = Vec::new();
    if let Some(channel) = event.channel {
        let channel = typography::upper_first(&teller.say(&words::channel(channel)));
        facts.push(teller.fact("dossier-letter-by", channel));
    }
    let received = event.received_on.filter(|on| *on != event.on);
    facts.extend(received.map(|on| teller.fact("dossier-letter-received", teller.day(on))));
    facts.extend(
        event
            .by
            .map(|by| teller.fact("dossier-letter-answer", teller.day(by))),
    );
    let subject = pieces().find_map(|e| e.mail.as_ref()?.subject.as_deref());
    facts.extend(subject.map(|s| teller.fact("dossier-letter-subject", teller.plain(s))));
    // The text that was kept proves what was written, not that it was sent.
    let proofs = pieces().filter(|e| e.kind != EvidenceKind::Letter);
    let proofs: Vec<u32> = proofs.map(|e| e.no).collect();
    let proof = match proofs.is_empty() {
        true => teller.text("dossier-letter-unproven"),
        false => teller.numbers(&proofs),
    };
    facts.push(teller.fact("dossier-letter-proof", proof));
    let body = cited.iter().find_map(|no| match teller.found(*no) {
        Found::Text(text) => Some(teller.lines(text)),
        _ => None,
    });
    let heading = crate::domain::message::Message::new("dossier-letter-heading")
        .with("what", words::event(event.kind))
        .with("on", event.on);
    Letter {
        heading: teller.say(&heading),
        facts,
        body,
    }
}
