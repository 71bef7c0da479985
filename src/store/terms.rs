//! The table `terms`: dated facts that may lie ahead.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::domain::claim::Term;

use super::columns::{Cells, Day};

pub(super) fn replace(
    conn: &Connection,
    claim: i64,
    terms: &BTreeMap<Term, NaiveDate>,
) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM terms WHERE claim_id = ?1", [claim])?;
    let mut insert =
        conn.prepare("INSERT INTO terms (claim_id, term, falls_on) VALUES (?1, ?2, ?3)")?;
    for (term, day) in terms {
        insert.execute(params![claim, term, Day(*day)])?;
    }
    Ok(())
}

/// Reads the rows of the claims from `first` to `last`.
pub(super) fn read(
    conn: &Connection,
    (first, last): (i64, i64),
    mut each: impl FnMut(i64, Term, NaiveDate),
) -> rusqlite::Result<()> {
    let mut select = conn
        .prepare("SELECT claim_id, term, falls_on FROM terms WHERE claim_id BETWEEN ?1 AND ?2")?;
    let mut rows = select.query([first, last])?;
    while let Some(row) = rows.next()? {
        let mut cells = Cells::new(row);
        each(cells.take()?, cells.take()?, cells.day()?);
    }
    Ok(())
}
