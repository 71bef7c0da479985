//! Dossiers as Markdown (CommonMark with tables). Whatever anybody wrote comes out as the text that it is.

use std::fmt::Write as _;

use crate::domain::harmless::{Newlines, sanitize};
use crate::domain::language::Language;
use crate::lang::typography::labelled;
use crate::letters::dossier::{
    Block, Cell, Check, Dossier, Exhibit, Fact, Letter, Report, Section, Table,
};

/// Writes one dossier.
#[must_use]
pub fn dossier(dossier: &Dossier) -> String {
    let mut out = String::new();
    write(&mut out, dossier, 1);
    out
}

/// Writes several dossiers below a table of contents.
#[must_use]
pub fn report(report: &Report) -> String {
    let mut out = format!("# {}\n\n", escaped(&report.title));
    table(&mut out, &report.contents);
    for one in &report.dossiers {
        out += "\n---\n\n";
        write(&mut out, one, 2);
    }
    out
}

fn write(out: &mut String, dossier: &Dossier, level: usize) {
    // An anchor of our own: what a reader makes of a heading differs.
    if level > 1 {
        let _ = writeln!(out, "<a id=\"claim-{}\"></a>\n", dossier.no);
    }
    heading(out, level, &dossier.title);
    let _ = writeln!(out, "{}\n", escaped(&dossier.subtitle));
    match dossier.gaps.is_empty() {
        true => {
            let _ = writeln!(out, "{}\n", escaped(&dossier.gaps_title));
        }
        false => {
            let _ = writeln!(out, "**{}**\n", escaped(&dossier.gaps_title));
            list(out, dossier.gaps.iter().map(|gap| gap.text.as_str()));
        }
    }
    list(out, dossier.apart.iter().map(|one| one.text.as_str()));
    let parts = std::iter::once(&dossier.summary).chain(&dossier.sections);
    // What a picture says stands in the tables too.
    let is_picture = |block: &Block| matches!(block, Block::Timeline(_));
    for part in parts.filter(|part| !part.blocks.iter().all(is_picture)) {
        section(out, part, level + 1, dossier.language);
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
}

fn heading(out: &mut String, level: usize, title: &str) {
    let _ = writeln!(out, "{} {}\n", "#".repeat(level), escaped(title));
}

fn section(out: &mut String, section: &Section, level: usize, language: Language) {
    heading(out, level, &section.title);
    for block in &section.blocks {
        match block {
            Block::Paragraph(text) => {
                let _ = writeln!(out, "{}\n", escaped(text));
            }
            Block::List(lines) => list(out, lines.iter().map(String::as_str)),
            Block::Facts(facts) => self::facts(out, facts, language),
            Block::Table(rows) => {
                table(out, rows);
                out.push('\n');
            }
            Block::Checklist(checks) => checklist(out, checks),
            Block::Timeline(_) => {}
            Block::Letter(letter) => self::letter(out, letter, level + 1, language),
            Block::Exhibit(exhibit) => self::exhibit(out, exhibit, level + 1, language),
        }
    }
}

fn list<'a>(out: &mut String, lines: impl Iterator<Item = &'a str>) {
    let start = out.len();
    for line in lines {
        let _ = writeln!(out, "- {}", escaped(line));
    }
    if out.len() > start {
        out.push('\n');
    }
}

fn facts(out: &mut String, facts: &[Fact], language: Language) {
    for fact in facts {
        let label = escaped(&labelled(&fact.label, language));
        match fact.lines.as_slice() {
            [one] => {
                let _ = writeln!(out, "- **{label}** {}", escaped(one));
            }
            lines => {
                let _ = writeln!(out, "- **{label}**");
                for line in lines.iter().filter(|line| !line.is_empty()) {
                    let _ = writeln!(out, "  - {}", escaped(line));
                }
            }
        }
    }
    out.push('\n');
}

fn checklist(out: &mut String, checks: &[Check]) {
    for check in checks {
        let mark = if check.done { 'x' } else { ' ' };
        let _ = write!(
            out,
            "- [{mark}] {} – {}",
            escaped(&check.text),
            escaped(&check.state)
        );
        if let Some(detail) = &check.detail {
            let _ = write!(out, " ({})", escaped(detail));
        }
        out.push('\n');
    }
    out.push('\n');
}

