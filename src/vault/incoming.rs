//! A file on its way into the vault.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::copy::{copy, facts};
use super::error::VaultError;
use super::inspect::{FileFacts, open};
use super::place::{Vault, flush_folder, remove};
use super::visit::Visit;

/// A copy that waits for its row in the desk. Dropped before it settles, it is deleted.
#[derive(Debug)]
pub struct Incoming {
    vault: Vault,
    facts: FileFacts,
    path: PathBuf,
    /// As long as it lasts, no other process takes the copy for a leftover.
    visit: Arc<Visit>,
    settled: bool,
}

impl Vault {
    /// Copies a file into the waiting room: exactly, read-only, on disk when this returns. `progress` is told how many
    /// bytes are done.
    ///
    /// # Errors
    /// When the file cannot be read, or the copy not be written; nothing of it is left then.
    pub fn take_in(
        &self,
        file: &Path,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Incoming, VaultError> {
        let mut from = open(file)?;
        self.receive(file, |to| copy(&mut from, to, progress))
    }

    /// Writes bytes that came out of another file into the waiting room, as [`Vault::take_in`] does with a file's. `name` is
    /// what an error calls them.
    ///
    /// # Errors
    /// When they cannot be written; nothing of them is left then.
    pub fn take_in_bytes(&self, mut bytes: &[u8], name: &str) -> Result<Incoming, VaultError> {
        self.receive(Path::new(name), |to| facts(&mut bytes, to, &mut |_| {}))
    }

    fn receive(
        &self,
        file: &Path,
        write: impl FnOnce(&mut File) -> io::Result<FileFacts>,
    ) -> Result<Incoming, VaultError> {
        let visit = Visit::to(&self.waiting)?;
        let path = self.waiting.join(format!("{}.part", visit.next()));
        let waiting = self.waiting.clone();
        let fail = |source| VaultError::Writing {
            path: waiting.clone(),
            source,
        };
        let mut to = create(&path).map_err(fail)?;
        // From here on whatever goes wrong deletes the copy.
        let mut incoming = Incoming {
            vault: self.clone(),
            facts: FileFacts::default(),
            path,
            visit,
            settled: false,
        };
        incoming.facts = write(&mut to).map_err(|source| VaultError::Copying {
            path: file.to_owned(),
            source,
        })?;
        make_read_only(&to).map_err(fail)?;
        to.sync_all().map_err(fail)?;
        Ok(incoming)
    }
}

impl Incoming {
    /// Returns what was copied.
    #[must_use]
    pub fn facts(&self) -> &FileFacts {
        &self.facts
    }

    /// Returns where the copy waits.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the copy the name under which it is found once the desk has its row. To be called before that is committed.
    ///
    /// # Errors
    /// When it cannot be renamed.
    pub fn offer(&mut self) -> Result<(), VaultError> {
        let name = format!("{}.{}", self.facts.sha256, self.visit.next());
        let offered = self.vault.waiting.join(name);
        let fail = |source| VaultError::Writing {
            path: offered.clone(),
            source,
        };
        fs::rename(&self.path, &offered).map_err(fail)?;
        flush_folder(&self.vault.waiting).map_err(fail)?;
        self.path = offered;
        Ok(())
    }

