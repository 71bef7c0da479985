//! Filling a template. Nothing that is not known is ever printed: the letter is refused and the fact named.

use std::collections::BTreeSet;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, filters, tests};

use crate::domain::assess::{Assessment, assess};
use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::Period;
use crate::domain::calendar::working::past_holidays;
use crate::domain::claim::Claim;
use crate::domain::event::Event;
use crate::domain::language::Language;
use crate::domain::letter::{LetterKind, LetterTemplate};
use crate::domain::nearest::nearest;
use crate::domain::party::Consumer;
use crate::domain::playbook::{Example, Library};
use crate::domain::template::{self, Fault, Flaw};
use crate::lang::Lang;

use super::context::{self, Context};
use super::fit;
use super::heading::Heading;
use super::missing::LetterError;
use super::next;
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
    /// Who writes.
    pub consumer: &'a Consumer,
    /// How many characters the body may have, where it goes into a message box.
    pub limit: Option<usize>,
}

/// A letter ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub kind: LetterKind,
    /// One line.
    pub subject: String,
    /// Lines without blanks at their ends, without a final line break; the head of a letter that goes by post included.
    pub body: String,
    /// The head, where it is such a letter.
    pub heading: Option<Heading>,
    /// How many optional paragraphs were dropped to make it fit.
    pub dropped: usize,
}

impl Letter {
    /// Returns the body without the head.
    #[must_use]
    pub fn message(&self) -> &str {
        let head = self.heading.as_ref().map(Heading::text).unwrap_or_default();
        let rest = self.body.strip_prefix(&head).unwrap_or(&self.body);
        rest.trim_start_matches('\n')
    }
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
    let body = tidy::letter(&fill(template.body.get(facts.language))?, facts.language);
    let head = || {
        let lang = Lang::new(facts.language);
        Heading::to_seller(facts.claim, facts.consumer, facts.today, &lang)
    };
    let heading = body.contains(fit::HEADING).then(head);
    let top = heading.as_ref().map(Heading::text).unwrap_or_default();
    let fitted = fit::fit(&body.replace(fit::HEADING, &top), facts.limit);
    Ok(Letter {
        kind: template.kind,
        subject: tidy::letter(&tidy::one_line(&subject), facts.language),
        body: fitted.text,
        heading,
        dropped: fitted.dropped,
    })
}

/// Suggests the day by which an answer is asked: what the letter's route gives the other side, else 15 days for a formal
/// notice, 14 for what was agreed, 3 for what was only said, and 8 days for anything else; no public holiday. The law names no number; this is ours.
#[must_use]
pub fn answer_by(
    kind: LetterKind,
    assessment: &Assessment,
    holidays: &Holidays,
    today: NaiveDate,
) -> NaiveDate {
    let own = match kind {
        LetterKind::FormalNotice => Period::days(15),
        LetterKind::OfferAccepted => Period::days(14),
        LetterKind::Confirmation => Period::days(3),
        _ => Period::days(8),
    };
    let by = next::route_of(kind, assessment)
        .and_then(|route| route.answer_within)
        .unwrap_or(own)
        .end_after(today, holidays);
    past_holidays(by, holidays)
}

/// Says what is wrong with a template: what cannot be read, names that letters do not know, and then what cannot be filled
/// with the facts of an example. Names of its own are the keys of the questions of a library.
#[must_use]
pub fn check_template(
    template: &LetterTemplate,
    library: &Library,
    examples: &[Example],
) -> Vec<Flaw> {
    let flaws = read_flaws(template, library);
    match flaws.is_empty() {
        true => fill_flaws(template, library, examples),
        false => flaws,
    }
}

/// What goes wrong when a template is filled, the first of each text: what an example does not know is no mistake.
fn fill_flaws(template: &LetterTemplate, library: &Library, examples: &[Example]) -> Vec<Flaw> {
    let of = library.get(&template.playbook);
    let fits = |example: &&Example| {
        let playbook = of.is_none_or(|playbook| playbook.when.holds(&example.claim));
        playbook && template.when.holds(&example.claim)
    };
    let consumer = Consumer::default();
    let mut flaws: Vec<Flaw> = Vec::new();
    for example in examples.iter().filter(fits) {
        let assessment = assess(&example.claim, &example.events, library, example.today);
        for language in Language::ALL {
            let facts = Facts {
                claim: &example.claim,
                events: &example.events,
                assessment: &assessment,
                library,
                today: example.today,
                language: *language,
                answer_by: None,
                consumer: &consumer,
                limit: None,
            };
            let context = Arc::new(context::build(template.kind, &facts));
            for source in [&template.subject, &template.body].map(|text| text.get(*language)) {
                let Err(error) = fill(source, *language, &context) else {
                    continue;
                };
                let reason = match refuse(template, &context, &error) {
                    LetterError::MissingFact { .. } => continue,
                    LetterError::Template { reason, .. } => reason,
                };
                if flaws.iter().all(|flaw| flaw.text != source) {
                    flaws.push(Flaw {
                        text: source.to_owned(),
                        span: place_of_line(source, error.line().unwrap_or(1)),
                        fault: Fault::Unfilled(example.name.clone(), reason),
                    });
                }
            }
        }
    }
    flaws
}

fn read_flaws(template: &LetterTemplate, library: &Library) -> Vec<Flaw> {
    let names = context::names(library);
    let texts = [&template.subject, &template.body];
    let sources = Language::ALL
        .iter()
        .flat_map(|language| texts.map(|text| (*language, text.get(*language))));
    sources
        .flat_map(|(language, source)| flaws(source, language, &names))
        .collect()
}

