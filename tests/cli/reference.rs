//! The reference of the command line: the help of every command in both languages, so that every change of it is seen.

use super::sandbox::Sandbox;

const COMMANDS: &[&[&str]] = &[
    &[],
    &["new"],
    &["next"],
    &["list"],
    &["show"],
    &["log"],
    &["edit"],
    &["why"],
    &["timeline"],
    &["rights"],
    &["letter"],
    &["dossier"],
    &["offer"],
    &["evidence"],
    &["evidence", "add"],
    &["evidence", "list"],
    &["evidence", "open"],
    &["evidence", "extract"],
    &["evidence", "verify"],
    &["evidence", "note"],
    &["evidence", "remove"],
    &["evidence", "purge"],
    &["close"],
    &["undo"],
    &["forget"],
    &["export"],
    &["import"],
    &["backup"],
    &["restore"],
    &["doctor"],
    &["playbook"],
    &["playbook", "list"],
    &["playbook", "show"],
    &["playbook", "check"],
    &["playbook", "new"],
    &["playbook", "schema"],
];

/// The commands that none of these calls tries.
pub(super) fn untried(calls: &[&[&str]]) -> Vec<String> {
    let groups = ["evidence", "playbook"];
    let commands = COMMANDS.iter().filter(|command| match command {
        [] => false,
        [one] => !groups.contains(one),
        _ => true,
    });
    let untried = commands.filter(|command| !calls.iter().any(|call| call.starts_with(command)));
    untried.map(|command| command.join(" ")).collect()
}

fn reference(desk: &Sandbox) -> String {
    let mut all = String::new();
    for command in COMMANDS {
        let help = desk.done(&[command, &["--help"][..]].concat());
        assert_eq!(desk.done(&[command, &["-h"][..]].concat()), help);
        all += &format!(
            "$ claimctl {}\n{help}\n",
            [command, &["--help"][..]].concat().join(" ")
        );
    }
    all
}

#[test]
fn the_help_in_english() {
    insta::assert_snapshot!("help_en", reference(&Sandbox::english()));
}

#[test]
fn the_help_in_french() {
    let help = reference(&Sandbox::french());
    insta::assert_snapshot!("help_fr", help);
    // What clap says on its own is English.
    for word in [
        "default", "possible", "COMMAND>", "<FILE>", "Commands", "Options:", "Print",
    ] {
        assert!(!help.contains(word), "`{word}` in the French help");
    }
}

#[test]
fn every_command_is_in_the_reference() {
    let lang = claimctl::lang::Lang::new(claimctl::domain::language::Language::English);
    let root = claimctl::cli::command(&lang);
    let mut paths = vec![Vec::new()];
    for command in root.get_subcommands() {
        paths.push(vec![command.get_name()]);
        for below in command.get_subcommands() {
            paths.push(vec![command.get_name(), below.get_name()]);
        }
    }
    assert_eq!(paths, COMMANDS);
}

#[test]
fn the_version_is_that_of_the_package() {
    let expected = format!("claimctl {}\n", env!("CARGO_PKG_VERSION"));
    for desk in [Sandbox::english(), Sandbox::french()] {
        assert_eq!(desk.run(&["--version"]).to_string(), expected);
        assert_eq!(desk.run(&["-V"]).to_string(), expected);
    }
}
