//! `claimctl playbook`: the knowledge that claims are assessed by: list it, show it, check one's own.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ValueEnum;
use serde::Serialize;

use crate::context::Context;
use crate::domain::message::Message;
use crate::domain::playbook::{Origin, Playbook};
use crate::error::{Exit, Failure, system_cause};
use crate::export::json;
use crate::lang::words;
use crate::playbook;

use super::{input, view};

/// What can be done with playbooks.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    List(ListArgs),
    Show(ShowArgs),
    Check(CheckArgs),
}

/// The arguments of `playbook list`.
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
}

/// The arguments of `playbook show`.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// The playbook.
    #[arg(value_name = "PLAYBOOK")]
    id: String,
}

/// The arguments of `playbook check`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Runs a command on playbooks.
///
/// # Errors
/// When there is no such playbook, a file cannot be read, or one does not hold.
pub fn run(command: &Command, ctx: &Context) -> Result<Exit> {
    match command {
        Command::List(args) => list(args, ctx),
        Command::Show(args) => show(args, ctx),
        Command::Check(args) => check(args, ctx),
    }
}

fn origin(playbook: &Playbook, ctx: &Context) -> String {
    match &playbook.origin {
        Origin::BuiltIn => ctx.lang.text("command-playbook-built-in"),
        Origin::User { file, overrides } => {
            let key = if *overrides {
                "command-playbook-overrides"
            } else {
                "command-playbook-own"
            };
            ctx.say(&Message::new(key).with("file", file.as_str()))
        }
    }
}

fn list(args: &ListArgs, ctx: &Context) -> Result<Exit> {
    let library = ctx.library()?;
    if args.format == Format::Json {
        #[derive(Serialize)]
        struct Row<'a> {
            id: &'a str,
            kind: &'static str,
            title: String,
            reviewed_on: String,
            rules: usize,
            routes: usize,
            origin: String,
        }
        let rows: Vec<Row<'_>> = library
            .playbooks
            .iter()
            .map(|p| Row {
                id: &p.id,
                kind: p.kind.id(),
                title: ctx.lang.both(&p.title),
                reviewed_on: p.reviewed_on.to_string(),
                rules: p.rules.len(),
                routes: p.routes.len(),
                origin: origin(p, ctx),
            })
            .collect();
        let mut out = Vec::new();
        json::write_listing(&mut out, "playbooks", "playbooks", &rows)?;
        ctx.ui.out_bytes(&out)?;
        return Ok(Exit::Done);
    }
    let width = library
        .playbooks
        .iter()
        .map(|p| p.id.len())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    for p in &library.playbooks {
        let title = view::clean(&ctx.lang.both(&p.title));
        text += &format!(
            "{:<width$}  {title} ({})\n",
            p.id,
            view::clean(&origin(p, ctx))
        );
    }
    ctx.ui.out(&text)?;
    Ok(Exit::Done)
}

fn show(args: &ShowArgs, ctx: &Context) -> Result<Exit> {
    let library = ctx.library()?;
    let ids: Vec<String> = library.playbooks.iter().map(|p| p.id.clone()).collect();
    let found = library.get(&args.id).ok_or_else(|| {
        let failure = Failure::new(
            Exit::NotFound,
            Message::new("error-no-playbook").with("text", args.id.as_str()),
        );
        let hint = match input::nearest(&args.id, &ids) {
            Some(near) => Message::new("error-did-you-mean").with("text", near),
            None => Message::new("error-no-playbook-hint"),
        };
        failure.hint(hint)
    })?;
    let say = |text: &crate::domain::language::Text| view::clean(&ctx.lang.both(text));
    let mut text = format!(
        "{}\n{} ({})\n",
        ctx.ui.paint().bold(say(&found.title)),
        found.id,
        view::clean(&origin(found, ctx))
    );
    for rule in &found.rules {
        text += &format!("\n- {}\n  {}\n", say(&rule.what), rule.id);
        if let Some(source) = found.source(&rule.source) {
            text += &format!(
                "  {}\n",
                view::clean(&ctx.say(&words::source_line(source, ctx.today)))
            );
        }
    }
    for route in &found.routes {
        text += &format!(
            "\n> {}\n  {}\n  {}\n",
            say(&route.title),
            route.id,
            say(&route.how)
        );
    }
    ctx.ui.out(&text)?;
    Ok(Exit::Done)
}

fn check(args: &CheckArgs, ctx: &Context) -> Result<Exit> {
    let library = ctx.library()?;
    let mut wrong = 0_i64;
    for file in &args.files {
        let name = file.display().to_string();
        let text = read(file).map_err(|error| {
            Failure::new(
                Exit::Failed,
                Message::new("error-read-file").with("file", name.as_str()),
            )
            .because(system_cause(&error))
        })?;
        match playbook::check(&text, None, &name, library) {
            Err(diagnostics) => {
                for diagnostic in &diagnostics {
                    wrong += 1;
                    ctx.ui.err_line(&ctx.diagnostic(diagnostic));
                }
            }
            Ok((found, library)) => {
                let failures = playbook::run_examples(&found, &library);
                for failure in &failures {
                    wrong += 1;
                    ctx.ui
                        .err_line(&view::clean(&ctx.say(&failure_line(failure))));
                }
                if failures.is_empty() {
                    let count = i64::try_from(found.examples.len()).unwrap_or(i64::MAX);
                    let fine = Message::new("command-playbook-fine")
                        .with("id", found.id.as_str())
                        .with("count", count);
                    ctx.ui.status(&ctx.say(&fine));
                }
            }
        }
    }
    if wrong > 0 {
        return Err(Failure::new(
            Exit::Failed,
            Message::new("error-playbook-wrong").with("count", wrong),
        )
        .into());
    }
    Ok(Exit::Done)
}

/// The largest playbook that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Reads an ordinary file of a sensible size.
fn read(file: &Path) -> std::io::Result<String> {
    let about = std::fs::metadata(file)?;
    if about.is_dir() {
        return Err(std::io::ErrorKind::IsADirectory.into());
    }
    if !about.is_file() || about.len() > LARGEST {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    std::fs::read_to_string(file)
}

/// An example that did not come out, with its name.
fn failure_line(failure: &playbook::ExampleFailure) -> Message {
    Message::new("command-playbook-example")
        .with("id", failure.playbook.as_str())
        .with("name", failure.example.as_str())
        .with("why", failure.message.clone())
}
