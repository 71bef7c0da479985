//! What the files of the evidence are today. Whatever is wrong with one is found, and stops nothing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::context::Context;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::letters::dossier::{self, Found, LARGEST_PICTURE, LONGEST_TEXT};
use crate::store::StoredClaim;
use crate::vault::{self, Condition, VaultError};

/// Looks at every piece of evidence that a dossier may name, by its number.
///
/// # Errors
/// When the platform names no folder and none was given.
pub(super) fn all(
    stored: &StoredClaim,
    confidential: bool,
    ctx: &Context,
) -> Result<BTreeMap<u32, Found>> {
    let mut all = BTreeMap::new();
    let evidence = stored.claim.evidence.iter();
    for piece in evidence.filter(|e| e.counts() && (confidential || !e.confidential)) {
        let found = match path(piece, ctx)? {
            Some(path) => look(piece, &path),
            None => Found::Missing,
        };
        all.insert(piece.no, found);
    }
    Ok(all)
}

/// Where the bytes of a piece of evidence lie.
///
/// # Errors
/// When the platform names no folder and none was given.
pub(super) fn path(piece: &Evidence, ctx: &Context) -> Result<Option<PathBuf>> {
    Ok(match piece.stored {
        true => ctx.vault()?.find(&piece.sha256),
        false => Some(PathBuf::from(&piece.path)),
    })
}

/// Looks at the file of a piece of evidence.
pub(super) fn look(piece: &Evidence, path: &Path) -> Found {
    let is_image = piece
        .media_type
        .as_deref()
        .is_some_and(|kind| kind.starts_with("image/"));
    let named_so = dossier::looks_like_a_picture(&piece.name);
    let is_text = is_text(piece) && piece.bytes <= LONGEST_TEXT;
    if !(is_text || (is_image || named_so) && piece.bytes <= LARGEST_PICTURE) {
        return match Condition::of(path, &piece.sha256) {
            Condition::Intact => Found::Whole,
            Condition::Missing => Found::Missing,
            Condition::Altered => Found::Altered,
            Condition::Unreadable => Found::Unreadable,
        };
    }
    let bytes = match vault::read(path, &piece.sha256) {
        Ok(bytes) => bytes,
        Err(VaultError::Missing(_)) => return Found::Missing,
        Err(VaultError::Altered(_)) => return Found::Altered,
        Err(_) => return Found::Unreadable,
    };
    if is_text {
        return match String::from_utf8(bytes) {
            Ok(text) => Found::Text(text),
            Err(_) => Found::Whole,
        };
    }
    match dossier::picture(bytes) {
        Some(picture) => Found::Picture(picture),
        // A picture of another kind, such as that of a telephone, is one all the same.
        None if named_so => Found::NoPicture,
        None => Found::Whole,
    }
}

/// Whether it is a message that was kept as a text.
pub(super) fn is_text(piece: &Evidence) -> bool {
    let name = piece.name.to_ascii_lowercase();
    matches!(piece.kind, EvidenceKind::Letter | EvidenceKind::Message)
        && (name.ends_with(".txt") || name.ends_with(".md"))
}
