//! `claimctl offer`: weighs what the other side offers, and answers it: the letter, and the event in the log.

mod answer;
mod told;

use anyhow::Result;
use clap::ValueEnum;

use crate::context::Context;
use crate::domain::assess::{Weighing, assess, weigh};
use crate::domain::event::Channel;
use crate::domain::message::Message;
use crate::domain::offer::OfferState;
use crate::error::{Exit, Failure};
use crate::export::json;
use crate::export::offer::{LetterRecord, OfferRecord};
use crate::lang::words;
use crate::letters::Letter;
use crate::store::StoredClaim;

use super::letter::{self, Written};
use super::{desk, input, log, view, walk};

pub(crate) use answer::{Answer, Ask, as_if, meant};

/// The arguments of `offer`.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("answer").args(["accept", "refuse", "counter"]))]
pub struct Args {
    /// The claim.
    id: String,
    /// Accept the offer.
    #[arg(long)]
    accept: bool,
    /// Refuse it.
    #[arg(long)]
    refuse: bool,
    /// Refuse it, and ask for this instead.
    #[arg(long, value_name = "ASKED")]
    counter: Option<String>,
    /// The day by which an answer, or what was agreed, is asked for.
    #[arg(long, value_name = "DATE", requires = "answer")]
    by: Option<String>,
    /// The day of the answer; today unless said.
    #[arg(long, value_name = "DATE", requires = "answer")]
    on: Option<String>,
    /// By which channel it was sent.
    #[arg(long, value_name = "CHANNEL", requires = "answer")]
    channel: Option<String>,
    /// What is to be remembered of it.
    #[arg(long, value_name = "TEXT", requires = "answer")]
    note: Option<String>,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Weighs the last offer, and answers it.
///
/// # Errors
/// When there is no such claim or no offer, the answer is refused, a fact is missing, or the desk cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let id = input::claim_id(&args.id)?;
    let stored = desk::load(ctx, id)?;
    let weighing = weighed(&stored, ctx)?;
    if let Some(answer) = answer::given(args, &stored, &weighing, ctx)? {
        return answered(args, &answer, &stored, &weighing, ctx);
    }
    if args.format == Format::Json {
        return written(&weighing, None, ctx);
    }
    if weighing.state.is_answerable()
        && let Some(prompter) = ctx.prompter()
    {
        return walk::offer(ctx, prompter, stored);
    }
    ctx.ui
        .out(&told::told(&weighing, Some(id), ctx.ui.fit(), ctx))?;
    Ok(Exit::Done)
}

/// Weighs the last offer of a claim.
///
/// # Errors
/// When no offer is in its log.
fn weighed(stored: &StoredClaim, ctx: &Context) -> Result<Weighing> {
    let library = ctx.library()?;
    weigh(&stored.claim, &stored.events, library, ctx.today).ok_or_else(|| {
        let hint = Message::new("offer-hint-offer").with("claim", stored.id.to_string());
        Failure::new(Exit::Failed, Message::new("offer-error-none"))
            .hint(hint)
            .into()
    })
}

/// Says how the last offer of a claim weighs, where there is one.
///
/// # Errors
/// When the library does not hold.
pub(crate) fn shown(stored: &StoredClaim, ctx: &Context) -> Result<Option<String>> {
    let library = ctx.library()?;
    let weighing = weigh(&stored.claim, &stored.events, library, ctx.today);
    let width = Some(ctx.ui.width().saturating_sub(2).clamp(20, 76));
    Ok(weighing.map(|weighing| told::told(&weighing, None, width, ctx)))
}

/// Writes the letter, logs the answer, and says what follows.
fn answered(
    args: &Args,
    answer: &Answer,
    stored: &StoredClaim,
    weighing: &Weighing,
    ctx: &Context,
) -> Result<Exit> {
    let day = |text: &Option<String>| text.as_deref().map(|t| input::day(ctx, t)).transpose();
    let channel = args
        .channel
        .as_deref()
        .map(|c| input::member(c, Channel::ALL, "channel"))
        .transpose()?;
    let (kind, mut event) = meant(answer, stored, day(&args.by)?, ctx)?;
    event.on = day(&args.on)?.unwrap_or(event.on);
    if event.on < weighing.offer.on {
        let what = Message::new("offer-error-before").with("on", weighing.offer.on);
        return Err(input::usage(what, None));
    }
    event.channel = channel;
    event.note = args.note.clone().filter(|n| !n.trim().is_empty());
    let wishes = letter::Wishes {
        by: event.by,
        channel,
    };
    let assessment = assess(&stored.claim, &stored.events, ctx.library()?, ctx.today);
    let letter = letter::write(ctx, &as_if(stored, &event), &assessment, kind, wishes)?;
    let kept = Written::new(&letter, stored, ctx).kept_with(Vec::new(), event.on, ctx)?;
    let logged = log::record(ctx, stored.id, event, kept)?;
    match args.format {
        Format::Text => ctx.ui.out(&letter::text(&letter, stored, ctx))?,
        Format::Json => {
            let stored = desk::load(ctx, stored.id)?;
            written(&weighed(&stored, ctx)?, Some(&letter), ctx)?;
        }
    }
    if let (OfferState::Lapsed, Some(by)) = (weighing.state, weighing.offer.by) {
        let late = Message::new("offer-no-lapsed").with("on", by);
        ctx.ui.warn(&ctx.lang, &ctx.say(&late));
    }
    logged.say(ctx);
    let undo = Message::new("offer-answered").with("kind", words::letter_kind(kind));
    ctx.ui.status(&view::clean(&ctx.say(&undo)));
    Ok(Exit::Done)
}

fn written(weighing: &Weighing, letter: Option<&Letter>, ctx: &Context) -> Result<Exit> {
    let library = ctx.library()?;
    let reason = |reason: &_| ctx.say(&words::reason(reason, library));
    let record = OfferRecord::new(weighing, &reason, ctx.lang.language);
    let record = OfferRecord {
        letter: letter.map(|letter| LetterRecord {
            kind: letter.kind.id(),
            subject: letter.subject.clone(),
            body: letter.body.clone(),
        }),
        ..record
    };
    let mut bytes = Vec::new();
    json::write_document(&mut bytes, "offer", &record)?;
    ctx.ui.out_bytes(&bytes)?;
    Ok(Exit::Done)
}
