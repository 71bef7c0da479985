//! The benchmark runs and prints its table. What the figures are is nobody's business here: a test never takes the time.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Output};

fn bash() -> Option<String> {
    let found = Command::new("sh")
        .args(["-c", "command -v bash"])
        .output()
        .expect("a shell");
    let path = String::from_utf8(found.stdout).expect("a path");
    Some(path.trim().to_owned()).filter(|path| !path.is_empty())
}

fn bench(args: &[&str], path: Option<&Path>) -> Option<(Output, String)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/bench/bench.sh");
    let mut command = Command::new(bash()?);
    command.arg(script).args(args);
    command.args(["--claimctl", env!("CARGO_BIN_EXE_claimctl")]);
    if let Some(path) = path {
        command.env("PATH", path);
    }
    let output = command.output().expect("bash runs");
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    Some((output, text))
}

#[test]
fn every_operation_has_its_row() {
    let args = [
        "--size",
        "3",
        "--pairs",
        "1",
        "--batch",
        "1",
        "--no-valgrind",
    ];
    let Some((output, text)) = bench(&args, None) else {
        return;
    };
    assert!(output.status.success(), "{output:?}");
    if text.starts_with("not measured: anything") {
        return; // no sqlite3 here; the test below says what is printed then
    }
    let rows: Vec<String> = text
        .lines()
        .skip_while(|line| !line.starts_with("operation"))
        .map(|line| {
            line.split("  ")
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
        })
        .map(|cells| cells.take(3).collect::<Vec<_>>().join("|"))
        .collect();
    assert_eq!(
        rows,
        [
            "operation|claims|program",
            "start|-|claimctl",
            "start|-|sqlite3",
            "start|-|ratio",
            "list --due|3|claimctl",
            "list --due|3|sqlite3",
            "list --due|3|ratio",
            "show|3|claimctl",
            "new --answers|3|claimctl",
            "new --answers|3|sqlite3",
            "new --answers|3|ratio",
        ]
    );
}

#[test]
fn without_sqlite3_it_says_so() {
    let Some((output, text)) = bench(&[], Some(Path::new("/nonexistent"))) else {
        return;
    };
    assert!(output.status.success(), "{output:?}");
    assert_eq!(text, "not measured: anything (sqlite3 is not installed)\n");
}

#[test]
fn a_size_that_is_no_number_is_refused() {
    let Some((output, text)) = bench(&["--size", "many"], None) else {
        return;
    };
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text, "");
}
