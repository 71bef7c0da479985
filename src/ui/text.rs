//! Texts as a terminal shows them: measured, wrapped, shortened.

use std::borrow::Cow;

use console::measure_text_width;

pub use crate::domain::harmless::{Newlines, is_unsafe, sanitize};

/// Returns the number of columns that a text takes.
pub fn width(text: &str) -> usize {
    // A list measures every cell: what French and English are written with is counted, not looked up.
    if text.chars().all(takes_one_column) {
        text.chars().count()
    } else {
        measure_text_width(text)
    }
}

/// Tells whether a character takes one column whatever stands around it. Of others nothing is said.
fn takes_one_column(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '’' | '…' | '\u{202f}')
}

/// Tells whether a character belongs to the one before it: an accent, a joiner, a variant or a skin tone.
pub(super) fn extends(before: &str, c: char) -> bool {
    let mut buffer = [0; 4];
    before.ends_with('\u{200d}')
        || matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
        || (c != '\n' && width(c.encode_utf8(&mut buffer)) == 0)
}

/// Cuts a text into what a reader sees as one character.
pub(super) fn clusters(text: &str) -> Vec<String> {
    let mut clusters: Vec<String> = Vec::new();
    for c in text.chars() {
        match clusters.last_mut() {
            Some(last) if last != "\n" && extends(last, c) => last.push(c),
            _ => clusters.push(c.to_string()),
        }
    }
    clusters
}

/// Shortens a text with `…` until it takes no more than this number of columns.
#[must_use]
pub fn shorten(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut short = String::new();
    if text.chars().all(takes_one_column) {
        short.extend(text.chars().take(columns.saturating_sub(1)));
    } else {
        for cluster in clusters(text) {
            if width(&short) + width(&cluster) + 1 > columns {
                break;
            }
            short.push_str(&cluster);
        }
    }
    short.truncate(short.trim_end().len());
    short.push('…');
    Cow::Owned(short)
}

/// Breaks a text at its spaces into lines of no more than this number of columns. A longer word is cut; no-break
/// spaces hold, and so does a command that has room on one line.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(2);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in words(paragraph, columns) {
            if !line.is_empty() && width(&line) + 1 + width(word) > columns {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            for cluster in clusters(word) {
                if width(&line) + width(&cluster) > columns {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(&cluster);
            }
        }
        lines.push(line);
    }
    lines
}

/// Breaks the lines of a text that are too long for this number of columns; what stands below is moved in as its line
/// is. A link is left whole: broken, it leads nowhere.
#[must_use]
pub fn fit(text: &str, columns: usize) -> String {
    let fitted = text.split('\n').map(|line| {
        let words = line.trim_start_matches(' ');
        let indent = line.len() - words.len();
        if width(line) <= columns || words.starts_with("https://") {
            return line.to_owned();
        }
        let blanks = " ".repeat(indent);
        let lines = wrap(words, columns.saturating_sub(indent).max(8));
        format!("{blanks}{}", lines.join(&format!("\n{blanks}")))
    });
    fitted.collect::<Vec<_>>().join("\n")
}

/// The words of a line. A command is one of them, up to the sign that ends it, for it is to be copied in one piece.
fn words(line: &str, columns: usize) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = line;
    loop {
        let word = rest.split(' ').next().unwrap_or("");
        let command = word.trim_start_matches(|c: char| !c.is_alphanumeric()) == "claimctl";
        let end = command
            .then(|| rest.find([',', ';', ')', '»', '”', '`']))
            .map(|sign| sign.unwrap_or(rest.len()))
            .map(|sign| rest[sign..].find(' ').map_or(rest.len(), |at| sign + at))
            .filter(|end| width(&rest[..*end]) <= columns)
            .unwrap_or(word.len());
        words.push(&rest[..end]);
        match rest.get(end + 1..) {
            Some(next) => rest = next,
            None => return words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_broken_between_words_and_keeps_its_place() {
        let text = "short\n  1. takes the money\nhttps://example.org/a/long/one";
        assert_eq!(
            fit(text, 14),
            "short\n  1. takes the\n  money\nhttps://example.org/a/long/one"
        );
        assert_eq!(fit("  as  it  is", 14), "  as  it  is");
    }

    #[test]
    fn shortening_counts_columns() {
        assert_eq!(shorten("déjà reçu", 9), "déjà reçu");
        assert_eq!(shorten("déjà reçu", 8), "déjà re…");
        assert_eq!(shorten("déjà reçu", 6), "déjà…");
        assert_eq!(shorten("📦📦📦", 5), "📦📦…");
        assert_eq!(shorten("📦📦📦", 4), "📦…");
    }

    #[test]
    fn characters_that_are_not_looked_up_take_one_column() {
        let mut counted = 0;
        for c in (' '..='\u{ffff}').filter(|c| takes_one_column(*c)) {
            assert_eq!(measure_text_width(&c.to_string()), 1, "{c:?}");
            assert_eq!(measure_text_width(&format!("a{c}a")), 3, "{c:?}");
            counted += 1;
        }
        assert_eq!(counted, 95 + 13 + 418 + 3);
        // As soon as one of them is changed by its neighbour, the whole text is looked up.
        assert_eq!(
            width("e\u{301}’\u{fe02}"),
            measure_text_width("e\u{301}’\u{fe02}")
        );
    }

    #[test]
    fn shortening_plain_and_other_texts_comes_to_the_same() {
        for columns in 0..8 {
            let plain = shorten("a b\u{a0}cd é", columns).into_owned();
            let other = shorten("a b\u{a0}cd e\u{301}", columns).into_owned();
            assert_eq!(plain, other, "{columns}");
        }
    }

    #[test]
    fn wrapping_keeps_no_break_spaces_and_cuts_long_words() {
        assert_eq!(
            wrap("Avez-vous payé\u{202f}? Oui", 15),
            ["Avez-vous", "payé\u{202f}? Oui"]
        );
        assert_eq!(wrap("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("un\n\ndeux", 10), ["un", "", "deux"]);
    }

    #[test]
    fn wrapping_keeps_a_command_in_one_piece() {
        assert_eq!(
            wrap("Pour en voir plus : claimctl show 1 --all", 30),
            ["Pour en voir plus :", "claimctl show 1 --all"]
        );
        assert_eq!(
            wrap(
                "«\u{a0}claimctl list --due\u{a0}»\u{a0}: ce qui presse (claimctl list)",
                26
            ),
            [
                "«\u{a0}claimctl list --due\u{a0}»\u{a0}:",
                "ce qui presse",
                "(claimctl list)"
            ]
        );
        assert_eq!(
            wrap("claimctl log 1 own-date", 12),
            ["claimctl log", "1 own-date"]
        );
    }

    #[test]
    fn an_accent_or_a_joined_emoji_is_one_cluster() {
        assert_eq!(clusters("e\u{301}a"), ["e\u{301}", "a"]);
        assert_eq!(clusters("👩‍💻x"), ["👩‍💻", "x"]);
    }
}
