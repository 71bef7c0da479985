//! The heart: one pure function from a claim, its events, the playbooks and a day to everything there is to say.
//!
//! [`Docket`] holds what does not depend on the day: which rules and routes apply, where each rule starts and ends and
//! why, which events met it. [`Docket::on`] then says how things stand on a day. The agenda asks the same docket for
//! many days.

mod account;
mod agenda;
mod assessment;
mod candidates;
mod clock;
mod compose;
mod dead_ends;
mod deadlines;
mod docket;
mod gaps;
mod money;
mod moves;
mod next;
mod offer;
mod promises;
mod routes;
mod surcharge;
#[cfg(test)]
mod tests;
mod trust;
mod waiting;

use chrono::NaiveDate;

pub use account::*;
pub use agenda::Segment;
pub use assessment::*;
pub use docket::Docket;
pub use offer::{Brings, Remaining, Weighing, weigh};
pub use promises::promise_due;

use super::claim::Claim;
use super::event::Event;
use super::playbook::Library;

/// Assesses a claim on a day.
#[must_use]
pub fn assess(claim: &Claim, log: &[Event], library: &Library, today: NaiveDate) -> Assessment {
    Docket::new(claim, log, library).on(today)
}
