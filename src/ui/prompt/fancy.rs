//! Questions on a real terminal.

use std::io;

use console::Term;

use super::select::{self, Row};
use super::{Choice, Prompter, Reply, Review, TextQuestion, YesNo, answered};
use super::{confirm, entry, finder, pages};
use crate::lang::Lang;
use crate::ui::style::Paint;
use crate::ui::text::{Newlines, fit, sanitize, shorten, width, wrap};

/// The widest that a text to read is set, in columns.
const MEASURE: usize = 76;

/// Asks with arrows, editing and colours, on stderr. It is to be made only where stdin and stderr are terminals.
#[derive(Debug)]
pub struct Fancy<'a> {
    lang: &'a Lang,
    paint: Paint,
    term: Term,
}

/// What a question needs to show itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Face<'a> {
    pub(super) lang: &'a Lang,
    pub(super) paint: Paint,
}

impl Face<'_> {
    /// Makes the first rows of a question: its title, and its help in dim.
    pub(super) fn opening(&self, title: &str, help: Option<&str>, columns: usize) -> Vec<String> {
        let measure = columns.min(MEASURE);
        let title = sanitize(title, Newlines::Fold);
        let mut rows: Vec<String> = Vec::new();
        for (index, line) in wrap(&title, measure - 2).into_iter().enumerate() {
            let mark = if index == 0 {
                self.paint.ok("?")
            } else {
                " ".into()
            };
            rows.push(format!("{mark} {}", self.paint.bold(line)));
        }
        if let Some(help) = help {
            let help = sanitize(help, Newlines::Keep);
            for line in wrap(&help, measure - 2) {
                rows.push(format!("  {}", self.paint.dim(line)));
            }
        }
        rows
    }

    /// Makes the row that names the keys.
    pub(super) fn keys(&self, key: &str, columns: usize) -> String {
        self.keys_text(&self.lang.text(key), columns)
    }

    /// Makes the row that says how to go on.
    pub(super) fn keys_text(&self, text: &str, columns: usize) -> String {
        format!("  {}", self.paint.dim(shorten(text, columns - 2)))
    }
}

impl<'a> Fancy<'a> {
    /// Makes the one who asks.
    #[must_use]
    pub fn new(lang: &'a Lang, paint: Paint) -> Fancy<'a> {
        crate::ui::terminal::install_signal_handler();
        Fancy {
            lang,
            paint,
            term: Term::stderr(),
        }
    }

    fn face(&self) -> Face<'a> {
        Face {
            lang: self.lang,
            paint: self.paint,
        }
    }

    fn columns(&self) -> usize {
        usize::from(self.term.size().1).saturating_sub(1).max(8)
    }

    /// Leaves one row of an answered question: `✔ Problem: parcel never came`.
    fn collapse(&self, title: &str, short: &str, answer: &str) {
        // A long question gives way to its answer.
        let room = self.columns().saturating_sub(2);
        let name = sanitize(if short.is_empty() { title } else { short }, Newlines::Fold);
        let answer = sanitize(answer, Newlines::Fold);
        let name = shorten(&name, room.saturating_sub(width(&answer) + 3).max(room / 2));
        let line = answered(self.lang, &name, "", &answer);
        let line = shorten(&line, room);
        self.say_line(&format!("{} {line}", self.paint.ok("✔")));
    }

    fn say_line(&self, line: &str) {
        // A terminal that is gone is noticed by the next question.
        let _ = self.term.write_line(line);
    }

    fn unknown(&self, words: Option<&String>) -> String {
        words
            .cloned()
            .unwrap_or_else(|| self.lang.text("ui-unknown"))
    }

    fn settle_choice(
        &self,
        question: &Choice,
        reply: io::Result<Reply<usize>>,
    ) -> Reply<Option<usize>> {
        let index = match reply {
            Ok(Reply::Next(index)) => index,
            Ok(Reply::Back) => return Reply::Back,
            Ok(Reply::Quit) | Err(_) => return Reply::Quit,
        };
        let (answer, reply) = match question.options.get(index) {
            Some(item) => (item.label.clone(), Some(index)),
            None => (self.unknown(question.unknown.as_ref()), None),
        };
        self.collapse(&question.title, &question.short, &answer);
        Reply::Next(reply)
    }
}

