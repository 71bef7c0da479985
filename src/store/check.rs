//! Whether a file is sound.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;

use super::error::StoreError;
use super::open::{self, PATIENCE};
use super::schema::{self, Identity, MIGRATIONS};

/// What was found in a file of claims.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    /// What SQLite says of its pages and indexes; empty when nothing is wrong.
    pub faults: Vec<String>,
    /// Rows that lean on rows which are not there, by the name of their table.
    pub orphans: Vec<(String, usize)>,
}

/// Reads the whole file and says what is wrong with it; `None` when there is no file, or nothing in it.
///
/// # Errors
/// When it cannot be opened at all, is not ours, newer, or in use for too long.
pub fn health(path: &Path) -> Result<Option<Health>, StoreError> {
    let Some(conn) = open::examine(path, PATIENCE)? else {
        return Ok(None);
    };
    let fail = |error| StoreError::sqlite(path, error);
    let health = Health {
        faults: integrity(&conn).map_err(fail)?,
        orphans: orphans(&conn).map_err(fail)?,
    };
    Ok(Some(health))
}

/// Everything that is wrong with a file, in SQLite's words.
pub(super) fn faults(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut faults = integrity(conn)?;
    faults.extend(orphans(conn)?.into_iter().map(|(table, _)| table));
    Ok(faults)
}

fn integrity(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut check = conn.prepare("PRAGMA integrity_check(20)")?;
    let rows = check.query_map([], |row| row.get::<_, String>(0))?;
    let mut faults = Vec::new();
    for row in rows {
        match row {
            Ok(said) if said == "ok" => {}
            Ok(said) => faults.push(said),
            // What breaks the check itself is a fault as well, and the last one that can be found.
            Err(error) if is_damage(&error) => {
                faults.push(error.to_string());
                break;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(faults)
}

fn orphans(conn: &Connection) -> rusqlite::Result<Vec<(String, usize)>> {
    let mut check = conn.prepare(
        "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY \"table\" ORDER BY \"table\"",
    )?;
    let rows = check.query_map([], |row| {
        let count: i64 = row.get(1)?;
        Ok((row.get(0)?, usize::try_from(count).unwrap_or(0)))
    })?;
    match rows.collect() {
        Err(error) if is_damage(&error) => Ok(Vec::new()),
        found => found,
    }
}

pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode as Code;
    matches!(error.sqlite_error_code(), Some(Code::DatabaseCorrupt | Code::NotADatabase))
        // Text that is none.
        || matches!(error, rusqlite::Error::Utf8Error(..) | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..))
}

/// Whether a file has our tables and indexes with our columns, and nothing else: no trigger, no view, no table that a
/// module computes. What came from elsewhere may have been made to do something when it is read or written.
pub(super) fn has_our_shape(conn: &Connection) -> rusqlite::Result<bool> {
    let Identity::Ours(version) = schema::identify(conn)? else {
        return Ok(false);
    };
    let Some(migrations) = MIGRATIONS.get(..version) else {
        return Ok(false);
    };
    let pattern = Connection::open_in_memory()?;
    schema::migrate(&pattern, migrations)?;
    Ok(shape(conn)? == shape(&pattern)?)
}

/// The kind, the name, the table and the columns of everything but what SQLite keeps for itself.
fn shape(conn: &Connection) -> rusqlite::Result<BTreeSet<(String, String, String, String)>> {
    let mut select = conn.prepare(
        "SELECT type, name, tbl_name, coalesce(sql LIKE 'CREATE VIRTUAL%', 0) FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )?;
    let mut columns = conn.prepare(
        "SELECT group_concat(name || ' ' || type || ' ' || hidden) FROM pragma_table_xinfo(?1)",
    )?;
    let mut all = BTreeSet::new();
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (kind, name, table): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let is_virtual: bool = row.get(3)?;
        let columns: Option<String> = match kind.as_str() {
            // To look at the columns of a view would be to read what it says.
            "table" if !is_virtual => columns.query_row([&name], |row| row.get(0))?,
            "index" => None,
            _ => Some("?".to_owned()),
        };
        all.insert((kind, name, table, columns.unwrap_or_default()));
    }
    Ok(all)
}
