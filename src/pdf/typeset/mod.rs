//! Typst as a library. Templates are part of the program; what the user wrote reaches them as data, never as source.

mod exhibits;
mod fonts;
mod letter;
mod pages;
mod picture;
mod plain;
mod report;
mod world;

pub(super) use letter::letter;
pub(super) use report::report;
