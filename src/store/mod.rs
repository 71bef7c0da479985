//! The store: one SQLite file that holds every claim. The only folder that knows rusqlite.
//!
//! One table, one file. Readers open the file read-only; a change is one durable transaction ([`Store::change`]).

mod agenda;
mod answers;
mod backup;
mod changes;
mod check;
mod claims;
mod columns;
mod deadlines;
mod error;
mod event_evidence;
mod events;
mod evidence;
mod fact_changes;
mod fold;
mod list;
mod load;
mod marks;
mod meta;
mod open;
mod reader;
mod replicas;
mod salvage;
mod schema;
mod share;
mod terms;
mod tombstones;
mod tx;
mod unknowns;

use std::ops::Deref;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Transaction, TransactionBehavior};

pub use agenda::AgendaRow;
pub use backup::{Holdings, Snapshot, admit, replace, snapshot};
pub use changes::Made;
pub use check::{Health, health};
pub use claims::Filter;
pub use deadlines::{DeadlineRow, Settled};
pub use error::StoreError;
pub use list::{ListQuery, ListRow, Sort};
pub use load::{All, StoredClaim};
pub use open::Access;
pub use reader::Reader;
pub use salvage::{Saved, salvage};
pub use share::{Share, share};
pub use tombstones::{LeftOut, leave_deleted};
pub use tx::{AssessmentRows, Tx};

/// The open file of claims. What can be read of it is in [`Reader`].
#[derive(Debug)]
pub struct Store {
    reader: Reader,
}

impl Deref for Store {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl Store {
    /// Opens the file to write, and creates it, with its folder, where it is missing: readable by the owner alone.
    ///
    /// # Errors
    /// When the path cannot be reached or written to, or when what stands there is not ours, newer or damaged; it is
    /// then left as it is.
    pub fn open(path: &Path) -> Result<Store, StoreError> {
        open::create(path)?;
        match Store::open_existing(path, Access::Write)? {
            Some(store) => Ok(store),
            None => Err(StoreError::Reach {
                path: path.to_owned(),
                source: std::io::ErrorKind::NotFound.into(),
            }),
        }
    }

    /// Opens the file if there is one; `None` is an empty desk, and nothing is created.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_existing(path: &Path, access: Access) -> Result<Option<Store>, StoreError> {
        Store::open_within(path, access, open::PATIENCE)
    }

    /// Opens a desk that may exist to write what can as well be written another time: whoever else writes is not waited
    /// for long.
    ///
    /// # Errors
    /// As [`Store::open_existing`].
    pub fn open_soon(path: &Path) -> Result<Option<Store>, StoreError> {
        Store::open_within(path, Access::Write, open::SOON)
    }

    fn open_within(
        path: &Path,
        access: Access,
        patience: Duration,
    ) -> Result<Option<Store>, StoreError> {
        let conn = open::open(path, access, patience)?;
        Ok(conn.map(|conn| Store {
            reader: Reader::new(conn, path),
        }))
    }

    /// Makes one change as [`Store::change`] does, and overwrites what it deletes, so that no tool finds it in the file.
    ///
    /// # Errors
    /// As [`Store::change`].
    pub fn erase<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let conn = self.reader.conn();
        conn.pragma_update(None, "secure_delete", true)
            .map_err(|error| self.reader.fail(error))?;
        self.change(work)
    }

    /// Makes one change: all of `work` is on disk when this returns, or nothing of it. Not to be nested.
    ///
    /// # Errors
    /// Those of `work`, and when the file cannot be written to, is in use for too long, or the disk is full.
    pub fn change<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let conn = self.reader.conn();
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)
            .map_err(|error| self.reader.fail(error))?;
        // Whatever returns early, or panics, drops the transaction, which takes everything back.
        let value = work(&Tx::new(&self.reader))?;
        transaction
            .commit()
            .map_err(|error| self.reader.fail(error))?;
        Ok(value)
    }
}
