//! The JSON Schema of playbooks: it takes every playbook that holds, knows every key, and says what each means.

use std::collections::BTreeSet;
use std::path::Path;

use claimctl::domain::message::Arg;
use claimctl::playbook;
use serde_json::{Value, json};

/// A playbook as whoever checks TOML by a JSON Schema sees it: a day is a text.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => table.iter().map(|(k, v)| (k.clone(), as_json(v))).collect(),
        toml::Value::Array(all) => all.iter().map(as_json).collect(),
        toml::Value::Datetime(day) => json!(day.to_string()),
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(yes) => json!(yes),
    }
}

/// What a schema refuses of a value, by the path to it. Only what this schema uses is understood; anything else is a panic.
fn refused(schema: &Value, value: &Value, root: &Value, path: &str, found: &mut Vec<String>) {
    let fits = |schema: &Value, value: &Value| {
        let mut found = Vec::new();
        refused(schema, value, root, path, &mut found);
        found.is_empty()
    };
    for (keyword, wanted) in schema.as_object().expect("a schema") {
        let holds = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "format" | "then" => true,
            "$ref" => {
                let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                refused(root.pointer(pointer).unwrap(), value, root, path, found);
                true
            }
            "type" => match wanted.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                "integer" => value.is_i64(),
                other => panic!("a type `{other}`"),
            },
            "const" => value == wanted,
            "enum" => wanted.as_array().unwrap().contains(value),
            "anyOf" => wanted
                .as_array()
                .unwrap()
                .iter()
                .any(|one| fits(one, value)),
            "not" => !fits(wanted, value),
            "if" => {
                if fits(wanted, value) {
                    refused(&schema["then"], value, root, path, found);
                }
                true
            }
            "minimum" => value.as_i64() >= wanted.as_i64(),
            "maximum" => value.as_i64() <= wanted.as_i64(),
            "minItems" => value
                .as_array()
                .is_none_or(|all| all.len() as u64 >= wanted.as_u64().unwrap()),
            "maxItems" => value
                .as_array()
                .is_none_or(|all| all.len() as u64 <= wanted.as_u64().unwrap()),
            "required" => {
                let names = wanted.as_array().unwrap().iter();
                names
                    .map(|n| n.as_str().unwrap())
                    .all(|n| value.get(n).is_some())
            }
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    refused(wanted, item, root, &format!("{path}/{at}"), found);
                }
                true
            }
            "properties" => {
                for (key, schema) in wanted.as_object().unwrap() {
                    if let Some(value) = value.get(key) {
                        refused(schema, value, root, &format!("{path}/{key}"), found);
                    }
                }
                true
            }
            "additionalProperties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    let known = schema
                        .get("properties")
                        .is_some_and(|all| all.get(key).is_some());
                    let path = format!("{path}/{key}");
                    match wanted {
                        _ if known => {}
                        Value::Bool(false) => found.push(format!("{path}: unknown")),
                        wanted => refused(wanted, value, root, &path, found),
                    }
                }
                true
            }
            "pattern" => matches(wanted.as_str().unwrap(), value.as_str().unwrap_or_default()),
            other => panic!("a keyword `{other}`"),
        };
        if !holds {
            found.push(format!("{path}: {keyword} {wanted}"));
        }
    }
}

/// Whether a text has a form, for the forms that this schema uses; their texts are checked by the program itself too.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern {
        "[*]$" => text.ends_with('*'),
        "^https://[^ ]+$" => text.starts_with("https://"),
        "^[A-Z]{2}$" => text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => text.parse::<chrono::NaiveDate>().is_ok(),
        "^(<=|>|unknown$)" => text.starts_with(['<', '>']) || text == "unknown",
        _ => !text.is_empty(),
    }
}

#[track_caller]
fn check(name: &str, text: &str) -> Vec<String> {
    let schema = playbook::schema();
    let value: toml::Value = toml::from_str(text).unwrap_or_else(|e| panic!("{name}: {e}"));
    let mut found = Vec::new();
    refused(&schema, &as_json(&value), &schema, name, &mut found);
    found
}

