//! What can be written, inside a change.

use std::ops::Deref;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::change::{Change, fact};
use crate::domain::claim::Claim;
use crate::domain::event::Event;
use crate::domain::evidence::Evidence;
use crate::domain::merge::Merged;
use crate::domain::replica::Replica;
use crate::domain::walk::Walk;

use super::agenda::AgendaRow;
use super::columns::Day;
use super::deadlines::DeadlineRow;
use super::error::StoreError;
use super::reader::Reader;
use super::{
    agenda, answers, changes, claims, deadlines, event_evidence, events, evidence, fact_changes,
    marks, meta, replicas, terms, unknowns,
};

/// What an assessment leaves behind, so that listing needs no playbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssessmentRows {
    pub deadlines: Vec<DeadlineRow>,
    pub agenda: Vec<AgendaRow>,
}

/// A change that is being made. It reads what a [`Reader`] reads, and sees what it has written itself.
#[derive(Debug)]
pub struct Tx<'a> {
    reader: &'a Reader,
    own: bool,
}

impl Deref for Tx<'_> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        self.reader
    }
}

impl<'a> Tx<'a> {
    pub(super) fn new(reader: &'a Reader) -> Tx<'a> {
        Tx { reader, own: false }
    }

    /// Writes what is this desk's own from here on: another desk neither learns of it nor is overruled by it.
    #[must_use]
    pub fn own(&self) -> Tx<'a> {
        Tx {
            reader: self.reader,
            own: true,
        }
    }

