//! A letter made the user's own: in the editor, by its template, by its day.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::letter_sent::{desk, program, run};
use super::sandbox::Sandbox;

/// Puts the letters of the user's own in their place.
fn own_letters(desk: &Sandbox, text: &str) {
    let folder = desk.path("config").join("claimctl/playbooks/sector");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("my-letters.toml"), text).unwrap();
}

#[test]
fn the_edited_text_is_what_is_written_logged_and_kept() {
    let (desk, id) = desk();
    program(
        &desk,
        "ed-it",
        "sed -i 's/Hello,/Dear shop,/; s/^Subject: .*/Subject: My kettle/' \"$1\"",
    );
    let sent = run(&desk, "ed-it", &["letter", &id, "--edit", "--sent", "-q"]);
    assert!(
        sent.stdout
            .starts_with("Subject: My kettle\n\nDear shop,\n"),
        "{sent}"
    );
    let piece = &desk.exported(&id)["evidence"][0];
    let list = desk.done(&["evidence", "list", &id]);
    assert!(list.trim_end().ends_with("– My kettle"), "{list}");
    let kept = fs::read_to_string(desk.vault_file(piece["sha256"].as_str().unwrap())).unwrap();
    assert_eq!(kept, sent.stdout);
}

#[test]
fn an_editor_that_fails_sends_and_logs_nothing() {
    let (desk, id) = desk();
    program(&desk, "empties", ": > \"$1\"");
    program(
        &desk,
        "latin",
        "printf 'Subject: x\\n\\nd\\351j\\340\\n' > \"$1\"",
    );
    program(&desk, "big", "head -c 2000000 /dev/zero > \"$1\"");
    program(&desk, "link", "rm \"$1\"; ln -s /dev/zero \"$1\"");
    for (editor, why) in [
        ("latin", "not in UTF-8"),
        ("big", "too large for a letter"),
        ("link", "no text"),
        ("false", "with the code 1"),
        ("no-such-editor", "with the code 127"),
        ("empties", "nothing was left"),
    ] {
        let failed = run(&desk, editor, &["letter", &id, "--edit", "--sent"]);
        assert_eq!((failed.code, failed.stdout.as_str()), (1, ""), "{failed}");
        assert!(failed.stderr.contains(why), "{failed}");
        assert!(
            failed.stderr.contains("nothing was sent or logged"),
            "{failed}"
        );
    }
    assert_eq!(desk.exported(&id)["events"].as_array().unwrap().len(), 3);
}

#[test]
fn what_was_typed_is_kept_whatever_goes_wrong_afterwards() {
    let (desk, id) = desk();
    program(&desk, "ed-it", "sed -i 's/Hello,/Dear shop,/' \"$1\"");
    // Known beforehand: nobody has to type first.
    for refused in [
        &["--out", "nowhere/x"][..],
        &["--to", "a@b.example"],
        &["--open", "mail", "--to", "nobody"],
    ] {
        let said = run(
            &desk,
            "ed-it",
            &[&["letter", &id, "--edit"], refused].concat(),
        );
        assert_ne!(said.code, 0, "{said}");
        assert!(!said.stderr.contains("is kept in"), "{said}");
    }
    let failed = run(&desk, "ed-it", &["letter", &id, "--edit", "--copy"]);
    assert_eq!(failed.code, 1, "{failed}");
    let kept = failed.stderr.split("is kept in ").nth(1).expect("a file");
    let kept = kept.lines().next().unwrap().trim_end_matches('.');
    let text = fs::read_to_string(kept).unwrap();
    assert!(text.contains("\nDear shop,\n"), "{text}");
    assert_eq!(
        fs::metadata(kept).unwrap().permissions().mode() & 0o777,
        0o600
    );
    fs::remove_file(kept).unwrap();
}

