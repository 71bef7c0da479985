//! Where the walk through the four steps was left.

use std::collections::BTreeSet;

use super::claim::Step;

/// The place in the walk that is on screen, kept after every answer so that a cut-off walk goes on there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    pub step: Step,
    /// The key of the question on screen; `None` at the beginning of a step.
    pub question: Option<String>,
    /// Keys of the questions that were answered with "I don't know" or passed over.
    pub unknown: BTreeSet<String>,
}

impl Walk {
    /// The very beginning.
    #[must_use]
    pub fn start() -> Walk {
        Walk {
            step: Step::IdentifyProblem,
            question: None,
            unknown: BTreeSet::new(),
        }
    }
}
