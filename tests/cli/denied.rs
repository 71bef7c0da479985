//! Desks that may not be read or written: no right to, or another command at work. Every command that writes ends with a
//! plain error that says what, why and what to do; nothing is lost, and nothing is left behind.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::sandbox::{Output, Sandbox};

/// Somebody without rights, where the tests run as somebody whom no right binds.
const NOBODY: u32 = 65534;

/// Everything that writes into the desk, its folder, or the folder of the user.
const WRITING: &[&[&str]] = &[
    &["new", "--answers", "answers.toml"],
    &["next", "1"],
    &["log", "1", "note", "--note", "x"],
    &["log", "1", "note", "--note", "x", "--file", "new.txt"],
    &["letter", "1", "first-message", "--sent"],
    &["edit", "1", "item=x"],
    &["evidence", "add", "1", "new.txt"],
    &["evidence", "add", "1", "--link", "new.txt"],
    &["evidence", "note", "1", "E1", "x"],
    &["evidence", "remove", "1", "E1"],
    &["evidence", "purge", "1", "E2", "--yes", "--force"],
    &["evidence", "purge", "1", "--yes"],
    &["offer", "1", "--refuse"],
    &["close", "1", "--outcome", "refunded"],
    &["undo"],
    &["forget", "1", "--yes"],
    &["import", "bundle.tar"],
    &["import", "table.csv"],
    &["restore", "--yes", "all.tar"],
    &["doctor", "--fix"],
];

/// Everything that only reads the desk and writes elsewhere, if at all.
const READING: &[&[&str]] = &[
    &["list"],
    &["show", "1"],
    &["why", "1"],
    &["timeline", "1"],
    &["letter", "1", "first-message"],
    &["offer", "1"],
    &["evidence", "list", "1"],
    &["evidence", "verify", "--all"],
    &["undo", "--list"],
    &["export"],
    &["import", "--dry-run", "bundle.tar"],
];

/// What writes a file beside the answers.
const ELSEWHERE: &[&[&str]] = &[
    &["export", "--out", "out.json"],
    &["export", "--format", "bundle", "--out", "out.tar"],
    &["backup", "more.tar"],
    &["dossier", "1", "--for", "adviser", "--out", "out"],
    &["dossier", "1", "--for", "bank", "--out", "out.zip"],
    &["export", "--format", "html", "--out", "out.html"],
    &["evidence", "extract", "1", "E1", "--out", "out.txt"],
    &[
        "letter",
        "1",
        "first-message",
        "--out",
        "out.html",
        "--format",
        "html",
    ],
    &["doctor", "--save-to", "saved.db"],
    &["playbook", "new", "platform/other"],
];

/// A desk with a claim and files, and somebody who is bound by rights.
struct Desk {
    desk: Sandbox,
    /// The binary, where they can run it.
    binary: Option<PathBuf>,
}

impl Desk {
    fn new(desk: Sandbox) -> Desk {
        let other = Sandbox::english();
        let there = other.new_from("cancel-order.toml");
        other.done(&[
            "evidence",
            "add",
            &there,
            &other.write("there.txt", "there"),
        ]);
        let bundle = desk.path("home/bundle.tar").display().to_string();
        other.done(&["export", "--format", "bundle", "--out", &bundle]);
        let id = desk.new_from("cancel-order.toml");
        desk.done(&["log", &id, "offered", "--amount", "5 EUR"]);
        let (one, two) = (desk.write("one.txt", "1"), desk.write("two.txt", "2"));
        desk.done(&["evidence", "add", &id, &one, &two]);
        let secret = desk.write("secret.txt", "3");
        desk.done(&["evidence", "add", &id, &secret, "--confidential"]);
        desk.done(&["backup", "all.tar"]);
        desk.write("new.txt", "new");
        desk.write("table.csv", "problem;wanted;country;seller;seller_kind;sale;item_kind\nlate;refund;FR;X;trader;online;goods\n");
        fs::copy(
            super::sandbox::example_file("parcel-never-came.toml"),
            desk.path("home/answers.toml"),
        )
        .unwrap();
        fs::create_dir_all(desk.path("config/claimctl/playbooks/platform")).unwrap();
        // A folder just made is the user's own: of root, it tells who runs the tests.
        let is_root = fs::metadata(desk.path("home")).unwrap().uid() == 0;
        let binary = is_root.then(|| {
            let built = PathBuf::from(env!("CARGO_BIN_EXE_claimctl"));
            let may_pass = |path: &Path| fs::metadata(path).is_ok_and(|m| m.mode() & 0o001 != 0);
            // A copy just written may still be open in a child of another test, and cannot be run then.
            if built.ancestors().all(may_pass) {
                return built;
            }
            let copy = desk.path("claimctl");
            fs::copy(built, &copy).unwrap();
            copy
        });
        let desk = Desk { desk, binary };
        if is_root {
            for path in everything(&desk.desk.path("")) {
                chown(&path, Some(NOBODY), Some(NOBODY)).unwrap();
            }
        }
        desk
    }

