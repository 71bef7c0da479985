//! Where the copies lie: `evidence/ab/abcdef…`, beside the desk's file, for the owner alone.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::error::VaultError;
use super::visit;

/// The folder of the copies of one desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vault {
    pub(super) folder: PathBuf,
    /// The waiting room: of this desk alone, since two desks in one folder share the copies.
    pub(super) waiting: PathBuf,
}

impl Vault {
    /// Returns the vault of a desk: the folder `evidence` beside its file. Nothing is created yet.
    #[must_use]
    pub fn beside(desk: &Path) -> Vault {
        let folder = desk.with_file_name("evidence");
        let mut waiting = OsString::from(".incoming-");
        waiting.push(desk.file_name().unwrap_or_default());
        Vault {
            waiting: folder.join(waiting),
            folder,
        }
    }

    /// Returns where the copy with this hash lies, in its place or still in the waiting room; `None` when it is in neither.
    #[must_use]
    pub fn find(&self, sha256: &str) -> Option<PathBuf> {
        let place = self.place(sha256)?;
        // What may not be looked at is there all the same.
        let gone = [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory];
        match fs::metadata(&place) {
            Ok(about) if about.is_file() => return Some(place),
            Err(error) if !gone.contains(&error.kind()) => return Some(place),
            _ => {}
        }
        let offered = |path: &PathBuf| hash_of_offered(path).is_some_and(|hash| hash == sha256);
        self.waiting_files().into_iter().find(offered)
    }

    /// The place of a hash; `None` for what is no hash, and could lead anywhere.
    pub(super) fn place(&self, sha256: &str) -> Option<PathBuf> {
        is_hash(sha256).then(|| self.folder.join(&sha256[..2]).join(sha256))
    }

    pub(super) fn waiting_files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.waiting);
        let mut files: Vec<PathBuf> = entries
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect();
        files.sort();
        files
    }

    /// Clears what a crash left in the waiting room: moves what the desk has a row for to its place, and deletes what it
    /// does not know. What another process is still copying is locked, and left alone.
    ///
    /// Called while the desk is locked for writing, so that no row appears meanwhile.
    ///
    /// # Errors
    /// When a file cannot be moved or deleted.
    pub fn sweep(&self, is_known: impl Fn(&str) -> bool) -> Result<(), VaultError> {
        for path in self.waiting_files() {
            if !visit::is_left(&path) {
                continue;
            }
            match hash_of_offered(&path).filter(|hash| is_known(hash)) {
                Some(hash) => match self.move_to_place(&path, &hash) {
                    // Its visit has just moved it itself.
                    Err(_) if !path.exists() => {}
                    moved => moved?,
                },
                None => remove(&path)?,
            }
        }
        Ok(())
    }

    /// Takes the copies with this hash out of their place, wherever they lie, to be deleted once the desk has given them up.
    ///
    /// # Errors
    /// When one cannot be moved; it is where it was then.
    pub fn set_aside(&self, sha256: &str) -> Result<Vec<Aside>, VaultError> {
        let mut aside = Vec::new();
        let offered = |path: &PathBuf| hash_of_offered(path).is_some_and(|hash| hash == sha256);
        for path in self.waiting_files().into_iter().filter(offered) {
            aside.push(Aside {
                vault: self.clone(),
                sha256: sha256.to_owned(),
                path,
                erased: false,
            });
        }
        if let Some(place) = self.place(sha256).filter(|place| place.is_file()) {
            make_folder(&self.waiting)?;
            let path = self.waiting.join(format!("{sha256}.{}", Uuid::now_v7()));
            fs::rename(&place, &path).map_err(|source| VaultError::Writing {
                path: place,
                source,
            })?;
            aside.push(Aside {
                vault: self.clone(),
                sha256: sha256.to_owned(),
                path,
                erased: false,
            });
        }
        Ok(aside)
    }

    /// Moves a file to the place of its hash, in the place of one that was altered; where the same bytes are there already,
    /// it is deleted.
    pub(super) fn move_to_place(&self, from: &Path, sha256: &str) -> Result<(), VaultError> {
        let Some(place) = self.place(sha256) else {
            return remove(from);
        };
        if super::inspect(&place).is_ok_and(|there| there.sha256 == sha256) {
            return remove(from);
        }
        let shelf = place.parent().unwrap_or(&self.folder);
        make_folder(shelf)?;
        let fail = |source| VaultError::Writing {
            path: place.clone(),
            source,
        };
        fs::rename(from, &place).map_err(fail)?;
        flush_folder(shelf).map_err(fail)?;
        flush_folder(&self.waiting).map_err(fail)
    }
}

/// A copy that is to be deleted. Dropped before it is, it goes back to its place; a crash leaves it in the waiting room, where
/// it is found as long as the desk counts on it, and cleared away else.
#[derive(Debug)]
pub struct Aside {
    vault: Vault,
    sha256: String,
    path: PathBuf,
    erased: bool,
}

impl Aside {
    /// Deletes the copy.
    ///
    /// # Errors
    /// When it cannot be deleted.
    pub fn erase(mut self) -> Result<(), VaultError> {
        self.erased = true;
        remove(&self.path)
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        if !self.erased {
            // Where it cannot be moved it is found in the waiting room.
            let _ = self.vault.move_to_place(&self.path, &self.sha256);
        }
    }
}

/// Whether a text is a SHA-256 as the desk writes it.
pub(super) fn is_hash(text: &str) -> bool {
    let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    text.len() == 64 && text.bytes().all(digit)
}

/// The hash in the name of a file that was offered: `<hash>.<number>`.
fn hash_of_offered(path: &Path) -> Option<String> {
    let (hash, _) = path.file_name()?.to_str()?.split_once('.')?;
    (hash.len() == 64).then(|| hash.to_owned())
}

/// Deletes a file that may be gone already.
pub(super) fn remove(path: &Path) -> Result<(), VaultError> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(VaultError::Writing {
            path: path.to_owned(),
            source,
        }),
        _ => Ok(()),
    }
}

/// Makes a folder and those above it, for the owner alone.
pub(super) fn make_folder(path: &Path) -> Result<(), VaultError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|source| VaultError::Writing {
        path: path.to_owned(),
        source,
    })
}

/// Waits until a folder's entries are on disk, where the system lets one ask for it.
pub(super) fn flush_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hash_has_a_place() {
        let vault = Vault::beside(Path::new("/desk/claims.db"));
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(
            vault.place(hash),
            Some(PathBuf::from("/desk/evidence/ba").join(hash))
        );
        for other in [
            "",
            "ba",
            "../../etc/passwd",
            &hash.to_uppercase(),
            &format!("{}/", &hash[..63]),
        ] {
            assert_eq!(vault.place(other), None, "{other}");
        }
    }

    #[test]
    fn each_desk_has_a_waiting_room_of_its_own() {
        let one = Vault::beside(Path::new("/desk/claims.db"));
        let other = Vault::beside(Path::new("/desk/work.db"));
        assert_eq!(one.folder, other.folder);
        assert_ne!(one.waiting, other.waiting);
    }
}
