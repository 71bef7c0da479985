//! A playbook that refines another one: what it leaves out, whose place its rules take, and what shuts a door.

use claimctl::domain::assess::{Assessment, Warning, assess};
use claimctl::domain::playbook::{Library, Playbook};
use claimctl::playbook;

use crate::invalid::shown;

const HEAD: &str = r#"format = 1
kind = "law"
reviewed_on = 2026-11-20
title = { fr = "Essai", en = "Sample" }
source = [{ id = "text", title = "Text", article = "art. 1", checked_on = 2026-11-20, basis = "read", confidence = "high" }]
"#;

/// A base of two rules and a route, for the whole Union.
const BASE: &str = r#"id = "law/eu/sample"

[when]
country = ["eu"]

[[rule]]
id = "return-by"
kind = "act-by"
who = "consumer"
what = { fr = "Renvoyer", en = "Send back" }
length = "P14D"
from = [{ event = "delivered", which = "last" }]
roll = "yes"
source = "text"

[[rule]]
id = "pay-by"
kind = "act-by"
who = "trader"
what = { fr = "Payer", en = "Pay" }
length = "P10D"
from = [{ rule = "return-by" }]
roll = "no"
source = "text"

[[route]]
id = "send-back"
door = "seller"
title = { fr = "Renvoi", en = "Return" }
act = { fr = "Renvoyez", en = "Send it back" }
how = { fr = "Renvoyez-le.", en = "Send it back." }
rank = 9
closes = "return-by"
event = "returned"

[[dead_end]]
id = "office"
title = { fr = "Le bureau", en = "The office" }
why = { fr = "Il est fermé.", en = "It is closed." }
instead = { fr = "Renvoyez l’article", en = "Send the item back" }
routes = ["send-back"]
source = "text"

[[example]]
name = "in a country without a playbook of its own"
today = 2026-11-20
facts = { problem = "damaged", country = "PT", delivered_on = 2026-11-10 }
deadlines = [{ rule = "return-by", due_on = 2026-11-24 }, { rule = "pay-by", due_on = 2026-12-04 }]
routes = [{ route = "send-back", closes_on = 2026-11-24 }]
dead_ends = ["office"]

[[example]]
name = "look-alike: outside of the Union"
today = 2026-11-20
facts = { problem = "damaged", country = "CH", delivered_on = 2026-11-10 }
absent = ["return-by", "send-back", "office"]
"#;

/// A member state that gives thirty days and says nothing else.
const MEMBER: &str = r#"id = "law/fr/sample"
refines = "law/eu/sample"

[when]
country = ["FR"]

[[rule]]
id = "return-by"
length = "P30D"
source = "text"

[[dead_end]]
id = "office"
why = { fr = "Il n’a jamais existé ici.", en = "There never was one here." }
source = "text"

[[example]]
name = "the member's rule takes the place of the base's, also where the base counts from it"
today = 2026-11-20
facts = { problem = "damaged", delivered_on = 2026-11-01 }
deadlines = [{ rule = "return-by", due_on = 2026-12-01 }, { rule = "law/eu/sample#pay-by", due_on = 2026-12-11 }]
routes = [{ route = "law/eu/sample#send-back", closes_on = 2026-12-01 }]
dead_ends = ["office"]
absent = ["law/eu/sample#return-by", "law/eu/sample#office"]
"#;

fn added(library: &Library, text: &str) -> (Playbook, Library) {
    playbook::check(text, None, "sample.toml", library).unwrap_or_else(|p| panic!("{}", shown(&p)))
}

fn both(member: &str) -> (Playbook, Library) {
    let (library, _) = playbook::load(None).unwrap();
    let (_, library) = added(&library, &format!("{HEAD}{BASE}"));
    added(&library, &format!("{HEAD}{member}"))
}

fn of_example(playbook: &Playbook, library: &Library, at: usize) -> Assessment {
    let example = &playbook.examples[at];
    assess(&example.claim, &example.events, library, example.today)
}

#[test]
fn the_base_alone_holds_and_ends_at_the_border_of_the_union() {
    let (library, _) = playbook::load(None).unwrap();
    let (base, library) = added(&library, &format!("{HEAD}{BASE}"));
    assert_eq!(playbook::run_examples(&base, &library), []);
}

