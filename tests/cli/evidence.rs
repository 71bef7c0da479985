//! `claimctl evidence`: what proves the claim.

use super::sandbox::Sandbox;

#[test]
fn the_desk_does_not_prove_itself() {
    let desk = Sandbox::english();
    desk.new_from("cancel-order.toml");
    let folder = desk.db().parent().unwrap().to_owned();
    std::fs::write(folder.join("receipt.txt"), "paid").unwrap();
    let kept = desk.write("kept.txt", "kept");
    desk.done(&["evidence", "add", "1", &kept]);
    let added = desk.run(&["evidence", "add", "1", folder.to_str().unwrap()]);
    insta::assert_snapshot!(added, @"
    [stderr]
    The files of claimctl itself are left out.
    Added: E2, receipt.txt.
    ");
    let pattern = folder.join("*").display().to_string();
    let again = desk.run(&["evidence", "add", "1", &pattern]);
    insta::assert_snapshot!(again, @"
    [stderr]
    The files of claimctl itself are left out.
    Already there: E2, receipt.txt.
    ");
    assert_eq!(desk.exported("1")["evidence"].as_array().unwrap().len(), 2);
}

#[cfg(unix)]
#[test]
fn hundreds_of_files_are_taken_in_where_few_may_be_open() {
    let desk = Sandbox::english();
    desk.new_from("cancel-order.toml");
    std::fs::create_dir(desk.path("home/many")).unwrap();
    for no in 0..300 {
        desk.write(&format!("many/{no}.txt"), format!("file {no}"));
    }
    let script = format!(
        "ulimit -n 64 && exec {} evidence add 1 many",
        env!("CARGO_BIN_EXE_claimctl")
    );
    let like = desk.command(&[]);
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &script]).env_clear();
    shell.envs(
        like.get_envs()
            .filter_map(|(key, value)| Some((key, value?))),
    );
    shell.current_dir(desk.path("home"));
    let added = desk.finished(&mut shell);
    assert_eq!(added.code, 0, "{added}");
    let pieces = desk.exported("1")["evidence"].as_array().unwrap().len();
    assert_eq!(pieces, 300);
    desk.done(&["evidence", "verify", "1"]);
}

#[test]
fn a_file_is_kept_with_its_hash_its_size_and_its_type() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let file = desk.write("ack.txt", "hello");
    let output = desk.run(&[
        "evidence",
        "add",
        &id,
        &file,
        "--kind",
        "message",
        "--note",
        "the answer",
    ]);
    insta::assert_snapshot!(output, @r#"
    [stderr]
    Added: E1, ack.txt.
    "#);
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id]), @"E1  ack.txt (Message, 5 B, sha256 2cf24dba5fb0) – the answer");
    let piece = desk.exported(&id)["evidence"][0].clone();
    // SHA-256 of `hello`, as sha256sum prints it.
    assert_eq!(
        piece["sha256"],
        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    );
    assert_eq!((&piece["no"], &piece["bytes"]), (&1.into(), &5.into()));
    assert_eq!(piece["confidential"], false);
    assert_eq!(
        (&piece["proves"], &piece["stored"]),
        (&"the answer".into(), &true.into())
    );
    let copy = desk.vault_file(piece["sha256"].as_str().unwrap());
    assert_eq!(std::fs::read(copy).unwrap(), b"hello");
}

#[test]
fn a_removed_file_is_kept_and_comes_back_under_its_number() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let (one, two) = (desk.write("one.txt", "1"), desk.write("two.txt", "2"));
    desk.done(&["evidence", "add", &id, &one, &two]);
    insta::assert_snapshot!(desk.run(&["evidence", "remove", &id, "E1"]), @"
    [stderr]
    Removed: E1. The file is kept; adding it again brings it back.
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id]), @"E2  two.txt (Other, 1 B, sha256 d4735e3a265e)");
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id, "--all"]), @"
    E1  one.txt (Other, 1 B, sha256 6b86b273ff34, removed on 20 November 2026)
    E2  two.txt (Other, 1 B, sha256 d4735e3a265e)
    ");
    desk.done(&["evidence", "verify", "--all"]);
    let three = desk.write("three.txt", "3");
    insta::assert_snapshot!(desk.run(&["evidence", "add", &id, &three, &one]), @"
    [stderr]
    Added: E3, three.txt.
    Back again: E1, one.txt.
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "remove", &id, "E9"]), @"
    [stderr]
    error: claim 1 has no evidence `E9`
    hint: claimctl evidence list 1 --all
    [exit 3]
    ");
}

