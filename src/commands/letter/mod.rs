//! `claimctl letter`: the words for the next step, filled from the claim; written out, handed over, and logged once sent.

mod edit;
mod form;
mod hand_over;
mod list;
mod sent;
mod template;

use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::NaiveDate;
use clap::ValueEnum;

use crate::context::Context;
use crate::domain::assess::{Assessment, assess};
use crate::domain::event::Channel;
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::lang::{Lang, words};
use crate::letters::{self, Letter};
use crate::store::StoredClaim;

use super::export::{check_target, write_whole};
use super::unwritten::unwritten;
use super::{desk, input, view};

pub(crate) use sent::Written;

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
    /// Its template, to be made one's own.
    #[arg(long, conflicts_with_all = ["list", "edit", "sent", "copy", "open", "out"])]
    template: bool,
    /// The day by which an answer is asked.
    #[arg(long, value_name = "DATE")]
    by: Option<String>,
    /// How it will be sent: the text is made to fit.
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,
    /// Change the text first, in the user's editor.
    #[arg(long, conflicts_with = "list")]
    edit: bool,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// To whom a mail goes.
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
    /// Evidence that goes with a mail: E2.
    #[arg(long, value_name = "EVIDENCE", value_delimiter = ',')]
    attach: Vec<String>,
    /// Confidential evidence may go with it.
    #[arg(long, requires = "attach")]
    include_confidential: bool,
    /// Put the text on the clipboard.
    #[arg(long)]
    copy: bool,
    /// Open a draft in the mail program.
    #[arg(long, value_name = "PROGRAM", value_enum)]
    open: Option<Opener>,
    /// It was sent: log it, and keep the text as evidence. The day; today unless said.
    #[arg(long, value_name = "DATE", num_args = 0..=1, default_missing_value = "today", conflicts_with = "list")]
    sent: Option<String>,
    /// Proof of sending.
    #[arg(long = "file", value_name = "FILE", requires = "sent")]
    files: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Md,
    Html,
    /// Pages to print, with the address where the window of an envelope is.
    Pdf,
    /// A mail, ready to be sent.
    Eml,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Opener {
    Mail,
}

/// Writes a letter.
///
/// # Errors
/// When there is no such claim, the letter does not fit it, a fact is missing, or it cannot be written or logged.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let stored = desk::load(ctx, input::claim_id(&args.id)?)?;
    let library = ctx.library()?;
    let sent_on = args
        .sent
        .as_deref()
        .map(|text| input::day(ctx, text))
        .transpose()?;
    let on = sent_on.map_or(ctx.today, |on| on.min(ctx.today));
    let stored = as_of(stored, on);
    let assessment = assess(&stored.claim, &stored.events, library, on);
    if args.list {
        return list::list(args.format == Format::Json, &stored, &assessment, ctx);
    }
    let kind = match &args.kind {
        Some(text) => input::member(text, LetterKind::ALL, "letter-kind")?,
        None => letters::default_kind(&assessment).ok_or_else(|| {
            let hint = Message::new("error-no-letter-hint").with("id", stored.id.to_string());
            Failure::new(Exit::Failed, Message::new("error-no-letter")).hint(hint)
        })?,
    };
    if args.template {
        return template::print(kind, &stored, ctx);
    }
    let wishes = Wishes {
        by: args
            .by
            .as_deref()
            .map(|text| input::day(ctx, text))
            .transpose()?,
        channel: args
            .channel
            .as_deref()
            .map(|text| input::member(text, Channel::ALL, "channel"))
            .transpose()?,
        on: Some(on),
    };
    if let Some(by) = wishes.by.filter(|by| *by < on) {
        let what = Message::new("error-letter-by")
            .with("by", by)
            .with("on", on);
        return Err(input::usage(what, None));
    }
    let attached = form::Attached::of(&args.attach, args.include_confidential, &stored)?;
    let consumer = ctx.settings()?.consumer();
    let out = args.out.as_deref().filter(|path| *path != Path::new("-"));
    if let Some(out) = out {
        check_target(out, ctx)?;
    } else if args.format == Format::Pdf && ctx.ui.streams().stdout_is_terminal {
        let hint = Message::new("pdf-hint-letter").with("id", stored.id.to_string());
        return Err(input::usage(Message::new("safe-terminal"), Some(hint)));
    }
    form::check(args, &attached, &consumer)?;
    let mut letter = write(ctx, &stored, &assessment, kind, wishes)?;
    warn(&letter, &stored, &assessment, wishes, ctx)?;
    let mut written_by_user = None;
    if args.edit {
        let (changed, file) = edit::edited(letter, &stored, ctx)?;
        (letter, written_by_user) = (changed, Some(file));
    }
    let done = hand_on(
        args,
        &letter,
        &stored,
        &assessment,
        (wishes, sent_on),
        &attached,
        ctx,
    );
    if let (Err(_), Some(file)) = (&done, written_by_user) {
        edit::keep(file, ctx);
    }
    done
}

