//! A question of the wizard, put to the user.

use anyhow::Result;

use crate::domain::message::{Arg, Message};
use crate::ui::prompt::{Choice, Item, Reply, TextQuestion};
use crate::wizard::{self, Answer, Kind, OWN_SHOP, Question};

use super::{Walker, view};
use crate::context::Context;
use crate::domain::money::Money;
use crate::lang::{reading, typography, words};

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
        view::label(question, self.ctx)
    }

    pub(super) fn words(&self, arg: &Arg) -> String {
        self.ctx
            .say(&Message::new("words-plain").with("value", arg.clone()))
    }

    fn choice(&self, question: &Question, choices: &[wizard::Choice]) -> Choice {
        let known = self.walk.unknown.contains(&question.key);
        let at = |value: &str| choices.iter().position(|c| c.value == value);
        let default = match &question.default {
            // It was said before that there is no answer.
            _ if known => at(OWN_SHOP).or(question.may_be_unknown.then_some(choices.len())),
            Some(value) => at(value),
            // Enter alone must not state a fact.
            None => question.may_be_unknown.then_some(choices.len()),
        };
        Choice {
            title: self.words(&question.title),
            short: self.label(question),
            help: question.help.as_ref().map(|h| self.words(h)),
            options: choices.iter().map(|c| self.item(c)).collect(),
            default,
            unknown: question
                .may_be_unknown
                .then(|| self.ctx.lang.text("ui-unknown")),
        }
    }

    fn item(&self, choice: &wizard::Choice) -> Item {
        let item = Item::new(typography::upper_first(&self.words(&choice.label)));
        if choice.value == OWN_SHOP {
            return item.hint(self.ctx.lang.text("wizard-own-shop-about"));
        }
        item
    }

    fn ask_text(&mut self, question: &Question) -> Reply<Answer> {
        let ctx = self.ctx;
        let (claim, events) = (&self.claim, &self.events);
        let validate = |text: &str| {
            let answer = Answer::Value(text.to_owned());
            wizard::take(claim, events, &question.key, &answer, ctx.today)
                .map(|_| ())
                .map_err(|why| complaint(ctx, &question.kind, text, &why))
        };
        let country = self.claim.country.as_deref();
        let understood = |text: &str| understood(ctx, &question.kind, text, country);
        let help = match &question.kind {
            Kind::Date { .. } if question.help.is_none() => Some(ctx.lang.text("wizard-help-date")),
            _ => question.help.as_ref().map(|h| self.words(h)),
        };
        let asked = TextQuestion {
            title: self.words(&question.title),
            short: self.label(question),
            help,
            default: question
                .default
                .as_ref()
                .map(|value| typed(ctx, &question.kind, value)),
            optional: question.may_be_unknown.then(|| ctx.lang.text("ui-unknown")),
            multiline: false,
            validate: &validate,
            understood: &understood,
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
            options: options
                .iter()
                .map(|words| Item::new(typography::upper_first(words)))
                .collect(),
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
            let day = reading::read_date(text, ctx.lang.language, ctx.today)
                .map_err(|error| complaint(ctx, &DAY, text, &error.message()))?;
            if !ahead && day > ctx.today {
                return Err(ctx.say(&Message::new("wizard-error-future").with("day", day)));
            }
            Ok(day)
        };
        let validate = |text: &str| read(text).map(|_| ());
        let question = TextQuestion {
            optional: optional.then(|| ctx.lang.text("ui-skip")),
            help: Some(ctx.lang.text("wizard-help-date")),
            validate: &validate,
            understood: &|text| understood(ctx, &DAY, text, None),
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

/// Any day, whether it lies ahead or not.
const DAY: Kind = Kind::Date {
    may_lie_ahead: true,
};

/// What is wrong with an answer, and what to type instead.
fn complaint(ctx: &Context, kind: &Kind, text: &str, why: &Message) -> String {
    let hint = match kind {
        Kind::Date { .. } => reading::read_date(text, ctx.lang.language, ctx.today)
            .err()
            .map(|error| error.hint()),
        Kind::Amount => Money::parse(text)
            .err()
            .map(|error| words::money_error(error, text).1),
        _ => None,
    };
    match hint {
        Some(hint) => format!("{} · {}", ctx.say(why), ctx.say(&hint)),
        None => ctx.say(why),
    }
}

/// How an answer was understood: a day written out, an amount with its sign.
fn understood(ctx: &Context, kind: &Kind, text: &str, country: Option<&str>) -> String {
    let value = match kind {
        Kind::Date { .. } => reading::read_date(text, ctx.lang.language, ctx.today)
            .ok()
            .map(Arg::Date),
        Kind::Amount => wizard::read_amount(text, country).ok().map(Arg::Money),
        _ => None,
    };
    value.map_or_else(
        || text.to_owned(),
        |value| ctx.say(&Message::new("words-plain").with("value", value)),
    )
}

/// A value of the answers file as the user would type it.
fn typed(ctx: &Context, kind: &Kind, value: &str) -> String {
    let shown = match (kind, value.parse::<chrono::NaiveDate>()) {
        (Kind::Date { .. }, Ok(day)) => typography::short_date(day, ctx.lang.language),
        (Kind::Amount, _) => understood(ctx, kind, value, None),
        _ => return value.to_owned(),
    };
    let same = match kind {
        Kind::Amount => Money::parse(&shown).ok() == Money::parse(value).ok(),
        _ => reading::read_date(&shown, ctx.lang.language, ctx.today)
            .is_ok_and(|day| day.to_string() == value),
    };
    if same { shown } else { value.to_owned() }
}
