//! `claimctl restore`: a desk as it was when a backup was made. What is replaced is kept.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempPath;

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::store;
use crate::vault::{Form, Unpacked};

use super::archives::{self, Wanted};
use super::backup::{free_name, settings_file, stamp, summary};
use super::unwritten::unwritten;
use super::{confirm, view};

/// The arguments of `restore`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The backup, or - for the standard input.
    #[arg(value_name = "FILE")]
    from: PathBuf,
    /// Replace what is there without asking.
    #[arg(long)]
    yes: bool,
}

/// What restoring wants of a file, and how it says that it did not get it.
const RESTORE: Wanted = Wanted {
    forms: &[Form::Backup],
    refused: "safe-refused",
    refused_hint: "safe-refused-hint",
    terminal_hint: "safe-stdin-terminal-hint",
};

/// Restores a backup, checked whole before anything is changed.
///
/// # Errors
/// When the backup does not hold, nobody says that the desk may be replaced, the desk is in use, or it cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let desk = ctx.db_path()?;
    let unpacked = archives::received(&args.from, &RESTORE, None, ctx)?;
    let (left_out, holdings) = store::leave_deleted(&unpacked.desk, desk)?;
    let kept = archives::hashes(&holdings);
    let places = places(&unpacked, ctx);
    let changed: Vec<&Place<'_>> = places.iter().filter(|place| place.is_taken()).collect();
    let there = fs::symlink_metadata(desk).is_ok_and(|about| !about.is_file() || about.len() > 0);
    if (there || !changed.is_empty()) && !args.yes {
        let day = unpacked.manifest.created_at.get(..10).unwrap_or_default();
        let ask = Message::new("safe-ask-restore")
            .with("path", view::clean(&desk.display().to_string()))
            .with("day", view::clean(day));
        if confirm::answer(&ask, ctx) != Some(true) {
            let what = Message::new("safe-would-replace").with("path", desk.display().to_string());
            let hint = Message::new("safe-would-replace-hint")
                .with("file", view::quoted(&args.from.display().to_string()));
            return Err(Failure::new(Exit::Failed, what).hint(hint).into());
        }
    }
    // Copies of bytes under their hash do no harm to the desk that is there, whatever comes next.
    let vault = ctx.vault()?;
    let evidence = unpacked.evidence.iter();
    let evidence: Vec<_> = evidence
        .filter(|(hash, _)| kept.contains(hash.as_str()))
        .collect();
    for (hash, file) in &evidence {
        vault.adopt(file, hash)?;
    }
    // What cannot be written is found out before the desk is another one.
    let mut ready = Vec::new();
    for place in &places {
        ready.extend(place.prepared()?.map(|file| (place, file)));
    }
    let end = format!(".before-restore-{}", stamp(ctx.today, ctx.now));
    let aside = free_name(&with_end(desk, &end), "");
    if store::replace(desk, &unpacked.desk, &aside)? {
        say_kept(&aside, ctx);
    }
    for (place, file) in ready {
        if let Some(aside) = place.fill(file, &end)? {
            say_kept(&aside, ctx);
        }
    }
    let said = summary(holdings.claims, evidence.len(), unpacked.playbooks.len());
    let done = Message::new("safe-restored").with("what", ctx.say(&said));
    ctx.ui.status(&ctx.say(&done));
    for (key, count) in [
        ("safe-forgotten", left_out.claims),
        ("safe-purged", left_out.pieces),
    ] {
        if count > 0 {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            let said = Message::new(key).with("count", count);
            ctx.ui.status(&ctx.say(&said));
        }
    }
    if !unpacked.manifest.missing.is_empty() {
        let count = i64::try_from(unpacked.manifest.missing.len()).unwrap_or(i64::MAX);
        let missing = Message::new("safe-was-missing").with("count", count);
        ctx.ui.warn(&ctx.lang, &ctx.say(&missing));
    }
    Ok(Exit::Done)
}

fn say_kept(aside: &Path, ctx: &Context) {
    let kept = Message::new("safe-kept").with("path", view::clean(&aside.display().to_string()));
    ctx.ui.status(&ctx.say(&kept));
}

/// Where a file of the user's goes.
struct Place<'a> {
    from: &'a Path,
    to: PathBuf,
    /// The folder of the user's that it must stay in.
    root: PathBuf,
}

/// The places of the playbooks and the settings. Without a folder for settings there are none, and that is said.
fn places<'a>(unpacked: &'a Unpacked, ctx: &Context) -> Vec<Place<'a>> {
    let own = unpacked.playbooks.iter();
    let (Some(root), Some(settings)) = (&ctx.user_playbooks, settings_file(ctx)) else {
        if own.len() > 0 || unpacked.settings.is_some() {
            let left_out = ctx.lang.text("error-no-settings-folder");
            ctx.ui.warn(&ctx.lang, &left_out);
        }
        return Vec::new();
    };
    let mut places: Vec<Place<'_>> = own
        .map(|(name, from)| Place {
            from,
            to: root.join(name),
            root: root.clone(),
        })
        .collect();
    places.extend(unpacked.settings.as_deref().map(|from| Place {
        from,
        root: settings.parent().unwrap_or(root).to_owned(),
        to: settings,
    }));
    places
}

impl Place<'_> {
    /// Whether something else stands there.
    fn is_taken(&self) -> bool {
        self.to.symlink_metadata().is_ok() && !same(self.from, &self.to)
    }

    /// Puts the file that was prepared there. What is there is kept beside it, under a name that is returned.
    fn fill(&self, file: TempPath, end: &str) -> Result<Option<PathBuf>> {
        let aside = self
            .is_taken()
            .then(|| free_name(&with_end(&self.to, end), ""));
        let moved = match &aside {
            Some(aside) => fs::rename(&self.to, aside),
            None => Ok(()),
        };
        let filled = moved.and_then(|()| Ok(file.persist_noclobber(&self.to)?));
        filled.map_err(|error| unwritten(&self.to, &error))?;
        Ok(aside)
    }

    /// Writes the file beside its place; `None` where the same stands there already.
    fn prepared(&self) -> Result<Option<TempPath>> {
        match same(self.from, &self.to) {
            true => Ok(None),
            false => Ok(Some(
                self.beside().map_err(|error| unwritten(&self.to, &error))?,
            )),
        }
    }

    fn beside(&self) -> io::Result<TempPath> {
        let folder = self.to.parent().unwrap_or(&self.root);
        // A link in the user's folder leads elsewhere, where a backup has nothing to write.
        let below = folder.ancestors().take_while(|path| **path != self.root);
        for path in below {
            if path.symlink_metadata().is_ok_and(|about| !about.is_dir()) {
                return Err(io::ErrorKind::NotADirectory.into());
            }
        }
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        io::copy(&mut File::open(self.from)?, &mut file)?;
        file.as_file().sync_all()?;
        Ok(file.into_temp_path())
    }
}

/// Whether two files have the same bytes.
fn same(one: &Path, other: &Path) -> bool {
    let size = |path: &Path| fs::metadata(path).map(|about| about.len());
    let bytes = |path: &Path| {
        let mut bytes = Vec::new();
        File::open(path)?.read_to_end(&mut bytes)?;
        io::Result::Ok(bytes)
    };
    let is_file = fs::metadata(other).is_ok_and(|about| about.is_file());
    is_file
        && matches!((size(one), size(other)), (Ok(one), Ok(other)) if one == other)
        && matches!((bytes(one), bytes(other)), (Ok(one), Ok(other)) if one == other)
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
