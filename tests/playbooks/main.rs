//! The playbooks that come with the program, and what the loader says of broken ones.

mod builtin;
mod examples;
mod invalid;
mod library;
