//! `claimctl backup`: the whole desk at one moment, in one file.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure, system_cause};
use crate::store::{self, Holdings, Snapshot};
use crate::ui::WriteError;
use crate::vault::{Condition, Pack, PackError};

use super::{confirm, export, view};

/// The deepest folder of playbooks that is looked into.
const DEEPEST: usize = 6;

/// The arguments of `backup`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file or the folder to write to, or - for the standard output.
    #[arg(value_name = "FILE")]
    to: PathBuf,
    /// Replace a file without asking.
    #[arg(long)]
    yes: bool,
}

/// Writes a backup: the claims, their evidence, and the user's own playbooks and settings.
///
/// # Errors
/// When there is nothing to keep, the desk cannot be read, or the backup not be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let to_stdout = args.to == Path::new("-");
    if to_stdout && ctx.ui.streams().stdout_is_terminal {
        let what = Message::new("safe-terminal");
        return Err(Failure::new(Exit::Usage, what)
            .hint(Message::new("safe-terminal-hint"))
            .into());
    }
    let file = match to_stdout {
        true => None,
        false => Some(target(args, ctx)?),
    };
    let path = ctx.db_path()?;
    let snapshot = store::snapshot(path)?.ok_or_else(|| {
        let what = Message::new("safe-no-claims").with("path", path.display().to_string());
        Failure::new(Exit::Failed, what).hint(Message::new("error-no-claims-hint"))
    })?;
    let (pack, said) = packed(snapshot, ctx)?;
    let progress = ctx
        .ui
        .progress(&ctx.lang.text("safe-progress"), pack.bytes());
    let mut tell = |done| progress.done(done);
    match &file {
        None => {
            let mut out = io::BufWriter::with_capacity(1 << 16, Out(ctx));
            pack.write(&mut out, &mut tell)
                .and_then(|()| Ok(out.flush()?))
                .map_err(|error| failed(&error, None))?;
        }
        Some(file) => {
            write(pack, file, args.yes, &mut tell).map_err(|error| failed(&error, Some(file)))?
        }
    }
    drop(progress);
    let done = match &file {
        None => Message::new("safe-written-out"),
        Some(file) => {
            Message::new("safe-written").with("file", view::clean(&file.display().to_string()))
        }
    };
    ctx.ui.status(&ctx.say(&done.with("what", said)));
    Ok(Exit::Done)
}

/// Puts everything together, and says what is left out; returns it with a summary of what it holds.
fn packed(snapshot: Snapshot, ctx: &Context) -> Result<(Pack, String)> {
    let created_at = ctx.now.to_rfc3339_opts(SecondsFormat::Secs, true);
    let version = env!("CARGO_PKG_VERSION");
    let mut pack = Pack::new(snapshot.bytes, snapshot.schema, version, created_at);
    let Holdings { claims, kept } = snapshot.holdings;
    let vault = ctx.vault()?;
    let mut files = std::collections::BTreeSet::new();
    for (claim, piece) in &kept {
        let key = match pack.evidence(&vault, &piece.sha256) {
            Condition::Intact => {
                files.insert(&piece.sha256);
                continue;
            }
            Condition::Missing => "safe-evidence-missing",
            Condition::Altered => "safe-evidence-altered",
        };
        let left_out = Message::new(key)
            .with("id", claim.to_string())
            .with("no", piece.no.to_string());
        ctx.ui.warn(&ctx.lang, &ctx.say(&left_out));
    }
    let mut playbooks = 0;
    for (name, path) in own_files(ctx) {
        if pack.own_file(&name, &path) {
            playbooks += usize::from(name != SETTINGS);
        } else {
            let left_out = Message::new("safe-left-out")
                .with("path", view::clean(&path.display().to_string()));
            ctx.ui.warn(&ctx.lang, &ctx.say(&left_out));
        }
    }
    let said = summary(claims, files.len(), playbooks);
    Ok((pack, ctx.say(&said)))
}

/// What a backup holds, in words.
pub(super) fn summary(claims: usize, files: usize, playbooks: usize) -> Message {
    let number = |count| i64::try_from(count).unwrap_or(i64::MAX);
    Message::new("safe-holds")
        .with("claims", number(claims))
        .with("files", number(files))
        .with("playbooks", number(playbooks))
}

/// The name of the settings in a backup.
pub(super) const SETTINGS: &str = "config.toml";

/// The file of the user's settings, which may not be there.
pub(super) fn settings_file(ctx: &Context) -> Option<PathBuf> {
    let playbooks = ctx.user_playbooks.as_deref()?;
    Some(playbooks.with_file_name(SETTINGS))
}

