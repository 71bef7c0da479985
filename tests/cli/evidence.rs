//! `claimctl evidence`: what proves the claim.

use super::sandbox::Sandbox;

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
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id]), @"E1  certificat.pdf (Attestation ou certificat, 9 o, sha256 e5c62df5dab5, confidentiel)");
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
    insta::assert_snapshot!(desk.run(&["evidence", "add", &id, "."]), @r#"
    [stderr]
    error: `.` is a folder: add the files in it one by one
    [exit 1]
    "#);
    insta::assert_snapshot!(desk.run(&["evidence", "add", &id, &file, "--kind", "photograph"]), @r#"
    [stderr]
    error: `photograph` is not a known kind of evidence
    hint: one of: photo, screenshot, video, receipt, invoice, contract, message, tracking, proof-of-sending, statement, certificate, other
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["evidence", "add", "7", &file]), @r#"
    [stderr]
    error: there is no claim 7
    hint: claimctl list --all
    [exit 3]
    "#);
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id]), @r#"
    [stderr]
    No evidence in this claim.
    "#);
}
