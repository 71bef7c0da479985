//! One answer into the claim: what each key takes, and what is said when the value is another one.

use std::collections::BTreeSet;

use crate::domain::calendar::period::Period;
use crate::domain::claim::Claim;
use crate::domain::country;
use crate::domain::event::Channel;
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::money::{Money, MoneyError};
use crate::domain::nearest::nearest;
use crate::domain::party::{ItemKind, Payment, Sale, SellerKind, Side};
use crate::domain::playbook::{Library, QuestionKind};
use crate::domain::problem::{Outcome, Problem as WentWrong, Remedy};

use super::dates;
use super::problem::{Fault, shown};

/// Puts a fact of the table into the claim.
pub(super) fn set_fact(
    claim: &mut Claim,
    key: &str,
    text: &str,
    library: &Library,
) -> Result<(), Fault> {
    match key {
        "problem" => claim.problem = Some(member(key, text, WentWrong::from_id)?),
        "wanted" => claim.wanted = Some(member(key, text, Remedy::from_id)?),
        "seller_kind" => claim.seller_kind = Some(member(key, text, SellerKind::from_id)?),
        "sold_by" => claim.sold_by = Some(member(key, text, Side::from_id)?),
        "shipped_by" => claim.shipped_by = Some(member(key, text, Side::from_id)?),
        "item_kind" => claim.item_kind = Some(member(key, text, ItemKind::from_id)?),
        "sale" => claim.sale = Some(member(key, text, Sale::from_id)?),
        "payment" => claim.payment = Some(member(key, text, Payment::from_id)?),
        "language" => claim.language = member(key, text, Language::from_id)?,
        "platform" => claim.platform = Some(platform(key, text, library)?),
        "country" => claim.country = Some(country_code(key, text)?),
        "seller_country" => claim.seller_country = Some(country_code(key, text)?),
        "region" => claim.region = Some(region(key, text)?),
        "amount" => claim.amount = Some(amount(key, text)?),
        "notice_period" => claim.notice_period = Some(notice_period(key, text)?),
        "seller" => claim.seller = Some(line(key, text)?),
        "item" => claim.item = Some(line(key, text)?),
        "order_ref" => claim.order_ref = Some(line(key, text)?),
        "customer_ref" => claim.customer_ref = Some(line(key, text)?),
        "title" => claim.title = Some(line(key, text)?),
        "description" => claim.description = Some(paragraphs(key, text)?),
        _ => {}
    }
    Ok(())
}

/// Puts the answer to a playbook's own question into the claim.
pub(super) fn set_own(
    claim: &mut Claim,
    key: &str,
    text: &str,
    library: &Library,
) -> Result<(), Fault> {
    let questions: Vec<_> = library
        .playbooks
        .iter()
        .flat_map(|playbook| &playbook.questions)
        .filter(|question| question.key == key)
        .collect();
    let mut valid: Vec<&str> = Vec::new();
    let mut answer = None;
    for question in questions {
        match question.kind {
            QuestionKind::YesNo => valid.extend(["yes", "no"]),
            QuestionKind::Choice => valid.extend(question.options.iter().map(|o| o.value.as_str())),
            QuestionKind::Date => answer = Some(dates::day(key, text)?.to_string()),
            QuestionKind::Text => answer = Some(line(key, text)?),
        }
    }
    // Several playbooks may ask the same.
    let mut named = BTreeSet::new();
    valid.retain(|value| named.insert(*value));
    let answer = match answer {
        Some(answer) => answer,
        None => one_of(key, text, &valid)?.to_owned(),
    };
    claim.answers.insert(key.to_owned(), answer);
    Ok(())
}

/// Reads the channel of a message.
pub(super) fn channel(key: &str, text: &str) -> Result<Channel, Fault> {
    member(key, text, Channel::from_id)
}

/// Returns the values that a key of a closed set takes; empty for a key that takes text.
pub(super) fn valid_values(key: &str, library: &Library) -> Vec<String> {
    fn ids<T: ToString>(all: &[T]) -> Vec<String> {
        all.iter().map(ToString::to_string).collect()
    }
    match key {
        "problem" => ids(WentWrong::ALL),
        "wanted" => ids(Remedy::ALL),
        "seller_kind" => ids(SellerKind::ALL),
        "sold_by" | "shipped_by" => ids(Side::ALL),
        "item_kind" => ids(ItemKind::ALL),
        "sale" => ids(Sale::ALL),
        "payment" => ids(Payment::ALL),
        "language" => ids(Language::ALL),
        "outcome" => ids(Outcome::ALL),
        "platform" => library.platforms().map(|(id, _)| id.to_owned()).collect(),
        key if key.ends_with("_channel") => ids(Channel::ALL),
        key => {
            let question = library
                .playbooks
                .iter()
                .flat_map(|playbook| &playbook.questions)
                .find(|question| question.key == key);
            match question.map(|question| (question.kind, &question.options)) {
                Some((QuestionKind::YesNo, _)) => vec!["yes".to_owned(), "no".to_owned()],
                Some((QuestionKind::Choice, options)) => {
                    options.iter().map(|option| option.value.clone()).collect()
                }
                _ => Vec::new(),
            }
        }
    }
}

