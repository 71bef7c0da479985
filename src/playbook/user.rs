//! The user's own files: every `*.toml` in a folder and below it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::diagnostic::Diagnostic;

/// The largest file that is read, in bytes: far more than any playbook.
const LARGEST: u64 = 2_000_000;

/// The deepest folder that is looked into.
const DEEPEST: usize = 6;

/// A file of the user's.
#[derive(Debug)]
pub(super) struct UserFile {
    /// Its path below the folder, with `/` and without `.toml`.
    pub id: String,
    /// Its whole path, for messages.
    pub name: String,
    pub text: String,
}

/// Reads the files of a folder, sorted by id; one that cannot be read is reported. A folder that is not there is empty.
pub(super) fn files(folder: &Path) -> io::Result<(Vec<UserFile>, Vec<Diagnostic>)> {
    let mut found = (Vec::new(), Vec::new());
    match fs::read_dir(folder) {
        Ok(_) => walk(folder, "", 0, &mut found)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    found.0.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(found)
}

fn walk(
    folder: &Path,
    prefix: &str,
    depth: usize,
    found: &mut (Vec<UserFile>, Vec<Diagnostic>),
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        // A linked folder is not followed: it could lead around in a circle.
        if entry.file_type()?.is_dir() {
            if depth < DEEPEST {
                walk(&path, &format!("{prefix}{name}/"), depth + 1, found)?;
            }
            continue;
        }
        let Some(stem) = name.strip_suffix(".toml") else {
            continue;
        };
        let id = format!("{prefix}{stem}");
        let shown = path.display().to_string();
        match text(&path) {
            Some(text) => found.0.push(UserFile {
                id,
                name: shown,
                text,
            }),
            None => found.1.push(Diagnostic::of_file("unreadable", &shown)),
        }
    }
    Ok(())
}

/// The number of files up to which each is looked at for its time stamp. Above it those of the folders must do, which
/// change with every file that is added, removed or renamed: whoever keeps a thousand playbooks lists as fast as before.
const LOOKED_AT: usize = 64;

/// Returns what tells one state of the user's folder from another: the newest time stamp below it and the number of
/// entries; empty without a folder.
pub(super) fn stamp(folder: &Path) -> String {
    let mut found = Entries::default();
    found.walk(folder, 0);
    if found.count == 0 {
        return String::new();
    }
    let files: &[PathBuf] = if found.files.len() <= LOOKED_AT {
        &found.files
    } else {
        &[]
    };
    let newest = found
        .folders
        .iter()
        .chain(files)
        .filter_map(|path| changed(path));
    format!("+{}-{}", found.count, newest.max().unwrap_or(0))
}

/// What lies below a folder.
#[derive(Default)]
struct Entries {
    folders: Vec<PathBuf>,
    /// At most one more than are looked at.
    files: Vec<PathBuf>,
    count: usize,
}

impl Entries {
    fn walk(&mut self, folder: &Path, depth: usize) {
        let Ok(entries) = fs::read_dir(folder) else {
            return;
        };
        self.folders.push(folder.to_owned());
        for entry in entries.flatten() {
            self.count += 1;
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && depth < DEEPEST {
                self.walk(&entry.path(), depth + 1);
            } else if self.files.len() <= LOOKED_AT {
                self.files.push(entry.path());
            }
        }
    }
}

/// When something was last changed, in nanoseconds.
fn changed(path: &Path) -> Option<u128> {
    let at = fs::symlink_metadata(path).ok()?.modified().ok()?;
    at.duration_since(UNIX_EPOCH).ok().map(|at| at.as_nanos())
}

/// Returns the text of a file; `None` when it is no ordinary file, too large, not readable or not UTF-8.
fn text(path: &Path) -> Option<String> {
    let about = fs::metadata(path).ok()?;
    if !about.is_file() || about.len() > LARGEST {
        return None;
    }
    fs::read_to_string(path).ok()
}
