//! Handing a letter over: to the clipboard, to the mail program.

use anyhow::Result;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::letters::Letter;

use super::{input, view};

/// The longest address of a draft that systems pass on, in bytes.
#[cfg(windows)]
const LONGEST_ADDRESS: usize = 2_000;
#[cfg(not(windows))]
const LONGEST_ADDRESS: usize = 100_000;

/// Puts the body on the clipboard, and says the subject, which has a field of its own everywhere.
///
/// # Errors
/// When there is no clipboard that can be reached.
pub(super) fn copy(letter: &Letter, ctx: &Context) -> Result<()> {
    if let Err(error) = ctx.ui.copy(&letter.body) {
        let failure = Failure::new(Exit::Failed, Message::new("error-letter-copy"))
            .because(Message::new(match error.kind() {
                std::io::ErrorKind::InvalidInput => "error-letter-copy-long",
                _ => "error-letter-copy-none",
            }))
            .hint(Message::new("error-letter-copy-hint"));
        return Err(failure.into());
    }
    let said = Message::new("command-letter-copied").with("subject", view::clean(&letter.subject));
    ctx.ui.status(&ctx.say(&said));
    Ok(())
}

/// Opens a draft in the mail program. An address of a draft cannot carry files.
///
/// # Errors
/// When it cannot carry what was asked for, or no program can be started.
pub(super) fn open_mail(
    letter: &Letter,
    to: Option<&str>,
    has_attachments: bool,
    ctx: &Context,
) -> Result<()> {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let address = format!(
        "mailto:{}?subject={}&body={}",
        to.map(|to| encoded(to).replace("%40", "@"))
            .unwrap_or_default(),
        encoded(&letter.subject),
        encoded(&letter.body.replace('\n', "\r\n")),
    );
    if has_attachments || address.len() > LONGEST_ADDRESS {
        let key = match has_attachments {
            true => "error-letter-draft-attach",
            false => "error-letter-draft-long",
        };
        let hint = Message::new("error-letter-attach-hint");
        return Err(input::usage(Message::new(key), Some(hint)));
    }
    open::that_detached(&address).map_err(|_| {
        Failure::new(Exit::Failed, Message::new("error-letter-draft"))
            .because(Message::new("error-no-program"))
            .hint(Message::new("error-letter-draft-hint"))
    })?;
    ctx.ui.status(&ctx.lang.text("command-letter-opened"));
    Ok(())
}
