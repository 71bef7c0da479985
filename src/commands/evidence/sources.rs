//! What is meant by the paths of `evidence add`: files, all the files of a folder, or all that a pattern fits.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};

use super::super::folder;

/// The deepest folder that is looked into.
const DEEPEST: usize = 16;

/// Returns the files that a path stands for. Hidden files of a folder, and links in it, are left out: they were not named.
///
/// # Errors
/// When a folder cannot be read or has no file, or nothing fits a pattern.
pub(super) fn files(path: &Path, ctx: &Context) -> Result<Vec<PathBuf>> {
    let mut found = meant(path)?;
    // The desk does not prove itself: what was not named one by one leaves it out.
    let named = matches!(&found[..], [one] if one == path);
    let all = found.len();
    found.retain(|file| named || !folder::is_own(ctx, file));
    if found.is_empty() {
        return Err(refused("error-folder-empty", path));
    }
    if found.len() < all {
        ctx.ui.status(&ctx.lang.text("command-evidence-own"));
    }
    Ok(found)
}

fn meant(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_dir() {
        let mut found = Vec::new();
        walk(path, 0, &mut found)?;
        if found.is_empty() {
            return Err(refused("error-folder-empty", path));
        }
        return Ok(found);
    }
    // What the shell did not fill in: in quotation marks, or where the shell does not know patterns.
    let is_pattern = path
        .to_str()
        .filter(|text| text.contains(['*', '?', '[']) && path.symlink_metadata().is_err());
    let Some(pattern) = is_pattern else {
        return Ok(vec![path.to_owned()]);
    };
    // As in a folder, hidden files are not meant.
    let options = glob::MatchOptions {
        require_literal_leading_dot: true,
        ..glob::MatchOptions::new()
    };
    let found = glob::glob_with(pattern, options)
        .map_or_else(|_| Vec::new(), |paths| paths.flatten().collect());
    let files: Vec<PathBuf> = found.into_iter().filter(|path| path.is_file()).collect();
    if files.is_empty() {
        return Err(refused("error-pattern-empty", path));
    }
    Ok(files)
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(|error| {
        let what = Message::new("error-read-folder").with("folder", folder.display().to_string());
        let cause = Message::new("store-cause-system").with("text", error.to_string());
        Failure::new(Exit::Failed, what).because(cause)
    })?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        match path.symlink_metadata() {
            Ok(about) if about.is_file() && !hidden => found.push(path),
            Ok(about) if about.is_dir() && !hidden && depth < DEEPEST => {
                walk(&path, depth + 1, found)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn refused(key: &'static str, path: &Path) -> anyhow::Error {
    let what = Message::new(key).with("path", path.display().to_string());
    Failure::new(Exit::Failed, what).into()
}
