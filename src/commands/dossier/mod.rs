//! `claimctl dossier`: a whole claim for somebody who does not know it, with its evidence.

mod found;
mod parts;

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
use crate::letters::dossier::{self, Case, Dossier, Report};
use crate::store::StoredClaim;

use super::{export, input, view};

/// The arguments of `dossier`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// For whom it is.
    #[arg(long = "for", value_name = "WHO")]
    addressee: String,
    /// The folder to make, or the archive.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Also the confidential evidence.
    #[arg(long)]
    include_confidential: bool,
}

/// Writes the dossier of a claim into a folder or an archive. It is always made; what it lacks is said.
///
/// # Errors
/// When there is no such claim, or something stands where the dossier is to go, or it cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let addressee = input::member(&args.addressee, Addressee::ALL, "addressee")?;
    let stored = export::finished(&args.id, ctx)?;
    export::check_target(&args.out, ctx)?;
    let library = ctx.library()?;
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let wanted = Wanted {
        addressee,
        confidential: args.include_confidential,
        beside: true,
    };
    let language = ctx.letter_language(stored.claim.language);
    let dossier = make(&stored, &assessment, wanted, language, ctx)?;
    let parts = parts::of(&dossier, &stored, ctx)?;
    let again = Message::new("dossier-taken-hint")
        .with("id", stored.id.to_string())
        .with("who", addressee.id());
    let ending = args.out.extension().map(|end| end.to_ascii_lowercase());
    match ending.is_some_and(|end| end == "zip") {
        true => parts::into_zip(&parts, &args.out, again)?,
        false => parts::into_folder(&parts, &args.out, again)?,
    }
    let path = view::clean(&args.out.display().to_string());
    let done = Message::new("dossier-done").with("path", path);
    ctx.ui.status(&ctx.say(&done));
    for line in &dossier.apart {
        ctx.ui.status(&view::clean(&ctx.say(&line.message)));
    }
    say_gaps(&dossier, ctx);
    Ok(Exit::Done)
}

/// Says what the dossier lacks, and what to type about it.
fn say_gaps(dossier: &Dossier, ctx: &Context) {
    if dossier.gaps.is_empty() {
        return;
    }
    ctx.ui
        .status(&labelled(&ctx.lang.text("dossier-gaps"), ctx.lang.language));
    for gap in &dossier.gaps {
        let what = view::clean(&ctx.say(&gap.message));
        let line = match &gap.hint {
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
    let consumer = ctx.settings()?.consumer();
    let found = found::all(stored, wanted.confidential, ctx)?;
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
        found: &found,
        beside: wanted.beside,
    };
    Ok(dossier::build(&case))
}

/// Makes the dossiers of several claims for one reader, in one language: that of the claims where they share one.
///
/// # Errors
/// As [`make`].
pub(super) fn report(stored: &[StoredClaim], wanted: Wanted, ctx: &Context) -> Result<Report> {
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
        made.push((make(one, assessment, wanted, language, ctx)?, assessment));
    }
    Ok(dossier::report(made, language, ctx.today))
}
