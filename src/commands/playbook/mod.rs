//! `claimctl playbook`: the knowledge that claims are assessed by: list it, show it, write and check one's own.

pub mod check;
pub mod list;
pub mod new;
pub mod schema;
pub mod show;

mod stale;

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::domain::playbook::{Origin, Playbook};
use crate::error::Exit;

/// What can be done with playbooks.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    List(list::Args),
    Show(show::Args),
    Check(check::Args),
    New(new::Args),
    Schema,
}

/// Runs a command on playbooks.
///
/// # Errors
/// When there is no such playbook, a file cannot be read or written, or one does not hold.
pub fn run(command: &Command, ctx: &Context) -> Result<Exit> {
    match command {
        Command::List(args) => list::run(args, ctx),
        Command::Show(args) => show::run(args, ctx),
        Command::Check(args) => check::run(args, ctx),
        Command::New(args) => new::run(args, ctx),
        Command::Schema => schema::run(ctx),
    }
}

/// Where a playbook comes from, in words.
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
