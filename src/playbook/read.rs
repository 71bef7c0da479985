//! TOML to raw tables. A file that does not fit is read again piece by piece, so that every problem comes out at once.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Deserializer};

use super::diagnostic::Diagnostic;
use crate::domain::message::Message;

/// More problems than that in one file help nobody.
const MOST: usize = 100;

/// What could be read, and what had to be left out for it.
pub(super) struct Read<T> {
    pub raw: Option<T>,
    pub problems: Vec<Diagnostic>,
    /// Keys that were left out; that they are missing is no further problem.
    pub left_out: Vec<String>,
}

/// Reads a text into a raw type, leaving out what does not fit.
pub(super) fn read<T: DeserializeOwned>(text: &str, file: &str) -> Read<T> {
    if let Ok(raw) = toml::from_str(text) {
        return Read {
            raw: Some(raw),
            problems: Vec::new(),
            left_out: Vec::new(),
        };
    }
    let (mut table, errors) = DeTable::parse_recoverable(text);
    let mut read = Read {
        raw: None,
        problems: errors
            .iter()
            .take(MOST)
            .map(|e| syntax(e, text, file))
            .collect(),
        left_out: Vec::new(),
    };
    if !read.problems.is_empty() {
        return read;
    }
    while read.problems.len() < MOST {
        let error = match T::deserialize(Deserializer::from(table.clone())) {
            Ok(raw) => {
                read.raw = Some(raw);
                break;
            }
            Err(error) => error,
        };
        let span = error.span().unwrap_or(0..0);
        read.problems.push(misfit(&error, text, file));
        match take_out(table.get_mut(), &span) {
            Some(key) => read.left_out.push(key),
            None => break,
        }
    }
    read
}

fn syntax(error: &toml::de::Error, text: &str, file: &str) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    if error.message().starts_with("duplicate key") {
        return Diagnostic::at("duplicate-key", file, text, &span);
    }
    let mut problem = Diagnostic::at("syntax", file, text, &span);
    problem.message = problem.message.with("detail", error.message());
    problem
}

/// Turns what serde says into a diagnostic with a code of its own.
fn misfit(error: &toml::de::Error, text: &str, file: &str) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let said = error.message();
    let mut named = said.split('`').skip(1).step_by(2);
    if said.starts_with("unknown field") {
        let key = named.next().unwrap_or_default();
        let mut valid: Vec<&str> = named.collect();
        valid.sort_unstable();
        let mut problem = Diagnostic::at("unknown-key", file, text, &span);
        problem.message = problem
            .message
            .with("key", key)
            .with("valid", valid.join(", "));
        return problem;
    }
    let expected = said
        .rsplit_once("expected ")
        .map_or("", |(_, expected)| expected);
    let kind = [
        ("string", "text"),
        ("sequence", "list"),
        ("boolean", "yes-no"),
        ("i64", "number"),
        ("datetime", "date"),
        ("struct", "table"),
        ("map", "table"),
    ]
    .iter()
    .find(|(word, _)| expected.contains(word))
    .map_or("other", |(_, kind)| kind);
    let mut problem = Diagnostic::at("wrong-type", file, text, &span);
    problem.message = problem
        .message
        .with("expected", Message::new(format!("playbook-type-{kind}")));
    problem
}

/// Takes out the key, or the key of the value, that stands at a place; returns its name.
fn take_out(table: &mut DeTable<'_>, span: &std::ops::Range<usize>) -> Option<String> {
    let here = table
        .iter()
        .find(|(key, value)| key.span() == *span || value.span() == *span)
        .map(|(key, _)| key.clone());
    if let Some(key) = here {
        table.remove(&key);
        return Some(key.into_inner().into_owned());
    }
    table
        .iter_mut()
        .find_map(|(_, value)| take_out_of_value(value, span))
}

fn take_out_of_value(
    value: &mut Spanned<DeValue<'_>>,
    span: &std::ops::Range<usize>,
) -> Option<String> {
    match value.get_mut() {
        DeValue::Table(table) => take_out(table, span),
        DeValue::Array(list) => {
            if let Some(at) = list.iter().position(|item| item.span() == *span) {
                let whole = std::mem::replace(list, DeArray::new());
                let kept = whole.into_iter().enumerate().filter(|(no, _)| *no != at);
                *list = kept.map(|(_, item)| item).collect();
                return Some(String::new());
            }
            list.iter_mut()
                .find_map(|item| take_out_of_value(item, span))
        }
        _ => None,
    }
}
