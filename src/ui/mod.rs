//! The only folder that touches the terminal: output, prompts, tables.
//!
//! [`Ui`] is made once and writes results to stdout and everything else to stderr. Tables and listings are made into text
//! first and written by it. [`prompt`] asks the questions of the wizard. [`terminal`] gives the terminal back as it was,
//! whatever the end.

pub mod clipboard;
mod listing;
pub mod output;
pub mod progress;
pub mod prompt;
pub mod style;
pub mod table;
pub mod terminal;
pub mod text;

pub use listing::Listing;
pub use output::{Ui, WriteError};
pub use style::{Align, Cell, Paint, Tone};
pub use table::Table;
pub use terminal::install_signal_handler;
pub use text::{Newlines, sanitize};
