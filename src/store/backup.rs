//! The whole file at one moment, and another file in its place.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::domain::evidence::Evidence;

use super::check;
use super::error::StoreError;
use super::evidence;
use super::open::{self, Access, PATIENCE};
use super::schema::MIGRATIONS;

/// What stands in a file of claims at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holdings {
    /// How many claims there are, drafts and closed ones too.
    pub claims: usize,
    /// The evidence of which the vault must have a copy, each with its claim.
    pub kept: Vec<(i64, Evidence)>,
}

/// A consistent copy of the file, in memory, whatever other processes write meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    pub bytes: Vec<u8>,
    /// The number of migrations that the file has had.
    pub schema: usize,
    pub holdings: Holdings,
    /// How many confidential files another desk is not to have.
    pub left_out: usize,
}

/// Takes a snapshot; `None` when there is no file, or nothing in it.
///
/// # Errors
/// When the file cannot be opened or read, is not ours, newer or damaged, or is in use for too long.
pub fn snapshot(path: &Path) -> Result<Option<Snapshot>, StoreError> {
    let Some(conn) = open::open(path, Access::Read, PATIENCE)? else {
        return Ok(None);
    };
    let fail = |error| StoreError::sqlite(path, error);
    let mut copy = Connection::open_in_memory().map_err(fail)?;
    copy_all(&conn, &mut copy, path)?;
    // Other processes may write again from here on.
    drop(conn);
    in_bytes(&mut copy).map(Some).map_err(fail)
}

pub(super) fn in_bytes(copy: &mut Connection) -> rusqlite::Result<Snapshot> {
    let holdings = holdings(copy)?;
    let mut bytes = copy.serialize("main")?.to_vec();
    // At rest the copy is one file, without a write-ahead log, whatever the original was at the moment.
    if let Some(versions) = bytes.get_mut(18..20) {
        versions.fill(1);
    }
    Ok(Snapshot {
        bytes,
        schema: MIGRATIONS.len(),
        holdings,
        left_out: 0,
    })
}

/// Copies every page in one go, so that a busy writer cannot make it start again and again.
pub(super) fn copy_all(
    from: &Connection,
    to: &mut Connection,
    path: &Path,
) -> Result<(), StoreError> {
    let fail = |error| StoreError::sqlite(path, error);
    let backup = Backup::new(from, to).map_err(fail)?;
    match backup.step(-1).map_err(fail)? {
        StepResult::Done => Ok(()),
        _ => Err(StoreError::Busy(path.to_owned())),
    }
}

pub(super) fn holdings(conn: &Connection) -> rusqlite::Result<Holdings> {
    let mut kept = Vec::new();
    evidence::read(conn, (i64::MIN, i64::MAX), |claim, piece| {
        if piece.stored && piece.purged_on.is_none() {
            kept.push((claim, piece));
        }
    })?;
    let claims: i64 = conn.query_row("SELECT count(*) FROM claims", [], |row| row.get(0))?;
    Ok(Holdings {
        claims: usize::try_from(claims).unwrap_or(0),
        kept,
    })
}

/// Checks a file that came from elsewhere, brings it to this version's schema, and returns what it holds.
///
/// # Errors
/// When it is no file of claims, newer, damaged, or holds something that no file of claims does.
pub fn admit(path: &Path) -> Result<Holdings, StoreError> {
    let fail = |error| StoreError::sqlite(path, error);
    let Some(conn) = open::examine(path, PATIENCE)? else {
        return Err(StoreError::NotOurs(path.to_owned()));
    };
    let sound = check::faults(&conn).map_err(fail)?.is_empty();
    if !sound || !check::has_our_shape(&conn).map_err(fail)? {
        return Err(StoreError::Damaged(path.to_owned()));
    }
    drop(conn);
    match open::open(path, Access::Write, PATIENCE)? {
        Some(conn) => holdings(&conn).map_err(fail),
        None => Err(StoreError::NotOurs(path.to_owned())),
    }
}

/// Puts the content of a sound file in the place of another, and keeps what was there under a third name. A crash at any
/// moment leaves the one or the other whole. Returns whether there was anything to keep.
///
/// What can be opened is locked, kept, and written over in one transaction: whoever waits to write into it meanwhile
/// writes into the new content, and no change is lost. What cannot be opened is replaced by renaming.
///
/// # Errors
/// When the file is in use, or something cannot be written.
pub fn replace(desk: &Path, with: &Path, aside: &Path) -> Result<bool, StoreError> {
    replace_within(desk, with, aside, PATIENCE)
}

