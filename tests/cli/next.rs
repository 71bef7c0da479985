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
