//! Files that are read as they are meant, files that cannot be read, and any text at all.

use proptest::prelude::*;

use super::*;
use crate::domain::event::{Channel, EventKind};
use crate::domain::party::{ItemKind, Sale};

#[test]
fn reads_a_whole_file() {
    let answers = with(
        r#"
platform = "amazon"
item = "Headphones"
order_ref = 123456789012345678901
amount = "34,90 €"
payment = "card-visa"
description = """
Two lines,
no parcel."""
delivered_on = "2026-11-10"
ordered_on = 2026-10-19
tracking-delivered_on = 2026-11-09
contacted_at = 2026-11-12T14:30:00
contacted_channel = "email"
latest_delivery_on = 2026-12-24
notice_period = "P1M"
language = "fr"
title = "The parcel"
"#,
    )
    .expect("a valid file");
    let claim = &answers.claim;
    assert_eq!(
        claim.fact("order_ref").as_deref(),
        Some("123456789012345678901")
    );
    assert_eq!(claim.fact("amount").as_deref(), Some("34.90 EUR"));
    assert_eq!(
        claim.fact("description").as_deref(),
        Some("Two lines,\nno parcel.")
    );
    assert_eq!(
        claim.fact("latest_delivery_on").as_deref(),
        Some("2026-12-24")
    );
    assert_eq!(claim.fact("notice_period").as_deref(), Some("P1M"));
    assert_eq!(claim.language, Language::French);
    assert!(!claim.draft);
    let events: Vec<String> = answers
        .events
        .iter()
        .map(|e| {
            format!(
                "{} {} {:?} {:?}",
                e.on,
                e.kind,
                e.at.map(|t| t.to_string()),
                e.channel
            )
        })
        .collect();
    assert_eq!(
        events,
        [
            "2026-10-19 ordered None None",
            "2026-11-09 tracking-delivered None None",
            "2026-11-10 delivered None None",
            "2026-11-12 contacted Some(\"14:30:00\") Some(Email)",
        ]
    );
    assert_eq!(answers.events[3].channel, Some(Channel::Email));
}

#[test]
fn reads_json_as_it_reads_toml() {
    let json = r#"{"problem": "late", "wanted": "refund", "country": "FR", "seller": "Example",
        "seller_kind": "trader", "sale": "online", "item_kind": "goods", "order_ref": 12345678901234567890123,
        "platform": null, "ordered_on": "2026-10-19", "contacted_at": "2026-11-06 14:30"}"#;
    let answers = read_as(Format::Json, json).expect("a valid file");
    assert_eq!(
        answers.claim.order_ref.as_deref(),
        Some("12345678901234567890123")
    );
    assert_eq!(answers.claim.platform, None);
    assert_eq!(answers.claim.language, Language::English);
    assert_eq!(answers.events[1].kind, EventKind::Contacted);
    assert_eq!(
        answers.events[1].at.map(|t| t.to_string()).as_deref(),
        Some("14:30:00")
    );
}

#[test]
fn what_goes_without_saying_is_filled_in_and_can_be_changed() {
    let said = r#"
problem = "damaged"
wanted = "refund"
country = "FR"
seller = "Example"
item_kind = "goods"
platform = "amazon"
sale = "phone"
"#;
    let claim = read_as(Format::Toml, said).expect("a valid file").claim;
    assert_eq!(claim.sale, Some(Sale::Phone));
    assert_eq!(claim.item_kind, Some(ItemKind::Goods));
    assert_eq!(claim.fact("seller_kind").as_deref(), Some("trader"));
    // Without the platform nothing goes without saying.
    assert_eq!(
        told(read_as(
            Format::Toml,
            &said.replace("platform = \"amazon\"\n", "")
        )),
        ["- seller_kind: missing | valid-values values=trader, private"]
    );
}

#[test]
fn the_examples_are_valid() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let mut read = Vec::new();
    for file in std::fs::read_dir(folder).expect("the examples") {
        let path = file.expect("an example").path();
        let name = path
            .file_name()
            .and_then(|n| n.to_str())
            .expect("a name")
            .to_owned();
        if !name.ends_with(".toml") && !name.ends_with(".json") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("an example");
        let answers = read_as(Format::guess(&name, &text), &text)
            .unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        assert!(
            answers.claim.amount.is_some() && !answers.events.is_empty(),
            "{name}"
        );
        read.push(name);
    }
    assert!(read.len() >= 7, "{read:?}");
}

