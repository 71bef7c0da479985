//! Files that hold claims with their evidence: backups and bundles, written and received.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::Result;
use chrono::SecondsFormat;

use super::unwritten::unwritten;
use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure, system_cause};
use crate::store::{self, Holdings, StoreError};
use crate::ui::WriteError;
use crate::vault::{self, ArchiveError, Condition, Form, Pack, PackError, Unpacked};

/// Begins a file with the snapshot of a file of claims.
pub(super) fn begun(form: Form, desk: Vec<u8>, schema: usize, ctx: &Context) -> Pack {
    let created_at = ctx.now.to_rfc3339_opts(SecondsFormat::Secs, true);
    Pack::new(form, desk, schema, env!("CARGO_PKG_VERSION"), created_at)
}

/// Adds the evidence that claims count on, and says what is left out; returns how many files there are.
pub(super) fn add_evidence(pack: &mut Pack, holdings: &Holdings, ctx: &Context) -> Result<usize> {
    let vault = ctx.vault()?;
    let mut files = BTreeSet::new();
    for (claim, piece) in &holdings.kept {
        let key = match pack.evidence(&vault, &piece.sha256) {
            Condition::Intact => {
                files.insert(&piece.sha256);
                continue;
            }
            Condition::Missing => "safe-evidence-missing",
            Condition::Unreadable => "safe-evidence-unreadable",
            Condition::Altered => "safe-evidence-altered",
        };
        let left_out = Message::new(key)
            .with("id", claim.to_string())
            .with("no", piece.no.to_string());
        ctx.ui.warn(&ctx.lang, &ctx.say(&left_out));
    }
    Ok(files.len())
}

/// Refuses to write such a file to a terminal.
pub(super) fn not_for_a_terminal(hint: &'static str, ctx: &Context) -> Result<()> {
    if ctx.ui.streams().stdout_is_terminal {
        let what = Message::new("safe-terminal");
        return Err(Failure::new(Exit::Usage, what)
            .hint(Message::new(hint))
            .into());
    }
    Ok(())
}

/// Writes the file, or to the standard output where there is none, and shows how far it is.
pub(super) fn send(pack: Pack, to: Option<&Path>, replace: bool, ctx: &Context) -> Result<()> {
    let progress = ctx
        .ui
        .progress(&ctx.lang.text("safe-progress"), pack.bytes());
    let mut tell = |done| progress.done(done);
    let written = match to {
        None => {
            let mut out = io::BufWriter::with_capacity(1 << 16, Out(ctx));
            pack.write(&mut out, &mut tell)
                .and_then(|()| Ok(out.flush()?))
        }
        Some(file) => write(pack, file, replace, &mut tell),
    };
    Ok(written.map_err(|error| failed(&error, to))?)
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
        (PackError::Writing(error), Some(file)) => unwritten(file, error),
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

/// What a command wants of a file, and how it says that it did not get it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) forms: &'static [Form],
    pub(super) refused: &'static str,
    pub(super) refused_hint: &'static str,
    pub(super) terminal_hint: &'static str,
}

/// Receives a file, or what comes from the standard input, checked whole: nothing of it is used before. `open` is the file where it was begun to be read.
///
/// # Errors
/// When anything about it is not as it must be.
pub(super) fn received(
    from: &Path,
    wanted: &Wanted,
    open: Option<Box<dyn Read>>,
    ctx: &Context,
) -> Result<Unpacked> {
    let desk = ctx.db_path()?;
    let refused = |cause: Message| {
        let what = Message::new(wanted.refused).with("file", from.display().to_string());
        Failure::new(Exit::Failed, what)
            .because(cause)
            .hint(Message::new(wanted.refused_hint))
    };
    let source = match open {
        Some(source) => source,
        None => source(from, wanted, ctx)?,
    };
    let name = ctx.lang.text("safe-progress");
    let mut bar = None;
    let mut progress = |done, total| {
        bar.get_or_insert_with(|| ctx.ui.progress(&name, total))
            .done(done);
    };
    let unpacked = vault::unpack(source, desk, wanted.forms, &mut progress);
    let unpacked = unpacked.map_err(|error| match error {
        ArchiveError::Unpacking(error) => anyhow::Error::from(error),
        error => refused(error.message()).into(),
    })?;
    let holdings = store::admit(&unpacked.desk).map_err(|error| {
        refused(match &error {
            StoreError::Newer { .. } => error.cause().unwrap_or_else(|| error.message()),
            StoreError::Full(_) => error.message(),
            _ => Message::new("safe-desk-damaged"),
        })
    })?;
    complete(&holdings, &unpacked).map_err(refused)?;
    Ok(unpacked)
}

/// Opens a file to read, or the standard input.
pub(super) fn source(from: &Path, wanted: &Wanted, ctx: &Context) -> Result<Box<dyn Read>> {
    if from == Path::new("-") {
        if ctx.ui.streams().stdin_is_terminal {
            let what = Message::new("safe-stdin-terminal");
            return Err(Failure::new(Exit::Usage, what)
                .hint(Message::new(wanted.terminal_hint))
                .into());
        }
        return Ok(Box::new(io::stdin().lock()));
    }
    let unreadable = |error: &io::Error| {
        let what = Message::new("error-read-file").with("file", from.display().to_string());
        Failure::new(Exit::Failed, what).because(system_cause(error))
    };
    let file = File::open(from).map_err(|error| unreadable(&error))?;
    if file.metadata().is_ok_and(|about| about.is_dir()) {
        return Err(unreadable(&io::ErrorKind::IsADirectory.into()).into());
    }
    Ok(Box::new(io::BufReader::new(file)))
}

/// The hashes of the copies that claims count on.
pub(super) fn hashes(holdings: &Holdings) -> BTreeSet<&str> {
    let kept = holdings.kept.iter();
    kept.map(|(_, piece)| piece.sha256.as_str()).collect()
}

/// Whether every copy that a claim counts on is there or known to be missing, and nothing else is.
fn complete(holdings: &Holdings, unpacked: &Unpacked) -> Result<(), Message> {
    let kept = hashes(holdings);
    let here: BTreeSet<&str> = unpacked
        .evidence
        .iter()
        .map(|(hash, _)| hash.as_str())
        .collect();
    let missing: BTreeSet<&str> = unpacked
        .manifest
        .missing
        .iter()
        .map(String::as_str)
        .collect();
    if let Some(hash) = kept
        .iter()
        .find(|h| !here.contains(*h) && !missing.contains(*h))
    {
        return Err(Message::new("safe-evidence-not-there").with("hash", *hash));
    }
    match here.difference(&kept).next() {
        Some(hash) => Err(Message::new("safe-evidence-stray").with("hash", *hash)),
        None => Ok(()),
    }
}
