//! Plain aligned columns for `list`: a tenth of what a table that wraps costs.

use super::style::{Align, Cell, Paint};
use super::text::{shorten, width, wrap};

/// A column that is shortened keeps at least this number of columns.
const SHORTEST: usize = 16;

/// A column that is shortened to spare every row a second line keeps at least this number of columns.
const READABLE: usize = 28;

/// A column that can be shortened takes no more than this number of columns, even where there is no width to fit.
const WIDEST: usize = 200;

/// The space between two columns.
const GAP: usize = 2;

/// Aligned columns, one line for each row; where the terminal is too narrow, the last column on lines of its own below.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    headers: Vec<Cell>,
    aligns: Vec<Align>,
    elastic: Option<usize>,
    sentence: bool,
    rows: Vec<Vec<Cell>>,
}

impl Listing {
    /// Makes an empty listing with these headers.
    #[must_use]
    pub fn new<C: Into<Cell>>(headers: impl IntoIterator<Item = C>) -> Listing {
        Listing {
            headers: headers.into_iter().map(Into::into).collect(),
            ..Listing::default()
        }
    }

    /// Sets the sides of the columns, from the first on; the others stand on the left.
    #[must_use]
    pub fn align(mut self, aligns: &[Align]) -> Listing {
        self.aligns = aligns.to_vec();
        self
    }

    /// Names the column (counted from 0) that is shortened with `…` where the terminal is too narrow.
    #[must_use]
    pub fn elastic(mut self, column: usize) -> Listing {
        self.elastic = Some(column);
        self
    }

    /// Says that the last column is a sentence to be read whole: it is never shortened, and where the terminal is too narrow
    /// for it, it stands below its row.
    #[must_use]
    pub fn sentence(mut self) -> Listing {
        self.sentence = true;
        self
    }

    /// Adds a row.
    pub fn row<C: Into<Cell>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// Makes the text, ended by a newline. Without a width hardly anything is shortened, and every
    /// row is one line.
    #[must_use]
    pub fn render(&self, fit: Option<usize>, paint: Paint) -> String {
        let natural = self.natural();
        let spare = self
            .elastic
            .and_then(|column| natural.get(column))
            .map_or(0, |widest| widest.saturating_sub(READABLE));
        let below = fit.filter(|fit| self.sentence && total(&natural) - spare > *fit);
        let across = natural.len() - usize::from(below.is_some() && !natural.is_empty());
        let widths = self.fitted(&natural[..across], fit);
        let indent = widths.first().map_or(0, |first| first + GAP);
        let mut text = String::with_capacity(96 * (self.rows.len() + 1));
        let headers: Vec<Cell> = self
            .headers
            .iter()
            .map(|header| header.clone().tone(super::style::Tone::Dim))
            .collect();
        for row in std::iter::once(&headers).chain(&self.rows) {
            self.line(&mut text, row, &widths, paint);
            let (Some(fit), Some(cell)) = (below, row.get(across)) else {
                continue;
            };
            if cell.text.is_empty() {
                continue;
            }
            for line in wrap(&cell.text, fit.saturating_sub(indent)) {
                text.extend(std::iter::repeat_n(' ', indent));
                text.push_str(&paint.tone(cell.tone, &line));
                text.push('\n');
            }
        }
        text
    }

    /// The columns as wide as their widest cells.
    fn natural(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = self.headers.iter().map(|cell| width(&cell.text)).collect();
        for row in &self.rows {
            for (widest, cell) in widths.iter_mut().zip(row) {
                *widest = (*widest).max(width(&cell.text));
            }
        }
        if let Some(widest) = self.elastic.and_then(|column| widths.get_mut(column)) {
            *widest = WIDEST.min(*widest);
        }
        widths
    }

    /// The columns as wide as there is room for.
    fn fitted(&self, natural: &[usize], fit: Option<usize>) -> Vec<usize> {
        let mut widths = natural.to_vec();
        let total = total(natural);
        if let (Some(fit), Some(elastic)) = (fit, self.elastic)
            && let Some(widest) = widths.get_mut(elastic)
            && total > fit
        {
            *widest = widest
                .saturating_sub(total - fit)
                .max(SHORTEST.min(*widest));
        }
        widths
    }

