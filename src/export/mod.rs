//! The stable public schema (records) and one file per format.
//!
//! Scripts rely on these names: additions are allowed, renames are not. Absent values are null, never left out.

pub mod csv;
pub mod eml;
pub mod evidence;
pub mod html;
pub mod json;
pub mod letter;
pub mod markdown;
pub mod offer;
pub mod parcel;
pub mod picture;
pub mod playbook;
pub mod record;
pub mod rights;
pub mod row;
#[cfg(test)]
mod tests;
pub mod timeline;
