//! What the law adds for delay: surcharges in bands, and rates of interest with their days.

use chrono::NaiveDate;

use super::check::{Check, Span};
use super::condition::condition;
use super::raw::{RawBand, RawBeyond, RawRate, RawSurcharge, Spanned};
use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::Period;
use crate::domain::rule::{Band, Beyond, Increase, Rate, Surcharge};

/// The largest percentage, in percent: ten times the sum.
pub(super) const MOST_PERCENT: u32 = 1_000;
/// The longest band of interest: each of its days changes the sum, and is a row of the desk.
const LONGEST_INTEREST: Period = Period::months(36);

/// Validates a surcharge.
pub(super) fn surcharge(check: &mut Check<'_>, raw: RawSurcharge, at: &Span) -> Surcharge {
    let after = check.need(raw.after, at, "after");
    let source = check.need(raw.source, at, "source");
    let beyond = check.need(raw.beyond, at, "beyond");
    let mut last_end = None;
    let bands = raw
        .bands
        .into_iter()
        .map(|item| {
            let span = item.span();
            let band = band(check, item.into_inner(), &span);
            // Only lengths in one unit can be put in order without a calendar.
            let end = (band.up_to.unit, band.up_to.count);
            if last_end.is_some_and(|(unit, count)| unit != end.0 || count >= end.1) {
                check.report(&span, "bad-bands", &[]);
            }
            last_end = Some(end);
            band
        })
        .collect();
    Surcharge {
        after: after.map(|a| check.rule(&a)).unwrap_or_default(),
        bands,
        beyond: beyond.map_or(
            Beyond {
                percent: 0,
                monthly: 0,
                cap: 0,
            },
            |b| {
                let span = b.span();
                beyond_bands(check, b.into_inner(), &span)
            },
        ),
        source: source.map(|s| check.source(&s)).unwrap_or_default(),
        when: condition(check, raw.when),
        in_force_from: check.optional_day(raw.in_force_from.as_ref()),
        until: check.optional_day(raw.until.as_ref()),
    }
}

fn band(check: &mut Check<'_>, raw: RawBand, at: &Span) -> Band {
    let up_to = check.need(raw.up_to, at, "up_to");
    let increase = match raw.interest {
        Some(rate) => {
            if let Some(percent) = &raw.percent {
                let args = [("key", "percent".into()), ("beside", "interest".into())];
                check.report(&percent.span(), "misplaced-key", &args);
            }
            if !check.rates.contains(rate.get_ref()) {
                let rates = check.rates.clone();
                let valid: Vec<&str> = rates.iter().map(String::as_str).collect();
                check.report_unknown("unknown-rate", &rate, &valid);
            }
            Increase::Interest(rate.into_inner())
        }
        None => Increase::Percent(percent(check, raw.percent, at, "percent")),
    };
    let length = up_to.as_ref().map(|p| check.length_of_time(p));
    let length = length.unwrap_or(Period::days(1));
    let end = |period: Period| period.end_after(NaiveDate::default(), &Holidays::default());
    if let (Increase::Interest(_), Some(up_to)) = (&increase, &up_to)
        && end(length) > end(LONGEST_INTEREST)
    {
        check.report_value(up_to, "interest-too-long");
    }
    Band {
        up_to: length,
        increase,
    }
}

/// Reads a percentage of a sum.
fn percent(check: &mut Check<'_>, raw: Option<Spanned<i64>>, at: &Span, key: &'static str) -> u32 {
    let span = raw.as_ref().map(Spanned::span);
    let percent = check.number(raw, at, key);
    if let (true, Some(span)) = (percent > MOST_PERCENT, span) {
        let args = [
            ("value", i64::from(percent).into()),
            ("most", i64::from(MOST_PERCENT).into()),
        ];
        check.report(&span, "percent-too-large", &args);
    }
    percent.min(MOST_PERCENT)
}

fn beyond_bands(check: &mut Check<'_>, raw: RawBeyond, at: &Span) -> Beyond {
    let monthly = match raw.monthly {
        Some(monthly) => percent(check, Some(monthly), at, "monthly"),
        None => 0,
    };
    let beyond = Beyond {
        percent: percent(check, raw.percent, at, "percent"),
        monthly,
        cap: percent(check, raw.cap, at, "cap"),
    };
    if beyond.cap < beyond.percent {
        check.report(at, "bad-bands", &[]);
    }
    beyond
}

/// Checks that no day has two rates of the same name.
pub(super) fn rates_apart(check: &mut Check<'_>, rates: &[Rate], places: &[Span]) {
    let mut all: Vec<(&Rate, &Span)> = rates.iter().zip(places).collect();
    all.sort_by_key(|(rate, _)| (&rate.id, rate.from_on));
    for pair in all.windows(2) {
        let ((before, _), (after, place)) = (pair[0], pair[1]);
        if before.id == after.id && after.from_on <= before.until_on {
            check.report(
                place,
                "rates-overlap",
                &[("value", after.id.as_str().into())],
            );
        }
    }
}

/// Validates a rate of interest.
pub(super) fn rate(check: &mut Check<'_>, raw: RawRate, at: &Span) -> Rate {
    let (from, until) = (
        check.need(raw.from, at, "from"),
        check.need(raw.until, at, "until"),
    );
    let from_on = from.map_or_else(Default::default, |day| check.day(&day));
    let until_on = until
        .as_ref()
        .map_or_else(Default::default, |day| check.day(day));
    if let Some(until) = until.filter(|_| until_on < from_on) {
        check.report(&until.span(), "validity-reversed", &[]);
    }
    let percent = check.need(raw.percent, at, "percent");
    let source = check.need(raw.source, at, "source");
    Rate {
        id: check.string(raw.id, at, "id"),
        from_on,
        until_on,
        hundredths: percent.map_or(0, |percent| {
            hundredths(percent.get_ref()).unwrap_or_else(|| {
                check.report_value(&percent, "bad-number");
                0
            })
        }),
        source: source.map(|s| check.source(&s)).unwrap_or_default(),
    }
}

/// Reads a percentage with at most two decimals: `6.67` is 667.
fn hundredths(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<2}").parse().ok()
}
