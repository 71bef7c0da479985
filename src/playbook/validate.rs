//! A whole file: its head, its sources, and everything in it.

use std::collections::BTreeMap;

use super::check::{Check, MOST_TABLES, Span};
use super::condition::{check_value, condition, is_fact};
use super::dead_end::dead_end;
use super::example::has_something_to_prove;
use super::facts;
use super::letter::letter;
use super::question::question;
use super::raw::{RawChecklistItem, RawContact, RawPlaybook, RawSource, Spanned, Str};
use super::route::route;
use super::rule::rule;
use super::surcharge::{rate, rates_apart, surcharge};
use crate::domain::claim::Step;
use crate::domain::evidence::EvidenceKind;
use crate::domain::playbook::{ChecklistItem, Contact, Example, Origin, Playbook, PlaybookKind};
use crate::domain::route::Door;
use crate::domain::source::{Basis, Confidence, Nature, Source};

/// The only format there is.
pub(super) const FORMAT: i64 = 1;

/// Validates a file but for its examples, which stay as they are.
pub(super) fn playbook<E>(
    check: &mut Check<'_>,
    raw: RawPlaybook<E>,
    expected_id: Option<&str>,
) -> (Playbook, Vec<E>) {
    let top = 0..0;
    count(check, &raw);
    format(check, raw.format);
    let kind = id_and_kind(check, raw.id, raw.kind, expected_id);
    define(check, &raw.source, |s| s.id.as_ref(), Defined::Source);
    define(check, &raw.rule, |r| r.id.as_ref(), Defined::Rule);
    define(check, &raw.route, |r| r.id.as_ref(), Defined::Route);
    define(check, &raw.dead_end, |d| d.id.as_ref(), Defined::DeadEnd);
    let title = check.text(raw.title, &top, "title");
    let reviewed_on = check.need(raw.reviewed_on, &top, "reviewed_on");
    let reviewed_on = reviewed_on.map_or_else(Default::default, |day| check.day(&day));
    // Questions first: conditions name them.
    let raw_questions = super::question::declare(check, raw.question);
    // Rates too: bands of interest name them.
    let ids = raw.rate.iter().filter_map(|r| r.get_ref().id.as_ref());
    check.rates = ids.map(|id| id.get_ref().clone()).collect();
    let places: Vec<Span> = raw.rate.iter().map(Spanned::span).collect();
    let rates = each(check, raw.rate, rate);
    rates_apart(check, &rates, &places);
    let playbook = Playbook {
        id: check.id.clone(),
        kind,
        title,
        reviewed_on,
        refines: raw.refines.map(Str::into_inner),
        when: condition(check, raw.when),
        assume: assume(check, raw.assume),
        message_box: raw.message_box.and_then(|n| message_box(check, &n)),
        sources: each(check, raw.source, source),
        questions: each(check, raw_questions, question),
        rules: each(check, raw.rule, rule),
        surcharges: each(check, raw.surcharge, surcharge),
        rates,
        routes: each(check, raw.route, route),
        dead_ends: each(check, raw.dead_end, dead_end),
        checklists: each(check, raw.checklist, checklist_item),
        letters: each(check, raw.letter, letter),
        contacts: each(check, raw.contact, contact),
        examples: Vec::<Example>::new(),
        origin: Origin::BuiltIn,
    };
    if raw.example.is_empty() && has_something_to_prove(&playbook) {
        check.report(&top, "no-example", &[]);
    }
    (playbook, raw.example)
}

/// Checks that there are no more tables of a kind than a file can have.
fn count<E>(check: &mut Check<'_>, raw: &RawPlaybook<E>) {
    check.few(&raw.source, "source");
    check.few(&raw.question, "question");
    check.few(&raw.rule, "rule");
    check.few(&raw.surcharge, "surcharge");
    check.few(&raw.rate, "rate");
    check.few(&raw.route, "route");
    check.few(&raw.dead_end, "dead_end");
    check.few(&raw.checklist, "checklist");
    check.few(&raw.letter, "letter");
    check.few(&raw.contact, "contact");
    if raw.example.len() > MOST_TABLES {
        check.report_too_many(&(0..0), "example", MOST_TABLES);
    }
}

