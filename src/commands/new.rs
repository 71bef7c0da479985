//! `claimctl new`: a claim from the walk, or from an answers file.

use anyhow::Result;

use crate::answers::{self, Format};
use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure, system_cause};
use crate::ui::WriteError;

use super::{answers_file, desk, walk};

/// The arguments of `new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file with the answers; `-` for standard input.
    #[arg(long, value_name = "FILE")]
    answers: Option<String>,
}

/// Makes a claim.
///
/// # Errors
/// When the answers do not hold, or the desk cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    match &args.answers {
        Some(file) => from_answers(file, ctx),
        None => walk::begin(ctx),
    }
}

fn from_answers(file: &str, ctx: &Context) -> Result<Exit> {
    let text = answers_file::read(file)?;
    let library = ctx.library()?;
    let format = Format::guess(file, &text);
    let read = answers::read(&text, format, library, ctx.today, ctx.lang.language);
    let answers = read.map_err(|problems| answers_file::refused(file, &problems, ctx))?;
    let stored = desk::create(ctx, &answers.claim, None, &answers.events)?;
    let printed = ctx.ui.out(&format!("{}\n", stored.id));
    printed.map_err(|error| match error {
        WriteError::Closed => anyhow::Error::from(error),
        // The claim is there: whoever tries again would have it twice.
        WriteError::Failed(error) => Failure::new(Exit::Failed, Message::new("error-output"))
            .because(system_cause(&error))
            .hint(Message::new("error-stored-all-the-same").with("id", stored.id.to_string()))
            .into(),
    })?;
    Ok(Exit::Done)
}
