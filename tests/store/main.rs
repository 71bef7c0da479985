//! The store through the library's public face: what is written comes back, what is not ours stays as it is.
#![allow(clippy::unwrap_used)]

mod backup;
mod concurrent;
mod exchange;
mod list;
mod refused;
mod round_trip;
mod salvage;
mod versions;

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use claimctl::domain::claim::Claim;
use claimctl::domain::language::Language;
use claimctl::store::{Access, Store};
use tempfile::TempDir;

/// A folder of its own, and the path of a file of claims in it that does not exist yet.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("claims.db")
    }

    fn open(&self) -> Store {
        Store::open(&self.file()).unwrap()
    }

    fn read(&self) -> Store {
        Store::open_existing(&self.file(), Access::Read)
            .unwrap()
            .unwrap()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn now() -> DateTime<Utc> {
    instant("2026-11-20T10:00:00.123456789Z")
}

fn from(seller: &str) -> Claim {
    Claim {
        seller: Some(seller.to_owned()),
        draft: false,
        ..Claim::draft(Language::French)
    }
}
