//! One file of the user's, read with care: no pipe is waited for, nothing large is taken in.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::diagnostic::Diagnostic;

/// The largest file that is read, in bytes: four times the largest of the built-in playbooks.
const LARGEST: u64 = 500_000;

/// Reads the text of a file.
///
/// # Errors
/// What is wrong with it, when it is no ordinary file, cannot be read, is too large or no text in UTF-8.
pub(super) fn text(path: &Path, shown: &str) -> Result<String, Box<Diagnostic>> {
    let whole = |code| Box::new(Diagnostic::of_file(code, shown));
    let about = fs::metadata(path).map_err(|_| whole("unreadable"))?;
    if !about.is_file() {
        return Err(whole("not-a-file"));
    }
    let bytes = bytes(path).map_err(|_| whole("unreadable"))?;
    let Some(bytes) = bytes else {
        let largest = i64::try_from(LARGEST / 1_000).unwrap_or(i64::MAX);
        return Err(Box::new(whole("too-large").with("largest", largest)));
    };
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes());
        let problem = Diagnostic::at("not-utf-8", shown, &text, &(at..at + 1));
        Box::new(problem)
    })
}

/// The bytes of a file; `None` when there are too many. Some files do not tell their size, so it is not asked for.
fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)?;
    let fits = u64::try_from(bytes.len()).is_ok_and(|size| size <= LARGEST);
    Ok(fits.then_some(bytes))
}
