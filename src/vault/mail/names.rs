//! Names of attachments: they come from a stranger.

use super::text::is_hidden;

/// The longest name, in characters.
const LONGEST: usize = 120;

/// Returns a name that can stand in a listing and in a folder: no path, no sign that hides or reverses what it is.
pub(super) fn safe(name: &str, no: usize, ending: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last
        .chars()
        .filter(|c| !is_hidden(*c))
        .map(|c| match c {
            c if c.is_control() || matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|') => '_',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let visible = visible.trim_matches(|c: char| c == '.' || c == ' ');
    if visible.is_empty() {
        return format!("attachment-{no}{ending}");
    }
    let count = visible.chars().count();
    if count <= LONGEST {
        return visible.to_owned();
    }
    // The ending says what it is: the middle goes.
    let tail: String = visible.chars().skip(count - 20).collect();
    let head: String = visible.chars().take(LONGEST - 21).collect();
    format!("{head}…{tail}")
}
