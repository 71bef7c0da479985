//! Offers and promises in the walk: what is asked, what is shown, what is logged.

use super::home::Home;
use super::pty::keys;
use super::walk::answer;
use super::walk_later::up_to;

const DAMAGED: &str = r#"
problem = "damaged"
wanted = "refund"
country = "FR"
seller = "Porcelaines du Nord"
seller_kind = "trader"
sale = "online"
item = "Service à thé"
item_kind = "goods"
order_ref = "PN-88"
amount = "46.20 EUR"
payment = "card"
description = "Three cups arrived in pieces."
ordered_on = 2026-11-02
delivered_on = 2026-11-10
contacted_on = 2026-11-12
"#;

#[track_caller]
fn home(events: &[&[&str]]) -> Home {
    let home = Home::new("en");
    let left = home.run(&["new", "--answers", "-"], DAMAGED);
    assert_eq!(left.code, Some(0), "{}", left.err);
    for event in events {
        let left = home.run(&[&["log", "1"], *event].concat(), "");
        assert_eq!(left.code, Some(0), "{}", left.err);
    }
    home
}

const OFFERED: &[&str] = &["offered", "--amount", "20", "--by", "2026-11-28"];

#[test]
fn something_else_is_asked_for_instead_of_an_offer() {
    let home = home(&[OFFERED]);
    let mut pty = home.terminal(&["offer", "1"]);
    up_to(&mut pty, "? What is your answer");
    pty.send(keys::UP);
    answer(&mut pty, "❯ I ask for something else", keys::ENTER);
    pty.wait_for("? What do you ask for instead");
    // No more than what is on offer is no counter-offer.
    pty.send("15\r");
    pty.wait_for("€15.00 is no more than the €20.00 on offer");
    for _ in 0..2 {
        pty.send(keys::BACKSPACE);
    }
    pty.send("35\r");
    pty.wait_gone("? What do you ask for instead");
    let letter = up_to(&mut pty, "? Have you done it");
    assert!(
        letter.contains("I propose a partial refund of €35.00"),
        "{letter}"
    );
    pty.send(keys::ENTER);
    answer(&mut pty, "? By which channel", keys::ENTER);
    pty.wait_for("Logged: Offer refused, 20 November 2026");
    pty.wait_for("Command:");
    pty.assert_left_clean(0);
    let event = home.claims()[0]["events"]
        .as_array()
        .unwrap()
        .last()
        .cloned()
        .unwrap();
    assert_eq!(event["kind"], "offer-refused");
    assert_eq!(event["amount"]["value"], "35.00");
    assert_eq!(event["channel"], "email");
    assert_eq!(event["by"], "2026-11-28");
    assert_eq!(event["evidence"], serde_json::json!(["E1"]));
}

#[test]
fn an_answer_that_was_not_sent_is_not_logged() {
    let home = home(&[OFFERED]);
    let before = home.log();
    let mut pty = home.terminal(&["offer", "1"]);
    up_to(&mut pty, "? What is your answer");
    for _ in 0..3 {
        pty.send(keys::UP);
    }
    answer(&mut pty, "❯ I accept", keys::ENTER);
    pty.wait_gone("? What is your answer");
    up_to(&mut pty, "? Have you done it");
    for _ in 0..2 {
        pty.send(keys::DOWN);
    }
    answer(&mut pty, "❯ Not yet", keys::ENTER);
    pty.assert_left_clean(0);
    assert_eq!(home.log(), before);
    // Enter alone decides nothing.
    let mut pty = home.terminal(&["offer", "1"]);
    up_to(&mut pty, "? What is your answer");
    pty.wait_for("❯ I will decide later");
    pty.send(keys::ENTER);
    pty.assert_left_clean(0);
    assert_eq!(home.log(), before);
}

#[test]
fn an_offer_that_was_answered_is_shown_and_nothing_asked() {
    let home = home(&[OFFERED, &["offer-refused"]]);
    let mut pty = home.terminal(&["offer", "1"]);
    pty.wait_for("Tribunal judiciaire");
    pty.assert_left_clean(0);
}

const CALLED: &[&str] = &[
    "promised",
    "--channel",
    "phone",
    "--who",
    "Ms Roy",
    "--remedy",
    "refund",
    "--amount",
    "46.20",
    "--by",
    "2026-11-25",
];

#[test]
fn a_promise_by_telephone_is_confirmed_at_once() {
    let home = home(&[]);
    let mut pty = home.terminal(&[&["log", "1"], CALLED].concat());
    answer(
        &mut pty,
        "? It was only said: write the message",
        keys::ENTER,
    );
    let letter = up_to(&mut pty, "? Have you done it");
    assert!(
        letter.contains("you promised me a refund of €46.20"),
        "{letter}"
    );
    // It was only asked for: Enter alone says nothing of having sent it.
    pty.wait_for("❯ Not yet");
    pty.send(keys::UP);
    pty.send(keys::UP);
    answer(&mut pty, "❯ Yes, today", keys::ENTER);
    answer(&mut pty, "? By which channel", keys::ENTER);
    answer(&mut pty, "? Is there a file that proves it", keys::ENTER);
    pty.wait_for("Logged: Note");
    pty.wait_for("Command:");
    pty.assert_left_clean(0);
    assert_eq!(
        home.log(),
        ["ordered", "delivered", "contacted", "promised", "note"]
    );
    let event = home.claims()[0]["events"][4].clone();
    assert_eq!(event["note"], "Confirmation of a conversation");
    assert_eq!(event["evidence"], serde_json::json!(["E1"]));
    assert_eq!(event["by"], serde_json::Value::Null);
}

