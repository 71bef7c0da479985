//! The schema and how an older file is brought to it.

use rusqlite::{Connection, Transaction, TransactionBehavior};

/// Every migration in order; the version of a file is the number of those it has had.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_init.sql"),
    include_str!("migrations/0002_owed.sql"),
    include_str!("migrations/0003_vault.sql"),
    include_str!("migrations/0004_undo.sql"),
    include_str!("migrations/0005_mail.sql"),
    include_str!("migrations/0006_replicas.sql"),
    include_str!("migrations/0007_offers.sql"),
    include_str!("migrations/0008_came.sql"),
    include_str!("migrations/0009_notes.sql"),
];

/// What marks a file as ours in SQLite's header: `Clmc`.
pub(super) const APPLICATION_ID: i64 = 0x436c_6d63;

/// What a file is, by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Identity {
    /// It holds nothing, not even a mark.
    Empty,
    /// Ours, with this many migrations.
    Ours(usize),
    /// SQLite, but another program's.
    Foreign,
}

/// Reads what a file is, under one lock.
pub(super) fn identify(conn: &Connection) -> rusqlite::Result<Identity> {
    let own = conn.is_autocommit();
    if own {
        conn.execute_batch("BEGIN")?;
    }
    let identity = header(conn);
    if own {
        // A failure to read says more than the failure to end that follows from it.
        let ended = conn.execute_batch("COMMIT");
        return identity.and_then(|found| ended.map(|()| found));
    }
    identity
}

fn header(conn: &Connection) -> rusqlite::Result<Identity> {
    let number = |pragma: &str| conn.query_row(pragma, [], |row| row.get::<_, i64>(0));
    let application = number("PRAGMA application_id")?;
    let version = number("PRAGMA user_version")?;
    Ok(match (application, usize::try_from(version)) {
        (APPLICATION_ID, Ok(version @ 1..)) => Identity::Ours(version),
        (0, Ok(0)) if number("SELECT count(*) FROM sqlite_schema")? == 0 => Identity::Empty,
        _ => Identity::Foreign,
    })
}

/// Brings an empty or older file to the last of `migrations`, all in one transaction.
pub(super) fn migrate(conn: &Connection, migrations: &[&str]) -> rusqlite::Result<()> {
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    // Read again under the lock: somebody else may have done it meanwhile.
    let done = match identify(conn)? {
        Identity::Empty => 0,
        Identity::Ours(version) => version,
        Identity::Foreign => return Ok(()),
    };
    if let Some(missing) = migrations.get(done..).filter(|missing| !missing.is_empty()) {
        for migration in missing {
            conn.execute_batch(migration)?;
        }
        conn.execute_batch(&format!(
            "PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {}",
            migrations.len()
        ))?;
    }
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> (tempfile::TempDir, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let conn = Connection::open(folder.path().join("claims.db")).unwrap();
        (folder, conn)
    }

    #[test]
    fn an_older_file_gets_only_what_it_lacks() {
        let (_folder, conn) = file();
        migrate(&conn, MIGRATIONS).unwrap();
        assert_eq!(identify(&conn), Ok(Identity::Ours(MIGRATIONS.len())));
        let mut next = MIGRATIONS.to_vec();
        next.push("ALTER TABLE claims ADD COLUMN colour TEXT");
        migrate(&conn, &next).unwrap();
        migrate(&conn, &next).unwrap();
        assert_eq!(identify(&conn), Ok(Identity::Ours(next.len())));
        conn.prepare("SELECT colour FROM claims").unwrap();
    }

    #[test]
    fn a_migration_that_fails_leaves_the_file_as_it_was() {
        let (folder, conn) = file();
        migrate(&conn, MIGRATIONS).unwrap();
        let before = std::fs::read(folder.path().join("claims.db")).unwrap();
        let mut next = MIGRATIONS.to_vec();
        next.push("ALTER TABLE claims ADD COLUMN colour TEXT; SELECT nonsense");
        migrate(&conn, &next).unwrap_err();
        assert_eq!(identify(&conn), Ok(Identity::Ours(MIGRATIONS.len())));
        let after = std::fs::read(folder.path().join("claims.db")).unwrap();
        assert!(before == after);
    }

    #[test]
    fn a_file_of_another_program_is_not_touched() {
        let (_folder, conn) = file();
        conn.execute_batch("CREATE TABLE moz_places (id INTEGER)")
            .unwrap();
        assert_eq!(identify(&conn), Ok(Identity::Foreign));
        migrate(&conn, MIGRATIONS).unwrap();
        assert_eq!(identify(&conn), Ok(Identity::Foreign));
    }
}