#[test]
fn names_every_missing_answer() {
    assert_eq!(
        told(read_as(Format::Toml, "")),
        [
            "- problem: missing | valid-values values=not-received, marked-delivered, late, damaged, defective, \
             not-as-described, wrong-item, counterfeit, change-of-mind, cancel-order, cancel-subscription, \
             wrong-charge, unknown-charge, refund-missing, special-circumstances",
            "- wanted: missing | valid-values values=refund, partial-refund, replacement, repair, delivery, \
             cancellation, price-reduction",
            "- country: missing | write-text value=FR",
            "- seller: missing | write-text value=…",
            "- seller_kind: missing | valid-values values=trader, private",
            "- sale: missing | valid-values values=online, phone, home-visit, store",
            "- item_kind: missing | valid-values values=goods, second-hand-goods, service, digital, subscription",
        ]
    );
    assert_eq!(told(read_as(Format::Json, "{}")).len(), 7);
}

#[test]
fn asks_for_what_the_platform_needs() {
    refuses(
        "platform = \"bazaar\"",
        &[
            "- sold_by: missing-for playbook=Market | valid-values values=platform, seller",
            "- tracked: missing-for playbook=Market | valid-values values=yes, no",
        ],
    );
    let late = WHOLE.replace("not-received", "late");
    let late = format!("{late}platform = \"bazaar\"\nsold_by = \"seller\"\ntracked = \"no\"\n");
    assert_eq!(
        told(read_as(Format::Toml, &late)),
        ["- shipped_on: missing-for playbook=Market | write-text value=2026-11-20"]
    );
    assert!(read_as(Format::Toml, &format!("{late}shipped_on = 2026-11-01")).is_ok());
}

#[test]
fn takes_answers_to_the_playbooks_own_questions() {
    let claim = with("tracked = true\nvisit_day = 2026-12-01\nreason = \"lost\"")
        .expect("a valid file")
        .claim;
    assert_eq!(claim.fact("tracked").as_deref(), Some("yes"));
    assert_eq!(claim.fact("visit_day").as_deref(), Some("2026-12-01"));
    assert_eq!(claim.fact("reason").as_deref(), Some("lost"));
    refuses(
        "tracked = \"perhaps\"\nvisit_day = \"soon\"\nreason = \"lots\"",
        &[
            "8 tracked: unknown-value value=perhaps | valid-values values=yes, no",
            "9 visit_day: date-format value=soon | write value=2026-11-20",
            "10 reason: unknown-value value=lots | did-you-mean-value value=lost values=broken, lost",
        ],
    );
}

#[test]
fn refuses_keys_given_twice_in_whatever_form() {
    refuses(
        "item = \"a\"\nitem = \"b\"\ncontacted_on = 2026-11-01\ncontacted_at = 2026-11-01T10:00:00\ntracking_delivered_on = 2026-11-01\ntracking-delivered_on = 2026-11-01",
        &[
            "9 item: twice first=8",
            "11 contacted_at: twice first=10",
            "13 tracking-delivered_on: twice first=12",
        ],
    );
    let json = "{\"problem\": \"late\",\n \"description\": \"{ \\\"item\\\": [\",\n \"item\": \"a\",\n \"item\": \"b\"}";
    assert_eq!(
        told(read_as(Format::Json, json))[0],
        "4 item: twice first=3"
    );
}

#[test]
fn refuses_what_needs_a_claim_or_a_day() {
    refuses(
        "closed_on = 2026-11-01\ncontacted_channel = \"email\"\nordered_channel = \"email\"",
        &[
            "8 closed_on: later | later-hint",
            "9 contacted_channel: channel-alone | channel-alone-hint known=contacted_on",
            "10 ordered_channel: unknown-key | keys-hint",
        ],
    );
}

