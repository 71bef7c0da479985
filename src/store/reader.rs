//! What can be read of the store, inside a change or outside.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::agenda::AgendaRow;
use super::changes::{self, Made};
use super::claims::Filter;
use super::deadlines::DeadlineRow;
use super::error::StoreError;
use super::fact_changes::Table;
use super::list::{ListQuery, ListRow};
use super::load::{All, StoredClaim};
use super::{agenda, claims, deadlines, evidence, fact_changes, list, load, meta, replicas};
use crate::domain::replica::{Lost, Replica, lost};

/// Reads claims and what was computed for them.
#[derive(Debug)]
pub struct Reader {
    conn: Connection,
    path: PathBuf,
}

impl Reader {
    pub(super) fn new(conn: Connection, path: &Path) -> Reader {
        Reader {
            conn,
            path: path.to_owned(),
        }
    }

    pub(super) fn conn(&self) -> &Connection {
        &self.conn
    }

    pub(super) fn fail(&self, error: rusqlite::Error) -> StoreError {
        StoreError::sqlite(&self.path, error)
    }

    /// Returns the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns a claim with its log; `None` when there is none of this number.
    ///
    /// # Errors
    /// When the file cannot be read or holds a value that is not known.
    pub fn claim(&self, id: i64) -> Result<Option<StoredClaim>, StoreError> {
        load::one(&self.conn, id).map_err(|error| self.fail(error))
    }

    /// Returns the numbers of claims, ascending.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claims(&self, filter: Filter) -> Result<Vec<i64>, StoreError> {
        claims::ids(&self.conn, filter).map_err(|error| self.fail(error))
    }

    /// Returns every claim, drafts and closed ones too, ascending; read in pieces, so that nobody is locked out between.
    #[must_use]
    pub fn all(&self) -> All<'_> {
        All::new(self)
    }

    /// Returns the open claim whose walk was cut off last.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn interrupted_walk(&self) -> Result<Option<i64>, StoreError> {
        claims::interrupted_walk(&self.conn).map_err(|error| self.fail(error))
    }

    /// Returns whether any claim counts on the vault's copy of the bytes with this hash.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn keeps(&self, sha256: &str) -> Result<bool, StoreError> {
        evidence::keeps(&self.conn, sha256).map_err(|error| self.fail(error))
    }

    /// Returns the numbers of the claims that count on the vault's copy of these bytes, ascending.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn keepers(&self, sha256: &str) -> Result<Vec<i64>, StoreError> {
        evidence::keepers(&self.conn, sha256).map_err(|error| self.fail(error))
    }

    /// Returns the number of the claim with this id between machines; `None` when there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn number_of(&self, uid: &str) -> Result<Option<i64>, StoreError> {
        replicas::number(&self.conn, uid).map_err(|error| self.fail(error))
    }

    /// Returns whether the claim with this id between machines was forgotten here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_forgotten(&self, uid: &str) -> Result<bool, StoreError> {
        changes::is_forgotten(&self.conn, uid).map_err(|error| self.fail(error))
    }

    /// Returns the claims that were forgotten here, by their ids between machines.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn forgotten(&self) -> Result<Vec<String>, StoreError> {
        let all = changes::all_forgotten(&self.conn).map_err(|error| self.fail(error))?;
        Ok(all.into_iter().map(|(uid, _)| uid).collect())
    }

    /// Returns the ids between machines of a claim's events, by their numbers.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn event_uids(&self, id: i64) -> Result<BTreeMap<u32, String>, StoreError> {
        replicas::uids(&self.conn, id).map_err(|error| self.fail(error))
    }

    /// Returns the facts of a claim that were written apart on two desks, and do not count.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lost(&self, id: i64) -> Result<Vec<Lost>, StoreError> {
        self.lost_of(Table::Facts, id)
    }

    /// Returns the notes of a claim's evidence that were written apart on two desks, and do not count; each by the hash of its
    /// piece.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lost_notes(&self, id: i64) -> Result<Vec<Lost>, StoreError> {
        self.lost_of(Table::Notes, id)
    }

    fn lost_of(&self, table: Table, id: i64) -> Result<Vec<Lost>, StoreError> {
        let changes = fact_changes::read(&self.conn, table, id);
        Ok(lost(&changes.map_err(|error| self.fail(error))?))
    }

    /// Returns what this desk has of a claim, as it is exchanged with another; `None` when there is none of this number.
    ///
    /// # Errors
    /// When the file cannot be read or holds a value that is not known.
    pub fn replica(&self, id: i64) -> Result<Option<Replica>, StoreError> {
        replicas::read(&self.conn, id).map_err(|error| self.fail(error))
    }

    /// Returns the changes that can be taken back, the last one first, at most so many.
    ///
    /// # Errors
    /// When the file cannot be read or holds a value that is not known.
    pub fn changes(&self, most: usize) -> Result<Vec<Made>, StoreError> {
        changes::read(&self.conn, most).map_err(|error| self.fail(error))
    }

    /// Returns the deadlines that were last computed for a claim, in their order.
    ///
    /// # Errors
    /// When the file cannot be read or holds a value that is not known.
    pub fn deadlines(&self, id: i64) -> Result<Vec<DeadlineRow>, StoreError> {
        deadlines::of_claim(&self.conn, id).map_err(|error| self.fail(error))
    }

    /// Returns the agenda that was last computed for a claim, by day.
    ///
    /// # Errors
    /// When the file cannot be read or holds a value that is not known.
    pub fn agenda(&self, id: i64) -> Result<Vec<AgendaRow>, StoreError> {
        agenda::of_claim(&self.conn, id).map_err(|error| self.fail(error))
    }

    /// Lists claims as they stand on a day, from what was computed before.
    ///
    /// # Errors
    /// When the file cannot be read or holds a value that is not known.
    pub fn list(&self, query: &ListQuery) -> Result<Vec<ListRow>, StoreError> {
        list::rows(&self.conn, query).map_err(|error| self.fail(error))
    }

    /// Counts the open claims that wait for their user to act on a day; of the query, the day and the seller count.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_yours(&self, query: &ListQuery) -> Result<i64, StoreError> {
        list::count_yours(&self.conn, query).map_err(|error| self.fail(error))
    }

    /// Returns the fingerprint of the rulebook by which the claims were last assessed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rulebook(&self) -> Result<Option<String>, StoreError> {
        meta::get(&self.conn, meta::RULEBOOK).map_err(|error| self.fail(error))
    }
}