    fn line(&self, text: &mut String, row: &[Cell], widths: &[usize], paint: Paint) {
        let mut blanks = 0;
        for (index, (cell, &column)) in row.iter().zip(widths).enumerate() {
            let shown = shorten(&cell.text, column);
            let rest = column - width(&shown).min(column);
            let right = self.aligns.get(index) == Some(&Align::Right);
            if right {
                blanks += rest;
            }
            if !shown.is_empty() {
                // Blanks wait for something to stand behind them, so that no line ends with one.
                text.extend(std::iter::repeat_n(' ', blanks));
                text.push_str(&paint.tone(cell.tone, &shown));
                blanks = 0;
            }
            blanks += GAP + if right { 0 } else { rest };
        }
        text.push('\n');
    }
}

/// The columns that a row takes.
fn total(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::style::Tone;

    const PLAIN: Paint = Paint { colour: false };

    fn claims() -> Listing {
        let mut listing = Listing::new(["Nº", "Échéance", "Que faire", "Montant"])
            .align(&[Align::Right, Align::Left, Align::Left, Align::Right])
            .elastic(2);
        listing.row([
            "7",
            "3 mai 2026",
            "Écrire à « Céramiques Dô 🏺 » et demander la livraison avant le 12 mai",
            "34,90 €",
        ]);
        listing.row(["12", "", "Attendre", ""]);
        listing
    }

    #[test]
    fn the_sentence_is_shortened_on_a_terminal() {
        let text = claims().render(Some(60), PLAIN);
        assert_eq!(
            text,
            "\
Nº  Échéance    Que faire                            Montant
 7  3 mai 2026  Écrire à « Céramiques Dô 🏺 » et d…  34,90 €
12              Attendre
"
        );
        assert!(text.lines().all(|line| width(line) <= 60));
    }

    #[test]
    fn nothing_is_shortened_for_a_file() {
        assert!(
            claims()
                .render(None, PLAIN)
                .contains("demander la livraison avant le 12 mai  34,90 €\n")
        );
    }

    #[test]
    fn one_endless_cell_does_not_stretch_every_row() {
        let mut listing = claims();
        listing.row(["13", "", &"é🏺".repeat(5_000), ""]);
        for fit in [None, Some(60)] {
            let text = listing.render(fit, PLAIN);
            assert!(text.lines().all(|line| width(line) <= 230), "{text}");
        }
    }

    #[test]
    fn a_very_narrow_terminal_keeps_the_start_of_the_sentence() {
        assert!(
            claims()
                .render(Some(20), PLAIN)
                .contains("Écrire à « Céra…")
        );
    }

    fn desk() -> Listing {
        let mut listing = Listing::new(["Nº", "Dossier", "À faire"])
            .align(&[Align::Right])
            .elastic(1)
            .sentence();
        listing.row([
            "7",
            "Six bols émaillés et leur plateau, Céramiques Dô",
            "Écrivez au vendeur : le problème, ce que vous demandez, une date limite",
        ]);
        listing.row(["12", "Lampe", ""]);
        listing
    }

    #[test]
    fn a_sentence_stands_below_its_row_where_the_terminal_is_too_narrow() {
        assert_eq!(
            desk().render(Some(46), PLAIN),
            "\
Nº  Dossier
    À faire
 7  Six bols émaillés et leur plateau, Cérami…
    Écrivez au vendeur : le problème, ce que
    vous demandez, une date limite
12  Lampe
"
        );
    }

    #[test]
    fn a_name_is_shortened_before_a_sentence_goes_below() {
        let text = desk().render(Some(110), PLAIN);
        assert_eq!(text.lines().count(), 3, "{text}");
        assert!(text.contains("une date limite\n"), "{text}");
        assert!(text.lines().all(|line| width(line) <= 110), "{text}");
        assert!(
            desk()
                .render(None, PLAIN)
                .contains("Céramiques Dô  Écrivez")
        );
    }

    #[test]
    fn tones_are_painted_and_do_not_move_the_columns() {
        let mut listing = Listing::new(["A", "B"]);
        listing.row([Cell::new("late").tone(Tone::Danger), Cell::new("x")]);
        let painted = listing.render(None, Paint { colour: true });
        assert!(painted.contains("\u{1b}[31m\u{1b}[1mlate\u{1b}[0m  x"));
        assert_eq!(
            console::strip_ansi_codes(&painted),
            listing.render(None, PLAIN)
        );
    }
}
