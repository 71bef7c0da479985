//! Facts as schemas: conditions on them, what goes without saying, and those of an example.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::super::facts::{Values, condition_keys, known};
use super::super::raw::RawCondition;
use crate::domain::claim::FACTS;
use crate::domain::condition::UNKNOWN;
use crate::domain::event::EventKind;

/// What goes without saying: facts with their values.
pub(in crate::playbook) struct Assumed;

/// The facts of an example.
pub(in crate::playbook) struct Facts;

impl JsonSchema for RawCondition {
    fn schema_name() -> Cow<'static, str> {
        "RawCondition".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let listed = |key: &str| json!({ "type": "array", "minItems": 1, "items": asked(key) });
        let keys = || condition_keys().into_iter();
        let properties: Map<String, Value> =
            keys().map(|key| (key.to_owned(), listed(key))).collect();
        // A question of some playbook can be asked for too.
        let question = json!({ "type": "array", "minItems": 1, "items": { "type": "string" } });
        let mut with_not = properties.clone();
        with_not.insert(
            "not".to_owned(),
            json!({
                "type": "object",
                "properties": properties,
                "additionalProperties": question.clone(),
            }),
        );
        json_schema!({
            "type": "object",
            "properties": with_not,
            "additionalProperties": question,
        })
    }
}

/// A value that a condition can ask for.
fn asked(key: &str) -> Value {
    match known(key) {
        Some(Values::Closed(all) | Values::Computed(all)) => {
            let all: Vec<&str> = all.into_iter().chain([UNKNOWN]).collect();
            json!({ "anyOf": [{ "enum": all }, { "type": "string", "pattern": "[*]$" }] })
        }
        Some(Values::Amount) => json!({ "type": "string", "pattern": "^(<=|>|unknown$)" }),
        _ => json!({ "type": "string" }),
    }
}

impl JsonSchema for Assumed {
    fn schema_name() -> Cow<'static, str> {
        "Assumed".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "properties": values(FACTS.iter().map(|key| (*key).to_owned())),
            "additionalProperties": { "type": "string" },
        })
    }
}

impl JsonSchema for Facts {
    fn schema_name() -> Cow<'static, str> {
        "Facts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let terms = crate::domain::claim::Term::ALL
            .iter()
            .map(|t| t.id().to_owned());
        let happened = EventKind::ALL
            .iter()
            .filter(|kind| !kind.is_about_the_log());
        let keys = FACTS.iter().map(|key| (*key).to_owned()).chain(terms);
        json_schema!({
            "type": "object",
            "required": ["problem"],
            "properties": values(keys.chain(happened.map(|kind| kind.answer_key()))),
            "additionalProperties": { "type": "string" },
        })
    }
}

fn values(keys: impl Iterator<Item = String>) -> Map<String, Value> {
    keys.map(|key| {
        let value = value(&key);
        (key, value)
    })
    .collect()
}

/// A value that a fact can have.
fn value(key: &str) -> Value {
    match known(key) {
        Some(Values::Closed(all)) => json!({ "type": "string", "enum": all }),
        Some(Values::Country) => json!({ "type": "string", "pattern": "^[A-Z]{2}$" }),
        Some(Values::Event(_) | Values::Term(_)) => json!({ "type": "string", "format": "date" }),
        _ => json!({ "type": "string" }),
    }
}