#[test]
fn a_member_state_refines_by_id_and_inherits_what_it_leaves_out() {
    let (member, library) = both(MEMBER);
    assert_eq!(playbook::run_examples(&member, &library), []);
    let rule = &member.rules[0];
    assert_eq!(rule.refines.as_deref(), Some("law/eu/sample#return-by"));
    assert_eq!(
        (rule.what.en.as_str(), rule.roll.id()),
        ("Send back", "yes")
    );
    let seen = of_example(&member, &library, 0);
    let office = seen.dead_ends.iter().find(|d| d.id.ends_with("#office"));
    let office = office.expect("the dead end of the member state is there");
    assert_eq!(office.why.en, "There never was one here.");
    assert_eq!(office.instead.en, "Send the item back");
    assert_eq!(office.routes, ["law/eu/sample#send-back"]);
}

#[test]
fn of_two_that_refine_the_same_the_later_stands_for_both() {
    let (_, library) = both(MEMBER);
    let later = MEMBER
        .replace("id = \"law/fr/sample\"", "id = \"law/fr/twin\"")
        .replace("P30D", "P40D")
        .replace(
            "country = [\"FR\"]",
            "country = [\"FR\"]\nproblem = [\"damaged\"]",
        )
        .replace("due_on = 2026-12-01", "due_on = 2026-12-11")
        .replace("due_on = 2026-12-11 }]", "due_on = 2026-12-21 }]")
        .replace("closes_on = 2026-12-01", "closes_on = 2026-12-11")
        .replace(
            "absent = [",
            "absent = [\"law/fr/sample#return-by\", \"law/fr/sample#office\", ",
        );
    let (twin, library) = added(&library, &format!("{HEAD}{later}"));
    assert_eq!(playbook::run_examples(&twin, &library), []);
    // Where the later one does not fit, the other one holds as before.
    let mut example = twin.examples[0].clone();
    example.claim.problem = Some(claimctl::domain::problem::Problem::Late);
    let seen = assess(&example.claim, &example.events, &library, example.today);
    let rules: Vec<&str> = seen.deadlines.iter().map(|d| d.rule.as_str()).collect();
    assert!(rules.contains(&"law/fr/sample#return-by"), "{rules:?}");
}

#[test]
fn what_the_base_does_not_have_must_be_said_in_full() {
    let (library, _) = playbook::load(None).unwrap();
    let (_, library) = added(&library, &format!("{HEAD}{BASE}"));
    let member = MEMBER.replace("id = \"return-by\"\nlength", "id = \"send-by\"\nlength");
    let text = format!("{HEAD}{member}");
    let problems = playbook::check(&text, None, "sample.toml", &library).unwrap_err();
    let codes: Vec<&str> = problems.iter().map(|p| p.code).collect();
    assert!(codes.contains(&"missing-key"), "{}", shown(&problems));
    assert!(
        codes.contains(&"rule-without-start"),
        "{}",
        shown(&problems)
    );
}

#[test]
fn what_refines_cannot_be_refined_and_nobody_refines_himself() {
    let (_, library) = both(MEMBER);
    for base in ["law/fr/sample", "law/fr/deeper"] {
        let text = format!("{HEAD}{MEMBER}")
            .replace("id = \"law/fr/sample\"", "id = \"law/fr/deeper\"")
            .replace(
                "refines = \"law/eu/sample\"",
                &format!("refines = \"{base}\""),
            );
        let problems = playbook::check(&text, None, "sample.toml", &library).unwrap_err();
        let codes: Vec<&str> = problems.iter().map(|p| p.code).collect();
        assert_eq!(codes, ["unknown-base"], "{base}");
    }
}

