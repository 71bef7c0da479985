//! Claims of another desk: a bundle, or a backup.

use std::io::Read;

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::store::{Access, Store, StoreError};
use crate::vault::Form;

use super::super::archives::{self, Wanted};
use super::Args;
use super::arrival::Source;
use super::take::take;

/// What importing wants of a file, and how it says that it did not get it. A backup holds claims too.
pub(super) const IMPORT: Wanted = Wanted {
    forms: &[Form::Bundle, Form::Backup],
    refused: "import-refused",
    refused_hint: "import-refused-hint",
    terminal_hint: "import-terminal-hint",
};

/// Adds the claims of a bundle or a backup, or says what would come.
pub(super) fn run(args: &Args, whole: Box<dyn Read>, ctx: &Context) -> Result<Exit> {
    let unpacked = archives::received(&args.from, &IMPORT, Some(whole), ctx)?;
    let there = Store::open_existing(&unpacked.desk, Access::Read)?;
    let Some(there) = there else {
        return Ok(Exit::Done);
    };
    take(args, &Source::Desk(&there, &unpacked), ctx).map_err(|error| {
        match error.downcast_ref::<StoreError>() {
            // It is the file that holds it, and not this desk: nothing of either was changed.
            Some(StoreError::Value { path, value }) if *path == unpacked.desk => {
                let what = Message::new(IMPORT.refused);
                let why = Message::new("exchange-unknown-value").with("value", value.as_str());
                Failure::new(
                    Exit::Failed,
                    what.with("file", args.from.display().to_string()),
                )
                .because(why)
                .hint(Message::new("exchange-unknown-value-hint"))
                .into()
            }
            _ => error,
        }
    })
}