/// The user's own playbooks and settings, each under its name in a backup, sorted.
fn own_files(ctx: &Context) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    if let Some(folder) = &ctx.user_playbooks {
        playbooks(folder, "playbooks/", 0, &mut found);
    }
    found.sort();
    found.extend(
        settings_file(ctx)
            .filter(|path| path.is_file())
            .map(|path| (SETTINGS.to_owned(), path)),
    );
    found
}

fn playbooks(folder: &Path, prefix: &str, depth: usize, found: &mut Vec<(String, PathBuf)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        // A linked folder is not followed: it could lead around in a circle.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && depth < DEEPEST {
            let prefix = format!("{prefix}{name}/");
            playbooks(&entry.path(), &prefix, depth + 1, found);
        } else if !is_folder && name.ends_with(".toml") {
            found.push((format!("{prefix}{name}"), entry.path()));
        }
    }
}

/// The file to write: the one that was named, or a new one in the folder that was named.
fn target(args: &Args, ctx: &Context) -> Result<PathBuf> {
    let to = &args.to;
    if to.is_dir() {
        let name = format!("claimctl-{}", stamp(ctx.today, ctx.now));
        return Ok(free_name(&to.join(name), ".tar"));
    }
    export::check_target(to, ctx)?;
    if args.yes || !to.is_file() {
        return Ok(to.clone());
    }
    let shown = view::clean(&to.display().to_string());
    let ask = Message::new("safe-ask-replace").with("file", shown.as_str());
    match confirm::answer(&ask, ctx) {
        Some(true) => Ok(to.clone()),
        _ => {
            let what = Message::new("error-file-exists").with("file", shown.as_str());
            let hint = Message::new("safe-exists-hint").with("file", view::quoted(&shown));
            Err(Failure::new(Exit::Failed, what).hint(hint).into())
        }
    }
}

/// A moment in the name of a file.
pub(super) fn stamp(today: NaiveDate, now: DateTime<Utc>) -> String {
    format!("{today}-{}", now.format("%H%M%S"))
}

/// A name that nothing has yet, with a number where it takes one.
pub(super) fn free_name(start: &Path, end: &str) -> PathBuf {
    let with = |number: String| {
        let mut name = start.as_os_str().to_owned();
        name.push(number + end);
        PathBuf::from(name)
    };
    let numbers = std::iter::once(String::new()).chain((2..10_000).map(|n| format!("-{n}")));
    let mut names = numbers.map(with);
    let free = names.find(|path| path.symlink_metadata().is_err());
    free.unwrap_or_else(|| with(String::new()))
}

/// Writes a backup whole or not at all: beside its place first. Readable by the owner alone. What is there and is no
/// ordinary file (a pipe, a device) is written into; a link is followed.
fn write(
    pack: Pack,
    file: &Path,
    replace: bool,
    progress: &mut dyn FnMut(u64),
) -> Result<(), PackError> {
    let file = &fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let there = fs::metadata(file);
    if there.as_ref().is_ok_and(|about| !about.is_file()) {
        return pack.write(OpenOptions::new().write(true).open(file)?, progress);
    }
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    pack.write(io::BufWriter::with_capacity(1 << 16, &mut beside), progress)?;
    beside.as_file().sync_all()?;
    let done = match replace || there.is_ok() {
        true => beside.persist(file),
        false => beside.persist_noclobber(file),
    };
    done.map_err(|error| error.error)?;
    // A file system that cannot be asked to flush a folder holds the file all the same.
    #[cfg(unix)]
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

fn failed(error: &PackError, file: Option<&Path>) -> Failure {
    match (error, file) {
        (PackError::Changed(path), _) => {
            let what = Message::new("safe-changed").with("path", path.display().to_string());
            Failure::new(Exit::Failed, what).hint(Message::new("safe-changed-hint"))
        }
        (PackError::Writing(error), Some(file)) => {
            let what = Message::new("error-write-file").with("file", file.display().to_string());
            Failure::new(Exit::Failed, what).because(system_cause(error))
        }
        // A reader that has gone has no whole backup: here, that is no quiet end.
        (PackError::Writing(error), None) => {
            Failure::new(Exit::Failed, Message::new("error-output")).because(system_cause(error))
        }
    }
}

/// The standard output.
struct Out<'a>(&'a Context);

impl Write for Out<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.ui.out_bytes(bytes) {
            Ok(()) => Ok(bytes.len()),
            Err(WriteError::Closed) => Err(io::ErrorKind::BrokenPipe.into()),
            Err(WriteError::Failed(error)) => Err(error),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
