//! What a letter lacks, and the command that adds it.

use crate::domain::claim::Term;
use crate::domain::event::EventKind;
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;

/// Why a letter cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// A fact that the template uses is not known: a key of the answers file, such as `order_ref` or `ordered_on`.
    #[error("the letter needs `{key}`")]
    MissingFact { kind: LetterKind, key: String },
    /// The template itself is wrong: the playbook it stands in, and the engine's own words.
    #[error("the letter of `{playbook}` is broken: {reason}")]
    Template {
        kind: LetterKind,
        playbook: String,
        reason: String,
    },
}

impl LetterError {
    /// Says what is wrong.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            LetterError::MissingFact { key, .. } => {
                Message::new("letter-missing-fact").with("fact", fact_name(key))
            }
            LetterError::Template {
                playbook, reason, ..
            } => Message::new("letter-broken-template")
                .with("playbook", playbook.as_str())
                .with("reason", reason.as_str()),
        }
    }

    /// Gives the command that adds the missing fact to the claim with this number.
    #[must_use]
    pub fn hint(&self, claim: &str) -> Option<Message> {
        let LetterError::MissingFact { key, .. } = self else {
            return None;
        };
        let name = if WHAT_WAS_SAID.contains(&key.as_str()) {
            return Some(Message::new(format!("offer-hint-{key}")).with("claim", claim));
        } else if is_contact(key) {
            "letter-hint-log-contact"
        } else if event_of(key).is_some() {
            "letter-hint-log"
        } else if Term::from_id(key).is_some() {
            "letter-hint-edit-date"
        } else {
            "letter-hint-edit"
        };
        let event = event_of(key).map_or_else(String::new, |kind| kind.id().to_owned());
        Some(
            Message::new(name)
                .with("claim", claim)
                .with("key", key.as_str())
                .with("event", event),
        )
    }
}

/// What was offered, asked for instead, or only said: logged by commands of its own.
const WHAT_WAS_SAID: &[&str] = &["offer", "counter", "spoken"];

/// Names a fact in words: its own message, or the event that it is the day of, or its key.
fn fact_name(key: &str) -> Message {
    const NAMED: &[&str] = &[
        "order_ref",
        "customer_ref",
        "item",
        "seller",
        "amount",
        "description",
        "problem",
        "wanted",
        "platform",
        "latest_delivery_on",
        "ordered_on",
        "contract_on",
        "delivered_on",
        "tracking_delivered_on",
        "debited_on",
        "contacted_on",
    ];
    if WHAT_WAS_SAID.contains(&key) {
        return Message::new(format!("offer-fact-{key}"));
    }
    if NAMED.contains(&key) {
        Message::new(format!("letter-fact-{key}"))
    } else {
        Message::new("letter-fact-other").with("key", key)
    }
}

/// The event whose day a key stands for: `ordered_on`.
pub(super) fn event_of(key: &str) -> Option<EventKind> {
    // In templates a minus would be a subtraction, so `life-event` is written `life_event_on` there.
    EventKind::from_id(&key.strip_suffix("_on")?.replace('_', "-"))
}

/// Whether the missing day is that of a message to the seller, which needs its channel too.
fn is_contact(key: &str) -> bool {
    event_of(key) == Some(EventKind::Contacted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hint(key: &str) -> String {
        let error = LetterError::MissingFact {
            kind: LetterKind::Reminder,
            key: key.to_owned(),
        };
        let lang = crate::lang::Lang::new(crate::domain::language::Language::English);
        lang.say(&error.hint("3").expect("a missing fact has a hint"))
    }

    #[test]
    fn gives_the_command_that_adds_the_fact() {
        assert_eq!(hint("order_ref"), "claimctl edit 3 order_ref=VALUE");
        assert_eq!(
            hint("latest_delivery_on"),
            "claimctl edit 3 latest_delivery_on=YYYY-MM-DD"
        );
        assert_eq!(hint("ordered_on"), "claimctl log 3 ordered --on YYYY-MM-DD");
        assert_eq!(
            hint("tracking_delivered_on"),
            "claimctl log 3 tracking-delivered --on YYYY-MM-DD"
        );
        assert_eq!(
            hint("contacted_on"),
            "claimctl log 3 contacted --on YYYY-MM-DD --channel email"
        );
    }
}
