//! `claimctl restore`: checked whole before anything is changed; what it replaces is kept.

use std::fs;
use std::path::Path;

use super::archive::sha256;
use super::backup::desk;
use super::sandbox::{Output, Sandbox};

/// What was said, with the moment in the names of files made the same in every run.
fn said(output: &Output) -> String {
    let text = output.to_string();
    let mut parts = text.split(".before-restore-2026-11-20-");
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        all += ".before-restore-[MOMENT]";
        all += part.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    all
}

/// The names in the folder of the desk, sorted, those that were kept cut off behind the day.
fn names(desk: &Sandbox) -> Vec<String> {
    let entries = fs::read_dir(desk.db().parent().unwrap()).unwrap();
    let mut names: Vec<String> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .map(|name| name.split("-2026").next().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn another_machine_gets_everything_back() {
    let desk = desk();
    desk.done(&["backup", "all.tar"]);
    let file = desk.path("home/all.tar").display().to_string();
    let other = Sandbox::english();
    insta::assert_snapshot!(other.run(&["restore", &file]), @"
    [stderr]
    Restored: 1 claim, 2 files of evidence, 1 playbook of your own.
    ");
    assert_eq!(other.done(&["export"]), desk.done(&["export"]));
    assert_eq!(other.run(&["evidence", "verify", "--all"]).code, 0);
    let playbook = "config/claimctl/playbooks/platform/my-shop.toml";
    assert_eq!(
        fs::read(other.path(playbook)).unwrap(),
        fs::read(desk.path(playbook)).unwrap()
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&other.db()), 0o600);
        assert_eq!(mode(other.db().parent().unwrap()), 0o700);
        assert_eq!(mode(&other.vault_file(&sha256(b"1"))), 0o400);
        assert_eq!(mode(&other.path(playbook)), 0o600);
    }
    assert_eq!(names(&other), ["claims.db", "evidence"]);
    // From a pipe as well.
    let third = Sandbox::french();
    let output = piped(&third, &["restore", "-"], &fs::read(file).unwrap());
    insta::assert_snapshot!(output, @"
    [stderr]
    Restauré : 1 dossier, 2 fichiers de preuve, 1 fiche personnelle.
    ");
}

/// Runs the program with bytes on its standard input.
pub(crate) fn piped(desk: &Sandbox, args: &[&str], bytes: &[u8]) -> Output {
    let input = desk.path("home/input");
    fs::write(&input, bytes).unwrap();
    let mut command = desk.command(args);
    let output = desk.finished(command.stdin(fs::File::open(&input).unwrap()));
    fs::remove_file(input).unwrap();
    output
}

#[test]
fn what_is_replaced_is_asked_about_and_kept() {
    let desk = desk();
    desk.done(&["backup", "all.tar"]);
    let before = desk.done(&["export"]);
    desk.done(&["log", "1", "note", "--note", "logged later"]);
    let playbook = desk.path("config/claimctl/playbooks/platform/my-shop.toml");
    fs::write(&playbook, "# mine\n").unwrap();
    insta::assert_snapshot!(desk.run(&["restore", "all.tar"]), @"
    [stderr]
    error: `[SANDBOX]/data/claimctl/claims.db` or your playbooks would be replaced; nothing was changed
    hint: what is there would be kept beside it: claimctl restore --yes all.tar
    [exit 1]
    ");
    assert!(desk.done(&["export"]).contains("logged later"));
    insta::assert_snapshot!(said(&desk.run(&["restore", "--yes", "all.tar"])), @"
    [stderr]
    What was there is kept: [SANDBOX]/data/claimctl/claims.db.before-restore-[MOMENT]
    What was there is kept: [SANDBOX]/config/claimctl/playbooks/platform/my-shop.toml.before-restore-[MOMENT]
    Restored: 1 claim, 2 files of evidence, 1 playbook of your own.
    ");
    assert_eq!(desk.done(&["export"]), before);
    assert_eq!(
        names(&desk),
        ["claims.db", "claims.db.before-restore", "evidence"]
    );
    let kept = fs::read_dir(desk.db().parent().unwrap()).unwrap();
    let kept = kept.map(|e| e.unwrap().path());
    let kept = kept.filter(|path| path.display().to_string().contains("before"));
    let kept = kept.last().unwrap().display().to_string();
    let old = desk.done(&["--db", &kept, "export"]);
    assert!(old.contains("logged later"));
    // Nobody takes the former playbook for one.
    assert!(
        fs::read_to_string(&playbook)
            .unwrap()
            .contains("platform/my-shop")
    );
    let beside = fs::read_dir(playbook.parent().unwrap()).unwrap();
    let beside = beside
        .map(|e| e.unwrap().path())
        .filter(|path| *path != playbook);
    assert_eq!(
        fs::read_to_string(beside.last().unwrap()).unwrap(),
        "# mine\n"
    );
    assert!(!desk.run(&["playbook", "list"]).stderr.contains("mine"));
}

#[cfg(unix)]
#[test]
fn in_a_terminal_it_is_asked() {
    use super::home::Home;
    use super::pty::keys::ENTER;
    let home = Home::new("en");
    let answers = super::sandbox::example_file("cancel-order.toml");
    home.run(&["new", "--answers", answers.to_str().unwrap()], "");
    home.run(&["backup", "all.tar"], "");
    let mut terminal = home.terminal(&["restore", "all.tar"]);
    terminal.wait_for("Put the backup of");
    terminal.send("y");
    terminal.send(ENTER);
    terminal.wait_for("Restored: 1 claim");
    terminal.assert_left_clean(0);
}

#[test]
fn a_damaged_desk_is_replaced_and_kept_as_it_is() {
    let desk = desk();
    desk.done(&["backup", "all.tar"]);
    let before = desk.done(&["export"]);
    let whole = fs::read(desk.db()).unwrap();
    let damaged: [Vec<u8>; 4] = [
        b"not a database".to_vec(),
        vec![0xa5; 40_000],
        whole[..10_000].to_vec(),
        [&whole[..4096], &vec![7; 65_536][..]].concat(),
    ];
    for bytes in damaged {
        fs::write(desk.db(), &bytes).unwrap();
        let output = desk.run(&["restore", "--yes", "all.tar"]);
        assert_eq!(output.code, 0, "{output}");
        assert_eq!(desk.done(&["export"]), before);
        let folder = fs::read_dir(desk.db().parent().unwrap()).unwrap();
        let kept = folder
            .map(|e| e.unwrap().path())
            .find(|path| path.to_string_lossy().contains("before"));
        let kept = kept.unwrap();
        assert!(fs::read(&kept).unwrap() == bytes);
        fs::remove_file(kept).unwrap();
    }
}

#[test]
fn what_is_no_backup_to_read_is_said() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run(&["restore", "none.tar"]), @"
    [stderr]
    error: the file `none.tar` could not be read
    caused by: it does not exist
    [exit 1]
    ");
    insta::assert_snapshot!(desk.run(&["restore", "."]), @"
    [stderr]
    error: the file `.` could not be read
    caused by: it is a folder
    [exit 1]
    ");
    insta::assert_snapshot!(desk.run_with_input(&["restore", "-"], ""), @"
    [stderr]
    error: `-` was not restored
    caused by: it is not a backup of claimctl
    hint: nothing was changed; take another backup: claimctl restore FILE
    [exit 1]
    ");
    assert!(!desk.db().exists());
}

#[test]
fn what_was_forgotten_since_stays_forgotten() {
    let desk = desk();
    desk.new_from("amazon-not-received.toml");
    desk.done(&["backup", "all.tar"]);
    desk.done(&["forget", "1", "--yes"]);
    let later = desk.done(&["export"]);
    insta::assert_snapshot!(said(&desk.run(&["restore", "--yes", "all.tar"])), @"
    [stderr]
    What was there is kept: [SANDBOX]/data/claimctl/claims.db.before-restore-[MOMENT]
    Restored: 1 claim, 0 files of evidence, 1 playbook of your own.
    1 claim of the backup was removed with forget since, and stays removed.
    ");
    assert_eq!(desk.done(&["export"]), later);
    assert!(!desk.vault_file(&sha256(b"1")).exists());
    // On another desk it comes back: nobody has forgotten it there.
    desk.done(&["--db", "other.db", "restore", "--yes", "all.tar"]);
    assert!(
        desk.done(&["--db", "other.db", "evidence", "list", "1"])
            .contains("one.txt")
    );
}

#[test]
fn what_was_purged_since_stays_purged() {
    let desk = desk();
    desk.done(&["backup", "all.tar"]);
    desk.done(&["evidence", "note", "1", "E1", "a secret"]);
    desk.done(&["evidence", "purge", "1", "E1", "--force", "--yes"]);
    insta::assert_snapshot!(said(&desk.run(&["restore", "--yes", "all.tar"])), @"
    [stderr]
    What was there is kept: [SANDBOX]/data/claimctl/claims.db.before-restore-[MOMENT]
    Restored: 1 claim, 1 file of evidence, 1 playbook of your own.
    1 file of evidence that was deleted for good since stays deleted.
    ");
    assert!(!desk.vault_file(&sha256(b"1")).exists());
    let claim = desk.exported("1");
    assert_eq!(claim["evidence"][0]["purged_on"], "2026-11-20");
    assert_eq!(claim["evidence"][0]["name"], "");
    assert_eq!(claim["evidence"][1]["name"], "two.txt");
    desk.done(&["evidence", "verify", "--all"]);
    // What was put aside still has what is deleted later, and that is said.
    let purged = desk.run(&["evidence", "purge", "1", "E2", "--force", "--yes"]);
    insta::assert_snapshot!(said(&purged), @"
    [stderr]
    E2 was deleted for good. Hash, kind and days stay.
    Out of reach: backups and exports made before, copies that you sent, the disk’s own snapshots.
    What a restore has put aside may still have it: [SANDBOX]/data/claimctl/claims.db.before-restore-[MOMENT]. To delete that file: rm [SANDBOX]/data/claimctl/claims.db.before-restore-[MOMENT]
    ");
    // Given again, it is there again: an old backup takes nothing away.
    desk.done(&["evidence", "add", "1", "one.txt"]);
    desk.done(&["restore", "--yes", "all.tar"]);
    assert_eq!(
        desk.exported("1")["evidence"][0]["purged_on"],
        serde_json::json!(null)
    );
}

#[cfg(unix)]
#[test]
fn a_link_among_the_playbooks_leads_a_backup_nowhere() {
    let desk = desk();
    desk.done(&["backup", "all.tar"]);
    let folder = desk.path("config/claimctl/playbooks/platform");
    fs::remove_dir_all(&folder).unwrap();
    fs::create_dir(desk.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(desk.path("elsewhere"), &folder).unwrap();
    let output = desk.run(&["restore", "--yes", "all.tar"]);
    assert_eq!(output.code, 1, "{output}");
    assert_eq!(fs::read_dir(desk.path("elsewhere")).unwrap().count(), 0);
}