    /// The binary with these arguments, run by somebody who is bound by rights.
    fn command(&self, args: &[&str]) -> Command {
        let ours = self.desk.command(args);
        let program = self.binary.clone();
        let mut command = Command::new(program.unwrap_or_else(|| ours.get_program().into()));
        command
            .args(args)
            .env_clear()
            .envs(ours.get_envs().filter_map(|(k, v)| Some((k, v?))))
            .current_dir(self.desk.path("home"))
            .stdin(Stdio::null());
        if self.binary.is_some() {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.desk.finished(&mut self.command(args))
    }

    fn exported(&self) -> String {
        let exported = self.run(&["export", "--include-confidential"]);
        assert_eq!(exported.code, 0, "{exported}");
        exported.stdout
    }

    /// Backs up to the standard output while copies may not be read, and returns what is said of it.
    fn backed_up_without(&self, denied: &Path) -> String {
        let rights = fs::metadata(denied).unwrap().permissions();
        fs::set_permissions(denied, fs::Permissions::from_mode(0o000)).unwrap();
        let output = self.command(&["backup", "-"]).output().unwrap();
        fs::set_permissions(denied, rights).unwrap();
        String::from_utf8(output.stderr).unwrap()
    }

    /// Runs commands while something is denied; returns what they said, once each. None of them changes anything.
    #[track_caller]
    fn while_denied(&self, path: &Path, mode: u32, calls: &[&[&str]]) -> String {
        let before = self.exported();
        let files = everything(&self.desk.path(""));
        let mut told = Told::default();
        for call in calls {
            let rights = fs::metadata(path).unwrap().permissions();
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
            let output = self.run(call);
            fs::set_permissions(path, rights).unwrap();
            assert!(self.exported() == before, "{call:?}\n{output}");
            assert_eq!(everything(&self.desk.path("")), files, "{call:?}\n{output}");
            told.add(call, &output);
        }
        let verified = self.run(&["evidence", "verify", "--all"]);
        assert_eq!(verified.code, 0, "{verified}");
        told.to_string()
    }
}

/// What calls said, and all those that said the same.
#[derive(Default)]
struct Told(Vec<(String, String)>);

impl Told {
    fn add(&mut self, call: &[&str], output: &Output) {
        let call = format!("$ claimctl {}\n", call.join(" "));
        let output = output.to_string();
        match self.0.iter_mut().find(|(_, said)| *said == output) {
            Some((calls, _)) => *calls += &call,
            None => self.0.push((call, output)),
        }
    }
}

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0
            .iter()
            .try_for_each(|(calls, said)| writeln!(f, "{calls}{said}"))
    }
}

/// Everything below a folder, and the folder.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let mut all = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => all.extend(everything(&path)),
            false => all.push(path),
        }
    }
    all.sort();
    all
}

#[test]
fn every_command_that_touches_a_desk_is_tried() {
    let calls = [WRITING, READING, ELSEWHERE].concat();
    let others = [
        "rights",
        "evidence open",
        "playbook list",
        "playbook show",
        "playbook check",
        "playbook schema",
    ];
    assert_eq!(super::reference::untried(&calls), others);
}

#[test]
fn a_folder_that_may_not_be_written_is_a_plain_error() {
    for (name, desk) in [("en", Sandbox::english()), ("fr", Sandbox::french())] {
        let desk = Desk::new(desk);
        let folder = desk.desk.path("data/claimctl");
        let told = desk.while_denied(&folder, 0o500, WRITING);
        insta::assert_snapshot!(format!("denied_folder_{name}"), told);
    }
}

#[test]
fn a_file_that_may_not_be_written_is_a_plain_error() {
    let desk = Desk::new(Sandbox::english());
    let told = desk.while_denied(&desk.desk.db(), 0o400, WRITING);
    insta::assert_snapshot!("denied_file", told);
}

#[test]
fn a_file_that_may_not_be_read_is_a_plain_error() {
    let desk = Desk::new(Sandbox::english());
    let calls = [WRITING, READING, &ELSEWHERE[..9]].concat();
    let told = desk.while_denied(&desk.desk.db(), 0o000, &calls);
    insta::assert_snapshot!("denied_reading", told);
}

