//! What bounds a playbook: lengths that leave time, chains that end, files of a sensible size.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use claimctl::domain::playbook::Library;
use claimctl::playbook::{self, Diagnostic};
use tempfile::TempDir;

/// The head of a playbook with one source.
fn head(id: &str) -> String {
    let kind = id.split('/').next().unwrap();
    format!(
        "format = 1\nid = \"{id}\"\nkind = \"{kind}\"\ntitle = {{ fr = \"Essai\", en = \"Sample\" }}\n\
         reviewed_on = 2026-11-20\nsource = [{{ id = \"terms\", title = \"Terms\", checked_on = 2026-11-20, \
         basis = \"read\", confidence = \"high\" }}]\n"
    )
}

fn rule(id: &str, kind: &str, how: &str) -> String {
    format!(
        "[[rule]]\nid = \"{id}\"\nkind = \"{kind}\"\nwho = \"consumer\"\n\
         what = {{ fr = \"Agir\", en = \"Act\" }}\nsource = \"terms\"\n{how}\n"
    )
}

const EXAMPLE: &str = "[[example]]\nname = \"another problem\"\ntoday = 2026-11-20\nfacts = { problem = \"late\" }\n\
    absent = [\"nothing\"]\n[[rule]]\nid = \"nothing\"\nkind = \"right\"\nwho = \"consumer\"\n\
    what = { fr = \"Rien\", en = \"Nothing\" }\nwhen = { problem = [\"damaged\"] }\nsource = \"terms\"\n";

fn codes(text: &str) -> Vec<(&'static str, Option<usize>)> {
    let (library, _) = playbook::load(None).unwrap();
    match playbook::check(text, None, "sample.toml", &library) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|p| (p.code, p.line)).collect(),
    }
}

/// The codes of a playbook with one rule of this kind and length, counted from this start.
fn of_length(kind: &str, length: &str, start: &str) -> Vec<&'static str> {
    let how = format!("length = \"{length}\"\nfrom = [{{ {start} }}]");
    let text = head("sector/sample") + &rule("act", kind, &how) + EXAMPLE;
    codes(&text).into_iter().map(|(code, _)| code).collect()
}

#[test]
fn a_deadline_leaves_time_and_a_wait_may_end_at_once() {
    let refused = ["length-not-positive"];
    // Over when it arrives, or before it began.
    assert_eq!(of_length("act-by", "P0D", "event = \"refused\""), refused);
    assert_eq!(of_length("act-by", "P0D", "event = \"contacted\""), refused);
    assert_eq!(
        of_length("act-by", "-P2D", "event = \"delivered\""),
        refused
    );
    assert_eq!(of_length("act-by", "PT0H", "event = \"ordered\""), refused);
    assert_eq!(of_length("not-before", "PT0H", "event = \"paid\""), refused);
    // The shipping is itself the limit; a term, a rule and the end of a year may lie ahead.
    for (kind, length, start) in [
        ("act-by", "P0D", "event = \"shipped\""),
        ("act-by", "-P1D", "event = \"receipt-confirmed\""),
        ("act-by", "P0D", "term = \"latest_delivery_on\""),
        (
            "act-by",
            "-P1M",
            "term = \"term_ends_on\", minus_notice = true",
        ),
        (
            "act-by",
            "P0D",
            "event = \"discovered\", end_of_year = true",
        ),
        ("act-by", "P0D", "rule = \"law/fr/delivery#deliver-by\""),
        ("not-before", "P0D", "event = \"refused\""),
        ("not-before", "-P1D", "event = \"refused\""),
    ] {
        assert_eq!(
            of_length(kind, length, start),
            [""; 0],
            "{kind} {length} {start}"
        );
    }
}

#[test]
fn what_is_added_or_capped_is_longer_than_nothing() {
    for how in [
        "length = \"P1D\"\nfrom = [{ event = \"paid\" }]\nlead = \"P0D\"",
        "length = \"P1D\"\nfrom = [{ event = \"paid\" }]\ncap = { length = \"P0D\", from = [{ event = \"paid\" }] }",
        "length = \"P1D\"\nfrom = [{ rule = \"law/fr/delivery#deliver-by\", plus = \"P0D\" }]",
    ] {
        let text = head("sector/sample") + &rule("act", "act-by", how) + EXAMPLE;
        let found: Vec<&str> = codes(&text).into_iter().map(|(code, _)| code).collect();
        assert_eq!(found, ["length-not-positive"], "{how}");
    }
}

