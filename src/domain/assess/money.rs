//! The money of a claim: asked, received, outstanding, and what the law adds for delay.

use chrono::NaiveDate;

use super::assessment::{Account, SurchargeView};
use super::docket::Docket;
use crate::domain::calendar::period::{Period, days_between};
use crate::domain::claim::Claim;
use crate::domain::event::{Event, EventKind};
use crate::domain::money::Money;
use crate::domain::rule::Surcharge;

/// The account of a claim on a day.
pub(super) fn account(docket: &Docket<'_>, today: NaiveDate) -> Account {
    let Some(price) = docket.claim.amount else {
        return Account::default();
    };
    let received = received(docket.claim, &docket.log);
    if !asks_for_money(docket.claim) {
        let received = (received.minor > 0).then_some(received);
        let surcharge = surcharge(docket, price, today);
        return Account {
            received,
            surcharge,
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
        surcharge: surcharge(docket, asked, today),
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

/// The day on which all that was asked had come back.
pub(super) fn fully_refunded_on(claim: &Claim, log: &[&Event]) -> Option<NaiveDate> {
    let last = log.iter().rev().find(|e| e.kind == EventKind::Refunded)?;
    match claim.amount {
        Some(asked) => (received(claim, log).minor >= asked.minor).then_some(last.on),
        None => Some(last.on),
    }
}

/// The increase of the refund that is late, the largest where several apply.
fn surcharge(docket: &Docket<'_>, asked: Money, today: NaiveDate) -> Option<SurchargeView> {
    let paid_on = fully_refunded_on(docket.claim, &docket.log);
    let until = paid_on.unwrap_or(today).min(today);
    let views = docket
        .playbooks
        .iter()
        .flat_map(|p| p.surcharges.iter().map(move |s| (s, p)));
    views
        .filter(|(s, _)| s.when.holds(docket.claim))
        .filter_map(|(s, playbook)| {
            let due = docket
                .rules
                .get(docket.names.resolve(&s.after))?
                .counted
                .as_ref()
                .ok()?
                .safe;
            let days_late = days_between(due, until);
            if days_late <= 0 {
                return None;
            }
            let percent = percent_after(s, due, until, docket);
            let source = playbook.source(&s.source)?.clone();
            let amount = asked.percent(percent);
            Some(SurchargeView {
                amount,
                percent,
                days_late,
                rule: s.after.clone(),
                source,
            })
        })
        .max_by_key(|view| view.percent)
}

/// The band that a refund of this day falls into. On a boundary day the lower band holds.
fn percent_after(
    surcharge: &Surcharge,
    due: NaiveDate,
    paid: NaiveDate,
    docket: &Docket<'_>,
) -> u32 {
    let end_of = |band: Period| band.end_after(due, &docket.holidays);
    if let Some(band) = surcharge.bands.iter().find(|b| paid <= end_of(b.up_to)) {
        return band.percent;
    }
    let beyond = surcharge.beyond;
    let last = surcharge.bands.last().map_or(due, |b| end_of(b.up_to));
    if beyond.monthly == 0 {
        return beyond.percent.min(beyond.cap);
    }
    let mut months_begun = 0;
    let cap_reached = |months: u32| beyond.percent + beyond.monthly * months >= beyond.cap;
    while !cap_reached(months_begun) {
        let end = Period::months(i32::try_from(months_begun).unwrap_or(0))
            .end_after(last, &docket.holidays);
        if paid <= end {
            break;
        }
        months_begun += 1;
    }
    (beyond.percent + beyond.monthly * months_begun).min(beyond.cap)
}
