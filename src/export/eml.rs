//! A letter as a mail that is ready to be sent: RFC 5322, with what is attached.

use chrono::{DateTime, Utc};
use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;

/// What a mail is made from.
#[derive(Debug, Clone)]
pub struct Mail<'a> {
    /// Name, where it is known, and address.
    pub from: (Option<&'a str>, &'a str),
    pub to: Option<&'a str>,
    pub subject: &'a str,
    pub text: &'a str,
    pub written_at: DateTime<Utc>,
    /// Unique and lasting, without the brackets.
    pub message_id: String,
    pub attachments: Vec<Attachment>,
}

/// A file that goes with a mail.
#[derive(Debug, Clone)]
pub struct Attachment {
    pub name: String,
    /// As `image/png`.
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// Writes a mail. Mail programs open it as a draft.
///
/// # Errors
/// When it cannot be encoded.
pub fn write(mail: Mail<'_>) -> std::io::Result<Vec<u8>> {
    let (name, address) = mail.from;
    let builder = MessageBuilder::new();
    let builder = match name {
        Some(name) => builder.from((name, address)),
        None => builder.from(address),
    };
    let mut builder = builder
        .subject(mail.subject)
        .date(mail.written_at.timestamp())
        .message_id(mail.message_id)
        .header("X-Unsent", Raw::new("1"))
        .text_body(mail.text);
    if let Some(to) = mail.to {
        builder = builder.to(to);
    }
    for part in mail.attachments {
        builder = builder.attachment(part.media_type, part.name, part.bytes);
    }
    builder.write_to_vec()
}