#[test]
fn copies_that_may_not_be_written_or_read_are_a_plain_error() {
    let desk = Desk::new(Sandbox::english());
    let calls: &[&[&str]] = &[
        &["evidence", "add", "1", "new.txt"],
        &["log", "1", "note", "--note", "x", "--file", "new.txt"],
        &["import", "bundle.tar"],
    ];
    let vault = desk.desk.path("data/claimctl/evidence");
    let waiting = vault.join(".incoming-claims.db");
    let told = desk.while_denied(&waiting, 0o500, calls);
    insta::assert_snapshot!("denied_vault", told);
    let calls: &[&[&str]] = &[
        &["evidence", "verify", "--all"],
        &["evidence", "extract", "1", "E1"],
        &["doctor"],
    ];
    let hash = desk.desk.exported("1")["evidence"][0]["sha256"].clone();
    let copy = desk.desk.vault_file(hash.as_str().unwrap());
    let told = [&copy, copy.parent().unwrap(), &vault].map(|denied| {
        let told = desk.while_denied(denied, 0o000, calls);
        let left_out = desk.backed_up_without(denied);
        format!("{told}$ claimctl backup -\n{left_out}\n")
    });
    insta::assert_snapshot!("denied_copies", told.concat());
}

#[test]
fn a_folder_of_the_user_that_may_not_be_written_is_a_plain_error() {
    let desk = Desk::new(Sandbox::english());
    let told = desk.while_denied(&desk.desk.path("home"), 0o500, &ELSEWHERE[..9]);
    let playbooks = desk.desk.path("config/claimctl/playbooks/platform");
    let more = desk.while_denied(&playbooks, 0o500, &ELSEWHERE[9..]);
    insta::assert_snapshot!("denied_elsewhere", told + &more);
}

#[test]
fn a_playbook_that_cannot_be_put_back_leaves_the_desk_as_it_is() {
    let desk = Desk::new(Sandbox::english());
    let folder = desk.desk.path("config/claimctl/playbooks/platform");
    for call in [
        &["playbook", "new", "platform/other"][..],
        &["backup", "with.tar"],
        &["log", "1", "note", "--note", "later"],
    ] {
        let output = desk.run(call);
        assert_eq!(output.code, 0, "{output}");
    }
    fs::write(folder.join("other.toml"), "format = 1").unwrap();
    let told = desk.while_denied(&folder, 0o500, &[&["restore", "--yes", "with.tar"]]);
    insta::assert_snapshot!(told, @"
    $ claimctl restore --yes with.tar
    [stderr]
    error: the file `[SANDBOX]/config/claimctl/playbooks/platform/other.toml` could not be written
    caused by: you do not have the right to do so
    hint: give yourself the right to write: `chmod u+w [SANDBOX]/config/claimctl/playbooks/platform`
    [exit 1]
    ");
}

/// Another command that writes, and does not end; or one that lets nobody read either.
fn lock(desk: &Sandbox, how: &str) -> rusqlite::Connection {
    let conn = rusqlite::Connection::open(desk.db()).unwrap();
    conn.execute_batch(&format!("BEGIN {how}")).unwrap();
    conn
}

/// Runs commands all at once; returns what they said, once each, and how long the slowest took.
fn at_once(desk: &Sandbox, calls: &[&[&str]]) -> (String, Duration) {
    let begun = Instant::now();
    let children: Vec<_> = calls
        .iter()
        .map(|call| {
            let mut command = desk.command(call);
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            (*call, command.spawn().unwrap())
        })
        .collect();
    let mut told = Told::default();
    for (call, child) in children {
        told.add(call, &desk.told(child.wait_with_output().unwrap()));
    }
    (told.to_string(), begun.elapsed())
}

#[test]
fn a_desk_that_stays_in_use_is_a_plain_error_and_can_be_read() {
    let desk = Desk::new(Sandbox::english());
    let desk = &desk.desk;
    let before = desk.done(&["export"]);
    let files = everything(&desk.path(""));
    let writer = lock(desk, "IMMEDIATE");
    // Who reads does not wait.
    let (read, took) = at_once(desk, READING);
    assert!(took < Duration::from_secs(8), "{took:?}\n{read}");
    assert!(!read.contains("error"), "{read}");
    // The doctor looks at what the others are about to leave.
    let (doctor, others) = WRITING.split_last().unwrap();
    let (told, _) = at_once(desk, others);
    let (checked, _) = at_once(desk, &[doctor]);
    insta::assert_snapshot!("locked_writing", told + &checked);
    drop(writer);
    assert!(desk.done(&["export"]) == before);
    assert_eq!(everything(&desk.path("")), files);
    let writer = lock(desk, "EXCLUSIVE");
    let (told, _) = at_once(desk, &[READING, &ELSEWHERE[..9]].concat());
    insta::assert_snapshot!("locked_reading", told);
    drop(writer);
    assert!(desk.done(&["export"]) == before);
    assert_eq!(everything(&desk.path("")), files);
    desk.done(&["evidence", "verify", "--all"]);
}
