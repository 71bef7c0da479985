//! A file that could not be written: what, why, and what to do.

use std::io;
use std::path::Path;

use crate::domain::harmless::quoted;
use crate::domain::message::Message;
use crate::error::{Exit, Failure, system_cause};
use crate::vault::folder_of;

/// Says that a file could not be written.
pub(super) fn unwritten(path: &Path, error: &io::Error) -> Failure {
    let what = Message::new("error-write-file").with("file", path.display().to_string());
    let failure = Failure::new(Exit::Failed, what).because(system_cause(error));
    if error.kind() != io::ErrorKind::PermissionDenied {
        return failure;
    }
    let folder = quoted(&folder_of(path).display().to_string());
    failure.hint(Message::new("store-hint-writable").with("path", folder))
}
