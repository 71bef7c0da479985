//! The playbooks that come with the program, and what the loader says of broken ones.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod builtin;
mod examples;
mod guide;
mod invalid;
mod library;
mod limits;
mod own;
mod properties;
mod reached;
mod refining;
mod repaired;
mod schema;
