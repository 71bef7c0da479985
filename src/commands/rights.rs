//! `claimctl rights`: what can still be done in a situation, and by when. Nothing is stored.

use std::fmt::Write as _;

use anyhow::Result;
use clap::ValueEnum;

use crate::answers::{self, Format as AnswersFormat};
use crate::context::Context;
use crate::domain::assess::{Assessment, Reason, assess};
use crate::domain::claim::Claim;
use crate::domain::event::Event;
use crate::domain::message::Message;
use crate::domain::party::ItemKind;
use crate::domain::playbook::Library;
use crate::domain::problem::Remedy;
use crate::domain::walk::Walk;
use crate::error::Exit;
use crate::export::json;
use crate::export::rights::RightsRecord;
use crate::lang::words;
use crate::wizard::{self, Facts};

use super::{answers_file, view, walk};

/// The arguments of `rights`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file with the answers; `-` for standard input.
    #[arg(long, value_name = "FILE")]
    answers: Option<String>,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Says what can be done in a situation.
///
/// # Errors
/// When the answers do not hold, or there is nobody to ask.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let library = ctx.library()?;
    let (claim, events) = match &args.answers {
        Some(file) => {
            let text = answers_file::read(file)?;
            let format = AnswersFormat::guess(file, &text);
            let read = answers::read_question(&text, format, library, ctx.today, ctx.lang.language);
            let answers = read.map_err(|problems| answers_file::refused(file, &problems, ctx))?;
            (answers.claim, answers.events)
        }
        None => match walk::ask_for_rights(ctx)? {
            Some(asked) => asked,
            None => return Ok(Exit::Interrupted),
        },
    };
    let claim = completed(claim, &events, library, ctx);
    let assessment = assess(&claim, &events, library, ctx.today);
    match args.format {
        Format::Text => ctx.ui.out(&told(&assessment, library, ctx))?,
        Format::Json => {
            let record = record(&assessment, library, ctx);
            let mut bytes = Vec::new();
            json::write_document(&mut bytes, "rights", &record)?;
            ctx.ui.out_bytes(&bytes)?;
        }
    }
    Ok(Exit::Done)
}

/// Fills in what goes without saying.
fn completed(claim: Claim, events: &[Event], library: &Library, ctx: &Context) -> Claim {
    let facts = Facts {
        claim: &claim,
        events,
        library,
        today: ctx.today,
    };
    let mut claim = wizard::assume(facts, &Walk::start());
    claim.draft = false;
    claim.wanted = claim.wanted.or(Some(Remedy::Refund));
    claim.item_kind = claim.item_kind.or(Some(ItemKind::Goods));
    claim
}

/// The tables of the walk's second step, every route, what each waits for, and what to do first.
fn told(assessment: &Assessment, library: &Library, ctx: &Context) -> String {
    let (paint, fit) = (ctx.ui.paint(), ctx.ui.fit());
    let mut text = view::windows(assessment, ctx, &paint, fit);
    let mut others = assessment.clone();
    others.routes.retain(|r| r.alternative);
    if view::has_routes(&others) {
        let title = paint.bold(ctx.lang.text("command-rights-others"));
        let _ = write!(text, "\n{title}\n{}", view::routes(&others, ctx, fit));
    }
    let mut list = |title: &str, lines: Vec<String>| {
        if lines.is_empty() {
            return;
        }
        let _ = writeln!(text, "\n{}", paint.bold(ctx.lang.text(title)));
        for line in lines {
            text += &view::item(&line, fit);
        }
    };
    list(
        "command-rights-why-not",
        view::reasons(assessment, library, ctx),
    );
    list("command-show-rights", view::rights(assessment, ctx, true));
    list(
        "command-show-contacts",
        view::contacts(assessment, ctx, true),
    );
    let remarks = view::remarks(assessment, library, ctx, fit);
    if !remarks.is_empty() {
        let _ = write!(text, "\n{remarks}");
    }
    let (sentence, _) = view::next(assessment, 0, ctx);
    let next = ctx.say(&Message::new("wizard-next").with("sentence", sentence));
    let keep = ctx.lang.text("command-rights-keep");
    let [next, keep] = [next, keep].map(|line| view::wrapped(&line, 0, ctx));
    let _ = writeln!(text, "\n{next}\n{keep}");
    text
}

fn record(assessment: &Assessment, library: &Library, ctx: &Context) -> RightsRecord {
    let reason = |reason: &Reason| view::clean(&ctx.say(&words::reason(reason, library)));
    let (what, _) = view::next(assessment, 0, ctx);
    RightsRecord::new(
        assessment,
        what,
        view::warnings(assessment, library, ctx),
        &reason,
        ctx.lang.language,
    )
}
