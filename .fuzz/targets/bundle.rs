//! Backups and bundles: whatever the bytes, they are checked whole or refused, and nothing is left outside of the folder.
#![no_main]

use claimctl::store;
use claimctl::vault::{Form, unpack};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = folder.path().join("in/claims.db");
    if let Ok(unpacked) = unpack(data, &desk, Form::ALL, &mut |_, _| {}) {
        let _ = store::admit(&unpacked.desk);
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).expect("the folder").flatten().collect();
    assert!(left.len() <= 1, "{left:?}");
    if let Ok(inside) = std::fs::read_dir(folder.path().join("in")) {
        assert_eq!(inside.count(), 0);
    }
});
