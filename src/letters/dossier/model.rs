//! A dossier as data: what it says, in the order in which it is said, and not how it looks. Every text is in the language
//! of the dossier, on one line unless said otherwise, and is nothing but text.

use std::sync::Arc;

use chrono::NaiveDate;

use super::found::Picture;
use crate::domain::addressee::Addressee;
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::timeline::Timeline;

/// Several dossiers for one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub title: String,
    pub language: Language,
    pub made_on: NaiveDate,
    /// One row for each dossier, in their order.
    pub contents: Table,
    pub dossiers: Vec<Dossier>,
}

/// A claim for somebody who does not know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// The number of the claim.
    pub no: i64,
    pub title: String,
    /// For whom it is, and of which day.
    pub subtitle: String,
    pub language: Language,
    pub addressee: Addressee,
    pub made_on: NaiveDate,
    /// What stands above the gaps; that there are none, where there are none.
    pub gaps_title: String,
    pub gaps: Vec<Gap>,
    /// What is not in the dossier, for a reason that is no fault of anybody's.
    pub apart: Vec<Gap>,
    /// What a stranger has to know, on the first page.
    pub summary: Section,
    pub sections: Vec<Section>,
}

/// Something that the dossier lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub text: String,
    /// The same for whoever made the dossier, in their own language, and what to type about it.
    pub message: Message,
    pub hint: Option<Message>,
}

/// A part under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// A word that is unique in the dossier.
    pub id: &'static str,
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(String),
    List(Vec<String>),
    Facts(Vec<Fact>),
    Table(Table),
    Checklist(Vec<Check>),
    Letter(Letter),
    Exhibit(Exhibit),
    /// A picture of the claim in time: what happened, and every window. What it says, tables say too.
    Timeline(Timeline),
}

/// A label and what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    /// One line or more.
    pub lines: Vec<String>,
}

/// A table with a row of headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<String>,
    /// The columns of numbers, from 0: they stand to the right.
    pub numbers: Vec<usize>,
    pub rows: Vec<Vec<Cell>>,
    /// The last row is the sum of the others.
    pub sums_up: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Source(Source),
    /// The numbers of exhibits.
    Exhibits(Vec<u32>),
    /// A dossier of the same report: the number of its claim and its title.
    Dossier(i64, String),
}

/// Where a rule is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    /// The page, where it is one of the web.
    pub url: Option<String>,
}

/// A line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    pub done: bool,
    /// `done`, `missing`, in words.
    pub state: String,
    pub text: String,
    pub detail: Option<String>,
}

/// A message that was sent, word for word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub heading: String,
    pub facts: Vec<Fact>,
    /// The lines of the text, where it is known.
    pub body: Option<Vec<String>>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit {
    pub no: u32,
    pub heading: String,
    pub facts: Vec<Fact>,
    pub sha256: String,
    pub bytes: u64,
    /// The path of the file beside the dossier, with `/`.
    pub file: Option<String>,
    pub picture: Option<Picture>,
    /// What is in the picture, for whoever does not see it.
    pub described: String,
}

impl Table {
    /// Makes a table of texts without numbers.
    pub(super) fn new(caption: String, columns: Vec<String>) -> Table {
        Table {
            caption,
            columns,
            numbers: Vec::new(),
            rows: Vec::new(),
            sums_up: false,
        }
    }
}

impl Fact {
    /// Makes a fact of one line.
    pub(super) fn new(label: String, line: String) -> Fact {
        Fact {
            label,
            lines: vec![line],
        }
    }
}

impl Picture {
    /// Returns the bytes, which the dossier shares with whoever read them.
    #[must_use]
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }
}
