//! Backups from somebody who means harm, or from a disk that has failed: refused whole, and nothing is changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tar::EntryType;

use super::archive::{backup, end, entries, entry, sha256};
use super::backup::{desk, to_stdout};
use super::sandbox::Sandbox;

/// Everything below a folder, with its bytes.
fn everything(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(everything(&path));
            all.insert(path, None);
        } else {
            all.insert(path.clone(), Some(fs::read(&path).unwrap()));
        }
    }
    all
}

/// Refuses a backup, changes nothing, and leaves nothing; returns why.
#[track_caller]
fn refused(desk: &Sandbox, bytes: &[u8]) -> String {
    desk.write("bad.tar", bytes);
    let before = everything(&desk.path(""));
    let output = desk.run(&["restore", "--yes", "bad.tar"]);
    assert_eq!(output.code, 1, "{output}");
    assert!(everything(&desk.path("")) == before, "{output}");
    let lines: Vec<&str> = output.stderr.lines().collect();
    assert_eq!(lines.len(), 3, "{output}");
    assert_eq!(lines[0], "error: `bad.tar` was not restored");
    lines[1].to_owned()
}

#[test]
fn a_backup_that_lies_is_refused_whole() {
    let desk = desk();
    let good = entries(&to_stdout(&desk));
    let db = &good[1].1[..];
    let (one, two) = (good[2].0.as_str(), good[3].0.as_str());
    let files = [("claims.db", db), (one, &b"1"[..]), (two, &b"2"[..])];
    // As it is made here, it holds.
    desk.write("good.tar", backup(&files, |_| {}));
    desk.done(&["restore", "--yes", "good.tar"]);
    let more = |name: &'static str| [&files[..], &[(name, &b"x"[..])]].concat();
    let mut told = String::new();
    let mut say = |what: &str, bytes: &[u8]| {
        told += &format!("{what}: {}\n", refused(&desk, bytes));
    };
    say("nothing", b"");
    say("a text", &b"hello ".repeat(1000));
    say(
        "another tar file",
        &end(entry("a.txt", EntryType::Regular, b"a", 1)),
    );
    say(
        "out of the folder",
        &backup(&more("../../evil.toml"), |_| {}),
    );
    say("from the root", &backup(&more("/tmp/evil.toml"), |_| {}));
    say(
        "through a playbook",
        &backup(&more("playbooks/../../evil.toml"), |_| {}),
    );
    say(
        "another kind of file",
        &backup(&more("claims.db-journal"), |_| {}),
    );
    say("a name twice", &backup(&more("claims.db"), |_| {}));
    say(
        "nearly a name twice",
        &backup(
            &[&more("playbooks/a.toml")[..], &[("playbooks/A.toml", b"")]].concat(),
            |_| {},
        ),
    );
    say("no desk", &backup(&files[1..], |_| {}));
    say(
        "a wrong hash",
        &backup(&files, |m| m["files"][0]["sha256"] = sha256(b"x").into()),
    );
    say(
        "a wrong hash of evidence",
        &backup(&files, |m| m["files"][1]["sha256"] = sha256(b"x").into()),
    );
    say(
        "evidence that is other",
        &backup(&[files[0], (one, b"3"), files[2]], |m| {
            m["files"][1]["sha256"] = sha256(b"1").into()
        }),
    );
    say(
        "a length too long",
        &backup(&files, |m| m["files"][1]["bytes"] = 2.into()),
    );
    say(
        "a huge length",
        &backup(&files, |m| m["files"][1]["bytes"] = (1_u64 << 60).into()),
    );
    say(
        "lengths that overflow",
        &backup(&files, |m| {
            m["files"][0]["bytes"] = u64::MAX.into();
            m["files"][1]["bytes"] = u64::MAX.into();
        }),
    );
    say(
        "a negative length",
        &backup(&files, |m| m["files"][1]["bytes"] = (-1).into()),
    );
    say(
        "less than is listed",
        &backup(&files[..2], |m| {
            let file = m["files"][1].clone();
            m["files"].as_array_mut().unwrap().push(file);
            m["files"][2]["name"] = two.into();
            m["files"][2]["sha256"] = sha256(b"2").into();
        }),
    );
    say(
        "more than is listed",
        &backup(&files, |m| {
            m["files"].as_array_mut().unwrap().pop();
        }),
    );
    say(
        "another order",
        &backup(&files, |m| m["files"].as_array_mut().unwrap().swap(1, 2)),
    );
    say("evidence that is missing", &backup(&files[..2], |_| {}));
    let stray = format!("evidence/{}/{}", &sha256(b"9")[..2], sha256(b"9"));
    say(
        "evidence of nobody",
        &backup(&[&files[..], &[(stray.as_str(), b"9")]].concat(), |_| {}),
    );
    say(
        "a later form",
        &backup(&files, |m| m["schema"] = "claimctl/backup/2".into()),
    );
    say(
        "a list that is none",
        &backup(&files, |m| m["files"] = "all".into()),
    );
    say(
        "a desk that is none",
        &backup(&[("claims.db", b"hello"), files[1], files[2]], |_| {}),
    );
    let mut noise = db.to_vec();
    noise[4096..12_288].fill(0xa5);
    say(
        "a damaged desk",
        &backup(&[("claims.db", &noise), files[1], files[2]], |_| {}),
    );
    let mut newer = db.to_vec();
    newer[60..64].copy_from_slice(&[0, 0, 0x27, 0x0f]);
    say(
        "a desk of a newer version",
        &backup(&[("claims.db", &newer), files[1], files[2]], |_| {}),
    );
    // How much room there is, and which schema is the latest, changes from day to day.
    let told: Vec<&str> = told
        .lines()
        .map(|line| {
            let end = ["the disk has", "knows them up to"]
                .iter()
                .find_map(|words| Some(line.find(words)? + words.len()));
            end.map_or(line, |end| &line[..end])
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"
    nothing: caused by: it is not a backup of claimctl
    a text: caused by: it is not a backup of claimctl
    another tar file: caused by: it is not a backup of claimctl
    out of the folder: caused by: it holds something that does not belong in it: `../../evil.toml`
    from the root: caused by: it holds something that does not belong in it: `/tmp/evil.toml`
    through a playbook: caused by: it holds something that does not belong in it: `playbooks/../../evil.toml`
    another kind of file: caused by: it holds something that does not belong in it: `claims.db-journal`
    a name twice: caused by: it lists `claims.db` twice
    nearly a name twice: caused by: it lists `playbooks/A.toml` twice
    no desk: caused by: it holds no file of claims
    a wrong hash: caused by: `claims.db` in it is altered
    a wrong hash of evidence: caused by: `evidence/6b/6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b` in it is altered
    evidence that is other: caused by: `evidence/6b/6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b` in it is altered
    a length too long: caused by: `evidence/6b/6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b` in it is not as long as its list says
    a huge length: caused by: it needs 1152921504607 MB, and the disk has
    lengths that overflow: caused by: `evidence/6b/6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b` in it is not as long as its list says
    a negative length: caused by: it is not a backup of claimctl
    less than is listed: caused by: it is cut off, or damaged
    more than is listed: caused by: `evidence/d4/d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35` in it is not what its list says
    another order: caused by: `evidence/6b/6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b` in it is not what its list says
    evidence that is missing: caused by: a file of evidence that a claim counts on is not in it (SHA-256 d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35)
    evidence of nobody: caused by: it holds a file of evidence that belongs to no claim (SHA-256 19581e27de7ced00ff1ce50b2047e7a567c76b1cbaebabe5ef03f7c3017bb5b7)
    a later form: caused by: it was made by a newer version of claimctl (claimctl/backup/2)
    a list that is none: caused by: it is not a backup of claimctl
    a desk that is none: caused by: the file of claims in it is damaged, or is none
    a damaged desk: caused by: the file of claims in it is damaged, or is none
    a desk of a newer version: caused by: its schema is number 9999, and this version knows them up to
    ");
}

#[test]
fn entries_that_are_no_files_are_refused() {
    let desk = desk();
    let good = to_stdout(&desk);
    let db = entries(&good)[1].1.clone();
    let list = &backup(&[("claims.db", &db)], |_| {});
    let list = &list[..list.len() - 1024 - db.len() - 512];
    let long = |kind| {
        [
            entry("././@LongLink", kind, b"claims.db\0", 10),
            entry("x", EntryType::Regular, &db, db.len() as u64),
        ]
        .concat()
    };
    for (what, rest) in [
        ("a link", entry("claims.db", EntryType::Symlink, b"", 0)),
        ("a hard link", entry("claims.db", EntryType::Link, b"", 0)),
        ("a device", entry("claims.db", EntryType::Block, b"", 0)),
        ("a pipe", entry("claims.db", EntryType::Fifo, b"", 0)),
        ("a folder", entry("claims.db", EntryType::Directory, b"", 0)),
        ("holes", entry("claims.db", EntryType::GNUSparse, b"", 0)),
        ("a long name", long(EntryType::GNULongName)),
        ("a PAX header", long(EntryType::XHeader)),
        (
            "a huge length",
            entry("claims.db", EntryType::Regular, b"x", 1 << 40),
        ),
        (
            "half an entry",
            entry("claims.db", EntryType::Regular, b"x", db.len() as u64),
        ),
        ("half a header", vec![7; 100]),
    ] {
        let why = refused(&desk, &[list, &rest].concat());
        assert!(why.starts_with("caused by: "), "{what}: {why}");
    }
    // A list that goes on and on is not read.
    let endless = entry("claimctl-backup.json", EntryType::Regular, b"{", 1 << 40);
    assert!(refused(&desk, &endless).contains("not a backup"));
    // Nor is what goes on behind the end.
    let behind = [&good[..], &[0; 2 << 20]].concat();
    assert!(refused(&desk, &behind).contains("behind its end"));
    assert!(refused(&desk, &[&good[..], b"more"].concat()).contains("behind its end"));
}

/// Numbers that are the same in every run.
pub(crate) fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    }
}

#[test]
fn a_backup_that_is_cut_off_or_spoilt_is_refused() {
    let desk = desk();
    let good = to_stdout(&desk);
    let mut number = numbers(7);
    let content = good.len() - 1024;
    for _ in 0..20 {
        refused(&desk, &good[..number(content - 512)]);
    }
    for _ in 0..20 {
        let mut bad = good.clone();
        // Behind the list every byte is held by a sum; in the list a word may be another.
        let at = 3 * 512 + number(content - 3 * 512);
        let piece = &mut bad[at..];
        let end = piece.len().min(64);
        let before = piece[..end].to_vec();
        piece[..end].fill(0xa5);
        if piece[..end] != before {
            desk.write("bad.tar", &bad);
            let output = desk.run(&["restore", "--yes", "bad.tar"]);
            assert!(
                output.code <= 1 && !output.stderr.contains("panicked"),
                "{at}: {output}"
            );
        }
    }
}
