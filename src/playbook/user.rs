//! The user's own files: every `*.toml` in a folder and below it.

use std::fs;
use std::io;
use std::path::Path;
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

/// Returns what tells one state of the user's folder from another: the newest time stamp below it and the number of
/// entries; empty without a folder.
pub(super) fn stamp(folder: &Path) -> String {
    fn newest(folder: &Path, depth: usize, found: &mut (u128, usize)) {
        let Ok(entries) = fs::read_dir(folder) else {
            return;
        };
        for entry in entries.flatten() {
            let Ok(about) = entry.metadata() else {
                continue;
            };
            let changed = about
                .modified()
                .ok()
                .and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            found.0 = found.0.max(changed.map_or(0, |at| at.as_nanos()));
            found.1 += 1;
            if about.is_dir() && depth < DEEPEST {
                newest(&entry.path(), depth + 1, found);
            }
        }
    }
    let mut found = (0, 0);
    newest(folder, 0, &mut found);
    if found.1 == 0 {
        String::new()
    } else {
        format!("+{}-{}", found.1, found.0)
    }
}

/// Returns the text of a file; `None` when it is no ordinary file, too large, not readable or not UTF-8.
fn text(path: &Path) -> Option<String> {
    let about = fs::metadata(path).ok()?;
    if !about.is_file() || about.len() > LARGEST {
        return None;
    }
    fs::read_to_string(path).ok()
}
