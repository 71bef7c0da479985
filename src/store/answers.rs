//! The table `answers`: answers to the playbooks' own questions, by their key.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

pub(super) fn replace(
    conn: &Connection,
    claim: i64,
    answers: &BTreeMap<String, String>,
) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM answers WHERE claim_id = ?1", [claim])?;
    let mut insert =
        conn.prepare("INSERT INTO answers (claim_id, key, value) VALUES (?1, ?2, ?3)")?;
    for (key, value) in answers {
        insert.execute(params![claim, key, value])?;
    }
    Ok(())
}

/// Reads the rows of the claims from `first` to `last`.
pub(super) fn read(
    conn: &Connection,
    (first, last): (i64, i64),
    mut each: impl FnMut(i64, String, String),
) -> rusqlite::Result<()> {
    let mut select =
        conn.prepare("SELECT claim_id, key, value FROM answers WHERE claim_id BETWEEN ?1 AND ?2")?;
    let mut rows = select.query([first, last])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, row.get(2)?);
    }
    Ok(())
}
