//! One file is one command: its help text, its arguments, and `run`.

pub mod close;
pub mod edit;
pub mod evidence;
pub mod export;
pub mod letter;
pub mod list;
pub mod log;
pub mod new;
pub mod next;
pub mod playbook;
pub mod show;
pub mod why;

mod changes;
mod desk;
mod input;
mod view;
mod walk;

use anyhow::Result;

use crate::context::Context;
use crate::error::Exit;

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
    Letter(letter::Args),
    #[command(subcommand)]
    Evidence(evidence::Command),
    Close(close::Args),
    Export(export::Args),
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
        Command::Letter(args) => letter::run(args, ctx),
        Command::Evidence(command) => evidence::run(command, ctx),
        Command::Close(args) => close::run(args, ctx),
        Command::Export(args) => export::run(args, ctx),
        Command::Playbook(command) => playbook::run(command, ctx),
    }
}
