//! The names of the members of every closed set: `words-<set>-<id>`.

use crate::domain::addressee::Addressee;
use crate::domain::answer::AnswerKind;
use crate::domain::assess::DeadlineState;
use crate::domain::claim::{Status, Step, Term};
use crate::domain::event::{Channel, Direction, EventKind};
use crate::domain::evidence::EvidenceKind;
use crate::domain::language::Language;
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::domain::party::{ItemKind, Payment, Sale, SellerKind, Side, Who};
use crate::domain::playbook::PlaybookKind;
use crate::domain::problem::{Outcome, Problem, Remedy};
use crate::domain::route::{Door, RouteState};
use crate::domain::source::{Basis, Confidence};

/// A member of a closed set, which has a name in every language.
pub trait Named: Copy {
    /// Returns its name, as a message.
    fn name(self) -> Message;
}

/// Declares, for each set, the function that names its members, and lists the keys of all the names for the tests.
macro_rules! sets {
    ($($(#[$doc:meta])* $function:ident: $type:ident = $set:literal $(($named:ident))?,)+) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $function(member: $type) -> Message {
                Message::new(format!("words-{}-{}", $set, member.id()))
            }
            $(
                impl $named for $type {
                    fn name(self) -> Message {
                        $function(self)
                    }
                }
            )?
        )+

        #[cfg(test)]
        pub(crate) fn every_name() -> Vec<Message> {
            let mut names = Vec::new();
            $(names.extend($type::ALL.iter().map(|member| $function(*member)));)+
            names
        }
    };
}

sets! {
    /// Names a problem as a heading: `Colis jamais arrivé`.
    problem: Problem = "problem" (Named),
    /// Names what is wanted, as a noun without its article: `remboursement`.
    remedy: Remedy = "remedy" (Named),
    /// Names how a claim ended: `Remboursé`.
    outcome: Outcome = "outcome" (Named),
    /// Names an event as a line of the log: `Message envoyé`.
    event: EventKind = "event" (Named),
    /// Names the day of an event, inside a sentence: `la date de la commande`.
    event_day: EventKind = "day",
    /// Names what an answer amounts to: `une offre`.
    answer_kind: AnswerKind = "answer-kind",
    /// Names a channel, inside a sentence: `e-mail`.
    channel: Channel = "channel" (Named),
    /// Names whose act an event is.
    direction: Direction = "direction" (Named),
    /// Names somebody with the article, inside a sentence: `le vendeur`.
    who: Who = "who" (Named),
    /// Names somebody alone, as a label: `Vendeur`.
    party: Who = "party",
    /// Names a kind of purchase, as a label.
    item_kind: ItemKind = "item-kind" (Named),
    /// Names how the contract was made, as a label.
    sale: Sale = "sale" (Named),
    /// Names a means of payment, as a label.
    payment: Payment = "payment" (Named),
    /// Names the status of a claim.
    status: Status = "status" (Named),
    /// Names a step with its number: `1. Cerner le problème`.
    step: Step = "step" (Named),
    /// Names a term, as a label.
    term: Term = "term" (Named),
    /// Names the state of a route.
    route_state: RouteState = "route-state" (Named),
    /// Names the state of a deadline.
    deadline_state: DeadlineState = "deadline-state" (Named),
    /// Names a kind of evidence, as a label.
    evidence_kind: EvidenceKind = "evidence-kind" (Named),
    /// Names how a source was known.
    basis: Basis = "basis" (Named),
    /// Names how sure the research was.
    confidence: Confidence = "confidence" (Named),
    /// Names to whom a dossier goes, with the article.
    addressee: Addressee = "addressee",
    /// Names a kind of letter, as a label.
    letter_kind: LetterKind = "letter-kind" (Named),
    /// Names a kind of seller, as a label.
    seller_kind: SellerKind = "seller-kind" (Named),
    /// Names which of the two sold or shipped, as a label.
    side: Side = "side" (Named),
    /// Names to whom a route leads, as a label.
    door: Door = "door" (Named),
    /// Names what a playbook is about, as a label.
    playbook_kind: PlaybookKind = "playbook-kind" (Named),
    /// Names a language, in itself.
    language: Language = "language" (Named),
}
