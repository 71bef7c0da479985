//! Questions as numbered lines: for screen readers, simple terminals and pipes.

use std::fmt;
use std::io::{BufRead, Read as _, Write};

use super::matching::{find, only};
use super::{Choice, Item, Prompter, Reply, Review, TextQuestion, YesNo, yes_no_letter};
use crate::domain::message::Message;
use crate::lang::Lang;
use crate::ui::text::{Newlines, fit, sanitize};

/// A list that is longer is not read out: a part of the name is asked for.
const LISTED: usize = 20;

/// The longest line that is read, in bytes: what comes after is another line.
const LONGEST: u64 = 1 << 16;

/// Asks by lines. `<` goes back, an empty line takes the default, `?` is "I don't know", the end of the input quits.
pub struct Plain<'a> {
    lang: &'a Lang,
    input: Box<dyn BufRead + 'a>,
    output: Box<dyn Write + 'a>,
    /// Whether what is typed is shown by the terminal, its newline included.
    pub echoes: bool,
    /// The columns that a line must fit into.
    pub columns: usize,
}

impl fmt::Debug for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plain")
            .field("echoes", &self.echoes)
            .finish_non_exhaustive()
    }
}

/// What a line says before it is taken for an answer.
enum Typed {
    Line(String),
    Empty,
    Back,
    Quit,
}

impl<'a> Plain<'a> {
    /// Makes the one who asks on these streams.
    pub fn new(lang: &'a Lang, input: impl BufRead + 'a, output: impl Write + 'a) -> Plain<'a> {
        Plain {
            lang,
            input: Box::new(input),
            output: Box::new(output),
            echoes: false,
            columns: usize::MAX,
        }
    }

    fn line(&mut self, text: &str) {
        // A reader that is gone is noticed by the end of the input.
        let _ = writeln!(self.output, "{}", fit(text, self.columns));
    }

    fn key(&mut self, key: &str) {
        let text = self.lang.text(key);
        self.line(&text);
    }

    fn opening(&mut self, title: &str, help: Option<&str>) {
        self.line("");
        self.line(&sanitize(title, Newlines::Fold));
        if let Some(help) = help {
            self.line(&sanitize(help, Newlines::Keep));
        }
    }

    fn options(&mut self, options: &[Item], shown: &[usize], unknown: Option<&String>) {
        for &index in shown {
            let item = &options[index];
            let label = sanitize(&item.label, Newlines::Fold);
            let hint = sanitize(&item.hint, Newlines::Fold);
            let gap = if hint.is_empty() { "" } else { " · " };
            self.line(&format!("  {}. {label}{gap}{hint}", index + 1));
        }
        if let Some(words) = unknown {
            self.line(&format!("  ?. {}", sanitize(words, Newlines::Fold)));
        }
    }

    /// Reads a line. The end of the input, or an error, is the end of it all.
    fn read(&mut self, prompt: &str) -> Typed {
        let _ = write!(self.output, "{} ", fit(prompt, self.columns));
        let _ = self.output.flush();
        match self.read_raw() {
            None => Typed::Quit,
            Some(line) => match line.trim() {
                "" => Typed::Empty,
                "<" => Typed::Back,
                line => Typed::Line(line.to_owned()),
            },
        }
    }

    fn read_raw(&mut self) -> Option<String> {
        let mut bytes = Vec::new();
        let read = (&mut self.input)
            .take(LONGEST)
            .read_until(b'\n', &mut bytes);
        if !self.echoes {
            self.line("");
        }
        match read {
            Ok(count) if count > 0 => {
                let line = String::from_utf8_lossy(&bytes).replace('\t', " ");
                Some(
                    line.chars()
                        .filter(|c| !crate::ui::text::is_unsafe(*c))
                        .collect(),
                )
            }
            _ => None,
        }
    }

    /// Makes the line that asks: `Your choice [1], < to go back:`.
    fn prompt(&self, key: &str, default: Option<&str>) -> String {
        let default = default.map(|d| format!("[{}] ", sanitize(d, Newlines::Fold)));
        let message = Message::new(key).with("default", default.unwrap_or_default());
        self.lang.say(&message)
    }

    fn ask_choice(&mut self, question: &Choice) -> Reply<Option<usize>> {
        let count = question.options.len();
        let all: Vec<usize> = (0..count).collect();
        let long = count > LISTED;
        self.opening(&question.title, question.help.as_deref());
        let shown: &[usize] = if long { &[] } else { &all };
        self.options(&question.options, shown, question.unknown.as_ref());
        let default = match question.default {
            Some(index) if index < count => Some(format!("{}", index + 1)),
            Some(_) if question.unknown.is_some() => Some("?".to_owned()),
            _ => None,
        };
        let key = if long {
            "ui-plain-find"
        } else {
            "ui-plain-choose"
        };
        let prompt = self.prompt(key, default.as_deref());
        loop {
            let line = match (self.read(&prompt), &default) {
                (Typed::Quit, _) => return Reply::Quit,
                (Typed::Back, _) => return Reply::Back,
                (Typed::Line(line), _) => line,
                (Typed::Empty, Some(default)) => default.clone(),
                (Typed::Empty, None) => {
                    self.key("ui-required");
                    continue;
                }
            };
            if line == "?" && question.unknown.is_some() {
                return Reply::Next(None);
            }
            if let Ok(number) = line.trim_end_matches('.').parse::<usize>() {
                if (1..=count).contains(&number) {
                    return Reply::Next(Some(number - 1));
                }
            } else if let Some(index) = only(&question.options, &line) {
                return Reply::Next(Some(index));
            } else {
                let found = find(&question.options, &line);
                if found.len() <= LISTED && !found.is_empty() && line != "?" {
                    self.options(&question.options, &found, None);
                    continue;
                }
            }
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            let wrong = Message::new("ui-plain-no-such").with("count", count);
            let wrong = self.lang.say(&wrong);
            self.line(&wrong);
        }
    }

    /// Reads the lines of a long text, up to an empty one.
    fn read_more(&mut self, first: String) -> String {
        let mut text = first;
        while let Some(line) = self.read_raw() {
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            text.push('\n');
            text.push_str(line);
        }
        text
    }
}

impl Prompter for Plain<'_> {
    fn heading(&mut self, step: usize, total: usize, title: &str) {
        let title = sanitize(title, Newlines::Fold);
        self.line(&format!("\n── {step}/{total} {title}"));
    }

