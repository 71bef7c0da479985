//! What only the whole library can tell: whether what one file says of the others holds.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use super::check::Wanted;
use super::diagnostic::{Diagnostic, MOST, find_value};
use super::draft::Parsed;
use crate::domain::chains::{Chain, Chains, LONGEST, leans_on};
use crate::domain::message::Arg;
use crate::domain::playbook::{Playbook, Question, QuestionKind};
use crate::domain::rule::{Before, Rule};

/// Everything that files can say of each other, by name.
#[derive(Debug)]
pub(super) struct Index<'a> {
    /// Those that refine another one, by its id and by their own.
    refining: BTreeMap<&'a str, Vec<&'a Playbook>>,
    /// How many more names are compared with those that there are.
    guesses: Cell<usize>,
    rules: BTreeMap<&'a str, &'a Rule>,
    hanging: Chains<'a>,
    chains: BTreeMap<&'a str, Chain>,
    routes: BTreeSet<&'a str>,
    dead_ends: BTreeSet<&'a str>,
    platforms: BTreeSet<&'a str>,
    questions: BTreeMap<&'a str, Vec<(&'a str, &'a Question)>>,
    /// What is named of each playbook, and by which.
    named: BTreeMap<&'a str, Vec<(&'a str, &'a str)>>,
}

impl<'a> Index<'a> {
    /// Makes the index of a library.
    pub(super) fn of(playbooks: impl IntoIterator<Item = &'a Playbook>) -> Index<'a> {
        let playbooks: Vec<&Playbook> = playbooks.into_iter().collect();
        let mut refining: BTreeMap<&str, Vec<&Playbook>> = BTreeMap::new();
        for playbook in &playbooks {
            if let Some(base) = &playbook.refines {
                refining.entry(base).or_default().push(playbook);
                refining.entry(&playbook.id).or_default().push(playbook);
            }
        }
        let mut questions: BTreeMap<&str, Vec<(&str, &Question)>> = BTreeMap::new();
        for playbook in &playbooks {
            for question in &playbook.questions {
                let asked = questions.entry(&question.key).or_default();
                asked.push((&playbook.id, question));
            }
        }
        let rules: BTreeMap<&str, &Rule> = playbooks
            .iter()
            .flat_map(|p| &p.rules)
            .map(|r| (r.id.as_str(), r))
            .collect();
        let mut named: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
        for playbook in &playbooks {
            for name in names(playbook) {
                if let Some((of, _)) = name.split_once('#') {
                    named.entry(of).or_default().push((name, &playbook.id));
                }
            }
        }
        let hanging = Chains::of(rules.iter().map(|(id, rule)| (*id, *rule)));
        Index {
            refining,
            guesses: Cell::new(MOST),
            chains: hanging.all(),
            hanging,
            rules,
            routes: playbooks
                .iter()
                .flat_map(|p| &p.routes)
                .map(|r| r.id.as_str())
                .collect(),
            dead_ends: playbooks
                .iter()
                .flat_map(|p| &p.dead_ends)
                .map(|d| d.id.as_str())
                .collect(),
            platforms: playbooks
                .iter()
                .filter_map(|p| p.id.strip_prefix("platform/"))
                .collect(),
            questions,
            named,
        }
    }

    /// Returns what does not hold of a file among the others.
    pub(super) fn problems(&self, parsed: &Parsed, text: &str, file: &str) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for pending in &parsed.pending {
            if problems.len() >= MOST {
                break;
            }
            if let Some(unmet) = self.unmet(&pending.wanted) {
                let mut problem = Diagnostic::at(unmet.code, file, text, &pending.span);
                problem.message.args.extend(unmet.args);
                // Of a thousand names that are not there, nobody reads which were meant.
                let left = self.guesses.get();
                self.guesses.set(left.saturating_sub(1));
                let known = if left > 0 { unmet.names } else { Vec::new() };
                problems.push(problem.near(pending.wanted.name(), known));
            }
        }
        let refined = self.refined_chains(&parsed.playbook);
        for rule in &parsed.playbook.rules {
            let mut found = (refined.iter().chain([&self.chains]))
                .filter_map(|chains| chains.get(rule.id.as_str()));
            let code = found.find_map(|chain| match chain {
                Chain::Circle => Some("rule-cycle"),
                // Those that hang on this one are no further problem.
                Chain::Long(length) if *length == LONGEST + 1 => Some("rule-chain-too-long"),
                Chain::Long(_) => None,
            });
            if let (Some(code), true) = (code, problems.len() < MOST) {
                problems.push(at_id(&rule.id, code, text, file));
            }
        }
        for question in &parsed.playbook.questions {
            let others = self.questions.get(question.key.as_str());
            let clash = others
                .into_iter()
                .flatten()
                .find(|(_, other)| !same_answers(question, other));
            if let Some((playbook, _)) = clash {
                let mut problem = at_id(&question.key, "question-clash", text, file);
                problem.message.args.push(("playbook", (*playbook).into()));
                problems.push(problem);
            }
        }
        problems.extend(self.still_needed(&parsed.playbook.id, file));
        problems
    }

