//! What every part of a dossier is told with: the facts, the words of its language, and which evidence may be shown.

use chrono::NaiveDate;

use super::super::record::{self, Scope};
use super::super::words::Words;
use super::model::{Cell, Fact, Source};
use super::{Case, Found};
use crate::domain::event::Event;
use crate::domain::evidence::Evidence;
use crate::domain::harmless::{Newlines, sanitize};
use crate::domain::language::Text;
use crate::domain::message::Message;
use crate::domain::party::Who;
use crate::domain::route::{Door, RouteState};
use crate::domain::source;
use crate::lang::{typography, words};

/// The facts of a dossier and the words for them.
#[derive(Debug)]
pub(super) struct Teller<'a> {
    pub(super) case: &'a Case<'a>,
    pub(super) words: Words<'a>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(case: &'a Case<'a>) -> Teller<'a> {
        let facts = &case.facts;
        let money = &facts.assessment.money;
        let owed = money.outstanding.filter(|_| money.received.is_some());
        Teller {
            case,
            words: Words::new(facts.language, facts.claim, facts.events, owed),
        }
    }

    pub(super) fn text(&self, key: &str) -> String {
        self.words.lang.text(key)
    }

    /// A message on one line, whatever is put into it.
    pub(super) fn say(&self, message: &Message) -> String {
        self.plain(&self.words.lang.say(message))
    }

    /// A text of a playbook, on one line.
    pub(super) fn both(&self, text: &Text) -> String {
        self.plain(&self.words.lang.both(text))
    }

    /// A text of the user or of a file, on one line.
    pub(super) fn plain(&self, text: &str) -> String {
        sanitize(text, Newlines::Fold).into_owned()
    }

    /// A text of the user, line by line.
    pub(super) fn lines(&self, text: &str) -> Vec<String> {
        let text = sanitize(text.trim_end(), Newlines::Keep);
        text.lines()
            .map(|line| line.trim_end().to_owned())
            .collect()
    }

    pub(super) fn day(&self, day: NaiveDate) -> String {
        self.words.date(day)
    }

    pub(super) fn short(&self, day: NaiveDate) -> String {
        typography::short_date(day, self.words.lang.language)
    }

    pub(super) fn fact(&self, key: &str, value: impl Into<String>) -> Fact {
        Fact::new(self.text(key), value.into())
    }

    /// What the claim is called: its title, else the purchase and the seller, else the problem.
    pub(super) fn title(&self) -> String {
        let claim = self.case.facts.claim;
        let parts = [claim.item.as_deref(), claim.seller.as_deref()];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        match (&claim.title, claim.problem) {
            (Some(title), _) => self.plain(title),
            (None, _) if !parts.is_empty() => self.plain(&parts.join(", ")),
            (None, Some(problem)) => self.say(&words::problem(problem)),
            (None, None) => String::new(),
        }
    }

    /// The evidence that is named in the dossier, in its order: what was taken out of the claim is not.
    pub(super) fn named(&self) -> impl Iterator<Item = &'a Evidence> {
        let confidential = self.case.confidential;
        let evidence = self.case.facts.claim.evidence.iter();
        evidence.filter(move |e| e.removed_on.is_none() && (confidential || !e.confidential))
    }

    /// The numbers of the exhibits that an event cites.
    pub(super) fn cited(&self, event: &Event) -> Vec<u32> {
        let named = self.named().filter(|e| event.evidence.contains(&e.no));
        named.map(|e| e.no).collect()
    }

    pub(super) fn found(&self, no: u32) -> &'a Found {
        self.case.found.get(&no).unwrap_or(&Found::Missing)
    }

    /// Exhibits as a sentence names them: `E1, E3`.
    pub(super) fn numbers(&self, exhibits: &[u32]) -> String {
        let exhibits: Vec<String> = exhibits.iter().map(|no| format!("E{no}")).collect();
        exhibits.join(", ")
    }

    /// Where a rule is from, how it was known where nobody read it, and the page of the web.
    pub(super) fn source(&self, source: &source::Source) -> Cell {
        let is_page = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
        Cell::Source(Source {
            name: self.plain(&self.say(&words::source_name(source))),
            url: source
                .url
                .as_ref()
                .filter(is_page)
                .map(|url| self.plain(url)),
        })
    }

    /// The sentences of the story so far, told to somebody who was no part of it.
    pub(super) fn story(&self) -> Vec<String> {
        let facts = &self.case.facts;
        let scope = Scope::Steps;
        let story = record::tell(&self.words, facts.assessment, facts.today, scope);
        story.iter().map(|sentence| self.plain(sentence)).collect()
    }

    /// Somebody as a label; the reader is nobody of them.
    pub(super) fn party(&self, who: Who) -> String {
        match who {
            Who::Consumer => self.text("dossier-consumer"),
            who => self.say(&words::party(who)),
        }
    }

    /// The window of a route, in a few words.
    pub(super) fn window(&self, route: &crate::domain::assess::RouteView) -> String {
        let say = |key: &str| Message::new(format!("dossier-window-{key}"));
        let message = match (route.opens_on, route.closes_on) {
            (Some(from), Some(until)) if from <= until => say("both")
                .with("from", self.short(from))
                .with("until", self.short(until)),
            (_, Some(until)) => say("until").with("until", self.short(until)),
            (Some(from), None) => say("from").with("from", self.short(from)),
            (None, None) if route.state == RouteState::Blocked => say("after"),
            (None, None) => say("none"),
        };
        self.say(&message)
    }

    /// The door that the dossier is for.
    pub(super) fn door(&self) -> Option<Door> {
        self.case.addressee.door()
    }
}
