//! The rows of a question on the terminal, painted over again after each key.

use std::io;

use console::Term;

/// Rows at the bottom of the terminal that are painted as one.
#[derive(Debug)]
pub(super) struct Canvas {
    term: Term,
    /// Where the cursor stands, in rows below the first.
    row: usize,
}

impl Canvas {
    pub(super) fn new() -> Canvas {
        Canvas {
            term: Term::buffered_stderr(),
            row: 0,
        }
    }

    pub(super) fn term(&self) -> &Term {
        &self.term
    }

    /// Returns how many rows and columns a text may take. The last column stays free: a character there would leave the
    /// cursor between two rows.
    pub(super) fn size(&self) -> (usize, usize) {
        let (rows, columns) = self.term.size();
        (
            usize::from(rows).max(4),
            usize::from(columns).saturating_sub(1).max(8),
        )
    }

    /// Paints the rows in the place of those painted before. The cursor goes to this row and column, or is hidden.
    pub(super) fn paint(
        &mut self,
        rows: &[String],
        cursor: Option<(usize, usize)>,
    ) -> io::Result<()> {
        self.term.hide_cursor()?;
        self.clear()?;
        self.term.write_str(&rows.join("\n"))?;
        let last = rows.len().saturating_sub(1);
        self.row = last;
        if let Some((row, column)) = cursor {
            self.term.move_cursor_up(last - row.min(last))?;
            self.row = row.min(last);
            self.term.write_str("\r")?;
            self.term.move_cursor_right(column)?;
            self.term.show_cursor()?;
        }
        self.term.flush()
    }

    /// Takes the rows away and leaves the cursor where the first one began.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        self.term.move_cursor_up(self.row)?;
        self.term.write_str("\r")?;
        self.term.clear_to_end_of_screen()?;
        self.row = 0;
        Ok(())
    }

    /// Takes the rows away for good.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.clear()?;
        self.term.show_cursor()?;
        self.term.flush()
    }
}
