//! What an assessment says. Everything in here is data; words are made of it elsewhere.

use chrono::{NaiveDate, NaiveTime};

use super::account::Account;
use crate::domain::calendar::period::Period;
use crate::domain::calendar::working::DayOff;
use crate::domain::claim::{Status, Step, Term};
use crate::domain::closed_set::closed_set;
use crate::domain::event::EventKind;
use crate::domain::evidence::EvidenceKind;
use crate::domain::language::Text;
use crate::domain::letter::LetterKind;
use crate::domain::money::Money;
use crate::domain::party::Who;
use crate::domain::problem::Outcome;
use crate::domain::route::{Door, Proof, RouteState};
use crate::domain::source::Source;

closed_set! {
    /// Where a deadline stands today.
    DeadlineState { Open = "open", Met = "met", Missed = "missed", Moot = "moot" }
}

/// Everything there is to say about a claim on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub today: NaiveDate,
    pub status: Status,
    pub step: Step,
    /// Ids of the playbooks that fit, sorted.
    pub playbooks: Vec<String>,
    /// In the order in which they are tried.
    pub routes: Vec<RouteView>,
    /// By due day, then by id.
    pub deadlines: Vec<Deadline>,
    /// What the routes wait for, by day and id.
    pub waits: Vec<Wait>,
    pub rights: Vec<Right>,
    pub next: Next,
    pub gaps: Vec<Gap>,
    /// What the next step needs of evidence, whether it is there or not.
    pub needs: Vec<Need>,
    /// Doors that lead nowhere, with the right one beside each.
    pub dead_ends: Vec<DeadEndView>,
    pub money: Account,
    /// Whom to reach: addresses and pages that the playbooks give, each once.
    pub contacts: Vec<ContactView>,
    pub warnings: Vec<Warning>,
}

/// Evidence that a step needs, and the pieces that answer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    pub what: Text,
    pub step: Step,
    /// Any of these kinds will do.
    pub kinds: Vec<EvidenceKind>,
    /// The numbers of the pieces that are there.
    pub pieces: Vec<u32>,
}

/// A route with its window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteView {
    /// Full id: `platform/amazon#a-to-z`.
    pub route: String,
    pub door: Door,
    pub title: Text,
    pub act: Text,
    pub how: Text,
    pub state: RouteState,
    pub opens_on: Option<NaiveDate>,
    pub closes_on: Option<NaiveDate>,
    pub reason: Reason,
    /// The day on which it was taken.
    pub taken_on: Option<NaiveDate>,
    pub alternative: bool,
    pub event: EventKind,
    pub letter: Option<LetterKind>,
    pub answer_within: Option<Period>,
    /// The proof that it is held back for: it can be taken, and leads nowhere without.
    pub held: Option<Proof>,
}

impl RouteView {
    /// Whether it is worth a line: what is merely possible, and not even open, would only hide what matters.
    #[must_use]
    pub fn is_worth_a_line(&self) -> bool {
        let open = matches!(
            self.state,
            RouteState::Open | RouteState::Closing | RouteState::NotYet
        );
        !self.alternative || open || self.taken_on.is_some()
    }
}

/// Why a route is in its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Open, with nothing to add.
    Open,
    /// Taken on this day.
    Taken(NaiveDate),
    /// Opens on this day, by this rule.
    OpensOn(NaiveDate, String),
    /// It cannot be said when it opens: this fact or event is missing.
    OpeningUnknown(Missing),
    /// Something else must be done first, in the playbook's words.
    Needs(Text),
    /// Open, for a time that cannot be counted: this fact or event is missing.
    ClosingUnknown(Missing),
    /// Closes soon.
    ClosesOn(NaiveDate),
    /// Closed since the day after this one.
    ClosedOn(NaiveDate),
    /// Another route that was taken rules it out.
    ExcludedBy(String),
    /// The claim has what it asked for, or is closed.
    NotNeeded,
}

/// A fact or an event that a rule counts from and that is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    Event(EventKind),
    Term(Term),
    NoticePeriod,
}

