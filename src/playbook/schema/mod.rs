//! The format of playbooks as a JSON Schema (draft 2020-12), for editors that complete and check TOML by one.
//!
//! It is derived from the raw tables themselves, so that it never lags behind; what it says of a key, the guide says.

mod facts;
pub(super) mod forms;
mod guide;
pub(super) mod ids;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

pub(super) use facts::{Assumed, Facts};

use super::check::MOST_TABLES;
use super::raw::{RawExample, RawPlaybook, Spanned};
use guide::Words;

/// The tables, by the names of their schemas.
const TABLES: &[(&str, &str)] = &[
    ("ChecklistItem", "checklist"),
    ("Condition", "when"),
    ("Contact", "contact"),
    ("DeadEnd", "dead_end"),
    ("Example", "example"),
    ("Letter", "letter"),
    ("Question", "question"),
    ("Rate", "rate"),
    ("Route", "route"),
    ("Rule", "rule"),
    ("Source", "source"),
    ("Surcharge", "surcharge"),
];

/// Keys that mean the same wherever they stand, and the table that explains them.
const EVERYWHERE: &[(&str, &str)] = &[
    ("id", "rule"),
    ("in_force_from", "rule"),
    ("source", "rule"),
    ("until", "rule"),
    ("url", "source"),
    ("when", "question"),
];

/// What a file that refines another one may leave out, by schema: everything but these.
const NEVER_INHERITED: &[(&str, &str, &[&str])] = &[
    ("DeadEnd", "dead_end", &["id", "source"]),
    ("Route", "route", &["id"]),
    ("Rule", "rule", &["id", "source"]),
];

/// Returns the schema of a playbook.
#[must_use]
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let schema = generator.into_root_schema_for::<RawPlaybook<Spanned<RawExample>>>();
    let mut root = plain(schema.to_value());
    let words = guide::words();
    explain(&mut root, "", &words);
    for (name, table) in TABLES {
        explain(&mut root["$defs"][*name], table, &words);
    }
    may_be_inherited(&mut root);
    let tables = root["properties"].as_object_mut().into_iter();
    for table in tables.flat_map(Map::values_mut) {
        if table["type"] == "array" {
            table["maxItems"] = json!(MOST_TABLES);
        }
    }
    root["title"] = json!("A playbook of claimctl");
    root["description"] = json!(
        "Knowledge about one law, platform, means of payment or sector: rules, routes, letters, examples."
    );
    root
}

/// Takes out what means nothing in TOML: null, defaults, and how the types are called here.
fn plain(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let is_null = |v: &Value| *v == json!("null") || *v == json!({ "type": "null" });
            let mut kept = Map::new();
            for (key, value) in map {
                match (key.as_str(), value) {
                    ("default", _) => {}
                    ("format", Value::String(size)) if size.contains("int") => {}
                    ("type", Value::Array(mut types)) => {
                        types.retain(|t| !is_null(t));
                        let one = if types.len() == 1 {
                            types.remove(0)
                        } else {
                            types.into()
                        };
                        kept.insert(key, one);
                    }
                    ("anyOf", Value::Array(mut all)) if all.iter().any(is_null) => {
                        all.retain(|v| !is_null(v));
                        for one in all {
                            if let Value::Object(one) = plain(one) {
                                kept.extend(one);
                            }
                        }
                    }
                    ("enum", Value::Array(mut all)) => {
                        all.retain(|v| !v.is_null());
                        kept.insert(key, all.into());
                    }
                    ("$ref", Value::String(name)) => {
                        kept.insert(key, name.replace("/Raw", "/").into());
                    }
                    (_, value) => {
                        let name = key.strip_prefix("Raw").unwrap_or(&key).to_owned();
                        kept.insert(name, plain(value));
                    }
                }
            }
            Value::Object(kept)
        }
        Value::Array(all) => Value::Array(all.into_iter().map(plain).collect()),
        other => other,
    }
}

/// Puts the words of the guide beside the keys of a table.
fn explain(schema: &mut Value, table: &str, words: &Words) {
    if let Some(said) = words.get(&(String::new(), table.to_owned())) {
        schema["description"] = json!(said);
    }
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    for (key, property) in properties {
        let elsewhere = EVERYWHERE.iter().find(|(name, _)| name == key);
        let said = words.get(&(table.to_owned(), key.clone())).or_else(|| {
            let (_, table) = elsewhere?;
            words.get(&((*table).to_owned(), key.clone()))
        });
        if let Some(said) = said {
            property["description"] = json!(said);
        }
    }
}

/// What must be there is only asked for where it cannot come from a base.
fn may_be_inherited(root: &mut Value) {
    let mut whole = Map::new();
    for (name, table, kept) in NEVER_INHERITED {
        let required = &mut root["$defs"][*name]["required"];
        let items = json!({ "required": required.take() });
        *required = json!(kept);
        whole.insert((*table).to_owned(), json!({ "items": items }));
    }
    root["if"] = json!({ "not": { "required": ["refines"] } });
    root["then"] = json!({ "properties": whole });
}
