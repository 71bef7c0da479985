//! What a command may use: the day, the voice, the terminal, the desk and the library of playbooks.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::playbook::Library;
use crate::error::{Exit, Failure};
use crate::lang::Lang;
use crate::playbook::{self, Diagnostic, PlaybookError};
use crate::settings::{self, Settings};
use crate::store::{Access, Store};
use crate::ui::prompt::{self, Prompter, Prompts};
use crate::ui::{Newlines, Ui, sanitize};
use crate::vault::Vault;

/// So many playbooks that do not hold are named one by one.
const MOST_WARNINGS: usize = 5;

/// Made once, from the arguments and the environment.
#[derive(Debug)]
pub struct Context {
    pub today: NaiveDate,
    pub now: DateTime<Utc>,
    pub lang: Lang,
    /// The language was asked for by option or variable, so it goes before the claim's own.
    pub language_asked: bool,
    pub ui: Ui,
    pub db: Option<PathBuf>,
    /// The folder of the user's own playbooks, which may not be there yet.
    pub user_playbooks: Option<PathBuf>,
    /// The file of the user's settings, which may not be there yet.
    pub settings_file: Option<PathBuf>,
    /// The user's editor, which may have arguments.
    pub editor: Option<String>,
    pub no_input: bool,
    pub prompts: Prompts,
    pub library: OnceCell<Library>,
    pub voices: OnceCell<[Lang; 2]>,
}

impl Context {
    /// Opens the desk to read; `None` when there is none yet.
    ///
    /// # Errors
    /// When the file cannot be opened, is not ours, or is from a newer version.
    pub fn desk(&self) -> Result<Option<Store>> {
        Ok(Store::open_existing(self.db_path()?, Access::Read)?)
    }

    /// Opens the desk to write, and makes it first when there is none.
    ///
    /// # Errors
    /// When the file cannot be opened or made, is not ours, or is from a newer version.
    pub fn desk_to_write(&self) -> Result<Store> {
        Ok(Store::open(self.db_path()?)?)
    }

    /// Returns the vault of the desk, which may not be there yet.
    ///
    /// # Errors
    /// When the platform names no folder and none was given.
    pub fn vault(&self) -> Result<Vault> {
        Ok(Vault::beside(self.db_path()?))
    }

    /// Reads the user's settings.
    ///
    /// # Errors
    /// When the file is there and does not hold.
    pub fn settings(&self) -> Result<Settings> {
        Ok(match &self.settings_file {
            Some(file) => settings::read(file)?,
            None => Settings::default(),
        })
    }

    /// Returns the file of claims, which may not be there yet.
    ///
    /// # Errors
    /// When the platform names no folder and none was given.
    pub fn db_path(&self) -> Result<&Path> {
        self.db.as_deref().ok_or_else(|| {
            Failure::new(Exit::Failed, Message::new("error-no-data-folder"))
                .hint(Message::new("error-no-data-folder-hint"))
                .into()
        })
    }

    /// Returns all the playbooks, read once: the built-in ones and the user's own. What of the user's does not hold is
    /// left out, and said: a claim can be read whatever lies there.
    ///
    /// # Errors
    /// When a built-in playbook does not hold.
    pub fn library(&self) -> Result<&Library> {
        if let Some(library) = self.library.get() {
            return Ok(library);
        }
        let (library, problems) = match playbook::load(self.user_playbooks.as_deref()) {
            Err(error @ PlaybookError::Folder { .. }) => {
                self.ui.warn(&self.lang, &self.say(&error.message()));
                playbook::load(None)?
            }
            loaded => loaded?,
        };
        self.warn_of_playbooks(&problems);
        Ok(self.library.get_or_init(|| library))
    }

    /// Returns the voices of both languages, French first, made once: for texts that are stored.
    pub fn voices(&self) -> &[Lang; 2] {
        let both = [Language::French, Language::English];
        self.voices.get_or_init(|| both.map(Lang::new))
    }

    /// Says which of the user's playbooks are left out: the first problem of each, and where to see the rest.
    pub fn warn_of_playbooks(&self, problems: &[Diagnostic]) {
        let mut files: Vec<&str> = problems.iter().map(|p| p.file.as_str()).collect();
        files.sort_unstable();
        files.dedup();
        for file in files.iter().take(MOST_WARNINGS) {
            let mut of_file = problems.iter().filter(|p| p.file == **file);
            if let Some(first) = of_file.next() {
                let more = i64::try_from(of_file.count()).unwrap_or(i64::MAX);
                let left_out = Message::new("command-playbook-left-out")
                    .with("what", self.place_and_words(first))
                    .with("more", more);
                self.ui.warn(&self.lang, &self.say(&left_out));
            }
        }
        if let Some(more) = files.len().checked_sub(MOST_WARNINGS).filter(|n| *n > 0) {
            let more = i64::try_from(more).unwrap_or(i64::MAX);
            let left_out = Message::new("command-playbook-more-left-out").with("count", more);
            self.ui.warn(&self.lang, &self.say(&left_out));
        }
        if !files.is_empty() {
            self.ui.err_line(&self.hint("claimctl playbook check"));
        }
    }

    /// Returns the version of everything that stored dates depend on: the built-in playbooks, and the user's files with
    /// their time stamps.
    #[must_use]
    pub fn rulebook(&self) -> String {
        playbook::fingerprint(self.user_playbooks.as_deref())
    }

    /// Returns the language in which a letter of a claim is written.
    #[must_use]
    pub fn letter_language(&self, of_claim: Language) -> Language {
        if self.language_asked {
            self.lang.language
        } else {
            of_claim
        }
    }

    /// Returns somebody who can ask; `None` without a terminal, unless plain lines were asked for, and with `--no-input`.
    #[must_use]
    pub fn prompter(&self) -> Option<Box<dyn Prompter + '_>> {
        if self.no_input {
            None
        } else {
            prompt::prompter(&self.ui, &self.lang, self.prompts)
        }
    }

    /// Says a message in the language of the program.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        self.lang.say(message)
    }

    /// Says a diagnostic of a playbook: where, what, the line it stands in, and what to do.
    #[must_use]
    pub fn diagnostic(&self, diagnostic: &Diagnostic) -> String {
        let mut text = self.place_and_words(diagnostic);
        if let Some(excerpt) = &diagnostic.excerpt {
            text.push('\n');
            text += &sanitize(excerpt, Newlines::Keep);
        }
        let hint = self.lang.say(&diagnostic.hint());
        text.push('\n');
        text += &self.hint(&sanitize(&hint, Newlines::Fold));
        text
    }

    fn hint(&self, text: &str) -> String {
        let label = self.ui.paint_err().bold(self.lang.text("ui-hint"));
        format!("{label} {text}")
    }

    fn place_and_words(&self, diagnostic: &Diagnostic) -> String {
        let mut place = diagnostic.file.clone();
        for number in [diagnostic.line, diagnostic.column].into_iter().flatten() {
            place += &format!(":{number}");
        }
        let what = self.lang.say(&diagnostic.message);
        let text = format!("{place}: {what} [{}]", diagnostic.code);
        sanitize(&text, Newlines::Fold).into_owned()
    }
}
