//! What a file is: read once, in pieces, whatever its size.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::copy;
use super::error::VaultError;

/// What there is to know of a file's content.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileFacts {
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    pub bytes: u64,
    /// The type recognised from the first bytes, such as `image/png`; none for plain text.
    pub media_type: Option<String>,
}

/// Reads a file and returns its hash, size and type.
///
/// # Errors
/// When there is no such file, it is no ordinary file, or it cannot be read.
pub fn inspect(path: &Path) -> Result<FileFacts, VaultError> {
    let mut file = open(path)?;
    copy::facts(&mut file, &mut io::sink(), &mut |_| {})
        .map_err(|source| VaultError::reading(path, source))
}

/// Opens an ordinary file to read.
pub(super) fn open(path: &Path) -> Result<File, VaultError> {
    let fail = |source| VaultError::reading(path, source);
    // Asked before it is opened: to open a pipe would wait for somebody to write into it.
    let kind = fs::metadata(path).map_err(fail)?;
    if kind.is_dir() {
        return Err(VaultError::Folder(path.to_owned()));
    }
    if !kind.is_file() {
        return Err(VaultError::NotAFile(path.to_owned()));
    }
    File::open(path).map_err(fail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::copy::PIECE;

    fn facts(content: &[u8]) -> FileFacts {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("été 🙂.bin");
        fs::write(&path, content).unwrap();
        inspect(&path).unwrap()
    }

    #[test]
    fn knows_hash_size_and_type() {
        let empty = facts(b"");
        assert_eq!(
            empty.sha256,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        assert_eq!((empty.bytes, empty.media_type), (0, None));
        let abc = facts(b"abc");
        assert_eq!(
            abc.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!((abc.bytes, abc.media_type), (3, None));
        let png = facts(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
        assert_eq!(png.media_type.as_deref(), Some("image/png"));
        let pdf = facts(b"%PDF-1.7\n");
        assert_eq!(pdf.media_type.as_deref(), Some("application/pdf"));
    }

    #[test]
    fn reads_more_than_one_piece() {
        // The million letters a of the standard's third example.
        let million = facts(&vec![b'a'; 1_000_000]);
        assert_eq!(
            million.sha256,
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        );
        assert_eq!(million.bytes, 1_000_000);
        assert_eq!(facts(&vec![0; PIECE]).bytes, PIECE as u64);
    }

    #[test]
    fn refuses_what_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let missing = inspect(&folder.path().join("none.png")).unwrap_err();
        assert_eq!(missing.message().key, "store-evidence-missing");
        let directory = inspect(folder.path()).unwrap_err();
        assert_eq!(directory.message().key, "store-evidence-folder");
        let file = folder.path().join("file");
        fs::write(&file, "x").unwrap();
        let below = inspect(&file.join("none.png")).unwrap_err();
        assert_eq!(below.message().key, "store-evidence-missing");
        #[cfg(unix)]
        assert_eq!(
            inspect(Path::new("/dev/null")).unwrap_err().message().key,
            "store-evidence-not-a-file"
        );
    }
}
