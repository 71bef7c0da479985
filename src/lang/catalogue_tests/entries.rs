//! The entries of a catalogue, taken apart: the key, its variables, and the words alone.

use std::collections::BTreeSet;

/// One entry of a catalogue.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) variables: BTreeSet<String>,
    /// The words that are said, with [`FILLED`] for everything that is put in, and without code in back-ticks.
    pub(super) words: String,
}

/// Stands for what is put into a text.
pub(super) const FILLED: char = '\u{fffc}';

/// Takes a catalogue apart. Comments and blank lines end no entry.
pub(super) fn entries(catalogue: &str) -> Vec<Entry> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    for line in catalogue.lines() {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        match (begins, line.split_once('=')) {
            (true, Some((key, value))) => {
                blocks.push((key.trim().to_owned(), value.to_owned()));
            }
            _ if line.starts_with('#') => {}
            _ => {
                if let Some((_, block)) = blocks.last_mut() {
                    block.push('\n');
                    block.push_str(line);
                }
            }
        }
    }
    let entry = |(key, block): (String, String)| Entry {
        key,
        variables: variables(&block),
        words: without_code(&words(&block)),
    };
    blocks.into_iter().map(entry).collect()
}

fn variables(block: &str) -> BTreeSet<String> {
    let name = |after: &str| {
        after
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            .collect::<String>()
    };
    block
        .split('$')
        .skip(1)
        .map(name)
        .filter(|name| !name.is_empty())
        .collect()
}

/// Puts [`FILLED`] in the place of what is put in, and drops the frame of a choice: its head, its keys, its end.
fn words(block: &str) -> String {
    let mut out = String::new();
    let mut rest = block;
    while let Some(c) = rest.chars().next() {
        if c == '{' {
            let end = rest.find('}').unwrap_or(rest.len() - 1);
            let choice = rest.find("->").filter(|at| *at < end);
            match choice {
                Some(at) => rest = &rest[at + 2..],
                None => {
                    match rest[1..end].trim().strip_prefix('"') {
                        Some(literal) => out.push_str(literal.trim_end_matches('"')),
                        None => out.push(FILLED),
                    }
                    rest = &rest[end + 1..];
                }
            }
        } else if c == '}' {
            rest = &rest[1..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out.lines()
        .map(without_variant_key)
        .collect::<Vec<_>>()
        .join("\n")
}

fn without_variant_key(line: &str) -> &str {
    let trimmed = line.trim_start();
    let trimmed = trimmed.strip_prefix('*').unwrap_or(trimmed);
    match trimmed
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
    {
        Some((key, text)) if !key.contains(' ') => text,
        _ => line,
    }
}

fn without_code(text: &str) -> String {
    let kept = |(index, part): (usize, &str)| {
        if index.is_multiple_of(2) {
            part.to_owned()
        } else {
            FILLED.to_string()
        }
    };
    text.split('`').enumerate().map(kept).collect()
}

#[test]
fn an_entry_is_taken_apart() {
    let catalogue = "### head\na-b = un{ \" \" }{ $x } : `c ; d`\n# note\na-c = { $n ->\n    [one] un { $y } !\n   *[other] deux\n} fin\n    suite\n";
    let found = entries(catalogue);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].key, "a-b");
    assert_eq!(found[0].words, format!(" un {FILLED} : {FILLED}"));
    assert_eq!(found[0].variables, BTreeSet::from(["x".to_owned()]));
    assert_eq!(found[1].key, "a-c");
    assert!(found[1].words.contains(&format!(" un {FILLED} !")));
    assert!(found[1].words.contains(" deux"));
    assert!(!found[1].words.contains('['));
    assert_eq!(
        found[1].variables,
        BTreeSet::from(["n".to_owned(), "y".to_owned()])
    );
}
