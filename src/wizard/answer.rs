//! Taking an answer: the words of the user become a fact or an event, or are refused with the reason.

use chrono::NaiveDate;

use crate::domain::calendar::period::Period;
use crate::domain::claim::{Claim, LONGEST_TEXT, Term};
use crate::domain::country::usual_currency;
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::money::{Money, MoneyError};
use crate::domain::party::{ItemKind, Payment, Sale, SellerKind, Side};
use crate::domain::problem::{Problem, Remedy};
use crate::lang::reading;

use super::OWN_SHOP;
use super::question::Answer;

/// What an answer changes: the claim as it is now, and events to append.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub claim: Claim,
    pub events: Vec<Event>,
}

/// Takes the answer to a question.
///
/// # Errors
/// When the value is not one that the question takes; the message says what to write.
pub fn take(
    claim: &Claim,
    log: &[Event],
    key: &str,
    answer: &Answer,
    today: NaiveDate,
) -> Result<Change, Message> {
    let mut change = Change {
        claim: claim.clone(),
        events: Vec::new(),
    };
    match EventKind::from_answer_key(key) {
        Some(kind) => take_event(&mut change, log, kind, answer, today)?,
        None => take_fact(&mut change.claim, log, key, answer, today)?,
    }
    Ok(change)
}

/// A date that was answered before is replaced by a new event that corrects it: the log is append-only.
fn take_event(
    change: &mut Change,
    log: &[Event],
    kind: EventKind,
    answer: &Answer,
    today: NaiveDate,
) -> Result<(), Message> {
    let known = in_force(log).into_iter().rev().find(|e| e.kind == kind);
    let Answer::Value(text) = answer else {
        // What is taken back lets what it corrected stand again: that goes too.
        let mut next = known;
        while let Some(event) = next {
            change.events.push(Event {
                corrects: Some(event.no),
                ..Event::new(EventKind::Undone, today)
            });
            next = event
                .corrects
                .and_then(|no| log.iter().find(|e| e.no == no && e.no < event.no));
        }
        return Ok(());
    };
    let on = reading::read_date(text, change.claim.language, today).map_err(|e| e.message())?;
    check_event_day(log, kind, on, today)?;
    match known {
        Some(known) if known.on == on => {}
        Some(known) => {
            change.events.push(Event {
                no: 0,
                on,
                at: None,
                corrects: Some(known.no),
                recorded_at: None,
                // What lies before the new day was said of the old one.
                by: known.by.filter(|by| *by >= on),
                received_on: known.received_on.filter(|day| *day >= on),
                ..known.clone()
            });
        }
        None => change.events.push(Event::new(kind, on)),
    }
    Ok(())
}

