//! Writing what was read: row by row where it must be, so that one bad row costs no more than itself.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, params_from_iter};

use super::super::columns::Instant;
use super::super::{claims, load};
use super::{Saved, Table};
use crate::domain::claim::Claim;

/// Columns of a claim that say when and in which language; where they are not what they must be, these take their place.
const MUSTS: &[&str] = &["language", "created_at", "updated_at"];

/// A row of a table, by the places of both.
type At<'t> = (&'t Table, &'t [Value]);

/// Writes everything in one transaction; says what is missing.
pub(super) fn all(
    conn: &Connection,
    tables: &[Table],
    stand_in: &Claim,
    now: DateTime<Utc>,
) -> rusqlite::Result<Saved> {
    let transaction = conn.unchecked_transaction()?;
    let mut writer = Writer {
        conn,
        stand_in,
        now,
        saved: Saved::default(),
        counts: BTreeMap::new(),
    };
    let tables = in_order(conn, tables)?;
    let mut rows: BTreeMap<Option<i64>, Vec<At<'_>>> = BTreeMap::new();
    for table in &tables {
        writer.counts.insert(table.name.clone(), 0);
        writer.saved.incomplete.extend(&table.missing);
        if table.broken {
            writer.saved.unreadable.push(table.name.clone());
        }
        for row in table.rows.values() {
            rows.entry(table.claim(row)).or_default().push((table, row));
        }
    }
    for (claim, rows) in &rows {
        match claim {
            Some(id) => writer.claim(*id, rows)?,
            // What belongs to no claim.
            None => {
                for row in rows {
                    writer.row(*row)?;
                }
            }
        }
    }
    let mut saved = writer.saved;
    let here: BTreeSet<i64> = rows.keys().flatten().copied().collect();
    saved.lost = saved.incomplete.difference(&here).copied().collect();
    saved.incomplete.retain(|id| here.contains(id));
    // A number that was given once is not given again.
    if let Some(last) = saved.lost.last() {
        conn.execute(
            "UPDATE sqlite_sequence SET seq = max(seq, ?1) WHERE name = 'claims'",
            [last],
        )?;
    }
    saved.tables = tables
        .iter()
        .map(|table| (table.name.clone(), writer.counts[&table.name]))
        .collect();
    transaction.commit()?;
    Ok(saved)
}

/// The tables, each behind those that its rows lean on.
fn in_order<'t>(conn: &Connection, tables: &'t [Table]) -> rusqlite::Result<Vec<&'t Table>> {
    let mut ordered: Vec<&Table> = Vec::new();
    let mut left: Vec<&Table> = tables.iter().collect();
    let mut leans = conn.prepare("SELECT \"table\" FROM pragma_foreign_key_list(?1)")?;
    while !left.is_empty() {
        let mut later = Vec::new();
        let before = left.len();
        for table in left {
            let on: Vec<String> = leans
                .query_map([&table.name], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            let ready = on
                .iter()
                .all(|name| *name == table.name || ordered.iter().any(|o| o.name == *name));
            match ready {
                true => ordered.push(table),
                false => later.push(table),
            }
        }
        if later.len() == before {
            ordered.append(&mut later);
        }
        left = later;
    }
    Ok(ordered)
}

struct Writer<'a> {
    conn: &'a Connection,
    stand_in: &'a Claim,
    now: DateTime<Utc>,
    saved: Saved,
    counts: BTreeMap<String, usize>,
}

