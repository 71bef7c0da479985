//! How values of the field are written into columns, and read back without ever guessing.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, Utc};
use iso_currency::Currency;
use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use crate::domain::calendar::period::{Period, Unit};
use crate::domain::claim::{Status, Step, Term};
use crate::domain::event::{Channel, EventKind};
use crate::domain::evidence::EvidenceKind;
use crate::domain::language::Language;
use crate::domain::money::Money;
use crate::domain::party::{ItemKind, Payment, Sale, SellerKind, Side, Who};
use crate::domain::problem::{Outcome, Problem, Remedy};

/// A value that this version does not know.
#[derive(Debug, thiserror::Error)]
#[error("unknown value `{0}`")]
pub(super) struct UnknownValue(pub(super) String);

/// A day that has no four-digit year: text order would no longer be the order of days.
#[derive(Debug, thiserror::Error)]
#[error("{0} is outside the calendar")]
pub(super) struct OutsideCalendar(pub(super) NaiveDate);

fn unknown(text: &str) -> FromSqlError {
    FromSqlError::Other(Box::new(UnknownValue(text.to_owned())))
}

/// Members of closed sets are written as their ids.
macro_rules! written_as_ids {
    ($($set:ty),+ $(,)?) => {$(
        impl ToSql for $set {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(self.id().into()))
            }
        }

        impl FromSql for $set {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let id = value.as_str()?;
                <$set>::from_id(id).ok_or_else(|| unknown(id))
            }
        }
    )+};
}

written_as_ids![
    Channel,
    EventKind,
    EvidenceKind,
    ItemKind,
    Language,
    Outcome,
    Payment,
    Problem,
    Remedy,
    Sale,
    SellerKind,
    Side,
    Status,
    Step,
    Term,
    Who,
];

fn text(text: String) -> rusqlite::Result<ToSqlOutput<'static>> {
    Ok(ToSqlOutput::from(text))
}

/// A day as ISO text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day(pub(super) NaiveDate);

impl Day {
    /// Moves a computed day that lies outside the years 0 to 9999 to their nearest end.
    pub(super) fn clamped(day: NaiveDate) -> Day {
        let end = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        Day(match day.year() {
            ..0 => end(0, 1, 1).unwrap_or(day),
            0..=9999 => day,
            _ => end(9999, 12, 31).unwrap_or(day),
        })
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        if (0..=9999).contains(&self.0.year()) {
            text(self.0.to_string())
        } else {
            let reason = Box::new(OutsideCalendar(self.0));
            Err(rusqlite::Error::ToSqlConversionFailure(reason))
        }
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Day> {
        let text = value.as_str()?;
        text.parse().map(Day).map_err(|_| unknown(text))
    }
}

/// An instant as RFC 3339 text in UTC, always of the same length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Instant(pub(super) DateTime<Utc>);

impl ToSql for Instant {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Day(self.0.date_naive()).to_sql()?;
        text(self.0.to_rfc3339_opts(SecondsFormat::Nanos, true))
    }
}

impl FromSql for Instant {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Instant> {
        let text = value.as_str()?;
        DateTime::parse_from_rfc3339(text)
            .map(|instant| Instant(instant.to_utc()))
            .map_err(|_| unknown(text))
    }
}

/// An instant as RFC 3339 text in the zone that it was written in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Zoned(pub(super) DateTime<FixedOffset>);

impl ToSql for Zoned {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Day(self.0.date_naive()).to_sql()?;
        text(self.0.to_rfc3339())
    }
}

impl FromSql for Zoned {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Zoned> {
        let text = value.as_str()?;
        let instant = DateTime::parse_from_rfc3339(text);
        instant.map(Zoned).map_err(|_| unknown(text))
    }
}

/// An hour of a day, `14:30:00`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hour(pub(super) NaiveTime);

impl ToSql for Hour {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        text(self.0.to_string())
    }
}

impl FromSql for Hour {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Hour> {
        let text = value.as_str()?;
        text.parse().map(Hour).map_err(|_| unknown(text))
    }
}

/// What ISO 8601 has no letter for: a period that is counted in working days.
const WORKING: &str = " working";

impl ToSql for Period {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self.unit {
            Unit::WorkingDays => text(format!("{self}{WORKING}")),
            _ => text(self.to_string()),
        }
    }
}

impl FromSql for Period {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Period> {
        let text = value.as_str()?;
        match text.strip_suffix(WORKING) {
            Some(days) => Period::parse(days)
                .ok()
                .and_then(Period::in_working_days)
                .ok_or_else(|| unknown(text)),
            None => Period::parse(text).map_err(|_| unknown(text)),
        }
    }
}

/// Returns the two columns of an amount: minor units and the ISO 4217 code.
pub(super) fn amount(money: Option<Money>) -> (Option<i64>, Option<&'static str>) {
    (
        money.map(|money| money.minor),
        money.map(|money| money.currency.code()),
    )
}

struct Code(Currency);

impl FromSql for Code {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Code> {
        let text = value.as_str()?;
        Currency::from_code(text)
            .map(Code)
            .ok_or_else(|| unknown(text))
    }
}

/// The columns of a row, taken one after the other.
pub(super) struct Cells<'r> {
    row: &'r Row<'r>,
    next: usize,
}

impl<'r> Cells<'r> {
    pub(super) fn new(row: &'r Row<'r>) -> Cells<'r> {
        Cells { row, next: 0 }
    }

    pub(super) fn take<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    pub(super) fn day(&mut self) -> rusqlite::Result<NaiveDate> {
        self.take::<Day>().map(|day| day.0)
    }

    pub(super) fn maybe_day(&mut self) -> rusqlite::Result<Option<NaiveDate>> {
        Ok(self.take::<Option<Day>>()?.map(|day| day.0))
    }

    pub(super) fn instant(&mut self) -> rusqlite::Result<DateTime<Utc>> {
        self.take::<Instant>().map(|instant| instant.0)
    }

    /// Takes the two columns of an amount.
    pub(super) fn money(&mut self) -> rusqlite::Result<Option<Money>> {
        let minor: Option<i64> = self.take()?;
        let code: Option<Code> = self.take()?;
        Ok(minor
            .zip(code)
            .map(|(minor, code)| Money::new(minor, code.0)))
    }
}