    /// Moves the copy to its place. To be called once the desk has its row: from then on it stays, wherever it lies.
    pub fn settle(mut self) {
        self.settled = true;
        // Where it cannot be moved it is found in the waiting room, and moved by the next sweep.
        let _ = self
            .vault
            .move_to_place(&self.path, &self.facts.sha256.clone());
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        if !self.settled {
            let _ = remove(&self.path);
        }
    }
}

/// Creates a file for the owner alone.
pub(super) fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

pub(super) fn make_read_only(file: &File) -> std::io::Result<()> {
    let mut rights = file.metadata()?.permissions();
    rights.set_readonly(true);
    file.set_permissions(rights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::Condition;
    use std::collections::BTreeSet;

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    struct Desk {
        folder: tempfile::TempDir,
        vault: Vault,
    }

    impl Desk {
        fn new() -> Desk {
            let folder = tempfile::tempdir().unwrap();
            let vault = Vault::beside(&folder.path().join("claims.db"));
            Desk { folder, vault }
        }

        fn file(&self, content: &[u8]) -> PathBuf {
            let path = self.folder.path().join("a photo\n🙂.jpg");
            fs::write(&path, content).unwrap();
            path
        }

        fn take_in(&self, content: &[u8]) -> Incoming {
            self.vault
                .take_in(&self.file(content), &mut |_| {})
                .unwrap()
        }

        fn keep(&self, content: &[u8]) {
            let mut incoming = self.take_in(content);
            incoming.offer().unwrap();
            incoming.settle();
        }

        fn files(&self) -> usize {
            let shelves = fs::read_dir(self.folder.path().join("evidence")).unwrap();
            shelves
                .flatten()
                .map(|shelf| fs::read_dir(shelf.path()).unwrap().count())
                .sum()
        }
    }

    #[test]
    fn a_copy_has_every_byte_and_is_read_only_for_its_owner() {
        let desk = Desk::new();
        desk.keep(b"abc");
        let path = desk.vault.find(ABC).unwrap();
        assert!(path.ends_with(format!("evidence/ba/{ABC}")));
        assert_eq!(fs::read(&path).unwrap(), b"abc");
        assert_eq!(desk.vault.condition(ABC), Condition::Intact);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&path), 0o400);
            assert_eq!(mode(path.parent().unwrap()), 0o700);
            assert_eq!(mode(&desk.folder.path().join("evidence")), 0o700);
        }
    }

    #[test]
    fn the_same_bytes_are_kept_once_and_an_altered_copy_is_made_good() {
        let desk = Desk::new();
        desk.keep(b"abc");
        desk.keep(b"abc");
        assert_eq!(desk.files(), 1);
        let path = desk.vault.find(ABC).unwrap();
        fs::remove_file(&path).unwrap();
        fs::write(&path, b"abd").unwrap();
        assert_eq!(desk.vault.condition(ABC), Condition::Altered);
        desk.keep(b"abc");
        assert_eq!(desk.vault.condition(ABC), Condition::Intact);
        fs::remove_file(&path).unwrap();
        assert_eq!(desk.vault.condition(ABC), Condition::Missing);
    }

    #[test]
    fn what_is_dropped_before_it_settles_leaves_nothing() {
        let desk = Desk::new();
        drop(desk.take_in(b"abc"));
        let mut offered = desk.take_in(b"abc");
        offered.offer().unwrap();
        assert!(desk.vault.find(ABC).is_some());
        drop(offered);
        assert_eq!(desk.files(), 0);
        assert_eq!(desk.vault.find(ABC), None);
    }

    #[test]
    fn what_a_crash_left_is_moved_when_the_desk_knows_it_and_deleted_else() {
        let desk = Desk::new();
        let waiting = desk.vault.waiting.clone();
        for is_known in [true, false] {
            let mut offered = desk.take_in(b"abc");
            offered.offer().unwrap();
            fs::write(waiting.join("0.part"), b"half of").unwrap();
            // While its process lives it is left alone.
            desk.vault.sweep(|_| is_known).unwrap();
            assert!(!waiting.join("0.part").exists());
            // The copy and the lock of its visit.
            assert_eq!(fs::read_dir(&waiting).unwrap().count(), 2);
            // A process that is killed deletes nothing, and lets go of the lock.
            let path = offered.path.clone();
            offered.path = waiting.join("nothing");
            drop(offered);
            assert!(path.exists());
            desk.vault.sweep(|_| is_known).unwrap();
            assert_eq!(fs::read_dir(&waiting).unwrap().count(), 0);
            assert_eq!(desk.vault.find(ABC).is_some(), is_known);
            if is_known {
                fs::remove_file(desk.vault.find(ABC).unwrap()).unwrap();
            }
        }
    }

    #[test]
    fn what_is_set_aside_goes_back_unless_it_is_erased() {
        let desk = Desk::new();
        desk.keep(b"abc");
        let place = desk.vault.find(ABC).unwrap();
        let aside = desk.vault.set_aside(ABC).unwrap();
        // Whoever looks for it meanwhile finds it.
        assert!(!place.exists() && desk.vault.condition(ABC) == Condition::Intact);
        drop(aside);
        assert_eq!(desk.vault.find(ABC), Some(place.clone()));
        for copy in desk.vault.set_aside(ABC).unwrap() {
            copy.erase().unwrap();
        }
        assert_eq!((desk.vault.find(ABC), desk.files()), (None, 0));
        assert!(desk.vault.set_aside(ABC).unwrap().is_empty());
        // A crash in between: the desk counts on it no more, and the next sweep clears it away.
        desk.keep(b"abc");
        std::mem::forget(desk.vault.set_aside(ABC).unwrap());
        desk.vault.sweep(|_| false).unwrap();
        assert_eq!(desk.files(), 0);
    }

    #[test]
    fn copies_of_one_visit_share_a_lock_and_each_visit_has_its_own() {
        let desk = Desk::new();
        let waiting = || -> Vec<String> {
            let entries = fs::read_dir(&desk.vault.waiting).unwrap().flatten();
            let mut names: Vec<String> = entries
                .map(|entry| entry.file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        };
        let (one, other) = (desk.take_in(b"abc"), desk.take_in(b"def"));
        let locks = |names: &[String]| names.iter().filter(|n| n.ends_with(".lock")).count();
        assert_eq!((waiting().len(), locks(&waiting())), (3, 1));
        drop(one);
        assert_eq!((waiting().len(), locks(&waiting())), (2, 1));
        drop(other);
        assert!(waiting().is_empty());
    }

    #[test]
    fn a_file_that_cannot_be_written_leaves_nothing() {
        let desk = Desk::new();
        fs::write(desk.folder.path().join("evidence"), b"in the way").unwrap();
        let file = desk.file(b"abc");
        let error = desk.vault.take_in(&file, &mut |_| {}).unwrap_err();
        assert_eq!(error.message().key, "store-evidence-unwritable");
    }

    #[test]
    fn strangers_are_found_and_the_waiting_room_is_none() {
        let desk = Desk::new();
        desk.keep(b"abc");
        let _waiting = desk.take_in(b"def");
        assert!(desk.vault.strangers(&BTreeSet::from([ABC])).is_empty());
        let stray = desk.folder.path().join("evidence/ba/notes.txt");
        fs::write(&stray, b"x").unwrap();
        assert_eq!(
            desk.vault.strangers(&BTreeSet::from([ABC])),
            std::slice::from_ref(&stray)
        );
        assert_eq!(desk.vault.strangers(&BTreeSet::new()).len(), 2);
    }

    #[test]
    fn a_big_file_is_told_of_as_it_goes() {
        let desk = Desk::new();
        let size = 3 * crate::vault::copy::PIECE + 1;
        let file = desk.file(&vec![7; size]);
        let mut last = 0;
        let incoming = desk.vault.take_in(&file, &mut |done| {
            assert!(done > last);
            last = done;
        });
        assert_eq!(incoming.unwrap().facts().bytes, size as u64);
        assert_eq!(last, size as u64);
    }

    #[test]
    fn bytes_are_kept_like_a_file() {
        let desk = Desk::new();
        let mut incoming = desk.vault.take_in_bytes(b"abc", "a.pdf").unwrap();
        assert_eq!(
            (incoming.facts().sha256.as_str(), incoming.facts().bytes),
            (ABC, 3)
        );
        assert_eq!(fs::read(incoming.path()).unwrap(), b"abc");
        incoming.offer().unwrap();
        incoming.settle();
        assert_eq!(desk.vault.condition(ABC), Condition::Intact);
        assert_eq!(desk.files(), 1);
    }

    #[test]
    fn an_extracted_copy_replaces_nothing_and_must_be_what_it_was() {
        let desk = Desk::new();
        desk.keep(b"abc");
        let from = desk.vault.find(ABC).unwrap();
        let to = desk.folder.path().join("out.txt");
        crate::vault::extract(&from, ABC, &to).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"abc");
        let taken = crate::vault::extract(&from, ABC, &to).unwrap_err();
        assert_eq!(taken.message().key, "store-evidence-taken");
        let other = desk.folder.path().join("other.txt");
        let altered = crate::vault::extract(&from, &ABC.replace("ba", "bb"), &other).unwrap_err();
        assert_eq!(altered.message().key, "store-evidence-altered");
        assert!(!other.exists());
    }
}
