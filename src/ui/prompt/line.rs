//! A text under the cursor: what the editing keys do to it, and how it is laid out in rows.

use crate::ui::text::{extends, is_unsafe, width};

/// A text that is being typed. It is kept as clusters, so that the cursor never stands between a letter and its accent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    clusters: Vec<String>,
    cursor: usize,
}

/// The rows of a text and where the cursor is in them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) rows: Vec<String>,
    pub(super) row: usize,
    pub(super) column: usize,
}

impl Line {
    /// Makes a text with the cursor at its end.
    pub(super) fn new(text: &str) -> Line {
        let mut line = Line::default();
        line.insert_text(text, true);
        line
    }

    pub(super) fn text(&self) -> String {
        self.clusters.concat()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.clusters.is_empty()
    }

    /// Tells whether the cursor is at the end, behind an empty line or in an empty text.
    pub(super) fn at_empty_last_line(&self) -> bool {
        self.cursor == self.clusters.len() && self.clusters.last().is_none_or(|last| last == "\n")
    }

    /// Inserts a character. What would command the terminal is dropped.
    pub(super) fn insert(&mut self, c: char) {
        if is_unsafe(c) {
            return;
        }
        if let Some(before) = self.cursor.checked_sub(1).map(|i| &mut self.clusters[i])
            && before != "\n"
            && extends(before, c)
        {
            before.push(c);
            return;
        }
        self.clusters.insert(self.cursor, c.to_string());
        self.cursor += 1;
    }

