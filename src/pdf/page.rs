//! What is set on pages, before anybody knows how.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::language::Language;

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
    /// One line.
    pub subject: String,
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
}

/// A document of several pages for others to read, with the proofs at its end. The texts stand there as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePages {
    pub language: Language,
    /// One line.
    pub title: String,
    /// Who made it, where that is known.
    pub author: Option<String>,
    /// What is missing, in front of everything else.
    pub gaps: Vec<String>,
    pub sections: Vec<Section>,
    pub exhibits: Vec<Exhibit>,
    /// The day that the document says it was made on.
    pub on: NaiveDate,
}

/// A part of a document under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// What stands below a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    Paragraph(String),
    List(Vec<String>),
    /// Labels and what stands beside them.
    Facts(Vec<(String, String)>),
    Table(Table),
    /// Words as they were written, with their line breaks.
    Quote(String),
}

/// A table with a head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    pub head: Vec<String>,
    /// Of which columns the numbers stand at the right.
    pub right: Vec<bool>,
    pub rows: Vec<Vec<String>>,
}

/// A proof as a document shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit {
    /// `E3`
    pub label: String,
    /// What it is: `Facture, 12 novembre 2026`
    pub title: String,
    /// What else is said of it: what it proves, its hash.
    pub lines: Vec<String>,
    /// The file's name, without its folder.
    pub name: String,
    /// The type recognised from the content, such as `image/png`.
    pub media_type: Option<String>,
    /// Where its bytes are; none when they cannot be had.
    pub file: Option<PathBuf>,
}

/// What a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// PDF 1.7, small, with the pages of exhibits that are PDFs themselves.
    Reading,
    /// PDF/A-3a, with the exhibits' own files attached.
    Archive,
}
