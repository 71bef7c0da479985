//! Messages before they are words: a key of the catalogues and what is to be put into it.

use chrono::NaiveDate;

use super::language::Text;
use super::money::Money;

/// Something that is put into a message; each language shows it in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    Text(String),
    Number(i64),
    Date(NaiveDate),
    Money(Money),
    /// The code of a country or a region, said by its name where there is one.
    Place(String),
    /// A text of a playbook.
    Both(Text),
    /// Another message, such as the name of a member of a closed set.
    Message(Box<Message>),
}

/// A sentence to be said: the key of a catalogue and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub key: String,
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// Makes a message without arguments.
    #[must_use]
    pub fn new(key: impl Into<String>) -> Message {
        Message {
            key: key.into(),
            args: Vec::new(),
        }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Message {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Arg {
        Arg::Text(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Arg {
        Arg::Text(value)
    }
}

impl From<i64> for Arg {
    fn from(value: i64) -> Arg {
        Arg::Number(value)
    }
}

impl From<NaiveDate> for Arg {
    fn from(value: NaiveDate) -> Arg {
        Arg::Date(value)
    }
}

impl From<Money> for Arg {
    fn from(value: Money) -> Arg {
        Arg::Money(value)
    }
}

impl From<Text> for Arg {
    fn from(value: Text) -> Arg {
        Arg::Both(value)
    }
}

impl From<Message> for Arg {
    fn from(value: Message) -> Arg {
        Arg::Message(Box::new(value))
    }
}