    /// The chains of the rules where a playbook refines another, or is refined, with the names put right as they are for a
    /// claim.
    fn refined_chains(&self, playbook: &Playbook) -> Vec<BTreeMap<&'a str, Chain>> {
        let refining = self.refining.get(playbook.id.as_str());
        refining
            .into_iter()
            .flatten()
            .map(|p| {
                let names = p.rules.iter().filter_map(|rule| {
                    let base = rule.refines.as_deref()?;
                    Some((base, rule.id.as_str()))
                });
                let rules = playbook.rules.iter().map(|rule| rule.id.as_str());
                self.hanging.among(rules, &names.collect())
            })
            .collect()
    }

    /// What others name of a playbook and it does not have: it took the place of one that had it.
    fn still_needed(&self, id: &str, file: &str) -> Vec<Diagnostic> {
        let named = self.named.get(id).into_iter().flatten();
        let missing = named.filter(|(name, by)| {
            *by != id && !self.rules.contains_key(name) && !self.routes.contains(name)
        });
        let mut problems: Vec<Diagnostic> = missing
            .map(|(name, by)| {
                Diagnostic::of_file("still-needed", file)
                    .with("value", *name)
                    .with("playbook", *by)
            })
            .collect();
        problems.dedup();
        problems
    }

    /// Whether the library does not have what is wanted.
    pub(super) fn lacks(&self, wanted: &Wanted) -> bool {
        self.unmet(wanted).is_some()
    }

    fn unmet(&self, wanted: &Wanted) -> Option<Unmet<'a>> {
        let is_rule = |id: &str| self.rules.contains_key(id);
        let is_route = |id: &str| self.routes.contains(id);
        let is_dead_end = |id: &str| self.dead_ends.contains(id);
        let rules = || self.rules.keys().copied();
        let routes = || self.routes.iter().copied();
        let dead_ends = || self.dead_ends.iter().copied();
        let unknown = |code, names: Vec<&'a str>| {
            let args = vec![("value", Arg::from(wanted.name()))];
            Some(Unmet { code, args, names })
        };
        match wanted {
            Wanted::Rule(id) if !is_rule(id) => unknown("unknown-rule", rules().collect()),
            Wanted::Route(id) if !is_route(id) => unknown("unknown-route", routes().collect()),
            Wanted::DeadEnd(id) if !is_dead_end(id) => {
                unknown("unknown-dead-end", dead_ends().collect())
            }
            Wanted::Either(id) if !is_rule(id) && !is_route(id) && !is_dead_end(id) => {
                let all = rules().chain(routes()).chain(dead_ends());
                unknown("unknown-rule", all.collect())
            }
            Wanted::Platform(id) if !self.platforms.contains(id.as_str()) => {
                let valid: Vec<&str> = self.platforms.iter().copied().collect();
                let listed = valid.join(", ").into();
                unknown("unknown-platform", valid).map(|mut unmet| {
                    unmet.args.push(("valid", listed));
                    unmet
                })
            }
            Wanted::Fact(key, value) => self.unmet_fact(key, value.as_deref()),
            _ => None,
        }
    }

    fn unmet_fact(&self, key: &str, value: Option<&str>) -> Option<Unmet<'a>> {
        let Some(asked) = self.questions.get(key) else {
            // The key itself is wanted too, and says so.
            if value.is_some() {
                return None;
            }
            let mut names = super::facts::condition_keys();
            let asked = self.questions.keys().copied();
            names.extend(asked.filter(|key| super::facts::event(key).is_none()));
            names.sort_unstable();
            names.dedup();
            let args = vec![("key", key.into()), ("valid", names.join(", ").into())];
            return Some(Unmet {
                code: "unknown-fact",
                args,
                names,
            });
        };
        let value = value?;
        let all: BTreeSet<&str> = asked.iter().flat_map(|(_, q)| answers(q)).collect();
        let known = match value.strip_suffix('*') {
            Some(start) => all.iter().any(|v| v.starts_with(start)),
            None => all.contains(value),
        };
        if known || all.is_empty() {
            return None;
        }
        let names: Vec<&str> = all.into_iter().collect();
        let args = vec![("value", value.into()), ("valid", names.join(", ").into())];
        Some(Unmet {
            code: "unknown-value",
            args,
            names,
        })
    }
}

/// Something that a file wants and the library does not have, and what there is of the kind.
struct Unmet<'a> {
    code: &'static str,
    args: Vec<(&'static str, Arg)>,
    names: Vec<&'a str>,
}

/// The rules and routes that a playbook names, its own and others'.
fn names(playbook: &Playbook) -> impl Iterator<Item = &str> {
    let routes = playbook.routes.iter().flat_map(|route| {
        let windows = route.opens.iter().chain(&route.closes);
        windows.chain(&route.excludes).map(String::as_str)
    });
    let surcharges = playbook.surcharges.iter().map(|s| s.after.as_str());
    let dead_ends = playbook.dead_ends.iter().flat_map(|dead_end| {
        let named = dead_end.routes.iter().chain(&dead_end.after);
        named.map(String::as_str)
    });
    let rules = playbook.rules.iter().flat_map(|rule| {
        let before = match &rule.before {
            Some(Before::Rule(id)) => Some(id.as_str()),
            _ => None,
        };
        leans_on(rule).chain(before)
    });
    rules.chain(routes).chain(surcharges).chain(dead_ends)
}

fn answers(question: &Question) -> Vec<&str> {
    match question.kind {
        QuestionKind::YesNo => vec!["yes", "no"],
        _ => question.options.iter().map(|o| o.value.as_str()).collect(),
    }
}

fn same_answers(one: &Question, other: &Question) -> bool {
    one.kind == other.kind && answers(one) == answers(other)
}

/// Makes a diagnostic at the place where a rule or a question gets its name.
fn at_id(id: &str, code: &'static str, text: &str, file: &str) -> Diagnostic {
    let bare = id.rsplit_once('#').map_or(id, |(_, bare)| bare);
    let place = find_value(text, &["id", "key"], bare);
    let problem = match place {
        Some(place) => Diagnostic::at(code, file, text, &place),
        None => Diagnostic::of_file(code, file),
    };
    problem.with("value", bare)
}
