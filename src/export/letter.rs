//! A letter as Markdown and as a page of HTML. Every text of the claim comes out as the text that it is.

use crate::domain::language::Language;

use super::{html, markdown};

/// A letter in its parts.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    pub language: Language,
    pub subject: &'a str,
    /// The subject with its word: `Objet : …`.
    pub subject_line: &'a str,
    /// Who writes, to whom and when, where the letter has a head; else empty.
    pub sender: &'a [String],
    pub addressee: &'a [String],
    pub date: &'a str,
    /// The text below the head: paragraphs with an empty line between them.
    pub message: &'a str,
}

/// Writes a letter in Markdown (CommonMark).
#[must_use]
pub fn in_markdown(page: &Page<'_>) -> String {
    let mut blocks = vec![format!("# {}", markdown::escaped(page.subject))];
    let lines = |lines: &[String]| {
        let lines: Vec<String> = lines.iter().map(|line| markdown::escaped(line)).collect();
        lines.join("\\\n")
    };
    let head = [
        lines(page.sender),
        lines(page.addressee),
        markdown::escaped(page.date),
    ];
    blocks.extend(head.into_iter().filter(|part| !part.is_empty()));
    blocks.extend(paragraphs(page.message).map(|paragraph| {
        let of_paragraph: Vec<String> = paragraph.lines().map(str::to_owned).collect();
        lines(&of_paragraph)
    }));
    blocks.join("\n\n") + "\n"
}

/// Writes a letter as a page that needs nothing else: no script, no font, no picture.
#[must_use]
pub fn in_html(page: &Page<'_>) -> String {
    let part = |name: &str, lines: &[String]| match lines.is_empty() {
        true => String::new(),
        false => {
            let lines: Vec<String> = lines.iter().map(|line| html::escaped(line)).collect();
            format!("<p class=\"{name}\">{}</p>\n", lines.join("<br>\n"))
        }
    };
    let date = [page.date.to_owned()];
    let date = &date[usize::from(page.date.is_empty())..];
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n",
        page.language.id(),
        html::escaped(page.subject),
        include_str!("letter.css"),
    );
    out += &part("sender", page.sender);
    out += &part("addressee", page.addressee);
    out += &part("date", date);
    out += &format!("<h1>{}</h1>\n", html::escaped(page.subject_line));
    for paragraph in paragraphs(page.message) {
        let lines: Vec<String> = paragraph.lines().map(html::escaped).collect();
        out += &format!("<p>{}</p>\n", lines.join("<br>\n"));
    }
    out + "</main>\n</body>\n</html>\n"
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|p| !p.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page<'a>(subject: &'a str, message: &'a str, sender: &'a [String]) -> Page<'a> {
        Page {
            language: Language::French,
            subject,
            subject_line: subject,
            sender,
            addressee: sender,
            date: if sender.is_empty() { "" } else { "Le 3 mars" },
            message,
        }
    }

    #[test]
    fn what_looks_like_markup_is_text() {
        let hostile = "<script>alert(1)</script>\n[x](javascript:a) *b* `c` | d\n- e\n1. f\n12) g\n1a. h\n\u{1b}[31m &amp; !";
        let text = in_markdown(&page("# <b>", hostile, &[]));
        assert_eq!(
            text,
            "# \\# \\<b\\>\n\n\\<script\\>alert(1)\\</script\\>\\\n\\[x\\](javascript:a) \\*b\\* \\`c\\` \\| d\\\n\
             \\- e\\\n1\\. f\\\n12\\) g\\\n1a. h\\\n␛\\[31m \\&amp; !\n"
        );
        let text = in_html(&page("\"><script>", hostile, &[]));
        assert!(!text.contains("<script"), "{text}");
        assert!(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;<br>"));
        assert!(text.contains("␛[31m &amp;amp; !</p>"), "{text}");
        assert!(!text.contains("class=\"sender\"") && !text.contains("class=\"date\""));
    }

    #[test]
    fn the_head_has_its_parts() {
        let lines = ["Ana".to_owned(), "12 rue".to_owned()];
        let page = page("Retour", "Madame,\n\nAu revoir", &lines);
        assert_eq!(
            in_markdown(&page),
            "# Retour\n\nAna\\\n12 rue\n\nAna\\\n12 rue\n\nLe 3 mars\n\nMadame,\n\nAu revoir\n"
        );
        let text = in_html(&page);
        assert!(text.contains("<html lang=\"fr\">"));
        assert!(text.contains("<p class=\"addressee\">Ana<br>\n12 rue</p>"));
        assert!(text.contains("<h1>Retour</h1>"), "{text}");
    }
}
