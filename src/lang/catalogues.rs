//! The catalogues: one file per area and language. The area of a message is its key up to the first `-`.

use crate::domain::language::Language;

/// Every area with its catalogue in each language.
macro_rules! catalogues {
    ($($area:literal),+ $(,)?) => {
        /// The areas, in the order of this list.
        #[cfg(test)]
        pub(super) const AREAS: &[&str] = &[$($area),+];

        /// Returns the source of the catalogue of an area.
        pub(super) fn source(area: &str, language: Language) -> Option<&'static str> {
            match (area, language) {
                $(($area, Language::French) => Some(include_str!(concat!("fr/", $area, ".ftl"))),
                ($area, Language::English) => Some(include_str!(concat!("en/", $area, ".ftl"))),)+
                _ => None,
            }
        }
    };
}

catalogues![
    "words", "next", "explain", "reading", "ui", "list", "command", "wizard", "answers", "store",
    "playbook", "letter", "export", "error", "money", "safe", "import", "offer", "timeline",
    "recourse", "dossier", "pdf", "exchange",
];
