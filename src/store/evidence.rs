//! The table `evidence`: what is known of each file that proves something.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::evidence::Evidence;
use crate::domain::mail::Mail;

use super::columns::{Cells, Day, Instant, Zoned};

/// Writes a piece of evidence under its number, or under the next one where it has none; returns the number.
///
/// A number that is taken is written anew: evidence is purged, or found to be confidential, after it was added.
pub(super) fn put(
    conn: &Connection,
    claim: i64,
    evidence: &Evidence,
    added_at: DateTime<Utc>,
) -> rusqlite::Result<u32> {
    let no = match evidence.no {
        0 => conn.query_row(
            "SELECT coalesce(max(no), 0) + 1 FROM evidence WHERE claim_id = ?1",
            [claim],
            |row| row.get(0),
        )?,
        no => no,
    };
    let mail = evidence.mail.clone().unwrap_or_default();
    let bytes = i64::try_from(evidence.bytes).unwrap_or(i64::MAX);
    conn.prepare_cached(
        "INSERT INTO evidence (claim_id, no, kind, name, path, sha256, bytes, media_type, confidential, purged_on, note, stored,
           taken_on, removed_on, part_of, message_id, mail_from, mail_to, mail_subject, mail_sent_at, mail_extract, first_no,
           added_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
           ?2, ?22)
         ON CONFLICT (claim_id, no) DO UPDATE SET kind = excluded.kind, name = excluded.name, path = excluded.path,
           sha256 = excluded.sha256, bytes = excluded.bytes, media_type = excluded.media_type,
           confidential = excluded.confidential, purged_on = excluded.purged_on, note = excluded.note,
           stored = excluded.stored, taken_on = excluded.taken_on, removed_on = excluded.removed_on, part_of = excluded.part_of,
           message_id = excluded.message_id, mail_from = excluded.mail_from, mail_to = excluded.mail_to,
           mail_subject = excluded.mail_subject, mail_sent_at = excluded.mail_sent_at, mail_extract = excluded.mail_extract",
    )?
    .execute(params![
            claim,
            no,
            evidence.kind,
            evidence.name,
            evidence.path,
            evidence.sha256,
            bytes,
            evidence.media_type,
            evidence.confidential,
            evidence.purged_on.map(Day),
            evidence.note,
            evidence.stored,
            evidence.taken_on.map(Day),
            evidence.removed_on.map(Day),
            evidence.part_of,
            mail.message_id,
            mail.from,
            mail.to,
            mail.subject,
            mail.sent_at.map(Zoned),
            mail.extract,
            Instant(added_at),
        ])?;
    Ok(no)
}

pub(super) fn exists(conn: &Connection, claim: i64, no: u32) -> rusqlite::Result<bool> {
    conn.prepare("SELECT 1 FROM evidence WHERE claim_id = ?1 AND no = ?2")?
        .exists(params![claim, no])
}

/// Empties a row but for what says that there was something: hash, kind, size, days.
pub(super) fn purge(conn: &Connection, claim: i64, no: u32, on: Day) -> rusqlite::Result<()> {
    conn.execute(
        "UPDATE evidence SET name = '', path = '', note = NULL, media_type = NULL, purged_on = ?3, message_id = NULL,
           mail_from = NULL, mail_to = NULL, mail_subject = NULL, mail_sent_at = NULL, mail_extract = NULL
         WHERE claim_id = ?1 AND no = ?2",
        params![claim, no, on],
    )?;
    Ok(())
}

/// Whether any claim counts on the vault's copy of these bytes.
pub(super) fn keeps(conn: &Connection, sha256: &str) -> rusqlite::Result<bool> {
    conn.prepare("SELECT 1 FROM evidence WHERE sha256 = ?1 AND stored = 1 AND purged_on IS NULL")?
        .exists([sha256])
}

/// The claims that count on the vault's copy of these bytes.
pub(super) fn keepers(conn: &Connection, sha256: &str) -> rusqlite::Result<Vec<i64>> {
    conn.prepare(
        "SELECT DISTINCT claim_id FROM evidence
         WHERE sha256 = ?1 AND stored = 1 AND purged_on IS NULL ORDER BY claim_id",
    )?
    .query_map([sha256], |row| row.get(0))?
    .collect()
}

const COLUMNS: &str = "claim_id, no, kind, name, path, sha256, bytes, media_type, confidential, purged_on, note, stored,
   taken_on, removed_on, part_of, message_id, mail_from, mail_to, mail_subject, mail_sent_at, mail_extract";

/// Reads the rows of the claims from `first` to `last`, in the order of their numbers.
pub(super) fn read(
    conn: &Connection,
    (first, last): (i64, i64),
    mut each: impl FnMut(i64, Evidence),
) -> rusqlite::Result<()> {
    let mut select = conn.prepare(&format!(
        "SELECT {COLUMNS} FROM evidence WHERE claim_id BETWEEN ?1 AND ?2 ORDER BY claim_id, no"
    ))?;
    let mut rows = select.query([first, last])?;
    while let Some(row) = rows.next()? {
        let (claim, evidence) = piece(row)?;
        each(claim, evidence);
    }
    Ok(())
}

/// Reads one piece of a claim; `None` when there is none of this number.
pub(super) fn one(conn: &Connection, claim: i64, no: u32) -> rusqlite::Result<Option<Evidence>> {
    let mut select = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM evidence WHERE claim_id = ?1 AND no = ?2"
    ))?;
    let found = select.query_row(params![claim, no], piece).optional()?;
    Ok(found.map(|(_, evidence)| evidence))
}

fn piece(row: &Row<'_>) -> rusqlite::Result<(i64, Evidence)> {
    let mut cells = Cells::new(row);
    let claim = cells.take()?;
    let evidence = Evidence {
        no: cells.take()?,
        kind: cells.take()?,
        name: cells.take()?,
        path: cells.take()?,
        sha256: cells.take()?,
        bytes: cells.take::<i64>()?.unsigned_abs(),
        media_type: cells.take()?,
        confidential: cells.take()?,
        purged_on: cells.maybe_day()?,
        note: cells.take()?,
        stored: cells.take()?,
        taken_on: cells.maybe_day()?,
        removed_on: cells.maybe_day()?,
        part_of: cells.take()?,
        mail: mail(&mut cells)?,
    };
    Ok((claim, evidence))
}

/// Takes the columns of a mail; `None` where all of them are empty.
fn mail(cells: &mut Cells<'_>) -> rusqlite::Result<Option<Mail>> {
    let mail = Mail {
        message_id: cells.take()?,
        from: cells.take()?,
        to: cells.take()?,
        subject: cells.take()?,
        sent_at: cells.take::<Option<Zoned>>()?.map(|zoned| zoned.0),
        extract: cells.take()?,
    };
    Ok((mail != Mail::default()).then_some(mail))
}
