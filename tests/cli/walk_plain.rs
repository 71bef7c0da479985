//! The walk by numbered lines, from a pipe.

use super::home::Home;

/// The problems in the order in which they are offered.
const PROBLEMS: [&str; 15] = [
    "not-received",
    "marked-delivered",
    "late",
    "damaged",
    "defective",
    "not-as-described",
    "wrong-item",
    "counterfeit",
    "change-of-mind",
    "cancel-order",
    "cancel-subscription",
    "wrong-charge",
    "unknown-charge",
    "refund-missing",
    "special-circumstances",
];

#[test]
fn lines_from_a_pipe_make_the_same_claim_as_the_answers_file() {
    let walked = Home::new("en");
    let lines = [
        "1",
        "1",
        "aliexpress",
        "Bright Home Store",
        "france",
        "Guirlande",
        "€18.49",
        "1",
        "2 October 2026",
        "2026-11-10",
        "3001",
        "",
        "2026-10-05",
        "",
        "3",
    ];
    let left = walked.run(&["new", "--prompts", "plain"], &(lines.join("\n") + "\n"));
    assert_eq!(left.code, Some(0), "{}", left.err);
    assert_eq!(left.out, "");
    // A day is repeated as it was understood, where it was typed otherwise.
    assert!(left.err.contains("→ 10 November 2026"), "{}", left.err);
    let read = Home::new("en");
    let answers = r#"
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
        ordered_on = 2026-10-02
        latest_delivery_on = 2026-11-10
        shipped_on = 2026-10-05
    "#;
    let left = read.run(&["new", "--answers", "-"], answers);
    assert_eq!(left.code, Some(0), "{}", left.err);
    let facts = |home: &Home| {
        let mut claims = home.claims();
        let claim = claims[0].as_object_mut().expect("a claim");
        claim.remove("uid");
        claim.remove("created_at");
        for event in claim["events"].as_array_mut().expect("events") {
            let event = event.as_object_mut().expect("an event");
            event.remove("recorded_at");
            event.remove("uid");
        }
        claims
    };
    assert_eq!(facts(&walked), facts(&read));
}

#[test]
fn i_do_not_know_leads_to_the_end_for_every_problem() {
    for (at, problem) in PROBLEMS.iter().enumerate() {
        let home = Home::new("en");
        let mut unknown = 0;
        let left = home.converse(&["new", "--prompts", "plain"], |asked| {
            let line = if asked.contains("What went wrong?") {
                (at + 1).to_string()
            } else if asked.contains("Have you done it?") {
                "3".to_owned()
            } else if asked.contains("Where did you buy it?") {
                "elsewhere".to_owned()
            } else if asked.contains("\n  ?. ") {
                "?".to_owned()
            } else if asked.contains("A single dash") {
                "-".to_owned()
            } else if ["Enter without typing", "] (“<”", "s to stop here"]
                .iter()
                .any(|words| asked.contains(words))
            {
                String::new()
            } else if asked.contains("\n  1. ") {
                "1".to_owned()
            } else {
                "Something".to_owned()
            };
            if line == "?" || line == "-" || asked.contains("Enter without typing") {
                unknown += 1;
            }
            line
        });
        assert_eq!(left.code, Some(0), "{problem}\n{}", left.err);
        assert!(unknown >= 2, "{problem}\n{}", left.err);
        assert!(!left.err.contains("error:"), "{problem}\n{}", left.err);
        let next = left.err.lines().rfind(|line| line.starts_with("Next: "));
        let next = next.unwrap_or_else(|| panic!("{problem}\n{}", left.err));
        assert!(
            next.chars().count() > "Next: ".len() + 10,
            "{problem}: {next}"
        );
        let claim = &home.claims()[0];
        assert_eq!(claim["problem"], *problem);
        assert!(
            claim["next"]["command"]
                .as_str()
                .is_some_and(|c| c.contains("claimctl"))
        );
        let routes = claim["routes"].as_array().expect("routes");
        assert!(!routes.is_empty(), "{problem}: nothing to do");
    }
}

#[test]
fn nobody_to_ask_is_an_error_that_names_the_option() {
    let home = Home::new("en");
    let left = home.run(&["new"], "");
    assert_eq!(left.code, Some(2), "{}", left.err);
    assert!(left.err.contains("--answers"), "{}", left.err);
}

#[test]
fn the_end_of_the_input_keeps_what_was_answered() {
    let home = Home::new("en");
    let left = home.run(
        &["new", "--prompts", "plain"],
        "1\n1\naliexpress\nBright Home Store\n",
    );
    assert_eq!(left.code, Some(130), "{}", left.err);
    let left = home.run(&["next", "1", "--prompts", "plain"], "<\n");
    assert!(
        left.err.contains("Which country do you live in?"),
        "{}",
        left.err
    );
    assert!(left.err.contains("[Bright Home Store]"), "{}", left.err);
}

#[test]
fn a_shop_that_has_vanished_is_told_of_where_one_says_what_has_happened() {
    let home = Home::new("en");
    let answers = r#"
        problem = "not-received"
        wanted = "refund"
        country = "FR"
        seller = "Bright Home Store"
        seller_kind = "trader"
        sale = "online"
        item = "Guirlande"
        item_kind = "goods"
        order_ref = "3001"
        amount = "18.49 EUR"
        payment = "card"
        ordered_on = 2026-10-12
        latest_delivery_on = 2026-11-05
        contacted_on = 2026-11-16
    "#;
    let made = home.run(&["new", "--answers", "-"], answers);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let walk = |lines: &str| home.run(&["next", "1", "--prompts", "plain"], lines).err;
    let said = walk("2\n4\nvanished\n");
    for line in [
        "No longer for this claim: Consumer mediator.",
        "Next: Dispute the payment with your bank",
    ] {
        assert!(said.contains(line), "{said}");
    }
    let facts = home.run(&["edit", "1"], "");
    assert!(facts.out.contains("shop_vanished=yes"), "{}", facts.out);
    // It is offered once, and only where somebody may have vanished.
    assert!(!walk("4\n").contains("The shop has vanished"));
}
