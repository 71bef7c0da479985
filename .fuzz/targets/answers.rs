//! Answers files: whatever the text, they are read or every problem is said.
#![no_main]

use std::sync::LazyLock;

use chrono::NaiveDate;
use claimctl::answers::{Format, read, read_question};
use claimctl::domain::assess::assess;
use claimctl::domain::language::Language;
use claimctl::domain::playbook::Library;
use claimctl::playbook;
use libfuzzer_sys::fuzz_target;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| playbook::load(None).expect("the rulebook").0);

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(rest) else {
        return;
    };
    let format = match first % 2 {
        0 => Format::Toml,
        _ => Format::Json,
    };
    let language = Language::ALL[usize::from(first / 2) % Language::ALL.len()];
    let today = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    let answers = read(text, format, &LIBRARY, today, language);
    let _ = read_question(text, format, &LIBRARY, today, language);
    if let Ok(answers) = answers {
        let _ = assess(&answers.claim, &answers.events, &LIBRARY, today);
    }
});
