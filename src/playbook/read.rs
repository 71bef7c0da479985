//! TOML to raw tables. A file that does not fit is read again piece by piece, so that every problem comes out at once.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Deserializer};

use super::diagnostic::{Diagnostic, MOST};
use crate::domain::message::Message;

/// What could be read, and what had to be left out for it.
pub(super) struct Read<T> {
    pub raw: Option<T>,
    pub problems: Vec<Diagnostic>,
    /// Keys that were left out; that they are missing is no further problem.
    pub left_out: Vec<String>,
}

/// More misfits than that are not looked for: for each, the whole file is read again.
const MOST_MISFITS: usize = 30;

/// Reads a text into a raw type, leaving out what does not fit.
pub(super) fn read<T: DeserializeOwned>(text: &str, file: &str) -> Read<T> {
    if is_empty(text) {
        return Read {
            raw: None,
            problems: vec![Diagnostic::of_file("empty-file", file)],
            left_out: Vec::new(),
        };
    }
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
    while read.problems.len() < MOST_MISFITS {
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

/// Whether nothing is written there but comments.
fn is_empty(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let says_nothing = |line: &str| line.is_empty() || line.starts_with('#');
    text.lines().map(str::trim).all(says_nothing)
}

fn syntax(error: &toml::de::Error, text: &str, file: &str) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let said = error.message();
    if said.starts_with("duplicate key") {
        return Diagnostic::at("duplicate-key", file, text, &span);
    }
    if said.contains("recurs") {
        return Diagnostic::at("too-deep", file, text, &span);
    }
    Diagnostic::at("syntax", file, text, &span).with("detail", said)
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
        return Diagnostic::at("unknown-key", file, text, &span)
            .with("key", key)
            .with("valid", valid.join(", "))
            .near(key, valid);
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
    Diagnostic::at("wrong-type", file, text, &span)
        .with("expected", Message::new(format!("playbook-type-{kind}")))
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
