//! The parts that the tests put together: one playbook of law, one claim, one log.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::assess::{Assessment, Deadline, RouteView, assess};
use crate::domain::calendar::holidays::{Holiday, HolidayDay, Observed};
use crate::domain::calendar::period::Period;
use crate::domain::claim::Claim;
use crate::domain::condition::Condition;
use crate::domain::event::{Channel, Event, EventKind};
use crate::domain::language::{Language, Text};
use crate::domain::money::Money;
use crate::domain::party::Who;
use crate::domain::playbook::{Library, Origin, Playbook, PlaybookKind};
use crate::domain::problem::{Problem, Remedy};
use crate::domain::route::{Door, Route, RouteState};
use crate::domain::rule::{Counts, Length, Roll, Rule, RuleKind, Start, Surcharge, Which};
use crate::domain::source::{Basis, Confidence, Nature, Source};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

/// The full id of a rule or route of the one playbook.
pub(super) fn full(id: &str) -> String {
    format!("law/test#{id}")
}

pub(super) fn event(no: u32, kind: EventKind, on: &str) -> Event {
    Event {
        no,
        channel: Some(Channel::Email),
        ..Event::new(kind, day(on))
    }
}

pub(super) fn at(no: u32, kind: EventKind, on: &str, time: &str) -> Event {
    Event {
        at: Some(time.parse::<NaiveTime>().unwrap()),
        ..event(no, kind, on)
    }
}

pub(super) fn from(kind: EventKind) -> Start {
    Start::Event {
        kind,
        which: Which::First,
        counts: Counts::Sent,
        written: false,
        end_of_year: false,
        after: None,
    }
}

pub(super) fn from_rule(id: &str) -> Start {
    Start::Rule {
        rule: full(id),
        plus: None,
    }
}

/// A deadline of the consumer.
pub(super) fn rule(id: &str, length: &str, start: EventKind) -> Rule {
    Rule {
        id: full(id),
        refines: None,
        kind: RuleKind::ActBy,
        who: Who::Consumer,
        what: Text::default(),
        caution: None,
        when: Condition::default(),
        length: Length::Fixed(period(length)),
        from: vec![from(start)],
        latest_of: Vec::new(),
        earliest_of: Vec::new(),
        cap: None,
        roll: Roll::Unknown,
        lead: None,
        at_once: false,
        source: "code".to_owned(),
        in_force_from: None,
        until: None,
        before: None,
        met_by: Vec::new(),
        in_writing: false,
        must_arrive: false,
        waits_for: None,
        kept: Vec::new(),
        moot_by: Vec::new(),
    }
}

pub(super) fn trader_rule(id: &str, length: &str, start: EventKind) -> Rule {
    Rule {
        who: Who::Trader,
        ..rule(id, length, start)
    }
}

pub(super) fn wait(id: &str, length: &str, start: EventKind) -> Rule {
    Rule {
        kind: RuleKind::NotBefore,
        ..rule(id, length, start)
    }
}

pub(super) fn made_of(id: &str, latest_of: &[&str], earliest_of: &[&str]) -> Rule {
    Rule {
        length: Length::None,
        from: Vec::new(),
        latest_of: latest_of.iter().map(|id| full(id)).collect(),
        earliest_of: earliest_of.iter().map(|id| full(id)).collect(),
        ..rule(id, "P0D", EventKind::Note)
    }
}

pub(super) fn route(id: &str, rank: u32, event: EventKind) -> Route {
    Route {
        id: full(id),
        refines: None,
        door: Door::Platform,
        title: Text::default(),
        act: Text::default(),
        how: Text::default(),
        when: Condition::default(),
        rank,
        alternative: false,
        opens: None,
        closes: None,
        needs: Vec::new(),
        needs_text: None,
        proof: None,
        excludes: Vec::new(),
        event,
        letter: None,
        answer_within: None,
    }
}

/// A claim for 100 EUR back, in France.
pub(super) fn claim() -> Claim {
    Claim {
        draft: false,
        country: Some("FR".to_owned()),
        problem: Some(Problem::NotReceived),
        wanted: Some(Remedy::Refund),
        amount: Some(Money::new(10_000, iso_currency::Currency::EUR)),
        ..Claim::draft(Language::English)
    }
}

/// What a test asks the heart.
pub(super) struct Bench {
    pub(super) claim: Claim,
    pub(super) log: Vec<Event>,
    pub(super) library: Library,
}

impl Bench {
    pub(super) fn new(rules: Vec<Rule>, routes: Vec<Route>, log: Vec<Event>) -> Bench {
        let playbook = Playbook {
            id: "law/test".to_owned(),
            kind: PlaybookKind::Law,
            title: Text::default(),
            reviewed_on: day("2026-11-20"),
            refines: None,
            when: Condition::default(),
            assume: BTreeMap::new(),
            message_box: None,
            sources: vec![source()],
            questions: Vec::new(),
            rules,
            surcharges: Vec::new(),
            rates: Vec::new(),
            routes,
            dead_ends: Vec::new(),
            checklists: Vec::new(),
            letters: Vec::new(),
            contacts: Vec::new(),
            examples: Vec::new(),
            origin: Origin::BuiltIn,
        };
        Bench {
            claim: claim(),
            log,
            library: Library {
                playbooks: vec![playbook],
                holidays: vec![armistice()],
                own_holidays: BTreeMap::new(),
            },
        }
    }

    pub(super) fn with_surcharge(mut self, surcharge: Surcharge) -> Bench {
        self.library.playbooks[0].surcharges.push(surcharge);
        self
    }

    pub(super) fn on(&self, today: &str) -> Assessment {
        assess(&self.claim, &self.log, &self.library, day(today))
    }

    #[track_caller]
    pub(super) fn deadline(&self, id: &str, today: &str) -> Deadline {
        self.find(id, today).expect("the deadline is counted")
    }

    pub(super) fn find(&self, id: &str, today: &str) -> Option<Deadline> {
        let id = if id.contains('#') {
            id.to_owned()
        } else {
            full(id)
        };
        let all = self.on(today).deadlines;
        all.into_iter().find(|d| d.rule == id)
    }

    /// The safe day and, where it is later, the legal last day.
    #[track_caller]
    pub(super) fn days(&self, id: &str) -> (NaiveDate, Option<NaiveDate>) {
        let deadline = self.deadline(id, "2026-11-20");
        (deadline.due_on, deadline.legal_on)
    }

    #[track_caller]
    pub(super) fn route(&self, id: &str, today: &str) -> RouteView {
        let all = self.on(today).routes;
        all.into_iter()
            .find(|r| r.route == full(id))
            .expect("the route applies")
    }

    #[track_caller]
    pub(super) fn state(&self, id: &str, today: &str) -> RouteState {
        self.route(id, today).state
    }
}

pub(super) fn source() -> Source {
    Source {
        id: "code".to_owned(),
        title: Text::same("Code"),
        article: None,
        url: None,
        checked_on: day("2026-11-20"),
        source_date: None,
        basis: Basis::Read,
        confidence: Confidence::High,
        nature: Nature::Law,
    }
}

pub(super) fn armistice() -> Holiday {
    Holiday {
        id: "armistice".to_owned(),
        name: Text::default(),
        country: "FR".to_owned(),
        regions: Vec::new(),
        day: HolidayDay::Fixed { month: 11, day: 11 },
        moved: Vec::new(),
        observed: Observed::AsIs,
        observed_partial: false,
        from_year: None,
        until_year: None,
        partial: false,
    }
}
