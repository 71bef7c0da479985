//! Yes or no, by a letter, the arrows or Enter.

use std::io;

use super::canvas::Canvas;
use super::fancy::Face;
use super::keys::{self, Press};
use super::{Reply, YesNo, yes_no_letter};
use crate::ui::terminal::RawMode;
use crate::ui::text::{Newlines, sanitize};

/// Asks for yes or no; `None` is "I don't know".
pub(super) fn ask(face: Face<'_>, question: &YesNo) -> io::Result<Reply<Option<bool>>> {
    let mut answers = vec![
        (Some(true), face.lang.text("ui-yes")),
        (Some(false), face.lang.text("ui-no")),
    ];
    if let Some(words) = &question.unknown {
        answers.push((None, sanitize(words, Newlines::Fold).into_owned()));
    }
    let mut chosen = match question.default {
        Some(false) => 1,
        _ => 0,
    };
    let raw = RawMode::enter()?;
    let mut canvas = Canvas::new();
    canvas.term().write_str(super::entry::PASTE_ON)?;
    loop {
        let (_, columns) = canvas.size();
        let mut rows = face.opening(&question.title, question.help.as_deref(), columns);
        let shown = answers.iter().enumerate().map(|(index, (_, words))| {
            if index == chosen {
                face.paint.ok(format!("❯ {words}"))
            } else {
                format!("  {words}")
            }
        });
        rows.push(shown.collect::<Vec<_>>().join("  "));
        rows.push(face.keys("ui-keys-yes-no", columns));
        canvas.paint(&rows, None)?;

        let reply = match keys::read(canvas.term())? {
            Press::Left | Press::Up => {
                chosen = (chosen + answers.len() - 1) % answers.len();
                continue;
            }
            Press::Right | Press::Down | Press::Tab => {
                chosen = (chosen + 1) % answers.len();
                continue;
            }
            Press::Char(c) => {
                let letter = c.to_lowercase().to_string();
                match yes_no_letter(face.lang, question, &letter) {
                    Some(answer) => Reply::Next(answer),
                    None => continue,
                }
            }
            Press::Enter => Reply::Next(answers[chosen].0),
            Press::Escape => Reply::Back,
            Press::Quit | Press::EndOfInput => Reply::Quit,
            _ => continue,
        };
        canvas.finish()?;
        raw.drop_burst();
        return Ok(reply);
    }
}
