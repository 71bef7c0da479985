//! The records of evidence, in the order of their fields in the file.

use serde::Serialize;

use super::record::day;
use crate::domain::assess::Need;
use crate::domain::evidence::Evidence;
use crate::domain::language::Language;
use crate::domain::mail::Mail;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvidenceRecord {
    pub no: u32,
    pub kind: &'static str,
    pub name: String,
    pub sha256: String,
    pub bytes: u64,
    /// The type recognised from the content.
    pub media_type: Option<String>,
    /// What it proves.
    pub proves: Option<String>,
    pub taken_on: Option<String>,
    /// Whether the vault has a copy; else only path and hash are known.
    pub stored: bool,
    pub confidential: bool,
    pub removed_on: Option<String>,
    pub purged_on: Option<String>,
    /// The number of the message that it was attached to.
    pub part_of: Option<u32>,
    /// What it says of itself, where it is a mail.
    pub mail: Option<MailRecord>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MailRecord {
    pub message_id: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub subject: Option<String>,
    /// In the zone of whoever sent it.
    pub sent_at: Option<String>,
    /// How it begins.
    pub extract: Option<String>,
}

impl EvidenceRecord {
    /// Makes the record of a piece of evidence.
    #[must_use]
    pub fn new(evidence: &Evidence) -> EvidenceRecord {
        EvidenceRecord {
            no: evidence.no,
            kind: evidence.kind.id(),
            name: evidence.name.clone(),
            sha256: evidence.sha256.clone(),
            bytes: evidence.bytes,
            media_type: evidence.media_type.clone(),
            proves: evidence.note.clone(),
            taken_on: evidence.taken_on.map(day),
            stored: evidence.stored,
            confidential: evidence.confidential,
            removed_on: evidence.removed_on.map(day),
            purged_on: evidence.purged_on.map(day),
            part_of: evidence.part_of,
            mail: evidence.mail.as_ref().map(MailRecord::new),
        }
    }
}

impl MailRecord {
    fn new(mail: &Mail) -> MailRecord {
        MailRecord {
            message_id: mail.message_id.clone(),
            from: mail.from.clone(),
            to: mail.to.clone(),
            subject: mail.subject.clone(),
            sent_at: mail.sent_at.map(|at| at.to_rfc3339()),
            extract: mail.extract.clone(),
        }
    }
}

/// Evidence that a step needs, and the pieces that answer it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NeedRecord {
    pub what: String,
    pub step: &'static str,
    /// Any of these kinds will do.
    pub kinds: Vec<&'static str>,
    pub evidence: Vec<String>,
}

impl NeedRecord {
    /// Makes the record of what a step needs, in this language.
    #[must_use]
    pub fn new(need: &Need, language: Language) -> NeedRecord {
        NeedRecord {
            what: need.what.get(language).to_owned(),
            step: need.step.id(),
            kinds: need.kinds.iter().map(|kind| kind.id()).collect(),
            evidence: need.pieces.iter().map(|no| format!("E{no}")).collect(),
        }
    }
}
