//! The words for what is wrong with an answers file, in both languages.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use claimctl::answers::{Format, read};
use claimctl::domain::language::Language;
use claimctl::domain::playbook::Library;
use claimctl::lang::Lang;

/// Every message key that the sources of `answers` name.
fn keys_in_use() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/answers");
    let mut keys = BTreeSet::new();
    for file in fs::read_dir(folder).expect("the folder") {
        let path = file.expect("a file").path();
        if path.extension().is_none_or(|end| end != "rs") {
            continue;
        }
        let source = fs::read_to_string(path).expect("a source");
        let quoted = source
            .split('"')
            .filter(|text| text.starts_with("answers-"));
        keys.extend(quoted.map(ToOwned::to_owned));
    }
    keys
}

#[test]
fn every_message_exists_in_both_languages() {
    let keys = keys_in_use();
    assert!(keys.len() > 40, "{keys:?}");
    for language in Language::ALL {
        let lang = Lang::new(*language);
        let unknown: Vec<&String> = keys.iter().filter(|key| !lang.knows(key)).collect();
        assert!(unknown.is_empty(), "{language}: {unknown:?}");
    }
}

fn said(language: Language, text: &str, format: Format) -> Vec<String> {
    let lang = Lang::new(language);
    let today = "2026-11-20".parse().expect("a day");
    let problems = read(text, format, &Library::default(), today, language).expect_err("refused");
    problems
        .iter()
        .map(|problem| match &problem.hint {
            Some(hint) => format!("{} -> {}", lang.say(&problem.what), lang.say(hint)),
            None => lang.say(&problem.what),
        })
        .collect()
}

const FILE: &str = r#"ordered_on = "03/04/2026"
amonut = "5 EUR"
amount = 34.90
item = "a"
item = "b"
sale = "onlin"
country = "France"
payment = card
"#;

#[test]
fn speaks_english() {
    assert_eq!(
        said(Language::English, FILE, Format::Toml)[..7],
        [
            "`03/04/2026` could be two different days -> write `2026-04-03` or `2026-03-04`",
            "`amonut` is not a key of an answers file -> did you mean `amount`?",
            "the amount `34.90` has no currency -> write `34.90 EUR`",
            "`item` was already given on line 4",
            "`onlin` is not a value of `sale` -> did you mean `online`? The values are: online, phone, home-visit, store",
            "`France` is not the code of a country -> write the two letters of ISO 3166-1, such as `FR`",
            "the value of `payment` is text and needs quotes -> write `payment = \"card\"`",
        ]
    );
}

#[test]
fn speaks_french() {
    assert_eq!(
        said(Language::French, FILE, Format::Toml)[..7],
        [
            "`03/04/2026` peut désigner deux jours différents -> écrivez `2026-04-03` ou `2026-03-04`",
            "`amonut` n’est pas une clé d’un fichier de réponses -> vouliez-vous dire `amount`\u{202f}?",
            "le montant `34.90` n’a pas de devise -> écrivez `34.90 EUR`",
            "`item` figure déjà à la ligne 4",
            "`onlin` n’est pas une valeur de `sale` -> vouliez-vous dire `online`\u{202f}? Les valeurs sont\u{a0}: online, phone, home-visit, store",
            "`France` n’est pas le code d’un pays -> écrivez les deux lettres de la norme ISO 3166-1, comme `FR`",
            "la valeur de `payment` est un texte et doit être entre guillemets -> écrivez `payment = \"card\"`",
        ]
    );
}

#[test]
fn shows_how_json_is_written() {
    assert_eq!(
        said(Language::English, "{\"item\": 'a'}", Format::Json),
        [
            "the JSON is not valid from column 10 on -> write `{ \"key\": \"value\", \"key\": \"value\" }`, with no comma behind the last answer"
        ]
    );
}
