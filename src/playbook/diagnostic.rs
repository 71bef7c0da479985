//! What is wrong with a playbook, where, and under which stable code.

use std::ops::Range;

use crate::domain::harmless::is_unsafe;
use crate::domain::message::{Arg, Message};
use crate::domain::nearest::nearest;

/// Every code that a diagnostic can carry. They are public: scripts and tests rely on them.
pub const CODES: &[&str] = &[
    "bad-amount",
    "bad-bands",
    "bad-date",
    "bad-duration",
    "bad-holiday",
    "bad-id",
    "bad-number",
    "bad-question",
    "bad-time",
    "bad-url",
    "country-is-not-path",
    "day-kind-without-days",
    "duplicate-id",
    "duplicate-key",
    "empty-file",
    "empty-list",
    "ending-not-read",
    "event-about-the-log",
    "event-after-today",
    "example-fails",
    "folder-linked",
    "folder-too-deep",
    "id-is-not-path",
    "interest-too-long",
    "kind-is-not-path",
    "length-not-positive",
    "misplaced-key",
    "missing-key",
    "missing-translation",
    "no-counter-example",
    "no-example",
    "not-a-file",
    "not-utf-8",
    "percent-too-large",
    "question-clash",
    "rates-overlap",
    "right-with-duration",
    "rule-chain-too-long",
    "rule-cycle",
    "rule-with-two-durations",
    "rule-without-duration",
    "rule-without-source",
    "rule-without-start",
    "start-unclear",
    "still-needed",
    "still-refined",
    "syntax",
    "template-broken",
    "template-tag-too-long",
    "template-too-long",
    "template-unfilled",
    "template-unknown-name",
    "template-unknown-tag",
    "template-with-too-many-tags",
    "too-deep",
    "too-large",
    "too-long",
    "too-many",
    "too-many-working-days",
    "unknown-base",
    "unknown-dead-end",
    "unknown-event",
    "unknown-fact",
    "unknown-key",
    "unknown-platform",
    "unknown-rate",
    "unknown-route",
    "unknown-rule",
    "unknown-source",
    "unknown-value",
    "unreadable",
    "unsupported-format",
    "validity-reversed",
    "wrong-type",
];

/// More problems than that in one file help nobody.
pub(super) const MOST: usize = 100;

/// The longest part of a source line that an excerpt shows.
const WIDEST: usize = 96;

/// One problem of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable, one of [`CODES`].
    pub code: &'static str,
    pub message: Message,
    pub file: String,
    /// From 1; `None` for what concerns the file as a whole.
    pub line: Option<usize>,
    /// From 1, in characters.
    pub column: Option<usize>,
    /// The line with its number, and a caret under the place.
    pub excerpt: Option<String>,
    /// What to do; where it is left out, that of the code.
    hint: Option<Message>,
}

impl Diagnostic {
    /// Makes a diagnostic of a whole file. Its words are those of `playbook-<code>`.
    #[must_use]
    pub fn of_file(code: &'static str, file: &str) -> Diagnostic {
        Diagnostic {
            code,
            message: Message::new(format!("playbook-{code}")),
            file: file.to_owned(),
            line: None,
            column: None,
            excerpt: None,
            hint: None,
        }
    }

    /// Adds something to be put into the message, and into the hint of the code.
    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Diagnostic {
        self.message = self.message.with(name, value);
        self
    }

    /// Names the word that was probably meant, where one of these is near.
    #[must_use]
    pub(super) fn near<'a>(
        mut self,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Diagnostic {
        let meant = nearest(written, known);
        self.hint = meant.map(|word| Message::new("playbook-did-you-mean").with("word", word));
        self
    }

    /// Says what to do in other words than those of the code.
    #[must_use]
    pub(super) fn hinted(mut self, hint: Message) -> Diagnostic {
        self.hint = Some(hint);
        self
    }

    /// Returns what to do.
    #[must_use]
    pub fn hint(&self) -> Message {
        let of_code = || Message {
            key: format!("playbook-{}-hint", self.code),
            args: self.message.args.clone(),
        };
        self.hint.clone().unwrap_or_else(of_code)
    }

    /// Makes a diagnostic of a place in a text, given in bytes.
    #[must_use]
    pub fn at(code: &'static str, file: &str, text: &str, span: &Range<usize>) -> Diagnostic {
        let start = floor_char(text, span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line = text[..start].matches('\n').count() + 1;
        let before = text[line_start..start].chars().count();
        let end = floor_char(text, span.end.min(line_end)).max(start);
        let marked = text[start..end].trim_end().chars().count().max(1);
        Diagnostic {
            line: Some(line),
            column: Some(before + 1),
            excerpt: Some(excerpt(
                line,
                text[line_start..line_end].trim_end(),
                before,
                marked,
            )),
            ..Diagnostic::of_file(code, file)
        }
    }
}

/// Finds where a text is the value of one of these keys: for what is known by its name and no longer by its place.
pub(super) fn find_value(text: &str, keys: &[&str], value: &str) -> Option<Range<usize>> {
    let quoted = format!("\"{value}\"");
    text.match_indices(&quoted)
        .map(|(at, _)| at..at + quoted.len())
        .find(|place| {
            let before = text[..place.start].trim_end_matches([' ', '\t', '=']);
            keys.iter().any(|key| before.ends_with(key))
        })
}

fn floor_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Shows a line with a caret line under it; of a long line only the part around the place.
fn excerpt(number: usize, line: &str, before: usize, marked: usize) -> String {
    let first = before.saturating_sub(WIDEST / 2);
    let shown: String = line
        .chars()
        .skip(first)
        .take(WIDEST)
        .map(|c| if is_unsafe(c) { ' ' } else { c })
        .collect();
    let number = number.to_string();
    let margin = " ".repeat(number.len());
    let indent = " ".repeat(before - first);
    let carets = "^".repeat(marked.min(WIDEST - (before - first)));
    format!("{number} | {shown}\n{margin} | {indent}{carets}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_line_column_and_caret() {
        let text = "format = 1\nédition = \"x\" \nleng = 5\n";
        let at = text.find("leng").unwrap();
        let problem = Diagnostic::at("unknown-key", "a.toml", text, &(at..at + 4));
        assert_eq!((problem.line, problem.column), (Some(3), Some(1)));
        assert_eq!(problem.excerpt.unwrap(), "3 | leng = 5\n  | ^^^^");
        let at = text.find("\"x\"").unwrap();
        let problem = Diagnostic::at("wrong-type", "a.toml", text, &(at..at + 3));
        assert_eq!((problem.line, problem.column), (Some(2), Some(11)));
        assert_eq!(
            problem.excerpt.unwrap(),
            "2 | édition = \"x\"\n  |           ^^^"
        );
    }

    #[test]
    fn keeps_excerpts_short_and_survives_odd_places() {
        let text = format!("a = \"{}\"", "é".repeat(500));
        let problem = Diagnostic::at("syntax", "a.toml", &text, &(600..601));
        assert!(
            problem
                .excerpt
                .unwrap()
                .lines()
                .all(|l| l.chars().count() <= WIDEST + 4)
        );
        let problem = Diagnostic::at("syntax", "a.toml", "", &(40..90));
        assert_eq!((problem.line, problem.column), (Some(1), Some(1)));
    }

    #[test]
    fn codes_are_sorted_and_unique() {
        assert!(CODES.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
