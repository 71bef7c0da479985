//! Evidence on disk: copies named by their hash, and what a file is.
//!
//! A copy is made in three steps, so that a crash at any moment leaves neither a row without its file nor a file that
//! nobody knows. [`Vault::take_in`] copies the bytes into a waiting room, flushed and locked. [`Incoming::offer`] gives
//! them their name there, before the desk commits its row. [`Incoming::settle`] moves them to their place after that.
//! Whoever looks a file up looks in both; what a crash left in the waiting room is cleared by [`Vault::sweep`].
//!
//! A backup of a desk is a tar file, and so is a bundle of claims: [`Pack`] writes one, [`unpack`] checks one whole before
//! anybody uses it.

mod adopt;
mod archive;
mod check;
mod copy;
mod error;
mod extract;
mod incoming;
mod inspect;
mod mail;
mod pack;
mod picture;
mod place;
mod rights;
mod shown;
mod unpack;
mod visit;

pub use archive::{ArchiveError, Form, Listed, Manifest};
pub use check::Condition;
pub use error::VaultError;
pub use extract::{copy_to, extract, hash, read};
pub use incoming::Incoming;
pub use inspect::{FileFacts, inspect};
pub use mail::{Attachment, MailFile, Reading, read_mail};
pub use pack::{Pack, PackError};
pub use picture::picture_day;
pub use place::{Aside, Vault};
pub use rights::{Loose, barred, folder_of, loose};
pub use unpack::{Unpacked, left_unpacked, unpack};
