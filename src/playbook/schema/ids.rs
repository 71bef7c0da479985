//! Closed sets as schemas: a member is one of these.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

macro_rules! ids {
    ($($name:ident: $all:expr;)+) => {$(
        pub(in crate::playbook) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let all: Vec<&str> = $all.iter().map(|member| member.id()).collect();
                json_schema!({ "type": "string", "enum": all })
            }
        }
    )+};
}

ids! {
    Basis: crate::domain::source::Basis::OF_FILES;
    Channel: crate::domain::event::Channel::ALL;
    Confidence: crate::domain::source::Confidence::ALL;
    Counts: crate::domain::rule::Counts::ALL;
    DayKind: DAY_KINDS;
    DeadlineState: crate::domain::assess::DeadlineState::ALL;
    Door: crate::domain::route::Door::ALL;
    EventKind: crate::domain::event::EventKind::ALL;
    EvidenceKind: crate::domain::evidence::EvidenceKind::ALL;
    LetterKind: crate::domain::letter::LetterKind::ALL;
    Nature: crate::domain::source::Nature::ALL;
    PlaybookKind: crate::domain::playbook::PlaybookKind::ALL;
    QuestionKind: crate::domain::playbook::QuestionKind::ALL;
    Roll: crate::domain::rule::Roll::ALL;
    RouteState: crate::domain::route::RouteState::ALL;
    RuleKind: crate::domain::rule::RuleKind::ALL;
    Step: crate::domain::claim::Step::ALL;
    Term: crate::domain::claim::Term::ALL;
    Which: crate::domain::rule::Which::ALL;
    Who: crate::domain::party::Who::ALL;
}

/// An event that happens, from which a rule can run: none of those that speak of the log or of a date.
pub(in crate::playbook) struct Happening;

impl JsonSchema for Happening {
    fn schema_name() -> Cow<'static, str> {
        "Happening".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let all = crate::domain::event::EventKind::ALL.iter();
        let all: Vec<&str> = all
            .filter(|kind| !kind.is_about_the_log())
            .map(|kind| kind.id())
            .collect();
        json_schema!({ "type": "string", "enum": all })
    }
}

/// How days are counted: no set of the domain, which has working days as a unit.
const DAY_KINDS: &[Word] = &[Word("calendar"), Word("working")];

struct Word(&'static str);

impl Word {
    const fn id(&self) -> &'static str {
        self.0
    }
}
