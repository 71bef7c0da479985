//! Public holidays from TOML: fixed, Easter-based, n-th weekday, weekday before a day, one-off.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::Weekday;
use serde::Deserialize;
use toml::Value;
use toml::value::Datetime;

use super::check::{Check, Span};
use super::diagnostic::Diagnostic;
use super::facts;
use super::raw::{RawText, Spanned, Str};
use super::read::read;
use super::validate::{FORMAT, is_id};
use crate::domain::calendar::holidays::{Holiday, HolidayDay, Observed};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHolidays {
    format: Option<Spanned<i64>>,
    country: Option<Str>,
    #[serde(default)]
    holiday: Vec<Spanned<RawHoliday>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHoliday {
    id: Option<Str>,
    name: Option<Spanned<RawText>>,
    #[serde(default)]
    regions: Vec<Str>,
    #[serde(rename = "type")]
    kind: Option<Str>,
    value: Option<Spanned<Value>>,
    #[serde(default)]
    moved: Vec<Spanned<Datetime>>,
    observed: Option<Str>,
    #[serde(default)]
    observed_partial: bool,
    from_year: Option<Spanned<i64>>,
    until_year: Option<Spanned<i64>>,
    #[serde(default)]
    partial: bool,
}

/// Reads the holidays of a country.
///
/// # Errors
/// Every problem of the file.
pub fn parse_holidays(text: &str, file: &str) -> Result<Vec<Holiday>, Vec<Diagnostic>> {
    let read = read::<RawHolidays>(text, file);
    let mut check = Check::new(text, file, String::new());
    check.problems = read.problems;
    check.left_out = read.left_out;
    let Some(raw) = read.raw else {
        return Err(check.problems);
    };
    if let Some(format) = check.need(raw.format, &(0..0), "format")
        && *format.get_ref() != FORMAT
    {
        let args = [
            ("found", (*format.get_ref()).into()),
            ("known", FORMAT.into()),
        ];
        check.report(&format.span(), "unsupported-format", &args);
    }
    let country = check.need(raw.country, &(0..0), "country");
    let country = country.map_or_else(String::new, |country| {
        if !facts::is_country(country.get_ref()) {
            check.report_unknown_value(&country, &["FR", "BE", "DE", "…"]);
        }
        // The name of the file tells which country's holidays are replaced.
        let name = Path::new(file).file_stem().and_then(|name| name.to_str());
        if name != Some(&country.get_ref().to_ascii_lowercase()) {
            let path = format!("holidays/{}.toml", country.get_ref().to_ascii_lowercase());
            let value = country.get_ref().as_str().into();
            let args = [("value", value), ("path", path.into())];
            check.report(&country.span(), "country-is-not-path", &args);
        }
        country.into_inner()
    });
    // No more than days that leave working days among them.
    const MOST: usize = 100;
    if let Some(one) = raw.holiday.get(MOST) {
        check.report_too_many(&one.span(), "holiday", MOST);
        return Err(check.problems);
    }
    let mut ids = BTreeSet::new();
    let holidays = raw
        .holiday
        .into_iter()
        .map(|item| {
            let span = item.span();
            holiday(&mut check, item.into_inner(), &span, &country, &mut ids)
        })
        .collect();
    if check.problems.is_empty() {
        Ok(holidays)
    } else {
        Err(check.problems)
    }
}

fn holiday(
    check: &mut Check<'_>,
    raw: RawHoliday,
    at: &Span,
    country: &str,
    ids: &mut BTreeSet<String>,
) -> Holiday {
    let id = check.need(raw.id, at, "id");
    if let Some(id) = &id {
        if !is_id(id.get_ref()) {
            check.report_value(id, "bad-id");
        }
        if !ids.insert(id.get_ref().clone()) {
            check.report_value(id, "duplicate-id");
        }
    }
    let id = id.map(Str::into_inner).unwrap_or_default();
    for region in &raw.regions {
        if !facts::is_region(region.get_ref()) || !region.get_ref().starts_with(country) {
            check.report_unknown_value(region, &["FR-67", "FR-971", "…"]);
        }
    }
    let kind = check.need(raw.kind, at, "type");
    let value = check.need(raw.value, at, "value");
    Holiday {
        id: format!("holidays/{}#{id}", country.to_ascii_lowercase()),
        name: check.text(raw.name, at, "name"),
        country: country.to_owned(),
        regions: raw.regions.into_iter().map(Str::into_inner).collect(),
        day: match (kind, value) {
            (Some(kind), Some(value)) => day_of(check, &kind, &value),
            _ => HolidayDay::Easter { offset: 0 },
        },
        moved: raw.moved.iter().map(|day| check.day(day)).collect(),
        observed: raw
            .observed
            .map_or(Observed::AsIs, |observed| observed_as(check, &observed)),
        observed_partial: raw.observed_partial,
        from_year: raw.from_year.and_then(|year| year_of(check, &year)),
        until_year: raw.until_year.and_then(|year| year_of(check, &year)),
        partial: raw.partial,
    }
}

fn year_of(check: &mut Check<'_>, raw: &Spanned<i64>) -> Option<i32> {
    let year = i32::try_from(*raw.get_ref()).ok();
    let year = year.filter(|year| (1..=9999).contains(year));
    if year.is_none() {
        let value = (*raw.get_ref()).into();
        check.report(&raw.span(), "bad-number", &[("value", value)]);
    }
    year
}

fn observed_as(check: &mut Check<'_>, raw: &Str) -> Observed {
    const ALL: [(&str, Observed); 4] = [
        ("next-weekday", Observed::NextWeekday),
        ("nearest-weekday", Observed::NearestWeekday),
        ("sunday-to-monday", Observed::SundayToMonday),
        ("sunday-to-saturday", Observed::SundayToSaturday),
    ];
    let found = ALL.iter().find(|(id, _)| id == raw.get_ref());
    found.map_or_else(
        || {
            check.report_unknown_value(raw, &ALL.map(|(id, _)| id));
            Observed::AsIs
        },
        |(_, observed)| *observed,
    )
}

/// Reads the day: `12-25`, an offset from Easter Sunday, `1-mon-05` or `last-mon-05`, `wed<11-23`, `2028-06-17`.
fn day_of(check: &mut Check<'_>, kind: &Str, value: &Spanned<Value>) -> HolidayDay {
    let text = value.get_ref().as_str().unwrap_or_default();
    let found = match kind.get_ref().as_str() {
        "fixed" => month_and_day(text).map(|(month, day)| HolidayDay::Fixed { month, day }),
        "easter" => value
            .get_ref()
            .as_integer()
            .and_then(|offset| i32::try_from(offset).ok())
            .filter(|offset| offset.abs() < 366)
            .map(|offset| HolidayDay::Easter { offset }),
        "nth" => nth(text),
        "weekday-before" => text.split_once('<').and_then(|(name, before)| {
            let (month, day) = month_and_day(before)?;
            let weekday = weekday(name)?;
            Some(HolidayDay::WeekdayBefore {
                weekday,
                month,
                day,
            })
        }),
        "date" => text.parse().ok().map(HolidayDay::Once),
        _ => {
            let valid = ["fixed", "easter", "nth", "weekday-before", "date"];
            check.report_unknown_value(kind, &valid);
            return HolidayDay::Easter { offset: 0 };
        }
    };
    found.unwrap_or_else(|| {
        let text = value.get_ref().to_string();
        let args = [
            ("value", text.into()),
            ("type", kind.get_ref().as_str().into()),
        ];
        check.report(&value.span(), "bad-holiday", &args);
        HolidayDay::Easter { offset: 0 }
    })
}

/// Reads `12-25`; 29 February is a day too, in leap years.
fn month_and_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (two_digits(month)?, two_digits(day)?);
    chrono::NaiveDate::from_ymd_opt(2024, month, day).map(|_| (month, day))
}

fn two_digits(text: &str) -> Option<u32> {
    (text.len() == 2).then(|| text.parse().ok()).flatten()
}

fn nth(text: &str) -> Option<HolidayDay> {
    let mut parts = text.split('-');
    let (which, name, month) = (parts.next()?, parts.next()?, parts.next()?);
    let nth = match which {
        "last" => 0,
        which => which.parse().ok().filter(|n| (1..=5).contains(n))?,
    };
    let month = two_digits(month).filter(|m| (1..=12).contains(m))?;
    let weekday = weekday(name)?;
    parts.next().is_none().then_some(HolidayDay::Nth {
        nth,
        weekday,
        month,
    })
}

fn weekday(name: &str) -> Option<Weekday> {
    (name.len() == 3).then(|| name.parse().ok()).flatten()
}
