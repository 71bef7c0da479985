//! What Typst may see: our templates, our fonts, the data of one document. No file, no network, no clock.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::{Datelike, NaiveDate};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::fonts::{self, Fonts};
use crate::pdf::PdfError;

/// What every template may import.
const COMMON: &str = include_str!("common.typ");

/// One document: a template and what it is filled with.
pub(super) struct Paper {
    library: LazyHash<Library>,
    fonts: &'static Fonts,
    main: FileId,
    sources: BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
    on: NaiveDate,
}

impl Paper {
    /// Begins a document of a day from the source of a template, which reads `/data.json`.
    pub(super) fn new(
        template: &str,
        data: &serde_json::Value,
        on: NaiveDate,
    ) -> Result<Paper, PdfError> {
        let main = id("main.typ")?;
        let common = id("common.typ")?;
        let sources = [
            ("main.typ", Source::new(main, template.to_owned())),
            ("common.typ", Source::new(common, COMMON.to_owned())),
        ];
        let mut paper = Paper {
            library: LazyHash::new(Library::default()),
            fonts: fonts::fonts(),
            main,
            sources: sources
                .map(|(name, source)| (name.to_owned(), source))
                .into(),
            files: BTreeMap::new(),
            on,
        };
        paper.add("data.json", data.to_string().into_bytes());
        Ok(paper)
    }

    /// Adds a file that the template reads.
    pub(super) fn add(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        self.files.insert(name.into(), Bytes::new(bytes));
    }

    /// Sets the pages and writes them as a PDF of a standard. The same document is the same bytes, on any day.
    pub(super) fn pdf(&self, standard: PdfStandard) -> Result<Vec<u8>, PdfError> {
        let refused = |errors: &[SourceDiagnostic]| PdfError::Refused {
            reason: words(errors),
        };
        let pages = typst::compile::<PagedDocument>(self).output;
        let pages = pages.map_err(|errors| refused(&errors))?;
        let standards = PdfStandards::new(&[standard]).map_err(|error| PdfError::Refused {
            reason: error.message().to_string(),
        })?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("claimctl".to_owned())),
            timestamp: midnight(self.on).map(Timestamp::new_utc),
            standards,
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&pages, &options).map_err(|errors| refused(&errors))?;
        // What Typst remembers of this document is of no use to the next one.
        typst::comemo::evict(0);
        Ok(bytes)
    }
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let name = id.vpath().get_without_slash();
        let source = self.sources.get(name).cloned();
        source.ok_or_else(|| FileError::NotFound(name.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = id.vpath().get_without_slash();
        let file = self.files.get(name).cloned();
        file.ok_or_else(|| FileError::NotFound(name.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        midnight(self.on)
    }
}

fn id(name: &str) -> Result<FileId, PdfError> {
    let path = VirtualPath::new(name).map_err(|error| PdfError::Refused {
        reason: error.to_string(),
    })?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

fn midnight(on: NaiveDate) -> Option<Datetime> {
    let month = u8::try_from(on.month()).ok()?;
    let day = u8::try_from(on.day()).ok()?;
    Datetime::from_ymd_hms(on.year(), month, day, 0, 0, 0)
}

/// Typst's own words, with its hints.
fn words(errors: &[SourceDiagnostic]) -> String {
    let mut words = String::new();
    for error in errors {
        let _ = write!(
            words,
            "{}{}",
            if words.is_empty() { "" } else { "; " },
            error.message
        );
        for hint in &error.hints {
            let _ = write!(words, " ({})", hint.v);
        }
    }
    words
}
