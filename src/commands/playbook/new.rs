//! `claimctl playbook new`: a first playbook to write on from, commented, holding as it stands.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::playbook::{self, SCHEMA_FILE};

use super::super::unwritten::unwritten;
use super::super::{input, view};

/// The id of the one that is only looked at.
const SAMPLE: &str = "platform/my-shop";

/// The arguments of `playbook new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Its id; without one it is only shown.
    #[arg(value_name = "PLAYBOOK")]
    id: Option<String>,
    /// The file to write; `-` for standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Where it goes, and where the schema lies seen from there.
struct Target {
    file: PathBuf,
    schema: String,
    schema_file: PathBuf,
}

/// Writes a first playbook among the user's own, into a file, or to standard output. Never over a file that is there.
///
/// # Errors
/// When the id is none or is taken, or the file is there already or cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let id = args.id.as_deref().unwrap_or(SAMPLE);
    let Some(kind) = playbook::kind_of(id) else {
        let what = Message::new("error-playbook-id").with("text", id);
        return Err(input::usage(
            what,
            Some(Message::new("error-playbook-id-hint")),
        ));
    };
    if playbook::builtin_text(id).is_some() {
        let what = Message::new("error-playbook-taken").with("text", id);
        let hint = Message::new("error-playbook-taken-hint").with("text", id);
        return Err(input::usage(what, Some(hint)));
    }
    let target = target(args, id, ctx)?;
    let (schema, schema_file) = match &target {
        Some(target) => {
            let schema_file = target.schema_file.display().to_string();
            (target.schema.clone(), view::quoted(&schema_file))
        }
        None => (SCHEMA_FILE.to_owned(), SCHEMA_FILE.to_owned()),
    };
    let places = (schema.as_str(), schema_file.as_str());
    let text = playbook::skeleton(id, kind, ctx.lang.language, ctx.today, places);
    let Some(target) = target else {
        ctx.ui.out(&text)?;
        return Ok(Exit::Done);
    };
    write_new(&target.file, &text).map_err(|error| refused(&target.file, &error))?;
    let shown = view::clean(&target.file.display().to_string());
    ctx.ui.out(&format!("{shown}\n"))?;
    let key = match playbook::is_held(kind) {
        true => "command-playbook-written-held",
        false => "command-playbook-written",
    };
    let written = Message::new(key).with("file", view::quoted(&shown));
    ctx.ui.status(&ctx.say(&written));
    Ok(Exit::Done)
}

/// Where to write: the file that was named, else the place of the id among the user's playbooks; `None` to show it.
fn target(args: &Args, id: &str, ctx: &Context) -> Result<Option<Target>> {
    match (&args.out, &args.id) {
        (Some(out), _) if out == Path::new("-") => Ok(None),
        (Some(out), _) => Ok(Some(Target {
            file: out.clone(),
            schema: SCHEMA_FILE.to_owned(),
            schema_file: out.with_file_name(SCHEMA_FILE),
        })),
        (None, None) => Ok(None),
        (None, Some(_)) => {
            let folder = ctx.user_playbooks.as_deref().ok_or_else(|| {
                Failure::new(Exit::Failed, Message::new("error-no-settings-folder"))
                    .hint(Message::new("error-no-settings-folder-hint").with("id", id))
            })?;
            Ok(Some(Target {
                file: folder.join(format!("{id}.toml")),
                schema: "../".repeat(id.matches('/').count()) + SCHEMA_FILE,
                schema_file: folder.join(SCHEMA_FILE),
            }))
        }
    }
}

/// Writes a file that is not there yet, and the folders above it. Both are readable by the owner alone.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
            _ => error,
        })?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let written = file.write_all(text.as_bytes());
    if written.is_err() {
        // Half a playbook would only be in the way.
        let _ = fs::remove_file(path);
    }
    written
}

fn refused(path: &Path, error: &io::Error) -> Failure {
    let shown = path.display().to_string();
    if error.kind() == io::ErrorKind::AlreadyExists {
        let what = Message::new("error-file-exists").with("file", shown.as_str());
        let hint = Message::new("error-file-exists-hint").with("file", view::quoted(&shown));
        return Failure::new(Exit::Failed, what).hint(hint);
    }
    unwritten(path, error)
}
