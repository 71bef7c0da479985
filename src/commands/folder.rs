//! The folder of the desk: its neighbours, and what a restore has put aside.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::context::Context;
use crate::store::{Access, Store};

/// What stands in the name of a desk that a restore put aside.
const ASIDE: &str = ".before-restore-";

/// Opens the other desks in the folder of this one: they share its evidence.
///
/// # Errors
/// When the platform names no folder and none was given.
pub(super) fn neighbours(ctx: &Context) -> Result<Vec<Store>> {
    let own = ctx.db_path()?;
    let same = |path: &Path| path.canonicalize().ok() == own.canonicalize().ok();
    let files = std::fs::read_dir(folder(own))
        .into_iter()
        .flatten()
        .flatten();
    // A desk that a restore put aside is no desk any more: what is purged is not kept for its sake.
    let aside = |path: &Path| path.to_string_lossy().contains(ASIDE);
    let files = files.map(|entry| entry.path());
    let files = files.filter(|path| !same(path) && !aside(path));
    // What is no desk of ours, or cannot be read, has nothing to say.
    let desks = files.filter_map(|path| Store::open_existing(&path, Access::Read).ok().flatten());
    Ok(desks.collect())
}

/// The files of this desk that a restore put aside: they hold what the desk held then.
pub(super) fn put_aside(ctx: &Context) -> Vec<PathBuf> {
    let Ok(own) = ctx.db_path() else {
        return Vec::new();
    };
    let name = own.file_name().unwrap_or_default().to_string_lossy();
    let start = format!("{name}{ASIDE}");
    let files = std::fs::read_dir(folder(own))
        .into_iter()
        .flatten()
        .flatten();
    let mut found: Vec<PathBuf> = files
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&start))
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

/// What of the desk a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The file of claims, or what SQLite or a restore keeps beside it.
    Claims,
    /// The folder of evidence, or something in it.
    Evidence,
}

/// Returns what of the desk a file is that is to be written, by whatever way its name leads there.
pub(super) fn part(ctx: &Context, path: &Path) -> Option<Part> {
    let own = ctx.db_path().ok()?;
    let (path, own) = (real(path), real(own));
    let name = own.file_name()?.to_string_lossy().into_owned();
    let first = path.strip_prefix(own.parent()?).ok()?.iter().next()?;
    let first = first.to_string_lossy();
    let beside = ["", "-wal", "-shm", "-journal"]
        .iter()
        .any(|end| first == format!("{name}{end}"));
    let restored = first.starts_with(&format!("{name}{ASIDE}"));
    if beside || restored || first.starts_with(&format!(".{name}.")) {
        return Some(Part::Claims);
    }
    (first == "evidence").then_some(Part::Evidence)
}

/// The place of a file by its true name, though it need not be there yet.
fn real(path: &Path) -> PathBuf {
    let there = |path: &Path| path.canonicalize().ok();
    let new = || {
        let name = path.file_name()?;
        Some(match there(folder(path)) {
            Some(folder) => folder.join(name),
            None => real(folder(path)).join(name),
        })
    };
    there(path).or_else(new).unwrap_or_else(|| path.to_owned())
}

/// Whether a file is one of the desk's own: its file of claims, what SQLite or a restore keeps beside it, its evidence.
pub(super) fn is_own(ctx: &Context, path: &Path) -> bool {
    let Ok(own) = ctx.db_path() else {
        return false;
    };
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (path, folder) = (real(path), real(folder(own)));
    let name = own
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let beside = path
        .strip_prefix(&folder)
        .ok()
        .and_then(|rest| rest.iter().next());
    beside.is_some_and(|first| {
        let first = first.to_string_lossy();
        first == "evidence" || first.starts_with(&name) || first.starts_with(&format!(".{name}."))
    })
}

fn folder(desk: &Path) -> &Path {
    match desk.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
