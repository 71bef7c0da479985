//! Dead ends: doors that lead nowhere.

use super::check::{Check, Span};
use super::condition::condition;
use super::inherit::inherited;
use super::raw::{RawDeadEnd, Str};
use crate::domain::dead_end::DeadEnd;

/// Validates a dead end.
pub(super) fn dead_end(check: &mut Check<'_>, raw: RawDeadEnd, at: &Span) -> DeadEnd {
    let name = raw.id.map(Str::into_inner).unwrap_or_default();
    let base = check
        .base
        .and_then(|base| base.dead_ends.iter().find(|d| bare(&d.id) == name));
    let source = check.need(raw.source, at, "source");
    DeadEnd {
        id: format!("{}#{name}", check.id),
        refines: base.map(|b| b.id.clone()),
        title: inherited(raw.title, base.map(|b| &b.title), |t| {
            check.text(t, at, "title")
        }),
        why: inherited(raw.why, base.map(|b| &b.why), |t| check.text(t, at, "why")),
        instead: inherited(raw.instead, base.map(|b| &b.instead), |t| {
            check.text(t, at, "instead")
        }),
        routes: match base {
            Some(base) if raw.routes.is_empty() => base.routes.clone(),
            _ => raw.routes.iter().map(|r| check.route(r)).collect(),
        },
        when: inherited(raw.when, base.map(|b| &b.when), |w| condition(check, w)),
        after: inherited(raw.after, base.map(|b| &b.after), |a| {
            a.map(|a| check.rule(&a))
        }),
        spoken: match base {
            Some(base) if raw.spoken.is_empty() => base.spoken.clone(),
            _ => check.happenings(&raw.spoken),
        },
        source: source.map(|s| check.source(&s)).unwrap_or_default(),
    }
}

/// Returns the id within its playbook.
pub(super) fn bare(id: &str) -> &str {
    id.rsplit_once('#').map_or(id, |(_, bare)| bare)
}
