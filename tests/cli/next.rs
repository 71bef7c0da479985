//! `claimctl next`: what to do now, and the command that does it.

use super::sandbox::Sandbox;

#[test]
fn without_a_terminal_it_prints_the_action_and_its_command() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    insta::assert_snapshot!(desk.run(&["next", &id]), @r#"
    Claim 1, Casque audio sans fil, NordSon Audio: Request the A-to-z refund in Your Orders (by 3 February 2027 at the latest)
    claimctl letter 1 platform-dispute
    "#);
    let desk = Sandbox::french();
    let id = desk.new_from("amazon-not-received.toml");
    insta::assert_snapshot!(desk.run(&["next", &id]), @r#"
    Dossier 1, Casque audio sans fil, NordSon Audio : Demandez le remboursement Garantie A à Z dans Vos commandes (au plus tard le 3 février 2027)
    claimctl letter 1 platform-dispute
    "#);
}

#[test]
fn without_a_number_it_takes_the_most_urgent_claim() {
    let desk = Sandbox::english();
    desk.new_from("cancel-order.toml");
    desk.new_from("amazon-not-received.toml");
    let urgent = desk.new_from("aliexpress-not-received.json");
    let output = desk.run(&["next"]);
    assert_eq!(output, desk.run(&["next", &urgent]));
    insta::assert_snapshot!(output, @r#"
    Claim 3, Guirlande lumineuse 10 m, Bright Home Store: Today, open the dispute in your AliExpress order (last day: 25 November 2026)
    claimctl letter 3 platform-dispute
    "#);
}

#[test]
fn what_is_ours_to_do_goes_before_what_is_waited_for() {
    let desk = Sandbox::english();
    let waiting = desk.new_from("refund-special-circumstances.toml");
    desk.done(&[
        "log",
        &waiting,
        "contacted",
        "--channel",
        "form",
        "--by",
        "2026-11-21",
    ]);
    let ours = desk.new_from("cancel-order.toml");
    assert_eq!(desk.run(&["next"]), desk.run(&["next", &ours]));
}

#[test]
fn an_empty_desk_says_how_to_begin() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run(&["next"]), @r#"
    [stderr]
    error: there is no claim
    hint: claimctl new
    [exit 3]
    "#);
    insta::assert_snapshot!(desk.run(&["next", "4"]), @r#"
    [stderr]
    error: there is no claim 4
    hint: claimctl list --all
    [exit 3]
    "#);
}

#[test]
fn a_closed_claim_has_nothing_left_to_do() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    desk.done(&["close", &id, "--outcome", "refused"]);
    insta::assert_snapshot!(desk.run(&["next", &id]), @r#"
    Claim 1, Service à thé, 6 tasses, Porcelain Garden Store: The claim is closed: there is nothing left to do
    claimctl show 1
    "#);
    insta::assert_snapshot!(desk.run(&["next"]), @r#"
    [stderr]
    error: there is no claim
    hint: claimctl new
    [exit 3]
    "#);
}

#[test]
fn what_the_bank_refused_leads_to_the_seller_and_not_to_an_exception_of_the_court() {
    let desk = Sandbox::english();
    let answers = desk.write(
        "gym.toml",
        r#"problem = "wrong-charge"
wanted = "refund"
country = "FR"
seller = "Gym"
seller_kind = "trader"
sale = "store"
item_kind = "subscription"
service_kind = "other"
mandate_signed = "yes"
amount = "40 EUR"
debited_on = 2026-11-05
payment = "sepa-debit"
"#,
    );
    let id = desk.done(&["new", "--answers", &answers]).trim().to_owned();
    desk.done(&["log", &id, "bank-contacted", "--on", "2026-11-09"]);
    desk.done(&[
        "log",
        &id,
        "bank-answered",
        "--on",
        "2026-11-16",
        "--note",
        "refused",
    ]);
    insta::assert_snapshot!(desk.run(&["next", &id]), @"
    Claim 1, Gym: Write to customer service (form or e-mail), subject “billing”
    claimctl letter 1 refund-ticket
    ");
}

#[test]
fn a_subscription_whose_notice_is_not_known_is_to_be_left_today_and_in_writing() {
    let desk = Sandbox::english();
    let answers = desk.write(
        "club.toml",
        r#"problem = "cancel-subscription"
wanted = "cancellation"
country = "FR"
seller = "Club"
seller_kind = "trader"
sale = "online"
item_kind = "subscription"
contract_on = 2025-02-10
term_ends_on = 2027-02-10
payment = "card-visa"
"#,
    );
    let id = desk.done(&["new", "--answers", &answers]).trim().to_owned();
    insta::assert_snapshot!(desk.run(&["list", "--due"]), @"
    No  Due         Status  Claim  Next
     1  2027-02-09  yours   Club   Today, cancel the subscription (last day: 9 February 2027)
    ");
    desk.done(&["log", &id, "terminated", "--channel", "phone"]);
    insta::assert_snapshot!(desk.run(&["next", &id]), @"
    Claim 1, Club: Today, cancel the subscription (last day: 9 February 2027)
    claimctl letter 1 termination
    ");
    desk.done(&["log", &id, "terminated", "--channel", "email"]);
    insta::assert_snapshot!(desk.run(&["list", "--due"]), @"
    [stderr]
    Nothing is due in that time.
    ");
}

#[test]
fn a_clock_that_stands_still_gives_no_last_day() {
    let mut desk = Sandbox::english();
    let answers = desk.write(
        "lamp.toml",
        r#"problem = "change-of-mind"
wanted = "refund"
country = "FR"
seller = "Lamps"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
ordered_on = 2026-11-10
delivered_on = 2026-11-18
amount = "40 EUR"
payment = "card-visa"
"#,
    );
    let id = desk.done(&["new", "--answers", &answers]).trim().to_owned();
    desk.done(&[
        "log",
        &id,
        "paused",
        "--rule",
        "withdraw-by",
        "--reason",
        "the seller asked",
    ]);
    desk.on("2026-12-20");
    insta::assert_snapshot!(desk.run(&["list"]), @"
    No  Due  Status  Claim  Next
     1       yours   Lamps  Send your withdrawal to the seller
    ");
}

#[test]
fn a_dispute_that_was_won_waits_for_the_money_and_is_not_appealed() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--on",
        "2026-11-12",
        "--channel",
        "platform",
    ]);
    desk.done(&["log", &id, "dispute-opened", "--on", "2026-11-16"]);
    desk.done(&["log", &id, "dispute-decided", "--on", "2026-11-19"]);
    insta::assert_snapshot!(desk.run(&["log", &id, "refund-announced", "--on", "2026-11-19"]), @"
    [stderr]
    Logged: Refund announced, 19 November 2026.
    The money is expected by 3 December 2026 (a delay that claimctl suggests, not the law).
    By 3 December 2026, the seller: keep their promise.
    No longer open: Appeal against the A-to-z refusal.
    Next: Wait until 3 December 2026: the seller must keep their promise (overdue since 6 November 2026: deliver the order)
    Command: claimctl show 1
    ");
}
