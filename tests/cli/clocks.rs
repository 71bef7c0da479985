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

#[test]
fn a_clock_that_does_not_run_is_not_moved() {
    let desk = Sandbox::english();
    let id = claim(&desk);
    let refused = [
        // A rule of a playbook that fits, but not this problem.
        [
            "extended",
            "law/fr/delivery#refund-by",
            "--until=2027-02-20",
        ],
        ["own-date", "platform/amazon#return-by", "--on=2027-02-20"],
        // Nothing was returned, and the contract has not been ended.
        ["paused", "refund-by", "--on=2026-11-20"],
    ];
    let mut said = String::new();
    for [event, rule, day] in refused {
        said += &desk
            .run(&["log", &id, event, "--rule", rule, day])
            .to_string();
    }
    insta::assert_snapshot!(said, @"
    [stderr]
    error: the time of `law/fr/delivery#refund-by` does not run yet: the day of the termination is missing
    hint: claimctl log 1 terminated --on DATE
    [exit 2]
    [stderr]
    error: `platform/amazon#return-by` sets no day for this claim
    hint: one of: law/fr/delivery#deliver-by, platform/amazon#seller-answer, platform/amazon#a-to-z-by, payment/card#not-received-by, law/fr/mediation#mediator-by, law/fr/mediation#limitation, payment/card#not-received-opens, platform/amazon#a-to-z-opens, law/fr/mediation#mediator-opens
    [exit 2]
    [stderr]
    error: several rules of this claim end in `refund-by`
    hint: one of: law/fr/delivery#refund-by, law/fr/withdrawal#refund-by
    [exit 2]
    ");
    assert_eq!(desk.exported(&id)["events"].as_array().unwrap().len(), 4);
}

#[test]
fn a_pause_begins_once_and_ends_once() {
    let mut desk = Sandbox::english();
    let id = claim(&desk);
    let log = |desk: &Sandbox, event: &str, more: &[&str]| {
        let args = [&["log", &id, event], more].concat();
        desk.run(&args).to_string()
    };
    let rule = ["--rule", AMAZON];
    let mut said = log(&desk, "resumed", &[]);
    said += &log(&desk, "resumed", &rule);
    desk.done(&[&["log", &id, "paused", "--on", "2026-11-18"], &rule[..]].concat());
    said += &log(&desk, "paused", &rule);
    said += &log(&desk, "resumed", &["--on", "2026-11-17"]);
    said += &log(&desk, "resumed", &["--rule", "mediator-by"]);
    desk.done(&["log", &id, "resumed", "--on", "2026-11-19"]);
    assert_eq!(deadline(&desk, &id)["due_on"], "2027-02-04");
    said += &log(&desk, "resumed", &rule);
    said += &log(
        &desk,
        "extended",
        &["--rule", AMAZON, "--until", "2027-02-04"],
    );
    desk.on("2027-02-05");
    said += &log(&desk, "paused", &rule);
    insta::assert_snapshot!(said, @"
    [stderr]
    error: no deadline of this claim is paused on that day
    hint: claimctl show 1
    [exit 2]
    [stderr]
    error: no deadline of this claim is paused on that day
    hint: claimctl show 1
    [exit 2]
    [stderr]
    error: `platform/amazon#a-to-z-by` has been paused since 18 November 2026 (no. 5 in the log)
    hint: claimctl log 1 resumed --rule platform/amazon#a-to-z-by
    [exit 2]
    [stderr]
    error: that is not paused on that day; `platform/amazon#a-to-z-by` has been paused since 18 November 2026
    hint: claimctl log 1 resumed --rule platform/amazon#a-to-z-by
    [exit 2]
    [stderr]
    error: that is not paused on that day; `platform/amazon#a-to-z-by` has been paused since 18 November 2026
    hint: claimctl log 1 resumed --rule platform/amazon#a-to-z-by
    [exit 2]
    [stderr]
    error: no deadline of this claim is paused on that day
    hint: claimctl show 1
    [exit 2]
    [stderr]
    error: `platform/amazon#a-to-z-by` runs until 4 February 2027 anyway
    hint: claimctl log 1 own-date --rule platform/amazon#a-to-z-by --on DATE
    [exit 2]
    [stderr]
    error: `platform/amazon#a-to-z-by` ended on 4 February 2027: a pause after that brings nothing back
    hint: claimctl log 1 extended --rule platform/amazon#a-to-z-by --until DATE
    [exit 2]
    ");
    // Its day can still be put right.
    desk.done(&[
        "log",
        &id,
        "paused",
        "--corrects",
        "5",
        "--on",
        "2026-11-17",
    ]);
    assert_eq!(deadline(&desk, &id)["due_on"], "2027-02-05");
}
