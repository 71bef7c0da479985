//! The languages of the program and the texts that exist in each of them.

use super::closed_set::closed_set;

closed_set! {
    /// A language that the program speaks.
    Language {
        French = "fr",
        English = "en",
    }
}

/// A text of a playbook, present in every language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    pub fr: String,
    pub en: String,
}

impl Text {
    /// Makes a text that is the same in every language, such as the name of a statute.
    #[must_use]
    pub fn same(text: &str) -> Text {
        Text {
            fr: text.to_owned(),
            en: text.to_owned(),
        }
    }

    /// Returns the text in this language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}
