//! The keys of the answers file that a playbook can ask about, and the values each of them can have.

use crate::domain::claim::Term;
use crate::domain::country::CrossBorder;
use crate::domain::event::EventKind;
use crate::domain::language::Language;
use crate::domain::party::{ItemKind, Payment, Sale, SellerKind, Side};
use crate::domain::problem::{Problem, Remedy};

/// What a key of the answers file can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Values {
    /// One of these.
    Closed(Vec<&'static str>),
    /// One of these, computed from other facts: for conditions alone.
    Computed(Vec<&'static str>),
    /// An ISO 3166-1 code.
    Country,
    /// An ISO 3166-2 code.
    Region,
    /// A platform's playbook without its kind.
    Platform,
    /// Any text: a condition can only ask whether it is there.
    Text,
    Amount,
    Duration,
    /// The day of an event; no fact that a condition could name.
    Event(EventKind),
    Term(Term),
}

macro_rules! ids {
    ($type:ident) => {
        Values::Closed($type::ALL.iter().map(|v| v.id()).collect())
    };
}

/// Returns what a key of the answers file can hold; `None` when it is none of the program's own.
pub(super) fn known(key: &str) -> Option<Values> {
    Some(match key {
        "problem" => ids!(Problem),
        "wanted" => ids!(Remedy),
        "seller_kind" => ids!(SellerKind),
        "sold_by" | "shipped_by" => ids!(Side),
        "item_kind" => ids!(ItemKind),
        "sale" => ids!(Sale),
        "payment" => ids!(Payment),
        "language" => ids!(Language),
        "country" | "seller_country" => Values::Country,
        "cross_border" => Values::Computed(CrossBorder::ALL.iter().map(|v| v.id()).collect()),
        "region" => Values::Region,
        "platform" => Values::Platform,
        "title" | "seller" | "item" | "order_ref" | "customer_ref" | "description" => Values::Text,
        "amount" => Values::Amount,
        "notice_period" => Values::Duration,
        _ => match Term::from_id(key) {
            Some(term) => Values::Term(term),
            None => Values::Event(event(key)?),
        },
    })
}

/// Returns the event that a key stands for: `formal_notice_sent_on` is `formal-notice-sent`.
pub(super) fn event(key: &str) -> Option<EventKind> {
    EventKind::from_id(&key.strip_suffix("_on")?.replace('_', "-"))
}

/// Returns the keys that a condition can name, for a message.
pub(super) fn condition_keys() -> Vec<&'static str> {
    let mut keys = vec![
        "amount",
        "country",
        "cross_border",
        "item_kind",
        "language",
        "payment",
        "platform",
        "problem",
        "region",
        "sale",
        "seller_country",
        "seller_kind",
        "shipped_by",
        "sold_by",
        "wanted",
    ];
    keys.extend(Term::ALL.iter().map(|t| t.id()));
    keys
}

/// Whether a text has the form of an ISO 3166-1 code.
pub(super) fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether a text has the form of an ISO 3166-2 code.
pub(super) fn is_region(text: &str) -> bool {
    text.split_once('-').is_some_and(|(country, part)| {
        is_country(country)
            && (1..=3).contains(&part.len())
            && part
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    })
}
