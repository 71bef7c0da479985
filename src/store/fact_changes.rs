//! The table `fact_changes`: every value of a fact that was written over another since the claim was opened; and
//! `note_changes`, which has every note of the evidence.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::replica::{FactChange, FactChanges};

use super::columns::{Cells, Instant};

/// The two tables, each with its rows by key and instant.
#[derive(Debug, Clone, Copy)]
pub(super) enum Table {
    Facts,
    /// The key is the hash of the piece.
    Notes,
}

impl Table {
    fn name(self) -> &'static str {
        match self {
            Table::Facts => "fact_changes",
            Table::Notes => "note_changes",
        }
    }
}

/// Notes that a fact has this value from now on. Whatever the clock says, that is after the value that it replaces.
pub(super) fn write(
    conn: &Connection,
    claim: i64,
    key: &str,
    value: Option<&str>,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    let over: Option<Instant> = conn
        .query_row(
            "SELECT changed_at FROM fact_changes WHERE claim_id = ?1 AND key = ?2
             ORDER BY changed_at DESC LIMIT 1",
            params![claim, key],
            |row| row.get(0),
        )
        .optional()?;
    let at = after(now, over.map(|over| over.0));
    put(
        conn,
        (Table::Facts, claim),
        (key, at),
        &FactChange {
            value: value.map(str::to_owned),
            over: over.map(|over| over.0),
        },
    )
}

/// The moment, or the next one after another.
pub(super) fn after(now: DateTime<Utc>, other: Option<DateTime<Utc>>) -> DateTime<Utc> {
    let next = other.and_then(|other| other.checked_add_signed(TimeDelta::nanoseconds(1)));
    next.map_or(now, |next| now.max(next))
}

pub(super) fn put(
    conn: &Connection,
    (table, claim): (Table, i64),
    (key, at): (&str, DateTime<Utc>),
    change: &FactChange,
) -> rusqlite::Result<()> {
    conn.prepare_cached(&format!(
        "INSERT OR REPLACE INTO {} (claim_id, key, changed_at, over_at, value) VALUES (?1, ?2, ?3, ?4, ?5)",
        table.name()
    ))?
    .execute(params![claim, key, Instant(at), change.over.map(Instant), change.value])?;
    Ok(())
}

pub(super) fn read(conn: &Connection, table: Table, claim: i64) -> rusqlite::Result<FactChanges> {
    let mut select = conn.prepare(&format!(
        "SELECT key, changed_at, over_at, value FROM {} WHERE claim_id = ?1",
        table.name()
    ))?;
    select
        .query_map([claim], |row| {
            let mut cells = Cells::new(row);
            let (key, at) = (cells.take()?, cells.instant()?);
            let over = cells.take::<Option<Instant>>()?.map(|over| over.0);
            Ok((
                (key, at),
                FactChange {
                    over,
                    value: cells.take()?,
                },
            ))
        })?
        .collect()
}
