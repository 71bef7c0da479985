//! What is wrong with an answers file, and how it is said.

use crate::domain::claim::LONGEST_TEXT;
use crate::domain::message::Message;

/// One thing that is wrong with an answers file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line in the file, from 1; `None` for an answer that is missing.
    pub line: Option<usize>,
    /// The key as the file writes it, made harmless, or as it should be written.
    pub key: Option<String>,
    pub what: Message,
    /// What to write instead.
    pub hint: Option<Message>,
}

/// What is wrong with a value, before its place in the file is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) what: Message,
    pub(super) hint: Option<Message>,
}

impl Fault {
    /// A fault that speaks of a key; more is said with [`Fault::with`].
    pub(super) fn of(message: &str, key: &str) -> Fault {
        Fault {
            what: Message::new(message).with("key", shown(key)),
            hint: None,
        }
    }

    /// Quotes what the file says.
    pub(super) fn saying(mut self, value: &str) -> Fault {
        self.what = self.what.with("value", shown(value));
        self
    }

    pub(super) fn hint(mut self, hint: Message) -> Fault {
        self.hint = Some(hint);
        self
    }

    pub(super) fn at(self, line: Option<usize>, key: &str) -> Problem {
        Problem {
            line,
            key: Some(shown(key)),
            what: self.what,
            hint: self.hint,
        }
    }
}

/// The longest piece of a file that a message quotes, in characters.
const LONGEST_QUOTE: usize = 60;

/// Makes a piece of the file fit to be quoted: one line, no control characters, not too long.
pub(super) fn shown(text: &str) -> String {
    let mut quoted: String = text
        .chars()
        .take(LONGEST_QUOTE)
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect();
    if text.chars().nth(LONGEST_QUOTE).is_some() {
        quoted.push('…');
    }
    quoted
}

/// Whether a text is longer than a fact can be.
pub(super) fn is_too_long(text: &str) -> bool {
    text.chars().nth(LONGEST_TEXT).is_some()
}

pub(super) fn too_long(key: &str) -> Fault {
    let mut fault = Fault::of("exchange-too-long", key);
    let most = i64::try_from(LONGEST_TEXT).unwrap_or(i64::MAX);
    fault.what = fault.what.with("most", most);
    fault
}
