//! Failures as the user is told of them, whatever part of the program they come from.

use std::ffi::OsString;
use std::io::Write as _;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::{self, Cli, Global};
use crate::context::Context;
use crate::domain::message::Message;
use crate::env::Environment;
use crate::error::{Exit, Failure, system_cause};
use crate::lang::Lang;
use crate::pdf::PdfError;
use crate::playbook::PlaybookError;
use crate::settings::SettingsError;
use crate::store::StoreError;
use crate::ui::output::Settings;
use crate::ui::{Ui, WriteError};
use crate::vault::VaultError;

/// Puts the options that can be wrong into the context: the language and the day.
///
/// # Errors
/// When the language is unknown or the day is none.
pub(crate) fn settings(
    global: &Global,
    environment: &Environment,
    ctx: &mut Context,
) -> Result<()> {
    for asked in global.lang.iter().chain(&environment.lang) {
        if cli::language(asked).is_none() {
            let failure = Failure::new(
                Exit::Usage,
                Message::new("error-language").with("text", asked.as_str()),
            );
            return Err(failure.hint(Message::new("error-language-hint")).into());
        }
    }
    let today = global.today.as_ref().or(environment.today.as_ref());
    if let Some(text) = today {
        let day = text
            .trim()
            .parse::<NaiveDate>()
            .ok()
            .filter(|day| (1900..=2200).contains(&day.year()));
        ctx.today = day.ok_or_else(|| {
            Failure::new(
                Exit::Usage,
                Message::new("error-today").with("text", text.as_str()),
            )
            .hint(Message::new("error-today-hint"))
        })?;
        // What is recorded on such a day bears its date, so that the two clocks never disagree.
        ctx.now = ctx.today.and_time(ctx.now.time()).and_utc();
    }
    Ok(())
}

/// Finds what to tell the user of an error of any layer.
pub(crate) fn failure(error: &anyhow::Error) -> Failure {
    let with = |what: Message, cause: Option<Message>, hint: Option<Message>| Failure {
        exit: Exit::Failed,
        what,
        causes: cause.into_iter().collect(),
        hint,
    };
    if let Some(failure) = error.downcast_ref::<Failure>() {
        return failure.clone();
    }
    if let Some(error) = error.downcast_ref::<StoreError>() {
        return with(error.message(), error.cause(), error.hint());
    }
    if let Some(error) = error.downcast_ref::<VaultError>() {
        return with(error.message(), error.cause(), error.hint());
    }
    if let Some(error) = error.downcast_ref::<SettingsError>() {
        return with(error.message(), Some(error.cause()), error.hint());
    }
    if let Some(error) = error.downcast_ref::<PlaybookError>() {
        return with(error.message(), None, None);
    }
    if let Some(error) = error.downcast_ref::<PdfError>() {
        return with(error.message(), None, error.hint());
    }
    let system = match error.root_cause().downcast_ref::<std::io::Error>() {
        Some(error) => system_cause(error),
        None => Message::new("error-system").with("text", error.root_cause().to_string()),
    };
    match error.downcast_ref::<WriteError>() {
        Some(_) => with(Message::new("error-output"), Some(system), None),
        None => with(Message::new("error-unexpected"), Some(system), None),
    }
}

/// Says what clap found: help and version on stdout, a wrong call on stderr, in the user's language.
pub(crate) fn usage(error: &clap::Error, args: &[OsString], lang: &Lang) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render();
            let _ = std::io::stdout()
                .lock()
                .write_all(text.to_string().as_bytes());
            return Exit::Done;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = error.render();
            let _ = std::io::stderr()
                .lock()
                .write_all(text.to_string().as_bytes());
            return Exit::Usage;
        }
        _ => {}
    }
    let value = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        Some(other) => Some(other.to_string()),
        None => None,
    };
    let argument = value(ContextKind::InvalidArg)
        .or_else(|| value(ContextKind::InvalidSubcommand))
        .unwrap_or_default();
    let given = value(ContextKind::InvalidValue).unwrap_or_default();
    let key = match error.kind() {
        ErrorKind::InvalidSubcommand => "error-usage-command",
        ErrorKind::MissingRequiredArgument => "error-usage-missing",
        ErrorKind::ArgumentConflict => "error-usage-conflict",
        ErrorKind::NoEquals
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::TooFewValues
        | ErrorKind::TooManyValues => "error-usage-count",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if given.is_empty() => {
            "error-usage-empty"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "error-usage-value",
        ErrorKind::UnknownArgument => "error-usage-argument",
        _ => "error-usage-other",
    };
    let what = Message::new(key)
        .with("argument", argument.replace('\n', " "))
        .with("value", given);
    let suggestion = value(ContextKind::SuggestedArg)
        .or_else(|| value(ContextKind::SuggestedSubcommand))
        .or_else(|| value(ContextKind::SuggestedValue));
    let hint = match (suggestion, value(ContextKind::ValidValue)) {
        (Some(near), _) => Message::new("error-did-you-mean").with("text", near),
        (None, Some(valid)) if !valid.is_empty() => {
            Message::new("error-one-of").with("list", valid)
        }
        (None, _) => match help_command(args) {
            log if log == LOG_HELP && error.kind() == ErrorKind::MissingRequiredArgument => {
                Message::new("error-usage-log-hint").with("command", log)
            }
            command => Message::new("error-usage-hint").with("command", command),
        },
    };
    Ui::standard(Settings::default()).error(lang, &what, &[], Some(&hint));
    Exit::Usage
}

/// The command that lists the facts that can be logged.
const LOG_HELP: &str = "claimctl log --help";

/// The command that shows the help for what was tried.
fn help_command(args: &[OsString]) -> String {
    let words = args.iter().skip(1).filter_map(|a| a.to_str());
    let known = <Cli as clap::CommandFactory>::command();
    let command = words
        .into_iter()
        .find_map(|word| known.find_subcommand(word));
    match command {
        Some(command) => format!("claimctl {} --help", command.get_name()),
        None => "claimctl --help".to_owned(),
    }
}
