//! The letter in the user's editor.

use std::io::Write as _;
use std::process::Command;

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure, system_cause};
use crate::letters::Letter;
use crate::store::StoredClaim;

use super::subject_line;

/// The longest text that is taken back, in bytes.
const LONGEST: u64 = 1_000_000;

/// Opens the letter in the user's editor, and returns what was made of it.
///
/// # Errors
/// When no editor can be started, it fails, or nothing is left of the text.
pub(super) fn edited(letter: Letter, stored: &StoredClaim, ctx: &Context) -> Result<Letter> {
    let failed = |error: &std::io::Error| {
        Failure::new(Exit::Failed, Message::new("error-letter-edit"))
            .because(system_cause(error))
            .hint(Message::new("error-letter-edit-hint"))
    };
    // Readable by the owner alone, and gone with the value.
    let mut file = tempfile::Builder::new()
        .prefix("claimctl-")
        .suffix(".txt")
        .tempfile()
        .map_err(|error| failed(&error))?;
    let text = super::text(&letter, stored, ctx);
    file.write_all(text.as_bytes())
        .and_then(|()| file.flush())
        .map_err(|error| failed(&error))?;
    let path = file.into_temp_path();
    let status = command(ctx.editor.as_deref(), &path)
        .status()
        .map_err(|error| failed(&error))?;
    if !status.success() {
        let why = Message::new("error-letter-edit-status").with("status", status.to_string());
        return Err(
            Failure::new(Exit::Failed, Message::new("error-letter-edit"))
                .because(why)
                .hint(Message::new("error-letter-edit-hint"))
                .into(),
        );
    }
    let size = std::fs::metadata(&path)
        .map_err(|error| failed(&error))?
        .len();
    let bytes = match size > LONGEST {
        true => Vec::new(),
        false => std::fs::read(&path).map_err(|error| failed(&error))?,
    };
    let changed = String::from_utf8(bytes).unwrap_or_default();
    let changed = taken_back(letter, &changed, |subject| {
        subject_line(subject, stored, ctx)
    });
    changed.ok_or_else(|| {
        Failure::new(Exit::Failed, Message::new("error-letter-edit-empty"))
            .hint(Message::new("error-letter-edit-hint"))
            .into()
    })
}

/// The editor that the user has named, which may be more than one word, else what every system has.
fn command(editor: Option<&str>, path: &std::path::Path) -> Command {
    #[cfg(unix)]
    {
        let editor = editor.unwrap_or("vi");
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(format!("{editor} \"$1\""))
            .arg("sh")
            .arg(path);
        command
    }
    #[cfg(not(unix))]
    {
        let mut command = Command::new(editor.unwrap_or("notepad"));
        command.arg(path);
        command
    }
}

/// The letter with the text that the user made of it; `None` when nothing is left.
fn taken_back(letter: Letter, text: &str, subject_line: impl Fn(&str) -> String) -> Option<Letter> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let text = text.trim();
    // What stands before the subject in its line, in the language of the letter.
    let label = subject_line("");
    let label = label.trim_end();
    let mut changed = letter;
    let body = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().starts_with(label) => {
            let subject = first.trim_end()[label.len()..].trim();
            if !subject.is_empty() {
                changed.subject = subject.to_owned();
            }
            rest.trim_matches('\n').trim_end()
        }
        _ => text,
    };
    if body.is_empty() {
        return None;
    }
    changed.body = body
        .lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n");
    // A head that was changed is a part of the text.
    let same = changed.message().len() < changed.body.len();
    changed.heading = changed.heading.filter(|_| same);
    Some(changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::letter::LetterKind;
    use crate::letters::Heading;

    fn letter() -> Letter {
        let heading = Heading {
            sender: Vec::new(),
            addressee: vec!["To: Shop".to_owned()],
            date: "1 March".to_owned(),
        };
        Letter {
            kind: LetterKind::FormalNotice,
            subject: "Old".to_owned(),
            body: "To: Shop\n\n1 March\n\nDear all,".to_owned(),
            heading: Some(heading),
            dropped: 0,
        }
    }

    fn back(text: &str) -> Option<Letter> {
        taken_back(letter(), text, |subject| format!("Subject: {subject}"))
    }

    #[test]
    fn subject_and_body_come_back_apart() {
        let changed =
            back("Subject: New one \r\n\r\nTo: Shop\n\n1 March\n\nDear you,  \n\n").unwrap();
        assert_eq!(changed.subject, "New one");
        assert_eq!(changed.body, "To: Shop\n\n1 March\n\nDear you,");
        assert_eq!(changed.message(), "Dear you,");
        assert!(changed.heading.is_some());
    }

    #[test]
    fn without_its_line_the_subject_stays_and_a_changed_head_is_text() {
        let changed = back("Hello,\nyou").unwrap();
        assert_eq!(
            (changed.subject.as_str(), changed.body.as_str()),
            ("Old", "Hello,\nyou")
        );
        assert_eq!(changed.heading, None);
        assert_eq!(back("Subject:\n\nHello").unwrap().subject, "Old");
    }

    #[test]
    fn nothing_is_no_letter() {
        for text in ["", " \n ", "Subject: New\n\n\n"] {
            assert_eq!(back(text), None, "{text:?}");
        }
    }
}
