//! What validation carries along: the text for places, what the file defines, and the problems found so far.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};
use toml::value::Datetime;

use super::diagnostic::{Diagnostic, MOST};
use super::raw::{RawName, RawText, Spanned, Str};
use crate::domain::calendar::period::{Period, PeriodError};
use crate::domain::event::EventKind;
use crate::domain::language::Text;
use crate::domain::message::Arg;
use crate::domain::playbook::Playbook;

/// The most tables of a kind in a file: ten times those of the built-in playbooks.
pub(super) const MOST_TABLES: usize = 500;

/// A place in a file, in bytes.
pub(super) type Span = Range<usize>;

/// Something that only the whole library can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A rule by its full id.
    Rule(String),
    /// A route by its full id.
    Route(String),
    /// A dead end by its full id.
    DeadEnd(String),
    /// A rule, a route or a dead end by its full id.
    Either(String),
    /// A question that some playbook asks, and a value of it.
    Fact(String, Option<String>),
    /// A platform that can be chosen.
    Platform(String),
}

impl Wanted {
    /// Returns the name that is wanted.
    pub(super) fn name(&self) -> &str {
        match self {
            Wanted::Rule(id) | Wanted::Route(id) | Wanted::DeadEnd(id) => id,
            Wanted::Either(id) | Wanted::Platform(id) => id,
            Wanted::Fact(key, value) => value.as_deref().unwrap_or(key),
        }
    }

    /// Returns what stands, between quotation marks, in the file that has it: the id of the playbook, or the key.
    pub(super) fn where_named(&self) -> String {
        match self {
            Wanted::Platform(id) => format!("platform/{id}"),
            Wanted::Fact(key, _) => key.clone(),
            _ => {
                let name = self.name();
                let playbook = name.split_once('#').map_or(name, |(playbook, _)| playbook);
                playbook.to_owned()
            }
        }
    }
}

/// What is wanted from the library, and where the file says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pending {
    pub wanted: Wanted,
    pub span: Span,
}

/// The state of the validation of one file. What cannot be read is reported and a stand-in goes on in its place: a
/// file with any problem gives no playbook.
#[derive(Debug)]
pub(super) struct Check<'a> {
    pub text: &'a str,
    pub file: &'a str,
    /// The id of the playbook.
    pub id: String,
    /// The playbook that it refines.
    pub base: Option<&'a Playbook>,
    pub dead_ends: BTreeSet<String>,
    pub rules: BTreeSet<String>,
    pub routes: BTreeSet<String>,
    pub sources: BTreeSet<String>,
    pub rates: BTreeSet<String>,
    /// The file's own questions with their values, where they have a closed set.
    pub questions: BTreeMap<String, Option<Vec<String>>>,
    pub problems: Vec<Diagnostic>,
    pub pending: Vec<Pending>,
    /// Keys that were left out because they did not fit.
    pub left_out: Vec<String>,
}

