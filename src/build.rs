//! The build script: a hash of the playbooks that come with the program. It is made here because the compiler would take
//! seconds for it at every build.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

const BUILTIN: &str = "src/playbook/builtin";

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    walk(Path::new(BUILTIN), "", &mut files)?;
    files.sort_unstable();
    // FNV-1a, a byte that no text holds behind each name and each text: nobody attacks it.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut fold = |bytes: &[u8]| {
        for byte in bytes.iter().chain(&[0xff]) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    for (id, text) in &files {
        fold(id.as_bytes());
        fold(text);
    }
    let mut out = io::stdout();
    writeln!(out, "cargo::rerun-if-changed={BUILTIN}")?;
    writeln!(out, "cargo::rustc-env=CLAIMCTL_RULEBOOK={hash:016x}")
}

/// Gathers the TOML files below a folder with their ids.
fn walk(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{prefix}{name}/"), files)?;
        } else if let Some(stem) = name.strip_suffix(".toml") {
            files.push((format!("{prefix}{stem}"), fs::read(entry.path())?));
        }
    }
    Ok(())
}
