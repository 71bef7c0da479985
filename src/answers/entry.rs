//! What a file holds before it means anything: keys, lines and values.

use super::problem::Problem;

/// One `key = value` of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The key as it is written.
    pub(super) key: String,
    pub(super) line: usize,
    pub(super) value: Value,
}

/// A value as the file writes it. Numbers and dates stay text, so that an order number loses no digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Number(String),
    /// A TOML date, with or without an hour.
    Moment(String),
    Flag(bool),
    /// JSON's null: the same as a key that is left out.
    Nothing,
    /// Text that should have stood in quotes.
    Bare(String),
    /// Something that begins with a quote or a bracket and cannot be read.
    Unreadable,
    /// A list or a table, where every value is a single one.
    Structure,
}

/// Everything a file holds, and what could not be read of it.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) entries: Vec<Entry>,
    pub(super) problems: Vec<Problem>,
    /// Part of the file could not be read, so that what seems to be missing may be there.
    pub(super) cut_short: bool,
}

/// Takes the byte order mark off that some editors put in front.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Returns the line, from 1, on which this byte stands.
pub(super) fn line_of(text: &str, byte: usize) -> usize {
    let before = &text.as_bytes()[..byte.min(text.len())];
    1 + before.iter().filter(|b| **b == b'\n').count()
}
