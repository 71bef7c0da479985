//! `claimctl undo`: every change has a way back.

use super::sandbox::Sandbox;

#[test]
fn the_last_change_is_taken_back_and_the_one_before_it() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let before = desk.exported(&id);
    desk.done(&["edit", &id, "order_ref=403-9", "title=The lamp"]);
    let file = desk.write("ack.txt", "hello");
    desk.done(&["log", &id, "note", "--note", "called", "--file", &file]);
    desk.done(&["evidence", "note", &id, "E1", "the answer"]);
    desk.done(&["evidence", "remove", &id, "E1"]);
    let list = desk.run(&["undo", "--list"]).to_string();
    let without_hour = list
        .lines()
        .map(|line| line.split_once("  ").map_or(line, |(_, rest)| rest));
    insta::assert_snapshot!(without_hour.collect::<Vec<_>>().join("\n"), @"
    claim 1: E1 removed
    claim 1: what is noted of E1
    claim 1: Note, 20 November 2026 · E1 added
    claim 1: the order number · the title
    claim 1: opened, The lamp
    ");
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    Taken back in claim 1: E1 removed.
    Next: Send your withdrawal to the seller
    Command: claimctl letter 1 withdrawal
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id]), @"E1  ack.txt (Other, 5 B, sha256 2cf24dba5fb0) – the answer");
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    Taken back in claim 1: what is noted of E1.
    Next: Send your withdrawal to the seller
    Command: claimctl letter 1 withdrawal
    ");
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    Taken back in claim 1: Note, 20 November 2026 · E1 added.
    Next: Send your withdrawal to the seller
    Command: claimctl letter 1 withdrawal
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "list", &id, "--all"]), @"E1  ack.txt (Other, 5 B, sha256 2cf24dba5fb0, removed on 20 November 2026)");
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    Taken back in claim 1: the order number · the title.
    Next: Send your withdrawal to the seller
    Command: claimctl letter 1 withdrawal
    ");
    let mut after = desk.exported(&id);
    // The number of the evidence is never given again.
    after["evidence"] = before["evidence"].clone();
    assert_eq!(after, before);
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    Taken back in claim 1: opened, Lampe commandée en double.
    Claim 1 is closed as abandoned. To remove it completely: claimctl forget 1
    ");
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    There is nothing to take back.
    ");
}

#[test]
fn a_closed_claim_is_open_again_and_the_log_says_so() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    desk.done(&["log", &id, "cancelled", "--channel", "email"]);
    desk.done(&[
        "close",
        &id,
        "--outcome",
        "cancelled",
        "--confirmation-kept",
        "yes",
    ]);
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    Annulé dans le dossier 1 : Dossier clos, 20 novembre 2026.
    Ouvert dès maintenant : Rétractation.
    Ouvert dès maintenant : Message à la boutique.
    S’ouvre le 6 décembre 2026 : Rétrofacturation de la carte.
    À faire : Envoyez votre rétractation au vendeur
    À taper : claimctl letter 1 withdrawal
    ");
    assert_eq!(desk.exported(&id)["closed_on"], serde_json::Value::Null);
    let json = desk.json(&["undo", "--list", "--format", "json"]);
    assert_eq!(json["schema"], "claimctl/changes/1");
    assert_eq!(
        json["changes"][0]["what"][0],
        "Annulation demandée, 20 novembre 2026"
    );
}

#[test]
fn a_desk_that_is_not_there_is_not_made() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    There is nothing to take back.
    ");
    insta::assert_snapshot!(desk.run(&["undo", "--list"]), @"
    [stderr]
    There is nothing to take back.
    ");
    assert!(!desk.db().exists());
}