#[test]
fn a_note_says_what_it_proves_and_of_which_day_it_is() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    let file = desk.write("photo.bin", "x");
    desk.done(&["evidence", "add", &id, &file]);
    let args = [
        "evidence",
        "note",
        &id,
        "e1",
        "la vis manque",
        "--kind",
        "photo",
        "--taken-on",
        "18/11/2026",
    ];
    insta::assert_snapshot!(desk.run(&args), @"
    [stderr]
    E1  photo.bin (Photo, 1 o, sha256 2d711642b726, du 18 novembre 2026) – la vis manque
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "note", &id, "E1"]), @r#"
    [stderr]
    erreur : il n’y a rien à noter
    conseil : claimctl evidence note 1 E1 "…", ou l’une des options --kind, --taken-on, --confidential, --shared
    [exit 2]
    "#);
    let args = ["evidence", "note", &id, "E1", "--confidential"];
    insta::assert_snapshot!(desk.run(&args), @"
    [stderr]
    E1  (nom non montré) (Photo, 1 o, sha256 2d711642b726, du 18 novembre 2026, confidentiel)
    ");
    let piece = desk.exported_with(&id, &["--include-confidential"])["evidence"][0].clone();
    assert_eq!(
        (&piece["kind"], &piece["taken_on"]),
        (&"photo".into(), &"2026-11-18".into())
    );
    assert_eq!(piece["proves"], "la vis manque");
}

#[test]
fn what_is_missing_altered_or_extra_is_named() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let (one, two, three) = (
        desk.write("one.txt", "1"),
        desk.write("two.txt", "2"),
        desk.write("three.txt", "3"),
    );
    desk.done(&["evidence", "add", &id, &one, &two]);
    desk.done(&["evidence", "add", &id, &three, "--link"]);
    insta::assert_snapshot!(desk.run(&["evidence", "verify", &id]), @"
    [stderr]
    3 files checked: all are what they were.
    ");
    let evidence = desk.exported(&id)["evidence"].clone();
    let copy = |no: usize| desk.vault_file(evidence[no]["sha256"].as_str().unwrap());
    std::fs::remove_file(copy(0)).unwrap();
    std::fs::remove_file(copy(1)).unwrap();
    std::fs::write(copy(1), "other bytes").unwrap();
    std::fs::write(copy(1).with_file_name("stray"), "s").unwrap();
    insta::assert_snapshot!(desk.run(&["evidence", "extract", &id, "E2", "--out", "-"]), @"
    [stderr]
    error: `[SANDBOX]/data/claimctl/evidence/d4/d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35` is not what it was when it was added
    hint: see what is wrong: `claimctl evidence verify --all`
    [exit 1]
    ");
    desk.write("three.txt", "4");
    let said = desk.run(&["evidence", "verify", "--all"]).to_string();
    insta::assert_snapshot!(said.replace(&desk.path("").display().to_string(), "…/"), @"
    Claim 1, E1, one.txt: missing
    Claim 1, E2, two.txt: altered
    Claim 1, E3, three.txt: altered
    [SANDBOX]/data/claimctl/evidence/d4/stray: belongs to no claim
    [stderr]
    3 files checked, 4 problems.
    [exit 1]
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "extract", &id, "E1"]), @"
    [stderr]
    error: the file of E1 is missing
    hint: claimctl evidence verify 1
    [exit 1]
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "verify", "7"]), @"
    [stderr]
    error: there is no claim 7
    hint: claimctl list --all
    [exit 3]
    ");
}

