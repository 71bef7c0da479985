//! Routes: where a claim can be taken.

use super::calendar::period::Period;
use super::closed_set::closed_set;
use super::condition::Condition;
use super::event::EventKind;
use super::evidence::EvidenceKind;
use super::language::Text;
use super::letter::LetterKind;

closed_set! {
    /// Whether a route can be taken today.
    RouteState {
        NotYet = "not-yet",
        Open = "open",
        Closing = "closing",
        Closed = "closed",
        Blocked = "blocked",
    }
}

closed_set! {
    /// To whom a route leads; the regulator and the court take a claim, they do not owe an act.
    Door {
        Seller = "seller",
        Platform = "platform",
        PaymentProvider = "payment-provider",
        Mediator = "mediator",
        Regulator = "regulator",
        Court = "court",
    }
}

/// What one must be able to show to take a route: the law or the platform sends away whoever cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Any of these kinds will do; so does whatever is kept of an event that the route needs.
    pub kinds: Vec<EvidenceKind>,
    /// What it is called, inside a sentence: `your written complaint`.
    pub name: Text,
    /// Why nothing is done without it, with the article or the policy that says so.
    pub why: Text,
}

/// What the note of going on without a proof is about, before the id of the route.
pub const WITHOUT_PROOF: &str = "without-proof#";

/// Where a claim can be taken, with the rules that open and close it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Its full id: `platform/amazon#a-to-z`.
    pub id: String,
    /// The full id of the route of the base whose place it takes: `law/eu/withdrawal#withdraw`.
    pub refines: Option<String>,
    pub door: Door,
    pub title: Text,
    /// What to do, as an order of one sentence: `Open an A-to-z claim in your orders`.
    pub act: Text,
    /// Where to click, what to say, what to expect: as many sentences as it takes.
    pub how: Text,
    pub when: Condition,
    /// Among the routes of a claim, the lower rank is tried first.
    pub rank: u32,
    /// Possible, but not what this problem calls for first: shown, and never the next action by itself.
    pub alternative: bool,
    /// Full id of the rule that opens it; open from the start without one.
    pub opens: Option<String>,
    /// Full id of the rule that closes it; never closed without one.
    pub closes: Option<String>,
    /// Each group must have happened first: one event of every group.
    pub needs: Vec<Vec<EventKind>>,
    /// Why it is blocked while a need is not met.
    pub needs_text: Option<Text>,
    pub proof: Option<Proof>,
    /// Full ids of routes that can no longer be taken once this one was.
    pub excludes: Vec<String>,
    /// The event to log once it was taken.
    pub event: EventKind,
    /// The letter that goes with it.
    pub letter: Option<LetterKind>,
    /// How long the other side is given to answer, where no rule says it: our suggestion, and labelled so.
    pub answer_within: Option<Period>,
}
