//! What is kept is kept as it was said: purged files, lost claims, places that are not to be written over.

use std::fs;

use super::backup::desk;
use super::sandbox::Sandbox;

#[test]
fn a_confidential_file_that_was_purged_is_confidential_when_it_is_given_again() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let card = desk.write("id-card.txt", "my card");
    desk.done(&["evidence", "add", &id, &card, "--confidential"]);
    desk.done(&["evidence", "purge", &id, "E1", "--force", "--yes"]);
    desk.done(&["evidence", "add", &id, &card]);
    let evidence = &desk.exported_with(&id, &["--include-confidential"])["evidence"];
    assert_eq!(evidence[0]["confidential"], true, "{evidence}");
    let bundle = desk.path("bundle.tar").display().to_string();
    desk.done(&["export", "--format", "bundle", "--out", &bundle]);
    let bytes = fs::read(&bundle).unwrap();
    assert!(!bytes.windows(7).any(|w| w == b"my card"));
    // A look-alike: one that was not stays so, and it can be shared on purpose.
    desk.done(&["evidence", "note", &id, "E1", "--shared"]);
    desk.done(&["evidence", "purge", &id, "E1", "--force", "--yes"]);
    desk.done(&["evidence", "add", &id, &card]);
    assert_eq!(desk.exported(&id)["evidence"][0]["confidential"], false);
}

#[test]
fn a_file_that_another_claim_has_is_not_said_to_be_gone() {
    let desk = Sandbox::english();
    let slip = desk.write("slip.txt", "20 EUR");
    for _ in 0..3 {
        let id = desk.new_from("cancel-order.toml");
        desk.done(&["evidence", "add", &id, &slip]);
    }
    let said = |id: &str| {
        let purged = desk.run(&["evidence", "purge", id, "E1", "--force", "--yes"]);
        assert_eq!(purged.code, 0, "{purged}");
        purged.stderr.lines().next().unwrap_or_default().to_owned()
    };
    insta::assert_snapshot!(said("1"), @"E1 was deleted from this claim. The same file is still evidence of claims 2, 3, and stays there.");
    insta::assert_snapshot!(said("2"), @"E1 was deleted from this claim. The same file is still evidence of claim 3, and stays there.");
    insta::assert_snapshot!(said("3"), @"E1 was deleted for good. Hash, kind and days stay.");
}

#[test]
fn evidence_without_claims_is_a_fault_and_an_empty_desk_replaces_no_backup() {
    let desk = desk();
    let file = desk.path("good.tar").display().to_string();
    desk.done(&["backup", &file]);
    let good = fs::read(&file).unwrap();
    let empty = Sandbox::english();
    empty.new_from("cancel-order.toml");
    empty.done(&["forget", "1", "--yes"]);
    // A look-alike: nothing was ever kept here.
    empty.done(&["doctor"]);
    empty.done(&["backup", &empty.path("empty.tar").display().to_string()]);
    fs::remove_file(desk.db()).unwrap();
    let line = |desk: &Sandbox| {
        let checked = desk.run(&["doctor"]);
        assert_eq!(checked.code, 1, "{checked}");
        let mut lines = checked
            .stdout
            .lines()
            .filter(|line| line.contains("restore"));
        lines.next().unwrap_or_default().to_owned()
    };
    insta::assert_snapshot!(line(&desk), @"Problem: 2 files of evidence are there, and no claim: the claims were lost. To get them back: claimctl restore BACKUP");
    fs::copy(empty.db(), desk.db()).unwrap();
    insta::assert_snapshot!(line(&desk), @"Problem: 2 files of evidence are there, and no claim: the claims were lost. To get them back: claimctl restore BACKUP");
    let refused = desk.run(&["backup", &file, "--yes"]);
    insta::assert_snapshot!(refused.to_string().replace(&file, "FILE"), @"
    [stderr]
    error: `[SANDBOX]/good.tar` was not replaced
    caused by: it holds 1 claim, and this desk holds none
    hint: claimctl restore [SANDBOX]/good.tar brings them back; to write the empty desk all the same, give the name of a file that is not there
    [exit 1]
    ");
    assert_eq!(fs::read(&file).unwrap(), good);
    // Another name, and one that holds no claims, can be written.
    let other = desk.path("other.tar").display().to_string();
    for _ in 0..2 {
        desk.done(&["backup", &other, "--yes"]);
    }
    desk.done(&["restore", &file, "--yes"]);
    desk.done(&["doctor"]);
}

#[cfg(unix)]
#[test]
fn nothing_of_the_desk_is_written_over() {
    let desk = desk();
    let data = desk.db().parent().unwrap().to_owned();
    let link = desk.path("link");
    std::os::unix::fs::symlink(&data, &link).unwrap();
    let evidence = data.join("evidence");
    let shelf = fs::read_dir(&evidence).unwrap().flatten();
    let shelf = shelf
        .map(|entry| entry.path())
        .find(|path| path.file_name().is_some_and(|name| name.len() == 2));
    let copy = fs::read_dir(shelf.unwrap())
        .unwrap()
        .flatten()
        .next()
        .unwrap()
        .path();
    let before = fs::read(&copy).unwrap();
    let copy_in = copy.strip_prefix(&data).unwrap();
    let targets = [
        copy.clone(),
        link.join(copy_in),
        evidence.join("new.json"),
        link.join("evidence/aa/new.json"),
        link.join("claims.db"),
        link.join("claims.db-wal"),
        data.join("claims.db-shm"),
        link.join("evidence/../claims.db-journal"),
    ];
    for target in &targets {
        let target = target.to_str().unwrap();
        for args in [
            vec!["export", "--out", target],
            vec!["export", "--format", "bundle", "--out", target],
            vec!["backup", "--yes", target],
            vec!["letter", "1", "withdrawal", "--out", target],
        ] {
            let refused = desk.run(&args);
            assert_eq!(refused.code, 2, "{refused}");
            assert!(refused.stderr.contains("caused by: it is "), "{refused}");
        }
    }
    // By a relative name, from the folder itself.
    let mut command = desk.command(&["export", "--out", "claims.db-wal"]);
    let refused = desk.finished(command.current_dir(&data));
    assert_eq!(refused.code, 2, "{refused}");
    assert_eq!(fs::read(&copy).unwrap(), before);
    // A look-alike beside it.
    desk.done(&[
        "export",
        "--out",
        data.join("claims.db.json").to_str().unwrap(),
    ]);
    desk.done(&["doctor"]);
}

#[test]
fn no_claim_at_all_is_counted_as_the_french_do() {
    let desk = Sandbox::french();
    let out = desk.path("none.json").display().to_string();
    let exported = desk.run(&["export", "--out", &out]);
    let said = exported.stderr.replace(&out, "FICHIER");
    insta::assert_snapshot!(said, @"0 dossier exporté dans [SANDBOX]/none.json.");
}

#[test]
fn attachments_that_stay_in_a_mail_are_counted_right() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let mut mail = "From: a@example.com\r\nTo: b@example.com\r\nSubject: all of it\r\n\
        Date: Wed, 18 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nHere.\r\n"
        .to_owned();
    for no in 0..3_000 {
        mail +=
            &format!("--x\r\nContent-Disposition: attachment; filename={no}.txt\r\n\r\n{no}\r\n");
    }
    let file = desk.write("all.eml", mail + "--x--\r\n");
    let added = desk.run(&["evidence", "add", &id, &file]);
    assert_eq!(added.code, 0, "{added}");
    assert!(
        added.stderr.contains("2900 more attachments"),
        "{}",
        &added.stderr[..500]
    );
}

