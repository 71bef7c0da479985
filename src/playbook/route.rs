//! Routes: where a claim can be taken.

use super::check::{Check, Span};
use super::condition::condition;
use super::dead_end::bare;
use super::inherit::{inherited, inherited_list};
use super::raw::{RawProof, RawRoute, Str};
use super::spanned::Spanned;
use super::validate::kinds_of_evidence;
use crate::domain::event::EventKind;
use crate::domain::letter::LetterKind;
use crate::domain::route::{Door, Proof, Route};

/// Validates a route.
pub(super) fn route(check: &mut Check<'_>, raw: RawRoute, at: &Span) -> Route {
    for group in &raw.needs {
        if group.get_ref().is_empty() {
            check.report(&group.span(), "empty-list", &[("key", "needs".into())]);
        }
    }
    let name = raw.id.map(Str::into_inner).unwrap_or_default();
    let base = check
        .base
        .and_then(|base| base.routes.iter().find(|r| bare(&r.id) == name));
    let asks = !raw.needs.is_empty() && base.is_none();
    let needs_text = inherited(raw.needs_text, base.map(|b| &b.needs_text), |text| {
        if asks {
            Some(check.text(text, at, "needs_text"))
        } else {
            check.optional_text(text)
        }
    });
    Route {
        id: format!("{}#{name}", check.id),
        refines: base.map(|b| b.id.clone()),
        door: inherited(raw.door, base.map(|b| &b.door), |door| {
            check.member(door, at, "door", (Door::ALL, Door::id))
        }),
        title: inherited(raw.title, base.map(|b| &b.title), |t| {
            check.text(t, at, "title")
        }),
        act: inherited(raw.act, base.map(|b| &b.act), |t| check.text(t, at, "act")),
        how: inherited(raw.how, base.map(|b| &b.how), |t| check.text(t, at, "how")),
        when: inherited(raw.when, base.map(|b| &b.when), |w| condition(check, w)),
        rank: inherited(raw.rank, base.map(|b| &b.rank), |rank| {
            check.number(rank, at, "rank")
        }),
        alternative: (raw.alternative)
            .or(base.map(|b| b.alternative))
            .unwrap_or_default(),
        opens: inherited(raw.opens, base.map(|b| &b.opens), |r| {
            r.map(|r| check.rule(&r))
        }),
        closes: inherited(raw.closes, base.map(|b| &b.closes), |r| {
            r.map(|r| check.rule(&r))
        }),
        needs: inherited_list(raw.needs, base.map(|b| &b.needs), |needs| {
            needs
                .iter()
                .map(|group| check.happenings(group.get_ref()))
                .collect()
        }),
        needs_text,
        proof: inherited(raw.proof, base.map(|b| &b.proof), |proof| {
            proof.map(|proof| read_proof(check, proof))
        }),
        excludes: inherited_list(raw.excludes, base.map(|b| &b.excludes), |routes| {
            routes.iter().map(|r| check.route(r)).collect()
        }),
        event: inherited(raw.event, base.map(|b| &b.event), |event| {
            let event = check.need(event, at, "event");
            event.map_or(EventKind::Note, |e| taken_by(check, &e))
        }),
        letter: inherited(raw.letter, base.map(|b| &b.letter), |letter| {
            letter.map(|l| check.member_of(&l, (LetterKind::ALL, LetterKind::id)))
        }),
        answer_within: inherited(
            raw.answer_within,
            base.map(|b| &b.answer_within),
            |within| within.map(|p| check.length_of_time(&p)),
        ),
    }
}

fn read_proof(check: &mut Check<'_>, raw: Spanned<RawProof>) -> Proof {
    let at = raw.span();
    let raw = raw.into_inner();
    if raw.kinds.is_empty() {
        check.report_missing(&at, "kinds");
    }
    Proof {
        kinds: kinds_of_evidence(check, &raw.kinds),
        name: check.text(raw.name, &at, "name"),
        why: check.text(raw.why, &at, "why"),
    }
}

/// Reads the event by which a route is taken; what no event says is noted.
fn taken_by(check: &mut Check<'_>, raw: &Str) -> EventKind {
    if raw.get_ref() == EventKind::Note.id() {
        EventKind::Note
    } else {
        check.happening(raw)
    }
}
