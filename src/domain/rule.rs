//! Rules: a duration, the event it runs from, who it binds, how the last day is found, and its source.

use chrono::NaiveDate;

use super::calendar::period::Period;
use super::claim::Term;
use super::closed_set::closed_set;
use super::condition::Condition;
use super::event::EventKind;
use super::language::Text;
use super::party::Who;

closed_set! {
    /// What the end of a rule means.
    RuleKind {
        /// Somebody must act by then: a deadline.
        ActBy = "act-by",
        /// A route is not open before then: a waiting time.
        NotBefore = "not-before",
        /// A right or a duty without a duration, shown where it applies.
        Right = "right",
    }
}

closed_set! {
    /// Whether a last day that is no working day rolls to the next one.
    Roll { Yes = "yes", No = "no", Unknown = "unknown" }
}

closed_set! {
    /// Which one of several events of a kind a rule counts from.
    Which { First = "first", Last = "last" }
}

closed_set! {
    /// Which day of a message counts.
    Counts { Sent = "sent", Received = "received" }
}

/// What a rule is counted from. A rule has a list of them: the first that is known counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    Event {
        kind: EventKind,
        which: Which,
        counts: Counts,
        /// Only a written complaint (for `contacted`).
        written: bool,
        /// Count from the end of the calendar year of the event.
        end_of_year: bool,
        /// Only one that comes after an event of this kind: a fault that is discovered after a repair.
        after: Option<EventKind>,
    },
    Term {
        term: Term,
        /// Take the contract's notice period off first: the last day to refuse a renewal.
        minus_notice: bool,
    },
    /// The end of another rule, by its full id: for the other side's rule its later day, for the consumer's its safe day.
    Rule { rule: String, plus: Option<Period> },
}

/// How long a rule is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Length {
    /// No duration: a right, or a rule made of others.
    None,
    Fixed(Period),
    /// The notice period of the user's own contract.
    NoticePeriod {
        back: bool,
    },
}

/// What held before a rule was in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// There was no such rule.
    Nothing,
    /// Another rule, by its full id.
    Rule(String),
}

/// An outer limit that ends a rule early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cap {
    pub length: Period,
    pub from: Vec<Start>,
}

/// One rule of a playbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its full id: `law/fr/withdrawal#withdraw-by`.
    pub id: String,
    /// The full id of the rule of the base whose place it takes: `law/eu/withdrawal#withdraw-by`.
    pub refines: Option<String>,
    pub kind: RuleKind,
    /// Whom it binds; for a waiting time, who waits.
    pub who: Who,
    /// What must be done, or what the right is, in one sentence.
    pub what: Text,
    /// What the user should know before leaning on it.
    pub caution: Option<Text>,
    pub when: Condition,
    pub length: Length,
    pub from: Vec<Start>,
    /// Full ids of rules that must all have passed: the latest counts.
    pub latest_of: Vec<String>,
    /// Full ids of rules of which the earliest counts.
    pub earliest_of: Vec<String>,
    pub cap: Option<Cap>,
    pub roll: Roll,
    /// How much before the end the reminder starts (ours, and labelled so).
    pub lead: Option<Period>,
    /// To be done today, whatever the outer limit.
    pub at_once: bool,
    /// The id of its source in the same playbook.
    pub source: String,
    /// The law holds for contracts from this day on.
    pub in_force_from: Option<NaiveDate>,
    /// The law holds for contracts up to this day.
    pub until: Option<NaiveDate>,
    /// What held before it was in force; `None` when that is not known.
    pub before: Option<Before>,
    /// Events that fulfil it, when they come after its start.
    pub met_by: Vec<EventKind>,
    /// Only what is done in writing fulfils it: neither a call nor a visit does.
    pub in_writing: bool,
    /// Only what has arrived by then fulfils it: the day of receipt counts, and without one it stays open.
    pub must_arrive: bool,
    /// The other side may wait for the first of these kinds of events once one of the second has happened, and is not late
    /// meanwhile: the money for goods that were delivered waits until they are sent back.
    pub waits_for: Option<(EventKind, EventKind)>,
    /// Full ids of rules whose day must not have been missed: where it was, this one is not counted.
    pub kept: Vec<String>,
    /// Events after which it no longer matters.
    pub moot_by: Vec<EventKind>,
}

/// What a late refund is increased by, by law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surcharge {
    /// The full id of the rule whose last day the bands are counted from.
    pub after: String,
    pub bands: Vec<Band>,
    pub beyond: Beyond,
    pub source: String,
    pub when: Condition,
    /// It holds for contracts from this day on.
    pub in_force_from: Option<NaiveDate>,
    /// It holds for contracts up to this day.
    pub until: Option<NaiveDate>,
}

/// A band of lateness: up to and with this many days late, so much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    pub up_to: Period,
    pub increase: Increase,
}

/// How much a late sum grows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Increase {
    Percent(u32),
    /// Interest by the day, at a rate that is known by this id.
    Interest(String),
}

/// A rate of interest for a stretch of time. Several of one id follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// `legal-interest`.
    pub id: String,
    pub from_on: NaiveDate,
    pub until_on: NaiveDate,
    /// Percent a year, in hundredths: 667 is 6.67 %.
    pub hundredths: u32,
    pub source: String,
}

/// What holds after the last band: a percentage, and what each new month adds, up to a cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beyond {
    pub percent: u32,
    /// Percentage points added for each new month begun after the last band; 0 for none.
    pub monthly: u32,
    /// The largest increase, in percent of the sum.
    pub cap: u32,
}
