//! Filling a template. Nothing that is not known is ever printed: the letter is refused and the fact named.

use std::sync::Arc;

use chrono::NaiveDate;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use crate::domain::assess::Assessment;
use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::Period;
use crate::domain::claim::Claim;
use crate::domain::event::Event;
use crate::domain::language::Language;
use crate::domain::letter::{LetterKind, LetterTemplate};
use crate::domain::playbook::Library;

use super::context::{self, Context};
use super::missing::LetterError;
use super::tidy;

/// What a letter is made from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub claim: &'a Claim,
    pub events: &'a [Event],
    pub assessment: &'a Assessment,
    pub library: &'a Library,
    pub today: NaiveDate,
    pub language: Language,
    /// The day by which an answer is asked; our suggestion without one.
    pub answer_by: Option<NaiveDate>,
}

/// A letter ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub kind: LetterKind,
    /// One line.
    pub subject: String,
    /// Lines without blanks at their ends, without a final line break.
    pub body: String,
}

/// Fills a template.
///
/// # Errors
/// When a fact that the template uses is not known, or when the template itself is wrong.
pub fn render(template: &LetterTemplate, facts: &Facts<'_>) -> Result<Letter, LetterError> {
    let context = Arc::new(context::build(template.kind, facts));
    let fill = |source: &str| {
        fill(source, facts.language, &context).map_err(|error| refuse(template, &context, &error))
    };
    let subject = fill(template.subject.get(facts.language))?;
    let body = fill(template.body.get(facts.language))?;
    Ok(Letter {
        kind: template.kind,
        subject: tidy::letter(&tidy::one_line(&subject), facts.language),
        body: tidy::letter(&body, facts.language),
    })
}

/// Suggests the day by which an answer is asked: what the letter's route gives the other side, else 15 days for a formal
/// notice and 8 days for anything else. The law names no number; this is ours.
#[must_use]
pub fn answer_by(kind: LetterKind, assessment: &Assessment, today: NaiveDate) -> NaiveDate {
    let own = match kind {
        LetterKind::FormalNotice => Period::days(15),
        _ => Period::days(8),
    };
    assessment
        .routes
        .iter()
        .filter(|route| route.letter == Some(kind))
        .find_map(|route| route.answer_within)
        .unwrap_or(own)
        .end_after(today, &Holidays::default())
}

/// Says what is wrong with a template without filling it: a fault of syntax, in the engine's words.
#[must_use]
pub fn check_template(template: &LetterTemplate) -> Vec<String> {
    let texts = [&template.subject, &template.body];
    Language::ALL
        .iter()
        .flat_map(|language| texts.map(|text| (language, text.get(*language))))
        .filter_map(|(language, source)| {
            let source = keep_line_ends(source);
            let engine = engine(*language);
            engine.template_from_str(&source).err().map(|e| say(&e))
        })
        .collect()
}

fn fill(
    source: &str,
    language: Language,
    context: &Arc<Context>,
) -> Result<String, minijinja::Error> {
    let source = keep_line_ends(source);
    engine(language)
        .template_from_str(&source)?
        .render(Value::from_dyn_object(Arc::clone(context)))
}

/// Keeps the line break after a tag that ends a line of text. The engine takes away the break after every tag, which is
/// meant for tags that stand alone.
fn keep_line_ends(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + 16);
    for line in source.lines() {
        let text = line.trim();
        let alone = text.starts_with("{%") && text.find("%}") == Some(text.len().saturating_sub(2));
        out.push_str(line);
        if text.ends_with("%}") && !alone {
            out.push_str("{{ '' }}");
        }
        out.push('\n');
    }
    out
}

fn engine<'a>(language: Language) -> Environment<'a> {
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_auto_escape_callback(|_| AutoEscape::None);
    if let Ok(syntax) = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build()
    {
        engine.set_syntax(syntax);
    }
    engine.add_filter("of", move |name: String| tidy::of(&name, language));
    engine
}

fn refuse(template: &LetterTemplate, context: &Context, error: &minijinja::Error) -> LetterError {
    if error.kind() == minijinja::ErrorKind::UndefinedError
        && let Some((_, Some(key))) = context.missed()
    {
        return LetterError::MissingFact {
            kind: template.kind,
            key,
        };
    }
    let reason = match context.missed() {
        Some((name, None)) if error.kind() == minijinja::ErrorKind::UndefinedError => {
            format!("`{name}` is not a word that letters know")
        }
        _ => say(error),
    };
    LetterError::Template {
        kind: template.kind,
        playbook: template.playbook.clone(),
        reason,
    }
}

fn say(error: &minijinja::Error) -> String {
    let what = error
        .detail()
        .map_or_else(|| error.kind().to_string(), str::to_owned);
    match error.line() {
        Some(line) => format!("{line}: {what}"),
        None => what,
    }
}
