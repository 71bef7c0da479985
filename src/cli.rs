//! The command line: the root, its global options, and the texts of its help in each language.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches, Parser, ValueEnum};

use crate::commands::Command;
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::lang::Lang;

/// The arguments of one call.
#[derive(Debug, Parser)]
#[command(
    name = "claimctl",
    version,
    disable_help_subcommand = true,
    args_override_self = true
)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// The options that every command takes.
#[derive(Debug, Clone, clap::Args)]
pub struct Global {
    /// The database file.
    #[arg(long, value_name = "FILE", global = true)]
    pub db: Option<PathBuf>,
    /// The language: fr or en.
    #[arg(long, value_name = "LANG", global = true)]
    pub lang: Option<String>,
    /// The day to take for today.
    #[arg(long, value_name = "DATE", global = true)]
    pub today: Option<String>,
    /// When to use colours.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = ColorChoice::Auto, global = true)]
    pub color: ColorChoice,
    /// Never ask.
    #[arg(long, global = true)]
    pub no_input: bool,
    /// How to ask.
    #[arg(long, value_name = "STYLE", value_enum, default_value_t = PromptChoice::Auto, global = true)]
    pub prompts: PromptChoice,
    /// No status lines.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    Auto,
    Always,
    Never,
}

/// How questions are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PromptChoice {
    /// Menus in a terminal.
    Auto,
    /// Numbered lines, on any terminal or pipe.
    Plain,
}

/// Reads the arguments. The texts of the help are looked up only when they are to be shown.
///
/// # Errors
/// clap's error, with every text in the language: `--help`, `--version`, or a wrong call.
pub fn parse(args: &[OsString], lang: &Lang) -> Result<Cli, clap::Error> {
    let matches = Cli::command().try_get_matches_from(args);
    match matches.and_then(|m| Cli::from_arg_matches(&m)) {
        Ok(cli) => Ok(cli),
        // The version is the same in every language.
        Err(error) if error.kind() == clap::error::ErrorKind::DisplayVersion => Err(error),
        Err(_) => {
            let mut command = command(lang);
            match command.try_get_matches_from_mut(args) {
                Err(error) => Err(error),
                Ok(matches) => Cli::from_arg_matches(&matches).map_err(|e| e.format(&mut command)),
            }
        }
    }
}

/// The command tree with every text of its help in a language.
#[must_use]
pub fn command(lang: &Lang) -> clap::Command {
    let root = Cli::command().about(lang.text("command-about"));
    worded(root, lang, "")
}

/// Puts the texts of the catalogue on a command and on all below it.
fn worded(mut command: clap::Command, lang: &Lang, path: &str) -> clap::Command {
    let words = |name: &str| lang.text(&format!("command-help-{name}"));
    let usage = words("usage");
    let template =
        format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    command = command
        .help_template(template)
        .subcommand_help_heading(words("commands"))
        .subcommand_value_name(words("command"))
        .disable_help_flag(true)
        .disable_version_flag(true);
    let ids: Vec<String> = command
        .get_arguments()
        .map(|a| a.get_id().to_string())
        .collect();
    for (place, id) in ids.into_iter().enumerate() {
        // What the root takes, every command takes: those options are the same everywhere.
        let global = path.is_empty();
        let about = if global {
            format!("command-global-arg-{id}")
        } else {
            format!("command-{path}-arg-{id}")
        };
        command = command.mut_arg(&id, |arg| {
            let arg = in_words(arg, lang.text(&about), lang);
            if global {
                arg.help_heading(words("global")).display_order(900)
            } else if arg.is_positional() {
                // In the order of the usage line.
                arg.help_heading(words("arguments")).display_order(place)
            } else {
                arg.help_heading(words("options"))
            }
        });
    }
    let flag = |name: &'static str, short: char, action: clap::ArgAction| {
        let arg = clap::Arg::new(name).short(short).long(name).action(action);
        arg.help(words(name))
            .help_heading(words("global"))
            .display_order(999)
    };
    command = command.arg(flag("help", 'h', clap::ArgAction::Help));
    if path.is_empty() {
        command = command.arg(flag("version", 'V', clap::ArgAction::Version));
    }
    if let Some(words) = crate::commands::after_help(path, lang) {
        command = command.after_help(words);
    }
    let names: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    for name in names {
        let below = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}-{name}")
        };
        let about = lang.text(&format!("command-{below}-about"));
        command = command.mut_subcommand(&name, |c| worded(c.about(about.clone()), lang, &below));
    }
    command
}

/// An argument with its help, the values that it takes, and the name of its value, all in the language.
fn in_words(arg: clap::Arg, help: String, lang: &Lang) -> clap::Arg {
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|v| v.get_name().to_owned())
        .collect();
    let help = match values.as_slice() {
        [] => help,
        values => {
            let list = Message::new("command-help-values")
                .with("help", help)
                .with("values", values.join(", "));
            lang.say(&list)
        }
    };
    let name = arg
        .get_value_names()
        .and_then(|names| names.first())
        .map(ToString::to_string);
    let name = name.unwrap_or_else(|| arg.get_id().to_string().to_uppercase());
    let arg = arg
        .help(help)
        .hide_possible_values(true)
        .hide_default_value(true);
    let key = format!("command-value-{name}");
    if lang.knows(&key) {
        arg.value_name(lang.text(&key))
    } else {
        arg
    }
}

/// The language that the arguments themselves ask for, found before they are parsed: errors need it too.
#[must_use]
pub fn language_asked(args: &[OsString]) -> Option<String> {
    let mut args = args.iter().skip(1).filter_map(|a| a.to_str());
    let mut asked = None;
    while let Some(arg) = args.next() {
        if arg == "--" {
            break;
        }
        if arg == "--lang" {
            asked = args.next().map(str::to_owned);
        } else if let Some(value) = arg.strip_prefix("--lang=") {
            asked = Some(value.to_owned());
        }
    }
    asked
}

/// Reads the name of a language: `fr`, `en`, or a locale that begins with one of them.
#[must_use]
pub fn language(text: &str) -> Option<Language> {
    let lower = text.to_lowercase();
    let code = lower.split(['-', '_', '.', '@']).next().unwrap_or("");
    Language::from_id(code)
}
