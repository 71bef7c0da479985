//! The table `marks`: what was written last of each piece of evidence, and when.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::evidence::Evidence;
use crate::domain::replica::{FactChange, Mark, Marks, Written};

use super::columns::{Cells, Instant, UnknownValue};
use super::fact_changes::{self, Table, after};

/// Notes what is written of a piece from now on. Of one that is new, or given again, everything that says something; of any
/// other, what has changed.
pub(super) fn write(
    conn: &Connection,
    claim: i64,
    (before, now_is): (Option<&Evidence>, &Evidence),
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    for mark in Mark::ALL {
        let value = mark.of(now_is);
        if value == before.and_then(|before| mark.of(before)) {
            continue;
        }
        let known: Option<Instant> = conn
            .query_row(
                "SELECT changed_at FROM marks WHERE claim_id = ?1 AND sha256 = ?2 AND mark = ?3",
                params![claim, now_is.sha256, mark.id()],
                |row| row.get(0),
            )
            .optional()?;
        let at = after(now, known.map(|known| known.0));
        if *mark == Mark::Note {
            let over = known.map(|known| known.0);
            let change = FactChange {
                value: value.clone(),
                over,
            };
            let notes = (Table::Notes, claim);
            fact_changes::put(conn, notes, (&now_is.sha256, at), &change)?;
        }
        put(conn, claim, (&now_is.sha256, *mark), &Written { at, value })?;
    }
    Ok(())
}

pub(super) fn put(
    conn: &Connection,
    claim: i64,
    (sha256, mark): (&str, Mark),
    written: &Written,
) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO marks (claim_id, sha256, mark, changed_at, value) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![claim, sha256, mark.id(), Instant(written.at), written.value])?;
    Ok(())
}

/// Erases what was said of a piece.
pub(super) fn purge(conn: &Connection, claim: i64, sha256: &str) -> rusqlite::Result<()> {
    conn.execute(
        "DELETE FROM marks WHERE claim_id = ?1 AND sha256 = ?2 AND mark = ?3",
        params![claim, sha256, Mark::Note.id()],
    )?;
    conn.execute(
        "DELETE FROM note_changes WHERE claim_id = ?1 AND key = ?2",
        params![claim, sha256],
    )?;
    Ok(())
}

pub(super) fn read(conn: &Connection, claim: i64) -> rusqlite::Result<Marks> {
    let mut select =
        conn.prepare("SELECT sha256, mark, changed_at, value FROM marks WHERE claim_id = ?1")?;
    select
        .query_map([claim], |row| {
            let mut cells = Cells::new(row);
            let (sha256, mark): (String, String) = (cells.take()?, cells.take()?);
            let mark = Mark::from_id(&mark).ok_or_else(|| {
                let unknown = Box::new(UnknownValue(mark.clone()));
                rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, unknown)
            })?;
            let (at, value) = (cells.instant()?, cells.take()?);
            Ok(((sha256, mark), Written { at, value }))
        })?
        .collect()
}
