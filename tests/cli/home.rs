//! A desk of its own for a walk: a home folder, a day, a language.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::pty::Pty;

const PROGRAM: &str = env!("CARGO_BIN_EXE_claimctl");

/// How long a program may stay silent. It only turns a hang into a failure.
const LIMIT: Duration = Duration::from_secs(30);

pub(crate) struct Home {
    folder: tempfile::TempDir,
    lang: &'static str,
    pub(crate) today: &'static str,
}

/// What a program left behind.
pub(crate) struct Left {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Home {
    pub(crate) fn new(lang: &'static str) -> Home {
        Home {
            folder: tempfile::tempdir().expect("a folder"),
            lang,
            today: "2026-11-20",
        }
    }

    /// A path in the home.
    pub(crate) fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn desk(&self) -> String {
        let desk = self.folder.path().join("claims.db");
        desk.to_str().expect("a path in UTF-8").to_owned()
    }

    /// Runs the program in a terminal.
    #[track_caller]
    pub(crate) fn terminal(&self, args: &[&str]) -> Pty {
        let (home, desk) = (self.folder.path().to_str().expect("UTF-8"), self.desk());
        let envs = [
            ("HOME", home),
            ("CLAIMCTL_DB", desk.as_str()),
            ("CLAIMCTL_TODAY", self.today),
            ("CLAIMCTL_LANG", self.lang),
        ];
        Pty::spawn(Path::new(PROGRAM), args, &envs, self.folder.path())
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(args)
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("CLAIMCTL_DB", self.desk())
            .env("CLAIMCTL_TODAY", self.today)
            .env("CLAIMCTL_LANG", self.lang)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs the program on this input.
    #[track_caller]
    pub(crate) fn run(&self, args: &[&str], input: &str) -> Left {
        let mut child = self.command(args).spawn().expect("the program");
        let mut stdin = child.stdin.take().expect("its input");
        // A program that ends early leaves its input unread.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let left = child.wait_with_output().expect("its end");
        Left {
            code: left.status.code(),
            out: String::from_utf8(left.stdout).expect("UTF-8"),
            err: String::from_utf8(left.stderr).expect("UTF-8"),
        }
    }

    /// Runs the program and answers its plain prompts, each from what was printed since the answer before.
    #[track_caller]
    pub(crate) fn converse(&self, args: &[&str], mut answer: impl FnMut(&str) -> String) -> Left {
        const ASKED: &str = "to go back): ";
        let mut child = self.command(args).spawn().expect("the program");
        let mut stdin = child.stdin.take().expect("its input");
        let mut stderr = child.stderr.take().expect("its errors");
        let (said, heard) = mpsc::channel();
        std::thread::spawn(move || {
            let mut byte = [0; 1];
            while let Ok(1) = stderr.read(&mut byte) {
                if said.send(byte[0]).is_err() {
                    return;
                }
            }
        });
        let (mut err, mut since) = (Vec::new(), Vec::new());
        loop {
            match heard.recv_timeout(LIMIT) {
                Ok(byte) => since.push(byte),
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    let _ = child.kill();
                    panic!("it hangs:\n{}", String::from_utf8_lossy(&since));
                }
            }
            if since.ends_with(ASKED.as_bytes()) {
                let line = answer(&String::from_utf8_lossy(&since));
                let _ = writeln!(stdin, "{line}");
                err.append(&mut since);
                assert!(
                    err.len() < 200_000,
                    "it asks without end:\n{}",
                    String::from_utf8_lossy(&err)
                );
            }
        }
        err.append(&mut since);
        let left = child.wait_with_output().expect("its end");
        Left {
            code: left.status.code(),
            out: String::from_utf8(left.stdout).expect("UTF-8"),
            err: String::from_utf8(err).expect("UTF-8"),
        }
    }

    /// The claims of the desk, as `export` gives them.
    #[track_caller]
    pub(crate) fn claims(&self) -> serde_json::Value {
        let left = self.run(&["export", "--format", "json"], "");
        assert_eq!(left.code, Some(0), "{}", left.err);
        let json: serde_json::Value = serde_json::from_str(&left.out).expect("JSON");
        json["claims"].clone()
    }

    /// The kinds of the events of the only claim, in their order.
    #[track_caller]
    pub(crate) fn log(&self) -> Vec<String> {
        let claims = self.claims();
        let events = claims[0]["events"].as_array().expect("events").clone();
        let kind = |e: &serde_json::Value| e["kind"].as_str().unwrap_or_default().to_owned();
        events.iter().map(kind).collect()
    }
}
