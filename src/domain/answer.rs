//! What an answer of the other side amounts to, and the event that it is.

use super::closed_set::closed_set;
use super::event::EventKind;

closed_set! {
    /// What an answer amounts to.
    AnswerKind {
        /// What was asked for is agreed to: a promise of it.
        Accepted = "accepted",
        Offered = "offered",
        Refused = "refused",
        AskedMore = "asked-more",
        Promised = "promised",
        /// None came.
        Silent = "silent",
    }
}

impl AnswerKind {
    /// Returns the event that such an answer is. That none came is no event of the other side: a note of the consumer.
    #[must_use]
    pub const fn event(self) -> EventKind {
        match self {
            AnswerKind::Accepted | AnswerKind::Promised => EventKind::Promised,
            AnswerKind::Offered => EventKind::Offered,
            AnswerKind::Refused => EventKind::Refused,
            AnswerKind::AskedMore => EventKind::InformationRequested,
            AnswerKind::Silent => EventKind::Note,
        }
    }
}
