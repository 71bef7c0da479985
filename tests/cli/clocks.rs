//! Clocks that move: the user's own date, an extension, a pause, each with its reason and both dates.

use super::sandbox::Sandbox;

const AMAZON: &str = "a-to-z-by";

fn claim(desk: &Sandbox) -> String {
    desk.new_from("amazon-not-received.toml")
}

fn deadline(desk: &Sandbox, id: &str) -> serde_json::Value {
    let claim = desk.exported(id);
    let deadlines = claim["deadlines"].as_array().unwrap();
    let rule = format!("platform/amazon#{AMAZON}");
    deadlines
        .iter()
        .find(|d| d["rule"] == rule)
        .unwrap()
        .clone()
}

#[test]
fn ones_own_date_wins_and_is_marked_as_such() {
    let desk = Sandbox::english();
    let id = claim(&desk);
    let output = desk.run(&[
        "log",
        &id,
        "own-date",
        "--rule",
        AMAZON,
        "--on",
        "2027-01-20",
    ]);
    assert_eq!(output.code, 0, "{output}");
    let found = deadline(&desk, &id);
    assert_eq!(found["due_on"], "2027-01-20");
    assert_eq!(found["moved_from"], "2027-02-03");
    assert_eq!(found["source"]["basis"], "yours");
    let why = desk.done(&["why", &id, AMAZON]);
    for line in [
        "the date of your order or contract, which wins (no. 5 in the log) → 20 January 2027",
        "Before that change: 3 February 2027.",
        "your contract",
    ] {
        assert!(why.contains(line), "{line} is not in\n{why}");
    }
    let show = desk.done(&["show", &id]);
    assert!(show.contains("2027-01-20 (before: 2027-02-03)"), "{show}");
}

#[test]
fn an_extension_and_a_pause_say_their_reason_and_keep_the_days_that_were_left() {
    let mut desk = Sandbox::english();
    let id = claim(&desk);
    let extended = [
        "log",
        &id,
        "extended",
        "--rule",
        AMAZON,
        "--until",
        "2027-02-20",
        "--reason",
        "Amazon agreed by chat",
    ];
    assert_eq!(desk.run(&extended).code, 0);
    desk.on("2027-02-10");
    let paused = [
        "log",
        &id,
        "paused",
        "--rule",
        AMAZON,
        "--reason",
        "waiting for a report",
    ];
    assert_eq!(desk.run(&paused).code, 0);
    assert_eq!(deadline(&desk, &id)["paused_on"], "2027-02-10");
    // Long after the day it would have ended, it has not been missed.
    desk.on("2027-03-12");
    assert_eq!(deadline(&desk, &id)["state"], "open");
    assert!(
        desk.done(&["show", &id])
            .contains("paused since 2027-02-10")
    );
    // Which clock goes on needs no saying: the one that was paused.
    assert_eq!(desk.run(&["log", &id, "resumed"]).code, 0);
    assert_eq!(deadline(&desk, &id)["due_on"], "2027-03-22");
    let why = desk.done(&["why", &id, AMAZON]);
    for line in [
        "time extended (no. 5 in the log: “Amazon agreed by chat”) → 20 February 2027",
        "paused for 30 days, from 10 February 2027 to 12 March 2027 (no. 6 in the log: “waiting for a report”) → 22 March 2027",
        "Before that change: 3 February 2027.",
    ] {
        assert!(why.contains(line), "{line} is not in\n{why}");
    }
}

#[test]
fn which_clock_is_meant_must_be_clear() {
    let desk = Sandbox::english();
    let id = claim(&desk);
    let output = desk.run(&["log", &id, "paused"]);
    assert_eq!(output.code, 2);
    assert!(
        output
            .stderr
            .starts_with("error: say which deadline is moved"),
        "{output}"
    );
    assert!(
        output.stderr.contains("platform/amazon#a-to-z-by"),
        "{output}"
    );
    let output = desk.run(&[
        "log",
        &id,
        "extended",
        "--rule",
        "nothing-like-it",
        "--until",
        "2027-02-20",
    ]);
    assert_eq!(output.code, 2, "{output}");
    let args = [
        "log",
        &id,
        "extended",
        "--rule",
        AMAZON,
        "--until",
        "2020-01-01",
    ];
    let output = desk.run(&args);
    assert_eq!(output.code, 2, "it ends before it is given: {output}");
    let output = desk.run(&["log", &id, "extended", "--rule", AMAZON]);
    assert_eq!(output.code, 2, "{output}");
    assert_eq!(deadline(&desk, &id)["due_on"], "2027-02-03");
}
