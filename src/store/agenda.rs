//! The table `agenda`: what a claim waits for and what is next, from each day on which that changes by itself.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::domain::claim::Status;
use crate::domain::language::Text;

use super::columns::{Cells, Day};

/// What holds from a day on, until the day of the next row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaRow {
    pub from_on: NaiveDate,
    pub status: Status,
    /// The next action, in one sentence.
    pub what: Text,
    /// The command that does it, ready to type.
    pub command: Option<String>,
    pub due_on: Option<NaiveDate>,
    /// What is owed, in minor units of the claim's currency.
    pub outstanding_minor: Option<i64>,
    /// What the law adds for delay, in the same units.
    pub surcharge_minor: Option<i64>,
}

/// Of two rows for the same day the later one in the list holds.
pub(super) fn replace(conn: &Connection, claim: i64, agenda: &[AgendaRow]) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM agenda WHERE claim_id = ?1", [claim])?;
    let mut insert = conn.prepare(
        "INSERT OR REPLACE INTO agenda (claim_id, from_on, status, due_on, command, what_fr, what_en, \
         outstanding_minor, surcharge_minor)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for row in agenda {
        insert.execute(params![
            claim,
            Day::clamped(row.from_on),
            row.status,
            row.due_on.map(Day::clamped),
            row.command,
            row.what.fr,
            row.what.en,
            row.outstanding_minor,
            row.surcharge_minor,
        ])?;
    }
    Ok(())
}

pub(super) fn of_claim(conn: &Connection, claim: i64) -> rusqlite::Result<Vec<AgendaRow>> {
    let mut select = conn.prepare(
        "SELECT from_on, status, what_fr, what_en, command, due_on, outstanding_minor, surcharge_minor
         FROM agenda WHERE claim_id = ?1 ORDER BY from_on",
    )?;
    select
        .query_map([claim], |row| {
            let mut cells = Cells::new(row);
            Ok(AgendaRow {
                from_on: cells.day()?,
                status: cells.take()?,
                what: Text {
                    fr: cells.take()?,
                    en: cells.take()?,
                },
                command: cells.take()?,
                due_on: cells.maybe_day()?,
                outstanding_minor: cells.take()?,
                surcharge_minor: cells.take()?,
            })
        })?
        .collect()
}
