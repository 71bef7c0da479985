//! `claimctl import` of what only looks like claims: refused whole.

use std::fs;

use serde_json::{Value, json};

use super::archive::{backup, entries};
use super::backup::desk;
use super::exchange::{bundle, claims};

#[test]
fn what_is_no_file_of_claims_is_refused_whole() {
    let here = desk();
    let good = fs::read(bundle(&here, &[])).unwrap();
    let files = entries(&good);
    let named: Vec<(&str, &[u8])> = files[1..]
        .iter()
        .map(|(n, b)| (n.as_str(), &b[..]))
        .collect();
    let made = |files: &[(&str, &[u8])], lie: &dyn Fn(&mut Value)| {
        let tar = backup(files, |manifest| {
            manifest["schema"] = json!("claimctl/bundle/1");
            lie(manifest);
        });
        // The list of a bundle has a name of its own, of the same length.
        let name = tar
            .windows(20)
            .position(|w| w == b"claimctl-backup.json")
            .unwrap();
        let mut tar = tar;
        tar[name..name + 20].copy_from_slice(b"claimctl-bundle.json");
        let sum: u64 = (0..512)
            .map(|at| {
                u64::from(if (148..156).contains(&at) {
                    b' '
                } else {
                    tar[at]
                })
            })
            .sum();
        tar[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        tar
    };
    let nothing: &dyn Fn(&mut Value) = &|_| {};
    let there = desk();
    let before = claims(&there);
    let whole = super::restore::piped(
        &there,
        &["import", "--dry-run", "-"],
        &made(&named, nothing),
    );
    assert_eq!(whole.code, 0, "{whole:?}");
    let mut bad = named.clone();
    bad.push(("config.toml", b"mail = []"));
    let mut stray = named.clone();
    stray.push((
        "evidence/ba/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        b"abc",
    ));
    let climbing = [named[0], ("../evil", &b"x"[..])];
    let hostile: Vec<(&str, Vec<u8>)> = vec![
        ("settings in it", made(&bad, nothing)),
        ("a file of no claim", made(&stray, nothing)),
        ("a path that climbs out", made(&climbing, nothing)),
        ("evidence that is not there", made(&named[..1], nothing)),
        (
            "a list that names a file twice",
            made(&[named[0], named[0]], nothing),
        ),
        (
            "another hash",
            made(&named, &|m| m["files"][1]["sha256"] = json!("0".repeat(64))),
        ),
        (
            "a huge length",
            made(&named, &|m| m["files"][0]["bytes"] = json!(u64::MAX)),
        ),
        (
            "a newer form",
            made(&named, &|m| m["schema"] = json!("claimctl/bundle/9")),
        ),
        (
            "a file of claims that is none",
            made(&[("claims.db", b"not a database at all")], nothing),
        ),
        ("cut off", good[..good.len() / 2].to_vec()),
        ("no tar file", vec![7; 2000]),
        ("nothing", Vec::new()),
    ];
    let mut all = String::new();
    for (what, bytes) in hostile {
        let refused = super::restore::piped(&there, &["import", "-"], &bytes);
        let said = refused.stderr.clone();
        assert!(matches!(refused.code, 1 | 2), "{what}: {said}");
        assert!(said.starts_with("error: "), "{what}: {said}");
        all += &format!("{what}\n{said}");
    }
    insta::assert_snapshot!(all, @"
    settings in it
    error: nothing was imported from `-`
    caused by: it holds something that does not belong in it: `config.toml`
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a file of no claim
    error: nothing was imported from `-`
    caused by: it holds a file of evidence that belongs to no claim (SHA-256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad)
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a path that climbs out
    error: nothing was imported from `-`
    caused by: it holds something that does not belong in it: `../evil`
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    evidence that is not there
    error: nothing was imported from `-`
    caused by: a file of evidence that a claim counts on is not in it (SHA-256 6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b)
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a list that names a file twice
    error: nothing was imported from `-`
    caused by: it lists `claims.db` twice
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    another hash
    error: nothing was imported from `-`
    caused by: `evidence/6b/6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b` in it is altered
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a huge length
    error: nothing was imported from `-`
    caused by: `evidence/6b/6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b` in it is not as long as its list says
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a newer form
    error: nothing was imported from `-`
    caused by: it was made by a newer version of claimctl (claimctl/bundle/9)
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a file of claims that is none
    error: nothing was imported from `-`
    caused by: the file of claims in it is damaged, or is none
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    cut off
    error: nothing was imported from `-`
    caused by: it is cut off, or damaged
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    no tar file
    error: nothing was imported from `-`
    caused by: it is no bundle, backup or JSON export of claimctl, and no table (CSV) with a header
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    nothing
    error: nothing was imported from `-`
    caused by: it is no bundle, backup or JSON export of claimctl, and no table (CSV) with a header
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    ");
    assert!(claims(&there) == before);
    there.done(&["doctor"]);
}
