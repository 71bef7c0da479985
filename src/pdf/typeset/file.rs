//! A document of several pages, with the exhibits at its end.

use serde_json::{Value, json};
use typst_pdf::PdfStandard;

use super::exhibits;
use super::plain::Plain;
use super::world::Paper;
use crate::domain::message::Message;
use crate::lang::Lang;
use crate::pdf::{Block, Edition, FilePages, Pdf, PdfError, Table};

/// Sets a document.
pub(in crate::pdf) fn file(pages: &FilePages, edition: Edition) -> Result<Pdf, PdfError> {
    let lang = Lang::new(pages.language);
    let mut plain = Plain::default();
    let prepared = exhibits::prepare(&pages.exhibits, edition, &lang, &mut plain);
    let mut gaps = plain.lines(&pages.gaps);
    gaps.extend(plain.lines(&prepared.gaps));
    let sections = pages.sections.iter().map(|section| {
        let blocks: Vec<Value> = section
            .blocks
            .iter()
            .map(|b| block(b, &mut plain))
            .collect();
        json!({ "title": plain.line(&section.title), "blocks": blocks })
    });
    let sections: Vec<Value> = sections.collect();
    let say = |key: &str| lang.say(&Message::new(key));
    let data = json!({
        "language": pages.language.id(),
        "title": plain.line(&pages.title),
        "sender": plain.lines(pages.author.as_slice()),
        "gaps": gaps,
        "sections": sections,
        "exhibits": prepared.data,
        "words": {
            "contents": say("pdf-contents"),
            "gaps": say("pdf-gaps"),
            "exhibits": say("pdf-exhibits"),
            "attached": say("pdf-attached"),
        },
    });
    let mut paper = Paper::new(include_str!("file.typ"), &data, pages.on)?;
    for (name, bytes) in prepared.files {
        paper.add(name, bytes);
    }
    let standard = match edition {
        Edition::Reading => PdfStandard::V_1_7,
        Edition::Archive => PdfStandard::A_3a,
    };
    Ok(Pdf {
        bytes: paper.pdf(standard)?,
        unprintable: plain.lost(),
    })
}

fn block(block: &Block, plain: &mut Plain) -> Value {
    match block {
        Block::Paragraph(text) => json!({ "paragraphs": plain.paragraphs(text) }),
        Block::List(items) => json!({ "list": plain.lines(items) }),
        Block::Facts(facts) => {
            let facts = facts.iter().map(|(label, text)| {
                let text: Vec<&str> = text.lines().collect();
                json!([plain.column(&[label]).concat(), plain.lines(&text)])
            });
            json!({ "facts": facts.collect::<Vec<_>>() })
        }
        Block::Table(Table { head, right, rows }) => json!({
            "table": {
                "head": plain.column(head),
                "right": right,
                "rows": rows.iter().map(|row| plain.column(row)).collect::<Vec<_>>(),
            }
        }),
        Block::Quote(text) => json!({ "quote": plain.paragraphs(text) }),
    }
}
