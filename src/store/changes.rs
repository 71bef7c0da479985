//! The tables `changes`, `facts_before` and `evidence_before`: what can be taken back.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use crate::domain::change::{Change, Marks, PieceBefore};

use super::columns::{Cells, Day, Instant};

/// So many changes can be taken back; what is older is forgotten, which keeps the file small.
const KEPT: i64 = 500;

/// A change that was made and not taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its number over all claims, ascending in time.
    pub no: i64,
    pub claim: i64,
    pub at: DateTime<Utc>,
    pub change: Change,
}

pub(super) fn insert(
    conn: &Connection,
    claim: i64,
    change: &Change,
    now: DateTime<Utc>,
) -> rusqlite::Result<()> {
    conn.execute(
        "INSERT INTO changes (claim_id, made_at, opened, came, first_event, last_event)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            claim,
            Instant(now),
            change.opened,
            change.came,
            change.events.map(|(first, _)| first),
            change.events.map(|(_, last)| last),
        ],
    )?;
    let id = conn.last_insert_rowid();
    let mut fact =
        conn.prepare("INSERT INTO facts_before (change_id, key, value) VALUES (?1, ?2, ?3)")?;
    for (key, value) in &change.facts {
        fact.execute(params![id, key, value])?;
    }
    let mut piece = conn.prepare(
        "INSERT INTO evidence_before (change_id, no, added, kind, note, taken_on, confidential, removed_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for before in &change.evidence {
        let marks = before.marks.as_ref();
        piece.execute(params![
            id,
            before.no,
            marks.is_none(),
            marks.map(|m| m.kind),
            marks.and_then(|m| m.note.as_deref()),
            marks.and_then(|m| m.taken_on).map(Day),
            marks.map(|m| m.confidential),
            marks.and_then(|m| m.removed_on).map(Day),
        ])?;
    }
    delete(conn, "id <= ?1", id - KEPT)
}

/// Reads the changes that were not taken back, the last one first.
pub(super) fn read(conn: &Connection, most: usize) -> rusqlite::Result<Vec<Made>> {
    let mut select = conn.prepare(
        "SELECT id, claim_id, made_at, opened, came, first_event, last_event FROM changes
         WHERE undone_at IS NULL ORDER BY id DESC LIMIT ?1",
    )?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut rows = select.query([most])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cells = Cells::new(row);
        let (no, claim, at) = (cells.take()?, cells.take()?, cells.instant()?);
        let (opened, came) = (cells.take()?, cells.take()?);
        let events: (Option<u32>, Option<u32>) = (cells.take()?, cells.take()?);
        all.push(Made {
            no,
            claim,
            at,
            change: Change {
                opened,
                came,
                facts: facts(conn, no)?,
                evidence: evidence(conn, no)?,
                events: events.0.zip(events.1),
            },
        });
    }
    Ok(all)
}

