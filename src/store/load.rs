//! Putting claims together from their tables, a bounded piece at a time.

use std::vec;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::domain::claim::Claim;
use crate::domain::event::Event;
use crate::domain::walk::Walk;

use super::error::StoreError;
use super::reader::Reader;
use super::{answers, claims, event_evidence, events, evidence, terms, unknowns};

/// A claim with everything that is stored of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredClaim {
    /// Its number for the user.
    pub id: i64,
    /// Its name between machines, a UUIDv7.
    pub uid: String,
    pub claim: Claim,
    /// In the order in which they were recorded, numbered from 1.
    pub events: Vec<Event>,
    /// Where the walk was left, if it was.
    pub walk: Option<Walk>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// How many claims are in memory at a time while all of them are read.
const PIECE: u32 = 128;

pub(super) fn one(conn: &Connection, id: i64) -> rusqlite::Result<Option<StoredClaim>> {
    Ok(piece(conn, (id, id), 1)?.pop())
}

/// Reads at most `limit` claims of a range, all as they are at one moment.
fn piece(conn: &Connection, range: (i64, i64), limit: u32) -> rusqlite::Result<Vec<StoredClaim>> {
    if !conn.is_autocommit() {
        return tables(conn, range, limit);
    }
    // Without it, another process could change the log between two of the queries.
    let moment = conn.unchecked_transaction()?;
    let claims = tables(conn, range, limit)?;
    moment.commit()?;
    Ok(claims)
}

fn tables(
    conn: &Connection,
    (first, last): (i64, i64),
    limit: u32,
) -> rusqlite::Result<Vec<StoredClaim>> {
    let mut claims = claims::read(conn, (first, last), limit)?;
    let range = match (claims.first(), claims.last()) {
        (Some(first), Some(last)) => (first.id, last.id),
        _ => return Ok(claims),
    };
    terms::read(conn, range, |id, term, day| {
        if let Some(stored) = of(&mut claims, id) {
            stored.claim.terms.insert(term, day);
        }
    })?;
    answers::read(conn, range, |id, key, value| {
        if let Some(stored) = of(&mut claims, id) {
            stored.claim.answers.insert(key, value);
        }
    })?;
    unknowns::read(conn, range, |id, key| {
        if let Some(walk) = of(&mut claims, id).and_then(|stored| stored.walk.as_mut()) {
            walk.unknown.insert(key);
        }
    })?;
    evidence::read(conn, range, |id, evidence| {
        if let Some(stored) = of(&mut claims, id) {
            stored.claim.evidence.push(evidence);
        }
    })?;
    events::read(conn, range, |id, event| {
        if let Some(stored) = of(&mut claims, id) {
            stored.events.push(event);
        }
    })?;
    event_evidence::read(conn, range, |id, event, evidence| {
        let Some(stored) = of(&mut claims, id) else {
            return;
        };
        if let Ok(at) = stored.events.binary_search_by_key(&event, |event| event.no) {
            stored.events[at].evidence.push(evidence);
        }
    })?;
    Ok(claims)
}

/// Finds a claim among claims sorted by number.
fn of(claims: &mut [StoredClaim], id: i64) -> Option<&mut StoredClaim> {
    let at = claims.binary_search_by_key(&id, |stored| stored.id).ok()?;
    claims.get_mut(at)
}

/// Every claim, ascending. Each one is as it was at one moment; a failure ends it.
#[derive(Debug)]
pub struct All<'a> {
    reader: &'a Reader,
    piece: vec::IntoIter<StoredClaim>,
    /// The number from which to read on; `None` at the end.
    next: Option<i64>,
}

impl<'a> All<'a> {
    pub(super) fn new(reader: &'a Reader) -> All<'a> {
        All {
            reader,
            piece: Vec::new().into_iter(),
            next: Some(i64::MIN),
        }
    }
}

impl Iterator for All<'_> {
    type Item = Result<StoredClaim, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(stored) = self.piece.next() {
            return Some(Ok(stored));
        }
        match piece(self.reader.conn(), (self.next?, i64::MAX), PIECE) {
            Ok(read) => {
                self.next = read.last().and_then(|last| last.id.checked_add(1));
                self.piece = read.into_iter();
                self.piece.next().map(Ok)
            }
            Err(error) => {
                self.next = None;
                Some(Err(self.reader.fail(error)))
            }
        }
    }
}
