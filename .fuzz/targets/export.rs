//! Our own JSON export: whatever the text, its claims are read or every problem is said, and what is read can be merged.
#![no_main]

use claimctl::answers::read_export;
use claimctl::domain::language::Language;
use claimctl::domain::merge::{Erasing, merge};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(claims) = read_export(text, Language::French) {
        for pair in claims.windows(2) {
            let (one, other) = (&pair[0].replica, &pair[1].replica);
            let merged = merge(one, other, Erasing::Yes).replica;
            assert_eq!(merge(&merged, other, Erasing::Yes).replica, merged);
        }
    }
});