impl Prompter for Fancy<'_> {
    fn heading(&mut self, step: usize, total: usize, title: &str) {
        let title = sanitize(title, Newlines::Fold);
        let title = format!("{step}/{total} {title}");
        let title = shorten(&title, self.columns() - 4);
        let rest = self
            .columns()
            .min(MEASURE)
            .saturating_sub(width(&title) + 4);
        self.say_line(&format!(
            "\n{} {} {}",
            self.paint.dim("──"),
            self.paint.bold(&title),
            self.paint.dim("─".repeat(rest))
        ));
    }

    fn say(&mut self, text: &str) {
        self.say_line(&fit(text, self.columns()));
    }

    fn read(&mut self, text: &str) -> Reply<()> {
        pages::show(self.face(), text).unwrap_or(Reply::Quit)
    }

    fn choose(&mut self, question: &Choice) -> Reply<Option<usize>> {
        let mut rows: Vec<Row> = question.options.iter().map(Row::of).collect();
        if let Some(words) = &question.unknown {
            rows.push(Row::new(words));
        }
        let help = question.help.as_deref();
        let default = question.default.unwrap_or(0);
        let reply = select::ask(self.face(), &question.title, help, &rows, default);
        self.settle_choice(question, reply)
    }

    fn pick_long(&mut self, question: &Choice) -> Reply<Option<usize>> {
        let reply = finder::ask(self.face(), question);
        self.settle_choice(question, reply)
    }

    fn text(&mut self, question: &TextQuestion<'_>) -> Reply<Option<String>> {
        match entry::ask(self.face(), question) {
            Ok(Reply::Next(answer)) => {
                let skipped = question.optional.clone().unwrap_or_default();
                let understood = answer.as_deref().map(|text| (question.understood)(text));
                let shown = understood.as_ref().unwrap_or(&skipped);
                self.collapse(&question.title, &question.short, shown);
                Reply::Next(answer)
            }
            Ok(Reply::Back) => Reply::Back,
            Ok(Reply::Quit) | Err(_) => Reply::Quit,
        }
    }

    fn yes_no(&mut self, question: &YesNo) -> Reply<Option<bool>> {
        match confirm::ask(self.face(), question) {
            Ok(Reply::Next(answer)) => {
                let shown = match answer {
                    Some(true) => self.lang.text("ui-yes"),
                    Some(false) => self.lang.text("ui-no"),
                    None => self.unknown(question.unknown.as_ref()),
                };
                self.collapse(&question.title, &question.short, &shown);
                Reply::Next(answer)
            }
            Ok(Reply::Back) => Reply::Back,
            Ok(Reply::Quit) | Err(_) => Reply::Quit,
        }
    }

    fn review(&mut self, title: &str, lines: &[(String, String)]) -> Reply<Review> {
        let mut rows = vec![Row::new(&self.lang.text("ui-go-on"))];
        let widest = lines.iter().map(|(label, _)| width(label)).max();
        let widest = widest.unwrap_or(0).min(self.columns() / 3);
        for (label, value) in lines {
            rows.push(Row::pair(label, value, widest));
        }
        rows.push(Row::new(&self.lang.text("ui-stop-here")));
        let help = self.lang.text("ui-review-help");
        match select::ask(self.face(), title, Some(&help), &rows, 0) {
            Ok(Reply::Next(0)) => {
                self.collapse(title, "", &self.lang.text("ui-go-on"));
                Reply::Next(Review::GoOn)
            }
            Ok(Reply::Next(index)) if index <= lines.len() => {
                Reply::Next(Review::Change(index - 1))
            }
            Ok(Reply::Next(_)) => Reply::Next(Review::Stop),
            Ok(Reply::Back) => Reply::Back,
            Ok(Reply::Quit) | Err(_) => Reply::Quit,
        }
    }
}
