//! The binary, killed in the middle of whatever it does: what it said was done is done, and the rest left nothing behind.
//!
//! A short run is part of every test run. The long one: `CLAIMCTL_CRASHES=500 cargo test --release --test cli crash`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};

use super::sandbox::Sandbox;

/// How many times it is killed unless the environment says otherwise.
const KILLED: u32 = 40;

/// Numbers that look like chance and are the same in every run (xorshift64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// What the binary said was done.
#[derive(Default)]
struct Done {
    claims: u64,
    notes: Vec<String>,
    hashes: BTreeSet<String>,
    closed: Vec<String>,
    /// The ids between machines of the claims that were taken in.
    imported: Vec<String>,
}

/// Another desk, which sends a claim with a file now and then.
struct Other(Sandbox);

impl Other {
    /// Writes a bundle of a new claim into the folder of a desk; returns the id of the claim and the hash of its file.
    fn send(&self, desk: &Sandbox, bytes: Vec<u8>) -> (String, String) {
        let id = self.0.new_from("cancel-order.toml");
        let file = self.0.write("sent.bin", bytes);
        self.0.done(&["evidence", "add", &id, &file]);
        let bundle = desk.path("home/bundle.tar").display().to_string();
        self.0
            .done(&["export", &id, "--format", "bundle", "--out", &bundle]);
        let uid = self.0.exported(&id)["uid"].as_str().unwrap().to_owned();
        (uid, sha256(&self.0.path("home").join(&file)))
    }
}

#[test]
#[allow(clippy::disallowed_methods)] // the test alone reads how long it is to go on
fn a_kill_at_any_moment_loses_nothing_that_was_done() {
    let asked = std::env::var("CLAIMCTL_CRASHES").ok();
    let kills: u32 = asked.and_then(|n| n.parse().ok()).unwrap_or(KILLED);
    let desk = Sandbox::english();
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut done = Done::default();
    let other = Other(Sandbox::english());
    let answers = desk.write(
        "answers.toml",
        fs::read_to_string("examples/cancel-order.toml").unwrap(),
    );
    let (first, last) = (desk.done(&["new", "--answers", &answers]), Instant::now());
    desk.done(&["log", first.trim(), "note", "--note", "the first"]);
    done.claims += 1;
    // A command takes about as long as this one, so that kills fall before, in and after what it writes.
    let usual = last.elapsed().max(Duration::from_millis(10));
    for no in 0..kills {
        let id = (1 + chance.below(done.claims)).to_string();
        let text = format!("note {no}");
        let file = desk.write(&format!("{no}.bin"), bytes(&mut chance, no));
        let mut sent = None;
        let args: Vec<&str> = match chance.below(10) {
            0 => vec!["new", "--answers", &answers],
            1..=3 => vec!["log", &id, "note", "--note", &text],
            4 | 5 => vec!["evidence", "add", &id, &file],
            6 => vec!["log", &id, "note", "--note", &text, "--file", &file],
            7 => {
                sent = Some(other.send(&desk, bytes(&mut chance, no)));
                vec!["import", "bundle.tar"]
            }
            8 => vec!["backup", "--yes", "backup.tar"],
            _ => vec!["close", &id, "--outcome", "abandoned"],
        };
        let mut command = desk.command(&args);
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let micros = u64::try_from(usual.as_micros()).unwrap() * 3 / 2;
        sleep(Duration::from_micros(chance.below(micros)));
        // Now and then one may come to its end, however slow the machine is.
        if no % 4 == 0 {
            child.wait().unwrap();
        }
        if was_done(&mut child) {
            match args[0] {
                "new" => done.claims += 1,
                "close" => done.closed.push(id.clone()),
                "log" => done.notes.push(text.clone()),
                "import" => {
                    let (uid, hash) = sent.unwrap();
                    done.claims += 1;
                    done.imported.push(uid);
                    done.hashes.insert(hash);
                }
                _ => {}
            }
            if args.contains(&file.as_str()) {
                done.hashes.insert(sha256(&desk.path("home").join(&file)));
            }
        }
        holds(&desk, &done);
        // A backup is whole or it is the one before.
        if args[0] == "backup" && desk.path("home/backup.tar").exists() {
            other.0.done(&[
                "import",
                "--dry-run",
                &desk.path("home/backup.tar").display().to_string(),
            ]);
        }
    }
    assert!(!done.notes.is_empty() && !done.hashes.is_empty());
    desk.done(&["evidence", "verify", "--all"]);
    let file = desk.write("last.bin", "the last");
    desk.done(&["new", "--answers", &answers]);
    let newest = rows(&desk, "SELECT max(id) FROM claims").remove(0);
    desk.done(&["evidence", "add", &newest, &file]);
    let waiting = desk.db().with_file_name("evidence/.incoming-claims.db");
    assert_eq!(fs::read_dir(waiting).unwrap().count(), 0);
}

