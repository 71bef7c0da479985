//! How a mail begins, in words.

use mail_parser::decoders::html::html_to_text;

/// The longest extract, in characters.
const LONGEST: usize = 300;

/// Returns how a mail begins, on one line: without what it quotes, without the signature.
pub(super) fn extract(plain: Option<&str>, html: Option<&str>) -> Option<String> {
    let plain = plain
        .map(str::to_owned)
        .filter(|text| !one_line(text).is_empty());
    let text = plain.or_else(|| html.map(read_page))?;
    let own = one_line(&own_words(&text));
    // Somebody who answers below what they quote leaves nothing above it.
    let words = match own.is_empty() {
        true => one_line(&text),
        false => own,
    };
    (!words.is_empty()).then(|| shortened(&words, LONGEST))
}

fn read_page(html: &str) -> String {
    let text = html_to_text(before_quotation(html));
    match one_line(&text).is_empty() {
        true => html_to_text(html),
        false => text,
    }
}

/// What stands before the first quotation of a page.
fn before_quotation(html: &str) -> &str {
    let small = html.to_ascii_lowercase();
    let marks = ["<blockquote", "gmail_quote", "id=\"divrplyfwdmsg\""];
    let first = marks.iter().filter_map(|mark| small.find(mark)).min();
    let Some(at) = first else {
        return html;
    };
    // From the beginning of the tag that the mark stands in.
    &html[..small[..at]
        .rfind('<')
        .filter(|_| !small[at..].starts_with('<'))
        .unwrap_or(at)]
}

/// The lines that are not quoted, up to the signature or to the message that is answered.
fn own_words(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().copied().enumerate() {
        let trimmed = line.trim();
        if ends_own_words(line, trimmed) || begins_header(&lines[at..]) {
            break;
        }
        if introduces_quotation(trimmed) {
            // It may have begun one line above.
            let begins = |line: &&str| line.starts_with("Le ") || line.starts_with("On ");
            if !begins(&trimmed) && kept.last().is_some_and(|last| begins(&last.trim())) {
                kept.pop();
            }
            break;
        }
        if !trimmed.starts_with('>') {
            kept.push(line);
        }
    }
    kept.join("\n")
}

fn ends_own_words(line: &str, trimmed: &str) -> bool {
    let is_rule = trimmed.len() >= 20 && trimmed.bytes().all(|b| b == b'_');
    let small = trimmed.to_lowercase();
    let is_heading = small.starts_with("---")
        && [
            "original message",
            "message d",
            "forwarded message",
            "message transféré",
            "mail original",
        ]
        .iter()
        .any(|mark| small.contains(mark));
    is_rule || is_heading || line == "-- " || line == "--"
}

/// Whether the header of the message that is answered begins here, in words: `De :`, then `Envoyé :`.
fn begins_header(lines: &[&str]) -> bool {
    let field = |line: &str, names: &[&str]| {
        let name = line
            .split_once(':')
            .map(|(name, _)| name.trim().to_lowercase());
        name.is_some_and(|name| names.contains(&name.as_str()))
    };
    let (first, rest) = match lines {
        [first, rest @ ..] => (first, rest),
        [] => return false,
    };
    field(first, &["de", "from"])
        && rest
            .iter()
            .take(3)
            .any(|line| field(line, &["envoyé", "sent", "date"]))
}

fn introduces_quotation(trimmed: &str) -> bool {
    let end = trimmed.trim_end_matches(|c: char| c == ':' || c.is_whitespace());
    trimmed.ends_with(':') && (end.ends_with("a écrit") || end.ends_with("wrote"))
}

/// A text on one line, without what would command a terminal, hide, or reverse the writing.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::new();
    for c in text.chars().filter(|c| !is_hidden(*c)) {
        if c.is_control() || c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}') {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else {
            line.push(c);
        }
    }
    line.trim().to_owned()
}

/// Whether a character shows nothing and can make others lie.
pub(super) const fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{feff}' | '\u{ad}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// A text of at most so many characters.
pub(super) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some(_) => {
            let head: String = text.chars().take(most - 1).collect();
            format!("{}…", head.trim_end())
        }
    }
}
