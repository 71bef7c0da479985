//! Opening the file: created for its owner alone, recognised before anything is written, brought up to date.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::StoreError;
use super::schema::{self, Identity, MIGRATIONS};

/// How long to wait for another process that writes.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait for it with what can as well be done another time.
pub(super) const SOON: Duration = Duration::from_secs(1);

/// What a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Read,
    Write,
}

/// Creates the file, and its folder, where they are missing: for the owner alone, before SQLite sees them.
///
/// SQLite gives its journal the rights of the file.
pub(super) fn create(path: &Path) -> Result<(), StoreError> {
    let reach = |source| StoreError::Reach {
        path: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent().filter(|folder| *folder != Path::new("")) {
        private_folder(folder).map_err(|source| StoreError::Folder {
            path: folder.to_owned(),
            source,
        })?;
    }
    // Closing a file drops the locks that SQLite holds on it elsewhere in this process: nobody may open it in between.
    static CREATING: Mutex<()> = Mutex::new(());
    let _alone = CREATING.lock();
    match private_file(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(reach(error)),
        _ => Ok(()),
    }
}

fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn private_file(path: &Path) -> io::Result<()> {
    if fs::metadata(path).is_ok() {
        return Ok(());
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Opens a file that may exist: recognised, and brought to this version's schema.
///
/// `None` when there is no file or, to read, nothing in it yet.
pub(super) fn open(
    path: &Path,
    access: Access,
    patience: Duration,
) -> Result<Option<Connection>, StoreError> {
    let Some((conn, identity)) = recognised(path, access, patience)? else {
        return Ok(None);
    };
    let fail = |error| StoreError::sqlite(path, error);
    match identity {
        Identity::Empty if access == Access::Read => return Ok(None),
        Identity::Ours(found) if access == Access::Read => {
            if found < MIGRATIONS.len() {
                open(path, Access::Write, patience)?;
            }
            return Ok(Some(conn));
        }
        _ => {}
    }
    if conn.is_readonly("main").map_err(fail)? {
        return Err(StoreError::ReadOnly(path.to_owned()));
    }
    prepare_to_write(&conn, identity).map_err(fail)?;
    Ok(Some(conn))
}

/// Opens a file that may exist to look at it, and leaves it at its schema; `None` when there is none, or nothing in it.
pub(super) fn examine(path: &Path, patience: Duration) -> Result<Option<Connection>, StoreError> {
    let found = recognised(path, Access::Read, patience)?;
    Ok(found.and_then(|(conn, identity)| (identity != Identity::Empty).then_some(conn)))
}

/// Waits until nobody writes to a file that may be damaged, and changes nothing in it: its bytes are read behind the back
/// of SQLite, and would be half of one change and half of another.
pub(super) fn nobody_writes(path: &Path) -> Result<(), StoreError> {
    match recognise(path, Access::Read, PATIENCE) {
        Err(error) => match StoreError::sqlite(path, error) {
            busy @ StoreError::Busy(_) => Err(busy),
            _ => Ok(()),
        },
        Ok(_) => Ok(()),
    }
}

/// Connects to a file that may exist, and finds out that it is empty or ours.
fn recognised(
    path: &Path,
    access: Access,
    patience: Duration,
) -> Result<Option<(Connection, Identity)>, StoreError> {
    match fs::metadata(path) {
        Ok(facts) if facts.is_dir() => return Err(StoreError::IsFolder(path.to_owned())),
        Ok(facts) if !facts.is_file() => return Err(StoreError::NotAFile(path.to_owned())),
        // SQLite takes a single byte for nothing, and would write over it.
        Ok(facts) if facts.len() == 1 => return Err(StoreError::NotADatabase(path.to_owned())),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => {
            return Err(StoreError::Reach {
                path: path.to_owned(),
                source,
            });
        }
    }
    let found = match recognise(path, access, patience) {
        // A crash left a half-made change: undoing it takes the right to write.
        Err(error) if access == Access::Read && needs_recovery(&error) => {
            recognise(path, Access::Write, patience)
        }
        found => found,
    };
    let (conn, identity) = found.map_err(|error| StoreError::sqlite(path, error))?;
    match identity {
        Identity::Foreign => Err(StoreError::NotOurs(path.to_owned())),
        Identity::Ours(found) if found > MIGRATIONS.len() => Err(StoreError::Newer {
            path: path.to_owned(),
            found,
            known: MIGRATIONS.len(),
        }),
        Identity::Empty | Identity::Ours(_) => Ok(Some((conn, identity))),
    }
}

/// Connects and reads what the file is; writes nothing to it.
fn recognise(
    path: &Path,
    access: Access,
    patience: Duration,
) -> rusqlite::Result<(Connection, Identity)> {
    let flags = match access {
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    // In front of a relative path, the dot keeps names that mean something to SQLite (`:memory:`) plain names.
    let path = Path::new(".").join(path);
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(patience)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Another program's file may have a write-ahead log that is not ours to fold in.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let identity = schema::identify(&conn)?;
    Ok((conn, identity))
}

fn needs_recovery(error: &rusqlite::Error) -> bool {
    matches!(error, rusqlite::Error::SqliteFailure(failure, _)
        if matches!(failure.code, ErrorCode::ReadOnly | ErrorCode::CannotOpen))
}

/// One file at rest, every change on disk before it is reported done, references held.
fn prepare_to_write(conn: &Connection, identity: Identity) -> rusqlite::Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    conn.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL")?;
    if identity == Identity::Ours(MIGRATIONS.len()) {
        Ok(())
    } else {
        schema::migrate(conn, MIGRATIONS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("claims.db");
        create(&path).unwrap();
        (folder, path)
    }

    fn connect(path: &Path, patience: Duration) -> Connection {
        open(path, Access::Write, patience).unwrap().unwrap()
    }

    #[test]
    fn a_writer_holds_references_and_waits_for_the_disk() {
        let (_folder, path) = file();
        let conn = connect(&path, PATIENCE);
        let pragma = |name: &str| {
            conn.query_row(&format!("PRAGMA {name}"), [], |row| {
                row.get::<_, rusqlite::types::Value>(0)
            })
            .unwrap()
        };
        assert_eq!(pragma("journal_mode"), "delete".to_owned().into());
        assert_eq!(pragma("synchronous"), 2.into());
        assert_eq!(pragma("foreign_keys"), 1.into());
        assert_eq!(pragma("trusted_schema"), 0.into());
        assert_eq!(pragma("busy_timeout"), 10_000.into());
        conn.execute("INSERT INTO answers VALUES (9, 'key', 'value')", [])
            .unwrap_err();
    }

    #[test]
    fn a_file_with_a_write_ahead_log_becomes_one_file_again() {
        let (folder, path) = file();
        connect(&path, PATIENCE)
            .execute_batch("PRAGMA journal_mode = WAL; INSERT INTO meta VALUES ('a', 'b')")
            .unwrap();
        let conn = connect(&path, PATIENCE);
        let value: String = conn
            .query_row("SELECT value FROM meta", [], |row| row.get(0))
            .unwrap();
        assert_eq!(value, "b");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_stays_locked_is_said_to_be_in_use() {
        let (_folder, path) = file();
        let writer = connect(&path, PATIENCE);
        writer.execute_batch("BEGIN EXCLUSIVE").unwrap();
        for access in [Access::Read, Access::Write] {
            let busy = open(&path, access, Duration::from_millis(5)).unwrap_err();
            assert_eq!(busy.message().key, "store-busy");
        }
    }

    #[test]
    fn a_full_disk_is_said_and_changes_nothing() {
        let (_folder, path) = file();
        let conn = connect(&path, PATIENCE);
        let before = fs::read(&path).unwrap();
        conn.execute_batch("PRAGMA max_page_count = 1").unwrap();
        let full = conn
            .execute(
                "INSERT INTO meta VALUES ('long', hex(zeroblob(100000)))",
                [],
            )
            .map_err(|error| StoreError::sqlite(&path, error))
            .unwrap_err();
        assert_eq!(full.message().key, "store-full");
        assert!(before == fs::read(&path).unwrap());
    }

    #[test]
    fn names_that_mean_something_to_sqlite_do_not() {
        // Nothing is created: the names are looked for, and not found.
        for name in [":memory:", "file::memory:"] {
            let none = open(Path::new(name), Access::Write, PATIENCE).unwrap();
            assert!(none.is_none(), "{name}");
        }
    }
}
