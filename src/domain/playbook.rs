//! Playbooks: knowledge about one law, platform, payment means or sector, and the library of all of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::calendar::holidays::Holiday;
use super::claim::{Claim, Step};
use super::closed_set::closed_set;
use super::condition::Condition;
use super::dead_end::DeadEnd;
use super::evidence::EvidenceKind;
use super::language::Text;
use super::letter::LetterTemplate;
use super::problem::Problem;
use super::route::{Door, Route};
use super::rule::{Rate, Rule, Surcharge};
use super::source::{Source, is_over_a_year};

closed_set! {
    /// What a playbook is about; also the first part of its id.
    PlaybookKind { Law = "law", Platform = "platform", Payment = "payment", Sector = "sector" }
}

closed_set! {
    /// What kind of answer a question takes.
    QuestionKind { YesNo = "yes-no", Choice = "choice", Date = "date", Text = "text" }
}

/// One of the answers to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionOption {
    pub value: String,
    pub label: Text,
}

/// A fact that a playbook needs to know. Its key is a key of the answers file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub key: String,
    pub kind: QuestionKind,
    pub ask: Text,
    /// What the answer is called in a review; the question itself without one.
    pub label: Option<Text>,
    pub help: Option<Text>,
    pub options: Vec<QuestionOption>,
    pub when: Condition,
    /// An answers file without it is refused; in the wizard "I don't know" is not offered.
    pub required: bool,
    /// Never asked on the walk: shown in its review, where it can be changed, for it seldom differs from what one takes
    /// for granted.
    pub volunteered: bool,
}

/// One piece of evidence that a step needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistItem {
    pub step: Step,
    pub what: Text,
    /// Any of these kinds will do.
    pub kinds: Vec<EvidenceKind>,
    pub when: Condition,
}

/// Whom to reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: Text,
    pub how: Text,
    /// To which door it belongs; none of somebody who advises.
    pub door: Option<Door>,
    pub url: Option<String>,
    pub when: Condition,
    pub source: String,
}

/// What an example expects of one deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedDeadline {
    /// The full id of the rule.
    pub rule: String,
    pub due_on: Option<NaiveDate>,
    pub legal_on: Option<NaiveDate>,
    pub state: Option<String>,
}

/// What an example expects of one route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedRoute {
    /// The full id of the route.
    pub route: String,
    pub state: Option<String>,
    pub opens_on: Option<NaiveDate>,
    pub closes_on: Option<NaiveDate>,
}

/// Facts and a day, and what must come out of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    pub name: String,
    pub today: NaiveDate,
    pub claim: Claim,
    pub events: Vec<super::event::Event>,
    pub deadlines: Vec<ExpectedDeadline>,
    pub routes: Vec<ExpectedRoute>,
    /// Full ids of dead ends that must come out.
    pub dead_ends: Vec<String>,
    /// Full ids of rules, routes and dead ends that must not come out.
    pub absent: Vec<String>,
}

/// One playbook, validated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Playbook {
    pub id: String,
    pub kind: PlaybookKind,
    pub title: Text,
    pub reviewed_on: NaiveDate,
    /// The base whose rules, routes and dead ends it refines by id: `law/eu/withdrawal`.
    pub refines: Option<String>,
    pub when: Condition,
    /// Facts that go without saying here, by key; the user can change each of them.
    pub assume: BTreeMap<String, String>,
    /// How many characters the platform's message box takes; unset where its pages do not say.
    pub message_box: Option<usize>,
    pub sources: Vec<Source>,
    pub questions: Vec<Question>,
    pub rules: Vec<Rule>,
    pub surcharges: Vec<Surcharge>,
    pub rates: Vec<Rate>,
    pub routes: Vec<Route>,
    pub dead_ends: Vec<DeadEnd>,
    pub checklists: Vec<ChecklistItem>,
    pub letters: Vec<LetterTemplate>,
    pub contacts: Vec<Contact>,
    pub examples: Vec<Example>,
    /// Where it comes from: a built-in one, or the user's own file.
    pub origin: Origin,
}

/// Where a playbook comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    BuiltIn,
    /// The user's file, and whether it takes the place of a built-in one.
    User {
        file: String,
        overrides: bool,
    },
}

/// All the playbooks and holidays that are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    /// Sorted by id.
    pub playbooks: Vec<Playbook>,
    pub holidays: Vec<Holiday>,
    /// The countries whose holidays are those of a file of the user's, and that file.
    pub own_holidays: BTreeMap<String, String>,
}

impl Playbook {
    /// Whether it has anything to say of a problem, in some country or other.
    #[must_use]
    pub fn speaks_of(&self, problem: Problem) -> bool {
        let conditions = (self.rules.iter().map(|r| &r.when))
            .chain(self.routes.iter().map(|r| &r.when))
            .chain(self.dead_ends.iter().map(|d| &d.when))
            .chain(self.letters.iter().map(|l| &l.when));
        let leaves_room = |when: &Condition| when.leaves_room("problem", problem.id());
        leaves_room(&self.when) && conditions.into_iter().any(leaves_room)
    }

    /// Whether it was last reviewed more than 12 months before `today`.
    #[must_use]
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        is_over_a_year(self.reviewed_on, today)
    }

    /// Whether it holds for consumers of a country.
    #[must_use]
    pub fn holds_in(&self, country: &str) -> bool {
        self.when.leaves_room("country", country)
    }

    /// Finds a source of this playbook by its id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|s| s.id == id)
    }
}

impl Library {
    /// Returns the playbooks whose `when` fits the claim.
    pub fn fitting<'a>(&'a self, claim: &'a Claim) -> impl Iterator<Item = &'a Playbook> {
        self.playbooks.iter().filter(|p| p.when.holds(claim))
    }

    /// Finds a playbook by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Playbook> {
        self.playbooks.iter().find(|p| p.id == id)
    }

    /// Returns the platforms that a claim can name: the ids of the platform playbooks without their kind.
    pub fn platforms(&self) -> impl Iterator<Item = (&str, &Playbook)> {
        self.playbooks
            .iter()
            .filter(|p| p.kind == PlaybookKind::Platform && p.when.any_of.contains_key("platform"))
            .filter_map(|p| p.id.strip_prefix("platform/").map(|id| (id, p)))
            .filter(|(id, p)| p.when.any_of["platform"].iter().any(|v| v == id))
    }
}
