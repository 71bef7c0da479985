//! The README, run: every command that it shows, against every line of output that it shows.
//!
//! `CLAIMCTL_README=write cargo test --test readme` writes what the program prints now into it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use claimctl::domain::event::EventKind;

const README: &str = include_str!("../README.md");
/// Stands between the outputs of two commands.
const END: &str = "\n--- end of a command ---\n";
/// The longest README that somebody still reads.
const MOST_LINES: usize = 280;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A home of its own, a day, a language, and the program on the path.
struct Sandbox {
    home: tempfile::TempDir,
    language: String,
    today: String,
}

impl Sandbox {
    fn new(language: &str) -> Sandbox {
        let home = tempfile::tempdir().expect("a folder");
        let bin = home.path().join("bin");
        fs::create_dir(&bin).expect("a folder");
        symlink(env!("CARGO_BIN_EXE_claimctl"), bin.join("claimctl")).expect("the program");
        symlink(root().join("examples"), home.path().join("examples")).expect("the examples");
        Sandbox {
            home,
            language: language.to_owned(),
            today: "2026-11-20".to_owned(),
        }
    }

    fn sh(&self, script: &str) -> Output {
        let path = std::env::var("PATH").expect("a path");
        let bin = self.home.path().join("bin");
        Command::new("sh")
            .args(["-c", script])
            .env_clear()
            .env("PATH", format!("{}:{path}", bin.display()))
            .env("HOME", self.home.path())
            .env("LC_ALL", "C")
            .env("CLAIMCTL_LANG", &self.language)
            .env("CLAIMCTL_TODAY", &self.today)
            .current_dir(self.home.path())
            .stdin(Stdio::null())
            .output()
            .expect("a shell")
    }

    fn data(&self) -> PathBuf {
        self.home.path().join(".local/share/claimctl")
    }
}

/// A command as it stands in the README, with what it is said to print.
struct Shown {
    /// With its `$ ` and `> `.
    typed: Vec<String>,
    printed: Vec<String>,
}

impl Shown {
    fn command(&self) -> String {
        let lines: Vec<&str> = self.typed.iter().map(|line| &line[2..]).collect();
        lines.join("\n")
    }

    fn needs_jq(&self) -> bool {
        self.command().contains("| jq")
    }
}

fn shown(block: &[&str]) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for line in block {
        match all.last_mut() {
            _ if line.starts_with("$ ") => all.push(Shown {
                typed: vec![(*line).to_owned()],
                printed: Vec::new(),
            }),
            Some(last) if line.starts_with("> ") && last.printed.is_empty() => {
                last.typed.push((*line).to_owned());
            }
            Some(last) => last.printed.push((*line).to_owned()),
            None => panic!("a console block begins with a command, not `{line}`"),
        }
    }
    all
}

fn jq_is_there() -> bool {
    let jq = Command::new("jq").arg("--version").output();
    jq.is_ok_and(|output| output.status.success())
}

/// Runs a block as one session, so that `$?` is what it would be.
fn session(block: &[&str], sandbox: &Sandbox) -> Vec<String> {
    let mut all = shown(block);
    let runs = |shown: &Shown| !shown.needs_jq() || jq_is_there();
    let script: String = all
        .iter()
        .filter(|s| runs(s))
        .map(|s| {
            format!(
                "{}\nstatus=$?; printf '{END}'; (exit $status)\n",
                s.command()
            )
        })
        .collect();
    let output = sandbox.sh(&format!("exec 2>&1\n{script}"));
    let home = sandbox.home.path().display().to_string();
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let text = text.replace(&home, "~");
    let mut printed = text.split(END);
    for shown in all.iter_mut().filter(|s| runs(s)) {
        let text = printed.next().expect("an output for each command");
        shown.printed = text.lines().map(str::to_owned).collect();
    }
    all.into_iter()
        .flat_map(|s| s.typed.into_iter().chain(s.printed))
        .collect()
}

/// The README as it would be if every command were run now.
fn as_run() -> String {
    let mut written: Vec<String> = Vec::new();
    let mut sandbox: Option<Sandbox> = None;
    let mut lines = README.lines();
    while let Some(line) = lines.next() {
        written.push(line.to_owned());
        let directive = line
            .strip_prefix("<!-- ")
            .and_then(|l| l.strip_suffix(" -->"));
        match directive.and_then(|d| d.split_once(": ")) {
            Some(("session", language)) => sandbox = Some(Sandbox::new(language)),
            Some(("today", day)) => sandbox.as_mut().expect("a session").today = day.to_owned(),
            _ => {}
        }
        let Some(kind) = line.strip_prefix("```").filter(|kind| !kind.is_empty()) else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        match kind {
            "console" => {
                let sandbox = sandbox.as_ref().expect("a session before the first block");
                written.extend(session(&block, sandbox));
            }
            "sh" => {
                for line in &block {
                    runs_from_the_sources(line);
                }
                written.extend(block.iter().map(|line| (*line).to_owned()));
            }
            other => panic!("a block of the kind `{other}` is run by nothing"),
        }
        written.push("```".to_owned());
    }
    written.join("\n") + "\n"
}

/// What is typed in the folder of the sources. Cargo itself is not run again from within its own tests.
fn runs_from_the_sources(line: &str) {
    match line.strip_prefix("cargo run --release -- ") {
        Some(args) => {
            let output = Sandbox::new("en").sh(&format!("claimctl {args}"));
            let error = String::from_utf8_lossy(&output.stderr);
            // There is no terminal here: the walk says so, and how to go on.
            assert_eq!(output.status.code(), Some(2), "{line}: {error}");
            assert!(error.contains("no terminal"), "{line}: {error}");
        }
        None => assert!(
            ["cargo test", "cargo install --path ."].contains(&line),
            "nothing runs `{line}`"
        ),
    }
}

