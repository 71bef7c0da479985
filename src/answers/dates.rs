//! Days and hours of an answers file: ISO alone, and what to write where it is not.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::problem::Fault;
use crate::domain::message::Message;

/// The years in which a fact of a consumer's claim can lie.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Reads a day.
pub(super) fn day(key: &str, text: &str) -> Result<NaiveDate, Fault> {
    let text = text.trim();
    if let Some((first, _)) = apart(text) {
        let day = iso(key, first)?;
        return Err(Fault::of("answers-date-hour", key).hint(write(&day.to_string())));
    }
    iso(key, text)
}

/// Reads a day with its hour, in the consumer's own time.
pub(super) fn moment(key: &str, text: &str) -> Result<(NaiveDate, NaiveTime), Fault> {
    let text = text.trim();
    let Some((first, hour)) = apart(text) else {
        let day = iso(key, text)?;
        let only_day = format!("{}_on", key.strip_suffix("_at").unwrap_or(key));
        let hint = Message::new("answers-hour-missing-hint")
            .with("known", only_day)
            .with("value", format!("{day}T14:30:00"));
        return Err(Fault::of("answers-hour-missing", key).hint(hint));
    };
    let day = iso(key, first)?;
    if let Some(zone) = hour.find(['Z', 'z', '+', '-']) {
        let hint = write(&format!("{day}T{}", hour[..zone].trim()));
        return Err(Fault::of("answers-hour-zone", key).saying(text).hint(hint));
    }
    let time = ["%H:%M:%S%.f", "%H:%M"]
        .iter()
        .find_map(|pattern| NaiveTime::parse_from_str(hour, pattern).ok())
        .filter(|time| time.nanosecond() < 1_000_000_000)
        .and_then(|time| time.with_nanosecond(0))
        .ok_or_else(|| {
            let hint = write(&format!("{day}T14:30:00"));
            Fault::of("answers-hour-unreal", key)
                .saying(hour)
                .hint(hint)
        })?;
    Ok((day, time))
}

/// Splits a day from the hour behind it; `None` when there is no hour.
fn apart(text: &str) -> Option<(&str, &str)> {
    let (day, hour) = text.split_once(['T', 't', ' '])?;
    let has_hour = is_iso(day) && hour.starts_with(|c: char| c.is_ascii_digit());
    has_hour.then_some((day, hour))
}

pub(super) fn is_iso(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn iso(key: &str, text: &str) -> Result<NaiveDate, Fault> {
    if !is_iso(text) {
        return Err(not_iso(key, text));
    }
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| Fault::of("answers-date-unreal", key).saying(text))?;
    if YEARS.contains(&day.year()) {
        Ok(day)
    } else {
        Err(Fault::of("answers-date-far", key).saying(text))
    }
}

/// Says what to write instead of a day that is written in another way; an ambiguous one is shown both ways.
fn not_iso(key: &str, text: &str) -> Fault {
    let parts: Vec<&str> = text.split(['/', '.', '-', ' ']).collect();
    let number = |text: &str, longest: usize| {
        let digits =
            (1..=longest).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<u32>().ok()).flatten()
    };
    let make = |year: &str, month: &str, day: &str| {
        let year = (year.len() == 4).then(|| number(year, 4)).flatten()?;
        let year = i32::try_from(year).ok()?;
        NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?)
    };
    let readings = match parts[..] {
        [a, b, c] if a.len() == 4 => [make(a, b, c), None],
        [a, b, c] => [make(c, b, a), make(c, a, b)],
        _ => [None, None],
    };
    match readings {
        [Some(one), Some(other)] if one != other => {
            Fault::of("answers-date-ambiguous", key).saying(text).hint(
                Message::new("answers-write-either")
                    .with("one", one.to_string())
                    .with("other", other.to_string()),
            )
        }
        [Some(day), _] | [None, Some(day)] => Fault::of("answers-date-format", key)
            .saying(text)
            .hint(write(&day.to_string())),
        [None, None] => Fault::of("answers-date-format", key)
            .saying(text)
            .hint(write("2026-11-20")),
    }
}

/// The hint that says what to write.
fn write(value: &str) -> Message {
    Message::new("answers-write").with("value", value)
}
