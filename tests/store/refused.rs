use std::fs;
use std::path::Path;

use claimctl::domain::language::Language;
use claimctl::lang::Lang;
use claimctl::store::{Access, Store, StoreError};
use rusqlite::Connection;

use crate::{Desk, from, now};

/// Opens in every way, and expects the same refusal and the same bytes afterwards.
#[track_caller]
fn refused(path: &Path) -> String {
    let before = fs::read(path).unwrap();
    let mut keys: Vec<String> = [Access::Read, Access::Write]
        .into_iter()
        .map(|access| {
            Store::open_existing(path, access)
                .unwrap_err()
                .message()
                .key
        })
        .collect();
    keys.push(Store::open(path).unwrap_err().message().key);
    keys.dedup();
    assert_eq!(keys.len(), 1, "{keys:?}");
    assert!(before == fs::read(path).unwrap(), "the file was changed");
    keys.remove(0)
}

fn desk_with_a_claim() -> Desk {
    let desk = Desk::new();
    desk.open()
        .change(|tx| tx.insert_claim(&from("A"), None, now()))
        .unwrap();
    desk
}

#[test]
fn a_newer_file() {
    let desk = desk_with_a_claim();
    Connection::open(desk.file())
        .unwrap()
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    assert_eq!(refused(&desk.file()), "store-newer");
}

#[test]
fn another_programs_file() {
    let desk = Desk::new();
    let other = Connection::open(desk.file()).unwrap();
    other
        .execute_batch("CREATE TABLE moz_places (id INTEGER); PRAGMA user_version = 1")
        .unwrap();
    drop(other);
    assert_eq!(refused(&desk.file()), "store-not-ours");
}

#[test]
fn another_programs_file_with_a_log_that_is_not_folded_in() {
    let desk = Desk::new();
    let other = Connection::open(desk.file()).unwrap();
    other
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        .unwrap();
    let copy = desk.folder.path().join("copy.db");
    let log = desk.folder.path().join("copy.db-wal");
    fs::copy(desk.file(), &copy).unwrap();
    fs::copy(desk.folder.path().join("claims.db-wal"), &log).unwrap();
    let before = fs::read(&log).unwrap();
    assert!(!before.is_empty());
    assert_eq!(refused(&copy), "store-not-ours");
    assert!(before == fs::read(&log).unwrap());
}

