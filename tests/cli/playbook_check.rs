//! `claimctl playbook check`: all problems at once, each with its code, its place and what to do.

use super::playbook::{checked, own};
use super::sandbox::Sandbox;

fn write(desk: &Sandbox, path: &str, content: impl AsRef<[u8]>) {
    let path = desk.path("home").join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, content).unwrap();
}

/// A playbook that holds, with a rule that is counted from this start.
fn playbook(id: &str, start: &str) -> String {
    let kind = id.split('/').next().unwrap();
    format!(
        r#"format = 1
id = "{id}"
kind = "{kind}"
title = {{ fr = "Essai", en = "Sample" }}
reviewed_on = 2026-11-20
source = [{{ id = "terms", title = "Terms", checked_on = 2026-11-20, basis = "read", confidence = "high" }}]

[[rule]]
id = "act-by"
kind = "act-by"
who = "consumer"
what = {{ fr = "Agir", en = "Act" }}
when = {{ problem = ["late"] }}
length = "P10D"
from = [{{ {start} }}]
source = "terms"

[[example]]
name = "late"
today = 2026-11-20
facts = {{ problem = "late", ordered_on = 2026-11-10 }}
deadlines = [{{ rule = "act-by" }}]

[[example]]
name = "damaged"
today = 2026-11-20
facts = {{ problem = "damaged", ordered_on = 2026-11-10 }}
absent = ["act-by"]
"#
    )
}

