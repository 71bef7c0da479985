//! How the sum is found that a letter asks for: what is owed, and what the law adds for delay, step by step.

use minijinja::value::Value;

use crate::domain::assess::{Account, AddedBy, LatePart, SurchargeView};
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::lang::words as say;

use super::record::is_law;
use super::words::Words;

/// What is added for delay, in the parts that a template can use; `None` where nothing is.
pub(super) fn surcharge(words: &Words<'_>, money: &Account) -> Option<Vec<(&'static str, Value)>> {
    let view = money.increase().filter(|s| s.amount.minor > 0)?;
    let mut parts = vec![
        ("amount", Value::from(words.money(view.amount))),
        ("calculation", Value::from(calculation(words, view))),
    ];
    parts.extend(view.percent().map(|p| ("percent", Value::from(p))));
    let total = money.outstanding.and_then(|owed| owed.plus(view.amount));
    parts.extend(total.map(|total| ("total", Value::from(words.money(total)))));
    if is_law(&view.source) {
        let article = view.source.name().get(words.lang.language).to_owned();
        parts.push(("article", Value::from(article)));
    }
    Some(parts)
}

/// The calculation in one sentence without its stop: the last day that was in time, then each part with its delay and what
/// it grows by.
fn calculation(words: &Words<'_>, view: &SurchargeView) -> String {
    let mut clauses = Vec::new();
    for added in &view.sums {
        let parts = view.parts.iter().filter(|part| added.holds_for(part));
        clauses.extend(parts.map(|part| late(words, part)));
        let message = match added.percent {
            Some(percent) => Message::new("recourse-sum-percent")
                .with("percent", i64::from(percent))
                .with("sum", added.of),
            None => Message::new("recourse-sum-interest"),
        };
        clauses.push(words.lang.say(&message.with("added", added.amount)));
    }
    let between = match words.lang.language {
        Language::French => "\u{202f}; ",
        Language::English => "; ",
    };
    let message = Message::new("recourse-sum")
        .with("due", view.due_on)
        .with("steps", clauses.join(between));
    words.lang.say(&message)
}

fn late(words: &Words<'_>, part: &LatePart) -> String {
    let message = match part.paid_on {
        Some(on) => Message::new("recourse-sum-paid").with("on", on),
        None => Message::new("recourse-sum-owed"),
    };
    let late = message.with("sum", part.sum).with("days", part.days_late);
    let late = words.lang.say(&late);
    let AddedBy::Interest { stretches } = &part.added_by else {
        return late;
    };
    let rates = stretches.iter().map(|(days, hundredths)| {
        let message = Message::new("recourse-sum-rate")
            .with("days", *days)
            .with("rate", say::rate(*hundredths));
        words.lang.say(&message)
    });
    let rates: Vec<String> = rates.collect();
    format!("{late} ({})", rates.join(", "))
}