/// The claim as it was at the end of a day: what is written of that day does not know of later ones.
fn as_of(stored: StoredClaim, on: NaiveDate) -> StoredClaim {
    StoredClaim {
        events: stored.events.into_iter().filter(|e| e.on <= on).collect(),
        ..stored
    }
}

/// Writes the letter out, hands it over, and logs it or offers to.
fn hand_on(
    args: &Args,
    letter: &Letter,
    stored: &StoredClaim,
    assessment: &Assessment,
    (wishes, sent_on): (Wishes, Option<NaiveDate>),
    attached: &form::Attached,
    ctx: &Context,
) -> Result<Exit> {
    let kind = letter.kind;
    let out = args.out.as_deref().filter(|path| *path != Path::new("-"));
    let consumer = ctx.settings()?.consumer();
    if is_signed(kind) && args.format == Format::Text && consumer.name.is_none() {
        ctx.ui.status(&ctx.lang.text("command-letter-sign"));
    }
    let page = form::Page {
        letter,
        stored,
        consumer: &consumer,
        to: args.to.as_deref(),
        attached,
        registered: wishes.channel == Some(Channel::RegisteredLetter),
    };
    match out {
        Some(out) => {
            let bytes = page.bytes(args.format, ctx)?;
            write_whole(out, &bytes).map_err(|error| unwritten(out, &error))?;
            let file = view::clean(&out.display().to_string());
            let done = Message::new("command-letter-written").with("file", file);
            ctx.ui.status(&ctx.say(&done));
        }
        None if args.copy || args.open.is_some() => {}
        None => ctx.ui.out_bytes(&page.bytes(args.format, ctx)?)?,
    }
    if args.copy {
        hand_over::copy(letter, ctx)?;
    }
    if args.open == Some(Opener::Mail) {
        hand_over::open_mail(letter, args.to.as_deref(), !attached.is_empty(), ctx)?;
    }
    let written = Written::new(letter, stored, ctx).with(attached.numbers());
    let handed_over = out.is_some() || args.copy || args.open.is_some();
    match sent_on {
        Some(on) => sent::log(&written, on, wishes, &args.files, stored, assessment, ctx),
        None => sent::offer(written, handed_over, wishes, stored, assessment, ctx),
    }
}

/// What the user wishes of a letter.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wishes {
    /// The day by which an answer is asked.
    pub(crate) by: Option<NaiveDate>,
    pub(crate) channel: Option<Channel>,
    /// The day of the letter; today without one.
    pub(crate) on: Option<NaiveDate>,
}

/// Says what whoever sends it must know: what the description lacks, that it is not the day yet, that it is too long.
fn warn(
    letter: &Letter,
    stored: &StoredClaim,
    assessment: &Assessment,
    wishes: Wishes,
    ctx: &Context,
) -> Result<()> {
    let library = ctx.library()?;
    for line in letters::check_description(&stored.claim, &stored.events) {
        ctx.ui.warn(&ctx.lang, &ctx.say(&line));
    }
    // A letter may be prepared before its day; whoever sends it must know that it is not the day yet.
    let all = letters::available(&stored.claim, &stored.events, assessment, library);
    let early = all.iter().find(|(kind, _)| *kind == letter.kind);
    if let Some(reason) = early.and_then(|(_, fit)| fit.reason()) {
        ctx.ui.warn(&ctx.lang, &view::clean(&ctx.say(reason)));
    }
    let limit = letters::limit(letter.kind, wishes.channel, &stored.claim, library);
    let length = letter.body.chars().count();
    if let Some(limit) = limit.filter(|limit| length > *limit) {
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let line = Message::new("command-letter-too-long")
            .with("length", number(length))
            .with("limit", number(limit));
        ctx.ui.warn(&ctx.lang, &ctx.say(&line));
    }
    Ok(())
}

