//! What the built-in files police of themselves.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use claimctl::domain::playbook::Library;
use claimctl::domain::source::Nature;
use claimctl::playbook;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/playbook/builtin")
}

/// Every `.toml` file below a folder, as a path relative to it without its extension.
fn ids_below(folder: &Path, prefix: &str, ids: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            ids_below(&entry.path(), &format!("{prefix}{name}/"), ids);
        } else if let Some(stem) = name.strip_suffix(".toml") {
            ids.insert(format!("{prefix}{stem}"));
        }
    }
}

fn library() -> Library {
    let (library, problems) = playbook::load_with_examples(None).unwrap();
    assert_eq!(problems, []);
    library
}

#[test]
fn every_file_is_in_the_list_once() {
    let mut files = BTreeSet::new();
    ids_below(&folder(), "", &mut files);
    let listed: Vec<String> = playbook::builtin_ids().map(str::to_owned).collect();
    let unique: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(unique, files, "src/playbook/builtin.rs lists the files");
    assert_eq!(unique.len(), listed.len(), "no file is listed twice");
}

#[test]
fn every_playbook_holds_by_itself_and_among_the_others() {
    let library = library();
    for id in playbook::builtin_ids().filter(|id| !id.starts_with("holidays/")) {
        let text = playbook::builtin_text(id).unwrap();
        let name = format!("{id}.toml");
        if let Err(problems) = playbook::check(text, Some(id), &name, &library) {
            panic!("{}", crate::invalid::shown(&problems));
        }
    }
}

#[test]
fn every_rule_has_a_source_of_its_file() {
    for playbook in &library().playbooks {
        for rule in &playbook.rules {
            assert!(playbook.source(&rule.source).is_some(), "{}", rule.id);
        }
    }
}

/// What is law says so, also where a platform's playbook leans on it: nobody gives up a right for a company's promise.
#[test]
fn what_comes_from_a_code_or_the_union_is_called_law() {
    let of_law = [
        "legifrance.gouv.fr",
        "eur-lex.europa.eu",
        "legislation.gov.uk",
        "gesetze-im-internet.de",
        "boe.es",
    ];
    let titles = ["Code ", "Directive ", "Règlement (UE)", "Regulation (E"];
    let mut wrong = Vec::new();
    for playbook in &library().playbooks {
        for source in &playbook.sources {
            let url = source.url.as_deref().unwrap_or_default();
            let is_law = of_law.iter().any(|host| url.contains(host))
                || titles
                    .iter()
                    .any(|start| source.title.fr.starts_with(start));
            if is_law && source.nature != Nature::Law {
                wrong.push(format!(
                    "{}#{}: nature = \"law\" is missing",
                    playbook.id, source.id
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_text_is_in_both_languages() {
    for playbook in &library().playbooks {
        let texts = playbook
            .rules
            .iter()
            .map(|r| &r.what)
            .chain(
                playbook
                    .routes
                    .iter()
                    .flat_map(|r| [&r.title, &r.act, &r.how]),
            )
            .chain(playbook.questions.iter().map(|q| &q.ask))
            .chain(playbook.checklists.iter().map(|c| &c.what))
            .chain(playbook.letters.iter().flat_map(|l| [&l.subject, &l.body]))
            .chain(playbook.contacts.iter().flat_map(|c| [&c.name, &c.how]))
            .chain([&playbook.title]);
        for text in texts {
            assert!(!text.fr.trim().is_empty(), "{}: {}", playbook.id, text.en);
            assert!(!text.en.trim().is_empty(), "{}: {}", playbook.id, text.fr);
        }
    }
}

#[test]
fn loading_without_examples_gives_the_same_library() {
    let (fast, problems) = playbook::load(None).unwrap();
    assert_eq!(problems, []);
    let mut full = library();
    for playbook in &mut full.playbooks {
        playbook.examples.clear();
    }
    assert_eq!(fast, full);
}
