//! TOML to entries. A line that is not TOML is told of and set aside, so that the others are read all the same.

use toml::de::{DeTable, DeValue};

use super::entry::{Contents, Entry, Value, line_of};
use super::problem::Problem;
use crate::domain::message::Message;

/// How many broken lines are set aside before the rest of the file is given up.
const MOST_BROKEN_LINES: usize = 50;

/// Reads the entries of a TOML file.
pub(super) fn contents(text: &str) -> Contents {
    let mut contents = Contents::default();
    let mut readable = text.to_owned();
    for _ in 0..MOST_BROKEN_LINES {
        let broken = match DeTable::parse(&readable) {
            Ok(table) => {
                contents.entries.extend(entries(table.get_ref(), text));
                contents.entries.sort_by_key(|entry| entry.line);
                return contents;
            }
            Err(error) => line_of(&readable, error.span().map_or(0, |span| span.start)),
        };
        let Some(aside) = set_aside(&mut readable, broken) else {
            contents.problems.push(not_toml(broken));
            break;
        };
        contents.entries.push(aside);
    }
    contents.cut_short = true;
    contents
}

fn not_toml(line: usize) -> Problem {
    Problem {
        line: Some(line),
        key: None,
        what: Message::new("answers-not-toml"),
        hint: Some(Message::new("answers-toml-hint")),
    }
}

fn entries(table: &DeTable<'_>, text: &str) -> Vec<Entry> {
    table
        .iter()
        .map(|(key, value)| {
            let written = || text.get(value.span()).unwrap_or_default().to_owned();
            Entry {
                key: key.get_ref().to_string(),
                line: line_of(text, key.span().start),
                value: match value.get_ref() {
                    DeValue::String(text) => Value::Text(text.to_string()),
                    DeValue::Integer(_) | DeValue::Float(_) => Value::Number(written()),
                    DeValue::Boolean(flag) => Value::Flag(*flag),
                    DeValue::Datetime(_) => Value::Moment(written()),
                    DeValue::Array(_) | DeValue::Table(_) => Value::Structure,
                },
            }
        })
        .collect()
}

/// Takes a broken line out of the text, the other lines staying where they are.
///
/// `None` when the line is not of the form `key = value`, or when what it begins goes on below it.
fn set_aside(text: &mut String, line: usize) -> Option<Entry> {
    let start = text
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum::<usize>();
    let written = text[start..].split('\n').next()?.to_owned();
    let (key, value) = written.split_once('=')?;
    let (key, value) = (key.trim(), value.trim());
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if key.is_empty() || !key.chars().all(is_key) || opens_a_block(value) {
        return None;
    }
    // Read alone, a line that only the others make wrong is a key that stands there twice.
    let alone = DeTable::parse(&written)
        .ok()
        .and_then(|table| entries(table.get_ref(), &written).pop());
    let value = match alone {
        Some(entry) => entry.value,
        None if value.starts_with(['"', '\'', '[', '{']) => Value::Unreadable,
        None => Value::Bare(bare(value).to_owned()),
    };
    let entry = Entry {
        key: key.to_owned(),
        line,
        value,
    };
    text.replace_range(start..start + written.len(), &" ".repeat(written.len()));
    Some(entry)
}

fn opens_a_block(value: &str) -> bool {
    ["\"\"\"", "'''"]
        .iter()
        .any(|fence| value.starts_with(fence) && !value[fence.len()..].contains(fence))
}

/// Returns an unquoted value without the comment behind it and without the quotes that are none in TOML.
fn bare(value: &str) -> &str {
    let value = value.split(" #").next().unwrap_or(value);
    value.trim().trim_matches(|c: char| {
        matches!(c, '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '"') || c.is_whitespace()
    })
}