#[test]
fn nothing_is_longer_than_a_century() {
    for (length, code) in [
        ("P36600D", None),
        ("P36601D", Some("too-long")),
        ("P5228W", None),
        ("P5300W", Some("too-long")),
        ("P1200M", None),
        ("P1201M", Some("too-long")),
        ("P100Y", None),
        ("P101Y", Some("too-long")),
        ("PT878400H", None),
        ("PT878401H", Some("too-long")),
        ("P1000000Y", Some("too-long")),
        ("P99999999999999999999999D", Some("too-long")),
        ("PT99999999999H", Some("too-long")),
        ("P1M2D", Some("bad-duration")),
        ("P-1D", Some("bad-duration")),
    ] {
        let found = of_length("act-by", length, "event = \"paid\"");
        assert_eq!(found.first().copied(), code, "{length}");
    }
}

#[test]
fn a_letter_is_no_longer_than_a_letter() {
    let of = |body: &str| {
        let text = head("sector/sample")
            + "[[letter]]\nkind = \"reminder\"\nsubject = { fr = \"A\", en = \"A\" }\n"
            + &format!("body = {{ fr = \"A\", en = '''\n\n{body}''' }}\n");
        codes(&text)
    };
    assert_eq!(of(&"é".repeat(19_999)), []);
    assert_eq!(of(&"é".repeat(20_000)), [("template-too-long", Some(11))]);
    assert_eq!(of(&"{{ a }}".repeat(500)), []);
    let found = of(&"{{ a }}".repeat(501));
    assert_eq!(found, [("template-with-too-many-tags", Some(12))]);
}

#[test]
fn no_rule_runs_from_what_the_log_says_of_itself() {
    for event in [
        "extended", "paused", "resumed", "own-date", "note", "closed", "reopened", "undone",
    ] {
        let found = of_length("act-by", "P1D", &format!("event = \"{event}\""));
        assert_eq!(found, ["event-about-the-log"], "{event}");
        let after = format!("event = \"paid\", after = \"{event}\"");
        let found = of_length("act-by", "P1D", &after);
        assert_eq!(found, ["event-about-the-log"], "after {event}");
        let how =
            format!("length = \"P1D\"\nfrom = [{{ event = \"paid\" }}]\nmet_by = [\"{event}\"]");
        let text = head("sector/sample") + &rule("act", "act-by", &how) + EXAMPLE;
        assert_eq!(codes(&text), [("event-about-the-log", Some(15))], "{event}");
    }
}

#[test]
fn no_question_asks_what_the_log_says_of_itself() {
    for key in [
        "extended_on",
        "paused_on",
        "resumed_on",
        "own_date_on",
        "note_on",
        "closed_on",
        "reopened_on",
        "undone_on",
    ] {
        let text = head("sector/sample")
            + &format!(
                "[[question]]\nkey = \"{key}\"\nkind = \"date\"\nask = {{ fr = \"A\", en = \"A\" }}\n"
            );
        assert_eq!(codes(&text), [("event-about-the-log", Some(8))], "{key}");
    }
}

#[test]
fn only_an_event_comes_after_another_that_there_is() {
    let of = |start: &str| of_length("act-by", "P1D", start);
    assert_eq!(of("event = \"discovered\", after = \"repaired\""), [""; 0]);
    let unknown = of("event = \"discovered\", after = \"mended\"");
    assert_eq!(unknown, ["unknown-event"]);
    let of_a_term = of("term = \"latest_delivery_on\", after = \"repaired\"");
    assert_eq!(of_a_term, ["misplaced-key"]);
}

/// Rules in a row: each is counted from the one before, the first from an event.
fn row(count: usize, first: &str) -> String {
    let mut text = head("sector/sample");
    for no in 0..count {
        let start = match no {
            0 => first.to_owned(),
            _ => format!("rule = \"r{}\"", no - 1),
        };
        let how = format!("length = \"P1D\"\nfrom = [{{ {start} }}]");
        text += &rule(&format!("r{no}"), "not-before", &how);
    }
    text + EXAMPLE
}

#[test]
fn a_row_of_rules_ends_before_it_is_too_long() {
    assert_eq!(codes(&row(50, "event = \"paid\"")), []);
    let found = codes(&row(499, "event = \"paid\""));
    let place = row(50, "event = \"paid\"").lines().count() - EXAMPLE.lines().count() + 2;
    assert_eq!(found, [("rule-chain-too-long", Some(place))]);
}

