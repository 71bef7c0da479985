//! Where words leave the program: results to stdout, everything else to stderr.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::rc::Rc;

use console::Term;

use super::style::Paint;
use super::text::{width, wrap};
use crate::domain::message::Message;
use crate::lang::Lang;

/// The width that is taken where the terminal does not tell its own.
pub const USUAL_WIDTH: usize = 80;

/// When colours are used: `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    Always,
    Never,
}

/// What the options and the environment say about the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    pub colour: Colour,
    /// `NO_COLOR` is set and not empty.
    pub no_colour: bool,
    /// `TERM` is `dumb`: no colours, and no prompts that move the cursor.
    pub dumb: bool,
    /// `-q`: no status lines.
    pub quiet: bool,
}

/// What the three standard streams are joined to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Streams {
    pub stdin_is_terminal: bool,
    pub stdout_is_terminal: bool,
    pub stderr_is_terminal: bool,
}

/// Why a result could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The reader has gone: `claimctl list | head`. The program ends quietly, with exit code 0.
    #[error("the reader of the output is gone")]
    Closed,
    #[error(transparent)]
    Failed(#[from] io::Error),
}

/// The two streams of the program and how to write on them.
pub struct Ui {
    stdout: RefCell<Box<dyn Write>>,
    stderr: RefCell<Box<dyn Write>>,
    streams: Streams,
    settings: Settings,
    width: Option<usize>,
}

impl fmt::Debug for Ui {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ui")
            .field("streams", &self.streams)
            .field("settings", &self.settings)
            .field("width", &self.width)
            .finish_non_exhaustive()
    }
}

impl Ui {
    /// Makes the one that writes to the standard streams.
    #[must_use]
    pub fn standard(settings: Settings) -> Ui {
        let streams = Streams {
            stdin_is_terminal: io::stdin().is_terminal(),
            stdout_is_terminal: io::stdout().is_terminal(),
            stderr_is_terminal: io::stderr().is_terminal(),
        };
        Ui {
            stdout: RefCell::new(Box::new(io::stdout())),
            stderr: RefCell::new(Box::new(io::stderr())),
            streams,
            settings,
            width: None,
        }
    }

    /// Makes one that writes into memory, and what it has written; for tests.
    #[must_use]
    pub fn in_memory(streams: Streams, settings: Settings, width: usize) -> (Ui, Written) {
        let written = Written::default();
        let ui = Ui {
            stdout: RefCell::new(Box::new(written.out.clone())),
            stderr: RefCell::new(Box::new(written.err.clone())),
            streams,
            settings,
            width: Some(width),
        };
        (ui, written)
    }

    /// Returns what the standard streams are joined to.
    #[must_use]
    pub fn streams(&self) -> Streams {
        self.streams
    }

    /// Returns the settings that it was made with.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// Returns the width of the terminal in columns, 80 when it is not known.
    #[must_use]
    pub fn width(&self) -> usize {
        if let Some(width) = self.width {
            return width;
        }
        let term = if self.streams.stdout_is_terminal {
            Term::stdout()
        } else {
            Term::stderr()
        };
        term.size_checked()
            .map_or(USUAL_WIDTH, |(_, columns)| usize::from(columns))
    }

    /// Returns the width that results must fit into: none when stdout is not a terminal, as nothing is cut for a file.
    #[must_use]
    pub fn fit(&self) -> Option<usize> {
        self.streams.stdout_is_terminal.then(|| self.width())
    }

    /// Returns the colours of stdout.
    #[must_use]
    pub fn paint(&self) -> Paint {
        self.paint_for(self.streams.stdout_is_terminal)
    }

    /// Returns the colours of stderr.
    #[must_use]
    pub fn paint_err(&self) -> Paint {
        self.paint_for(self.streams.stderr_is_terminal)
    }

    fn paint_for(&self, is_terminal: bool) -> Paint {
        let colour = match self.settings.colour {
            Colour::Auto => is_terminal && !self.settings.no_colour && !self.settings.dumb,
            Colour::Always => true,
            Colour::Never => false,
        };
        Paint { colour }
    }

    /// Writes a result to stdout, as it is: the caller ends its lines and has made its texts harmless.
    ///
    /// # Errors
    /// `Closed` when the reader has gone, `Failed` for anything else, such as a full disk.
    pub fn out(&self, text: &str) -> Result<(), WriteError> {
        self.out_bytes(text.as_bytes())
    }

