//! Which key means what: the table of the answers file, the events' ids, and the playbooks' own questions.

use crate::domain::claim::{FACTS, Term};
use crate::domain::event::{Direction, EventKind};
use crate::domain::nearest::nearest;
use crate::domain::playbook::Library;

/// What people write where the key is another one.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("remedy", "wanted"),
    ("want", "wanted"),
    ("shop", "seller"),
    ("vendor", "seller"),
    ("merchant", "seller"),
    ("trader", "seller"),
    ("marketplace", "platform"),
    ("product", "item"),
    ("price", "amount"),
    ("total", "amount"),
    ("order", "order_ref"),
    ("order_number", "order_ref"),
    ("order_no", "order_ref"),
    ("order_id", "order_ref"),
    ("order_date", "ordered_on"),
    ("delivery_date", "delivered_on"),
    ("customer_number", "customer_ref"),
    ("details", "description"),
    ("lang", "language"),
    ("paid_by", "payment"),
    ("paid_with", "payment"),
    ("channel", "contacted_channel"),
];

/// What a key stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Field {
    Fact(&'static str),
    Term(Term),
    /// The day of an event.
    Day(EventKind),
    /// The day and the hour of an event.
    Hour(EventKind),
    /// By which channel the message of an event went.
    Channel(EventKind),
    /// A playbook's own question.
    Own(String),
    /// An event that only a claim that exists can have.
    Later(EventKind),
}

impl Field {
    /// Finds what a key stands for. In an event's key `-` and `_` are the same.
    pub(super) fn of(key: &str, library: &Library) -> Option<Field> {
        let fact = FACTS.iter().find(|fact| **fact == key);
        if let Some(fact) = fact {
            return Some(Field::Fact(fact));
        }
        if let Some(term) = Term::from_id(key) {
            return Some(Field::Term(term));
        }
        let event = |ending: &str| {
            let id = key.strip_suffix(ending)?.replace('_', "-");
            EventKind::from_id(&id)
        };
        let is_message = |kind: &EventKind| kind.direction() != Direction::Fact;
        if let Some(kind) = event("_on") {
            Some(if kind.is_about_the_log() {
                Field::Later(kind)
            } else {
                Field::Day(kind)
            })
        } else if let Some(kind) = event("_at") {
            Some(if kind.is_about_the_log() {
                Field::Later(kind)
            } else {
                Field::Hour(kind)
            })
        } else if let Some(kind) = event("_channel").filter(is_message) {
            Some(Field::Channel(kind))
        } else {
            own_keys(library)
                .any(|own| own == key)
                .then(|| Field::Own(key.to_owned()))
        }
    }

    /// Returns the one name of what the key stands for: the day and the hour of an event are one answer.
    pub(super) fn name(&self) -> String {
        match self {
            Field::Fact(key) => (*key).to_owned(),
            Field::Term(term) => term.id().to_owned(),
            Field::Day(kind) | Field::Hour(kind) | Field::Later(kind) => day_key(*kind),
            Field::Channel(kind) => format!("{}_channel", kind.id().replace('-', "_")),
            Field::Own(key) => key.clone(),
        }
    }
}

/// Returns the key that gives the day of an event.
pub(super) fn day_key(kind: EventKind) -> String {
    format!("{}_on", kind.id().replace('-', "_"))
}

/// Returns the known key that was probably meant.
pub(super) fn meant(key: &str, library: &Library) -> Option<String> {
    let plain = key.trim().to_lowercase().replace(['-', ' '], "_");
    if let Some((_, known)) = OTHER_WORDS.iter().find(|(other, _)| *other == plain) {
        return Some((*known).to_owned());
    }
    if Field::of(&plain, library).is_some() {
        return Some(plain);
    }
    let days: Vec<String> = EventKind::ALL
        .iter()
        .filter(|kind| !kind.is_about_the_log())
        .map(|kind| day_key(*kind))
        .collect();
    let facts = FACTS.iter().copied();
    let terms = Term::ALL.iter().map(|term| term.id());
    let candidates = facts
        .chain(terms)
        .chain(days.iter().map(String::as_str))
        .chain(["contacted_channel"])
        .chain(own_keys(library));
    nearest(key, candidates).map(ToOwned::to_owned)
}

fn own_keys(library: &Library) -> impl Iterator<Item = &str> {
    library
        .playbooks
        .iter()
        .flat_map(|playbook| &playbook.questions)
        .map(|question| question.key.as_str())
}
