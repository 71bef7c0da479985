//! Routes: where a claim can be taken.

use super::check::{Check, Span};
use super::condition::condition;
use super::raw::{RawRoute, Str};
use crate::domain::event::EventKind;
use crate::domain::letter::LetterKind;
use crate::domain::route::{Door, Route};

/// Validates a route.
pub(super) fn route(check: &mut Check<'_>, raw: RawRoute, at: &Span) -> Route {
    for group in &raw.needs {
        if group.get_ref().is_empty() {
            check.report(&group.span(), "empty-list", &[("key", "needs".into())]);
        }
    }
    let needs_text = if raw.needs.is_empty() {
        check.optional_text(raw.needs_text)
    } else {
        Some(check.text(raw.needs_text, at, "needs_text"))
    };
    let event = check.need(raw.event, at, "event");
    let name = raw.id.map(Str::into_inner).unwrap_or_default();
    Route {
        id: format!("{}#{name}", check.id),
        door: check.member(raw.door, at, "door", (Door::ALL, Door::id)),
        title: check.text(raw.title, at, "title"),
        act: check.text(raw.act, at, "act"),
        how: check.text(raw.how, at, "how"),
        when: condition(check, raw.when),
        rank: check.number(raw.rank, at, "rank"),
        alternative: raw.alternative,
        opens: raw.opens.map(|r| check.rule(&r)),
        closes: raw.closes.map(|r| check.rule(&r)),
        needs: raw
            .needs
            .iter()
            .map(|group| check.events(group.get_ref()))
            .collect(),
        needs_text,
        excludes: raw.excludes.iter().map(|r| check.route(r)).collect(),
        event: event.map_or(EventKind::Note, |e| check.event(&e)),
        letter: raw
            .letter
            .map(|l| check.member_of(&l, (LetterKind::ALL, LetterKind::id))),
        answer_within: raw.answer_within.map(|p| check.length_of_time(&p)),
    }
}
