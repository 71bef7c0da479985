//! The table `events`: the log of each claim, append-only.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use crate::domain::event::Event;

use super::columns::{Cells, Day, Hour, Instant, amount};

/// Appends an event under the claim's next number; returns the number. What the event has as its own is left aside.
pub(super) fn append(
    conn: &Connection,
    claim: i64,
    event: &Event,
    now: DateTime<Utc>,
) -> rusqlite::Result<u32> {
    let no: u32 = conn.query_row(
        "SELECT coalesce(max(no), 0) + 1 FROM events WHERE claim_id = ?1",
        [claim],
        |row| row.get(0),
    )?;
    let (minor, currency) = amount(event.amount);
    conn.execute(
        "INSERT INTO events (claim_id, no, kind, happened_on, at, received_on, recorded_at, channel, amount_minor,
           currency, by_on, about, corrects, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        params![
            claim,
            no,
            event.kind,
            Day(event.on),
            event.at.map(Hour),
            event.received_on.map(Day),
            Instant(event.recorded_at.unwrap_or(now)),
            event.channel,
            minor,
            currency,
            event.by.map(Day),
            event.about,
            event.corrects,
            event.note,
        ],
    )?;
    Ok(no)
}

pub(super) fn exists(conn: &Connection, claim: i64, no: u32) -> rusqlite::Result<bool> {
    conn.prepare("SELECT 1 FROM events WHERE claim_id = ?1 AND no = ?2")?
        .exists(params![claim, no])
}

/// Reads the rows of the claims from `first` to `last`, in the order of their numbers; without their evidence.
pub(super) fn read(
    conn: &Connection,
    (first, last): (i64, i64),
    mut each: impl FnMut(i64, Event),
) -> rusqlite::Result<()> {
    let mut select = conn.prepare(
        "SELECT claim_id, no, kind, happened_on, at, received_on, recorded_at, channel, amount_minor, currency, by_on,
           about, corrects, note
         FROM events WHERE claim_id BETWEEN ?1 AND ?2 ORDER BY claim_id, no",
    )?;
    let mut rows = select.query([first, last])?;
    while let Some(row) = rows.next()? {
        let mut cells = Cells::new(row);
        let claim = cells.take()?;
        let event = Event {
            no: cells.take()?,
            kind: cells.take()?,
            on: cells.day()?,
            at: cells.take::<Option<Hour>>()?.map(|hour| hour.0),
            received_on: cells.maybe_day()?,
            recorded_at: Some(cells.instant()?),
            channel: cells.take()?,
            amount: cells.money()?,
            by: cells.maybe_day()?,
            about: cells.take()?,
            corrects: cells.take()?,
            note: cells.take()?,
            evidence: Vec::new(),
        };
        each(claim, event);
    }
    Ok(())
}
