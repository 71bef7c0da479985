//! claimctl: a consumer's own case desk, in one binary and one SQLite file.

pub mod answers;
pub mod commands;
pub mod domain;
pub mod env;
pub mod error;
pub mod export;
pub mod lang;
pub mod letters;
pub mod playbook;
pub mod store;
pub mod ui;
pub mod vault;
pub mod wizard;
