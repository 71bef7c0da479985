//! Texts on a picture: escaped, measured and broken into lines.

/// Escapes a text for XML, which does not know every character.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// Returns about how wide a text is at 14 units of height, rather too wide: the font is not known.
pub(super) fn measure(text: &str) -> i64 {
    text.chars().map(width).sum()
}

/// As wide as in the widest of the usual fonts.
fn width(c: char) -> i64 {
    match c {
        '\u{300}'..='\u{36f}' => 0,
        'i' | 'j' | 'l' | 'I' | '\'' | '’' | '|' => 4,
        ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | ':' | ';' | '!' => 5,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 6,
        'm' | 'w' | 'M' | 'W' => 14,
        'A'..='Z' => 11,
        '\0'..='\u{24f}' | '‘' | '“' | '”' | '–' => 9,
        _ => 15,
    }
}

/// Breaks a text into lines that are no wider than this, between words where it can.
pub(super) fn broken(text: &str, room: i64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && measure(&line) + width(' ') + measure(word) > room {
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push(' ');
        }
        let mut long = measure(&line);
        for c in word.chars() {
            if long + width(c) > room && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                long = 0;
            }
            line.push(c);
            long += width(c);
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_does_not_know_is_replaced() {
        assert_eq!(
            escaped("a<b>&\"c\" \u{1b}[31m\u{ffff}\0é"),
            "a&lt;b&gt;&amp;&quot;c&quot; \u{fffd}[31m\u{fffd}\u{fffd}é"
        );
    }

    #[test]
    fn a_line_is_broken_between_words_and_a_long_word_anywhere() {
        assert_eq!(broken("aaa bbb ccc", 62), ["aaa bbb", "ccc"]);
        assert_eq!(broken("aaaaaaaaaa b", 46), ["aaaaa", "aaaaa", "b"]);
        assert_eq!(broken("", 40), [""]);
        for line in broken(&"漢字 mmm é ".repeat(40), 90) {
            assert!(measure(&line) <= 90, "{line}");
        }
    }
}
