//! Whether the answer to a question changes anything. It is tried out: each answer on the claim, and what comes of it.

use chrono::NaiveDate;

use crate::domain::assess::{Action, assess};
use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::Period;
use crate::domain::claim::Claim;
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::route::RouteState;

use super::answer::take;
use super::asked::Facts;
use super::question::{Answer, Kind, Question};

/// How far an answer must reach to be worth a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach<'a> {
    /// To a route that is tried in its turn, or to a deadline.
    Routes,
    /// To a route or a deadline of one playbook.
    Playbook(&'a str),
    /// To what is to be done next.
    Next,
}

/// The countries that stand for the others: at home, in the Union, outside of it.
const SAMPLE_COUNTRIES: [&str; 3] = ["FR", "DE", "CN"];

/// What a claim comes to, as far as a user can tell.
#[derive(Debug, PartialEq, Eq)]
struct Outlook {
    action: Action,
    due_on: Option<NaiveDate>,
    routes: Vec<(String, RouteState, Option<NaiveDate>, Option<NaiveDate>)>,
    deadlines: Vec<(String, NaiveDate)>,
}

/// Whether some answer to the question makes a difference, or the one that was given does.
pub(super) fn matters(facts: Facts<'_>, question: &Question, reach: Reach<'_>) -> bool {
    let (claim, events) = without(facts, &question.key);
    let unknown = outlook(facts, &claim, &events, reach);
    trials(facts, question).into_iter().any(|value| {
        let answer = Answer::Value(value);
        match take(&claim, &events, &question.key, &answer, facts.today) {
            Ok(change) => {
                let mut events = events.clone();
                for event in change.events {
                    let no = events.iter().map(|e| e.no).max().unwrap_or(0) + 1;
                    events.push(Event { no, ..event });
                }
                outlook(facts, &change.claim, &events, reach) != unknown
            }
            Err(_) => false,
        }
    })
}

/// The claim as if the question had no answer.
fn without(facts: Facts<'_>, key: &str) -> (Claim, Vec<Event>) {
    let mut claim = facts.claim.clone();
    let mut events = facts.events.to_vec();
    match EventKind::from_answer_key(key) {
        Some(kind) => {
            let stand: Vec<u32> = in_force(&events)
                .iter()
                .filter(|e| e.kind == kind)
                .map(|e| e.no)
                .collect();
            events.retain(|e| !stand.contains(&e.no));
        }
        None => {
            if let Ok(change) = take(&claim, &events, key, &Answer::Unknown, facts.today) {
                claim = change.claim;
            }
        }
    }
    (claim, events)
}

/// The answers to try: all that can be chosen; days before and after today; countries near and far.
fn trials(facts: Facts<'_>, question: &Question) -> Vec<String> {
    let around = |periods: &[&str]| {
        periods
            .iter()
            .filter_map(|text| Period::parse(text).ok())
            .map(|period| {
                period
                    .end_after(facts.today, &Holidays::default())
                    .to_string()
            })
            .collect::<Vec<String>>()
    };
    match &question.kind {
        Kind::Choice(choices) => choices.iter().map(|c| c.value.clone()).collect(),
        Kind::LongChoice(_) => SAMPLE_COUNTRIES.map(str::to_owned).to_vec(),
        Kind::Date { may_lie_ahead } => {
            let ordered: Vec<String> = in_force(facts.events)
                .iter()
                .filter(|e| e.kind == EventKind::Ordered)
                .map(|e| e.on.to_string())
                .collect();
            // Who orders pays on that day, or later: counting from the order is never too late.
            if question.key == "paid_on" && !ordered.is_empty() {
                return ordered;
            }
            let mut days = around(if *may_lie_ahead {
                &["-P60D", "-P20D", "P0D", "P20D"]
            } else {
                &["-P20D", "P0D"]
            });
            days.extend(ordered);
            days
        }
        Kind::Text | Kind::Amount => Vec::new(),
    }
}

fn outlook(facts: Facts<'_>, claim: &Claim, events: &[Event], reach: Reach<'_>) -> Outlook {
    let seen = assess(claim, events, facts.library, facts.today);
    let mut outlook = Outlook {
        action: seen.next.action,
        due_on: seen.next.due_on,
        routes: Vec::new(),
        deadlines: Vec::new(),
    };
    let counts = |id: &str| match reach {
        Reach::Routes => true,
        Reach::Playbook(playbook) => id.split('#').next() == Some(playbook),
        Reach::Next => false,
    };
    outlook.routes = seen
        .routes
        .into_iter()
        .filter(|r| !r.alternative && counts(&r.route))
        .map(|r| (r.route, r.state, r.opens_on, r.closes_on))
        .collect();
    outlook.deadlines = seen
        .deadlines
        .into_iter()
        .filter(|d| d.is_live() && counts(&d.rule))
        .map(|d| (d.rule, d.due_on))
        .collect();
    outlook
}
