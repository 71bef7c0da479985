//! `claimctl log ID answered --kind KIND`: what an answer amounts to, what it gives, and who said it.

use super::sandbox::Sandbox;

fn desk_with_a_message() -> (Sandbox, String) {
    let desk = Sandbox::english();
    let id = desk.new_from("parcel-never-came.toml");
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--on",
        "2026-11-10",
        "--channel",
        "email",
    ]);
    (desk, id)
}

#[test]
fn every_kind_of_answer_is_the_event_that_it_amounts_to() {
    let mut said = String::new();
    for kind in [
        "accepted",
        "offered",
        "refused",
        "asked-more",
        "promised",
        "silent",
    ] {
        let (desk, id) = desk_with_a_message();
        let output = desk.run(&["log", &id, "answered", "--kind", kind]);
        assert_eq!(output.code, 0, "{output}");
        let event = desk.exported(&id)["events"].as_array().unwrap().clone();
        let event = event.last().unwrap();
        said += &format!(
            "{kind}: {} {} {}\n",
            event["kind"], event["remedy"], event["note"]
        );
    }
    insta::assert_snapshot!(said, @r#"
    accepted: "promised" "refund" null
    offered: "offered" null null
    refused: "refused" null null
    asked-more: "information-requested" null null
    promised: "promised" null null
    silent: "note" null "Still no answer"
    "#);
}

#[test]
fn an_answer_keeps_what_it_gives_and_who_said_it() {
    let (desk, id) = desk_with_a_message();
    let output = desk.run(&[
        "log",
        &id,
        "answered",
        "--kind",
        "offered",
        "--amount",
        "20 EUR",
        "--remedy",
        "partial-refund",
        "--by",
        "2026-12-01",
        "--who",
        "Ms Roy",
        "--channel",
        "email",
    ]);
    insta::assert_snapshot!(output, @"
    [stderr]
    Logged: Offer received, 20 November 2026.
    By 1 December 2026, you: answer the offer.
    Next: Answer the offer you were made (by 1 December 2026 at the latest)
    Command: claimctl offer 1
    ");
    let log = desk.done(&["show", &id]);
    let line = log.lines().find(|line| line.contains("Offer received"));
    insta::assert_snapshot!(line.unwrap(), @"- 5  2026-11-20  Offer received (email, €20.00, partial refund, Ms Roy, by 1 December 2026)");
    // A correction keeps what it does not say anew; a refusal names no remedy.
    desk.done(&[
        "log",
        &id,
        "offered",
        "--amount",
        "25 EUR",
        "--corrects",
        "5",
    ]);
    let event = || {
        desk.exported(&id)["events"]
            .as_array()
            .unwrap()
            .last()
            .unwrap()
            .clone()
    };
    let kept = event();
    assert_eq!(
        (&kept["remedy"], &kept["said_by"], &kept["amount"]["value"]),
        (&"partial-refund".into(), &"Ms Roy".into(), &"25.00".into())
    );
    desk.done(&["log", &id, "refused", "--corrects", "6"]);
    assert_eq!(event()["remedy"], serde_json::Value::Null);
    assert_eq!(event()["said_by"], "Ms Roy");
}

#[test]
fn what_is_no_answer_is_refused_with_what_to_type() {
    let (desk, id) = desk_with_a_message();
    let mut said = String::new();
    for args in [
        &["refunded", "--kind", "offered"][..],
        &["answered", "--kind", "yes"],
        &["offered", "--remedy", "money"],
        &["refused", "--remedy", "refund"],
        &["shipped", "--who", "Ms Roy"],
    ] {
        said += &desk.run(&[&["log", &id], args].concat()).to_string();
    }
    insta::assert_snapshot!(said, @"
    [stderr]
    error: `--kind` is for an answer, not for `refunded`
    hint: claimctl log 1 answered --kind offered
    [exit 2]
    [stderr]
    error: `yes` is not a known kind of answer
    hint: one of: accepted, offered, refused, asked-more, promised, silent
    [exit 2]
    [stderr]
    error: `money` is not a known remedy
    hint: one of: refund, partial-refund, replacement, repair, delivery, cancellation, price-reduction
    [exit 2]
    [stderr]
    error: `refused` says nothing of --remedy
    hint: claimctl log 1 refused --note TEXT
    [exit 2]
    [stderr]
    error: `shipped` says nothing of --who
    hint: claimctl log 1 shipped --note TEXT
    [exit 2]
    ");
}
