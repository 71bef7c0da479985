//! Runs the examples of a playbook: facts and a day against what must come out of them.

use chrono::NaiveDate;

use crate::domain::assess::{Assessment, assess};
use crate::domain::message::Message;
use crate::domain::playbook::{Example, ExpectedDeadline, ExpectedRoute, Library, Playbook};

/// One thing that did not come out as an example says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleFailure {
    /// The id of the playbook.
    pub playbook: String,
    /// The name of the example.
    pub example: String,
    /// The full id of the rule or route.
    pub about: String,
    pub message: Message,
}

/// Runs the examples of a playbook with the whole library, in which the playbook itself must be.
#[must_use]
pub fn run_examples(playbook: &Playbook, library: &Library) -> Vec<ExampleFailure> {
    playbook
        .examples
        .iter()
        .flat_map(|example| {
            run(example, library)
                .into_iter()
                .map(|(about, message)| ExampleFailure {
                    playbook: playbook.id.clone(),
                    example: example.name.clone(),
                    about,
                    message,
                })
        })
        .collect()
}

fn run(example: &Example, library: &Library) -> Vec<(String, Message)> {
    let found = assess(&example.claim, &example.events, library, example.today);
    let mut failures = Vec::new();
    for expected in &example.deadlines {
        let about = |message| (expected.rule.clone(), message);
        failures.extend(deadline(expected, &found).into_iter().map(about));
    }
    for expected in &example.routes {
        let about = |message| (expected.route.clone(), message);
        failures.extend(route(expected, &found).into_iter().map(about));
    }
    for id in &example.dead_ends {
        if !found.dead_ends.iter().any(|d| d.id == *id) {
            failures.push((id.clone(), missing(id)));
        }
    }
    for id in &example.absent {
        let came_out = found.deadlines.iter().any(|d| d.rule == *id)
            || found.rights.iter().any(|r| r.rule == *id)
            || found.routes.iter().any(|r| r.route == *id)
            || found.dead_ends.iter().any(|d| d.id == *id);
        if came_out {
            let message = Message::new("playbook-example-not-absent").with("id", id.as_str());
            failures.push((id.clone(), message));
        }
    }
    failures
}

/// Compares a deadline. One that is expected without a date may also be a right, which has none.
fn deadline(expected: &ExpectedDeadline, found: &Assessment) -> Vec<Message> {
    let bare = expected.due_on.is_none() && expected.legal_on.is_none() && expected.state.is_none();
    if bare && found.rights.iter().any(|r| r.rule == expected.rule) {
        return Vec::new();
    }
    let id = &expected.rule;
    let Some(deadline) = found.deadlines.iter().find(|d| d.rule == *id) else {
        return vec![missing(id)];
    };
    let mut failures = Vec::new();
    if let Some(due_on) = expected.due_on {
        failures.extend(differs(
            id,
            "due_on",
            day(Some(due_on)),
            day(Some(deadline.due_on)),
        ));
        // A legal day is only written down where it is later than the safe day, so none is a statement too.
        let (wanted, legal_on) = (day(expected.legal_on), day(deadline.legal_on));
        failures.extend(differs(id, "legal_on", wanted, legal_on));
    } else if expected.legal_on.is_some() {
        let (wanted, legal_on) = (day(expected.legal_on), day(deadline.legal_on));
        failures.extend(differs(id, "legal_on", wanted, legal_on));
    }
    if let Some(state) = &expected.state {
        let found = deadline.state.id().to_owned();
        failures.extend(differs(id, "state", state.clone(), found));
    }
    failures
}

fn route(expected: &ExpectedRoute, found: &Assessment) -> Vec<Message> {
    let id = &expected.route;
    let Some(route) = found.routes.iter().find(|r| r.route == *id) else {
        return vec![missing(id)];
    };
    let mut failures = Vec::new();
    if let Some(state) = &expected.state {
        let found = route.state.id().to_owned();
        failures.extend(differs(id, "state", state.clone(), found));
    }
    for (key, wanted, found) in [
        ("opens_on", expected.opens_on, route.opens_on),
        ("closes_on", expected.closes_on, route.closes_on),
    ] {
        if wanted.is_some() {
            failures.extend(differs(id, key, day(wanted), day(found)));
        }
    }
    failures
}

fn missing(id: &str) -> Message {
    Message::new("playbook-example-missing").with("id", id)
}

fn differs(id: &str, key: &'static str, expected: String, found: String) -> Option<Message> {
    (expected != found).then(|| {
        Message::new("playbook-example-differs")
            .with("id", id)
            .with("key", key)
            .with("expected", expected)
            .with("found", found)
    })
}

/// Shows a day as it is written in a playbook, so that it can be compared with it.
fn day(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| "-".to_owned(), |day| day.to_string())
}
