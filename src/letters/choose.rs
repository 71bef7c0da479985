//! Which template is taken: the first that fits, of the most specific playbook.

use crate::domain::claim::Claim;
use crate::domain::letter::{LetterKind, LetterTemplate};
use crate::domain::playbook::{Library, PlaybookKind};

/// Chooses the template of a kind for a claim: a platform's before a law's before any other, then in the order of the file.
#[must_use]
pub fn choose<'a>(
    kind: LetterKind,
    claim: &'a Claim,
    library: &'a Library,
) -> Option<&'a LetterTemplate> {
    let mut playbooks: Vec<_> = library.fitting(claim).collect();
    // The sort is stable, so playbooks of one kind stay in the order of their ids.
    playbooks.sort_by_key(|playbook| match playbook.kind {
        PlaybookKind::Platform => 0,
        PlaybookKind::Law => 1,
        PlaybookKind::Payment | PlaybookKind::Sector => 2,
    });
    playbooks
        .into_iter()
        .flat_map(|playbook| &playbook.letters)
        .find(|letter| letter.kind == kind && letter.when.holds(claim))
}
