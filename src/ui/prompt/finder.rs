//! One of many answers, found by a few letters.

use std::io;

use super::canvas::Canvas;
use super::entry::{PASTE_ON, edit};
use super::fancy::Face;
use super::keys::{self, Press};
use super::line::Line;
use super::matching::find;
use super::{Choice, Reply};
use crate::ui::terminal::RawMode;
use crate::ui::text::{Newlines, sanitize, shorten};

/// The most answers that are shown at once.
const SHOWN: usize = 10;

/// Asks for an answer; the number of answers stands for "I don't know".
pub(super) fn ask(face: Face<'_>, question: &Choice) -> io::Result<Reply<usize>> {
    let raw = RawMode::enter()?;
    let mut canvas = Canvas::new();
    canvas.term().write_str(PASTE_ON)?;
    let mut wanted = Line::default();
    let mut found = matches(question, &wanted);
    let mut chosen = question.default.unwrap_or(0);
    loop {
        chosen = chosen.min(found.len().saturating_sub(1));
        paint(face, &mut canvas, question, &wanted, &found, chosen)?;
        let press = keys::read(canvas.term())?;
        let reply = match press {
            Press::Up => {
                chosen = (chosen + found.len().max(1) - 1) % found.len().max(1);
                continue;
            }
            Press::Down | Press::Tab => {
                chosen = (chosen + 1) % found.len().max(1);
                continue;
            }
            Press::PageUp => {
                chosen = chosen.saturating_sub(SHOWN);
                continue;
            }
            Press::PageDown => {
                chosen += SHOWN;
                continue;
            }
            Press::Enter => match found.get(chosen) {
                Some(index) => Reply::Next(*index),
                None => continue,
            },
            Press::Escape => Reply::Back,
            Press::Quit => Reply::Quit,
            Press::EndOfInput if wanted.is_empty() => Reply::Quit,
            press => {
                let before = wanted.text();
                edit(&mut wanted, &press);
                if wanted.text() != before {
                    found = matches(question, &wanted);
                    chosen = 0;
                }
                continue;
            }
        };
        canvas.finish()?;
        raw.drop_burst();
        return Ok(reply);
    }
}

/// Finds what to show. "I don't know" is always the last.
fn matches(question: &Choice, wanted: &Line) -> Vec<usize> {
    let mut found = find(&question.options, &wanted.text());
    if question.unknown.is_some() {
        found.push(question.options.len());
    }
    found
}

fn paint(
    face: Face<'_>,
    canvas: &mut Canvas,
    question: &Choice,
    wanted: &Line,
    found: &[usize],
    chosen: usize,
) -> io::Result<()> {
    let (height, columns) = canvas.size();
    let mut rows = face.opening(&question.title, question.help.as_deref(), columns);
    rows.truncate(height.saturating_sub(5).max(1));
    let layout = wanted.layout(columns - 2);
    let cursor = (rows.len(), layout.column + 2);
    rows.push(format!(
        "{} {}",
        face.paint.ok("›"),
        layout.rows[layout.row]
    ));

    let room = height.saturating_sub(rows.len() + 2).clamp(1, SHOWN);
    let first = (chosen + 1).saturating_sub(room);
    for (place, index) in found.iter().enumerate().skip(first).take(room) {
        let option = question.options.get(*index);
        let label = option.map_or(question.unknown.as_deref().unwrap_or(""), |o| &o.label);
        let label = sanitize(label, Newlines::Fold);
        let label = shorten(&label, columns - 2);
        let hint = option.map_or("", |o| &o.hint);
        let hint = sanitize(hint, Newlines::Fold);
        let left = columns.saturating_sub(crate::ui::text::width(&label) + 5);
        let hint = match hint.is_empty() || left < 8 {
            true => String::new(),
            false => face.paint.dim(format!(" · {}", shorten(&hint, left))),
        };
        rows.push(if place == chosen {
            format!("{} {}{hint}", face.paint.ok("❯"), face.paint.ok(&label))
        } else {
            format!("  {label}{hint}")
        });
    }
    if found.is_empty() {
        rows.push(format!(
            "  {}",
            face.paint.dim(face.lang.text("ui-nothing-found"))
        ));
    }
    rows.push(face.keys("ui-keys-find", columns));
    canvas.paint(&rows, Some(cursor))
}