    fn say(&mut self, text: &str) {
        self.line(text);
    }

    fn read(&mut self, text: &str) -> Reply<()> {
        self.line(text);
        Reply::Next(())
    }

    fn choose(&mut self, question: &Choice) -> Reply<Option<usize>> {
        self.ask_choice(question)
    }

    fn pick_long(&mut self, question: &Choice) -> Reply<Option<usize>> {
        self.ask_choice(question)
    }

    fn text(&mut self, question: &TextQuestion<'_>) -> Reply<Option<String>> {
        self.opening(&question.title, question.help.as_deref());
        if question.multiline {
            self.key("ui-plain-lines");
        }
        if let Some(skip) = &question.optional {
            let key = match question.default {
                Some(_) => "ui-plain-dash-skips",
                None => "ui-enter-skips",
            };
            let hint = self.lang.text(key);
            self.line(&format!("{hint} {}", sanitize(skip, Newlines::Fold)));
        }
        let prompt = self.prompt("ui-plain-text", question.default.as_deref());
        loop {
            let text = match self.read(&prompt) {
                Typed::Quit => return Reply::Quit,
                Typed::Back => return Reply::Back,
                Typed::Empty => question.default.clone().unwrap_or_default(),
                Typed::Line(line) if line == "-" && question.optional.is_some() => String::new(),
                Typed::Line(line) if question.multiline => self.read_more(line),
                Typed::Line(line) => line,
            };
            match super::line_answer(self.lang, question, &text) {
                Ok(answer) => {
                    let understood = answer.as_deref().map(|text| (question.understood)(text));
                    if let Some(words) = understood.filter(|words| *words != text.trim()) {
                        self.line(&format!("  → {}", sanitize(&words, Newlines::Fold)));
                    }
                    return Reply::Next(answer);
                }
                Err(wrong) => self.line(&sanitize(&wrong, Newlines::Keep)),
            }
        }
    }

    fn yes_no(&mut self, question: &YesNo) -> Reply<Option<bool>> {
        self.opening(&question.title, question.help.as_deref());
        if let Some(words) = &question.unknown {
            self.line(&format!("  ?. {}", sanitize(words, Newlines::Fold)));
        }
        let default = question.default.map(|yes| {
            let key = if yes { "ui-yes" } else { "ui-no" };
            self.lang.text(key)
        });
        let prompt = self.prompt("ui-plain-yes-no", default.as_deref());
        loop {
            let line = match self.read(&prompt) {
                Typed::Quit => return Reply::Quit,
                Typed::Back => return Reply::Back,
                Typed::Empty if question.default.is_some() => return Reply::Next(question.default),
                Typed::Empty => String::new(),
                Typed::Line(line) => line.to_lowercase(),
            };
            match yes_no_letter(self.lang, question, &line) {
                Some(answer) => return Reply::Next(answer),
                None => self.key("ui-plain-yes-or-no"),
            }
        }
    }

