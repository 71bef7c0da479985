//! Every key that the sources name exists. A key is a literal that begins with the name of an area and a dash.

use std::fs;
use std::path::Path;

use super::{AREAS, every_entry};
use crate::domain::language::Language;

/// Ids of closed sets and values of files that only look like keys of an area.
const NOT_KEYS: &[&str] = &[
    "letter-kind",
    "playbook-kind",
    "playbook-kinds",
    "playbook-list",
    "next-weekday",
    "offer-accepted",
    "offer-refused",
];

#[test]
fn every_key_named_in_the_sources_exists() {
    let known: Vec<String> = every_entry(Language::French)
        .into_iter()
        .map(|entry| entry.key)
        .collect();
    let mut missing = Vec::new();
    let mut found = 0;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for_each_source(&root, &mut |path, text| {
        for literal in keys_in(text) {
            found += 1;
            // `next-close-{outcome}` and `next-must` are the beginnings of keys.
            let start = literal.split('{').next().unwrap_or(&literal);
            let begins = |key: &String| {
                let rest = key.strip_prefix(start);
                rest.is_some_and(|rest| start.ends_with('-') || rest.starts_with('-'))
            };
            let exists = known.contains(&literal)
                || NOT_KEYS.contains(&literal.as_str())
                || known.iter().any(begins)
                || (start.len() < literal.len() && known.iter().any(|key| key.starts_with(start)));
            if !exists {
                missing.push(format!("{}: `{literal}`", path.display()));
            }
        }
    });
    assert!(
        missing.is_empty(),
        "no catalogue holds:\n{}",
        missing.join("\n")
    );
    assert!(
        found > 60,
        "the sources are searched: only {found} keys found"
    );
}

fn for_each_source(folder: &Path, visit: &mut dyn FnMut(&Path, &str)) {
    let entries = fs::read_dir(folder).unwrap();
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if name.ends_with("tests") {
            continue;
        }
        if path.is_dir() {
            for_each_source(&path, visit);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            visit(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

/// The literals of a source that look like keys, up to its tests and without its comments.
fn keys_in(source: &str) -> Vec<String> {
    let code: Vec<&str> = source
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or("")
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    code.join("\n")
        .split('"')
        .filter(|literal| AREAS.iter().any(|area| is_key(literal, area)))
        .map(str::to_owned)
        .collect()
}

fn is_key(literal: &str, area: &str) -> bool {
    let Some(rest) = literal
        .strip_prefix(area)
        .and_then(|rest| rest.strip_prefix('-'))
    else {
        return false;
    };
    let fixed = rest.split('{').next().unwrap_or(rest);
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    let filled = |c: char| plain(c) || matches!(c, '{' | '}' | '.' | '(' | ')');
    // `letter-{no}.txt` is the name of a file, `words-{}-{}` has nothing to compare.
    let is_file = rest.rsplit('}').next().is_some_and(|end| end.contains('.'));
    !fixed.is_empty() && fixed.chars().all(plain) && rest.chars().all(filled) && !is_file
}

#[test]
fn keys_are_told_from_other_literals() {
    let source = r#"
        // "words-in-a-comment"
        a("words-problem-late", "words", "words-{}", format!("next-close-{outcome}"), "list-style: none");
        b("letter-{no}.txt", "letter-3.txt");
        #[cfg(test)]
        mod tests { "words-in-a-test" }
    "#;
    let source = source.replace("        #[cfg(test)]\n        mod", "#[cfg(test)]\nmod");
    assert_eq!(
        keys_in(&source),
        ["words-problem-late", "next-close-{outcome}"]
    );
}
