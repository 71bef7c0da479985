//! `claimctl import`: claims from another desk, or from a file.

mod arrival;
mod bundle;
mod json;
mod said;
mod table;
mod take;

pub(crate) use said::{apart, note_apart};

use std::io::{self, Read};
use std::path::PathBuf;

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure, system_cause};

use super::archives;

/// The arguments of `import`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file, or - for the standard input.
    #[arg(value_name = "FILE")]
    from: PathBuf,
    /// Only say what would come.
    #[arg(long)]
    dry_run: bool,
    /// Erase here too what was erased on the other desk.
    #[arg(long)]
    erase: bool,
    /// Facts of every row of a table, unless the row gives them.
    #[arg(long, value_name = "KEY=VALUE")]
    with: Vec<String>,
}

/// What tells a tar file from others, and where it stands in it.
const TAR: (usize, &[u8]) = (257, b"ustar");

/// Adds the claims of a file to those of the desk: a bundle, a backup, our own JSON export, a table.
///
/// # Errors
/// When the file is none of them, anything in it is not as it must be, or the desk cannot be written: nothing is added then.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let mut source = archives::source(&args.from, &bundle::IMPORT, ctx)?;
    let mut head = Vec::new();
    let length = (TAR.0 + TAR.1.len()) as u64;
    source
        .by_ref()
        .take(length)
        .read_to_end(&mut head)
        .map_err(|error| {
            let file = args.from.display().to_string();
            let what = Message::new("error-read-file").with("file", file);
            Failure::new(Exit::Failed, what).because(system_cause(&error))
        })?;
    let is_tar = head.get(TAR.0..) == Some(TAR.1);
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
    let first = text
        .iter()
        .find(|byte| !byte.is_ascii_whitespace())
        .copied();
    let whole: Box<dyn Read> = Box::new(io::Cursor::new(head).chain(source));
    let is_json = first == Some(b'{') || first == Some(b'[');
    if !is_tar && !is_json {
        return table::run(args, whole, ctx);
    }
    if let Some(fact) = args.with.first() {
        let what = Message::new("import-no-table").with("text", fact.as_str());
        return Err(Failure::new(Exit::Usage, what).into());
    }
    match is_tar {
        true => bundle::run(args, whole, ctx),
        false => json::run(args, whole, ctx),
    }
}

/// The failure for a file that is nothing that can be imported.
fn unknown(args: &Args) -> Failure {
    let what = Message::new(bundle::IMPORT.refused).with("file", args.from.display().to_string());
    Failure::new(Exit::Usage, what)
        .because(Message::new("import-unknown"))
        .hint(Message::new(bundle::IMPORT.refused_hint))
}
