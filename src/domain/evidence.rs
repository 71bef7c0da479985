//! Proof: what a file is and what it proves.

use chrono::NaiveDate;

use super::closed_set::closed_set;

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
    /// Where the file stands, as the user gave it, made absolute.
    pub path: String,
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    pub sha256: String,
    pub bytes: u64,
    /// The type recognised from the content, such as `image/png`.
    pub media_type: Option<String>,
    pub note: Option<String>,
    pub confidential: bool,
    pub purged_on: Option<NaiveDate>,
}