#[test]
fn every_playbook_that_holds_fits_the_schema() {
    let mut wrong = Vec::new();
    for id in playbook::builtin_ids().filter(|id| !id.starts_with("holidays/")) {
        wrong.extend(check(id, playbook::builtin_text(id).unwrap()));
    }
    let example = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples/playbooks/platform/atelier-lumen.toml");
    wrong.extend(check(
        "atelier-lumen",
        &std::fs::read_to_string(example).unwrap(),
    ));
    wrong.extend(check("the guide", crate::guide::example()));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_the_schema_can_tell_it_refuses() {
    for (code, text) in [
        ("bad-url", include_str!("invalid/bad-url.toml")),
        ("empty-list", include_str!("invalid/empty-list.toml")),
        (
            "event-about-the-log",
            include_str!("invalid/event-about-the-log.toml"),
        ),
        ("missing-key", include_str!("invalid/missing-key.toml")),
        (
            "missing-translation",
            include_str!("invalid/missing-translation.toml"),
        ),
        ("bad-number", include_str!("invalid/bad-number.toml")),
        (
            "rule-without-source",
            include_str!("invalid/rule-without-source.toml"),
        ),
        ("unknown-event", include_str!("invalid/unknown-event.toml")),
        ("unknown-key", include_str!("invalid/unknown-key.toml")),
        (
            "unsupported-format",
            include_str!("invalid/unsupported-format.toml"),
        ),
        ("wrong-type", include_str!("invalid/wrong-type.toml")),
        (
            "percent-too-large",
            include_str!("invalid/percent-too-large.toml"),
        ),
    ] {
        assert!(!check(code, text).is_empty(), "{code}");
    }
}

#[test]
fn a_file_that_refines_another_may_leave_out_what_it_inherits() {
    let text = include_str!("invalid/unknown-key.toml").replace("lenght = \"P14D\" # <-\n", "");
    assert_eq!(check("whole", &text), [""; 0]);
    let lacking = text
        .replace("who = \"consumer\"\n", "")
        .replace("door = \"seller\"\n", "");
    assert_eq!(check("lacking", &lacking).len(), 2);
    let refining = lacking.replace("reviewed_on", "refines = \"law/eu/x\"\nreviewed_on");
    assert_eq!(check("refining", &refining), [""; 0]);
    let without_source = refining.replacen("\nsource = \"terms\"\n", "\n", 1);
    assert_eq!(check("without source", &without_source).len(), 1);
}

/// The tables of a playbook, with a text in which something else stands there.
const TABLES: &[(&str, &str)] = &[
    ("", "zzz = 1"),
    ("Source", "[[source]]\nzzz = 1"),
    ("Question", "[[question]]\nzzz = 1"),
    ("Option", "[[question]]\noptions = [{ zzz = 1 }]"),
    ("Text", "title = { zzz = 1 }"),
    ("Rule", "[[rule]]\nzzz = 1"),
    ("Start", "[[rule]]\nfrom = [{ zzz = 1 }]"),
    ("Cap", "[[rule]]\ncap = { zzz = 1 }"),
    ("WaitsFor", "[[rule]]\nwaits_for = { zzz = 1 }"),
    ("Surcharge", "[[surcharge]]\nzzz = 1"),
    ("Beyond", "[[surcharge]]\nbeyond = { zzz = 1 }"),
    ("Band", "[[surcharge]]\nbands = [{ zzz = 1 }]"),
    ("Rate", "[[rate]]\nzzz = 1"),
    ("Route", "[[route]]\nzzz = 1"),
    ("Proof", "[[route]]\nproof = { zzz = 1 }"),
    ("DeadEnd", "[[dead_end]]\nzzz = 1"),
    ("ChecklistItem", "[[checklist]]\nzzz = 1"),
    ("Letter", "[[letter]]\nzzz = 1"),
    ("Contact", "[[contact]]\nzzz = 1"),
    ("Example", "[[example]]\nzzz = 1"),
    ("Event", "[[example]]\nevents = [{ zzz = 1 }]"),
    ("ExpectedDeadline", "[[example]]\ndeadlines = [{ zzz = 1 }]"),
    ("ExpectedRoute", "[[example]]\nroutes = [{ zzz = 1 }]"),
];

fn table<'a>(schema: &'a Value, name: &str) -> &'a Value {
    match name {
        "" => schema,
        name => &schema["$defs"][name],
    }
}

#[test]
fn the_schema_has_the_keys_that_the_program_reads() {
    let schema = playbook::schema();
    for (name, text) in TABLES {
        let problems = playbook::parse(text, None, "sample.toml").unwrap_err();
        let unknown = problems
            .iter()
            .find(|p| p.code == "unknown-key")
            .expect(name);
        let valid = unknown
            .message
            .args
            .iter()
            .find_map(|(name, arg)| match arg {
                Arg::Text(valid) if *name == "valid" => Some(valid.as_str()),
                _ => None,
            });
        let read: BTreeSet<&str> = valid.unwrap().split(", ").collect();
        let properties = table(&schema, name)["properties"].as_object();
        let known: BTreeSet<&str> = properties.expect(name).keys().map(String::as_str).collect();
        assert_eq!(known, read, "{name}");
        assert_eq!(
            table(&schema, name)["additionalProperties"],
            false,
            "{name}"
        );
    }
}

#[test]
fn every_key_is_explained_and_every_table_is_tested() {
    let schema = playbook::schema();
    let mut silent = Vec::new();
    for (name, _) in TABLES {
        let properties = table(&schema, name)["properties"].as_object().expect(name);
        for (key, property) in properties {
            let said = property["description"].as_str().unwrap_or_default();
            if said.is_empty() {
                silent.push(format!("{name}.{key}"));
            }
        }
    }
    assert!(
        silent.is_empty(),
        "the guide’s example says nothing of {silent:?}"
    );
    let defined = schema["$defs"].as_object().unwrap();
    let with_keys = defined
        .iter()
        .filter(|(_, d)| d["additionalProperties"] == false);
    let tested: BTreeSet<&str> = TABLES.iter().map(|(name, _)| *name).collect();
    let untested: Vec<&String> = with_keys
        .map(|(name, _)| name)
        .filter(|name| !tested.contains(name.as_str()))
        .collect();
    assert_eq!(untested, [""; 0]);
}
