//! How far a long copy is: a bar in a terminal, nothing else.

use indicatif::{ProgressBar, ProgressStyle};

use super::Ui;

/// Smaller files are copied before anybody could look.
const WORTH_SHOWING: u64 = 64 * 1024 * 1024;

/// A bar that is taken away when it is dropped.
#[derive(Debug)]
pub struct Progress(Option<ProgressBar>);

impl Ui {
    /// Begins to show how many bytes of a file are done; nothing without a terminal, with `-q`, or for a small file.
    #[must_use]
    pub fn progress(&self, name: &str, total: u64) -> Progress {
        let settings = self.settings();
        let seen = self.streams().stderr_is_terminal && !settings.quiet && !settings.dumb;
        if !seen || total < WORTH_SHOWING {
            return Progress(None);
        }
        let bar = ProgressBar::new(total).with_message(name.to_owned());
        let style = ProgressStyle::with_template("{msg} [{bar:20}] {percent} %");
        Progress(Some(match style {
            Ok(style) => bar.with_style(style.progress_chars("##-")),
            Err(_) => bar,
        }))
    }
}

impl Progress {
    /// Says how many bytes are done.
    pub fn done(&self, bytes: u64) {
        if let Some(bar) = &self.0 {
            bar.set_position(bytes);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