#[test]
fn tells_of_every_broken_line_of_toml_and_of_the_others_too() {
    refuses(
        "ordered_on = 03/04/2026 # spring\npayment = card\nitem = \"a\namount = 34,90 €\nshipped_on = 2026-11-31\ntitel = \"x\"",
        &[
            "8 ordered_on: date-ambiguous value=03/04/2026 | write-either one=2026-04-03 other=2026-03-04",
            "9 payment: quote | write-text value=card",
            "10 item: unreadable | toml-hint",
            "11 amount: quote | write-text value=34,90 €",
            "12 shipped_on: date-unreal value=2026-11-31",
            "13 titel: unknown-key | did-you-mean known=title",
        ],
    );
    // Where the rest cannot be read, nothing is said to be missing.
    assert_eq!(
        told(read_as(Format::Toml, "item = \"a\"\nI was cheated")),
        ["2 -: not-toml | toml-hint"]
    );
    assert_eq!(
        told(read_as(Format::Toml, "description = \"\"\"\nfor ever")),
        ["2 -: not-toml | toml-hint"]
    );
}

#[test]
fn tells_where_json_goes_wrong() {
    assert_eq!(
        told(read_as(Format::Json, "{\n \"item\": 'a'\n}")),
        ["2 -: not-json column=10 | json-hint"]
    );
    assert_eq!(
        told(read_as(Format::Json, "{\n \"item\": \"a\"")),
        ["2 -: json-ends | json-hint"]
    );
    assert_eq!(
        told(read_as(Format::Json, "[]")),
        ["1 -: json-no-object | json-hint"]
    );
}

#[test]
fn quotes_nothing_harmful_and_nothing_long() {
    let long = "x".repeat(1000);
    let problems =
        with(&format!("\"a\\u001b[2J\" = 1\nsold_by = \"{long}\"")).expect_err("refused");
    assert_eq!(
        problems[0].what.args,
        [("key", Arg::Text("a\u{fffd}[2J".to_owned()))]
    );
    let (_, Arg::Text(quoted)) = &problems[1].what.args[1] else {
        panic!("a text")
    };
    assert_eq!(quoted.chars().count(), 61);
}

#[test]
fn guesses_the_format() {
    for (name, text, expected) in [
        ("a.json", "", Format::Json),
        ("a.JSON", "x = 1", Format::Json),
        ("a.toml", "{", Format::Toml),
        ("-", "\u{feff} \n{", Format::Json),
        ("-", "problem = 1", Format::Toml),
        ("", "", Format::Toml),
    ] {
        assert_eq!(Format::guess(name, text), expected, "{name} {text}");
    }
}

#[test]
fn a_byte_order_mark_is_no_problem() {
    let marked = format!("\u{feff}{}", WHOLE.replace('\n', "\r\n"));
    assert!(read_as(Format::Toml, &marked).is_ok());
}

#[test]
fn takes_no_harm_from_files_made_to_harm() {
    let deep = "[".repeat(200_000);
    let long = "a = b c\n".repeat(20_000);
    for (text, format) in [
        (format!("item = {deep}"), Format::Toml),
        (deep.clone(), Format::Toml),
        (format!("{{\"item\": {deep}"), Format::Json),
        (format!("{} = 1", "a.".repeat(100_000) + "a"), Format::Toml),
        (long, Format::Toml),
        (format!("{} = 1", "k".repeat(1_000_000)), Format::Toml),
    ] {
        assert!(read_as(format, &text).is_err());
    }
}

proptest! {
    #[test]
    fn never_panics(text in any::<String>(), json in any::<bool>()) {
        let format = if json { Format::Json } else { Format::Toml };
        let _ = read_as(format, &text);
    }

    #[test]
    fn never_panics_on_what_looks_like_a_file(
        lines in prop::collection::vec(
            ("(ordered_on|contacted_at|amount|region|notice_period|order_ref|platform|item)", "[ =:]{1,3}", "[\"\\[{]?[0-9a-zA-Zé/:.€+ -]{0,20}[\"\\]}]?"),
            0..8,
        ),
        json in any::<bool>(),
    ) {
        let text: String = if json {
            let pairs: Vec<String> = lines.iter().map(|(k, _, v)| format!("\"{k}\": \"{}\"", v.replace('"', ""))).collect();
            format!("{{{}}}", pairs.join(", "))
        } else {
            lines.iter().map(|(k, sep, v)| format!("{k}{sep}{v}\n")).collect()
        };
        let format = if json { Format::Json } else { Format::Toml };
        let problems = read_as(format, &text).expect_err("too little is said");
        prop_assert!(!problems.is_empty());
        let order: Vec<usize> = problems.iter().map(|p| p.line.unwrap_or(usize::MAX)).collect();
        prop_assert!(order.is_sorted());
    }
}
