//! What only the whole library can tell: whether what one file says of the others holds.

use std::collections::{BTreeMap, BTreeSet};

use super::check::Wanted;
use super::diagnostic::Diagnostic;
use super::library::Parsed;
use crate::domain::message::Arg;
use crate::domain::playbook::{Playbook, Question, QuestionKind};
use crate::domain::rule::{Before, Rule, Start};

/// Everything that files can say of each other, by name.
#[derive(Debug)]
pub(super) struct Index<'a> {
    playbooks: &'a [Playbook],
    rules: BTreeMap<&'a str, &'a Rule>,
    routes: BTreeSet<&'a str>,
    dead_ends: BTreeSet<&'a str>,
    platforms: BTreeSet<&'a str>,
    questions: BTreeMap<&'a str, Vec<(&'a str, &'a Question)>>,
}

impl<'a> Index<'a> {
    /// Makes the index of a library.
    pub(super) fn of(playbooks: &'a [Playbook]) -> Index<'a> {
        let mut questions: BTreeMap<&str, Vec<(&str, &Question)>> = BTreeMap::new();
        for playbook in playbooks {
            for question in &playbook.questions {
                let asked = questions.entry(&question.key).or_default();
                asked.push((&playbook.id, question));
            }
        }
        Index {
            playbooks,
            rules: playbooks
                .iter()
                .flat_map(|p| &p.rules)
                .map(|r| (r.id.as_str(), r))
                .collect(),
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
        }
    }

    /// Returns what does not hold of a file among the others.
    pub(super) fn problems(&self, parsed: &Parsed, text: &str, file: &str) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for pending in &parsed.pending {
            if let Some((code, args)) = self.unmet(&pending.wanted) {
                let mut problem = Diagnostic::at(code, file, text, &pending.span);
                problem.message.args.extend(args);
                problems.push(problem);
            }
        }
        for rule in &parsed.playbook.rules {
            if self.leads_to_itself(&rule.id) {
                problems.push(at_id(&rule.id, "rule-cycle", text, file));
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

    /// What others name of a playbook and it does not have: it took the place of one that had it.
    fn still_needed(&self, id: &str, file: &str) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for other in self.playbooks.iter().filter(|p| p.id != id) {
            for named in names(other) {
                let of_it = named.split_once('#').is_some_and(|(of, _)| of == id);
                if of_it && !self.defines(named) {
                    let mut problem = Diagnostic::of_file("still-needed", file);
                    problem.message.args.extend([
                        ("value", named.into()),
                        ("playbook", other.id.as_str().into()),
                    ]);
                    problems.push(problem);
                }
            }
        }
        problems.dedup();
        problems
    }

    fn defines(&self, id: &str) -> bool {
        self.rules.contains_key(id) || self.routes.contains(id)
    }

    fn unmet(&self, wanted: &Wanted) -> Option<(&'static str, Vec<(&'static str, Arg)>)> {
        let value = |id: &str| vec![("value", Arg::from(id))];
        match wanted {
            Wanted::Rule(id) => {
                (!self.rules.contains_key(id.as_str())).then(|| ("unknown-rule", value(id)))
            }
            Wanted::Route(id) => {
                (!self.routes.contains(id.as_str())).then(|| ("unknown-route", value(id)))
            }
            Wanted::DeadEnd(id) => {
                (!self.dead_ends.contains(id.as_str())).then(|| ("unknown-dead-end", value(id)))
            }
            Wanted::Either(id) => (!self.defines(id) && !self.dead_ends.contains(id.as_str()))
                .then(|| ("unknown-rule", value(id))),
            Wanted::Platform(id) => (!self.platforms.contains(id.as_str())).then(|| {
                let valid: Vec<&str> = self.platforms.iter().copied().collect();
                let mut args = value(id);
                args.push(("valid", valid.join(", ").into()));
                ("unknown-platform", args)
            }),
            Wanted::Fact(key, value) => self.unmet_fact(key, value.as_deref()),
        }
    }

    fn unmet_fact(
        &self,
        key: &str,
        value: Option<&str>,
    ) -> Option<(&'static str, Vec<(&'static str, Arg)>)> {
        let Some(asked) = self.questions.get(key) else {
            // The key itself is wanted too, and says so.
            if value.is_some() {
                return None;
            }
            let mut valid = super::facts::condition_keys();
            let asked = self.questions.keys().copied();
            valid.extend(asked.filter(|key| super::facts::event(key).is_none()));
            valid.sort_unstable();
            valid.dedup();
            let args = vec![("key", key.into()), ("valid", valid.join(", ").into())];
            return Some(("unknown-fact", args));
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
        let valid: Vec<&str> = all.into_iter().collect();
        let args = vec![("value", value.into()), ("valid", valid.join(", ").into())];
        Some(("unknown-value", args))
    }

    /// Whether the end of a rule hangs on itself.
    fn leads_to_itself(&self, id: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![id];
        while let Some(current) = open.pop() {
            let Some(rule) = self.rules.get(current) else {
                continue;
            };
            for next in leans_on(rule) {
                if next == id {
                    return true;
                }
                if seen.insert(next) {
                    open.push(next);
                }
            }
        }
        false
    }
}

/// The rules from whose ends a rule is counted.
fn leans_on(rule: &Rule) -> impl Iterator<Item = &str> {
    let cap = rule.cap.iter().flat_map(|cap| &cap.from);
    let starts = rule.from.iter().chain(cap).filter_map(|start| match start {
        Start::Rule { rule, .. } => Some(rule.as_str()),
        _ => None,
    });
    let parts = rule.latest_of.iter().chain(&rule.earliest_of);
    starts.chain(parts.map(String::as_str))
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
    let quoted = format!("\"{bare}\"");
    let place = text.match_indices(&quoted).find(|(at, _)| {
        let before = text[..*at].trim_end_matches([' ', '=']);
        before.ends_with("id") || before.ends_with("key")
    });
    let mut problem = match place {
        Some((at, _)) => Diagnostic::at(code, file, text, &(at..at + quoted.len())),
        None => Diagnostic::of_file(code, file),
    };
    problem.message.args.push(("value", bare.into()));
    problem
}
