//! Which template is taken: the user's own before any other, then the first that fits, of the most specific playbook.

use crate::domain::claim::Claim;
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::letter::{LetterKind, LetterTemplate};
use crate::domain::playbook::{Library, Origin, Playbook, PlaybookKind};
use crate::domain::problem::Problem;

/// The claim as a letter of this kind speaks of it: whoever has withdrawn or cancelled and writes again asks for the money
/// back, no longer for the order to be cancelled.
#[must_use]
pub fn as_written(kind: LetterKind, claim: &Claim, events: &[Event]) -> Claim {
    let again = matches!(
        kind,
        LetterKind::Reminder
            | LetterKind::FormalNotice
            | LetterKind::OfferRefused
            | LetterKind::CounterOffer
            | LetterKind::Chargeback
            | LetterKind::MediatorRequest
            | LetterKind::AuthorityReport
            | LetterKind::CourtSummary
    );
    let left = in_force(events)
        .iter()
        .any(|e| matches!(e.kind, EventKind::Withdrawn | EventKind::Cancelled));
    let of_order = matches!(
        claim.problem,
        Some(Problem::ChangeOfMind | Problem::CancelOrder)
    );
    let mut claim = claim.clone();
    if again && left && of_order && claim.amount.is_some() {
        claim.problem = Some(Problem::RefundMissing);
    }
    claim
}

/// Chooses the template of a kind for a claim: the user's own before the built-in ones, a platform's before a law's before
/// any other, then in the order of the file.
#[must_use]
pub fn choose<'a>(
    kind: LetterKind,
    claim: &'a Claim,
    library: &'a Library,
) -> Option<&'a LetterTemplate> {
    fitting(kind, claim, library, |_| true)
}

/// Chooses among the built-in templates alone: where one of the user's own cannot be filled.
#[must_use]
pub fn choose_built_in<'a>(
    kind: LetterKind,
    claim: &'a Claim,
    library: &'a Library,
) -> Option<&'a LetterTemplate> {
    fitting(kind, claim, library, |playbook| !is_own(playbook))
}

fn fitting<'a>(
    kind: LetterKind,
    claim: &'a Claim,
    library: &'a Library,
    takes: impl Fn(&Playbook) -> bool,
) -> Option<&'a LetterTemplate> {
    let mut playbooks: Vec<_> = library.fitting(claim).filter(|p| takes(p)).collect();
    // The sort is stable, so playbooks of one kind stay in the order of their ids.
    playbooks.sort_by_key(|playbook| {
        let kind = match playbook.kind {
            PlaybookKind::Platform => 0,
            PlaybookKind::Law => 1,
            PlaybookKind::Payment | PlaybookKind::Sector => 2,
        };
        (!is_own(playbook), kind)
    });
    playbooks
        .into_iter()
        .flat_map(|playbook| &playbook.letters)
        .find(|letter| letter.kind == kind && letter.when.holds(claim))
}

fn is_own(playbook: &Playbook) -> bool {
    matches!(playbook.origin, Origin::User { .. })
}
