//! Tables that fit the terminal by wrapping their widest columns.

use comfy_table::presets::NOTHING;
use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle,
};

use super::style::{Align, Cell, Paint, Tone};

/// A table: a line of headers, a thin line, and rows that wrap inside their columns.
#[derive(Debug, Clone, Default)]
pub struct Table {
    headers: Vec<Cell>,
    aligns: Vec<Align>,
    whole: Option<usize>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Makes an empty table with these headers.
    #[must_use]
    pub fn new<C: Into<Cell>>(headers: impl IntoIterator<Item = C>) -> Table {
        Table {
            headers: headers.into_iter().map(Into::into).collect(),
            aligns: Vec::new(),
            whole: None,
            rows: Vec::new(),
        }
    }

    /// Sets the sides of the columns, from the first on; the others stand on the left.
    #[must_use]
    pub fn align(mut self, aligns: &[Align]) -> Table {
        self.aligns = aligns.to_vec();
        self
    }

    /// Names the column (counted from 0) that never wraps: what is to be typed again stays in one piece.
    #[must_use]
    pub fn whole(mut self, column: usize) -> Table {
        self.whole = Some(column);
        self
    }

    /// Adds a row.
    pub fn row<C: Into<Cell>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// Tells whether the table has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Makes the text of the table, ended by a newline. Without a width nothing is wrapped: each row is one line.
    #[must_use]
    pub fn render(&self, fit: Option<usize>, paint: Paint) -> String {
        let mut table = comfy_table::Table::new();
        table.load_style(NOTHING.header_separator(LineStyle::none().fill('─').junction('─')));
        table.force_no_tty();
        if paint.colour {
            table.enforce_styling();
        }
        match fit {
            Some(width) => {
                table.set_content_arrangement(ContentArrangement::Dynamic);
                table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
            }
            None => {
                table.set_content_arrangement(ContentArrangement::Disabled);
            }
        }
        table.set_header(
            self.headers
                .iter()
                .map(|header| comfy_table::Cell::new(&header.text).add_attribute(Attribute::Bold)),
        );
        for row in &self.rows {
            table.add_row(row.iter().map(styled));
        }
        let last = self.headers.len().saturating_sub(1);
        for (index, column) in table.column_iter_mut().enumerate() {
            // The junction of the line is the second blank between two columns.
            column.set_padding((0, u16::from(index != last)));
            if self.whole == Some(index) && fit.is_some() {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
            if self.aligns.get(index) == Some(&Align::Right) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let mut text = table.trim_fmt();
        text.push('\n');
        text
    }
}

fn styled(cell: &Cell) -> comfy_table::Cell {
    let out = comfy_table::Cell::new(&cell.text);
    match cell.tone {
        Tone::Normal => out,
        Tone::Bold => out.add_attribute(Attribute::Bold),
        Tone::Dim => out.add_attribute(Attribute::Dim),
        Tone::Ok => out.fg(Color::DarkGreen),
        Tone::Danger => out.fg(Color::DarkRed).add_attribute(Attribute::Bold),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text::width;

    const PLAIN: Paint = Paint { colour: false };

    fn routes() -> Table {
        let mut table = Table::new(["Voie", "État", "Jusqu’au", "Pourquoi"]).align(&[
            Align::Left,
            Align::Left,
            Align::Right,
        ]);
        table.row([
            "Vendeur",
            "ouverte",
            "1er mars 2026",
            "Le vendeur doit livrer à la date convenue, sinon dans les trente jours : passé ce délai, vous pouvez annuler.",
        ]);
        table.row(["Garantie A-to-Z 📦", "fermée", "3 mai 2026", "Délai passé"]);
        table
    }

    #[test]
    fn a_wide_table_wraps_at_80_columns() {
        let text = routes().render(Some(80), PLAIN);
        assert!(text.lines().all(|line| width(line) <= 80), "{text}");
        assert_eq!(
            text,
            "\
Voie                État          Jusqu’au  Pourquoi
────────────────────────────────────────────────────────────────────────────────
Vendeur             ouverte  1er mars 2026  Le vendeur doit livrer à la date
                                            convenue, sinon dans les trente
                                            jours : passé ce délai, vous pouvez
                                            annuler.
Garantie A-to-Z 📦  fermée      3 mai 2026  Délai passé
"
        );
    }

    #[test]
    fn what_is_to_be_typed_again_stays_in_one_piece() {
        let mut table = Table::new(["Playbook", "Title"]).whole(0);
        table.row([
            "law/fr/unauthorised-payment",
            "Unauthorised payment in France",
        ]);
        let text = table.render(Some(45), PLAIN);
        assert!(text.contains("law/fr/unauthorised-payment  "), "{text}");
        assert!(text.lines().all(|line| width(line) <= 45), "{text}");
    }

    #[test]
    fn nothing_is_cut_or_wrapped_for_a_file() {
        let text = routes().render(None, PLAIN);
        assert_eq!(text.lines().count(), 4);
        assert!(text.contains("passé ce délai, vous pouvez annuler."));
    }

    #[test]
    fn colours_do_not_move_the_columns() {
        let mut table = Table::new(["Route", "State"]);
        table.row([Cell::new("Bank"), Cell::new("closed").tone(Tone::Bold)]);
        let painted = table.render(Some(80), Paint { colour: true });
        assert!(painted.contains("\u{1b}[1m"));
        let bare = console::strip_ansi_codes(&painted).replace(" \n", "\n");
        assert_eq!(bare, table.render(Some(80), PLAIN));
    }

    #[test]
    fn a_cell_cannot_command_the_terminal() {
        let mut table = Table::new(["Note"]);
        table.row(["a\u{1b}[2Jb\nc"]);
        assert_eq!(table.render(None, PLAIN), "Note\n────────\na␛[2Jb c\n");
    }
}
