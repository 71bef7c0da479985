//! `claimctl export --format bundle` and `claimctl import`: claims that move from one desk to another, and copies of one desk
//! that become one again.

use std::fs;

use serde_json::{Value, json};

use super::archive::{backup, entries};
use super::backup::{desk, to_stdout};
use super::sandbox::{Output, Sandbox};

/// Writes a bundle of everything into a file and returns its path.
pub(crate) fn bundle(desk: &Sandbox, options: &[&str]) -> String {
    let file = desk.path("bundle.tar").display().to_string();
    let args = ["export", "--format", "bundle", "--out", &file];
    let written = desk.run(&[&args[..], options].concat());
    assert_eq!(written.code, 0, "{written}");
    file
}

/// Takes in everything that another desk has, and returns what was said.
#[track_caller]
pub(crate) fn take(desk: &Sandbox, from: &Sandbox, options: &[&str]) -> String {
    let file = bundle(from, &["--include-confidential"]);
    let taken = desk.run(&[&["import", &file][..], options].concat());
    assert_eq!(taken.code, 0, "{taken}");
    taken.stderr
}

/// Everything that a desk says of its claims, but for their numbers here, in the order of their uids.
pub(crate) fn claims(desk: &Sandbox) -> Vec<Value> {
    let exported = desk.json(&["export", "--include-confidential"]);
    let mut claims = exported["claims"].as_array().unwrap().clone();
    for claim in &mut claims {
        claim["id"] = json!(null);
        claim["next"]["command"] = json!(null);
        claim["next"]["what"] = json!(null);
    }
    claims.sort_by_key(|claim| claim["uid"].as_str().unwrap().to_owned());
    claims
}

#[test]
fn a_claim_moves_to_another_desk_with_everything() {
    let (here, there) = (desk(), Sandbox::english());
    here.done(&[
        "log",
        "1",
        "contacted",
        "--on",
        "2026-11-18",
        "--channel",
        "email",
    ]);
    here.done(&["edit", "1", "order_ref=403-7"]);
    let file = bundle(&here, &[]);
    let taken = there.run(&["import", &file]);
    assert_eq!((taken.code, taken.stdout.as_str()), (0, "1\n"));
    insta::assert_snapshot!(taken.stderr, @"
    Claim 1, new: Lampe commandée en double (3 events, 2 files of evidence)
    1 new claim, 0 with something new, 0 already the same.
    ");
    assert!(claims(&there) == claims(&here));
    there.done(&["evidence", "verify", "--all"]);
    there.done(&["doctor"]);
    // What is this desk's own does not go along: where its files came from, what can be taken back.
    let bytes = fs::read(&file).unwrap();
    let has = |text: &str| bytes.windows(text.len()).any(|w| w == text.as_bytes());
    assert!(has("403-7"));
    assert!(!has(&here.path("home").display().to_string()));
    // Once more, nothing changes.
    let again = there.run(&["import", &file]);
    assert_eq!((again.code, again.stdout.as_str()), (0, ""));
    assert_eq!(
        again.stderr,
        "0 new claims, 0 with something new, 1 already the same.\n"
    );
    // It is a change like any other.
    let undone = there.run(&["undo"]);
    assert_eq!(undone.code, 0, "{undone}");
}

#[test]
fn what_was_written_apart_and_is_long_is_named_and_not_repeated() {
    let (here, there) = (desk(), Sandbox::english());
    take(&there, &here, &[]);
    for (desk, name) in [(&here, "here"), (&there, "there")] {
        let long = format!("description={name} {}", "and so on ".repeat(20));
        desk.done(&["edit", "1", &long]);
        desk.done(&[
            "close",
            "1",
            "--outcome",
            if name == "here" {
                "refused"
            } else {
                "refunded"
            },
        ]);
    }
    let said = take(&here, &there, &[]);
    let warned: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("warning"))
        .collect();
    insta::assert_snapshot!(warned.join("\n"), @"warning: claim 1: description was written apart on 2026-11-20 and on 2026-11-20; the later one counts. Both stand in the log: claimctl show 1");
    assert!(
        here.done(&["show", "1"])
            .contains("description=here and so on")
    );
    assert_eq!(here.exported("1")["outcome"], "refunded");
}

