//! A backup, written: everything is hashed first, then goes out in one stream.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tar::{Builder, EntryType, Header};

use super::archive::{DESK, Form, Listed, Manifest, evidence_name, kind_of};
use super::check::Condition;
use super::copy::{facts, hexadecimal};
use super::error::VaultError;
use super::inspect::open;
use super::place::Vault;

/// So many files are kept open from the first look to the last byte, so that one that is deleted meanwhile is still whole.
/// A process may not have many more.
const MOST_OPEN: usize = 200;

/// A backup that is being put together.
#[derive(Debug)]
pub struct Pack {
    form: Form,
    manifest: Manifest,
    contents: Vec<Content>,
    open: usize,
}

#[derive(Debug)]
enum Content {
    Bytes(Vec<u8>),
    Open(PathBuf, File),
    Closed(PathBuf),
}

/// Why a backup could not be written.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A file changed or went away after it was looked at.
    #[error("{0} has changed meanwhile")]
    Changed(PathBuf),
    /// The output took no more.
    #[error("cannot be written")]
    Writing(#[from] io::Error),
}

impl Pack {
    /// Begins a backup or a bundle with the snapshot of a file of claims.
    #[must_use]
    pub fn new(
        form: Form,
        desk: Vec<u8>,
        desk_schema: usize,
        program: &str,
        created_at: String,
    ) -> Pack {
        let mut pack = Pack {
            form,
            manifest: Manifest {
                schema: form.schema().to_owned(),
                program: program.to_owned(),
                created_at,
                desk_schema,
                files: Vec::new(),
                missing: Vec::new(),
            },
            contents: Vec::new(),
            open: 0,
        };
        let listed = Listed {
            name: DESK.to_owned(),
            bytes: desk.len() as u64,
            sha256: hexadecimal(&Sha256::digest(&desk)),
        };
        pack.manifest.files.push(listed);
        pack.contents.push(Content::Bytes(desk));
        pack
    }

    /// Adds the vault's copy of some bytes, once. One that is not intact is left out, and the manifest says so.
    pub fn evidence(&mut self, vault: &Vault, sha256: &str) -> Condition {
        let known = |listed: &Listed| {
            listed.sha256 == sha256 && evidence_name(sha256).as_ref() == Some(&listed.name)
        };
        if self.manifest.files.iter().rev().any(known) {
            return Condition::Intact;
        }
        let path = vault.find(sha256);
        let found = path.and_then(|path| Some((evidence_name(sha256)?, path)));
        let added = match found {
            Some((name, path)) => self.file(name, &path, Some(sha256)),
            None => Err(Condition::Missing),
        };
        let Err(condition) = added else {
            return Condition::Intact;
        };
        if !self.manifest.missing.iter().any(|hash| hash == sha256) {
            self.manifest.missing.push(sha256.to_owned());
        }
        condition
    }

    /// Adds a file of the user's under the name of an entry; `false` when it cannot be read, or has no place in a backup.
    pub fn own_file(&mut self, name: &str, path: &Path) -> bool {
        kind_of(name).is_some() && self.file(name.to_owned(), path, None).is_ok()
    }

    fn file(&mut self, name: String, path: &Path, expected: Option<&str>) -> Result<(), Condition> {
        let mut file = open(path).map_err(|error| Condition::from(&error))?;
        let read = facts(&mut file, &mut io::sink(), &mut |_| {});
        let read = read.map_err(|_| Condition::Unreadable)?;
        if expected.is_some_and(|expected| read.sha256 != expected) {
            return Err(Condition::Altered);
        }
        self.manifest.files.push(Listed {
            name,
            bytes: read.bytes,
            sha256: read.sha256,
        });
        let path = path.to_owned();
        self.contents.push(match self.open < MOST_OPEN {
            true => Content::Open(path, file),
            false => Content::Closed(path),
        });
        self.open += 1;
        Ok(())
    }

    /// Returns how many bytes the files have together.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.manifest.files.iter().map(|listed| listed.bytes).sum()
    }

    /// Writes the backup. `progress` is told how many bytes are done.
    ///
    /// # Errors
    /// When the output takes no more, or a file is no longer what it was when it was added.
    pub fn write(self, out: impl Write, progress: &mut dyn FnMut(u64)) -> Result<(), PackError> {
        let mut tar = Builder::new(out);
        let mut manifest = serde_json::to_vec_pretty(&self.manifest).map_err(io::Error::other)?;
        manifest.push(b'\n');
        tar.append(
            &header(self.form.manifest(), manifest.len() as u64)?,
            &manifest[..],
        )?;
        let mut done = 0;
        for (listed, content) in self.manifest.files.iter().zip(self.contents) {
            let header = header(&listed.name, listed.bytes)?;
            let (mut file, path) = match content {
                Content::Bytes(bytes) => {
                    tar.append(&header, &bytes[..])?;
                    done += listed.bytes;
                    continue;
                }
                Content::Open(path, file) => (file, path),
                Content::Closed(path) => match open(&path) {
                    Ok(file) => (file, path),
                    Err(VaultError::Missing(path)) => return Err(PackError::Changed(path)),
                    Err(error) => return Err(io::Error::other(error).into()),
                },
            };
            file.seek(SeekFrom::Start(0))?;
            let mut bytes = Hashed {
                inner: file.take(listed.bytes),
                hash: Sha256::new(),
                done: &mut done,
                progress,
            };
            tar.append(&header, &mut bytes)?;
            if hexadecimal(&bytes.hash.finalize()) != listed.sha256 {
                return Err(PackError::Changed(path));
            }
        }
        tar.into_inner()?.flush()?;
        Ok(())
    }
}

fn header(name: &str, bytes: u64) -> io::Result<Header> {
    let mut header = Header::new_ustar();
    header.set_path(name)?;
    header.set_size(bytes);
    header.set_mode(0o600);
    header.set_entry_type(EntryType::Regular);
    header.set_cksum();
    Ok(header)
}

/// Bytes that are hashed and counted as they go by.
struct Hashed<'a, R> {
    inner: R,
    hash: Sha256,
    done: &'a mut u64,
    progress: &'a mut dyn FnMut(u64),
}

impl<R: Read> Read for Hashed<'_, R> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let size = self.inner.read(piece)?;
        self.hash.update(&piece[..size]);
        *self.done += size as u64;
        (self.progress)(*self.done);
        Ok(size)
    }
}
