//! Letters: templates within their bounds, and where in a file a flaw of one lies.

use std::ops::Range;

use super::check::{Check, Span};
use super::condition::condition;
use super::diagnostic::{Diagnostic, MOST, find_value};
use super::raw::{RawLetter, RawText, Spanned, Str};
use crate::domain::language::Text;
use crate::domain::letter::{LetterKind, LetterTemplate};
use crate::domain::message::Message;
use crate::domain::template::{self, Fault, Flaw};

/// Validates a letter. Whether its templates can be read and filled is known to the engine alone.
pub(super) fn letter(check: &mut Check<'_>, raw: RawLetter, at: &Span) -> LetterTemplate {
    LetterTemplate {
        playbook: check.id.clone(),
        kind: check.member(raw.kind, at, "kind", (LetterKind::ALL, LetterKind::id)),
        when: condition(check, raw.when),
        subject: template(check, raw.subject, at, "subject"),
        body: template(check, raw.body, at, "body"),
    }
}

fn template(
    check: &mut Check<'_>,
    raw: Option<Spanned<RawText>>,
    at: &Span,
    key: &'static str,
) -> Text {
    let texts = raw.as_ref().map(Spanned::get_ref);
    let texts = texts.into_iter().flat_map(|text| [&text.fr, &text.en]);
    for text in texts.flatten() {
        if let Err(flaw) = template::bounded(text.get_ref())
            && check.problems.len() < MOST
        {
            let place = within(check.text, text, &flaw);
            check
                .problems
                .push(diagnostic(&flaw, check.file, check.text, &place));
        }
    }
    check.text(raw, at, key)
}

/// The place of a flaw in a file that has the template at a known place.
fn within(file: &str, text: &Str, flaw: &Flaw) -> Range<usize> {
    let span = text.span();
    let written = file.get(span.clone()).and_then(|s| s.find(&flaw.text));
    // Where it is written with escapes, its beginning must do.
    written.map_or(span.clone(), |at| {
        span.start + at + flaw.span.start..span.start + at + flaw.span.end
    })
}

/// Makes a diagnostic of a flaw that the engine found in a template of a file.
pub(super) fn found(flaw: &Flaw, letter: &LetterTemplate, file: &str, text: &str) -> Diagnostic {
    let quote = |c: char| c == '"' || c == '\'';
    let alone = |at: &usize| {
        let before = text[..*at].trim_end_matches(['\r', '\n']);
        before.ends_with(quote) && text[at + flaw.text.len()..].starts_with(quote)
    };
    let written = text.match_indices(&flaw.text).map(|(at, _)| at);
    let place = match written.into_iter().find(alone) {
        Some(at) => at + flaw.span.start..at + flaw.span.end,
        None => find_value(text, &["kind"], letter.kind.id()).unwrap_or(0..0),
    };
    diagnostic(flaw, file, text, &place)
}

fn diagnostic(flaw: &Flaw, file: &str, text: &str, place: &Range<usize>) -> Diagnostic {
    let problem = Diagnostic::at(flaw.fault.code(), file, text, place);
    let number = |most: usize| i64::try_from(most).unwrap_or(i64::MAX);
    match &flaw.fault {
        Fault::TooLong => problem.with("most", number(template::LONGEST)),
        Fault::TagTooLong => problem.with("most", number(template::LONGEST_TAG)),
        Fault::TooManyTags => problem.with("most", number(template::MOST_TAGS)),
        Fault::UnknownTag(value) => problem
            .with("value", value.as_str())
            .with("valid", template::WORDS.join(", ")),
        Fault::Broken(detail) => problem.with("detail", detail.as_str()),
        Fault::Unfilled(example, detail) => problem
            .with("name", example.as_str())
            .with("detail", detail.as_str()),
        Fault::UnknownName(name, meant) => {
            let problem = problem.with("value", name.as_str());
            match meant {
                Some(word) => problem
                    .hinted(Message::new("playbook-did-you-mean").with("word", word.as_str())),
                None => problem,
            }
        }
    }
}
