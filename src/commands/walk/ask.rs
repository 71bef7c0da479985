//! A question of the wizard, put to the user.

use anyhow::Result;

use crate::domain::message::{Arg, Message};
use crate::ui::prompt::{Choice, Item, Reply, TextQuestion};
use crate::wizard::{self, Answer, Kind, OWN_SHOP, Question};

use super::Walker;

impl Walker<'_> {
    /// Asks a question, with the earlier answer preselected.
    pub(super) fn ask(&mut self, question: &Question) -> Result<Reply<Answer>> {
        let reply = match &question.kind {
            Kind::Choice(choices) => {
                let asked = self.choice(question, choices);
                picked(self.prompter.choose(&asked), choices)
            }
            Kind::LongChoice(choices) => {
                let asked = self.choice(question, choices);
                picked(self.prompter.pick_long(&asked), choices)
            }
            Kind::Text | Kind::Date { .. } | Kind::Amount => self.ask_text(question),
        };
        Ok(reply)
    }

    /// What the answer is called in a line: its label, else the question.
    pub(super) fn label(&self, question: &Question) -> String {
        let key = format!("wizard-label-{}", question.key);
        if self.ctx.lang.knows(&key) {
            self.ctx.lang.text(&key)
        } else {
            self.words(&question.title)
        }
    }

    pub(super) fn words(&self, arg: &Arg) -> String {
        self.ctx
            .say(&Message::new("words-plain").with("value", arg.clone()))
    }

    fn choice(&self, question: &Question, choices: &[wizard::Choice]) -> Choice {
        let own_shop = self
            .walk
            .unknown
            .contains(&question.key)
            .then(|| OWN_SHOP.to_owned());
        let default = question.default.clone().or(own_shop);
        Choice {
            title: self.words(&question.title),
            short: self.label(question),
            help: question.help.as_ref().map(|h| self.words(h)),
            options: choices
                .iter()
                .map(|c| Item::new(self.words(&c.label)))
                .collect(),
            default: default.and_then(|d| choices.iter().position(|c| c.value == d)),
            unknown: question
                .may_be_unknown
                .then(|| self.ctx.lang.text("ui-unknown")),
        }
    }

    fn ask_text(&mut self, question: &Question) -> Reply<Answer> {
        let ctx = self.ctx;
        let (claim, events) = (&self.claim, &self.events);
        let validate = |text: &str| {
            let answer = Answer::Value(text.to_owned());
            wizard::take(claim, events, &question.key, &answer, ctx.today)
                .map(|_| ())
                .map_err(|why| ctx.say(&why))
        };
        let asked = TextQuestion {
            title: self.words(&question.title),
            short: self.label(question),
            help: question.help.as_ref().map(|h| self.words(h)),
            default: question.default.clone(),
            optional: question.may_be_unknown.then(|| ctx.lang.text("ui-unknown")),
            multiline: false,
            validate: &validate,
        };
        match self.prompter.text(&asked) {
            Reply::Next(Some(text)) => Reply::Next(Answer::Value(text)),
            Reply::Next(None) => Reply::Next(Answer::Unknown),
            Reply::Back => Reply::Back,
            Reply::Quit => Reply::Quit,
        }
    }

    /// Asks for one of a few things by their words; `None` when there is no answer to use.
    pub(super) fn pick(
        &mut self,
        title: &str,
        options: Vec<String>,
        default: usize,
    ) -> Reply<usize> {
        let question = Choice {
            title: title.to_owned(),
            options: options.into_iter().map(Item::new).collect(),
            default: Some(default),
            ..Choice::default()
        };
        match self.prompter.choose(&question) {
            Reply::Next(Some(at)) => Reply::Next(at),
            Reply::Next(None) | Reply::Back => Reply::Back,
            Reply::Quit => Reply::Quit,
        }
    }

    /// Asks for a day; `ahead` when it may lie ahead. An empty answer is `None` where that is allowed.
    pub(super) fn pick_day(
        &mut self,
        title: &str,
        ahead: bool,
        optional: bool,
    ) -> Reply<Option<chrono::NaiveDate>> {
        let ctx = self.ctx;
        let read = |text: &str| {
            let day = crate::lang::reading::read_date(text, ctx.lang.language, ctx.today)
                .map_err(|error| ctx.say(&error.message()))?;
            if !ahead && day > ctx.today {
                return Err(ctx.say(&Message::new("wizard-error-future").with("day", day)));
            }
            Ok(day)
        };
        let validate = |text: &str| read(text).map(|_| ());
        let question = TextQuestion {
            optional: optional.then(|| ctx.lang.text("ui-skip")),
            validate: &validate,
            ..TextQuestion::new(title)
        };
        match self.prompter.text(&question) {
            Reply::Next(Some(text)) => Reply::Next(read(&text).ok()),
            Reply::Next(None) => Reply::Next(None),
            Reply::Back => Reply::Back,
            Reply::Quit => Reply::Quit,
        }
    }

    /// Asks for words; an empty answer is `None`.
    pub(super) fn pick_text(&mut self, title: &str) -> Reply<Option<String>> {
        let optional = Some(self.ctx.lang.text("ui-skip"));
        self.prompter.text(&TextQuestion {
            optional,
            ..TextQuestion::new(title)
        })
    }
}

fn picked(reply: Reply<Option<usize>>, choices: &[wizard::Choice]) -> Reply<Answer> {
    match reply {
        Reply::Next(at) => Reply::Next(
            at.and_then(|at| choices.get(at))
                .map_or(Answer::Unknown, |c| Answer::Value(c.value.clone())),
        ),
        Reply::Back => Reply::Back,
        Reply::Quit => Reply::Quit,
    }
}
