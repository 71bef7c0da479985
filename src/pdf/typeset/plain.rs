//! Text that can be printed: what no font has is replaced, what is invisible goes.

use std::collections::BTreeSet;

use super::fonts;

/// What stands for a character that cannot be printed.
const REPLACEMENT: char = '\u{fffd}';

/// How many characters of a word find room on a line of a page.
const PAGE: usize = 76;

/// How many find room in a column.
const COLUMN: usize = 36;

/// Where a line may be broken without a hyphen.
const BREAK: &str = "\u{200b}";

/// Makes texts printable and remembers what they lost.
#[derive(Debug, Default)]
pub(super) struct Plain {
    lost: BTreeSet<char>,
}

impl Plain {
    /// Makes one line of text printable. A word too long for the page may be divided, so that nothing is cut off at the
    /// edge of the paper.
    pub(super) fn line(&mut self, text: &str) -> String {
        self.within(PAGE, text)
    }

    /// Makes lines printable that stand in a column, such as an address.
    pub(super) fn column<T: AsRef<str>>(&mut self, lines: &[T]) -> Vec<String> {
        lines
            .iter()
            .map(|line| self.within(COLUMN, line.as_ref()))
            .collect()
    }

    /// Makes the signs of a text printable, and leaves its lines and words as they are.
    pub(super) fn signs(&mut self, text: &str) -> String {
        let chars = text.chars().filter(|c| !is_invisible(*c));
        chars
            .map(|c| if c == '\n' { c } else { self.printable(c) })
            .collect()
    }

    fn within(&mut self, longest: usize, text: &str) -> String {
        let line = text.replace('\n', " ");
        self.signs(&line)
            .split_inclusive(' ')
            .map(|word| match word.chars().count() > longest {
                true => divisible(word),
                false => word.to_owned(),
            })
            .collect()
    }

    /// Makes lines printable.
    pub(super) fn lines<T: AsRef<str>>(&mut self, lines: &[T]) -> Vec<String> {
        lines.iter().map(|line| self.line(line.as_ref())).collect()
    }

    /// Splits a text at its blank lines, and makes the lines of each part printable.
    pub(super) fn paragraphs(&mut self, text: &str) -> Vec<Vec<String>> {
        let mut parts: Vec<Vec<String>> = vec![Vec::new()];
        for line in text.lines().map(str::trim_end) {
            match parts.last_mut() {
                Some(part) if !line.is_empty() => part.push(self.line(line)),
                _ => parts.push(Vec::new()),
            }
        }
        parts.retain(|part| !part.is_empty());
        parts
    }

    /// Returns what could not be printed.
    pub(super) fn lost(self) -> Vec<char> {
        self.lost.into_iter().collect()
    }

    fn printable(&mut self, c: char) -> char {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
            return ' ';
        }
        // A private character means nothing to others, and an archive may hold none.
        let is_private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        if !is_private && fonts::has(c) {
            return c;
        }
        self.lost.insert(c);
        if fonts::has(REPLACEMENT) {
            REPLACEMENT
        } else {
            '?'
        }
    }
}

/// Lets a word be broken after every few characters.
fn divisible(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let parts: Vec<String> = chars.chunks(8).map(|part| part.iter().collect()).collect();
    parts.join(BREAK)
}

/// Whether a character only steers how others are shown: joiners, marks of direction, selectors of variants.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_french_needs_and_replaces_what_no_font_has() {
        let mut plain = Plain::default();
        let french = "« Où est l’œuf ? » : 1\u{202f}234,50\u{a0}€ – n°\u{a0}5 … ½ Ÿ";
        assert_eq!(plain.line(french), french);
        assert_eq!(plain.lost, BTreeSet::new());
        assert_eq!(
            plain.line("深圳 shop\u{200d}\u{202e}\t1"),
            "\u{fffd}\u{fffd} shop 1"
        );
        assert_eq!(plain.lost(), ['圳', '深']);
    }

    #[test]
    fn paragraphs_end_at_blank_lines() {
        let mut plain = Plain::default();
        assert_eq!(
            plain.paragraphs("\n\nHello,\n\n- one\n- two  \n \nBye\n"),
            [vec!["Hello,"], vec!["- one", "- two"], vec!["Bye"]]
        );
    }
}
