//! What a backup and a bundle are: a plain tar file, first a manifest, then exactly what the manifest lists, in its order.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::place::is_hash;
use crate::domain::message::Message;

/// What a file is for. They are alike but for their manifests, so that nobody takes one for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A whole desk, to put in the place of another.
    Backup,
    /// Claims with their evidence, to become one with those of another desk.
    Bundle,
}

impl Form {
    pub const ALL: &'static [Form] = &[Form::Backup, Form::Bundle];

    /// The name of the first entry.
    pub(super) const fn manifest(self) -> &'static str {
        match self {
            Form::Backup => "claimctl-backup.json",
            Form::Bundle => "claimctl-bundle.json",
        }
    }

    /// What this version writes and reads.
    pub(super) const fn schema(self) -> &'static str {
        match self {
            Form::Backup => "claimctl/backup/1",
            Form::Bundle => "claimctl/bundle/1",
        }
    }

    /// Whether such a file holds such an entry.
    pub(super) const fn holds(self, kind: &Kind) -> bool {
        match (self, kind) {
            (_, Kind::Desk | Kind::Evidence(_)) | (Form::Backup, _) => true,
            (Form::Bundle, Kind::Settings | Kind::Playbook(_)) => false,
        }
    }
}

/// The snapshot of the file of claims.
pub(super) const DESK: &str = "claims.db";
/// The settings, where there are any.
pub(super) const SETTINGS: &str = "config.toml";
const EVIDENCE: &str = "evidence/";
pub(super) const PLAYBOOKS: &str = "playbooks/";

/// The longest manifest that is read, in bytes: some hundred thousand files.
pub(super) const LONGEST_MANIFEST: u64 = 64 << 20;
/// The deepest that a playbook lies, and the longest name that fits into an entry of a plain tar file.
const DEEPEST: usize = 8;
const LONGEST_NAME: usize = 200;

/// What the backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub(super) schema: String,
    /// The version of the program that wrote it.
    pub program: String,
    /// RFC 3339, in UTC.
    pub created_at: String,
    /// The number of migrations that the file of claims has had.
    pub desk_schema: usize,
    /// Every other entry, in the order in which they come.
    pub files: Vec<Listed>,
    /// The hashes of evidence whose copy was missing or altered.
    pub missing: Vec<String>,
}

/// One entry, as the manifest lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    pub name: String,
    pub bytes: u64,
    pub sha256: String,
}

/// What an entry is, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Desk,
    Settings,
    /// The copy of the bytes with this hash.
    Evidence(String),
    /// A playbook, by its path below the user's folder.
    Playbook(PathBuf),
}

/// Returns what a name stands for; `None` for every name that no backup has, such as one that leads elsewhere.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    match name {
        DESK => return Some(Kind::Desk),
        SETTINGS => return Some(Kind::Settings),
        _ => {}
    }
    if let Some(rest) = name.strip_prefix(EVIDENCE) {
        let (shelf, hash) = rest.split_once('/')?;
        let fits = is_hash(hash) && hash.starts_with(shelf) && shelf.len() == 2;
        return fits.then(|| Kind::Evidence(hash.to_owned()));
    }
    let path = name.strip_prefix(PLAYBOOKS)?;
    let plain = |part: &str| {
        let bad = |c: char| c.is_control() || "\\:*?\"<>|".contains(c);
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with(['.', ' '])
            && !part.contains(bad)
    };
    let fits = name.len() <= LONGEST_NAME
        && path.ends_with(".toml")
        && path.split('/').count() <= DEEPEST
        && path.split('/').all(plain);
    fits.then(|| Kind::Playbook(path.split('/').collect()))
}

/// The name of the entry with the copy of some bytes.
pub(super) fn evidence_name(sha256: &str) -> Option<String> {
    is_hash(sha256).then(|| format!("{EVIDENCE}{}/{sha256}", &sha256[..2]))
}

