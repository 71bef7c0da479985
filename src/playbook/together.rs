//! Files that an author checks: together, for they may name each other, and everything that is wrong at once.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::cross::Index;
use super::diagnostic::{Diagnostic, MOST, find_value};
use super::draft::{Draft, Parsed, Whole, validated};
use super::holidays::parse_holidays;
use super::letter;
use super::library::{put, replace, replace_holidays};
use super::refit::refitted;
use super::run::{ExampleFailure, run_examples};
use super::text::text;
use super::user;
use crate::domain::letter::LetterTemplate;
use crate::domain::playbook::{Example, Library};
use crate::domain::template::Flaw;

/// What came of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The file, as it was named.
    pub file: String,
    /// The id of the playbook, or the path of the holidays; `None` while it is not known.
    pub id: Option<String>,
    /// How many examples were run.
    pub examples: usize,
    /// Whether it leans on another of the files that does not hold, so that its examples could not be run.
    pub waits: bool,
    /// By their place in the file.
    pub problems: Vec<Diagnostic>,
}

/// The files to be checked.
#[derive(Debug)]
pub struct Files {
    files: Vec<File>,
    /// What could not even be read.
    unread: Vec<(PathBuf, Diagnostic)>,
}

#[derive(Debug)]
struct File {
    name: String,
    /// Its whole path.
    path: PathBuf,
    place: Place,
    text: String,
}

/// What the path of a file says of its id.
#[derive(Debug, PartialEq, Eq)]
enum Place {
    /// It lies among the user's playbooks: its path there is its id.
    Own(String),
    /// It lies in a folder that was named: its path ends in its id.
    Folder,
    /// It was named itself and may lie anywhere.
    Alone,
}

/// Gathers the files that are named, and those in the folders that are named. `own` is the folder of the user's playbooks.
///
/// # Errors
/// The path of a file or folder that is not there or cannot be read.
pub fn gather(paths: &[PathBuf], own: Option<&Path>) -> Result<Files, (PathBuf, io::Error)> {
    let own = own.and_then(|folder| folder.canonicalize().ok());
    let mut files = Files {
        files: Vec::new(),
        unread: Vec::new(),
    };
    for path in paths {
        let failed = |error| (path.clone(), error);
        if fs::metadata(path).map_err(failed)?.is_dir() {
            let found = user::files(path, &|_| false).map_err(failed)?;
            let unread = found.problems.into_iter();
            files
                .unread
                .extend(unread.map(|p| (whole_path(Path::new(&p.file)), p)));
            for file in found.files {
                files.add(
                    file.name,
                    &file.path,
                    file.text,
                    Place::Folder,
                    own.as_deref(),
                );
            }
        } else {
            let name = path.display().to_string();
            match text(path, &name) {
                Ok(text) => files.add(name, path, text, Place::Alone, own.as_deref()),
                Err(problem) => files.unread.push((whole_path(path), *problem)),
            }
        }
    }
    Ok(files)
}

impl Files {
    fn add(&mut self, name: String, path: &Path, text: String, place: Place, own: Option<&Path>) {
        let path = whole_path(path);
        if self.contains(&path) {
            return;
        }
        let below = own.and_then(|own| path.strip_prefix(own).ok());
        let place = below.map_or(place, |below| Place::Own(without_ending(below)));
        self.files.push(File {
            name,
            path,
            place,
            text,
        });
    }

    /// Whether this file is one of them.
    #[must_use]
    pub fn contains(&self, path: &Path) -> bool {
        let path = whole_path(path);
        let read = self.files.iter().map(|file| &file.path);
        let unread = self.unread.iter().map(|(path, _)| path);
        read.chain(unread).any(|one| *one == path)
    }

