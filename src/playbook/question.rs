//! Questions: what a playbook needs to know.

use super::check::{Check, Span};
use super::condition::condition;
use super::facts::{self, Values};
use super::raw::{RawOption, RawQuestion, Spanned, Str};
use super::validate::is_key;
use crate::domain::playbook::{Question, QuestionKind, QuestionOption};

/// Notes the keys and values of the file's questions, so that conditions can name them.
pub(super) fn declare(
    check: &mut Check<'_>,
    raw: Vec<Spanned<RawQuestion>>,
) -> Vec<Spanned<RawQuestion>> {
    let mut seen = std::collections::BTreeSet::new();
    for question in &raw {
        let Some(key) = &question.get_ref().key else {
            check.report_missing(&question.span(), "key");
            continue;
        };
        if !seen.insert(key.get_ref().clone()) {
            check.report_value(key, "duplicate-id");
        }
        match facts::known(key.get_ref()) {
            Some(Values::Event(event)) if event.is_about_the_log() => {
                check.report_value(key, "event-about-the-log");
                continue;
            }
            Some(_) => continue,
            // The end of a claim has a command of its own.
            None if key.get_ref() == "outcome" => {
                check.report_value(key, "bad-id");
                continue;
            }
            None => {}
        }
        if !is_key(key.get_ref()) {
            check.report_value(key, "bad-id");
        }
        let kind = question.get_ref().kind.as_ref();
        let values = match kind.and_then(|k| QuestionKind::from_id(k.get_ref())) {
            Some(QuestionKind::YesNo) => Some(vec!["yes".to_owned(), "no".to_owned()]),
            Some(QuestionKind::Choice) => Some(
                question
                    .get_ref()
                    .options
                    .iter()
                    .filter_map(|o| o.get_ref().value.as_ref())
                    .map(|v| v.get_ref().clone())
                    .collect(),
            ),
            _ => None,
        };
        check.questions.insert(key.get_ref().clone(), values);
    }
    raw
}

/// Validates a question.
pub(super) fn question(check: &mut Check<'_>, raw: RawQuestion, at: &Span) -> Question {
    let set = (QuestionKind::ALL, QuestionKind::id as fn(_) -> _);
    let kind_span = raw.kind.as_ref().map_or(at.clone(), Spanned::span);
    let kind = check.member(raw.kind, at, "kind", set);
    let key = raw.key.map(Str::into_inner).unwrap_or_default();
    let values = facts::known(&key);
    let fits = match (&values, kind) {
        (Some(Values::Closed(_)), QuestionKind::Choice) => true,
        (Some(Values::Closed(_)), _) => false,
        (Some(Values::Event(_) | Values::Term(_)), kind) => kind == QuestionKind::Date,
        (Some(_), kind) => kind == QuestionKind::Text,
        (None, QuestionKind::Choice) => raw.options.len() > 1,
        (None, _) => true,
    };
    let options_fit = raw.options.is_empty() || kind == QuestionKind::Choice;
    if !fits || !options_fit {
        check.report(&kind_span, "bad-question", &[("key", key.as_str().into())]);
    }
    let options: Vec<QuestionOption> = raw
        .options
        .into_iter()
        .map(|o| {
            let span = o.span();
            option(check, o.into_inner(), &span, values.as_ref())
        })
        .collect();
    let volunteered = raw.volunteered.as_ref().is_some_and(|v| *v.get_ref());
    if let (true, true, Some(raw)) = (volunteered, raw.required, &raw.volunteered) {
        let args = [("key", "volunteered".into()), ("beside", "required".into())];
        check.report(&raw.span(), "misplaced-key", &args);
    }
    Question {
        key,
        kind,
        ask: check.text(raw.ask, at, "ask"),
        label: check.optional_text(raw.label),
        help: check.optional_text(raw.help),
        options,
        when: condition(check, raw.when),
        required: raw.required,
        volunteered,
    }
}

fn option(
    check: &mut Check<'_>,
    raw: RawOption,
    at: &Span,
    values: Option<&Values>,
) -> QuestionOption {
    let value = check.need(raw.value, at, "value");
    if let (Some(value), Some(Values::Closed(all))) = (&value, values)
        && !all.contains(&value.get_ref().as_str())
    {
        check.report_unknown_value(value, all);
    }
    QuestionOption {
        value: value.map(Str::into_inner).unwrap_or_default(),
        label: check.text(raw.label, at, "label"),
    }
}
