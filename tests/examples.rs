//! Everything in `examples/` is run: the answers files, the playbooks, the scripts. Nothing there is forgotten.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The test that runs `examples/bench/bench.sh`, and that script, which runs the rest of its folder.
const BENCH: &str = concat!(
    include_str!("bench.rs"),
    include_str!("../examples/bench/bench.sh")
);

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// Every file below a folder, in order.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(below(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What an example is, by where it lies and how its name ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Answers,
    Table,
    Playbook,
    Script,
    /// What measures the program; run by `tests/bench.rs`.
    Bench,
}

fn kind(path: &Path) -> Option<Kind> {
    let inside = path.strip_prefix(examples()).expect("an example");
    let end = path.extension()?.to_str()?;
    let top = inside.components().count() == 1;
    match end {
        "toml" if inside.starts_with("playbooks") => Some(Kind::Playbook),
        "toml" | "json" if top => Some(Kind::Answers),
        "csv" if top => Some(Kind::Table),
        "sh" if top => Some(Kind::Script),
        _ if inside.starts_with("bench") => Some(Kind::Bench),
        _ => None,
    }
}

fn of(wanted: Kind) -> Vec<PathBuf> {
    let all = below(&examples()).into_iter();
    let found: Vec<PathBuf> = all.filter(|path| kind(path) == Some(wanted)).collect();
    assert!(!found.is_empty(), "no {wanted:?}");
    found
}

/// A home of its own, with the program on the path.
struct Sandbox {
    home: tempfile::TempDir,
    path: String,
    language: &'static str,
}

impl Sandbox {
    fn new() -> Sandbox {
        let home = tempfile::tempdir().expect("a folder");
        let bin = home.path().join("bin");
        fs::create_dir(&bin).expect("a folder");
        symlink(env!("CARGO_BIN_EXE_claimctl"), bin.join("claimctl")).expect("the program");
        let path = std::env::var("PATH").expect("a path");
        Sandbox {
            path: format!("{}:{path}", bin.display()),
            home,
            language: "en",
        }
    }

    fn run(&self, program: &str, args: &[&str]) -> Output {
        Command::new(program)
            .args(args)
            .env_clear()
            .env("PATH", &self.path)
            .env("HOME", self.home.path())
            .env("CLAIMCTL_LANG", self.language)
            .env("CLAIMCTL_TODAY", "2026-11-20")
            .current_dir(self.home.path())
            .stdin(Stdio::null())
            .output()
            .expect(program)
    }

