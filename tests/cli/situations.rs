//! The five situations from the answers to the close. At each step: whose turn it is, what to do, by when, and the days on
//! which that changes. Every date here was counted by hand from the rule's source.

use super::sandbox::{Sandbox, TODAY, example_file};

/// One claim, followed from day to day.
struct Story {
    desk: Sandbox,
    id: String,
}

impl Story {
    #[track_caller]
    fn of(example: &str) -> Story {
        Story::begun(TODAY, example)
    }

    /// A claim that is made on this day.
    #[track_caller]
    fn begun(day: &str, example: &str) -> Story {
        let mut desk = Sandbox::english();
        let id = desk.on(day).new_from(example);
        Story { desk, id }
    }

    /// A claim from an example, without the answers that begin with one of these words.
    #[track_caller]
    fn without(example: &str, left_out: &[&str], more: &str) -> Story {
        let answers = std::fs::read_to_string(example_file(example)).unwrap();
        let kept = |line: &&str| !left_out.iter().any(|word| line.starts_with(word));
        let answers: Vec<&str> = answers.lines().filter(kept).collect();
        let desk = Sandbox::english();
        let id = desk.new_with(&format!("{}\n{more}", answers.join("\n")));
        Story { desk, id }
    }

    /// Logs what happens on a day.
    #[track_caller]
    fn log(&mut self, day: &str, event: &str) -> String {
        let words: Vec<&str> = event.split(' ').collect();
        self.desk.on(day);
        self.desk.done(&[&["log", &self.id], &words[..]].concat());
        self.seen(day)
    }

    /// What the desk shows of the claim on a day: its status, the next action with its day and its command.
    #[track_caller]
    fn seen(&mut self, day: &str) -> String {
        self.desk.on(day);
        let listed = self.desk.json(&["list", "--all", "--format", "json"]);
        let row = listed["claims"][0].clone();
        let claim = self.desk.exported(&self.id);
        // The stored rows that `list` reads say the same as the claim when it is assessed.
        assert_eq!(row["status"], claim["status"], "{day}");
        assert_eq!(row["next"]["what"], claim["next"]["what"], "{day}");
        assert_eq!(row["next"]["command"], claim["next"]["command"], "{day}");
        let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
        format!(
            "{day} {}: {} [{}] {}\n",
            text(&claim["status"]),
            text(&claim["next"]["what"]),
            text(&claim["next"]["due_on"]),
            text(&claim["next"]["command"])
        )
    }

    /// A deadline: the safe day, the law's last day where it is later, and the state.
    #[track_caller]
    fn deadline(&self, rule: &str) -> String {
        let claim = self.desk.exported(&self.id);
        let all = claim["deadlines"].as_array().unwrap();
        let Some(found) = all.iter().find(|d| d["rule"] == rule) else {
            let rules: Vec<String> = all.iter().map(|d| d["rule"].to_string()).collect();
            panic!("no {rule} among {}", rules.join(" "));
        };
        let text = |key: &str| found[key].as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", text("due_on"), text("legal_on"), text("state"))
    }

    /// A route: its state and its window.
    #[track_caller]
    fn route(&self, route: &str) -> String {
        let claim = self.desk.exported(&self.id);
        let all = claim["routes"].as_array().unwrap();
        let found = all.iter().find(|r| r["route"] == route);
        let found = found.unwrap_or_else(|| panic!("no {route} among {all:?}"));
        let text = |key: &str| found[key].as_str().unwrap_or("-").to_owned();
        format!(
            "{} {} {}",
            text("state"),
            text("opens_on"),
            text("closes_on")
        )
    }

    #[track_caller]
    fn close(&mut self, day: &str, args: &str) -> String {
        let words: Vec<&str> = args.split(' ').collect();
        self.desk.on(day);
        let output = self.desk.run(&[&["close", &self.id], &words[..]].concat());
        format!("{output}{}", self.seen(day))
    }
}

