//! What a letter cites as law was read, and is law.

use claimctl::domain::assess::assess;
use claimctl::domain::claim::Term;
use claimctl::domain::event::{Channel, Event, EventKind};
use claimctl::domain::language::Language;
use claimctl::domain::letter::LetterKind;
use claimctl::domain::playbook::Library;
use claimctl::domain::problem::{Problem, Remedy};
use claimctl::domain::source::{Basis, Nature, Source};
use claimctl::letters::{self, Facts};

use crate::desk::{LIBRARY, TODAY, claim, day, event, ordered, term};

/// The formal notice for a refund that is late since the contract was ended, with sources that were changed.
fn formal_notice(change: fn(&mut Source)) -> String {
    let mut library: Library = LIBRARY.clone();
    let sources = library.playbooks.iter_mut().flat_map(|p| &mut p.sources);
    sources.for_each(change);
    let claim = claim(Problem::NotReceived, Remedy::Refund);
    let claim = term(claim, Term::LatestDeliveryOn, "2026-10-14");
    let events = [
        ordered(),
        Event {
            no: 2,
            channel: Some(Channel::RegisteredLetter),
            received_on: Some(day("2026-10-21")),
            ..event(EventKind::Terminated, "2026-10-20")
        },
    ];
    let template = letters::choose(LetterKind::FormalNotice, &claim, &library).unwrap();
    let assessment = assess(&claim, &events, &library, day(TODAY));
    let facts = Facts {
        claim: &claim,
        events: &events,
        assessment: &assessment,
        library: &library,
        today: day(TODAY),
        language: Language::English,
        answer_by: None,
        consumer: &claimctl::domain::party::Consumer::default(),
        limit: None,
    };
    letters::render(template, &facts).expect("filled").body
}

#[test]
fn what_was_read_is_cited() {
    let letter = formal_notice(|_| {});
    assert!(
        letter.contains("Because of the delay, this sum is increased by"),
        "{letter}"
    );
    assert!(letter.contains("L241-4"), "{letter}");
}

#[test]
fn what_was_not_read_or_is_no_law_is_not_cited() {
    let changes: [fn(&mut Source); 4] = [
        |source| source.basis = Basis::Memory,
        |source| source.basis = Basis::Secondary,
        |source| source.nature = Nature::Policy,
        |source| source.nature = Nature::Advice,
    ];
    for change in changes {
        let letter = formal_notice(change);
        assert!(!letter.contains("L241-4"), "{letter}");
    }
}