/// Whether a letter of this kind changes the contract or goes to somebody who does not know the purchase, so that it must
/// say who writes.
pub(crate) fn is_signed(kind: LetterKind) -> bool {
    matches!(
        kind,
        LetterKind::FormalNotice
            | LetterKind::Withdrawal
            | LetterKind::Termination
            | LetterKind::Cancellation
            | LetterKind::MediatorRequest
            | LetterKind::Chargeback
            | LetterKind::SepaRefund
            | LetterKind::CourtSummary
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
    wishes: Wishes,
) -> Result<Letter> {
    let id = stored.id.to_string();
    let failed = |what: &str| {
        let what = Message::new(what).with("kind", words::letter_kind(kind));
        Failure::new(Exit::Failed, what)
    };
    match filled(ctx, stored, assessment, kind, wishes)? {
        None => {
            let hint = Message::new("error-no-letter-hint").with("id", id.as_str());
            Err(failed("error-letter-not-fitting").hint(hint).into())
        }
        Some(Ok(letter)) => Ok(letter),
        Some(Err(error)) => {
            let failure = failed("error-letter").because(error.message());
            Err(match error.hint(&id) {
                Some(hint) => failure.hint(hint).into(),
                None => failure.into(),
            })
        }
    }
}

/// Fills the letter of a kind; `None` when no template fits the claim.
///
/// # Errors
/// When the library or the settings do not hold.
pub(crate) fn filled(
    ctx: &Context,
    stored: &StoredClaim,
    assessment: &Assessment,
    kind: LetterKind,
    wishes: Wishes,
) -> Result<Option<Result<Letter, letters::LetterError>>> {
    let library = ctx.library()?;
    let claim = letters::as_written(kind, &stored.claim, &stored.events);
    let Some(template) = letters::choose(kind, &claim, library) else {
        return Ok(None);
    };
    let consumer = ctx.settings()?.consumer();
    let facts = letters::Facts {
        claim: &claim,
        events: &stored.events,
        assessment,
        library,
        today: wishes.on.unwrap_or(ctx.today),
        language: ctx.letter_language(stored.claim.language),
        answer_by: wishes.by,
        consumer: &consumer,
        limit: letters::limit(kind, wishes.channel, &claim, library),
    };
    let filled = letters::render(template, &facts);
    let Err(letters::LetterError::Template { reason, .. }) = &filled else {
        return Ok(Some(filled));
    };
    // A template of the user's that cannot be filled keeps nobody from writing.
    match letters::choose_built_in(kind, &claim, library) {
        Some(built_in) if built_in.playbook != template.playbook => {
            let line = Message::new("command-letter-own-broken")
                .with("playbook", template.playbook.as_str())
                .with("reason", reason.as_str());
            ctx.ui.warn(&ctx.lang, &ctx.say(&line));
            Ok(Some(letters::render(built_in, &facts)))
        }
        _ => Ok(Some(filled)),
    }
}

/// The letter as it is copied: the subject, an empty line, the body.
pub(crate) fn text(letter: &Letter, stored: &StoredClaim, ctx: &Context) -> String {
    let subject = subject_line(letter.subject.as_str(), stored, ctx);
    let text = format!("{subject}\n\n{}\n", letter.body);
    crate::ui::sanitize(&text, crate::ui::Newlines::Keep).into_owned()
}

/// The line of the subject, with its word: `Subject: …`.
fn subject_line(subject: &str, stored: &StoredClaim, ctx: &Context) -> String {
    let lang = Lang::new(ctx.letter_language(stored.claim.language));
    lang.say(&Message::new("command-letter-subject").with("subject", subject))
}