    /// Checks the files among the playbooks of a library, where they take the place of those with their ids, and runs
    /// the examples of those that hold. `flaws` says what is wrong with the templates of a letter, in a library and filled
    /// with the facts of every example.
    #[must_use]
    pub fn check(&self, mut library: Library, flaws: &Flaws<'_>) -> Vec<Checked> {
        let mut drafts = Vec::new();
        let mut all: Vec<Checked> = Vec::new();
        for file in &self.files {
            if file.is_of_holidays() {
                let found = parse_holidays(&file.text, &file.name);
                all.push(file.checked(None, found.as_ref().err().cloned()));
                replace_holidays(&mut library, found.unwrap_or_default(), &file.name);
            } else {
                drafts.push((file, file.draft()));
            }
        }
        let ids: Vec<Option<String>> = drafts.iter().map(|(_, draft)| draft.id()).collect();
        let mut parsed = validated(drafts, &library.playbooks);
        refuse_misplaced(&mut parsed);
        refuse_twice(&mut parsed);
        refit(&mut parsed, &mut library);
        let mut waiting = refuse_among_others(&mut parsed, &library);
        // What refines one that does not hold would be read with another base, or with none.
        let broken = |id: &str| {
            let holds = |(_, parsed): &OneParsed<'_>| {
                parsed.as_ref().is_ok_and(|whole| whole.playbook.id == id)
            };
            ids.iter().flatten().any(|one| one == id) && !parsed.iter().any(holds)
        };
        let whole = || parsed.iter().filter_map(|(_, parsed)| parsed.as_ref().ok());
        let based = |p: &&Parsed| p.playbook.refines.as_deref().is_some_and(broken);
        let without_base: BTreeSet<String> = whole()
            .filter(based)
            .map(|p| p.playbook.id.clone())
            .collect();
        // What does not hold could lead around in a circle: examples run without it.
        for (file, parsed) in &mut parsed {
            if let Ok(parsed) = parsed
                && !without_base.contains(&parsed.playbook.id)
            {
                put(&mut library.playbooks, &mut parsed.playbook, &file.name);
            }
        }
        waiting.extend(without_base);
        let whole = parsed.iter().filter_map(|(_, parsed)| parsed.as_ref().ok());
        let examples = whole.flat_map(|parsed| parsed.playbook.examples.clone());
        let examples: Vec<Example> = examples.collect();
        all.extend(parsed.into_iter().map(|(file, parsed)| match parsed {
            Err(problems) => file.checked(None, Some(problems)),
            Ok(parsed) if waiting.contains(&parsed.playbook.id) => Checked {
                waits: true,
                ..file.checked(Some(&parsed), None)
            },
            Ok(parsed) => {
                let failures = run_examples(&parsed.playbook, &library);
                let failures = failures.iter().map(|f| file.fails(f));
                let letters = parsed.playbook.letters.iter().flat_map(|letter| {
                    let flaws = flaws(letter, &library, &examples).into_iter();
                    flaws.map(|flaw| letter::found(&flaw, letter, &file.name, &file.text))
                });
                let problems = letters.chain(failures).take(MOST).collect();
                file.checked(Some(&parsed), Some(problems))
            }
        }));
        all.extend(self.unread.iter().map(|(_, problem)| Checked {
            file: problem.file.clone(),
            id: None,
            examples: 0,
            waits: false,
            problems: vec![problem.clone()],
        }));
        all.sort_by(|a, b| a.file.cmp(&b.file));
        all
    }
}

/// Says what is wrong with the templates of a letter, in a library and with some examples.
pub type Flaws<'f> = dyn Fn(&LetterTemplate, &Library, &[Example]) -> Vec<Flaw> + 'f;

type OneParsed<'f> = (&'f File, Result<Parsed, Vec<Diagnostic>>);

