//! The user's own playbooks among the built-in ones: which of them hold, and which fall with those that do not.

use std::collections::{BTreeMap, BTreeSet};

use super::cross::Index;
use super::diagnostic::Diagnostic;
use super::draft::{Draft, Examples, Parsed, validated};
use super::library::{put, replace};
use super::refit::{StillRefined, refitted};
use super::user::UserFile;
use crate::domain::playbook::Playbook;

/// A file of the user's that holds by itself.
struct Own<'f> {
    file: &'f UserFile,
    parsed: Parsed,
    /// The built-in playbooks that refine the one in whose place it comes, read again with it.
    members: Vec<Result<Playbook, StillRefined>>,
}

impl<'f> Own<'f> {
    fn of<E: Examples>(file: &'f UserFile, parsed: Parsed, built_in: &[Playbook]) -> Own<'f> {
        let members = refitted::<E>(&parsed.playbook, built_in);
        Own {
            file,
            parsed,
            members,
        }
    }

    fn id(&self) -> &str {
        &self.parsed.playbook.id
    }

    /// Those of its members that hold with it.
    fn fitting(&self) -> impl Iterator<Item = &Playbook> {
        self.members
            .iter()
            .filter_map(|member| member.as_ref().ok())
    }

    fn keys(&self) -> impl Iterator<Item = &str> {
        self.parsed
            .playbook
            .questions
            .iter()
            .map(|q| q.key.as_str())
    }

    /// What does not hold of it among the others. `own` are the ids of the user's.
    fn problems(&self, index: &Index<'_>, own: &BTreeSet<String>) -> Vec<Diagnostic> {
        let (text, name) = (&self.file.text, &self.file.name);
        let mut problems = index.problems(&self.parsed, text, name);
        let still = self
            .members
            .iter()
            .filter_map(|member| member.as_ref().err());
        let still = still.filter(|still| !own.contains(&still.member));
        problems.extend(still.map(|still| still.diagnostic(name)));
        problems
    }
}

/// Adds to the built-in playbooks those of the user's that hold among each other, and reports the others.
pub(super) fn add<'f, E: Examples>(
    playbooks: &mut Vec<Playbook>,
    drafts: Vec<(&'f UserFile, Draft<'f, E>)>,
    problems: &mut Vec<Diagnostic>,
) {
    let built_in = std::mem::take(playbooks);
    let mut own: Vec<Own<'f>> = Vec::new();
    for (file, parsed) in validated(drafts, &built_in) {
        match parsed {
            Ok(parsed) => own.push(Own::of::<E>(file, parsed, &built_in)),
            Err(found) => problems.extend(found),
        }
    }
    let mut fallen = Vec::new();
    // Leaving one file out can take away what another one leans on, so this goes on until all that is left holds.
    loop {
        let followers = followers::<E>(&mut own, fallen, &built_in, problems);
        let ids: BTreeSet<String> = own.iter().map(|one| one.id().to_owned()).collect();
        let index = Index::of(among(&built_in, &own).into_values());
        let judge = |one: &Own<'_>| one.problems(&index, &ids);
        let said_of_own: Vec<_> = own.iter().map(judge).collect();
        let said_of_followers: Vec<_> = followers.iter().map(judge).collect();
        let (kept, out) = parted(own, said_of_own, problems);
        let (back, _) = parted(followers, said_of_followers, problems);
        let done = out.is_empty() && back.is_empty();
        (own, fallen) = (kept, out);
        own.extend(back);
        if done {
            break;
        }
    }
    *playbooks = built_in;
    for member in own.iter().flat_map(Own::fitting) {
        replace(playbooks, member.clone());
    }
    for one in &mut own {
        put(playbooks, &mut one.parsed.playbook, &one.file.name);
    }
}

/// The library as it is with some of the user's playbooks, by id.
fn among<'a>(built_in: &'a [Playbook], own: &'a [Own<'_>]) -> BTreeMap<&'a str, &'a Playbook> {
    let members = own.iter().flat_map(Own::fitting);
    let playbooks = own.iter().map(|one| &one.parsed.playbook);
    let all = built_in.iter().chain(members).chain(playbooks);
    all.map(|p| (p.id.as_str(), p)).collect()
}

