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
    insta::assert_snapshot!(rule.join("\n"), @"");
}

#[test]
fn a_name_that_is_none_is_exit_3() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run(&["playbook", "show", "platform/amazom"]), @"");
    insta::assert_snapshot!(desk.run(&["playbook", "show", "zzzzzzzz"]), @"");
}

#[test]
fn a_playbook_of_the_user_is_checked_with_its_examples() {
    let desk = Sandbox::english();
    let built_in = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/playbook/builtin/platform/amazon.toml"
    );
    insta::assert_snapshot!(desk.run(&["playbook", "check", built_in]), @"");
    let wrong = desk.write("own.toml", "format = 1\nid = \"platform/own\"\nwen = 3\n");
    insta::assert_snapshot!(desk.run(&["playbook", "check", &wrong]), @"");
    insta::assert_snapshot!(desk.run(&["playbook", "check", "nope.toml"]), @"");
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
