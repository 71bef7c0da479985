//! Mails: whatever the bytes, they are read or told to be none.
#![no_main]

use std::io::Write as _;

use claimctl::vault::read_mail;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(data).expect("room");
    for said_to_be in [true, false] {
        let _ = read_mail(file.path(), said_to_be);
    }
});
