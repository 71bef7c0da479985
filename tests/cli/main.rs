//! The command line as its users meet it: the real binary, and real terminals.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod archive;
mod backup;
mod clocks;
mod close;
#[cfg(unix)]
mod crash;
mod crowd;
#[cfg(unix)]
mod denied;
mod doctor;
mod dossier;
mod edit;
mod errors;
mod evidence;
mod exchange;
mod exchange_hostile;
mod exchange_json;
mod exchange_table;
mod exchange_undone;
mod export;
mod faults;
mod forget;
mod hold;
mod holidays;
#[cfg(unix)]
mod home;
#[cfg(unix)]
mod hostile;
#[cfg(unix)]
mod hostile_calls;
mod letter;
mod letter_edit;
mod letter_sent;
mod list;
mod log;
mod log_answers;
mod log_corrections;
mod mail;
mod mail_doubtful;
mod new;
mod next;
mod offer;
mod paths;
mod pdf;
mod playbook;
mod playbook_check;
#[cfg(unix)]
mod promises;
mod prompts;
#[cfg(unix)]
mod pty;
mod reference;
mod restore;
mod restore_hostile;
mod rights;
mod safe_keeping;
mod sandbox;
mod show;
mod situations;
mod timeline;
mod undo;
mod usage;
mod vectors;
#[cfg(unix)]
mod walk;
#[cfg(unix)]
mod walk_interrupted;
#[cfg(unix)]
mod walk_later;
mod walk_offers;
#[cfg(unix)]
mod walk_plain;
mod why;

/// A test file that is not named here would never run.
#[test]
fn every_file_of_this_folder_is_a_module() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli");
    for entry in std::fs::read_dir(here).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(module) = name.strip_suffix(".rs").filter(|m| *m != "main") {
            let line = format!("\nmod {module};\n");
            assert!(include_str!("main.rs").contains(&line), "{name}");
        }
    }
}
