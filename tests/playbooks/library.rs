//! The user's own playbooks beside the built-in ones.

use std::fs;
use std::path::Path;

use claimctl::domain::playbook::Origin;
use claimctl::playbook;
use tempfile::TempDir;

fn sample(id: &str, more: &str) -> String {
    let kind = id.split('/').next().unwrap();
    format!(
        "format = 1\nid = \"{id}\"\nkind = \"{kind}\"\n\
         title = {{ fr = \"Essai\", en = \"Sample\" }}\nreviewed_on = 2026-11-20\n{more}"
    )
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_folder_that_is_not_there_is_empty() {
    let home = TempDir::new().unwrap();
    let (library, problems) = playbook::load(Some(&home.path().join("playbooks"))).unwrap();
    assert_eq!(problems, []);
    assert_eq!(library, playbook::load(None).unwrap().0);
}

#[test]
fn a_file_in_the_place_of_the_folder_is_an_error() {
    let home = TempDir::new().unwrap();
    write(home.path(), "playbooks", "");
    let error = playbook::load(Some(&home.path().join("playbooks"))).unwrap_err();
    assert_eq!(error.message().key, "playbook-folder-unreadable");
}

#[test]
fn own_playbooks_are_found_below_and_broken_ones_left_out() {
    let home = TempDir::new().unwrap();
    let folder = home.path();
    write(folder, "sector/mine.toml", &sample("sector/mine", ""));
    write(
        folder,
        "platform/broken.toml",
        &sample("platform/other", ""),
    );
    write(folder, "notes.txt", "no playbook");
    write(folder, ".hidden.toml", "no playbook");
    let (library, problems) = playbook::load(Some(folder)).unwrap();
    let mine = library.get("sector/mine").expect("the playbook is found");
    let file = folder.join("sector").join("mine.toml");
    assert_eq!(
        mine.origin,
        Origin::User {
            file: file.display().to_string(),
            overrides: false
        }
    );
    assert!(library.get("platform/broken").is_none());
    let found: Vec<&str> = problems.iter().map(|p| p.code).collect();
    assert_eq!(found, ["id-is-not-path"]);
}

#[test]
fn what_leans_on_a_missing_rule_is_left_out() {
    let home = TempDir::new().unwrap();
    let condition = "[when]\nnobody_asks_this = [\"yes\"]\n";
    write(home.path(), "sector/a.toml", &sample("sector/a", condition));
    let (library, problems) = playbook::load(Some(home.path())).unwrap();
    assert!(library.get("sector/a").is_none());
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (problems[0].code, problems[0].line),
        ("unknown-fact", Some(7))
    );
}

#[test]
fn own_holidays_take_the_place_of_those_of_the_country() {
    let home = TempDir::new().unwrap();
    let text = "format = 1\ncountry = \"FR\"\n[[holiday]]\nid = \"one\"\n\
        name = { fr = \"Un\", en = \"One\" }\ntype = \"nth\"\nvalue = \"last-mon-05\"\n";
    write(home.path(), "holidays/fr.toml", text);
    let (library, problems) = playbook::load(Some(home.path())).unwrap();
    assert_eq!(problems, []);
    let french = library.holidays.iter().filter(|h| h.country == "FR");
    let ids: Vec<&str> = french.map(|h| h.id.as_str()).collect();
    assert_eq!(ids, ["holidays/fr#one"]);
    assert!(library.holidays.iter().any(|h| h.country == "DE"));
}

#[test]
fn files_that_are_no_text_are_reported() {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("bytes.toml"), [0xff, 0xfe, 0x00]).unwrap();
    let (_, problems) = playbook::load(Some(home.path())).unwrap();
    let found: Vec<&str> = problems.iter().map(|p| p.code).collect();
    assert_eq!(found, ["not-utf-8"]);
}

#[test]
fn what_takes_a_place_must_have_what_the_others_name() {
    let source = "[[source]]\nid = \"terms\"\ntitle = \"Terms\"\nchecked_on = 2026-11-20\n\
        basis = \"read\"\nconfidence = \"high\"\n";
    let rule = |id: &str, from: &str| {
        format!(
            "[[rule]]\nid = \"{id}\"\nkind = \"act-by\"\nwho = \"trader\"\n\
             what = {{ fr = \"Agir\", en = \"Act\" }}\nlength = \"P1D\"\nfrom = [{{ {from} }}]\n\
             source = \"terms\"\n[[example]]\nname = \"none\"\ntoday = 2026-11-20\n\
             facts = {{ problem = \"late\" }}\nabsent = [\"{id}\"]\n"
        )
    };
    let first = rule("first", "event = \"delivered\"");
    let second = rule("second", "rule = \"sector/a#first\"");
    let a = sample("sector/a", &format!("{source}{first}"));
    let b = sample("sector/b", &format!("{source}{second}"));
    let (library, _) = playbook::load(None).unwrap();
    let (_, library) = playbook::check(&a, None, "a.toml", &library).unwrap();
    let (_, library) = playbook::check(&b, None, "b.toml", &library).unwrap();
    let (_, library) = playbook::check(&a, None, "a.toml", &library).unwrap();
    let a = library.get("sector/a").expect("it was checked in");
    let file = "a.toml".to_owned();
    assert_eq!(
        a.origin,
        Origin::User {
            file,
            overrides: true
        }
    );
    let lacking = sample("sector/a", "");
    let problems = playbook::check(&lacking, None, "a.toml", &library).unwrap_err();
    let found: Vec<&str> = problems.iter().map(|p| p.code).collect();
    assert_eq!(found, ["still-needed"]);
    assert!(crate::invalid::shown(&problems).contains("`sector/b`"));
}
