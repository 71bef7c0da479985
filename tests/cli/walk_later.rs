//! Later visits: the dispute when its day has come, an offer, the money.

use super::home::Home;
use super::pty::{Pty, keys};
use super::walk::answer;

/// A cup that came broken, bought from a shop of its own.
pub(crate) const DAMAGED: &str = r#"
problem = "damaged"
wanted = "refund"
country = "FR"
seller = "Porcelaines du Nord"
seller_kind = "trader"
sale = "online"
item = "Service à thé"
item_kind = "goods"
order_ref = "R-200"
amount = "46.20 EUR"
payment = "paypal"
description = "Deux tasses sur six sont arrivées cassées."
ordered_on = 2026-11-02
delivered_on = 2026-11-18
"#;

/// A parcel from AliExpress that has been late for a day: the seller comes first.
const SOON: &str = r#"
problem = "not-received"
wanted = "refund"
country = "FR"
platform = "aliexpress"
seller = "Bright Home Store"
seller_kind = "trader"
sale = "online"
item = "Guirlande"
item_kind = "goods"
order_ref = "3001"
amount = "18.49 EUR"
payment = "card"
ordered_on = 2026-11-12
shipped_on = 2026-11-14
latest_delivery_on = 2026-11-19
"#;

/// Reads page after page (once the question before is gone: it would be answered again), and leaves open what cannot be told, until a question comes.
#[track_caller]
pub(crate) fn up_to(pty: &mut Pty, question: &str) -> String {
    const WAITS: [&str; 2] = ["Enter for more", "Enter accept"];
    // What the screen waits for, with the line above it: the rows of a page arrive in pieces, lines scroll off the top, and
    // Enter must not be sent twice for one and the same row.
    let waits_for = |screen: &str| -> Option<String> {
        let lines: Vec<&str> = screen.lines().filter(|line| !line.is_empty()).collect();
        let asks = |line: &&str| line.starts_with("? ") || line.contains(WAITS[0]);
        let at = lines.iter().rposition(asks)?;
        let asked = lines[at.saturating_sub(1)..=at].join("\n");
        WAITS
            .iter()
            .any(|keys| screen.contains(keys))
            .then_some(asked)
    };
    for _ in 0..30 {
        let screen = pty.screen();
        if screen.contains(question) {
            return screen;
        }
        let Some(asked) = waits_for(&screen) else {
            pty.wait_changed(&screen);
            continue;
        };
        pty.send(keys::ENTER);
        let mut now = pty.screen();
        while waits_for(&now).is_none_or(|next| next == asked) && !now.contains(question) {
            now = pty.wait_changed(&now);
        }
    }
    panic!("{question} never comes:\n{}", pty.screen());
}

#[track_caller]
fn stored(answers: &str) -> Home {
    let home = Home::new("en");
    let left = home.run(&["new", "--answers", "-"], answers);
    assert_eq!(left.code, Some(0), "{}", left.err);
    home
}

#[test]
fn a_dispute_that_is_too_early_is_opened_when_its_day_has_come() {
    let mut home = stored(SOON);
    let mut pty = home.terminal(&["next"]);
    up_to(&mut pty, "? Have you done it");
    pty.send(keys::ENTER);
    answer(&mut pty, "? By which channel", keys::ENTER);
    pty.wait_for("Next:");
    pty.assert_left_clean(0);
    assert_eq!(home.log(), ["ordered", "shipped", "contacted"]);
    let mut pty = home.terminal(&["next"]);
    let screen = pty.wait_for("? What has happened since");
    assert!(screen.contains("Too early"), "{screen}");
    pty.send(keys::ENTER);
    pty.assert_left_clean(0);
    home.today = "2026-11-28";
    let mut pty = home.terminal(&["next"]);
    let screen = up_to(&mut pty, "? Have you done it");
    assert!(
        screen.contains("On 20 November 2026, through the platform’s messages"),
        "{screen}"
    );
    pty.send(keys::ENTER);
    answer(&mut pty, "? By which channel", keys::ENTER);
    pty.wait_for("Logged: Dispute opened, 28 November 2026");
    pty.wait_for("Command:");
    pty.assert_left_clean(0);
    let claim = &home.claims()[0];
    assert_eq!(claim["events"][3]["kind"], "dispute-opened");
    assert_eq!(claim["events"][3]["channel"], "platform");
}

