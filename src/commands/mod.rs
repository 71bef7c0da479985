//! One file is one command: its help text, its arguments, and `run`.

pub mod backup;
pub mod close;
pub mod doctor;
pub mod dossier;
pub mod edit;
pub mod evidence;
pub mod export;
pub mod forget;
pub mod import;
pub mod letter;
pub mod list;
pub mod log;
pub mod new;
pub mod next;
pub mod offer;
pub mod playbook;
pub mod restore;
pub mod rights;
pub mod show;
pub mod timeline;
pub mod undo;
pub mod why;

mod answers_file;
mod archives;
mod changes;
mod clock;
mod confirm;
mod desk;
mod folder;
mod hold;
mod input;
mod unwritten;
mod view;
mod walk;

use std::fmt::Display;

use anyhow::Result;

use crate::context::Context;
use crate::domain::addressee::Addressee;
use crate::domain::answer::AnswerKind;
use crate::domain::claim::{FACTS, Term};
use crate::domain::event::{Channel, EventKind};
use crate::domain::evidence::EvidenceKind;
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::domain::playbook::PlaybookKind;
use crate::domain::problem::{Outcome, Problem, Remedy};
use crate::error::Exit;
use crate::lang::{Lang, words};

/// The commands. Their texts stand in the catalogues, under `command-<name>`.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    New(new::Args),
    Next(next::Args),
    List(list::Args),
    Show(show::Args),
    Log(log::Args),
    Edit(edit::Args),
    Why(why::Args),
    Timeline(timeline::Args),
    Rights(rights::Args),
    Letter(letter::Args),
    Dossier(dossier::Args),
    Offer(offer::Args),
    #[command(subcommand)]
    Evidence(evidence::Command),
    Close(close::Args),
    Undo(undo::Args),
    Forget(forget::Args),
    Export(export::Args),
    Import(import::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Doctor(doctor::Args),
    #[command(subcommand)]
    Playbook(playbook::Command),
}

/// Runs a command.
///
/// # Errors
/// Whatever made the command fail; `lib.rs` says it to the user.
pub fn run(command: &Command, ctx: &Context) -> Result<Exit> {
    match command {
        Command::New(args) => new::run(args, ctx),
        Command::Next(args) => next::run(args, ctx),
        Command::List(args) => list::run(args, ctx),
        Command::Show(args) => show::run(args, ctx),
        Command::Log(args) => log::run(args, ctx),
        Command::Edit(args) => edit::run(args, ctx),
        Command::Why(args) => why::run(args, ctx),
        Command::Timeline(args) => timeline::run(args, ctx),
        Command::Rights(args) => rights::run(args, ctx),
        Command::Letter(args) => letter::run(args, ctx),
        Command::Dossier(args) => dossier::run(args, ctx),
        Command::Offer(args) => offer::run(args, ctx),
        Command::Evidence(command) => evidence::run(command, ctx),
        Command::Close(args) => close::run(args, ctx),
        Command::Undo(args) => undo::run(args, ctx),
        Command::Forget(args) => forget::run(args, ctx),
        Command::Export(args) => export::run(args, ctx),
        Command::Import(args) => import::run(args, ctx),
        Command::Backup(args) => backup::run(args, ctx),
        Command::Restore(args) => restore::run(args, ctx),
        Command::Doctor(args) => doctor::run(args, ctx),
        Command::Playbook(command) => playbook::run(command, ctx),
    }
}

/// What stands below the help of a command: the words that it takes, with their meaning.
#[must_use]
pub fn after_help(command: &str, lang: &Lang) -> Option<String> {
    match command {
        "log" => {
            let events = words_of(lang, "events", EventKind::ALL, words::event);
            let channels = words_of(lang, "channels", Channel::ALL, words::channel);
            let answers = words_of(lang, "answers", AnswerKind::ALL, words::answer_kind);
            let remedies = words_of(lang, "remedies", Remedy::ALL, words::remedy);
            Some([events, channels, answers, remedies].join("\n"))
        }
        "edit" => {
            let facts = words_of(lang, "keys", FACTS, words::fact);
            let terms: Vec<&str> = Term::ALL.iter().map(|term| term.id()).collect();
            let terms = words_of(lang, "terms", &terms, words::fact);
            Some(format!(
                "{facts}\n{terms}\n{}\n",
                lang.text("command-help-other-keys")
            ))
        }
        "letter" => Some(words_of(
            lang,
            "letters",
            LetterKind::ALL,
            words::letter_kind,
        )),
        "dossier" => Some(words_of(
            lang,
            "addressees",
            Addressee::ALL,
            words::addressee,
        )),
        "offer" => {
            let channels = words_of(lang, "channels", Channel::ALL, words::channel);
            let remedies = words_of(lang, "remedies", Remedy::ALL, words::remedy);
            Some(remedies + "\n" + &channels)
        }
        "evidence-add" => Some(words_of(
            lang,
            "kinds",
            EvidenceKind::ALL,
            words::evidence_kind,
        )),
        "playbook-list" => {
            let kinds = words_of(
                lang,
                "playbook-kinds",
                PlaybookKind::ALL,
                words::playbook_kind,
            );
            Some(kinds + "\n" + &words_of(lang, "problems", Problem::ALL, words::problem))
        }
        "close" => Some(words_of(lang, "outcomes", Outcome::ALL, words::outcome)),
        _ => None,
    }
}

/// The members of a closed set, one line each: what to type, and what it means.
fn words_of<T: Copy + Display>(
    lang: &Lang,
    title: &str,
    members: &[T],
    name: impl Fn(T) -> Message,
) -> String {
    let width = members
        .iter()
        .map(|m| m.to_string().len())
        .max()
        .unwrap_or(0);
    let title = lang.text(&format!("command-help-{title}"));
    let lines = members
        .iter()
        .map(|m| format!("  {:<width$}  {}\n", m.to_string(), lang.say(&name(*m))));
    format!("{title}\n{}", lines.collect::<String>())
}
