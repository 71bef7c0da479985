//! `claimctl playbook`: the knowledge that claims are assessed by.

use super::sandbox::Sandbox;

#[test]
fn every_playbook_is_listed_and_can_be_shown() {
    for desk in [Sandbox::english(), Sandbox::french()] {
        let listed = desk.json(&["playbook", "list", "--format", "json"]);
        assert_eq!(listed["schema"], "claimctl/playbooks/1");
        let playbooks = listed["playbooks"].as_array().unwrap();
        assert!(playbooks.len() > 10, "{}", playbooks.len());
        let table = desk.done(&["playbook", "list"]);
        assert_eq!(table.lines().count(), playbooks.len());
        for playbook in playbooks {
            let id = playbook["id"].as_str().unwrap();
            let shown = desk.done(&["playbook", "show", id]);
            assert!(shown.contains(playbook["title"].as_str().unwrap()), "{id}");
        }
    }
}

#[test]
fn a_rule_is_shown_with_its_source() {
    let desk = Sandbox::english();
    let shown = desk.done(&["playbook", "show", "law/fr/withdrawal"]);
    let from = shown.find("law/fr/withdrawal#withdraw-by").unwrap();
    let rule: Vec<&str> = shown[from..].lines().take(2).collect();
    insta::assert_snapshot!(rule.join("\n"), @r#"
    law/fr/withdrawal#withdraw-by
      Code de la consommation, art. L221-18 et L221-19 (text read, checked on 20 November 2026)
    "#);
}

#[test]
fn a_name_that_is_none_is_exit_3() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run(&["playbook", "show", "platform/amazom"]), @r#"
    [stderr]
    error: there is no playbook `platform/amazom`
    hint: did you mean `platform/amazon`?
    [exit 3]
    "#);
    insta::assert_snapshot!(desk.run(&["playbook", "show", "zzzzzzzz"]), @r#"
    [stderr]
    error: there is no playbook `zzzzzzzz`
    hint: claimctl playbook list
    [exit 3]
    "#);
}

#[test]
fn a_playbook_of_the_user_is_checked_with_its_examples() {
    let desk = Sandbox::english();
    let built_in = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/playbook/builtin/platform/amazon.toml"
    );
    insta::assert_snapshot!(desk.run(&["playbook", "check", built_in]), @r#"
    [stderr]
    platform/amazon holds (35 examples).
    "#);
    let wrong = desk.write("own.toml", "format = 1\nid = \"platform/own\"\nwen = 3\n");
    insta::assert_snapshot!(desk.run(&["playbook", "check", &wrong]), @"
    [stderr]
    own.toml:1:1: `kind` is missing [missing-key]
    1 | format = 1
      | ^
    own.toml:1:1: `title` is missing [missing-key]
    1 | format = 1
      | ^
    own.toml:1:1: `reviewed_on` is missing [missing-key]
    1 | format = 1
      | ^
    own.toml:3:1: unknown key `wen`; the keys here are assume, checklist, contact, dead_end, example, format, id, kind, letter, question, rate, refines, reviewed_on, route, rule, source, surcharge, title, when [unknown-key]
    3 | wen = 3
      | ^^^
    error: 4 problems found
    [exit 1]
    ");
    insta::assert_snapshot!(desk.run(&["playbook", "check", "nope.toml"]), @r#"
    [stderr]
    error: the file `nope.toml` could not be read
    caused by: it does not exist
    [exit 1]
    "#);
}

#[test]
fn a_broken_playbook_of_the_user_is_told_and_stops_nothing() {
    let desk = Sandbox::english();
    let folder = desk.path("config/claimctl/playbooks");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("broken.toml"), "format = 1\n").unwrap();
    let output = desk.run(&["playbook", "show", "platform/amazon"]);
    assert_eq!(output.code, 0, "{output}");
    assert!(output.stderr.contains("broken.toml"), "{output}");
}
