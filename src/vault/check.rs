//! Whether the copies are still what they were.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::VaultError;
use super::inspect;
use super::place::Vault;
use super::visit;

/// What became of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Every byte is as it was.
    Intact,
    /// There is no such file any more.
    Missing,
    /// It is there, and cannot be read: a right is missing, or the disk fails.
    Unreadable,
    /// Its bytes are others.
    Altered,
}

impl Condition {
    /// Reads a file whole and says whether it still has this hash.
    #[must_use]
    pub fn of(path: &Path, sha256: &str) -> Condition {
        match inspect(path) {
            Ok(facts) if facts.sha256 == sha256 => Condition::Intact,
            Ok(_) => Condition::Altered,
            Err(error) => Condition::from(&error),
        }
    }
}

impl From<&VaultError> for Condition {
    fn from(error: &VaultError) -> Condition {
        match error {
            VaultError::Missing(_) => Condition::Missing,
            _ => Condition::Unreadable,
        }
    }
}

impl Vault {
    /// Reads a copy whole and says what became of it.
    #[must_use]
    pub fn condition(&self, sha256: &str) -> Condition {
        let copy = self.find(sha256);
        copy.map_or(Condition::Missing, |path| Condition::of(&path, sha256))
    }

    /// Returns the files of the vault that none of these hashes belongs to, sorted. The waiting rooms do not count.
    #[must_use]
    pub fn strangers(&self, known: &BTreeSet<&str>) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for shelf in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = shelf.file_name();
            if name.to_string_lossy().starts_with('.') {
                continue;
            }
            let path = shelf.path();
            let is_shelf = |hash: &&str| hash.starts_with(&*name.to_string_lossy());
            match fs::read_dir(&path) {
                // Nobody may look into it: that is said of the copies.
                Err(_) if known.iter().any(is_shelf) => {}
                Err(_) => found.push(path),
                Ok(files) => found.extend(files.flatten().map(|file| file.path()).filter(|file| {
                    let name = file.file_name().unwrap_or_default().to_string_lossy();
                    let in_place = self.place(&name).as_ref() == Some(file);
                    !(in_place && known.contains(name.as_ref()))
                })),
            }
        }
        found.sort();
        found
    }

    /// Returns how many files a crash left in the waiting room. What another process is still copying does not count.
    #[must_use]
    pub fn leftovers(&self) -> usize {
        let files = self.waiting_files().into_iter();
        let left = |path: &PathBuf| !visit::is_lock(path) && visit::is_left(path);
        files.filter(left).count()
    }
}