#[test]
fn the_day_that_a_notice_sets_is_the_day_that_counts() {
    let (desk, id) = desk();
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--channel",
        "email",
        "--on",
        "2026-11-13",
        "-q",
    ]);
    let ahead = desk.run(&["letter", &id, "formal-notice", "--by", "2026-11-19"]);
    assert_eq!(ahead.code, 2, "{ahead}");
    assert!(
        ahead.stderr.contains("19 November 2026, the day by which"),
        "{ahead}"
    );
    // Whoever changes the day says which it is.
    program(
        &desk,
        "ed-it",
        "sed -i 's/28 November 2026/15 December 2026/' \"$1\"",
    );
    let args = ["letter", &id, "formal-notice", "--edit", "--sent"];
    let refused = run(&desk, "ed-it", &args);
    assert_eq!(refused.code, 2, "{refused}");
    assert!(
        refused.stderr.contains("no longer says by which day"),
        "{refused}"
    );
    let sent = run(
        &desk,
        "ed-it",
        &[&args[..], &["--by", "2026-12-15"]].concat(),
    );
    assert_eq!(sent.code, 0, "{sent}");
    assert_eq!(desk.exported(&id)["events"][4]["by"], "2026-12-15");
    assert!(
        desk.done(&["why", &id, "extra-time"])
            .contains("15 December 2026")
    );
}

#[test]
fn a_letter_of_an_earlier_day_is_written_as_of_that_day() {
    let (desk, id) = desk();
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--channel",
        "email",
        "--on",
        "2026-11-13",
        "-q",
    ]);
    desk.done(&[
        "log",
        &id,
        "answered",
        "--channel",
        "email",
        "--on",
        "2026-11-19",
        "-q",
    ]);
    let letter = desk.done(&["letter", &id, "formal-notice", "--sent", "2026-11-16", "-q"]);
    assert!(letter.contains("\n16 November 2026\n"), "{letter}");
    assert!(
        letter.contains("13 November") && !letter.contains("19 November"),
        "{letter}"
    );
    let claim = desk.exported(&id);
    let events = claim["events"].as_array().unwrap();
    let event = events
        .iter()
        .find(|e| e["kind"] == "formal-notice-sent")
        .unwrap();
    assert_eq!(event["on"], "2026-11-16");
    assert_eq!(event["by"], "2026-11-24");
    assert!(letter.contains("deliver by 24 November 2026"), "{letter}");
}

#[test]
fn a_template_is_made_ones_own() {
    let (desk, id) = desk();
    let printed = desk.run(&["letter", &id, "first-message", "--template"]);
    assert_eq!(printed.code, 0, "{printed}");
    assert!(
        printed
            .stderr
            .contains("[SANDBOX]/config/claimctl/playbooks/sector/my-letters.toml"),
        "{printed}"
    );
    let before = desk.done(&["letter", &id]);
    own_letters(&desk, &printed.stdout);
    assert_eq!(
        desk.run(&["playbook", "check"]).to_string(),
        "[stderr]\nsector/my-letters holds (0 examples).\n"
    );
    assert_eq!(desk.done(&["letter", &id]), before);
    own_letters(
        &desk,
        &printed.stdout.replace("\nHello,\n", "\nDear friends,\n"),
    );
    assert_eq!(
        desk.done(&["letter", &id]),
        before.replace("\nHello,\n", "\nDear friends,\n")
    );
    // It is for claims with this problem alone.
    let other = desk.new_from("cancel-order.toml");
    let letter = desk.done(&["letter", &other, "first-message", "--lang", "en"]);
    assert!(letter.contains("\nHello,\n"), "{letter}");
}

#[test]
fn a_template_of_ones_own_that_fails_gives_way_to_the_built_in_one() {
    let (desk, id) = desk();
    let printed = desk.done(&["letter", &id, "first-message", "--template", "-q"]);
    let before = desk.done(&["letter", &id]);
    for _ in 0..12 {
        desk.done(&["log", &id, "contacted", "--channel", "email", "-q"]);
    }
    let loops = |word: &str| word.repeat(5);
    let endless = loops("{% for a in contacts %}") + &loops("{% endfor %}");
    let huge = loops("{% for a in contacts %}") + "{{ references }}" + &loops("{% endfor %}");
    for with in [
        "{{ nobody }}",
        "{% if %}",
        "{{ today + 1 }}",
        &endless,
        &huge,
    ] {
        let text = printed.replace("\nHello,\n", &format!("\nHello, {with}\n"));
        own_letters(&desk, &text);
        let written = desk.run(&["letter", &id, "first-message"]);
        assert_eq!(
            (written.code, written.stdout.as_str()),
            (0, before.as_str()),
            "{written}"
        );
        let said = "warning: your template in `sector/my-letters` cannot be filled";
        assert!(written.stderr.contains(said), "{with}: {written}");
    }
}
