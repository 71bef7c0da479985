//! How the store fails, in words that catalogues know.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_READONLY_DIRECTORY;

use crate::domain::harmless::quoted;
use crate::domain::message::Message;

use super::columns::{OutsideCalendar, UnknownValue};

/// Why the store could not do what was asked. The file is then as it was before.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("cannot create the folder {path}")]
    Folder { path: PathBuf, source: io::Error },
    #[error("cannot reach {path}")]
    Reach { path: PathBuf, source: io::Error },
    #[error("{0} is a folder")]
    IsFolder(PathBuf),
    #[error("{0} is not a file")]
    NotAFile(PathBuf),
    #[error("cannot open {0}, or write beside it")]
    CannotOpen(PathBuf),
    #[error("{0} is not a database")]
    NotADatabase(PathBuf),
    #[error("{0} belongs to another program")]
    NotOurs(PathBuf),
    #[error("{path} was written by a newer version (schema {found}, this one knows {known})")]
    Newer {
        path: PathBuf,
        found: usize,
        known: usize,
    },
    #[error("{0} is damaged")]
    Damaged(PathBuf),
    #[error("{0} cannot be written to")]
    ReadOnly(PathBuf),
    #[error("{0} is in use")]
    Busy(PathBuf),
    #[error("no space left for {0}")]
    Full(PathBuf),
    #[error("{path} holds a value that is unknown here: {value}")]
    Value { path: PathBuf, value: String },
    #[error("{0} is outside the calendar")]
    Day(NaiveDate),
    #[error("no claim {0}")]
    NoSuchClaim(i64),
    #[error("claim {claim} has no event {no}")]
    NoSuchEvent { claim: i64, no: u32 },
    #[error("claim {claim} has no evidence {no}")]
    NoSuchEvidence { claim: i64, no: u32 },
    #[error("SQLite failed on {path}")]
    Sqlite {
        path: PathBuf,
        source: rusqlite::Error,
    },
}

/// Shows a path as text.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

