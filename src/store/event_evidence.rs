//! The table `event_evidence`: which evidence proves which event.

use rusqlite::{Connection, params};

pub(super) fn insert(
    conn: &Connection,
    claim: i64,
    event: u32,
    evidence: &[u32],
) -> rusqlite::Result<()> {
    if evidence.is_empty() {
        return Ok(());
    }
    let mut insert = conn.prepare(
        "INSERT OR IGNORE INTO event_evidence (claim_id, event_no, evidence_no) VALUES (?1, ?2, ?3)",
    )?;
    for no in evidence {
        insert.execute(params![claim, event, no])?;
    }
    Ok(())
}

/// Reads the rows of the claims from `first` to `last`: claim, event, evidence, ascending.
pub(super) fn read(
    conn: &Connection,
    (first, last): (i64, i64),
    mut each: impl FnMut(i64, u32, u32),
) -> rusqlite::Result<()> {
    let mut select = conn.prepare(
        "SELECT claim_id, event_no, evidence_no FROM event_evidence
         WHERE claim_id BETWEEN ?1 AND ?2 ORDER BY claim_id, event_no, evidence_no",
    )?;
    let mut rows = select.query([first, last])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, row.get(2)?);
    }
    Ok(())
}
