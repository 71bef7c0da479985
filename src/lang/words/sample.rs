//! A library small enough to read, for the tests of these words.

use std::collections::BTreeMap;

use crate::domain::calendar::holidays::{Holiday, HolidayDay, Observed};
use crate::domain::condition::Condition;
use crate::domain::event::EventKind;
use crate::domain::language::Text;
use crate::domain::party::Who;
use crate::domain::playbook::{Library, Origin, Playbook, PlaybookKind, Question, QuestionKind};
use crate::domain::route::{Door, Route};
use crate::domain::rule::{Length, Roll, Rule, RuleKind};

pub(super) fn text(fr: &str, en: &str) -> Text {
    Text {
        fr: fr.to_owned(),
        en: en.to_owned(),
    }
}

/// One platform with a rule, two routes and a question, and one holiday.
pub(super) fn library() -> Library {
    Library {
        playbooks: vec![playbook()],
        holidays: vec![Holiday {
            id: "holidays/fr#armistice".to_owned(),
            name: text("Armistice", "Armistice Day"),
            country: "FR".to_owned(),
            regions: Vec::new(),
            day: HolidayDay::Fixed { month: 11, day: 11 },
            moved: Vec::new(),
            observed: Observed::AsIs,
            observed_partial: false,
            from_year: None,
            until_year: None,
            partial: false,
        }],
        ..Library::default()
    }
}

fn playbook() -> Playbook {
    Playbook {
        id: "platform/example".to_owned(),
        kind: PlaybookKind::Platform,
        title: text("Exemple", "Example"),
        reviewed_on: "2026-11-20".parse().unwrap(),
        refines: None,
        when: Condition::default(),
        assume: BTreeMap::new(),
        message_box: None,
        sources: Vec::new(),
        questions: vec![Question {
            key: "gift_card".to_owned(),
            kind: QuestionKind::YesNo,
            ask: text("Était-ce une carte cadeau\u{202f}?", "Was it a gift card?"),
            label: None,
            help: None,
            options: Vec::new(),
            when: Condition::default(),
            required: false,
            volunteered: false,
        }],
        rules: vec![rule()],
        surcharges: Vec::new(),
        rates: Vec::new(),
        routes: vec![
            route("dispute", "Litige Exemple", "Example dispute"),
            route("guarantee", "Garantie Exemple", "Example guarantee"),
        ],
        dead_ends: Vec::new(),
        checklists: Vec::new(),
        letters: Vec::new(),
        contacts: Vec::new(),
        examples: Vec::new(),
        origin: Origin::BuiltIn,
    }
}

fn rule() -> Rule {
    Rule {
        id: "platform/example#dispute-by".to_owned(),
        refines: None,
        kind: RuleKind::ActBy,
        who: Who::Consumer,
        what: text("Ouvrir le litige", "Open the dispute"),
        caution: None,
        when: Condition::default(),
        length: Length::None,
        from: Vec::new(),
        latest_of: Vec::new(),
        earliest_of: Vec::new(),
        cap: None,
        roll: Roll::Unknown,
        lead: None,
        at_once: false,
        source: "help".to_owned(),
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

fn route(id: &str, fr: &str, en: &str) -> Route {
    Route {
        id: format!("platform/example#{id}"),
        refines: None,
        door: Door::Platform,
        title: text(fr, en),
        act: text("Ouvrez le litige", "Open the dispute"),
        how: text("", ""),
        when: Condition::default(),
        rank: 30,
        alternative: false,
        opens: None,
        closes: None,
        needs: Vec::new(),
        needs_text: None,
        proof: None,
        excludes: Vec::new(),
        event: EventKind::DisputeOpened,
        letter: None,
        answer_within: None,
    }
}