#[test]
fn a_circle_is_found_however_long_and_nothing_else_is_called_one() {
    let found = codes(&row(499, "rule = \"r498\""));
    assert_eq!(found.len(), 100, "enough to see what is wrong");
    assert!(found.iter().all(|(code, _)| *code == "rule-cycle"));
    // Two circles, and between them a rule that leads from one to the other.
    let from = |rule: &str| format!("length = \"P1D\"\nfrom = [{{ rule = \"{rule}\" }}]");
    let text = head("sector/sample")
        + &rule("a", "not-before", &from("b"))
        + &rule("b", "not-before", "latest_of = [\"a\", \"between\"]")
        + &rule("between", "not-before", &from("c"))
        + &rule("c", "not-before", &from("c"))
        + EXAMPLE;
    let found = codes(&text);
    assert_eq!(
        found,
        [
            ("rule-cycle", Some(8)),
            ("rule-cycle", Some(16)),
            ("rule-cycle", Some(31))
        ]
    );
}

#[test]
fn a_circle_through_a_base_is_found_too() {
    let (library, _) = playbook::load(None).unwrap();
    let from = |start: &str| format!("length = \"P1D\"\nfrom = [{{ {start} }}]");
    let base = head("law/eu/sample")
        + &rule("first", "not-before", &from("event = \"paid\""))
        + &rule("second", "not-before", &from("rule = \"first\""))
        + EXAMPLE;
    let (_, library) = playbook::check(&base, None, "base.toml", &library).unwrap();
    let refining = |start: &str| {
        head("law/fr/sample").replace("\nsource", "\nrefines = \"law/eu/sample\"\nsource")
            + &rule("first", "not-before", &from(start))
            + EXAMPLE
    };
    let found = |text: &str, library: &Library| -> Vec<&str> {
        match playbook::check(text, None, "fr.toml", library) {
            Ok(_) => Vec::new(),
            Err(problems) => problems.iter().map(|p| p.code).collect(),
        }
    };
    assert_eq!(found(&refining("event = \"ordered\""), &library), [""; 0]);
    // The base's second rule is counted from its first, whose place this one takes.
    let circle = refining("rule = \"law/eu/sample#second\"");
    assert_eq!(found(&circle, &library), ["rule-cycle"]);
}

#[test]
fn ten_thousand_rules_are_read_or_refused_but_never_waited_for() {
    let many = |more: &str| {
        let mut text = head("sector/sample");
        for no in 0..10_000 {
            let _ = writeln!(
                text,
                "[[rule]]\nid = \"r{no}\"\nkind = \"right\"\nwho = \"trader\"\nwhat = {{ fr = \"A\", en = \"A\" }}\n\
                 source = \"terms\"\n{more}"
            );
        }
        text + EXAMPLE
    };
    let too_many = ("too-many", Some(6 + 500 * 7 + 1));
    assert_eq!(codes(&many("")), [too_many]);
    let found = codes(&many("colour = 1"));
    assert_eq!(found.len(), 30);
    assert!(found.iter().all(|(code, _)| *code == "unknown-key"));
    let found = codes(&many("length = \"P1D\""));
    assert_eq!(found.len(), 100);
}

#[test]
fn a_file_has_five_hundred_tables_of_a_kind_and_a_hundred_holidays() {
    let contact = "[[contact]]\nname = { fr = \"A\", en = \"A\" }\nhow = { fr = \"A\", en = \"A\" }\nsource = \"terms\"\n";
    let text = |count: usize| head("sector/sample") + &contact.repeat(count);
    assert_eq!(codes(&text(500)), []);
    let line = Some(6 + 500 * 4 + 1);
    assert_eq!(codes(&text(501)), [("too-many", line)]);
    let holidays = |count: usize| {
        let mut text = "format = 1\ncountry = \"FR\"\n".to_owned();
        for no in 0..count {
            let _ = writeln!(
                text,
                "[[holiday]]\nid = \"h{no}\"\nname = {{ fr = \"A\", en = \"A\" }}\ntype = \"easter\"\nvalue = {no}"
            );
        }
        playbook::parse_holidays(&text, "fr.toml")
    };
    assert_eq!(holidays(100).unwrap().len(), 100);
    let problems = holidays(366).unwrap_err();
    let found: Vec<_> = problems.iter().map(|p| (p.code, p.line)).collect();
    assert_eq!(found, [("too-many", Some(2 + 100 * 5 + 1))]);
}

