//! The fences of the house: who may import whom, which crate is at home where, and how long a file may be.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// The parts of the program, and the parts that each may import. `lib`, `context` and `report` are the top, with `cli`
/// and `commands`: they put everything together.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("env", &[]),
    ("error", &["domain"]),
    ("lang", &["domain"]),
    ("playbook", &["domain"]),
    ("answers", &["domain"]),
    ("store", &["domain"]),
    ("vault", &["domain"]),
    ("settings", &["domain", "error"]),
    ("export", &["letters", "lang", "domain"]),
    ("letters", &["lang", "domain"]),
    ("pdf", &["export", "letters", "lang", "domain"]),
    ("wizard", &["lang", "domain"]),
    ("ui", &["lang", "domain", "error"]),
    (
        "context",
        &[
            "playbook", "store", "vault", "settings", "ui", "lang", "env", "error", "domain",
            "context",
        ],
    ),
];
const TOP: &[&str] = &["cli", "commands", "context", "lib", "main", "report"];

/// Of some parts only a module may be imported.
const ONLY: &[(&str, &str, &[&str])] = &[
    ("error", "crate::domain", &["crate::domain::message"]),
    ("ui", "crate::error", &["crate::error::Exit"]),
    ("export", "crate::letters", &["crate::letters::dossier"]),
    ("pdf", "crate::letters", &["crate::letters::dossier"]),
    ("pdf", "crate::export", &["crate::export::picture"]),
];

/// Crates and modules, and the only places that may know them. A place is a folder or a file below `src`.
const CRATES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store/"]),
    ("exif", &["vault/"]),
    ("mail_parser", &["vault/mail/"]),
    ("mail_builder", &["export/"]),
    ("base64", &["ui/", "export/"]),
    ("percent_encoding", &["commands/letter/"]),
    ("tar", &["vault/"]),
    ("zip", &["export/"]),
    ("indicatif", &["ui/"]),
    ("dialoguer", &["ui/"]),
    ("comfy_table", &["ui/"]),
    ("console", &["ui/"]),
    ("ctrlc", &["ui/"]),
    ("rustix", &["ui/", "vault/"]),
    ("minijinja", &["letters/", "playbook/"]),
    ("typst", &["pdf/typeset/"]),
    ("typst_assets", &["pdf/typeset/"]),
    ("typst_layout", &["pdf/typeset/"]),
    ("typst_pdf", &["pdf/typeset/"]),
    ("hayro", &["pdf/typeset/"]),
    ("image::DynamicImage", &["pdf/typeset/"]),
    ("image::ImageReader", &["pdf/typeset/"]),
    ("schemars", &["playbook/"]),
    ("toml", &["playbook/", "answers/", "settings.rs"]),
    (
        "clap",
        &["cli.rs", "report.rs", "commands/", "export/mod.rs"],
    ),
    ("directories", &["env.rs"]),
    ("sys_locale", &["env.rs"]),
    ("std::env", &["main.rs", "env.rs"]),
    ("Utc::now", &["env.rs"]),
    ("Local::now", &["env.rs"]),
    ("SystemTime::now", &["env.rs"]),
    ("Instant::now", &["ui/"]),
];

/// Crates that some places may not know.
const NEVER: &[(&str, &[&str])] = &[
    ("serde", &["domain/"]),
    ("serde_json", &["domain/"]),
    (
        "anyhow",
        &[
            "domain/",
            "playbook/",
            "store/",
            "answers/",
            "vault/",
            "lang/",
            "ui/",
            "wizard/",
            "letters/",
            "pdf/",
        ],
    ),
];

/// A source of the program: its path below `src`, and its code without tests and comments.
struct Source {
    path: String,
    code: String,
}

impl Source {
    /// The part of the program it belongs to.
    fn part(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    fn lies_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| match place.ends_with('/') {
            true => self.path.starts_with(place),
            false => self.path == *place,
        })
    }

    /// Whether the code names this path: `toml` is in `toml::from_str`, in `use toml;` and not in `from_toml`.
    fn names(&self, path: &str) -> bool {
        let word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
        self.code.match_indices(path).any(|(at, _)| {
            let before = self.code[..at].chars().next_back();
            let after = &self.code[at + path.len()..];
            let ends = if path.contains("::") {
                !after.starts_with(|c: char| c.is_alphanumeric() || c == '_')
            } else {
                after.starts_with("::")
                    || self.code[..at].ends_with("use ") && after.starts_with([';', ' '])
            };
            let starts = path.starts_with(char::is_uppercase) || !before.is_some_and(word);
            starts && ends
        })
    }

    /// The paths into the crate: `crate::domain::message`, also those written as a group after `use crate::{`.
    fn imports(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("crate::") {
            if self.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
                continue;
            }
            let rest = &self.code[at + "crate::".len()..];
            if let Some(group) = rest.strip_prefix('{') {
                let inside = group.split(';').next().unwrap();
                found.extend(top_level(inside).map(|name| format!("crate::{name}")));
            } else {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
                let path = rest[..end.unwrap_or(rest.len())].trim_end_matches(':');
                found.push(format!("crate::{path}"));
            }
        }
        found
    }
}

/// The names of a group of imports, without what is nested below them.
fn top_level(group: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    let mut names = Vec::new();
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(&group[start..at]);
                return names.into_iter().map(name_of);
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    names.into_iter().map(name_of)
}

fn name_of(import: &str) -> &str {
    import.trim().split(&[':', ' '][..]).next().unwrap()
}