    fn review(&mut self, title: &str, lines: &[(String, String)]) -> Reply<Review> {
        self.opening(title, None);
        let colon = self.lang.text("ui-colon");
        for (index, (label, value)) in lines.iter().enumerate() {
            let label = sanitize(label, Newlines::Fold);
            let value = sanitize(value, Newlines::Fold);
            self.line(&format!("  {}. {label}{colon} {value}", index + 1));
        }
        let prompt = self.prompt("ui-plain-review", None);
        let stop = self.lang.text("ui-letter-stop");
        loop {
            let line = match self.read(&prompt) {
                Typed::Quit => return Reply::Quit,
                Typed::Back => return Reply::Back,
                Typed::Empty => return Reply::Next(Review::GoOn),
                Typed::Line(line) => line.to_lowercase(),
            };
            if line == stop {
                return Reply::Next(Review::Stop);
            }
            match line.trim_end_matches('.').parse::<usize>() {
                Ok(number) if (1..=lines.len()).contains(&number) => {
                    return Reply::Next(Review::Change(number - 1));
                }
                _ => self.key("ui-plain-review-again"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    /// Asks with these lines as the input; returns the reply and what was printed.
    fn ask<T>(input: &str, question: impl FnOnce(&mut Plain<'_>) -> T) -> (T, String) {
        let lang = Lang::new(Language::English);
        let mut output = Vec::new();
        let reply = {
            let mut plain = Plain::new(&lang, input.as_bytes(), &mut output);
            plain.echoes = true;
            question(&mut plain)
        };
        let output = String::from_utf8(output).expect("prompts are UTF-8");
        (reply, output)
    }

    fn problem() -> Choice {
        Choice {
            title: "What went wrong?".into(),
            options: vec![
                Item::new("Never came").hint("nothing arrived"),
                Item::new("Came late"),
                Item::new("Came dàmaged"),
            ],
            ..Choice::default()
        }
    }

    #[test]
    fn a_choice_is_read_out_and_answered_by_its_number() {
        let (reply, output) = ask("2\n", |plain| plain.choose(&problem()));
        assert_eq!(reply, Reply::Next(Some(1)));
        assert_eq!(
            output,
            "
What went wrong?
  1. Never came · nothing arrived
  2. Came late
  3. Came dàmaged
Your choice (“<” to go back): "
        );
    }

    #[test]
    fn long_lines_are_broken_between_words_on_a_screen() {
        let lang = Lang::new(Language::English);
        let mut output = Vec::new();
        let mut plain = Plain::new(&lang, &b""[..], &mut output);
        plain.columns = 24;
        plain.choose(&problem());
        drop(plain);
        let output = String::from_utf8(output).expect("prompts are UTF-8");
        assert!(
            output.contains("  1. Never came ·\n  nothing arrived\n"),
            "{output}"
        );
    }

    #[test]
    fn a_choice_is_answered_by_letters_that_only_one_answer_holds() {
        let reply = |input| ask(input, |plain| plain.choose(&problem())).0;
        assert_eq!(reply("DAMAGED\n"), Reply::Next(Some(2)));
        assert_eq!(reply("came\n1\n"), Reply::Next(Some(0)));
        assert_eq!(reply("4\n0\n3.\n"), Reply::Next(Some(2)));
    }

    #[test]
    fn an_answer_that_is_none_is_asked_again() {
        let (reply, output) = ask("9\n?\n\n", |plain| plain.choose(&problem()));
        assert_eq!(reply, Reply::Quit);
        let wrong = "Answer with a number from 1 to 3, or with a few letters of an answer.";
        assert_eq!(output.matches(wrong).count(), 2);
        assert_eq!(output.matches("An answer is needed.").count(), 1);
    }

    #[test]
    fn default_unknown_back_and_end_of_input() {
        let question = Choice {
            default: Some(1),
            unknown: Some("I don’t know".into()),
            ..problem()
        };
        let reply = |input| ask(input, |plain| plain.choose(&question)).0;
        assert_eq!(reply("\n"), Reply::Next(Some(1)));
        assert_eq!(reply("?\n"), Reply::Next(None));
        assert_eq!(reply("<\n"), Reply::Back);
        assert_eq!(reply(""), Reply::Quit);
        let unknown = Choice {
            default: Some(3),
            ..question.clone()
        };
        let (reply, output) = ask("\n", |plain| plain.choose(&unknown));
        assert_eq!(reply, Reply::Next(None));
        assert!(output.contains("  ?. I don’t know\nYour choice [?] (“<” to go back): "));
    }

    #[test]
    fn a_long_list_is_searched() {
        let mut question = problem();
        question.options = (0..60).map(|n| Item::new(format!("Shop {n}"))).collect();
        let (reply, output) = ask("shop 5\n58\n", |plain| plain.pick_long(&question));
        assert_eq!(reply, Reply::Next(Some(5)));
        assert!(!output.contains("Shop 0"));
        let (reply, output) = ask("p 5\n58\n", |plain| plain.pick_long(&question));
        assert_eq!(reply, Reply::Next(Some(57)));
        assert!(output.contains("  58. Shop 57\n"), "{output}");
    }

    #[test]
    fn a_text_is_checked_and_skipped_where_allowed() {
        let digits = |text: &str| match text.parse::<u32>() {
            Ok(_) => Ok(()),
            Err(_) => Err(format!("`{text}` is no number")),
        };
        let mut question = TextQuestion {
            validate: &digits,
            ..TextQuestion::new("How many?")
        };
        let (reply, output) = ask("two\n2\n", |plain| plain.text(&question));
        assert_eq!(reply, Reply::Next(Some("2".into())));
        assert!(output.contains("`two` is no number\n"));
        question.optional = Some("as many as ordered".into());
        let reply = ask("\n", |plain| plain.text(&question)).0;
        assert_eq!(reply, Reply::Next(None));
        question.default = Some("7".into());
        let reply = |input| ask(input, |plain| plain.text(&question)).0;
        assert_eq!(reply("\n"), Reply::Next(Some("7".into())));
        assert_eq!(reply("-\n"), Reply::Next(None));
        assert_eq!(reply("<\n"), Reply::Back);
        assert_eq!(reply(""), Reply::Quit);
    }

    #[test]
    fn several_lines_end_with_an_empty_one() {
        let question = TextQuestion {
            multiline: true,
            ..TextQuestion::new("Tell")
        };
        let (reply, _) = ask("one \r\n  two\x1b[2J\n\nnext\n", |plain| {
            (plain.text(&question), plain.text(&question))
        });
        assert_eq!(reply.0, Reply::Next(Some("one\n  two[2J".into())));
        assert_eq!(reply.1, Reply::Next(Some("next".into())));
    }

    #[test]
    fn yes_and_no_in_both_languages() {
        let question = YesNo {
            title: "Paid?".into(),
            ..YesNo::default()
        };
        let reply = |input| ask(input, |plain| plain.yes_no(&question)).0;
        assert_eq!(reply("Y\n"), Reply::Next(Some(true)));
        assert_eq!(reply("oui\n"), Reply::Next(Some(true)));
        assert_eq!(reply("Non\n"), Reply::Next(Some(false)));
        assert_eq!(reply("?\n\nperhaps\nno\n"), Reply::Next(Some(false)));
        assert_eq!(reply("<\n"), Reply::Back);
        let french = Lang::new(Language::French);
        assert_eq!(yes_no_letter(&french, &question, "o"), Some(Some(true)));
    }

    #[test]
    fn a_review_goes_on_changes_or_stops() {
        let lines = [("Problem".to_owned(), "late\u{1b}[2J\nvery".to_owned())];
        let ask = |input| ask(input, |plain| plain.review("Is this right?", &lines));
        assert_eq!(ask("\n").0, Reply::Next(Review::GoOn));
        assert_eq!(ask("2\n1\n").0, Reply::Next(Review::Change(0)));
        assert_eq!(ask("S\n").0, Reply::Next(Review::Stop));
        assert_eq!(ask("").0, Reply::Quit);
        assert!(ask("").1.contains("  1. Problem: late␛[2J very\n"));
    }

    #[test]
    fn input_that_is_not_utf8_is_no_panic() {
        let lang = Lang::new(Language::French);
        let mut plain = Plain::new(&lang, &b"\xff\xfe\nvu\n"[..], Vec::new());
        let reply = plain.text(&TextQuestion::new("Quoi ?"));
        assert_eq!(reply, Reply::Next(Some("\u{fffd}\u{fffd}".into())));
    }
}
