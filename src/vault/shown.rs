//! A copy under a name that programs understand.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::error::VaultError;
use super::place::{Vault, make_folder};

impl Vault {
    /// Returns a path that leads to a file of the vault and ends in a name of the user's. What was shown before is forgotten.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn show_as(&self, file: &Path, name: &str) -> Result<PathBuf, VaultError> {
        let shown = self.to_show()?.join(name);
        link(file, &shown).map_err(|source| VaultError::Writing {
            path: shown.clone(),
            source,
        })?;
        Ok(shown)
    }

    /// Writes what is to be shown under a name, readable by the owner alone. What was shown before is forgotten.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn show_bytes(&self, bytes: &[u8], name: &str) -> Result<PathBuf, VaultError> {
        let shown = self.to_show()?.join(name);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options
            .open(&shown)
            .and_then(|mut file| file.write_all(bytes));
        match written {
            Ok(()) => Ok(shown),
            Err(source) => Err(VaultError::Writing {
                path: shown,
                source,
            }),
        }
    }

    /// An empty folder of the owner's alone.
    fn to_show(&self) -> Result<PathBuf, VaultError> {
        let folder = self.waiting.with_extension("open");
        let _ = fs::remove_dir_all(&folder);
        make_folder(&folder)?;
        Ok(folder)
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
