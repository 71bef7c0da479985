//! A copy of a copy, out of the vault.

use std::io;
use std::path::Path;

use super::copy::facts;
use super::error::VaultError;
use super::inspect::open;

/// Reads a file that must have this hash.
///
/// # Errors
/// When it cannot be read or is not what it was.
pub fn read(from: &Path, sha256: &str) -> Result<Vec<u8>, VaultError> {
    let mut bytes = Vec::new();
    copy_to(from, sha256, &mut bytes)?;
    Ok(bytes)
}

/// Copies the bytes of a file that must have this hash into something open.
///
/// # Errors
/// When it cannot be read or is not what it was, or what is open cannot be written; what was written is of no use then.
pub fn copy_to(from: &Path, sha256: &str, to: &mut impl io::Write) -> Result<(), VaultError> {
    let copied = facts(&mut open(from)?, to, &mut |_| {});
    let copied = copied.map_err(|source| VaultError::reading(from, source))?;
    match copied.sha256 == sha256 {
        true => Ok(()),
        false => Err(VaultError::Altered(from.to_owned())),
    }
}

/// Returns the SHA-256 of bytes.
#[must_use]
pub fn hash(mut bytes: &[u8]) -> String {
    let read = facts(&mut bytes, &mut io::sink(), &mut |_| {});
    read.map(|facts| facts.sha256).unwrap_or_default()
}

/// Copies the bytes of a file that must have this hash to another path, whole or not at all. What stands there is not
/// replaced.
///
/// # Errors
/// When the file cannot be read or is not what it was, when something stands at the other path, or when it cannot be
/// written.
pub fn extract(from: &Path, sha256: &str, to: &Path) -> Result<(), VaultError> {
    let mut source = open(from)?;
    let folder = match to.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let fail = |source: io::Error| match source.kind() {
        io::ErrorKind::AlreadyExists => VaultError::Taken(to.to_owned()),
        _ => VaultError::Writing {
            path: to.to_owned(),
            source,
        },
    };
    if to.symlink_metadata().is_ok() {
        return Err(VaultError::Taken(to.to_owned()));
    }
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
    let copied = facts(&mut source, &mut file, &mut |_| {}).map_err(fail)?;
    if copied.sha256 != sha256 {
        return Err(VaultError::Altered(from.to_owned()));
    }
    file.as_file().sync_all().map_err(fail)?;
    file.persist_noclobber(to)
        .map_err(|error| fail(error.error))?;
    Ok(())
}
