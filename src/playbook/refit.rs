//! Refitting: a playbook that took the place of a base is a base for those that refine it, with what they inherit.

use std::borrow::Cow;
use std::path::Path;

use super::builtin::builtin_text;
use super::diagnostic::Diagnostic;
use super::draft::{Draft, Examples};
use super::text::text;
use crate::domain::message::Message;
use crate::domain::playbook::{Origin, Playbook};

/// A playbook that refines a base and does not hold with the one that takes its place.
#[derive(Debug, Clone)]
pub(super) struct StillRefined {
    pub member: String,
    why: Message,
}

impl StillRefined {
    /// Says so of the file that took the place of the base.
    pub(super) fn diagnostic(&self, file: &str) -> Diagnostic {
        Diagnostic::of_file("still-refined", file)
            .with("playbook", self.member.as_str())
            .with("why", self.why.clone())
    }
}

/// Reads again those playbooks of a library that refine the one in whose place a base comes.
pub(super) fn refitted<E: Examples>(
    base: &Playbook,
    library: &[Playbook],
) -> Vec<Result<Playbook, StillRefined>> {
    let refines = |p: &&Playbook| p.refines.as_deref() == Some(&base.id) && p.id != base.id;
    let members = library.iter().filter(refines);
    members
        .filter_map(|member| fit::<E>(base, member))
        .collect()
}

/// Reads a playbook again; `None` when it cannot be read any more, and stays as it was.
fn fit<E: Examples>(base: &Playbook, member: &Playbook) -> Option<Result<Playbook, StillRefined>> {
    let read = match &member.origin {
        Origin::BuiltIn => E::needed(builtin_text(&member.id)?),
        Origin::User { file, .. } => Cow::Owned(text(Path::new(file), file).ok()?),
    };
    let draft = Draft::<E>::of(read, Some(&member.id), member.id.clone());
    Some(match draft.validated(std::iter::once(base)) {
        Ok(parsed) => Ok(Playbook {
            origin: member.origin.clone(),
            ..parsed.playbook
        }),
        Err(problems) => Err(StillRefined {
            member: member.id.clone(),
            why: problems.into_iter().next()?.message,
        }),
    })
}
