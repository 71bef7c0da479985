//! The command line as its users meet it: the real binary, and real terminals.

#[cfg(unix)]
mod prompts;
#[cfg(unix)]
mod pty;
