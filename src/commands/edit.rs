//! `claimctl edit`: gives or corrects facts, by their key in the answers file.

use anyhow::Result;

use crate::context::Context;
use crate::domain::assess::assess;
use crate::domain::claim::{Claim, FACTS, Term};
use crate::domain::condition::UNKNOWN;
use crate::domain::country;
use crate::domain::event::EventKind;
use crate::domain::message::Message;
use crate::domain::playbook::{Library, QuestionKind};
use crate::error::{Exit, Failure};
use crate::lang::words;
use crate::store::StoredClaim;
use crate::wizard::{self, Answer};

use super::desk::Edit;
use super::{changes, desk, input, view};

/// The arguments of `edit`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// Facts as KEY=VALUE; an empty value takes the fact away.
    #[arg(value_name = "KEY=VALUE")]
    facts: Vec<String>,
}

/// Changes facts of a claim: all of them, or none. Without a fact, lists those that there are.
///
/// # Errors
/// When there is no such claim, a key is unknown, or a value is not one that the key takes.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let id = input::claim_id(&args.id)?;
    let library = ctx.library()?;
    if args.facts.is_empty() {
        let stored = desk::load(ctx, id)?;
        ctx.ui.out(&listed(&stored, library, ctx))?;
        return Ok(Exit::Done);
    }
    let (before, after) = desk::change(ctx, id, |stored| {
        let mut edit = Edit::of(stored);
        for fact in &args.facts {
            let (key, value) = fact.split_once('=').ok_or_else(|| {
                input::usage(
                    Message::new("error-not-a-fact").with("text", fact.as_str()),
                    Some(Message::new("error-not-a-fact-hint")),
                )
            })?;
            let key = known_key(key.trim(), library)?;
            let answer = if value.trim().is_empty() {
                Answer::Unknown
            } else {
                Answer::Value(value.to_owned())
            };
            if value.trim().is_empty() && REQUIRED.contains(&key.as_str()) {
                return Err(input::usage(
                    Message::new("error-fact-required").with("key", key.as_str()),
                    None,
                ));
            }
            check_value(&key, value.trim(), library)?;
            let log: Vec<_> = stored.events.iter().chain(&edit.events).cloned().collect();
            let change =
                wizard::take(&edit.claim, &log, &key, &answer, ctx.today).map_err(|why| {
                    Failure::new(
                        Exit::Usage,
                        Message::new("error-fact").with("key", key.as_str()),
                    )
                    .because(why)
                })?;
            edit.claim = change.claim;
            edit.events.extend(change.events);
        }
        check_region(&stored.claim, &edit.claim, &args.id)?;
        Ok(edit)
    })?;
    let old = assess(&before.claim, &before.events, library, ctx.today);
    let new = assess(&after.claim, &after.events, library, ctx.today);
    for line in changes::said(&old, &new, ctx) {
        ctx.ui.status(&line);
    }
    let (sentence, command) = view::next(&new, id, ctx);
    ctx.ui
        .status(&ctx.say(&Message::new("wizard-next").with("sentence", sentence)));
    ctx.ui
        .status(&ctx.say(&Message::new("wizard-command").with("command", command)));
    Ok(Exit::Done)
}

/// What the claim knows and what its playbooks would like to know, each as it is typed, with its name.
fn listed(stored: &StoredClaim, library: &Library, ctx: &Context) -> String {
    let facts = wizard::Facts {
        claim: &stored.claim,
        events: &stored.events,
        library,
        today: ctx.today,
    };
    let days = EventKind::ALL.iter().filter(|k| !k.is_about_the_log());
    let keys = FACTS
        .iter()
        .map(|key| (*key).to_owned())
        .chain(Term::ALL.iter().map(|t| t.id().to_owned()))
        .chain(days.map(|kind| kind.answer_key()))
        .filter(|key| facts.answer(key).is_some() || REQUIRED.contains(&key.as_str()));
    let mut lines: Vec<(String, String)> = keys
        .map(|key| {
            let name = ctx.say(&words::fact(&key));
            (key, name)
        })
        .collect();
    let questions = library.fitting(&stored.claim).flat_map(|p| &p.questions);
    for question in questions.filter(|q| q.when.holds(&stored.claim)) {
        if lines.iter().all(|(key, _)| *key != question.key) {
            lines.push((question.key.clone(), ctx.lang.both(&question.ask)));
        }
    }
    let typed = |key: &str| {
        let value = facts.answer(key).filter(|value| value != UNKNOWN);
        view::clean(&format!("{key}={}", value.unwrap_or_default()))
    };
    let lines: Vec<(String, String)> = lines
        .into_iter()
        .map(|(key, name)| (typed(&key), name))
        .collect();
    let width = lines.iter().map(|(typed, _)| typed.chars().count());
    let width = width.filter(|width| *width <= 40).max().unwrap_or(0);
    lines
        .iter()
        .map(|(typed, name)| format!("{typed:<width$}  {}\n", view::clean(name)))
        .collect()
}

