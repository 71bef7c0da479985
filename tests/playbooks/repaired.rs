//! What follows a repair: nothing while it works; the money, where it is wanted, once it has failed.

use claimctl::domain::assess::{Action, assess};
use claimctl::domain::event::EventKind;
use claimctl::domain::playbook::{Example, Library};
use claimctl::domain::problem::{Outcome, Remedy};
use claimctl::playbook;

/// The examples of a playbook whose names have this in them.
fn examples(id: &str, part: &str) -> (Library, Vec<Example>) {
    let (library, _) = playbook::load_with_examples(None).unwrap();
    let playbook = library.playbooks.iter().find(|p| p.id == id).unwrap();
    let named = playbook.examples.iter().filter(|e| e.name.contains(part));
    let found: Vec<Example> = named.cloned().collect();
    assert!(!found.is_empty(), "{id}: {part}");
    (library, found)
}

#[test]
fn a_repair_that_failed_leads_to_the_money_and_to_no_second_formal_notice() {
    for (id, name, route) in [
        (
            "law/eu/conformity",
            "it fails again",
            "law/eu/conformity#terminate-after-repair",
        ),
        (
            "law/fr/conformity",
            "it fails again",
            "law/eu/conformity#terminate-after-repair",
        ),
        (
            "law/gb/conformity",
            "still faulty: seven days",
            "law/gb/conformity#reject-after-repair",
        ),
        (
            "law/gb/conformity",
            "still faulty: the day after",
            "law/gb/conformity#final-rejection-after-repair",
        ),
    ] {
        let (library, examples) = examples(id, name);
        for example in examples {
            for wanted in [Remedy::Refund, Remedy::PriceReduction] {
                let mut claim = example.claim.clone();
                claim.wanted = Some(wanted);
                let next = assess(&claim, &example.events, &library, example.today).next;
                let Action::TakeRoute { route: taken, .. } = &next.action else {
                    panic!("{id}: {wanted}: {next:?}");
                };
                assert_eq!(taken, route, "{id}: {wanted}");
            }
        }
    }
}

#[test]
fn a_repair_that_works_leads_nowhere() {
    for id in [
        "law/eu/conformity",
        "law/fr/conformity",
        "law/gb/conformity",
    ] {
        let (library, examples) = examples(id, "it works until");
        for example in examples {
            let seen = assess(&example.claim, &example.events, &library, example.today);
            let outcome = Outcome::Repaired;
            assert_eq!(seen.next.action, Action::Close { outcome }, "{id}");
            let open = seen
                .routes
                .iter()
                .any(|r| r.event == EventKind::Terminated && r.state.id() == "open");
            assert!(!open, "{id}");
        }
    }
}
