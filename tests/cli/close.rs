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
    insta::assert_snapshot!(output, @r#"
    [stderr]
    Claim 1 closed: Contract cancelled.
    "#);
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
    let output = desk.run(&[
        "close",
        &id,
        "--outcome",
        "cancelled",
        "--debits-stopped",
        "no",
    ]);
    insta::assert_snapshot!(output, @r#"
    [stderr]
    Claim 1 closed: Contract cancelled.
    warning: written confirmation not kept yet; reminder on 27 November 2026
    warning: end of the debits not checked yet; reminder on 8 December 2026
    "#);
    desk.on("2026-12-08");
    insta::assert_snapshot!(desk.run(&["list", "--due"]), @"
    No  Due         Status  Claim                                                   Next
     1  2026-11-27  closed  Abonnement annuel, formule Liberté, Salle Tonus Nantes  Your reminder of 27 November 2026: Garder la confirmation écrite
    ");
}

#[test]
fn the_checklist_and_its_reminders_are_said_in_french() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-subscription.toml");
    insta::assert_snapshot!(desk.run(&["close", &id, "--outcome", "cancelled"]), @r#"
    [stderr]
    Dossier 1 clos : Contrat annulé ou résilié.
    attention : confirmation écrite pas encore gardée ; rappel le 27 novembre 2026
    attention : arrêt des prélèvements pas encore vérifié ; rappel le 8 décembre 2026
    "#);
}

#[test]
fn the_amount_that_came_is_in_the_account() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    let amount = ["--amount", "23,10 €", "--refund-arrived", "yes"];
    let close = [&["close", &id, "--outcome", "partly-refunded"][..], &amount].concat();
    insta::assert_snapshot!(desk.run(&close), @r#"
    [stderr]
    Claim 1 closed: Partly refunded.
    "#);
    insta::assert_snapshot!(desk.exported(&id)["money"], @r#"{"asked":{"currency":"EUR","value":"46.20"},"outstanding":{"currency":"EUR","value":"23.10"},"received":{"currency":"EUR","value":"23.10"},"surcharge":null,"surcharge_days_late":null,"surcharge_percent":null,"surcharge_reason":"not-late"}"#);
}

#[test]
fn without_a_terminal_the_outcome_must_be_given() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["close", &id]), @r#"
    [stderr]
    error: say how the claim ended
    hint: --outcome, one of: refunded, partly-refunded, replaced, repaired, cancelled, refused, abandoned
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["close", &id, "--outcome", "won"]), @r#"
    [stderr]
    error: `won` is not a known outcome
    hint: one of: refunded, partly-refunded, replaced, repaired, cancelled, refused, abandoned
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["close", "9", "--outcome", "refunded"]), @r#"
    [stderr]
    error: there is no claim 9
    hint: claimctl list --all
    [exit 3]
    "#);
    assert_eq!(desk.exported(&id)["closed_on"], serde_json::Value::Null);
}

#[test]
fn to_close_twice_says_so_and_changes_nothing() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    desk.done(&["close", &id, "--outcome", "refused"]);
    let before = desk.exported(&id);
    desk.on("2026-11-22");
    insta::assert_snapshot!(desk.run(&["close", &id, "--outcome", "refunded"]), @r#"
    [stderr]
    error: this claim is closed
    hint: claimctl log 1 reopened
    [exit 1]
    "#);
    assert_eq!(desk.exported(&id), before);
}