#[test]
fn a_letter_that_was_only_read_proves_nothing_else() {
    let home = stored(DAMAGED);
    let mut pty = home.terminal(&["next"]);
    up_to(&mut pty, "? Have you done it");
    for _ in 0..3 {
        pty.send(keys::DOWN);
    }
    answer(&mut pty, "❯ Something else", keys::ENTER);
    pty.wait_for("? What has happened since");
    for _ in 0..12 {
        pty.send(keys::DOWN);
    }
    answer(&mut pty, "❯ Item sent back", keys::ENTER);
    answer(&mut pty, "? On which day", keys::ENTER);
    pty.wait_for("Command:");
    pty.assert_left_clean(0);
    assert_eq!(home.log().last().map(String::as_str), Some("returned"));
    assert_eq!(home.claims()[0]["evidence"].to_string(), "[]");
}

#[test]
fn an_offer_is_noted_and_answered() {
    for (down, kind) in [(0, "offer-accepted"), (1, "offer-refused")] {
        let home = stored(DAMAGED);
        for event in [
            &["log", "1", "contacted", "--channel", "email"][..],
            &["log", "1", "offered", "--note", "20 EUR back"][..],
        ] {
            let left = home.run(event, "");
            assert_eq!(left.code, Some(0), "{}", left.err);
        }
        let mut pty = home.terminal(&["next"]);
        up_to(&mut pty, "? What is your answer");
        for _ in 0..(3 - down) {
            pty.send(keys::UP);
        }
        let chosen = ["❯ I accept", "❯ I refuse"][down];
        answer(&mut pty, chosen, keys::ENTER);
        pty.wait_gone("? What is your answer");
        up_to(&mut pty, "? Have you done it");
        pty.send(keys::ENTER);
        answer(&mut pty, "? By which channel", keys::ENTER);
        pty.wait_for("Next:");
        pty.assert_left_clean(0);
        assert_eq!(home.log().last().map(String::as_str), Some(kind));
    }
}

#[test]
fn an_answer_that_came_is_noted_with_its_day() {
    let home = stored(DAMAGED);
    let left = home.run(&["log", "1", "contacted", "--channel", "email"], "");
    assert_eq!(left.code, Some(0), "{}", left.err);
    let mut pty = home.terminal(&["next"]);
    pty.wait_for("? What has happened since");
    pty.send(keys::DOWN);
    pty.send(keys::ENTER);
    // Escape at the day goes back, and logs nothing.
    answer(&mut pty, "? On which day", keys::ESCAPE);
    pty.wait_for("? What has happened since");
    pty.send(keys::DOWN);
    pty.send(keys::ENTER);
    answer(&mut pty, "? On which day", keys::ENTER);
    answer(&mut pty, "? What did they say", "We look into it.\r");
    pty.wait_for("Next:");
    pty.assert_left_clean(0);
    let claim = &home.claims()[0];
    let last = claim["events"].as_array().expect("events").last().cloned();
    let last = last.expect("an event");
    assert_eq!(last["kind"], "answered");
    assert_eq!(last["note"], "We look into it.");
}

#[test]
fn a_refund_that_came_closes_the_claim_with_its_checklist() {
    let home = stored(DAMAGED);
    for event in [
        &["log", "1", "contacted", "--channel", "email"][..],
        &["log", "1", "refunded", "--amount", "46.20 EUR"][..],
    ] {
        let left = home.run(event, "");
        assert_eq!(left.code, Some(0), "{}", left.err);
    }
    let mut pty = home.terminal(&["next"]);
    answer(&mut pty, "? Close the claim now", keys::ENTER);
    for _ in 0..12 {
        let screen = pty.screen();
        if home.claims()[0]["outcome"] == "refunded" {
            break;
        }
        if screen.contains("Enter accept") || screen.contains("y/n") {
            pty.send(keys::ENTER);
        }
        pty.wait_changed(&screen);
    }
    pty.assert_left_clean(0);
    let claim = &home.claims()[0];
    assert_eq!(claim["outcome"], "refunded");
    assert_eq!(claim["closed_on"], "2026-11-20");
}
