//! The library: the built-in playbooks, the user's own in front of them, and the holidays.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::thread;

use serde::de::IgnoredAny;

use super::builtin::{HOLIDAYS, PLAYBOOKS};
use super::cross::Index;
use super::diagnostic::Diagnostic;
use super::draft::{Draft, Examples, Whole, validated};
use super::holidays::parse_holidays;
use super::own;
use super::refit::refitted;
use super::user::{self, UserFile};
use crate::domain::calendar::holidays::Holiday;
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

/// Reads a playbook with its examples. What it says of other playbooks is not checked; see [`check`].
///
/// # Errors
/// Every problem of the file, by its place in it.
pub fn parse(
    text: &str,
    expected_id: Option<&str>,
    file_name: &str,
) -> Result<Playbook, Vec<Diagnostic>> {
    let draft = Draft::<Whole>::of(Cow::Borrowed(text), expected_id, file_name.to_owned());
    draft.validated(std::iter::empty()).map(|p| p.playbook)
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
    let draft = Draft::<Whole>::of(Cow::Borrowed(text), expected_id, file_name.to_owned());
    let mut parsed = draft.validated(library.playbooks.iter())?;
    let mut library = library.clone();
    for member in refitted::<Whole>(&parsed.playbook, &library.playbooks) {
        let member = member.map_err(|still| vec![still.diagnostic(file_name)])?;
        replace(&mut library.playbooks, member);
    }
    put(&mut library.playbooks, &mut parsed.playbook, file_name);
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
    load_as::<IgnoredAny>(user_folder, &|_| false)
}

/// Loads the library as [`load`] does, but for some of the user's files.
///
/// # Errors
/// As [`load`].
pub fn load_beside(
    user_folder: Option<&Path>,
    leave_out: &dyn Fn(&Path) -> bool,
) -> Result<(Library, Vec<Diagnostic>), PlaybookError> {
    load_as::<IgnoredAny>(user_folder, leave_out)
}

/// Loads the library with all examples.
///
/// # Errors
/// As [`load`].
pub fn load_with_examples(
    user_folder: Option<&Path>,
) -> Result<(Library, Vec<Diagnostic>), PlaybookError> {
    load_as::<Whole>(user_folder, &|_| false)
}

fn load_as<E: Examples>(
    user_folder: Option<&Path>,
    leave_out: &dyn Fn(&Path) -> bool,
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
    for (id, parsed) in validated(built_in_drafts::<E>(), &[]) {
        let parsed = parsed.map_err(|problems| broken(id, problems))?;
        library.playbooks.push(parsed.playbook);
    }
    library.playbooks.sort_by(|a, b| a.id.cmp(&b.id));
    let Some(folder) = user_folder else {
        return Ok((library, Vec::new()));
    };
    let found = user::files(folder, leave_out).map_err(|source| PlaybookError::Folder {
        folder: folder.to_owned(),
        source,
    })?;
    let mut problems = found.problems;
    add_user_files::<E>(&mut library, &found.files, &mut problems);
    Ok((library, problems))
}

/// Reads the built-in files, on as many threads as there are processors: reading TOML is three quarters of what loading
/// takes, and no file needs another one for it.
fn built_in_drafts<E: Examples>() -> Vec<(&'static str, Draft<'static, E>)> {
    /// More threads than that cost more than they save.
    const MOST: usize = 4;
    let count = thread::available_parallelism().map_or(1, |n| n.get().min(MOST));
    // Neighbours are of like size: dealing the files out like cards gives each thread its share.
    let share = move |at: usize| {
        let files = PLAYBOOKS.iter().skip(at).step_by(count);
        let drafts = files.map(|(id, text)| {
            let draft = Draft::<E>::of(E::needed(text), Some(id), format!("{id}.toml"));
            (*id, draft)
        });
        drafts.collect::<Vec<_>>()
    };
    let mut drafts = thread::scope(|scope| {
        let others: Vec<_> = (1..count)
            .map(|at| {
                (
                    at,
                    thread::Builder::new().spawn_scoped(scope, move || share(at)),
                )
            })
            .collect();
        let mut drafts = share(0);
        for (at, other) in others {
            // Where no thread can be had, or it came to grief, its share is read here.
            let read = other.ok().and_then(|other| other.join().ok());
            drafts.extend(read.unwrap_or_else(|| share(at)));
        }
        drafts
    });
    drafts.sort_by_key(|(id, _)| *id);
    drafts
}

/// Adds the user's files that hold, both by themselves and among the others.
fn add_user_files<E: Examples>(
    library: &mut Library,
    files: &[UserFile],
    problems: &mut Vec<Diagnostic>,
) {
    let mut drafts = Vec::new();
    for file in files {
        if let Some(name) = file.id.strip_prefix("holidays/") {
            if name.contains('/') {
                let problem = Diagnostic::of_file("country-is-not-path", &file.name);
                let name = name.rsplit('/').next().unwrap_or(name);
                let path = format!("holidays/{name}.toml");
                problems.push(problem.with("value", name).with("path", path));
                continue;
            }
            match parse_holidays(&file.text, &file.name) {
                Ok(holidays) => replace_holidays(library, holidays, &file.name),
                Err(found) => problems.extend(found),
            }
            continue;
        }
        drafts.push((file, file.draft::<E>()));
    }
    own::add(&mut library.playbooks, drafts, problems);
}

/// Puts the holidays of a country in the place of those that the library has.
pub(super) fn replace_holidays(library: &mut Library, holidays: Vec<Holiday>, file: &str) {
    for holiday in &holidays {
        let own = &mut library.own_holidays;
        own.insert(holiday.country.clone(), file.to_owned());
    }
    library
        .holidays
        .retain(|h| holidays.iter().all(|new| new.country != h.country));
    library.holidays.extend(holidays);
}

/// Puts a playbook of the user's among the others, sorted by id, maybe in the place of one.
pub(super) fn put(playbooks: &mut Vec<Playbook>, own: &mut Playbook, file: &str) {
    let place = playbooks.binary_search_by(|p| p.id.cmp(&own.id));
    own.origin = Origin::User {
        file: file.to_owned(),
        overrides: place.is_ok(),
    };
    match place {
        Ok(at) => playbooks[at] = own.clone(),
        Err(at) => playbooks.insert(at, own.clone()),
    }
}

/// Puts a playbook in the place of the one with its id.
pub(super) fn replace(playbooks: &mut [Playbook], playbook: Playbook) {
    if let Ok(at) = playbooks.binary_search_by(|p| p.id.cmp(&playbook.id)) {
        playbooks[at] = playbook;
    }
}