    /// Inserts a text that was pasted. On one line its newlines and tabs become single spaces.
    pub(super) fn insert_text(&mut self, text: &str, newlines: bool) {
        let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}'], "\n");
        let text = text.replace('\t', " ");
        if newlines {
            text.chars().for_each(|c| self.insert(c));
        } else {
            let lines = text.split('\n').map(str::trim).filter(|l| !l.is_empty());
            let joined = lines.collect::<Vec<_>>().join(" ");
            joined.chars().for_each(|c| self.insert(c));
        }
    }

    pub(super) fn left(&mut self) {
        self.cursor = self.cursor.saturating_sub(1);
    }

    pub(super) fn right(&mut self) {
        self.cursor = (self.cursor + 1).min(self.clusters.len());
    }

    pub(super) fn home(&mut self) {
        self.cursor = self.line_start();
    }

    pub(super) fn end(&mut self) {
        self.cursor = self.line_end();
    }

    pub(super) fn word_left(&mut self) {
        self.cursor = self.word_start();
    }

    pub(super) fn word_right(&mut self) {
        let blank = |cluster: &String| cluster.trim().is_empty();
        let rest = &self.clusters[self.cursor..];
        let blanks = rest.iter().take_while(|c| blank(c)).count();
        let word = rest[blanks..].iter().take_while(|c| !blank(c)).count();
        self.cursor += blanks + word;
    }

    /// Goes to the line above, in the same column as far as it has one.
    pub(super) fn up(&mut self) {
        let start = self.line_start();
        if start > 0 {
            let column = self.cursor - start;
            self.cursor = start - 1;
            let above = self.line_start();
            self.cursor = (above + column).min(start - 1);
        }
    }

    /// Goes to the line below, in the same column as far as it has one.
    pub(super) fn down(&mut self) {
        let column = self.cursor - self.line_start();
        let end = self.line_end();
        if end < self.clusters.len() {
            self.cursor = end + 1;
            self.cursor = (end + 1 + column).min(self.line_end());
        }
    }

    pub(super) fn backspace(&mut self) {
        if self.cursor > 0 {
            self.cursor -= 1;
            self.clusters.remove(self.cursor);
        }
    }

    pub(super) fn delete(&mut self) {
        if self.cursor < self.clusters.len() {
            self.clusters.remove(self.cursor);
        }
    }

    /// Ctrl-U: drops what stands before the cursor on its line.
    pub(super) fn kill_before(&mut self) {
        let start = self.line_start();
        self.clusters.drain(start..self.cursor);
        self.cursor = start;
    }

    /// Ctrl-K: drops what stands behind the cursor on its line.
    pub(super) fn kill_behind(&mut self) {
        let end = self.line_end();
        self.clusters.drain(self.cursor..end);
    }

    /// Ctrl-W: drops the word before the cursor.
    pub(super) fn kill_word(&mut self) {
        let start = self.word_start();
        self.clusters.drain(start..self.cursor);
        self.cursor = start;
    }

    fn word_start(&self) -> usize {
        let blank = |cluster: &String| cluster.trim().is_empty();
        let before = &self.clusters[..self.cursor];
        let blanks = before.iter().rev().take_while(|c| blank(c)).count();
        let rest = &before[..before.len() - blanks];
        rest.len() - rest.iter().rev().take_while(|c| !blank(c)).count()
    }

    fn line_start(&self) -> usize {
        let before = &self.clusters[..self.cursor];
        before.iter().rposition(|c| c == "\n").map_or(0, |i| i + 1)
    }

    fn line_end(&self) -> usize {
        let behind = &self.clusters[self.cursor..];
        let found = behind.iter().position(|c| c == "\n");
        found.map_or(self.clusters.len(), |i| self.cursor + i)
    }

    /// Lays the text out in rows of no more than this number of columns.
    pub(super) fn layout(&self, columns: usize) -> Layout {
        let columns = columns.max(2);
        let mut layout = Layout {
            rows: vec![String::new()],
            row: 0,
            column: 0,
        };
        let mut filled = 0;
        for (index, cluster) in self.clusters.iter().enumerate() {
            let wide = if cluster == "\n" { 0 } else { width(cluster) };
            if filled + wide > columns {
                layout.rows.push(String::new());
                filled = 0;
            }
            if index == self.cursor {
                (layout.row, layout.column) = (layout.rows.len() - 1, filled);
            }
            if cluster == "\n" {
                layout.rows.push(String::new());
                filled = 0;
            } else if let Some(row) = layout.rows.last_mut() {
                row.push_str(cluster);
                filled += wide;
            }
        }
        if self.cursor == self.clusters.len() {
            if filled == columns {
                layout.rows.push(String::new());
                filled = 0;
            }
            (layout.row, layout.column) = (layout.rows.len() - 1, filled);
        }
        layout
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_are_typed_and_taken_away_whole() {
        let mut line = Line::new("reçu e\u{301}té");
        for _ in 0..3 {
            line.backspace();
        }
        assert_eq!(line.text(), "reçu ");
        line.insert('e');
        line.insert('\u{301}');
        line.left();
        line.delete();
        assert_eq!(line.text(), "reçu ");
    }

    #[test]
    fn a_joined_emoji_goes_at_once() {
        let mut line = Line::new("a👩‍💻");
        line.backspace();
        assert_eq!(line.text(), "a");
    }

    #[test]
    fn words_and_lines_are_killed() {
        let mut line = Line::new("colis jamais reçu  ");
        line.kill_word();
        assert_eq!(line.text(), "colis jamais ");
        line.word_left();
        line.kill_behind();
        assert_eq!(line.text(), "colis ");
        line.insert_text("perdu\nici", true);
        line.kill_before();
        assert_eq!(line.text(), "colis perdu\n");
    }

    #[test]
    fn the_cursor_moves_by_words_and_ends() {
        let mut line = Line::new("un deux");
        line.home();
        line.word_right();
        line.insert('!');
        line.end();
        line.insert('?');
        assert_eq!(line.text(), "un! deux?");
    }

    #[test]
    fn a_paste_on_one_line_stays_on_one_line() {
        let mut line = Line::default();
        line.insert_text("12 rue\tdes Lilas\r\n\r\n  75020 Paris\n", false);
        assert_eq!(line.text(), "12 rue des Lilas 75020 Paris");
    }

    #[test]
    fn what_commands_the_terminal_is_dropped() {
        let mut line = Line::default();
        line.insert_text("a\u{1b}[2Jb\u{202e}c\u{7}", true);
        assert_eq!(line.text(), "a[2Jbc");
    }

    #[test]
    fn up_and_down_keep_the_column() {
        let mut line = Line::new("abcd\nx\nabcd");
        line.up();
        line.insert('1');
        assert_eq!(line.text(), "abcd\nx1\nabcd");
        line.up();
        line.insert('2');
        line.down();
        line.down();
        line.insert('3');
        assert_eq!(line.text(), "ab2cd\nx1\nab3cd");
    }

    #[test]
    fn a_long_line_is_laid_out_by_columns() {
        let line = Line::new("ab📦cd");
        assert_eq!(
            line.layout(3),
            Layout {
                rows: vec!["ab".into(), "📦c".into(), "d".into()],
                row: 2,
                column: 1
            }
        );
        assert_eq!(Line::new("abc").layout(3).row, 1);
        assert_eq!(Line::new("abc").layout(3).column, 0);
    }

    #[test]
    fn an_empty_last_line_is_seen() {
        assert!(Line::default().at_empty_last_line());
        assert!(Line::new("a\n").at_empty_last_line());
        assert!(!Line::new("a").at_empty_last_line());
        let mut line = Line::new("a\n");
        line.left();
        assert!(!line.at_empty_last_line());
    }
}
