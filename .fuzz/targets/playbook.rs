//! Playbooks: whatever the text, they are read or every problem is said, and what is read can be used.
#![no_main]

use std::sync::LazyLock;

use claimctl::domain::playbook::Library;
use claimctl::letters::check_template;
use claimctl::playbook;
use libfuzzer_sys::fuzz_target;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| playbook::load(None).expect("the rulebook").0);

fuzz_target!(|text: &str| {
    let _ = playbook::parse_holidays(text, "fuzz.toml");
    if let Ok((playbook, library)) = playbook::check(text, None, "fuzz.toml", &LIBRARY) {
        let _ = playbook::run_examples(&playbook, &library);
        for letter in &playbook.letters {
            let _ = check_template(letter, &library, &[]);
        }
    }
});
