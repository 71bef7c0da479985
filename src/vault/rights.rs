//! Who may read and write the files of a desk: their owner alone.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::place::Vault;

/// A file or a folder that others can get at, or that can be changed and should not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loose {
    pub path: PathBuf,
    /// The rights that it should have.
    rights: u32,
}

/// Returns what of a desk has other rights than it should: its file with those that SQLite and a restored backup leave
/// beside it, and its vault. Nothing where the system has no such rights.
#[must_use]
pub fn loose(desk: &Path) -> Vec<Loose> {
    let mut all = Vec::new();
    let own = desk.file_name().unwrap_or_default().to_string_lossy();
    let beside = match desk.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    for path in entries(beside) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let rest = name.strip_prefix(own.as_ref());
        let is_ours = rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with('-') || rest.starts_with(".before-restore-")
        });
        if is_ours {
            look(path, 0o600, &mut all);
        }
    }
    let vault = Vault::beside(desk);
    if vault.folder.is_dir() {
        for shelf in entries(&vault.folder) {
            let name = shelf.file_name().unwrap_or_default().to_string_lossy();
            // In a waiting room somebody may be writing right now.
            let rights = if name.starts_with('.') { 0o600 } else { 0o400 };
            for file in entries(&shelf) {
                look(file, rights, &mut all);
            }
            look(shelf, 0o700, &mut all);
        }
        look(vault.folder, 0o700, &mut all);
    }
    all
}

/// Returns what of a desk its user may not write to, and must: its file, its folder, its vault. Nothing where the system does
/// not tell, or where there is no desk yet.
#[must_use]
pub fn barred(desk: &Path) -> Vec<PathBuf> {
    let vault = Vault::beside(desk);
    let parts = [
        desk.to_owned(),
        folder_of(desk),
        vault.folder,
        vault.waiting,
    ];
    let barred = parts.into_iter().filter(|path| !may_write(path));
    barred.collect()
}

#[cfg(unix)]
fn may_write(path: &Path) -> bool {
    use rustix::fs::{Access, access};
    !path.exists() || access(path, Access::WRITE_OK).is_ok()
}

#[cfg(not(unix))]
fn may_write(_: &Path) -> bool {
    true
}

/// Returns the folder that must let itself be written to for something to be made, replaced or deleted there.
#[must_use]
pub fn folder_of(path: &Path) -> PathBuf {
    let parents = path.ancestors().skip(1);
    let folder = parents.into_iter().find(|folder| folder.is_dir());
    folder.unwrap_or(Path::new(".")).to_owned()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

#[cfg(unix)]
fn look(path: PathBuf, rights: u32, all: &mut Vec<Loose>) {
    use std::os::unix::fs::PermissionsExt;
    // The rights of a link are those of what it leads to, which is somebody else's.
    let Ok(about) = path.symlink_metadata() else {
        return;
    };
    let fits = about.is_dir() == (rights == 0o700) && (about.is_dir() || about.is_file());
    if fits && about.permissions().mode() & 0o777 & !rights != 0 {
        all.push(Loose { path, rights });
    }
}

#[cfg(not(unix))]
fn look(_: PathBuf, _: u32, _: &mut Vec<Loose>) {}

impl Loose {
    /// Gives it the rights that it should have.
    ///
    /// # Errors
    /// When the system does not let it.
    #[cfg(unix)]
    pub fn tighten(&self) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&self.path, fs::Permissions::from_mode(self.rights))
    }

    /// Gives it the rights that it should have.
    ///
    /// # Errors
    /// None.
    #[cfg(not(unix))]
    pub fn tighten(&self) -> io::Result<()> {
        let _ = self.rights;
        Ok(())
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn what_is_being_written_is_not_too_free_unless_others_can_get_at_it() {
        let folder = tempfile::tempdir().unwrap();
        let desk = folder.path().join("claims.db");
        let vault = Vault::beside(&desk);
        fs::create_dir_all(&vault.waiting).unwrap();
        let file = vault.waiting.join("copy");
        fs::write(&file, "half").unwrap();
        let set = |path: &Path, mode: u32| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        };
        set(&vault.folder, 0o700);
        set(&vault.waiting, 0o700);
        set(&file, 0o600);
        assert_eq!(loose(&desk), []);
        set(&file, 0o640);
        assert_eq!(loose(&desk).len(), 1);
    }

    #[test]
    fn the_folder_of_what_is_not_there_is_the_nearest_that_is() {
        assert_eq!(folder_of(Path::new("out.txt")), Path::new("."));
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("a/b/c");
        assert_eq!(folder_of(&missing), folder.path());
    }
}