/// Why a file is refused as a backup.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    #[error("cannot be read")]
    Reading(#[source] std::io::Error),
    #[error("no backup")]
    NotABackup,
    #[error("a bundle, where a backup is wanted")]
    ABundle,
    #[error("a backup of the form {0}")]
    Newer(String),
    #[error("cut off")]
    Cut,
    #[error("an entry named {0}")]
    Name(String),
    #[error("{0} is no ordinary file")]
    NotAFile(String),
    #[error("{0} is listed twice")]
    Twice(String),
    #[error("{0} is not what the manifest lists here")]
    Unlisted(String),
    #[error("{0} is not as long as the manifest says")]
    Length(String),
    #[error("{0} is altered")]
    Altered(String),
    #[error("no file of claims")]
    NoDesk,
    #[error("something behind the end")]
    Behind,
    #[error("{needed} bytes, where there is room for {free}")]
    TooLarge { needed: u64, free: u64 },
    #[error("cannot be unpacked")]
    Unpacking(#[from] super::VaultError),
}

impl ArchiveError {
    /// Returns why, as the cause of a refusal.
    #[must_use]
    pub fn message(&self) -> Message {
        let named = |key: &str, name: &str| Message::new(key).with("name", name);
        match self {
            ArchiveError::Reading(source) => {
                Message::new("store-cause-system").with("text", source.to_string())
            }
            ArchiveError::NotABackup => Message::new("safe-not-a-backup"),
            ArchiveError::ABundle => Message::new("safe-a-bundle"),
            ArchiveError::Newer(schema) => named("safe-newer", schema),
            ArchiveError::Cut => Message::new("safe-cut"),
            ArchiveError::Name(name) => named("safe-name", name),
            ArchiveError::NotAFile(name) => named("safe-not-a-file", name),
            ArchiveError::Twice(name) => named("safe-twice", name),
            ArchiveError::Unlisted(name) => named("safe-unlisted", name),
            ArchiveError::Length(name) => named("safe-length", name),
            ArchiveError::Altered(name) => named("safe-altered", name),
            ArchiveError::NoDesk => Message::new("safe-no-desk"),
            ArchiveError::Behind => Message::new("safe-behind"),
            ArchiveError::TooLarge { needed, free } => Message::new("safe-too-large")
                .with("needed", megabytes(*needed))
                .with("free", megabytes(*free)),
            ArchiveError::Unpacking(error) => error.message(),
        }
    }
}

fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1_000_000).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_a_backup_stand_for_something() {
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let evidence = format!("evidence/ba/{hash}");
        assert_eq!(kind_of("claims.db"), Some(Kind::Desk));
        assert_eq!(kind_of(&evidence), Some(Kind::Evidence(hash.to_owned())));
        assert_eq!(evidence_name(hash), Some(evidence.clone()));
        assert_eq!(
            kind_of("playbooks/platform/my-shop.toml"),
            Some(Kind::Playbook(PathBuf::from("platform/my-shop.toml")))
        );
        for name in [
            "",
            ".",
            "..",
            "/etc/passwd",
            "../claims.db",
            "./claims.db",
            "claims.db/",
            "evidence/../claims.db",
            &format!("evidence/bb/{hash}"),
            &format!("evidence/{hash}"),
            &format!("{evidence}/"),
            &evidence.to_uppercase(),
            "playbooks/",
            "playbooks/a.txt",
            "playbooks//a.toml",
            "playbooks/../a.toml",
            "playbooks/.hidden.toml",
            "playbooks/.git/a.toml",
            "playbooks/a\\..\\b.toml",
            "playbooks/c:/a.toml",
            "playbooks/a\nb.toml",
            "playbooks/a/b/c/d/e/f/g/h/i.toml",
            &format!("playbooks/{}.toml", "a".repeat(200)),
        ] {
            assert_eq!(kind_of(name), None, "{name}");
        }
    }
}