fn flaws(source: &str, language: Language, names: &BTreeSet<String>) -> Vec<Flaw> {
    let flaw = |span, fault| Flaw {
        text: source.to_owned(),
        span,
        fault,
    };
    if let Err(flaw) = template::bounded(source) {
        return vec![flaw];
    }
    let kept = keep_line_ends(source);
    let engine = engine(language);
    let read = match template::bounded(&kept) {
        Ok(()) => engine.template_from_str(&kept),
        Err(kept) => return vec![flaw(0..source.len(), kept.fault)],
    };
    match read {
        Ok(template) => {
            let used = template.undeclared_variables(true).into_iter();
            let unknown = used.filter(|name| !names.contains(name));
            let mut unknown: Vec<Flaw> = unknown
                .map(|name| {
                    let known = names.iter().map(String::as_str);
                    let meant = nearest(&name, known).map(str::to_owned);
                    let place = place_of(source, &name);
                    flaw(place, Fault::UnknownName(name, meant))
                })
                .collect();
            let filters = template::filters(source).into_iter();
            unknown.extend(filters.filter_map(|place| {
                let name = &source[place.clone()];
                let meant = || nearest(name, FILTERS).map(str::to_owned);
                let fault = || Fault::UnknownName(name.to_owned(), meant());
                (!FILTERS.contains(&name)).then(|| flaw(place, fault()))
            }));
            unknown.sort_by_key(|flaw| flaw.span.start);
            unknown
        }
        Err(error) => {
            let line = error.line().unwrap_or(1);
            let what = error
                .detail()
                .map_or_else(|| error.kind().to_string(), str::to_owned);
            vec![flaw(place_of_line(source, line), Fault::Broken(what))]
        }
    }
}

/// Where a name stands in a template, as a word of its own.
fn place_of(source: &str, name: &str) -> Range<usize> {
    let in_word = |c: char| c.is_alphanumeric() || c == '_';
    let alone = |at: &usize| {
        let (before, after) = (&source[..*at], &source[at + name.len()..]);
        !before.ends_with(|c| in_word(c) || c == '.') && !after.starts_with(in_word)
    };
    let inside = |at: &usize| {
        let before = &source[..*at];
        let opened = before.rfind("{{").max(before.rfind("{%"));
        opened > before.rfind("}}").max(before.rfind("%}"))
    };
    let mut places = source.match_indices(name).map(|(at, _)| at);
    let at = places.find(|at| alone(at) && inside(at));
    at.map_or(0..0, |at| at..at + name.len())
}

/// A line of a template, counted from 1, without the blanks around it.
fn place_of_line(source: &str, number: usize) -> Range<usize> {
    let mut from = 0;
    for (at, line) in source.split_inclusive('\n').enumerate() {
        if at + 1 == number {
            let start = from + line.len() - line.trim_start().len();
            return start..from + line.trim_end().len();
        }
        from += line.len();
    }
    0..0
}

/// Fills a template that is within its bounds, and no further than a letter goes.
fn fill(
    source: &str,
    language: Language,
    context: &Arc<Context>,
) -> Result<String, minijinja::Error> {
    let refused = |what| minijinja::Error::new(minijinja::ErrorKind::BadSerialization, what);
    let kept = keep_line_ends(source);
    for text in [source, &kept] {
        template::bounded(text).map_err(|flaw| refused(flaw.fault.code()))?;
    }
    let mut written = Vec::new();
    let written_to = Short(&mut written);
    engine(language)
        .template_from_str(&kept)?
        .render_captured_to(Value::from_dyn_object(Arc::clone(context)), written_to)?;
    String::from_utf8(written).map_err(|_| refused("not-utf-8"))
}

/// Takes what is written up to the longest letter that there can be.
struct Short<'w>(&'w mut Vec<u8>);

impl io::Write for Short<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        /// In bytes: a template, and the longest texts that a claim can put into it.
        const LONGEST: usize = 1_000_000;
        if self.0.len() + bytes.len() > LONGEST {
            return Err(io::ErrorKind::WriteZero.into());
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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

/// The filters of the engine, by name.
const FILTERS: [&str; 9] = [
    "of",
    "capitalize",
    "default",
    "first",
    "last",
    "length",
    "lower",
    "trim",
    "upper",
];

/// The engine with what letters need, and nothing that makes a text of any length out of a short one.
fn engine<'a>(language: Language) -> Environment<'a> {
    /// Steps: a hundred times those of the longest letter of the built-in playbooks.
    const FUEL: u64 = 100_000;
    let mut engine = Environment::empty();
    engine.set_fuel(Some(FUEL));
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_auto_escape_callback(|_| AutoEscape::None);
    if let Ok(syntax) = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build()
    {
        engine.set_syntax(syntax);
    }
    engine.add_test("defined", tests::is_defined);
    engine.add_test("undefined", tests::is_undefined);
    engine.add_test("none", tests::is_none);
    engine.add_filter("of", move |name: String| tidy::of(&name, language));
    engine.add_filter("capitalize", filters::capitalize);
    engine.add_filter("default", filters::default);
    engine.add_filter("first", filters::first);
    engine.add_filter("last", filters::last);
    engine.add_filter("length", filters::length);
    engine.add_filter("lower", filters::lower);
    engine.add_filter("trim", filters::trim);
    engine.add_filter("upper", filters::upper);
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
