//! The no-break spaces of French, put into a text that was written without them.

use super::{NARROW_SPACE, NO_BREAK_SPACE};

/// Puts U+202F before `;` `!` `?` and inside « », and U+00A0 before a colon.
///
/// Addresses, hours such as `14:30`, entities such as `&nbsp;` and code between back-ticks stay as they are.
#[must_use]
pub fn french_spaces(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 16);
    let mut at = 0;
    while at < chars.len() {
        if let Some(end) = untouched_until(&chars, at) {
            out.extend(&chars[at..end]);
            at = end;
            continue;
        }
        match chars[at] {
            '«' => {
                out.push('«');
                at += 1;
                while at < chars.len() && is_space(chars[at]) {
                    at += 1;
                }
                out.push(NARROW_SPACE);
                continue;
            }
            '»' => space_before(&mut out, NARROW_SPACE, ""),
            ';' | '!' | '?' if ends_a_word(chars.get(at + 1)) && !ends_an_entity(&chars, at) => {
                space_before(&mut out, NARROW_SPACE, "!?;…([");
            }
            ':' if chars.get(at + 1).is_none_or(|c| c.is_whitespace()) => {
                space_before(&mut out, NO_BREAK_SPACE, "([:");
            }
            _ => {}
        }
        out.push(chars[at]);
        at += 1;
    }
    out
}

/// Ends the text with exactly this space, unless it is at the start of a line or after one of `unless`.
fn space_before(out: &mut String, space: char, unless: &str) {
    let kept = out.trim_end_matches(is_space).len();
    let last = out[..kept].chars().next_back();
    if last.is_none_or(|c| c == '\n' || unless.contains(c)) {
        return;
    }
    out.truncate(kept);
    out.push(space);
}

/// Where the code or the address that begins here ends; `None` when none does.
fn untouched_until(chars: &[char], at: usize) -> Option<usize> {
    if chars[at] == '`' {
        let ticks = chars[at..].iter().take_while(|c| **c == '`').count();
        let inside = at + ticks;
        let close = (inside..chars.len()).find(|i| {
            chars[*i..].iter().take_while(|c| **c == '`').count() == ticks && chars[*i - 1] != '`'
        });
        // A back-tick that nothing closes is only a character.
        return close.map(|close| close + ticks);
    }
    let begins_a_word = at == 0 || !chars[at - 1].is_alphanumeric();
    if !begins_a_word || !chars[at].is_alphabetic() {
        return None;
    }
    let end = chars[at..]
        .iter()
        .position(|c| c.is_whitespace() || matches!(c, '»' | '>' | '"'))
        .map_or(chars.len(), |length| at + length);
    let scheme = chars[at..end]
        .iter()
        .take_while(|c| c.is_ascii_alphanumeric())
        .count();
    let rest: String = chars[at + scheme..end].iter().take(3).collect();
    let word: String = chars[at..at + scheme].iter().collect();
    let is_address = rest == "://"
        || (word == "mailto" && rest.starts_with(':'))
        || (word == "www" && rest.starts_with('.'));
    is_address.then_some(end)
}

fn ends_a_word(next: Option<&char>) -> bool {
    next.is_none_or(|c| c.is_whitespace() || "»”)]!?.,…*_".contains(*c))
}

/// Whether the semicolon at this place closes an entity such as `&nbsp;`.
fn ends_an_entity(chars: &[char], at: usize) -> bool {
    let name = chars[..at]
        .iter()
        .rev()
        .take_while(|c| c.is_ascii_alphanumeric() || **c == '#')
        .count();
    chars[at] == ';' && name > 0 && at > name && chars[at - name - 1] == '&'
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | NARROW_SPACE | NO_BREAK_SPACE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_get_their_spaces_whether_there_was_one_or_not() {
        let right =
            "Bonjour\u{202f}! Où est\u{a0}: «\u{202f}mon colis\u{202f}»\u{202f}? Ici\u{202f}; là.";
        assert_eq!(
            french_spaces("Bonjour! Où est: «mon colis»? Ici; là."),
            right
        );
        assert_eq!(
            french_spaces("Bonjour ! Où est : « mon colis » ? Ici ; là."),
            right
        );
        assert_eq!(french_spaces(right), right);
        assert_eq!(french_spaces("Quoi ?!"), "Quoi\u{202f}?!");
    }

    #[test]
    fn addresses_hours_entities_and_code_stay() {
        for text in [
            "Voir https://exemple.fr/a?b=c; puis",
            "à 14:30, en 16:9",
            "www.exemple.fr?a",
            "mailto:a@exemple.fr?",
            "taper `claimctl list; echo !` ici",
            "```\na ; b !\n```",
            "deux&nbsp;mots",
            "(?)",
            "C:\\dossier :)",
            ": au début",
        ] {
            assert_eq!(french_spaces(text), text);
        }
    }

    #[test]
    fn a_stray_back_tick_hides_nothing() {
        assert_eq!(french_spaces("l`ami ! va"), "l`ami\u{202f}! va");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn doing_it_twice_changes_nothing(words in prop::collection::vec("[a-z]{1,4}( ?[:;!?])?|« ?[a-z]{1,4} ?»", 0..8)) {
            let once = french_spaces(&words.join(" "));
            prop_assert_eq!(french_spaces(&once), once);
        }

        #[test]
        fn any_text_goes_through(text in "[a-z «»:;!?`&\\n]{0,40}|\\PC{0,60}") {
            let spaced = french_spaces(&text);
            let without = |text: &str| text.chars().filter(|c| !is_space(*c)).collect::<String>();
            prop_assert_eq!(without(&spaced), without(&text));
        }
    }
}