pub(super) fn member<T>(
    key: &str,
    text: &str,
    from_id: impl Fn(&str) -> Option<T>,
) -> Result<T, Fault> {
    match from_id(text) {
        Some(member) => Ok(member),
        None => {
            let valid = valid_values(key, &Library::default());
            let valid: Vec<&str> = valid.iter().map(String::as_str).collect();
            Err(unknown_value(key, text, &valid))
        }
    }
}

fn one_of<'a>(key: &str, text: &str, valid: &[&'a str]) -> Result<&'a str, Fault> {
    match valid.iter().find(|value| **value == text) {
        Some(value) => Ok(value),
        None => Err(unknown_value(key, text, valid)),
    }
}

fn unknown_value(key: &str, text: &str, valid: &[&str]) -> Fault {
    let hint = match nearest(text, valid.iter().copied()) {
        Some(near) => Message::new("answers-did-you-mean-value").with("value", near),
        None => Message::new("answers-valid-values"),
    };
    Fault::of("answers-unknown-value", key)
        .saying(text)
        .hint(hint.with("values", valid.join(", ")))
}

fn platform(key: &str, text: &str, library: &Library) -> Result<String, Fault> {
    let known: Vec<&str> = library.platforms().map(|(id, _)| id).collect();
    one_of(key, text, &known)
        .map(ToOwned::to_owned)
        .map_err(|fault| {
            let hint = match nearest(text, known.iter().copied()) {
                Some(_) => fault.hint.clone(),
                None => Some(Message::new("answers-own-shop").with("values", known.join(", "))),
            };
            Fault { hint, ..fault }
        })
}

fn country_code(key: &str, text: &str) -> Result<String, Fault> {
    if country::is_country(text) {
        return Ok(text.to_owned());
    }
    let hint = match country::meant(text) {
        Some(code) => Message::new("answers-write").with("value", code),
        None => Message::new("answers-country-hint"),
    };
    Err(Fault::of("answers-country", key).saying(text).hint(hint))
}

/// Reads a region. That it lies in the consumer's country is checked when the whole file is read.
fn region(key: &str, text: &str) -> Result<String, Fault> {
    if country::country_of_region(text).is_some() {
        return Ok(text.to_owned());
    }
    let hint = match country::meant_region(text) {
        Some(code) => Message::new("answers-write").with("value", code),
        None => Message::new("answers-region-hint"),
    };
    Err(Fault::of("answers-region", key).saying(text).hint(hint))
}

fn amount(key: &str, text: &str) -> Result<Money, Fault> {
    Money::parse(text).map_err(|error| {
        let (what, hint) = match error {
            MoneyError::NoCurrency => (
                "answers-money-no-currency",
                Some(
                    Message::new("answers-write")
                        .with("value", format!("{} EUR", shown(text.trim()))),
                ),
            ),
            MoneyError::UnknownCurrency => ("answers-money-unknown-currency", None),
            MoneyError::NotANumber => ("answers-money-not-a-number", None),
            MoneyError::TooManyDecimals => ("answers-money-too-many-decimals", None),
            MoneyError::Ambiguous => ("answers-money-ambiguous", None),
            MoneyError::Negative => ("answers-money-negative", None),
            MoneyError::TooLarge => ("answers-money-too-large", None),
        };
        Fault::of(what, key)
            .saying(text)
            .hint(hint.unwrap_or_else(|| Message::new("answers-money-hint")))
    })
}

fn notice_period(key: &str, text: &str) -> Result<Period, Fault> {
    let hint = || Message::new("answers-period-hint");
    match Period::parse(text) {
        Ok(period) if text.starts_with('-') => {
            Err(Fault::of("answers-period-negative", key).saying(text).hint(
                Message::new("answers-write").with(
                    "value",
                    Period {
                        count: -period.count,
                        ..period
                    }
                    .to_string(),
                ),
            ))
        }
        Ok(period) if !period.is_over_a_century() => Ok(period),
        Ok(_) | Err(_) => Err(Fault::of("answers-period", key).saying(text).hint(hint())),
    }
}

/// Reads a text of one line.
fn line(key: &str, text: &str) -> Result<String, Fault> {
    match text.chars().find(|c| c.is_control()) {
        Some(c) => Err(control(key, c)),
        None => Ok(text.to_owned()),
    }
}

/// Reads a text of several lines; the ends of lines become those of Unix.
fn paragraphs(key: &str, text: &str) -> Result<String, Fault> {
    let text = text.replace("\r\n", "\n");
    let refused = |c: &char| c.is_control() && !matches!(c, '\n' | '\t');
    match text.chars().find(refused) {
        Some(c) => Err(control(key, c)),
        None => Ok(text),
    }
}

fn control(key: &str, c: char) -> Fault {
    Fault::of("answers-control", key).saying(&format!("U+{:04X}", u32::from(c)))
}
