//! `claimctl close`: the end, with its last checks.

use super::sandbox::Sandbox;

#[test]
fn a_subscription_is_closed_with_its_checklist_answered() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-subscription.toml");
    let output = desk.run(&[
        "close",
        &id,
        "--outcome",
        "cancelled",
        "--confirmation-kept",
        "yes",
        "--debits-stopped",
        "yes",
    ]);
    insta::assert_snapshot!(output, @"");
    let claim = desk.exported(&id);
    assert_eq!(claim["status"], "closed");
    assert_eq!(claim["outcome"], "cancelled");
    assert_eq!(claim["closed_on"], "2026-11-20");
}

#[test]
fn what_is_not_done_becomes_a_reminder_and_blocks_nothing() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("cancel-subscription.toml");
    // The next debit is on 2026-12-05: the account is looked at three days later.
    let output = desk.run(&["close", &id, "--outcome", "cancelled", "--debits-stopped", "no"]);
    insta::assert_snapshot!(output, @"");
    desk.on("2026-12-08");
    insta::assert_snapshot!(desk.run(&["list", "--due"]), @"");
}

#[test]
fn the_checklist_and_its_reminders_are_said_in_french() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-subscription.toml");
    insta::assert_snapshot!(desk.run(&["close", &id, "--outcome", "cancelled"]), @"");
}

#[test]
fn the_amount_that_came_is_in_the_account() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    let amount = ["--amount", "23,10 €", "--refund-arrived", "yes"];
    let close = [&["close", &id, "--outcome", "partly-refunded"][..], &amount].concat();
    insta::assert_snapshot!(desk.run(&close), @"");
    insta::assert_snapshot!(desk.exported(&id)["money"], @"");
}

#[test]
fn without_a_terminal_the_outcome_must_be_given() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["close", &id]), @"");
    insta::assert_snapshot!(desk.run(&["close", &id, "--outcome", "won"]), @"");
    insta::assert_snapshot!(desk.run(&["close", "9", "--outcome", "refunded"]), @"");
    assert_eq!(desk.exported(&id)["closed_on"], serde_json::Value::Null);
}

#[test]
fn to_close_twice_says_so_and_changes_nothing() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    desk.done(&["close", &id, "--outcome", "refused"]);
    let before = desk.exported(&id);
    desk.on("2026-11-22");
    insta::assert_snapshot!(desk.run(&["close", &id, "--outcome", "refunded"]), @"");
    assert_eq!(desk.exported(&id), before);
}
