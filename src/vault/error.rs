//! How a file of evidence can fail to be read, in words that catalogues know.

use std::io;
use std::path::{Path, PathBuf};

use super::rights::folder_of;
use crate::domain::harmless::quoted;
use crate::domain::message::Message;

/// Why a file cannot serve as evidence.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    #[error("no file {0}")]
    Missing(PathBuf),
    #[error("{0} is a folder")]
    Folder(PathBuf),
    #[error("{0} is not a file")]
    NotAFile(PathBuf),
    #[error("no right to read {0}")]
    Denied(PathBuf),
    #[error("cannot read {path}")]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("cannot write {path}")]
    Writing { path: PathBuf, source: io::Error },
    #[error("cannot copy {path}")]
    Copying { path: PathBuf, source: io::Error },
    #[error("{0} is there already")]
    Taken(PathBuf),
    #[error("{0} is not what it was")]
    Altered(PathBuf),
}

impl VaultError {
    pub(super) fn reading(path: &Path, source: io::Error) -> VaultError {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => VaultError::Missing(path),
            io::ErrorKind::PermissionDenied => VaultError::Denied(path),
            io::ErrorKind::IsADirectory => VaultError::Folder(path),
            _ => VaultError::Unreadable { path, source },
        }
    }

    /// Returns what went wrong.
    #[must_use]
    pub fn message(&self) -> Message {
        let (key, path) = match self {
            VaultError::Missing(path) => ("store-evidence-missing", path),
            VaultError::Folder(path) => ("store-evidence-folder", path),
            VaultError::NotAFile(path) => ("store-evidence-not-a-file", path),
            VaultError::Denied(path) => ("store-evidence-denied", path),
            VaultError::Unreadable { path, .. } => ("store-evidence-unreadable", path),
            VaultError::Copying { path, source } | VaultError::Writing { path, source }
                if is_full(source) =>
            {
                ("store-evidence-full", path)
            }
            VaultError::Writing { path, .. } => ("store-evidence-unwritable", path),
            VaultError::Copying { path, .. } => ("store-evidence-uncopied", path),
            VaultError::Taken(path) => ("store-evidence-taken", path),
            VaultError::Altered(path) => ("store-evidence-altered", path),
        };
        Message::new(key).with("path", path.display().to_string())
    }

    /// Returns the reason behind it, where the system gave one.
    #[must_use]
    pub fn cause(&self) -> Option<Message> {
        match self {
            VaultError::Copying { source, .. } | VaultError::Writing { source, .. }
                if is_full(source) =>
            {
                None
            }
            VaultError::Unreadable { source, .. }
            | VaultError::Copying { source, .. }
            | VaultError::Writing { source, .. } => Some(match source.kind() {
                io::ErrorKind::PermissionDenied => Message::new("store-cause-denied"),
                io::ErrorKind::ReadOnlyFilesystem => Message::new("store-cause-read-only"),
                _ => Message::new("store-cause-system").with("text", source.to_string()),
            }),
            _ => None,
        }
    }

    /// Returns what to do next, where there is something to do.
    #[must_use]
    pub fn hint(&self) -> Option<Message> {
        match self {
            VaultError::Missing(path) if !path.to_string_lossy().contains(' ') => {
                Some(Message::new("store-evidence-hint-missing"))
            }
            VaultError::Copying { source, .. } | VaultError::Writing { source, .. }
                if is_full(source) =>
            {
                Some(Message::new("store-evidence-hint-full"))
            }
            VaultError::Copying { path, source } | VaultError::Writing { path, source }
                if source.kind() == io::ErrorKind::PermissionDenied =>
            {
                let folder = match path.is_dir() {
                    true => path.clone(),
                    false => folder_of(path),
                };
                let folder = quoted(&folder.display().to_string());
                Some(Message::new("store-hint-writable").with("path", folder))
            }
            VaultError::Taken(_) => Some(Message::new("store-evidence-hint-taken")),
            VaultError::Altered(_) => Some(Message::new("store-evidence-hint-altered")),
            VaultError::Denied(path) => Some(
                Message::new("store-evidence-hint-denied")
                    .with("path", quoted(&path.display().to_string())),
            ),
            _ => None,
        }
    }
}

fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
    )
}
