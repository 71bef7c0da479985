//! claimctl: a consumer's own case desk, in one binary and one SQLite file. No account, no server, no network.
//!
//! It turns *what happened* into *what you can still do, by when, on what ground, with which words and which proof*.
//!
//! # Layers
//!
//! - [`domain`] is the field itself, pure: no input or output, no clock. Its heart is [`domain::assess::assess`], one
//!   function from a claim, its log, the playbooks and a day to routes, deadlines, next action, gaps and money.
//! - [`playbook`] reads the knowledge (TOML) that the domain computes with; [`answers`] reads a claim from a file;
//!   [`store`] keeps claims in SQLite; [`vault`] keeps the files of evidence and packs backups; [`settings`] reads what the
//!   user has set. None of them knows another.
//! - [`lang`] says everything in French and English; [`letters`] fills the templates and makes dossiers; [`export`] writes the
//!   public schema, and dossiers in their forms.
//! - [`pdf`] sets letters and dossiers on pages, where the feature of that name is built.
//! - [`wizard`] is the walk as a state machine; [`ui`] is the only folder that touches the terminal.
//! - [`commands`] put it together, one file each; [`cli`] is the root of the command line.
//!
//! # Data flow of a command
//!
//! Arguments become domain values, the claim is read, assessed, changed and stored in one transaction together with what
//! does not depend on the day (deadlines, the agenda of next actions), and the result is printed. `list` reads those
//! stored rows and parses no playbook.
//!
//! # Where to add things
//!
//! A rule, a platform: a TOML file below `playbook/builtin` and its line in `playbook/builtin.rs`. A command: a file in
//! `commands` and its lines in `commands/mod.rs`. A language: its catalogues and a line in `lang/catalogues.rs`. A change
//! of the tables: a file in `store/migrations` and its line. What is forgotten fails at the compiler or in a test.

pub mod answers;
pub mod cli;
pub mod commands;
pub mod context;
pub mod domain;
pub mod env;
pub mod error;
pub mod export;
pub mod lang;
pub mod letters;
pub mod pdf;
pub mod playbook;
mod report;
pub mod settings;
pub mod store;
pub mod ui;
pub mod vault;
pub mod wizard;

use std::cell::OnceCell;
use std::ffi::OsString;

use context::Context;
use domain::language::Language;
use env::Environment;
use error::Exit;
use lang::Lang;
use ui::output::{Colour, Settings};
use ui::prompt::Prompts;
use ui::{Ui, WriteError};

/// Runs one call of the program and returns its exit code.
#[must_use]
pub fn run(args: &[OsString], environment: &Environment) -> u8 {
    let lang = Lang::new(spoken(args, environment));
    let exit = match cli::parse(args, &lang) {
        Ok(cli) => call(&cli, environment, lang),
        Err(error) => report::usage(&error, args, &lang),
    };
    exit as u8
}

/// The language: asked for by option, by variable, by the locale, else English.
fn spoken(args: &[OsString], environment: &Environment) -> Language {
    let asked = cli::language_asked(args);
    let known = |text: &Option<String>| text.as_deref().and_then(cli::language);
    known(&asked)
        .or_else(|| known(&environment.lang))
        .or_else(|| environment.locale.as_deref().and_then(lang::detect_locale))
        .unwrap_or(Language::English)
}

fn call(cli: &cli::Cli, environment: &Environment, lang: Lang) -> Exit {
    let global = &cli.global;
    let settings = Settings {
        colour: match global.color {
            cli::ColorChoice::Auto => Colour::Auto,
            cli::ColorChoice::Always => Colour::Always,
            cli::ColorChoice::Never => Colour::Never,
        },
        no_colour: environment.no_color,
        dumb: environment.dumb_terminal,
        quiet: global.quiet,
    };
    let mut ctx = Context {
        today: environment.local_day,
        now: environment.now,
        language_asked: global.lang.is_some() || environment.lang.is_some(),
        lang,
        ui: Ui::standard(settings),
        db: global
            .db
            .clone()
            .or_else(|| environment.db.clone())
            .or_else(|| {
                environment
                    .data_dir
                    .as_ref()
                    .map(|dir| dir.join("claims.db"))
            }),
        user_playbooks: environment
            .config_dir
            .as_ref()
            .map(|dir| dir.join("playbooks")),
        settings_file: environment
            .config_dir
            .as_ref()
            .map(|dir| dir.join("config.toml")),
        editor: environment.editor.clone(),
        no_input: global.no_input,
        prompts: match global.prompts {
            cli::PromptChoice::Auto => Prompts::Auto,
            cli::PromptChoice::Plain => Prompts::Plain,
        },
        library: OnceCell::new(),
        voices: OnceCell::new(),
    };
    let result = report::settings(global, environment, &mut ctx)
        .and_then(|()| commands::run(&cli.command, &ctx));
    match result {
        Ok(exit) => exit,
        // Whoever read the output has read enough.
        Err(error) if matches!(error.downcast_ref::<WriteError>(), Some(WriteError::Closed)) => {
            Exit::Done
        }
        Err(error) => {
            let failure = report::failure(&error);
            ctx.ui.error(
                &ctx.lang,
                &failure.what,
                &failure.causes,
                failure.hint.as_ref(),
            );
            failure.exit
        }
    }
}
