//! How a command fails: what went wrong, why, what to do next, and the exit code.

use crate::domain::message::Message;

/// The exit codes of the command line, a contract with scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    Failed = 1,
    /// Wrong usage or invalid input.
    Usage = 2,
    /// No such claim, evidence or playbook.
    NotFound = 3,
    /// `--exit-code` was given and something is due.
    Due = 10,
    /// Ctrl-C or a closed terminal; what was answered is kept.
    Interrupted = 130,
}

/// Says in the user's language why the system refused; in the system's own words where it is something rare.
#[must_use]
pub fn system_cause(error: &std::io::Error) -> Message {
    use std::io::ErrorKind as K;
    let key = match error.kind() {
        K::NotFound => "store-cause-missing",
        K::PermissionDenied => "store-cause-denied",
        K::IsADirectory => "store-cause-folder",
        K::NotADirectory => "store-cause-not-a-folder",
        K::ReadOnlyFilesystem => "store-cause-read-only",
        K::StorageFull => "store-cause-full",
        _ => return Message::new("error-system").with("text", error.to_string()),
    };
    Message::new(key)
}

/// A failure as the user is told of it: `error: what`, `caused by: why`, `hint: a command to type`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub exit: Exit,
    pub what: Message,
    /// Reasons, the nearest first.
    pub causes: Vec<Message>,
    pub hint: Option<Message>,
}

impl Failure {
    /// Makes a failure with an exit code.
    #[must_use]
    pub fn new(exit: Exit, what: Message) -> Failure {
        Failure {
            exit,
            what,
            causes: Vec::new(),
            hint: None,
        }
    }

    /// Adds a reason.
    #[must_use]
    pub fn because(mut self, cause: Message) -> Failure {
        self.causes.push(cause);
        self
    }

    /// Adds what to do next.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Failure {
        self.hint = Some(hint);
        self
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.what.key)
    }
}

impl std::error::Error for Failure {}
