//! A letter on paper.

use serde_json::json;
use typst_pdf::PdfStandard;

use super::plain::Plain;
use super::world::Paper;
use crate::pdf::{LetterPage, Pdf, PdfError};

/// Sets a letter.
pub(in crate::pdf) fn letter(page: &LetterPage) -> Result<Pdf, PdfError> {
    let mut plain = Plain::default();
    let data = json!({
        "language": page.language.id(),
        "title": plain.line(&page.subject),
        "sender": plain.column(&page.sender),
        "addressee": plain.column(&page.addressee),
        "date": plain.line(&page.date),
        "mention": page.mention.as_deref().map(|text| plain.line(text)),
        "subject": plain.line(&page.subject_line),
        "paragraphs": plain.paragraphs(&page.body),
    });
    let paper = Paper::new(include_str!("letter.typ"), &data, page.on)?;
    Ok(Pdf {
        bytes: paper.pdf(PdfStandard::V_1_7)?,
        unprintable: plain.lost(),
        missing: Vec::new(),
    })
}
