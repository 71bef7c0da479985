//! Dossiers on pages, with the evidence itself.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::context::Context;
use crate::letters::dossier::{Found, Report};
use crate::pdf::{self, Edition, Original, Originals, Pdf, PdfError};
use crate::store::StoredClaim;
use crate::vault::Condition;

use crate::commands::view;

use super::{Wanted, found, gather, make_of};

/// Makes the dossiers of claims, and sets them as a PDF.
///
/// # Errors
/// When this build makes no PDF, when the playbooks or the settings cannot be read, or when the pages cannot be set.
pub(in crate::commands) fn pdf(
    stored: &[StoredClaim],
    wanted: Wanted,
    edition: Edition,
    ctx: &Context,
) -> Result<(Report, Pdf)> {
    if !pdf::AVAILABLE {
        return Err(PdfError::NotBuilt.into());
    }
    let mut originals = Originals::new();
    let report = gather(stored, ctx, |one, assessment, language| {
        let found = paged(one, wanted.confidential, &mut originals, ctx)?;
        // Whatever cannot be shown is said by the pages themselves.
        let wanted = Wanted {
            beside: true,
            ..wanted
        };
        make_of(&found, one, assessment, wanted, language, ctx)
    })?;
    let made = pdf::report(&report, &originals, edition)?;
    view::warn_unprintable(&made.unprintable, ctx);
    Ok((report, made))
}

/// Looks at the evidence of a claim, and notes where the files are that are what they were.
fn paged(
    stored: &StoredClaim,
    confidential: bool,
    originals: &mut Originals,
    ctx: &Context,
) -> Result<BTreeMap<u32, Found>> {
    let mut all = BTreeMap::new();
    let evidence = stored.claim.evidence.iter();
    for piece in evidence.filter(|e| e.counts() && (confidential || !e.confidential)) {
        let path = found::path(piece, ctx)?;
        let found = match &path {
            Some(path) if found::is_text(piece) => found::look(piece, path),
            Some(path) => match Condition::of(path, &piece.sha256) {
                Condition::Intact => Found::Paged,
                Condition::Missing => Found::Missing,
                Condition::Altered => Found::Altered,
                Condition::Unreadable => Found::Unreadable,
            },
            None => Found::Missing,
        };
        let is_there = matches!(found, Found::Paged | Found::Whole | Found::Text(_));
        if let Some(file) = path.filter(|_| is_there) {
            let original = Original {
                name: piece.name.clone(),
                media_type: piece.media_type.clone(),
                file,
            };
            originals.insert((stored.id, piece.no), original);
        }
        all.insert(piece.no, found);
    }
    Ok(all)
}
