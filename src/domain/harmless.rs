//! Texts of users, files and other desks, which may hold what commands a terminal or turns the writing round.

use std::borrow::Cow;

/// What becomes of the ends of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Newlines {
    Keep,
    /// Each run of newlines and the blanks around it becomes one space.
    Fold,
}

/// Makes a text of a user or a file harmless: what would move the cursor, ring, colour or reverse the writing is shown
/// as a visible sign. A tab becomes a space, `\r\n` a newline.
#[must_use]
pub fn sanitize(text: &str, newlines: Newlines) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) && (newlines == Newlines::Keep || !text.contains('\n')) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\u{2028}' | '\u{2029}' => safe.push('\n'),
            '\t' => safe.push(' '),
            _ if is_unsafe(c) => safe.push(visible(c)),
            _ => safe.push(c),
        }
    }
    if newlines == Newlines::Fold {
        let lines = safe.lines().map(str::trim).filter(|line| !line.is_empty());
        safe = lines.collect::<Vec<_>>().join(" ");
    }
    Cow::Owned(safe)
}

/// Tells whether a character may not go to a terminal as it is. A newline may.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// Writes a path or another argument as a shell takes it: what it holds is anybody's, and is never run.
#[must_use]
pub fn quoted(argument: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/\\:._-+@%~".contains(c);
    match argument.chars().all(plain) {
        true => argument.to_owned(),
        false => format!("'{}'", argument.replace('\'', r"'\''")),
    }
}

fn visible(c: char) -> char {
    match u32::from(c) {
        code @ 0..0x20 => char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ => '\u{fffd}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_commands_a_terminal_becomes_visible() {
        let nasty = "a\u{1b}[31mb\u{7}\rc\u{9b}2Jd\u{202e}e\u{2066}f\u{7f}g\0";
        assert_eq!(
            sanitize(nasty, Newlines::Keep),
            "a␛[31mb␇␍c\u{fffd}2Jd\u{fffd}e\u{fffd}f␡g␀"
        );
    }

    #[test]
    fn lines_are_kept_or_folded() {
        assert_eq!(
            sanitize("un\r\ndeux\ttrois", Newlines::Keep),
            "un\ndeux trois"
        );
        assert_eq!(sanitize("un \n\n  deux\n", Newlines::Fold), "un deux");
        assert_eq!(sanitize("un\u{2028}deux", Newlines::Fold), "un deux");
    }

    #[test]
    fn an_argument_is_quoted_where_a_shell_would_read_more_than_a_name() {
        assert_eq!(quoted("/home/zoé/claims.db"), "/home/zoé/claims.db");
        assert_eq!(quoted("my $(rm x)'s.pdf"), r"'my $(rm x)'\''s.pdf'");
    }

    #[test]
    fn an_ordinary_text_is_not_copied() {
        let text = "Léa n’a rien reçu\u{202f}! 👩‍💻";
        assert!(matches!(sanitize(text, Newlines::Fold), Cow::Borrowed(t) if t == text));
    }
}
