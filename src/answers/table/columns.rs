//! What the columns of a table mean, by their names.

use std::collections::BTreeMap;

use super::super::field::{Field, meant};
use super::super::problem::{Fault, Problem, shown};
use super::sheet::Row;
use crate::domain::message::{Arg, Message};
use crate::domain::playbook::Library;

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// A fact, by the key of answers files.
    Fact(String, Field),
    /// The currency of amounts that have none.
    Currency,
    /// The id between machines.
    Uid,
    ClosedOn,
    Outcome,
    /// Whether a claim is closed; what else it says is worked out anew.
    Status,
    /// The command to type next, which only we write.
    Command,
    /// What else our own export works out.
    LeftOut,
    /// Nothing, and nothing may stand below it.
    Nameless,
}

/// Columns of our own export that are no facts.
const LEFT_OUT: &[&str] = &[
    "id",
    "step",
    "asked",
    "received",
    "outstanding",
    "next",
    "due_on",
    "legal_on",
];

/// The largest number of columns that a table is read for.
const MOST: usize = 500;

/// The columns of a table.
#[derive(Debug)]
pub(super) struct Columns {
    /// Each with its name as the file has it.
    pub(super) all: Vec<(String, Column)>,
}

impl Columns {
    /// Reads the header.
    ///
    /// # Errors
    /// Every problem of it at once.
    pub(super) fn read(header: &Row, library: &Library) -> Result<Columns, Vec<Problem>> {
        let line = Some(header.line);
        if let Some(beyond) = header.cells.get(MOST) {
            return Err(vec![
                Fault::of("answers-table-wide", beyond).at(line, beyond),
            ]);
        }
        let mut problems = Vec::new();
        let mut all: Vec<(String, Column)> = Vec::new();
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (at, name) in header.cells.iter().enumerate() {
            let name = shown(name.trim());
            let plain = plain(&name);
            let mut tell = |fault: Fault| problems.push(fault.at(line, &name));
            let column = match Column::of(&plain, library) {
                Some(Column::Fact(_, Field::Later(_))) => {
                    let hint = Message::new("answers-later-hint");
                    tell(Fault::of("answers-later", &name).hint(hint));
                    continue;
                }
                Some(column) => column,
                None => {
                    let hint = match meant(&plain, library) {
                        Some(known) => Message::new("answers-did-you-mean").with("known", known),
                        None => Message::new("answers-keys-hint"),
                    };
                    tell(Fault::of("answers-table-unknown", &name).hint(hint));
                    continue;
                }
            };
            if column != Column::Nameless
                && let Some(before) = first.insert(plain, at + 1)
            {
                let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
                let mut fault = Fault::of("answers-table-twice", &name);
                let what = fault.what.with("first", number(before));
                fault.what = what.with("second", number(at + 1));
                tell(fault);
            }
            all.push((name, column));
        }
        // What our own list shows would come a second time: it does not say which claims they are.
        let has = |wanted: &Column| all.iter().any(|(_, column)| column == wanted);
        if has(&Column::Command) && !has(&Column::Uid) {
            let hint = Message::new("answers-table-list-hint");
            problems.push(
                Fault::of("answers-table-list", "uid")
                    .hint(hint)
                    .at(line, "uid"),
            );
        }
        match problems.is_empty() {
            true => Ok(Columns { all }),
            false => Err(problems),
        }
    }

    /// Whether the table has a column for the answer that a key gives.
    pub(super) fn has(&self, key: &str) -> bool {
        self.all.iter().any(|(_, column)| match column {
            Column::Fact(_, field) => field.name() == key,
            Column::Currency => key == "currency",
            _ => false,
        })
    }

    /// The names of the columns that are left out.
    pub(super) fn left_out(&self) -> Vec<String> {
        let out =
            |column: &Column| matches!(column, Column::LeftOut | Column::Command | Column::Status);
        let names = self.all.iter().filter(|(_, column)| out(column));
        names.map(|(name, _)| name.clone()).collect()
    }
}

impl Column {
    fn of(plain: &str, library: &Library) -> Option<Column> {
        Some(match plain {
            "" => Column::Nameless,
            "currency" => Column::Currency,
            "uid" => Column::Uid,
            "closed_on" => Column::ClosedOn,
            "outcome" => Column::Outcome,
            "status" => Column::Status,
            "command" => Column::Command,
            plain if LEFT_OUT.contains(&plain) => Column::LeftOut,
            plain => Column::Fact(plain.to_owned(), Field::of(plain, library)?),
        })
    }
}

/// Whether a header of a single cell is one of ours: any line of any text could be taken for one.
pub(super) fn is_known(name: &str, library: &Library) -> bool {
    Column::of(&plain(name.trim()), library).is_some()
}

/// A name of a column as answers files write it: `Order Ref` is `order_ref`.
fn plain(name: &str) -> String {
    let plain = |c: char| match c {
        '-' => '_',
        c if c.is_whitespace() => '_',
        c => c,
    };
    name.to_lowercase().chars().map(plain).collect()
}