// C: an order of 2026-11-17, not delivered yet. The withdrawal is open from the contract on; the refund is due 14 days after
// the withdrawal, and a 14th day on a Saturday, Sunday or holiday counts for the consumer only.
#[test]
fn c_an_online_order_is_withdrawn_from_and_refunded() {
    let mut story = Story::of("cancel-order.toml");
    let mut told = story.seen("2026-11-20");
    assert_eq!(story.route("law/fr/withdrawal#withdraw"), "open - -");
    told += &story.log("2026-11-20", "withdrawn --channel form");
    assert_eq!(
        story.deadline("law/fr/withdrawal#refund-by"),
        "2026-12-04 - open"
    );
    told += &story.seen("2026-12-04");
    told += &story.seen("2026-12-05");
    told += &story.log(
        "2026-12-05",
        "formal-notice-sent --channel registered-letter",
    );
    told += &story.log("2026-12-10", "refunded");
    told += &story.close("2026-12-10", "--outcome refunded");
    insta::assert_snapshot!(told, @"
    2026-11-20 yours: Send your withdrawal to the seller [-] claimctl letter 1 withdrawal
    2026-11-20 waiting: Wait until 4 December 2026: the seller must refund everything, standard delivery included [2026-12-04] claimctl show 1
    2026-12-04 waiting: Wait until 4 December 2026: the seller must refund everything, standard delivery included [2026-12-04] claimctl show 1
    2026-12-05 overdue: Overdue (due on 4 December 2026): the seller had to refund everything, standard delivery included; write again [2026-12-04] claimctl letter 1 reminder
    2026-12-05 waiting: Wait until 13 December 2026: the seller must answer your message (overdue since 5 December 2026) [2026-12-13] claimctl show 1
    2026-12-10 yours: You have your refund: you can close the claim [-] claimctl close 1 --outcome refunded
    [stderr]
    Claim 1 closed: Refunded.
    2026-12-10 closed: The claim is closed: there is nothing left to do [-] claimctl show 1
    ");
}

#[test]
fn c_after_the_delivery_the_withdrawal_has_a_last_day() {
    let mut story = Story::of("cancel-order.toml");
    // Delivered on Saturday 21 November: the 14th day after is Saturday 5 December, the law's last day Monday 7 December.
    let mut told = story.log("2026-11-21", "delivered");
    assert_eq!(
        story.deadline("law/fr/withdrawal#withdraw-by"),
        "2026-12-05 2026-12-07 open"
    );
    for day in ["2026-12-05", "2026-12-06", "2026-12-07", "2026-12-08"] {
        told += &story.seen(day);
        told += &format!("  {}\n", story.route("law/fr/withdrawal#withdraw"));
    }
    insta::assert_snapshot!(told, @r#"
    2026-11-21 yours: Send your withdrawal to the seller (by 5 December 2026 at the latest) [2026-12-05] claimctl letter 1 withdrawal
    2026-12-05 yours: Today, send your withdrawal to the seller (last day: 5 December 2026) [2026-12-05] claimctl letter 1 withdrawal
      closing - 2026-12-05
    2026-12-06 yours: Today, send your withdrawal to the seller (last day: 7 December 2026) [2026-12-07] claimctl letter 1 withdrawal
      closing - 2026-12-07
    2026-12-07 yours: Today, send your withdrawal to the seller (last day: 7 December 2026) [2026-12-07] claimctl letter 1 withdrawal
      closing - 2026-12-07
    2026-12-08 yours: Write to the shop: the problem, what you ask for, and a date [-] claimctl letter 1 first-message
      closed - 2026-12-07
    "#);
}

// S: a gym, contract of 2025-12-15, term to 2026-12-14, notice of a month, no reminder of the renewal (L215-1): the member
// may leave free of charge from the renewal on.
#[test]
fn s_a_subscription_is_stopped_and_closed_when_the_debits_have_stopped() {
    let mut story = Story::of("cancel-subscription.toml");
    let mut told = story.seen("2026-11-20");
    told += &story.log("2026-11-20", "terminated --channel registered-letter");
    told += &story.seen("2026-11-30");
    told += &story.log("2026-12-01", "answered --note confirmed");
    told += &story.seen("2026-12-14");
    told += &story.close("2026-12-14", "--outcome cancelled --confirmation-kept yes");
    told += &story.seen("2027-01-14");
    insta::assert_snapshot!(told, @r#"
    2026-11-20 yours: Cancel all the same, without waiting [-] claimctl letter 1 termination
    2026-11-20 waiting: Wait until 28 November 2026: the seller must answer your message [2026-11-28] claimctl show 1
    2026-11-30 overdue: Overdue (due on 28 November 2026): the seller had to answer your message; write again [2026-11-28] claimctl letter 1 reminder
    2026-12-01 yours: The end of the contract is confirmed: you can close the claim [-] claimctl close 1 --outcome cancelled
    2026-12-14 yours: The end of the contract is confirmed: you can close the claim [-] claimctl close 1 --outcome cancelled
    [stderr]
    Claim 1 closed: Contract cancelled.
    warning: end of the debits not checked yet; reminder on 14 January 2027
    2026-12-14 closed: The claim is closed: there is nothing left to do [-] claimctl show 1
    2027-01-14 closed: Your reminder of 14 January 2027: Vérifier que les prélèvements ont cessé [2027-01-14] claimctl log 1 note --corrects 6
    "#);
}

#[test]
fn s_a_notice_in_time_is_kept_before_the_notice_period() {
    // The term ends on 2026-12-14: a month before it is 2026-11-14, and we remind of it 14 days before that.
    let mut story = Story::begun("2026-11-06", "cancel-subscription.toml");
    let mut told = String::new();
    for day in ["2026-11-06", "2026-11-07", "2026-11-14", "2026-11-15"] {
        told += &story.seen(day);
        let notice = story.deadline("sector/subscription-service#notice-by");
        told += &format!("  {notice}\n");
    }
    insta::assert_snapshot!(told, @"
    2026-11-06 yours: Today, cancel the subscription (last day: 14 November 2026) [2026-11-14] claimctl letter 1 termination
      2026-11-14 - open
    2026-11-07 yours: Today, cancel the subscription (last day: 14 November 2026) [2026-11-14] claimctl letter 1 termination
      2026-11-14 - open
    2026-11-14 yours: Today, cancel the subscription (last day: 14 November 2026) [2026-11-14] claimctl letter 1 termination
      2026-11-14 - open
    2026-11-15 yours: Cancel all the same, without waiting [-] claimctl letter 1 termination
      2026-11-14 - missed
    ");
}

// A: sold and shipped by a third party on Amazon, latest delivery on 2026-11-05. Write first, wait 48 hours; a claim opens
// 3 days after the latest delivery, and closes 90 days after it, on 2027-02-03.
#[test]
fn a_a_parcel_from_a_third_party_goes_to_the_guarantee() {
    let mut story = Story::without("amazon-not-received.toml", &["contacted", "answered"], "");
    let mut told = story.seen("2026-11-20");
    told += &story.log("2026-11-20", "contacted --channel platform");
    assert_eq!(
        story.route("platform/amazon#a-to-z"),
        "not-yet 2026-11-23 2027-02-03"
    );
    told += &story.seen("2026-11-22");
    told += &story.seen("2026-11-23");
    told += &story.seen("2027-02-03");
    told += &story.seen("2027-02-04");
    told += &story.log("2027-02-04", "note");
    insta::assert_snapshot!(told, @"
    2026-11-20 yours: Write to the seller from Your Orders [-] claimctl letter 1 first-message
    2026-11-20 waiting: Wait until 23 November 2026: the seller must answer your message (overdue since 6 November 2026: deliver the order) [2026-11-23] claimctl show 1
    2026-11-22 waiting: Wait until 23 November 2026: the seller must answer your message (overdue since 6 November 2026: deliver the order) [2026-11-23] claimctl show 1
    2026-11-23 waiting: Wait until 23 November 2026: the seller must answer your message (overdue since 6 November 2026: deliver the order) [2026-11-23] claimctl show 1
    2027-02-03 overdue: Today, request the A-to-z refund in Your Orders (last day: 3 February 2027) [2027-02-03] claimctl letter 1 platform-dispute
    2027-02-04 overdue: Today, ask your bank in writing for a chargeback of the payment (last day: 5 March 2027) [2027-03-05] claimctl letter 1 chargeback
    2027-02-04 overdue: Today, ask your bank in writing for a chargeback of the payment (last day: 5 March 2027) [2027-03-05] claimctl letter 1 chargeback
    ");
}

#[test]
fn a_the_guarantee_is_asked_refused_and_appealed() {
    let mut story = Story::of("amazon-not-received.toml");
    let mut told = story.seen("2026-11-20");
    told += &story.log(
        "2026-11-20",
        "dispute-opened --about platform/amazon#a-to-z",
    );
    told += &story.seen("2026-11-27");
    told += &story.log("2026-11-28", "information-requested");
    told += &story.log("2026-11-28", "documents-sent");
    told += &story.log("2026-12-01", "dispute-decided --note refused");
    // 30 days after the decision.
    told += &story.seen("2026-12-31");
    told += &story.seen("2027-01-01");
    told += &story.log("2026-12-31", "appealed");
    told += &story.log("2027-01-10", "refunded --amount 74,99€");
    told += &story.close("2027-01-10", "--outcome refunded");
    insta::assert_snapshot!(told, @"
    2026-11-20 yours: Request the A-to-z refund in Your Orders (by 3 February 2027 at the latest) [2027-02-03] claimctl letter 1 platform-dispute
    2026-11-20 waiting: Wait until 4 December 2026: the platform must answer your dispute [2026-12-04] claimctl show 1
    2026-11-27 waiting: Wait until 4 December 2026: the platform must answer your dispute [2026-12-04] claimctl show 1
    2026-11-28 yours: Send the information you were asked for [-] claimctl log 1 documents-sent
    2026-11-28 waiting: Wait until 6 December 2026: the platform must answer your dispute [2026-12-06] claimctl show 1
    2026-12-01 yours: Appeal the refusal in Your Orders (by 31 December 2026 at the latest) [2026-12-31] claimctl letter 1 escalation
    2026-12-31 yours: Today, appeal the refusal in Your Orders (last day: 31 December 2026) [2026-12-31] claimctl letter 1 escalation
    2027-01-01 yours: Give the seller formal notice to deliver [-] claimctl letter 1 formal-notice
    2026-12-31 waiting: Wait until 14 January 2027: the platform must answer your dispute [2027-01-14] claimctl show 1
    2027-01-10 yours: You have your refund: you can close the claim [-] claimctl close 1 --outcome refunded
    [stderr]
    Claim 1 closed: Refunded.
    2027-01-10 closed: The claim is closed: there is nothing left to do [-] claimctl show 1
    ");
}

// X: AliExpress, latest delivery on 2026-11-10, so the dispute closes on 2026-11-25; the seller has been written to on
// 13 November at 18:20 and has 72 hours.
#[test]
fn x_a_parcel_that_never_came_is_disputed_in_time() {
    let mut story = Story::begun("2026-11-13", "aliexpress-not-received.json");
    let mut told = String::new();
    for day in [
        "2026-11-14",
        "2026-11-15",
        "2026-11-16",
        "2026-11-17",
        "2026-11-25",
        "2026-11-26",
    ] {
        told += &story.seen(day);
        told += &format!("  {}\n", story.route("platform/aliexpress#dispute"));
    }
    told += &story.log(
        "2026-11-20",
        "dispute-opened --about platform/aliexpress#dispute",
    );
    told += &story.seen("2026-11-25");
    told += &story.seen("2026-11-26");
    told += &story.log("2026-11-26", "offered --amount 5,00€");
    told += &story.log("2026-11-26", "offer-refused");
    told += &story.log("2026-11-27", "escalated");
    told += &story.log("2026-12-05", "refunded");
    told += &story.close("2026-12-05", "--outcome refunded");
    insta::assert_snapshot!(told, @"
    2026-11-14 waiting: Wait until 16 November 2026: the seller must answer your message (overdue since 11 November 2026: deliver the order) [2026-11-16] claimctl show 1
      open 2026-10-16 2026-11-25
    2026-11-15 waiting: Wait until 16 November 2026: the seller must answer your message (overdue since 11 November 2026: deliver the order) [2026-11-16] claimctl show 1
      open 2026-10-16 2026-11-25
    2026-11-16 waiting: Wait until 16 November 2026: the seller must answer your message (overdue since 11 November 2026: deliver the order) [2026-11-16] claimctl show 1
      open 2026-10-16 2026-11-25
    2026-11-17 overdue: Open the dispute in your AliExpress order (by 25 November 2026 at the latest) [2026-11-25] claimctl letter 1 platform-dispute
      open 2026-10-16 2026-11-25
    2026-11-25 overdue: Today, open the dispute in your AliExpress order (last day: 25 November 2026) [2026-11-25] claimctl letter 1 platform-dispute
      closing 2026-10-16 2026-11-25
    2026-11-26 overdue: Overdue (due on 16 November 2026): the seller had to answer your message; write again [2026-11-16] claimctl letter 1 reminder
      closed 2026-10-16 2026-11-25
    2026-11-20 waiting: Wait until 25 November 2026: the seller must answer your dispute (overdue since 11 November 2026: deliver the order) [2026-11-25] claimctl show 1
    2026-11-25 waiting: Wait until 25 November 2026: the seller must answer your dispute (overdue since 11 November 2026: deliver the order) [2026-11-25] claimctl show 1
    2026-11-26 waiting: Wait for 28 November 2026, then ask AliExpress to step in and add your proof [2026-11-28] claimctl show 1
    2026-11-26 yours: Answer the offer you were made [-] claimctl offer 1
    2026-11-26 waiting: Wait for 28 November 2026, then ask AliExpress to step in and add your proof [2026-11-28] claimctl show 1
    2026-11-27 waiting: Wait until 11 December 2026: the platform must answer your dispute [2026-12-11] claimctl show 1
    2026-12-05 yours: You have your refund: you can close the claim [-] claimctl close 1 --outcome refunded
    [stderr]
    Claim 1 closed: Refunded.
    2026-12-05 closed: The claim is closed: there is nothing left to do [-] claimctl show 1
    ");
}

#[test]
fn x_a_damaged_parcel_has_fifteen_days_from_its_receipt() {
    let mut story = Story::of("aliexpress-damaged.toml");
    let mut told = story.seen("2026-11-20");
    told += &story.log("2026-11-20", "contacted --channel platform");
    assert_eq!(
        story.deadline("platform/aliexpress#window-received"),
        "2026-11-29 - open"
    );
    for day in ["2026-11-23", "2026-11-24", "2026-11-29", "2026-11-30"] {
        told += &story.seen(day);
        told += &format!("  {}\n", story.route("platform/aliexpress#dispute-item"));
    }
    insta::assert_snapshot!(told, @r#"
    2026-11-20 yours: Write to the seller in AliExpress’s messages [-] claimctl letter 1 first-message
    2026-11-20 waiting: Wait until 23 November 2026: the seller must answer your message [2026-11-23] claimctl show 1
    2026-11-23 yours: Today, open the dispute in your AliExpress order (last day: 29 November 2026) [2026-11-29] claimctl letter 1 platform-dispute
      closing - 2026-11-29
    2026-11-24 overdue: Today, open the dispute in your AliExpress order (last day: 29 November 2026) [2026-11-29] claimctl letter 1 platform-dispute
      closing - 2026-11-29
    2026-11-29 overdue: Today, open the dispute in your AliExpress order (last day: 29 November 2026) [2026-11-29] claimctl letter 1 platform-dispute
      closing - 2026-11-29
    2026-11-30 waiting: Wait until 21 December 2026: the seller must repair or replace, free of charge [2026-12-21] claimctl show 1
      closed - 2026-11-29
    "#);
}

// R: charged twice on 2026-10-03. The service promises the refund within 14 days: a promise of its own, tracked like one.
#[test]
fn r_a_ticket_is_answered_by_a_promise_that_is_not_kept() {
    let mut story = Story::of("refund-ticket.toml");
    let mut told = story.seen("2026-11-20");
    told += &story.log("2026-11-20", "contacted --channel form");
    told += &story.log("2026-11-23", "promised --by 2026-12-07");
    told += &story.seen("2026-12-07");
    told += &story.seen("2026-12-08");
    told += &story.log("2026-12-08", "contacted --channel form");
    told += &story.log("2026-12-12", "refunded --amount 9,99€");
    told += &story.close(
        "2026-12-12",
        "--outcome partly-refunded --debits-stopped yes",
    );
    insta::assert_snapshot!(told, @"
    2026-11-20 yours: Write to customer service (form or e-mail), subject “billing” [-] claimctl letter 1 refund-ticket
    2026-11-20 yours: Today, ask your bank in writing for a chargeback of the charge (last day: 1 January 2027) [2027-01-01] claimctl letter 1 chargeback
    2026-11-23 yours: Today, ask your bank in writing for a chargeback of the charge (last day: 1 January 2027) [2027-01-01] claimctl letter 1 chargeback
    2026-12-07 overdue: Today, ask your bank in writing for a chargeback of the charge (last day: 1 January 2027) [2027-01-01] claimctl letter 1 chargeback
    2026-12-08 overdue: Today, ask your bank in writing for a chargeback of the charge (last day: 1 January 2027) [2027-01-01] claimctl letter 1 chargeback
    2026-12-08 yours: Today, ask your bank in writing for a chargeback of the charge (last day: 1 January 2027) [2027-01-01] claimctl letter 1 chargeback
    2026-12-12 yours: You have your refund: you can close the claim [-] claimctl close 1 --outcome refunded
    [stderr]
    Claim 1 closed: Partly refunded.
    2026-12-12 closed: The claim is closed: there is nothing left to do [-] claimctl show 1
    ");
}

#[test]
fn r_special_circumstances_are_asked_reminded_and_refused() {
    let mut story = Story::of("refund-special-circumstances.toml");
    let mut told = story.seen("2026-11-20");
    told += &story.log("2026-11-20", "contacted --channel form");
    for day in ["2026-12-04", "2026-12-05", "2026-12-21", "2027-01-21"] {
        told += &story.seen(day);
    }
    told += &story.log("2027-01-21", "refused");
    told += &story.close("2027-01-22", "--outcome refused");
    insta::assert_snapshot!(told, @"
    2026-11-20 yours: Write to customer service (form or e-mail), subject “refund” [-] claimctl letter 1 special-request
    2026-11-20 waiting: Wait until 4 December 2026: the seller must handle the refund request [2026-12-04] claimctl show 1
    2026-12-04 waiting: Wait until 4 December 2026: the seller must handle the refund request [2026-12-04] claimctl show 1
    2026-12-05 overdue: Overdue (due on 4 December 2026): the seller had to handle the refund request; write again [2026-12-04] claimctl letter 1 reminder
    2026-12-21 overdue: Overdue (due on 4 December 2026): the seller had to handle the refund request; write again [2026-12-04] claimctl letter 1 reminder
    2027-01-21 overdue: Overdue (due on 4 December 2026): the seller had to handle the refund request; write again [2026-12-04] claimctl letter 1 reminder
    2027-01-21 yours: Add your written complaint to the claim, then go to the mediator that the seller has named (by 20 November 2027 at the latest) [2027-11-20] claimctl next 1
    [stderr]
    Claim 1 closed: Refused.
    2027-01-22 closed: The claim is closed: there is nothing left to do [-] claimctl show 1
    ");
}
