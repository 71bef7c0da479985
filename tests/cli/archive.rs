//! Backups made by hand, as the program would never make them.

use std::io::Read as _;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tar::{Archive, EntryType, Header};

/// What is in a tar file: names and bytes.
pub(crate) type Entries = Vec<(String, Vec<u8>)>;

pub(crate) fn entries(tar: &[u8]) -> Entries {
    let mut archive = Archive::new(tar);
    let read = archive.entries().unwrap().map(|entry| {
        let mut entry = entry.unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.path().unwrap().display().to_string(), bytes)
    });
    read.collect()
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A backup of these entries, in their order, with a manifest that fits them but for what `lie` makes of it.
pub(crate) fn backup(files: &[(&str, &[u8])], lie: impl FnOnce(&mut Value)) -> Vec<u8> {
    let listed: Vec<Value> = files
        .iter()
        .map(|(name, bytes)| json!({"name": name, "bytes": bytes.len(), "sha256": sha256(bytes)}))
        .collect();
    let mut manifest = json!({
        "schema": "claimctl/backup/1",
        "program": "0.1.0",
        "created_at": "2026-11-20T10:00:00Z",
        "desk_schema": 3,
        "files": listed,
        "missing": [],
    });
    lie(&mut manifest);
    let manifest = manifest.to_string();
    let mut all = vec![("claimctl-backup.json", manifest.as_bytes())];
    all.extend(files);
    let entries: Vec<Vec<u8>> = all
        .iter()
        .map(|(name, bytes)| entry(name, EntryType::Regular, bytes, bytes.len() as u64))
        .collect();
    end(entries.concat())
}

/// One entry, whose header says what it is told to.
pub(crate) fn entry(name: &str, kind: EntryType, bytes: &[u8], length: u64) -> Vec<u8> {
    let mut header = Header::new_ustar();
    // Written as it stands: the crate would refuse the worst of them.
    header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_mode(0o777);
    header.set_size(length);
    header.set_entry_type(kind);
    if kind.is_symlink() || kind.is_hard_link() {
        header.set_link_name("/etc/passwd").unwrap();
    }
    header.set_cksum();
    let mut whole = header.as_bytes().to_vec();
    whole.extend(bytes);
    whole.resize(whole.len().next_multiple_of(512), 0);
    whole
}

/// Ends a tar file.
pub(crate) fn end(mut entries: Vec<u8>) -> Vec<u8> {
    entries.extend([0; 1024]);
    entries
}

#[test]
fn what_is_made_by_hand_is_a_tar_file() {
    let made = backup(&[("claims.db", b"abc")], |_| {});
    assert_eq!(entries(&made)[1], ("claims.db".to_owned(), b"abc".to_vec()));
}
