//! From the text of a file to the facts of a claim.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use crate::domain::change::fact;
use crate::domain::claim::Claim;
use crate::domain::event::{Channel, Event, EventKind};
use crate::domain::language::Language;
use crate::domain::message::{Arg, Message};
use crate::domain::playbook::{Library, QuestionKind};

use super::check;
use super::entry::{Contents, Entry, Value, without_mark};
use super::facts::{channel, set_fact, set_own};
use super::field::{Field, day_key, meant};
use super::problem::{Fault, Problem, is_too_long, shown, too_long};
use super::{Answers, Format, dates, from_json, from_toml};

/// What a file has said so far.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) library: &'a Library,
    pub(super) claim: Claim,
    /// Event kinds with their day and hour, and the entry that gave them.
    pub(super) days: BTreeMap<EventKind, Happened>,
    channels: BTreeMap<EventKind, (Channel, Entry)>,
    /// Every answer that the file gives, well or badly, by its one name, with its first line.
    pub(super) given: BTreeMap<String, usize>,
    pub(super) problems: Vec<Problem>,
}

/// The day of an event and where the file says it.
#[derive(Debug)]
pub(super) struct Happened {
    pub(super) on: NaiveDate,
    pub(super) at: Option<NaiveTime>,
    pub(super) key: String,
    pub(super) line: usize,
}

/// The largest number of answers that a file is read for.
const MOST_ENTRIES: usize = 500;

/// Reads an answers file. `language` is the claim's unless the file says another one; no event may lie ahead of `today`.
///
/// What goes without saying for a playbook that fits (its `[assume]`) fills the answers that are missing.
///
/// # Errors
/// Every problem at once, by line; missing answers stand at the end.
pub fn read(
    text: &str,
    format: Format,
    library: &Library,
    today: NaiveDate,
    language: Language,
) -> Result<Answers, Vec<Problem>> {
    read_with(text, format, library, today, language, check::OF_A_CLAIM)
}

/// Reads answers to a question of somebody who has no claim: only the problem and the country must be there, and what
/// the playbooks that fit cannot do without.
///
/// # Errors
/// As [`read`].
pub fn read_question(
    text: &str,
    format: Format,
    library: &Library,
    today: NaiveDate,
    language: Language,
) -> Result<Answers, Vec<Problem>> {
    read_with(text, format, library, today, language, check::OF_A_QUESTION)
}

fn read_with(
    text: &str,
    format: Format,
    library: &Library,
    today: NaiveDate,
    language: Language,
    always: &[&str],
) -> Result<Answers, Vec<Problem>> {
    let text = without_mark(text);
    let contents = match format {
        Format::Toml => from_toml::contents(text),
        Format::Json => from_json::contents(text),
    };
    let Contents {
        entries,
        problems,
        cut_short,
    } = contents;
    let mut reading = Reading::new(library, language);
    reading.problems = problems;
    // No file of answers has so many: looking for what each of them was meant to be would take for ever.
    if let Some(beyond) = entries.get(MOST_ENTRIES) {
        let fault = Fault::of("answers-too-many", &beyond.key);
        reading.tell(fault, Some(beyond.line), &beyond.key.clone());
    }
    for entry in entries.into_iter().take(MOST_ENTRIES) {
        reading.take(entry);
    }
    reading.assume();
    check::dates(&mut reading, today);
    check::region(&mut reading);
    let events = reading.events();
    if !cut_short {
        for (key, fault) in check::missing(&reading, always) {
            reading.tell(fault.hint(check::to_write(&key, library)), None, &key);
        }
    }
    let Reading {
        claim,
        mut problems,
        ..
    } = reading;
    if problems.is_empty() {
        Ok(Answers { claim, events })
    } else {
        problems.sort_by_key(|problem| problem.line.unwrap_or(usize::MAX));
        Err(problems)
    }
}

