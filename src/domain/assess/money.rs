//! The money of a claim: asked, received, outstanding, and what the law adds for delay.

use chrono::NaiveDate;

use super::account::Account;
use super::assessment::Warning;
use super::docket::Docket;
use super::surcharge;
use crate::domain::claim::Claim;
use crate::domain::event::{Event, EventKind};
use crate::domain::money::Money;

/// The account of a claim on a day.
pub(super) fn account(docket: &Docket<'_>, today: NaiveDate) -> Account {
    let Some(price) = docket.claim.amount else {
        return Account::default();
    };
    let received = received(docket.claim, &docket.log);
    if !asks_for_money(docket.claim) {
        let received = (received.minor > 0).then_some(received);
        return Account {
            received,
            surcharge: surcharge::on(docket, price, today).ok().map(Ok),
            ..Account::default()
        };
    }
    let asked = price;
    let outstanding = asked.minus(received).map(|left| Money {
        minor: left.minor.max(0),
        ..left
    });
    Account {
        asked: Some(asked),
        received: Some(received),
        outstanding,
        surcharge: Some(surcharge::on(docket, asked, today)),
    }
}

/// Whoever wants a subscription ended, a thing repaired, replaced or delivered does not ask for its price back.
fn asks_for_money(claim: &Claim) -> bool {
    use crate::domain::problem::{Problem, Remedy};
    match claim.wanted {
        Some(Remedy::Repair | Remedy::Replacement | Remedy::Delivery) => false,
        Some(Remedy::Cancellation) => claim.problem != Some(Problem::CancelSubscription),
        _ => true,
    }
}

/// What came back so far, in the currency of the claim. A refund without an amount is the whole of it.
fn received(claim: &Claim, log: &[&Event]) -> Money {
    let Some(asked) = claim.amount else {
        return Money::new(0, iso_currency::Currency::EUR);
    };
    log.iter().filter(|e| e.kind == EventKind::Refunded).fold(
        Money { minor: 0, ..asked },
        |sum, event| match event.amount {
            Some(amount) => sum.plus(amount).unwrap_or(sum),
            None => Money {
                minor: sum.minor.max(asked.minor),
                ..sum
            },
        },
    )
}

/// The refunds that are not counted, for they are not in the currency of the claim.
pub(super) fn in_other_currencies(docket: &Docket<'_>) -> Vec<Warning> {
    let Some(asked) = docket.claim.amount else {
        return Vec::new();
    };
    let refunds = docket.log.iter().filter(|e| e.kind == EventKind::Refunded);
    refunds
        .filter_map(|e| Some((e.no, e.amount?)))
        .filter(|(_, amount)| amount.currency != asked.currency)
        .map(|(no, amount)| Warning::OtherCurrency { no, amount })
        .collect()
}

/// The day on which all that was asked had come back.
pub(super) fn fully_refunded_on(claim: &Claim, log: &[&Event]) -> Option<NaiveDate> {
    let last = log.iter().rev().find(|e| e.kind == EventKind::Refunded)?;
    match claim.amount {
        Some(asked) => (received(claim, log).minor >= asked.minor).then_some(last.on),
        None => Some(last.on),
    }
}
