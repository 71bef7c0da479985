//! The command line as its users meet it: the real binary, and real terminals.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[cfg(unix)]
mod prompts;
#[cfg(unix)]
mod pty;
