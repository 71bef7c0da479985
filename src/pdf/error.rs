//! Why there is no PDF.

use crate::domain::message::Message;

/// Why a PDF cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The program was built without the feature `pdf`.
    #[error("this build makes no PDF")]
    NotBuilt,
    /// Typst gave up: its own words.
    #[error("the pages cannot be set: {reason}")]
    Refused { reason: String },
}

impl PdfError {
    /// Says what is wrong.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            PdfError::NotBuilt => Message::new("pdf-not-built"),
            PdfError::Refused { reason } => {
                Message::new("pdf-refused").with("reason", reason.as_str())
            }
        }
    }

    /// Says how to get a program that makes PDFs.
    #[must_use]
    pub fn hint(&self) -> Option<Message> {
        match self {
            PdfError::NotBuilt => Some(Message::new("pdf-hint-build")),
            PdfError::Refused { .. } => None,
        }
    }
}
