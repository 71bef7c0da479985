//! Dossiers: a whole claim for somebody who does not know it.

mod found;
mod pdf;

use std::collections::BTreeMap;

use anyhow::Result;

use crate::context::Context;
use crate::domain::addressee::Addressee;
use crate::domain::assess::{Assessment, assess};
use crate::domain::language::Language;
use crate::letters;
use crate::letters::dossier::{self, Case, Dossier, Found, Report};
use crate::store::StoredClaim;

pub(super) use pdf::pdf;

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
