//! Copying bytes: exactly, in pieces, hashed on the way.

use std::fs::File;
use std::io::{self, Read, Write};

use sha2::{Digest, Sha256};

use super::inspect::FileFacts;

/// How much is read at a time. The first piece is more than any type's mark needs.
pub(super) const PIECE: usize = 256 * 1024;

/// Copies a file into an empty one and returns what was written. Where the file system can share the bytes between the
/// two, it does, and they are only read. `progress` is told how many bytes are done.
pub(super) fn copy(
    from: &mut File,
    to: &mut File,
    progress: &mut dyn FnMut(u64),
) -> io::Result<FileFacts> {
    if shared(from, to) {
        return facts(to, &mut io::sink(), progress);
    }
    facts(from, to, progress)
}

/// Whether one file now has the bytes of the other without a copy.
#[cfg(target_os = "linux")]
fn shared(from: &File, to: &File) -> bool {
    rustix::fs::ioctl_ficlone(to, from).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn shared(_: &File, _: &File) -> bool {
    false
}

/// Reads to the end, hands every piece on, and returns what went by.
pub(super) fn facts(
    from: &mut impl Read,
    to: &mut impl Write,
    progress: &mut dyn FnMut(u64),
) -> io::Result<FileFacts> {
    let mut hash = Sha256::new();
    let mut bytes = 0;
    let mut media_type = None;
    let mut piece = vec![0; PIECE];
    loop {
        let size = fill(from, &mut piece)?;
        let read = &piece[..size];
        if bytes == 0 {
            media_type = infer::get(read).map(|kind| kind.mime_type().to_owned());
        }
        hash.update(read);
        to.write_all(read)?;
        bytes += size as u64;
        progress(bytes);
        if size < PIECE {
            break;
        }
    }
    Ok(FileFacts {
        sha256: hexadecimal(&hash.finalize()),
        bytes,
        media_type,
    })
}

/// A hash as the desk writes it.
pub(super) fn hexadecimal(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads until the piece is full or the file ends; returns how much was read.
fn fill(file: &mut impl Read, piece: &mut [u8]) -> io::Result<usize> {
    let mut size = 0;
    while size < piece.len() {
        match file.read(&mut piece[size..]) {
            Ok(0) => break,
            Ok(read) => size += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(size)
}
