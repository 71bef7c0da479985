//! One broken file per code: it gives this code, at the line marked with `# <-`, or none for the file as a whole.

use std::collections::BTreeSet;
use std::path::Path;

use claimctl::domain::language::Language;
use claimctl::domain::playbook::Library;
use claimctl::lang::Lang;
use claimctl::playbook::{self, CODES, Diagnostic};
use proptest::prelude::*;

/// Shows diagnostics as a person reads them.
pub(crate) fn shown(problems: &[Diagnostic]) -> String {
    let lang = Lang::new(Language::English);
    problems
        .iter()
        .map(|p| {
            format!(
                "{}:{}:{}: {}: {}\n{}\n= {}\n",
                p.file,
                p.line.unwrap_or(0),
                p.column.unwrap_or(0),
                p.code,
                lang.say(&p.message),
                p.excerpt.as_deref().unwrap_or(""),
                lang.say(&p.hint()),
            )
        })
        .collect()
}

/// The library with one more playbook, whose question the broken files ask too.
fn library() -> Library {
    let asker = r#"format = 1
id = "sector/asker"
kind = "sector"
title = { fr = "Essai", en = "Sample" }
reviewed_on = 2026-11-20

[[question]]
key = "sample_informed"
kind = "yes-no"
ask = { fr = "Informé ?", en = "Informed?" }
"#;
    let (library, _) = playbook::load(None).unwrap();
    let (_, library) = playbook::check(asker, None, "asker.toml", &library)
        .unwrap_or_else(|p| panic!("{}", shown(&p)));
    library
}

#[test]
fn every_code_has_a_broken_file_that_gives_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/playbooks/invalid");
    let library = library();
    // These are no matter of one text, or of the engine of the letters: see library.rs, limits.rs and the command.
    let elsewhere = [
        "empty-file",
        "ending-not-read",
        "example-fails",
        "folder-linked",
        "folder-too-deep",
        "template-broken",
        "template-too-long",
        "template-unfilled",
        "template-unknown-name",
        "template-with-too-many-tags",
        "not-a-file",
        "not-utf-8",
        "rule-chain-too-long",
        "still-needed",
        "still-refined",
        "too-large",
        "too-many",
        "unreadable",
    ];
    let mut proved: BTreeSet<String> = elsewhere.iter().map(|code| (*code).to_owned()).collect();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let line = text
            .lines()
            .position(|l| l.contains("# <-"))
            .map(|at| at + 1);
        let found = if ["bad-holiday", "country-is-not-path"].contains(&code.as_str()) {
            playbook::parse_holidays(&text, "fr.toml").map(|_| ())
        } else {
            playbook::check(&text, Some("sector/sample"), "sample.toml", &library).map(|_| ())
        };
        let problems = found.expect_err(&format!("{code} gives no problem"));
        let first = &problems[0];
        assert_eq!(problems.len(), 1, "{code}:\n{}", shown(&problems));
        assert_eq!(first.code, code, "{}", shown(&problems));
        assert_eq!(first.line, line.or(Some(1)), "{}", shown(&problems));
        proved.insert(code);
    }
    let all: BTreeSet<String> = CODES.iter().map(|c| (*c).to_owned()).collect();
    assert_eq!(proved, all);
}

#[test]
fn every_code_has_words_in_both_languages() {
    for language in [Language::French, Language::English] {
        let lang = Lang::new(language);
        for code in CODES {
            for key in [format!("playbook-{code}"), format!("playbook-{code}-hint")] {
                assert!(lang.knows(&key), "{language}: {key}");
            }
        }
        for kind in ["text", "list", "yes-no", "number", "date", "table", "other"] {
            assert!(lang.knows(&format!("playbook-type-{kind}")), "{kind}");
        }
    }
}

#[test]
fn all_problems_come_out_at_once() {
    let text = r#"format = 2
id = "sector/other"
kind = "sector"
title = { fr = "Essai" }
reviewed_on = 2026-13-01
colour = "red"

[when]
problem = ["lost"]
"#;
    // A day that is none is a mistake of TOML itself, and nothing behind it can be trusted.
    let problems = playbook::parse(text, Some("sector/sample"), "sample.toml").unwrap_err();
    assert_eq!(problems.len(), 1, "{}", shown(&problems));
    let text = text.replace("2026-13-01", "\"2026-11-20\"");
    let problems = playbook::parse(&text, Some("sector/sample"), "sample.toml").unwrap_err();
    let found: Vec<(&str, Option<usize>)> = problems.iter().map(|p| (p.code, p.line)).collect();
    let expected = [
        ("unsupported-format", Some(1)),
        ("id-is-not-path", Some(2)),
        ("missing-translation", Some(4)),
        ("wrong-type", Some(5)),
        ("unknown-key", Some(6)),
        ("unknown-value", Some(9)),
    ];
    assert_eq!(found, expected, "{}", shown(&problems));
}

#[test]
fn an_unknown_key_is_shown_with_its_place_and_the_valid_names() {
    let text = "format = 1\nid = \"sector/sample\"\nkind = \"sector\"\n\
        title = { fr = \"Essai\", en = \"Sample\" }\nreviewed_on = 2026-11-20\n\n\
        [[contact]]\nname = { fr = \"A\", en = \"A\" }\nmail = \"a@b.fr\"\n";
    let problems = playbook::parse(text, None, "sample.toml").unwrap_err();
    let guide = "= the author’s guide and `claimctl playbook schema` tell what stands here\n";
    let expected = format!(
        "sample.toml:7:1: missing-key: `source` is missing\n\
        7 | [[contact]]\n  | ^^^^^^^^^^^\n{guide}\
        sample.toml:7:1: missing-key: `how` is missing\n\
        7 | [[contact]]\n  | ^^^^^^^^^^^\n{guide}\
        sample.toml:9:1: unknown-key: unknown key `mail`\n\
        9 | mail = \"a@b.fr\"\n  | ^^^^\n= the keys here are door, how, name, source, url, when\n"
    );
    assert_eq!(shown(&problems), expected);
}

proptest! {
    #[test]
    fn a_spoilt_file_is_read_or_refused_with_a_place(
        at in 0.0..1.0_f64, length in 0_usize..40, put in "\\PC{0,6}|[\\[\\]{}\"=\n#.,]{0,6}",
    ) {
        let text = include_str!("invalid/question-clash.toml");
        let edges: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
        let start = (at * edges.len() as f64) as usize;
        let end = (start + length).min(edges.len() - 1);
        let mut spoilt = text.to_owned();
        spoilt.replace_range(edges[start]..edges[end], &put);
        if let Err(problems) = playbook::parse(&spoilt, None, "sample.toml") {
            prop_assert!(!problems.is_empty());
            for problem in &problems {
                prop_assert!(CODES.contains(&problem.code));
                prop_assert!(problem.line.unwrap() <= spoilt.split('\n').count());
            }
            prop_assert!(!shown(&problems).contains("playbook-"));
        }
    }
}
