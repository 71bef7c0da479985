//! The four steps as a state machine: one answer in, the change and the next question out.
//!
//! No SQL and no terminal in here: the command asks, stores, and goes on.

mod answer;
mod asked;
mod dates;
mod matters;
mod places;
mod question;
mod review;
mod seller;

pub use answer::{Change, check_event_day, read_amount, take};
pub use asked::{Facts, about_route, can_be_told, implied_item_kind, questions};
pub use dates::question_of;
pub use question::{Answer, Choice, Kind, Question};
pub use review::{ReviewLine, assume, facts as review};

use crate::domain::claim::Step;
use crate::domain::walk::Walk;

/// The answer that stands for a shop or a service of its own, on no platform.
pub const OWN_SHOP: &str = "own-shop";

/// The countries to choose from, those of the European Economic Area and some neighbours, France first.
pub const COUNTRIES: &[&str] = &[
    "FR", "BE", "CH", "LU", "DE", "ES", "IT", "NL", "PT", "IE", "GB", "AT", "BG", "CY", "CZ", "DK",
    "EE", "FI", "GR", "HR", "HU", "IS", "LI", "LT", "LV", "MC", "MT", "NO", "PL", "RO", "SE", "SI",
    "SK", "CA", "US",
];

/// The regions that can be chosen, where a playbook has rules for them.
pub const REGIONS: &[&str] = &["CA-QC", "GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS", "US-CA"];

/// The countries where a seller may be: those, and where much is sent from.
pub const SELLER_COUNTRIES: &[&str] = &[
    "FR", "CN", "HK", "DE", "ES", "IT", "IE", "LU", "NL", "BE", "GB", "US", "AT", "BG", "CA", "CH",
    "CY", "CZ", "DK", "EE", "FI", "GR", "HR", "HU", "IN", "IS", "JP", "KR", "LI", "LT", "LV", "MC",
    "MT", "NO", "PL", "PT", "RO", "SE", "SG", "SI", "SK", "TR", "TW", "VN",
];

/// The question to ask: the one that was on screen, else the first that has no answer yet.
#[must_use]
pub fn current(facts: Facts<'_>, walk: &Walk) -> Option<Question> {
    let list = questions(facts, walk.step);
    let on_screen = walk
        .question
        .as_deref()
        .and_then(|key| list.iter().find(|q| q.key == key));
    on_screen
        .cloned()
        .or_else(|| list.into_iter().find(|q| is_open(facts, walk, q)))
}

/// The question after this one that has no answer yet; `None` at the end of the step.
#[must_use]
pub fn after(facts: Facts<'_>, walk: &Walk) -> Option<Question> {
    questions(facts, walk.step)
        .into_iter()
        .find(|q| is_open(facts, walk, q))
}

/// The question before this one, answered or not; `None` at the beginning of the step.
#[must_use]
pub fn before(facts: Facts<'_>, step: Step, key: &str) -> Option<Question> {
    let list = questions(facts, step);
    let at = list.iter().position(|q| q.key == key)?;
    list.into_iter().take(at).next_back()
}

/// The last question of a step, where Escape leads from its review.
#[must_use]
pub fn last(facts: Facts<'_>, step: Step) -> Option<Question> {
    questions(facts, step).pop()
}

fn is_open(facts: Facts<'_>, walk: &Walk, question: &Question) -> bool {
    facts.answer(&question.key).is_none() && !walk.unknown.contains(&question.key)
}
