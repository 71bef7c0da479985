//! A backup, read: everything is checked on the way into a private folder, and nothing of it decides where it lies.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tar::Archive;
use tempfile::TempDir;

use super::archive::{ArchiveError, Form, Kind, LONGEST_MANIFEST, Listed, Manifest, kind_of};
use super::copy;
use super::error::VaultError;
use super::place::make_folder;

/// More zeros than any program puts behind the end.
const PADDING: u64 = 1 << 20;
/// Held by whoever unpacks, so that nobody takes the folder for a leftover.
const LOCK: &str = "lock";

/// A backup that was checked whole: its files, under names of ours. Dropped, it is deleted.
#[derive(Debug)]
pub struct Unpacked {
    pub form: Form,
    pub manifest: Manifest,
    pub desk: PathBuf,
    /// Hashes, each with the file of its bytes.
    pub evidence: Vec<(String, PathBuf)>,
    /// Paths below the user's folder of playbooks, each with its file.
    pub playbooks: Vec<(PathBuf, PathBuf)>,
    pub settings: Option<PathBuf>,
    _held: File,
    _folder: TempDir,
}

/// Unpacks a backup, or where they are wanted a bundle, into a private folder beside a file of claims. `progress` is told how
/// many bytes of how many are done.
///
/// # Errors
/// When anything about it is not as it must be; nothing is left of it then.
pub fn unpack(
    from: impl Read,
    desk: &Path,
    wanted: &[Form],
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Unpacked, ArchiveError> {
    let (folder, held) = private_folder(desk)?;
    let mut archive = Archive::new(from);
    // Raw: no entry says anything about the name or the length of another.
    let mut entries = archive.entries().map_err(ArchiveError::Reading)?.raw(true);
    let mut first = match entries.next() {
        Some(Ok(entry)) => entry,
        Some(Err(error)) => return Err(no_tar(error, || ArchiveError::NotABackup)),
        None => return Err(ArchiveError::NotABackup),
    };
    let (form, manifest) = read_manifest(&mut first, wanted)?;
    drop(first);
    let total = check(form, &manifest)?;
    let free = room(folder.path());
    if let Some(free) = free.filter(|free| total > *free) {
        return Err(ArchiveError::TooLarge {
            needed: total,
            free,
        });
    }
    let mut unpacked = Unpacked {
        form,
        manifest,
        desk: PathBuf::new(),
        evidence: Vec::new(),
        playbooks: Vec::new(),
        settings: None,
        _held: held,
        _folder: folder,
    };
    let mut done = 0;
    for at in 0..unpacked.manifest.files.len() {
        let listed = unpacked.manifest.files[at].clone();
        let mut entry = match entries.next() {
            Some(Ok(entry)) => entry,
            Some(Err(error)) => return Err(no_tar(error, || ArchiveError::Cut)),
            None => return Err(ArchiveError::Cut),
        };
        let name = name(&entry);
        if !entry.header().entry_type().is_file() {
            return Err(ArchiveError::NotAFile(name));
        }
        if name != listed.name {
            return Err(match kind_of(&name) {
                Some(_) => ArchiveError::Unlisted(name),
                None => ArchiveError::Name(name),
            });
        }
        if entry.size() != listed.bytes {
            return Err(ArchiveError::Length(name));
        }
        let path = unpacked._folder.path().join(at.to_string());
        write(&mut entry, &listed, &path, &mut |bytes| {
            progress(done + bytes, total);
        })?;
        done += listed.bytes;
        match kind_of(&name) {
            Some(Kind::Desk) => unpacked.desk = path,
            Some(Kind::Settings) => unpacked.settings = Some(path),
            Some(Kind::Evidence(hash)) => unpacked.evidence.push((hash, path)),
            Some(Kind::Playbook(name)) => unpacked.playbooks.push((name, path)),
            None => return Err(ArchiveError::Name(name)),
        }
    }
    match entries.next() {
        None => {}
        Some(Ok(entry)) => return Err(ArchiveError::Unlisted(name(&entry))),
        Some(Err(_)) => return Err(ArchiveError::Behind),
    }
    only_zeros(archive.into_inner())?;
    Ok(unpacked)
}

/// A folder for the owner alone beside a file of claims, and a file in it that is locked as long as it is open.
fn private_folder(desk: &Path) -> Result<(TempDir, File), VaultError> {
    let beside = beside(desk);
    make_folder(&beside)?;
    let fail = |source| VaultError::Writing {
        path: beside.clone(),
        source,
    };
    let mut builder = tempfile::Builder::new();
    let prefix = prefix(desk);
    builder.prefix(&prefix);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    let folder = builder.tempdir_in(&beside).map_err(fail)?;
    let held = File::create(folder.path().join(LOCK)).map_err(fail)?;
    held.try_lock().map_err(|error| fail(error.into()))?;
    Ok((folder, held))
}

fn beside(desk: &Path) -> PathBuf {
    match desk.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn prefix(desk: &Path) -> String {
    let name = desk.file_name().unwrap_or_default().to_string_lossy();
    format!(".{name}.restore-")
}

/// Returns the folders of unpacked backups that a crash left beside a file of claims.
#[must_use]
pub fn left_unpacked(desk: &Path) -> Vec<PathBuf> {
    let prefix = prefix(desk);
    let ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_folder = path.symlink_metadata().is_ok_and(|about| about.is_dir());
        let free = || match File::open(path.join(LOCK)) {
            Ok(lock) => lock.try_lock().is_ok(),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        name.starts_with(&prefix) && is_folder && free()
    };
    let entries = fs::read_dir(beside(desk));
    let mut found: Vec<PathBuf> = entries
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(ours)
        .collect();
    found.sort();
    found
}

fn name<R: Read>(entry: &tar::Entry<'_, R>) -> String {
    String::from_utf8_lossy(&entry.path_bytes()).into_owned()
}

/// Tells a stream that is no tar file, or no longer one, from one that cannot be read.
fn no_tar(error: io::Error, else_what: impl Fn() -> ArchiveError) -> ArchiveError {
    match error.kind() {
        io::ErrorKind::Other
        | io::ErrorKind::InvalidData
        | io::ErrorKind::InvalidInput
        | io::ErrorKind::UnexpectedEof => else_what(),
        _ => ArchiveError::Reading(error),
    }
}

fn read_manifest<R: Read>(
    entry: &mut tar::Entry<'_, R>,
    wanted: &[Form],
) -> Result<(Form, Manifest), ArchiveError> {
    let named = |form: &&Form| entry.path_bytes()[..] == *form.manifest().as_bytes();
    let form = Form::ALL.iter().find(named).copied();
    let fits = entry.header().entry_type().is_file() && entry.size() <= LONGEST_MANIFEST;
    let form = match form.filter(|_| fits) {
        Some(form) if wanted.contains(&form) => form,
        Some(Form::Bundle) => return Err(ArchiveError::ABundle),
        Some(Form::Backup) | None => return Err(ArchiveError::NotABackup),
    };
    let size = entry.size();
    let mut text = Vec::new();
    entry
        .read_to_end(&mut text)
        .map_err(ArchiveError::Reading)?;
    if text.len() as u64 != size {
        return Err(ArchiveError::Cut);
    }
    #[derive(serde::Deserialize)]
    struct Head {
        schema: String,
    }
    let head: Head = serde_json::from_slice(&text).map_err(|_| ArchiveError::NotABackup)?;
    if head.schema != form.schema() {
        let family = form.schema().trim_end_matches(|c: char| c.is_ascii_digit());
        return Err(match head.schema.starts_with(family) {
            true => ArchiveError::Newer(head.schema),
            false => ArchiveError::NotABackup,
        });
    }
    let manifest = serde_json::from_slice(&text).map_err(|_| ArchiveError::NotABackup)?;
    Ok((form, manifest))
}

/// Checks what the manifest lists, before anything of it is read; returns how many bytes that is.
fn check(form: Form, manifest: &Manifest) -> Result<u64, ArchiveError> {
    let mut names = BTreeSet::new();
    let mut total: u64 = 0;
    for listed in &manifest.files {
        match kind_of(&listed.name) {
            None => return Err(ArchiveError::Name(listed.name.clone())),
            Some(Kind::Evidence(hash)) if hash != listed.sha256 => {
                return Err(ArchiveError::Altered(listed.name.clone()));
            }
            Some(kind) if !form.holds(&kind) => {
                return Err(ArchiveError::Name(listed.name.clone()));
            }
            Some(_) => {}
        }
        // Where a file system does not tell large letters from small ones, the second would write over the first.
        if !names.insert(listed.name.to_lowercase()) {
            return Err(ArchiveError::Twice(listed.name.clone()));
        }
        total = total
            .checked_add(listed.bytes)
            .ok_or_else(|| ArchiveError::Length(listed.name.clone()))?;
    }
    match names.contains(super::archive::DESK) {
        true => Ok(total),
        false => Err(ArchiveError::NoDesk),
    }
}

/// The bytes that a file system still takes, where it tells.
#[cfg(unix)]
fn room(folder: &Path) -> Option<u64> {
    let about = rustix::fs::statvfs(folder).ok()?;
    about.f_bavail.checked_mul(about.f_frsize)
}

#[cfg(not(unix))]
fn room(_: &Path) -> Option<u64> {
    None
}

/// Writes an entry, flushed, and checks every byte of it.
fn write<R: Read>(
    entry: &mut tar::Entry<'_, R>,
    listed: &Listed,
    path: &Path,
    progress: &mut dyn FnMut(u64),
) -> Result<(), ArchiveError> {
    let fail = |source| VaultError::Writing {
        path: path.to_owned(),
        source,
    };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(fail)?;
    let mut source = Telling {
        inner: entry,
        failed: false,
    };
    let facts = match copy::facts(&mut source, &mut file, progress) {
        Ok(facts) => facts,
        Err(error) if source.failed => return Err(no_tar(error, || ArchiveError::Cut)),
        Err(error) => return Err(fail(error).into()),
    };
    if facts.bytes != listed.bytes {
        return Err(ArchiveError::Cut);
    }
    if facts.sha256 != listed.sha256 {
        return Err(ArchiveError::Altered(listed.name.clone()));
    }
    file.sync_all().map_err(|source| fail(source).into())
}

/// Remembers that it was the reading that failed.
struct Telling<R> {
    inner: R,
    failed: bool,
}

impl<R: Read> Read for Telling<R> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(piece);
        if let Err(error) = &read {
            self.failed = error.kind() != io::ErrorKind::Interrupted;
        }
        read
    }
}

/// Reads to the end, so that whoever writes into a pipe is not cut off; there must be nothing but padding.
fn only_zeros(rest: impl Read) -> Result<(), ArchiveError> {
    let mut rest = rest.take(PADDING);
    let mut piece = [0; 8192];
    let mut read = 0;
    loop {
        match rest.read(&mut piece) {
            Ok(0) if read == PADDING => return Err(ArchiveError::Behind),
            Ok(0) => return Ok(()),
            Ok(size) if piece[..size].iter().any(|byte| *byte != 0) => {
                return Err(ArchiveError::Behind);
            }
            Ok(size) => read += size as u64,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(ArchiveError::Reading(error)),
        }
    }
}
