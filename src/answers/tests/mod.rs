//! Every refusal with the exact problems that the user is told of, and files that are read as they are meant.

mod files;
mod values;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::*;
use crate::domain::condition::Condition;
use crate::domain::language::{Language, Text};
use crate::domain::message::{Arg, Message};
use crate::domain::playbook::{
    Library, Origin, Playbook, PlaybookKind, Question, QuestionKind, QuestionOption,
};

/// Everything that is always required, on seven lines.
const WHOLE: &str = r#"problem = "not-received"
wanted = "refund"
country = "FR"
seller = "Example"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
"#;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn text(en: &str) -> Text {
    Text {
        fr: en.to_owned(),
        en: en.to_owned(),
    }
}

fn question(key: &str, kind: QuestionKind, required: bool) -> Question {
    Question {
        key: key.to_owned(),
        kind,
        ask: text("?"),
        label: None,
        help: None,
        options: Vec::new(),
        when: Condition::default(),
        required,
        volunteered: false,
    }
}

fn playbook(id: &str, platform: &str, questions: Vec<Question>) -> Playbook {
    Playbook {
        id: id.to_owned(),
        kind: PlaybookKind::Platform,
        title: text("Market"),
        reviewed_on: day("2026-11-20"),
        refines: None,
        when: Condition {
            any_of: BTreeMap::from([("platform".to_owned(), vec![platform.to_owned()])]),
            none_of: BTreeMap::new(),
        },
        assume: BTreeMap::from([
            ("sale".to_owned(), "online".to_owned()),
            ("seller_kind".to_owned(), "trader".to_owned()),
        ]),
        message_box: None,
        sources: Vec::new(),
        questions,
        rules: Vec::new(),
        surcharges: Vec::new(),
        rates: Vec::new(),
        routes: Vec::new(),
        dead_ends: Vec::new(),
        checklists: Vec::new(),
        letters: Vec::new(),
        contacts: Vec::new(),
        examples: Vec::new(),
        origin: Origin::BuiltIn,
    }
}

/// A marketplace with questions of every kind, one that asks nothing, and one that asks what the first asks.
fn library() -> Library {
    let mut reason = question("reason", QuestionKind::Choice, false);
    reason.options = ["broken", "lost"]
        .map(|value| QuestionOption {
            value: value.to_owned(),
            label: text(value),
        })
        .to_vec();
    let mut shipped = question("shipped_on", QuestionKind::Date, true);
    shipped.when.any_of = BTreeMap::from([("problem".to_owned(), vec!["late".to_owned()])]);
    Library {
        playbooks: vec![
            playbook(
                "platform/bazaar",
                "bazaar",
                vec![
                    question("sold_by", QuestionKind::Choice, false),
                    question("tracked", QuestionKind::YesNo, true),
                    question("visit_day", QuestionKind::Date, false),
                    reason.clone(),
                    shipped,
                ],
            ),
            playbook("platform/amazon", "amazon", Vec::new()),
            playbook("platform/aliexpress", "aliexpress", vec![reason]),
        ],
        ..Library::default()
    }
}

fn read_as(format: Format, text: &str) -> Result<Answers, Vec<Problem>> {
    read(
        text,
        format,
        &library(),
        day("2026-11-20"),
        Language::English,
    )
}

/// Reads a whole file with these lines added below it, from line 8.
fn with(lines: &str) -> Result<Answers, Vec<Problem>> {
    read_as(Format::Toml, &format!("{WHOLE}{lines}"))
}

fn said(message: &Message) -> String {
    let mut said = message
        .key
        .strip_prefix("answers-")
        .expect("an area")
        .to_owned();
    for (name, arg) in &message.args {
        let arg = match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
            Arg::Date(day) => day.to_string(),
            Arg::Both(text) => text.en.clone(),
            other => format!("{other:?}"),
        };
        if *name != "key" {
            said.push_str(&format!(" {name}={arg}"));
        }
    }
    said
}

/// The problems, one per line of text: `line key: what | hint`.
fn told(outcome: Result<Answers, Vec<Problem>>) -> Vec<String> {
    outcome
        .expect_err("the file is refused")
        .iter()
        .map(|problem| {
            let line = problem.line.map_or("-".to_owned(), |l| l.to_string());
            let key = problem.key.as_deref().unwrap_or("-");
            let hint = problem
                .hint
                .as_ref()
                .map(|hint| format!(" | {}", said(hint)));
            format!(
                "{line} {key}: {}{}",
                said(&problem.what),
                hint.unwrap_or_default()
            )
        })
        .collect()
}

#[track_caller]
fn refuses(lines: &str, expected: &[&str]) {
    assert_eq!(told(with(lines)), expected, "{lines}");
}
