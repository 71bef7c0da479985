//! What the law adds to a refund that is late, by the day, on each part of it.

use chrono::NaiveDate;

use super::account::{Added, AddedBy, LatePart, NoSurcharge, SurchargeView};
use super::clock::Counted;
use super::compose::contract_day;
use super::docket::Docket;
use crate::domain::calendar::period::{Period, day_after, days_between};
use crate::domain::event::EventKind;
use crate::domain::money::Money;
use crate::domain::playbook::Playbook;
use crate::domain::rule::{Increase, Rate, Surcharge};

/// What is added to a refund of this price on a day, by the rule that adds most; else why there is no figure.
pub(super) fn on(
    docket: &Docket<'_>,
    price: Money,
    today: NaiveDate,
) -> Result<SurchargeView, NoSurcharge> {
    let mut best: Result<SurchargeView, NoSurcharge> = Err(NoSurcharge::NoRule);
    for (surcharge, playbook) in applying(docket) {
        let found = view(docket, surcharge, playbook, price, today);
        let better = match (&found, &best) {
            (Ok(new), Ok(old)) => new.amount.minor > old.amount.minor,
            (Ok(_), Err(_)) => true,
            (Err(_), Ok(_)) => false,
            (Err(new), Err(old)) => weight(new) > weight(old),
        };
        if better {
            best = found;
        }
    }
    best
}

fn applying<'a>(docket: &'a Docket<'_>) -> impl Iterator<Item = (&'a Surcharge, &'a Playbook)> {
    docket
        .playbooks
        .iter()
        .flat_map(|p| p.surcharges.iter().map(move |s| (s, *p)))
        .filter(|(s, _)| s.when.holds(docket.claim))
}

/// Which reason says most.
const fn weight(reason: &NoSurcharge) -> u8 {
    match reason {
        NoSurcharge::NoRule => 0,
        NoSurcharge::NotLate { .. } => 1,
        NoSurcharge::OlderLaw { .. } => 2,
        NoSurcharge::RateUnknown { .. } => 3,
    }
}

/// The last day on which the refund is not late.
fn due(docket: &Docket<'_>, surcharge: &Surcharge) -> Option<NaiveDate> {
    let rule = docket.rules.get(docket.names.resolve(&surcharge.after))?;
    let runs = |counted: &&Counted| !counted.held && counted.paused_on.is_none();
    let counted = rule.counted.as_ref().ok().filter(runs);
    counted.map(|counted| counted.safe)
}

fn view(
    docket: &Docket<'_>,
    surcharge: &Surcharge,
    playbook: &Playbook,
    price: Money,
    today: NaiveDate,
) -> Result<SurchargeView, NoSurcharge> {
    let made_on = contract_day(&docket.log);
    match (surcharge.in_force_from, made_on) {
        (Some(in_force_from), Some(on)) if on < in_force_from => {
            return Err(NoSurcharge::OlderLaw { in_force_from });
        }
        _ => {}
    }
    if surcharge
        .until
        .is_some_and(|until| made_on.is_none_or(|on| until < on))
    {
        return Err(NoSurcharge::NoRule);
    }
    let not_late = |due_on| NoSurcharge::NotLate {
        rule: docket.names.resolve(&surcharge.after).to_owned(),
        due_on,
    };
    let due_on = due(docket, surcharge).ok_or_else(|| not_late(None))?;
    let mut parts: Vec<LatePart> = Vec::new();
    for (sum, paid_on) in late_sums(docket, price, due_on, today) {
        let until = paid_on.unwrap_or(today);
        let added_by = match increase(surcharge, due_on, until, docket) {
            Increase::Percent(percent) => AddedBy::Percent(percent),
            Increase::Interest(rate) => {
                let rates: Vec<&Rate> = rates(playbook, &rate);
                match stretches(&rates, due_on, until) {
                    Ok(stretches) => AddedBy::Interest { stretches },
                    Err(known_until) => AddedBy::Unknown { known_until },
                }
            }
        };
        parts.push(LatePart {
            sum,
            paid_on,
            days_late: days_between(due_on, until),
            added_by,
        });
    }
    // What is known of one part is not lost because another one has no figure.
    if let Some(AddedBy::Unknown { known_until }) = parts.first().map(|p| p.added_by.clone())
        && parts
            .iter()
            .all(|p| matches!(p.added_by, AddedBy::Unknown { .. }))
    {
        return Err(NoSurcharge::RateUnknown { known_until });
    }
    let days_late = parts.iter().map(|part| part.days_late).max();
    let sums = sums(&parts);
    let amount = sums
        .iter()
        .try_fold(Money { minor: 0, ..price }, |all, added| {
            all.plus(added.amount)
        });
    let source = playbook.source(&surcharge.source).cloned();
    match (days_late, amount, source) {
        (Some(days_late), Some(amount), Some(source)) => Ok(SurchargeView {
            amount,
            due_on,
            days_late,
            rule: docket.names.resolve(&surcharge.after).to_owned(),
            source,
            parts,
            sums,
        }),
        _ => Err(not_late(Some(due_on))),
    }
}

/// The parts of the price that came after the last day, with their days, and what is owed after it. What came in time
/// makes the sum smaller. A refund without an amount is all that was left.
fn late_sums(
    docket: &Docket<'_>,
    price: Money,
    due_on: NaiveDate,
    today: NaiveDate,
) -> Vec<(Money, Option<NaiveDate>)> {
    let mut left = price;
    let mut late = Vec::new();
    let refunds = docket
        .log
        .iter()
        .filter(|e| e.kind == EventKind::Refunded && e.on <= today);
    for event in refunds {
        let came = match event.amount {
            Some(amount) if amount.currency != price.currency => continue,
            Some(amount) => amount.minor.min(left.minor),
            None => left.minor,
        };
        if came > 0 && event.on > due_on {
            let sum = Money {
                minor: came,
                ..price
            };
            late.push((sum, Some(event.on)));
        }
        left.minor -= came;
    }
    let closed = docket.claim.closed_on.is_some_and(|on| on <= today);
    if left.minor > 0 && today > due_on && !closed {
        late.push((left, None));
    }
    late
}

