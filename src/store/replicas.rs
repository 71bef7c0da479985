//! Claims as they are exchanged between desks: read whole, and written whole.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::merge::Merged;
use crate::domain::replica::{Logged, Piece, Replica};

use super::columns::{Cells, Instant};
use super::fact_changes::Table;
use super::load::{self, StoredClaim};
use super::{changes, event_evidence, events, evidence, fact_changes, marks};

/// Returns the number of the claim with this id between machines.
pub(super) fn number(conn: &Connection, uid: &str) -> rusqlite::Result<Option<i64>> {
    let mut select = conn.prepare_cached("SELECT id FROM claims WHERE uid = ?1")?;
    select.query_row([uid], |row| row.get(0)).optional()
}

/// Reads what this desk has of a claim.
pub(super) fn read(conn: &Connection, claim: i64) -> rusqlite::Result<Option<Replica>> {
    let Some(stored) = load::one(conn, claim)? else {
        return Ok(None);
    };
    let StoredClaim {
        claim: mut facts,
        events,
        created_at,
        updated_at,
        ..
    } = stored;
    let mut uids = uids(conn, claim)?;
    let mut origins = origins(conn, claim)?;
    let log = events.into_iter().map(|event| Logged {
        uid: uids.remove(&event.no).unwrap_or_default(),
        event,
    });
    let pieces = std::mem::take(&mut facts.evidence);
    let pieces = pieces.into_iter().map(|evidence| {
        let (first_no, added_at) = origins.remove(&evidence.no).unwrap_or((None, None));
        Piece {
            first_no: first_no.unwrap_or(evidence.no),
            added_at: added_at.unwrap_or(created_at),
            evidence,
        }
    });
    Ok(Some(Replica {
        log: log.collect(),
        pieces: pieces.collect(),
        changes: fact_changes::read(conn, Table::Facts, claim)?,
        notes: fact_changes::read(conn, Table::Notes, claim)?,
        marks: marks::read(conn, claim)?,
        claim: facts,
        created_at,
        updated_at,
    }))
}

/// The ids of events between machines, by their numbers. One that has none gets the same on every desk.
pub(super) fn uids(conn: &Connection, claim: i64) -> rusqlite::Result<BTreeMap<u32, String>> {
    let mut select = conn.prepare_cached(
        "SELECT no, coalesce(uid, recorded_at || '/' || printf('%06d', no)) FROM events WHERE claim_id = ?1",
    )?;
    let rows = select.query_map([claim], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

type Origin = (Option<u32>, Option<DateTime<Utc>>);

fn origins(conn: &Connection, claim: i64) -> rusqlite::Result<BTreeMap<u32, Origin>> {
    let mut select =
        conn.prepare_cached("SELECT no, first_no, added_at FROM evidence WHERE claim_id = ?1")?;
    let rows = select.query_map([claim], |row| {
        let mut cells = Cells::new(row);
        let (no, first_no) = (cells.take()?, cells.take()?);
        let added_at = cells.take::<Option<Instant>>()?.map(|at| at.0);
        Ok((no, (first_no, added_at)))
    })?;
    rows.collect()
}

/// Writes the log, the evidence and what was written when, of a claim whose row is there. What is there of them goes.
pub(super) fn write(conn: &Connection, claim: i64, replica: &Replica) -> rusqlite::Result<()> {
    for table in [
        "event_evidence",
        "events",
        "evidence",
        "fact_changes",
        "note_changes",
        "marks",
    ] {
        conn.execute(&format!("DELETE FROM {table} WHERE claim_id = ?1"), [claim])?;
    }
    for piece in &replica.pieces {
        evidence::put(conn, claim, &piece.evidence, piece.added_at)?;
        conn.prepare_cached("UPDATE evidence SET first_no = ?3 WHERE claim_id = ?1 AND no = ?2")?
            .execute(params![claim, piece.evidence.no, piece.first_no])?;
    }
    for Logged { uid, event } in &replica.log {
        events::insert(conn, claim, event, uid)?;
        event_evidence::insert(conn, claim, event.no, &event.evidence)?;
    }
    for (table, changes) in [
        (Table::Facts, &replica.changes),
        (Table::Notes, &replica.notes),
    ] {
        for ((key, at), change) in changes {
            fact_changes::put(conn, (table, claim), (key, *at), change)?;
        }
    }
    for ((sha256, mark), written) in &replica.marks {
        marks::put(conn, claim, (sha256, *mark), written)?;
    }
    Ok(())
}

/// Writes what came of two copies in the place of one, and lets what can be taken back follow the numbers.
pub(super) fn merged(conn: &Connection, claim: i64, merged: &Merged) -> rusqlite::Result<()> {
    write(conn, claim, &merged.replica)?;
    changes::renumber(conn, claim, &merged.events, &merged.pieces)
}
