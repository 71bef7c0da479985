//! The clipboard: through a program that the desktop has, else through the terminal itself.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::output::Ui;

/// The programs that put their input on the clipboard, the first that succeeds is enough. Each of them fails at once where
/// the desktop it is for is not there.
const PROGRAMS: &[(&str, &[&str])] = &[
    ("wl-copy", &[]),
    ("xclip", &["-selection", "clipboard"]),
    ("pbcopy", &[]),
    ("clip.exe", &[]),
];

/// The longest text that terminals take, in bytes before the encoding.
const LONGEST: usize = 70_000;

impl Ui {
    /// Puts a text on the clipboard.
    ///
    /// # Errors
    /// When there is neither such a program nor a terminal.
    pub fn copy(&self, text: &str) -> io::Result<()> {
        if PROGRAMS
            .iter()
            .any(|(name, args)| given_to(name, args, text))
        {
            return Ok(());
        }
        if !self.streams().stderr_is_terminal || self.settings().dumb || text.len() > LONGEST {
            return Err(io::Error::new(io::ErrorKind::NotFound, "wl-copy, xclip"));
        }
        // OSC 52: the terminal keeps it; nothing is shown.
        self.err_raw(&format!("\x1b]52;c;{}\x07", STANDARD.encode(text)));
        Ok(())
    }
}

/// Whether a program took a text.
fn given_to(name: &str, args: &[&str], text: &str) -> bool {
    let started = Command::new(name)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = started else { return false };
    let written = match child.stdin.take() {
        Some(mut stdin) => stdin.write_all(text.as_bytes()),
        None => Ok(()),
    };
    child.wait().is_ok_and(|status| status.success()) && written.is_ok()
}
