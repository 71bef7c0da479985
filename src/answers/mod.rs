//! Answers files (TOML, JSON) to the facts of a claim, our own export and tables back to claims; every problem at once.

mod check;
mod dates;
mod entry;
mod facts;
mod field;
mod from_export;
mod from_json;
mod from_toml;
mod problem;
mod read;
mod table;
#[cfg(test)]
mod tests;

use crate::domain::claim::Claim;
use crate::domain::event::Event;

pub use from_export::{Exported, read_export};
pub use problem::Problem;
pub use read::{read, read_question};
pub use table::{Around, Table, TableError, read_table, table_text};

/// How an answers file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Toml,
    Json,
}

impl Format {
    /// Tells the format by the file's name, or by its first character: `.json` or `{` is JSON, anything else TOML.
    #[must_use]
    pub fn guess(file_name: &str, text: &str) -> Format {
        let ends_in = |ending: &str| {
            file_name
                .rsplit_once('.')
                .is_some_and(|(_, end)| end.eq_ignore_ascii_case(ending))
        };
        if ends_in("json")
            || (!ends_in("toml") && entry::without_mark(text).trim_start().starts_with('{'))
        {
            Format::Json
        } else {
            Format::Toml
        }
    }
}

/// What an answers file says: the facts, and the events in the order of their days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    pub claim: Claim,
    pub events: Vec<Event>,
}
