//! The PDFs of a build that makes them, read by another program's eyes.

#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used)]

mod letter;
mod print;
mod reader;
mod report;

/// Leaves a document where somebody can look at it.
#[track_caller]
fn keep(bytes: &[u8]) {
    let here = std::panic::Location::caller();
    let file = std::path::Path::new(here.file()).file_stem().unwrap();
    let name = format!("{}-{}.pdf", file.display(), here.line());
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join(name), bytes).unwrap();
}
