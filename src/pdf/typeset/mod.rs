//! Typst as a library. Templates are part of the program; what the user wrote reaches them as data, never as source.

mod exhibits;
mod file;
mod fonts;
mod letter;
mod pages;
mod picture;
mod plain;
mod world;

pub(super) use file::file;
pub(super) use letter::letter;
