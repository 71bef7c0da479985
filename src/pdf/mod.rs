//! Pages for printing and for others to open: PDF. Typst makes them, and comes only with the cargo feature `pdf`; without
//! it everything here says so.

mod error;
mod page;
#[cfg(feature = "pdf")]
mod typeset;

pub use error::PdfError;
pub use page::{Edition, LetterPage, Original, Originals, Pdf};

use crate::letters::dossier::Report;

/// Whether this build makes PDFs.
pub const AVAILABLE: bool = cfg!(feature = "pdf");

/// Sets a letter on A4 pages, with the address where the windows of envelopes are.
///
/// # Errors
/// When this build makes no PDF, or when the page cannot be set.
#[cfg(feature = "pdf")]
pub fn letter(page: &LetterPage) -> Result<Pdf, PdfError> {
    typeset::letter(page)
}

/// Says that this build makes no PDF.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pdf"))]
pub fn letter(_: &LetterPage) -> Result<Pdf, PdfError> {
    Err(PdfError::NotBuilt)
}

/// Sets dossiers on A4 pages: what is missing, their parts, and the exhibits with their number on every page. One dossier
/// alone has no page before it.
///
/// # Errors
/// When this build makes no PDF, or when the pages cannot be set. What cannot be shown of an exhibit is no error: the
/// dossier says so on its first page.
#[cfg(feature = "pdf")]
pub fn report(report: &Report, originals: &Originals, edition: Edition) -> Result<Pdf, PdfError> {
    typeset::report(report, originals, edition)
}

/// Says that this build makes no PDF.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pdf"))]
pub fn report(_: &Report, _: &Originals, _: Edition) -> Result<Pdf, PdfError> {
    Err(PdfError::NotBuilt)
}
