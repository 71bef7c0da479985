//! The exhibits at the end of a document: what can be shown is shown, what cannot is named.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::pages::Opened;
use super::picture::{self, Picture};
use super::plain::Plain;
use crate::domain::message::Message;
use crate::lang::Lang;
use crate::pdf::{Edition, Exhibit};

/// How many pages of one exhibit are shown.
const MOST_PAGES: usize = 50;

/// The largest file that is taken into a document, in bytes.
const MOST_BYTES: u64 = 100 * 1024 * 1024;

/// The exhibits, ready for the template.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    pub(super) data: Vec<Value>,
    /// The files that the data names.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// What a reader must know on the first page.
    pub(super) gaps: Vec<String>,
}

/// What of an exhibit a document shows.
#[derive(Default)]
struct Shown {
    /// The file and, of a PDF, the page in it from 1.
    pages: Vec<(String, Option<usize>)>,
    why_not_all: Option<Message>,
}

/// Reads the exhibits and makes them ready.
pub(super) fn prepare(
    exhibits: &[Exhibit],
    edition: Edition,
    lang: &Lang,
    plain: &mut Plain,
) -> Prepared {
    let mut prepared = Prepared::default();
    for (at, exhibit) in exhibits.iter().enumerate() {
        let bytes = exhibit.file.as_deref().map(read);
        let (shown, attached) = match bytes {
            Some(Ok(bytes)) => {
                let attached =
                    (edition == Edition::Archive).then(|| prepared.attach(exhibit, &bytes));
                (prepared.show(at, exhibit, bytes, edition), attached)
            }
            Some(Err(key)) => (Shown::without(key), None),
            None => (Shown::without("pdf-exhibit-gone"), None),
        };
        let why_not_all = shown.why_not_all.map(|why| {
            let why = lang.say(&why);
            let gap = Message::new("pdf-exhibit-gap").with("exhibit", exhibit.label.as_str());
            prepared.gaps.push(lang.say(&gap.with("why", why.as_str())));
            why
        });
        let stamp = |number: usize| match shown.pages.len() {
            1 => exhibit.label.clone(),
            count => format!("{} · {number}\u{a0}/\u{a0}{count}", exhibit.label),
        };
        let pages = shown.pages.iter().enumerate().map(|(number, (file, page))| {
            json!({ "file": file, "page": page, "stamp": plain.line(&stamp(number + 1)) })
        });
        let pages: Vec<Value> = pages.collect();
        prepared.data.push(json!({
            "label": plain.line(&exhibit.label),
            "title": plain.line(&exhibit.title),
            "lines": plain.lines(&exhibit.lines),
            "name": plain.line(&exhibit.name),
            "pages": pages,
            "note": why_not_all,
            "attached": attached,
            "media_type": exhibit.media_type.as_deref().filter(|kind| is_plain(kind)),
        }));
    }
    prepared
}

impl Shown {
    fn without(key: &str) -> Shown {
        Shown {
            pages: Vec::new(),
            why_not_all: Some(Message::new(key)),
        }
    }
}

impl Prepared {
    fn show(&mut self, at: usize, exhibit: &Exhibit, bytes: Vec<u8>, edition: Edition) -> Shown {
        match exhibit.media_type.as_deref() {
            Some("application/pdf") => self.show_pdf(at, bytes, edition),
            Some(kind) if kind.starts_with("image/") => match picture::picture(&bytes) {
                Some(picture) => self.show_pictures(at, vec![picture]),
                None => Shown::without("pdf-exhibit-no-picture"),
            },
            _ => Shown::without("pdf-exhibit-no-paper"),
        }
    }

    fn show_pdf(&mut self, at: usize, bytes: Vec<u8>, edition: Edition) -> Shown {
        let Some(opened) = Opened::new(bytes.clone()) else {
            return Shown::without("pdf-exhibit-no-pdf");
        };
        let count = opened.pages();
        let expected = count.min(MOST_PAGES);
        let mut shown = if edition == Edition::Reading && opened.is_embeddable() {
            let name = format!("exhibits/{at}.pdf");
            self.files.push((name.clone(), bytes));
            let pages = (1..=expected).map(|page| (name.clone(), Some(page)));
            Shown {
                pages: pages.collect(),
                why_not_all: None,
            }
        } else {
            self.show_pictures(at, opened.painted(MOST_PAGES))
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

    fn show_pictures(&mut self, at: usize, pictures: Vec<Picture>) -> Shown {
        let mut shown = Shown::default();
        for (number, picture) in pictures.into_iter().enumerate() {
            let name = format!("exhibits/{at}-{number}.{}", picture.extension);
            self.files.push((name.clone(), picture.bytes));
            shown.pages.push((name, None));
        }
        shown
    }

    /// Attaches the file itself, and returns the name that it has in the document.
    fn attach(&mut self, exhibit: &Exhibit, bytes: &[u8]) -> String {
        let name = format!("{}-{}", exhibit.label, harmless(&exhibit.name));
        self.files.push((name.clone(), bytes.to_vec()));
        name
    }
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
