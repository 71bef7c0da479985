//! `claimctl doctor`: one line for each thing that is looked at, and the repair of what is not in order.

use std::fs;

use super::archive::sha256;
use super::backup::desk;
use super::sandbox::{Output, Sandbox};

/// What was said, without the number of sources: it changes with the rulebook.
fn steady(output: &Output) -> String {
    let text = output.to_string();
    let lines = text.lines().map(|line| match line.starts_with("Sources") {
        true => line.chars().filter(|c| !c.is_ascii_digit()).collect(),
        false => line.to_owned(),
    });
    lines.collect::<Vec<String>>().join("\n")
}

#[test]
fn what_is_in_order_is_said_and_nothing_is_made() {
    insta::assert_snapshot!(steady(&desk().run(&["doctor"])), @"
    File of claims: in order (1 claim)
    Evidence: 2 copies, all as they were
    Unfinished work: none
    Rights: your files are yours alone
    Playbooks: 1 of your own, it holds
    Sources:  want another look (claimctl playbook list --stale)
    [stderr]
    Nothing is wrong.
    ");
    let empty = Sandbox::french();
    insta::assert_snapshot!(steady(&empty.run(&["doctor"])), @"
    Fichier de dossiers : aucun pour l’instant ([SANDBOX]/data/claimctl/claims.db)
    Droits : vos fichiers ne sont qu’à vous
    Fiches : aucune fiche personnelle
    Sources :  à revoir (claimctl playbook list --stale)
    [stderr]
    Tout est en ordre.
    ");
    assert!(!empty.db().exists());
}

#[cfg(unix)]
#[test]
fn what_is_not_in_order_is_named_and_repaired() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk();
    let copy = |text: &str| desk.vault_file(&sha256(text.as_bytes()));
    let open = |path: &std::path::Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap()
    };
    fs::remove_file(copy("1")).unwrap();
    open(&copy("2"), 0o644);
    open(&desk.db(), 0o666);
    let vault = desk.db().with_file_name("evidence");
    open(&vault, 0o755);
    fs::write(vault.join(".incoming-claims.db/half.part"), "half a f").unwrap();
    fs::write(copy("2").with_file_name("stray"), "s").unwrap();
    open(&copy("2").with_file_name("stray"), 0o400);
    fs::create_dir(desk.db().with_file_name(".claims.db.restore-x")).unwrap();
    desk.write("../config/claimctl/playbooks/bad.toml", "format = 9\n");
    insta::assert_snapshot!(steady(&desk.run(&["doctor"])), @"
    File of claims: in order (1 claim)
    Problem: claim 1, E1: the copy is missing; if you have the file still: claimctl evidence add 1 FILE
      No claim of this desk has this file; a desk beside it may: [SANDBOX]/data/claimctl/evidence/d4/stray
    Problem: a crash left 2 copies unfinished
      To repair it: claimctl doctor --fix
    Problem: 4 files and folders have too many rights, such as [SANDBOX]/data/claimctl/claims.db
      To repair it: claimctl doctor --fix
    Problem: 1 playbook of your own does not hold and is left out: claimctl playbook check
    Sources:  want another look (claimctl playbook list --stale)
    [stderr]
    4 problems are left.
    [exit 1]
    ");
    insta::assert_snapshot!(steady(&desk.run(&["doctor", "--fix"])), @"
    File of claims: in order (1 claim)
    Problem: claim 1, E1: the copy is missing; if you have the file still: claimctl evidence add 1 FILE
      No claim of this desk has this file; a desk beside it may: [SANDBOX]/data/claimctl/evidence/d4/stray
    Problem: a crash left 2 copies unfinished
      Repaired.
    Problem: 3 files and folders have too many rights, such as [SANDBOX]/data/claimctl/claims.db
      Repaired.
    Problem: 1 playbook of your own does not hold and is left out: claimctl playbook check
    Sources:  want another look (claimctl playbook list --stale)
    [stderr]
    2 problems are left.
    [exit 1]
    ");
    // The user has the two others to do.
    desk.write("one.txt", "1");
    desk.done(&["evidence", "add", "1", "one.txt"]);
    fs::remove_file(desk.path("config/claimctl/playbooks/bad.toml")).unwrap();
    fs::remove_file(copy("2").with_file_name("stray")).unwrap();
    let said = desk.done(&["doctor"]);
    assert!(!said.contains("Problem"), "{said}");
    assert_eq!(
        fs::metadata(desk.db()).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[cfg(unix)]
#[test]
fn in_a_terminal_each_repair_is_asked_about() {
    use std::os::unix::fs::PermissionsExt;

    use super::home::Home;
    use super::pty::keys::ENTER;
    let home = Home::new("en");
    let answers = super::sandbox::example_file("cancel-order.toml");
    home.run(&["new", "--answers", answers.to_str().unwrap()], "");
    let db = home.path("claims.db");
    fs::set_permissions(&db, fs::Permissions::from_mode(0o644)).unwrap();
    let mut terminal = home.terminal(&["doctor"]);
    terminal.wait_for("Make them yours alone?");
    terminal.send("y");
    terminal.send(ENTER);
    terminal.wait_for("Everything is repaired.");
    terminal.assert_left_clean(0);
    assert_eq!(
        fs::metadata(&db).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

/// Spoils the part of a desk where a table begins.
fn spoil(desk: &Sandbox, table: &str) {
    let conn = rusqlite::Connection::open(desk.db()).unwrap();
    let page: u32 = conn
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?1",
            [table],
            |row| row.get(0),
        )
        .unwrap();
    drop(conn);
    let page = usize::try_from(page).unwrap();
    let mut bytes = fs::read(desk.db()).unwrap();
    bytes[(page - 1) * 4096..page * 4096].fill(0xa5);
    fs::write(desk.db(), bytes).unwrap();
}

#[test]
fn what_can_be_read_of_a_damaged_desk_is_saved_into_a_new_file() {
    let desk = desk();
    desk.new_from("amazon-not-received.toml");
    let before = desk.done(&["export"]);
    spoil(&desk, "deadlines");
    let damaged = fs::read(desk.db()).unwrap();
    let output = desk.run(&["doctor"]);
    assert_eq!(output.code, 1);
    assert!(
        output.stdout.contains("the file of claims is damaged"),
        "{output}"
    );
    assert!(
        output.stdout.contains("claimctl doctor --save-to FILE"),
        "{output}"
    );
    let saved = desk.db().with_file_name("saved.db").display().to_string();
    insta::assert_snapshot!(desk.run(&["doctor", "--save-to", &saved]), @"
    2 claims saved into [SANDBOX]/data/claimctl/saved.db
      claims: 2
      events: 6
      evidence: 2
      fact_changes: 0
      forgotten: 0
      marks: 2
      note_changes: 0
      terms: 2
      unknowns: 0
      answers: 0
      event_evidence: 0
    Look at it: claimctl --db [SANDBOX]/data/claimctl/saved.db list --all. To put it in place: claimctl --db [SANDBOX]/data/claimctl/saved.db backup - | claimctl --db [SANDBOX]/data/claimctl/claims.db restore --yes -
    ");
    assert!(fs::read(desk.db()).unwrap() == damaged);
    // What was lost is computed anew: nothing is missing.
    assert_eq!(desk.done(&["--db", &saved, "export"]), before);
    assert_eq!(desk.run(&["--db", &saved, "doctor"]).code, 0);
    assert!(desk.done(&["--db", &saved, "list"]).contains("Casque"));
    insta::assert_snapshot!(desk.run(&["doctor", "--save-to", &saved]), @"
    [stderr]
    error: the file `[SANDBOX]/data/claimctl/saved.db` is there already; nothing was written
    hint: name another file: claimctl doctor --save-to FILE
    [exit 1]
    ");
    // As it is said, it is put in its place.
    desk.done(&["--db", &saved, "backup", "saved.tar"]);
    desk.done(&["restore", "--yes", "saved.tar"]);
    assert_eq!(desk.done(&["export"]), before);
}

#[test]
fn what_is_lost_is_said() {
    let desk = desk();
    desk.new_from("amazon-not-received.toml");
    spoil(&desk, "claims");
    let saved = desk.path("home/saved.db").display().to_string();
    insta::assert_snapshot!(desk.run(&["doctor", "--save-to", &saved]), @"
    2 claims saved into [SANDBOX]/home/saved.db
      claims: 0; a part could not be read
      events: 6
      evidence: 2
      fact_changes: 0
      forgotten: 0
      marks: 2
      note_changes: 0
      terms: 2
      unknowns: 0
      answers: 0
      event_evidence: 0
    Something is missing, or may be, of the claims: 1, 2
    Their facts are lost, their log and evidence are with a draft of the same number: 1, 2
    The copies of evidence are still in [SANDBOX]/data/claimctl/evidence: copy that folder beside the new file
    Look at it: claimctl --db [SANDBOX]/home/saved.db list --all. To put it in place: claimctl --db [SANDBOX]/home/saved.db backup - | claimctl --db [SANDBOX]/data/claimctl/claims.db restore --yes -
    [exit 1]
    ");
    insta::assert_snapshot!(desk.run(&["--db", &saved, "list"]), @"
    No  Due  Status  Claim                          Next
     1       draft   Facts lost: fill them in anew  Finish describing the problem
     2       draft   Facts lost: fill them in anew  Finish describing the problem
    ");
    assert!(desk.done(&["--db", &saved, "show", "1"]).contains("E1"));
    let output = desk.run(&["doctor", "--fix"]);
    assert_eq!(output.code, 1, "{output}");
    assert!(
        output.stdout.contains("claims.db.saved-2026-11-20-"),
        "{output}"
    );
}

#[test]
fn what_is_not_ours_or_newer_is_left_alone() {
    let desk = Sandbox::english();
    let text = desk.write("text.db", "These are not the claims you are looking for.");
    let output = desk.run(&["--db", &text, "doctor", "--save-to", "saved.db"]);
    insta::assert_snapshot!(output, @"
    [stderr]
    error: `text.db` is not a file of claims
    hint: name another file: `claimctl --db FILE list`
    [exit 1]
    ");
    assert!(!desk.path("home/saved.db").exists());
    insta::assert_snapshot!(desk.run(&["--db", ".", "doctor"]), @"
    [stderr]
    error: `.` is a folder, not a file
    hint: name another file: `claimctl --db FILE list`
    [exit 1]
    ");
}
