//! The user's own files: every `*.toml` in a folder and below it.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::diagnostic::Diagnostic;
use super::draft::{Draft, Examples};
use super::text::text;

/// The deepest folder that is looked into.
pub(super) const DEEPEST: usize = 6;

/// A file of the user's.
#[derive(Debug)]
pub(super) struct UserFile {
    /// Its path below the folder, with `/` and without `.toml`.
    pub id: String,
    pub path: PathBuf,
    /// Its whole path, for messages.
    pub name: String,
    pub text: String,
}

impl UserFile {
    /// Reads the file as a playbook.
    pub(super) fn draft<E: Examples>(&self) -> Draft<'_, E> {
        Draft::of(Cow::Borrowed(&self.text), Some(&self.id), self.name.clone())
    }
}

/// What a folder holds: the files that could be read, sorted by id, and what is wrong with the others.
#[derive(Debug, Default)]
pub(super) struct Folder {
    pub files: Vec<UserFile>,
    pub problems: Vec<Diagnostic>,
}

/// Reads the files of a folder but those left out. A folder that is not there is empty.
pub(super) fn files(folder: &Path, leave_out: &dyn Fn(&Path) -> bool) -> io::Result<Folder> {
    let mut found = Folder::default();
    match fs::read_dir(folder) {
        Ok(entries) => walk(entries, "", 0, leave_out, &mut found),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    found.files.sort_by(|a, b| a.id.cmp(&b.id));
    found.problems.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(found)
}

fn walk(
    entries: fs::ReadDir,
    prefix: &str,
    depth: usize,
    leave_out: &dyn Fn(&Path) -> bool,
    found: &mut Folder,
) {
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') || leave_out(&path) {
            continue;
        }
        let shown = path.display().to_string();
        let stem = name.strip_suffix(".toml");
        // A linked folder is not followed: it could lead around in a circle.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let mut refuse = |code| {
            let most = i64::try_from(DEEPEST).unwrap_or(i64::MAX);
            let problem = Diagnostic::of_file(code, &shown).with("most", most);
            found.problems.push(problem);
        };
        match stem {
            Some(stem) => match text(&path, &shown) {
                Ok(text) => found.files.push(UserFile {
                    id: format!("{prefix}{stem}"),
                    path,
                    name: shown,
                    text,
                }),
                Err(problem) => found.problems.push(*problem),
            },
            None if is_folder && depth < DEEPEST => match fs::read_dir(&path) {
                Ok(entries) => {
                    let prefix = format!("{prefix}{name}/");
                    walk(entries, &prefix, depth + 1, leave_out, found);
                }
                // What lies below it is left out; the rest is read.
                Err(_) => {
                    let problem = Diagnostic::of_file("unreadable", &shown);
                    found.problems.push(problem);
                }
            },
            // What is not read is not passed over in silence.
            None if is_folder => refuse("folder-too-deep"),
            None if path.is_dir() => refuse("folder-linked"),
            None if name.to_ascii_lowercase().ends_with(".toml") => refuse("ending-not-read"),
            None => {}
        }
    }
}

/// The number of files up to which each is looked at for its time stamp. Above it those of the folders must do, which
/// change with every file that is added, removed or renamed: whoever keeps a thousand playbooks lists as fast as before.
const LOOKED_AT: usize = 64;

/// Returns what tells one state of the user's folder from another: the time stamps below it, added up, and the
/// number of entries; empty without a folder.
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
    // All of them count, not the newest alone: one file of the future would hide every later change of the others.
    let stamps = found
        .folders
        .iter()
        .chain(files)
        .filter_map(|path| changed(path));
    let sum = stamps.fold(0, u128::wrapping_add);
    format!("+{}-{sum}", found.count)
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

/// When something was last changed, in nanoseconds. Of a linked file, the file counts: it is what is edited.
fn changed(path: &Path) -> Option<u128> {
    let about = fs::metadata(path).or_else(|_| fs::symlink_metadata(path));
    let at = about.ok()?.modified().ok()?;
    at.duration_since(UNIX_EPOCH).ok().map(|at| at.as_nanos())
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::Duration;

    use super::*;

    #[test]
    fn every_change_gives_another_stamp_beside_a_file_of_the_future() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str, seconds: u64| {
            let file = File::options()
                .create(true)
                .append(true)
                .open(folder.path().join(name));
            let on = UNIX_EPOCH + Duration::from_secs(seconds);
            file.unwrap().set_modified(on).unwrap();
        };
        at("a.toml", 4_000_000_000);
        at("b.toml", 1_700_000_000);
        let before = stamp(folder.path());
        assert_eq!(stamp(folder.path()), before);
        at("b.toml", 1_700_000_001);
        assert_ne!(stamp(folder.path()), before);
    }
}
