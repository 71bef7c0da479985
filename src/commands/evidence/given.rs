//! A file on its way into a claim, and what comes out of it where it is a mail.

use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::NaiveDate;

use crate::context::Context;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::vault::{self, FileFacts, Incoming, MailFile, Reading};

use super::super::desk::Piece;
use super::super::view;

/// A file to add.
#[derive(Debug)]
pub(crate) struct Given {
    file: PathBuf,
    pub(crate) piece: Piece,
    /// What is attached to it.
    pub(crate) parts: Vec<Piece>,
    /// What it says, where it is a mail; its attachments are taken out.
    pub(crate) mail: Option<MailFile>,
}

/// Reads a file, and copies it into the vault, where it waits for its row; or notes only its path and hash. A mail gives
/// what is attached to it too.
///
/// # Errors
/// When it cannot be read or copied.
pub(crate) fn given(
    ctx: &Context,
    file: &Path,
    kind: Option<EvidenceKind>,
    link: bool,
) -> Result<Given> {
    let mut piece = match link {
        true => linked(file)?,
        false => taken_in(ctx, file)?,
    };
    let said_to_be = file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("eml"));
    let bytes = piece.copy.as_ref().map_or(file, Incoming::path);
    let name = view::clean(&piece.evidence.name);
    let say = |message: Message| {
        ctx.ui
            .status(&ctx.say(&message.with("name", name.as_str())))
    };
    let of_outlook = file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("msg"));
    let mut mail = match vault::read_mail(bytes, said_to_be) {
        Reading::Mail(mail) => Some(*mail),
        Reading::TooLarge => {
            say(Message::new("command-mail-too-large"));
            None
        }
        Reading::Mailbox => {
            say(Message::new("command-mail-mailbox"));
            None
        }
        Reading::NoMail => {
            if said_to_be {
                say(Message::new("command-mail-none"));
            } else if of_outlook {
                say(Message::new("command-mail-outlook"));
            }
            None
        }
    };
    piece.evidence.mail = mail.as_ref().map(|mail| mail.about.clone());
    piece.evidence.kind = kind.unwrap_or_else(|| likely_kind(&piece.evidence));
    let mut parts = Vec::new();
    if let Some(mail) = &mut mail {
        let attached = std::mem::take(&mut mail.attachments);
        if link && !attached.is_empty() {
            say(Message::new("command-mail-linked"));
        }
        if mail.left > 0 {
            let left = i64::try_from(mail.left).unwrap_or(i64::MAX);
            say(Message::new("command-mail-left").with("count", left));
        }
        for part in attached.into_iter().filter(|_| !link) {
            let copy = ctx.vault()?.take_in_bytes(&part.bytes, &part.name)?;
            parts.push(kept(String::new(), part.name, copy));
        }
    }
    Ok(Given {
        file: file.to_owned(),
        piece,
        parts,
        mail,
    })
}

/// Where a file stands among the pieces that several files gave.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) at: usize,
    pub(crate) file: PathBuf,
    pub(crate) mail: Option<MailFile>,
}

/// All the pieces of several files, each message before what is attached to it; and the place of each file among them.
pub(crate) fn pieces(all: Vec<Given>) -> (Vec<Piece>, Vec<Place>) {
    let mut pieces = Vec::new();
    let mut places = Vec::new();
    for Given {
        file,
        piece,
        parts,
        mail,
    } in all
    {
        let at = pieces.len();
        places.push(Place { at, file, mail });
        pieces.push(piece);
        pieces.extend(parts.into_iter().map(|part| Piece {
            of: Some(at),
            ..part
        }));
    }
    (pieces, places)
}

fn taken_in(ctx: &Context, file: &Path) -> Result<Piece> {
    let name = name_of(file);
    let total = std::fs::metadata(file).map_or(0, |about| about.len());
    let progress = ctx.ui.progress(&view::clean(&name), total);
    let copy = ctx
        .vault()?
        .take_in(file, &mut |done| progress.done(done))?;
    Ok(kept(absolute(file), name, copy))
}

/// Makes evidence of a text that the desk wrote and the user sent on a day.
///
/// # Errors
/// When it cannot be copied into the vault.
pub(crate) fn written(
    ctx: &Context,
    name: &str,
    text: &str,
    about: &str,
    on: NaiveDate,
) -> Result<Piece> {
    let copy = ctx.vault()?.take_in_bytes(text.as_bytes(), name)?;
    let mut piece = kept(String::new(), name.to_owned(), copy);
    piece.evidence.kind = EvidenceKind::Letter;
    piece.evidence.note = Some(about.to_owned());
    piece.evidence.taken_on = Some(on);
    Ok(piece)
}

fn kept(path: String, name: String, copy: Incoming) -> Piece {
    let mut evidence = evidence(path, name, copy.facts().clone(), true);
    evidence.kind = likely_kind(&evidence);
    Piece {
        evidence,
        copy: Some(copy),
        of: None,
    }
}

/// Reads what there is to know of a file of which no copy is made.
fn linked(file: &Path) -> Result<Piece> {
    if file.to_str().is_none() {
        // A path that is no text could not be found again.
        let what = Message::new("error-read-file").with("file", file.display().to_string());
        return Err(Failure::new(Exit::Usage, what)
            .because(Message::new("error-name-not-utf8"))
            .into());
    }
    let facts = vault::inspect(file)?;
    Ok(Piece {
        evidence: evidence(absolute(file), name_of(file), facts, false),
        copy: None,
        of: None,
    })
}

fn evidence(path: String, name: String, facts: FileFacts, stored: bool) -> Evidence {
    Evidence {
        no: 0,
        kind: EvidenceKind::Other,
        name,
        path,
        stored,
        sha256: facts.sha256,
        bytes: facts.bytes,
        media_type: facts.media_type,
        note: None,
        taken_on: None,
        confidential: false,
        removed_on: None,
        purged_on: None,
        part_of: None,
        mail: None,
    }
}

/// What a file is most likely, by its content; only what its type tells.
fn likely_kind(evidence: &Evidence) -> EvidenceKind {
    match evidence.media_type.as_deref() {
        _ if evidence.mail.is_some() => EvidenceKind::Message,
        Some(kind) if kind.starts_with("video/") => EvidenceKind::Video,
        _ => EvidenceKind::Other,
    }
}

fn absolute(file: &Path) -> String {
    let path = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    path.to_string_lossy().into_owned()
}

fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    name.to_string_lossy().into_owned()
}
