//! The table `unknowns`: questions of the walk that were answered with "I don't know" or passed over.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

pub(super) fn replace(
    conn: &Connection,
    claim: i64,
    keys: Option<&BTreeSet<String>>,
) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM unknowns WHERE claim_id = ?1", [claim])?;
    let mut insert = conn.prepare("INSERT INTO unknowns (claim_id, key) VALUES (?1, ?2)")?;
    for key in keys.into_iter().flatten() {
        insert.execute(params![claim, key])?;
    }
    Ok(())
}

/// Reads the rows of the claims from `first` to `last`.
pub(super) fn read(
    conn: &Connection,
    (first, last): (i64, i64),
    mut each: impl FnMut(i64, String),
) -> rusqlite::Result<()> {
    let mut select = conn.prepare(
        "SELECT claim_id, key FROM unknowns WHERE claim_id BETWEEN ?1 AND ?2 ORDER BY 1, 2",
    )?;
    let mut rows = select.query([first, last])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?);
    }
    Ok(())
}