impl Writer<'_> {
    /// Writes what there is of a claim: at once where all of it holds, else piece by piece.
    fn claim(&mut self, id: i64, rows: &[At<'_>]) -> rusqlite::Result<()> {
        self.conn.execute_batch("SAVEPOINT claim")?;
        let whole = rows
            .first()
            .is_some_and(|(table, _)| table.name == "claims");
        let mut written = whole;
        for row in rows {
            written = written && self.insert(*row)?;
        }
        if written && self.reads(id)? {
            for (table, _) in rows {
                self.count(table);
            }
        } else {
            self.conn.execute_batch("ROLLBACK TO claim")?;
            self.piece_by_piece(id, rows)?;
        }
        self.conn.execute_batch("RELEASE claim")?;
        if self.has_gaps(id)? {
            self.saved.incomplete.insert(id);
        }
        Ok(())
    }

    fn piece_by_piece(&mut self, id: i64, rows: &[At<'_>]) -> rusqlite::Result<()> {
        let (own, others): (Vec<At<'_>>, Vec<At<'_>>) = rows
            .iter()
            .copied()
            .partition(|(table, _)| table.name == "claims");
        self.saved.incomplete.insert(id);
        match own.first() {
            Some(row) if self.insert(*row)? => {
                if self.mended(id)? {
                    self.count(row.0);
                } else {
                    self.conn
                        .execute("DELETE FROM claims WHERE id = ?1", [id])?;
                    self.stand_in(id)?;
                }
            }
            _ => self.stand_in(id)?,
        }
        for row in others {
            self.conn.execute_batch("SAVEPOINT piece")?;
            let kept = (self.insert(row)? || self.insert_alone(row)?) && self.reads(id)?;
            if kept {
                self.count(row.0);
            } else {
                self.conn.execute_batch("ROLLBACK TO piece")?;
            }
            self.conn.execute_batch("RELEASE piece")?;
        }
        Ok(())
    }

    /// Puts a draft in the place of a claim whose facts are lost.
    fn stand_in(&mut self, id: i64) -> rusqlite::Result<()> {
        let given = claims::insert(self.conn, self.stand_in, None, self.now)?;
        self.conn
            .execute("UPDATE claims SET id = ?2 WHERE id = ?1", [given, id])?;
        self.saved.without_facts.insert(id);
        Ok(())
    }

    /// Takes away what cannot be read of a claim's facts, no more than it must; whether the claim can be read then.
    fn mended(&self, id: i64) -> rusqlite::Result<bool> {
        if self.reads(id)? {
            return Ok(true);
        }
        let mut about = self.conn.prepare(
            "SELECT name FROM pragma_table_info('claims') WHERE \"notnull\" = 0 AND pk = 0",
        )?;
        let mut columns: Vec<String> = about
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        columns.extend(MUSTS.iter().map(|name| (*name).to_owned()));
        for column in &columns {
            self.conn.execute_batch("SAVEPOINT fact")?;
            let reads = self.without(id, column)? && self.reads(id)?;
            if !reads {
                self.conn.execute_batch("ROLLBACK TO fact")?;
            }
            self.conn.execute_batch("RELEASE fact")?;
            if reads {
                return Ok(true);
            }
        }
        for column in &columns {
            self.without(id, column)?;
            if self.reads(id)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Takes one fact away; `false` where the table does not let it go.
    fn without(&self, id: i64, column: &str) -> rusqlite::Result<bool> {
        let changed = match column {
            "language" => self.conn.execute(
                "UPDATE claims SET language = ?2 WHERE id = ?1",
                (id, self.stand_in.language),
            ),
            "created_at" | "updated_at" => self.conn.execute(
                &format!("UPDATE claims SET {column} = ?2 WHERE id = ?1"),
                (id, Instant(self.now)),
            ),
            // The one is nothing without the other.
            "amount_minor" | "currency" => self.conn.execute(
                "UPDATE claims SET amount_minor = NULL, currency = NULL WHERE id = ?1",
                [id],
            ),
            _ => self.conn.execute(
                &format!("UPDATE claims SET \"{column}\" = NULL WHERE id = ?1"),
                [id],
            ),
        };
        kept(changed)
    }

    /// Whether the claim can be read with all that is written of it.
    fn reads(&self, id: i64) -> rusqlite::Result<bool> {
        match load::one(self.conn, id) {
            Ok(claim) => Ok(claim.is_some()),
            Err(rusqlite::Error::SqliteFailure(failure, text)) => {
                Err(rusqlite::Error::SqliteFailure(failure, text))
            }
            Err(_) => Ok(false),
        }
    }

    /// Whether numbers are missing that were given: those of a log and of evidence have no gaps.
    fn has_gaps(&self, id: i64) -> rusqlite::Result<bool> {
        for table in ["events", "evidence"] {
            let sql =
                format!("SELECT count(*) < coalesce(max(no), 0) FROM {table} WHERE claim_id = ?1");
            if self.conn.query_row(&sql, [id], |row| row.get(0))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn row(&mut self, row: At<'_>) -> rusqlite::Result<()> {
        if self.insert(row)? {
            self.count(row.0);
        }
        Ok(())
    }

    fn count(&mut self, table: &Table) {
        *self.counts.entry(table.name.clone()).or_default() += 1;
    }

    fn insert(&self, (table, row): At<'_>) -> rusqlite::Result<bool> {
        let columns: Vec<String> = table
            .columns
            .iter()
            .map(|name| format!("\"{name}\""))
            .collect();
        let sql = format!(
            "INSERT INTO \"{}\" ({}) VALUES ({})",
            table.name,
            columns.join(", "),
            vec!["?"; columns.len()].join(", ")
        );
        let mut insert = self.conn.prepare(&sql)?;
        kept(insert.execute(params_from_iter(row)))
    }

    /// Writes an event without the one that it corrected, which is lost.
    fn insert_alone(&self, (table, row): At<'_>) -> rusqlite::Result<bool> {
        let Some(at) = table.column("corrects").filter(|_| table.name == "events") else {
            return Ok(false);
        };
        let mut row = row.to_vec();
        row[at] = Value::Null;
        self.insert((table, &row))
    }
}

/// Whether a row was taken: what the table refuses is lost, what the disk refuses ends it all.
fn kept(changed: rusqlite::Result<usize>) -> rusqlite::Result<bool> {
    match changed {
        Ok(_) => Ok(true),
        Err(error) => match error.sqlite_error_code() {
            Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::TooBig) => {
                Ok(false)
            }
            _ => Err(error),
        },
    }
}
