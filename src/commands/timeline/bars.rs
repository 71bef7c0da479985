//! Lines of bars: what stands in each column of the picture.

use chrono::NaiveDate;

use crate::domain::timeline::{Scale, Shape, Timeline, Window};
use crate::ui::{Paint, Tone};

pub(super) const TODAY: char = '│';
pub(super) const HAPPENED: char = '●';
pub(super) const DUE: char = '◆';
pub(super) const LEGAL: char = '╎';
pub(super) const BEFORE: char = '◄';
pub(super) const BEYOND: char = '►';
pub(super) const CUT: &str = "//";

/// The sign that a bar of this shape is made of.
pub(super) const fn sign(shape: Shape) -> char {
    match shape {
        Shape::Done => HAPPENED,
        Shape::Open => '█',
        Shape::Later => '▒',
        Shape::AfterStep => '░',
        Shape::Past => '─',
    }
}

/// One line of the picture: a sign and its tone in each column.
#[derive(Debug, Clone)]
pub(super) struct Line {
    cells: Vec<(char, Tone)>,
}

impl Line {
    /// Makes a line on which nothing stands but the mark of today.
    pub(super) fn blank(timeline: &Timeline, columns: usize) -> Line {
        let mut line = Line {
            cells: vec![(' ', Tone::Normal); columns],
        };
        line.put(
            timeline.scale.column(timeline.today, columns),
            TODAY,
            Tone::Bold,
        );
        line
    }

    /// Makes the line of a day.
    pub(super) fn point(timeline: &Timeline, columns: usize, on: NaiveDate, sign: char) -> Line {
        let mut line = Line::blank(timeline, columns);
        line.put(timeline.scale.column(on, columns), sign, Tone::Normal);
        line
    }

    /// Makes the line of a window; `None` where it has no bar.
    pub(super) fn bar(timeline: &Timeline, columns: usize, window: &Window) -> Option<Line> {
        let shape = window.shape(timeline.today)?;
        let (from, until) = window.bar(timeline.today)?;
        let scale = &timeline.scale;
        let mut line = Line::blank(timeline, columns);
        let today = scale.column(timeline.today, columns);
        let first = from.map_or(0, |on| scale.column(on, columns));
        let last = until.map_or(columns - 1, |on| scale.column(on, columns));
        let tone = tone(shape, window);
        for column in first..=last {
            // The mark of today crosses a bar, and hides neither of its ends.
            if column != today || column == first || column == last {
                line.put(column, sign(shape), tone);
            }
        }
        if from.is_none() {
            line.put(first, BEFORE, tone);
        }
        if until.is_none() {
            line.put(last, BEYOND, tone);
        }
        let legal = window.legal_on.filter(|_| window.taken_on.is_none());
        line.limit(scale, legal.filter(|_| until.is_some()), last);
        Some(line)
    }

    /// Marks the legal last day, where it has a column of its own behind the safe one.
    pub(super) fn limit(&mut self, scale: &Scale, legal: Option<NaiveDate>, safe: usize) {
        let column = legal.map(|on| scale.column(on, self.cells.len()));
        if let Some(column) = column.filter(|column| *column > safe) {
            self.put(column, LEGAL, Tone::Normal);
        }
    }

    /// Writes a text from a column on.
    pub(super) fn write(&mut self, column: usize, text: &str, tone: Tone) {
        for (at, sign) in text.chars().enumerate() {
            self.put(column + at, sign, tone);
        }
    }

    /// Puts a sign into a column; beyond the end, nowhere.
    pub(super) fn put(&mut self, column: usize, sign: char, tone: Tone) {
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = (sign, tone);
        }
    }

    /// Whether these columns are free for a text, with a blank on each side.
    pub(super) fn is_free(&self, columns: std::ops::Range<usize>) -> bool {
        let around = columns.start.saturating_sub(1)..(columns.end + 1).min(self.cells.len());
        columns.end <= self.cells.len() && self.cells[around].iter().all(|cell| cell.0 == ' ')
    }

    /// The column of the mark of a day, where nothing else but today is on the line.
    pub(super) fn only_mark(&self) -> Option<usize> {
        let mut marks = (0..)
            .zip(&self.cells)
            .filter(|(_, cell)| ![' ', TODAY].contains(&cell.0));
        let first = marks
            .next()
            .filter(|(_, cell)| [HAPPENED, DUE].contains(&cell.0))?;
        marks.next().is_none().then_some(first.0)
    }

    /// The signs that stand on it.
    pub(super) fn signs(&self) -> impl Iterator<Item = char> {
        self.cells.iter().map(|cell| cell.0)
    }

    /// Makes the text of the line, without blanks at its end.
    pub(super) fn text(&self, paint: Paint) -> String {
        let end = self.cells.iter().rposition(|cell| cell.0 != ' ');
        let shown = &self.cells[..end.map_or(0, |at| at + 1)];
        let runs = shown.chunk_by(|one, other| one.1 == other.1);
        runs.map(|run| {
            let signs: String = run.iter().map(|cell| cell.0).collect();
            paint.tone(run[0].1, signs)
        })
        .collect()
    }
}

fn tone(shape: Shape, window: &Window) -> Tone {
    use crate::domain::route::RouteState;
    match shape {
        Shape::Open if window.state == RouteState::Closing => Tone::Danger,
        Shape::Open | Shape::Done => Tone::Ok,
        Shape::Later => Tone::Normal,
        Shape::AfterStep | Shape::Past => Tone::Dim,
    }
}
