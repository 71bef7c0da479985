//! What a message that came or went by e-mail says of itself.

use chrono::{DateTime, FixedOffset};

/// What is known of a mail that is kept as evidence. Its texts are made harmless and short; the mail itself is the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mail {
    /// Its Message-ID, without the brackets.
    pub message_id: Option<String>,
    /// Who wrote it: `Name <address>`.
    pub from: Option<String>,
    /// To whom: the same, with commas between.
    pub to: Option<String>,
    pub subject: Option<String>,
    /// When it was sent, in the zone of whoever sent it.
    pub sent_at: Option<DateTime<FixedOffset>>,
    /// How it begins, without what it quotes.
    pub extract: Option<String>,
}

impl Mail {
    /// Whether two files are one message: the same Message-ID, and nothing that says otherwise.
    #[must_use]
    pub fn is_same_message(&self, other: &Mail) -> bool {
        self.message_id.is_some()
            && self.message_id == other.message_id
            && self.from == other.from
            && self.subject == other.subject
            && self.sent_at == other.sent_at
    }

    /// Returns the address of who wrote it, in small letters.
    #[must_use]
    pub fn sender(&self) -> Option<String> {
        let from = self.from.as_deref()?;
        let address = match from.rsplit_once('<') {
            Some((_, address)) => address.trim_end_matches('>'),
            None => from,
        };
        address.contains('@').then(|| address.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(id: &str, subject: &str) -> Mail {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Mail {
            message_id: text(id),
            subject: text(subject),
            from: text("Support <Help@Shop.example>"),
            ..Mail::default()
        }
    }

    #[test]
    fn one_message_has_one_id_and_does_not_say_two_things() {
        assert!(mail("1@a", "x").is_same_message(&mail("1@a", "x")));
        assert!(!mail("1@a", "x").is_same_message(&mail("2@a", "x")));
        assert!(!mail("1@a", "x").is_same_message(&mail("1@a", "y")));
        assert!(!mail("", "x").is_same_message(&mail("", "x")));
    }

    #[test]
    fn the_sender_is_an_address() {
        let with = |from: &str| Mail {
            from: Some(from.to_owned()),
            ..Mail::default()
        };
        let sender = |from: &str| with(from).sender();
        assert_eq!(
            sender("Support <Help@Shop.example>").unwrap(),
            "help@shop.example"
        );
        assert_eq!(sender("help@shop.example").unwrap(), "help@shop.example");
        assert_eq!(
            sender("me@me.example <you@you.example>").unwrap(),
            "you@you.example"
        );
        assert_eq!(sender("Support"), None);
    }
}
