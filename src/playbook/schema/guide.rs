//! What the author's guide says of each key, taken from the comments of its example.

use std::collections::BTreeMap;

/// The author's guide.
const GUIDE: &str = include_str!("../builtin/README.md");

/// What stands behind a table or a key, by the table (empty at the top) and the key.
pub(super) type Words = BTreeMap<(String, String), String>;

/// Reads the comments of the first example.
pub(super) fn words() -> Words {
    let example = GUIDE.split("```toml\n").nth(1).unwrap_or_default();
    let example = example.split("\n```").next().unwrap_or_default();
    let mut words = Words::new();
    let (mut table, mut last) = (String::new(), None);
    for line in example.lines() {
        if let Some(name) = header(line) {
            name.clone_into(&mut table);
            last = Some((String::new(), table.clone()));
        } else if let Some(key) = key(line) {
            last = Some((table.clone(), key.to_owned()));
        } else if !continues(line) {
            continue;
        }
        let (Some(place), Some(comment)) = (&last, comment(line)) else {
            continue;
        };
        // What stands there first is what explains it; the lines behind go on with it.
        match words.get_mut(place) {
            Some(said) if continues(line) => {
                said.push(if line.starts_with('#') { '\n' } else { ' ' });
                said.push_str(&comment.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            Some(_) => {}
            None => {
                words.insert(place.clone(), comment.to_owned());
            }
        }
    }
    words
}

/// `[when]` and `[[rule]]` begin a table.
fn header(line: &str) -> Option<&str> {
    let name = line.strip_prefix('[')?;
    let name = name.strip_prefix('[').unwrap_or(name);
    Some(name.split(']').next().unwrap_or(name))
}

/// `key = …`, or `# key = …` for one that the example does not use.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.strip_prefix("# ").unwrap_or(line).split_once(" = ")?;
    let plain = |c: char| c.is_ascii_lowercase() || c == '_';
    (!key.is_empty() && key.chars().all(plain)).then_some(key)
}

/// Whether a line goes on with what was said: a comment that is moved in, or the end of a long text.
fn continues(line: &str) -> bool {
    line.starts_with("        ") && line.trim_start().starts_with('#')
        || line.starts_with("#   ")
        || line.starts_with("\"\"\" }")
}

/// What stands behind the `#` of a line that is in no text.
fn comment(line: &str) -> Option<&str> {
    let line = line.strip_prefix("# ").unwrap_or(line);
    if let Some(variant) = line.strip_prefix("  ") {
        let variant = variant.trim_start();
        return Some(variant.strip_prefix("# ").unwrap_or(variant));
    }
    let line = line.strip_prefix("\"\"\"").unwrap_or(line);
    let mut quoted = false;
    let at = line.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '#' && !quoted
    });
    at.map(|(at, _)| line[at + 1..].trim())
}
