//! The playbooks and holidays that come with the program: one line per file.

/// Lists files below `builtin/` with their ids and texts.
macro_rules! files {
    ($($id:literal),* $(,)?) => {
        &[$(($id, include_str!(concat!("builtin/", $id, ".toml")))),*]
    };
}

/// The playbooks, sorted by id.
pub(super) const PLAYBOOKS: &[(&str, &str)] = files![
    "law/fr/conformity",
    "law/fr/delivery",
    "law/fr/direct-debit",
    "law/fr/mediation",
    "law/fr/subscription",
    "law/fr/unauthorised-payment",
    "law/fr/withdrawal",
    "payment/card",
    "payment/paypal",
    "platform/aliexpress",
    "platform/amazon",
    "platform/back-market",
    "platform/cdiscount",
    "platform/ebay",
    "platform/generic-shop",
    "platform/leboncoin",
    "platform/rakuten",
    "platform/vinted",
    "sector/letters",
    "sector/letters-dispute",
    "sector/letters-ending",
    "sector/letters-notice",
    "sector/purchase",
    "sector/refund-ticket",
    "sector/subscription-service",
];

/// The holidays, one file per country.
pub(super) const HOLIDAYS: &[(&str, &str)] = files!["holidays/fr"];

/// Returns the ids of the built-in files, playbooks and holidays.
pub fn builtin_ids() -> impl Iterator<Item = &'static str> {
    PLAYBOOKS.iter().chain(HOLIDAYS).map(|(id, _)| *id)
}

/// Returns the text of a built-in playbook.
#[must_use]
pub fn builtin_text(id: &str) -> Option<&'static str> {
    PLAYBOOKS
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, text)| *text)
}

/// What tells one set of built-in files from another: a hash of all of them. Computed by the compiler, for every `list`
/// compares it.
#[allow(long_running_const_eval)]
static CONTENTS: u64 = fold_files(fold_files(OFFSET, PLAYBOOKS), HOLIDAYS);

/// Returns what tells one set of built-in files from another: the version of the program and a hash of all of them.
///
/// What was computed under another fingerprint must be computed anew.
#[must_use]
pub fn builtin_fingerprint() -> String {
    format!("{}-{CONTENTS:016x}", env!("CARGO_PKG_VERSION"))
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

const fn fold_files(mut hash: u64, files: &[(&str, &str)]) -> u64 {
    let mut at = 0;
    while at < files.len() {
        hash = fold(fold(hash, files[at].0.as_bytes()), files[at].1.as_bytes());
        at += 1;
    }
    hash
}

/// FNV-1a: nobody attacks it.
const fn fold(mut hash: u64, bytes: &[u8]) -> u64 {
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(PRIME);
        at += 1;
    }
    (hash ^ bytes.len() as u64).wrapping_mul(PRIME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprint_changes_with_every_byte_and_length() {
        let text = b"a playbook of twenty-seven bytes";
        let hash = fold(OFFSET, text);
        for at in 0..text.len() {
            let mut other = *text;
            other[at] ^= 1;
            assert_ne!(fold(OFFSET, &other), hash, "byte {at}");
            assert_ne!(fold(OFFSET, &text[..at]), hash, "length {at}");
        }
        assert!(builtin_fingerprint().starts_with(concat!(env!("CARGO_PKG_VERSION"), "-")));
    }
}
