//! The questions of the wizard: on a real terminal with arrows and editing, elsewhere as numbered lines.
//!
//! Every question is answered by [`Reply::Next`], left backwards by [`Reply::Back`], or ends it all by [`Reply::Quit`]:
//! Ctrl-C, Ctrl-D on an empty line, the end of the input, a terminal that is gone.

mod canvas;
mod confirm;
mod entry;
mod fancy;
mod finder;
mod keys;
mod line;
mod matching;
mod pages;
mod plain;
mod select;

use std::io;

pub use fancy::Fancy;
pub use plain::Plain;

use crate::lang::Lang;
use crate::ui::output::Ui;

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply<T> {
    /// It was answered: go on.
    Next(T),
    /// Escape: ask the question before it again.
    Back,
    /// Stop here; what was answered before is kept.
    Quit,
}

/// One of several answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    pub label: String,
    /// What it means, in a few words; may be empty.
    pub hint: String,
}

impl Item {
    /// Makes an answer without a hint.
    #[must_use]
    pub fn new(label: impl Into<String>) -> Item {
        Item {
            label: label.into(),
            hint: String::new(),
        }
    }

    /// Adds what it means.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Item {
        self.hint = hint.into();
        self
    }
}

/// A question with a list of answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    pub title: String,
    /// What the answered question is called (« Problème »); the title when empty.
    pub short: String,
    pub help: Option<String>,
    pub options: Vec<Item>,
    /// The answer that Enter gives; the number of options stands for "I don't know".
    pub default: Option<usize>,
    /// The words of "I don't know", where that is an answer.
    pub unknown: Option<String>,
}

/// A question that is answered by words.
#[derive(Clone)]
pub struct TextQuestion<'a> {
    pub title: String,
    /// What the answered question is called; the title when empty.
    pub short: String,
    pub help: Option<String>,
    pub default: Option<String>,
    /// What an empty answer means (« passer »), where one is allowed.
    pub optional: Option<String>,
    /// Several lines, ended by an empty one.
    pub multiline: bool,
    /// Says in the user's language what is wrong with an answer.
    pub validate: &'a dyn Fn(&str) -> Result<(), String>,
    /// Says how an answer was understood: « hier » is « 19 novembre 2026 ».
    pub understood: &'a dyn Fn(&str) -> String,
}

impl std::fmt::Debug for TextQuestion<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextQuestion")
            .field("title", &self.title)
            .finish_non_exhaustive()
    }
}

impl TextQuestion<'_> {
    /// Makes a question for one line that takes any answer but an empty one.
    #[must_use]
    pub fn new(title: impl Into<String>) -> TextQuestion<'static> {
        TextQuestion {
            title: title.into(),
            short: String::new(),
            help: None,
            default: None,
            optional: None,
            multiline: false,
            validate: &|_| Ok(()),
            understood: &str::to_owned,
        }
    }
}

/// A question that is answered by yes or no.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YesNo {
    pub title: String,
    /// What the answered question is called; the title when empty.
    pub short: String,
    pub help: Option<String>,
    pub default: Option<bool>,
    /// The words of "I don't know", where that is an answer.
    pub unknown: Option<String>,
}

/// What the user decides at the end of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Review {
    GoOn,
    /// Change the line with this index.
    Change(usize),
    Stop,
}

/// Somebody who asks.
pub trait Prompter {
    /// Begins a step: `── 1/4 What happened`.
    fn heading(&mut self, step: usize, total: usize, title: &str);

    /// Says something between two questions. The text may hold styles: its parts are to be harmless.
    fn say(&mut self, text: &str);

    /// Shows a text to be read: where it is longer than the screen, a screen at a time. `Back` is never its answer.
    fn read(&mut self, text: &str) -> Reply<()>;

    /// Asks for one of a few answers; `None` is "I don't know".
    fn choose(&mut self, question: &Choice) -> Reply<Option<usize>>;

    /// Asks for one of many answers, which a few letters find; accents and case do not matter.
    fn pick_long(&mut self, question: &Choice) -> Reply<Option<usize>>;

    /// Asks for words; `None` is the empty answer of an optional question.
    fn text(&mut self, question: &TextQuestion<'_>) -> Reply<Option<String>>;

    /// Asks for yes or no; `None` is "I don't know".
    fn yes_no(&mut self, question: &YesNo) -> Reply<Option<bool>>;

    /// Shows what was answered, and asks whether to go on, to change a line, or to stop.
    fn review(&mut self, title: &str, lines: &[(String, String)]) -> Reply<Review>;
}

/// How questions are asked: `--prompts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prompts {
    /// With arrows and editing where there is a terminal for it.
    #[default]
    Auto,
    /// Numbered lines, for screen readers and pipes.
    Plain,
}

/// Finds somebody who can ask: none where there is no terminal and plain prompts were not asked for.
#[must_use]
pub fn prompter<'a>(ui: &Ui, lang: &'a Lang, prompts: Prompts) -> Option<Box<dyn Prompter + 'a>> {
    let streams = ui.streams();
    let attended = streams.stdin_is_terminal && streams.stderr_is_terminal;
    if prompts == Prompts::Auto && !attended {
        return None;
    }
    // It costs a thread, which only those who ask need: whatever else runs may simply be ended.
    super::terminal::install_signal_handler();
    if prompts == Prompts::Auto && !ui.settings().dumb {
        return Some(Box::new(Fancy::new(lang, ui.paint_err())));
    }
    let mut plain = Plain::new(lang, io::stdin().lock(), io::stderr());
    plain.echoes = streams.stdin_is_terminal;
    if streams.stderr_is_terminal {
        plain.columns = ui.width();
    }
    Some(Box::new(plain))
}

/// Joins what a question is called and its answer: « Problème : colis jamais reçu ».
fn answered(lang: &Lang, title: &str, short: &str, answer: &str) -> String {
    let name = if short.is_empty() { title } else { short };
    if name.ends_with(['?', ':', '.', '!']) {
        return format!("{name} {answer}");
    }
    format!("{name}{} {answer}", lang.text("ui-colon"))
}

/// Checks a text that was typed: the answer, or what is wrong with it.
fn line_answer(
    lang: &Lang,
    question: &TextQuestion<'_>,
    text: &str,
) -> Result<Option<String>, String> {
    let text = text.trim();
    if text.is_empty() {
        return match question.optional {
            Some(_) => Ok(None),
            None => Err(lang.text("ui-required")),
        };
    }
    (question.validate)(text).map(|()| Some(text.to_owned()))
}

/// Reads an answer to a yes-or-no question: a letter or a word, in French or English, or `?` where that is allowed.
fn yes_no_letter(lang: &Lang, question: &YesNo, typed: &str) -> Option<Option<bool>> {
    let yes = [
        lang.text("ui-letters-yes"),
        lang.text("ui-yes").to_lowercase(),
    ];
    let no = [
        lang.text("ui-letters-no"),
        lang.text("ui-no").to_lowercase(),
    ];
    let among = |words: &[String; 2]| {
        words[0].split(' ').any(|letter| letter == typed) || words[1] == typed
    };
    match typed {
        "?" if question.unknown.is_some() => Some(None),
        typed if !typed.is_empty() && among(&yes) => Some(Some(true)),
        typed if !typed.is_empty() && among(&no) => Some(Some(false)),
        _ => None,
    }
}