fn each<R, T>(
    check: &mut Check<'_>,
    raw: Vec<Spanned<R>>,
    read: fn(&mut Check<'_>, R, &Span) -> T,
) -> Vec<T> {
    raw.into_iter()
        .map(|item| {
            let span = item.span();
            read(check, item.into_inner(), &span)
        })
        .collect()
}

/// How much a message box takes: not so little that no letter fits, not so much that it is no bound.
fn message_box(check: &mut Check<'_>, raw: &Spanned<i64>) -> Option<usize> {
    const SENSIBLE: std::ops::RangeInclusive<i64> = 100..=100_000;
    let value = *raw.get_ref();
    if !SENSIBLE.contains(&value) {
        check.report(&raw.span(), "bad-number", &[("value", value.into())]);
        return None;
    }
    usize::try_from(value).ok()
}

fn format(check: &mut Check<'_>, raw: Option<Spanned<i64>>) {
    match check.need(raw, &(0..0), "format") {
        Some(format) if *format.get_ref() != FORMAT => {
            let (found, known) = (*format.get_ref(), FORMAT);
            check.report(
                &format.span(),
                "unsupported-format",
                &[("found", found.into()), ("known", known.into())],
            );
        }
        _ => {}
    }
}

fn id_and_kind(
    check: &mut Check<'_>,
    id: Option<Str>,
    kind: Option<Str>,
    expected: Option<&str>,
) -> PlaybookKind {
    let set = (PlaybookKind::ALL, PlaybookKind::id as fn(_) -> _);
    let kind_span = kind.as_ref().map_or(0..0, Spanned::span);
    let problems = check.problems.len();
    let kind = check.member(kind, &(0..0), "kind", set);
    let kind_is_known = check.problems.len() == problems;
    let Some(id) = check.need(id, &(0..0), "id") else {
        return kind;
    };
    if !is_playbook_id(id.get_ref()) {
        check.report_value(&id, "bad-id");
    } else if expected.is_some_and(|expected| expected != id.get_ref()) {
        let path = expected.unwrap_or_default();
        check.report(
            &id.span(),
            "id-is-not-path",
            &[
                ("value", id.get_ref().as_str().into()),
                ("path", path.into()),
            ],
        );
    } else if kind_is_known && id.get_ref().split('/').next() != Some(kind.id()) {
        check.report(
            &kind_span,
            "kind-is-not-path",
            &[
                ("value", kind.id().into()),
                ("path", id.get_ref().as_str().into()),
            ],
        );
    }
    kind
}

pub(super) fn is_playbook_id(id: &str) -> bool {
    id.contains('/') && id.split('/').all(is_id)
}

/// Whether a text is kebab-case: small letters, digits and single hyphens.
pub(super) fn is_id(id: &str) -> bool {
    id.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Defined {
    Source,
    Rule,
    Route,
    DeadEnd,
}

/// Notes the ids that a file defines, so that they can be named before they stand. Rules, routes and dead ends share
/// theirs: all are `playbook#id` in the log and in the exports.
fn define<R>(
    check: &mut Check<'_>,
    items: &[Spanned<R>],
    id: fn(&R) -> Option<&Str>,
    what: Defined,
) {
    for item in items {
        let Some(id) = id(item.get_ref()) else {
            check.report_missing(&item.span(), "id");
            continue;
        };
        let name = id.get_ref().clone();
        if !is_id(&name) {
            check.report_value(id, "bad-id");
        }
        let taken = match what {
            Defined::Source => check.sources.contains(&name),
            _ => [&check.rules, &check.routes, &check.dead_ends]
                .iter()
                .any(|ids| ids.contains(&name)),
        };
        if taken {
            check.report_value(id, "duplicate-id");
        }
        match what {
            Defined::Source => check.sources.insert(name),
            Defined::Rule => check.rules.insert(name),
            Defined::Route => check.routes.insert(name),
            Defined::DeadEnd => check.dead_ends.insert(name),
        };
    }
}

fn assume(check: &mut Check<'_>, raw: BTreeMap<Str, Str>) -> BTreeMap<String, String> {
    raw.into_iter()
        .map(|(key, value)| {
            if is_fact(check, &key) {
                check_value(check, &key, &value, false);
            }
            (key.into_inner(), value.into_inner())
        })
        .collect()
}

fn source(check: &mut Check<'_>, raw: RawSource, at: &Span) -> Source {
    if let Some(date) = &raw.source_date
        && !is_partial_date(date.get_ref())
    {
        check.report_value(date, "bad-date");
    }
    let checked_on = check.need(raw.checked_on, at, "checked_on");
    let kind = check.id.split('/').next().and_then(PlaybookKind::from_id);
    let usual = Nature::usual(kind.unwrap_or(PlaybookKind::Law));
    let nature = raw.nature.as_ref().map_or(usual, |nature| {
        check.member_of(nature, (Nature::ALL, Nature::id))
    });
    Source {
        id: raw.id.map(Str::into_inner).unwrap_or_default(),
        title: check.name(raw.title, at, "title"),
        article: raw.article.map(Str::into_inner),
        url: check.url(raw.url),
        checked_on: checked_on.map_or_else(Default::default, |day| check.day(&day)),
        source_date: raw.source_date.map(Str::into_inner),
        basis: check.member(raw.basis, at, "basis", (Basis::OF_FILES, Basis::id)),
        confidence: check.member(
            raw.confidence,
            at,
            "confidence",
            (Confidence::ALL, Confidence::id),
        ),
        nature,
    }
}

/// Whether a text is a year, a month or a day: `2021`, `2021-12`, `2021-12-05`.
fn is_partial_date(text: &str) -> bool {
    let full = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    full.len() == 10 && full.parse::<chrono::NaiveDate>().is_ok()
}

fn checklist_item(check: &mut Check<'_>, raw: RawChecklistItem, at: &Span) -> ChecklistItem {
    if raw.kinds.is_empty() {
        check.report_missing(at, "kinds");
    }
    ChecklistItem {
        step: check.member(raw.step, at, "step", (Step::ALL, Step::id)),
        what: check.text(raw.what, at, "what"),
        kinds: kinds_of_evidence(check, &raw.kinds),
        when: condition(check, raw.when),
    }
}

/// Reads kinds of evidence, the most likely one first: each once.
pub(super) fn kinds_of_evidence(check: &mut Check<'_>, raw: &[Str]) -> Vec<EvidenceKind> {
    let mut kinds = Vec::new();
    for kind in raw {
        let kind = check.member_of(kind, (EvidenceKind::ALL, EvidenceKind::id));
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

fn contact(check: &mut Check<'_>, raw: RawContact, at: &Span) -> Contact {
    let source = check.need(raw.source, at, "source");
    Contact {
        name: check.text(raw.name, at, "name"),
        how: check.text(raw.how, at, "how"),
        door: raw
            .door
            .map(|door| check.member_of(&door, (Door::ALL, Door::id))),
        url: check.url(raw.url),
        when: condition(check, raw.when),
        source: source.map(|s| check.source(&s)).unwrap_or_default(),
    }
}

/// Whether a key has the form of a key of the answers file: small letters, digits and underscores.
pub(super) fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_lowercase())
        && key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && !matches!(key, "not")
        && facts::known(key).is_none()
}
