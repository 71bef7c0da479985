//! `claimctl export`: claims in the stable public schema.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ValueEnum;

use crate::context::Context;
use crate::domain::addressee::Addressee;
use crate::domain::assess::{Reason, assess};
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::export::csv::Separator;
use crate::export::record::{ClaimRecord, Words};
use crate::export::{csv, html, json, markdown};
use crate::lang::words;
use crate::pdf::Edition;
use crate::store::{self, Share, Store, StoredClaim};
use crate::vault::Form;

use super::folder::{self, Part};
use super::unwritten::unwritten;
use super::{archives, desk, dossier, input, view};

/// The arguments of `export`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claims; every one unless said.
    ids: Vec<String>,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Json)]
    format: Format,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Also the confidential evidence.
    #[arg(long)]
    include_confidential: bool,
    /// Of a PDF, the copy for keeping: PDF/A with the files of the evidence in it.
    #[arg(long)]
    archive: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Csv,
    /// To read: a dossier for whoever advises, or several with a table of contents.
    Md,
    /// The same as one page that needs nothing else.
    Html,
    /// The same on pages, with the evidence itself.
    Pdf,
    /// For another desk: the claims, their logs and their evidence, in one file.
    Bundle,
}

/// Exports claims.
///
/// # Errors
/// When there is no such claim, or the output cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let out = args.out.as_ref().filter(|path| *path != Path::new("-"));
    if args.archive && args.format != Format::Pdf {
        let hint = Message::new("pdf-hint-archive");
        return Err(input::usage(Message::new("pdf-no-archive"), Some(hint)));
    }
    let mut bytes = Vec::new();
    let records = match args.format {
        Format::Bundle => return bundle(args, out, ctx),
        Format::Md | Format::Html => return to_read(args, out, ctx),
        Format::Pdf => return pdf(args, out, ctx),
        Format::Json | Format::Csv => records(args, ctx)?,
    };
    match args.format {
        Format::Csv => csv::write_claims(&mut bytes, Separator::Comma, &records)?,
        _ => json::write_claims(&mut bytes, ctx.today, &records)?,
    }
    write(out, &bytes, records.len(), ctx)
}

/// Writes what was made to the file, or to the standard output where there is none.
fn write(out: Option<&PathBuf>, bytes: &[u8], claims: usize, ctx: &Context) -> Result<Exit> {
    let Some(path) = out else {
        ctx.ui.out_bytes(bytes)?;
        return Ok(Exit::Done);
    };
    check_target(path, ctx)?;
    write_whole(path, bytes).map_err(|error| unwritten(path, &error))?;
    let count = i64::try_from(claims).unwrap_or(i64::MAX);
    let said = Message::new("command-export-done")
        .with("count", count)
        .with("file", path.display().to_string());
    ctx.ui.status(&ctx.say(&said));
    Ok(Exit::Done)
}

/// Writes claims down for somebody to read.
fn to_read(args: &Args, out: Option<&PathBuf>, ctx: &Context) -> Result<Exit> {
    let claims = claims(args, ctx)?;
    let wanted = dossier::Wanted {
        addressee: Addressee::Adviser,
        confidential: args.include_confidential,
        beside: false,
    };
    let report = dossier::report(&claims, wanted, ctx)?;
    let text = match (args.format, report.dossiers.as_slice()) {
        (Format::Html, [one]) => html::dossier(one),
        (Format::Html, _) => html::report(&report),
        (_, [one]) => markdown::dossier(one),
        _ => markdown::report(&report),
    };
    write(out, text.as_bytes(), claims.len(), ctx)
}

/// Sets claims on pages.
fn pdf(args: &Args, out: Option<&PathBuf>, ctx: &Context) -> Result<Exit> {
    if out.is_none() {
        archives::not_for_a_terminal("pdf-hint-terminal", ctx)?;
    }
    let claims = claims(args, ctx)?;
    let wanted = dossier::Wanted {
        addressee: Addressee::Adviser,
        confidential: args.include_confidential,
        beside: false,
    };
    let edition = Edition::kept(args.archive);
    let (_, made) = dossier::pdf(&claims, wanted, edition, ctx)?;
    write(out, &made.bytes, claims.len(), ctx)
}