/// The band that a refund of this day falls into. On a boundary day the lower band holds.
fn increase(
    surcharge: &Surcharge,
    due: NaiveDate,
    paid: NaiveDate,
    docket: &Docket<'_>,
) -> Increase {
    let end_of = |band: Period| band.end_after(due, &docket.holidays);
    if let Some(band) = surcharge.bands.iter().find(|b| paid <= end_of(b.up_to)) {
        return band.increase.clone();
    }
    let ends = steps_beyond(surcharge, due, docket);
    let months_begun = ends.iter().filter(|end| **end < paid).count();
    let beyond = surcharge.beyond;
    let added = u32::try_from(months_begun).unwrap_or(u32::MAX);
    let percent = beyond.monthly.saturating_mul(added);
    Increase::Percent(beyond.percent.saturating_add(percent).min(beyond.cap))
}

/// The days after which each further month adds to the last percentage, until the cap is reached.
fn steps_beyond(surcharge: &Surcharge, due: NaiveDate, docket: &Docket<'_>) -> Vec<NaiveDate> {
    let beyond = surcharge.beyond;
    let last = surcharge
        .bands
        .last()
        .map_or(due, |band| band.up_to.end_after(due, &docket.holidays));
    if beyond.monthly == 0 {
        return Vec::new();
    }
    let steps = beyond
        .cap
        .saturating_sub(beyond.percent)
        .div_ceil(beyond.monthly);
    (0..steps)
        .filter_map(|month| i32::try_from(month).ok())
        .map(|month| Period::months(month).end_after(last, &docket.holidays))
        .collect()
}

/// The rates of the playbook that names them: those of another one, of the same name, are none of its law.
fn rates<'a>(playbook: &'a Playbook, id: &str) -> Vec<&'a Rate> {
    let mut rates: Vec<&Rate> = playbook.rates.iter().filter(|rate| rate.id == id).collect();
    rates.sort_by_key(|rate| rate.from_on);
    rates
}

/// How many of the days after `due`, up to and with `until`, fall under each rate; else the last day for which one is known.
fn stretches(
    rates: &[&Rate],
    due: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<(i64, u32)>, Option<NaiveDate>> {
    let mut stretches = Vec::new();
    let mut from = day_after(due);
    while from <= until {
        let rate = rates
            .iter()
            .find(|rate| rate.from_on <= from && from <= rate.until_on);
        let Some(rate) = rate else {
            return Err(rates.iter().map(|rate| rate.until_on).max());
        };
        let last = rate.until_on.min(until);
        stretches.push((days_between(from, last) + 1, rate.hundredths));
        from = day_after(last);
    }
    Ok(stretches)
}

/// What is added by each percentage and by interest. Rounded once for all the parts of each: many small refunds are not
/// rounded up, or away, one by one.
fn sums(parts: &[LatePart]) -> Vec<Added> {
    let mut sums: Vec<Added> = Vec::new();
    for part in parts {
        let percent = match part.added_by {
            AddedBy::Percent(percent) => Some(percent),
            AddedBy::Interest { .. } => None,
            AddedBy::Unknown { .. } => continue,
        };
        match sums.iter_mut().find(|added| added.holds_for(part)) {
            Some(added) => added.of.minor = added.of.minor.saturating_add(part.sum.minor),
            None => sums.push(Added {
                percent,
                of: part.sum,
                amount: part.sum,
            }),
        }
    }
    for added in &mut sums {
        added.amount = match added.percent {
            Some(percent) => added.of.percent(percent),
            None => interest(added.of, parts),
        };
    }
    sums
}

/// Simple interest by the day on every part that bears it, a year being 365 days, rounded half up to a minor unit.
fn interest(of: Money, parts: &[LatePart]) -> Money {
    let by_days: i128 = parts
        .iter()
        .filter_map(|part| match &part.added_by {
            AddedBy::Interest { stretches } => Some((part.sum, stretches)),
            _ => None,
        })
        .flat_map(|(sum, stretches)| stretches.iter().map(move |stretch| (sum, stretch)))
        .map(|(sum, (days, hundredths))| {
            i128::from(sum.minor) * i128::from(*days) * i128::from(*hundredths)
        })
        .sum();
    let whole = 365 * 10_000;
    let minor = (by_days * 2 + whole).div_euclid(2 * whole);
    Money {
        minor: i64::try_from(minor).unwrap_or(i64::MAX),
        ..of
    }
}

/// The days on which what is added changes: the days after the end of each band and of each month beyond them, and every
/// day of a band of interest.
pub(super) fn turning_points(docket: &Docket<'_>) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    for (surcharge, _) in applying(docket) {
        let Some(due_on) = due(docket, surcharge) else {
            continue;
        };
        days.push(day_after(due_on));
        let mut from = day_after(due_on);
        for band in &surcharge.bands {
            let end = band.up_to.end_after(due_on, &docket.holidays);
            if matches!(band.increase, Increase::Interest(_)) {
                days.extend(from.iter_days().take_while(|day| *day <= end));
            }
            from = day_after(end);
            days.push(from);
        }
        let beyond = steps_beyond(surcharge, due_on, docket);
        days.extend(beyond.into_iter().map(day_after));
    }
    days
}
