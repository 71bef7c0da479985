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

/// Rules, and which of them hang on which.
#[derive(Debug)]
pub(crate) struct Chains<'a> {
    ids: Vec<&'a str>,
    places: BTreeMap<&'a str, usize>,
    below: Vec<Vec<usize>>,
}

impl<'a> Chains<'a> {
    pub(crate) fn of(rules: impl IntoIterator<Item = (&'a str, &'a Rule)>) -> Chains<'a> {
        let rules: BTreeMap<&str, &Rule> = rules.into_iter().collect();
        let ids: Vec<&str> = rules.keys().copied().collect();
        let places: BTreeMap<&str, usize> = ids.iter().copied().zip(0..).collect();
        let place = |id| places.get(id).copied();
        let below = rules
            .values()
            .map(|rule| leans_on(rule).filter_map(place).collect())
            .collect();
        Chains { ids, places, below }
    }

    /// Returns the chain of every rule.
    pub(crate) fn all(&self) -> BTreeMap<&'a str, Chain> {
        self.among(self.ids.iter().copied(), &BTreeMap::new())
    }

    /// Returns the chains of some rules and of those that they hang on, each looked at once (Tarjan's strongly connected
    /// components, without recursion). `names` says which rule stands in the place of which: one that refines it.
    pub(crate) fn among<'r>(
        &self,
        rules: impl Iterator<Item = &'r str>,
        names: &BTreeMap<&str, &str>,
    ) -> BTreeMap<&'a str, Chain> {
        let place = |id: &str| self.places.get(id).copied();
        let named = names.iter();
        let mut search = Search {
            below: &self.below,
            instead: named
                .filter_map(|(base, id)| Some((place(base)?, place(id)?)))
                .collect(),
            seen: BTreeMap::new(),
            lowest: BTreeMap::new(),
            found: BTreeMap::new(),
            open: Vec::new(),
        };
        for rule in rules.filter_map(place) {
            if !search.seen.contains_key(&rule) {
                search.from(rule);
            }
        }
        let found = search.found.into_iter();
        found.map(|(rule, chain)| (self.ids[rule], chain)).collect()
    }
}

struct Search<'b> {
    below: &'b [Vec<usize>],
    instead: BTreeMap<usize, usize>,
    /// When each rule was first come to.
    seen: BTreeMap<usize, usize>,
    /// The first rule that is still open and can be come to from each.
    lowest: BTreeMap<usize, usize>,
    /// Rules whose circle, if any, is not closed yet.
    open: Vec<usize>,
    found: BTreeMap<usize, Chain>,
}

impl Search<'_> {
    fn next(&self, rule: usize, no: usize) -> Option<usize> {
        let next = *self.below[rule].get(no)?;
        Some(self.instead.get(&next).copied().unwrap_or(next))
    }

    fn all_below(&self, rule: usize) -> impl Iterator<Item = usize> {
        (0..self.below[rule].len()).filter_map(move |no| self.next(rule, no))
    }

    fn from(&mut self, first: usize) {
        // Each rule with the number of those below it that were looked at.
        let mut path = vec![(first, 0)];
        self.enter(first);
        while let Some((rule, done)) = path.last_mut() {
            let rule = *rule;
            let Some(next) = self.next(rule, *done) else {
                path.pop();
                let lowest = self.lowest[&rule];
                self.leave(rule);
                if let Some((above, _)) = path.last() {
                    self.lower(*above, lowest);
                }
                continue;
            };
            *done += 1;
            match self.seen.get(&next) {
                None => {
                    self.enter(next);
                    path.push((next, 0));
                }
                Some(at) if !self.found.contains_key(&next) => self.lower(rule, *at),
                Some(_) => {}
            }
        }
    }

    fn enter(&mut self, rule: usize) {
        let at = self.seen.len();
        self.seen.insert(rule, at);
        self.lowest.insert(rule, at);
        self.open.push(rule);
    }

    fn lower(&mut self, rule: usize, to: usize) {
        if let Some(lowest) = self.lowest.get_mut(&rule) {
            *lowest = to.min(*lowest);
        }
    }

    /// Closes the rules of a circle, or the one rule that is in none.
    fn leave(&mut self, rule: usize) {
        if self.seen[&rule] != self.lowest[&rule] {
            return;
        }
        let alone = self.open.last() == Some(&rule) && !self.all_below(rule).any(|r| r == rule);
        let lengths = self
            .all_below(rule)
            .map(|next| match self.found.get(&next) {
                Some(Chain::Long(length)) => *length,
                _ => 0,
            });
        let longest = lengths.max().unwrap_or(0);
        let chain = match alone {
            true => Chain::Long(1 + longest),
            false => Chain::Circle,
        };
        while let Some(closed) = self.open.pop() {
            self.found.insert(closed, chain);
            if closed == rule {
                break;
            }
        }
    }
}