impl<'a> Reading<'a> {
    /// Nothing is said yet.
    pub(super) fn new(library: &'a Library, language: Language) -> Reading<'a> {
        Reading {
            library,
            claim: Claim {
                draft: false,
                ..Claim::draft(language)
            },
            days: BTreeMap::new(),
            channels: BTreeMap::new(),
            given: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    /// What was said of a fact, an event or the end, by its one name; in the form in which answers files have it.
    pub(super) fn said(&self, name: &str) -> Option<String> {
        if let Some(value) = fact(&self.claim, name) {
            return Some(value);
        }
        let day = self.days.iter().find(|(kind, _)| day_key(**kind) == name);
        let channel = || {
            let named = |kind: EventKind| Field::Channel(kind).name() == name;
            self.channels.iter().find(|(kind, _)| named(**kind))
        };
        match day {
            Some((_, Happened { on, at: None, .. })) => Some(on.to_string()),
            Some((
                _,
                Happened {
                    on, at: Some(at), ..
                },
            )) => Some(format!("{on}T{at}")),
            None => channel().map(|(_, (channel, _))| channel.to_string()),
        }
    }

    /// Adds a problem at a place of the file.
    pub(super) fn tell(&mut self, fault: Fault, line: Option<usize>, key: &str) {
        self.problems.push(fault.at(line, key));
    }

    /// Takes one entry of the file.
    pub(super) fn take(&mut self, entry: Entry) {
        let (line, key) = (entry.line, entry.key.clone());
        let Some(field) = Field::of(&key, self.library) else {
            let hint = match meant(&key, self.library) {
                Some(known) => Message::new("answers-did-you-mean").with("known", known),
                None => Message::new("answers-keys-hint"),
            };
            self.tell(
                Fault::of("answers-unknown-key", &key).hint(hint),
                Some(line),
                &key,
            );
            return;
        };
        if entry.value == Value::Nothing {
            return;
        }
        if let Some(first) = self.given.get(&field.name()) {
            let mut fault = Fault::of("answers-twice", &key);
            let first = i64::try_from(*first).unwrap_or(i64::MAX);
            fault.what = fault.what.with("first", Arg::Number(first));
            self.tell(fault, Some(line), &key);
            return;
        }
        self.given.insert(field.name(), line);
        if let Err(fault) = self.answer(&field, entry) {
            self.tell(fault, Some(line), &key);
        }
    }

    fn answer(&mut self, field: &Field, entry: Entry) -> Result<(), Fault> {
        let key = entry.key.as_str();
        let text = self.text(field, &entry)?;
        match field {
            Field::Fact(fact) => set_fact(&mut self.claim, fact, &text, self.library)?,
            Field::Term(term) => {
                self.claim.terms.insert(*term, dates::day(key, &text)?);
            }
            Field::Day(kind) => {
                let on = dates::day(key, &text)?;
                self.happened(*kind, on, None, &entry);
            }
            Field::Hour(kind) => {
                let (on, at) = dates::moment(key, &text)?;
                self.happened(*kind, on, Some(at), &entry);
            }
            Field::Channel(kind) => {
                self.channels.insert(*kind, (channel(key, &text)?, entry));
            }
            Field::Own(own) => set_own(&mut self.claim, own, &text, self.library)?,
            Field::Later(_) => {
                return Err(
                    Fault::of("answers-later", key).hint(Message::new("answers-later-hint"))
                );
            }
        }
        Ok(())
    }

    fn happened(&mut self, kind: EventKind, on: NaiveDate, at: Option<NaiveTime>, entry: &Entry) {
        let (key, line) = (entry.key.clone(), entry.line);
        self.days.insert(kind, Happened { on, at, key, line });
    }

    /// Returns the value as text; a number is taken for text, so that `order_ref = 123` is read as it is meant.
    fn text(&self, field: &Field, entry: &Entry) -> Result<String, Fault> {
        let key = entry.key.as_str();
        let text = match &entry.value {
            Value::Text(text) | Value::Number(text) | Value::Moment(text) => text.trim().to_owned(),
            Value::Flag(flag) if self.takes_yes_or_no(field) => {
                if *flag { "yes" } else { "no" }.to_owned()
            }
            Value::Flag(flag) => {
                return Err(Fault::of("answers-not-a-text", key).saying(&flag.to_string()));
            }
            Value::Structure => {
                return Err(Fault::of("answers-flat", key).hint(Message::new("answers-flat-hint")));
            }
            Value::Unreadable => {
                return Err(
                    Fault::of("answers-unreadable", key).hint(Message::new("answers-toml-hint"))
                );
            }
            Value::Bare(text) => {
                // A day that is written in another way is told of as such: quotes alone would not help.
                match field {
                    Field::Term(_) | Field::Day(_) => {
                        dates::day(key, text)?;
                    }
                    Field::Hour(_) => {
                        dates::moment(key, text)?;
                    }
                    _ => {}
                }
                let hint = Message::new("answers-write-text").with("key", key).with(
                    "value",
                    if text.is_empty() {
                        "…".to_owned()
                    } else {
                        shown(text)
                    },
                );
                return Err(Fault::of("answers-quote", key).hint(hint));
            }
            Value::Nothing => String::new(),
        };
        if text.is_empty() {
            return Err(Fault::of("answers-empty", key).hint(Message::new("answers-empty-hint")));
        }
        if is_too_long(&text) {
            return Err(too_long(key));
        }
        Ok(text)
    }

    fn takes_yes_or_no(&self, field: &Field) -> bool {
        let Field::Own(key) = field else { return false };
        self.library
            .playbooks
            .iter()
            .flat_map(|playbook| &playbook.questions)
            .any(|question| question.key == *key && question.kind == QuestionKind::YesNo)
    }

    /// Fills what is missing with what goes without saying for the playbooks that fit, until nothing more fits.
    pub(super) fn assume(&mut self) {
        let library = self.library;
        let mut tried: BTreeSet<&str> = BTreeSet::new();
        loop {
            let assumed: Vec<(&str, &str)> = library
                .playbooks
                .iter()
                .filter(|playbook| playbook.when.holds(&self.claim))
                .flat_map(|playbook| &playbook.assume)
                .map(|(key, value)| (key.as_str(), value.as_str()))
                .filter(|(key, _)| !self.given.contains_key(*key) && !tried.contains(key))
                .collect();
            if assumed.is_empty() {
                return;
            }
            for (key, value) in assumed {
                if !tried.insert(key) {
                    continue;
                }
                let set = match Field::of(key, library) {
                    Some(Field::Fact(fact)) => set_fact(&mut self.claim, fact, value, library),
                    Some(Field::Own(own)) => set_own(&mut self.claim, &own, value, library),
                    _ => continue,
                };
                // A value that does not hold is the playbook's fault, not the file's: the answer stays missing.
                if set.is_ok() {
                    self.given.insert(key.to_owned(), 0);
                }
            }
        }
    }

    /// Makes the events, oldest first; those of one day in the order in which such things happen.
    pub(super) fn events(&mut self) -> Vec<Event> {
        let mut events: Vec<Event> = Vec::new();
        for (kind, happened) in &self.days {
            events.push(Event {
                at: happened.at,
                channel: self.channels.get(kind).map(|(channel, _)| *channel),
                ..Event::new(*kind, happened.on)
            });
        }
        for (kind, (_, entry)) in &self.channels {
            // A day that was given badly is a problem of its own.
            if !self.given.contains_key(&day_key(*kind)) {
                let hint = Message::new("answers-channel-alone-hint").with("known", day_key(*kind));
                let fault = Fault::of("answers-channel-alone", &entry.key).hint(hint);
                self.problems.push(fault.at(Some(entry.line), &entry.key));
            }
        }
        events.sort_by_key(|event| (event.on, event.kind));
        events
    }
}
