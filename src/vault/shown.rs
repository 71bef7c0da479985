//! A copy under a name that programs understand.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::VaultError;
use super::place::{Vault, make_folder};

impl Vault {
    /// Returns a path that leads to a file of the vault and ends in a name of the user's. What was shown before is forgotten.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn show_as(&self, file: &Path, name: &str) -> Result<PathBuf, VaultError> {
        let folder = self.waiting.with_extension("open");
        let _ = fs::remove_dir_all(&folder);
        make_folder(&folder)?;
        let shown = folder.join(name);
        link(file, &shown).map_err(|source| VaultError::Writing {
            path: shown.clone(),
            source,
        })?;
        Ok(shown)
    }
}

/// Leads from a new name to a file, without another copy of what may be confidential.
#[cfg(unix)]
fn link(file: &Path, shown: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(std::path::absolute(file)?, shown)
}

#[cfg(not(unix))]
fn link(file: &Path, shown: &Path) -> std::io::Result<()> {
    fs::copy(file, shown).map(drop)
}
