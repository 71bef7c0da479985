//! Every example of every playbook holds; and one that does not is caught.

use claimctl::domain::language::Language;
use claimctl::domain::playbook::Library;
use claimctl::lang::Lang;
use claimctl::playbook::{self, ExampleFailure};

fn shown(failures: &[ExampleFailure]) -> String {
    let lang = Lang::new(Language::English);
    failures
        .iter()
        .map(|f| format!("{}: {}: {}\n", f.playbook, f.example, lang.say(&f.message)))
        .collect()
}

#[test]
fn every_example_of_the_built_in_playbooks_holds() {
    let (library, problems) = playbook::load_with_examples(None).unwrap();
    assert_eq!(problems, []);
    let failures: Vec<ExampleFailure> = library
        .playbooks
        .iter()
        .flat_map(|p| playbook::run_examples(p, &library))
        .collect();
    assert!(failures.is_empty(), "\n{}", shown(&failures));
}

/// A playbook with one rule of 14 days that rolls, one route and a right.
const SAMPLE: &str = r#"format = 1
id = "sector/sample"
kind = "sector"
title = { fr = "Essai", en = "Sample" }
reviewed_on = 2026-11-20

[when]
problem = ["change-of-mind"]

[[source]]
id = "terms"
title = "Terms"
checked_on = 2026-11-20
basis = "read"
confidence = "high"

[[rule]]
id = "withdraw-by"
kind = "act-by"
who = "consumer"
what = { fr = "Renoncer", en = "Withdraw" }
length = "P14D"
from = [{ event = "delivered", which = "last" }]
roll = "yes"
source = "terms"

[[rule]]
id = "no-reason"
kind = "right"
who = "consumer"
what = { fr = "Sans motif", en = "No reason needed" }
source = "terms"

[[route]]
id = "withdraw"
door = "seller"
title = { fr = "Se rétracter", en = "Withdraw" }
act = { fr = "Rétractez-vous", en = "Withdraw" }
how = { fr = "Écrivez.", en = "Write." }
rank = 5
closes = "withdraw-by"
event = "withdrawn"
"#;

fn run(examples: &str) -> String {
    let library = Library {
        holidays: playbook::load(None).unwrap().0.holidays,
        ..Library::default()
    };
    let text = format!("{SAMPLE}\n{examples}");
    let (playbook, library) = playbook::check(&text, None, "sample.toml", &library)
        .unwrap_or_else(|p| panic!("{}", crate::invalid::shown(&p)));
    shown(&playbook::run_examples(&playbook, &library))
}

#[test]
fn an_example_that_holds_says_nothing() {
    let said = run(r#"
[[example]]
name = "delivered on 7 November"
today = 2026-11-20
facts = { problem = "change-of-mind", ordered_on = 2026-11-02, delivered_on = 2026-11-07 }
deadlines = [
    { rule = "withdraw-by", due_on = 2026-11-21, legal_on = 2026-11-23, state = "open" },
    { rule = "no-reason" },
]
routes = [{ route = "withdraw", state = "closing", closes_on = 2026-11-21 }]

[[example]]
name = "defective"
today = 2026-11-20
facts = { problem = "defective", delivered_on = 2026-11-07 }
absent = ["withdraw-by", "no-reason", "withdraw"]
"#);
    assert_eq!(said, "");
}

#[test]
fn an_example_that_does_not_hold_says_what_came_out() {
    let said = run(r#"
[[example]]
name = "delivered on 7 November"
today = 2026-11-20
facts = { problem = "change-of-mind", ordered_on = 2026-11-02, delivered_on = 2026-11-07 }
deadlines = [{ rule = "withdraw-by", due_on = 2026-11-20, state = "missed" }]
routes = [{ route = "withdraw", state = "closed", closes_on = 2026-11-20 }]

[[example]]
name = "defective"
today = 2026-11-20
facts = { problem = "defective", delivered_on = 2026-11-07 }
deadlines = [{ rule = "no-reason" }]
routes = [{ route = "withdraw" }]

[[example]]
name = "the same"
today = 2026-11-20
facts = { problem = "change-of-mind", delivered_on = 2026-11-07 }
absent = ["withdraw-by", "no-reason", "withdraw"]
"#);
    let expected = "\
sector/sample: delivered on 7 November: `sector/sample#withdraw-by`: `due_on` is 2026-11-21 and should be 2026-11-20
sector/sample: delivered on 7 November: `sector/sample#withdraw-by`: `legal_on` is 2026-11-23 and should be -
sector/sample: delivered on 7 November: `sector/sample#withdraw-by`: `state` is open and should be missed
sector/sample: delivered on 7 November: `sector/sample#withdraw`: `state` is closing and should be closed
sector/sample: delivered on 7 November: `sector/sample#withdraw`: `closes_on` is 2026-11-21 and should be 2026-11-20
sector/sample: defective: `sector/sample#no-reason` does not come out
sector/sample: defective: `sector/sample#withdraw` does not come out
sector/sample: the same: `sector/sample#withdraw-by` comes out and must not
sector/sample: the same: `sector/sample#no-reason` comes out and must not
sector/sample: the same: `sector/sample#withdraw` comes out and must not
";
    assert_eq!(said, expected);
}

#[test]
fn facts_of_an_example_are_read_like_an_answers_file() {
    let text = format!(
        r#"{SAMPLE}
[[example]]
name = "everything"
today = 2026-11-20
facts = {{ problem = "change-of-mind", region = "FR-67", amount = "34.90 EUR", notice_period = "P1M", latest_delivery_on = 2026-12-01, formal_notice_sent_on = 2026-11-19, item = "lamp" }}
events = [{{ kind = "contacted", on = 2026-11-18, at = 14:30:00, received_on = 2026-11-19, channel = "email", by = 2026-12-01, about = "withdraw", amount = "5 EUR" }}]
absent = ["withdraw-by"]
"#
    );
    let playbook = playbook::parse(&text, None, "sample.toml")
        .unwrap_or_else(|p| panic!("{}", crate::invalid::shown(&p)));
    let example = &playbook.examples[0];
    let fact = |key| example.claim.fact(key);
    for (key, value) in [
        ("wanted", "refund"),
        ("country", "FR"),
        ("seller", "Example"),
        ("seller_kind", "trader"),
        ("sale", "online"),
        ("item_kind", "goods"),
        ("region", "FR-67"),
        ("amount", "34.90 EUR"),
        ("notice_period", "P1M"),
        ("latest_delivery_on", "2026-12-01"),
        ("item", "lamp"),
    ] {
        assert_eq!(fact(key).as_deref(), Some(value), "{key}");
    }
    assert!(!example.claim.draft);
    let shown: Vec<String> = example
        .events
        .iter()
        .map(|e| {
            let channel = e.channel.map_or("", |c| c.id());
            let about = e.about.as_deref().unwrap_or("");
            format!(
                "{} {} {} {:?} {:?} {:?} {channel} {about}",
                e.no, e.kind, e.on, e.at, e.received_on, e.by
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "1 formal-notice-sent 2026-11-19 None None None  ",
            "2 contacted 2026-11-18 Some(14:30:00) Some(2026-11-19) Some(2026-12-01) email sector/sample#withdraw",
        ]
    );
}
