//! The days and the terms that the rules for a problem count from, as questions.

use crate::domain::claim::Claim;
use crate::domain::party::ItemKind;
use crate::domain::problem::Problem;

use super::asked::{asked, is_service_problem, text};
use super::question::{Choice, Kind, Question};

/// The dates that the rules for a problem count from.
pub(super) fn dates(claim: &Claim, problem: Problem) -> Vec<Question> {
    use Problem as P;
    let contract = claim.item_kind == Some(ItemKind::Subscription) || is_service_problem(problem);
    let mut list = Vec::new();
    if !matches!(problem, P::UnknownCharge | P::SpecialCircumstances) {
        list.push(past(if contract {
            "contract_on"
        } else {
            "ordered_on"
        }));
    }
    match problem {
        P::NotReceived | P::Late => list.push(ahead("latest_delivery_on")),
        P::MarkedDelivered => {
            list.extend([past("tracking_delivered_on"), ahead("latest_delivery_on")]);
        }
        P::Damaged | P::WrongItem | P::NotAsDescribed | P::Counterfeit | P::ChangeOfMind => {
            list.push(past("delivered_on"));
        }
        P::Defective => list.extend([past("delivered_on"), past("discovered_on")]),
        P::CancelOrder => list.push(ahead("latest_delivery_on")),
        P::CancelSubscription => {
            list.extend([
                ahead("term_ends_on"),
                notice_period(),
                ahead("next_debit_on"),
            ]);
        }
        P::WrongCharge | P::UnknownCharge => list.push(past("debited_on")),
        P::RefundMissing => list.extend([
            past("withdrawn_on"),
            past("returned_on"),
            past("refund_announced_on"),
        ]),
        P::SpecialCircumstances => list.extend([past("life_event_on"), past("debited_on")]),
    }
    list
}

/// The question for a single fact, whatever the claim: for a letter that lacks it.
#[must_use]
pub fn question_of(key: &str) -> Option<Question> {
    match key {
        "item" | "seller" | "order_ref" | "customer_ref" | "description" => Some(text(key, true)),
        "amount" => Some(Question {
            kind: Kind::Amount,
            ..text(key, true)
        }),
        "ordered_on" | "contract_on" | "delivered_on" | "debited_on" | "discovered_on"
        | "life_event_on" => Some(past(key)),
        "latest_delivery_on" | "term_ends_on" | "next_debit_on" => Some(ahead(key)),
        _ => None,
    }
}

/// A day on which something has happened.
fn past(key: &str) -> Question {
    day(key, false)
}

/// A term, which may lie ahead.
fn ahead(key: &str) -> Question {
    day(key, true)
}

fn day(key: &str, may_lie_ahead: bool) -> Question {
    Question {
        may_be_unknown: true,
        ..asked(key, Kind::Date { may_lie_ahead })
    }
}

fn notice_period() -> Question {
    let choices = ["P0D", "P10D", "P15D", "P1M", "P2M", "P3M"];
    let choices = choices
        .iter()
        .map(|p| Choice::new(*p, format!("wizard-notice-{p}")))
        .collect();
    Question {
        may_be_unknown: true,
        ..asked("notice_period", Kind::Choice(choices))
    }
}
