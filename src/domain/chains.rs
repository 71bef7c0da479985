//! How rules hang on one another: which of them lead back to themselves, and how long the chains of the others are.

use std::collections::BTreeMap;

use super::rule::{Rule, Start};

/// The longest chain of rules, each counted from the end of the next: far more than any law needs.
pub(crate) const LONGEST: usize = 50;

/// What the end of a rule hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chain {
    /// On itself.
    Circle,
    /// On so many rules in a row, itself included.
    Long(usize),
}

/// The rules that must be counted before a rule is: from whose ends it runs, or whose days must have been kept.
pub(crate) fn leans_on(rule: &Rule) -> impl Iterator<Item = &str> {
    let cap = rule.cap.iter().flat_map(|cap| &cap.from);
    let starts = rule.from.iter().chain(cap).filter_map(|start| match start {
        Start::Rule { rule, .. } => Some(rule.as_str()),
        _ => None,
    });
    let parts = rule.latest_of.iter().chain(&rule.earliest_of);
    starts.chain(parts.chain(&rule.kept).map(String::as_str))
}

/// Finds the chain of every rule, each rule looked at once (Tarjan's strongly connected components, without recursion).
/// `names` says which rule stands in the place of which: one that refines it.
pub(crate) fn chains<'a>(
    rules: &BTreeMap<&'a str, &'a Rule>,
    names: &BTreeMap<&str, &str>,
) -> BTreeMap<&'a str, Chain> {
    let ids: Vec<&str> = rules.keys().copied().collect();
    let places: BTreeMap<&str, usize> = ids.iter().copied().zip(0..).collect();
    let below: Vec<Vec<usize>> = rules
        .values()
        .map(|rule| {
            leans_on(rule)
                .map(|id| names.get(id).copied().unwrap_or(id))
                .filter_map(|id| places.get(id).copied())
                .collect()
        })
        .collect();
    let mut search = Search {
        found: vec![None; ids.len()],
        below: &below,
        seen: vec![None; ids.len()],
        lowest: vec![0; ids.len()],
        open: Vec::new(),
        next: 0,
    };
    for rule in 0..ids.len() {
        if search.seen[rule].is_none() {
            search.from(rule);
        }
    }
    let found = search.found.into_iter().map(|c| c.unwrap_or(Chain::Circle));
    ids.into_iter().zip(found).collect()
}

struct Search<'b> {
    below: &'b [Vec<usize>],
    /// When each rule was first come to.
    seen: Vec<Option<usize>>,
    /// The first rule that is still open and can be come to from each.
    lowest: Vec<usize>,
    /// Rules whose circle, if any, is not closed yet.
    open: Vec<usize>,
    next: usize,
    found: Vec<Option<Chain>>,
}

impl Search<'_> {
    fn from(&mut self, first: usize) {
        // Each rule with the number of those below it that were looked at.
        let mut path = vec![(first, 0)];
        self.enter(first);
        while let Some((rule, done)) = path.last_mut() {
            let rule = *rule;
            let Some(&next) = self.below[rule].get(*done) else {
                path.pop();
                self.leave(rule);
                if let Some((above, _)) = path.last() {
                    self.lowest[*above] = self.lowest[*above].min(self.lowest[rule]);
                }
                continue;
            };
            *done += 1;
            match self.seen[next] {
                None => {
                    self.enter(next);
                    path.push((next, 0));
                }
                Some(at) if self.found[next].is_none() => {
                    self.lowest[rule] = self.lowest[rule].min(at);
                }
                Some(_) => {}
            }
        }
    }

    fn enter(&mut self, rule: usize) {
        self.seen[rule] = Some(self.next);
        self.lowest[rule] = self.next;
        self.next += 1;
        self.open.push(rule);
    }

    /// Closes the rules of a circle, or the one rule that is in none.
    fn leave(&mut self, rule: usize) {
        if self.seen[rule] != Some(self.lowest[rule]) {
            return;
        }
        let alone = self.open.last() == Some(&rule) && !self.below[rule].contains(&rule);
        let lengths = self.below[rule].iter().map(|next| match self.found[*next] {
            Some(Chain::Long(length)) => length,
            _ => 0,
        });
        let chain = match alone {
            true => Chain::Long(1 + lengths.max().unwrap_or(0)),
            false => Chain::Circle,
        };
        while let Some(closed) = self.open.pop() {
            self.found[closed] = Some(chain);
            if closed == rule {
                break;
            }
        }
    }
}
