//! The table `events`: the log of each claim, append-only.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use uuid::{NoContext, Timestamp, Uuid};

use crate::domain::event::Event;
use crate::domain::replica::OWN;

use super::columns::{Cells, Day, Hour, Instant, amount};
use super::fact_changes::after;

/// Appends an event under the claim's next number; returns the number. What the event has as its own is left aside.
///
/// Whatever the clock says, it is recorded after every event that is there: the order of the numbers is that of the instants,
/// and holds when the logs of two desks become one. What is `own` is for no other desk.
pub(super) fn append(
    conn: &Connection,
    claim: i64,
    event: &Event,
    (now, own): (DateTime<Utc>, bool),
) -> rusqlite::Result<u32> {
    let (no, last) = conn.query_row(
        "SELECT coalesce(max(no), 0) + 1, max(recorded_at) FROM events WHERE claim_id = ?1",
        [claim],
        |row| Ok((row.get(0)?, row.get::<_, Option<Instant>>(1)?)),
    )?;
    let recorded_at = after(event.recorded_at.unwrap_or(now), last.map(|last| last.0));
    let event = Event {
        no,
        recorded_at: Some(recorded_at),
        ..event.clone()
    };
    let uid = uid(recorded_at);
    let uid = match own {
        true => format!("{OWN}{uid}"),
        false => uid,
    };
    insert(conn, claim, &event, &uid)?;
    Ok(no)
}

/// A new id between machines, a UUIDv7.
pub(super) fn uid(now: DateTime<Utc>) -> String {
    let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
    let instant = Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos());
    Uuid::new_v7(instant).to_string()
}

/// Inserts an event under its own number, with its id between machines.
pub(super) fn insert(
    conn: &Connection,
    claim: i64,
    event: &Event,
    uid: &str,
) -> rusqlite::Result<()> {
    let (minor, currency) = amount(event.amount);
    conn.prepare_cached(
        "INSERT INTO events (claim_id, no, kind, happened_on, at, received_on, recorded_at, channel, amount_minor,
           currency, by_on, about, corrects, note, uid, remedy, said_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, coalesce(?7, '1970-01-01T00:00:00.000000000Z'), ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
           ?16, ?17)",
    )?
    .execute(params![
        claim,
        event.no,
        event.kind,
        Day(event.on),
        event.at.map(Hour),
        event.received_on.map(Day),
        event.recorded_at.map(Instant),
        event.channel,
        minor,
        currency,
        event.by.map(Day),
        event.about,
        event.corrects,
        event.note,
        uid,
        event.remedy,
        event.said_by,
    ])?;
    Ok(())
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
           about, corrects, note, remedy, said_by
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
            remedy: cells.take()?,
            said_by: cells.take()?,
            evidence: Vec::new(),
        };
        each(claim, event);
    }
    Ok(())
}
