//! `claimctl letter`: the words for the next step, filled from the claim.

use anyhow::Result;
use clap::ValueEnum;
use serde::Serialize;

use crate::context::Context;
use crate::domain::assess::{Assessment, assess};
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::export::json;
use crate::lang::words;
use crate::letters::{self, Letter};
use crate::store::StoredClaim;

use super::{desk, input, view};

/// The arguments of `letter`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// The kind of letter; the one that the next action needs unless said.
    kind: Option<String>,
    /// Which letters fit now, which not yet, and why.
    #[arg(long, conflicts_with = "kind")]
    list: bool,
    /// The day by which an answer is asked.
    #[arg(long, value_name = "DATE")]
    by: Option<String>,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Writes a letter.
///
/// # Errors
/// When there is no such claim, the letter does not fit it, or a fact is missing.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let stored = desk::load(ctx, input::claim_id(&args.id)?)?;
    let library = ctx.library()?;
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    if args.list {
        return list(args, &stored, &assessment, ctx);
    }
    let kind = match &args.kind {
        Some(text) => input::member(text, LetterKind::ALL, "letter-kind")?,
        None => letters::default_kind(&assessment).ok_or_else(|| {
            let hint = Message::new("error-no-letter-hint").with("id", stored.id.to_string());
            Failure::new(Exit::Failed, Message::new("error-no-letter")).hint(hint)
        })?,
    };
    let by = args
        .by
        .as_deref()
        .map(|text| input::day(ctx, text))
        .transpose()?;
    let letter = write(ctx, &stored, &assessment, kind, by)?;
    for line in letters::check_description(&stored.claim, &stored.events) {
        ctx.ui.warn(&ctx.lang, &ctx.say(&line));
    }
    // A letter may be prepared before its day; whoever sends it must know that it is not the day yet.
    let all = letters::available(&stored.claim, &stored.events, &assessment, library);
    let early = all.iter().find(|(k, _)| *k == kind);
    if let Some(reason) = early.and_then(|(_, fit)| fit.reason()) {
        ctx.ui.warn(&ctx.lang, &view::clean(&ctx.say(reason)));
    }
    if is_signed(kind) && args.format == Format::Text {
        ctx.ui.status(&ctx.lang.text("command-letter-sign"));
    }
    match args.format {
        Format::Text => ctx.ui.out(&text(&letter, &stored, ctx))?,
        Format::Json => {
            #[derive(Serialize)]
            struct Record<'a> {
                id: i64,
                kind: &'static str,
                subject: &'a str,
                body: &'a str,
            }
            let record = Record {
                id: stored.id,
                kind: letter.kind.id(),
                subject: &letter.subject,
                body: &letter.body,
            };
            let mut out = Vec::new();
            json::write_document(&mut out, "letter", &record)?;
            ctx.ui.out_bytes(&out)?;
        }
    }
    Ok(Exit::Done)
}

/// Whether a letter of this kind changes the contract, so that it must say who writes. The desk does not know names.
pub(crate) fn is_signed(kind: LetterKind) -> bool {
    matches!(
        kind,
        LetterKind::FormalNotice
            | LetterKind::Withdrawal
            | LetterKind::Termination
            | LetterKind::Cancellation
    )
}

/// Fills the letter of a kind.
///
/// # Errors
/// When no template fits the claim, or a fact is missing.
pub(crate) fn write(
    ctx: &Context,
    stored: &StoredClaim,
    assessment: &Assessment,
    kind: LetterKind,
    by: Option<chrono::NaiveDate>,
) -> Result<Letter> {
    let library = ctx.library()?;
    let id = stored.id.to_string();
    let claim = letters::as_written(kind, &stored.claim, &stored.events);
    let template = letters::choose(kind, &claim, library).ok_or_else(|| {
        let what = Message::new("error-letter-not-fitting").with("kind", words::letter_kind(kind));
        Failure::new(Exit::Failed, what)
            .hint(Message::new("error-no-letter-hint").with("id", id.as_str()))
    })?;
    let consumer = ctx.settings()?.consumer();
    let facts = letters::Facts {
        claim: &claim,
        events: &stored.events,
        assessment,
        library,
        today: ctx.today,
        language: ctx.letter_language(stored.claim.language),
        answer_by: by,
        consumer: &consumer,
        limit: None,
    };
    letters::render(template, &facts).map_err(|error| {
        let failure = Failure::new(
            Exit::Failed,
            Message::new("error-letter").with("kind", words::letter_kind(kind)),
        );
        let failure = failure.because(error.message());
        match error.hint(&id) {
            Some(hint) => failure.hint(hint).into(),
            None => failure.into(),
        }
    })
}

/// The letter as it is copied: the subject, an empty line, the body.
pub(crate) fn text(letter: &Letter, stored: &StoredClaim, ctx: &Context) -> String {
    let language = ctx.letter_language(stored.claim.language);
    let lang = crate::lang::Lang::new(language);
    let subject =
        lang.say(&Message::new("command-letter-subject").with("subject", letter.subject.as_str()));
    let text = format!("{subject}\n\n{}\n", letter.body);
    crate::ui::sanitize(&text, crate::ui::Newlines::Keep).into_owned()
}

fn list(args: &Args, stored: &StoredClaim, assessment: &Assessment, ctx: &Context) -> Result<Exit> {
    let library = ctx.library()?;
    let all = letters::available(&stored.claim, &stored.events, assessment, library);
    if args.format == Format::Json {
        #[derive(Serialize)]
        struct Row {
            kind: &'static str,
            available: bool,
            reason: Option<String>,
        }
        let rows: Vec<Row> = all
            .iter()
            .map(|(kind, fit)| Row {
                kind: kind.id(),
                available: fit.is_now(),
                reason: fit.reason().map(|r| ctx.say(r)),
            })
            .collect();
        let mut out = Vec::new();
        json::write_listing(&mut out, "letters", "letters", &rows)?;
        ctx.ui.out_bytes(&out)?;
        return Ok(Exit::Done);
    }
    let mut text = String::new();
    for (kind, fit) in &all {
        let name = ctx.say(&words::letter_kind(*kind));
        let state = match fit.reason() {
            None => ctx.lang.text("command-letter-now"),
            Some(reason) => view::clean(&ctx.say(reason)),
        };
        let line = view::wrapped(&format!("{name} – {state}"), 19, ctx);
        text += &format!("{:<18} {line}\n", kind.id());
    }
    ctx.ui.out(&text)?;
    Ok(Exit::Done)
}
