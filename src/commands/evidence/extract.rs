//! `claimctl evidence extract` and `open`: the bytes as they came, out of the vault.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::context::Context;
use crate::domain::evidence::Evidence;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::store::StoredClaim;
use crate::vault::{self, VaultError};

use super::super::{desk, input, view};
use super::found;

/// How much is written at a time.
const PIECE: usize = 256 * 1024;

/// The arguments of `evidence extract`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// The evidence: E2.
    evidence: String,
    /// The file or the folder to write to, or - for the standard output.
    #[arg(long, value_name = "FILE", default_value = ".")]
    out: PathBuf,
}

/// The arguments of `evidence open`.
#[derive(Debug, clap::Args)]
pub struct OpenArgs {
    /// The claim.
    id: String,
    /// The evidence: E2.
    evidence: String,
}

/// Copies a piece of evidence out of the vault, byte for byte.
///
/// # Errors
/// When there is no such claim or evidence, the file is missing or altered, or something stands where it is to go.
pub(super) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let stored = desk::load(ctx, input::claim_id(&args.id)?)?;
    let piece = found(&stored, &args.evidence)?;
    let from = path_of(&stored, piece, ctx)?;
    if args.out == Path::new("-") {
        check_intact(&from, piece)?;
        let mut file = File::open(&from).map_err(|_| missing(&stored, piece))?;
        let mut part = vec![0; PIECE];
        loop {
            match file.read(&mut part)? {
                0 => return Ok(Exit::Done),
                size => ctx.ui.out_bytes(&part[..size])?,
            }
        }
    }
    let to = match args.out.is_dir() {
        true => args.out.join(piece.file_name()),
        false => args.out.clone(),
    };
    vault::extract(&from, &piece.sha256, &to)?;
    let message = Message::new("command-evidence-extracted")
        .with("no", piece.no.to_string())
        .with("path", view::clean(&to.display().to_string()));
    ctx.ui.status(&ctx.say(&message));
    Ok(Exit::Done)
}

/// Opens a piece of evidence in the program that the system has for it.
///
/// # Errors
/// When there is no such claim or evidence, the file is missing, or no program can be started.
pub(super) fn open(args: &OpenArgs, ctx: &Context) -> Result<Exit> {
    let stored = desk::load(ctx, input::claim_id(&args.id)?)?;
    let piece = found(&stored, &args.evidence)?;
    let from = path_of(&stored, piece, ctx)?;
    check_intact(&from, piece)?;
    // Programs go by the ending of a name, and a copy has none.
    let shown = match piece.stored {
        true => ctx
            .vault()?
            .show_as(&from, &format!("E{}-{}", piece.no, piece.file_name()))?,
        false => from,
    };
    open::that_detached(&shown).map_err(|_| {
        let no = format!("E{}", piece.no);
        let what = Message::new("error-open").with("no", no.as_str());
        let hint = Message::new("error-open-hint")
            .with("id", stored.id.to_string())
            .with("no", no.as_str());
        Failure::new(Exit::Failed, what)
            .because(Message::new("error-no-program"))
            .hint(hint)
    })?;
    Ok(Exit::Done)
}

/// Returns the bytes of a piece of evidence, unchanged since it was added.
///
/// # Errors
/// When they were purged, are missing, were altered, or are too many for a mail.
pub(crate) fn bytes(stored: &StoredClaim, piece: &Evidence, ctx: &Context) -> Result<Vec<u8>> {
    /// What mail servers commonly let through, in bytes.
    const MOST: u64 = 25_000_000;
    let from = path_of(stored, piece, ctx)?;
    if piece.bytes > MOST {
        let no = format!("E{}", piece.no);
        let what = Message::new("error-evidence-too-large").with("no", no);
        return Err(Failure::new(Exit::Failed, what).into());
    }
    check_intact(&from, piece)?;
    Ok(std::fs::read(&from)?)
}

/// Reads a file before it is shown as what it was.
fn check_intact(file: &Path, piece: &Evidence) -> Result<()> {
    match vault::inspect(file)?.sha256 == piece.sha256 {
        true => Ok(()),
        false => Err(VaultError::Altered(file.to_owned()).into()),
    }
}

/// Where the bytes of a piece of evidence lie.
fn path_of(stored: &StoredClaim, piece: &Evidence, ctx: &Context) -> Result<PathBuf> {
    if let Some(day) = piece.purged_on {
        let what = Message::new("error-evidence-purged")
            .with("no", piece.no.to_string())
            .with("day", day);
        return Err(Failure::new(Exit::Failed, what).into());
    }
    let path = match piece.stored {
        true => ctx.vault()?.find(&piece.sha256),
        false => Some(PathBuf::from(&piece.path)).filter(|path| path.is_file()),
    };
    path.ok_or_else(|| missing(stored, piece).into())
}

fn missing(stored: &StoredClaim, piece: &Evidence) -> Failure {
    let what = Message::new("error-evidence-missing").with("no", piece.no.to_string());
    let hint = Message::new("error-evidence-missing-hint").with("id", stored.id.to_string());
    Failure::new(Exit::Failed, what).hint(hint)
}
