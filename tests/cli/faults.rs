//! Disks that are full and desks that are damaged: every command ends with a result or a plain error, and what was
//! acknowledged before is still there.

use std::fs;

use super::backup::desk;
use super::restore_hostile::numbers;
use super::sandbox::Output;

/// Ends with a result or a plain error, whatever it is given.
#[track_caller]
fn no_panic(output: &Output) {
    assert!([0, 1, 2, 3].contains(&output.code), "{output}");
    assert!(!output.stderr.contains("panicked"), "{output}");
    let told = output.code == 0 || !output.stdout.is_empty() || output.stderr.contains("error: ");
    assert!(told, "{output}");
}

#[test]
fn noise_in_the_desk_makes_no_command_panic() {
    let desk = desk();
    let whole = fs::read(desk.db()).unwrap();
    let mut number = numbers(5);
    let calls: &[&[&str]] = &[
        &["list"],
        &["show", "1"],
        &["log", "1", "note", "--note", "x"],
        &["evidence", "verify", "--all"],
        &["backup", "--yes", "all.tar"],
        &["export"],
        &["doctor"],
    ];
    // The store itself is tried at two hundred places; here each command is, at some.
    for at in 0..14 {
        let mut bytes = whole.clone();
        match at % 3 {
            0 => bytes.truncate(number(whole.len())),
            _ => {
                for _ in 0..200 {
                    let place = number(whole.len());
                    bytes[place] = u8::try_from(number(256)).unwrap();
                }
            }
        }
        let _ = fs::remove_file(desk.db().with_file_name("claims.db-journal"));
        fs::write(desk.db(), bytes).unwrap();
        no_panic(&desk.run(calls[at % calls.len()]));
        no_panic(&desk.run(&["doctor", "--save-to", &format!("saved-{at}.db")]));
    }
}

/// A shell in which no file can become longer than so many blocks: what is written behind that fails, as on a full disk.
#[cfg(unix)]
#[test]
fn a_disk_that_is_full_is_a_plain_error_and_nothing_is_lost() {
    let desk = desk();
    desk.done(&["backup", "all.tar"]);
    desk.write("big.bin", vec![7; 300_000]);
    // What another desk sends, with a file that is too large for the smaller disks.
    let other = super::sandbox::Sandbox::english();
    let id = other.new_from("cancel-order.toml");
    let file = other.write("theirs.bin", vec![9; 30_000]);
    other.done(&["evidence", "add", &id, &file]);
    let bundle = desk.path("home/bundle.tar").display().to_string();
    other.done(&["export", "--format", "bundle", "--out", &bundle]);
    desk.write("table.csv", "seller,ordered_on\nAtelier,2026-11-02\n");
    let table = "import table.csv --with problem=late --with wanted=delivery --with country=FR --with seller_kind=trader \
                 --with sale=online --with item_kind=goods";
    let before = desk.done(&["export"]);
    let calls = [
        "log 1 note --note x",
        "evidence add 1 big.bin",
        "backup more.tar",
        "restore --yes all.tar",
        "doctor --save-to saved.db",
        "playbook new platform/other",
        "export --out out.json",
        "export --format bundle --out sent.tar",
        "import bundle.tar",
        table,
        "edit 1 item=lamp",
        "undo",
    ];
    for blocks in [1, 16, 120] {
        for call in calls {
            let binary = env!("CARGO_BIN_EXE_claimctl");
            let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec {binary} {call}");
            let mut command = std::process::Command::new("/bin/sh");
            command.args(["-c", &script]).env_clear();
            let ours = desk.command(&[]);
            command.envs(ours.get_envs().filter_map(|(k, v)| Some((k, v?))));
            command.current_dir(desk.path("home"));
            let output = desk.finished(&mut command);
            no_panic(&output);
            if output.code == 0 {
                // It fitted. Back to where we were.
                let _ = fs::remove_file(desk.path("home/more.tar"));
                let _ = fs::remove_file(desk.path("home/sent.tar"));
                let _ = fs::remove_file(desk.path("home/saved.db"));
                let _ = fs::remove_file(desk.path("config/claimctl/playbooks/platform/other.toml"));
                desk.done(&["restore", "--yes", "all.tar"]);
            }
            for half in [
                "home/more.tar",
                "home/sent.tar",
                "home/saved.db",
                "config/claimctl/playbooks/platform/other.toml",
            ] {
                assert!(!desk.path(half).exists(), "{blocks} {call}: {half}");
            }
            assert_eq!(desk.done(&["export"]), before, "{blocks} {call}: {output}");
            assert_eq!(
                desk.run(&["evidence", "verify", "1"]).code,
                0,
                "{blocks} {call}"
            );
        }
    }
}

#[test]
fn a_restore_that_is_killed_leaves_the_one_desk_or_the_other() {
    let desk = desk();
    desk.done(&["backup", "all.tar"]);
    let backed_up = desk.done(&["export"]);
    desk.done(&["log", "1", "note", "--note", "logged later"]);
    desk.done(&["backup", "later.tar"]);
    let later = desk.done(&["export"]);
    for at in 0..16_u64 {
        let file = if at % 2 == 0 { "all.tar" } else { "later.tar" };
        let mut command = desk.command(&["restore", "--yes", "-q", file]);
        let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(at * 3));
        let _ = child.kill();
        child.wait().unwrap();
        let now = desk.done(&["export"]);
        assert!(now == backed_up || now == later, "{at}");
        assert_eq!(desk.run(&["evidence", "verify", "1"]).code, 0, "{at}");
    }
    let fixed = desk.run(&["doctor", "--fix"]);
    assert_eq!(fixed.code, 0, "{fixed}");
    // Nothing is left of what was cut off.
    let hidden = fs::read_dir(desk.db().parent().unwrap()).unwrap();
    let hidden = hidden.map(|e| e.unwrap().file_name().into_string().unwrap());
    let hidden: Vec<String> = hidden.filter(|name| name.starts_with('.')).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
}
