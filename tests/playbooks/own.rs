//! The user's own files among each other and among the built-in ones: what falls with what, and what a base hands on.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use claimctl::domain::assess::assess;
use claimctl::domain::calendar::period::Period;
use claimctl::domain::playbook::{Library, Playbook};
use claimctl::domain::rule::Length;
use claimctl::playbook::{self, Diagnostic};
use tempfile::TempDir;

fn write(folder: &Path, id: &str, text: &str) {
    let path = folder.join(format!("{id}.toml"));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The head of a playbook with one source, for claims in France.
fn head(id: &str, more: &str) -> String {
    let kind = id.split('/').next().unwrap();
    format!(
        "format = 1\nid = \"{id}\"\nkind = \"{kind}\"\ntitle = {{ fr = \"Essai\", en = \"Sample\" }}\n\
         reviewed_on = 2026-11-20\n{more}\nsource = [{{ id = \"s\", title = \"S\", checked_on = 2026-11-20, \
         basis = \"read\", confidence = \"high\" }}]\n[when]\ncountry = [\"FR\"]\n"
    )
}

fn rule(id: &str, length: &str, start: &str) -> String {
    format!(
        "[[rule]]\nid = \"{id}\"\nkind = \"act-by\"\nwho = \"consumer\"\nwhat = {{ fr = \"A\", en = \"A\" }}\n\
         length = \"{length}\"\nfrom = [{{ {start} }}]\nsource = \"s\"\n"
    )
}

fn refining(id: &str, length: &str) -> String {
    format!("[[rule]]\nid = \"{id}\"\nlength = \"{length}\"\nsource = \"s\"\n")
}

/// An example that holds whatever the playbook says, and no example of the other kind.
const EXAMPLE: &str = "[[example]]\nname = \"none\"\ntoday = 2026-11-20\n\
    facts = { problem = \"change-of-mind\", country = \"US\", ordered_on = 2026-11-10, delivered_on = 2026-11-12 }\n\
    absent = [\"law/fr/withdrawal#withdraw-by\"]\n";

fn load(folder: &Path) -> (Library, Vec<(String, &'static str)>) {
    let (library, problems) = playbook::load(Some(folder)).unwrap();
    let id = |p: &Diagnostic| {
        let below = Path::new(&p.file).strip_prefix(folder).unwrap();
        below.with_extension("").display().to_string()
    };
    let problems = problems.iter().map(|p| (id(p), p.code)).collect();
    (library, problems)
}

/// What the check of the whole folder says: the id, its codes, and whether it waits for another file.
fn check(folder: &Path) -> Vec<(String, Vec<&'static str>, bool)> {
    let (library, _) = playbook::load(None).unwrap();
    let files = playbook::gather(&[folder.to_owned()], Some(folder)).unwrap();
    let checked = files.check(library, &|_, _, _| Vec::new());
    checked
        .into_iter()
        .map(|one| {
            let below = Path::new(&one.file).strip_prefix(folder).unwrap();
            let codes = one.problems.iter().map(|p| p.code).collect();
            let id = below.with_extension("").display().to_string();
            (id, codes, one.waits)
        })
        .collect()
}

fn length(library: &Library, id: &str) -> Option<String> {
    let (playbook, _) = id.split_once('#').unwrap();
    let rules = library.get(playbook).map(|p: &Playbook| p.rules.iter());
    let rule = rules?.into_iter().find(|r| r.id == id)?;
    match rule.length {
        Length::Fixed(period) => Some(period.to_string()),
        _ => None,
    }
}

/// The built-in base of withdrawal with another length, and without its examples.
fn withdrawal(length: &str) -> String {
    let text = playbook::builtin_text("law/eu/withdrawal").unwrap();
    let (text, _) = text.split_once("[[example]]").unwrap();
    let at = text.find("id = \"withdraw-by\"").unwrap();
    let (before, after) = text.split_at(at);
    before.to_owned() + &after.replacen("\"P14D\"", &format!("\"{length}\""), 1) + EXAMPLE
}

#[test]
fn a_base_of_the_users_hands_on_what_it_says_to_those_that_refine_it() {
    let home = TempDir::new().unwrap();
    write(home.path(), "law/eu/withdrawal", &withdrawal("P30D"));
    let (library, problems) = load(home.path());
    assert_eq!(problems, []);
    for (id, expected) in [
        ("law/eu/withdrawal#withdraw-by", "P30D"),
        ("law/de/withdrawal#withdraw-by", "P30D"),
        ("law/nl/withdrawal#withdraw-by", "P30D"),
        // France says it itself.
        ("law/fr/withdrawal#withdraw-by", "P14D"),
    ] {
        assert_eq!(length(&library, id).as_deref(), Some(expected), "{id}");
    }
    assert_eq!(
        check(home.path()),
        [("law/eu/withdrawal".to_owned(), vec![], false)]
    );
    let (with_examples, _) = playbook::load_with_examples(Some(home.path())).unwrap();
    assert!(
        !with_examples
            .get("law/de/withdrawal")
            .unwrap()
            .examples
            .is_empty()
    );
}

#[test]
fn a_base_of_the_users_that_another_one_cannot_refine_any_more_is_left_out() {
    let home = TempDir::new().unwrap();
    let base =
        head("law/eu/withdrawal", "") + &rule("withdraw-by", "P30D", "event = \"delivered\"");
    write(home.path(), "law/eu/withdrawal", &(base + EXAMPLE));
    let (library, problems) = load(home.path());
    let of_base = ("law/eu/withdrawal".to_owned(), "still-refined");
    assert!(problems.contains(&of_base), "{problems:?}");
    assert_eq!(library, playbook::load(None).unwrap().0);
    let [(id, codes, _)] = &check(home.path())[..] else {
        panic!("one file");
    };
    assert_eq!(
        (id.as_str(), &codes[..1]),
        ("law/eu/withdrawal", &["still-refined"][..])
    );
}

#[test]
fn what_refines_a_file_that_is_left_out_has_nothing_of_it() {
    let home = TempDir::new().unwrap();
    let broken = withdrawal("P30D") + "[[contact]]\nnothing = 1\n";
    let unfit = withdrawal("P30D")
        + "[[question]]\nkey = \"q\"\nkind = \"yes-no\"\nask = { fr = \"a\", en = \"a\" }\nwhen = { nobody_asks = [\"yes\"] }\n";
    let member = head("law/zz/ref", "refines = \"law/eu/withdrawal\"");
    let member = member + "[[rule]]\nid = \"withdraw-by\"\nsource = \"s\"\n" + EXAMPLE;
    for base in [broken, unfit] {
        write(home.path(), "law/eu/withdrawal", &base);
        write(home.path(), "law/zz/ref", &member);
        let (library, problems) = load(home.path());
        assert!(
            problems.iter().all(|(id, _)| id == "law/eu/withdrawal"),
            "{problems:?}"
        );
        // It refines the built-in one, as the others do.
        for id in ["law/zz/ref", "law/eu/withdrawal", "law/de/withdrawal"] {
            let id = format!("{id}#withdraw-by");
            assert_eq!(
                length(&library, &id).as_deref(),
                Some("P14D"),
                "{id} {problems:?}"
            );
        }
        let checked = check(home.path());
        assert!(!checked[0].1.is_empty());
        assert_eq!(checked[1], ("law/zz/ref".to_owned(), vec![], true));
    }
    // Where there is no other base it goes too.
    let base = head("law/uu/base", "") + &rule("by", "P1D", "rule = \"law/uu/nothing#by\"");
    write(home.path(), "law/uu/base", &(base + EXAMPLE));
    let member = head("law/uu/ref", "refines = \"law/uu/base\"") + &refining("by", "P2D");
    write(home.path(), "law/uu/ref", &(member + EXAMPLE));
    let (library, problems) = load(home.path());
    assert!(library.get("law/uu/base").is_none() && library.get("law/uu/ref").is_none());
    for expected in [
        ("law/uu/base", "unknown-rule"),
        ("law/uu/ref", "unknown-base"),
    ] {
        let expected = (expected.0.to_owned(), expected.1);
        assert!(problems.contains(&expected), "{problems:?}");
    }
}

#[test]
fn what_takes_the_place_of_a_base_and_refines_another_is_no_base() {
    let home = TempDir::new().unwrap();
    let other = head("law/eu/withdrawal", "refines = \"law/eu/delivery\"") + EXAMPLE;
    write(home.path(), "law/eu/withdrawal", &other);
    for id in ["law/aa/ref", "law/zz/ref"] {
        let member = head(id, "refines = \"law/eu/withdrawal\"") + &refining("withdraw-by", "P2D");
        write(home.path(), id, &(member + EXAMPLE));
    }
    let (library, problems) = load(home.path());
    let codes: Vec<(&str, &str)> = problems
        .iter()
        .map(|(id, code)| (id.as_str(), *code))
        .collect();
    assert!(codes.contains(&("law/aa/ref", "unknown-base")), "{codes:?}");
    assert!(codes.contains(&("law/zz/ref", "unknown-base")), "{codes:?}");
    assert_eq!(
        length(&library, "law/eu/withdrawal#withdraw-by").as_deref(),
        Some("P14D")
    );
}

#[test]
fn of_three_that_refine_the_same_the_last_stands_for_all() {
    let home = TempDir::new().unwrap();
    for (id, length) in [("law/aa/one", "P20D"), ("law/zz/one", "P30D")] {
        let file = head(id, "refines = \"law/eu/withdrawal\"") + &refining("withdraw-by", length);
        write(home.path(), id, &(file + EXAMPLE));
    }
    // A rule of its own hangs on the first of them.
    let more = rule("after", "P1D", "rule = \"law/aa/one#withdraw-by\"");
    write(
        home.path(),
        "law/bb/one",
        &(head("law/bb/one", "") + &more + EXAMPLE),
    );
    let (library, problems) = load(home.path());
    assert_eq!(problems, []);
    let example = &playbook::load_with_examples(None).unwrap().0;
    let example = &example.get("law/fr/withdrawal").unwrap().examples[0];
    let seen = assess(&example.claim, &example.events, &library, example.today);
    let due = |id: &str| {
        let found = seen.deadlines.iter().find(|d| d.rule == id);
        found.map(|d| d.due_on)
    };
    let last = due("law/zz/one#withdraw-by").expect("the last one holds");
    for id in ["law/eu/withdrawal", "law/fr/withdrawal", "law/aa/one"] {
        assert_eq!(due(&format!("{id}#withdraw-by")), None, "{id}");
    }
    let next = Period::days(1).end_after(last, &Default::default());
    assert_eq!(due("law/bb/one#after"), Some(next));
    let closes: Vec<_> = seen.routes.iter().filter_map(|r| r.closes_on).collect();
    assert!(closes.contains(&last), "{closes:?}");
}

/// Three hundred files, each of which hangs on the next, and the last on one that is not there.
#[test]
fn a_row_of_files_falls_at_once() {
    let many = |link: &dyn Fn(usize) -> (String, String)| {
        let home = TempDir::new().unwrap();
        for no in 0..300 {
            let (head_more, body) = link(no);
            let text = head(&format!("sector/row-{no}"), &head_more) + &body + EXAMPLE;
            write(home.path(), &format!("sector/row-{no}"), &text);
        }
        let begin = Instant::now();
        let (library, problems) = load(home.path());
        assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
        assert!(
            library
                .playbooks
                .iter()
                .all(|p| !p.id.starts_with("sector/row-"))
        );
        problems
    };
    let problems = many(&|no| {
        let next = format!("rule = \"sector/row-{}#by\"", no + 1);
        (String::new(), rule("by", "P1D", &next))
    });
    assert_eq!(problems.len(), 300);
    assert!(
        problems
            .iter()
            .all(|(_, code)| *code == "unknown-rule" || *code == "rule-chain-too-long")
    );
    let problems = many(&|no| {
        let mut body = String::new();
        let _ = write!(
            body,
            "[[question]]\nkey = \"q{no}\"\nkind = \"yes-no\"\nask = {{ fr = \"a\", en = \"a\" }}\n\
             when = {{ q{} = [\"yes\"] }}\n",
            no + 1
        );
        (String::new(), body)
    });
    assert_eq!(problems.len(), 300);
    assert!(problems.iter().all(|(_, code)| *code == "unknown-fact"));
}