#[test]
fn no_file_gives_a_longer_text_than_edit_does() {
    let desk = Sandbox::english();
    let long = "x".repeat(10_001);
    let fits = "x".repeat(10_000);
    let toml = fs::read_to_string(super::sandbox::example_file("cancel-order.toml")).unwrap();
    let table = |title: &str| {
        format!(
            "title,problem,seller,seller_kind,item_kind,sale,wanted,country\n\
             {title},not-received,Maison,trader,goods,online,refund,FR\n"
        )
    };
    let id = desk.new_from("cancel-order.toml");
    let exported = desk.done(&["export", &id]);
    let json = |text: &str| exported.replace("AL-2026-11873", text);
    let edited = desk.run(&["edit", &id, &format!("description={long}")]);
    assert_eq!(edited.code, 2, "{}", edited.stderr);
    for (name, command, content) in [
        ("a.csv", &["import"][..], table(&long)),
        ("a.json", &["import"], json(&long)),
        (
            "a.toml",
            &["new", "--answers"],
            toml.replace("Lampe commandée en double", &long),
        ),
    ] {
        let file = desk.write(name, content);
        let refused = desk.run(&[command, &[&file]].concat());
        assert_eq!(refused.code, 2, "{name}: {}", refused.stderr);
        assert!(
            refused.stderr.contains("10000 characters"),
            "{}",
            refused.stderr
        );
    }
    let file = desk.write("b.csv", table(&fits));
    desk.done(&["import", &file]);
}

#[test]
fn a_bundle_of_another_version_is_what_is_named() {
    let (here, there) = (desk(), Sandbox::english());
    rusqlite::Connection::open(here.db())
        .unwrap()
        .execute("UPDATE events SET channel = 'pigeon' WHERE no = 1", [])
        .unwrap();
    let file = super::exchange::bundle(&here, &[]);
    there.new_from("cancel-order.toml");
    let before = fs::read(there.db()).unwrap();
    for options in [&["import", &file][..], &["import", "--dry-run", &file]] {
        let refused = there.run(options);
        let said = refused.to_string().replace(&file, "FILE");
        insta::allow_duplicates! {
            insta::assert_snapshot!(said, @"
            [stderr]
            error: nothing was imported from `FILE`
            caused by: it holds `pigeon`, which this version of claimctl does not know; this desk is as it was
            hint: claimctl --version, here and where the file was written: the older one is to be renewed
            [exit 1]
            ");
        }
    }
    assert!(fs::read(there.db()).unwrap() == before);
}

#[test]
fn a_claim_that_could_not_be_forgotten_keeps_what_only_waits_for_its_place() {
    let desk = desk();
    let evidence = desk.exported("1")["evidence"].clone();
    let hash = evidence[0]["sha256"].as_str().unwrap().to_owned();
    // A crash left it in the waiting room, and what cannot be cleared away lies behind it.
    let waiting = desk
        .db()
        .with_file_name("evidence")
        .join(".incoming-claims.db");
    fs::create_dir_all(waiting.join("zzz")).unwrap();
    fs::rename(desk.vault_file(&hash), waiting.join(format!("{hash}.1"))).unwrap();
    let failed = desk.run(&["forget", "1", "--yes"]);
    assert_eq!(failed.code, 1, "{failed}");
    fs::remove_dir(waiting.join("zzz")).unwrap();
    desk.done(&["evidence", "verify", "--all"]);
    desk.done(&["forget", "1", "--yes"]);
    assert!(!desk.vault_file(&hash).exists());
}