/// Takes out those that name what only fallen ones had, and what follows from it: one look at each, however long the row.
/// Those that refine a fallen one are read again with the built-in one in whose place it came, or fall for good.
fn followers<'f, E: Examples>(
    own: &mut Vec<Own<'f>>,
    fallen: Vec<Own<'f>>,
    built_in: &[Playbook],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Own<'f>> {
    let ids: BTreeSet<&str> = built_in.iter().map(|p| p.id.as_str()).collect();
    let questions = built_in.iter().flat_map(|p| &p.questions);
    let asked_anyway: BTreeSet<&str> = questions.map(|q| q.key.as_str()).collect();
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut refining: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, one) in own.iter().enumerate() {
        for key in one.keys() {
            *asked.entry(key.to_owned()).or_default() += 1;
        }
        for pending in &one.parsed.pending {
            let name = pending.wanted.where_named();
            named.entry(name).or_default().push(at);
        }
        if let Some(base) = &one.parsed.playbook.refines {
            refining.entry(base.clone()).or_default().push(at);
        }
    }
    let mut fate = vec![Fate::Stays; own.len()];
    let about = |one: &Own<'_>| {
        let keys = one.keys().map(str::to_owned).collect::<Vec<_>>();
        (one.id().to_owned(), keys)
    };
    let mut falling: Vec<(String, Vec<String>)> = fallen.iter().map(about).collect();
    while let Some((id, keys)) = falling.pop() {
        let mut gone: Vec<&str> = Vec::new();
        if !ids.contains(id.as_str()) {
            gone.push(&id);
        }
        let left = |key: &&String| {
            !asked_anyway.contains(key.as_str()) && asked.get(*key).is_none_or(|n| *n == 0)
        };
        gone.extend(keys.iter().filter(left).map(String::as_str));
        let naming = gone
            .into_iter()
            .filter_map(|name| named.get(name))
            .flatten();
        let mut next: Vec<(usize, Fate)> = naming.map(|at| (*at, Fate::Follows)).collect();
        for at in refining.get(&id).into_iter().flatten() {
            match own[*at].file.draft::<E>().validated(built_in.iter()) {
                Ok(parsed) => own[*at] = Own::of::<E>(own[*at].file, parsed, built_in),
                Err(found) if fate[*at] != Fate::Falls => {
                    problems.extend(found);
                    next.push((*at, Fate::Falls));
                }
                Err(_) => {}
            }
        }
        for (at, what) in next {
            if fate[at] == Fate::Stays {
                falling.push(about(&own[at]));
                for key in own[at].keys() {
                    if let Some(count) = asked.get_mut(key) {
                        *count -= 1;
                    }
                }
            }
            fate[at] = fate[at].max(what);
        }
    }
    let mut fates = fate.into_iter();
    let (mut stays, mut follows) = (Vec::new(), Vec::new());
    for one in std::mem::take(own) {
        match fates.next() {
            Some(Fate::Falls) => {}
            Some(Fate::Follows) => follows.push(one),
            _ => stays.push(one),
        }
    }
    *own = stays;
    follows
}

/// What becomes of a playbook when others fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Stays,
    /// It names what nobody has any more.
    Follows,
    /// It does not hold by itself any more.
    Falls,
}

/// Parts those of which nothing is said from the others, and reports what is said.
fn parted<'f>(
    all: Vec<Own<'f>>,
    said: Vec<Vec<Diagnostic>>,
    problems: &mut Vec<Diagnostic>,
) -> (Vec<Own<'f>>, Vec<Own<'f>>) {
    let (mut kept, mut out) = (Vec::new(), Vec::new());
    for (one, said) in all.into_iter().zip(said) {
        match said.is_empty() {
            true => kept.push(one),
            false => out.push(one),
        }
        problems.extend(said);
    }
    (kept, out)
}
