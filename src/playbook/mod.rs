//! Playbooks: TOML to domain, with diagnostics.
//!
//! A text becomes raw tables (`read`, `raw`), which are validated piece by piece into a
//! [`Playbook`](crate::domain::playbook::Playbook). What a file says of other files is checked over the whole library.

mod builtin;
mod check;
mod condition;
mod cross;
mod dead_end;
mod diagnostic;
mod draft;
mod example;
mod facts;
mod holidays;
mod inherit;
mod letter;
mod library;
mod own;
mod question;
mod raw;
mod read;
mod refit;
mod route;
mod rule;
mod run;
mod schema;
mod skeleton;
mod spanned;
mod surcharge;
mod text;
mod together;
mod user;
mod validate;

pub use builtin::{builtin_fingerprint, builtin_ids, builtin_text};
pub use diagnostic::{CODES, Diagnostic};
pub use holidays::parse_holidays;
pub use library::{PlaybookError, check, load, load_beside, load_with_examples, parse};
pub use run::{ExampleFailure, run_examples};
pub use schema::schema;
pub use skeleton::{SCHEMA_FILE, is_held, kind_of, skeleton};
pub use together::{Checked, Files, Flaws, gather};

/// Returns what stored dates depend on: the built-in files, and the user's own with their time stamps.
#[must_use]
pub fn fingerprint(user_folder: Option<&std::path::Path>) -> String {
    builtin_fingerprint().to_owned() + &user_folder.map(user::stamp).unwrap_or_default()
}
