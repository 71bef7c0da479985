//! `claimctl log`: what happened, and what it changes.

use claimctl::domain::event::EventKind;

use super::sandbox::Sandbox;

#[test]
fn every_kind_of_event_is_logged_or_refused_with_what_to_type() {
    // A claim whose only event before today is its order.
    let answers = r#"
problem = "defective"
wanted = "refund"
country = "FR"
seller = "Atelier Lumen"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
amount = "89,90 €"
ordered_on = 2026-11-02
"#;
    let mut refused = String::new();
    for kind in EventKind::ALL {
        let desk = Sandbox::english();
        let id = desk.new_with(answers);
        let output = desk.run(&["log", &id, kind.id(), "--on", "2026-11-19"]);
        if output.code == 0 {
            assert!(output.stdout.is_empty(), "{kind}: {output}");
            assert!(output.stderr.starts_with("Logged: "), "{kind}: {output}");
            let claim = desk.exported(&id);
            let events = claim["events"].as_array().unwrap();
            let logged = events.iter().any(|e| e["kind"] == kind.id());
            assert!(logged, "{kind}: {events:?}");
        } else {
            refused += &format!("{kind}\n{output}");
        }
    }
    insta::assert_snapshot!(refused, @"");
}

#[test]
fn a_message_says_how_long_the_seller_has_and_when_the_dispute_opens() {
    let desk = Sandbox::english();
    let answers = std::fs::read_to_string(super::sandbox::example_file("amazon-not-received.toml"));
    let answers = answers.unwrap();
    let answers: Vec<&str> = answers
        .lines()
        .filter(|l| !l.starts_with("contacted") && !l.starts_with("answered"))
        .collect();
    let id = desk.new_with(&answers.join("\n"));
    let output = desk.run(&["log", &id, "contacted", "--channel", "platform"]);
    insta::assert_snapshot!(output, @"");
    let desk = Sandbox::french();
    let id = desk.new_with(&answers.join("\n"));
    let output = desk.run(&["log", &id, "contacted", "--channel", "platform"]);
    insta::assert_snapshot!(output, @"");
}

#[test]
fn an_event_is_no_day_that_lies_ahead_nor_before_the_order() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    insta::assert_snapshot!(desk.run(&["log", &id, "contacted", "--on", "2026-11-21"]), @"");
    insta::assert_snapshot!(desk.run(&["log", &id, "contacted", "--on", "2026-10-20"]), @"");
    desk.done(&["log", &id, "contacted", "--on", "2026-10-21"]);
    // What concerns the person may lie before the purchase.
    desk.done(&["log", &id, "life-event", "--on", "2026-01-05"]);
    let desk = Sandbox::french();
    let id = desk.new_from("aliexpress-damaged.toml");
    insta::assert_snapshot!(desk.run(&["log", &id, "contacted", "--on", "demain"]), @"");
}

#[test]
fn an_unknown_word_is_refused_with_the_nearest() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    insta::assert_snapshot!(desk.run(&["log", &id, "contcated"]), @"");
    insta::assert_snapshot!(desk.run(&["log", &id, "contacted", "--channel", "pigeon"]), @"");
    let output = desk.run(&["log", &id, "contacted", "--about", "platform/aliexpress#disputes"]);
    insta::assert_snapshot!(output, @"");
    let output = desk.run(&["log", &id, "contacted", "--on", "hier", "--at", "hier 18:00"]);
    insta::assert_snapshot!(output, @"");
}

#[test]
fn an_event_is_corrected_by_a_later_one_and_taken_back_by_undone() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    desk.done(&["log", &id, "contacted", "--on", "2026-11-08", "--corrects", "3"]);
    let due = |desk: &Sandbox| -> Vec<String> {
        let claim = desk.exported(&id);
        let all = claim["deadlines"].as_array().unwrap();
        let mediator = all.iter().find(|d| d["rule"] == "law/fr/mediation#mediator-by");
        mediator.iter().map(|d| d["due_on"].to_string()).collect()
    };
    // A year after the first written complaint.
    assert_eq!(due(&desk), ["\"2027-11-08\""]);
    desk.done(&["log", &id, "undone", "--corrects", "5"]);
    assert_eq!(due(&desk), [""; 0]);
    insta::assert_snapshot!(desk.run(&["log", &id, "contacted", "--corrects", "77"]), @"");
    insta::assert_snapshot!(desk.run(&["log", &id, "undone"]), @"");
}

#[test]
fn a_promise_is_tracked_and_overdue_after_its_day() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("refund-ticket.toml");
    desk.done(&["log", &id, "contacted", "--on", "2026-11-13", "--channel", "form"]);
    let output = desk.run(&["log", &id, "promised", "--by", "2026-11-24", "--note", "7 to 14 days"]);
    insta::assert_snapshot!(output, @"");
    let seen = |desk: &Sandbox| {
        let claim = desk.exported(&id);
        let all = claim["deadlines"].as_array().unwrap();
        let promise = all.iter().find(|d| d["source"]["basis"] == "yours").unwrap();
        format!("{} {} {}", promise["who"], promise["due_on"], promise["state"])
    };
    let mut days = Vec::new();
    for day in ["2026-11-23", "2026-11-24", "2026-11-25"] {
        desk.on(day);
        days.push(format!("{day}: {}", seen(&desk)));
    }
    insta::assert_snapshot!(days.join("\n"), @"");
    desk.done(&["log", &id, "refunded", "--on", "2026-11-24"]);
    insta::assert_snapshot!(seen(&desk), @"");
}

#[test]
fn our_reminder_takes_the_claim_off_what_is_due() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("refund-special-circumstances.toml");
    desk.done(&["log", &id, "contacted", "--channel", "form", "--by", "2026-11-27"]);
    desk.on("2026-11-28");
    let before = desk.run(&["list", "--overdue"]);
    desk.done(&["log", &id, "contacted", "--channel", "form", "--by", "2026-12-05"]);
    let after = desk.run(&["list", "--overdue"]);
    insta::assert_snapshot!(format!("{before}---\n{after}"), @"");
}

#[test]
fn an_amount_needs_its_currency_and_counts_in_the_account() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    insta::assert_snapshot!(desk.run(&["log", &id, "refunded", "--amount", "12"]), @"");
    desk.done(&["log", &id, "refunded", "--amount", "12,00 €"]);
    insta::assert_snapshot!(desk.exported(&id)["money"], @"");
}

#[test]
fn a_proof_is_kept_with_its_event() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let file = desk.write("ack.txt", "received");
    desk.done(&["log", &id, "withdrawn", "--channel", "form", "--file", &file]);
    let claim = desk.exported(&id);
    let event = claim["events"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(event["evidence"], serde_json::json!([1]));
    insta::assert_snapshot!(desk.run(&["log", &id, "answered", "--file", "nope.pdf"]), @"");
    let events = desk.exported(&id)["events"].as_array().unwrap().len();
    assert_eq!(events, 3, "nothing was logged with a proof that is not there");
}

#[test]
fn a_closed_claim_takes_no_event_until_it_is_reopened() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    desk.done(&["close", &id, "--outcome", "cancelled"]);
    insta::assert_snapshot!(desk.run(&["log", &id, "refunded"]), @"");
    desk.done(&["log", &id, "reopened"]);
    desk.done(&["log", &id, "refunded"]);
    assert_eq!(desk.exported(&id)["closed_on"], serde_json::Value::Null);
}
