//! `claimctl dossier`: a whole claim for somebody who does not know it, with its evidence.

mod found;
mod parts;
mod pdf;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Result;

use crate::context::Context;
use crate::domain::addressee::Addressee;
use crate::domain::assess::{Assessment, assess};
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::error::Exit;
use crate::lang::typography::labelled;
use crate::letters;
use crate::letters::dossier::{self, Case, Dossier, Found, Report};
use crate::pdf::Edition;
use crate::store::StoredClaim;

use super::unwritten::unwritten;
use super::{export, input, view};

pub(super) use pdf::pdf;

/// The arguments of `dossier`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// For whom it is.
    #[arg(long = "for", value_name = "WHO")]
    addressee: String,
    /// The folder to make, the archive, or the PDF.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Also the confidential evidence.
    #[arg(long)]
    include_confidential: bool,
    /// Of a PDF, the copy for keeping: PDF/A with the files of the evidence in it.
    #[arg(long)]
    archive: bool,
}

/// Writes the dossier of a claim into a folder or an archive. It is always made; what it lacks is said.
///
/// # Errors
/// When there is no such claim, or something stands where the dossier is to go, or it cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let addressee = input::member(&args.addressee, Addressee::ALL, "addressee")?;
    let stored = export::finished(&args.id, ctx)?;
    export::check_target(&args.out, ctx)?;
    let ending = args.out.extension().map(|end| end.to_ascii_lowercase());
    let ends_with = |end: &str| ending.as_ref().is_some_and(|is| is == end);
    let (dossiers, missing) = match ends_with("pdf") {
        true => on_pages(args, addressee, stored, ctx)?,
        false => {
            let made = in_files(args, addressee, &stored, ends_with("zip"), ctx)?;
            (vec![made], Vec::new())
        }
    };
    let path = view::clean(&args.out.display().to_string());
    let done = Message::new("dossier-done").with("path", path);
    ctx.ui.status(&ctx.say(&done));
    let apart = dossiers.iter().flat_map(|dossier| &dossier.apart);
    for line in apart {
        ctx.ui.status(&view::clean(&ctx.say(&line.message)));
    }
    let gaps = dossiers.iter().flat_map(|dossier| &dossier.gaps);
    let gaps = gaps.map(|gap| (&gap.message, gap.hint.as_ref()));
    let missing = missing.iter().map(|message| (message, None));
    say_gaps(gaps.chain(missing), ctx);
    Ok(Exit::Done)
}

/// Writes the dossier with its files beside it.
fn in_files(
    args: &Args,
    addressee: Addressee,
    stored: &StoredClaim,
    zip: bool,
    ctx: &Context,
) -> Result<Dossier> {
    let with_id = |key: &str| {
        Message::new(key)
            .with("id", stored.id.to_string())
            .with("who", addressee.id())
    };
    if args.archive {
        let hint = with_id("pdf-hint-archive-dossier");
        return Err(input::usage(Message::new("pdf-no-archive"), Some(hint)));
    }
    let library = ctx.library()?;
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let wanted = Wanted {
        addressee,
        confidential: args.include_confidential,
        beside: true,
    };
    let language = ctx.letter_language(stored.claim.language);
    let dossier = make(stored, &assessment, wanted, language, ctx)?;
    let parts = parts::of(&dossier, stored, ctx)?;
    let again = with_id("dossier-taken-hint");
    match zip {
        true => parts::into_zip(&parts, &args.out, again)?,
        false => parts::into_folder(&parts, &args.out, again)?,
    }
    Ok(dossier)
}

/// Writes the dossier as a PDF, with its evidence on pages.
fn on_pages(
    args: &Args,
    addressee: Addressee,
    stored: StoredClaim,
    ctx: &Context,
) -> Result<(Vec<Dossier>, Vec<Message>)> {
    let wanted = Wanted {
        addressee,
        confidential: args.include_confidential,
        beside: true,
    };
    let edition = Edition::kept(args.archive);
    let (report, made) = pdf(&[stored], wanted, edition, ctx)?;
    export::write_whole(&args.out, &made.bytes).map_err(|error| unwritten(&args.out, &error))?;
    Ok((report.dossiers, made.missing))
}

/// Says what the dossier lacks, and what to type about it.
fn say_gaps<'a>(gaps: impl Iterator<Item = (&'a Message, Option<&'a Message>)>, ctx: &Context) {
    let mut gaps = gaps.peekable();
    if gaps.peek().is_none() {
        return;
    }
    ctx.ui
        .status(&labelled(&ctx.lang.text("dossier-gaps"), ctx.lang.language));
    for (message, hint) in gaps {
        let what = view::clean(&ctx.say(message));
        let line = match hint {
            Some(hint) => format!("{what} → {}", ctx.say(hint)),
            None => what,
        };
        ctx.ui.status(view::item(&line, ctx.ui.fit()).trim_end());
    }
}

/// What a dossier is to hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) addressee: Addressee,
    pub(super) confidential: bool,
    /// The files of the evidence go beside it.
    pub(super) beside: bool,
}

/// Makes the dossier of a claim, in the language of its letters.
///
/// # Errors
/// When the playbooks or the settings cannot be read.
pub(super) fn make(
    stored: &StoredClaim,
    assessment: &Assessment,
    wanted: Wanted,
    language: Language,
    ctx: &Context,
) -> Result<Dossier> {
    let found = found::all(stored, wanted.confidential, ctx)?;
    make_of(&found, stored, assessment, wanted, language, ctx)
}

/// As [`make`], where it is known what the evidence was found to be.
fn make_of(
    found: &BTreeMap<u32, Found>,
    stored: &StoredClaim,
    assessment: &Assessment,
    wanted: Wanted,
    language: Language,
    ctx: &Context,
) -> Result<Dossier> {
    let consumer = ctx.settings()?.consumer();
    let case = Case {
        no: stored.id,
        facts: letters::Facts {
            claim: &stored.claim,
            events: &stored.events,
            assessment,
            library: ctx.library()?,
            today: ctx.today,
            language,
            answer_by: None,
            consumer: &consumer,
            limit: None,
        },
        addressee: wanted.addressee,
        confidential: wanted.confidential,
        found,
        beside: wanted.beside,
    };
    Ok(dossier::build(&case))
}

/// Makes the dossiers of several claims for one reader, in one language: that of the claims where they share one.
///
/// # Errors
/// As [`make`].
pub(super) fn report(stored: &[StoredClaim], wanted: Wanted, ctx: &Context) -> Result<Report> {
    gather(stored, ctx, |one, assessment, language| {
        make(one, assessment, wanted, language, ctx)
    })
}

fn gather(
    stored: &[StoredClaim],
    ctx: &Context,
    mut make: impl FnMut(&StoredClaim, &Assessment, Language) -> Result<Dossier>,
) -> Result<Report> {
    let mut languages = stored.iter().map(|one| one.claim.language);
    let first = languages
        .next()
        .filter(|first| languages.all(|l| l == *first));
    let language = ctx.letter_language(first.unwrap_or(ctx.lang.language));
    let library = ctx.library()?;
    let assess = |one: &StoredClaim| assess(&one.claim, &one.events, library, ctx.today);
    let assessments: Vec<Assessment> = stored.iter().map(assess).collect();
    let mut made = Vec::new();
    for (one, assessment) in stored.iter().zip(&assessments) {
        made.push((make(one, assessment, language)?, assessment));
    }
    Ok(dossier::report(made, language, ctx.today))
}
