//! What a template can say of an offer, of what is asked for instead, and of what was only said.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use minijinja::value::Value;

use crate::domain::event::{Direction, Event, EventKind};
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::offer::Offer;
use crate::domain::problem::Remedy;

use super::context::Context;
use super::history::{self, Voice};
use super::tidy::one_line;
use super::words::Words;

/// The names that are there for some claims alone.
pub(super) const SOMETIMES: [&str; 16] = [
    "offer",
    "offer.on",
    "offer.what",
    "offer.amount",
    "offer.by",
    "offer.terms",
    "offer.who",
    "counter",
    "counter.what",
    "counter.amount",
    "spoken",
    "spoken.on",
    "spoken.how",
    "spoken.who",
    "spoken.line",
    "promise.who",
];

/// Puts the names in.
pub(super) fn put(context: &mut Context, words: &Words<'_>) {
    match Offer::last(&words.events) {
        Some(offer) => context.put("offer", of_offer(words, offer.event)),
        None => context.lack("offer", "offer"),
    }
    match counter(words) {
        Some(counter) => {
            let mut parts = said(words, counter);
            parts.retain(|name, _| matches!(*name, "what" | "amount"));
            context.put("counter", Value::from(parts));
        }
        None => context.lack("counter", "counter"),
    }
    match last_spoken(&words.events) {
        Some(spoken) => {
            let mut parts = BTreeMap::from([
                ("on", Value::from(words.date(spoken.on))),
                (
                    "line",
                    Value::from(history::sentence(words, spoken, false, Voice::You)),
                ),
            ]);
            if let Some(channel) = spoken.channel {
                let how = words.lang.text(&format!("letter-by-{}", channel.id()));
                parts.insert("how", Value::from(how));
            }
            parts.extend(who(spoken).map(|who| ("who", Value::from(who))));
            context.put("spoken", Value::from(parts));
        }
        None => context.lack("spoken", "spoken"),
    }
}

/// The day that was set with the answer to the offer, where the letter gives it once more.
pub(super) fn day_set(kind: LetterKind, words: &Words<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let answers = match kind {
        LetterKind::OfferAccepted => EventKind::OfferAccepted,
        LetterKind::OfferRefused | LetterKind::CounterOffer => EventKind::OfferRefused,
        _ => return None,
    };
    let ended = Offer::last(&words.events)?.ended?;
    ended.by.filter(|by| ended.kind == answers && *by >= today)
}

/// What the other side said last by telephone or in person.
pub(super) fn last_spoken<'a>(log: &[&'a Event]) -> Option<&'a Event> {
    let of_them = |e: &&&Event| e.was_spoken() && history::is_answer(e.kind);
    log.iter().rfind(of_them).copied()
}

/// What was asked for instead of the last offer.
fn counter<'a>(words: &Words<'a>) -> Option<&'a Event> {
    let ended = Offer::last(&words.events)?.ended?;
    ended.asks_instead().then_some(ended)
}

fn of_offer(words: &Words<'_>, event: &Event) -> Value {
    let mut parts = said(words, event);
    parts.insert("on", Value::from(words.date(event.on)));
    if let Some(by) = event.by {
        parts.insert("by", Value::from(words.date(by)));
    }
    let terms = event.note.as_deref().map(one_line);
    let terms = terms.map(|t| t.trim_end_matches(['.', ' ', ';']).to_owned());
    let terms = terms.filter(|t| !t.is_empty());
    parts.extend(terms.map(|terms| ("terms", Value::from(terms))));
    parts.extend(who(event).map(|who| ("who", Value::from(who))));
    Value::from(parts)
}

/// What an event gives or asks for.
fn said(words: &Words<'_>, event: &Event) -> BTreeMap<&'static str, Value> {
    let mut parts = BTreeMap::new();
    if let Some(what) = gives(words, event.amount, event.remedy) {
        parts.insert("what", Value::from(what));
    }
    if let Some(amount) = event.amount {
        parts.insert("amount", Value::from(words.money(amount)));
    }
    parts
}

/// A sum, a remedy or both as a noun: `un remboursement partiel de 20,00 €`.
fn gives(words: &Words<'_>, amount: Option<Money>, remedy: Option<Remedy>) -> Option<String> {
    let message = match (remedy, amount) {
        (None, None) => return None,
        (None, Some(_)) => Message::new("offer-gives-sum"),
        (Some(remedy), None) => Message::new(format!("offer-gives-{remedy}")),
        (Some(remedy), Some(_)) => Message::new(format!("offer-gives-{remedy}-amount")),
    };
    Some(words.lang.say(&match amount {
        Some(amount) => message.with("amount", words.money(amount)),
        None => message,
    }))
}

/// Who on the other side said it, on one line.
pub(super) fn who(event: &Event) -> Option<String> {
    let who = event.said_by.as_deref().map(one_line);
    who.filter(|who| !who.is_empty())
}

/// The sentence of the story for an event that names a remedy or answers an offer, else none.
pub(super) fn told(words: &Words<'_>, event: &Event, voice: Voice) -> Option<Message> {
    let what = gives(words, event.amount, event.remedy);
    let name = match event.kind {
        EventKind::OfferAccepted => "accepted",
        EventKind::OfferRefused if what.is_some() => "countered",
        // A bare sum that was offered has words of its own.
        EventKind::Offered if event.remedy.is_some() => "offered",
        EventKind::Promised if what.is_some() && event.by.is_some() => "promised-by",
        EventKind::Promised if what.is_some() => "promised",
        _ => return None,
    };
    let message = Message::new(format!("offer-{}-{name}", voice.id()));
    Some(match what {
        Some(what) => message.with("what", what),
        None => message,
    })
}

/// When something was said, by which means, and by whom: `le 3 novembre 2026, par téléphone (Mme Roy)`.
pub(super) fn when_and_who(words: &Words<'_>, event: &Event) -> String {
    let when = history::when(words, event);
    match who(event) {
        Some(who) if event.kind.direction() == Direction::Received => format!("{when} ({who})"),
        _ => when,
    }
}
