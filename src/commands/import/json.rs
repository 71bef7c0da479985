//! Claims of our own JSON export. It has no files, and does not say when a fact was written.

use std::io::Read;

use anyhow::Result;

use super::super::answers_file;
use super::Args;
use super::arrival::Source;
use super::take::take;
use crate::answers::read_export;
use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure, system_cause};

/// The largest export that is read, in bytes: it is held in memory.
const LARGEST: u64 = 512 << 20;

/// Adds the claims of an export, or says what would come.
pub(super) fn run(args: &Args, whole: Box<dyn Read>, ctx: &Context) -> Result<Exit> {
    let file = args.from.display().to_string();
    let unreadable = || Message::new("error-read-file").with("file", file.as_str());
    let mut text = Vec::new();
    let read = whole.take(LARGEST + 1).read_to_end(&mut text);
    read.map_err(|error| Failure::new(Exit::Failed, unreadable()).because(system_cause(&error)))?;
    let refused =
        |why: &'static str| Failure::new(Exit::Usage, unreadable()).because(Message::new(why));
    if text.len() as u64 > LARGEST {
        return Err(refused("error-too-large").into());
    }
    let text = String::from_utf8(text).map_err(|_| refused("error-not-utf8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let claims = read_export(text, ctx.lang.language)
        .map_err(|problems| answers_file::refused(&file, &problems, ctx))?;
    take(args, &Source::Export(&claims), ctx)
}
