//! Questions and answers of the walk.

use crate::domain::message::{Arg, Message};

/// One question as it is to be asked. How it looks is the terminal's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The key of the answer in the answers file.
    pub key: String,
    pub title: Arg,
    /// What the answer is called in a line, where the catalogues have no name for it.
    pub label: Option<Arg>,
    pub help: Option<Arg>,
    pub kind: Kind,
    /// The answer given before, or the one that most people would give, in the words of the answers file.
    pub default: Option<String>,
    /// Whether "I don't know" is an answer.
    pub may_be_unknown: bool,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Choice(Vec<Choice>),
    /// A list long enough to be searched.
    LongChoice(Vec<Choice>),
    Text,
    /// A day; `may_lie_ahead` for a term.
    Date {
        may_lie_ahead: bool,
    },
    Amount,
}

/// One of the answers to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: Arg,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A value as it was chosen or typed.
    Value(String),
    /// "I don't know", or nothing where nothing is an answer.
    Unknown,
}

impl Choice {
    /// Makes a choice whose label is a message of the catalogues.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice {
            value: value.into(),
            label: Message::new(label).into(),
        }
    }
}
