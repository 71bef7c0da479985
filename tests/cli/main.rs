//! The command line as its users meet it: the real binary, and real terminals.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[cfg(unix)]
mod home;
#[cfg(unix)]
mod prompts;
#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod walk;
#[cfg(unix)]
mod walk_interrupted;
#[cfg(unix)]
mod walk_later;
#[cfg(unix)]
mod walk_plain;
