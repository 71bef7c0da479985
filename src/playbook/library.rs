//! The library: the built-in playbooks, the user's own in front of them, and the holidays.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use serde::de::{DeserializeOwned, IgnoredAny};
use toml::Spanned;

use super::builtin::{HOLIDAYS, PLAYBOOKS};
use super::check::{Check, Pending};
use super::cross::Index;
use super::diagnostic::Diagnostic;
use super::example;
use super::holidays::parse_holidays;
use super::inherit::take_up;
use super::raw::{RawExample, RawPlaybook};
use super::read::{Read, read};
use super::user::{self, UserFile};
use super::validate;
use crate::domain::message::Message;
use crate::domain::playbook::{Library, Origin, Playbook};

/// Why there is no library at all.
#[derive(Debug, thiserror::Error)]
pub enum PlaybookError {
    /// The user's folder is there and cannot be read.
    #[error("cannot read the folder of playbooks {}", folder.display())]
    Folder {
        folder: PathBuf,
        #[source]
        source: std::io::Error,
    },
    /// A built-in file does not hold; the tests see to it that this never happens.
    #[error("the built-in playbook {file} does not hold")]
    BuiltIn {
        file: String,
        problems: Vec<Diagnostic>,
    },
}

impl PlaybookError {
    /// Returns what to tell the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            PlaybookError::Folder { folder, .. } => Message::new("playbook-folder-unreadable")
                .with("folder", folder.display().to_string()),
            PlaybookError::BuiltIn { file, .. } => {
                Message::new("playbook-builtin-broken").with("file", file.as_str())
            }
        }
    }
}

/// A playbook, and what it wants of the others.
#[derive(Debug)]
pub(super) struct Parsed {
    pub playbook: Playbook,
    pub pending: Vec<Pending>,
}

/// How examples are read: not at all, or in full.
trait Examples: DeserializeOwned {
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
struct Draft<'a, E> {
    text: Cow<'a, str>,
    expected_id: Option<&'a str>,
    file: String,
    read: Read<RawPlaybook<E>>,
}

impl<'a, E: Examples> Draft<'a, E> {
    fn of(text: Cow<'a, str>, expected_id: Option<&'a str>, file: String) -> Draft<'a, E> {
        let read = read::<RawPlaybook<E>>(&text, &file);
        Draft {
            text,
            expected_id,
            file,
            read,
        }
    }

    /// The id of the playbook that it refines.
    fn refines(&self) -> Option<&str> {
        let raw = self.read.raw.as_ref()?;
        raw.refines.as_ref().map(|base| base.get_ref().as_str())
    }

    /// Validates the file, with those among which the one that it refines is looked for.
    fn validated<'b>(
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

fn parse_as<'b, E: Examples>(
    text: &str,
    expected_id: Option<&str>,
    file: &str,
    bases: impl Iterator<Item = &'b Playbook>,
) -> Result<Parsed, Vec<Diagnostic>> {
    Draft::<E>::of(Cow::Borrowed(text), expected_id, file.to_owned()).validated(bases)
}

/// Reads a playbook with its examples. What it says of other playbooks is not checked; see [`check`].
///
/// # Errors
/// Every problem of the file, by its place in it.
pub fn parse(
    text: &str,
    expected_id: Option<&str>,
    file_name: &str,
) -> Result<Playbook, Vec<Diagnostic>> {
    let none = std::iter::empty();
    parse_as::<Spanned<RawExample>>(text, expected_id, file_name, none).map(|p| p.playbook)
}

/// Reads a playbook and checks what it says of the other playbooks of a library, in which it takes the place of the
/// one with its id. Returns that library, from which its examples can be run.
///
/// # Errors
/// Every problem of the file.
pub fn check(
    text: &str,
    expected_id: Option<&str>,
    file_name: &str,
    library: &Library,
) -> Result<(Playbook, Library), Vec<Diagnostic>> {
    let bases = library.playbooks.iter();
    let mut parsed = parse_as::<Spanned<RawExample>>(text, expected_id, file_name, bases)?;
    let mut library = library.clone();
    let place = (library.playbooks).binary_search_by(|p| p.id.cmp(&parsed.playbook.id));
    parsed.playbook.origin = Origin::User {
        file: file_name.to_owned(),
        overrides: place.is_ok(),
    };
    match place {
        Ok(at) => library.playbooks[at] = parsed.playbook.clone(),
        Err(at) => library.playbooks.insert(at, parsed.playbook.clone()),
    }
    let problems = Index::of(&library.playbooks).problems(&parsed, text, file_name);
    if problems.is_empty() {
        Ok((parsed.playbook, library))
    } else {
        Err(problems)
    }
}

