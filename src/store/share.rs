//! A snapshot of claims for another desk.

use std::path::Path;

use rusqlite::Connection;

use super::backup::{Snapshot, copy_all, in_bytes};
use super::claims;
use super::error::StoreError;
use super::open::{self, Access, PATIENCE};

/// Which claims another desk is to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share<'a> {
    /// By their numbers; every one, closed too, unless said. Drafts are nobody's claims yet.
    pub claims: Option<&'a [i64]>,
    /// Also the confidential evidence.
    pub confidential: bool,
}

/// Takes a snapshot of claims for another desk, without what is this desk's own: drafts, walks, what can be taken back, where
/// files came from. `None` when there is no file, or nothing in it.
///
/// # Errors
/// As [`super::snapshot`].
pub fn share(path: &Path, share: Share<'_>) -> Result<Option<Snapshot>, StoreError> {
    let Some(conn) = open::open(path, Access::Read, PATIENCE)? else {
        return Ok(None);
    };
    let fail = |error| StoreError::sqlite(path, error);
    let mut copy = Connection::open_in_memory().map_err(fail)?;
    copy_all(&conn, &mut copy, path)?;
    drop(conn);
    let left_out = leave_own(&copy, share).map_err(fail)?;
    let snapshot = in_bytes(&mut copy).map_err(fail)?;
    Ok(Some(Snapshot {
        left_out,
        ..snapshot
    }))
}

/// Deletes what another desk is not to have. Nothing of it is left in the pages. Returns how many confidential files that are.
fn leave_own(copy: &Connection, share: Share<'_>) -> rusqlite::Result<usize> {
    let own = ["facts_before", "evidence_before", "changes", "unknowns"];
    for table in own.into_iter().chain(["deadlines", "agenda", "meta"]) {
        copy.execute(&format!("DELETE FROM {table}"), [])?;
    }
    let mut select = copy.prepare("SELECT id, draft FROM claims")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let all: Vec<(i64, bool)> = rows.collect::<rusqlite::Result<_>>()?;
    for (id, draft) in all {
        if draft || share.claims.is_some_and(|claims| !claims.contains(&id)) {
            claims::delete(copy, id)?;
        }
    }
    if share.claims.is_some() {
        copy.execute("DELETE FROM forgotten", [])?;
    }
    let mut left_out = 0;
    if !share.confidential {
        let count = "SELECT count(*) FROM evidence WHERE confidential = 1 AND purged_on IS NULL";
        let count: i64 = copy.query_row(count, [], |row| row.get(0))?;
        left_out = usize::try_from(count).unwrap_or(0);
        copy.execute_batch(
            "DELETE FROM event_evidence WHERE EXISTS (SELECT 1 FROM evidence AS e
               WHERE e.claim_id = event_evidence.claim_id AND e.no = evidence_no AND e.confidential = 1);
             DELETE FROM marks WHERE EXISTS (SELECT 1 FROM evidence AS e
               WHERE e.claim_id = marks.claim_id AND e.sha256 = marks.sha256 AND e.confidential = 1);
             DELETE FROM note_changes WHERE EXISTS (SELECT 1 FROM evidence AS e
               WHERE e.claim_id = note_changes.claim_id AND e.sha256 = note_changes.key AND e.confidential = 1);
             UPDATE evidence SET part_of = NULL WHERE EXISTS (SELECT 1 FROM evidence AS e
               WHERE e.claim_id = evidence.claim_id AND e.no = evidence.part_of AND e.confidential = 1);
             DELETE FROM evidence WHERE confidential = 1",
        )?;
    }
    copy.execute_batch(
        "UPDATE claims SET walk_step = NULL, walk_question = NULL;
         UPDATE evidence SET path = '' WHERE stored = 1;
         VACUUM",
    )?;
    Ok(left_out)
}