fn replace_within(
    desk: &Path,
    with: &Path,
    aside: &Path,
    patience: Duration,
) -> Result<bool, StoreError> {
    match fs::metadata(desk) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            put(with, desk)?;
            return Ok(false);
        }
        Err(source) => return Err(reach(desk, source)),
        Ok(facts) if facts.is_dir() => return Err(StoreError::IsFolder(desk.to_owned())),
        Ok(facts) if !facts.is_file() => return Err(StoreError::NotAFile(desk.to_owned())),
        Ok(facts) if facts.len() == 0 => {
            put(with, desk)?;
            return Ok(false);
        }
        // Too short for a database; SQLite takes it for an empty one.
        Ok(facts) if facts.len() < 512 => {
            swap(desk, with, aside)?;
            return Ok(true);
        }
        Ok(_) => {}
    }
    match overwrite(desk, with, aside, patience) {
        Err(StoreError::Damaged(_) | StoreError::NotADatabase(_)) => {
            match fs::remove_file(aside) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(reach(aside, error));
                }
                _ => {}
            }
            swap(desk, with, aside)?;
        }
        done => done?,
    }
    Ok(true)
}

/// Keeps a copy and writes over the file, under one lock from beginning to end.
fn overwrite(desk: &Path, with: &Path, aside: &Path, patience: Duration) -> Result<(), StoreError> {
    let fail = |error| StoreError::sqlite(desk, error);
    let from = connect(with, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut conn = connect(desk, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if conn.is_readonly("main").map_err(fail)? {
        return Err(StoreError::ReadOnly(desk.to_owned()));
    }
    conn.busy_timeout(patience).map_err(fail)?;
    // The lock is kept from here on; before it is held, to keep what one has would stand in the way of whoever waits to write.
    conn.execute_batch(
        "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;
         BEGIN EXCLUSIVE; PRAGMA locking_mode = EXCLUSIVE; COMMIT",
    )
    .map_err(fail)?;
    new_file(aside)?;
    let mut kept = connect(aside, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let done = copy_all(&conn, &mut kept, aside).and_then(|()| copy_all(&from, &mut conn, desk));
    if done.is_err() {
        drop(kept);
        let _ = fs::remove_file(aside);
    }
    done?;
    // The lock is given back with the next thing that is read.
    conn.execute_batch("PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema")
        .map_err(fail)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let fail = |error| StoreError::sqlite(path, error);
    let path = Path::new(".").join(path);
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    let conn = conn.map_err(fail)?;
    conn.busy_timeout(PATIENCE).map_err(fail)?;
    Ok(conn)
}

/// Replaces a file that cannot be opened. Half-made changes beside it are kept with it: they must not be applied to what
/// comes in its place.
fn swap(desk: &Path, with: &Path, aside: &Path) -> Result<(), StoreError> {
    let desk = &fs::canonicalize(desk).map_err(|source| reach(desk, source))?;
    keep(desk, aside)?;
    for end in ["-journal", "-wal", "-shm"] {
        let beside = with_end(desk, end);
        if beside.is_file() {
            keep(&beside, &with_end(aside, end))?;
            fs::remove_file(&beside).map_err(|source| reach(&beside, source))?;
        }
    }
    put(with, desk)
}

/// The name of a file that SQLite keeps beside another.
pub(super) fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(end);
    PathBuf::from(name)
}

/// Gives a file another name besides its own, or makes a copy where there is only one name for a file.
fn keep(path: &Path, aside: &Path) -> Result<(), StoreError> {
    match fs::hard_link(path, aside) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(reach(aside, error)),
        Err(_) => put(path, aside),
    }
}

/// Copies a file to a place, whole or not at all, for the owner alone.
fn put(from: &Path, to: &Path) -> Result<(), StoreError> {
    let fail = |source| reach(to, source);
    let folder = match to.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
    let mut source = File::open(from).map_err(|source| reach(from, source))?;
    io::copy(&mut source, &mut file).map_err(fail)?;
    file.as_file().sync_all().map_err(fail)?;
    file.persist(to).map_err(|error| fail(error.error))?;
    #[cfg(unix)]
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(fail)?;
    Ok(())
}

/// Makes an empty file where there is none, for the owner alone.
pub(super) fn new_file(path: &Path) -> Result<(), StoreError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .map(drop)
        .map_err(|source| reach(path, source))
}

