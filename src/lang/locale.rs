//! The language that the system is set to.

use crate::domain::language::Language;

/// Finds the language of a locale such as `fr_FR.UTF-8` or `en-GB`; `None` for any other language.
#[must_use]
pub fn detect_locale(locale: &str) -> Option<Language> {
    let primary = locale.split(['_', '-', '.', '@']).next()?;
    match primary.trim().to_ascii_lowercase().as_str() {
        "fr" | "fra" | "fre" => Some(Language::French),
        "en" | "eng" => Some(Language::English),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_part_of_a_locale_decides() {
        for locale in ["fr", "fr_FR.UTF-8", "fr-CH", "FR_be", "fr@euro"] {
            assert_eq!(detect_locale(locale), Some(Language::French), "{locale}");
        }
        for locale in ["en", "en_GB.UTF-8", "en-US"] {
            assert_eq!(detect_locale(locale), Some(Language::English), "{locale}");
        }
        for locale in ["", "C", "POSIX", "de_DE", "fry", "enm_GB"] {
            assert_eq!(detect_locale(locale), None, "{locale}");
        }
    }
}
