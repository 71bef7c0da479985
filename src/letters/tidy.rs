//! What a letter goes through before it is shown: spaces, blank lines, apostrophes, elision.

use crate::domain::language::Language;
use crate::lang::typography;

/// Puts « de » before a name as French does: `d’Amazon`, `de Cdiscount`, `du Bon Coin`; in English `of Amazon`.
pub(super) fn of(name: &str, language: Language) -> String {
    if language == Language::English {
        return format!("of {name}");
    }
    if let Some(rest) = name.strip_prefix("Les ") {
        return format!("des {rest}");
    }
    if let Some(rest) = name.strip_prefix("Le ") {
        return format!("du {rest}");
    }
    typography::of(name)
}

/// Makes one line of a fact that the user typed: no line breaks, no control characters, no runs of spaces.
pub(super) fn one_line(text: &str) -> String {
    // What marks a place in a letter is no sign that anybody writes.
    let no_sign = |c: char| c.is_control() || ('\u{e000}'..='\u{f8ff}').contains(&c);
    text.split(|c: char| c.is_whitespace() || no_sign(c))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Makes paragraphs of a text that the user typed: its line breaks are kept, and it ends with a stop.
pub(super) fn paragraphs(text: &str) -> Option<String> {
    let lines: Vec<String> = text.lines().map(one_line).collect();
    let mut text = lines.join("\n").trim().to_owned();
    if text.is_empty() {
        return None;
    }
    if text.ends_with(char::is_alphanumeric) {
        text.push('.');
    }
    Some(text)
}

/// Tidies a rendered letter: no blanks at line ends, single blank lines and spaces, French spaces and apostrophes.
pub(super) fn letter(text: &str, language: Language) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = single_spaces(line.trim_end());
        if line.is_empty() && lines.last().is_none_or(String::is_empty) {
            continue;
        }
        lines.push(line);
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let text = lines.join("\n");
    match language {
        Language::French => french(&text),
        Language::English => text,
    }
}

fn single_spaces(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if !(c == ' ' && out.ends_with(' ')) {
            out.push(c);
        }
    }
    out
}

/// Sets the apostrophes and the no-break spaces of French.
fn french(text: &str) -> String {
    let text = text
        .replace('\'', "’")
        .replace(" %", "\u{a0}%")
        .replace(" €", "\u{a0}€")
        .replace("n° ", "n°\u{a0}");
    typography::french_spaces(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elides_before_a_vowel_only() {
        let of = |name| super::of(name, Language::French);
        assert_eq!(of("Amazon"), "d’Amazon");
        assert_eq!(of("eBay"), "d’eBay");
        assert_eq!(of("Étam"), "d’Étam");
        assert_eq!(of("Cdiscount"), "de Cdiscount");
        assert_eq!(of("Yves Rocher"), "d’Yves Rocher");
        assert_eq!(of("Yahoo"), "de Yahoo");
        assert_eq!(of("H&M"), "de H&M");
        assert_eq!(of("1001 Pneus"), "de 1001 Pneus");
        assert_eq!(of("Le Bon Coin"), "du Bon Coin");
        assert_eq!(of("Les Tissages"), "des Tissages");
        assert_eq!(of("Leboncoin"), "de Leboncoin");
        assert_eq!(super::of("Amazon", Language::English), "of Amazon");
    }

    #[test]
    fn keeps_what_the_user_wrote_but_not_its_blanks() {
        assert_eq!(one_line("  lampe \t de\nbureau\u{7} "), "lampe de bureau");
        assert_eq!(
            paragraphs("  Le pied est cassé \n\n  et l'abat-jour aussi").as_deref(),
            Some("Le pied est cassé\n\net l'abat-jour aussi.")
        );
        assert_eq!(paragraphs("Cassé !").as_deref(), Some("Cassé !"));
        assert_eq!(paragraphs(" \n "), None);
    }

    #[test]
    fn sets_french_spaces_and_collapses_blank_lines() {
        assert_eq!(
            letter(
                "\nUn  point : l'article ; non ?\n\n\n\nFin \n\n",
                Language::French
            ),
            "Un point\u{a0}: l’article\u{202f}; non\u{202f}?\n\nFin"
        );
    }
}