/// Writes claims for another desk.
fn bundle(args: &Args, out: Option<&PathBuf>, ctx: &Context) -> Result<Exit> {
    match out {
        None => archives::not_for_a_terminal("command-export-bundle-terminal", ctx)?,
        Some(out) => check_target(out, ctx)?,
    }
    let mut claims = Vec::new();
    for id in &args.ids {
        claims.push(finished(id, ctx)?.id);
    }
    let share = Share {
        claims: Some(&claims[..]).filter(|_| !args.ids.is_empty()),
        confidential: args.include_confidential,
    };
    let path = ctx.db_path()?;
    let snapshot = store::share(path, share)?.ok_or_else(|| {
        let what = Message::new("safe-no-claims").with("path", path.display().to_string());
        Failure::new(Exit::Failed, what).hint(Message::new("error-no-claims-hint"))
    })?;
    let mut pack = archives::begun(Form::Bundle, snapshot.bytes, snapshot.schema, ctx);
    let files = archives::add_evidence(&mut pack, &snapshot.holdings, ctx)?;
    archives::send(pack, out.map(PathBuf::as_path), true, ctx)?;
    let number = |count| i64::try_from(count).unwrap_or(i64::MAX);
    let done = match out {
        None => Message::new("command-export-bundle-out"),
        Some(out) => {
            let file = view::clean(&out.display().to_string());
            Message::new("command-export-bundle-done")
                .with("typed", view::quoted(&file))
                .with("file", file)
        }
    };
    let done = done
        .with("claims", number(snapshot.holdings.claims))
        .with("files", number(files));
    ctx.ui.status(&ctx.say(&done));
    if snapshot.left_out > 0 {
        let left_out = Message::new("command-export-bundle-confidential")
            .with("count", number(snapshot.left_out));
        ctx.ui.status(&ctx.say(&left_out));
    }
    Ok(Exit::Done)
}

/// Loads a claim that can be exported: a draft is nobody's claim yet.
pub(super) fn finished(id: &str, ctx: &Context) -> Result<StoredClaim> {
    let stored = desk::load(ctx, input::claim_id(id)?)?;
    if stored.claim.draft {
        let failure = Failure::new(
            Exit::Failed,
            Message::new("error-draft").with("id", stored.id.to_string()),
        );
        return Err(failure
            .hint(Message::new("error-draft-hint").with("id", stored.id.to_string()))
            .into());
    }
    Ok(stored)
}

/// The claims that were named, or every one that is no draft.
fn claims(args: &Args, ctx: &Context) -> Result<Vec<StoredClaim>> {
    if !args.ids.is_empty() {
        return args.ids.iter().map(|id| finished(id, ctx)).collect();
    }
    let Some(desk) = ctx.desk()? else {
        return Ok(Vec::new());
    };
    let mut claims = Vec::new();
    for stored in desk.all() {
        let stored = stored?;
        // A draft is nobody's claim yet.
        if !stored.claim.draft {
            claims.push(stored);
        }
    }
    Ok(claims)
}

fn records(args: &Args, ctx: &Context) -> Result<Vec<ClaimRecord>> {
    let mut records = Vec::new();
    let Some(desk) = ctx.desk()? else {
        return match args.ids.first() {
            Some(id) => finished(id, ctx).map(|_| records),
            None => Ok(records),
        };
    };
    if args.ids.is_empty() {
        for stored in desk.all() {
            let stored = stored?;
            // A draft is nobody's claim yet.
            if !stored.claim.draft {
                records.push(record(&desk, &stored, args, ctx)?);
            }
        }
    }
    for id in &args.ids {
        records.push(record(&desk, &finished(id, ctx)?, args, ctx)?);
    }
    Ok(records)
}

fn record(desk: &Store, stored: &StoredClaim, args: &Args, ctx: &Context) -> Result<ClaimRecord> {
    let library = ctx.library()?;
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let (what, command) = view::next(&assessment, stored.id, ctx);
    let reason = |reason: &Reason| ctx.say(&words::reason(reason, library));
    let words = Words {
        language: ctx.lang.language,
        what,
        command: Some(command),
        reason: &reason,
    };
    let mut record = ClaimRecord::new(
        stored.id,
        &stored.uid,
        &stored.claim,
        &stored.events,
        &assessment,
        words,
        stored.created_at,
    );
    record.name_events(&desk.event_uids(stored.id)?);
    if !args.include_confidential {
        record.leave_out_confidential();
    }
    Ok(record)
}

/// Refuses to write over anything of the desk: its file of claims, what stands beside it, its evidence.
pub(super) fn check_target(path: &Path, ctx: &Context) -> Result<()> {
    let why = match folder::part(ctx, path) {
        None => return Ok(()),
        Some(Part::Evidence) => "exchange-is-the-evidence",
        Some(Part::Claims) => "error-is-the-desk",
    };
    let what = Message::new("error-write-file").with("file", path.display().to_string());
    Err(Failure::new(Exit::Usage, what)
        .because(Message::new(why))
        .into())
}

/// Writes a file whole or not at all: beside it first, then in its place. Readable by the owner alone. What is there and
/// is no ordinary file (a pipe, a device) is written into; a link is followed.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if std::fs::metadata(path).is_ok_and(|about| !about.is_file()) {
        return OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(name);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let written = options.open(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = written.and_then(|()| std::fs::rename(&beside, path));
    if done.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    done
}
