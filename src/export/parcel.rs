//! Several files in one, as a ZIP archive: the same bytes for the same files, whenever and wherever it is written.

use std::io::{self, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A ZIP archive that is being written.
pub struct Parcel<W: Write + Seek>(ZipWriter<W>);

impl<W: Write + Seek> std::fmt::Debug for Parcel<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parcel").finish_non_exhaustive()
    }
}

impl<W: Write + Seek> Parcel<W> {
    /// Begins an archive.
    pub fn new(to: W) -> Parcel<W> {
        Parcel(ZipWriter::new(to))
    }

    /// Begins a file of so many bytes; what is written from now on is in it. The path is parted by `/`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(&mut self, path: &str, bytes: u64) -> io::Result<&mut impl Write> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(6))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o600)
            .system(System::Unix)
            .large_file(bytes >= u64::from(u32::MAX));
        self.0.start_file(path, options)?;
        Ok(&mut self.0)
    }

    /// Ends the archive.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn end(self) -> io::Result<W> {
        Ok(self.0.finish()?)
    }
}
