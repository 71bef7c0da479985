//! The exhibits at the end of a document: what can be shown is shown, what cannot is named.

use std::fs;
use std::path::Path;

use super::pages::Opened;
use super::picture::{self, Picture};
use crate::domain::message::Message;
use crate::letters::dossier::looks_like_a_picture;
use crate::pdf::{Edition, Original, Originals};

/// How many pages of one exhibit are shown.
const MOST_PAGES: usize = 50;

/// The largest file that is taken into a document, in bytes.
const MOST_BYTES: u64 = 100 * 1024 * 1024;

/// The longest text that is shown, in bytes.
const LONGEST_TEXT: usize = 64 * 1024;

/// What the exhibits of a document bring to it besides their words.
pub(super) struct Files<'a> {
    originals: &'a Originals,
    edition: Edition,
    /// The files that the template reads, by their names.
    pub(super) named: Vec<(String, Vec<u8>)>,
}

/// What of an exhibit a document shows.
#[derive(Default)]
pub(super) struct Shown {
    /// The file and, of a PDF, the page in it from 1.
    pub(super) pages: Vec<(String, Option<usize>)>,
    pub(super) text: Option<String>,
    pub(super) why_not_all: Option<Message>,
    /// The name under which the file itself is attached, and its type.
    pub(super) attached: Option<(String, String)>,
}

impl Shown {
    fn without(key: &str) -> Shown {
        Shown {
            why_not_all: Some(Message::new(key)),
            ..Shown::default()
        }
    }
}

impl Files<'_> {
    /// Begins with the files that can be had.
    pub(super) fn new(originals: &Originals, edition: Edition) -> Files<'_> {
        Files {
            originals,
            edition,
            named: Vec::new(),
        }
    }

    /// Reads the file of an exhibit and makes it ready; of one without a file nothing is shown, and nothing more is said.
    pub(super) fn exhibit(&mut self, claim: i64, no: u32) -> Shown {
        let Some(original) = self.originals.get(&(claim, no)) else {
            return Shown::default();
        };
        let bytes = match read(&original.file) {
            Ok(bytes) => bytes,
            Err(key) => return Shown::without(key),
        };
        let attached = match self.edition {
            Edition::Reading => None,
            Edition::Archive => Some(self.attach(claim, no, original, &bytes)),
        };
        let name = format!("exhibits/{claim}-{no}");
        Shown {
            attached,
            ..self.show(&name, original, bytes)
        }
    }

    fn show(&mut self, name: &str, original: &Original, bytes: Vec<u8>) -> Shown {
        match original.media_type.as_deref() {
            Some("application/pdf") => self.show_pdf(name, bytes),
            Some(kind) if kind.starts_with("image/") => match picture::picture(&bytes) {
                Some(picture) => self.show_pictures(name, vec![picture]),
                None => Shown::without("pdf-exhibit-no-picture"),
            },
            // A file that is called a picture and is none has no type.
            _ if looks_like_a_picture(&original.name) => Shown::without("pdf-exhibit-no-picture"),
            _ => match text(&original.name, bytes) {
                Some(text) => Shown {
                    text: Some(text),
                    ..Shown::default()
                },
                None => Shown::without("pdf-exhibit-no-paper"),
            },
        }
    }

    fn show_pdf(&mut self, name: &str, bytes: Vec<u8>) -> Shown {
        let Some(opened) = Opened::new(bytes.clone()) else {
            return Shown::without("pdf-exhibit-no-pdf");
        };
        let count = opened.pages();
        let expected = count.min(MOST_PAGES);
        let mut shown = if self.edition == Edition::Reading && opened.is_embeddable() {
            let name = format!("{name}.pdf");
            self.named.push((name.clone(), bytes));
            let pages = (1..=expected).map(|page| (name.clone(), Some(page)));
            Shown {
                pages: pages.collect(),
                ..Shown::default()
            }
        } else {
            self.show_pictures(name, opened.painted(MOST_PAGES))
        };
        if shown.pages.len() < count {
            let number = |count| i64::try_from(count).unwrap_or(i64::MAX);
            let why = Message::new("pdf-exhibit-first-pages")
                .with("shown", number(shown.pages.len()))
                .with("count", number(count));
            shown.why_not_all = Some(why);
        }
        shown
    }

    fn show_pictures(&mut self, name: &str, pictures: Vec<Picture>) -> Shown {
        let mut shown = Shown::default();
        for (number, picture) in pictures.into_iter().enumerate() {
            let name = format!("{name}-{number}.{}", picture.extension);
            self.named.push((name.clone(), picture.bytes));
            shown.pages.push((name, None));
        }
        shown
    }

    /// Attaches the file itself, and returns its name in the document and its type.
    fn attach(&mut self, claim: i64, no: u32, of: &Original, bytes: &[u8]) -> (String, String) {
        let one_claim = self.originals.keys().all(|(other, _)| *other == claim);
        let number = match one_claim {
            true => format!("E{no}"),
            false => format!("{claim}-E{no}"),
        };
        let name = format!("{number}-{}", harmless(&of.name));
        self.named.push((name.clone(), bytes.to_vec()));
        let kind = of.media_type.as_deref().filter(|kind| is_plain(kind));
        (name, kind.unwrap_or("application/octet-stream").to_owned())
    }
}

/// The text of a file that says by its name that it is one, and is short enough to be read on paper.
fn text(name: &str, bytes: Vec<u8>) -> Option<String> {
    let name = name.to_ascii_lowercase();
    let is_text = name.ends_with(".txt") || name.ends_with(".md");
    let text = String::from_utf8(bytes).ok()?;
    (is_text && text.len() <= LONGEST_TEXT).then_some(text)
}

/// Reads a file that is not too large, or says why not.
fn read(file: &Path) -> Result<Vec<u8>, &'static str> {
    match fs::metadata(file) {
        Ok(about) if !about.is_file() => Err("pdf-exhibit-gone"),
        Ok(about) if about.len() > MOST_BYTES => Err("pdf-exhibit-too-large"),
        _ => fs::read(file).map_err(|_| "pdf-exhibit-gone"),
    }
}

/// A name that no system takes for a path.
fn harmless(name: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ');
    let name = name.chars().map(|c| if is_word(c) { c } else { '_' });
    name.take(120).collect::<String>().trim().to_owned()
}

/// Whether a type of content is written as types are: the standard of archives refuses others.
fn is_plain(kind: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    kind.split_once('/').is_some_and(|(kind, of)| {
        [kind, of]
            .iter()
            .all(|part| !part.is_empty() && part.chars().all(is_word))
    })
}
