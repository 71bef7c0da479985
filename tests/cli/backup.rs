//! `claimctl backup`: the whole desk in one file.

use super::archive::{entries, sha256};
use super::sandbox::Sandbox;

/// A desk with a claim, two files of evidence and a playbook of the user's.
pub(crate) fn desk() -> Sandbox {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let (one, two) = (desk.write("one.txt", "1"), desk.write("two.txt", "2"));
    desk.done(&["evidence", "add", &id, &one, &two]);
    desk.done(&["playbook", "new", "platform/my-shop"]);
    desk
}

/// The bytes of a backup on the standard output.
pub(crate) fn to_stdout(desk: &Sandbox) -> Vec<u8> {
    let output = desk.command(&["backup", "-"]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    output.stdout
}

#[test]
fn everything_is_in_one_tar_file_and_its_list_comes_first() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["backup", "all.tar"]), @"
    [stderr]
    Backup in all.tar: 1 claim, 2 files of evidence, 1 playbook of your own.
    ");
    let file = desk.path("home/all.tar");
    let all = entries(&std::fs::read(&file).unwrap());
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    let evidence = |text: &str| {
        let hash = sha256(text.as_bytes());
        format!("evidence/{}/{hash}", &hash[..2])
    };
    assert_eq!(
        names,
        [
            "claimctl-backup.json",
            "claims.db",
            &evidence("1"),
            &evidence("2"),
            "playbooks/platform/my-shop.toml"
        ]
    );
    let manifest: serde_json::Value = serde_json::from_slice(&all[0].1).unwrap();
    assert_eq!(manifest["schema"], "claimctl/backup/1");
    assert_eq!(manifest["files"].as_array().unwrap().len(), 4);
    for (listed, (name, bytes)) in manifest["files"].as_array().unwrap().iter().zip(&all[1..]) {
        assert_eq!(
            (&listed["name"], &listed["bytes"]),
            (&name.as_str().into(), &bytes.len().into())
        );
        assert_eq!(listed["sha256"], sha256(bytes));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // Nothing is left of the work.
    let here = std::fs::read_dir(desk.db().parent().unwrap()).unwrap();
    let mut here: Vec<_> = here.map(|e| e.unwrap().file_name()).collect();
    here.sort();
    assert_eq!(here, ["claims.db", "evidence"]);
}

#[test]
fn the_standard_output_has_the_tar_file_and_nothing_else() {
    let desk = desk();
    let bytes = to_stdout(&desk);
    assert_eq!(entries(&bytes).len(), 5);
    let output = desk.command(&["backup", "-"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    insta::assert_snapshot!(said, @"Backup written: 1 claim, 2 files of evidence, 1 playbook of your own.");
}

#[test]
fn a_file_is_replaced_only_when_that_is_said() {
    let desk = desk();
    desk.write("all.tar", "something else");
    insta::assert_snapshot!(desk.run(&["backup", "all.tar"]), @"
    [stderr]
    error: the file `all.tar` is there already; nothing was written
    hint: claimctl backup --yes all.tar
    [exit 1]
    ");
    let kept = std::fs::read_to_string(desk.path("home/all.tar")).unwrap();
    assert_eq!(kept, "something else");
    desk.done(&["backup", "all.tar", "--yes"]);
    assert_eq!(
        entries(&std::fs::read(desk.path("home/all.tar")).unwrap()).len(),
        5
    );
    let db = desk.db().display().to_string();
    insta::assert_snapshot!(desk.run(&["backup", "--yes", &db]), @"
    [stderr]
    error: the file `[SANDBOX]/data/claimctl/claims.db` could not be written
    caused by: it is the file of claims itself
    [exit 2]
    ");
    insta::assert_snapshot!(desk.run(&["backup", "none/all.tar"]), @"
    [stderr]
    error: the file `none/all.tar` could not be written
    caused by: it does not exist
    [exit 1]
    ");
    insta::assert_snapshot!(Sandbox::french().run(&["backup", "all.tar"]), @"
    [stderr]
    erreur : il n’y a rien à sauvegarder : aucun dossier dans `[SANDBOX]/data/claimctl/claims.db`
    conseil : claimctl new
    [exit 1]
    ");
}

#[test]
fn in_a_folder_it_gets_a_name_of_its_own_each_time() {
    let desk = desk();
    std::fs::create_dir(desk.path("home/backups")).unwrap();
    for _ in 0..3 {
        desk.done(&["backup", "backups"]);
    }
    let names = std::fs::read_dir(desk.path("home/backups")).unwrap();
    let names: Vec<String> = names
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 3);
    for name in names {
        assert!(name.starts_with("claimctl-2026-11-20-"), "{name}");
        assert!(name.ends_with(".tar"), "{name}");
    }
}

#[test]
fn what_is_missing_or_altered_is_named_and_left_out() {
    let desk = desk();
    let copy = |text: &str| desk.vault_file(&sha256(text.as_bytes()));
    std::fs::remove_file(copy("1")).unwrap();
    std::fs::remove_file(copy("2")).unwrap();
    std::fs::write(copy("2"), "other bytes").unwrap();
    insta::assert_snapshot!(desk.run(&["backup", "all.tar"]), @"
    [stderr]
    warning: claim 1, E1: the file is missing, and left out
    warning: claim 1, E2: the file is altered, and left out
    Backup in all.tar: 1 claim, 0 files of evidence, 1 playbook of your own.
    ");
    let other = Sandbox::english();
    let file = desk.path("home/all.tar").display().to_string();
    let said = other.run(&["restore", &file]);
    insta::assert_snapshot!(said, @"
    [stderr]
    Restored: 1 claim, 0 files of evidence, 1 playbook of your own.
    warning: 2 files of evidence were missing when the backup was made: claimctl evidence verify --all
    ");
    assert_eq!(other.run(&["evidence", "verify", "1"]).code, 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_and_a_reader_that_has_gone_are_failures() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["backup", "/dev/full"]), @"
    [stderr]
    error: the file `/dev/full` could not be written
    caused by: the disk is full
    [exit 1]
    ");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let mut command = desk.command(&["backup", "-"]);
    insta::assert_snapshot!(desk.finished(command.stdout(full.unwrap())), @"
    [stderr]
    error: the output could not be written
    caused by: the disk is full
    [exit 1]
    ");
    let binary = env!("CARGO_BIN_EXE_claimctl");
    let script =
        format!("(sleep 0.1; {binary} backup - 2>said; echo $? >code) | true; cat said code");
    let mut command = std::process::Command::new("/bin/sh");
    command.args(["-c", &script]).env_clear();
    let ours = desk.command(&[]);
    command.envs(ours.get_envs().filter_map(|(k, v)| Some((k, v?))));
    command
        .env("PATH", "/usr/bin:/bin")
        .current_dir(desk.path("home"));
    insta::assert_snapshot!(desk.finished(&mut command), @"
    error: the output could not be written
    caused by: broken pipe
    1
    ");
}

#[cfg(unix)]
#[test]
fn a_terminal_gets_no_backup() {
    let home = super::home::Home::new("en");
    let mut terminal = home.terminal(&["backup", "-"]);
    terminal.wait_for("claimctl backup FILE");
    terminal.assert_left_clean(2);
}