impl StoreError {
    /// Sorts an error of SQLite into what the user can do about it.
    pub(super) fn sqlite(path: &Path, error: rusqlite::Error) -> StoreError {
        let path = path.to_owned();
        match &error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                // The file could be written to, but no journal can be made beside it.
                ErrorCode::ReadOnly if failure.extended_code == SQLITE_READONLY_DIRECTORY => {
                    StoreError::ReadOnly(path.parent().map_or(path.clone(), Path::to_owned))
                }
                ErrorCode::NotADatabase => StoreError::NotADatabase(path),
                ErrorCode::DatabaseCorrupt => StoreError::Damaged(path),
                ErrorCode::ReadOnly => StoreError::ReadOnly(path),
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy(path),
                ErrorCode::DiskFull => StoreError::Full(path),
                ErrorCode::CannotOpen | ErrorCode::PermissionDenied => StoreError::CannotOpen(path),
                _ => StoreError::Sqlite {
                    path,
                    source: error,
                },
            },
            rusqlite::Error::FromSqlConversionFailure(_, _, reason) => {
                let value = match reason.downcast_ref::<UnknownValue>() {
                    Some(UnknownValue(value)) => value.clone(),
                    None => reason.to_string(),
                };
                StoreError::Value { path, value }
            }
            rusqlite::Error::IntegralValueOutOfRange(_, number) => StoreError::Value {
                path,
                value: number.to_string(),
            },
            rusqlite::Error::ToSqlConversionFailure(reason) => {
                match reason.downcast_ref::<OutsideCalendar>() {
                    Some(OutsideCalendar(day)) => StoreError::Day(*day),
                    None => StoreError::Sqlite {
                        path,
                        source: error,
                    },
                }
            }
            _ => StoreError::Sqlite {
                path,
                source: error,
            },
        }
    }

    /// Returns what went wrong.
    #[must_use]
    pub fn message(&self) -> Message {
        let about = |key: &str, path: &Path| Message::new(key).with("path", shown(path));
        match self {
            StoreError::Folder { path, .. } => about("store-no-folder", path),
            StoreError::Reach { path, .. } => about("store-no-reach", path),
            StoreError::CannotOpen(path) => about("store-cannot-open", path),
            StoreError::IsFolder(path) => about("store-is-folder", path),
            StoreError::NotAFile(path) => about("store-not-a-file", path),
            StoreError::NotADatabase(path) => about("store-not-a-database", path),
            StoreError::NotOurs(path) => about("store-not-ours", path),
            StoreError::Newer { path, .. } => about("store-newer", path),
            StoreError::Damaged(path) => about("store-damaged", path),
            StoreError::ReadOnly(path) => about("store-read-only", path),
            StoreError::Busy(path) => about("store-busy", path),
            StoreError::Full(path) => about("store-full", path),
            StoreError::Value { path, value } => {
                about("store-value", path).with("value", value.as_str())
            }
            StoreError::Day(day) => Message::new("store-day").with("day", day.to_string()),
            StoreError::NoSuchClaim(id) => Message::new("store-no-claim").with("id", *id),
            StoreError::NoSuchEvent { claim, no } => Message::new("store-no-event")
                .with("id", *claim)
                .with("no", i64::from(*no)),
            StoreError::NoSuchEvidence { claim, no } => Message::new("store-no-evidence")
                .with("id", *claim)
                .with("no", i64::from(*no)),
            StoreError::Sqlite { path, .. } => about("store-sqlite", path),
        }
    }

    /// Returns the reason behind it, where the system gave one.
    #[must_use]
    pub fn cause(&self) -> Option<Message> {
        match self {
            StoreError::Folder { source, .. } | StoreError::Reach { source, .. } => {
                Some(match source.kind() {
                    io::ErrorKind::PermissionDenied => Message::new("store-cause-denied"),
                    io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
                        Message::new("store-cause-not-a-folder")
                    }
                    io::ErrorKind::ReadOnlyFilesystem => Message::new("store-cause-read-only"),
                    io::ErrorKind::StorageFull => Message::new("store-cause-full"),
                    io::ErrorKind::NotFound => Message::new("store-cause-missing"),
                    _ => Message::new("store-cause-system").with("text", source.to_string()),
                })
            }
            StoreError::Newer { found, known, .. } => Some(
                Message::new("store-cause-newer")
                    .with("found", i64::try_from(*found).unwrap_or(i64::MAX))
                    .with("known", i64::try_from(*known).unwrap_or(i64::MAX)),
            ),
            StoreError::Sqlite { source, .. } => {
                Some(Message::new("store-cause-system").with("text", source.to_string()))
            }
            _ => None,
        }
    }

    /// Returns what to do next, where there is something to do.
    #[must_use]
    pub fn hint(&self) -> Option<Message> {
        let key = match self {
            StoreError::Folder { .. }
            | StoreError::Reach { .. }
            | StoreError::IsFolder(_)
            | StoreError::NotAFile(_)
            | StoreError::NotADatabase(_)
            | StoreError::NotOurs(_) => "store-hint-other-file",
            StoreError::Newer { .. } => "store-hint-newer",
            StoreError::Damaged(_) | StoreError::Value { .. } => "store-hint-restore",
            StoreError::ReadOnly(path) => {
                return Some(
                    Message::new("store-hint-writable").with("path", quoted(&shown(path))),
                );
            }
            StoreError::CannotOpen(path) => {
                return Some(Message::new("store-hint-open").with("path", quoted(&shown(path))));
            }
            StoreError::Busy(_) => "store-hint-again",
            StoreError::Full(_) => "store-hint-space",
            StoreError::NoSuchClaim(_) => "store-hint-list",
            StoreError::NoSuchEvent { claim, .. } | StoreError::NoSuchEvidence { claim, .. } => {
                return Some(Message::new("store-hint-show").with("id", *claim));
            }
            StoreError::Day(_) | StoreError::Sqlite { .. } => return None,
        };
        Some(Message::new(key))
    }
}
