//! The playbooks and holidays that come with the program: one line per file.

/// Lists files below `builtin/` with their ids and texts.
macro_rules! files {
    ($($id:literal),* $(,)?) => {
        &[$(($id, include_str!(concat!("builtin/", $id, ".toml")))),*]
    };
}

/// The playbooks, sorted by id.
pub(super) const PLAYBOOKS: &[(&str, &str)] = files![
    "law/be/conformity",
    "law/be/delivery",
    "law/be/mediation",
    "law/be/subscription",
    "law/be/withdrawal",
    "law/ca/quebec",
    "law/ch/consumer",
    "law/de/conformity",
    "law/de/delivery",
    "law/de/direct-debit",
    "law/de/mediation",
    "law/de/subscription",
    "law/de/unauthorised-payment",
    "law/de/withdrawal",
    "law/es/conformity",
    "law/es/delivery",
    "law/es/mediation",
    "law/es/subscription",
    "law/es/withdrawal",
    "law/eu/conformity",
    "law/eu/delivery",
    "law/eu/direct-debit",
    "law/eu/mediation",
    "law/eu/subscription",
    "law/eu/unauthorised-payment",
    "law/eu/withdrawal",
    "law/fr/abroad",
    "law/fr/conformity",
    "law/fr/credit",
    "law/fr/delivery",
    "law/fr/direct-debit",
    "law/fr/energy",
    "law/fr/hidden-defects",
    "law/fr/insurance",
    "law/fr/mediation",
    "law/fr/subscription",
    "law/fr/telecom",
    "law/fr/telecom-complaint",
    "law/fr/travel",
    "law/fr/unauthorised-payment",
    "law/fr/withdrawal",
    "law/fr/wrong-doors",
    "law/gb/conformity",
    "law/gb/delivery",
    "law/gb/disputes",
    "law/gb/payment",
    "law/gb/withdrawal",
    "law/it/conformity",
    "law/it/delivery",
    "law/it/mediation",
    "law/it/subscription",
    "law/it/withdrawal",
    "law/nl/conformity",
    "law/nl/delivery",
    "law/nl/mediation",
    "law/nl/subscription",
    "law/nl/withdrawal",
    "law/us/billing",
    "law/us/california",
    "law/us/debit",
    "law/us/orders",
    "law/us/subscription",
    "payment/alma",
    "payment/amazon-pay",
    "payment/card",
    "payment/klarna",
    "payment/paypal",
    "payment/sepa-debit",
    "platform/airbnb",
    "platform/aliexpress",
    "platform/amazon",
    "platform/apple",
    "platform/back-market",
    "platform/cdiscount",
    "platform/ebay",
    "platform/etsy",
    "platform/generic-shop",
    "platform/google-play",
    "platform/leboncoin",
    "platform/rakuten",
    "platform/shein",
    "platform/temu",
    "platform/vinted",
    "platform/wish",
    "platform/zalando",
    "sector/contacts-france",
    "sector/gym",
    "sector/letters",
    "sector/letters-bank",
    "sector/letters-dispute",
    "sector/letters-ending",
    "sector/letters-notice",
    "sector/letters-offer",
    "sector/letters-recourse",
    "sector/letters-special",
    "sector/purchase",
    "sector/refund-ticket",
    "sector/streaming",
    "sector/subscription-service",
    "sector/wrong-doors",
];

/// The holidays, one file per country.
pub(super) const HOLIDAYS: &[(&str, &str)] = files![
    "holidays/be",
    "holidays/ch",
    "holidays/de",
    "holidays/es",
    "holidays/fr",
    "holidays/gb",
    "holidays/it",
    "holidays/nl",
    "holidays/us",
];

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

/// Returns what tells one set of built-in files from another: the version of the program and a hash of all of them, which
/// the build script made, for every `list` compares it.
///
/// What was computed under another fingerprint must be computed anew.
#[must_use]
pub fn builtin_fingerprint() -> &'static str {
    concat!(env!("CARGO_PKG_VERSION"), "-", env!("CLAIMCTL_RULEBOOK"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_that_of_the_files_as_they_are() {
        let mut files: Vec<(&str, &str)> = PLAYBOOKS.iter().chain(HOLIDAYS).copied().collect();
        files.sort_unstable();
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut fold = |bytes: &[u8]| {
            for byte in bytes.iter().chain(&[0xff]) {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        };
        for (id, text) in files {
            fold(id.as_bytes());
            fold(text.as_bytes());
        }
        let expected = format!("{}-{hash:016x}", env!("CARGO_PKG_VERSION"));
        assert_eq!(builtin_fingerprint(), expected);
    }
}