#[test]
fn a_folder_and_a_pattern_stand_for_their_files() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    std::fs::create_dir_all(desk.path("home/proof/more")).unwrap();
    for name in [
        "proof/b.txt",
        "proof/a\nname 🙂.txt",
        "proof/more/c.txt",
        "proof/.hidden",
        "photo 1.jpg",
        "photo 2.jpg",
    ] {
        desk.write(name, name);
    }
    insta::assert_snapshot!(desk.run(&["evidence", "add", &id, "proof", "photo*.jpg"]), @"
    [stderr]
    Added: E1, a name 🙂.txt.
    Added: E2, b.txt.
    Added: E3, c.txt.
    Added: E4, photo 1.jpg.
    Added: E5, photo 2.jpg.
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "add", &id, "*.pdf"]), @"
    [stderr]
    error: no file fits `*.pdf`
    [exit 1]
    ");
    std::fs::create_dir(desk.path("home/empty")).unwrap();
    insta::assert_snapshot!(desk.run(&["evidence", "add", &id, "empty"]), @"
    [stderr]
    error: the folder `empty` has no file
    [exit 1]
    ");
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_kept_as_well_as_it_can_be_said() {
    use std::os::unix::ffi::OsStringExt;
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let name = std::ffi::OsString::from_vec(b"re\xe7u.txt".to_vec());
    std::fs::write(desk.path("home").join(&name), "x").unwrap();
    let mut command = desk.command(&["evidence", "add", &id]);
    insta::assert_snapshot!(desk.finished(command.arg(&name)), @"
    [stderr]
    Added: E1, re�u.txt.
    ");
    let mut command = desk.command(&["evidence", "add", &id, "--link"]);
    insta::assert_snapshot!(desk.finished(command.arg(&name)), @"
    [stderr]
    error: the file `re�u.txt` could not be read
    caused by: its name is not text in UTF-8: rename it first
    [exit 2]
    ");
}

#[test]
fn the_bytes_come_out_as_they_went_in() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let bytes: Vec<u8> = (0..=255).cycle().take(600_000).collect();
    let file = desk.write("all bytes.bin", &bytes);
    desk.done(&["evidence", "add", &id, &file]);
    insta::assert_snapshot!(desk.run(&["evidence", "extract", &id, "E1"]), @"
    [stderr]
    error: `./all bytes.bin` is there already
    hint: nothing was replaced; give another name with `--out`
    [exit 1]
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "extract", &id, "E1", "--out", "copy.bin"]), @"
    [stderr]
    E1 is in copy.bin.
    ");
    assert!(std::fs::read(desk.path("home/copy.bin")).unwrap() == bytes);
    let output = desk
        .command(&["evidence", "extract", &id, "E1", "--out", "-"])
        .output()
        .unwrap();
    assert!(output.stdout == bytes);
}

#[test]
fn the_same_file_is_kept_once() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let file = desk.write("ack.txt", "hello");
    let copy = desk.write("copy.txt", "hello");
    desk.done(&["evidence", "add", &id, &file]);
    insta::assert_snapshot!(desk.run(&["evidence", "add", &id, &copy]), @r#"
    [stderr]
    Already there: E1, copy.txt.
    "#);
    assert_eq!(desk.exported(&id)["evidence"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_confidential_is_said_to_be() {
    let desk = Sandbox::french();
    let id = desk.new_from("refund-special-circumstances.toml");
    let file = desk.write("certificat.pdf", b"%PDF-1.4\n");
    let args = [
        "evidence",
        "add",
        &id,
        &file,
        "--kind",
        "certificate",
        "--confidential",
    ];
    insta::assert_snapshot!(desk.run(&args), @r#"
    [stderr]
    Ajouté : E1, certificat.pdf.
    "#);
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id]), @"E1  (nom non montré) (Attestation ou certificat, 9 o, sha256 e5c62df5dab5, confidentiel)");
}

#[test]
fn evidence_that_is_not_a_file_is_refused_and_nothing_is_kept() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let file = desk.write("ack.txt", "hello");
    insta::assert_snapshot!(desk.run(&["evidence", "add", &id, &file, "nope.pdf"]), @r#"
    [stderr]
    error: there is no file `nope.pdf`
    hint: a name with spaces goes in quotes: `"my receipt.pdf"`
    [exit 1]
    "#);
    insta::assert_snapshot!(desk.run(&["evidence", "add", &id, &file, "--kind", "photograph"]), @"
    [stderr]
    error: `photograph` is not a known kind of evidence
    hint: one of: photo, screenshot, video, receipt, invoice, contract, message, letter, tracking, proof-of-sending, statement, certificate, other
    [exit 2]
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "add", "7", &file]), @r#"
    [stderr]
    error: there is no claim 7
    hint: claimctl list --all
    [exit 3]
    "#);
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id]), @"
    [stderr]
    No evidence in this claim.
    ");
}

#[test]
fn what_a_crash_left_in_the_waiting_room_is_cleared_by_the_next_file() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let (one, two) = (desk.write("one.txt", "1"), desk.write("two.txt", "2"));
    desk.done(&["evidence", "add", &id, &one]);
    let sha256 = desk.exported(&id)["evidence"][0]["sha256"].clone();
    let place = desk.vault_file(sha256.as_str().unwrap());
    let waiting = desk.db().with_file_name("evidence/.incoming-claims.db");
    // Killed between the row and the place; between the name and the row; in the middle of the bytes.
    let offered = format!("{}.1", sha256.as_str().unwrap());
    std::fs::rename(&place, waiting.join(offered)).unwrap();
    std::fs::write(waiting.join(format!("{}.2", "ab".repeat(32))), "nobody's").unwrap();
    std::fs::write(waiting.join("3.part"), "half a f").unwrap();
    insta::assert_snapshot!(desk.run(&["evidence", "verify", "--all"]), @"
    [stderr]
    1 file checked: it is what it was.
    ");
    desk.done(&["evidence", "add", &id, &two]);
    assert!(place.exists());
    assert_eq!(std::fs::read_dir(&waiting).unwrap().count(), 0);
    insta::assert_snapshot!(desk.run(&["evidence", "verify", "--all"]), @"
    [stderr]
    2 files checked: all are what they were.
    ");
}

#[test]
fn a_vault_that_cannot_be_written_keeps_nothing() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let file = desk.write("one.txt", "1");
    std::fs::write(desk.db().with_file_name("evidence"), "in the way").unwrap();
    insta::assert_snapshot!(desk.run(&["evidence", "add", &id, &file]), @"
    [stderr]
    error: cannot write `[SANDBOX]/data/claimctl/evidence/.incoming-claims.db`
    caused by: the system says: Not a directory (os error 20)
    [exit 1]
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id]), @"
    [stderr]
    No evidence in this claim.
    ");
}