/// Kills the program, unless it has ended: then whether it had done what it was told.
fn was_done(child: &mut Child) -> bool {
    match child.try_wait().unwrap() {
        Some(status) => status.success(),
        None => {
            child.kill().unwrap();
            // It may have ended at the very last moment.
            child.wait().unwrap().success()
        }
    }
}

/// A file of its own, of a few bytes or of many.
fn bytes(chance: &mut Chance, no: u32) -> Vec<u8> {
    let size = usize::try_from(chance.below(600_000)).unwrap();
    let mut bytes = format!("{no} ").into_bytes();
    bytes.resize(size + 8, b'x');
    bytes
}

fn rows(desk: &Sandbox, sql: &str) -> Vec<String> {
    // A crash leaves a journal: whoever reads next rolls it back, and needs the right to write for that.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let conn = Connection::open_with_flags(desk.db(), flags).unwrap();
    let mut select = conn.prepare(sql).unwrap();
    let rows = select.query_map([], |row| {
        row.get::<_, rusqlite::types::Value>(0)
            .map(|value| match value {
                rusqlite::types::Value::Integer(number) => number.to_string(),
                rusqlite::types::Value::Text(text) => text,
                other => format!("{other:?}"),
            })
    });
    rows.unwrap().map(Result::unwrap).collect()
}

#[track_caller]
fn holds(desk: &Sandbox, done: &Done) {
    assert_eq!(rows(desk, "PRAGMA integrity_check"), ["ok"]);
    assert_eq!(
        rows(desk, "SELECT 1 FROM pragma_foreign_key_check"),
        [""; 0]
    );
    let claims = rows(desk, "SELECT count(*) FROM claims");
    assert!(claims[0].parse::<u64>().unwrap() >= done.claims);
    let notes = rows(
        desk,
        "SELECT note FROM events WHERE kind = 'note' AND note IS NOT NULL",
    );
    for note in &done.notes {
        assert!(notes.contains(note), "{note}");
    }
    let closed = rows(desk, "SELECT id FROM claims WHERE closed_on IS NOT NULL");
    for id in &done.closed {
        assert!(closed.contains(id), "claim {id} is open");
    }
    let uids = rows(desk, "SELECT uid FROM claims");
    for uid in &done.imported {
        assert!(uids.contains(uid), "{uid} was taken in and is not there");
    }
    let kept: BTreeSet<String> = rows(desk, "SELECT sha256 FROM evidence WHERE stored = 1")
        .into_iter()
        .collect();
    assert!(done.hashes.is_subset(&kept));
    let vault = desk.db().with_file_name("evidence");
    let (waiting, placed): (Vec<PathBuf>, Vec<PathBuf>) = files(&vault)
        .into_iter()
        .partition(|path| path.starts_with(vault.join(".incoming-claims.db")));
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    for path in &placed {
        assert!(kept.contains(&name(path)), "no row for {}", path.display());
    }
    for hash in &kept {
        let of_hash = |path: &&PathBuf| name(path).split('.').next() == Some(hash.as_str());
        let copy = placed.iter().chain(&waiting).find(of_hash);
        let copy = copy.unwrap_or_else(|| panic!("no file for {hash}"));
        assert_eq!(sha256(copy), *hash);
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => files(&path),
            path => vec![path],
        })
        .collect()
}

fn sha256(path: &Path) -> String {
    let hash = Sha256::digest(fs::read(path).unwrap());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