/// A rule applied to the claim's events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// Full id of the rule; `yours#<event number>` for a promise or a day that the user set.
    pub rule: String,
    pub who: Who,
    pub what: Text,
    pub caution: Option<Text>,
    /// The first day on which the act is possible: the day of the event it counts from.
    pub opens_on: NaiveDate,
    /// The safe day: the one that is reminded of. For the other side the day after which it is late.
    pub due_on: NaiveDate,
    /// The legal last day, where it is later than the safe day.
    pub legal_on: Option<NaiveDate>,
    /// The hour at which it ends, for a rule in hours counted from a known hour.
    pub due_at: Option<NaiveTime>,
    /// The first day of the reminder.
    pub remind_on: NaiveDate,
    pub lead: Option<Period>,
    pub at_once: bool,
    pub state: DeadlineState,
    pub met_on: Option<NaiveDate>,
    /// The consumer has written again since the other side became late, or has gone on to another route.
    pub chased: bool,
    /// It is met by a mere answer: while it runs, nothing else is to be done.
    pub answers: bool,
    /// Full ids of the routes that it closes.
    pub closes: Vec<String>,
    /// It closes only routes that this problem does not call for first: shown, never reminded of.
    pub quiet: bool,
    /// The day before it was moved by an extension, a pause or the user's own date.
    pub moved_from: Option<NaiveDate>,
    /// The day since which its clock stands still: it is not missed meanwhile.
    pub paused_on: Option<NaiveDate>,
    /// The other side may still wait for something: it is not late meanwhile.
    pub held: bool,
    /// The contracts that the rule holds for: made from, and up to, these days.
    pub in_force: (Option<NaiveDate>, Option<NaiveDate>),
    /// The rule of the base whose place it takes.
    pub refines: Option<String>,
    pub source: Source,
    pub steps: Vec<ExplainStep>,
}

/// A clock that runs, or that would once its start is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Full ids under which it is spoken of: its rule, the common rule that it refines, the routes that it closes.
    pub names: Vec<String>,
    /// The safe day and the legal last day, or what is missing to say them.
    pub ends_on: Result<(NaiveDate, NaiveDate), Missing>,
    /// In the order in which they began.
    pub pauses: Vec<Pause>,
}

/// A time during which a clock stands still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// The number of its event in the log.
    pub no: u32,
    pub from: NaiveDate,
    /// The day on which it ended, or was said to end.
    pub until: Option<NaiveDate>,
    /// It was ended by an event of its own.
    pub resumed: bool,
}

/// A waiting time after which a route opens, counted out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// Full id of the rule.
    pub rule: String,
    /// Full ids of the routes that it opens.
    pub routes: Vec<String>,
    pub what: Text,
    pub caution: Option<Text>,
    /// The first day on which the routes are open.
    pub opens_on: NaiveDate,
    pub source: Source,
    pub steps: Vec<ExplainStep>,
}

impl Deadline {
    /// Whether it still asks for something: not met, not moot, not chased since.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self.state, DeadlineState::Open | DeadlineState::Missed)
            && !self.chased
            && !self.quiet
    }
}

/// One step of how a date was computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExplainStep {
    /// Counted from an event.
    FromEvent {
        kind: EventKind,
        /// The number of the event in the log.
        no: u32,
        on: NaiveDate,
        received: bool,
    },
    FromTerm {
        term: Term,
        on: NaiveDate,
    },
    /// The contract's notice period taken off the end of the term.
    MinusNotice {
        period: Period,
        on: NaiveDate,
    },
    /// Counted from the end of another rule.
    FromRule {
        rule: String,
        on: NaiveDate,
    },
    EndOfYear {
        on: NaiveDate,
    },
    Added {
        period: Period,
        on: NaiveDate,
    },
    /// A day off on a weekday that a count of working days passed over.
    NotCounted {
        on: NaiveDate,
        reason: DayOff,
    },
    /// It only counts because it came after this.
    CameAfter {
        kind: EventKind,
        no: u32,
        on: NaiveDate,
    },
    /// The other side may wait for this, which came later.
    WaitedFor {
        kind: EventKind,
        no: u32,
        on: NaiveDate,
    },
    /// The other side may still wait for this, and is not late meanwhile.
    Held {
        kind: EventKind,
    },
    /// The latest (earliest) of several rules.
    LatestOf {
        rule: String,
        on: NaiveDate,
    },
    EarliestOf {
        rule: String,
        on: NaiveDate,
    },
    /// An outer limit ends it sooner.
    Capped {
        period: Period,
        on: NaiveDate,
    },
    /// The legal last day rolls past this day off.
    RolledPast {
        on: NaiveDate,
        reason: DayOff,
    },
    RolledTo {
        on: NaiveDate,
    },
    /// The law or the policy says nothing of weekends: not rolled, to be safe.
    RollUnknown,
    /// The day of the user's own order page or contract, by the event of this number.
    OwnDate {
        no: u32,
        on: NaiveDate,
    },
    Extended {
        no: u32,
        reason: Option<String>,
        on: NaiveDate,
    },
    /// The clock stood still for so long, which is added at the end.
    Paused {
        no: u32,
        reason: Option<String>,
        from: NaiveDate,
        to: NaiveDate,
        /// What is added, in days or in hours.
        length: Period,
        on: NaiveDate,
    },
    /// The clock stands still since this day: what is left runs on once it is resumed.
    Stopped {
        no: u32,
        reason: Option<String>,
        from: NaiveDate,
    },
    Promise {
        event: EventKind,
        no: u32,
        on: NaiveDate,
    },
}

