//! Every rule, route and dead end of the built-in playbooks is reached by an example that would fail without it.
//!
//! A deadline is reached when an example fixes its day; a right, a route or a dead end when one names it. A waiting time
//! shows nothing of its own: it is reached when an example fails once it is made longer or shorter. One of no length is a
//! gate: it says that something must have happened, so it is reached when an example fails once it never happens.

use std::collections::{BTreeMap, BTreeSet};

use claimctl::domain::calendar::period::{Period, Unit};
use claimctl::domain::playbook::{Example, Library, Playbook};
use claimctl::domain::rule::{Length, Rule, RuleKind, Start};
use claimctl::playbook;

#[test]
fn everything_is_reached_by_an_example() {
    let (library, problems) = playbook::load_with_examples(None).unwrap();
    assert_eq!(problems, []);
    let unreached = unreached(library);
    let missing: Vec<&str> = unreached.iter().map(String::as_str).collect();
    assert!(
        missing.is_empty(),
        "\n{} are reached by no example:\n{}",
        missing.len(),
        by_playbook(&missing)
    );
}

/// Ids under their playbooks.
fn by_playbook(ids: &[&str]) -> String {
    let mut text = String::new();
    let mut last = "";
    for id in ids {
        let playbook = id.split('#').next().unwrap();
        if playbook != last {
            text += &format!("    // {playbook}\n");
            last = playbook;
        }
        text += &format!("    \"{id}\",\n");
    }
    text
}

/// The ids that no example reaches.
fn unreached(mut library: Library) -> BTreeSet<String> {
    let examples: Vec<Example> = library
        .playbooks
        .iter_mut()
        .flat_map(|p| std::mem::take(&mut p.examples))
        .collect();
    let fixed: BTreeSet<&str> = examples
        .iter()
        .flat_map(|e| &e.deadlines)
        .filter(|d| d.due_on.is_some())
        .map(|d| d.rule.as_str())
        .collect();
    let named: BTreeSet<&str> = examples.iter().flat_map(names).collect();
    let waits = unreached_waits(&mut library, &examples);
    let mut unreached = BTreeSet::new();
    for playbook in &library.playbooks {
        let rules = playbook.rules.iter().filter(|rule| match rule.kind {
            RuleKind::ActBy => !fixed.contains(rule.id.as_str()),
            RuleKind::Right => !named.contains(rule.id.as_str()),
            RuleKind::NotBefore => waits.contains(&rule.id),
        });
        let others = (playbook.routes.iter().map(|r| &r.id))
            .chain(playbook.dead_ends.iter().map(|d| &d.id))
            .filter(|id| !named.contains(id.as_str()));
        unreached.extend(rules.map(|r| &r.id).chain(others).cloned());
    }
    unreached
}

/// What an example says must come out.
fn names(example: &Example) -> impl Iterator<Item = &str> {
    let deadlines = example.deadlines.iter().map(|d| d.rule.as_str());
    let routes = example.routes.iter().map(|r| r.route.as_str());
    let dead_ends = example.dead_ends.iter().map(String::as_str);
    deadlines.chain(routes).chain(dead_ends)
}

/// The waiting times that can be changed without any example noticing.
fn unreached_waits(library: &mut Library, examples: &[Example]) -> BTreeSet<String> {
    let original = library.clone();
    let leaning = leaning(&original);
    let mut unreached = BTreeSet::new();
    for at in 0..library.playbooks.len() {
        for no in 0..library.playbooks[at].rules.len() {
            let rule = library.playbooks[at].rules[no].clone();
            if rule.kind != RuleKind::NotBefore {
                continue;
            }
            let concerned: Vec<&Example> = examples
                .iter()
                .filter(|e| names(e).any(|id| leaning[id].contains(rule.id.as_str())))
                .collect();
            let noticed = changed(&rule).into_iter().any(|changed| {
                library.playbooks[at].rules[no] = changed;
                concerned.iter().any(|example| fails(example, library))
            });
            library.playbooks[at].rules[no] = rule.clone();
            if !noticed {
                unreached.insert(rule.id);
            }
        }
    }
    unreached
}

fn fails(example: &Example, library: &Library) -> bool {
    let only = Playbook {
        examples: vec![example.clone()],
        ..library.playbooks[0].clone()
    };
    !playbook::run_examples(&only, library).is_empty()
}

/// The rule with another end: longer, and shorter; a gate also closed for good.
fn changed(rule: &Rule) -> Vec<Rule> {
    let by = |days: i32| {
        let mut rule = rule.clone();
        let length = match &rule.length {
            Length::Fixed(period) => *period,
            // One that is made of others, or the contract's notice: so many days in their place.
            Length::None | Length::NoticePeriod { .. } => Period::days(0),
        };
        let others = std::mem::take(&mut rule.latest_of);
        let others = others
            .into_iter()
            .chain(std::mem::take(&mut rule.earliest_of));
        rule.from
            .extend(others.map(|rule| Start::Rule { rule, plus: None }));
        let days = if length.unit == Unit::Hours {
            days * 24
        } else {
            days
        };
        rule.length = Length::Fixed(Period {
            count: length.count + days,
            ..length
        });
        rule
    };
    let never = Rule {
        from: vec![Start::Rule {
            rule: "nobody#never".to_owned(),
            plus: None,
        }],
        ..rule.clone()
    };
    let is_gate = matches!(rule.length, Length::Fixed(period) if period.count == 0);
    let closed = is_gate.then_some(never);
    [by(37), by(-37)].into_iter().chain(closed).collect()
}

/// For each rule, route and dead end: the rules that its days can hang on, near or far.
fn leaning(library: &Library) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut below: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for playbook in &library.playbooks {
        for rule in &playbook.rules {
            let cap = rule.cap.iter().flat_map(|cap| &cap.from);
            let starts = rule.from.iter().chain(cap).filter_map(|start| match start {
                Start::Rule { rule, .. } => Some(rule.as_str()),
                _ => None,
            });
            let parts = rule.latest_of.iter().chain(&rule.earliest_of);
            let all = starts.chain(parts.map(String::as_str));
            below.entry(&rule.id).or_default().extend(all);
            // What stands in the place of a rule is counted where that is named.
            if let Some(base) = &rule.refines {
                below.entry(base).or_default().insert(&rule.id);
            }
        }
        for route in &playbook.routes {
            let windows = route.opens.iter().chain(&route.closes);
            let entry = below.entry(&route.id).or_default();
            entry.extend(windows.map(String::as_str));
        }
        for dead_end in &playbook.dead_ends {
            let entry = below.entry(&dead_end.id).or_default();
            entry.extend(dead_end.after.as_deref());
        }
    }
    below.keys().map(|id| (*id, far(id, &below))).collect()
}

fn far<'a>(id: &'a str, below: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut open = vec![id];
    while let Some(next) = open.pop() {
        for more in below.get(next).into_iter().flatten() {
            if seen.insert(*more) {
                open.push(more);
            }
        }
    }
    seen
}
