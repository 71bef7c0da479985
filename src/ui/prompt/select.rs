//! One of a few rows, chosen with the arrows, by dialoguer.

use std::fmt;
use std::io;

use console::Term;
use dialoguer::Select;
use dialoguer::theme::Theme;

use super::fancy::Face;
use super::{Item, Reply};
use crate::ui::style::Paint;
use crate::ui::terminal::RawMode;
use crate::ui::text::{Newlines, sanitize, shorten, width, wrap};

/// A row that can be chosen.
#[derive(Debug)]
pub(super) struct Row {
    label: String,
    hint: String,
    /// The columns that the label is filled to, when the hint is a value beside it and not an explanation.
    pair: Option<usize>,
}

impl Row {
    pub(super) fn new(label: &str) -> Row {
        Row {
            label: sanitize(label, Newlines::Fold).into_owned(),
            hint: String::new(),
            pair: None,
        }
    }

    pub(super) fn of(item: &Item) -> Row {
        Row {
            hint: sanitize(&item.hint, Newlines::Fold).into_owned(),
            ..Row::new(&item.label)
        }
    }

    /// Makes a row of a name and its value.
    pub(super) fn pair(label: &str, value: &str, columns: usize) -> Row {
        Row {
            hint: sanitize(value, Newlines::Fold).into_owned(),
            pair: Some(columns),
            ..Row::new(label)
        }
    }

    /// Makes the lines of the row, in no more than this number of columns.
    fn lines(&self, columns: usize, active: bool, paint: Paint) -> Vec<String> {
        let tone = |text: &str| {
            if active {
                paint.ok(text)
            } else {
                text.to_owned()
            }
        };
        if let Some(filled) = self.pair {
            let label = shorten(&self.label, filled);
            let blanks = " ".repeat(filled - width(&label).min(filled) + 2);
            let value = shorten(&self.hint, columns.saturating_sub(filled + 2));
            return vec![format!("{}{blanks}{value}", tone(&label))];
        }
        let beside = width(&self.label) + 3 + width(&self.hint) <= columns;
        let mut lines: Vec<String> = wrap(&self.label, columns).iter().map(|l| tone(l)).collect();
        if self.hint.is_empty() {
            return lines;
        }
        if let (true, Some(line)) = (beside, lines.first_mut()) {
            line.push_str(&paint.dim(format!(" · {}", self.hint)));
            return lines;
        }
        for line in wrap(&self.hint, columns.saturating_sub(2)) {
            lines.push(paint.dim(format!("  {line}")));
        }
        lines
    }
}

/// Asks for a row. Escape is `Back`.
///
/// dialoguer counts the rows that it must take away again by the bytes of its items, and wrongly so for long ones: it
/// gets the numbers of the rows as items, and the theme shows the rows.
pub(super) fn ask(
    face: Face<'_>,
    title: &str,
    help: Option<&str>,
    rows: &[Row],
    default: usize,
) -> io::Result<Reply<usize>> {
    // Buffered: dialoguer then shows all rows of the question at once.
    let term = Term::buffered_stderr();
    let (height, columns) = term.size();
    let columns = usize::from(columns).saturating_sub(1).max(8);
    let mut opening = face.opening(title, help, columns);
    opening.push(face.keys("ui-keys-choose", columns));
    let theme = Rows {
        rows,
        columns,
        paint: face.paint,
    };
    let tallest = rows
        .iter()
        .map(|row| row.lines(columns - 2, false, face.paint).len())
        .max()
        .unwrap_or(1);
    let room = usize::from(height).saturating_sub(opening.len() + 1);
    let raw = RawMode::enter()?;
    let chosen = Select::with_theme(&theme)
        .with_prompt(opening.join("\n"))
        .report(false)
        .items(0..rows.len())
        .default(default.min(rows.len().saturating_sub(1)))
        .max_length((room / tallest).max(1))
        .interact_on_opt(&term)
        .map_err(|dialoguer::Error::IO(error)| error)?;
    raw.drop_burst();
    Ok(chosen.map_or(Reply::Back, Reply::Next))
}

struct Rows<'a> {
    rows: &'a [Row],
    columns: usize,
    paint: Paint,
}

impl Theme for Rows<'_> {
    fn format_select_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        f.write_str(prompt)
    }

    fn format_select_prompt_item(
        &self,
        f: &mut dyn fmt::Write,
        number: &str,
        active: bool,
    ) -> fmt::Result {
        let row = number.parse().ok().and_then(|n: usize| self.rows.get(n));
        let lines = row.map(|row| row.lines(self.columns - 2, active, self.paint));
        for (index, line) in lines.unwrap_or_default().iter().enumerate() {
            match (index, active) {
                (0, true) => write!(f, "{} {line}", self.paint.ok("❯"))?,
                (0, false) => write!(f, "  {line}")?,
                _ => write!(f, "\n  {line}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Paint = Paint { colour: false };

    #[test]
    fn a_hint_stands_beside_its_label_or_below() {
        let row = Row::of(&Item::new("Colis jamais reçu").hint("rien n’est arrivé"));
        assert_eq!(
            row.lines(60, false, PLAIN),
            ["Colis jamais reçu · rien n’est arrivé"]
        );
        assert_eq!(
            row.lines(24, false, PLAIN),
            ["Colis jamais reçu", "  rien n’est arrivé"]
        );
    }

    #[test]
    fn names_and_values_are_aligned() {
        let row = Row::pair("Date", "3 mai 2026\nau plus tard", 8);
        assert_eq!(
            row.lines(60, false, PLAIN),
            ["Date      3 mai 2026 au plus tard"]
        );
    }
}
