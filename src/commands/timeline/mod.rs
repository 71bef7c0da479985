//! `claimctl timeline`: what happened, what is open from when to when, and what is due, as bars over time.

mod bars;
mod drawing;

use anyhow::Result;
use clap::ValueEnum;

use crate::context::Context;
use crate::domain::assess::assess;
use crate::domain::message::Message;
use crate::domain::timeline::{self, Timeline};
use crate::error::Exit;
use crate::export::json;
use crate::export::picture;
use crate::export::timeline::TimelineRecord;
use crate::ui::prompt::Prompts;

use super::{desk, input, view};

/// The narrowest picture, in columns.
const NARROWEST: usize = 24;

/// The arguments of `timeline`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The width of the picture; else that of the terminal.
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(NARROWEST as i64..))]
    width: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Svg,
}

/// Draws a claim in time.
///
/// # Errors
/// When there is no such claim, or the desk cannot be read.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let stored = desk::load(ctx, input::claim_id(&args.id)?)?;
    let assessment = assess(&stored.claim, &stored.events, ctx.library()?, ctx.today);
    let timeline = timeline::of(&stored.events, &assessment);
    match args.format {
        Format::Json => {
            let record = TimelineRecord::new(stored.id, &timeline, &ctx.lang);
            let mut bytes = Vec::new();
            json::write_document(&mut bytes, "timeline", &record)?;
            ctx.ui.out_bytes(&bytes)?;
        }
        Format::Svg => ctx.ui.out(&picture::svg(&timeline, &ctx.lang))?,
        Format::Text => {
            let title = Message::new("command-show-title")
                .with("id", stored.id.to_string())
                .with("title", view::title(&stored.claim, ctx));
            ctx.ui.out(&text(&ctx.say(&title), &timeline, args, ctx))?;
        }
    }
    Ok(Exit::Done)
}

/// The picture under its title; for who reads it aloud, its words alone.
fn text(title: &str, timeline: &Timeline, args: &Args, ctx: &Context) -> String {
    let columns = args.width.map_or_else(
        || ctx.ui.fit().unwrap_or(crate::ui::output::USUAL_WIDTH),
        usize::from,
    );
    let columns = columns.max(NARROWEST);
    let paint = ctx.ui.paint();
    let today = ctx.say(&Message::new("timeline-today-line").with("today", timeline.today));
    let today = drawing::hung(&today, columns).join("\n");
    let title = drawing::hung(title, columns);
    let title: Vec<String> = title.into_iter().map(|line| paint.bold(line)).collect();
    let body = match (timeline.is_empty(), ctx.prompts) {
        (true, _) => format!("\n{}\n", ctx.lang.text("timeline-nothing")),
        (false, Prompts::Plain) => drawing::words(timeline, &ctx.lang, columns, paint),
        (false, Prompts::Auto) => drawing::picture(timeline, &ctx.lang, columns, paint),
    };
    format!("{}\n{today}\n{body}", title.join("\n"))
}
