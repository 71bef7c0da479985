//! What was deleted for good on a desk stays so, whatever old copy comes back.

use std::path::Path;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::domain::replica::Mark;

use super::backup::{Holdings, holdings};
use super::columns::{Cells, Day, Instant};
use super::error::StoreError;
use super::open::{self, Access, PATIENCE};
use super::{changes, evidence, marks, replicas};

/// What was left out of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Claims that the desk has forgotten.
    pub claims: usize,
    /// Pieces of evidence that the desk has purged.
    pub pieces: usize,
}

/// A piece that was purged, by the ids between machines.
struct Purged {
    uid: String,
    sha256: String,
    at: Instant,
    on: NaiveDate,
}

/// Takes out of a sound file what a desk has forgotten or purged since, and notes it there as well: no old copy brings it back.
/// Returns what that was, and what the file holds from then on.
///
/// # Errors
/// When the desk is in use, or the file cannot be written.
pub fn leave_deleted(path: &Path, desk: &Path) -> Result<(LeftOut, Holdings), StoreError> {
    let fail = |error| StoreError::sqlite(path, error);
    let (forgotten, gone) = match open::open(desk, Access::Read, PATIENCE) {
        Ok(Some(conn)) => (
            changes::all_forgotten(&conn).unwrap_or_default(),
            purged(&conn).unwrap_or_default(),
        ),
        Err(error @ StoreError::Busy(_)) => return Err(error),
        // What cannot be read has nothing to say.
        Ok(None) | Err(_) => Default::default(),
    };
    let Some(conn) = open::open(path, Access::Write, PATIENCE)? else {
        return Ok(Default::default());
    };
    conn.pragma_update(None, "secure_delete", true)
        .map_err(fail)?;
    let transaction = conn.unchecked_transaction().map_err(fail)?;
    let left_out = LeftOut {
        claims: changes::forget_all(&conn, &forgotten).map_err(fail)?,
        pieces: purge_all(&conn, &gone).map_err(fail)?,
    };
    transaction.commit().map_err(fail)?;
    Ok((left_out, holdings(&conn).map_err(fail)?))
}

fn purged(conn: &Connection) -> rusqlite::Result<Vec<Purged>> {
    let mut select = conn.prepare(
        "SELECT uid, sha256, changed_at, value FROM marks JOIN claims ON claims.id = marks.claim_id
         WHERE mark = ?1 AND value IS NOT NULL",
    )?;
    let rows = select.query_map([Mark::PurgedOn.id()], |row| {
        let mut cells = Cells::new(row);
        Ok(Purged {
            uid: cells.take()?,
            sha256: cells.take()?,
            at: cells.take()?,
            on: cells.day()?,
        })
    })?;
    rows.collect()
}

/// Purges the pieces that a file has still, unless they were given again after that; returns how many.
fn purge_all(conn: &Connection, gone: &[Purged]) -> rusqlite::Result<usize> {
    let mut count = 0;
    for piece in gone {
        let Some(claim) = replicas::number(conn, &piece.uid)? else {
            continue;
        };
        let mut select = conn.prepare_cached(
            "SELECT no FROM evidence WHERE claim_id = ?1 AND sha256 = ?2 AND purged_on IS NULL
               AND NOT EXISTS (SELECT 1 FROM marks WHERE marks.claim_id = ?1 AND marks.sha256 = ?2
                 AND mark = ?3 AND changed_at > ?4)",
        )?;
        let mark = Mark::PurgedOn.id();
        let rows = select.query_map(params![claim, piece.sha256, mark, piece.at], |row| {
            row.get(0)
        })?;
        let numbers: Vec<u32> = rows.collect::<rusqlite::Result<_>>()?;
        for no in numbers {
            let before = evidence::one(conn, claim, no)?;
            changes::forget_evidence(conn, claim, no)?;
            evidence::purge(conn, claim, no, Day(piece.on))?;
            if let Some(after) = evidence::one(conn, claim, no)? {
                marks::write(conn, claim, (before.as_ref(), &after), piece.at.0)?;
                marks::purge(conn, claim, &piece.sha256)?;
            }
            count += 1;
        }
    }
    Ok(count)
}
