//! What is said of the sources of the dates that still matter.

use super::bench::{Bench, event, route, rule, source, wait};
use crate::domain::assess::Warning;
use crate::domain::event::EventKind;
use crate::domain::source::{Basis, Confidence, Nature, Source};

/// A deadline of 14 days, and a route that opens after ten, both from the order and with this source.
fn said(source: Source, alternative: bool, today: &str) -> Vec<Warning> {
    let mut late = route("late", 30, EventKind::DisputeOpened);
    late.opens = Some(super::bench::full("ten"));
    late.alternative = alternative;
    let mut bench = Bench::new(
        vec![
            rule("fourteen", "P14D", EventKind::Ordered),
            wait("ten", "P10D", EventKind::Ordered),
        ],
        vec![late],
        vec![event(1, EventKind::Ordered, "2026-11-01")],
    );
    bench.library.playbooks[0].sources = vec![source];
    bench.on(today).warnings
}

fn ids(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| super::bench::full(name)).collect()
}

#[test]
fn what_was_read_lately_and_is_law_needs_no_word() {
    assert_eq!(said(source(), false, "2026-11-05"), []);
}

#[test]
fn what_is_known_indirectly_is_named_once_with_the_waits_that_are_not_over() {
    let indirect = || Source {
        basis: Basis::Secondary,
        ..source()
    };
    let rules = |names: &[&str]| [Warning::IndirectSource { rules: ids(names) }];
    assert_eq!(
        said(indirect(), false, "2026-11-05"),
        rules(&["fourteen", "ten"])
    );
    // The wait is over; or the route is not what the problem calls for; or the deadline has passed.
    assert_eq!(said(indirect(), false, "2026-11-12"), rules(&["fourteen"]));
    assert_eq!(said(indirect(), true, "2026-11-05"), rules(&["fourteen"]));
    assert_eq!(said(indirect(), false, "2026-11-16"), []);
}

#[test]
fn what_is_weak_or_old_is_said_of_each() {
    let weak = said(
        Source {
            basis: Basis::Memory,
            ..source()
        },
        false,
        "2026-11-05",
    );
    let each = ids(&["fourteen", "ten"]);
    let expected = each
        .iter()
        .map(|rule| Warning::WeakSource { rule: rule.clone() });
    assert_eq!(weak, expected.collect::<Vec<_>>());
    let low = Source {
        confidence: Confidence::Low,
        ..source()
    };
    assert_eq!(said(low, true, "2026-11-05").len(), 1);
    let old = Source {
        basis: Basis::Secondary,
        checked_on: "2025-11-04".parse().unwrap(),
        ..source()
    };
    let old = said(old, true, "2026-11-05");
    assert!(
        matches!(old.as_slice(), [Warning::StaleSource { .. }]),
        "{old:?}"
    );
}

#[test]
fn a_promise_is_called_one_once_for_its_playbook() {
    let of = |nature| said(Source { nature, ..source() }, false, "2026-11-05");
    let it = || vec!["law/test".to_owned()];
    let (policies, schemes) = (it(), Vec::new());
    assert_eq!(
        of(Nature::Policy),
        [Warning::Changeable { policies, schemes }]
    );
    let (policies, schemes) = (Vec::new(), it());
    assert_eq!(
        of(Nature::Scheme),
        [Warning::Changeable { policies, schemes }]
    );
    let advice = Source {
        nature: Nature::Advice,
        ..source()
    };
    assert_eq!(said(advice, false, "2026-11-05"), []);
}
