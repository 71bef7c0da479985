//! JSON: one object with the name of its schema, readable, ending in a line break. What would command a terminal is escaped.

use std::io::{self, Write};

use chrono::NaiveDate;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::record::ClaimRecord;
use crate::domain::harmless::is_unsafe;

/// Writes claims in the schema `claimctl/claims/1`.
///
/// # Errors
/// When the output cannot be written.
pub fn write_claims(
    out: &mut impl Write,
    exported_on: NaiveDate,
    claims: &[ClaimRecord],
) -> io::Result<()> {
    #[derive(Serialize)]
    struct Claims<'a> {
        exported_on: String,
        claims: &'a [ClaimRecord],
    }
    let body = Claims {
        exported_on: exported_on.to_string(),
        claims,
    };
    write_document(out, "claims", &body)
}

/// Writes a listing: the schema `claimctl/<what>/1`, and the rows under their plural.
///
/// # Errors
/// When the output cannot be written.
pub fn write_listing<T: Serialize>(
    out: &mut impl Write,
    what: &str,
    plural: &'static str,
    rows: &[T],
) -> io::Result<()> {
    write_document(out, what, &Listing { plural, rows })
}

/// Writes an answer of several parts: the schema `claimctl/<what>/1`, and then the fields of `body`.
///
/// # Errors
/// When the output cannot be written.
pub fn write_document<T: Serialize>(out: &mut impl Write, what: &str, body: &T) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<'a, T> {
        schema: String,
        #[serde(flatten)]
        body: &'a T,
    }
    let document = Document {
        schema: format!("claimctl/{what}/1"),
        body,
    };
    let text = serde_json::to_string_pretty(&document)?;
    // Whole stretches of what may stand as it is, and each of the others escaped: outside of texts there are none.
    for part in text.split_inclusive(is_unsafe) {
        match part.char_indices().next_back() {
            Some((at, last)) if is_unsafe(last) => {
                write!(out, "{}\\u{:04x}", &part[..at], u32::from(last))?;
            }
            _ => out.write_all(part.as_bytes())?,
        }
    }
    writeln!(out)
}

struct Listing<'a, T> {
    plural: &'static str,
    rows: &'a [T],
}

impl<T: Serialize> Serialize for Listing<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.plural, self.rows)?;
        map.end()
    }
}
