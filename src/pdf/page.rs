//! What is set on pages, before anybody knows how.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::message::Message;

/// A letter in the parts that have places of their own on a printed page. The texts stand there as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterPage {
    pub language: Language,
    /// Name, address and how to be reached; may be empty.
    pub sender: Vec<String>,
    /// Name and address of the other side; may be empty.
    pub addressee: Vec<String>,
    /// `Le 20 novembre 2026`
    pub date: String,
    /// How it is sent, where that is said: `Lettre recommandée avec avis de réception`
    pub mention: Option<String>,
    /// One line, as the document's title.
    pub subject: String,
    /// The same with its word: `Objet : …`
    pub subject_line: String,
    /// Paragraphs with blank lines between them, from the salutation to what is enclosed.
    pub body: String,
    /// The day that the document says it was made on.
    pub on: NaiveDate,
}

/// A finished document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    /// The characters that no font here has, each once; a sign of the same kind stands in their place.
    pub unprintable: Vec<char>,
    /// What of the exhibits is neither shown nor attached; the first page says so.
    pub missing: Vec<Message>,
}

/// The file of a piece of evidence, whole and unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The file's name, without its folder.
    pub name: String,
    /// The type recognised from the content, such as `image/png`.
    pub media_type: Option<String>,
    /// Where its bytes are.
    pub file: PathBuf,
}

/// The files that can be had, by the number of the claim and that of the evidence.
pub type Originals = BTreeMap<(i64, u32), Original>;

/// What a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// PDF 1.7, small, with the pages of exhibits that are PDFs themselves.
    Reading,
    /// PDF/A-3a, with the exhibits' own files attached.
    Archive,
}

impl Edition {
    /// Returns the one for keeping, or the one for reading.
    #[must_use]
    pub const fn kept(archive: bool) -> Edition {
        if archive {
            Edition::Archive
        } else {
            Edition::Reading
        }
    }
}