impl<'a> Check<'a> {
    pub(super) fn new(text: &'a str, file: &'a str, id: String) -> Check<'a> {
        Check {
            text,
            file,
            id,
            base: None,
            dead_ends: BTreeSet::new(),
            rules: BTreeSet::new(),
            routes: BTreeSet::new(),
            sources: BTreeSet::new(),
            rates: BTreeSet::new(),
            questions: BTreeMap::new(),
            problems: Vec::new(),
            pending: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// Reports a problem at a place.
    pub(super) fn report(&mut self, span: &Span, code: &'static str, args: &[(&'static str, Arg)]) {
        self.report_near(span, code, args, "", &[]);
    }

    /// Reports a problem at a place, with the word that was probably meant.
    fn report_near(
        &mut self,
        span: &Span,
        code: &'static str,
        args: &[(&'static str, Arg)],
        written: &str,
        known: &[&str],
    ) {
        if self.problems.len() >= MOST {
            return;
        }
        let mut problem = Diagnostic::at(code, self.file, self.text, span);
        problem.message.args.extend_from_slice(args);
        let known = known.iter().copied();
        self.problems.push(problem.near(written, known));
    }

    /// Reports a problem with the text that stands there.
    pub(super) fn report_value(&mut self, value: &Str, code: &'static str) {
        let text = Arg::from(value.get_ref().as_str());
        self.report(&value.span(), code, &[("value", text)]);
    }

    /// Checks that there are not too many tables of a kind.
    pub(super) fn few<T>(&mut self, tables: &[Spanned<T>], key: &'static str) {
        if let Some(one) = tables.get(MOST_TABLES) {
            self.report_too_many(&one.span(), key, MOST_TABLES);
        }
    }

    /// Reports the first that is too many.
    pub(super) fn report_too_many(&mut self, at: &Span, key: &'static str, most: usize) {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.report(
            at,
            "too-many",
            &[("key", key.into()), ("most", most.into())],
        );
    }

    /// Reports that a key is missing, unless it was there and did not fit.
    pub(super) fn report_missing(&mut self, at: &Span, key: &'static str) {
        if !self.left_out.iter().any(|k| k == key) {
            self.report(at, "missing-key", &[("key", key.into())]);
        }
    }

    /// Returns what must be there.
    pub(super) fn need<T>(&mut self, raw: Option<T>, at: &Span, key: &'static str) -> Option<T> {
        if raw.is_none() {
            self.report_missing(at, key);
        }
        raw
    }

    /// Reads a text that must be there, in every language.
    pub(super) fn text(
        &mut self,
        raw: Option<Spanned<RawText>>,
        at: &Span,
        key: &'static str,
    ) -> Text {
        self.need(raw, at, key)
            .and_then(|text| self.optional_text(Some(text)))
            .unwrap_or_default()
    }

    /// Reads a text that may be missing, but not in one language alone.
    pub(super) fn optional_text(&mut self, raw: Option<Spanned<RawText>>) -> Option<Text> {
        let raw = raw?;
        let span = raw.span();
        let raw = raw.into_inner();
        let mut one = |text: Option<Str>, language: &'static str| match text {
            Some(text) if !text.get_ref().trim().is_empty() => text.into_inner(),
            _ if self.left_out.iter().any(|k| k == language) => String::new(),
            empty => {
                let span = empty.map_or(span.clone(), |text| text.span());
                self.report(
                    &span,
                    "missing-translation",
                    &[("language", language.into())],
                );
                String::new()
            }
        };
        Some(Text {
            fr: one(raw.fr, "fr"),
            en: one(raw.en, "en"),
        })
    }

    /// Reads a member of a closed set that must be there.
    pub(super) fn member<T: Copy>(
        &mut self,
        raw: Option<Str>,
        at: &Span,
        key: &'static str,
        set: (&'static [T], fn(T) -> &'static str),
    ) -> T {
        match self.need(raw, at, key) {
            Some(raw) => self.member_of(&raw, set),
            None => set.0[0],
        }
    }

    /// Reads a member of a closed set.
    pub(super) fn member_of<T: Copy>(
        &mut self,
        raw: &Str,
        (all, id): (&'static [T], fn(T) -> &'static str),
    ) -> T {
        if let Some(found) = all.iter().find(|v| id(**v) == raw.get_ref()) {
            return *found;
        }
        let valid: Vec<&str> = all.iter().map(|v| id(*v)).collect();
        self.report_unknown_value(raw, &valid);
        all[0]
    }

    /// Reports a value that is none of a closed set.
    pub(super) fn report_unknown_value(&mut self, raw: &Str, valid: &[&str]) {
        self.report_unknown("unknown-value", raw, valid);
    }

    /// Reports a name that is none of those that there are.
    pub(super) fn report_unknown(&mut self, code: &'static str, raw: &Str, valid: &[&str]) {
        let value = raw.get_ref().as_str();
        let args = [("value", value.into()), ("valid", valid.join(", ").into())];
        self.report_near(&raw.span(), code, &args, value, valid);
    }

    /// Reads the id of an event.
    pub(super) fn event(&mut self, raw: &Str) -> EventKind {
        EventKind::from_id(raw.get_ref()).unwrap_or_else(|| {
            let valid: Vec<&str> = EventKind::ALL.iter().map(|e| e.id()).collect();
            let value = raw.get_ref().as_str();
            let args = [("value", value.into()), ("valid", valid.join(", ").into())];
            self.report_near(&raw.span(), "unknown-event", &args, value, &valid);
            EventKind::Note
        })
    }

    /// Reads the id of an event that happens: what the log says of itself or of a date never lets a rule run or end.
    pub(super) fn happening(&mut self, raw: &Str) -> EventKind {
        let kind = self.event(raw);
        if kind.is_about_the_log() && EventKind::from_id(raw.get_ref()).is_some() {
            self.report_value(raw, "event-about-the-log");
        }
        kind
    }

    /// Reads a list of events that happen.
    pub(super) fn happenings(&mut self, raw: &[Str]) -> Vec<EventKind> {
        raw.iter().map(|event| self.happening(event)).collect()
    }

    /// Reads a duration.
    pub(super) fn period(&mut self, raw: &Str) -> Period {
        match Period::parse(raw.get_ref()) {
            Ok(period) if !period.is_over_a_century() => return period,
            Ok(_) | Err(PeriodError::TooLong(_)) => self.report_value(raw, "too-long"),
            Err(PeriodError::NotAPeriod(_)) => self.report_value(raw, "bad-duration"),
        }
        Period::days(1)
    }

    /// Reads a duration that runs forwards.
    pub(super) fn length_of_time(&mut self, raw: &Str) -> Period {
        let period = self.period(raw);
        if period.count < 1 {
            self.report_value(raw, "length-not-positive");
        }
        period
    }

    /// Reads a day.
    pub(super) fn day(&mut self, raw: &Spanned<Datetime>) -> NaiveDate {
        day(raw.get_ref()).unwrap_or_else(|| {
            let value = raw.get_ref().to_string();
            self.report(&raw.span(), "bad-date", &[("value", value.into())]);
            NaiveDate::MIN
        })
    }

    /// Reads a day that may be missing.
    pub(super) fn optional_day(&mut self, raw: Option<&Spanned<Datetime>>) -> Option<NaiveDate> {
        raw.map(|day| self.day(day))
    }

    /// Reads an hour.
    pub(super) fn time(&mut self, raw: &Spanned<Datetime>) -> Option<NaiveTime> {
        let time = raw.get_ref().time.filter(|_| raw.get_ref().date.is_none());
        let time = time.and_then(|t| {
            NaiveTime::from_hms_opt(t.hour.into(), t.minute.into(), t.second.unwrap_or(0).into())
        });
        if time.is_none() {
            let value = raw.get_ref().to_string();
            self.report(&raw.span(), "bad-time", &[("value", value.into())]);
        }
        time
    }

    /// Reads a whole number that is not negative.
    pub(super) fn number(
        &mut self,
        raw: Option<Spanned<i64>>,
        at: &Span,
        key: &'static str,
    ) -> u32 {
        let Some(raw) = self.need(raw, at, key) else {
            return 0;
        };
        u32::try_from(*raw.get_ref()).unwrap_or_else(|_| {
            self.report(
                &raw.span(),
                "bad-number",
                &[("value", (*raw.get_ref()).into())],
            );
            0
        })
    }

    /// Reads the address of a page: `https://`, and no space in it.
    pub(super) fn url(&mut self, raw: Option<Str>) -> Option<String> {
        let raw = raw?;
        let host = raw.get_ref().strip_prefix("https://").unwrap_or_default();
        if host.is_empty() || host.contains(char::is_whitespace) || !host.contains('.') {
            self.report_value(&raw, "bad-url");
        }
        Some(raw.into_inner())
    }

    /// Reads a text that must be there and must not be empty.
    pub(super) fn string(&mut self, raw: Option<Str>, at: &Span, key: &'static str) -> String {
        match raw {
            Some(raw) if !raw.get_ref().trim().is_empty() => raw.into_inner(),
            _ => {
                self.report_missing(at, key);
                String::new()
            }
        }
    }

    /// Reads a name: one text, which is the same in every language, or one for each.
    pub(super) fn name(
        &mut self,
        raw: Option<Spanned<RawName>>,
        at: &Span,
        key: &'static str,
    ) -> Text {
        let Some(raw) = self.need(raw, at, key) else {
            return Text::default();
        };
        let span = raw.span();
        match raw.into_inner() {
            RawName::One(text) if text.trim().is_empty() => {
                self.report_missing(&span, key);
                Text::default()
            }
            RawName::One(text) => Text::same(&text),
            RawName::Each(text) => self
                .optional_text(Some(Spanned::new(span, text)))
                .unwrap_or_default(),
        }
    }

    /// Reads the name of a source of this file.
    pub(super) fn source(&mut self, raw: &Str) -> String {
        if !self.sources.contains(raw.get_ref()) {
            let sources = self.sources.clone();
            let valid: Vec<&str> = sources.iter().map(String::as_str).collect();
            self.report_unknown("unknown-source", raw, &valid);
        }
        raw.get_ref().clone()
    }

    /// Resolves the name of a rule to its full id.
    pub(super) fn rule(&mut self, raw: &Str) -> String {
        let (full, local) = self.full_id(raw.get_ref());
        match local {
            None => self.later(raw, Wanted::Rule(full.clone())),
            Some(id) if !self.rules.contains(id) => {
                self.report_unknown_name(raw, "unknown-rule", &self.rules.clone());
            }
            Some(_) => {}
        }
        full
    }

    /// Resolves the names of rules to their full ids.
    pub(super) fn all_rules(&mut self, raw: &[Str]) -> Vec<String> {
        raw.iter().map(|rule| self.rule(rule)).collect()
    }

    /// Resolves the name of a route to its full id.
    pub(super) fn route(&mut self, raw: &Str) -> String {
        let (full, local) = self.full_id(raw.get_ref());
        match local {
            None => self.later(raw, Wanted::Route(full.clone())),
            Some(id) if !self.routes.contains(id) => {
                self.report_unknown_name(raw, "unknown-route", &self.routes.clone());
            }
            Some(_) => {}
        }
        full
    }

    /// Resolves the name of a dead end to its full id.
    pub(super) fn dead_end(&mut self, raw: &Str) -> String {
        let (full, local) = self.full_id(raw.get_ref());
        match local {
            None => self.later(raw, Wanted::DeadEnd(full.clone())),
            Some(id) if !self.dead_ends.contains(id) => {
                self.report_unknown_name(raw, "unknown-dead-end", &self.dead_ends.clone());
            }
            Some(_) => {}
        }
        full
    }

    /// Resolves the name of a rule, a route or a dead end to its full id.
    pub(super) fn any_of_them(&mut self, raw: &Str) -> String {
        let (full, local) = self.full_id(raw.get_ref());
        match local {
            None => self.later(raw, Wanted::Either(full.clone())),
            Some(id) => {
                let known = [&self.rules, &self.routes, &self.dead_ends]
                    .into_iter()
                    .flatten();
                let known: BTreeSet<String> = known.cloned().collect();
                if !known.contains(id) {
                    self.report_unknown_name(raw, "unknown-rule", &known);
                }
            }
        }
        full
    }

    /// Reports a name that nothing in this file has.
    fn report_unknown_name(&mut self, raw: &Str, code: &'static str, names: &BTreeSet<String>) {
        let known: Vec<&str> = names.iter().map(String::as_str).collect();
        let name = raw.get_ref().as_str();
        self.report_near(&raw.span(), code, &[("value", name.into())], name, &known);
    }

    /// Leaves a question for the library.
    pub(super) fn later(&mut self, raw: &Str, wanted: Wanted) {
        self.pending.push(Pending {
            wanted,
            span: raw.span(),
        });
    }

    /// Returns the full id, and the bare one where it is of this file.
    fn full_id<'r>(&self, id: &'r str) -> (String, Option<&'r str>) {
        match id.split_once('#') {
            None => (format!("{}#{id}", self.id), Some(id)),
            Some((playbook, bare)) if playbook == self.id => (id.to_owned(), Some(bare)),
            Some(_) => (id.to_owned(), None),
        }
    }
}

/// Returns the day that a TOML date is; `None` for anything with an hour.
pub(super) fn day(raw: &Datetime) -> Option<NaiveDate> {
    let date = raw.date.filter(|_| raw.time.is_none())?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}
