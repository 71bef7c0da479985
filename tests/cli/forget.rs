//! `claimctl forget` and `evidence purge`: what is to be gone is gone, and only that.

use super::sandbox::Sandbox;

/// Whether any file below the data folder holds these bytes.
fn holds(desk: &Sandbox, bytes: &str) -> bool {
    fn walk(folder: &std::path::Path, bytes: &[u8]) -> bool {
        std::fs::read_dir(folder).unwrap().flatten().any(|entry| {
            let path = entry.path();
            match path.is_dir() {
                true => walk(&path, bytes),
                false => std::fs::read(&path)
                    .unwrap()
                    .windows(bytes.len())
                    .any(|part| part == bytes),
            }
        })
    }
    walk(desk.db().parent().unwrap(), bytes.as_bytes())
}

#[test]
fn a_purged_file_leaves_hash_kind_and_day() {
    let desk = Sandbox::english();
    let id = desk.new_from("refund-special-circumstances.toml");
    let secret = desk.write("diagnosis-xyzzy.txt", "the secret of plugh");
    let receipt = desk.write("receipt.txt", "12 EUR");
    desk.done(&[
        "evidence",
        "add",
        &id,
        &secret,
        "--kind",
        "certificate",
        "--confidential",
        "--proves",
        "the fracture frobozz",
    ]);
    desk.done(&["evidence", "add", &id, &receipt, "--kind", "receipt"]);
    assert!(holds(&desk, "plugh") && holds(&desk, "xyzzy") && holds(&desk, "frobozz"));
    insta::assert_snapshot!(desk.run(&["evidence", "purge", &id]), @"
    [stderr]
    error: this cannot be taken back, and there is nobody to ask
    hint: add --yes if you mean it
    [exit 2]
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "purge", &id, "--yes"]), @"
    [stderr]
    E1 was deleted for good. Hash, kind and days stay.
    Out of reach: backups and exports made before, copies that you sent, the disk’s own snapshots.
    ");
    for word in ["plugh", "xyzzy", "frobozz"] {
        assert!(!holds(&desk, word), "{word}");
    }
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id]), @"
    E1  (name not shown) (Certificate, 19 B, sha256 dcc6cf2eb8d9, confidential, deleted for good on 20 November 2026)
    E2  receipt.txt (Receipt, 6 B, sha256 018fbb9d0c43)
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "purge", &id, "--yes"]), @"
    [stderr]
    There is nothing to delete.
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "extract", &id, "E1"]), @"
    [stderr]
    error: E1 was deleted for good on 20 November 2026
    [exit 1]
    ");
    desk.done(&["evidence", "verify", "--all"]);
    // What is not confidential may still have to prove something.
    insta::assert_snapshot!(desk.run(&["evidence", "purge", &id, "E2", "--yes"]), @"
    [stderr]
    error: what is not confidential may still have to prove something, and it is not known until when
    hint: claimctl evidence purge 1 without a number deletes the confidential files; --force deletes the others too
    [exit 1]
    ");
    // What was purged does not come back by taking back what was done to it.
    desk.done(&["undo"]);
    desk.done(&["undo"]);
    assert!(!holds(&desk, "frobozz"));
    desk.done(&["evidence", "verify", "--all"]);
}

