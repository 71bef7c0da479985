//! Dossiers as one HTML file that needs nothing else: no script, nothing from anywhere, pictures within. Whatever anybody
//! wrote comes out as the text that it is.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::picture;
use crate::domain::harmless::{Newlines, sanitize};
use crate::domain::language::Language;
use crate::lang::Lang;
use crate::lang::typography::labelled;
use crate::letters::dossier::{
    Block, Cell, Check, Dossier, Exhibit, Fact, Letter, Report, Section, Table,
};

/// How a dossier looks on a screen, on a telephone and on paper.
const STYLE: &str = include_str!("dossier.css");

/// Writes one dossier.
#[must_use]
pub fn dossier(dossier: &Dossier) -> String {
    page(&dossier.title, dossier.language, |out| {
        *out += "<main>\n";
        article(out, dossier, 1);
        *out += "</main>\n";
    })
}

/// Writes several dossiers below a table of contents.
#[must_use]
pub fn report(report: &Report) -> String {
    page(&report.title, report.language, |out| {
        let title = escaped(&report.title);
        let label = escaped(&report.contents.caption);
        let _ = writeln!(out, "<nav aria-label=\"{label}\">\n<h1>{title}</h1>");
        table(out, &report.contents, Place::of(0, report.language));
        *out += "</nav>\n<main>\n";
        for dossier in &report.dossiers {
            article(out, dossier, 2);
        }
        *out += "</main>\n";
    })
}

fn page(title: &str, language: Language, body: impl FnOnce(&mut String)) -> String {
    let mut out = String::new();
    let style = STANDARD.encode(Sha256::digest(STYLE));
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{style}'; \
         img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        escaped(title)
    );
    body(&mut out);
    out += "</body>\n</html>\n";
    out
}

/// Where in the page something is written.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// The number of the claim.
    claim: i64,
    language: Language,
}

impl Place {
    const fn of(claim: i64, language: Language) -> Place {
        Place { claim, language }
    }
}

fn article(out: &mut String, dossier: &Dossier, level: usize) {
    let place = Place::of(dossier.no, dossier.language);
    let no = dossier.no;
    let _ = writeln!(
        out,
        "<article id=\"claim-{no}\" lang=\"{}\" aria-labelledby=\"claim-{no}-title\">",
        dossier.language
    );
    let _ = writeln!(
        out,
        "<div class=\"first\">\n<header>\n<h{level} id=\"claim-{no}-title\">{}</h{level}>\n<p class=\"for\">{}</p>\n</header>",
        escaped(&dossier.title),
        escaped(&dossier.subtitle)
    );
    if dossier.gaps.is_empty() {
        let _ = writeln!(
            out,
            "<p class=\"whole\">{}</p>",
            escaped(&dossier.gaps_title)
        );
    } else {
        let title = escaped(&dossier.gaps_title);
        let below = level + 1;
        let _ = writeln!(
            out,
            "<section class=\"gaps\" aria-labelledby=\"claim-{no}-gaps\">"
        );
        let _ = writeln!(out, "<h{below} id=\"claim-{no}-gaps\">{title}</h{below}>");
        list(out, "", dossier.gaps.iter().map(|gap| gap.text.as_str()));
        *out += "</section>\n";
    }
    list(
        out,
        " class=\"apart\"",
        dossier.apart.iter().map(|one| one.text.as_str()),
    );
    section(out, &dossier.summary, level + 1, place);
    *out += "</div>\n";
    for part in &dossier.sections {
        section(out, part, level + 1, place);
    }
    *out += "</article>\n";
}

fn section(out: &mut String, section: &Section, level: usize, place: Place) {
    let id = format!("claim-{}-{}", place.claim, section.id);
    let title = escaped(&section.title);
    let _ = writeln!(
        out,
        "<section aria-labelledby=\"{id}\">\n<h{level} id=\"{id}\">{title}</h{level}>"
    );
    for block in &section.blocks {
        match block {
            Block::Paragraph(text) => {
                let _ = writeln!(out, "<p>{}</p>", escaped(text));
            }
            Block::List(lines) => list(out, "", lines.iter().map(String::as_str)),
            Block::Facts(facts) => self::facts(out, facts),
            Block::Table(rows) => table(out, rows, place),
            Block::Checklist(checks) => checklist(out, checks),
            Block::Timeline(timeline) => {
                let picture = picture::svg(timeline, &Lang::new(place.language));
                let _ = writeln!(
                    out,
                    "<figure class=\"time\" tabindex=\"0\" aria-label=\"{title}\">\n{picture}</figure>"
                );
            }
            Block::Letter(letter) => self::letter(out, letter, level + 1),
            Block::Exhibit(exhibit) => self::exhibit(out, exhibit, level + 1, place),
        }
    }
    *out += "</section>\n";
}

fn list<'a>(out: &mut String, attributes: &str, lines: impl Iterator<Item = &'a str>) {
    let items: String = lines
        .map(|line| format!("<li>{}</li>\n", escaped(line)))
        .collect();
    if !items.is_empty() {
        let _ = writeln!(out, "<ul{attributes}>\n{items}</ul>");
    }
}

fn facts(out: &mut String, facts: &[Fact]) {
    if facts.is_empty() {
        return;
    }
    *out += "<dl>\n";
    for fact in facts {
        let _ = write!(out, "<div><dt>{}</dt>", escaped(&fact.label));
        for line in fact.lines.iter().filter(|line| !line.is_empty()) {
            let _ = write!(out, "<dd>{}</dd>", escaped(line));
        }
        *out += "</div>\n";
    }
    *out += "</dl>\n";
}