fn write(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// The codes of what a folder holds, by the names of the files; and that the one that holds is there all the same.
fn of_folder(folder: &Path) -> Vec<(String, &'static str)> {
    let fine = head("sector/fine");
    write(folder, "sector/fine.toml", fine);
    let (library, problems) = playbook::load(Some(folder)).unwrap();
    assert!(library.get("sector/fine").is_some());
    assert!(library.get("platform/amazon").is_some());
    let name = |p: &Diagnostic| {
        Path::new(&p.file)
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned()
    };
    problems.iter().map(|p| (name(p), p.code)).collect()
}

#[test]
fn files_that_are_no_playbooks_leave_the_others_alone() {
    let home = TempDir::new().unwrap();
    let folder = home.path();
    write(folder, "a-empty.toml", "");
    write(folder, "b-comments.toml", "\u{feff}# nothing yet\r\n\r\n");
    write(folder, "c-nul.toml", [0; 1000]);
    write(
        folder,
        "d-latin.toml",
        b"format = 1\ntitle = \"\xe9t\xe9\"\n",
    );
    write(folder, "e-utf16.toml", b"\xff\xfef\0o\0r\0m\0");
    write(
        folder,
        "f-deep.toml",
        "x = ".to_owned() + &"[".repeat(100_000) + &"]".repeat(100_000),
    );
    write(folder, "g-dotted.toml", "a.".repeat(100_000) + "a = 1");
    fs::create_dir(folder.join("h-folder.toml")).unwrap();
    let large = fs::File::create(folder.join("i-large.toml")).unwrap();
    large.set_len(100 * 1024 * 1024).unwrap();
    write(folder, "n-big.TOML", "");
    write(folder, "notes.txt", "");
    write(folder, "1/2/3/4/5/6/7/too-deep.toml", "");
    let mut expected = vec![
        ("7", "folder-too-deep"),
        ("a-empty.toml", "empty-file"),
        ("b-comments.toml", "empty-file"),
        ("c-nul.toml", "syntax"),
        ("d-latin.toml", "not-utf-8"),
        ("e-utf16.toml", "not-utf-8"),
        ("f-deep.toml", "too-deep"),
        ("g-dotted.toml", "too-deep"),
        ("h-folder.toml", "not-a-file"),
        ("i-large.toml", "too-large"),
        ("n-big.TOML", "ending-not-read"),
    ];
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink("j-loop.toml", folder.join("j-loop.toml")).unwrap();
        symlink("nowhere", folder.join("k-dangling.toml")).unwrap();
        symlink(folder, folder.join("around")).unwrap();
        symlink("/dev/zero", folder.join("l-endless.toml")).unwrap();
        let fifo = folder.join("m-pipe.toml");
        let made = std::process::Command::new("mkfifo").arg(fifo).status();
        assert!(made.unwrap().success());
        expected.extend([
            ("around", "folder-linked"),
            ("j-loop.toml", "unreadable"),
            ("k-dangling.toml", "unreadable"),
            ("l-endless.toml", "not-a-file"),
            ("m-pipe.toml", "not-a-file"),
        ]);
    }
    expected.sort_unstable();
    let mut found = of_folder(folder);
    found.sort();
    found.dedup();
    let found: Vec<(&str, &str)> = found.iter().map(|(n, c)| (n.as_str(), *c)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_byte_that_is_no_text_is_shown_in_its_line() {
    let home = TempDir::new().unwrap();
    write(
        home.path(),
        "latin.toml",
        b"format = 1\ntitle = \"\xe9t\xe9\"\n",
    );
    let (_, problems) = playbook::load(Some(home.path())).unwrap();
    assert_eq!((problems[0].line, problems[0].column), (Some(2), Some(10)));
}

#[test]
fn a_mark_at_the_start_and_line_ends_of_windows_do_no_harm() {
    let home = TempDir::new().unwrap();
    let text = head("sector/windows") + &rule("act", "right", "") + EXAMPLE;
    let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    write(home.path(), "sector/windows.toml", text);
    assert_eq!(of_folder(home.path()), []);
    let (library, _) = playbook::load(Some(home.path())).unwrap();
    assert!(library.get("sector/windows").is_some());
}
