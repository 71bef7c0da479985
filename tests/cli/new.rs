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
    // The number, and the instants at which facts were stored, are each claim's own.
    let same = |id: &str| {
        let mut claim = desk.exported(id);
        for key in ["id", "uid", "created_at"] {
            claim[key] = json!(null);
        }
        for event in claim["events"].as_array_mut().unwrap() {
            event["recorded_at"] = json!(null);
            event["uid"] = json!(null);
        }
        let text = claim.to_string();
        text.replace(&format!("claimctl letter {id}"), "claimctl letter")
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
    insta::assert_snapshot!(output, @r#"
    [stderr]
    error: the file `wrong.toml` has 7 problems
    caused by: line 1: `not-recieved` is not a value of `problem` (did you mean `not-received`? The values are: not-received, marked-delivered, late, damaged, defective, not-as-described, wrong-item, counterfeit, change-of-mind, cancel-order, cancel-subscription, wrong-charge, unknown-charge, refund-missing, special-circumstances)
    caused by: line 3: `ZZ` is not the code of a country (write the two letters of ISO 3166-1, such as `FR`)
    caused by: line 5: `seler_kind` is not a key of an answers file (did you mean `seller_kind`?)
    caused by: line 8: the amount `89,90` has no currency (write `89,90 EUR`)
    caused by: line 9: `ordered_on` lies ahead: 24 December 2026 comes after today, 20 November 2026
    caused by: line 10: `31/02/2026` is not a day written as year-month-day (write `2026-11-20`)
    caused by: `seller_kind` is missing (write one of: trader, private)
    hint: nothing was stored; correct the file and run the command again
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["list", "--all"]), @r#"
    [stderr]
    No open claim. To begin: claimctl new
    "#);
}

#[test]
fn the_problems_are_told_in_french() {
    let desk = Sandbox::french();
    let file = desk.write("faux.toml", WRONG);
    insta::assert_snapshot!(desk.run(&["new", "--answers", &file]), @r#"
    [stderr]
    erreur : le fichier `faux.toml` contient 7 problèmes
    cause : ligne 1 : `not-recieved` n’est pas une valeur de `problem` (vouliez-vous dire `not-received` ? Les valeurs sont : not-received, marked-delivered, late, damaged, defective, not-as-described, wrong-item, counterfeit, change-of-mind, cancel-order, cancel-subscription, wrong-charge, unknown-charge, refund-missing, special-circumstances)
    cause : ligne 3 : `ZZ` n’est pas le code d’un pays (écrivez les deux lettres de la norme ISO 3166-1, comme `FR`)
    cause : ligne 5 : `seler_kind` n’est pas une clé d’un fichier de réponses (vouliez-vous dire `seller_kind` ?)
    cause : ligne 8 : le montant `89,90` n’a pas de devise (écrivez `89,90 EUR`)
    cause : ligne 9 : `ordered_on` est dans le futur : le 24 décembre 2026 vient après aujourd’hui, le 20 novembre 2026
    cause : ligne 10 : `31/02/2026` n’est pas un jour écrit sous la forme année-mois-jour (écrivez `2026-11-20`)
    cause : il manque `seller_kind` (écrivez l’une de ces valeurs : trader, private)
    conseil : rien n’a été enregistré ; corrigez le fichier et relancez la commande
    [exit 2]
    "#);
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
    insta::assert_snapshot!(desk.run_with_input(&["new", "--answers", "-"], ""), @r#"
    [stderr]
    error: the file `-` has 7 problems
    caused by: `problem` is missing (write one of: not-received, marked-delivered, late, damaged, defective, not-as-described, wrong-item, counterfeit, change-of-mind, cancel-order, cancel-subscription, wrong-charge, unknown-charge, refund-missing, special-circumstances)
    caused by: `wanted` is missing (write one of: refund, partial-refund, replacement, repair, delivery, cancellation, price-reduction)
    caused by: `country` is missing (write `country = "FR"`)
    caused by: `seller` is missing (write `seller = "…"`)
    caused by: `seller_kind` is missing (write one of: trader, private)
    caused by: `sale` is missing (write one of: online, phone, home-visit, store)
    caused by: `item_kind` is missing (write one of: goods, second-hand-goods, service, digital, subscription)
    hint: nothing was stored; correct the file and run the command again
    [exit 2]
    "#);
}

#[test]
fn a_file_that_is_not_there_or_not_a_text_is_refused() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run(&["new", "--answers", "nope.toml"]), @r#"
    [stderr]
    error: the file `nope.toml` could not be read
    caused by: it does not exist
    [exit 2]
    "#);
    let file = desk.write("latin1.toml", b"seller = \"Caf\xe9\"\n");
    insta::assert_snapshot!(desk.run(&["new", "--answers", &file]), @r#"
    [stderr]
    error: the file `latin1.toml` could not be read
    caused by: it is not text in UTF-8
    hint: iconv -f ISO-8859-15 -t UTF-8 latin1.toml | claimctl new --answers -
    [exit 2]
    "#);
    let file = desk.write("large.toml", vec![b'#'; (1 << 20) + 1]);
    insta::assert_snapshot!(desk.run(&["new", "--answers", &file]), @r#"
    [stderr]
    error: the file `large.toml` could not be read
    caused by: it is too large
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["new", "--answers", "."]), @r#"
    [stderr]
    error: the file `.` could not be read
    caused by: it is a folder
    [exit 2]
    "#);
}

#[test]
fn control_characters_in_a_file_are_refused() {
    let desk = Sandbox::english();
    let shop = SHOP.replace("Atelier Lumen", "Atelier\\u001b[31m Lumen");
    let output = desk.run_with_input(&["new", "--answers", "-"], &shop);
    assert!(!output.stderr.contains('\u{1b}'), "{output:?}");
    insta::assert_snapshot!(output, @r#"
    [stderr]
    error: the file `-` has a problem
    caused by: line 5: `seller` holds a control character (U+001B)
    hint: nothing was stored; correct the file and run the command again
    [exit 2]
    "#);
}
