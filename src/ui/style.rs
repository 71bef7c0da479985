//! How a text is set off: bold, dim, danger, ok. Whether it is coloured is decided once, by the `Ui`.

use std::fmt::Display;

use console::Style;

/// How much a text is set off from its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Normal,
    Bold,
    Dim,
    Ok,
    Danger,
}

/// On which side of its column a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    #[default]
    Left,
    Right,
}

/// Puts texts in colour, or leaves them as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    pub colour: bool,
}

impl Paint {
    /// Puts a text in a tone.
    #[must_use]
    pub fn tone(self, tone: Tone, text: impl Display) -> String {
        // `force_styling` both ways: console would otherwise look at the environment and at the terminal itself.
        let style = Style::new().force_styling(self.colour);
        let style = match tone {
            Tone::Normal => return text.to_string(),
            Tone::Bold => style.bold(),
            Tone::Dim => style.dim(),
            Tone::Ok => style.green(),
            Tone::Danger => style.red().bold(),
        };
        style.apply_to(text).to_string()
    }

    #[must_use]
    pub fn bold(self, text: impl Display) -> String {
        self.tone(Tone::Bold, text)
    }

    #[must_use]
    pub fn dim(self, text: impl Display) -> String {
        self.tone(Tone::Dim, text)
    }

    #[must_use]
    pub fn ok(self, text: impl Display) -> String {
        self.tone(Tone::Ok, text)
    }

    #[must_use]
    pub fn danger(self, text: impl Display) -> String {
        self.tone(Tone::Danger, text)
    }
}

/// One cell of a table or a listing: its text, made harmless, and its tone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    pub(super) text: String,
    pub(super) tone: Tone,
}

impl Cell {
    /// Makes a cell. Control characters are made visible, and the text becomes one line.
    #[must_use]
    pub fn new(text: &str) -> Cell {
        Cell {
            text: super::text::sanitize(text, super::text::Newlines::Fold).into_owned(),
            tone: Tone::Normal,
        }
    }

    /// Sets the cell off.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Cell {
        self.tone = tone;
        self
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::new(text)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::new(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_what_the_paint_says() {
        assert_eq!(Paint { colour: false }.danger("late"), "late");
        assert_eq!(
            Paint { colour: true }.danger("late"),
            "\u{1b}[31m\u{1b}[1mlate\u{1b}[0m"
        );
        assert_eq!(Paint { colour: true }.tone(Tone::Normal, "plain"), "plain");
    }
}
