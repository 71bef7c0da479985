//! The PDFs of a build that makes them, read by another program's eyes.

#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used)]

mod letter;
mod reader;
