//! `claimctl export`: the public schema.

use serde_json::Value;

use super::sandbox::{EXAMPLES, Sandbox};

#[test]
fn a_claim_in_the_whole_schema() {
    let desk = Sandbox::english();
    let id = desk.new_from("refund-ticket.toml");
    let file = desk.write("invoice.txt", "hello");
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--channel",
        "form",
        "--file",
        &file,
    ]);
    let text = desk.done(&["export", &id]);
    let text: Vec<&str> = text
        .lines()
        .map(|line| match line.trim_start() {
            l if l.starts_with("\"uid\"") => "      \"uid\": [UID],",
            l if l.starts_with("\"created_at\"") => "      \"created_at\": [INSTANT]",
            l if l.starts_with("\"recorded_at\"") => "          \"recorded_at\": [INSTANT],",
            _ => line,
        })
        .collect();
    insta::assert_snapshot!("export_claim", text.join("\n"));
}

/// The keys of the contract, and of what lies below them. A value that is absent is null, never left out.
const CLAIM: &[&str] = &[
    "id",
    "uid",
    "title",
    "status",
    "step",
    "problem",
    "wanted",
    "country",
    "seller",
    "purchase",
    "playbooks",
    "next",
    "deadlines",
    "routes",
    "events",
    "evidence",
    "money",
    "outcome",
    "closed_on",
];
const BELOW: &[(&str, &[&str])] = &[
    (
        "seller",
        &["name", "kind", "sold_by", "shipped_by", "platform"],
    ),
    (
        "purchase",
        &[
            "order_ref",
            "ordered_on",
            "delivered_on",
            "latest_delivery_on",
            "amount",
            "payment",
        ],
    ),
    ("next", &["what", "command", "due_on"]),
    (
        "deadlines",
        &[
            "rule", "who", "what", "opens_on", "due_on", "legal_on", "state", "source",
        ],
    ),
    (
        "routes",
        &["route", "state", "opens_on", "closes_on", "reason"],
    ),
    (
        "events",
        &[
            "kind",
            "on",
            "at",
            "recorded_at",
            "channel",
            "direction",
            "note",
            "amount",
            "evidence",
        ],
    ),
    (
        "evidence",
        &[
            "no",
            "kind",
            "name",
            "sha256",
            "bytes",
            "confidential",
            "purged_on",
        ],
    ),
    ("money", &["asked", "received", "outstanding", "surcharge"]),
];
const SOURCE: &[&str] = &[
    "title",
    "article",
    "url",
    "checked_on",
    "basis",
    "confidence",
];

#[track_caller]
fn has(value: &Value, keys: &[&str]) {
    let object = value
        .as_object()
        .unwrap_or_else(|| panic!("no object: {value}"));
    for key in keys {
        assert!(object.contains_key(*key), "no `{key}` in {value}");
    }
}

#[test]
fn every_key_of_the_schema_is_there_in_every_claim() {
    let desk = Sandbox::english();
    for example in EXAMPLES {
        desk.new_from(example);
    }
    let file = desk.write("a.txt", "a");
    desk.done(&["evidence", "add", "1", &file]);
    desk.done(&["close", "4", "--outcome", "cancelled"]);
    let all = desk.json(&["export"]);
    assert_eq!(all["schema"], "claimctl/claims/1");
    assert_eq!(all["exported_on"], "2026-11-20");
    let claims = all["claims"].as_array().unwrap();
    assert_eq!(claims.len(), EXAMPLES.len(), "closed claims too");
    for claim in claims {
        has(claim, CLAIM);
        assert!(claim["id"].is_i64());
        for (key, keys) in BELOW {
            match &claim[key] {
                Value::Array(list) => list.iter().for_each(|item| has(item, keys)),
                one => has(one, keys),
            }
        }
        for deadline in claim["deadlines"].as_array().unwrap() {
            has(&deadline["source"], SOURCE);
            assert!(
                deadline["rule"].as_str().unwrap().contains('#'),
                "{deadline}"
            );
        }
    }
}

#[test]
fn claims_are_chosen_by_their_numbers() {
    let desk = Sandbox::english();
    for example in EXAMPLES {
        desk.new_from(example);
    }
    let ids = |args: &[&str]| -> Vec<i64> {
        let all = desk.json(&[&["export"], args].concat());
        let claims = all["claims"].as_array().unwrap().clone();
        claims.iter().map(|c| c["id"].as_i64().unwrap()).collect()
    };
    assert_eq!(ids(&["3", "1"]), [3, 1]);
    insta::assert_snapshot!(desk.run(&["export", "1", "9"]), @r#"
    [stderr]
    error: there is no claim 9
    hint: claimctl list --all
    [exit 3]
    "#);
    insta::assert_snapshot!(Sandbox::english().run(&["export"]), @r#"
    {
      "schema": "claimctl/claims/1",
      "exported_on": "2026-11-20",
      "claims": []
    }
    "#);
}

#[test]
fn a_table_has_one_row_per_claim() {
    let desk = Sandbox::english();
    for example in EXAMPLES {
        desk.new_from(example);
    }
    let text = desk.done(&["export", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = reader.headers().unwrap().len();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), EXAMPLES.len());
    assert!(rows.iter().all(|row| row.len() == columns));
}

#[test]
fn a_file_is_written_whole_and_readable_by_the_owner_alone() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let output = desk.run(&["export", &id, "--out", "claim.json"]);
    assert!(output.stdout.is_empty(), "{output}");
    assert_eq!(output.code, 0, "{output}");
    let written = std::fs::read_to_string(desk.path("home/claim.json")).unwrap();
    assert_eq!(written, desk.done(&["export", &id]));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(desk.path("home/claim.json")).unwrap();
        assert_eq!(mode.permissions().mode() & 0o777, 0o600);
    }
    insta::assert_snapshot!(desk.run(&["export", &id, "--out", "nowhere/claim.json"]), @r#"
    [stderr]
    error: the file `nowhere/claim.json` could not be written
    caused by: it does not exist
    [exit 1]
    "#);
}
