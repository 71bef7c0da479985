//! The names of facts, by their key in the answers file.

use crate::domain::claim::{FACTS, Term};
use crate::domain::event::EventKind;
use crate::domain::message::Message;

use super::sets;

/// Names a fact inside a sentence, with its article: `le numéro de commande`.
///
/// The key is one of the answers file, an event's day (`delivered_on`) or a term; any other key is shown as it is.
#[must_use]
pub fn fact(key: &str) -> Message {
    known_fact(key).unwrap_or_else(|| Message::new("words-fact-other").with("key", key))
}

/// Names a fact whose key every claim knows; `None` for a playbook's own question.
pub(super) fn known_fact(key: &str) -> Option<Message> {
    if FACTS.contains(&key) {
        return Some(Message::new(format!("words-fact-{key}")));
    }
    if let Some(term) = Term::from_id(key) {
        return Some(term_day(term));
    }
    EventKind::from_answer_key(key).map(sets::event_day)
}

/// Names a term inside a sentence, with its article: `la date limite de livraison`.
pub(super) fn term_day(term: Term) -> Message {
    Message::new(format!("words-fact-{}", term.id()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::lang::Lang;

    #[test]
    fn every_fact_has_a_name_in_every_language() {
        for language in Language::ALL {
            let lang = Lang::new(*language);
            for key in FACTS {
                assert!(lang.knows(&fact(key).key), "{language}: {key}");
            }
            for term in Term::ALL {
                assert!(lang.knows(&fact(term.id()).key), "{language}: {term}");
            }
        }
    }

    #[test]
    fn the_day_of_an_event_is_a_fact() {
        let lang = Lang::new(Language::French);
        assert_eq!(lang.say(&fact("delivered_on")), "la date de livraison");
        assert_eq!(
            fact("contract-copy-received_on"),
            fact("contract_copy_received_on")
        );
    }

    #[test]
    fn an_unknown_key_is_shown_as_it_is() {
        let lang = Lang::new(Language::English);
        assert_eq!(lang.say(&fact("gift_card")), "`gift_card`");
    }
}