/// A right or a duty without a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    pub rule: String,
    pub what: Text,
    pub caution: Option<Text>,
    pub source: Source,
}

/// A door that leads nowhere for this claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadEndView {
    /// Full id: `law/eu/mediation#odr`.
    pub id: String,
    pub title: Text,
    pub why: Text,
    pub instead: Text,
    /// Ids of the routes of this claim to take instead, in the order to try.
    pub routes: Vec<String>,
    pub source: Source,
}

/// Whom to reach, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactView {
    pub name: Text,
    pub how: Text,
    pub url: Option<String>,
    /// Whether it is of use now: it advises, or its door is open, was taken, or comes next.
    pub at_hand: bool,
    pub source: Source,
}

/// The next action: one sentence, one command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    pub action: Action,
    /// By when it must be done, or until when there is nothing to do.
    pub due_on: Option<NaiveDate>,
    pub command: Option<Command>,
}

/// What to do, or what to wait for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// The first step of the walk was not finished.
    FinishDraft,
    /// Take this route now; `urgent` when its window closes soon or it is to be done at once.
    TakeRoute {
        route: String,
        act: Text,
        urgent: bool,
        /// What the proof is called that must be there first.
        held: Option<Text>,
    },
    /// An offer waits for the consumer's answer.
    AnswerOffer { event: u32 },
    /// Somebody asked the consumer for information.
    SendInformation { event: u32 },
    /// Wait for somebody to act; `late` is what the same one has not done in time.
    Wait {
        who: Who,
        what: Text,
        late: Option<Late>,
    },
    /// Wait until a route opens.
    WaitForOpening { route: String, act: Text },
    /// Somebody is late, and no other route is open: write again.
    Chase { who: Who, what: Text },
    /// A reminder of the consumer's own is due.
    Remember { event: u32, what: Text },
    /// The money or the thing has arrived: close.
    Close { outcome: Outcome },
    /// No route is left; the outcome that the log speaks of.
    NothingLeft { outcome: Outcome },
    /// The claim is closed.
    Closed,
}

/// What somebody had to do and has not done in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    pub what: Text,
    /// The first day on which they are late.
    pub since: NaiveDate,
}

/// The command that does the next action; the claim's number is put in where it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Next,
    Letter(LetterKind),
    Log {
        event: EventKind,
        about: Option<String>,
    },
    Close(Outcome),
    Offer,
    Show,
}

/// What the next step needs and the claim lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// A fact, by its key in the answers file.
    Fact { key: String },
    /// A piece of evidence, in the playbook's words.
    Evidence { what: Text, step: Step },
    /// Without this event or term a rule of the playbooks cannot be counted.
    Date { missing: Missing, rule: String },
}

/// What the user must be told besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// A rule known from memory only, or with low confidence.
    WeakSource { rule: String },
    /// A rule whose source was last checked more than 12 months ago.
    StaleSource { rule: String, checked_on: NaiveDate },
    /// Rules that are known from an indirect source.
    IndirectSource { rules: Vec<String> },
    /// Playbooks whose dates whoever made them can change: of a company's promises, of the rules of payment schemes.
    Changeable {
        policies: Vec<String>,
        schemes: Vec<String>,
    },
    /// The legal last day leans on a holiday that not everybody at the place keeps.
    PartialHoliday { rule: String, holiday: String },
    /// Taking this route rules out another one that is still open.
    Excludes { route: String, kills: String },
    /// A window of a route that is no longer the next action closes soon all the same.
    AlternativeClosing { route: String, on: NaiveDate },
    /// No playbook of law fits: only the platform's and the payment means' rules were used.
    NoLaw { country: Option<String> },
    /// Only the common rules of the Union were used: there is no playbook of the law of this country.
    BaseLawOnly { country: String },
    /// The contract is older than this rule, and the law of its day is not in the rulebook.
    OlderLaw {
        rule: String,
        what: Text,
        in_force_from: NaiveDate,
    },
    /// The holidays of the country are those of a file of the user's.
    OwnHolidays { country: String, file: String },
    /// Rules that hang on themselves or on too many others, so that no day can be told.
    NotCounted { rules: Vec<String> },
    /// Events that contradict each other: received without being delivered, refunded more than was asked.
    RefundedMoreThanAsked,
    /// A refund that is not in the currency of the claim, and not counted as received.
    OtherCurrency { no: u32, amount: Money },
}
