//! Dead ends: doors that people try and that lead nowhere, with the right one beside each.

use super::condition::Condition;
use super::event::EventKind;
use super::language::Text;

/// A door that is the wrong one for a claim, and where to go instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadEnd {
    /// Its full id: `law/eu/mediation#odr`.
    pub id: String,
    /// The full id of the dead end of the base whose place it takes.
    pub refines: Option<String>,
    /// The door.
    pub title: Text,
    /// Why it leads nowhere, in full sentences.
    pub why: Text,
    /// Where to go, as an order.
    pub instead: Text,
    /// Full ids of the routes to take instead, in the order to try.
    pub routes: Vec<String>,
    pub when: Condition,
    /// Full id of a rule: the door is shut once its last day has passed without having been kept.
    pub after: Option<String>,
    /// Events that were only said, by phone or in person, and never written.
    pub spoken: Vec<EventKind>,
    /// The id of its source in the same playbook.
    pub source: String,
}