/// The code of a source: what stands behind `//` is gone, and so is what is only built for tests.
fn code(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let mut kept = String::new();
    let mut at = 0;
    while at < lines.len() {
        if lines[at].trim_start() == "#[cfg(test)]" {
            at = after_item(&lines, at + 1);
        } else {
            kept += lines[at];
            kept.push('\n');
            at += 1;
        }
    }
    kept
}

/// The line after an item that begins here: rustfmt closes it with the indentation that it began with.
fn after_item(lines: &[&str], from: usize) -> usize {
    let indent = lines[from].len() - lines[from].trim_start().len();
    if lines[from].ends_with(';') {
        return from + 1;
    }
    let closes = |line: &&str| {
        let trimmed = line.trim_start();
        line.len() - trimmed.len() == indent && trimmed.starts_with('}')
    };
    let end = lines[from..].iter().position(closes);
    end.map_or(lines.len(), |end| from + end + 1)
}

fn each_file(folder: &Path, visit: &mut dyn FnMut(&Path, &str)) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            each_file(&path, visit);
        } else if path.extension().is_some_and(|e| e == "rs") {
            visit(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

/// The sources of the program, without the modules that are built for tests only.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    let mut for_tests = Vec::new();
    each_file(&root, &mut |path, text| {
        let folder = path.parent().unwrap();
        for part in text.split("#[cfg(test)]\nmod ").skip(1) {
            let name = part.split([';', ' ']).next().unwrap();
            for_tests.push(folder.join(format!("{name}.rs")));
            for_tests.push(folder.join(name));
        }
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
        let name = name.replace('\\', "/");
        all.push((
            path.to_owned(),
            Source {
                path: name,
                code: code(text),
            },
        ));
    });
    all.retain(|(path, _)| !for_tests.iter().any(|test| path.starts_with(test)));
    // The build script is no part of the program.
    all.retain(|(_, source)| source.path != "build.rs");
    let all: Vec<Source> = all.into_iter().map(|(_, source)| source).collect();
    assert!(all.len() > 100, "only {} sources were found", all.len());
    all
}

#[track_caller]
fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn parts_import_only_what_lies_below_them() {
    let mut wrong = Vec::new();
    for source in sources() {
        let part = source.part();
        let layer = LAYERS.iter().find(|(name, _)| *name == part);
        let Some((_, allowed)) = layer else {
            if !TOP.contains(&part) {
                wrong.push(format!(
                    "{}: `{part}` has no place among the layers",
                    source.path
                ));
            }
            continue;
        };
        for import in source.imports() {
            let into = import.split("::").nth(1).unwrap();
            if into != part && !allowed.contains(&into) {
                wrong.push(format!("{}: {import}", source.path));
            }
            for (name, below, only) in ONLY {
                if *name == part
                    && import.starts_with(below)
                    && !only.iter().any(|o| import.starts_with(o))
                {
                    wrong.push(format!(
                        "{}: {import}, where only {only:?} may be used",
                        source.path
                    ));
                }
            }
        }
    }
    none(wrong);
}

#[test]
fn nothing_imports_the_top() {
    let parts: Vec<&str> = LAYERS.iter().map(|(name, _)| *name).collect();
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|s| parts.contains(&s.part())) {
        for import in source.imports() {
            if ["cli", "commands", "report"].contains(&import.split("::").nth(1).unwrap()) {
                wrong.push(format!("{}: {import}", source.path));
            }
        }
    }
    none(wrong);
}

#[test]
fn every_crate_is_at_home_in_one_place() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, places) in CRATES {
            if source.names(name) && !source.lies_in(places) {
                wrong.push(format!("{}: {name} belongs to {places:?}", source.path));
            }
        }
        for (name, places) in NEVER {
            if source.names(name) && source.lies_in(places) {
                wrong.push(format!("{}: no {name} here", source.path));
            }
        }
    }
    none(wrong);
}

/// A fence around nothing holds nothing: what it names must still be used where it is at home.
#[test]
fn the_fences_stand_around_something() {
    let sources = sources();
    let mut wrong = Vec::new();
    for name in [
        "rusqlite",
        "dialoguer",
        "comfy_table",
        "console",
        "ctrlc",
        "rustix",
        "mail_parser",
        "toml",
        "clap",
        "std::env",
        "Utc::now",
    ] {
        if !sources.iter().any(|s| s.names(name)) {
            wrong.push(format!("nobody uses {name}"));
        }
    }
    for (part, _) in LAYERS {
        if !sources.iter().any(|s| s.part() == *part) {
            wrong.push(format!("there is no `{part}`"));
        }
    }
    none(wrong);
}

#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        each_file(&root, &mut |path, text| {
            let lines = text.lines().count();
            if lines > 500 {
                wrong.push(format!("{}: {lines} lines", path.display()));
            }
        });
    }
    none(wrong);
}

#[test]
fn nothing_is_unwrapped_printed_or_left_undone() {
    let mut wrong = Vec::new();
    for source in sources() {
        for word in [
            ".unwrap()",
            "println!",
            "eprintln!",
            "print!(",
            "dbg!",
            // In two halves, so that this list is not itself taken for what it looks for.
            concat!("to", "do!"),
            concat!("unimple", "mented!"),
            concat!("TO", "DO"),
            concat!("FIX", "ME"),
        ] {
            if source.code.contains(word) {
                wrong.push(format!("{}: {word}", source.path));
            }
        }
        if source.code.contains("use super::*") {
            wrong.push(format!("{}: use super::*", source.path));
        }
    }
    none(wrong);
}
