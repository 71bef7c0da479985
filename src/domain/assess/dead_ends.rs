//! Dead ends: the doors that lead nowhere for this claim, as it stands on a day.

use chrono::NaiveDate;

use super::assessment::{DeadEndView, RouteView};
use super::docket::Docket;
use crate::domain::dead_end::DeadEnd;
use crate::domain::event::Event;
use crate::domain::route::RouteState;

/// The dead ends on a day, in the order of the playbooks. A claim that is over has none.
pub(super) fn on(docket: &Docket<'_>, routes: &[RouteView], today: NaiveDate) -> Vec<DeadEndView> {
    if docket.is_over() {
        return Vec::new();
    }
    docket
        .dead_ends
        .iter()
        .filter(|(dead_end, _)| is_shut(docket, dead_end, today))
        .filter_map(|(dead_end, playbook)| {
            Some(DeadEndView {
                id: dead_end.id.clone(),
                title: dead_end.title.clone(),
                why: dead_end.why.clone(),
                instead: dead_end.instead.clone(),
                routes: dead_end
                    .routes
                    .iter()
                    .map(|id| docket.names.resolve(id))
                    .filter(|id| {
                        routes
                            .iter()
                            .any(|r| r.route == *id && r.state != RouteState::Closed)
                    })
                    .map(str::to_owned)
                    .collect(),
                source: playbook.source(&dead_end.source)?.clone(),
            })
        })
        .collect()
}

fn is_shut(docket: &Docket<'_>, dead_end: &DeadEnd, today: NaiveDate) -> bool {
    let passed = |id: &str| {
        let id = docket.names.resolve(id);
        let rule = docket.rules.get(id);
        let counted = rule.and_then(|applied| applied.counted.as_ref().ok());
        counted.is_some_and(|counted| {
            let kept = docket.deadlines.iter().any(|timed| {
                let met_on = timed.deadline.met_on;
                timed.deadline.rule == id && met_on.is_some_and(|on| on <= counted.legal)
            });
            !kept && counted.legal < today
        })
    };
    let only_said = || {
        let of_kind = |e: &&&Event| dead_end.spoken.contains(&e.kind);
        let mut said = docket.log.iter().filter(of_kind);
        said.clone().any(|e| e.was_spoken()) && said.all(|e| e.was_spoken())
    };
    dead_end.after.as_deref().is_none_or(passed) && (dead_end.spoken.is_empty() || only_said())
}
