//! The files of a dossier, and writing them: into a folder or a ZIP archive, whole or not at all.

use std::fmt::Write as _;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::super::unwritten::unwritten;
use super::{Dossier, found};
use crate::context::Context;
use crate::domain::evidence::Evidence;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::export::parcel::Parcel;
use crate::export::{html, markdown};
use crate::letters::dossier::Block;
use crate::store::StoredClaim;
use crate::vault::{self, VaultError};

/// A file of a dossier.
#[derive(Debug)]
pub(super) struct Part {
    /// Its path below the dossier, with `/`.
    path: String,
    content: Content,
    sha256: String,
}

#[derive(Debug)]
enum Content {
    Made(Vec<u8>),
    /// The bytes of a piece of evidence: where they lie, and how many there are.
    Kept(PathBuf, u64),
}

/// The files of a dossier, by their paths.
///
/// # Errors
/// When the platform names no folder and none was given.
pub(super) fn of(dossier: &Dossier, stored: &StoredClaim, ctx: &Context) -> Result<Vec<Part>> {
    let made = |path: &str, text: String| Part {
        path: path.to_owned(),
        sha256: vault::hash(text.as_bytes()),
        content: Content::Made(text.into_bytes()),
    };
    let mut parts = vec![
        made("dossier.html", html::dossier(dossier)),
        made("dossier.md", markdown::dossier(dossier)),
    ];
    let blocks = dossier.sections.iter().flat_map(|part| &part.blocks);
    for block in blocks {
        let Block::Exhibit(exhibit) = block else {
            continue;
        };
        let mut evidence = stored.claim.evidence.iter();
        let piece: Option<&Evidence> = evidence.find(|piece| piece.no == exhibit.no);
        let (Some(path), Some(piece)) = (&exhibit.file, piece) else {
            continue;
        };
        if let Some(from) = found::path(piece, ctx)? {
            parts.push(Part {
                path: path.clone(),
                content: Content::Kept(from, piece.bytes),
                sha256: piece.sha256.clone(),
            });
        }
    }
    parts.sort_by(|a, b| a.path.cmp(&b.path));
    let mut manifest = String::new();
    for part in &parts {
        let _ = writeln!(manifest, "{}  {}", part.sha256, part.path);
    }
    parts.push(made("manifest.txt", manifest));
    Ok(parts)
}

/// Writes the files into a folder that is new or empty. Readable by the owner alone. `again` is the command to type where
/// something stands there.
///
/// # Errors
/// When something stands there, a piece of evidence is no longer what it was, or the folder cannot be written.
pub(super) fn into_folder(parts: &[Part], to: &Path, again: Message) -> Result<()> {
    let is_free = match fs::read_dir(to) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => to.symlink_metadata().is_err(),
    };
    if !is_free {
        return Err(taken(to, again));
    }
    let failed = |error: &io::Error| anyhow::Error::from(unwritten(to, error));
    if to.file_name().is_none() {
        return Err(failed(&io::ErrorKind::InvalidInput.into()));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".claimctl-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    let beside = builder
        .tempdir_in(parent(to))
        .map_err(|error| failed(&error))?;
    for part in parts {
        let path = beside.path().join(&part.path);
        make_folder(parent(&path)).map_err(|error| failed(&error))?;
        match &part.content {
            Content::Kept(from, _) => match vault::extract(from, &part.sha256, &path) {
                Err(VaultError::Writing { source, .. }) => return Err(failed(&source)),
                extracted => extracted?,
            },
            Content::Made(bytes) => write(&path, bytes).map_err(|error| failed(&error))?,
        }
    }
    // An empty folder makes room for the whole one.
    if to.is_dir() {
        fs::remove_dir(to).map_err(|error| failed(&error))?;
    }
    let whole = beside.keep();
    fs::rename(&whole, to).map_err(|error| {
        let _ = fs::remove_dir_all(&whole);
        failed(&error)
    })
}

/// The folder in which a path lies.
fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

fn taken(to: &Path, again: Message) -> anyhow::Error {
    let what = Message::new("dossier-taken").with("path", to.display().to_string());
    Failure::new(Exit::Usage, what).hint(again).into()
}

/// Makes a folder of the owner's alone, where there is none.
fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Writes the files into one archive, in place of the one that may be there.
///
/// # Errors
/// When a piece of evidence is no longer what it was, or the archive cannot be written.
pub(super) fn into_zip(parts: &[Part], to: &Path, again: Message) -> Result<()> {
    let to = &fs::canonicalize(to).unwrap_or_else(|_| to.to_owned());
    let failed = |error: &io::Error| anyhow::Error::from(unwritten(to, error));
    if fs::metadata(to).is_ok_and(|about| !about.is_file()) {
        return Err(taken(to, again));
    }
    let beside = tempfile::NamedTempFile::new_in(parent(to)).map_err(|error| failed(&error))?;
    let mut parcel = Parcel::new(io::BufWriter::new(beside));
    for part in parts {
        match &part.content {
            Content::Made(bytes) => {
                let file = parcel.file(&part.path, bytes.len() as u64);
                let written = file.and_then(|file| file.write_all(bytes));
                written.map_err(|error| failed(&error))?;
            }
            Content::Kept(from, bytes) => {
                let file = parcel.file(&part.path, *bytes);
                let file = file.map_err(|error| failed(&error))?;
                vault::copy_to(from, &part.sha256, file)?;
            }
        }
    }
    let ended = parcel.end().and_then(|file| Ok(file.into_inner()?));
    let beside = ended.map_err(|error| failed(&error))?;
    beside
        .as_file()
        .sync_all()
        .map_err(|error| failed(&error))?;
    beside.persist(to).map_err(|error| failed(&error.error))?;
    Ok(())
}