#[test]
fn the_walk_asks_how_a_promise_was_made_and_confirms_what_was_only_said() {
    let home = home(&[]);
    let mut pty = home.terminal(&["next"]);
    pty.wait_for("? What has happened since");
    pty.send(keys::DOWN);
    answer(&mut pty, "❯ Answer received", keys::DOWN);
    answer(&mut pty, "❯ Promise received", keys::ENTER);
    answer(&mut pty, "? On which day", keys::ENTER);
    answer(&mut pty, "? What did they say", "The money comes.\r");
    answer(&mut pty, "? By which date", "2026-11-25\r");
    pty.wait_for("? How did they say it");
    for _ in 0..2 {
        pty.send(keys::DOWN);
    }
    answer(&mut pty, "❯ Phone", keys::ENTER);
    answer(&mut pty, "? Who said it", "Ms Roy\r");
    pty.wait_for("? It was only said");
    pty.send(keys::DOWN);
    answer(&mut pty, "❯ No", keys::ENTER);
    pty.assert_left_clean(0);
    let event = home.claims()[0]["events"]
        .as_array()
        .unwrap()
        .last()
        .cloned()
        .unwrap();
    assert_eq!(event["kind"], "promised");
    assert_eq!(event["channel"], "phone");
    assert_eq!(event["said_by"], "Ms Roy");
}

#[test]
fn the_walk_asks_what_is_offered() {
    let home = home(&[]);
    let mut pty = home.terminal(&["next"]);
    pty.wait_for("? What has happened since");
    for _ in 0..2 {
        pty.send(keys::DOWN);
    }
    answer(&mut pty, "❯ Promise received", keys::DOWN);
    answer(&mut pty, "❯ Offer received", keys::ENTER);
    answer(&mut pty, "? On which day", keys::ENTER);
    answer(&mut pty, "? What did they say", "\r");
    answer(&mut pty, "? What do they offer", "20\r");
    answer(&mut pty, "? By which date", "\r");
    answer(&mut pty, "? How did they say it", keys::ENTER);
    pty.wait_for("Command: claimctl offer 1");
    pty.assert_left_clean(0);
    let event = home.claims()[0]["events"]
        .as_array()
        .unwrap()
        .last()
        .cloned()
        .unwrap();
    assert_eq!(event["amount"]["value"], "20.00");
    assert_eq!(event["channel"], "email");
}

#[test]
fn a_promise_is_asked_about_when_its_day_has_come() {
    let mut home = home(&[CALLED]);
    home.today = "2026-11-25";
    let mut pty = home.terminal(&["next"]);
    let screen = pty.wait_for("? Has it been done");
    assert!(
        screen.contains("Promise received, 20 November 2026 (Ms Roy), for 25 November 2026"),
        "{screen}"
    );
    pty.send(keys::UP);
    pty.send(keys::UP);
    answer(&mut pty, "❯ Yes", keys::ENTER);
    answer(&mut pty, "? On which day", keys::ENTER);
    answer(&mut pty, "? How much", keys::ENTER);
    pty.wait_for("Logged: Refund received, 25 November 2026");
    pty.wait_for("Command:");
    pty.assert_left_clean(0);
    let event = home.claims()[0]["events"]
        .as_array()
        .unwrap()
        .last()
        .cloned()
        .unwrap();
    assert_eq!(event["amount"]["value"], "46.20");
}

#[test]
fn a_broken_promise_goes_into_the_next_letter() {
    let mut home = home(&[CALLED]);
    home.today = "2026-11-27";
    let mut pty = home.terminal(&["next"]);
    pty.wait_for("? Has it been done");
    pty.send(keys::UP);
    answer(&mut pty, "❯ No", keys::ENTER);
    pty.wait_gone("? Has it been done");
    let screen = up_to(&mut pty, "? Have you done it");
    assert!(
        screen.contains("(Ms Roy), you promised me a refund"),
        "{screen}"
    );
    assert!(
        screen.contains("That promise has not been kept."),
        "{screen}"
    );
    pty.send(keys::CTRL_C);
    pty.assert_left_clean(130);
    // Who does not know yet goes on with the claim as it is.
    home.today = "2026-11-25";
    let mut pty = home.terminal(&["next"]);
    pty.wait_for("❯ I do not know yet");
    answer(&mut pty, "? Has it been done", keys::ENTER);
    pty.wait_for("? What has happened since");
    pty.send(keys::ENTER);
    pty.assert_left_clean(0);
    assert_eq!(home.log().len(), 4);
}
