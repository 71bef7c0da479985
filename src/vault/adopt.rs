//! Bytes that come back from a backup.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use uuid::Uuid;

use super::error::VaultError;
use super::incoming::make_read_only;
use super::place::{Vault, make_folder};

impl Vault {
    /// Puts a file whose bytes have this hash in its place; what is there already, and intact, stays.
    ///
    /// # Errors
    /// When it cannot be moved or copied.
    pub fn adopt(&self, file: &Path, sha256: &str) -> Result<(), VaultError> {
        make_folder(&self.waiting)?;
        let offered = self.waiting.join(format!("{sha256}.{}", Uuid::now_v7()));
        let fail = |source| VaultError::Writing {
            path: offered.clone(),
            source,
        };
        make_read_only(&File::open(file).map_err(fail)?).map_err(fail)?;
        match fs::rename(file, &offered) {
            Ok(()) => self.move_to_place(&offered, sha256),
            // The vault lies on another disk.
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
                let mut copy = self.take_in(file, &mut |_| {})?;
                copy.offer()?;
                copy.settle();
                Ok(())
            }
            Err(error) => Err(fail(error)),
        }
    }
}
