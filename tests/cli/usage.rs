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
    &[
        "log",
        "1",
        "contacted",
        "--on",
        "2026-11-19",
        "--at",
        "2026-11-19 10:00",
    ],
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
    insta::assert_snapshot!(told(&Sandbox::english()), @r#"
    $ claimctl lst
    error: unknown command: `lst`
    hint: did you mean `list`?
    $ claimctl zzz
    error: unknown command: `zzz`
    hint: claimctl --help
    $ claimctl list --du
    error: unexpected argument: `--du`
    hint: did you mean `--due`?
    $ claimctl list --zzz
    error: unexpected argument: `--zzz`
    hint: claimctl list --help
    $ claimctl list --sort price
    error: `price` is not a possible value of `--sort <KEY>`
    hint: one of: due, id, seller, amount, updated
    $ claimctl list --sort
    error: `--sort <KEY>` needs a value
    hint: one of: due, id, seller, amount, updated
    $ claimctl list --due soon
    error: `soon` is not a possible value of `--due [<DAYS>]`
    hint: claimctl list --help
    $ claimctl list 3
    error: unexpected argument: `3`
    hint: claimctl list --help
    $ claimctl list --db
    error: `--db <FILE>` needs a value
    hint: claimctl list --help
    $ claimctl show
    error: missing: <CLAIM>
    hint: claimctl show --help
    $ claimctl log 1
    error: missing: <EVENT>
    hint: claimctl log --help lists the facts: contacted, answered, promised, refused, refunded, note…
    $ claimctl log 1 contacted --on 2026-11-19 --at 2026-11-19 10:00
    error: `--on <DATE>` does not go with another option that was given
    hint: claimctl log --help
    $ claimctl evidence ad
    error: unknown command: `ad`
    hint: did you mean `add`?
    $ claimctl close 1 --debits-stopped maybe
    error: `maybe` is not a possible value of `--debits-stopped <ANSWER>`
    hint: one of: yes, no
    $ claimctl --color sometimes list
    error: `sometimes` is not a possible value of `--color <WHEN>`
    hint: one of: auto, always, never
    $ claimctl show one
    error: `one` is not the number of a claim
    hint: claimctl list --all
    $ claimctl show 0
    error: `0` is not the number of a claim
    hint: claimctl list --all
    $ claimctl --today yesterday list
    error: `yesterday` is not a date
    hint: --today 2026-11-20
    $ claimctl --lang xx list
    error: unknown language: `xx`
    hint: --lang fr or --lang en
    "#);
}

#[test]
fn a_wrong_call_is_told_in_french() {
    insta::assert_snapshot!(told(&Sandbox::french()), @r#"
    $ claimctl lst
    erreur : commande inconnue : `lst`
    conseil : vouliez-vous dire `list` ?
    $ claimctl zzz
    erreur : commande inconnue : `zzz`
    conseil : claimctl --help
    $ claimctl list --du
    erreur : argument inattendu : `--du`
    conseil : vouliez-vous dire `--due` ?
    $ claimctl list --zzz
    erreur : argument inattendu : `--zzz`
    conseil : claimctl list --help
    $ claimctl list --sort price
    erreur : `price` n’est pas une valeur possible pour `--sort <CLÉ>`
    conseil : au choix : due, id, seller, amount, updated
    $ claimctl list --sort
    erreur : `--sort <CLÉ>` attend une valeur
    conseil : au choix : due, id, seller, amount, updated
    $ claimctl list --due soon
    erreur : `soon` n’est pas une valeur possible pour `--due [<JOURS>]`
    conseil : claimctl list --help
    $ claimctl list 3
    erreur : argument inattendu : `3`
    conseil : claimctl list --help
    $ claimctl list --db
    erreur : `--db <FICHIER>` attend une valeur
    conseil : claimctl list --help
    $ claimctl show
    erreur : il manque : <DOSSIER>
    conseil : claimctl show --help
    $ claimctl log 1
    erreur : il manque : <FAIT>
    conseil : claimctl log --help donne la liste des faits : contacted, answered, promised, refused, refunded, note…
    $ claimctl log 1 contacted --on 2026-11-19 --at 2026-11-19 10:00
    erreur : `--on <DATE>` ne va pas avec une autre option donnée
    conseil : claimctl log --help
    $ claimctl evidence ad
    erreur : commande inconnue : `ad`
    conseil : vouliez-vous dire `add` ?
    $ claimctl close 1 --debits-stopped maybe
    erreur : `maybe` n’est pas une valeur possible pour `--debits-stopped <RÉPONSE>`
    conseil : au choix : yes, no
    $ claimctl --color sometimes list
    erreur : `sometimes` n’est pas une valeur possible pour `--color <QUAND>`
    conseil : au choix : auto, always, never
    $ claimctl show one
    erreur : `one` n’est pas un numéro de dossier
    conseil : claimctl list --all
    $ claimctl show 0
    erreur : `0` n’est pas un numéro de dossier
    conseil : claimctl list --all
    $ claimctl --today yesterday list
    erreur : `yesterday` n’est pas une date
    conseil : --today 2026-11-20
    $ claimctl --lang xx list
    erreur : langue inconnue : `xx`
    conseil : --lang fr ou --lang en
    "#);
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
    insta::assert_snapshot!(output, @r#"
    [stderr]
    error: unknown language: `xx`
    hint: --lang fr or --lang en
    [exit 2]
    "#);
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