/// What no claim can do without.
const REQUIRED: &[&str] = &[
    "problem",
    "wanted",
    "country",
    "seller",
    "seller_kind",
    "sale",
    "item_kind",
];

/// The key, if a claim or one of the playbooks' questions knows it.
fn known_key(key: &str, library: &Library) -> Result<String> {
    let mut keys: Vec<String> = FACTS.iter().map(|k| (*k).to_owned()).collect();
    keys.extend(Term::ALL.iter().map(|t| t.id().to_owned()));
    // The end of a claim, and what is said of other events, have commands of their own.
    keys.extend(
        EventKind::ALL
            .iter()
            .filter(|kind| !kind.is_about_the_log())
            .map(|kind| kind.answer_key()),
    );
    keys.extend(
        library
            .playbooks
            .iter()
            .flat_map(|p| p.questions.iter().map(|q| q.key.clone())),
    );
    if keys.iter().any(|k| k == key) {
        return Ok(key.to_owned());
    }
    let hint = match input::nearest(key, &keys) {
        Some(near) => Message::new("error-did-you-mean").with("text", near),
        None => Message::new("error-one-of").with("list", FACTS.join(", ")),
    };
    Err(input::usage(
        Message::new("error-unknown-key").with("text", key),
        Some(hint),
    ))
}

/// The region lies in the country: one of another country would have no holidays of its own, silently.
fn check_region(old: &Claim, new: &Claim, id: &str) -> Result<()> {
    let (Some(region), Some(code)) = (&new.region, &new.country) else {
        return Ok(());
    };
    let of = country::country_of_region(region).unwrap_or_default();
    if of == code {
        return Ok(());
    }
    let what = Message::new("answers-region-of")
        .with("value", region.as_str())
        .with("country", code.as_str());
    // Who gives another country has left the region behind; who gives another region may have forgotten the country.
    let (code, region) = match old.country == new.country {
        true => (of, region.as_str()),
        false => (code.as_str(), ""),
    };
    let hint = Message::new("error-region-hint")
        .with("id", id)
        .with("facts", format!("country={code} region={region}"));
    Err(input::usage(what, Some(hint)))
}

/// Values that only the library or the list of countries can tell right from wrong.
fn check_value(key: &str, value: &str, library: &Library) -> Result<()> {
    // Every playbook that asks for it gives the same answers.
    let question = || {
        library
            .playbooks
            .iter()
            .flat_map(|p| &p.questions)
            .find(|q| q.key == key)
    };
    let what = || {
        Message::new("error-fact-value")
            .with("key", key)
            .with("value", value)
    };
    let valid: Vec<String> = match key {
        _ if value.is_empty() => return Ok(()),
        "platform" => library.platforms().map(|(id, _)| id.to_owned()).collect(),
        "country" | "seller_country" if country::is_country(value) => return Ok(()),
        "country" | "seller_country" => country::meant(value).into_iter().collect(),
        "region" if country::country_of_region(value).is_some() => return Ok(()),
        "region" => match country::meant_region(value) {
            Some(code) => vec![code],
            None => {
                let hint = Message::new("answers-region-hint");
                return Err(input::usage(what(), Some(hint)));
            }
        },
        // Of what every claim has, a playbook offers only the answers that fit it; what else there is, reading it knows.
        _ if FACTS.contains(&key) => return Ok(()),
        _ => match question() {
            Some(question) if question.kind == QuestionKind::YesNo => {
                vec!["yes".to_owned(), "no".to_owned()]
            }
            Some(question) if !question.options.is_empty() => {
                question.options.iter().map(|o| o.value.clone()).collect()
            }
            _ => return Ok(()),
        },
    };
    if valid.iter().any(|v| v == value) {
        return Ok(());
    }
    let hint =
        (!valid.is_empty()).then(|| Message::new("error-one-of").with("list", valid.join(", ")));
    Err(input::usage(what(), hint))
}
