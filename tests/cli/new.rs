//! `claimctl new --answers`: claims from a file, all or nothing.

use serde_json::json;

use super::sandbox::{EXAMPLES, Sandbox, example_file};

#[test]
fn every_example_makes_a_claim_and_prints_its_number_alone() {
    let desk = Sandbox::english();
    for (at, example) in EXAMPLES.iter().enumerate() {
        let file = example_file(example);
        let output = desk.run(&["new", "--answers", file.to_str().unwrap()]);
        assert_eq!(output.to_string(), format!("{}\n", at + 1), "{example}");
    }
    let listed = desk.json(&["list", "--format", "json"]);
    assert_eq!(listed["claims"].as_array().unwrap().len(), EXAMPLES.len());
}

#[test]
fn no_example_is_left_out() {
    let mut names: Vec<String> = std::fs::read_dir(example_file(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".toml") || name.ends_with(".json"))
        .collect();
    names.sort();
    assert_eq!(names, EXAMPLES);
}

const SHOP: &str = r#"
problem = "not-received"
wanted = "refund"
country = "FR"
seller = "Atelier Lumen"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
amount = "89,90 €"
ordered_on = 2026-11-02
latest_delivery_on = 2026-11-12
"#;

#[test]
fn the_same_answers_in_toml_and_in_json_make_the_same_claim() {
    let desk = Sandbox::english();
    let toml = desk.new_with(SHOP);
    let answers = json!({
        "problem": "not-received", "wanted": "refund", "country": "FR", "seller": "Atelier Lumen",
        "seller_kind": "trader", "sale": "online", "item_kind": "goods", "amount": "89.90 EUR",
        "ordered_on": "2026-11-02", "latest_delivery_on": "2026-11-12",
    });
    let json = desk.new_with(&answers.to_string());
    let same = |id: &str| {
        let text = desk.exported(id).to_string();
        let uid = desk.exported(id)["uid"].to_string();
        let text = text.replace(&uid, "").replace(&format!("\"id\":{id}"), "");
        let text = text.replace(&format!("letter {id}"), "letter");
        // The instant at which a fact was stored is the clock's.
        let mut parts = text.split("\"recorded_at\":\"");
        let first = parts.next().unwrap_or("").to_owned();
        parts.fold(first, |all, part| all + part.split_once('"').unwrap().1)
    };
    assert_eq!((toml.as_str(), json.as_str()), ("1", "2"));
    assert_eq!(same("1"), same("2"));
}

#[test]
fn quiet_changes_nothing_of_the_number() {
    let desk = Sandbox::english();
    let output = desk.run_with_input(&["-q", "new", "--answers", "-"], SHOP);
    assert_eq!(output.to_string(), "1\n");
}

const WRONG: &str = r#"problem = "not-recieved"
wanted = "refund"
country = "ZZ"
seller = "Atelier Lumen"
seler_kind = "trader"
sale = "online"
item_kind = "goods"
amount = "89,90"
ordered_on = 2026-12-24
delivered_on = "31/02/2026"
"#;

#[test]
fn all_problems_are_told_at_once_and_nothing_is_stored() {
    let desk = Sandbox::english();
    let file = desk.write("wrong.toml", WRONG);
    let output = desk.run(&["new", "--answers", &file]);
    insta::assert_snapshot!(output, @"");
    insta::assert_snapshot!(desk.run(&["list", "--all"]), @"");
}

#[test]
fn the_problems_are_told_in_french() {
    let desk = Sandbox::french();
    let file = desk.write("faux.toml", WRONG);
    insta::assert_snapshot!(desk.run(&["new", "--answers", &file]), @"");
}

#[test]
fn a_file_that_is_neither_toml_nor_json_is_refused() {
    let desk = Sandbox::english();
    for (name, text) in [("a.toml", "problem = \n"), ("a.json", "{\"problem\": ")] {
        let file = desk.write(name, text);
        let output = desk.run(&["new", "--answers", &file]);
        assert_eq!(output.code, 2, "{output}");
        assert!(output.stdout.is_empty(), "{output}");
        assert!(output.stderr.contains("line 1"), "{output}");
    }
}

#[test]
fn an_empty_input_names_what_is_always_needed() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run_with_input(&["new", "--answers", "-"], ""), @"");
}

#[test]
fn a_file_that_is_not_there_or_not_a_text_is_refused() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run(&["new", "--answers", "nope.toml"]), @"");
    let file = desk.write("latin1.toml", b"seller = \"Caf\xe9\"\n");
    insta::assert_snapshot!(desk.run(&["new", "--answers", &file]), @"");
    let file = desk.write("large.toml", vec![b'#'; (1 << 20) + 1]);
    insta::assert_snapshot!(desk.run(&["new", "--answers", &file]), @"");
    insta::assert_snapshot!(desk.run(&["new", "--answers", "."]), @"");
}

#[test]
fn control_characters_of_a_file_reach_no_terminal() {
    let desk = Sandbox::english();
    let shop = SHOP.replace("Atelier Lumen", "Atelier\\u001b[31m Lumen\\u0007");
    let id = desk.new_with(&shop);
    for args in [&["show", &id][..], &["list"], &["next", &id]] {
        let output = desk.run(args);
        assert!(output.stdout.contains("Atelier"), "{output}");
        assert!(!output.stdout.contains(['\u{1b}', '\u{7}']), "{output:?}");
    }
}
