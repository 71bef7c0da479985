//! Typst as a library. Templates are part of the program; what the user wrote reaches them as data, never as source.

mod fonts;
mod letter;
mod plain;
mod world;

pub(super) use letter::letter;
