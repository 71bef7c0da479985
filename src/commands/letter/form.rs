//! The forms of a letter: text, Markdown, HTML, a mail, JSON.

use anyhow::Result;
use serde::Serialize;

use crate::context::Context;
use crate::domain::evidence::Evidence;
use crate::domain::message::Message;
use crate::domain::party::Consumer;
use crate::error::{Exit, Failure};
use crate::export::eml::{self, Attachment, Mail};
use crate::export::{json, letter as page};
use crate::lang::Lang;
use crate::letters::Letter;
use crate::pdf::{self, LetterPage, PdfError};
use crate::settings;
use crate::store::StoredClaim;

use super::super::unwritten::unwritten;
use super::super::{evidence, view};
use super::{Args, Format, input, text};

/// Evidence that goes with a mail, because it was asked for by number.
#[derive(Debug, Default)]
pub(super) struct Attached {
    pieces: Vec<Evidence>,
}

impl Attached {
    /// Finds the pieces that were named.
    ///
    /// # Errors
    /// When the claim has no such evidence, or it is confidential and that was not meant.
    pub(super) fn of(
        named: &[String],
        confidential_too: bool,
        stored: &StoredClaim,
    ) -> Result<Attached> {
        let mut pieces: Vec<Evidence> = Vec::new();
        for text in named.iter().filter(|text| !text.trim().is_empty()) {
            let piece = evidence::found(stored, text)?;
            if piece.confidential && !confidential_too {
                let no = format!("E{}", piece.no);
                let what = Message::new("error-letter-confidential").with("no", no);
                let hint = Message::new("error-letter-confidential-hint");
                return Err(input::usage(what, Some(hint)));
            }
            if pieces.iter().all(|p| p.no != piece.no) {
                pieces.push(piece.clone());
            }
        }
        Ok(Attached { pieces })
    }

    pub(super) fn numbers(&self) -> Vec<u32> {
        self.pieces.iter().map(|piece| piece.no).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }
}

/// Refuses what a form cannot do, before anybody has worked on the text.
///
/// # Errors
/// When evidence or an address is given without a mail to carry it, a mail has no sender, or a file no folder.
pub(super) fn check(args: &Args, attached: &Attached, consumer: &Consumer) -> Result<()> {
    if args.format == Format::Pdf && !pdf::AVAILABLE {
        return Err(PdfError::NotBuilt.into());
    }
    let is_mail = args.format == Format::Eml;
    let refused = |key: &str| {
        let hint = Message::new("error-letter-attach-hint");
        Err(input::usage(Message::new(key), Some(hint)))
    };
    if !attached.is_empty() && !is_mail {
        return refused("error-letter-attach");
    }
    match &args.to {
        Some(_) if !is_mail && args.open.is_none() => return refused("error-letter-to"),
        Some(to) => check_address(to)?,
        None => {}
    }
    if is_mail && consumer.email.is_none() {
        let failure = Failure::new(Exit::Failed, Message::new("error-letter-no-sender"));
        return Err(failure.hint(Message::new("error-settings-hint")).into());
    }
    if let Some(out) = args.out.as_deref() {
        let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(Err(error)) = folder.map(std::fs::metadata) {
            return Err(unwritten(out, &error).into());
        }
    }
    Ok(())
}

/// A letter, and what its forms take beside it.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) letter: &'a Letter,
    pub(super) stored: &'a StoredClaim,
    pub(super) consumer: &'a Consumer,
    pub(super) to: Option<&'a str>,
    pub(super) attached: &'a Attached,
    /// It goes by registered letter.
    pub(super) registered: bool,
}

impl Page<'_> {
    /// Returns the letter in a form.
    ///
    /// # Errors
    /// When a mail has no sender or an attachment cannot be read.
    pub(super) fn bytes(&self, format: Format, ctx: &Context) -> Result<Vec<u8>> {
        Ok(match format {
            Format::Text => text(self.letter, self.stored, ctx).into_bytes(),
            Format::Md => page::in_markdown(&self.parts(&self.subject_line(ctx), ctx)).into_bytes(),
            Format::Html => page::in_html(&self.parts(&self.subject_line(ctx), ctx)).into_bytes(),
            Format::Pdf => self.pdf(ctx)?,
            Format::Eml => self.mail(ctx)?,
            Format::Json => self.json()?,
        })
    }

    fn subject_line(&self, ctx: &Context) -> String {
        super::subject_line(&self.letter.subject, self.stored, ctx)
    }

    fn parts<'p>(&'p self, subject_line: &'p str, ctx: &Context) -> page::Page<'p> {
        let heading = self.letter.heading.as_ref();
        page::Page {
            language: ctx.letter_language(self.stored.claim.language),
            subject: &self.letter.subject,
            subject_line,
            sender: heading.map_or(&[], |h| &h.sender),
            addressee: heading.map_or(&[], |h| &h.addressee),
            date: heading.map_or("", |h| &h.date),
            message: self.letter.message(),
        }
    }

    fn pdf(&self, ctx: &Context) -> Result<Vec<u8>> {
        let subject_line = self.subject_line(ctx);
        let parts = self.parts(&subject_line, ctx);
        let lang = Lang::new(parts.language);
        let made = pdf::letter(&LetterPage {
            language: parts.language,
            sender: parts.sender.to_vec(),
            addressee: parts.addressee.to_vec(),
            date: parts.date.to_owned(),
            mention: self.registered.then(|| lang.text("pdf-registered")),
            subject: parts.subject.to_owned(),
            subject_line: parts.subject_line.to_owned(),
            body: parts.message.to_owned(),
            on: ctx.today,
        })?;
        view::warn_unprintable(&made.unprintable, ctx);
        Ok(made.bytes)
    }

    fn json(&self) -> Result<Vec<u8>> {
        #[derive(Serialize)]
        struct Record<'a> {
            id: i64,
            kind: &'static str,
            subject: &'a str,
            body: &'a str,
        }
        let record = Record {
            id: self.stored.id,
            kind: self.letter.kind.id(),
            subject: &self.letter.subject,
            body: &self.letter.body,
        };
        let mut out = Vec::new();
        json::write_document(&mut out, "letter", &record)?;
        Ok(out)
    }

    fn mail(&self, ctx: &Context) -> Result<Vec<u8>> {
        let from = self.consumer.email.as_deref().unwrap_or_default();
        let mut attachments = Vec::new();
        for piece in &self.attached.pieces {
            attachments.push(Attachment {
                name: format!("E{}-{}", piece.no, piece.file_name()),
                media_type: piece
                    .media_type
                    .clone()
                    .unwrap_or_else(|| "application/octet-stream".to_owned()),
                bytes: evidence::bytes(self.stored, piece, ctx)?,
            });
        }
        let mail = Mail {
            from: (self.consumer.name.as_deref(), from),
            to: self.to,
            subject: &self.letter.subject,
            text: &self.letter.body,
            written_at: ctx.now,
            // Says nothing of the machine, and is the same for the same letter.
            message_id: format!(
                "{}.{}.{}@claimctl.invalid",
                self.stored.uid,
                self.letter.kind.id(),
                ctx.now.timestamp()
            ),
            attachments,
        };
        Ok(eml::write(mail)?)
    }
}

/// Refuses what is no address of a mailbox.
///
/// # Errors
/// When it is none.
pub(super) fn check_address(text: &str) -> Result<()> {
    match settings::address(text) {
        Some(_) => Ok(()),
        None => Err(input::usage(
            Message::new("error-letter-address").with("text", text),
            None,
        )),
    }
}