fn table(out: &mut String, table: &Table) {
    let columns: Vec<String> = table.columns.iter().map(|column| escaped(column)).collect();
    let _ = writeln!(out, "| {} |", columns.join(" | "));
    let rules = (0..columns.len()).map(|at| match table.numbers.contains(&at) {
        true => "---:",
        false => "---",
    });
    let _ = writeln!(out, "| {} |", rules.collect::<Vec<_>>().join(" | "));
    let last = table.rows.len().saturating_sub(1);
    for (at, row) in table.rows.iter().enumerate() {
        let is_sum = table.sums_up && at == last;
        let cells = row.iter().map(|cell| match (self::cell(cell), is_sum) {
            (text, true) if !text.is_empty() => format!("**{text}**"),
            (text, _) => text,
        });
        let _ = writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "));
    }
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => escaped(text),
        Cell::Source(source) => match &source.url {
            Some(url) => format!("[{}](<{}>)", escaped(&source.name), address(url)),
            None => escaped(&source.name),
        },
        Cell::Exhibits(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(|no| format!("E{no}")).collect();
            numbers.join(", ")
        }
        Cell::Dossier(no, title) => format!("[{}](#claim-{no})", escaped(title)),
    }
}

fn letter(out: &mut String, letter: &Letter, level: usize, language: Language) {
    heading(out, level, &letter.heading);
    facts(out, &letter.facts, language);
    let Some(body) = &letter.body else { return };
    for (at, line) in body.iter().enumerate() {
        // A backslash keeps the end of a line inside a paragraph.
        let goes_on = body.get(at + 1).is_some_and(|next| !next.is_empty());
        let _ = match (line.is_empty(), goes_on) {
            (true, _) => writeln!(out, ">"),
            (false, true) => writeln!(out, "> {}\\", escaped(line)),
            (false, false) => writeln!(out, "> {}", escaped(line)),
        };
    }
    out.push('\n');
}

fn exhibit(out: &mut String, exhibit: &Exhibit, level: usize, language: Language) {
    heading(out, level, &exhibit.heading);
    let mut lines = exhibit.facts.clone();
    lines.push(Fact {
        label: "SHA-256".to_owned(),
        lines: vec![exhibit.sha256.clone()],
    });
    facts(out, &lines, language);
    if let Some(file) = &exhibit.file {
        let mark = if exhibit.picture.is_some() { "!" } else { "" };
        let _ = writeln!(
            out,
            "{mark}[{}](<{}>)\n",
            escaped(&exhibit.described),
            address(file)
        );
    }
}

/// An address between angle brackets.
fn address(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' | '>' | '\\' | '%' | '"' | '|' | '`' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            '\n' | '\r' => {}
            c => out.push(c),
        }
    }
    // What was an escape of the address stays one.
    out.replace("%25", "%")
}

/// Makes one line of text nothing but text: signs that mark something up are escaped.
pub(super) fn escaped(text: &str) -> String {
    let text = sanitize(text, Newlines::Fold);
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 8);
    let chars: Vec<char> = text.chars().collect();
    let in_word = |at: Option<usize>| {
        at.and_then(|at| chars.get(at))
            .is_some_and(|c| c.is_alphanumeric())
    };
    for (at, c) in chars.iter().enumerate() {
        let marks = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => true,
            '_' => !(in_word(at.checked_sub(1)) && in_word(Some(at + 1))),
            '&' => chars
                .get(at + 1)
                .is_some_and(|c| c.is_alphanumeric() || *c == '#'),
            // At the start of a line: a heading, a list, a rule.
            '#' | '-' | '+' | '=' | ':' => at == 0,
            // A number at the start of a line begins a list.
            '.' | ')' => at > 0 && chars[..at].iter().all(char::is_ascii_digit),
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        out.push(*c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_marks_nothing_up() {
        for (text, escaped_text) in [
            (
                "<script>alert(1)</script>",
                "\\<script\\>alert(1)\\</script\\>",
            ),
            ("[x](javascript:a)", "\\[x\\](javascript:a)"),
            ("![x](http://a)", "!\\[x\\](http://a)"),
            ("a | b", "a \\| b"),
            ("`a` *b* _c_ d_e", "\\`a\\` \\*b\\* \\_c\\_ d_e"),
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("12. a 3.5", "12\\. a 3.5"),
            ("&lt; A & B", "\\&lt; A & B"),
            ("~~a~~ \\", "\\~\\~a\\~\\~ \\\\"),
            ("    a", "a"),
        ] {
            assert_eq!(escaped(text), escaped_text);
        }
    }

    #[test]
    fn an_address_stays_between_its_brackets() {
        assert_eq!(address("exhibits/E1-a b.png"), "exhibits/E1-a b.png");
        assert_eq!(address("a>b<c"), "a%3Eb%3Cc");
        assert_eq!(address("https://a/%20b"), "https://a/%20b");
    }
}
