//! The tree of a mail's parts, walked within bounds.

use super::Attachment;
use super::decode::{self, Mime};
use super::fields::{Block, end_of_line};
use super::names;

/// The deepest part that is looked into.
const DEEPEST: usize = 20;

/// How many parts are looked at.
const MOST_PARTS: usize = 500;

/// How many attachments are taken out.
const MOST_ATTACHMENTS: usize = 100;

/// The longest header of a part.
const LONGEST_HEADER: usize = 32 * 1024;

/// How much of a text is decoded: only its beginning is used.
const LONGEST_TEXT: usize = 256 * 1024;

/// What was found in the parts.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// The first plain text.
    pub(super) plain: Option<String>,
    /// The first text as a page.
    pub(super) html: Option<String>,
    pub(super) attachments: Vec<Attachment>,
    /// How many attachments were left.
    pub(super) left: usize,
    parts: usize,
}

impl Walk {
    /// Walks a mail from its header on.
    pub(super) fn message(&mut self, block: &Block<'_>) {
        self.part(&decode::mime(block), block.body, 0);
    }

    fn part(&mut self, mime: &Mime, body: &[u8], depth: usize) {
        self.parts += 1;
        let boundary = mime
            .boundary
            .as_deref()
            .filter(|_| mime.main == "multipart");
        if let Some(boundary) = boundary {
            if depth < DEEPEST {
                self.parts_between(boundary, body, mime.sub == "digest", depth);
            }
            return;
        }
        if is_body(mime) {
            let place = match mime.sub.as_str() {
                "html" => &mut self.html,
                _ => &mut self.plain,
            };
            if place.is_none() {
                *place = Some(mime.text(&body[..body.len().min(LONGEST_TEXT)]));
            }
            return;
        }
        if is_attached(mime) {
            self.attachment(mime, body);
        }
    }

    fn parts_between(&mut self, boundary: &str, body: &[u8], digest: bool, depth: usize) {
        for part in split(body, boundary.as_bytes()) {
            // A part without a header is text.
            let block = match part.first() {
                Some(b'\r' | b'\n') | None => None,
                Some(_) => Block::read(part, LONGEST_HEADER),
            };
            let (mut mime, body) = match &block {
                Some(block) => (decode::mime(block), block.body),
                None => (decode::mime_of_nothing(), part),
            };
            if digest
                && block
                    .as_ref()
                    .is_none_or(|block| !block.has("content-type"))
            {
                (mime.main, mime.sub) = ("message".to_owned(), "rfc822".to_owned());
            }
            // What is not looked into is counted by what its header says.
            if self.parts >= MOST_PARTS {
                self.left += usize::from(is_attached(&mime) && !body.trim_ascii().is_empty());
                continue;
            }
            self.part(&mime, body, depth + 1);
        }
    }

    fn attachment(&mut self, mime: &Mime, body: &[u8]) {
        let bytes = mime.bytes(body);
        if bytes.is_empty() {
            return;
        }
        if self.attachments.len() >= MOST_ATTACHMENTS {
            self.left += 1;
            return;
        }
        let name = mime.name.as_deref().unwrap_or_default();
        let name = names::safe(name, self.attachments.len() + 1, ending(mime));
        self.attachments.push(Attachment { name, bytes });
    }
}

/// Whether a part is a text of the mail itself.
fn is_body(mime: &Mime) -> bool {
    let is_text = mime.main == "text" && matches!(mime.sub.as_str(), "plain" | "html" | "");
    is_text && !mime.is_attachment && mime.name.is_none()
}

/// Whether a part is a file. Pictures that only adorn the text have no name; what else has none is still one.
fn is_attached(mime: &Mime) -> bool {
    let adorns = matches!(mime.main.as_str(), "image" | "text" | "multipart")
        || mime.sub.ends_with("-signature");
    mime.is_attachment || mime.name.is_some() || !adorns
}

/// The ending of a file without a name.
fn ending(mime: &Mime) -> &'static str {
    match (mime.main.as_str(), mime.sub.as_str()) {
        ("message", "rfc822" | "global") => ".eml",
        ("application", "pdf") => ".pdf",
        ("image", "jpeg") => ".jpg",
        ("image", "png") => ".png",
        ("text", "html") => ".html",
        ("text", "calendar") => ".ics",
        ("text", _) => ".txt",
        _ => "",
    }
}

/// The parts between the lines of a boundary. One that nothing ends goes to the end.
fn split<'a>(body: &'a [u8], boundary: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    let mut begun = None;
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < body.len() {
            let (line_at, end) = (at, end_of_line(body, at));
            at = end;
            let line = body[line_at..end].trim_ascii_end();
            let rest = line
                .strip_prefix(b"--")
                .and_then(|line| line.strip_prefix(boundary));
            if let Some(rest @ (b"" | b"--")) = rest {
                let part = begun.map(|from| without_last_newline(&body[from..line_at]));
                begun = Some(end).filter(|_| rest.is_empty());
                if !rest.is_empty() {
                    at = body.len();
                }
                if part.is_some() {
                    return part;
                }
            }
        }
        begun.take().map(|from| &body[from..])
    })
}

/// The line end before a boundary belongs to the boundary.
fn without_last_newline(part: &[u8]) -> &[u8] {
    let part = part.strip_suffix(b"\n").unwrap_or(part);
    part.strip_suffix(b"\r").unwrap_or(part)
}