/// Loads the library without examples: the built-in playbooks and the user's `*.toml` files in a folder and below.
///
/// A file of the user's that does not hold is left out and reported; one with the id of a built-in playbook takes its
/// place.
///
/// # Errors
/// When the folder is there and cannot be read.
pub fn load(user_folder: Option<&Path>) -> Result<(Library, Vec<Diagnostic>), PlaybookError> {
    load_as::<IgnoredAny>(user_folder)
}

/// Loads the library with all examples.
///
/// # Errors
/// As [`load`].
pub fn load_with_examples(
    user_folder: Option<&Path>,
) -> Result<(Library, Vec<Diagnostic>), PlaybookError> {
    load_as::<Spanned<RawExample>>(user_folder)
}

fn load_as<E: Examples>(
    user_folder: Option<&Path>,
) -> Result<(Library, Vec<Diagnostic>), PlaybookError> {
    let broken = |id: &str, problems| PlaybookError::BuiltIn {
        file: format!("{id}.toml"),
        problems,
    };
    let mut library = Library::default();
    for (id, text) in HOLIDAYS {
        let holidays = parse_holidays(text, &format!("{id}.toml")).map_err(|p| broken(id, p))?;
        library.holidays.extend(holidays);
    }
    let drafts = PLAYBOOKS.iter().map(|(id, text)| {
        let file = format!("{id}.toml");
        (*id, Draft::<E>::of(E::needed(text), Some(id), file))
    });
    let (refining, whole): (Vec<_>, Vec<_>) = drafts.partition(|(_, d)| d.refines().is_some());
    for (id, draft) in whole.into_iter().chain(refining) {
        let parsed = draft.validated(library.playbooks.iter());
        let parsed = parsed.map_err(|problems| broken(id, problems))?;
        library.playbooks.push(parsed.playbook);
    }
    library.playbooks.sort_by(|a, b| a.id.cmp(&b.id));
    let Some(folder) = user_folder else {
        return Ok((library, Vec::new()));
    };
    let (files, mut problems) = user::files(folder).map_err(|source| PlaybookError::Folder {
        folder: folder.to_owned(),
        source,
    })?;
    add_user_files::<E>(&mut library, &files, &mut problems);
    Ok((library, problems))
}

/// Adds the user's files that hold, both by themselves and among the others.
fn add_user_files<E: Examples>(
    library: &mut Library,
    files: &[UserFile],
    problems: &mut Vec<Diagnostic>,
) {
    let mut own: Vec<(Parsed, &UserFile)> = Vec::new();
    let mut drafts = Vec::new();
    for file in files {
        if file.id.starts_with("holidays/") {
            match parse_holidays(&file.text, &file.name) {
                Ok(holidays) => replace_holidays(library, holidays),
                Err(found) => problems.extend(found),
            }
            continue;
        }
        let text = Cow::Borrowed(file.text.as_str());
        drafts.push((
            file,
            Draft::<E>::of(text, Some(&file.id), file.name.clone()),
        ));
    }
    let (refining, whole): (Vec<_>, Vec<_>) =
        (drafts.into_iter()).partition(|(_, d)| d.refines().is_some());
    for (file, draft) in whole.into_iter().chain(refining) {
        let own_bases = own.iter().map(|(parsed, _)| &parsed.playbook);
        match draft.validated(own_bases.chain(&library.playbooks)) {
            Ok(parsed) => own.push((parsed, file)),
            Err(found) => problems.extend(found),
        }
    }
    let built_in = std::mem::take(&mut library.playbooks);
    // Leaving one file out can take away what another one leans on, so this goes on until all that is left holds.
    loop {
        library.playbooks = merged(&built_in, &own);
        let index = Index::of(&library.playbooks);
        let before = own.len();
        own.retain(|(parsed, file)| {
            let found = index.problems(parsed, &file.text, &file.name);
            let holds = found.is_empty();
            problems.extend(found);
            holds
        });
        if own.len() == before {
            break;
        }
    }
}

fn replace_holidays(
    library: &mut Library,
    holidays: Vec<crate::domain::calendar::holidays::Holiday>,
) {
    library
        .holidays
        .retain(|h| holidays.iter().all(|new| new.country != h.country));
    library.holidays.extend(holidays);
}

fn merged(built_in: &[Playbook], own: &[(Parsed, &UserFile)]) -> Vec<Playbook> {
    let mut playbooks = built_in.to_vec();
    for (parsed, file) in own {
        let place = playbooks.binary_search_by(|p| p.id.cmp(&parsed.playbook.id));
        let mut playbook = parsed.playbook.clone();
        playbook.origin = Origin::User {
            file: file.name.clone(),
            overrides: place.is_ok(),
        };
        match place {
            Ok(at) => playbooks[at] = playbook,
            Err(at) => playbooks.insert(at, playbook),
        }
    }
    playbooks
}
