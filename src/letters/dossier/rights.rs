//! What is claimed and on what ground, and where the claim can be taken until when.

use super::model::{Block, Cell, Section, Table};
use super::teller::Teller;
use crate::domain::addressee::Addressee;
use crate::domain::assess::{DeadlineState, Right, RouteView};
use crate::domain::message::Message;
use crate::domain::party::Who;
use crate::domain::playbook::Library;
use crate::domain::route::RouteState;
use crate::lang::words;

/// What others owe, by rules whose sources stand beside them.
pub(super) fn claimed(teller: &Teller<'_>) -> Option<Section> {
    let facts = &teller.case.facts;
    let addressee = teller.case.addressee;
    let columns = ["right", "who", "due", "source"];
    let columns = columns.map(|name| teller.text(&format!("dossier-column-{name}")));
    let mut table = Table::new(teller.text("dossier-rights"), columns.to_vec());
    let deadlines = facts.assessment.deadlines.iter().filter(|d| {
        addressee.hears_of(d.who)
            && concerns(addressee, &d.rule)
            && d.state != DeadlineState::Moot
            && !d.quiet
    });
    for deadline in deadlines {
        let state = match deadline.state {
            DeadlineState::Open if deadline.held => "held",
            state => state.id(),
        };
        let due = Message::new(format!("dossier-due-{state}"))
            .with("on", deadline.legal_on.unwrap_or(deadline.due_on));
        table.rows.push(vec![
            Cell::Text(teller.both(&deadline.what)),
            Cell::Text(teller.party(deadline.who)),
            Cell::Text(teller.say(&due)),
            teller.source(&deadline.source),
        ]);
    }
    for (right, who) in rights(teller) {
        let what = match &right.caution {
            Some(caution) => teller.say(
                &Message::new("dossier-right-heed")
                    .with("right", right.what.clone())
                    .with("heed", caution.clone()),
            ),
            None => teller.both(&right.what),
        };
        table.rows.push(vec![
            Cell::Text(what),
            Cell::Text(teller.party(who)),
            Cell::Text(String::new()),
            teller.source(&right.source),
        ]);
    }
    (!table.rows.is_empty()).then(|| Section {
        id: "rights",
        title: teller.text("dossier-rights"),
        blocks: vec![Block::Table(table)],
    })
}

/// The rights without a date, each with whom it binds; whoever advises hears of those that bind the consumer too.
fn rights<'a>(teller: &Teller<'a>) -> impl Iterator<Item = (&'a Right, Who)> {
    let facts = teller.case.facts;
    let addressee = teller.case.addressee;
    facts.assessment.rights.iter().filter_map(move |right| {
        let who = bound(&right.rule, facts.library)?;
        let is_told = addressee == Addressee::Adviser
            || addressee.hears_of(who) && concerns(addressee, &right.rule);
        is_told.then_some((right, who))
    })
}

/// Whether a rule is one for this addressee: what a platform or a payment scheme promises is claimed there, and nowhere
/// else.
fn concerns(addressee: Addressee, rule: &str) -> bool {
    match rule.split('/').next() {
        Some("platform") => matches!(addressee, Addressee::Platform | Addressee::Adviser),
        Some("payment") => matches!(addressee, Addressee::Bank | Addressee::Adviser),
        _ => true,
    }
}

fn bound(rule: &str, library: &Library) -> Option<Who> {
    let playbook = library.get(rule.split_once('#')?.0)?;
    let mut rules = playbook.rules.iter();
    rules.find(|r| r.id == rule).map(|rule| rule.who)
}

/// Every route that says something, with its state and its window.
pub(super) fn routes(teller: &Teller<'_>) -> Option<Section> {
    let facts = &teller.case.facts;
    let columns = ["route", "state", "window"];
    let columns = columns.map(|name| teller.text(&format!("dossier-column-{name}")));
    let mut table = Table::new(teller.text("dossier-routes"), columns.to_vec());
    for route in facts
        .assessment
        .routes
        .iter()
        .filter(|r| is_told(teller, r))
    {
        let state = match route.taken_on {
            Some(on) => Message::new("dossier-route-taken").with("on", on),
            None => match route.state {
                RouteState::Open | RouteState::Closing => words::route_state(route.state),
                _ => words::reason(&route.reason, facts.library),
            },
        };
        table.rows.push(vec![
            Cell::Text(teller.both(&route.title)),
            Cell::Text(teller.say(&state)),
            Cell::Text(teller.window(route)),
        ]);
    }
    (!table.rows.is_empty()).then(|| Section {
        id: "routes",
        title: teller.text("dossier-routes"),
        blocks: vec![Block::Table(table)],
    })
}

fn is_told(teller: &Teller<'_>, route: &RouteView) -> bool {
    !route.alternative
        || route.taken_on.is_some()
        || teller.door() == Some(route.door)
        || teller.case.addressee == Addressee::Adviser
            && matches!(route.state, RouteState::Open | RouteState::Closing)
}
