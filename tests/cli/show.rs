//! `claimctl show`: the whole of a claim.

use super::sandbox::Sandbox;

#[test]
fn the_whole_of_a_claim_in_english() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    insta::assert_snapshot!(desk.run(&["show", &id]), @"");
}

#[test]
fn the_whole_of_a_claim_in_french() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-subscription.toml");
    insta::assert_snapshot!(desk.run(&["show", &id]), @"");
}

#[test]
fn all_adds_the_deadlines_that_no_longer_matter() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    desk.done(&["log", &id, "dispute-opened", "--on", "2026-11-19"]);
    let deadlines = |args: &[&str]| -> String {
        let text = desk.done(args);
        let from = text.find("\nDeadlines\n").expect("deadlines");
        let rest = &text[from + 1..];
        rest[..rest.find("\n\n").unwrap()].to_owned()
    };
    insta::assert_snapshot!(deadlines(&["show", &id]), @"");
    insta::assert_snapshot!(deadlines(&["show", &id, "--all"]), @"");
}

#[test]
fn a_number_may_have_its_sign() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    assert_eq!(desk.run(&["show", "#1"]), desk.run(&["show", &id]));
}

#[test]
fn a_claim_that_is_not_there_is_exit_3() {
    insta::assert_snapshot!(Sandbox::english().run(&["show", "2"]), @"");
    insta::assert_snapshot!(Sandbox::french().run(&["show", "2"]), @"");
}