fn checklist(out: &mut String, checks: &[Check]) {
    *out += "<ul class=\"checks\">\n";
    for check in checks {
        let (class, mark) = if check.done {
            ("done", "✓")
        } else {
            ("missing", "✗")
        };
        let _ = write!(
            out,
            "<li class=\"{class}\"><span class=\"mark\" aria-hidden=\"true\">{mark}</span><div>{} – <span class=\"state\">{}</span>",
            escaped(&check.text),
            escaped(&check.state)
        );
        if let Some(detail) = &check.detail {
            let _ = write!(out, "<small>{}</small>", escaped(detail));
        }
        *out += "</div></li>\n";
    }
    *out += "</ul>\n";
}

/// A table stays one for whoever hears it, also where a narrow screen shows its rows as blocks.
fn table(out: &mut String, table: &Table, place: Place) {
    let _ = writeln!(
        out,
        "<table role=\"table\">\n<caption>{}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">",
        escaped(&table.caption)
    );
    let class = |at: usize| match table.numbers.contains(&at) {
        true => " class=\"number\"",
        false => "",
    };
    for (at, column) in table.columns.iter().enumerate() {
        let _ = write!(
            out,
            "<th role=\"columnheader\" scope=\"col\"{}>{}</th>",
            class(at),
            escaped(column)
        );
    }
    *out += "</tr></thead>\n<tbody role=\"rowgroup\">\n";
    let last = table.rows.len().saturating_sub(1);
    for (row_at, row) in table.rows.iter().enumerate() {
        let sum = if table.sums_up && row_at == last {
            " class=\"sum\""
        } else {
            ""
        };
        let _ = write!(out, "<tr role=\"row\"{sum}>");
        for (at, cell) in row.iter().enumerate() {
            let label = table.columns.get(at).map_or("", String::as_str);
            let label = escaped(&labelled(label, place.language));
            let text = self::cell(cell, place);
            let _ = write!(
                out,
                "<td role=\"cell\" data-label=\"{label}\"{}>{text}</td>",
                class(at)
            );
        }
        *out += "</tr>\n";
    }
    *out += "</tbody>\n</table>\n";
}

fn cell(cell: &Cell, place: Place) -> String {
    match cell {
        Cell::Text(text) => escaped(text),
        Cell::Source(source) => match &source.url {
            Some(url) => link(url, &source.name),
            None => escaped(&source.name),
        },
        Cell::Exhibits(numbers) => {
            let claim = place.claim;
            let numbers = numbers.iter();
            let links = numbers.map(|no| format!("<a href=\"#claim-{claim}-E{no}\">E{no}</a>"));
            links.collect::<Vec<_>>().join(", ")
        }
        Cell::Dossier(no, title) => format!("<a href=\"#claim-{no}\">{}</a>", escaped(title)),
    }
}

fn link(url: &str, text: &str) -> String {
    format!(
        "<a href=\"{}\" rel=\"noreferrer\">{}</a>",
        escaped(url),
        escaped(text)
    )
}

fn letter(out: &mut String, letter: &Letter, level: usize) {
    let _ = writeln!(out, "<h{level}>{}</h{level}>", escaped(&letter.heading));
    facts(out, &letter.facts);
    if let Some(body) = &letter.body {
        let lines: Vec<String> = body.iter().map(|line| escaped(line)).collect();
        let _ = writeln!(out, "<blockquote>{}</blockquote>", lines.join("\n"));
    }
}

fn exhibit(out: &mut String, exhibit: &Exhibit, level: usize, place: Place) {
    let (claim, no) = (place.claim, exhibit.no);
    let _ = writeln!(
        out,
        "<div class=\"exhibit\">\n<h{level} id=\"claim-{claim}-E{no}\">{}</h{level}>",
        escaped(&exhibit.heading)
    );
    facts(out, &exhibit.facts);
    let _ = writeln!(
        out,
        "<dl>\n<div><dt>SHA-256</dt><dd><code>{}</code></dd></div>\n</dl>",
        escaped(&exhibit.sha256)
    );
    if let Some(picture) = &exhibit.picture {
        let _ = writeln!(
            out,
            "<figure><img src=\"data:{};base64,{}\" width=\"{}\" height=\"{}\" alt=\"{}\"></figure>",
            picture.media_type,
            STANDARD.encode(picture.bytes()),
            picture.width,
            picture.height,
            escaped(&exhibit.described)
        );
    }
    if let Some(file) = &exhibit.file {
        let _ = writeln!(out, "<p>{}</p>", link(&address(file), file));
    }
    *out += "</div>\n";
}

/// The address of a file beside the page: what means something in an address is escaped.
fn address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(byte));
            }
            byte => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// Makes a text nothing but text, also between quotation marks.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in sanitize(text, Newlines::Fold).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_marks_nothing_up() {
        assert_eq!(
            escaped("<script>alert('1' & \"2\")</script>"),
            "&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;"
        );
    }

    #[test]
    fn a_file_is_found_whatever_its_name() {
        assert_eq!(
            address("exhibits/E1-é #1?.png"),
            "exhibits/E1-%C3%A9%20%231%3F.png"
        );
    }

    #[test]
    fn the_style_ends_nowhere_and_brings_nothing() {
        for word in ["</", "url(", "@import", "http"] {
            assert!(!STYLE.contains(word), "{word}");
        }
    }
}
