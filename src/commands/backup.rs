//! `claimctl backup`: the whole desk at one moment, in one file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::{DateTime, NaiveDate, Utc};

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::store::{self, Snapshot};
use crate::vault::{self, Form, Pack};

use super::{archives, confirm, export, view};

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
    if to_stdout {
        archives::not_for_a_terminal("safe-terminal-hint", ctx)?;
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
    if let Some(file) = file.as_deref().filter(|_| snapshot.holdings.claims == 0) {
        not_fuller(file, ctx)?;
    }
    let (pack, said) = packed(snapshot, ctx)?;
    archives::send(pack, file.as_deref(), args.yes, ctx)?;
    let done = match &file {
        None => Message::new("safe-written-out"),
        Some(file) => {
            Message::new("safe-written").with("file", view::clean(&file.display().to_string()))
        }
    };
    ctx.ui.status(&ctx.say(&done.with("what", said)));
    Ok(Exit::Done)
}

/// Refuses to put an empty desk in the place of a backup that holds claims: it may be all that is left of them.
fn not_fuller(file: &Path, ctx: &Context) -> Result<()> {
    if !file.is_file() {
        return Ok(());
    }
    // What is no backup holds no claims.
    let there = fs::File::open(file).ok().and_then(|source| {
        let unpacked = vault::unpack(source, ctx.db_path().ok()?, &[Form::Backup], &mut |_, _| {});
        store::admit(&unpacked.ok()?.desk).ok()
    });
    let count = there.map_or(0, |holdings| holdings.claims);
    if count == 0 {
        return Ok(());
    }
    let shown = view::clean(&file.display().to_string());
    let why =
        Message::new("exchange-fuller-why").with("count", i64::try_from(count).unwrap_or(i64::MAX));
    let hint = Message::new("exchange-fuller-hint").with("file", view::quoted(&shown));
    let what = Message::new("exchange-fuller").with("file", shown);
    Err(Failure::new(Exit::Failed, what)
        .because(why)
        .hint(hint)
        .into())
}

/// Puts everything together, and says what is left out; returns it with a summary of what it holds.
fn packed(snapshot: Snapshot, ctx: &Context) -> Result<(Pack, String)> {
    let mut pack = archives::begun(Form::Backup, snapshot.bytes, snapshot.schema, ctx);
    let files = archives::add_evidence(&mut pack, &snapshot.holdings, ctx)?;
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
    let said = summary(snapshot.holdings.claims, files, playbooks);
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
