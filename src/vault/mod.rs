//! Evidence on disk: size, hash, type.

mod error;
mod inspect;

pub use error::VaultError;
pub use inspect::{FileFacts, inspect};
