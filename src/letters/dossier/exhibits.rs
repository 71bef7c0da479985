//! The evidence: what each piece is, what it proves, and what became of its file.

use super::found::{Found, looks_like_a_picture};
use super::model::{Block, Exhibit, Fact, Gap, Section};
use super::teller::Teller;
use crate::domain::evidence::Evidence;
use crate::domain::message::Message;
use crate::lang::{typography, words};

pub(super) fn section(teller: &Teller<'_>) -> Section {
    let mut blocks: Vec<Block> = teller
        .named()
        .map(|piece| Block::Exhibit(exhibit(teller, piece)))
        .collect();
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(teller.text("dossier-exhibits-none")));
    }
    blocks.extend(left_out(teller).map(|message| Block::Paragraph(teller.say(&message))));
    Section {
        id: "exhibits",
        title: teller.text("dossier-exhibits"),
        blocks,
    }
}

/// The path of the file of an exhibit beside the dossier.
#[must_use]
pub(super) fn path(piece: &Evidence) -> String {
    format!("exhibits/E{}-{}", piece.no, piece.file_name())
}

fn exhibit(teller: &Teller<'_>, piece: &Evidence) -> Exhibit {
    let found = teller.found(piece.no);
    let here = piece.purged_on.is_none() && found.is_there();
    let kind = teller.say(&words::evidence_kind(piece.kind));
    let heading = Message::new("dossier-exhibit-heading")
        .with("no", piece.no.to_string())
        .with("kind", kind.as_str());
    let mut facts = Vec::new();
    let note = piece.note.as_deref().map(|note| teller.plain(note));
    facts.extend(
        note.clone()
            .map(|note| teller.fact("dossier-exhibit-note", note)),
    );
    facts.extend(
        piece
            .taken_on
            .map(|on| teller.fact("dossier-exhibit-day", teller.day(on))),
    );
    let proves: Vec<String> = teller
        .words
        .events
        .iter()
        .filter(|event| event.evidence.contains(&piece.no))
        .map(|event| {
            let message = Message::new("dossier-ask-happened")
                .with("event", words::event(event.kind))
                .with("on", event.on);
            teller.say(&message)
        })
        .collect();
    if !proves.is_empty() {
        facts.push(Fact {
            label: teller.text("dossier-exhibit-proves"),
            lines: proves,
        });
    }
    if let Some(mail) = &piece.mail {
        let people = [&mail.from, &mail.to].into_iter().flatten();
        let people: Vec<&str> = people.map(String::as_str).collect();
        if !people.is_empty() {
            facts.push(teller.fact("dossier-exhibit-mail", teller.plain(&people.join(" → "))));
        }
        let subject = mail.subject.as_deref();
        facts.extend(subject.map(|s| teller.fact("dossier-letter-subject", teller.plain(s))));
    }
    if let Some(whole) = piece.part_of {
        facts.push(teller.fact("dossier-exhibit-part", format!("E{whole}")));
    }
    let size = typography::size(piece.bytes, teller.words.lang.language);
    let about = match &piece.media_type {
        Some(kind) => format!("{} ({size}, {})", piece.name, kind),
        None => format!("{} ({size})", piece.name),
    };
    facts.push(teller.fact("dossier-exhibit-file", teller.plain(&about)));
    if !here {
        let state = trouble(teller, piece).map(|(message, _)| message);
        facts.extend(state.map(|m| teller.fact("dossier-exhibit-state", teller.say(&m))));
    }
    let picture = match found {
        Found::Picture(picture) if here => Some(picture.clone()),
        _ => None,
    };
    let described = Message::new("dossier-exhibit-picture")
        .with("no", piece.no.to_string())
        .with("what", note.unwrap_or(kind));
    Exhibit {
        no: piece.no,
        heading: teller.say(&heading),
        facts,
        sha256: piece.sha256.clone(),
        bytes: piece.bytes,
        file: (here && teller.case.beside).then(|| path(piece)),
        picture,
        described: teller.say(&described),
    }
}

/// What is wrong with a piece of evidence, and what to type about it.
fn trouble(teller: &Teller<'_>, piece: &Evidence) -> Option<(Message, Option<Message>)> {
    let say =
        |key: &str| Message::new(format!("dossier-trouble-{key}")).with("no", piece.no.to_string());
    if let Some(on) = piece.purged_on {
        return Some((say("purged").with("on", on), None));
    }
    let check = || {
        let hint = Message::new("dossier-hint-verify");
        Some(hint.with("id", teller.case.no.to_string()))
    };
    match teller.found(piece.no) {
        Found::Missing => Some((say("missing"), check())),
        Found::Altered => Some((say("altered"), check())),
        Found::Unreadable => Some((say("unreadable"), check())),
        Found::NoPicture => Some((say("no-picture"), None)),
        Found::Whole | Found::Paged | Found::Picture(_) | Found::Text(_) => None,
    }
}

/// The evidence that is not what it should be.
pub(super) fn gaps(teller: &Teller<'_>) -> Vec<Gap> {
    let troubles = teller.named().filter_map(|piece| trouble(teller, piece));
    troubles
        .map(|(message, hint)| Gap {
            text: teller.say(&message),
            message,
            hint,
        })
        .collect()
}

/// What is not in the dossier although nothing is wrong with it.
pub(super) fn apart(teller: &Teller<'_>) -> Vec<Gap> {
    let (key, of): (_, fn(&Evidence, &Found) -> bool) = match teller.case.beside {
        false => ("dossier-apart", |piece, found| {
            piece.counts() && found.is_there() && !matches!(found, Found::Picture(_))
        }),
        true => ("dossier-too-large", |piece, found| {
            *found == Found::Whole && looks_like_a_picture(&piece.name)
        }),
    };
    let pieces = teller.named().filter(|e| of(e, teller.found(e.no)));
    let pieces: Vec<u32> = pieces.map(|piece| piece.no).collect();
    let message = Message::new(key).with("pieces", teller.numbers(&pieces));
    let pieces = (!pieces.is_empty()).then_some(message);
    left_out(teller)
        .into_iter()
        .chain(pieces)
        .map(|message| Gap {
            text: teller.say(&message),
            message,
            hint: None,
        })
        .collect()
}

/// That confidential evidence is left out: how much, and nothing else of it.
fn left_out(teller: &Teller<'_>) -> Option<Message> {
    let evidence = teller.case.facts.claim.evidence.iter();
    let hidden = evidence.filter(|e| e.confidential && e.removed_on.is_none());
    let count = i64::try_from(hidden.count()).unwrap_or(i64::MAX);
    let message = Message::new("dossier-confidential").with("count", count);
    (count > 0 && !teller.case.confidential).then_some(message)
}
