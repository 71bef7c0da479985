//! JSON to entries, with the line of each key and with keys that stand there twice.

use serde_json::error::Category;

use super::entry::{Contents, Entry, Value, line_of};
use super::problem::Problem;
use crate::domain::message::Message;

/// Reads the entries of a JSON file.
pub(super) fn contents(text: &str) -> Contents {
    let problem = |line, what| Contents {
        problems: vec![Problem {
            line: Some(line),
            key: None,
            what,
            hint: Some(Message::new("answers-json-hint")),
        }],
        cut_short: true,
        ..Contents::default()
    };
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(serde_json::Value::Object(_)) => Contents {
            entries: entries(text),
            ..Contents::default()
        },
        Ok(_) => problem(1, Message::new("answers-json-no-object")),
        Err(error) if error.classify() == Category::Eof => {
            problem(error.line().max(1), Message::new("answers-json-ends"))
        }
        Err(error) => {
            let column = i64::try_from(error.column()).unwrap_or(i64::MAX);
            let what = Message::new("answers-not-json").with("column", column);
            problem(error.line().max(1), what)
        }
    }
}

/// Reads the pairs of an object that is known to be valid JSON.
///
/// serde_json keeps neither the place of a key nor the digits of a long number, hence the scan of the text itself.
fn entries(text: &str) -> Vec<Entry> {
    let mut scan = Scan {
        bytes: text.as_bytes(),
        at: 0,
    };
    let mut entries = Vec::new();
    scan.pass(b" \t\r\n{");
    while scan.peek() == Some(b'"') {
        let key = scan.string();
        scan.pass(b" \t\r\n:");
        let value = scan.value();
        scan.pass(b" \t\r\n,");
        entries.push(Entry {
            line: line_of(text, key.start),
            key: serde_json::from_str(&text[key]).unwrap_or_default(),
            value: meaning(&text[value]),
        });
    }
    entries
}

fn meaning(written: &str) -> Value {
    match serde_json::from_str(written) {
        Ok(serde_json::Value::String(text)) => Value::Text(text),
        Ok(serde_json::Value::Number(_)) => Value::Number(written.to_owned()),
        Ok(serde_json::Value::Bool(flag)) => Value::Flag(flag),
        Ok(serde_json::Value::Null) => Value::Nothing,
        Ok(_) | Err(_) => Value::Structure,
    }
}

/// A walk over valid JSON, byte by byte: what it looks for is ASCII, so that it stops at whole characters only.
struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn pass(&mut self, any_of: &[u8]) {
        while self.peek().is_some_and(|b| any_of.contains(&b)) {
            self.at += 1;
        }
    }

    /// Passes a string and returns where it stands, quotes included.
    fn string(&mut self) -> std::ops::Range<usize> {
        let start = self.at;
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
        start..self.at
    }

    /// Passes a value of any kind and returns where it stands.
    fn value(&mut self) -> std::ops::Range<usize> {
        let start = self.at;
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.string();
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b',' | b'}' | b']' if depth == 0 => break,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
        }
        start..self.at
    }
}
