//! The parts of a dossier as data for the template.

use serde_json::{Value, json};

use crate::domain::message::Message;
use crate::domain::timeline::Timeline;
use crate::export::picture;
use crate::lang::{Lang, words};
use crate::letters::dossier::{Block, Cell, Exhibit, Fact, Letter, Section, Table};
use crate::pdf::typeset::exhibits::{Files, Shown};
use crate::pdf::typeset::plain::Plain;

/// Turns one part after the other into data, and remembers what that brought to light.
pub(super) struct Setter<'a> {
    pub(super) lang: &'a Lang,
    pub(super) plain: Plain,
    pub(super) files: Files<'a>,
    /// The number of the claim.
    pub(super) no: i64,
    /// What of its exhibits is neither shown nor attached.
    pub(super) missing: Vec<Message>,
    /// What of them is not shown, and attached.
    pub(super) aside: Vec<Message>,
    /// What is missing of all claims.
    pub(super) all_missing: Vec<Message>,
}

impl Setter<'_> {
    pub(super) fn section(&mut self, section: &Section) -> Value {
        let blocks = section.blocks.iter().map(|block| self.block(block));
        let blocks: Vec<Value> = blocks.collect();
        json!({ "title": self.plain.line(&section.title), "blocks": blocks })
    }

    fn block(&mut self, block: &Block) -> Value {
        match block {
            Block::Paragraph(text) => json!({ "paragraphs": self.plain.paragraphs(text) }),
            Block::List(lines) => json!({ "list": self.plain.lines(lines) }),
            Block::Facts(facts) => json!({ "facts": self.facts(facts) }),
            Block::Table(table) => json!({ "table": self.table(table) }),
            Block::Checklist(checks) => {
                let checks = checks.iter().map(|check| {
                    json!({
                        "done": check.done,
                        "state": self.plain.line(&check.state),
                        "text": self.plain.line(&check.text),
                        "detail": check.detail.as_deref().map(|detail| self.plain.line(detail)),
                    })
                });
                json!({ "checklist": checks.collect::<Vec<_>>() })
            }
            Block::Timeline(timeline) => json!({ "picture": self.timeline(timeline) }),
            Block::Letter(letter) => json!({ "letter": self.letter(letter) }),
            Block::Exhibit(exhibit) => json!({ "exhibit": self.exhibit(exhibit) }),
        }
    }

    fn facts(&mut self, facts: &[Fact]) -> Vec<Value> {
        let facts = facts.iter().map(|fact| {
            let lines = fact.lines.iter().filter(|line| !line.is_empty());
            let lines: Vec<&String> = lines.collect();
            json!([
                self.plain.column(&[&fact.label]).concat(),
                self.plain.lines(&lines)
            ])
        });
        facts.collect()
    }

    pub(super) fn table(&mut self, table: &Table) -> Value {
        let rows = table.rows.iter().map(|row| {
            let cells = row.iter().map(|cell| self.cell(cell));
            cells.collect::<Vec<_>>()
        });
        let rows: Vec<Vec<Value>> = rows.collect();
        json!({
            "head": self.plain.column(&table.columns),
            "numbers": table.numbers,
            "rows": rows,
            "sums_up": table.sums_up,
        })
    }

    fn cell(&mut self, cell: &Cell) -> Value {
        let mut say = |text: &str| self.plain.column(&[text]).concat();
        match cell {
            Cell::Text(text) => json!({ "text": say(text) }),
            Cell::Source(source) => json!({ "text": say(&source.name), "url": source.url }),
            Cell::Exhibits(numbers) => {
                let names: Vec<String> = numbers.iter().map(|no| format!("E{no}")).collect();
                json!({ "text": names.join(", ") })
            }
            Cell::Dossier(no, title) => json!({ "text": say(title), "dossier": no }),
        }
    }

    /// The claim in time, drawn with the letters of the other pages.
    fn timeline(&mut self, timeline: &Timeline) -> Value {
        let drawn = picture::svg(timeline, self.lang);
        let drawn = drawn.replace("system-ui, sans-serif", "Libertinus Serif");
        let name = format!("timeline-{}.svg", self.no);
        let drawn = self.plain.signs(&drawn).into_bytes();
        self.files.named.push((name.clone(), drawn));
        let title = self.lang.say(&words::timeline::title(timeline));
        json!({ "file": name, "alt": self.plain.line(&title) })
    }

    fn letter(&mut self, letter: &Letter) -> Value {
        let body = letter.body.as_ref().map(|lines| lines.join("\n"));
        json!({
            "heading": self.plain.line(&letter.heading),
            "facts": self.facts(&letter.facts),
            "body": body.map(|text| self.plain.paragraphs(&text)),
        })
    }

    fn exhibit(&mut self, exhibit: &Exhibit) -> Value {
        let shown = self.files.exhibit(self.no, exhibit.no);
        let label = format!("E{}", exhibit.no);
        if let Some(why) = shown.why_not_all.clone() {
            let gap = Message::new("pdf-exhibit-gap").with("exhibit", label.as_str());
            let gap = gap.with("why", why);
            match shown.attached {
                None => self.missing.push(gap),
                Some(_) => self.aside.push(gap),
            }
        }
        let why = shown.why_not_all.as_ref().map(|why| self.lang.say(why));
        let attached = shown.attached.as_ref().map(
            |(name, kind)| json!({ "name": name, "kind": kind, "shown": self.plain.line(name) }),
        );
        json!({
            "heading": self.plain.line(&exhibit.heading),
            "described": self.plain.line(&exhibit.described),
            "facts": self.facts(&exhibit.facts),
            "hash": exhibit.sha256,
            "pages": pages(&label, &shown),
            "text": shown.text.as_deref().map(|text| self.plain.paragraphs(text)),
            "note": why.map(|why| self.plain.line(&why)),
            "attached": attached,
        })
    }
}

/// The pages of an exhibit, each with its stamp: `E3 · 2 / 5`.
fn pages(label: &str, shown: &Shown) -> Vec<Value> {
    let count = shown.pages.len();
    let pages = shown.pages.iter().enumerate().map(|(at, (file, page))| {
        let stamp = match count {
            1 => label.to_owned(),
            _ => format!("{label} · {}\u{a0}/\u{a0}{count}", at + 1),
        };
        json!({ "file": file, "page": page, "stamp": stamp })
    });
    pages.collect()
}
