//! The table `deadlines`: what does not depend on the day, computed anew whenever a claim changes.

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, params};

use crate::domain::language::Text;
use crate::domain::party::Who;

use super::columns::{Cells, Day, UnknownValue};

/// Whether a deadline still binds, whatever the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    No,
    Met,
    Moot,
}

impl Settled {
    const ALL: [Settled; 3] = [Settled::No, Settled::Met, Settled::Moot];

    fn id(self) -> &'static str {
        match self {
            Settled::No => "no",
            Settled::Met => "met",
            Settled::Moot => "moot",
        }
    }
}

impl ToSql for Settled {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.id().into()))
    }
}

impl FromSql for Settled {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Settled> {
        let id = value.as_str()?;
        Settled::ALL
            .into_iter()
            .find(|settled| settled.id() == id)
            .ok_or_else(|| FromSqlError::Other(Box::new(UnknownValue(id.to_owned()))))
    }
}

/// A deadline as it is stored. Days outside the years 0 to 9999 are moved to their nearest end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineRow {
    /// Full id of the rule.
    pub rule: String,
    pub who: Who,
    pub what: Text,
    pub opens_on: NaiveDate,
    /// The first day of the reminder.
    pub remind_on: NaiveDate,
    pub due_on: NaiveDate,
    /// The legal last day, where it is later.
    pub legal_on: Option<NaiveDate>,
    /// The last day on which it is listed as due; without one it is listed until it is settled.
    pub until_on: Option<NaiveDate>,
    pub settled: Settled,
    /// The consumer has written again since it was missed.
    pub chased: bool,
    /// Shown with the claim, never reminded of.
    pub quiet: bool,
}

pub(super) fn replace(
    conn: &Connection,
    claim: i64,
    deadlines: &[DeadlineRow],
) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM deadlines WHERE claim_id = ?1", [claim])?;
    let mut insert = conn.prepare(
        "INSERT INTO deadlines (claim_id, no, rule, who, opens_on, remind_on, due_on, legal_on, until_on, settled,
           chased, quiet, what_fr, what_en)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?;
    for (no, deadline) in (1_i64..).zip(deadlines) {
        insert.execute(params![
            claim,
            no,
            deadline.rule,
            deadline.who,
            Day::clamped(deadline.opens_on),
            Day::clamped(deadline.remind_on),
            Day::clamped(deadline.due_on),
            deadline.legal_on.map(Day::clamped),
            deadline.until_on.map(Day::clamped),
            deadline.settled,
            deadline.chased,
            deadline.quiet,
            deadline.what.fr,
            deadline.what.en,
        ])?;
    }
    Ok(())
}

pub(super) fn of_claim(conn: &Connection, claim: i64) -> rusqlite::Result<Vec<DeadlineRow>> {
    let mut select = conn.prepare(
        "SELECT rule, who, what_fr, what_en, opens_on, remind_on, due_on, legal_on, until_on, settled, chased, quiet
         FROM deadlines WHERE claim_id = ?1 ORDER BY no",
    )?;
    select
        .query_map([claim], |row| {
            let mut cells = Cells::new(row);
            Ok(DeadlineRow {
                rule: cells.take()?,
                who: cells.take()?,
                what: Text {
                    fr: cells.take()?,
                    en: cells.take()?,
                },
                opens_on: cells.day()?,
                remind_on: cells.day()?,
                due_on: cells.day()?,
                legal_on: cells.maybe_day()?,
                until_on: cells.maybe_day()?,
                settled: cells.take()?,
                chased: cells.take()?,
                quiet: cells.take()?,
            })
        })?
        .collect()
}
