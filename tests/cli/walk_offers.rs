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
    up_to(&mut pty, "? Have you done it");
    for _ in 0..2 {
        pty.send(keys::DOWN);
    }
    answer(&mut pty, "❯ Not yet", keys::ENTER);
    pty.assert_left_clean(0);
    assert_eq!(home.log(), before);
    // Enter alone decides nothing.
    let mut pty = home.terminal(&["offer", "1"]);
    up_to(&mut pty, "❯ I will decide later");
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