    fn sql<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| self.reader.fail(error))
    }

    /// Inserts a claim with its evidence and the place of its walk; returns its number.
    ///
    /// # Errors
    /// When a day has no four-digit year, or the file cannot be written to.
    pub fn insert_claim(
        &self,
        claim: &Claim,
        walk: Option<&Walk>,
        now: DateTime<Utc>,
    ) -> Result<i64, StoreError> {
        let id = self.sql(claims::insert(self.conn(), claim, walk, now))?;
        self.save_parts(id, claim, walk)?;
        self.save_evidence(id, claim, now)?;
        Ok(id)
    }

    /// Inserts a claim that came from another desk; returns its number here.
    ///
    /// # Errors
    /// When a day has no four-digit year, or the file cannot be written to.
    pub fn insert_replica(&self, uid: &str, replica: &Replica) -> Result<i64, StoreError> {
        let conn = self.conn();
        let instants = (replica.created_at, replica.updated_at);
        let id = self.sql(claims::insert_as(conn, &replica.claim, None, uid, instants))?;
        self.save_parts(id, &replica.claim, None)?;
        self.sql(replicas::write(conn, id, replica))?;
        Ok(id)
    }

    /// Writes what came of this desk's copy of a claim and another's. The place of its walk stays.
    ///
    /// # Errors
    /// When there is no such claim, a day has no four-digit year, or the file cannot be written to.
    pub fn save_merged(&self, id: i64, merged: &Merged) -> Result<(), StoreError> {
        let stored = self.claim(id)?.ok_or(StoreError::NoSuchClaim(id))?;
        let (conn, replica) = (self.conn(), &merged.replica);
        let walk = stored.walk.as_ref();
        self.sql(claims::update(
            conn,
            id,
            &replica.claim,
            walk,
            replica.updated_at,
        ))?;
        self.save_parts(id, &replica.claim, walk)?;
        self.sql(replicas::merged(conn, id, merged))
    }

    /// Writes a claim's facts and the place of its walk anew. Evidence is added or written anew by its number, and
    /// never removed.
    ///
    /// # Errors
    /// When there is no such claim, a day has no four-digit year, or the file cannot be written to.
    pub fn save_claim(
        &self,
        id: i64,
        claim: &Claim,
        walk: Option<&Walk>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let before = self.claim(id)?.ok_or(StoreError::NoSuchClaim(id))?.claim;
        self.sql(claims::update(self.conn(), id, claim, walk, now))?;
        self.save_parts(id, claim, walk)?;
        // The answers of a walk that has not made a claim yet are nothing that another desk could have.
        if !before.draft && !self.own {
            let change = Change::between((&before, &[]), (claim, &[]));
            for key in change.facts.keys() {
                let value = fact(claim, key);
                let written = fact_changes::write(self.conn(), id, key, value.as_deref(), now);
                self.sql(written)?;
            }
        }
        self.save_evidence(id, claim, now)
    }

    fn save_parts(&self, id: i64, claim: &Claim, walk: Option<&Walk>) -> Result<(), StoreError> {
        let conn = self.conn();
        self.sql(terms::replace(conn, id, &claim.terms))?;
        self.sql(answers::replace(conn, id, &claim.answers))?;
        self.sql(unknowns::replace(conn, id, walk.map(|walk| &walk.unknown)))?;
        Ok(())
    }

    fn save_evidence(&self, id: i64, claim: &Claim, now: DateTime<Utc>) -> Result<(), StoreError> {
        for piece in &claim.evidence {
            self.put_evidence(id, piece, now)?;
        }
        Ok(())
    }

    fn put_evidence(
        &self,
        id: i64,
        piece: &Evidence,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        let conn = self.conn();
        let before = self.sql(evidence::one(conn, id, piece.no))?;
        if before.as_ref() == Some(piece) {
            return Ok(piece.no);
        }
        let no = self.sql(evidence::put(conn, id, piece, now))?;
        if !self.own {
            self.sql(marks::write(conn, id, (before.as_ref(), piece), now))?;
        }
        Ok(no)
    }

    /// Appends an event to a claim's log, recorded now where it does not say when; returns its number.
    ///
    /// # Errors
    /// When there is no such claim, or it corrects an event or names evidence that is not there.
    pub fn append_event(
        &self,
        id: i64,
        event: &Event,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        let conn = self.conn();
        if !self.sql(claims::touch(conn, id, now))? {
            return Err(StoreError::NoSuchClaim(id));
        }
        if let Some(no) = event.corrects
            && !self.sql(events::exists(conn, id, no))?
        {
            return Err(StoreError::NoSuchEvent { claim: id, no });
        }
        for &no in &event.evidence {
            if !self.sql(evidence::exists(conn, id, no))? {
                return Err(StoreError::NoSuchEvidence { claim: id, no });
            }
        }
        let no = self.sql(events::append(conn, id, event, (now, self.own)))?;
        self.sql(event_evidence::insert(conn, id, no, &event.evidence))?;
        Ok(no)
    }

    /// Notes that pieces of evidence prove an event of the log.
    ///
    /// # Errors
    /// When there is no such event or evidence, or the file cannot be written to.
    pub fn prove_event(&self, id: i64, no: u32, evidence: &[u32]) -> Result<(), StoreError> {
        let conn = self.conn();
        if !self.sql(events::exists(conn, id, no))? {
            return Err(StoreError::NoSuchEvent { claim: id, no });
        }
        self.sql(event_evidence::insert(conn, id, no, evidence))
    }

    /// Adds a piece of evidence under the claim's next number, or writes the one of its number anew; returns the number.
    ///
    /// # Errors
    /// When there is no such claim, or the file cannot be written to.
    pub fn add_evidence(
        &self,
        id: i64,
        piece: &Evidence,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        self.must_exist(id)?;
        self.put_evidence(id, piece, now)
    }

    /// Replaces what was computed for a claim. This does not count as a change of the claim.
    ///
    /// # Errors
    /// When there is no such claim, or the file cannot be written to.
    pub fn write_assessment(&self, id: i64, rows: &AssessmentRows) -> Result<(), StoreError> {
        self.must_exist(id)?;
        self.sql(deadlines::replace(self.conn(), id, &rows.deadlines))?;
        self.sql(agenda::replace(self.conn(), id, &rows.agenda))
    }

    /// Notes what a change did, so that it can be taken back.
    ///
    /// # Errors
    /// When there is no such claim, or the file cannot be written to.
    pub fn record_change(
        &self,
        id: i64,
        change: &Change,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.must_exist(id)?;
        self.sql(changes::insert(self.conn(), id, change, now))
    }

    /// Notes that a change was taken back.
    ///
    /// # Errors
    /// When the file cannot be written to.
    pub fn change_undone(&self, no: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.sql(changes::undone(self.conn(), no, now))
    }

    /// Erases what a piece of evidence was: hash, kind, size and days stay. Nothing that was written down of it before can
    /// be taken back.
    ///
    /// # Errors
    /// When there is no such claim, or the file cannot be written to.
    pub fn purge_evidence(
        &self,
        id: i64,
        no: u32,
        on: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.must_exist(id)?;
        let conn = self.conn();
        let before = self.sql(evidence::one(conn, id, no))?;
        self.sql(changes::forget_evidence(conn, id, no))?;
        self.sql(evidence::purge(conn, id, no, Day(on)))?;
        let after = self.sql(evidence::one(conn, id, no))?;
        if let Some(after) = &after {
            self.sql(marks::write(conn, id, (before.as_ref(), after), now))?;
            self.sql(marks::purge(conn, id, &after.sha256))?;
        }
        Ok(())
    }

    /// Erases a claim with all that hangs on it, and notes its id between machines.
    ///
    /// # Errors
    /// When there is no such claim, or the file cannot be written to.
    pub fn forget_claim(&self, id: i64, on: NaiveDate) -> Result<(), StoreError> {
        self.must_exist(id)?;
        self.sql(changes::forgotten(self.conn(), id, Day(on)))?;
        self.sql(claims::delete(self.conn(), id))
    }

    /// Deletes a draft with all that hangs on it; `false` when there is no draft of this number.
    ///
    /// # Errors
    /// When the file cannot be written to.
    pub fn delete_draft(&self, id: i64) -> Result<bool, StoreError> {
        if !self.sql(claims::is_draft(self.conn(), id))? {
            return Ok(false);
        }
        self.sql(claims::delete(self.conn(), id))?;
        Ok(true)
    }

    /// Notes by which rulebook the claims are assessed from now on.
    ///
    /// # Errors
    /// When the file cannot be written to.
    pub fn set_rulebook(&self, fingerprint: &str) -> Result<(), StoreError> {
        self.sql(meta::set(self.conn(), meta::RULEBOOK, fingerprint))
    }

    fn must_exist(&self, id: i64) -> Result<(), StoreError> {
        if self.sql(claims::exists(self.conn(), id))? {
            Ok(())
        } else {
            Err(StoreError::NoSuchClaim(id))
        }
    }
}