#[test]
fn every_command_prints_what_the_readme_shows() {
    let now = as_run();
    if std::env::var("CLAIMCTL_README").is_ok_and(|value| value == "write") {
        fs::write(root().join("README.md"), now).expect("the README");
        return;
    }
    for (number, (said, run)) in README.lines().zip(now.lines()).enumerate() {
        assert_eq!(
            said,
            run,
            "line {}; CLAIMCTL_README=write writes it anew",
            number + 1
        );
    }
    assert_eq!(README.lines().count(), now.lines().count());
}

/// The text between backticks outside of blocks.
fn inline_code() -> Vec<String> {
    let mut in_block = false;
    let mut found = Vec::new();
    for line in README.lines() {
        if line.starts_with("```") {
            in_block = !in_block;
        } else if !in_block {
            // A span that goes on in the next line would be missed.
            assert!(line.matches('`').count() % 2 == 0, "{line}");
            found.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    found
}

#[test]
fn every_command_in_the_text_exists_with_its_options() {
    let sandbox = Sandbox::new("en");
    let commands: Vec<String> = inline_code()
        .into_iter()
        .filter(|code| code.starts_with("claimctl "))
        .collect();
    assert!(commands.len() > 20, "{commands:?}");
    for command in commands {
        // What it is piped into need not be installed here.
        let ours = command.split(" | ").next().unwrap_or_default();
        let output = sandbox.sh(&format!("{ours} --help"));
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}: {error}");
    }
}

#[test]
fn every_event_in_the_text_exists() {
    let said: BTreeSet<String> = inline_code()
        .into_iter()
        .filter_map(|code| code.strip_prefix("claimctl log 1 ").map(str::to_owned))
        .filter_map(|rest| rest.split(' ').next().map(str::to_owned))
        .filter(|event| event != "--help")
        .collect();
    let line = README
        .lines()
        .skip_while(|line| !line.contains("What can be logged"))
        .take_while(|line| !line.is_empty())
        .collect::<Vec<&str>>()
        .join(" ");
    let listed = line.split('`').skip(1).step_by(2);
    let listed = listed
        .filter(|code| !code.contains([' ', '=']) && *code != "show")
        .map(str::to_owned);
    let all: Vec<String> = said.into_iter().chain(listed).collect();
    assert!(all.len() > 10, "{all:?}");
    for event in all {
        assert!(EventKind::from_id(&event).is_some(), "{event}");
    }
}

/// Every key in a JSON value, at any depth.
fn keys(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, inner) in map {
                found.insert(key.clone());
                keys(inner, found);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

/// The names behind dots in a jq program: `.next.due_on` has two.
fn fields(program: &str) -> BTreeSet<String> {
    let name = |text: &str| {
        let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        text[..end.unwrap_or(text.len())].to_owned()
    };
    program
        .split('.')
        .skip(1)
        .map(name)
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn the_fields_that_jq_is_asked_for_are_there() {
    let sandbox = Sandbox::new("en");
    sandbox.sh("claimctl new --answers examples/refund-ticket.toml; claimctl new --answers examples/aliexpress-not-received.json");
    let mut seen = 0;
    for line in README.lines().filter(|line| line.contains("| jq")) {
        let (command, program) = line[2..].split_once(" | jq ").expect("a pipe");
        let output = sandbox.sh(command);
        let json = serde_json::from_slice(&output.stdout).expect(command);
        let mut known = BTreeSet::new();
        keys(&json, &mut known);
        let program = program.split('\'').nth(1).expect("a program in quotes");
        let asked = fields(program);
        assert!(!asked.is_empty(), "{line}");
        let missing: Vec<&String> = asked.difference(&known).collect();
        assert!(missing.is_empty(), "{missing:?} in {line}");
        seen += 1;
    }
    assert!(seen >= 2);
}

#[test]
fn the_data_is_for_its_owner_alone() {
    let sandbox = Sandbox::new("en");
    sandbox.sh("umask 022; claimctl new --answers examples/refund-ticket.toml; claimctl export --out out.json");
    let mode = |path: PathBuf| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(sandbox.data()), 0o700);
    assert_eq!(mode(sandbox.data().join("claims.db")), 0o600);
    assert_eq!(mode(sandbox.home.path().join("out.json")), 0o600);
}

#[test]
fn nothing_in_the_program_can_open_a_connection() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("the lock file");
    for name in [
        "reqwest",
        "hyper",
        "ureq",
        "curl",
        "tokio",
        "rustls",
        "native-tls",
    ] {
        assert!(!lock.contains(&format!("name = \"{name}\"")), "{name}");
    }
}

#[test]
fn the_links_lead_somewhere_and_it_is_short() {
    for target in README.split("](").skip(1) {
        let target = target.split(')').next().expect("an end");
        if let Some(anchor) = target.strip_prefix('#') {
            let heading = |line: &str| line.trim_start_matches('#').trim().to_lowercase();
            let found = README.lines().filter(|line| line.starts_with('#'));
            let found = found.map(heading).any(|h| h.replace(' ', "-") == anchor);
            assert!(found, "{target}");
        } else if !target.starts_with("https://") {
            assert!(root().join(target).exists(), "{target}");
        }
    }
    let lines = README.lines().count();
    assert!(lines <= MOST_LINES, "{lines} lines");
}
