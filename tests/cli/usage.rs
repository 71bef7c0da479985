//! A wrong call: what is said of it, in both languages, with exit 2 and nothing on stdout.

use super::sandbox::Sandbox;

/// Calls that are wrong, each in its own way.
const WRONG: &[&[&str]] = &[
    &["lst"],
    &["zzz"],
    &["list", "--du"],
    &["list", "--zzz"],
    &["list", "--sort", "price"],
    &["list", "--sort"],
    &["list", "--due", "soon"],
    &["list", "3"],
    &["list", "--db"],
    &["show"],
    &["log", "1"],
    &["log", "1", "contacted", "--on", "2026-11-19", "--at", "2026-11-19 10:00"],
    &["evidence", "ad"],
    &["close", "1", "--debits-stopped", "maybe"],
    &["--color", "sometimes", "list"],
    &["show", "one"],
    &["show", "0"],
    &["--today", "yesterday", "list"],
    &["--lang", "xx", "list"],
];

fn told(desk: &Sandbox) -> String {
    let mut all = String::new();
    for args in WRONG {
        let output = desk.run(args);
        assert_eq!(output.code, 2, "claimctl {args:?}\n{output}");
        assert!(output.stdout.is_empty(), "claimctl {args:?}\n{output}");
        all += &format!("$ claimctl {}\n{}", args.join(" "), output.stderr);
    }
    all
}

#[test]
fn a_wrong_call_is_told_in_english() {
    insta::assert_snapshot!(told(&Sandbox::english()), @"");
}

#[test]
fn a_wrong_call_is_told_in_french() {
    insta::assert_snapshot!(told(&Sandbox::french()), @"");
}

#[test]
fn without_a_command_the_help_is_shown_on_stderr() {
    let output = Sandbox::english().run(&[]);
    assert_eq!(output.code, 2);
    assert!(output.stdout.is_empty(), "{output}");
    assert!(output.stderr.contains("Usage: claimctl"), "{output}");
}

#[test]
fn an_unknown_language_in_the_environment_is_refused_too() {
    let desk = Sandbox::english();
    let mut command = desk.command(&["list"]);
    let output = desk.finished(command.env("CLAIMCTL_LANG", "xx"));
    insta::assert_snapshot!(output, @"");
}

#[test]
fn the_language_is_asked_for_by_option_then_variable_then_locale() {
    let desk = Sandbox::english();
    let spoken = |args: &[&str], variable: Option<&str>, locale: &str| {
        let mut command = desk.command(args);
        command.env_remove("CLAIMCTL_LANG").env("LC_ALL", locale);
        if let Some(variable) = variable {
            command.env("CLAIMCTL_LANG", variable);
        }
        let output = desk.finished(&mut command);
        match output.stderr.split(' ').next() {
            Some("Aucun") => "fr",
            Some("No") => "en",
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(spoken(&["list"], None, "fr_FR.UTF-8"), "fr");
    assert_eq!(spoken(&["list"], None, "de_DE.UTF-8"), "en");
    assert_eq!(spoken(&["list"], None, "C"), "en");
    assert_eq!(spoken(&["list"], Some("en"), "fr_FR.UTF-8"), "en");
    assert_eq!(spoken(&["list"], Some("fr"), "en_GB.UTF-8"), "fr");
    assert_eq!(spoken(&["--lang", "fr", "list"], Some("en"), "C"), "fr");
    assert_eq!(spoken(&["list", "--lang=fr"], Some("en"), "C"), "fr");
}

#[test]
fn an_option_may_be_given_twice_and_the_last_counts() {
    let desk = Sandbox::english();
    assert_eq!(desk.run(&["list", "--quiet", "--quiet"]).code, 0);
    let output = desk.run(&["--lang", "fr", "list", "--lang", "en"]);
    assert_eq!(output, desk.run(&["list"]));
}
