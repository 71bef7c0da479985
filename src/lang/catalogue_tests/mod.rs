//! The catalogues watch over themselves: they parse, they match, they are written properly, and no key is missing.

mod entries;
mod keys;
mod typing;

use fluent::FluentResource;

use super::Lang;
use super::catalogues::{AREAS, source};
use crate::domain::language::Language;
use crate::domain::message::Message;
use entries::{Entry, entries};

/// What a parser says in English only stands in English texts alone.
const ENGLISH_ONLY: &[(&str, &str)] = &[("playbook-syntax", "detail")];

fn catalogue(area: &str, language: Language) -> &'static str {
    source(area, language).unwrap_or_else(|| panic!("no catalogue {language}/{area}.ftl"))
}

fn every_entry(language: Language) -> Vec<Entry> {
    AREAS
        .iter()
        .flat_map(|area| entries(catalogue(area, language)))
        .collect()
}

#[test]
fn every_catalogue_parses() {
    for language in Language::ALL {
        for area in AREAS {
            let text = catalogue(area, *language).to_owned();
            if let Err((_, errors)) = FluentResource::try_new(text) {
                panic!("{language}/{area}.ftl: {errors:?}");
            }
        }
    }
}

#[test]
fn every_key_stands_once_and_in_the_catalogue_of_its_area() {
    for language in Language::ALL {
        for area in AREAS {
            let mut seen = Vec::new();
            for entry in entries(catalogue(area, *language)) {
                let key = entry.key;
                let home = key
                    .strip_prefix(area)
                    .is_some_and(|rest| rest.starts_with('-'));
                assert!(home, "{language}/{area}.ftl: `{key}` belongs elsewhere");
                assert!(
                    !seen.contains(&key),
                    "{language}/{area}.ftl: `{key}` stands twice"
                );
                seen.push(key);
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_variables() {
    let (fr, mut en) = (
        every_entry(Language::French),
        every_entry(Language::English),
    );
    for entry in &mut en {
        entry
            .variables
            .retain(|variable| !ENGLISH_ONLY.contains(&(entry.key.as_str(), variable.as_str())));
    }
    let mut wrong = Vec::new();
    for entry in &fr {
        match en.iter().find(|other| other.key == entry.key) {
            None => wrong.push(format!("`{}` is missing in English", entry.key)),
            Some(other) if other.variables != entry.variables => wrong.push(format!(
                "`{}` uses {:?} in French, {:?} in English",
                entry.key, entry.variables, other.variables
            )),
            Some(_) => {}
        }
    }
    for entry in &en {
        if !fr.iter().any(|other| other.key == entry.key) {
            wrong.push(format!("`{}` is missing in French", entry.key));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_entry_can_be_said() {
    for language in Language::ALL {
        let lang = Lang::new(*language);
        for entry in every_entry(*language) {
            assert!(lang.knows(&entry.key), "{language}: `{}`", entry.key);
        }
    }
}

#[test]
fn numbers_are_said_plainly_and_counted_by_the_rules_of_the_language() {
    let said = |language, count: i64| {
        let message = Message::new("command-export-done").with("count", count);
        Lang::new(language).say(&message)
    };
    assert!(said(Language::French, 2026).starts_with("2026 dossiers "));
    assert!(said(Language::English, 2026).starts_with("2026 claims "));
    assert!(said(Language::French, 0).contains(" exporté dans "));
    assert!(said(Language::English, 0).starts_with("0 claims "));
}
