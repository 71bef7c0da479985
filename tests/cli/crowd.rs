//! Ten processes at once: no change is lost, none fails, and whoever reads is not kept waiting.
//!
//! A short run is part of every test run. The long one: `CLAIMCTL_CROWD=200 cargo test --release --test cli crowd`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::sandbox::{Sandbox, example_file};

/// How many changes each process makes unless the environment says otherwise.
const CHANGES: u32 = 6;
const PROCESSES: usize = 10;
/// The longest that a process waits for another one.
const PATIENCE: Duration = Duration::from_secs(10);

/// Calls the binary on the desk of a sandbox from several threads.
struct Caller {
    command: Vec<(String, String)>,
    home: PathBuf,
}

impl Caller {
    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_claimctl"))
            .args(args)
            .env_clear()
            .envs(self.command.iter().map(|(key, value)| (key, value)))
            .current_dir(&self.home)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "claimctl {args:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }
}

/// What the changes of one process were.
#[derive(Default)]
struct Made {
    notes: Vec<String>,
    files: u32,
    opened: u32,
    /// The last value of a fact that this process alone changes.
    order: String,
    closed: Vec<String>,
}

#[test]
#[allow(clippy::disallowed_methods)] // the test alone reads how long it is to go on
fn ten_processes_at_once_lose_nothing_and_nobody_is_kept_waiting() {
    let asked = std::env::var("CLAIMCTL_CROWD").ok();
    let changes: u32 = asked.and_then(|n| n.parse().ok()).unwrap_or(CHANGES);
    let desk = Sandbox::english();
    let caller = |desk: &Sandbox| {
        let command = desk.command(&[]);
        let envs = command.get_envs().filter_map(|(key, value)| {
            let text = |text: &std::ffi::OsStr| text.to_str().unwrap().to_owned();
            Some((text(key), text(value?)))
        });
        Caller {
            command: envs.collect(),
            home: desk.path("home"),
        }
    };
    let answers = example_file("cancel-order.toml").display().to_string();
    // One claim for each, and one that is everybody's.
    for _ in 0..=PROCESSES {
        desk.new_from("cancel-order.toml");
    }
    let common = (PROCESSES + 1).to_string();
    let over = AtomicBool::new(false);
    let (made, slowest) = thread::scope(|scope| {
        let readers: Vec<_> = [
            &["list", "--format", "json"][..],
            &["show", "1"],
            &["export", "1"],
        ]
        .into_iter()
        .map(|args| {
            let (caller, over) = (caller(&desk), &over);
            scope.spawn(move || {
                let mut slowest = Duration::ZERO;
                while !over.load(Ordering::Relaxed) {
                    let began = Instant::now();
                    caller.done(args);
                    slowest = slowest.max(began.elapsed());
                }
                slowest
            })
        })
        .collect();
        let writers: Vec<_> = (1..=PROCESSES)
            .map(|process| {
                let (caller, common, answers) = (caller(&desk), common.as_str(), answers.as_str());
                scope.spawn(move || write(&caller, process, changes, (common, answers)))
            })
            .collect();
        let made: Vec<Made> = writers.into_iter().map(|w| w.join().unwrap()).collect();
        over.store(true, Ordering::Relaxed);
        let slowest = readers.into_iter().map(|r| r.join().unwrap()).max();
        (made, slowest.unwrap())
    });
    assert!(slowest < PATIENCE, "a reader waited for {slowest:?}");
    // Seen with `--nocapture`.
    writeln!(std::io::stderr(), "the slowest reader took {slowest:?}").unwrap();
    holds(&desk, &made);
}

/// What one process does, one change after the other.
fn write(caller: &Caller, process: usize, changes: u32, (common, answers): (&str, &str)) -> Made {
    let mut made = Made::default();
    let mut newest = String::new();
    let own = process.to_string();
    for no in 0..changes {
        let text = format!("process {process}, change {no}");
        match no % 6 {
            0 => drop(caller.done(&["log", common, "note", "--note", &text])),
            1 => {
                let name = format!("{process}-{no}.txt");
                fs::write(caller.home.join(&name), &text).unwrap();
                caller.done(&["evidence", "add", common, &name]);
                made.files += 1;
            }
            2 => {
                caller.done(&["edit", &own, &format!("order_ref={text}")]);
                made.order.clone_from(&text);
            }
            3 => drop(caller.done(&["log", &own, "note", "--note", &text])),
            4 => {
                newest = caller
                    .done(&["new", "--answers", answers])
                    .trim()
                    .to_owned();
                made.opened += 1;
            }
            _ => {
                caller.done(&["close", &newest, "--outcome", "abandoned"]);
                made.closed.push(newest.clone());
            }
        }
        if matches!(no % 6, 0 | 3) {
            made.notes.push(text);
        }
    }
    made
}

fn holds(desk: &Sandbox, made: &[Made]) {
    let exported = desk.json(&["export"]);
    let claims = exported["claims"].as_array().unwrap();
    let opened: u32 = made.iter().map(|made| made.opened).sum();
    assert_eq!(claims.len(), PROCESSES + 1 + opened as usize);
    let events = claims
        .iter()
        .flat_map(|claim| claim["events"].as_array().unwrap());
    let mut notes: BTreeMap<&str, u32> = BTreeMap::new();
    for event in events.filter(|event| event["kind"] == "note") {
        *notes.entry(event["note"].as_str().unwrap()).or_default() += 1;
    }
    for note in made.iter().flat_map(|made| &made.notes) {
        assert_eq!(notes.get(note.as_str()), Some(&1), "{note}");
    }
    let common = &claims[PROCESSES];
    let files: u32 = made.iter().map(|made| made.files).sum();
    let numbers: Vec<u64> = common["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| piece["no"].as_u64().unwrap())
        .collect();
    assert_eq!(numbers, (1..=u64::from(files)).collect::<Vec<_>>());
    for (claim, made) in claims.iter().zip(made) {
        let order = claim["facts"]["order_ref"].as_str().unwrap();
        assert_eq!(order, made.order, "claim {}", claim["id"]);
    }
    for id in made.iter().flat_map(|made| &made.closed) {
        let claim = claims
            .iter()
            .find(|claim| claim["id"].as_i64() == id.parse().ok());
        assert_eq!(claim.unwrap()["status"], "closed", "claim {id}");
    }
    desk.done(&["evidence", "verify", "--all"]);
    desk.done(&["doctor"]);
    // Every change can be taken back, whoever made it.
    desk.done(&["undo"]);
}
