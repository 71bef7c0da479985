//! The questions of the walk, without a terminal and without a desk.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod answers;
mod person;
mod questions;
