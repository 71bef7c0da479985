//! The real binary in a home of its own: no environment but the one given here, a fixed day, a fixed language.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The day on which the tests take place, unless they say otherwise.
pub(crate) const TODAY: &str = "2026-11-20";

/// A user with an empty home. Everything is removed when the test ends.
#[derive(Debug)]
#[must_use]
pub(crate) struct Sandbox {
    folder: TempDir,
    lang: &'static str,
    today: String,
}

impl Sandbox {
    /// A user who reads English.
    pub(crate) fn english() -> Sandbox {
        Sandbox::speaking("en")
    }

    /// A user who reads French.
    pub(crate) fn french() -> Sandbox {
        Sandbox::speaking("fr")
    }

    fn speaking(lang: &'static str) -> Sandbox {
        let folder = tempfile::tempdir().expect("a folder for the test");
        std::fs::create_dir(folder.path().join("home")).expect("a home");
        Sandbox {
            folder,
            lang,
            today: TODAY.to_owned(),
        }
    }

    /// Lets another day begin.
    pub(crate) fn on(&mut self, day: &str) -> &mut Sandbox {
        day.clone_into(&mut self.today);
        self
    }

    /// The file of claims, below the home as the platform has it.
    pub(crate) fn db(&self) -> PathBuf {
        self.path("data/claimctl/claims.db")
    }

    /// A path in the sandbox.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the working folder and returns its name.
    #[track_caller]
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path("home").join(name), content).expect("a file");
        name.to_owned()
    }

    /// The binary with these arguments, not started yet.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claimctl"));
        command
            .args(args)
            .env_clear()
            .env("HOME", self.path("home"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("CLAIMCTL_TODAY", &self.today)
            .env("CLAIMCTL_LANG", self.lang)
            .current_dir(self.path("home"))
            .stdin(Stdio::null());
        command
    }

    /// Runs the binary, without a terminal and without anything to read.
    #[track_caller]
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.finished(&mut self.command(args))
    }

    /// Runs a command that `command` returned, maybe with a changed environment.
    #[track_caller]
    pub(crate) fn finished(&self, command: &mut Command) -> Output {
        let output = command.output().expect("the binary");
        self.told(output)
    }

    /// Runs the binary with a text on its standard input.
    #[track_caller]
    pub(crate) fn run_with_input(&self, args: &[&str], input: &str) -> Output {
        let mut command = self.command(args);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the binary");
        let mut stdin = child.stdin.take().expect("its standard input");
        // A program that refuses its arguments reads nothing.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("its output");
        self.told(output)
    }

    /// Runs a command that must do what it is told without a word of complaint, and returns its stdout.
    #[track_caller]
    pub(crate) fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.code, 0, "claimctl {args:?}\n{output}");
        output.stdout
    }

    /// Makes a claim from one of the examples.
    #[track_caller]
    pub(crate) fn new_from(&self, example: &str) -> String {
        let file = example_file(example);
        let file = file.to_str().expect("a path in UTF-8");
        self.done(&["new", "--answers", file]).trim().to_owned()
    }

    /// Makes a claim from answers in TOML.
    #[track_caller]
    pub(crate) fn new_with(&self, toml: &str) -> String {
        let output = self.run_with_input(&["new", "--answers", "-"], toml);
        assert_eq!(output.code, 0, "{output}");
        output.stdout.trim().to_owned()
    }

    /// Runs a command that prints JSON.
    #[track_caller]
    pub(crate) fn json(&self, args: &[&str]) -> Value {
        let text = self.done(args);
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
    }

    /// One claim as it is exported.
    #[track_caller]
    pub(crate) fn exported(&self, id: &str) -> Value {
        self.json(&["export", id])["claims"][0].clone()
    }

    /// The exported claim, with more options.
    #[track_caller]
    pub(crate) fn exported_with(&self, id: &str, options: &[&str]) -> Value {
        let args = [&["export", id], options].concat();
        self.json(&args)["claims"][0].clone()
    }

    /// Where the vault keeps the bytes with this hash.
    pub(crate) fn vault_file(&self, sha256: &str) -> PathBuf {
        let vault = self.db().with_file_name("evidence");
        vault.join(&sha256[..2]).join(sha256)
    }

    /// What a program said, with the paths of the sandbox made the same in every run.
    pub(crate) fn told(&self, output: std::process::Output) -> Output {
        let folder = self.folder.path().to_string_lossy().into_owned();
        let text = |bytes: Vec<u8>| {
            String::from_utf8(bytes)
                .expect("output in UTF-8")
                .replace(&folder, "[SANDBOX]")
        };
        Output {
            stdout: text(output.stdout),
            stderr: text(output.stderr),
            code: output.status.code().expect("an exit code, no signal"),
        }
    }
}

/// What a run printed and how it ended. It is shown as one text: stdout, then stderr, then the exit code if it is not 0.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub(crate) struct Output {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: i32,
}

impl std::fmt::Display for Output {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.stdout)?;
        if !self.stderr.is_empty() {
            write!(f, "[stderr]\n{}", self.stderr)?;
        }
        if self.code != 0 {
            writeln!(f, "[exit {}]", self.code)?;
        }
        Ok(())
    }
}

/// The file of an example.
pub(crate) fn example_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples")
        .join(name)
}

/// The examples that are answers files, in their order.
pub(crate) const EXAMPLES: [&str; 8] = [
    "aliexpress-damaged.toml",
    "aliexpress-not-received.json",
    "amazon-not-received.toml",
    "cancel-order.toml",
    "cancel-subscription.toml",
    "parcel-never-came.toml",
    "refund-special-circumstances.toml",
    "refund-ticket.toml",
];