#[test]
fn a_file_of_two_claims_stays_until_both_let_go() {
    let desk = Sandbox::english();
    let (one, two) = (
        desk.new_from("cancel-order.toml"),
        desk.new_from("refund-ticket.toml"),
    );
    let file = desk.write("shared.txt", "plugh");
    desk.done(&["evidence", "add", &one, &file, "--confidential"]);
    desk.done(&["evidence", "add", &two, &file, "--confidential"]);
    desk.done(&["evidence", "purge", &one, "--yes"]);
    assert!(holds(&desk, "plugh"));
    insta::assert_snapshot!(desk.run(&["evidence", "verify", "--all"]), @"
    [stderr]
    1 file checked: it is what it was.
    ");
    desk.done(&["forget", &two, "--yes"]);
    assert!(!holds(&desk, "plugh"));
}

#[test]
fn a_forgotten_claim_leaves_nothing_but_its_number() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    desk.done(&["edit", &id, "order_ref=XYZZY-1"]);
    desk.done(&["log", &id, "note", "--note", "frobozz"]);
    insta::assert_snapshot!(desk.run(&["forget", &id]), @"
    [stderr]
    erreur : c’est irréversible, et il n’y a personne à qui le demander
    conseil : ajoutez --yes si vous êtes sûr de vous
    [exit 2]
    ");
    insta::assert_snapshot!(desk.run(&["forget", &id, "--yes"]), @"
    [stderr]
    Le dossier 1 (Lampe commandée en double) est supprimé. Son numéro ne sera plus donné.
    Hors d’atteinte : les sauvegardes et exports déjà faits, les copies envoyées, les instantanés du disque.
    ");
    assert!(!holds(&desk, "XYZZY") && !holds(&desk, "frobozz"));
    insta::assert_snapshot!(desk.run(&["show", &id]), @"
    [stderr]
    erreur : il n’y a pas de dossier 1
    conseil : claimctl list --all
    [exit 3]
    ");
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    Il n’y a rien à annuler.
    ");
    assert_eq!(desk.new_from("cancel-order.toml"), "2");
}

#[test]
fn closing_says_that_confidential_files_are_kept() {
    let desk = Sandbox::english();
    let id = desk.new_from("refund-special-circumstances.toml");
    let secret = desk.write("certificate.txt", "secret");
    desk.done(&["evidence", "add", &id, &secret, "--confidential"]);
    insta::assert_snapshot!(desk.run(&["close", &id, "--outcome", "abandoned"]), @"
    [stderr]
    Claim 1 closed: Abandoned.
    Confidential files are still kept: E1. To delete them: claimctl evidence purge 1
    ");
}

#[test]
fn what_was_purged_and_is_given_again_is_as_good_as_new() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let file = desk.write("ack.txt", "hello");
    desk.done(&["evidence", "add", &id, &file]);
    desk.done(&["evidence", "purge", &id, "E1", "--force", "--yes"]);
    desk.done(&["evidence", "add", &id, &file, "--kind", "message"]);
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id]), @"E1  ack.txt (Message, 5 B, sha256 2cf24dba5fb0)");
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    Taken back in claim 1: E1 added.
    Next: Send your withdrawal to the seller
    Command: claimctl letter 1 withdrawal
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id, "--all"]), @"E1  ack.txt (Message, 5 B, sha256 2cf24dba5fb0, removed on 20 November 2026)");
    // Of the first time nothing is left: what is taken back next is the claim itself.
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    Taken back in claim 1: opened, Lampe commandée en double.
    Claim 1 is closed as abandoned. To remove it completely: claimctl forget 1
    ");
}

#[test]
fn a_desk_in_the_same_folder_keeps_what_it_needs() {
    let desk = Sandbox::english();
    let answers = desk.write(
        "answers.toml",
        std::fs::read_to_string("examples/cancel-order.toml").unwrap(),
    );
    let file = desk.write("shared.txt", "plugh");
    for db in ["a.db", "b.db"] {
        desk.done(&["--db", db, "new", "--answers", &answers]);
        desk.done(&["--db", db, "evidence", "add", "1", &file]);
    }
    desk.done(&[
        "--db", "a.db", "evidence", "purge", "1", "E1", "--force", "--yes",
    ]);
    insta::assert_snapshot!(desk.run(&["--db", "b.db", "evidence", "verify", "--all"]), @"
    [stderr]
    1 file checked: it is what it was.
    ");
    insta::assert_snapshot!(desk.run(&["--db", "a.db", "evidence", "verify", "--all"]), @"
    [stderr]
    There is no evidence to check.
    ");
    desk.done(&["--db", "b.db", "forget", "1", "--yes"]);
    assert_eq!(
        std::fs::read_dir(desk.path("home/evidence/6c"))
            .unwrap()
            .count(),
        0
    );
}
