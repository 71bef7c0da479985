//! Where a rule comes from, said so that the user knows how far to lean on it.

use chrono::NaiveDate;

use crate::domain::language::Text;
use crate::domain::message::Message;
use crate::domain::source::{Basis, Nature, Source};

/// Says what a rule without a date gives, and how it was known where its text was not read.
#[must_use]
pub fn marked(what: &Text, source: &Source) -> Message {
    let basis = if source.is_weak() {
        Basis::Memory
    } else {
        source.basis
    };
    Message::new(format!("explain-mark-{basis}")).with("what", what.clone())
}

/// Names a source in a few words: its article, else its title; how it was known where nobody read it.
#[must_use]
pub fn source_name(source: &Source) -> Message {
    if source.basis == Basis::Yours {
        return own(source);
    }
    Message::new(format!("explain-name-{}", source.basis)).with("source", source.name())
}

/// Names a source, what it is, how it was known and when; says plainly that it must be checked when it is weak or old.
#[must_use]
pub fn source_line(source: &Source, today: NaiveDate) -> Message {
    source_line_as(source, source.nature, today)
}

/// Names a source as [`source_line`] does, without what it is: for a place where that was said once for all.
#[must_use]
pub fn source_line_of_the_same(source: &Source, today: NaiveDate) -> Message {
    source_line_as(source, Nature::Law, today)
}

fn source_line_as(source: &Source, nature: Nature, today: NaiveDate) -> Message {
    if source.basis == Basis::Yours {
        return own(source);
    }
    let caveat = if source.is_weak() {
        "explain-caveat-weak"
    } else if source.is_stale(today) {
        "explain-caveat-stale"
    } else {
        "explain-caveat-none"
    };
    Message::new(format!("explain-source-{}", source.basis))
        .with("source", source.name())
        .with("nature", Message::new(format!("explain-nature-{nature}")))
        .with("on", source.checked_on)
        .with("caveat", Message::new(caveat))
}

/// Names what the user has in hand. The titles are those of the public schema, which is in English.
fn own(source: &Source) -> Message {
    match source.title.en.as_str() {
        "your contract" => Message::new("explain-yours-contract"),
        "their promise" => Message::new("explain-yours-promise"),
        "your log" => Message::new("explain-yours-log"),
        _ => Message::new("explain-yours-other").with("source", source.title.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::source::Confidence;
    use crate::lang::Lang;

    fn source(basis: Basis, confidence: Confidence, checked_on: &str) -> Source {
        Source {
            id: "law".to_owned(),
            title: Text::same("Code de la consommation"),
            article: Some("art. L221-18".to_owned()),
            url: None,
            checked_on: checked_on.parse().unwrap(),
            source_date: None,
            basis,
            confidence,
            nature: Nature::Law,
        }
    }

    fn said(source: &Source) -> [String; 2] {
        let line = source_line(source, "2026-11-20".parse().unwrap());
        [Language::French, Language::English].map(|language| Lang::new(language).say(&line))
    }

    #[test]
    fn a_text_that_was_read_lately_is_quoted_without_a_caveat() {
        let [fr, en] = said(&source(Basis::Read, Confidence::High, "2026-11-20"));
        assert_eq!(
            fr,
            "Code de la consommation, art. L221-18 (texte lu, vérifié le 20 novembre 2026)"
        );
        assert_eq!(
            en,
            "Code de la consommation, art. L221-18 (text read, checked on 20 November 2026)"
        );
    }

    #[test]
    fn what_can_be_changed_is_called_what_it_is() {
        let mut page = source(Basis::Read, Confidence::High, "2026-11-20");
        (page.title, page.article) = (Text::same("Exemple, aide"), None);
        page.nature = Nature::Policy;
        let [fr, en] = said(&page);
        assert_eq!(
            fr,
            "Exemple, aide (promesse d’une entreprise, qui peut changer\u{202f}; texte lu, vérifié le 20 novembre 2026)"
        );
        assert_eq!(
            en,
            "Exemple, aide (a company’s promise, which can change; text read, checked on 20 November 2026)"
        );
        page.nature = Nature::Scheme;
        assert!(said(&page)[1].contains("(a payment scheme’s rule, which can change; text read"));
        page.nature = Nature::Advice;
        assert!(said(&page)[1].contains("(advice, nobody’s rule; text read"));
    }

    #[test]
    fn what_is_weak_or_old_says_so() {
        let [fr, en] = said(&source(Basis::Memory, Confidence::Medium, "2026-11-20"));
        assert_eq!(
            fr,
            "Code de la consommation, art. L221-18 (de mémoire, noté le 20 novembre 2026)\u{a0}: à vérifier avant de vous y fier"
        );
        assert_eq!(
            en,
            "Code de la consommation, art. L221-18 (from memory, noted on 20 November 2026): to be checked before you rely on it"
        );
        let [fr, _] = said(&source(Basis::Secondary, Confidence::High, "2025-11-19"));
        assert_eq!(
            fr,
            "Code de la consommation, art. L221-18 (source indirecte, vérifiée le 19 novembre 2025)\u{a0}: vérification vieille de plus de 12 mois, à refaire"
        );
    }

    #[test]
    fn a_page_is_named_in_the_language_of_the_user_and_a_statute_in_its_own() {
        let mut page = source(Basis::Read, Confidence::High, "2026-11-20");
        page.title = Text {
            fr: "Exemple, aide".to_owned(),
            en: "Example, help".to_owned(),
        };
        page.article = None;
        let named = |source: &Source| {
            let name = source_name(source);
            [Language::French, Language::English].map(|language| Lang::new(language).say(&name))
        };
        assert_eq!(named(&page), ["Exemple, aide", "Example, help"]);
        let law = source(Basis::Read, Confidence::High, "2026-11-20");
        assert_eq!(named(&law), ["Code de la consommation, art. L221-18"; 2]);
    }

    #[test]
    fn the_users_own_papers_need_no_check() {
        let mut yours = source(Basis::Yours, Confidence::High, "2020-01-01");
        yours.title = Text::same("their promise");
        assert_eq!(said(&yours), ["leur promesse", "their promise"]);
        yours.title = Text::same("order page");
        let [fr, _] = said(&yours);
        assert_eq!(fr, "order page (vos documents)");
    }
}
