//! `claimctl letter`: the words for the step.

use super::sandbox::Sandbox;

#[test]
fn without_a_kind_it_writes_the_one_that_the_step_needs_in_the_language_of_the_claim() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["letter", &id]), @"");
}

#[test]
fn the_language_that_is_asked_for_goes_before_that_of_the_claim() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["letter", &id, "withdrawal", "--lang", "en"]), @"");
}

#[test]
fn the_list_says_which_letters_fit_and_why_the_others_do_not() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-subscription.toml");
    insta::assert_snapshot!(desk.run(&["letter", &id, "--list"]), @"");
    let listed = desk.json(&["letter", &id, "--list", "--format", "json"]);
    assert_eq!(listed["schema"], "claimctl/letters/1");
    let letters = listed["letters"].as_array().unwrap();
    for letter in letters {
        assert_eq!(
            letter["available"].as_bool().unwrap(),
            letter["reason"].is_null(),
            "{letter}"
        );
    }
}

#[test]
fn every_letter_that_is_available_can_be_written() {
    let desk = Sandbox::english();
    for example in super::sandbox::EXAMPLES {
        let id = desk.new_from(example);
        let listed = desk.json(&["letter", &id, "--list", "--format", "json"]);
        for letter in listed["letters"].as_array().unwrap() {
            let kind = letter["kind"].as_str().unwrap();
            if letter["available"] == true {
                let text = desk.done(&["letter", &id, kind]);
                assert!(text.starts_with("Subject"), "{example} {kind}\n{text}");
                assert!(!text.contains("{{") && !text.contains("None"), "{text}");
            }
        }
    }
}

#[test]
fn as_json_it_is_one_document() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let letter = desk.json(&["letter", &id, "--format", "json"]);
    assert_eq!(letter["schema"], "claimctl/letter/1");
    assert_eq!(letter["kind"], "withdrawal");
    let body = letter["body"].as_str().unwrap();
    assert!(body.contains("AL-2026-11873"), "{body}");
}

#[test]
fn a_day_to_answer_by_is_written_as_it_was_given() {
    let desk = Sandbox::english();
    let id = desk.new_from("refund-ticket.toml");
    let text = desk.done(&["letter", &id, "--by", "2026-12-04"]);
    assert!(text.contains("4 December 2026"), "{text}");
}

#[test]
fn a_letter_that_does_not_fit_is_refused() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    insta::assert_snapshot!(desk.run(&["letter", &id, "termination"]), @"");
    insta::assert_snapshot!(desk.run(&["letter", &id, "formal-notise"]), @"");
    insta::assert_snapshot!(desk.run(&["letter", "8"]), @"");
    insta::assert_snapshot!(desk.run(&["letter", &id, "first-message", "--list"]), @"");
}
