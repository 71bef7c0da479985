//! What goes wrong around the program: bad values, files that are not what they should be, pipes and terminals.

use super::sandbox::Sandbox;

#[test]
fn dates_that_are_none_or_two_are_refused() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    let mut told = String::new();
    for day in [
        "31/02/2026",
        "03/04/2026",
        "2026-13-01",
        "someday",
        "",
        "99999-01-01",
    ] {
        let output = desk.run(&["log", &id, "contacted", "--on", day]);
        assert_eq!(output.code, 2, "{day}: {output}");
        told += &format!("{day}\n{}", output.stderr);
    }
    insta::assert_snapshot!(told, @r#"
    31/02/2026
    error: `31/02/2026` does not exist in the calendar
    hint: type for example `2026-11-20`, `20 November 2026`, `yesterday` or `3 days ago`
    03/04/2026
    error: `03/04/2026` can be read in two ways
    hint: type `2026-04-03` for 3 April 2026, `2026-03-04` for 4 March 2026
    2026-13-01
    error: `2026-13-01` does not exist in the calendar
    hint: type for example `2026-11-20`, `20 November 2026`, `yesterday` or `3 days ago`
    someday
    error: `someday` is not a date
    hint: type for example `2026-11-20`, `20 November 2026`, `yesterday` or `3 days ago`

    error: `` is not a date
    hint: type for example `2026-11-20`, `20 November 2026`, `yesterday` or `3 days ago`
    99999-01-01
    error: `99999-01-01` is not a date
    hint: type for example `2026-11-20`, `20 November 2026`, `yesterday` or `3 days ago`
    "#);
    assert_eq!(desk.exported(&id)["events"].as_array().unwrap().len(), 5);
}

#[test]
fn dates_are_read_as_people_write_them() {
    for (desk, days) in [
        (
            Sandbox::french(),
            [
                "18/11/2026",
                "18 novembre 2026",
                "il y a 2 jours",
                "avant-hier",
            ],
        ),
        (
            Sandbox::english(),
            [
                "2026-11-18",
                "18 November 2026",
                "2 days ago",
                "18 nov 2026",
            ],
        ),
    ] {
        let id = desk.new_from("aliexpress-damaged.toml");
        for day in days {
            desk.done(&["log", &id, "contacted", "--on", day]);
        }
        let claim = desk.exported(&id);
        let events = claim["events"].as_array().unwrap();
        let read = events.iter().filter(|e| e["on"] == "2026-11-18").count();
        assert_eq!(read, days.len(), "{events:?}");
    }
}

#[test]
fn amounts_that_are_none_are_refused() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    let mut told = String::new();
    for amount in [
        "abc",
        "12,345 €",
        "-5 EUR",
        "99999999999999999999 EUR",
        "5 ZZZ",
        "€",
    ] {
        let output = desk.run(&["log", &id, "refunded", "--amount", amount]);
        assert_eq!(output.code, 2, "{amount}: {output}");
        told += &format!("{amount}\n{}", output.stderr);
    }
    insta::assert_snapshot!(told, @r#"
    abc
    error: `abc` is not an amount
    hint: write the amount like this: `34.90 EUR`
    12,345 €
    error: `12,345 €` can be read in two ways
    hint: write the cents and no thousands separator: `1249.00 EUR`
    -5 EUR
    error: unexpected argument: `-5`
    hint: claimctl log --help
    99999999999999999999 EUR
    error: `99999999999999999999 EUR` is too large an amount
    hint: write the amount like this: `34.90 EUR`
    5 ZZZ
    error: `5 ZZZ`: there is no such currency in ISO 4217
    hint: write the amount like this: `34.90 EUR`
    €
    error: `€` is not an amount
    hint: write the amount like this: `34.90 EUR`
    "#);
}

