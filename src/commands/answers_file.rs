//! A file of answers, as `new` and `rights` take it.

use std::io::Read as _;

use anyhow::Result;

use crate::answers;
use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure, system_cause};

use super::view;

/// The largest answers file that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Reads the text of the file; `-` is standard input.
///
/// # Errors
/// When it cannot be read, is too large or is no text in UTF-8.
pub(crate) fn read(file: &str) -> Result<String> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .take(LARGEST + 1)
            .read_to_end(&mut bytes)
            .map(|_| bytes)
    } else {
        std::fs::File::open(file).and_then(|open| {
            let mut bytes = Vec::new();
            open.take(LARGEST + 1)
                .read_to_end(&mut bytes)
                .map(|_| bytes)
        })
    };
    let unreadable = || Message::new("error-read-file").with("file", file);
    let bytes = bytes
        .map_err(|error| Failure::new(Exit::Usage, unreadable()).because(system_cause(&error)))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::new(Exit::Usage, unreadable())
            .because(Message::new("error-too-large"))
            .into());
    }
    String::from_utf8(bytes).map_err(|_| {
        Failure::new(Exit::Usage, unreadable())
            .because(Message::new("error-not-utf8"))
            .hint(Message::new("error-not-utf8-hint").with("file", file))
            .into()
    })
}

/// Every problem at once, one line each, with its line in the file and what to write instead.
pub(crate) fn refused(file: &str, problems: &[answers::Problem], ctx: &Context) -> Failure {
    let count = i64::try_from(problems.len()).unwrap_or(i64::MAX);
    let mut failure = Failure::new(
        Exit::Usage,
        Message::new("error-answers")
            .with("file", file)
            .with("count", count),
    );
    for problem in problems {
        let what = view::clean(&ctx.say(&problem.what));
        let hint = problem
            .hint
            .as_ref()
            .map(|hint| view::clean(&ctx.say(hint)));
        let message = match (problem.line, hint) {
            (Some(line), Some(hint)) => Message::new("error-answers-line-hint")
                .with("line", line.to_string())
                .with("what", what)
                .with("hint", hint),
            (Some(line), None) => Message::new("error-answers-line")
                .with("line", line.to_string())
                .with("what", what),
            (None, Some(hint)) => Message::new("error-answers-hint")
                .with("what", what)
                .with("hint", hint),
            (None, None) => Message::new("error-answers-plain").with("what", what),
        };
        failure = failure.because(message);
    }
    failure.hint(Message::new("error-answers-nothing-stored"))
}
