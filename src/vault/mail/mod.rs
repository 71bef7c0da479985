//! A mail: what its header says, how it begins, and what is attached to it.
//!
//! The tree of parts is walked here, within bounds; the crate decodes single fields and bodies. A hostile mail can nest
//! and repeat what it wants: it is kept as a file, and no more of it is read than the bounds allow.

mod decode;
mod fields;
mod names;
mod parts;
#[cfg(test)]
mod tests;
mod text;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::domain::mail::Mail;

use fields::Block;
use parts::Walk;

/// The largest file that is read as a mail.
const MOST_BYTES: u64 = 50 * 1024 * 1024;

/// How much of a file is looked at before it is read whole.
const FIRST_LOOK: u64 = 4096;

/// The longest header of a mail.
const LONGEST_HEADER: usize = 256 * 1024;

/// What a file turned out to be.
#[derive(Debug)]
pub enum Reading {
    Mail(Box<MailFile>),
    /// It begins like a mail and is too large to be read as one.
    TooLarge,
    /// Several mails in one file.
    Mailbox,
    NoMail,
}

/// A mail as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailFile {
    pub about: Mail,
    /// The addresses that it names as its authors, in small letters.
    pub senders: Vec<String>,
    /// The addresses that it went to, in small letters.
    pub recipients: Vec<String>,
    /// Whether it says that it answers another.
    pub is_reply: bool,
    /// Whether it says that no person wrote it: an acknowledgement, an absence, a failure to deliver.
    pub is_automatic: bool,
    pub attachments: Vec<Attachment>,
    /// How many attachments more there are than are taken out.
    pub left: usize,
}

/// A file in a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, made safe: no folder, no sign that hides what it is.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Reads a file as a mail, if it is one. `said_to_be` is whether its name says so: then less of a header is enough.
#[must_use]
pub fn read_mail(path: &Path, said_to_be: bool) -> Reading {
    let Ok(mut file) = File::open(path) else {
        return Reading::NoMail;
    };
    let mut first = Vec::new();
    let looked = file.by_ref().take(FIRST_LOOK).read_to_end(&mut first);
    if looked.is_err() || !fields::begins_one(&first) {
        return Reading::NoMail;
    }
    let bytes = match fs::metadata(path) {
        Ok(about) if about.len() > MOST_BYTES => {
            let begins = Block::read(fields::after_mbox_line(&first), LONGEST_HEADER);
            let from = begins.is_some_and(|block| block.has("from"));
            return match said_to_be || from {
                true => Reading::TooLarge,
                false => Reading::NoMail,
            };
        }
        _ => fs::read(path).unwrap_or_default(),
    };
    if fields::is_mailbox(&bytes) {
        return Reading::Mailbox;
    }
    match parse(&bytes, said_to_be) {
        Some(mail) => Reading::Mail(Box::new(mail)),
        None => Reading::NoMail,
    }
}

/// Reads a mail from its bytes; `None` when they are none.
fn parse(bytes: &[u8], said_to_be: bool) -> Option<MailFile> {
    let block = Block::read(fields::after_mbox_line(bytes), LONGEST_HEADER)?;
    let header = decode::header(&block);
    let has_id = header.message_id.is_some();
    let sent_at = block.get("date").and_then(decode::instant);
    let senders = decode::addresses(&header.from);
    let enough = match said_to_be {
        true => has_id || block.has("date") || !header.from.is_empty(),
        // A note that begins with « Date: » is no mail.
        false => block.is_clean() && !senders.is_empty() && (has_id || sent_at.is_some()),
    };
    if !enough {
        return None;
    }
    let is_reply = block.has("in-reply-to")
        || block.has("references")
        || header.subject.as_deref().is_some_and(decode::answers);
    let mut walk = Walk::default();
    walk.message(&block);
    Some(MailFile {
        senders,
        recipients: decode::addresses(&header.to),
        about: Mail {
            message_id: header.message_id,
            from: decode::named(&header.from),
            to: decode::named(&header.to),
            subject: header.subject,
            sent_at,
            extract: text::extract(walk.plain.as_deref(), walk.html.as_deref()),
        },
        is_reply,
        is_automatic: block
            .get("auto-submitted")
            .is_some_and(decode::is_automatic),
        attachments: walk.attachments,
        left: walk.left,
    })
}