#[test]
fn a_desk_that_cannot_be_opened_says_why() {
    let desk = Sandbox::english();
    std::fs::create_dir(desk.path("home/folder")).unwrap();
    desk.write("text.db", "These are not the claims you are looking for.");
    let mut told = String::new();
    for db in ["folder", "text.db"] {
        for args in [&["list"][..], &["export"], &["show", "1"]] {
            let output = desk.run(&[&["--db", db][..], args].concat());
            assert_eq!(output.code, 1, "{db}: {output}");
            assert!(output.stdout.is_empty(), "{output}");
        }
        told += &desk.run(&["--db", db, "list"]).to_string();
    }
    insta::assert_snapshot!(told, @r#"
    [stderr]
    error: `folder` is a folder, not a file
    hint: name another file: `claimctl --db FILE list`
    [exit 1]
    [stderr]
    error: `text.db` is not a file of claims
    hint: name another file: `claimctl --db FILE list`
    [exit 1]
    "#);
    let text = std::fs::read_to_string(desk.path("home/text.db")).unwrap();
    assert!(text.starts_with("These are not"), "what is not ours stays");
    // A folder that is not there yet is made.
    let example = super::sandbox::example_file("cancel-order.toml");
    let example = example.to_str().unwrap();
    let output = desk.run(&["--db", "new/folder/claims.db", "new", "--answers", example]);
    assert_eq!(output.to_string(), "1\n");
    let output = desk.run(&["--db", "text.db/claims.db", "new", "--answers", example]);
    insta::assert_snapshot!(output, @r#"
    [stderr]
    error: cannot create the folder `text.db`
    caused by: a part of the path is a file, not a folder
    hint: name another file: `claimctl --db FILE list`
    [exit 1]
    "#);
}

#[test]
fn a_desk_of_a_newer_version_is_left_alone() {
    let desk = Sandbox::english();
    desk.new_from("cancel-order.toml");
    let mut bytes = std::fs::read(desk.db()).unwrap();
    // SQLite keeps `user_version` in the four bytes from the sixtieth on, the highest first.
    bytes[60..64].copy_from_slice(&[0, 0, 0x27, 0x0f]);
    std::fs::write(desk.db(), &bytes).unwrap();
    insta::assert_snapshot!(desk.run(&["list"]), @"
    [stderr]
    error: `[SANDBOX]/data/claimctl/claims.db` was written by a newer version of claimctl
    caused by: its schema is number 9999, and this version knows them up to 9
    hint: install the latest version of claimctl, or name another file: `claimctl --db FILE list`
    [exit 1]
    ");
    insta::assert_snapshot!(desk.run(&["log", "1", "note"]), @"
    [stderr]
    error: `[SANDBOX]/data/claimctl/claims.db` was written by a newer version of claimctl
    caused by: its schema is number 9999, and this version knows them up to 9
    hint: install the latest version of claimctl, or name another file: `claimctl --db FILE list`
    [exit 1]
    ");
    assert_eq!(std::fs::read(desk.db()).unwrap(), bytes);
}

#[cfg(unix)]
#[test]
fn a_desk_that_is_read_only_can_be_read_and_not_written() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let read_only = std::fs::Permissions::from_mode(0o400);
    std::fs::set_permissions(desk.db(), read_only).unwrap();
    assert_eq!(desk.run(&["list"]).code, 0);
    // Root may write everywhere.
    if std::fs::OpenOptions::new()
        .write(true)
        .open(desk.db())
        .is_err()
    {
        let output = desk.run(&["log", &id, "note", "--note", "x"]);
        assert_eq!(output.code, 1, "{output}");
        assert!(output.stderr.starts_with("error: "), "{output}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let desk = Sandbox::english();
    for example in super::sandbox::EXAMPLES {
        desk.new_from(example);
    }
    let binary = env!("CARGO_BIN_EXE_claimctl");
    for args in ["list", "export", "show 1", "playbook list", "--help"] {
        // The reader is gone before anything is written.
        let script = format!("(sleep 0.1; {binary} {args}; echo $? >code) | true; cat code");
        let mut command = std::process::Command::new("/bin/sh");
        command.args(["-c", &script]);
        let ours = desk.command(&[]);
        command
            .env_clear()
            .envs(ours.get_envs().filter_map(|(k, v)| Some((k, v?))));
        command.env("PATH", "/usr/bin:/bin");
        command.current_dir(desk.path("home"));
        let output = desk.finished(&mut command);
        assert_eq!(output.to_string(), "0\n", "{args}");
    }
}

#[test]
fn without_a_terminal_nothing_is_asked() {
    insta::assert_snapshot!(Sandbox::english().run(&["new"]), @r#"
    [stderr]
    error: no terminal: no question can be asked
    hint: claimctl new --answers FILE, or claimctl new --prompts plain
    [exit 2]
    "#);
    insta::assert_snapshot!(Sandbox::french().run(&["new", "--no-input"]), @r#"
    [stderr]
    erreur : pas de terminal : aucune question ne peut être posée
    conseil : claimctl new --answers FICHIER, ou claimctl new --prompts plain
    [exit 2]
    "#);
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    let coloured = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = desk.command(args);
        command.envs(variables.iter().copied());
        desk.finished(&mut command).stdout.contains('\u{1b}')
    };
    assert!(!coloured(&["show", &id], &[]));
    assert!(coloured(&["--color", "always", "show", &id], &[]));
    assert!(!coloured(&["--color", "never", "show", &id], &[]));
    assert!(!coloured(&["show", &id], &[("NO_COLOR", "1")]));
    assert!(coloured(
        &["--color", "always", "show", &id],
        &[("NO_COLOR", "1")]
    ));
}

#[test]
fn quiet_leaves_errors_and_results() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let output = desk.run(&["-q", "log", &id, "withdrawn"]);
    assert_eq!(output.to_string(), "");
    let output = desk.run(&["-q", "log", &id, "withdraun"]);
    assert!(output.stderr.starts_with("error: "), "{output}");
    assert!(desk.run(&["-q", "list"]).stdout.contains("Lampe"));
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_do_no_harm() {
    use std::os::unix::ffi::OsStrExt as _;
    let desk = Sandbox::english();
    desk.new_from("cancel-order.toml");
    for args in [
        &["show"][..],
        &["list", "--seller"],
        &["log", "1", "note", "--note"],
    ] {
        let mut command = desk.command(args);
        command.arg(std::ffi::OsStr::from_bytes(b"\xff\xfe"));
        let output = desk.finished(&mut command);
        assert_eq!(output.code, 2, "{args:?}: {output}");
        assert!(output.stderr.starts_with("error: "), "{output}");
    }
}

/// Values that have broken programs before.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "-",
    "#",
    "0",
    "-1",
    "9223372036854775807",
    "9223372036854775808",
    "99999999999999999999999999999999999999999999999999999999999999999999999999999999",
    "é",
    "\u{1b}[2J",
    "9999-12-31",
    "0001-01-01",
    "P1000000000Y",
    "P-1D",
    "4000000000 days ago",
    "2026-11-20T99:99",
    "0 EUR",
    "%s { $x } {{ x }}",
    "../../etc/passwd",
    "platform/aliexpress#",
];

#[test]
fn no_value_makes_it_panic() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    let calls: &[&[&str]] = &[
        &["show"],
        &["why", &id],
        &["letter", &id],
        &["export"],
        &["list", "--seller"],
        &["list", "--due"],
        &["--today"],
        &["log", &id],
        &["log", &id, "note", "--at"],
        &["log", &id, "promised", "--by"],
        &["log", &id, "note", "--note"],
        &["log", &id, "refunded", "--amount"],
        &["log", &id, "note", "--corrects"],
        &["log", &id, "note", "--about"],
        &["evidence", "add", &id],
        &["playbook", "show"],
    ];
    for call in calls {
        for value in HOSTILE {
            let mut args = call.to_vec();
            args.push(value);
            if *call == ["--today"] {
                args.push("list");
            }
            let output = desk.run(&args);
            assert!([0, 1, 2, 3].contains(&output.code), "{args:?}: {output}");
            assert!(!output.stderr.contains("panicked"), "{args:?}: {output}");
            assert!(!output.stderr.contains('\u{1b}'), "{args:?}: {output:?}");
        }
    }
    assert_eq!(desk.run(&["show", &id, "--all"]).code, 0);
}

#[test]
fn no_fact_makes_it_panic() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    for key in [
        "amount",
        "notice_period",
        "latest_delivery_on",
        "ordered_on",
        "country",
        "title",
    ] {
        for value in HOSTILE {
            let output = desk.run(&["edit", &id, &format!("{key}={value}")]);
            assert!([0, 2].contains(&output.code), "{key}={value}: {output}");
            assert!(!output.stderr.contains('\u{1b}'), "{output:?}");
            if output.code == 0 {
                let shown = desk.run(&["show", &id]);
                assert_eq!(shown.code, 0, "{key}={value}: {shown}");
                assert!(!shown.stdout.contains('\u{1b}'), "{shown:?}");
            }
        }
    }
}