#[test]
fn a_claim_that_came_closed_stays_closed() {
    let (here, there) = (desk(), Sandbox::english());
    here.done(&["close", "1", "--outcome", "refused"]);
    take(&there, &here, &[]);
    let undone = there.run(&["undo"]);
    insta::assert_snapshot!(undone.stderr, @"
    Taken back in claim 1: opened, Lampe commandée en double.
    Claim 1 stays closed as it came. To remove it wholly: claimctl forget 1
    ");
    assert_eq!(there.exported("1")["outcome"], "refused");
}

#[test]
fn what_would_come_is_shown_first() {
    let (here, there) = (desk(), Sandbox::french());
    let file = bundle(&here, &[]);
    let shown = there.run(&["import", "--dry-run", &file]);
    assert_eq!(shown.code, 0, "{shown}");
    insta::assert_snapshot!(format!("{}{}", shown.stdout, shown.stderr), @"
    Nouveau : Lampe commandée en double (2 événements, 2 fichiers de preuve)
    Il y aurait 1 nouveau dossier, 0 avec du nouveau, 0 déjà à jour.
    Rien n’a été importé.
    ");
    assert!(!there.db().exists());
    there.done(&["import", &file]);
    here.done(&[
        "log",
        "1",
        "contacted",
        "--on",
        "2026-11-18",
        "--channel",
        "email",
    ]);
    let before = fs::read(there.db()).unwrap();
    let shown = there.run(&["import", "--dry-run", &bundle(&here, &[])]);
    insta::assert_snapshot!(format!("{}{}", shown.stdout, shown.stderr), @"
    Dossier 1, Lampe commandée en double : 1 nouvel événement
    Il y aurait 0 nouveau dossier, 1 avec du nouveau, 0 déjà à jour.
    Rien n’a été importé.
    ");
    assert!(fs::read(there.db()).unwrap() == before);
}

#[test]
fn a_stream_is_taken_in_like_a_file() {
    let (here, there) = (desk(), Sandbox::english());
    let args = ["export", "--format", "bundle", "--out", "-"];
    let streamed = here.command(&args).output().unwrap();
    assert!(streamed.status.success());
    let names: Vec<String> = entries(&streamed.stdout)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names[..2], ["claimctl-bundle.json", "claims.db"]);
    let taken = super::restore::piped(&there, &["import", "-"], &streamed.stdout);
    assert_eq!(taken.code, 0);
    assert!(claims(&there) == claims(&here));
    // A backup is taken in as well, and a bundle restores nothing.
    let other = Sandbox::english();
    let taken = super::restore::piped(&other, &["import", "-"], &to_stdout(&here));
    assert_eq!(taken.code, 0);
    assert!(claims(&other) == claims(&here));
    let refused = super::restore::piped(&other, &["restore", "--yes", "-"], &streamed.stdout);
    assert_eq!(refused.code, 1);
    insta::assert_snapshot!(refused.stderr, @"
    error: `-` was not restored
    caused by: it is a bundle of claims, not a backup; to add them to yours: claimctl import FILE
    hint: nothing was changed; take another backup: claimctl restore FILE
    ");
}

#[test]
fn copies_that_were_edited_apart_become_the_same() {
    let (here, there) = (desk(), Sandbox::english());
    take(&there, &here, &[]);
    for (desk, name) in [(&here, "here"), (&there, "there")] {
        desk.done(&[
            "log",
            "1",
            "contacted",
            "--on",
            "2026-11-18",
            "--channel",
            "email",
            "--note",
            name,
        ]);
        desk.done(&["edit", "1", &format!("description=as {name} has it")]);
        let file = desk.write(&format!("{name}.txt"), name);
        desk.done(&["evidence", "add", "1", &file, "--proves", name]);
        desk.done(&[
            "log",
            "1",
            "answered",
            "--on",
            "2026-11-19",
            "--file",
            &file,
        ]);
        desk.new_from("parcel-never-came.toml");
    }
    let said = take(&here, &there, &[]);
    insta::assert_snapshot!(said, @"
    Claim 1, Lampe commandée en double: 2 new events · new evidence: E4 · description=as there has it
    warning: claim 1: description=as here has it (2026-11-20) and description=as there has it (2026-11-20) were written apart; the later one counts. To choose the other one: claimctl edit 1 'description=as here has it'
    Claim 3, new: Electric kettle, Maison Verne (3 events, no evidence)
    1 new claim, 1 with something new, 0 already the same.
    ");
    let said = take(&there, &here, &[]);
    insta::assert_snapshot!(said, @"
    Claim 1, Lampe commandée en double: 2 new events · new evidence: E3
    warning: claim 1: description=as here has it (2026-11-20) and description=as there has it (2026-11-20) were written apart; the later one counts. To choose the other one: claimctl edit 1 'description=as here has it'
    warning: claim 1: E3 is E4 from now on, for the other desk gave its number to an earlier file
    Claim 3, new: Electric kettle, Maison Verne (3 events, no evidence)
    1 new claim, 1 with something new, 1 already the same.
    ");
    assert!(claims(&here) == claims(&there));
    assert_eq!(claims(&here).len(), 3);
    let shown = here.done(&["show", "1"]);
    let log = shown
        .split("\nLog\n")
        .nth(1)
        .unwrap()
        .split("\n\n")
        .next()
        .unwrap();
    insta::assert_snapshot!(log, @"
    - 1  2026-11-17  Order placed
    - 2  2026-11-17  Payment made
    - 3  2026-11-18  Message sent (email, by 26 November 2026) – here
    - 5  2026-11-18  Message sent (email, by 26 November 2026) – there
    - 4  2026-11-19  Answer received (E3)
    - 6  2026-11-19  Answer received (E4)
    - description=as here has it (2026-11-20) was written apart from description=as there has it (2026-11-20), which counts
    ");
    // What was done before is taken back under the numbers that it has now.
    let list = here.done(&["undo", "--list"]);
    assert_eq!(list.lines().count(), 9, "{list}");
    assert!(
        list.contains("claim 1: Answer received, 19 November 2026\n"),
        "{list}"
    );
    for desk in [&here, &there] {
        desk.done(&["evidence", "verify", "--all"]);
        desk.done(&["doctor"]);
        let again = take(desk, &here, &[]);
        assert!(
            again.ends_with("0 new claims, 0 with something new, 3 already the same.\n"),
            "{again}"
        );
    }
}

/// What a command wrote, without the name of a bundle.
fn said(output: &Output, from: &Sandbox) -> String {
    let file = from.path("bundle.tar").display().to_string();
    format!("{}{}", output.stdout, output.stderr).replace(&file, "FILE")
}

#[test]
fn what_is_confidential_stays_unless_it_is_asked_for() {
    let (here, there) = (desk(), Sandbox::english());
    let card = here.write("id-card.txt", "my number is 4711");
    here.done(&[
        "log",
        "1",
        "contacted",
        "--on",
        "2026-11-18",
        "--channel",
        "email",
    ]);
    here.done(&[
        "evidence",
        "add",
        "1",
        &card,
        "--confidential",
        "--proves",
        "who I am",
    ]);
    let file = here.path("bundle.tar").display().to_string();
    let written = here.run(&["export", "--format", "bundle", "--out", &file]);
    insta::assert_snapshot!(written.stderr.replace(&file, "FILE"), @"
    1 claim and 2 files of evidence in [SANDBOX]/bundle.tar. To add them to another desk: claimctl import [SANDBOX]/bundle.tar
    1 confidential file is left out; with them: --include-confidential
    ");
    let bytes = fs::read(&file).unwrap();
    for text in ["id-card", "4711", "who I am"] {
        assert!(
            !bytes.windows(text.len()).any(|w| w == text.as_bytes()),
            "{text}"
        );
    }
    there.done(&["import", &file]);
    assert_eq!(there.exported("1")["evidence"].as_array().unwrap().len(), 2);
    take(&there, &here, &[]);
    assert!(claims(&there) == claims(&here));
}

#[test]
fn what_was_deleted_for_good_does_not_come_back() {
    let (here, there) = (desk(), Sandbox::english());
    here.new_from("parcel-never-came.toml");
    take(&there, &here, &[]);
    let old = fs::read(bundle(&there, &[])).unwrap();
    here.done(&["evidence", "purge", "1", "E1", "--force", "--yes"]);
    here.done(&["forget", "2", "--yes"]);
    let before = claims(&here);
    let taken = super::restore::piped(&here, &["import", "-"], &old);
    assert_eq!(taken.code, 0);
    insta::assert_snapshot!(taken.stderr, @"
    1 claim that was forgotten here is left out.
    0 new claims, 0 with something new, 1 already the same.
    ");
    assert!(claims(&here) == before);
    here.done(&["evidence", "verify", "--all"]);
    // The other desk keeps what it has, and is told; asked for, it erases the same.
    let kept = take(&there, &here, &[]);
    insta::assert_snapshot!(kept.replace(&here.path("bundle.tar").display().to_string(), "FILE"), @"
    warning: claim 1: E1 was deleted for good on the other desk, and is kept here; to delete it here too: claimctl import FILE --erase
    warning: claim 2 was forgotten on the other desk, and is kept here; to forget it here too: claimctl import FILE --erase
    0 new claims, 0 with something new, 1 already the same.
    ");
    assert_eq!(claims(&there).len(), 2);
    let shown = there.run(&["import", "--dry-run", "--erase", &bundle(&here, &[])]);
    insta::assert_snapshot!(said(&shown, &here), @"
    Claim 1: E1 would be deleted for good here too.
    warning: claim 2 was forgotten on the other desk, and would be forgotten here too
    There would be 0 new claims, 1 with something new, 0 already the same.
    Nothing was imported.
    ");
    let erased = take(&there, &here, &["--erase"]);
    insta::assert_snapshot!(erased, @"
    Claim 2 (Electric kettle, Maison Verne) is forgotten here too.
    Claim 1: E1 is deleted for good here too.
    0 new claims, 1 with something new, 0 already the same.
    ");
    assert!(claims(&there) == claims(&here));
    there.done(&["evidence", "verify", "--all"]);
}

#[test]
fn two_copies_of_a_desk_that_are_exchanged_now_and_then_end_up_equal() {
    let (here, there) = (desk(), Sandbox::english());
    take(&there, &here, &[]);
    let mut seed: u64 = 20_261_120;
    let mut chance = |below: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for step in 0..40 {
        let (desk, other) = match chance(2) {
            0 => (&here, &there),
            _ => (&there, &here),
        };
        let text = format!("step {step}");
        match chance(8) {
            0 => drop(desk.done(&["edit", "1", &format!("item={text}")])),
            1 => drop(desk.done(&[
                "edit",
                "1",
                &format!("latest_delivery_on=2026-12-{:02}", 1 + step % 20),
            ])),
            2 => drop(desk.done(&["log", "1", "note", "--note", &text])),
            3 => {
                let file = desk.write("new.txt", &text);
                desk.done(&["evidence", "add", "1", &file]);
            }
            4 => drop(desk.run(&["evidence", "note", "1", "E2", &text])),
            5 => drop(desk.run(&["evidence", "remove", "1", "E3"])),
            6 => drop(desk.done(&["undo"])),
            _ => drop(take(desk, other, &[])),
        }
    }
    take(&here, &there, &[]);
    take(&there, &here, &[]);
    assert!(claims(&here) == claims(&there));
    for desk in [&here, &there] {
        desk.done(&["doctor"]);
        desk.done(&["evidence", "verify", "--all"]);
    }
}

#[test]
fn what_is_no_file_of_claims_is_refused_whole() {
    let here = desk();
    let good = fs::read(bundle(&here, &[])).unwrap();
    let files = entries(&good);
    let named: Vec<(&str, &[u8])> = files[1..]
        .iter()
        .map(|(n, b)| (n.as_str(), &b[..]))
        .collect();
    let made = |files: &[(&str, &[u8])], lie: &dyn Fn(&mut Value)| {
        let tar = backup(files, |manifest| {
            manifest["schema"] = json!("claimctl/bundle/1");
            lie(manifest);
        });
        // The list of a bundle has a name of its own, of the same length.
        let name = tar
            .windows(20)
            .position(|w| w == b"claimctl-backup.json")
            .unwrap();
        let mut tar = tar;
        tar[name..name + 20].copy_from_slice(b"claimctl-bundle.json");
        let sum: u64 = (0..512)
            .map(|at| {
                u64::from(if (148..156).contains(&at) {
                    b' '
                } else {
                    tar[at]
                })
            })
            .sum();
        tar[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        tar
    };
    let nothing: &dyn Fn(&mut Value) = &|_| {};
    let there = desk();
    let before = claims(&there);
    let whole = super::restore::piped(
        &there,
        &["import", "--dry-run", "-"],
        &made(&named, nothing),
    );
    assert_eq!(whole.code, 0, "{whole:?}");
    let mut bad = named.clone();
    bad.push(("config.toml", b"mail = []"));
    let mut stray = named.clone();
    stray.push((
        "evidence/ba/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        b"abc",
    ));
    let climbing = [named[0], ("../evil", &b"x"[..])];
    let hostile: Vec<(&str, Vec<u8>)> = vec![
        ("settings in it", made(&bad, nothing)),
        ("a file of no claim", made(&stray, nothing)),
        ("a path that climbs out", made(&climbing, nothing)),
        ("evidence that is not there", made(&named[..1], nothing)),
        (
            "a list that names a file twice",
            made(&[named[0], named[0]], nothing),
        ),
        (
            "another hash",
            made(&named, &|m| m["files"][1]["sha256"] = json!("0".repeat(64))),
        ),
        (
            "a huge length",
            made(&named, &|m| m["files"][0]["bytes"] = json!(u64::MAX)),
        ),
        (
            "a newer form",
            made(&named, &|m| m["schema"] = json!("claimctl/bundle/9")),
        ),
        (
            "a file of claims that is none",
            made(&[("claims.db", b"not a database at all")], nothing),
        ),
        ("cut off", good[..good.len() / 2].to_vec()),
        ("no tar file", vec![7; 2000]),
        ("nothing", Vec::new()),
    ];
    let mut all = String::new();
    for (what, bytes) in hostile {
        let refused = super::restore::piped(&there, &["import", "-"], &bytes);
        let said = refused.stderr.clone();
        assert!(matches!(refused.code, 1 | 2), "{what}: {said}");
        assert!(said.starts_with("error: "), "{what}: {said}");
        all += &format!("{what}\n{said}");
    }
    insta::assert_snapshot!(all, @"
    settings in it
    error: nothing was imported from `-`
    caused by: it holds something that does not belong in it: `config.toml`
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a file of no claim
    error: nothing was imported from `-`
    caused by: it holds a file of evidence that belongs to no claim (SHA-256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad)
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a path that climbs out
    error: nothing was imported from `-`
    caused by: it holds something that does not belong in it: `../evil`
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    evidence that is not there
    error: nothing was imported from `-`
    caused by: a file of evidence that a claim counts on is not in it (SHA-256 6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b)
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a list that names a file twice
    error: nothing was imported from `-`
    caused by: it lists `claims.db` twice
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    another hash
    error: nothing was imported from `-`
    caused by: `evidence/6b/6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b` in it is altered
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a huge length
    error: nothing was imported from `-`
    caused by: `evidence/6b/6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b` in it is not as long as its list says
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a newer form
    error: nothing was imported from `-`
    caused by: it was made by a newer version of claimctl (claimctl/bundle/9)
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a file of claims that is none
    error: nothing was imported from `-`
    caused by: the file of claims in it is damaged, or is none
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    cut off
    error: nothing was imported from `-`
    caused by: it is cut off, or damaged
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    no tar file
    error: nothing was imported from `-`
    caused by: it is no bundle, backup or JSON export of claimctl, and no table (CSV) with a header
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    nothing
    error: nothing was imported from `-`
    caused by: it is no bundle, backup or JSON export of claimctl, and no table (CSV) with a header
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    ");
    assert!(claims(&there) == before);
    there.done(&["doctor"]);
}
