//! How the texts are typed: French spaces, apostrophes and accents; no French quotation marks in English.

use super::entries::FILLED;
use super::{AREAS, catalogue, every_entry};
use crate::domain::language::Language;
use crate::lang::typography::{NARROW_SPACE, NO_BREAK_SPACE};

/// Words that lost an accent: no French word is spelled like that.
const UNACCENTED: &str = "apres aupres cloture completer creer decision defaut deja delai delais depasse derniere desole \
    desormais duree echeance ecrire ecrivez egalement element elements envoye envoyee etape etapes etat \
    ete etes etre evenement evenements eviter expedie ferie fermee francais immediatement interet \
    mediateur mediation meme methode modele necessaire numero periode piece pieces plutot precisez \
    prefere prelevement premiere probleme problemes procedure reclamation reclamations recu recue \
    reference region regle regles remboursee reparation repare repondez repondre repondu reponse \
    reponses resiliation resilier resume retractation securite selectionnez telephone \
    terminee tres verifie verifier verifiez video voila";

#[test]
fn french_marks_have_their_no_break_spaces() {
    let mut wrong = Vec::new();
    for entry in every_entry(Language::French) {
        for complaint in complaints(&entry.words) {
            wrong.push(format!("`{}`: {complaint}", entry.key));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// In French, what is said of one is said of none as well.
#[test]
fn french_counts_of_one_are_right_for_none() {
    let mut wrong = Vec::new();
    for area in AREAS {
        let lines = catalogue(area, Language::French).lines();
        for line in lines.filter(|line| line.trim_start().starts_with("[one]")) {
            let mut words = line.split(|c: char| !c.is_alphanumeric());
            if words.any(|word| word == "1") {
                wrong.push(format!("{area}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn french_words_have_their_accents() {
    let unaccented: Vec<&str> = UNACCENTED.split_whitespace().collect();
    let mut wrong = Vec::new();
    for entry in every_entry(Language::French) {
        let lower = entry.words.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphabetic());
        for word in words.filter(|word| unaccented.contains(word)) {
            wrong.push(format!("`{}`: {word}", entry.key));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn english_texts_have_no_french_marks() {
    for entry in every_entry(Language::English) {
        let french = |c: char| matches!(c, '«' | '»' | NARROW_SPACE);
        assert!(
            !entry.words.contains(french),
            "`{}`: {}",
            entry.key,
            entry.words
        );
    }
}

/// What is wrong with the marks of a French text.
fn complaints(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut wrong = Vec::new();
    let mut in_address = false;
    for (at, c) in chars.iter().copied().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1).copied();
        if c.is_whitespace() {
            in_address = false;
        }
        if c == ':' && after == Some('/') {
            in_address = true;
        }
        let right = match c {
            '\'' => false,
            ';' | '!' | '?' => in_address || matches!(before, Some(NARROW_SPACE | '!' | '?' | '(')),
            ':' => {
                let inside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == FILLED);
                before == Some(NO_BREAK_SPACE) || in_address || (inside(before) && inside(after))
            }
            '«' => after == Some(NARROW_SPACE),
            '»' => before == Some(NARROW_SPACE),
            _ => true,
        };
        if !right {
            let from = at.saturating_sub(12);
            let around: String = chars[from..chars.len().min(at + 12)].iter().collect();
            wrong.push(format!("`{c}` in `{around}`"));
        }
    }
    wrong
}

#[test]
fn the_check_itself_sees_what_is_wrong() {
    for wrong in [
        "l'ami",
        "Quoi ?",
        "Quoi?",
        "a : b",
        "a: b",
        "un ; deux",
        "« a\u{202f}»",
        "«\u{202f}a »",
    ] {
        assert_eq!(complaints(wrong).len(), 1, "{wrong}");
    }
    for right in [
        "l’ami",
        "Quoi\u{202f}?!",
        "a\u{a0}: b",
        "à 14:30",
        "«\u{202f}a\u{202f}»",
        "https://exemple.fr/a?b;c",
    ] {
        assert_eq!(complaints(right), Vec::<String>::new(), "{right}");
    }
}
