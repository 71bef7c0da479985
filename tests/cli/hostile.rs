//! Texts of others that would command a terminal, turn the writing round or become a formula: harmless wherever they are
//! printed. They come from another desk, a mail, the name of a file, a playbook, an argument.

use std::fs;

use super::playbook::own;
use super::sandbox::{Output, Sandbox, example_file};

/// What stands in for such a text where it would be refused on its way in.
pub(super) const MARK: &str = "Zmark";

/// Titles, colours, a cleared screen, C1 sequences, overrides, isolates, ends of line, and what shows nothing.
const COMMANDS: &str = "\u{1b}]0;owned\u{7}\u{1b}[31mred\u{1b}[2J\u{1b}P\u{1b}\\\u{9b}31m\u{9d}0;x\u{9c}\u{85}\
    \u{202e}\u{202a}\u{2066}\u{2067}\u{2069}\u{200b}\u{200f}\u{feff}\u{2028}\u{2029}\u{7f}\u{8}\u{c}\u{b}\0\r\nown\r line";

/// How a cell begins that a spreadsheet computes.
const FORMULAS: [&str; 7] = [
    "=cmd|'/c calc'!A1",
    "+1+cmd()",
    "-1+cmd()",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "a;=1+1;@x",
];

pub(super) fn hostile(at: usize) -> String {
    format!("{}{COMMANDS}", FORMULAS[at])
}

/// A playbook of the user's own, every text of which has the mark.
fn shop() -> String {
    let text = fs::read_to_string(example_file("playbooks/platform/atelier-lumen.toml")).unwrap();
    let text = text
        + r#"
[[question]]
key = "door_code"
kind = "text"
ask = { fr = "Quel code ?", en = "Which code?" }
help = { fr = "Aide", en = "Help" }
required = true

[[contact]]
name = { fr = "Service", en = "Service" }
door = "seller"
how = { fr = "Par là", en = "That way" }
source = "terms"

[[dead_end]]
id = "elsewhere"
title = { fr = "Ailleurs", en = "Elsewhere" }
why = { fr = "Cela ne mène à rien", en = "It leads nowhere" }
instead = { fr = "Écrivez", en = "Write" }
routes = ["contact"]
when = { problem = ["cancel-order"] }
source = "terms"

[[rule]]
id = "be-heard"
kind = "right"
who = "consumer"
what = { fr = "Être entendu", en = "To be heard" }
caution = { fr = "Prudence", en = "Take care" }
source = "terms"

[[letter]]
kind = "cancellation"
subject = { fr = "Sujet", en = "Subject" }
body = { fr = "Corps {{ seller }} {{ order_ref }} {{ description }}", en = "Body {{ seller }} {{ order_ref }} {{ description }}" }
"#;
    let begins = [
        "fr = \"",
        "en = \"",
        "\ntitle = \"",
        "article = \"",
        "name = \"",
    ];
    begins.iter().fold(text, |text, begin| {
        text.replace(begin, &format!("{begin}{MARK} "))
    })
}

/// The mark replaced as TOML writes such characters.
pub(super) fn in_toml(text: &str, at: usize) -> String {
    let escaped: String = hostile(at)
        .chars()
        .map(|c| format!("\\u{:04x}", u32::from(c)))
        .collect();
    text.replace(MARK, &escaped)
}

/// A claim in which everything that can be a text is the mark.
pub(super) fn answers() -> String {
    let facts = [
        "seller",
        "item",
        "order_ref",
        "customer_ref",
        "title",
        "description",
        "door_code",
    ];
    let facts: String = facts.map(|key| format!("{key} = \"{MARK}\"\n")).concat();
    format!(
        "problem = \"cancel-order\"\nwanted = \"refund\"\ncountry = \"FR\"\nseller_kind = \"trader\"\nsale = \"online\"\n\
         platform = \"atelier-lumen\"\namount = \"49 EUR\"\npayment = \"card-visa\"\nordered_on = 2026-11-20\n{facts}"
    )
}

