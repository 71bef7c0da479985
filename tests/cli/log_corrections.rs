//! `claimctl log --corrects`: what an event replaces or takes back.

use super::sandbox::Sandbox;

#[test]
fn an_event_is_corrected_by_a_later_one_and_taken_back_by_undone() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--on",
        "2026-11-08",
        "--corrects",
        "3",
    ]);
    let due = |desk: &Sandbox| -> Vec<String> {
        let claim = desk.exported(&id);
        let all = claim["deadlines"].as_array().unwrap();
        let mediator = all
            .iter()
            .find(|d| d["rule"] == "law/fr/mediation#mediator-by");
        mediator.iter().map(|d| d["due_on"].to_string()).collect()
    };
    // A year after the first written complaint.
    assert_eq!(due(&desk), ["\"2027-11-08\""]);
    desk.done(&["log", &id, "undone", "--corrects", "5"]);
    // The correction is gone: the first message counts again.
    assert_eq!(due(&desk), ["\"2027-11-09\""]);
    insta::assert_snapshot!(desk.run(&["log", &id, "contacted", "--corrects", "77"]), @r#"
    [stderr]
    error: this claim has no event 77
    hint: claimctl show 1
    [exit 3]
    "#);
    insta::assert_snapshot!(desk.run(&["log", &id, "undone"]), @r#"
    [stderr]
    error: say which event is taken back
    hint: claimctl log 1 undone --corrects NUMBER
    [exit 2]
    "#);
}

#[test]
fn a_correction_says_what_it_replaces_and_keeps_what_it_does_not_say_anew() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    desk.done(&[
        "log",
        &id,
        "delivered",
        "--on",
        "2026-11-12",
        "--note",
        "by the lift",
    ]);
    let output = desk.run(&["log", &id, "tracking-delivered", "--corrects", "5"]);
    assert!(
        output.stderr.starts_with(
            "Logged: Parcel delivered according to the tracking, 12 November 2026.\nIn place of no. 5: Parcel received, 12 November 2026.\n"
        ),
        "{output}"
    );
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--corrects",
        "3",
        "--on",
        "2026-11-10",
    ]);
    let claim = desk.exported(&id);
    let events = claim["events"].as_array().unwrap();
    let of = |kind: &str| events.iter().rev().find(|e| e["kind"] == kind).unwrap();
    assert_eq!(of("contacted")["channel"], "platform");
    assert_eq!(of("tracking-delivered")["note"], "by the lift");
    let output = desk.run(&["log", &id, "undone", "--corrects", "6"]);
    assert!(
        output.stderr.contains(
            "Taken back: no. 6, Parcel delivered according to the tracking, 12 November 2026."
        ),
        "{output}"
    );
    let mut refused = String::new();
    for [event, no] in [
        ["contacted", "3"],
        ["delivered", "6"],
        ["delivered", "8"],
        ["note", "7"],
        ["undone", "6"],
    ] {
        refused += &desk.run(&["log", &id, event, "--corrects", no]).to_string();
    }
    insta::assert_snapshot!(refused, @"
    [stderr]
    error: event 3 was replaced by no. 7
    hint: claimctl log 1 contacted --corrects 7
    [exit 2]
    [stderr]
    error: event 6 was taken back by no. 8
    hint: claimctl log 1 tracking-delivered --on DATE
    [exit 2]
    [stderr]
    error: event 8 takes back no. 6, which can only be logged anew
    hint: claimctl log 1 tracking-delivered --on DATE
    [exit 2]
    [stderr]
    error: `note` cannot take the place of `contacted` (no. 7)
    hint: claimctl log 1 undone --corrects 7
    [exit 2]
    [stderr]
    error: event 6 was taken back by no. 8
    hint: claimctl log 1 tracking-delivered --on DATE
    [exit 2]
    ");
}
