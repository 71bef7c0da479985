//! A text that is typed: one line, or several ended by an empty one.

use std::io;

use super::canvas::Canvas;
use super::fancy::Face;
use super::keys::{self, Press};
use super::line::Line;
use super::{Reply, TextQuestion};
use crate::ui::terminal::RawMode;
use crate::ui::text::{Newlines, sanitize, wrap};

/// Begins bracketed paste: the terminal marks what is pasted, newlines and all.
pub(super) const PASTE_ON: &str = "\x1b[?2004h";

/// What a press does to a question.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Edited,
    /// Enter at the end: the text is to be checked.
    Given,
    Back,
    Quit,
}

/// Asks for a text. `None` is the empty answer of an optional question.
pub(super) fn ask(
    face: Face<'_>,
    question: &TextQuestion<'_>,
) -> io::Result<Reply<Option<String>>> {
    let raw = RawMode::enter()?;
    let mut canvas = Canvas::new();
    canvas.term().write_str(PASTE_ON)?;
    let mut line = Line::new(question.default.as_deref().unwrap_or_default());
    let mut complaint = None;
    // What stands there is an earlier answer: whoever begins to type replaces it, whoever moves in it corrects it.
    let mut untouched = !line.is_empty() && !question.multiline;
    loop {
        paint(face, &mut canvas, question, &line, complaint.as_deref())?;
        let pressed = keys::read(canvas.term())?;
        if untouched && matches!(pressed, Press::Char(_) | Press::Paste(_)) {
            line = Line::new("");
        }
        untouched = false;
        let outcome = press(&mut line, pressed, question.multiline);
        if outcome != Outcome::Given {
            complaint = None;
        }
        let reply = match outcome {
            Outcome::Edited => continue,
            Outcome::Back => Reply::Back,
            Outcome::Quit => Reply::Quit,
            Outcome::Given => match super::line_answer(face.lang, question, &line.text()) {
                Ok(answer) => Reply::Next(answer),
                Err(wrong) => {
                    complaint = Some(wrong);
                    continue;
                }
            },
        };
        canvas.finish()?;
        raw.drop_burst();
        return Ok(reply);
    }
}

fn press(line: &mut Line, press: Press, multiline: bool) -> Outcome {
    match press {
        Press::Enter if !multiline || line.at_empty_last_line() => return Outcome::Given,
        Press::Enter => line.insert('\n'),
        Press::Escape => return Outcome::Back,
        Press::Quit => return Outcome::Quit,
        Press::EndOfInput if line.is_empty() => return Outcome::Quit,
        Press::EndOfInput if multiline => return Outcome::Given,
        Press::Up if multiline => line.up(),
        Press::Down if multiline => line.down(),
        Press::Paste(text) => line.insert_text(&text, multiline),
        press => edit(line, &press),
    }
    Outcome::Edited
}

/// Does what a key does in every line that is typed.
pub(super) fn edit(line: &mut Line, press: &Press) {
    match press {
        Press::Char(c) => line.insert(*c),
        Press::Paste(text) => line.insert_text(text, false),
        Press::Left => line.left(),
        Press::Right => line.right(),
        Press::WordLeft => line.word_left(),
        Press::WordRight => line.word_right(),
        Press::Home => line.home(),
        Press::End => line.end(),
        Press::Backspace => line.backspace(),
        Press::Delete | Press::EndOfInput => line.delete(),
        Press::KillBefore => line.kill_before(),
        Press::KillBehind => line.kill_behind(),
        Press::KillWord => line.kill_word(),
        _ => {}
    }
}

fn paint(
    face: Face<'_>,
    canvas: &mut Canvas,
    question: &TextQuestion<'_>,
    line: &Line,
    complaint: Option<&str>,
) -> io::Result<()> {
    let (height, columns) = canvas.size();
    let mut rows = face.opening(&question.title, question.help.as_deref(), columns);
    let mut below = Vec::new();
    if let Some(complaint) = complaint {
        let complaint = sanitize(complaint, Newlines::Fold);
        for line in wrap(&complaint, columns - 4) {
            below.push(format!("  {}", face.paint.danger(line)));
        }
    }
    if line.is_empty()
        && let Some(skip) = &question.optional
    {
        let hint = face.lang.text("ui-enter-skips");
        below.push(format!("  {}", face.paint.dim(format!("{hint} {skip}"))));
    }
    let keys = if question.multiline {
        "ui-keys-lines"
    } else {
        "ui-keys-text"
    };
    below.push(face.keys(keys, columns));

    // On a low terminal the text being typed goes before the help, and shows the rows around the cursor.
    rows.truncate(height.saturating_sub(below.len() + 2).max(1));
    let room = height.saturating_sub(rows.len() + below.len() + 1).max(1);
    let layout = line.layout(columns - 2);
    let first = (layout.row + 1).saturating_sub(room);
    let cursor = (rows.len() + layout.row - first, layout.column + 2);
    for (index, row) in layout.rows.iter().enumerate().skip(first).take(room) {
        let mark = if index == 0 {
            face.paint.ok("›")
        } else {
            " ".into()
        };
        rows.push(format!("{mark} {row}"));
    }
    rows.extend(below);
    canvas.paint(&rows, Some(cursor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enter_gives_one_line_and_goes_on_in_several() {
        let mut line = Line::new("a");
        assert_eq!(press(&mut line, Press::Enter, false), Outcome::Given);
        assert_eq!(press(&mut line, Press::Enter, true), Outcome::Edited);
        assert_eq!(press(&mut line, Press::Enter, true), Outcome::Given);
        assert_eq!(line.text(), "a\n");
    }

    #[test]
    fn end_of_input_quits_only_on_an_empty_line() {
        let mut line = Line::new("a");
        line.home();
        assert_eq!(press(&mut line, Press::EndOfInput, false), Outcome::Edited);
        assert_eq!(press(&mut line, Press::EndOfInput, false), Outcome::Quit);
    }
}
