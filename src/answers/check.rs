//! What only the whole file can tell: days that contradict each other, and answers that are missing.

use chrono::NaiveDate;

use crate::domain::claim::Term;
use crate::domain::country;
use crate::domain::event::EventKind;
use crate::domain::language::Text;
use crate::domain::message::Message;
use crate::domain::playbook::{Library, Playbook, PlaybookKind, Question};

use super::facts::valid_values;
use super::field::{Field, day_key};
use super::problem::Fault;
use super::read::Reading;

/// The answers without which there is no claim.
pub(super) const OF_A_CLAIM: &[&str] = &[
    "problem",
    "wanted",
    "country",
    "seller",
    "seller_kind",
    "sale",
    "item_kind",
];

/// The answers without which not even a question can be answered: what goes without saying fills the rest.
pub(super) const OF_A_QUESTION: &[&str] = &["problem", "country"];

/// Nothing has happened after today, and what belongs to a purchase does not come before it.
pub(super) fn dates(reading: &mut Reading<'_>, today: NaiveDate) {
    let ordered = reading.days.get(&EventKind::Ordered).map(|o| (o.on, o.at));
    let mut faults = Vec::new();
    for (kind, happened) in &reading.days {
        let key = happened.key.as_str();
        if happened.on > today {
            let mut fault = Fault::of("answers-future", key);
            fault.what = fault.what.with("date", happened.on).with("today", today);
            if let Some(term) = lies_ahead(*kind) {
                fault = fault.hint(Message::new("answers-future-hint").with("known", term.id()));
            }
            faults.push((fault, happened.line, key.to_owned()));
        }
        let Some((order, hour)) = ordered else {
            continue;
        };
        let before = match (happened.at, hour) {
            (Some(at), Some(hour)) => (happened.on, at) < (order, hour),
            _ => happened.on < order,
        };
        if before && !kind.may_precede_order() {
            let mut fault = Fault::of("answers-before-order", key);
            fault.what = fault.what.with("date", happened.on).with("ordered", order);
            faults.push((fault, happened.line, key.to_owned()));
        }
    }
    let start = ordered
        .map(|(on, _)| on)
        .or_else(|| reading.days.get(&EventKind::Contract).map(|c| c.on));
    for (term, on) in &reading.claim.terms {
        let Some(start) = start.filter(|start| on < start) else {
            continue;
        };
        let mut fault = Fault::of("answers-before-order", term.id());
        fault.what = fault.what.with("date", *on).with("ordered", start);
        let line = reading.given.get(term.id()).copied().unwrap_or(1);
        faults.push((fault, line, term.id().to_owned()));
    }
    for (fault, line, key) in faults {
        reading.tell(fault, Some(line), &key);
    }
}

/// Returns the term to give where what an event tells of has not happened yet.
const fn lies_ahead(kind: EventKind) -> Option<Term> {
    match kind {
        EventKind::Delivered | EventKind::TrackingDelivered => Some(Term::LatestDeliveryOn),
        EventKind::Shipped => Some(Term::LatestShippingOn),
        EventKind::Debited => Some(Term::NextDebitOn),
        EventKind::Paid => Some(Term::PaymentDueOn),
        EventKind::Renewed => Some(Term::TermEndsOn),
        _ => None,
    }
}

/// The region lies in the consumer's country.
pub(super) fn region(reading: &mut Reading<'_>) {
    let (Some(region), Some(code)) = (&reading.claim.region, &reading.claim.country) else {
        return;
    };
    if country::country_of_region(region) != Some(code.as_str()) {
        let mut fault = Fault::of("answers-region-of", "region").saying(region);
        fault.what = fault.what.with("country", code.clone());
        let line = reading.given.get("region").copied();
        reading.tell(fault, line, "region");
    }
}

/// Returns the answers that are always needed, or that a playbook that fits cannot do without, and are not there.
pub(super) fn missing(reading: &Reading<'_>, always: &[&str]) -> Vec<(String, Fault)> {
    let mut faults: Vec<(String, Fault)> = Vec::new();
    for key in always
        .iter()
        .filter(|key| !reading.given.contains_key(**key))
    {
        faults.push(((*key).to_owned(), Fault::of("answers-missing", key)));
    }
    for playbook in reading.library.fitting(&reading.claim) {
        for question in &playbook.questions {
            let key = asked_for(question, reading);
            let needed = is_needed(question, playbook) && question.when.holds(&reading.claim);
            if !needed || reading.given.contains_key(&key) || faults.iter().any(|(k, _)| *k == key)
            {
                continue;
            }
            let mut fault = Fault::of("answers-missing-for", &key);
            let title: Text = playbook.title.clone();
            fault.what = fault.what.with("playbook", title);
            faults.push((key, fault));
        }
    }
    faults
}

/// Says how an answers file gives an answer.
pub(super) fn to_write(key: &str, library: &Library) -> Message {
    let valid = valid_values(key, library);
    if !valid.is_empty() {
        return Message::new("answers-valid-values").with("values", valid.join(", "));
    }
    let value = if key.ends_with("_on") {
        "2026-11-20"
    } else if key == "country" {
        "FR"
    } else {
        "…"
    };
    Message::new("answers-write-text")
        .with("key", key.to_owned())
        .with("value", value)
}

/// On a marketplace, who sold and who shipped decides whom the claim is against: a platform that asks must be told.
fn is_needed(question: &Question, playbook: &Playbook) -> bool {
    question.required
        || (playbook.kind == PlaybookKind::Platform
            && matches!(question.key.as_str(), "sold_by" | "shipped_by"))
}

fn asked_for(question: &Question, reading: &Reading<'_>) -> String {
    match Field::of(&question.key, reading.library) {
        Some(Field::Day(kind)) => day_key(kind),
        _ => question.key.clone(),
    }
}
