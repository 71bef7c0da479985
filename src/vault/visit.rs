//! A process that brings copies into the waiting room: one lock for all of them, however many there are.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use uuid::Uuid;

use super::error::VaultError;
use super::place::{make_folder, remove};

/// How the name of a lock ends.
const LOCK: &str = "lock";

/// The visits of this process, by the waiting room.
static VISITS: Mutex<Vec<(PathBuf, Weak<Visit>)>> = Mutex::new(Vec::new());

/// As long as it lives, no other process takes what bears its name for a leftover.
#[derive(Debug)]
pub(super) struct Visit {
    name: Uuid,
    lock: PathBuf,
    /// Locked as long as it is open.
    _held: File,
}

impl Visit {
    /// Returns the visit of this process to a waiting room, which is made where it is missing.
    pub(super) fn to(waiting: &Path) -> Result<Arc<Visit>, VaultError> {
        let mut visits = VISITS.lock().unwrap_or_else(PoisonError::into_inner);
        visits.retain(|(_, visit)| visit.strong_count() > 0);
        let here = visits.iter().find(|(room, _)| room == waiting);
        if let Some(visit) = here.and_then(|(_, visit)| visit.upgrade()) {
            return Ok(visit);
        }
        make_folder(waiting)?;
        let fail = |source| VaultError::Writing {
            path: waiting.to_owned(),
            source,
        };
        let name = Uuid::now_v7();
        let lock = waiting.join(format!("{name}.{LOCK}"));
        let held = super::incoming::create(&lock).map_err(fail)?;
        held.try_lock().map_err(|error| fail(error.into()))?;
        let visit = Arc::new(Visit {
            name,
            lock,
            _held: held,
        });
        visits.push((waiting.to_owned(), Arc::downgrade(&visit)));
        Ok(visit)
    }

    /// A name for a copy of this visit that nothing has yet.
    pub(super) fn next(&self) -> String {
        format!("{}-{}", self.name, Uuid::now_v7())
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        let _ = remove(&self.lock);
    }
}

/// Whether a file of the waiting room is the lock of a visit.
pub(super) fn is_lock(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == LOCK)
}

/// Whether nobody works on a file of the waiting room any more: the visit that it belongs to is over.
pub(super) fn is_left(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // `<hash>.<visit>-<number>`, `<visit>-<number>.part`, `<visit>.lock`; an older version named copies after no visit.
    let visit = name
        .split('.')
        .find_map(|part| Uuid::parse_str(part.get(..36)?).ok());
    let lock = visit.map(|visit| path.with_file_name(format!("{visit}.{LOCK}")));
    let free = |path: &Path| File::open(path).is_ok_and(|file| file.try_lock().is_ok());
    match lock.filter(|lock| lock.symlink_metadata().is_ok()) {
        Some(lock) => free(&lock),
        None => free(path),
    }
}