#[test]
fn a_playbook_is_checked_with_its_examples() {
    let desk = Sandbox::english();
    let built_in = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/examples/playbooks/platform/atelier-lumen.toml"
    );
    insta::assert_snapshot!(checked(&desk, &[built_in]), @r#"
    [stderr]
    platform/atelier-lumen holds (3 examples).
    "#);
    let wrong = desk.write("own.toml", "format = 1\nid = \"platform/own\"\nwen = 3\n");
    insta::assert_snapshot!(checked(&desk, &[&wrong]), @r#"
    [stderr]
    own.toml:1:1: `kind` is missing [missing-key]
    1 | format = 1
      | ^
    hint: the author’s guide and `claimctl playbook schema` tell what stands here
    own.toml:1:1: `title` is missing [missing-key]
    1 | format = 1
      | ^
    hint: the author’s guide and `claimctl playbook schema` tell what stands here
    own.toml:1:1: `reviewed_on` is missing [missing-key]
    1 | format = 1
      | ^
    hint: the author’s guide and `claimctl playbook schema` tell what stands here
    own.toml:3:1: unknown key `wen` [unknown-key]
    3 | wen = 3
      | ^^^
    hint: did you mean `when`?
    error: 4 problems found
    [exit 2]
    "#);
    insta::assert_snapshot!(checked(&desk, &["nope.toml"]), @r#"
    [stderr]
    error: the file `nope.toml` could not be read
    caused by: it does not exist
    [exit 1]
    "#);
}

#[test]
fn an_example_that_does_not_come_out_is_shown_where_it_says_so() {
    let desk = Sandbox::french();
    let text = playbook("sector/own", "event = \"ordered\"");
    let text = text.replace(
        "[{ rule = \"act-by\" }]",
        "[\n  { rule = \"act-by\", due_on = 2026-11-21 },\n]",
    );
    write(&desk, "own.toml", text);
    insta::assert_snapshot!(checked(&desk, &["own.toml"]), @r#"
    [stderr]
    own.toml:23:12: l’exemple « late » ne sort pas comme prévu : `sector/own#act-by` : `due_on` vaut 2026-11-20 et devrait valoir 2026-11-21 [example-fails]
    23 |   { rule = "act-by", due_on = 2026-11-21 },
       |            ^^^^^^^^
    conseil : corrigez la règle, ou ce que l’exemple attend
    erreur : un problème trouvé
    [exit 2]
    "#);
}

#[test]
fn templates_are_filled_with_the_facts_of_every_example() {
    let desk = Sandbox::english();
    let letter = "[[letter]]\nkind = \"reminder\"\nwhen = { problem = [\"late\"] }\n\
        subject = { fr = \"Où ?\", en = \"Where?\" }\n\
        body = { fr = \"Où ?\", en = \"\"\"\nHello,\n\n{{ today + 1 }}\n{{ order_ref }}\n\"\"\" }\n";
    let text = playbook("sector/own", "event = \"ordered\"") + letter;
    write(&desk, "own.toml", &text);
    insta::assert_snapshot!(checked(&desk, &["own.toml"]), @"
    [stderr]
    own.toml:36:1: with the facts of the example “late” this template cannot be filled (3: tried to use + operator on unsupported types string and number) [template-unfilled]
    36 | {{ today + 1 }}
       | ^^^^^^^^^^^^^^^
    hint: a value is a text, a list or true or false, as the author’s guide tells under “Letters”
    error: one problem found
    [exit 2]
    ");
    // What an example does not know is no mistake of the template; nor is what none of them is about.
    for fine in ["{{ today }}", "{{ customer_ref }}"] {
        write(&desk, "own.toml", text.replace("{{ today + 1 }}", fine));
        assert_eq!(desk.run(&["playbook", "check", "own.toml"]).code, 0);
    }
    write(
        &desk,
        "own.toml",
        text.replace("[\"late\"] }\nsubject", "[\"counterfeit\"] }\nsubject"),
    );
    assert_eq!(desk.run(&["playbook", "check", "own.toml"]).code, 0);
}

#[test]
fn the_templates_of_letters_are_read_and_their_names_known() {
    let desk = Sandbox::english();
    let letter = "[[letter]]\nkind = \"reminder\"\n\
        subject = { fr = \"{{ purchase }}\", en = \"{{ purchase }\" }\n\
        body = { fr = \"Où ?\", en = \"\"\"\nHello,\n\nWhere is {{ my_purchas }}?\n\"\"\" }\n";
    let text = playbook("sector/own", "event = \"ordered\"") + letter;
    write(&desk, "own.toml", &text);
    insta::assert_snapshot!(checked(&desk, &["own.toml"]), @r#"
    [stderr]
    own.toml:31:42: this template cannot be read (unexpected `}`, expected end of variable block) [template-broken]
    31 | subject = { fr = "{{ purchase }}", en = "{{ purchase }" }
       |                                          ^^^^^^^^^^^^^
    hint: the author’s guide tells, under “Letters”, what stands in a template
    own.toml:35:13: letters do not know the name `my_purchas` [template-unknown-name]
    35 | Where is {{ my_purchas }}?
       |             ^^^^^^^^^^
    hint: did you mean `my_purchase`?
    error: 2 problems found
    [exit 2]
    "#);
    // Elsewhere the file serves, and its letter alone is refused.
    own(&desk, "sector/own.toml", text);
    let listed = desk.done(&["playbook", "list", "--format", "csv"]);
    assert!(listed.contains("sector/own"), "{listed}");
}

#[test]
fn the_files_of_a_folder_are_checked_together() {
    let desk = Sandbox::english();
    write(
        &desk,
        "mine/sector/first.toml",
        playbook("sector/first", "event = \"ordered\""),
    );
    let second = playbook("sector/second", "rule = \"sector/first#act-by\"");
    write(&desk, "mine/sector/second.toml", &second);
    let holidays = "format = 1\ncountry = \"XK\"\n[[holiday]]\nid = \"one\"\n\
        name = { fr = \"Un\", en = \"One\" }\ntype = \"fixed\"\nvalue = \"02-17\"\n";
    write(&desk, "mine/holidays/xk.toml", holidays);
    insta::assert_snapshot!(checked(&desk, &["mine"]), @r#"
    [stderr]
    holidays/xk holds.
    sector/first holds (2 examples).
    sector/second holds (2 examples).
    All hold: 3 files, 4 examples.
    "#);
    // Alone, the second does not know the first.
    let alone = checked(&desk, &["mine/sector/second.toml"]);
    assert!(
        alone
            .stderr
            .contains("there is no rule `sector/first#act-by` [unknown-rule]"),
        "{alone}"
    );
    // The folder below knows where it lies.
    assert_eq!(checked(&desk, &["mine/sector"]).code, 0);
    assert_eq!(
        checked(&desk, &["mine/sector", "mine/sector/first.toml"]).code,
        0
    );
}

#[test]
fn everything_wrong_in_a_folder_is_said_at_once_and_summed_up() {
    let desk = Sandbox::english();
    let first = playbook("sector/first", "event = \"ordered\"");
    write(&desk, "mine/sector/a-place.toml", &first);
    write(
        &desk,
        "mine/sector/fine.toml",
        playbook("sector/fine", "event = \"ordered\""),
    );
    let broken = playbook("sector/broken", "event = \"ordered\"").replace("length", "lenght");
    write(&desk, "mine/sector/broken.toml", broken);
    let leaning = playbook("sector/leaning", "rule = \"sector/broken#act-by\"");
    write(&desk, "mine/sector/leaning.toml", leaning);
    write(&desk, "mine/sector/empty.toml", "");
    insta::assert_snapshot!(checked(&desk, &["mine"]), @r#"
    [stderr]
    mine/sector/a-place.toml:2:6: the id is `sector/first`, but the path of the file says `[SANDBOX]/home/mine/sector/a-place` [id-is-not-path]
    2 | id = "sector/first"
      |      ^^^^^^^^^^^^^^
    hint: change the id, or move the file
    mine/sector/broken.toml:8:1: this rule has no duration [rule-without-duration]
    8 | [[rule]]
      | ^^^^^^^^
    hint: give it `length` and `from`, or `latest_of`, or `earliest_of`
    mine/sector/broken.toml:14:1: unknown key `lenght` [unknown-key]
    14 | lenght = "P10D"
       | ^^^^^^
    hint: did you mean `length`?
    mine/sector/empty.toml: there is nothing in this file [empty-file]
    hint: claimctl playbook new writes a first one, with comments
    sector/fine holds (2 examples).
    sector/leaning builds on something that does not hold: its examples were not run.
    error: 4 problems found: 3 of 5 files do not hold
    [exit 2]
    "#);
}

#[test]
fn two_files_with_one_id_are_told() {
    let desk = Sandbox::english();
    let text = playbook("sector/own", "event = \"ordered\"");
    write(&desk, "a/own.toml", &text);
    write(&desk, "b/own.toml", &text);
    let output = checked(&desk, &["a/own.toml", "b/own.toml"]);
    assert!(
        output.stderr.contains(
            "b/own.toml:2:6: `sector/own` is the name of something else already [duplicate-id]"
        ),
        "{output}"
    );
    assert_eq!(output.code, 2, "{output}");
    // Two rules with one id are no better.
    let twice = text.replace(
        "[[example]]\nname = \"late\"",
        &(text[text.find("[[rule]]").unwrap()..text.find("[[example]]").unwrap()].to_owned()
            + "[[example]]\nname = \"late\""),
    );
    write(&desk, "twice.toml", twice);
    let output = checked(&desk, &["twice.toml"]);
    assert!(
        output.stderr.contains(
            "twice.toml:19:6: `act-by` is the name of something else already [duplicate-id]"
        ),
        "{output}"
    );
}

#[test]
fn without_a_name_the_users_own_are_checked() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(checked(&desk, &[]), @r#"
    [stderr]
    There is no playbook to check in [SANDBOX]/config/claimctl/playbooks.
    "#);
    own(
        &desk,
        "sector/own.toml",
        playbook("sector/own", "event = \"ordered\""),
    );
    own(
        &desk,
        "sector/other.toml",
        playbook("sector/elsewhere", "event = \"ordered\""),
    );
    insta::assert_snapshot!(checked(&desk, &[]), @r#"
    [stderr]
    [SANDBOX]/config/claimctl/playbooks/sector/other.toml:2:6: the id is `sector/elsewhere`, but the path of the file says `sector/other` [id-is-not-path]
    2 | id = "sector/elsewhere"
      |      ^^^^^^^^^^^^^^^^^^
    hint: change the id, or move the file
    sector/own holds (2 examples).
    error: one problem found: one of 2 files does not hold
    [exit 2]
    "#);
    // One of them, named alone, is told once and among the others.
    let other = desk.path("config/claimctl/playbooks/sector/other.toml");
    let output = checked(&desk, &[other.to_str().unwrap()]);
    assert_eq!(
        output.stderr.matches("id-is-not-path").count(),
        1,
        "{output}"
    );
    // What is beside is only said to be left out.
    let own = desk.path("config/claimctl/playbooks/sector/own.toml");
    insta::assert_snapshot!(checked(&desk, &[own.to_str().unwrap()]), @r#"
    [stderr]
    warning: [SANDBOX]/config/claimctl/playbooks/sector/other.toml:2:6: the id is `sector/elsewhere`, but the path of the file says `sector/other` [id-is-not-path]; it is left out
    hint: claimctl playbook check
    sector/own holds (2 examples).
    "#);
}

#[test]
fn what_does_not_hold_is_left_out_and_every_claim_stays_readable() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    let before = desk.done(&["show", &id]);
    own(
        &desk,
        "sector/fine.toml",
        playbook("sector/fine", "event = \"ordered\""),
    );
    own(&desk, "platform/broken.toml", "format = 1\n");
    own(&desk, "platform/empty.toml", "");
    own(
        &desk,
        "sector/circle.toml",
        playbook("sector/circle", "rule = \"act-by\""),
    );
    own(&desk, "sector/bytes.toml", [0xff; 40]);
    std::fs::create_dir(desk.path("config/claimctl/playbooks/x.toml")).unwrap();
    let large = desk.path("config/claimctl/playbooks/large.toml");
    std::fs::File::create(large)
        .unwrap()
        .set_len(100 << 20)
        .unwrap();
    #[cfg(unix)]
    {
        let pipe = desk.path("config/claimctl/playbooks/pipe.toml");
        assert!(
            std::process::Command::new("mkfifo")
                .arg(pipe)
                .status()
                .unwrap()
                .success()
        );
        let around = desk.path("config/claimctl/playbooks/loop.toml");
        std::os::unix::fs::symlink("loop.toml", around).unwrap();
    }
    let output = desk.run(&["show", &id]);
    assert_eq!((output.stdout, output.code), (before, 0));
    insta::assert_snapshot!(output.stderr, @"
    warning: [SANDBOX]/config/claimctl/playbooks/large.toml: the file is larger than 500 kB [too-large]; it is left out
    warning: [SANDBOX]/config/claimctl/playbooks/loop.toml: the file or folder cannot be read [unreadable]; it is left out
    warning: [SANDBOX]/config/claimctl/playbooks/pipe.toml: this is a folder, a pipe or a device, not a file [not-a-file]; it is left out
    warning: [SANDBOX]/config/claimctl/playbooks/platform/broken.toml:1:1: `kind` is missing [missing-key]; it is left out (and 3 more problems)
    warning: [SANDBOX]/config/claimctl/playbooks/platform/empty.toml: there is nothing in this file [empty-file]; it is left out
    warning: 3 more of your playbooks do not hold and are left out
    hint: claimctl playbook check
    ");
    assert_eq!(desk.run(&["list"]).code, 0);
    assert_eq!(desk.run(&["playbook", "show", "sector/fine"]).code, 0);
    let codes: Vec<String> = checked(&desk, &[])
        .stderr
        .lines()
        .filter_map(|line| Some(line.strip_suffix(']')?.rsplit_once('[')?.1.to_owned()))
        .collect();
    assert_eq!(
        codes,
        [
            "too-large",
            "unreadable",
            "not-a-file",
            "missing-key",
            "missing-key",
            "missing-key",
            "missing-key",
            "empty-file",
            "not-utf-8",
            "rule-cycle",
            "not-a-file",
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_folder_of_playbooks_that_is_none_stops_nothing() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    std::fs::create_dir_all(desk.path("config/claimctl")).unwrap();
    std::fs::write(desk.path("config/claimctl/playbooks"), "").unwrap();
    let output = desk.run(&["show", &id]);
    assert_eq!(output.code, 0, "{output}");
    insta::assert_snapshot!(output.stderr, @"warning: cannot read the folder of playbooks `[SANDBOX]/config/claimctl/playbooks`");
}