fn facts(conn: &Connection, change: i64) -> rusqlite::Result<BTreeMap<String, Option<String>>> {
    conn.prepare("SELECT key, value FROM facts_before WHERE change_id = ?1")?
        .query_map([change], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

fn evidence(conn: &Connection, change: i64) -> rusqlite::Result<Vec<PieceBefore>> {
    let mut select = conn.prepare(
        "SELECT no, added, kind, note, taken_on, confidential, removed_on FROM evidence_before
         WHERE change_id = ?1 ORDER BY no",
    )?;
    let mut rows = select.query([change])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cells = Cells::new(row);
        let (no, added): (u32, bool) = (cells.take()?, cells.take()?);
        let marks = match added {
            true => None,
            false => Some(Marks {
                kind: cells.take()?,
                note: cells.take()?,
                taken_on: cells.maybe_day()?,
                confidential: cells.take()?,
                removed_on: cells.maybe_day()?,
            }),
        };
        all.push(PieceBefore { no, marks });
    }
    Ok(all)
}

/// Notes that a change was taken back.
pub(super) fn undone(conn: &Connection, no: i64, now: DateTime<Utc>) -> rusqlite::Result<()> {
    conn.execute(
        "UPDATE changes SET undone_at = ?2 WHERE id = ?1",
        params![no, Instant(now)],
    )?;
    Ok(())
}

/// Deletes what is known of the changes of a claim: nothing of it can be taken back any more.
pub(super) fn forget_claim(conn: &Connection, claim: i64) -> rusqlite::Result<()> {
    delete(conn, "claim_id = ?1", claim)
}

/// Deletes what was written down of a piece of evidence before each change of it.
pub(super) fn forget_evidence(conn: &Connection, claim: i64, no: u32) -> rusqlite::Result<()> {
    conn.execute(
        "DELETE FROM evidence_before
         WHERE no = ?2 AND change_id IN (SELECT id FROM changes WHERE claim_id = ?1)",
        params![claim, no],
    )?;
    Ok(())
}

/// Lets what can be taken back follow the numbers of a claim's events and evidence, from what they were to what they are.
/// Events of one change that are no longer side by side are left to stand.
pub(super) fn renumber(
    conn: &Connection,
    claim: i64,
    events: &BTreeMap<u32, u32>,
    pieces: &BTreeMap<u32, u32>,
) -> rusqlite::Result<()> {
    let moved = |numbers: &BTreeMap<u32, u32>| numbers.iter().any(|(from, to)| from != to);
    if moved(events) {
        let mut select = conn.prepare(
            "SELECT id, first_event, last_event FROM changes
             WHERE claim_id = ?1 AND first_event IS NOT NULL",
        )?;
        let rows = select.query_map([claim], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let made: Vec<(i64, u32, u32)> = rows.collect::<rusqlite::Result<_>>()?;
        for (id, first, last) in made {
            let now = events.get(&first).zip(events.get(&last));
            let now = now.filter(|(from, to)| to.checked_sub(**from) == last.checked_sub(first));
            conn.execute(
                "UPDATE changes SET first_event = ?2, last_event = ?3 WHERE id = ?1",
                params![id, now.map(|(first, _)| first), now.map(|(_, last)| last)],
            )?;
        }
    }
    if moved(pieces) {
        // Out of the way first: one number may become another's.
        const ASIDE: i64 = 1 << 40;
        let of_claim = "change_id IN (SELECT id FROM changes WHERE claim_id = ?1)";
        conn.execute(
            &format!("UPDATE evidence_before SET no = no + ?2 WHERE {of_claim}"),
            params![claim, ASIDE],
        )?;
        for (from, to) in pieces {
            conn.execute(
                &format!("UPDATE evidence_before SET no = ?3 WHERE {of_claim} AND no = ?2"),
                params![claim, ASIDE + i64::from(*from), to],
            )?;
        }
        conn.execute(
            &format!("DELETE FROM evidence_before WHERE {of_claim} AND no > ?2"),
            params![claim, ASIDE],
        )?;
    }
    Ok(())
}

fn delete(conn: &Connection, which: &str, value: i64) -> rusqlite::Result<()> {
    for table in ["facts_before", "evidence_before"] {
        let sql = format!(
            "DELETE FROM {table} WHERE change_id IN (SELECT id FROM changes WHERE {which})"
        );
        conn.execute(&sql, [value])?;
    }
    conn.execute(&format!("DELETE FROM changes WHERE {which}"), [value])?;
    Ok(())
}

/// Returns the claims that were forgotten, by their ids between machines, each with its day.
pub(super) fn all_forgotten(conn: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut select = conn.prepare("SELECT uid, forgotten_on FROM forgotten")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

/// Notes that these claims were forgotten, and deletes those that are there; returns how many.
pub(super) fn forget_all(
    conn: &Connection,
    forgotten: &[(String, String)],
) -> rusqlite::Result<usize> {
    let mut count = 0;
    for (uid, on) in forgotten {
        conn.execute(
            "INSERT OR IGNORE INTO forgotten (uid, forgotten_on) VALUES (?1, ?2)",
            [uid, on],
        )?;
        let mut select = conn.prepare("SELECT id FROM claims WHERE uid = ?1")?;
        let ids: Vec<i64> = select
            .query_map([uid], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for id in ids {
            super::claims::delete(conn, id)?;
            count += 1;
        }
    }
    Ok(count)
}

/// Notes that a claim was forgotten. Only its id between machines is kept.
pub(super) fn forgotten(conn: &Connection, claim: i64, on: Day) -> rusqlite::Result<()> {
    conn.execute(
        "INSERT OR REPLACE INTO forgotten (uid, forgotten_on) SELECT uid, ?2 FROM claims WHERE id = ?1",
        params![claim, on],
    )?;
    Ok(())
}

pub(super) fn is_forgotten(conn: &Connection, uid: &str) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT 1 FROM forgotten WHERE uid = ?1")?
        .exists([uid])
}
