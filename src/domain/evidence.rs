//! Proof: what a file is and what it proves.

use chrono::NaiveDate;

use super::closed_set::closed_set;
use super::mail::Mail;

closed_set! {
    /// What a piece of evidence is.
    EvidenceKind {
        Photo = "photo",
        Screenshot = "screenshot",
        Video = "video",
        Receipt = "receipt",
        Invoice = "invoice",
        Contract = "contract",
        Message = "message",
        /// What the desk wrote and the user sent, word for word. It proves the words, not that they were sent.
        Letter = "letter",
        Tracking = "tracking",
        ProofOfSending = "proof-of-sending",
        Statement = "statement",
        Certificate = "certificate",
        Other = "other",
    }
}

/// One file that proves something, cited as E1, E2, ...
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its number within the claim, from 1 (E1).
    pub no: u32,
    pub kind: EvidenceKind,
    /// The file's name, without its folder.
    pub name: String,
    /// Where the file stood when it was added, as the user gave it, made absolute.
    pub path: String,
    /// Whether the vault has a copy; else only the path and the hash are known.
    pub stored: bool,
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    pub sha256: String,
    pub bytes: u64,
    /// The type recognised from the content, such as `image/png`.
    pub media_type: Option<String>,
    /// What it proves.
    pub note: Option<String>,
    /// The day of the picture or of the paper, as the user says it.
    pub taken_on: Option<NaiveDate>,
    pub confidential: bool,
    /// The day on which it was taken out of the claim; the file is kept.
    pub removed_on: Option<NaiveDate>,
    /// The day on which the file was deleted for good; hash, kind and days remain.
    pub purged_on: Option<NaiveDate>,
    /// The number of the message that it was attached to.
    pub part_of: Option<u32>,
    /// What it says of itself, where it is a mail.
    pub mail: Option<Mail>,
}

impl Evidence {
    /// Whether it can still prove something: neither removed nor purged.
    #[must_use]
    pub const fn counts(&self) -> bool {
        self.removed_on.is_none() && self.purged_on.is_none()
    }

    /// Returns the name of its file as it can be written anywhere: it came from a user, a mail or another machine.
    #[must_use]
    pub fn file_name(&self) -> String {
        let name: String = self
            .name
            .chars()
            .map(|c| match c {
                '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
                c if c.is_control() => '_',
                // Marks that turn the order of letters around would make one ending look like another.
                '\u{200e}'
                | '\u{200f}'
                | '\u{061c}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}' => '_',
                c => c,
            })
            .collect();
        let name = name
            .trim_start_matches(['.', '-', ' '])
            .trim_end_matches([' ', '.']);
        let name: String = name.chars().take(100).collect();
        match name.is_empty() {
            true => format!("E{}", self.no),
            false => name,
        }
    }

    /// Whether only another desk has the file: all that came is what is known of it.
    #[must_use]
    pub const fn is_elsewhere(&self) -> bool {
        !self.stored && self.path.is_empty() && self.purged_on.is_none()
    }
}