#[test]
fn bytes_that_are_no_database() {
    let desk = Desk::new();
    let noise: Vec<u8> = (0..8192_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    for content in [&b"x"[..], b"SQLite format 3\0", b"dear diary\n", &noise] {
        fs::write(desk.file(), content).unwrap();
        assert_eq!(refused(&desk.file()), "store-not-a-database");
    }
}

#[test]
fn a_truncated_file() {
    let desk = desk_with_a_claim();
    let whole = fs::read(desk.file()).unwrap();
    for keep in [whole.len() - 4096, whole.len() / 2, 4096, 600, 50] {
        fs::write(desk.file(), &whole[..keep]).unwrap();
        assert_eq!(refused(&desk.file()), "store-damaged", "{keep} bytes");
    }
}

#[test]
fn a_damaged_page_is_said_when_it_is_read() {
    let desk = desk_with_a_claim();
    let mut bytes = fs::read(desk.file()).unwrap();
    for byte in &mut bytes[4096..] {
        *byte = 0xff;
    }
    fs::write(desk.file(), &bytes).unwrap();
    let damaged = desk.read().claim(1).unwrap_err();
    assert_eq!(damaged.message().key, "store-damaged");
    assert!(bytes == fs::read(desk.file()).unwrap());
}

#[test]
fn a_value_that_is_not_known_is_never_made_another_one() {
    let desk = desk_with_a_claim();
    let sql = |sql: &str| {
        Connection::open(desk.file())
            .unwrap()
            .execute_batch(sql)
            .unwrap();
    };
    for (spoil, mend) in [
        ("problem = 'haunted'", "problem = NULL"),
        ("closed_on = '31/12/2026'", "closed_on = NULL"),
        (
            "currency = 'XYZ', amount_minor = 1",
            "currency = NULL, amount_minor = NULL",
        ),
        ("notice_period = 'soon'", "notice_period = NULL"),
        (
            "updated_at = 'now'",
            "updated_at = '2026-11-20T10:00:00.000000000Z'",
        ),
    ] {
        sql(&format!("UPDATE claims SET {spoil}"));
        let unknown = desk.read().claim(1).unwrap_err();
        assert!(
            matches!(&unknown, StoreError::Value { value, .. } if spoil.contains(value.as_str())),
            "{spoil}: {unknown:?}"
        );
        sql(&format!("UPDATE claims SET {mend}"));
        assert!(desk.read().claim(1).unwrap().is_some());
    }
}

#[test]
fn places_where_no_file_can_be() {
    let desk = Desk::new();
    let key = |path: &Path| Store::open(path).unwrap_err().message().key;
    assert_eq!(key(desk.folder.path()), "store-is-folder");
    let file = desk.folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert_eq!(key(&file.join("claims.db")), "store-no-folder");
    assert_eq!(key(&file.join("deep").join("claims.db")), "store-no-folder");
    assert_eq!(key(Path::new("")), "store-no-reach");
    let long = desk.folder.path().join("x".repeat(300));
    assert_eq!(key(&long), "store-no-reach");
    #[cfg(unix)]
    assert_eq!(key(Path::new("/dev/null")), "store-not-a-file");
}

/// Root may write everywhere: there is nothing to see then.
#[cfg(unix)]
#[test]
fn what_cannot_be_written_to_can_still_be_read() {
    use std::os::unix::fs::PermissionsExt;

    let desk = desk_with_a_claim();
    let folder = desk.folder.path();
    let allow = |path: &Path, mode: u32| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let open = || Store::open(&desk.file());
    allow(&desk.file(), 0o400);
    if fs::OpenOptions::new()
        .append(true)
        .open(desk.file())
        .is_ok()
    {
        return;
    }
    let key = |result: Result<Store, StoreError>| result.unwrap_err().message().key;
    assert_eq!(key(open()), "store-read-only");
    assert!(desk.read().claim(1).unwrap().is_some());

    allow(&desk.file(), 0o600);
    allow(folder, 0o500);
    let changed = open().unwrap().change(|tx| tx.set_rulebook("x"));
    match changed.unwrap_err() {
        StoreError::ReadOnly(path) => assert_eq!(path, folder),
        other => panic!("{other:?}"),
    }
    assert!(desk.read().claim(1).unwrap().is_some());
    assert_eq!(key(Store::open(&folder.join("new.db"))), "store-no-reach");
    assert_eq!(
        key(Store::open(&folder.join("new").join("claims.db"))),
        "store-no-folder"
    );

    allow(folder, 0o700);
    allow(&desk.file(), 0o000);
    assert_eq!(key(open()), "store-cannot-open");
    allow(&desk.file(), 0o600);
}

#[test]
fn names_that_mean_something_to_sqlite_are_plain_names() {
    let desk = Desk::new();
    for name in ["file:claims.db?mode=memory", "a b%20c'\"🙂.db"] {
        let path = desk.folder.path().join(name);
        Store::open(&path)
            .unwrap()
            .change(|tx| tx.insert_claim(&from("A"), None, now()))
            .unwrap();
        assert!(fs::metadata(&path).unwrap().len() > 0, "{name}");
    }
}

#[test]
fn every_refusal_has_words_in_both_languages() {
    let path = Path::new("claims.db").to_owned();
    let io = |kind: std::io::ErrorKind| StoreError::Reach {
        path: path.clone(),
        source: kind.into(),
    };
    use std::io::ErrorKind as K;
    let errors = [
        StoreError::Folder {
            path: path.clone(),
            source: K::PermissionDenied.into(),
        },
        io(K::NotADirectory),
        io(K::ReadOnlyFilesystem),
        io(K::StorageFull),
        io(K::NotFound),
        io(K::TimedOut),
        StoreError::IsFolder(path.clone()),
        StoreError::NotAFile(path.clone()),
        StoreError::CannotOpen(path.clone()),
        StoreError::NotADatabase(path.clone()),
        StoreError::NotOurs(path.clone()),
        StoreError::Newer {
            path: path.clone(),
            found: 9,
            known: 1,
        },
        StoreError::Damaged(path.clone()),
        StoreError::ReadOnly(path.clone()),
        StoreError::Busy(path.clone()),
        StoreError::Full(path.clone()),
        StoreError::Value {
            path: path.clone(),
            value: "x".to_owned(),
        },
        StoreError::Day(crate::day("+12026-01-01")),
        StoreError::NoSuchClaim(7),
        StoreError::NoSuchEvent { claim: 7, no: 3 },
        StoreError::NoSuchEvidence { claim: 7, no: 3 },
    ];
    for &language in Language::ALL {
        let lang = Lang::new(language);
        for error in &errors {
            let messages = [Some(error.message()), error.cause(), error.hint()];
            for message in messages.into_iter().flatten() {
                let said = lang.say(&message);
                assert!(said != message.key, "{language}: {said}");
                assert!(!said.contains("{ $"), "{language}: {said}");
                assert!(!said.contains("{$"), "{language}: {said}");
            }
        }
    }
    let english = Lang::new(Language::English);
    assert_eq!(
        english.say(&errors[11].message()),
        "`claims.db` was written by a newer version of claimctl"
    );
    assert_eq!(
        english.say(&errors[19].message()),
        "claim `7` has no event `3`"
    );
}
