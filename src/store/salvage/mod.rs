//! What can still be read of a damaged file, in a new one. The damaged file is only read.

mod image;
mod read;
mod tree;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::types::Value;

use super::error::StoreError;
use super::{Holdings, backup, check, open};
use crate::domain::claim::Claim;
use image::{Image, ImageError};

/// What is computed anew from the rest, and what would take changes back of which a part may be lost.
const NOT_SAVED: &[&str] = &[
    "deadlines",
    "agenda",
    "meta",
    "changes",
    "facts_before",
    "evidence_before",
];

/// What was saved of a damaged file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saved {
    /// Each table with its rows that were saved.
    pub tables: Vec<(String, usize)>,
    /// The claims of which something is lost, or may be.
    pub incomplete: BTreeSet<i64>,
    /// The claims whose own facts are lost: what else there is of them is with a draft of the same number.
    pub without_facts: BTreeSet<i64>,
    /// The claims of which only the number is left. They are not in the new file.
    pub lost: BTreeSet<i64>,
    /// Tables of which a part could not be read, and nobody can say what was in it.
    pub unreadable: Vec<String>,
    pub holdings: Holdings,
}

/// A value of a key, so that rows are in the order of their numbers.
type Key = Vec<(i64, Vec<u8>)>;

/// The rows of a table that were read.
#[derive(Debug, Default)]
struct Table {
    name: String,
    columns: Vec<String>,
    rows: BTreeMap<Key, Vec<Value>>,
    /// A part of it could not be read.
    broken: bool,
    /// The claims of which rows are known to be missing.
    missing: BTreeSet<i64>,
}

impl Table {
    fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// The claim that a row belongs to.
    fn claim(&self, row: &[Value]) -> Option<i64> {
        let name = match self.name.as_str() {
            "claims" => "id",
            _ => "claim_id",
        };
        match row.get(self.column(name)?)? {
            Value::Integer(id) => Some(*id),
            _ => None,
        }
    }
}

/// Saves what can be read of a file into a new one. Where the facts of a claim are lost, `stand_in` takes their place, so
/// that its log and its evidence are not.
///
/// # Errors
/// When another process writes to the file, it cannot be read at all, or holds no table of ours any more; when something stands in the place of the new
/// file, or it cannot be written: nothing is left of it then.
pub fn salvage(
    from: &Path,
    to: &Path,
    stand_in: &Claim,
    now: DateTime<Utc>,
) -> Result<Saved, StoreError> {
    open::nobody_writes(from)?;
    let bytes = fs::read(from).map_err(|source| StoreError::Reach {
        path: from.to_owned(),
        source,
    })?;
    let folder = to.parent().filter(|folder| *folder != Path::new(""));
    let tables = Image::new(bytes, folder.unwrap_or(Path::new(".")))
        .and_then(|mut image| read::tables(&mut image))
        .map_err(|error| match error {
            ImageError::Sqlite(error) => StoreError::sqlite(from, error),
            ImageError::Writing(source) => backup::reach(to, source),
        })?;
    if tables.iter().all(|table| table.rows.is_empty()) {
        return Err(StoreError::NotADatabase(from.to_owned()));
    }
    backup::new_file(to)?;
    let saved = new_desk(&tables, to, stand_in, now);
    if saved.is_err() {
        for end in ["", "-journal"] {
            let _ = fs::remove_file(backup::with_end(to, end));
        }
    }
    saved
}

fn new_desk(
    tables: &[Table],
    to: &Path,
    stand_in: &Claim,
    now: DateTime<Utc>,
) -> Result<Saved, StoreError> {
    let fail = |error| StoreError::sqlite(to, error);
    let conn = open::open(to, open::Access::Write, open::PATIENCE)?;
    let conn = conn.ok_or_else(|| StoreError::CannotOpen(to.to_owned()))?;
    let mut saved = write::all(&conn, tables, stand_in, now).map_err(fail)?;
    saved.holdings = backup::holdings(&conn).map_err(fail)?;
    match check::faults(&conn).map_err(fail)?.is_empty() {
        true => Ok(saved),
        false => Err(StoreError::Damaged(to.to_owned())),
    }
}
