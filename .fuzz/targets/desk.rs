//! Files of claims that come from elsewhere: what is admitted can be read, and merged with itself changes nothing.
#![no_main]

use claimctl::domain::merge::{Erasing, merge};
use claimctl::store::{Access, Filter, Store, admit};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("claims.db");
    std::fs::write(&path, data).expect("room");
    if admit(&path).is_err() {
        return;
    }
    let Ok(Some(desk)) = Store::open_existing(&path, Access::Read) else {
        return;
    };
    for id in desk.claims(Filter::Every).unwrap_or_default() {
        if let Ok(Some(replica)) = desk.replica(id) {
            let merged = merge(&replica, &replica, Erasing::Yes).replica;
            assert_eq!(merge(&merged, &replica, Erasing::Yes).replica, merged);
        }
    }
});
