//! Texts that would command a terminal, in arguments, names of files, answers, tables, playbooks and settings, and what the
//! commands that write say of them.

use std::fs;

use super::hostile::{MARK, READING, answers, check, desk, hostile, in_toml};
use super::playbook::own;
use super::sandbox::Sandbox;

#[test]
fn what_is_written_is_told_harmlessly_in_both_languages() {
    let mut leaks = Vec::new();
    for speaking in [Sandbox::english, Sandbox::french] {
        let desk = desk(speaking());
        let there = speaking();
        // What an argument or the name of a file can hold.
        let text = hostile(0).replace('\0', "");
        let name = text.replace('/', "|");
        desk.write(&name, "a file");
        let mail = format!("{name}.eml");
        desk.write(&mail, super::hostile::mail());
        own(
            &desk,
            "platform/broken.toml",
            in_toml(
                &format!(
                    "\"{MARK}\" = 2\n[when]\nplatform = [\"{MARK}\"]\n[[rule]]\nid = \"{MARK}\"\n"
                ),
                0,
            ),
        );
        own(&desk, "platform/odd.toml", format!("id = \"{text}\"\n"));
        own(&desk, &format!("platform/{name}.toml"), "format = 1");
        let wrong = in_toml(&answers(), 1);
        desk.write("wrong.toml", &wrong);
        desk.write("odd.toml", format!("problem = \"{text}"));
        desk.write(
            "wrong.json",
            serde_json::json!({ "problem": hostile(0), hostile(1): 1 }).to_string(),
        );
        desk.write(
            "wrong.csv",
            format!("problem;seller;item;amount\n\"{text}\";\"{text}\";\"{text}\";\"{text}\"\n"),
        );
        let out = format!("{name}.out");
        let edited = format!("item={text}");
        let unknown = format!("{text}=1");
        let calls: &[&[&str]] = &[
            &[&text],
            &["list", &text],
            &["list", "--sort", &text],
            &[&format!("--{text}"), "list"],
            &["list", "--seller", &text],
            &["--lang", &text, "list"],
            &["--today", &text, "list"],
            &["--db", &text, "show", "1"],
            &["--db", &text, "doctor"],
            &["show", &text],
            &["why", "1", &text],
            &["letter", "1", &text],
            &["letter", "1", "--by", &text],
            &["letter", "1", "--channel", &text],
            &["letter", "1", "--sent", &text],
            &["letter", "1", "--attach", &text],
            &["letter", "1", "--format", "eml", "--to", &text],
            &["log", "1", &text],
            &["log", "1", "note", "--note", &text],
            &[
                "log",
                "1",
                "answered",
                "--note",
                &text,
                "--channel",
                "phone",
            ],
            &["log", "1", "answered", "--kind", &text],
            &["log", "1", "offered", "--note", &text, "--who", &text],
            &["log", "1", "offered", "--remedy", &text],
            &["offer", "1"],
            &["offer", "1", "--counter", &text],
            &["offer", "1", "--refuse", "--note", &text],
            &["log", "1", "answered", "--on", &text],
            &["log", "1", "answered", "--channel", &text],
            &["log", "1", "paused", "--about", &text],
            &["log", "1", "note", "--corrects", &text],
            &["log", "1", "note", "--note", "x", "--file", &name],
            &["log", "1", "refunded", "--amount", &text],
            &["edit", "1", &edited],
            &["edit", "1", &unknown],
            &["edit", "1", "door_code=1"],
            &["edit", "1", &format!("problem={text}")],
            &["edit", "2", "title="],
            &["undo"],
            &["undo"],
            &["new", "--answers", &name],
            &["new", "--answers", &out],
            &["new", "--answers", "wrong.toml"],
            &["new", "--answers", "odd.toml"],
            &["new", "--answers", "wrong.json"],
            &["rights", "--answers", "wrong.toml"],
            &["evidence", "add", "1", &out],
            &["evidence", "add", "1", &mail],
            &["evidence", "add", "1", &mail],
            &["evidence", "add", "1", "--link", &name],
            &["evidence", "add", "1", "--kind", &text, &name],
            &["evidence", "note", "1", "E2", &text],
            &["evidence", "note", "1", &text, "x"],
            &["evidence", "remove", "1", "E2"],
            &["evidence", "purge", "1", "E1", "--yes"],
            &["evidence", "purge", "1"],
            &["evidence", "extract", "2", "E1", "--out", &out],
            &["evidence", "extract", "2", "E1", "--out", &out],
            &["evidence", "extract", "2", "E1"],
            &["evidence", "verify", "--all"],
            &["close", "1", "--outcome", &text],
            &["close", "1", "--outcome", "refunded"],
            &["close", "1", "--outcome", "refunded", "--amount", "5 EUR"],
            &["export", "--out", &format!("{name}.json")],
            &[
                "export",
                "--format",
                "bundle",
                "--out",
                &format!("{name}.tar"),
            ],
            &["export", "--out", &format!("{name}/x/y")],
            &["dossier", "1", "--for", &text, "--out", &name],
            &[
                "dossier",
                "2",
                "--for",
                "court",
                "--out",
                &format!("{name}-d"),
            ],
            &[
                "dossier",
                "2",
                "--for",
                "court",
                "--out",
                &format!("{name}.zip"),
            ],
            &["backup", &format!("{name}.bak")],
            &["backup", &format!("{name}.bak")],
            &["restore", &format!("{name}.bak")],
            &["restore", "--yes", &format!("{name}.bak")],
            &["restore", "--yes", &name],
            &["import", "--dry-run", &format!("{name}.json")],
            &["import", "--dry-run", &format!("{name}.tar")],
            &["import", "--dry-run", "wrong.csv"],
            &["import", "wrong.csv"],
            &["import", "wrong.json"],
            &["import", &name],
            &["playbook", "show", &text],
            &["playbook", "list"],
            &["playbook", "list", "--kind", &text],
            &["playbook", "check"],
            &["playbook", "check", &name],
            &["playbook", "check", &out],
            &["playbook", "new", &text],
            &["playbook", "new", &format!("platform/{text}")],
            &["doctor"],
            &["doctor", "--save-to", &format!("{name}.db")],
            &["doctor", "--save-to", &format!("{name}.db")],
            &["--prompts", "plain", "next", "2"],
            &["--prompts", "plain", "next", "3"],
            &["--prompts", "plain", "forget", "3"],
            &["--prompts", "plain", "close", "3"],
            &["forget", "2"],
            &["forget", "2", "--yes"],
            &["forget", &text],
        ];
        let read: Vec<Vec<&str>> = READING
            .iter()
            .map(|call| call.split(' ').collect())
            .collect();
        let read = read.iter().map(Vec::as_slice);
        let tried: Vec<&[&str]> = calls.iter().copied().chain(read).collect();
        assert_eq!(
            super::reference::untried(&tried),
            ["evidence open", "playbook schema"]
        );
        for args in calls {
            check(&args.join(" "), &desk.run(args), &mut leaks);
        }
        // Another desk takes it in: from a file that we have written, and from one that somebody has made worse.
        for (file, options) in [
            (format!("{name}.tar"), &["--dry-run"][..]),
            (format!("{name}.tar"), &[]),
            (format!("{name}.tar"), &[]),
            (format!("{name}.json"), &["--dry-run"]),
            (format!("{name}.json"), &[]),
        ] {
            let file = desk.path("home").join(file).display().to_string();
            let args = [&["import"][..], options, &[file.as_str()]].concat();
            check(&args.join(" "), &there.run(&args), &mut leaks);
        }
        check("the list there", &there.run(&["list"]), &mut leaks);
        check("the claim there", &there.run(&["show", "1"]), &mut leaks);
        let settings = desk.path("config/claimctl/config.toml");
        for settings_text in [
            format!("{text} = 1\n"),
            in_toml(&format!("mail = [\"{MARK}\"]\n"), 0),
        ] {
            fs::write(&settings, settings_text).unwrap();
            check(
                "settings",
                &desk.run(&["evidence", "add", "3", &mail]),
                &mut leaks,
            );
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}