/// Puts what is hostile where the mark is, everywhere in the desk: one kind for each claim.
fn poison(desk: &Sandbox) {
    let conn = rusqlite::Connection::open(desk.db()).unwrap();
    let columns = "SELECT m.name, c.name, EXISTS (SELECT 1 FROM pragma_table_xinfo(m.name) WHERE name = 'claim_id') \
        FROM sqlite_schema AS m JOIN pragma_table_xinfo(m.name) AS c \
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.type = 'TEXT'";
    let mut columns = conn.prepare(columns).unwrap();
    let columns = columns.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    let columns: Vec<(String, String, bool)> = columns.unwrap().map(Result::unwrap).collect();
    let mut poisoned = Vec::new();
    for (table, column, of_claim) in columns {
        let id = match (of_claim, table.as_str()) {
            (true, _) => "claim_id",
            (false, "claims") => "id",
            (false, _) => "1",
        };
        for at in 0..FORMULAS.len() {
            let update = format!(
                "UPDATE {table} SET {column} = replace({column}, '{MARK}', ?1) \
                 WHERE ({id} - 1) % {} = {at} AND instr({column}, '{MARK}') > 0",
                FORMULAS.len()
            );
            let changed = conn.execute(&update, [hostile(at)]).unwrap();
            if changed > 0 {
                poisoned.push(format!("{table}.{column}"));
            }
        }
    }
    poisoned.dedup();
    insta::assert_snapshot!("hostile_columns", poisoned.join("\n"));
}

/// Puts what is hostile where our own desks have words of the program, as somebody can who makes a desk by hand.
fn poison_deeper(desk: &Sandbox) {
    let conn = rusqlite::Connection::open(desk.db()).unwrap();
    for column in [
        "agenda.what_fr",
        "agenda.what_en",
        "agenda.command",
        "deadlines.what_fr",
        "deadlines.what_en",
        "deadlines.rule",
        "events.about",
        "events.uid",
        "evidence.media_type",
        "claims.uid",
    ] {
        let (table, column) = column.split_once('.').unwrap();
        let update = format!("UPDATE {table} SET {column} = ?1 || coalesce({column}, '')");
        let changed = conn.execute(&update, [hostile(0)]).unwrap();
        assert!(changed > 0, "{table}.{column}");
    }
}

