//! Lists, elisions and the first letter of a clause.

use crate::domain::language::Language;

/// Joins items as a sentence does: `a, b et c`, `a, b and c`.
#[must_use]
pub fn list<T: AsRef<str>>(items: &[T], language: Language) -> String {
    let link = match language {
        Language::French => " et ",
        Language::English => " and ",
    };
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., last] => format!("{}{link}{last}", before.join(", ")),
    }
}

/// Puts a text between the quotation marks of the language: `« a »`, `“a”`.
#[must_use]
pub fn quoted(text: &str, language: Language) -> String {
    match language {
        Language::French => format!("«\u{202f}{text}\u{202f}»"),
        Language::English => format!("“{text}”"),
    }
}

/// Puts a colon behind a label, as the language does.
#[must_use]
pub fn labelled(label: &str, language: Language) -> String {
    match language {
        Language::French => format!("{label}\u{a0}:"),
        Language::English => format!("{label}:"),
    }
}

/// Writes French « de » before a name, elided where French does: `d’Amazon`, `de Darty`.
#[must_use]
pub fn of(name: &str) -> String {
    if is_elided(name) {
        format!("d’{name}")
    } else {
        format!("de {name}")
    }
}

/// Lowers the first letter of a clause that goes on inside a sentence; `SEPA` and `AliExpress` stay.
#[must_use]
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    let mut word = chars.clone().take_while(|c| c.is_alphanumeric());
    if word.any(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

/// Raises the first letter of a clause that begins a sentence.
#[must_use]
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    // A name such as eBay is written as its owner writes it.
    if text.chars().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// Names whose h is mute. Any other h is taken for an aspirate one, as in brands it mostly is.
const MUTE_H: &[&str] = &["hermes", "hermès", "hotel", "hôtel"];

fn is_elided(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut chars = lower.chars();
    let (first, second, third) = (chars.next(), chars.next(), chars.next());
    match (first, second, third) {
        // In `Ouigo` and `Yahoo` the first sound is a glide: no elision.
        (Some('o'), Some('u'), Some(third)) if is_vowel(third) => false,
        (Some('y'), Some(second), _) => !is_vowel(second),
        (Some('h'), ..) => MUTE_H.iter().any(|word| lower.starts_with(word)),
        (Some(first), ..) => is_vowel(first),
        (None, ..) => false,
    }
}

fn is_vowel(letter: char) -> bool {
    "aeiouyàâäáåéèêëíîïóôöùûüæœ".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};

    #[test]
    fn a_list_ends_with_and() {
        assert_eq!(list(&["a", "b", "c"], French), "a, b et c");
        assert_eq!(list(&["a", "b", "c"], English), "a, b and c");
        assert_eq!(list(&["a", "b"], French), "a et b");
        assert_eq!(list(&["a".to_owned()], English), "a");
        assert_eq!(list::<&str>(&[], English), "");
    }

    #[test]
    fn quotation_marks_are_those_of_the_language() {
        assert_eq!(quoted("a", French), "«\u{202f}a\u{202f}»");
        assert_eq!(quoted("a", English), "“a”");
    }

    #[test]
    fn de_is_elided_before_a_vowel_that_is_heard() {
        for name in [
            "Amazon",
            "eBay",
            "Étoile",
            "Uber",
            "Yves Rocher",
            "Hôtel du Nord",
        ] {
            assert_eq!(of(name), format!("d’{name}"));
        }
        for name in [
            "Darty",
            "La Poste",
            "Ouigo",
            "Yahoo",
            "H&M",
            "",
            "3 Suisses",
        ] {
            assert_eq!(of(name), format!("de {name}"));
        }
    }

    #[test]
    fn a_clause_can_go_on_or_begin() {
        assert_eq!(
            lower_first("Rembourser toutes les sommes"),
            "rembourser toutes les sommes"
        );
        assert_eq!(lower_first("Écrire au vendeur"), "écrire au vendeur");
        assert_eq!(lower_first("SEPA"), "SEPA");
        assert_eq!(lower_first("AliExpress tranche"), "AliExpress tranche");
        assert_eq!(lower_first("Contactez Amazon"), "contactez Amazon");
        assert_eq!(lower_first(""), "");
        assert_eq!(upper_first("écrire"), "Écrire");
        assert_eq!(upper_first("eBay"), "eBay");
        assert_eq!(upper_first(""), "");
    }
}