    #[track_caller]
    fn claimctl(&self, args: &[&str]) -> String {
        let output = self.run(env!("CARGO_BIN_EXE_claimctl"), args);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{args:?}: {error}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    fn script(&self, name: &str, args: &[&str]) -> Output {
        let path = examples().join(name).display().to_string();
        let args: Vec<&str> = std::iter::once(path.as_str())
            .chain(args.iter().copied())
            .collect();
        self.run("sh", &args)
    }

    fn new_claim(&self, example: &str) {
        let path = examples().join(example);
        self.claimctl(&["new", "--answers", path.to_str().expect("UTF-8")]);
    }
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

#[test]
fn no_file_is_forgotten() {
    let scripts = ["due-in-prompt.sh", "export-summary.sh"];
    for path in below(&examples()) {
        let kind = kind(&path).unwrap_or_else(|| panic!("nothing runs {}", path.display()));
        let name = path.file_name().and_then(|n| n.to_str()).expect("a name");
        match kind {
            Kind::Script => assert!(scripts.contains(&name), "no test runs {name}"),
            Kind::Bench => assert!(BENCH.contains(name), "no benchmark uses {name}"),
            Kind::Answers | Kind::Table | Kind::Playbook => {}
        }
    }
}

#[test]
fn every_answers_file_makes_a_claim_with_something_to_do() {
    for path in of(Kind::Answers) {
        let sandbox = Sandbox::new();
        let name = path.to_str().expect("UTF-8");
        assert_eq!(
            sandbox.claimctl(&["new", "--answers", name]),
            "1\n",
            "{name}"
        );
        let next = sandbox.claimctl(&["next", "1"]);
        let command = next.lines().nth(1).expect("a sentence, and a command");
        let words: Vec<&str> = command.split(' ').collect();
        assert_eq!(words[..2], ["claimctl", "letter"], "{name}: {command}");
        // What is said to be the next thing to do can be done.
        let letter = sandbox.claimctl(&words[1..]);
        assert!(letter.starts_with("Subject: "), "{name}: {letter}");
    }
}

#[test]
fn every_table_makes_a_claim_of_each_row() {
    for path in of(Kind::Table) {
        let sandbox = Sandbox::new();
        let mut args = vec!["import", path.to_str().expect("UTF-8")];
        for fact in [
            "country=FR",
            "seller_kind=trader",
            "sale=online",
            "item_kind=goods",
        ] {
            args.extend(["--with", fact]);
        }
        assert_eq!(sandbox.claimctl(&args), "1\n2\n3\n");
        assert_eq!(sandbox.claimctl(&args), "");
        let listed = sandbox.claimctl(&["list", "--format", "csv"]);
        for name in ["Floor lamp", "Headphones", "Vase, 30 cm"] {
            assert!(listed.contains(name), "{listed}");
        }
    }
}

#[test]
fn every_playbook_holds_and_works_from_the_settings_folder() {
    for path in of(Kind::Playbook) {
        let sandbox = Sandbox::new();
        sandbox.claimctl(&["playbook", "check", path.to_str().expect("UTF-8")]);
        let inside = path.strip_prefix(examples()).expect("an example");
        // The data and the settings have a folder each; on macOS it is the same one.
        for settings in [".config/claimctl", "Library/Application Support/claimctl"] {
            let own = sandbox.home.path().join(settings).join(inside);
            fs::create_dir_all(own.parent().expect("a folder")).expect("a folder");
            fs::copy(&path, own).expect("a copy");
        }
        let id = inside.strip_prefix("playbooks").expect("a playbook");
        let id = id.with_extension("").display().to_string();
        let list = sandbox.claimctl(&["playbook", "list"]);
        let line = list.lines().find(|line| line.starts_with(&id)).expect(&id);
        assert!(line.contains("(your own)"), "{line}");
    }
}

#[test]
fn a_playbook_of_ones_own_decides_what_is_next() {
    let sandbox = Sandbox::new();
    let settings = sandbox
        .home
        .path()
        .join(".config/claimctl/playbooks/platform");
    fs::create_dir_all(&settings).expect("a folder");
    let playbook = examples().join("playbooks/platform/atelier-lumen.toml");
    fs::copy(playbook, settings.join("atelier-lumen.toml")).expect("a copy");
    let answers = fs::read_to_string(examples().join("cancel-order.toml")).expect("an example");
    let answers = answers.replace("2026-11-17", "2026-11-20");
    let file = sandbox.home.path().join("answers.toml");
    fs::write(&file, format!("platform = \"atelier-lumen\"\n{answers}")).expect("a file");
    sandbox.claimctl(&["new", "--answers", "answers.toml"]);
    let next = sandbox.claimctl(&["next", "1"]);
    let act = "cancel the order in your customer account (last day: 20 November 2026)";
    assert!(next.contains(act), "{next}");
}

#[test]
fn every_script_can_be_run_and_is_posix() {
    for path in of(Kind::Script) {
        let name = path.display();
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{name} cannot be run");
        let text = fs::read_to_string(&path).expect("a script");
        assert!(text.starts_with("#!/bin/sh\n"), "{name}");
        for word in ["[[", "local ", "<<<", "pipefail", "$'"] {
            assert!(!text.contains(word), "{name}: `{word}` is not POSIX");
        }
        // Where shellcheck is there, it has the last word.
        let mut check = Command::new("shellcheck");
        if let Ok(output) = check.args(["-s", "sh"]).arg(&path).output() {
            assert!(output.status.success(), "{}", out(&output));
        }
    }
}

#[test]
fn the_prompt_says_what_is_due_and_is_silent_otherwise() {
    let sandbox = Sandbox::new();
    let prompt = |args: &[&str]| {
        let output = sandbox.script("due-in-prompt.sh", args);
        assert!(output.status.success());
        assert_eq!(err(&output), "");
        out(&output).to_owned()
    };
    assert_eq!(prompt(&[]), "", "no desk yet");
    sandbox.new_claim("amazon-not-received.toml");
    assert_eq!(prompt(&[]), "", "nothing is due");
    sandbox.new_claim("aliexpress-not-received.json");
    assert_eq!(prompt(&[]), "[claims: 1] ");
    assert_eq!(prompt(&["200"]), "[claims: 2] ");
    assert_eq!(
        prompt(&["soon"]),
        "",
        "a wrong option must not spoil a prompt"
    );
    // A line break in a title is in quotes, and no second row.
    sandbox.claimctl(&["edit", "2", "title=two\nlines"]);
    assert_eq!(prompt(&[]), "[claims: 1] ");
}

#[test]
fn the_summary_is_of_one_claim_or_of_all_of_them() {
    let sandbox = Sandbox::new();
    assert_eq!(out(&sandbox.script("export-summary.sh", &[])), "");
    sandbox.new_claim("amazon-not-received.toml");
    sandbox.new_claim("cancel-order.toml");
    sandbox.claimctl(&["edit", "2", "title=Lampe, \"articulée\"\nen double"]);
    let one = sandbox.script("export-summary.sh", &["2"]);
    assert_eq!(
        out(&one),
        "\
Claim 2 - Lampe, \"articulée\" en double
  Status: yours to act
  Problem: cancel-order
  Seller: Atelier Lumen
  Order: AL-2026-11873
  Ordered on: 2026-11-17
  Asked: 89.90 EUR
  Received: 0.00 EUR
  Outstanding: 89.90 EUR
  Next: Send your withdrawal to the seller
"
    );
    let all = sandbox.script("export-summary.sh", &[]);
    let titles: Vec<&str> = out(&all)
        .lines()
        .filter(|l| l.starts_with("Claim "))
        .collect();
    assert_eq!(titles.len(), 2, "{titles:?}");
    assert_eq!(out(&all).matches("\n\n").count(), 1, "a blank line between");
}

#[test]
fn the_summary_speaks_french() {
    let sandbox = Sandbox {
        language: "fr",
        ..Sandbox::new()
    };
    sandbox.new_claim("cancel-order.toml");
    sandbox.claimctl(&["close", "1", "--outcome", "cancelled"]);
    let summary = sandbox.script("export-summary.sh", &[]);
    assert_eq!(
        out(&summary),
        "\
Dossier 1 - Lampe commandée en double
  Statut\u{a0}: clos
  Problème\u{a0}: cancel-order
  Vendeur\u{a0}: Atelier Lumen
  Commande\u{a0}: AL-2026-11873
  Commandé le\u{a0}: 2026-11-17
  Demandé\u{a0}: 89.90 EUR
  Reçu\u{a0}: 0.00 EUR
  Reste dû\u{a0}: 89.90 EUR
  À faire\u{a0}: Le dossier est clos\u{a0}: il n’y a plus rien à faire
  Issue\u{a0}: cancelled
  Clos le\u{a0}: 2026-11-20
"
    );
}

#[test]
fn the_summary_fails_as_the_export_does() {
    let mut sandbox = Sandbox::new();
    sandbox.new_claim("cancel-order.toml");
    let none = sandbox.script("export-summary.sh", &["9"]);
    assert_eq!(none.status.code(), Some(3));
    assert_eq!(
        (out(&none), err(&none).lines().next()),
        ("", Some("error: there is no claim 9"))
    );
    // Without the program on the path, it says how to get it.
    let tools = sandbox.home.path().join("tools");
    fs::create_dir(&tools).expect("a folder");
    symlink("/bin/sh", tools.join("sh")).expect("a shell");
    sandbox.path = tools.display().to_string();
    let without = sandbox.script("export-summary.sh", &[]);
    assert_eq!(without.status.code(), Some(127));
    assert!(
        err(&without).contains("cargo install --path ."),
        "{}",
        err(&without)
    );
}
