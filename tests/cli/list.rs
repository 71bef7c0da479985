//! `claimctl list`: the desk at a glance, and what is due.

use super::sandbox::{EXAMPLES, Output, Sandbox, TODAY};

fn full_desk() -> Sandbox {
    let desk = Sandbox::english();
    for example in EXAMPLES {
        desk.new_from(example);
    }
    desk
}

/// The numbers of the claims that are listed.
#[track_caller]
fn ids(desk: &Sandbox, args: &[&str]) -> Vec<i64> {
    let args = [&["list", "--format", "json"][..], args].concat();
    let listed = desk.json(&args);
    let claims = listed["claims"].as_array().unwrap();
    claims.iter().map(|c| c["id"].as_i64().unwrap()).collect()
}

/// A parcel that never came: on AliExpress the last day to open the dispute is 2026-11-25, 15 days after the latest
/// delivery of 2026-11-10. The claim is made on the day of the message to the seller, a week ago.
fn dispute() -> (Sandbox, String) {
    let mut desk = Sandbox::english();
    let id = desk
        .on("2026-11-13")
        .new_from("aliexpress-not-received.json");
    desk.on(TODAY);
    (desk, id)
}

#[test]
fn the_table_is_the_same_in_a_pipe_on_every_machine() {
    insta::assert_snapshot!(full_desk().run(&["list"]), @"
    No  Due         Status   Claim                                                                  Next
     2  2026-11-25  overdue  Guirlande lumineuse 10 m, Bright Home Store                            Today, open the dispute in your AliExpress order (last day: 25 November 2026)
     3  2027-02-03  yours    Casque audio sans fil, NordSon Audio                                   Request the A-to-z refund in Your Orders (by 3 February 2027 at the latest)
     1              yours    Service à thé, 6 tasses, Porcelain Garden Store                        Write to the seller in AliExpress’s messages
     4              yours    Lampe commandée en double                                              Send your withdrawal to the seller
     5              yours    Abonnement annuel, formule Liberté, Salle Tonus Nantes                 Cancel all the same, without waiting
     6              yours    Electric kettle, Maison Verne                                          Write to the shop: the problem, what you ask for, and a date
     7              yours    Stage intensif d'italien, du 2 au 6 novembre, École de langues Parola  Write to customer service (form or e-mail), subject “refund”
     8              yours    Stockage en ligne, formule 200 Go, Nuagio Stockage                     Write to customer service (form or e-mail), subject “billing”
    ");
}

#[test]
fn an_empty_desk_is_an_empty_list() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run(&["list"]), @r#"
    [stderr]
    No open claim. To begin: claimctl new
    "#);
    insta::assert_snapshot!(desk.run(&["list", "--due"]), @r#"
    [stderr]
    Nothing is due in that time.
    "#);
    insta::assert_snapshot!(desk.run(&["list", "--format", "json"]), @r#"
    {
      "schema": "claimctl/list/1",
      "claims": []
    }
    "#);
    insta::assert_snapshot!(desk.run(&["list", "--format", "csv"]), @"id,title,seller,problem,status,next,command,due_on,legal_on,amount,currency");
    assert!(!desk.db().exists(), "to list makes no file");
}

#[test]
fn every_order_is_an_order() {
    let desk = full_desk();
    assert_eq!(ids(&desk, &["--sort", "due"])[..2], [2, 3]);
    assert_eq!(ids(&desk, &["--sort", "id"]), [1, 2, 3, 4, 5, 6, 7, 8]);
    let by = |key: &str, at: &str| -> Vec<String> {
        let listed = desk.json(&["list", "--sort", key, "--format", "json"]);
        let claims = listed["claims"].as_array().unwrap();
        claims.iter().map(|c| c[at].to_string()).collect()
    };
    insta::assert_snapshot!(by("seller", "seller").join("\n"), @r#"
    "Atelier Lumen"
    "Bright Home Store"
    "École de langues Parola"
    "Maison Verne"
    "NordSon Audio"
    "Nuagio Stockage"
    "Porcelain Garden Store"
    "Salle Tonus Nantes"
    "#);
    insta::assert_snapshot!(by("amount", "amount").join("\n"), @r#"
    {"currency":"EUR","value":"420.00"}
    {"currency":"EUR","value":"89.90"}
    {"currency":"EUR","value":"74.99"}
    {"currency":"EUR","value":"64.90"}
    {"currency":"EUR","value":"46.20"}
    {"currency":"EUR","value":"34.90"}
    {"currency":"EUR","value":"18.49"}
    {"currency":"EUR","value":"9.99"}
    "#);
    desk.done(&["edit", "5", "title=Gym"]);
    let updated = ids(&desk, &["--sort", "updated"]);
    assert_eq!(updated.len(), EXAMPLES.len());
    assert!(updated[0] == 5, "{updated:?}");
}

#[test]
fn what_waits_for_somebody_else_stands_last_even_where_it_has_a_day() {
    let mut desk = Sandbox::english();
    let waiting = desk.new_from("parcel-never-came.toml");
    desk.done(&["log", &waiting, "contacted", "--channel", "email"]);
    desk.new_from("cancel-order.toml");
    assert_eq!(ids(&desk, &[]), [2, 1], "the seller has until 28 November");
    desk.on("2026-11-29");
    assert_eq!(ids(&desk, &[]), [1, 2], "the seller is late");
}

#[test]
fn where_no_day_presses_the_claims_that_wait_for_their_user_are_counted() {
    let desk = Sandbox::english();
    desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["list", "--due"]), @"
    [stderr]
    Nothing is due in that time, but one claim waits for you to act: claimctl list
    ");
    desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["list", "--overdue"]), @"
    [stderr]
    Nothing is due in that time, but 2 claims wait for you to act: claimctl list
    ");
    insta::assert_snapshot!(desk.run(&["list", "--due", "--seller", "Nobody"]), @"
    [stderr]
    Nothing is due in that time.
    ");
}

#[test]
fn a_seller_is_found_by_a_part_of_the_name_without_accents_or_capitals() {
    let desk = full_desk();
    assert_eq!(ids(&desk, &["--seller", "NordSon Audio"]), [3]);
    assert_eq!(ids(&desk, &["--seller", "nordson audio"]), [3]);
    assert_eq!(ids(&desk, &["--seller", "Nobody"]), [0_i64; 0]);
}

#[test]
fn due_is_what_falls_within_the_days_and_what_is_overdue() {
    let (mut desk, id) = dispute();
    // The seller's answer is awaited until 16 November at 18:20, 72 hours after the message.
    let due = |desk: &Sandbox, args: &[&str]| ids(desk, &[&["--due"], args].concat());
    let seen = |desk: &Sandbox| {
        let within = |days: &str| !due(desk, &[days]).is_empty();
        let overdue = !ids(desk, &["--overdue"]).is_empty();
        (within("0"), within("1"), overdue)
    };
    // On each day: due today or overdue, due by tomorrow or overdue, overdue.
    for (day, expected) in [
        ("2026-11-14", (false, false, false)),
        ("2026-11-15", (false, true, false)),
        ("2026-11-16", (true, true, false)),
        ("2026-11-17", (true, true, true)),
        ("2026-11-25", (true, true, true)),
        ("2026-11-26", (true, true, true)),
        ("2026-12-31", (true, true, true)),
    ] {
        desk.on(day);
        assert_eq!(seen(&desk), expected, "{day}");
    }
    desk.on("2026-11-20");
    desk.done(&["log", &id, "dispute-opened"]);
    assert_eq!(seen(&desk), (false, false, false), "the dispute is open");
}

#[test]
fn a_closed_claim_is_listed_only_with_all() {
    let (desk, id) = dispute();
    desk.done(&["close", &id, "--outcome", "abandoned"]);
    insta::assert_snapshot!(desk.run(&["list"]), @r#"
    [stderr]
    No open claim. To begin: claimctl new
    "#);
    insta::assert_snapshot!(desk.run(&["list", "--all"]), @"
    No  Due  Status  Claim                                        Next
     1       closed  Guirlande lumineuse 10 m, Bright Home Store  The claim is closed: there is nothing left to do
    ");
    assert_eq!(ids(&desk, &["--due"]), [0_i64; 0]);
    assert_eq!(ids(&desk, &["--all"]), [1]);
}

#[test]
fn the_exit_code_tells_scripts_that_something_is_due() {
    let code = |output: Output| output.code;
    let (mut desk, id) = dispute();
    assert_eq!(code(desk.run(&["list", "--due", "--exit-code"])), 10);
    assert_eq!(code(desk.run(&["list", "--overdue", "--exit-code"])), 10);
    assert_eq!(code(desk.run(&["list", "--due"])), 0);
    desk.done(&["log", &id, "dispute-opened"]);
    assert_eq!(code(desk.run(&["list", "--overdue", "--exit-code"])), 0);
    desk.done(&["close", &id, "--outcome", "refused"]);
    desk.on("2027-12-31");
    assert_eq!(code(desk.run(&["list", "--due", "--exit-code"])), 0);
    assert_eq!(code(desk.run(&["list", "--exit-code"])), 0);
}

#[test]
fn json_has_every_field_with_null_for_what_is_absent() {
    let desk = Sandbox::english();
    desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["list", "--format", "json"]), @r#"
    {
      "schema": "claimctl/list/1",
      "claims": [
        {
          "id": 1,
          "title": "Lampe commandée en double",
          "seller": "Atelier Lumen",
          "problem": "cancel-order",
          "status": "yours",
          "next": {
            "what": "Send your withdrawal to the seller",
            "command": "claimctl letter 1 withdrawal",
            "due_on": null
          },
          "legal_on": null,
          "amount": {
            "value": "89.90",
            "currency": "EUR"
          },
          "outstanding": {
            "value": "89.90",
            "currency": "EUR"
          },
          "surcharge": null
        }
      ]
    }
    "#);
}

#[test]
fn csv_and_tsv_are_tables_that_others_can_read() {
    let desk = full_desk();
    desk.done(&["edit", "4", "title==SUM(A1), \"quoted\""]);
    for (format, separator) in [("csv", b','), ("tsv", b'\t')] {
        let text = desk.done(&["list", "--sort", "id", "--format", format]);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), EXAMPLES.len(), "{text}");
        let title = header.iter().position(|h| h == "title").unwrap();
        assert_eq!(&rows[3][title], "'=SUM(A1), \"quoted\"", "{text}");
    }
    insta::assert_snapshot!(desk.run(&["list", "--seller", "Atelier Lumen", "--format", "csv"]), @r#"
    id,title,seller,problem,status,next,command,due_on,legal_on,amount,currency
    4,"'=SUM(A1), ""quoted""",Atelier Lumen,cancel-order,yours,Send your withdrawal to the seller,claimctl letter 4 withdrawal,,,89.90,EUR
    "#);
}
