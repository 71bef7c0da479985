//! A text longer than the screen, a screen at a time.

use std::io;

use super::Reply;
use super::canvas::Canvas;
use super::fancy::Face;
use super::keys::{self, Press};
use crate::domain::message::Message;
use crate::ui::terminal::RawMode;

/// The rows that are left free below the text, for the question that follows it.
const FREE: usize = 8;

/// The fewest rows that are shown at a time.
const FEWEST: usize = 8;

/// Shows the text. Escape shows all the rest at once.
pub(super) fn show(face: Face<'_>, text: &str) -> io::Result<Reply<()>> {
    let mut canvas = Canvas::new();
    let (height, columns) = canvas.size();
    let room = height.saturating_sub(FREE).max(FEWEST);
    let lines: Vec<&str> = text.lines().collect();
    let pages = split(&lines, room);
    let last = pages.len();
    for (index, page) in pages.into_iter().enumerate() {
        canvas.term().write_line(&page.join("\n"))?;
        if index + 1 == last {
            break;
        }
        let rest = Message::new("ui-pages")
            .with("page", (index + 1).to_string())
            .with("pages", last.to_string());
        let rest = face.keys_text(&face.lang.say(&rest), columns);
        match wait(&mut canvas, rest)? {
            Press::Quit | Press::EndOfInput => return Ok(Reply::Quit),
            Press::Escape => {
                let shown = (index + 1) * room;
                canvas
                    .term()
                    .write_line(&lines.get(shown..).unwrap_or_default().join("\n"))?;
                break;
            }
            _ => {}
        }
    }
    canvas.term().flush()?;
    Ok(Reply::Next(()))
}

fn wait(canvas: &mut Canvas, row: String) -> io::Result<Press> {
    let raw = RawMode::enter()?;
    canvas.paint(&[row], None)?;
    let press = loop {
        match keys::read(canvas.term())? {
            Press::Other | Press::Paste(_) => {}
            press => break press,
        }
    };
    canvas.finish()?;
    raw.drop_burst();
    Ok(press)
}

/// Pages of this many lines; a last page of one or two lines goes with the one before it.
fn split<'a>(lines: &'a [&'a str], room: usize) -> Vec<&'a [&'a str]> {
    if lines.len() <= room + 2 {
        return vec![lines];
    }
    lines.chunks(room).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_one_page() {
        let lines = ["a"; 12];
        assert_eq!(split(&lines, 10).len(), 1);
        let lines = ["a"; 25];
        let pages: Vec<usize> = split(&lines, 10).iter().map(|p| p.len()).collect();
        assert_eq!(pages, [10, 10, 5]);
    }
}
