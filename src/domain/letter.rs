//! Letters: templates that are filled from a claim.

use super::closed_set::closed_set;
use super::condition::Condition;
use super::language::Text;

closed_set! {
    /// A kind of letter.
    LetterKind {
        FirstMessage = "first-message",
        Reminder = "reminder",
        FormalNotice = "formal-notice",
        Cancellation = "cancellation",
        Withdrawal = "withdrawal",
        Termination = "termination",
        PlatformDispute = "platform-dispute",
        RefundTicket = "refund-ticket",
        OfferAccepted = "offer-accepted",
        OfferRefused = "offer-refused",
        CounterOffer = "counter-offer",
        /// Confirms in writing what was said by telephone or in person.
        Confirmation = "confirmation",
        /// To a service or a seller, in a bereavement, an illness, a hardship.
        SpecialRequest = "special-request",
        /// To the platform: to step in, or to look again at what it decided.
        Escalation = "escalation",
        /// To a mediator, a conciliator, an ombudsman.
        MediatorRequest = "mediator-request",
        /// To the bank: what is wrong with a payment.
        Chargeback = "chargeback",
        /// To the bank: a direct debit to be given back.
        SepaRefund = "sepa-refund",
        /// To an authority that watches over traders.
        AuthorityReport = "authority-report",
        /// For a court: parties, facts, grounds, sums, evidence.
        CourtSummary = "court-summary",
    }
}

/// A template of a playbook, in minijinja's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterTemplate {
    /// The id of the playbook it comes from.
    pub playbook: String,
    pub kind: LetterKind,
    pub when: Condition,
    pub subject: Text,
    pub body: Text,
}