    /// Writes bytes to stdout, such as those of a PDF.
    ///
    /// # Errors
    /// The same as [`Ui::out`].
    pub fn out_bytes(&self, bytes: &[u8]) -> Result<(), WriteError> {
        let mut stdout = self.stdout.borrow_mut();
        let written = stdout.write_all(bytes).and_then(|()| stdout.flush());
        written.map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => WriteError::Closed,
            _ => WriteError::Failed(error),
        })
    }

    /// Says on stderr what was done; silent with `-q`.
    pub fn status(&self, text: &str) {
        if self.settings.quiet {
            return;
        }
        self.err_line(&self.broken(text));
    }

    /// A text for stderr, broken at its words: a terminal would break a long line inside of one.
    fn broken<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let room = self.width().saturating_sub(1);
        let too_long = text.lines().any(|line| width(line) > room);
        let breaks_well = text.split([' ', '\n']).all(|word| width(word) <= room);
        if self.streams.stderr_is_terminal && too_long && breaks_well {
            return Cow::Owned(wrap(text, room).join("\n"));
        }
        Cow::Borrowed(text)
    }

    /// Warns on stderr.
    pub fn warn(&self, lang: &Lang, text: &str) {
        let label = lang.text("ui-warning");
        let line = format!("{label} {text}");
        let painted = self.paint_err().bold(&label);
        self.err_line(&self.broken(&line).replacen(&label, &painted, 1));
    }

    /// Says on stderr what failed, why, and what to do next.
    pub fn error(&self, lang: &Lang, what: &Message, causes: &[Message], hint: Option<&Message>) {
        let paint = self.paint_err();
        let say = |message: &Message| {
            let text = lang.say(message);
            super::text::sanitize(&text, super::text::Newlines::Keep).into_owned()
        };
        let label = paint.danger(lang.text("ui-error"));
        self.err_line(&format!("{label} {}", say(what)));
        for cause in causes {
            let label = paint.bold(lang.text("ui-caused-by"));
            self.err_line(&format!("{label} {}", say(cause)));
        }
        if let Some(hint) = hint {
            let label = paint.bold(lang.text("ui-hint"));
            self.err_line(&format!("{label} {}", say(hint)));
        }
    }

    /// Sends the terminal what is not to be shown.
    pub(super) fn err_raw(&self, bytes: &str) {
        let mut stderr = self.stderr.borrow_mut();
        let _ = stderr
            .write_all(bytes.as_bytes())
            .and_then(|()| stderr.flush());
    }

    /// Writes a line to stderr. A terminal that has gone cannot be told so: the error is dropped.
    pub fn err_line(&self, text: &str) {
        let mut stderr = self.stderr.borrow_mut();
        let _ = stderr
            .write_all(format!("{text}\n").as_bytes())
            .and_then(|()| stderr.flush());
    }
}

/// What was written in memory.
#[derive(Debug, Clone, Default)]
pub struct Written {
    out: Shared,
    err: Shared,
}

impl Written {
    /// Returns what went to stdout.
    #[must_use]
    pub fn out(&self) -> String {
        self.out.text()
    }

    /// Returns what went to stderr.
    #[must_use]
    pub fn err(&self) -> String {
        self.err.text()
    }
}

#[derive(Debug, Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Shared {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.borrow()).into_owned()
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    const TERMINAL: Streams = Streams {
        stdin_is_terminal: true,
        stdout_is_terminal: true,
        stderr_is_terminal: true,
    };

    struct Gone(io::ErrorKind);

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    fn gone(kind: io::ErrorKind) -> Ui {
        Ui {
            stdout: RefCell::new(Box::new(Gone(kind))),
            stderr: RefCell::new(Box::new(Gone(kind))),
            streams: Streams::default(),
            settings: Settings::default(),
            width: None,
        }
    }

    #[test]
    fn a_closed_pipe_is_told_from_a_full_disk() {
        let closed = gone(io::ErrorKind::BrokenPipe).out("result\n");
        assert!(matches!(closed, Err(WriteError::Closed)));
        let full = gone(io::ErrorKind::StorageFull).out("result\n");
        assert!(matches!(full, Err(WriteError::Failed(_))));
    }

    #[test]
    fn a_closed_stderr_is_no_panic() {
        gone(io::ErrorKind::BrokenPipe).status("saved");
    }

    #[test]
    fn results_and_the_rest_go_their_ways() {
        let (ui, written) = Ui::in_memory(Streams::default(), Settings::default(), 80);
        ui.out("7\n").expect("memory takes everything");
        ui.status("Claim 7 is made.");
        assert_eq!(written.out(), "7\n");
        assert_eq!(written.err(), "Claim 7 is made.\n");
    }

    #[test]
    fn quiet_drops_status_and_keeps_errors() {
        let quiet = Settings {
            quiet: true,
            ..Settings::default()
        };
        let (ui, written) = Ui::in_memory(TERMINAL, quiet, 80);
        let lang = Lang::new(Language::French);
        ui.status("Fait.");
        ui.error(&lang, &Message::new("pas de `7`\u{1b}[2J"), &[], None);
        assert_eq!(
            written.err(),
            "\u{1b}[31m\u{1b}[1merreur\u{a0}:\u{1b}[0m pas de `7`␛[2J\n"
        );
    }

    #[test]
    fn an_error_says_what_why_and_what_next() {
        let (ui, written) = Ui::in_memory(Streams::default(), Settings::default(), 80);
        ui.error(
            &Lang::new(Language::English),
            &Message::new("cannot open"),
            &[Message::new("locked"), Message::new("busy")],
            Some(&Message::new("claimctl doctor")),
        );
        assert_eq!(
            written.err(),
            "error: cannot open\ncaused by: locked\ncaused by: busy\nhint: claimctl doctor\n"
        );
    }

    #[test]
    fn colours_follow_the_option_then_no_color_then_the_stream() {
        let colour = |colour, no_colour, streams| {
            let settings = Settings {
                colour,
                no_colour,
                ..Settings::default()
            };
            Ui::in_memory(streams, settings, 80).0.paint().colour
        };
        assert!(colour(Colour::Auto, false, TERMINAL));
        assert!(!colour(Colour::Auto, true, TERMINAL));
        assert!(!colour(Colour::Auto, false, Streams::default()));
        assert!(colour(Colour::Always, true, Streams::default()));
        assert!(!colour(Colour::Never, false, TERMINAL));
    }
}
