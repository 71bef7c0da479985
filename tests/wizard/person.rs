//! Somebody who answers.

use chrono::NaiveDate;
use claimctl::domain::claim::{Claim, Step};
use claimctl::domain::event::Event;
use claimctl::domain::language::Language;
use claimctl::domain::message::Message;
use claimctl::domain::playbook::Library;
use claimctl::domain::walk::Walk;
use claimctl::wizard::{self, Answer, Facts, Kind, Question};

pub(crate) struct Person {
    pub(crate) claim: Claim,
    pub(crate) events: Vec<Event>,
    pub(crate) walk: Walk,
    pub(crate) library: Library,
    pub(crate) today: NaiveDate,
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

impl Person {
    pub(crate) fn new() -> Person {
        let (library, problems) = claimctl::playbook::load(None).expect("the built-in files");
        assert_eq!(problems, []);
        Person {
            claim: Claim::draft(Language::English),
            events: Vec::new(),
            walk: Walk::start(),
            library,
            today: day("2026-11-20"),
        }
    }

    pub(crate) fn facts(&self) -> Facts<'_> {
        Facts {
            claim: &self.claim,
            events: &self.events,
            library: &self.library,
            today: self.today,
        }
    }

    pub(crate) fn asked(&self) -> Option<Question> {
        wizard::current(self.facts(), &self.walk)
    }

    /// Takes an answer as the command does: an empty one is "I don't know".
    pub(crate) fn try_say(&mut self, key: &str, value: &str) -> Result<(), Message> {
        let answer = if value.is_empty() {
            Answer::Unknown
        } else {
            Answer::Value(value.to_owned())
        };
        let change = wizard::take(&self.claim, &self.events, key, &answer, self.today)?;
        self.claim = change.claim;
        for event in change.events {
            let no = u32::try_from(self.events.len()).expect("few events") + 1;
            self.events.push(Event { no, ..event });
        }
        if value.is_empty() || value == wizard::OWN_SHOP {
            self.walk.unknown.insert(key.to_owned());
        }
        self.walk.question = None;
        Ok(())
    }

    #[track_caller]
    pub(crate) fn say(&mut self, key: &str, value: &str) {
        if let Err(why) = self.try_say(key, value) {
            panic!("{key}={value}: {why:?}");
        }
    }

    /// Answers every question of the first two steps: these facts where they are asked for, else "I don't know".
    /// Returns the keys that were asked, a bar between the steps.
    #[track_caller]
    pub(crate) fn walk(&mut self, facts: &[(&str, &str)]) -> String {
        let mut keys: Vec<String> = Vec::new();
        loop {
            if let Some(question) = self.asked() {
                let known = facts.iter().find(|(key, _)| *key == question.key);
                let value = match known {
                    Some((_, value)) => (*value).to_owned(),
                    None if question.may_be_unknown => String::new(),
                    None => match &question.kind {
                        Kind::Choice(choices) => choices[0].value.clone(),
                        _ => question.default.clone().unwrap_or_else(|| "x".to_owned()),
                    },
                };
                assert!(!keys.contains(&question.key), "twice: {}", question.key);
                keys.push(question.key.clone());
                self.say(&question.key, &value);
                continue;
            }
            match self.walk.step {
                Step::IdentifyProblem => {
                    self.claim = wizard::assume(self.facts(), &self.walk);
                    if self.asked().is_some() {
                        continue;
                    }
                    self.claim.draft = false;
                    self.walk.step = Step::CheckPolicy;
                    keys.push("|".to_owned());
                }
                _ => return keys.join(" "),
            }
        }
    }
}