/// The mail of somebody who knows what a terminal does.
pub(super) fn mail() -> Vec<u8> {
    let text = format!("{MARK}{}", hostile(0).replace(['\r', '\n'], " "));
    format!(
        "From: \"{text}\" <a@shop.example>\r\nTo: \"{text}\" <b@c.example>\r\nSubject: {text}\r\nMessage-ID: <1{text}@x>\r\n\
         Date: Thu, 19 Nov 2026 10:00:00 +0100\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

/// A desk with one claim for each way to begin a cell, two of them with everything that a claim can have.
pub(super) fn desk(desk: Sandbox) -> Sandbox {
    own(&desk, "platform/atelier-lumen.toml", in_toml(&shop(), 0));
    desk.write(&format!("{MARK}.pdf"), "a receipt");
    desk.write(&format!("{MARK}.eml"), mail());
    let hidden = format!("{MARK}-hidden.txt");
    desk.write(&hidden, "a secret");
    let evil = hostile(3).replace(['\0', '/'], " ");
    desk.write(&evil, "a name");
    for at in 0..FORMULAS.len() {
        let id = desk.new_with(&answers());
        // Two of them are enough where it is not about cells.
        if at > 1 {
            continue;
        }
        let add = ["evidence", "add", &id, "--proves", MARK];
        desk.done(&[&add[..], &[&format!("{MARK}.pdf")]].concat());
        desk.done(&[&add[..], &["--confidential", &hidden]].concat());
        desk.done(&["evidence", "add", &id, &format!("{MARK}.eml"), &evil]);
        desk.done(&["evidence", "remove", &id, "E1"]);
        desk.done(&["log", &id, "note", "--note", MARK]);
        let told = ["log", &id, "answered", "--channel", "phone", "--note", MARK];
        desk.done(&told);
        let edited = format!("item={MARK} again");
        desk.done(&["edit", &id, &edited]);
    }
    poison(&desk);
    desk
}

/// Whether a character may be printed: no control character but the end of a line, nothing that turns the writing.
fn is_harmless(c: char) -> bool {
    let turns =
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    c == '\n' || !(c.is_control() || turns)
}

/// What is wrong in a text that was printed; tabs and returns are taken out before, where they are the form's own.
#[track_caller]
fn harmless(told: &str, text: &str, leaks: &mut Vec<String>) {
    for line in text.split('\n') {
        if let Some(c) = line.chars().find(|c| !is_harmless(*c)) {
            leaks.push(format!("{told}: U+{:04X} in {line:?}", u32::from(c)));
            return;
        }
        // What a text says on a line of its own could pass for the program's.
        // A terminal's lines are wrapped, wherever a word falls.
        let wrapped = told.starts_with("letter") || told.starts_with("--prompts");
        if line.starts_with("own") && !wrapped {
            leaks.push(format!("{told}: a line of its own in {text:?}"));
            return;
        }
    }
}

pub(super) fn check(told: &str, output: &Output, leaks: &mut Vec<String>) {
    let ends = [0, 1, 2, 3, 10, 130];
    assert!(ends.contains(&output.code), "{told}\n{output}");
    assert!(!output.stderr.contains("panicked"), "{told}\n{output}");
    harmless(told, &output.stdout, leaks);
    harmless(told, &output.stderr, leaks);
}

/// Everything that prints and changes nothing.
pub(super) const READING: &[&str] = &[
    "list",
    "list --all --sort seller",
    "list --format json",
    "show 1",
    "show 2 --all",
    "why 1",
    "why 1 cancel-by",
    "timeline 1",
    "timeline 1 --format json",
    "timeline 1 --format svg",
    "next 1",
    "letter 1",
    "letter 1 --format json",
    "letter 1 --format md",
    "letter 1 --format html",
    "letter 1 --channel chat",
    "letter 1 --list",
    "letter 1 --list --format json",
    "letter 1 first-message",
    "letter 1 formal-notice",
    "letter 1 withdrawal",
    "evidence list 1 --all --include-confidential",
    "evidence list 1 --format json --all",
    "evidence verify 1",
    "evidence verify --all",
    "evidence extract 1 E1 --out .",
    "undo --list",
    "undo --list --format json",
    "edit 1",
    "export",
    "export 1 --include-confidential",
    "export --out out.json",
    "export --format md",
    "export --format html --include-confidential",
    "show 1 --format html",
    "dossier 1 --for adviser --out handed",
    "dossier 2 --for mediator --out handed.zip --include-confidential",
    "doctor",
    "playbook list",
    "playbook list --format json",
    "playbook list --stale",
    "playbook list --stale --format json",
    "playbook show platform/atelier-lumen",
    "playbook check",
    "rights --answers answers.toml",
    "rights --answers answers.toml --format json",
];

#[test]
fn what_is_read_is_harmless_in_both_languages() {
    let mut leaks = Vec::new();
    for desk in [desk(Sandbox::english()), desk(Sandbox::french())] {
        poison_deeper(&desk);
        desk.write("answers.toml", answers());
        for call in READING {
            let args: Vec<&str> = call.split(' ').collect();
            check(call, &desk.run(&args), &mut leaks);
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

/// The cells of a table, as a spreadsheet that parts them at this sign reads them.
fn cells(table: &str, sign: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(sign)
        .has_headers(false)
        .flexible(true)
        .from_reader(table.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn no_cell_is_a_formula_whatever_parts_the_cells() {
    let desk = desk(Sandbox::french());
    poison_deeper(&desk);
    let tables: &[(&str, &[u8])] = &[
        ("export --format csv", b",;"),
        ("list --format csv", b",;"),
        ("list --format tsv", b"\t;"),
        ("playbook list --format csv", b",;"),
        ("playbook list --format tsv", b"\t;"),
        ("playbook list --stale --format csv", b",;"),
        ("playbook list --stale --format tsv", b"\t;"),
    ];
    let mut leaks = Vec::new();
    for (call, signs) in tables {
        let args: Vec<&str> = call.split(' ').collect();
        let table = desk.done(&args);
        let lines: Vec<&str> = table.lines().collect();
        // One line for each row, and no character but those that part the cells.
        let bare = table.replace("\r\n", "\n").replace('\t', " ");
        harmless(call, &bare, &mut leaks);
        assert_eq!(cells(&table, signs[0]).len() % lines.len(), 0, "{call}");
        for cell in signs.iter().flat_map(|sign| cells(&table, *sign)) {
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
            assert!(!formula || cell.parse::<f64>().is_ok(), "{call}: {cell:?}");
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[test]
fn with_colours_the_only_sequences_are_our_own() {
    let desk = desk(Sandbox::english());
    let ours = [
        "\u{1b}[0m",
        "\u{1b}[1m",
        "\u{1b}[2m",
        "\u{1b}[31m",
        "\u{1b}[32m",
        "\u{1b}[33m",
        "\u{1b}[38;5;1m",
        "\u{1b}[38;5;2m",
        "\u{1b}[38;5;3m",
    ];
    let mut leaks = Vec::new();
    let mut coloured = 0;
    for call in READING {
        let args: Vec<&str> = call.split(' ').collect();
        let output = desk.run(&[&["--color", "always"], &args[..]].concat());
        let mut text = format!("{}{}", output.stdout, output.stderr);
        // Those of the texts are made visible: `[31m` without its beginning.
        for sequence in ours {
            coloured += text.matches(sequence).count();
            text = text.replace(sequence, "");
        }
        harmless(call, &text, &mut leaks);
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    assert!(coloured > 50, "{coloured}");
}
