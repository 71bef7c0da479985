//! Drafts: files that were read and not yet validated, since what they refine must be there first.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::de::{DeserializeOwned, IgnoredAny};

use super::check::{Check, Pending};
use super::diagnostic::Diagnostic;
use super::example;
use super::inherit::take_up;
use super::raw::{RawExample, RawPlaybook, Spanned};
use super::read::{Read, read};
use super::validate;
use crate::domain::playbook::Playbook;

/// A playbook, and what it wants of the others.
#[derive(Debug)]
pub(super) struct Parsed {
    pub playbook: Playbook,
    pub pending: Vec<Pending>,
}

/// How examples are read: not at all, or in full.
pub(super) trait Examples: DeserializeOwned + Send {
    /// Returns what has to be read of a built-in file.
    fn needed(text: &'static str) -> Cow<'static, str>;
    fn fill(check: &mut Check<'_>, raw: Vec<Self>, playbook: &mut Playbook);
}

impl Examples for IgnoredAny {
    fn needed(text: &'static str) -> Cow<'static, str> {
        Cow::Owned(without_examples(text))
    }

    fn fill(_: &mut Check<'_>, _: Vec<Self>, _: &mut Playbook) {}
}

impl Examples for Spanned<RawExample> {
    fn needed(text: &'static str) -> Cow<'static, str> {
        Cow::Borrowed(text)
    }

    fn fill(check: &mut Check<'_>, raw: Vec<Self>, playbook: &mut Playbook) {
        playbook.examples = example::examples(check, raw, playbook);
    }
}

/// Empties the examples of a file, a sixth of the text that every command would read for nothing. They begin and end
/// where a line begins with a bracket; that this holds for every built-in file is tested.
fn without_examples(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut in_example = false;
    for line in text.split_inclusive('\n') {
        if line.starts_with('[') {
            in_example = line.starts_with("[[example]]");
            kept.push_str(line);
        } else if !in_example {
            kept.push_str(line);
        }
    }
    kept
}

/// A file that was read and not yet validated: what it refines must be there first.
pub(super) struct Draft<'a, E> {
    text: Cow<'a, str>,
    expected_id: Option<&'a str>,
    file: String,
    read: Read<RawPlaybook<E>>,
}

impl<'a, E: Examples> Draft<'a, E> {
    pub(super) fn of(
        text: Cow<'a, str>,
        expected_id: Option<&'a str>,
        file: String,
    ) -> Draft<'a, E> {
        let read = read::<RawPlaybook<E>>(&text, &file);
        Draft {
            text,
            expected_id,
            file,
            read,
        }
    }

    /// Its own id, as far as it says it.
    pub(super) fn id(&self) -> Option<String> {
        let id = self.read.raw.as_ref()?.id.as_ref();
        id.map(|id| id.get_ref().clone())
    }

    /// The id of the playbook that it refines.
    pub(super) fn refines(&self) -> Option<&str> {
        let raw = self.read.raw.as_ref()?;
        raw.refines.as_ref().map(|base| base.get_ref().as_str())
    }

    /// Validates the file, with those among which the one that it refines is looked for.
    pub(super) fn validated<'b>(
        self,
        mut bases: impl Iterator<Item = &'b Playbook>,
    ) -> Result<Parsed, Vec<Diagnostic>> {
        let base = self
            .refines()
            .and_then(|id| bases.find(|p| p.id == id).cloned());
        let id = (self.read.raw.as_ref()).and_then(|raw| raw.id.as_ref());
        let id = id.map_or(self.expected_id.unwrap_or_default(), |id| id.get_ref());
        let mut check = Check::new(&self.text, &self.file, id.to_owned());
        check.problems = self.read.problems;
        check.left_out = self.read.left_out;
        let Some(raw) = self.read.raw else {
            return Err(check.problems);
        };
        take_up(&mut check, raw.refines.as_ref(), base.as_ref());
        if raw.refines.is_some() && check.base.is_none() {
            return Err(check.problems);
        }
        let (mut playbook, examples) = validate::playbook(&mut check, raw, self.expected_id);
        E::fill(&mut check, examples, &mut playbook);
        if check.problems.is_empty() {
            return Ok(Parsed {
                playbook,
                pending: check.pending,
            });
        }
        let mut problems = check.problems;
        problems.sort_by_key(|p| (p.line, p.column));
        problems.dedup();
        Err(problems)
    }
}

/// A file of which everything is read.
pub(super) type Whole = Spanned<RawExample>;

/// Validates drafts, each with a mark of the caller's: first those that refine nothing, then the others with those and the
/// playbooks of a library as their bases.
pub(super) fn validated<'a, M, E: Examples>(
    drafts: Vec<(M, Draft<'a, E>)>,
    library: &[Playbook],
) -> Vec<(M, Result<Parsed, Vec<Diagnostic>>)> {
    let (refining, whole): (Vec<_>, Vec<_>) =
        drafts.into_iter().partition(|(_, d)| d.refines().is_some());
    // What takes the place of a base and refines another one is no base, whichever comes first.
    let no_bases: BTreeSet<String> = refining.iter().filter_map(|(_, d)| d.id()).collect();
    let library: Vec<&Playbook> = library
        .iter()
        .filter(|p| !no_bases.contains(&p.id))
        .collect();
    let mut all: Vec<(M, Result<Parsed, Vec<Diagnostic>>)> = Vec::new();
    for (mark, draft) in whole.into_iter().chain(refining) {
        let own = all.iter().filter_map(|(_, parsed)| parsed.as_ref().ok());
        let bases = own
            .map(|parsed| &parsed.playbook)
            .chain(library.iter().copied());
        let parsed = draft.validated(bases);
        all.push((mark, parsed));
    }
    all
}