pub(super) fn reach(path: &Path, source: io::Error) -> StoreError {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            StoreError::Full(path.to_owned())
        }
        _ => StoreError::Reach {
            path: path.to_owned(),
            source,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;
    use rusqlite::types::Value;

    struct Desk(tempfile::TempDir);

    impl Desk {
        /// A desk with one word in it, and another with another.
        fn new() -> Desk {
            let desk = Desk(tempfile::tempdir().unwrap());
            for (name, word) in [("claims.db", "old"), ("with.db", "new")] {
                Store::open(&desk.path(name)).unwrap();
                let conn = Connection::open(desk.path(name)).unwrap();
                conn.execute("INSERT INTO meta VALUES ('word', ?1)", [word])
                    .unwrap();
            }
            desk
        }

        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn replace(&self) -> Result<bool, StoreError> {
            let (desk, with, aside) = (
                self.path("claims.db"),
                self.path("with.db"),
                self.path("aside.db"),
            );
            replace_within(&desk, &with, &aside, Duration::from_millis(5))
        }

        fn word(&self, name: &str) -> Value {
            let conn = Connection::open(self.path(name)).unwrap();
            conn.query_row("SELECT value FROM meta WHERE key = 'word'", [], |row| {
                row.get(0)
            })
            .unwrap()
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(self.0.path()).unwrap();
            let mut names: Vec<String> = entries
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        }
    }

    #[test]
    fn a_file_is_replaced_and_kept() {
        let desk = Desk::new();
        assert!(desk.replace().unwrap());
        assert_eq!(desk.word("claims.db"), "new".to_owned().into());
        assert_eq!(desk.word("aside.db"), "old".to_owned().into());
        assert_eq!(desk.names(), ["aside.db", "claims.db", "with.db"]);
    }

    #[test]
    fn nothing_is_kept_of_no_file_and_of_an_empty_one() {
        let desk = Desk::new();
        fs::remove_file(desk.path("claims.db")).unwrap();
        assert!(!desk.replace().unwrap());
        fs::write(desk.path("claims.db"), "").unwrap();
        assert!(!desk.replace().unwrap());
        assert_eq!(desk.word("claims.db"), "new".to_owned().into());
        assert_eq!(desk.names(), ["claims.db", "with.db"]);
    }

    #[test]
    fn a_file_in_use_stays() {
        let desk = Desk::new();
        let other = Connection::open(desk.path("claims.db")).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let busy = desk.replace().unwrap_err();
        assert_eq!(busy.message().key, "store-busy");
        drop(other);
        assert_eq!(desk.word("claims.db"), "old".to_owned().into());
        assert_eq!(desk.names(), ["claims.db", "with.db"]);
    }

    #[test]
    fn whoever_has_the_file_open_sees_and_changes_the_new_content() {
        let desk = Desk::new();
        let other = Connection::open(desk.path("claims.db")).unwrap();
        let word = || -> String {
            let word = "SELECT value FROM meta WHERE key = 'word'";
            other.query_row(word, [], |row| row.get(0)).unwrap()
        };
        assert_eq!(word(), "old");
        desk.replace().unwrap();
        assert_eq!(word(), "new");
        other
            .execute("UPDATE meta SET value = 'newer' WHERE key = 'word'", [])
            .unwrap();
        assert_eq!(desk.word("claims.db"), "newer".to_owned().into());
    }

    #[test]
    fn what_is_no_database_is_replaced_with_what_lies_beside_it() {
        let desk = Desk::new();
        for content in ["x", &"noise ".repeat(2000)] {
            fs::write(desk.path("claims.db"), content).unwrap();
            fs::write(desk.path("claims.db-journal"), "half a change").unwrap();
            assert!(desk.replace().unwrap());
            assert_eq!(desk.word("claims.db"), "new".to_owned().into());
            assert_eq!(fs::read_to_string(desk.path("aside.db")).unwrap(), content);
            // What is half done beside it must not be applied to the new content.
            assert!(!desk.path("claims.db-journal").exists());
            assert_eq!(desk.path("aside.db-journal").exists(), content == "x");
            for name in ["aside.db", "aside.db-journal"] {
                let _ = fs::remove_file(desk.path(name));
            }
        }
    }

    #[test]
    fn a_file_with_a_write_ahead_log_is_replaced_whole() {
        let desk = Desk::new();
        let conn = Connection::open(desk.path("claims.db")).unwrap();
        conn.execute_batch(
            "PRAGMA journal_mode = WAL; UPDATE meta SET value = 'logged' WHERE key = 'word'",
        )
        .unwrap();
        // Copied with its log, as a crash would leave it.
        for end in ["", "-wal"] {
            let from = desk.path(&format!("claims.db{end}"));
            fs::copy(from, desk.path(&format!("crashed.db{end}"))).unwrap();
        }
        drop(conn);
        let (crashed, aside) = (desk.path("crashed.db"), desk.path("aside.db"));
        replace(&crashed, &desk.path("with.db"), &aside).unwrap();
        assert_eq!(desk.word("crashed.db"), "new".to_owned().into());
        assert_eq!(desk.word("aside.db"), "logged".to_owned().into());
        let snapshot = snapshot(&aside).unwrap().unwrap();
        assert_eq!(&snapshot.bytes[18..20], [1, 1]);
    }

    #[test]
    fn what_does_more_than_hold_claims_is_not_admitted() {
        let desk = Desk::new();
        admit(&desk.path("with.db")).unwrap();
        for more in [
            "CREATE TRIGGER t AFTER INSERT ON claims BEGIN DELETE FROM claims; END",
            "CREATE VIEW v AS SELECT * FROM claims",
            "CREATE TABLE more (a TEXT)",
            "ALTER TABLE claims ADD COLUMN more TEXT",
            "ALTER TABLE claims ADD COLUMN more TEXT AS (hex(title))",
            "DROP TABLE agenda",
            "DROP INDEX claims_open",
            "PRAGMA foreign_keys = OFF; INSERT INTO answers VALUES (9, 'a', 'b')",
            "PRAGMA user_version = 99",
            "PRAGMA application_id = 1",
        ] {
            let path = desk.path("other.db");
            fs::copy(desk.path("with.db"), &path).unwrap();
            let conn = Connection::open(&path).unwrap();
            conn.execute_batch(more).unwrap();
            drop(conn);
            admit(&path).unwrap_err();
        }
    }
}