#[test]
fn a_law_younger_than_the_contract_gives_way_to_the_base_or_is_said_to_be_missing() {
    let young = MEMBER.replace(
        "length = \"P30D\"",
        "length = \"P30D\"\nin_force_from = 2026-10-01",
    );
    let older = |before: &str| {
        let own = young
            .replace("id = \"return-by\"\n", &format!("id = \"keep-by\"\nkind = \"act-by\"\nwho = \"consumer\"\nwhat = {{ fr = \"Garder\", en = \"Keep\" }}\nfrom = [{{ event = \"delivered\" }}]\n{before}"))
            .replace("{ rule = \"return-by\", due_on = 2026-12-01 }", "{ rule = \"keep-by\", due_on = 2026-12-01 }")
            .replace("due_on = 2026-12-11", "due_on = 2026-11-26")
            .replace("closes_on = 2026-12-01", "closes_on = 2026-11-16")
            .replace("absent = [\"law/eu/sample#return-by\", ", "absent = [");
        let (member, library) = both(&own);
        let mut example = member.examples[0].clone();
        let mut seen = Vec::new();
        for ordered_on in ["2026-09-30", "2026-10-01"] {
            let mut events = example.events.clone();
            events.push(claimctl::domain::event::Event::new(
                claimctl::domain::event::EventKind::Ordered,
                ordered_on.parse().unwrap(),
            ));
            example.claim.country = Some("FR".to_owned());
            let found = assess(&example.claim, &events, &library, example.today);
            let warned = found
                .warnings
                .iter()
                .any(|w| matches!(w, Warning::OlderLaw { rule, .. } if rule.ends_with("#keep-by")));
            let there = found.deadlines.iter().any(|d| d.rule.ends_with("#keep-by"));
            seen.push((there, warned));
        }
        seen
    };
    assert_eq!(older(""), [(false, true), (true, false)]);
    assert_eq!(
        older("before = \"none\"\n"),
        [(false, false), (true, false)]
    );
    assert_eq!(
        older("before = \"law/eu/sample#return-by\"\n"),
        [(false, false), (true, false)]
    );
    // Before the member's own day, the base holds.
    let (member, library) = both(&young);
    let mut example = member.examples[0].clone();
    example.events.push(claimctl::domain::event::Event::new(
        claimctl::domain::event::EventKind::Ordered,
        "2026-09-30".parse().unwrap(),
    ));
    let found = assess(&example.claim, &example.events, &library, example.today);
    let due = |id: &str| {
        let deadline = found.deadlines.iter().find(|d| d.rule == id);
        deadline.map(|d| d.due_on.to_string())
    };
    assert_eq!(due("law/fr/sample#return-by"), None);
    assert_eq!(
        due("law/eu/sample#return-by").as_deref(),
        Some("2026-11-15")
    );
    assert!(
        !found
            .warnings
            .iter()
            .any(|w| matches!(w, Warning::OlderLaw { rule, .. } if rule.ends_with("#return-by")))
    );
}

#[test]
fn a_door_shuts_after_a_day_or_when_something_was_only_said() {
    let shut = |more: &str, today: &str, events: &str| {
        let text = format!(
            "{HEAD}{}",
            BASE.replace("routes = [\"send-back\"]\n", &format!("routes = [\"send-back\"]\n{more}\n"))
                .replace("dead_ends = [\"office\"]\n", "")
                .replace("2026-11-20\nfacts = { problem = \"damaged\", country = \"PT\"", &format!("{today}\nevents = [{events}]\nfacts = {{ problem = \"damaged\", country = \"PT\""))
        );
        let (library, _) = playbook::load(None).unwrap();
        let (base, library) = added(&library, &text);
        let seen = of_example(&base, &library, 0);
        seen.dead_ends.iter().any(|d| d.id.ends_with("#office"))
    };
    // The safe day is the 24th and a Tuesday: nothing rolls.
    assert!(!shut("after = \"return-by\"", "2026-11-23", ""));
    assert!(!shut("after = \"return-by\"", "2026-11-24", ""));
    assert!(shut("after = \"return-by\"", "2026-11-25", ""));
    // What was kept in time shuts nothing.
    let returned = "{ kind = \"returned\", on = 2026-11-12 }";
    assert!(!shut("after = \"return-by\"", "2026-11-25", returned));
    let spoken = "spoken = [\"cancelled\", \"withdrawn\"]";
    let by = |kind: &str, channel: &str| {
        format!("{{ kind = \"{kind}\", on = 2026-11-12, channel = \"{channel}\" }}")
    };
    assert!(!shut(spoken, "2026-11-20", ""));
    assert!(shut(spoken, "2026-11-20", &by("cancelled", "phone")));
    assert!(shut(spoken, "2026-11-20", &by("withdrawn", "in-person")));
    assert!(!shut(spoken, "2026-11-20", &by("cancelled", "email")));
    assert!(!shut(spoken, "2026-11-20", &by("contacted", "phone")));
    let both = format!("{}, {}", by("cancelled", "phone"), by("withdrawn", "email"));
    assert!(!shut(spoken, "2026-11-20", &both));
}
