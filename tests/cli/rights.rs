//! `claimctl rights`: routes and windows for a situation, nothing stored.

use super::sandbox::{Sandbox, example_file};

const NEVER_CAME: &str = "problem = \"not-received\"\ncountry = \"FR\"\nordered_on = 2026-10-02\nlatest_delivery_on = 2026-11-10\npayment = \"card\"\n";

#[test]
fn two_answers_are_enough_and_nothing_is_stored() {
    let desk = Sandbox::french();
    let output = desk.run_with_input(&["rights", "--answers", "-"], NEVER_CAME);
    assert_eq!(output.code, 0, "{output}");
    for line in [
        "Vendeur  Livrer la commande ",
        "Vous     Demander la rétrofacturation à la banque ",
        "Rien n’a été enregistré.",
    ] {
        assert!(output.stdout.contains(line), "{line} is not in\n{output}");
    }
    assert!(output.stderr.is_empty(), "{output}");
    assert!(!desk.path("data").exists());
    let output = desk.run_with_input(&["rights", "--answers", "-"], "country = \"FR\"\n");
    assert_eq!(output.code, 2, "{output}");
    assert!(output.stderr.contains("`problem`"), "{output}");
}

#[test]
fn the_same_dates_as_a_claim_with_the_same_answers() {
    let desk = Sandbox::english();
    for example in [
        "amazon-not-received.toml",
        "aliexpress-not-received.json",
        "cancel-subscription.toml",
        "refund-ticket.toml",
    ] {
        let file = example_file(example);
        let file = file.to_str().unwrap();
        let id = desk.new_from(example);
        let (claim, rights) = (
            desk.exported(&id),
            desk.json(&["rights", "--answers", file, "--format", "json"]),
        );
        assert_eq!(rights["schema"], "claimctl/rights/1");
        for part in ["deadlines", "routes", "dead_ends", "playbooks"] {
            assert_eq!(rights[part], claim[part], "{part} of {example}");
        }
        assert_eq!(rights["next"]["what"], claim["next"]["what"]);
        assert_eq!(rights["next"]["command"], serde_json::Value::Null);
        assert_eq!(rights["on"], super::sandbox::TODAY);
    }
}

#[test]
fn without_a_terminal_it_names_the_option() {
    let desk = Sandbox::english();
    let output = desk.run(&["rights"]);
    assert_eq!(output.code, 2);
    assert_eq!(
        output.stderr,
        "error: no terminal: no question can be asked\n\
         hint: claimctl rights --answers FILE, or claimctl rights --prompts plain\n"
    );
}

#[test]
fn asked_in_plain_lines_it_takes_few_questions_and_leaves_nothing_behind() {
    let desk = Sandbox::english();
    // Problem, platform, country, how it was paid, ordered, promised; then the review and the playbooks' own questions.
    let answers = "1\nelsewhere\n1\n1\n2026-10-02\n2026-11-10\n\n\n\n\n\n";
    let answers = answers.replace("elsewhere", &own_shop(&desk));
    let output = desk.run_with_input(&["rights", "--prompts", "plain"], &answers);
    assert_eq!(output.code, 0, "{output}");
    let asked =
        output.stderr.matches("Your answer").count() + output.stderr.matches("Your choice").count();
    assert!(asked <= 8, "{asked} questions in\n{output}");
    for line in ["Ask the bank for the chargeback ", "Nothing was stored."] {
        assert!(output.stdout.contains(line), "{line} is not in\n{output}");
    }
    assert!(!output.stderr.contains("Not known"), "{output}");
    assert!(!desk.path("data").exists());
}

/// The number of the shop of its own, the last of the platforms.
fn own_shop(desk: &Sandbox) -> String {
    let output = desk.run_with_input(&["rights", "--prompts", "plain"], "1\n");
    let line = output
        .stderr
        .lines()
        .find(|l| l.contains(". Not on a platform"));
    let number = line.and_then(|l| l.trim().split('.').next());
    number.unwrap_or_else(|| panic!("{output}")).to_owned()
}

#[test]
fn a_country_without_a_law_of_its_own_gets_the_common_rules_and_is_told_so() {
    let desk = Sandbox::english();
    for (country, told) in [
        (
            "PT",
            "The law of this country (Portugal) is not in the rulebook yet",
        ),
        ("BR", "No rule of law is known for this country (BR)"),
    ] {
        let answers = NEVER_CAME.replace("FR", country);
        let output = desk.run_with_input(&["rights", "--answers", "-"], &answers);
        assert_eq!(output.code, 0, "{output}");
        assert!(output.stdout.contains(told), "{output}");
    }
}
