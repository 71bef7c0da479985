//! A letter on its way: its forms, the editor, the clipboard, the log, and the text that is kept.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::home::Home;
use super::pty::keys;
use super::sandbox::{Output, Sandbox};
use super::walk::answer;

const SETTINGS: &str = r#"
name = "Ana Morel"
address = ["12 rue des Lilas", "75011 Paris"]
mail = "ana@morel.example"
"#;

/// A desk whose user has a name, with the claim about the kettle.
fn desk() -> (Sandbox, String) {
    let desk = Sandbox::english();
    let folder = desk.path("config").join("claimctl");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), SETTINGS).unwrap();
    let id = desk.new_from("parcel-never-came.toml");
    (desk, id)
}

/// Makes a program that other programs find by its name.
fn program(desk: &Sandbox, name: &str, script: &str) {
    let bin = desk.path("home").join("bin");
    fs::create_dir_all(&bin).unwrap();
    let path = bin.join(name);
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Runs the binary where it finds those programs, with an editor.
#[track_caller]
fn run(desk: &Sandbox, editor: &str, args: &[&str]) -> Output {
    let bin = desk.path("home").join("bin");
    let path = format!("{}:/usr/bin:/bin", bin.display());
    let mut command = desk.command(args);
    desk.finished(command.env("PATH", path).env("VISUAL", editor))
}

#[test]
fn what_was_sent_is_logged_and_kept_word_for_word() {
    let (desk, id) = desk();
    let args = ["letter", &id, "--sent", "--channel", "email"];
    let sent = desk.run(&args);
    assert_eq!(sent.code, 0, "{sent}");
    assert!(sent.stdout.contains("Kind regards,\n\nAna Morel\n"));
    assert!(
        sent.stderr
            .contains("Logged: Message sent, 20 November 2026.")
    );
    let claim = desk.exported(&id);
    let event = claim["events"].as_array().unwrap().last().unwrap();
    assert_eq!(event["kind"], "contacted");
    assert_eq!(event["channel"], "email");
    assert_eq!(event["evidence"].to_string(), r#"["E1"]"#);
    let piece = &claim["evidence"][0];
    assert_eq!(piece["kind"], "letter");
    assert_eq!(piece["name"], "first-message-2026-11-20.txt");
    let kept = fs::read_to_string(desk.vault_file(piece["sha256"].as_str().unwrap())).unwrap();
    assert_eq!(kept, sent.stdout);
    // It proves the words, not that they were sent.
    let needs = desk.done(&["show", &id]);
    assert!(needs.contains("Your written complaint and the proof that you sent it: lacking"));
    let told = desk.done(&["undo", "-q"]);
    assert_eq!(told, "");
    assert_eq!(desk.exported(&id)["events"].as_array().unwrap().len(), 3);
}

#[test]
fn a_day_and_a_proof_of_sending_can_be_given() {
    let (desk, id) = desk();
    desk.done(&[
        "letter",
        &id,
        "--sent",
        "2026-11-18",
        "--channel",
        "email",
        "-q",
    ]);
    desk.write("receipt.pdf", "%PDF-1.4 receipt");
    let args = [
        "letter",
        &id,
        "formal-notice",
        "--sent",
        "--channel",
        "registered-letter",
        "--file",
        "receipt.pdf",
        "--by",
        "2026-12-10",
        "-q",
    ];
    let out = desk.done(&args);
    assert!(out.contains("deliver by 10 December 2026"), "{out}");
    let claim = desk.exported(&id);
    let events = claim["events"].as_array().unwrap();
    let [.., first, second] = events.as_slice() else {
        panic!("two letters")
    };
    assert_eq!(first["on"], "2026-11-18");
    assert_eq!(second["kind"], "formal-notice-sent");
    assert_eq!(second["by"], "2026-12-10");
    assert_eq!(second["evidence"].to_string(), r#"["E2","E3"]"#);
    assert_eq!(claim["evidence"][2]["name"], "receipt.pdf");
    // Tomorrow nothing was sent yet.
    let refused = desk.run(&["letter", &id, "reminder", "--sent", "2026-11-21"]);
    assert_eq!(refused.code, 2, "{refused}");
    assert_eq!(desk.exported(&id)["evidence"].as_array().unwrap().len(), 3);
}

#[test]
fn the_edited_text_is_what_is_written_logged_and_kept() {
    let (desk, id) = desk();
    program(
        &desk,
        "ed-it",
        "sed -i 's/Hello,/Dear shop,/; s/^Subject: .*/Subject: My kettle/' \"$1\"",
    );
    let sent = run(&desk, "ed-it", &["letter", &id, "--edit", "--sent", "-q"]);
    assert!(
        sent.stdout
            .starts_with("Subject: My kettle\n\nDear shop,\n"),
        "{sent}"
    );
    let piece = &desk.exported(&id)["evidence"][0];
    let list = desk.done(&["evidence", "list", &id]);
    assert!(list.trim_end().ends_with("– My kettle"), "{list}");
    let kept = fs::read_to_string(desk.vault_file(piece["sha256"].as_str().unwrap())).unwrap();
    assert_eq!(kept, sent.stdout);
}

#[test]
fn an_editor_that_fails_sends_and_logs_nothing() {
    let (desk, id) = desk();
    program(&desk, "empties", ": > \"$1\"");
    for (editor, why) in [
        ("false", "exit status: 1"),
        ("no-such-editor", "exit status: 127"),
        ("empties", "nothing was left"),
    ] {
        let failed = run(&desk, editor, &["letter", &id, "--edit", "--sent"]);
        assert_eq!((failed.code, failed.stdout.as_str()), (1, ""), "{failed}");
        assert!(failed.stderr.contains(why), "{failed}");
        assert!(
            failed.stderr.contains("nothing was sent or logged"),
            "{failed}"
        );
    }
    assert_eq!(desk.exported(&id)["events"].as_array().unwrap().len(), 3);
}

#[test]
fn the_clipboard_gets_the_body_and_the_subject_is_said() {
    let (desk, id) = desk();
    program(&desk, "wl-copy", "exit 1");
    program(&desk, "xclip", "cat > \"$HOME/clipboard\"");
    let copied = run(&desk, "vi", &["letter", &id, "--copy"]);
    assert_eq!((copied.code, copied.stdout.as_str()), (0, ""), "{copied}");
    let said = "The text is on the clipboard. Its subject: Order MV-48213: parcel not received\n";
    assert!(copied.stderr.contains(said), "{copied}");
    let clipboard = fs::read_to_string(desk.path("home").join("clipboard")).unwrap();
    assert!(
        clipboard.starts_with("Hello,\n\nDelivery of my order"),
        "{clipboard}"
    );
    // Neither a program nor a terminal.
    program(&desk, "xclip", "exit 1");
    let failed = run(&desk, "vi", &["letter", &id, "--copy"]);
    assert_eq!(failed.code, 1, "{failed}");
    assert!(
        failed.stderr.contains("install wl-clipboard or xclip"),
        "{failed}"
    );
}

#[test]
fn the_mail_program_gets_a_draft() {
    let (desk, id) = desk();
    for opener in ["xdg-open", "gio", "gnome-open", "kde-open", "wslview"] {
        program(
            &desk,
            opener,
            "for last; do :; done; printf %s \"$last\" > \"$HOME/draft.part\"; mv \"$HOME/draft.part\" \"$HOME/draft\"",
        );
    }
    let opened = run(
        &desk,
        "vi",
        &[
            "letter",
            &id,
            "--open",
            "mail",
            "--to",
            "sav+1@verne.example",
        ],
    );
    assert_eq!((opened.code, opened.stdout.as_str()), (0, ""), "{opened}");
    let draft = desk.path("home").join("draft");
    for _ in 0..200 {
        if draft.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let draft = fs::read_to_string(draft).unwrap();
    assert!(
        draft.starts_with("mailto:sav%2B1@verne%2Eexample?subject=Order%20MV%2D48213%3A%20parcel"),
        "{draft}"
    );
    assert!(
        draft.contains("&body=Hello%2C%0D%0A%0D%0ADelivery"),
        "{draft}"
    );
    let refused = run(
        &desk,
        "vi",
        &["letter", &id, "--open", "mail", "--to", "verne"],
    );
    assert_eq!(refused.code, 2, "{refused}");
    assert!(
        refused.stderr.contains("`verne` is not a mail address"),
        "{refused}"
    );
}

#[test]
fn a_mail_carries_the_evidence_that_was_asked_for() {
    let (desk, id) = desk();
    desk.write("été.txt", "proof");
    desk.done(&["evidence", "add", &id, "été.txt", "--confidential", "-q"]);
    let args = [
        "letter",
        &id,
        "--format",
        "eml",
        "--to",
        "sav@verne.example",
        "--out",
        "mail.eml",
    ];
    let out = desk.run(&[&args[..], &["--attach", "E1"]].concat());
    assert_eq!(out.code, 0, "{out}");
    let file = desk.path("home").join("mail.eml");
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let text = fs::read_to_string(&file).unwrap();
    for line in text.split("\r\n") {
        assert!(
            line.len() <= 998 && !line.contains(['\n', '\r']),
            "{line:?}"
        );
    }
    assert!(
        text.contains("From: \"Ana Morel\" <ana@morel.example>\r\n"),
        "{text}"
    );
    assert!(text.contains("X-Unsent: 1\r\n"), "{text}");
    // Another desk reads it as any mail, with what is attached.
    let other = Sandbox::english();
    let id = other.new_from("parcel-never-came.toml");
    let file = file.to_str().unwrap();
    other.done(&["evidence", "add", &id, file, "--sent", "-q"]);
    let claim = other.exported_with(&id, &["--include-confidential"]);
    assert_eq!(claim["evidence"][1]["name"], "E1-été.txt");
    assert_eq!(claim["evidence"][1]["bytes"], 5);
    assert_eq!(claim["events"][3]["kind"], "contacted");
}

#[test]
fn what_a_form_cannot_do_is_said() {
    let (desk, id) = desk();
    let refused = desk.run(&["letter", &id, "--attach", "E1"]);
    assert_eq!(refused.code, 3, "{refused}");
    desk.write("a.txt", "a");
    desk.done(&["evidence", "add", &id, "a.txt", "-q"]);
    let refused = desk.run(&["letter", &id, "--attach", "e1"]);
    assert_eq!(refused.code, 2, "{refused}");
    assert!(
        refused.stderr.contains("attached to mails alone"),
        "{refused}"
    );
    let refused = desk.run(&["letter", &id, "--format", "eml", "--to", "a@b\nBcc: c@d"]);
    assert_eq!(refused.code, 2, "{refused}");
    let nobody = Sandbox::english();
    let id = nobody.new_from("parcel-never-came.toml");
    let refused = nobody.run(&["letter", &id, "--format", "eml"]);
    assert_eq!(refused.code, 1, "{refused}");
    assert!(
        refused.stderr.contains("your settings have no address"),
        "{refused}"
    );
}

#[test]
fn the_text_is_made_for_its_channel() {
    let (desk, id) = desk();
    let long = format!(
        "description=The tracking has not moved. {}",
        "It is the same every day. ".repeat(30)
    );
    desk.done(&["edit", &id, &long, "-q"]);
    let said = desk.run(&["letter", &id, "--channel", "chat"]);
    assert!(said.stderr.contains("the message box takes 500"), "{said}");
    let said = desk.run(&["letter", &id, "--channel", "email"]);
    assert!(!said.stderr.contains("the message box"), "{said}");
}

/// Puts the letters of the user's own in their place.
fn own_letters(desk: &Sandbox, text: &str) {
    let folder = desk.path("config").join("claimctl/playbooks/sector");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("my-letters.toml"), text).unwrap();
}

#[test]
fn a_template_is_made_ones_own() {
    let (desk, id) = desk();
    let printed = desk.run(&["letter", &id, "first-message", "--template"]);
    assert_eq!(printed.code, 0, "{printed}");
    assert!(
        printed
            .stderr
            .contains("[SANDBOX]/config/claimctl/playbooks/sector/my-letters.toml"),
        "{printed}"
    );
    let before = desk.done(&["letter", &id]);
    own_letters(&desk, &printed.stdout);
    assert_eq!(
        desk.run(&["playbook", "check"]).to_string(),
        "[stderr]\nsector/my-letters holds (0 examples).\n"
    );
    assert_eq!(desk.done(&["letter", &id]), before);
    own_letters(
        &desk,
        &printed.stdout.replace("\nHello,\n", "\nDear friends,\n"),
    );
    assert_eq!(
        desk.done(&["letter", &id]),
        before.replace("\nHello,\n", "\nDear friends,\n")
    );
    // It is for claims with this problem alone.
    let other = desk.new_from("cancel-order.toml");
    let letter = desk.done(&["letter", &other, "first-message", "--lang", "en"]);
    assert!(letter.contains("\nHello,\n"), "{letter}");
}

#[test]
fn a_template_of_ones_own_that_fails_gives_way_to_the_built_in_one() {
    let (desk, id) = desk();
    let printed = desk.done(&["letter", &id, "first-message", "--template", "-q"]);
    let before = desk.done(&["letter", &id]);
    for _ in 0..12 {
        desk.done(&["log", &id, "contacted", "--channel", "email", "-q"]);
    }
    let loops = |word: &str| word.repeat(5);
    let endless = loops("{% for a in contacts %}") + &loops("{% endfor %}");
    let huge = loops("{% for a in contacts %}") + "{{ references }}" + &loops("{% endfor %}");
    for with in [
        "{{ nobody }}",
        "{% if %}",
        "{{ today + 1 }}",
        &endless,
        &huge,
    ] {
        let text = printed.replace("\nHello,\n", &format!("\nHello, {with}\n"));
        own_letters(&desk, &text);
        let written = desk.run(&["letter", &id, "first-message"]);
        assert_eq!(
            (written.code, written.stdout.as_str()),
            (0, before.as_str()),
            "{written}"
        );
        let said = "warning: your template in `sector/my-letters` cannot be filled";
        assert!(written.stderr.contains(said), "{with}: {written}");
    }
}

#[test]
fn markdown_and_html_have_the_letter_and_nothing_else() {
    let (desk, id) = desk();
    desk.done(&[
        "edit",
        &id,
        "item=<b>*Kettle*</b>",
        "seller_address=3 Mill Lane; Leeds",
        "-q",
    ]);
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--channel",
        "email",
        "--on",
        "2026-11-13",
        "-q",
    ]);
    let text =
        |format: &str| desk.done(&["letter", &id, "formal-notice", "--format", format, "-q"]);
    let markdown = text("md");
    assert!(
        markdown.starts_with(
            "# Formal notice to deliver – Order MV-48213\n\nAna Morel\\\n12 rue des Lilas\\\n"
        ),
        "{markdown}"
    );
    assert!(
        markdown.contains("Item: \\<b\\>\\*Kettle\\*\\</b\\>"),
        "{markdown}"
    );
    let html = text("html");
    assert!(html.contains("<p class=\"addressee\">Maison Verne<br>\nCustomer service<br>\n3 Mill Lane<br>\nLeeds</p>"), "{html}");
    assert!(html.contains("Item: &lt;b&gt;*Kettle*&lt;/b&gt;"), "{html}");
    assert!(
        html.contains("default-src 'none'") && !html.contains("http://"),
        "{html}"
    );
}

#[test]
fn whoever_sees_the_letter_is_asked_whether_it_was_sent() {
    let home = Home::new("en");
    let kettle = include_str!("../../examples/parcel-never-came.toml");
    assert_eq!(home.run(&["new", "--answers", "-"], kettle).code, Some(0));
    // Enter alone says nothing.
    let mut pty = home.terminal(&["letter", "1", "--channel", "email"]);
    pty.wait_for("? Have you done it");
    pty.send(keys::ENTER);
    pty.assert_left_clean(0);
    assert_eq!(home.log().len(), 3);
    let mut pty = home.terminal(&["letter", "1", "--channel", "email"]);
    pty.wait_for("? Have you done it");
    pty.send(keys::UP);
    pty.send(keys::UP);
    answer(&mut pty, "❯ Yes, today", keys::ENTER);
    pty.wait_for("? Is there a file that proves it");
    pty.send("nowhere.png\r");
    pty.wait_for("there is no file `nowhere.png`");
    std::fs::write(home.path("shot.png"), "a picture").unwrap();
    let shot = home.path("shot.png").display().to_string();
    pty.send(&format!("{shot}\r"));
    pty.wait_for("Command:");
    pty.assert_left_clean(0);
    let claim = &home.claims()[0];
    assert_eq!(claim["events"][3]["evidence"].to_string(), r#"["E1","E2"]"#);
    assert_eq!(claim["events"][3]["channel"], "email");
    assert_eq!(claim["evidence"][0]["kind"], "letter");
}
