//! The review at the end of the first step: every fact with its answer, also those that went without saying.

use crate::domain::claim::{Claim, Step};
use crate::domain::condition::UNKNOWN;
use crate::domain::message::Arg;
use crate::domain::party::{Sale, SellerKind};
use crate::domain::walk::Walk;

use super::asked::{Facts, implied_item_kind, implied_wanted, questions, volunteered};
use super::question::{Kind, Question};
use super::{OWN_SHOP, take};

/// One line of the review. Its question is asked again when the user wants to change it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewLine {
    pub question: Question,
    /// The answer in words; `None` when it is not known.
    pub value: Option<Arg>,
    /// Nobody said so: it is what goes for nearly everybody.
    pub taken_for_granted: bool,
}

/// Fills in what goes without saying: what the playbooks that fit assume, and what the problem implies.
///
/// Nothing that was answered is changed.
#[must_use]
pub fn assume(facts: Facts<'_>, walk: &Walk) -> Claim {
    let mut claim = facts.claim.clone();
    let assumed: Vec<(String, String)> = facts
        .library
        .fitting(facts.claim)
        .flat_map(|p| p.assume.iter().map(|(k, v)| (k.clone(), v.clone())))
        .collect();
    for (key, value) in assumed {
        if claim.fact(&key).is_none() && !walk.unknown.contains(&key) {
            let today = chrono::NaiveDate::MAX;
            if let Ok(change) = take(
                &claim,
                facts.events,
                &key,
                &super::Answer::Value(value),
                today,
            ) {
                claim = change.claim;
            }
        }
    }
    claim.wanted = claim.wanted.or(claim.problem.and_then(implied_wanted));
    if claim.item_kind.is_none() {
        claim.item_kind = claim.problem.and_then(implied_item_kind);
    }
    if claim.platform.is_none() {
        claim.seller_kind = claim.seller_kind.or(Some(SellerKind::Trader));
    }
    claim.sale = claim.sale.or(Some(Sale::Online));
    claim
}

/// The lines of the review of a step.
#[must_use]
pub fn facts(facts: Facts<'_>, step: Step) -> Vec<ReviewLine> {
    let mut list = questions(facts, step);
    if step == Step::IdentifyProblem {
        for key in ["wanted", "seller_kind", "item_kind", "sale"] {
            if !list.iter().any(|q| q.key == key)
                && let Some(question) = super::asked::assumable(key, facts.claim.problem)
            {
                let question = Question {
                    default: facts.answer(key),
                    ..question
                };
                // What is wanted stands beside the problem, asked or not.
                let at = if key == "wanted" { 1 } else { list.len() };
                list.insert(at.min(list.len()), question);
            }
        }
    }
    let mut lines: Vec<ReviewLine> = list
        .into_iter()
        .map(|question| {
            let value = facts
                .answer(&question.key)
                .filter(|answer| answer != UNKNOWN)
                .or_else(|| own_shop(facts, &question.key));
            let value = value.map(|value| shown(&question, &value));
            ReviewLine {
                question,
                value,
                taken_for_granted: false,
            }
        })
        .collect();
    if step == Step::IdentifyProblem {
        lines.extend(volunteered(facts).into_iter().map(|(question, usual)| {
            let answer = facts.answer(&question.key).filter(|a| a != UNKNOWN);
            ReviewLine {
                taken_for_granted: answer.is_none(),
                value: Some(shown(&question, &answer.unwrap_or(usual))),
                question,
            }
        }));
    }
    lines
}

/// No platform is an answer of its own once a later question has one.
fn own_shop(facts: Facts<'_>, key: &str) -> Option<String> {
    (key == "platform" && facts.claim.country.is_some()).then(|| OWN_SHOP.to_owned())
}

/// An answer that is none of the choices: a file may name a place that the walk does not offer.
fn other(question: &Question, value: &str) -> Arg {
    match question.key.as_str() {
        "country" | "region" | "seller_country" => Arg::Place(value.to_owned()),
        _ => value.into(),
    }
}

/// An answer in words: the label of the choice, the day written out, the amount.
fn shown(question: &Question, value: &str) -> Arg {
    match &question.kind {
        Kind::Choice(choices) | Kind::LongChoice(choices) => choices
            .iter()
            .find(|c| c.value == value)
            .map_or_else(|| other(question, value), |c| c.label.clone()),
        Kind::Date { .. } => value
            .parse::<chrono::NaiveDate>()
            .map_or_else(|_| value.into(), Arg::Date),
        Kind::Amount => {
            crate::domain::money::Money::parse(value).map_or_else(|_| value.into(), Arg::Money)
        }
        Kind::Text => Arg::Text(value.to_owned()),
    }
}
