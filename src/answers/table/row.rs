//! A row of a table to a claim.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::super::entry::{Entry, Value};
use super::super::facts::{member, valid_values};
use super::super::field::Field;
use super::super::problem::{Fault, Problem};
use super::super::read::Reading;
use super::super::{Exported, check, dates, from_export};
use super::cell::{entry, is_currency, money_of, unharmed};
use super::columns::{Column, Columns};
use super::sheet::Row;
use super::{Around, Once, Uids};
use crate::domain::claim::Claim;
use crate::domain::event::{Event, EventKind};
use crate::domain::message::{Arg, Message};
use crate::domain::money::{Money, MoneyError};
use crate::domain::problem::Outcome;
use crate::domain::replica::{FactChanges, Logged, Marks, Replica};

/// The rows of a table, as they are read one after the other.
pub(super) struct Rows<'a> {
    columns: &'a Columns,
    around: &'a Around<'a>,
    /// What all the rows lack for want of a column.
    once: Once,
    uids: Uids,
    /// How many rows had the same facts, by their hash.
    same: BTreeMap<String, u32>,
}

/// What a row says beside facts.
#[derive(Default)]
struct Beside<'a> {
    uid: &'a str,
    currency: &'a str,
    closed_on: &'a str,
    outcome: &'a str,
    is_closed: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(columns: &'a Columns, around: &'a Around<'a>) -> Rows<'a> {
        Rows {
            columns,
            around,
            once: Once::new(),
            uids: Uids::new(),
            same: BTreeMap::new(),
        }
    }

    /// What all the rows lack for want of a column.
    pub(super) fn once(self) -> impl Iterator<Item = Problem> {
        self.once.into_values()
    }

    /// Reads a row.
    ///
    /// # Errors
    /// Every problem of it, but for those that [`Rows::once`] tells.
    pub(super) fn read(&mut self, row: &Row) -> Result<Exported, Vec<Problem>> {
        let around = self.around;
        let mut reading = Reading::new(around.library, around.language);
        let mut named = BTreeSet::new();
        let mut entries = Vec::new();
        let mut beside = Beside::default();
        if let Some(problem) = self.ragged(row) {
            return Err(vec![problem]);
        }
        for ((name, column), cell) in self.columns.all.iter().zip(&row.cells) {
            let cell = unharmed(cell).trim();
            if cell.is_empty() {
                continue;
            }
            match column {
                Column::Fact(key, field) => {
                    named.insert(field.name());
                    entries.push(entry(key, Some(field), cell, row.line, around));
                }
                Column::Currency => beside.currency = cell,
                Column::Uid => beside.uid = cell,
                Column::ClosedOn => beside.closed_on = cell,
                Column::Outcome => beside.outcome = cell,
                Column::Status => beside.is_closed = cell == "closed",
                Column::Command | Column::LeftOut => {}
                Column::Nameless => {
                    let fault = Fault::of("answers-table-nameless", name).saying(cell);
                    reading.tell(fault, Some(row.line), name);
                }
            }
        }
        for (key, value) in around.with {
            let field = Field::of(key, around.library);
            if let Some(field) = field.filter(|field| !named.contains(&field.name())) {
                named.insert(field.name());
                entries.push(entry(key, Some(&field), value, row.line, around));
            }
        }
        for mut entry in entries {
            if entry.key == "amount" && !self.currency(&mut entry, &beside, &mut reading) {
                continue;
            }
            reading.take(entry);
        }
        reading.assume();
        check::dates(&mut reading, around.today);
        check::region(&mut reading);
        let mut events = reading.events();
        self.missing(&mut reading, row.line);
        self.end(&mut reading, &mut events, &beside, row.line);
        let uid = self.uid(&mut reading, &named, &beside, row.line);
        let Reading {
            claim, problems, ..
        } = reading;
        if problems.is_empty() && self.once.is_empty() {
            Ok(self.exported(uid, claim, events))
        } else {
            Err(problems)
        }
    }

    /// A row has a cell for each column; further cells are empty.
    fn ragged(&self, row: &Row) -> Option<Problem> {
        let (columns, cells) = (self.columns.all.len(), row.cells.len());
        let beyond = row.cells.iter().skip(columns);
        if cells >= columns && beyond.into_iter().all(|cell| cell.trim().is_empty()) {
            return None;
        }
        let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
        let what = Message::new("answers-table-ragged")
            .with("cells", number(cells))
            .with("columns", number(columns));
        Some(Problem {
            hint: Some(Message::new("answers-table-quote-hint")),
            ..super::plain(Some(row.line), what)
        })
    }

    /// Gives an amount without currency the one of its row, or of every row; `false` when there is none or it is another.
    fn currency(
        &mut self,
        entry: &mut Entry,
        beside: &Beside<'_>,
        reading: &mut Reading<'_>,
    ) -> bool {
        let Value::Text(amount) = &entry.value else {
            return true;
        };
        let given = self.around.with.get("currency").map(String::as_str);
        let own = Some(beside.currency).filter(|own| !own.is_empty());
        let mut tell = |fault: Fault| reading.tell(fault, Some(entry.line), "currency");
        if let Some(own) = own.filter(|own| !is_currency(own)) {
            tell(Fault::of("answers-money-unknown-currency", "currency").saying(own));
            return false;
        }
        match (Money::parse(amount), own.or(given)) {
            (Err(MoneyError::NoCurrency), Some(currency)) => {
                entry.value = Value::Text(format!("{amount} {currency}"));
            }
            (Err(MoneyError::NoCurrency), None) => {
                let fault = Fault::of("answers-money-no-currency", "amount").saying(amount);
                let hint = Message::new("answers-table-currency");
                let problem = fault.hint(hint).at(Some(entry.line), "amount");
                match self.columns.has("currency") {
                    true => reading.problems.push(problem),
                    false => {
                        self.once.entry("currency".to_owned()).or_insert(problem);
                    }
                }
                return false;
            }
            (Ok(money), _) if own.is_some_and(|own| money_of(own) != Some(money.currency)) => {
                let fault = Fault::of("answers-table-currencies", "currency");
                let fault = fault.saying(beside.currency);
                tell(Fault {
                    what: fault.what.with("amount", amount.as_str()),
                    ..fault
                });
                return false;
            }
            _ => {}
        }
        true
    }

    /// Tells of answers that are missing: once of those that have no column.
    fn missing(&mut self, reading: &mut Reading<'_>, line: usize) {
        for (key, fault) in check::missing(reading, check::OF_A_CLAIM) {
            let valid = valid_values(&key, self.around.library);
            let hint = match valid.is_empty() {
                true => Message::new("answers-table-with"),
                false => Message::new("answers-table-with-one").with("values", valid.join(", ")),
            };
            let fault = fault.hint(hint.with("key", key.clone()));
            if self.columns.has(&key) {
                reading.tell(fault, Some(line), &key);
            } else {
                let problem = || fault.at(None, &key);
                self.once.entry(key.clone()).or_insert_with(problem);
            }
        }
    }

    /// Closes a claim that has ended: it does not come back open.
    fn end(
        &self,
        reading: &mut Reading<'_>,
        events: &mut Vec<Event>,
        beside: &Beside<'_>,
        line: usize,
    ) {
        let (day, outcome) = (beside.closed_on, beside.outcome);
        if day.is_empty() && outcome.is_empty() && !beside.is_closed {
            return;
        }
        if day.is_empty() || outcome.is_empty() {
            let key = match day.is_empty() {
                true => "closed_on",
                false => "outcome",
            };
            let hint = Message::new("answers-table-end-hint");
            reading.tell(
                Fault::of("answers-missing", key).hint(hint),
                Some(line),
                key,
            );
            return;
        }
        let outcome = member("outcome", outcome, Outcome::from_id);
        let text = self.around.iso(day);
        let day = dates::day("closed_on", &text).and_then(|day| {
            if day > self.around.today {
                let mut fault = Fault::of("answers-future", "closed_on");
                let today = self.around.today;
                fault.what = fault.what.with("date", day).with("today", today);
                return Err(fault);
            }
            let ordered = events.iter().find(|event| event.kind == EventKind::Ordered);
            if let Some(ordered) = ordered.filter(|ordered| day < ordered.on) {
                let mut fault = Fault::of("answers-before-order", "closed_on");
                fault.what = fault.what.with("date", day).with("ordered", ordered.on);
                return Err(fault);
            }
            Ok(day)
        });
        match (day, outcome) {
            (Ok(day), Ok(outcome)) => {
                reading.claim.closed_on = Some(day);
                reading.claim.outcome = Some(outcome);
                events.push(Event {
                    note: Some(outcome.id().to_owned()),
                    ..Event::new(EventKind::Closed, day)
                });
            }
            (day, outcome) => {
                let faults = [(day.err(), "closed_on"), (outcome.err(), "outcome")];
                for (fault, key) in faults {
                    if let Some(fault) = fault {
                        reading.tell(fault, Some(line), key);
                    }
                }
            }
        }
    }

    /// The id between machines: the row's own, else one made of its facts, the same whenever the row is read.
    fn uid(
        &mut self,
        reading: &mut Reading<'_>,
        named: &BTreeSet<String>,
        beside: &Beside<'_>,
        line: usize,
    ) -> String {
        if beside.uid.is_empty() {
            let mut facts: Vec<String> = Vec::new();
            let end = ["closed_on", "outcome"].map(ToOwned::to_owned);
            for name in named.iter().chain(&end) {
                facts.extend(reading.said(name).map(|value| format!("{name}={value}")));
            }
            let facts = uuid(&facts.join("\0"));
            let before = self.same.entry(facts.clone()).or_default();
            *before += 1;
            return uuid(&format!("{facts} {before}"));
        }
        let uid = beside.uid.to_ascii_lowercase();
        if !from_export::is_uuid(&uid) {
            let hint = Message::new("answers-table-uid-hint");
            let fault = Fault::of("answers-table-uid", "uid").saying(beside.uid);
            reading.tell(fault.hint(hint), Some(line), "uid");
        } else if let Some(first) = self.uids.insert(uid.clone(), line) {
            let mut fault = Fault::of("answers-table-uid-twice", "uid").saying(&uid);
            let first = i64::try_from(first).unwrap_or(i64::MAX);
            fault.what = fault.what.with("first", Arg::Number(first));
            reading.tell(fault, Some(line), "uid");
        }
        uid
    }

    fn exported(&self, uid: String, claim: Claim, events: Vec<Event>) -> Exported {
        let now = self.around.now;
        let mut log = Vec::new();
        for (no, event) in (1..).zip(events) {
            log.push(Logged {
                // The same on every desk that takes the table in.
                uid: uuid(&format!("{uid} {}", event.kind)),
                event: Event {
                    no,
                    recorded_at: Some(now),
                    ..event
                },
            });
        }
        let replica = Replica {
            claim,
            log,
            pieces: Vec::new(),
            changes: FactChanges::new(),
            notes: FactChanges::new(),
            marks: Marks::new(),
            created_at: now,
            updated_at: now,
        };
        Exported { uid, replica }
    }
}

/// Makes an id of what it is the id of.
fn uuid(of: &str) -> String {
    let hash = Sha256::digest(format!("claimctl/table/1 {of}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes)
        .into_uuid()
        .to_string()
}