/// Refuses a day that lies ahead, or before the order.
///
/// # Errors
/// With the reason, as a message.
pub fn check_event_day(
    log: &[Event],
    kind: EventKind,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<(), Message> {
    if on > today {
        return Err(Message::new("wizard-error-future").with("day", on));
    }
    let log = in_force(log);
    let ordered = log
        .iter()
        .find(|e| e.kind == EventKind::Ordered)
        .map(|e| e.on);
    if let Some(ordered) = ordered
        && kind != EventKind::Ordered
        && !kind.may_precede_order()
        && on < ordered
    {
        return Err(Message::new("wizard-error-before-order")
            .with("day", on)
            .with("ordered", ordered));
    }
    let first = log
        .iter()
        .filter(|e| e.kind != EventKind::Ordered && !e.kind.may_precede_order())
        .map(|e| e.on)
        .min();
    if let (EventKind::Ordered, Some(first)) = (kind, first)
        && on > first
    {
        return Err(Message::new("wizard-error-order-after")
            .with("day", on)
            .with("event", first));
    }
    Ok(())
}

fn take_fact(
    claim: &mut Claim,
    log: &[Event],
    key: &str,
    answer: &Answer,
    today: NaiveDate,
) -> Result<(), Message> {
    let text = match answer {
        Answer::Value(text) => Some(text.trim().to_owned()).filter(|t| !t.is_empty()),
        Answer::Unknown => None,
    };
    if text
        .as_ref()
        .is_some_and(|t| t.chars().count() > LONGEST_TEXT)
    {
        return Err(Message::new("wizard-error-too-long")
            .with("most", i64::try_from(LONGEST_TEXT).unwrap_or(0)));
    }
    if text.as_ref().is_some_and(|t| t.chars().any(is_unwritten)) {
        return Err(Message::new("wizard-error-control"));
    }
    if let Some(term) = Term::from_id(key) {
        return take_term(claim, log, term, text, today);
    }
    match key {
        "problem" => claim.problem = member(text, Problem::from_id)?,
        "wanted" => claim.wanted = member(text, Remedy::from_id)?,
        "platform" => {
            claim.platform = text.filter(|t| t != OWN_SHOP);
            if claim.platform.is_none() {
                (claim.sold_by, claim.shipped_by) = (None, None);
            }
        }
        "seller" => claim.seller = text,
        "seller_kind" => claim.seller_kind = member(text, SellerKind::from_id)?,
        "seller_country" => claim.seller_country = text.map(country).transpose()?,
        "country" => claim.country = text.map(country).transpose()?,
        "region" => claim.region = text,
        "sold_by" => claim.sold_by = member(text, Side::from_id)?,
        "shipped_by" => claim.shipped_by = member(text, Side::from_id)?,
        "item" => claim.item = text,
        "item_kind" => claim.item_kind = member(text, ItemKind::from_id)?,
        "sale" => claim.sale = member(text, Sale::from_id)?,
        "order_ref" => claim.order_ref = text,
        "customer_ref" => claim.customer_ref = text,
        "payment" => claim.payment = member(text, Payment::from_id)?,
        "description" => claim.description = text,
        "title" => claim.title = text,
        "language" => claim.language = member(text, Language::from_id)?.unwrap_or(claim.language),
        "amount" => {
            let country = claim.country.as_deref();
            claim.amount = text.map(|t| read_amount(&t, country)).transpose()?;
        }
        "notice_period" => {
            let read = |t: String| {
                Period::parse(&t)
                    .ok()
                    .filter(|p| p.count >= 0 && !p.is_over_a_century())
                    .ok_or_else(|| Message::new("wizard-error-period").with("text", t))
            };
            claim.notice_period = text.map(read).transpose()?;
        }
        key => match text {
            Some(text) => {
                claim.answers.insert(key.to_owned(), text);
            }
            None => {
                claim.answers.remove(key);
            }
        },
    }
    Ok(())
}

fn take_term(
    claim: &mut Claim,
    log: &[Event],
    term: Term,
    text: Option<String>,
    today: NaiveDate,
) -> Result<(), Message> {
    let Some(text) = text else {
        claim.terms.remove(&term);
        return Ok(());
    };
    let on = reading::read_date(&text, claim.language, today).map_err(|e| e.message())?;
    let ordered = in_force(log)
        .iter()
        .find(|e| e.kind == EventKind::Ordered)
        .map(|e| e.on);
    if let Some(ordered) = ordered
        && on < ordered
    {
        return Err(Message::new("wizard-error-before-order")
            .with("day", on)
            .with("ordered", ordered));
    }
    claim.terms.insert(term, on);
    Ok(())
}

/// Reads the two letters of a country.
fn country(text: String) -> Result<String, Message> {
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Ok(text.to_ascii_uppercase());
    }
    Err(Message::new("wizard-error-country").with("text", text))
}

/// Whether a character is none that anybody writes: a control character, or one that turns the direction of the text.
fn is_unwritten(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Reads an amount; a number alone is in the currency of the country where the user lives, where that goes without saying.
/// The amount is shown with its currency before anything is made of it.
///
/// # Errors
/// When it is not one clear amount.
pub fn read_amount(text: &str, country: Option<&str>) -> Result<Money, Message> {
    let bare = Money::parse(text) == Err(MoneyError::NoCurrency);
    let text = match country.and_then(usual_currency).filter(|_| bare) {
        Some(currency) => format!("{text} {}", currency.code()),
        None => text.to_owned(),
    };
    Money::parse(&text).map_err(|error| crate::lang::words::money_error(error, &text).0)
}

fn member<T>(text: Option<String>, from_id: fn(&str) -> Option<T>) -> Result<Option<T>, Message> {
    match text {
        None => Ok(None),
        Some(id) => match from_id(&id) {
            Some(member) => Ok(Some(member)),
            None => Err(Message::new("wizard-error-choice").with("text", id)),
        },
    }
}
