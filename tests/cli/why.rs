//! `claimctl why`: how each date was computed.

use super::sandbox::Sandbox;

#[test]
fn every_date_can_be_recomputed_by_hand() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    insta::assert_snapshot!(desk.run(&["why", &id]), @"");
}

#[test]
fn one_deadline_is_named_by_the_end_of_its_id_and_explained_in_french() {
    let desk = Sandbox::french();
    let id = desk.new_from("aliexpress-not-received.json");
    insta::assert_snapshot!(desk.run(&["why", &id, "window-not-received"]), @"");
}

#[test]
fn a_weekend_and_a_holiday_are_said() {
    let desk = Sandbox::english();
    // Received on Monday 23 March 2026: 14 days later is Easter Monday, so the law's last day is Tuesday 7 April.
    let id = desk.new_with(
        r#"
problem = "change-of-mind"
wanted = "refund"
country = "FR"
seller = "Atelier Lumen"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
amount = "89,90 €"
ordered_on = 2026-03-20
delivered_on = 2026-03-23
"#,
    );
    let mut desk = desk;
    desk.on("2026-03-25");
    insta::assert_snapshot!(desk.run(&["why", &id, "withdraw-by"]), @"");
}

#[test]
fn what_is_no_deadline_of_the_claim_is_exit_3() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    insta::assert_snapshot!(desk.run(&["why", &id, "nothing"]), @"");
    let id = desk.new_from("refund-special-circumstances.toml");
    insta::assert_snapshot!(desk.run(&["why", &id]), @"");
    insta::assert_snapshot!(desk.run(&["why", "9"]), @"");
}