/// Refuses a file in a folder whose path does not end in its id.
fn refuse_misplaced(parsed: &mut [OneParsed<'_>]) {
    for (file, parsed) in parsed {
        let Ok(whole) = parsed else { continue };
        let id = &whole.playbook.id;
        let path = without_ending(&file.path);
        if file.place == Place::Folder && !path.ends_with(&format!("/{id}")) {
            let problem = file.at_id(id, "id-is-not-path").with("path", path);
            *parsed = Err(vec![problem]);
        }
    }
}

/// Refuses a playbook whose id another file of those checked has already.
fn refuse_twice(parsed: &mut [OneParsed<'_>]) {
    let mut seen = BTreeSet::new();
    for (file, parsed) in parsed {
        let Ok(whole) = parsed else { continue };
        let id = whole.playbook.id.clone();
        if !seen.insert(id.clone()) {
            *parsed = Err(vec![file.at_id(&id, "duplicate-id")]);
        }
    }
}

/// Reads again what refines a playbook in whose place one of those checked comes, and refuses that one where it does not
/// hold with it.
fn refit(parsed: &mut [OneParsed<'_>], library: &mut Library) {
    let whole = parsed.iter().filter_map(|(_, parsed)| parsed.as_ref().ok());
    let checked: BTreeSet<String> = whole.map(|p| p.playbook.id.clone()).collect();
    for (file, parsed) in parsed {
        let Ok(whole) = parsed else { continue };
        let members = refitted::<Whole>(&whole.playbook, &library.playbooks).into_iter();
        let (fits, still): (Vec<_>, Vec<_>) = members.partition(Result::is_ok);
        let still = still.into_iter().filter_map(Result::err);
        let still = still.filter(|still| !checked.contains(&still.member));
        let problems: Vec<Diagnostic> = still.map(|still| still.diagnostic(&file.name)).collect();
        if problems.is_empty() {
            for member in fits.into_iter().flatten() {
                replace(&mut library.playbooks, member);
            }
        } else {
            *parsed = Err(problems);
        }
    }
}

/// Refuses what does not hold among the others. Returns the ids of those that name what may stand in a file that does not
/// hold: that it cannot be found is no further problem.
fn refuse_among_others(parsed: &mut [OneParsed<'_>], library: &Library) -> BTreeSet<String> {
    let mut playbooks = library.playbooks.clone();
    for (file, parsed) in &mut *parsed {
        if let Ok(parsed) = parsed {
            put(&mut playbooks, &mut parsed.playbook, &file.name);
        }
    }
    let broken = parsed.iter().filter(|(_, parsed)| parsed.is_err());
    let broken: Vec<&str> = broken.map(|(file, _)| file.text.as_str()).collect();
    let index = Index::of(&playbooks);
    let mut waiting = BTreeSet::new();
    for (file, parsed) in parsed {
        let Ok(whole) = parsed else { continue };
        let all = whole.pending.len();
        whole.pending.retain(|p| {
            let quoted = format!("\"{}\"", p.wanted.where_named());
            !index.lacks(&p.wanted) || !broken.iter().any(|text| text.contains(&quoted))
        });
        if whole.pending.len() < all {
            waiting.insert(whole.playbook.id.clone());
        }
        let problems = index.problems(whole, &file.text, &file.name);
        if !problems.is_empty() {
            *parsed = Err(problems);
        }
    }
    waiting
}

impl File {
    fn is_of_holidays(&self) -> bool {
        let folder = self.path.parent().and_then(Path::file_name);
        folder.is_some_and(|name| name == "holidays")
    }

    fn draft(&self) -> Draft<'_, Whole> {
        let expected = match &self.place {
            Place::Own(id) => Some(id.as_str()),
            _ => None,
        };
        Draft::of(Cow::Borrowed(&self.text), expected, self.name.clone())
    }

    fn at_id(&self, id: &str, code: &'static str) -> Diagnostic {
        let place = find_value(&self.text, &["id"], id).unwrap_or(0..0);
        Diagnostic::at(code, &self.name, &self.text, &place).with("value", id)
    }

    /// Says what an example failed on, where it expects it.
    fn fails(&self, failure: &ExampleFailure) -> Diagnostic {
        let text = &self.text;
        let bare = failure.about.rsplit_once('#').map_or("", |(_, bare)| bare);
        let name = find_value(text, &["name"], &failure.example).unwrap_or(0..0);
        let end = text[name.end..].find("[[example]]");
        let end = end.map_or(text.len(), |at| name.end + at);
        let named = [format!("\"{bare}\""), format!("\"{}\"", failure.about)];
        let expected = named.iter().find_map(|id| {
            let at = name.end + text[name.end..end].find(id)?;
            Some(at..at + id.len())
        });
        let place = expected.unwrap_or(name);
        Diagnostic::at("example-fails", &self.name, text, &place)
            .with("name", failure.example.as_str())
            .with("why", failure.message.clone())
    }

    fn checked(&self, parsed: Option<&Parsed>, problems: Option<Vec<Diagnostic>>) -> Checked {
        let mut problems = problems.unwrap_or_default();
        problems.sort_by_key(|p| (p.line, p.column));
        problems.dedup();
        let id = match parsed {
            Some(parsed) => Some(parsed.playbook.id.clone()),
            None => self.is_of_holidays().then(|| {
                let country = self.path.file_stem().unwrap_or_default();
                format!("holidays/{}", country.to_string_lossy())
            }),
        };
        Checked {
            file: self.name.clone(),
            id,
            examples: parsed.map_or(0, |p| p.playbook.examples.len()),
            waits: false,
            problems,
        }
    }
}

/// The path of a file without links, or as near to it as can be said.
fn whole_path(path: &Path) -> PathBuf {
    path.canonicalize()
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_owned())
}

/// A path with `/`, without `.toml`.
fn without_ending(path: &Path) -> String {
    let path = path.with_extension("");
    let parts = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy());
    let path = parts.collect::<Vec<_>>().join("/");
    path.replace("//", "/")
}
