//! A spreadsheet to claims: CSV with a header of keys, a claim in each row; every problem of every row at once.

mod cell;
mod columns;
mod row;
mod sheet;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::Exported;
use super::problem::{Fault, Problem};
use super::read::Reading;
use crate::domain::language::Language;
use crate::domain::message::{Arg, Message};
use crate::domain::playbook::Library;
use columns::Columns;
use row::Rows;
use sheet::{Sheet, Unclosed};

pub use text::table_text;

/// What the rows of a table are read with.
#[expect(missing_debug_implementations, reason = "readers have none")]
pub struct Around<'a> {
    pub library: &'a Library,
    pub today: NaiveDate,
    pub now: DateTime<Utc>,
    /// The language of claims whose row does not say another one.
    pub language: Language,
    /// Facts of every row that does not give them itself, by their keys.
    pub with: &'a BTreeMap<String, String>,
    /// Reads a day as people write it; `None` for one that is none, could be two, or is counted from today.
    pub day: &'a dyn Fn(&str) -> Option<NaiveDate>,
    /// Reads a day with its hour, likewise.
    pub moment: &'a dyn Fn(&str) -> Option<NaiveDateTime>,
}

/// The claims of a table.
#[derive(Debug)]
pub struct Table {
    pub claims: Vec<Exported>,
    /// The columns that were left out.
    pub left_out: Vec<String>,
}

/// Why there are no claims.
#[derive(Debug)]
pub enum TableError {
    /// It is some other text.
    NoTable,
    Wrong(Vec<Problem>),
}

/// So many problems are told; what is behind them is not read.
const MOST_PROBLEMS: usize = 200;

/// Reads a table.
///
/// # Errors
/// When it is no table, or with every problem at once, by line; what is missing in every row stands at the end, once.
pub fn read_table(text: &str, around: &Around<'_>) -> Result<Table, TableError> {
    let separator = sheet::separator(text);
    let mut sheet = Sheet::new(text, separator.unwrap_or(b','));
    let wrong = |problem| TableError::Wrong(vec![problem]);
    let header = match sheet.next() {
        None => return Err(TableError::NoTable),
        Some(Err(unclosed)) if separator.is_some() => return Err(wrong(unclosed.problem())),
        Some(Err(_)) => return Err(TableError::NoTable),
        Some(Ok(header)) => header,
    };
    let known = |name| columns::is_known(name, around.library);
    if separator.is_none() && !header.cells.get(0).is_some_and(known) {
        return Err(TableError::NoTable);
    }
    let columns = Columns::read(&header, around.library).map_err(TableError::Wrong)?;
    let mut problems = with(around);
    if !problems.is_empty() {
        return Err(TableError::Wrong(problems));
    }
    let mut rows = Rows::new(&columns, around);
    let mut claims = Vec::new();
    for row in sheet {
        match row.map_err(|unclosed| vec![unclosed.problem()]) {
            Ok(row) => match rows.read(&row) {
                Ok(claim) => claims.push(claim),
                Err(wrong) => problems.extend(wrong),
            },
            Err(wrong) => problems.extend(wrong),
        }
        if problems.len() >= MOST_PROBLEMS {
            problems.truncate(MOST_PROBLEMS);
            let count = Arg::Number(i64::try_from(MOST_PROBLEMS).unwrap_or(i64::MAX));
            let more = Message::new("answers-table-more").with("count", count);
            problems.push(plain(None, more));
            break;
        }
    }
    problems.extend(rows.once());
    if claims.is_empty() && problems.is_empty() {
        let what = Message::new("answers-table-empty");
        problems.push(plain(Some(header.line), what));
    }
    problems.sort_by_key(|problem| problem.line.unwrap_or(usize::MAX));
    match problems.is_empty() {
        true => Ok(Table {
            claims,
            left_out: columns.left_out(),
        }),
        false => Err(TableError::Wrong(problems)),
    }
}

/// What is wrong with the facts that are given for every row.
fn with(around: &Around<'_>) -> Vec<Problem> {
    let mut reading = Reading::new(around.library, around.language);
    let mut problems = Vec::new();
    for (key, value) in around.with {
        match key.as_str() {
            "currency" if cell::is_currency(value) => {}
            "currency" => {
                let fault = Fault::of("answers-money-unknown-currency", key);
                problems.push(fault.saying(value).at(None, key));
            }
            _ => reading.take(cell::entry(key, None, value, 0, around)),
        }
    }
    problems.append(&mut reading.problems);
    for problem in &mut problems {
        problem.line = None;
    }
    problems
}

fn plain(line: Option<usize>, what: Message) -> Problem {
    Problem {
        line,
        key: None,
        what,
        hint: None,
    }
}

impl Unclosed {
    fn problem(self) -> Problem {
        Problem {
            hint: Some(Message::new("answers-table-quote-hint")),
            ..plain(Some(self.line), Message::new("answers-table-quote"))
        }
    }
}

/// The keys of everything that rows lack, each once.
type Once = BTreeMap<String, Problem>;
/// The ids of the rows, and the line of each.
type Uids = BTreeMap<String, usize>;
