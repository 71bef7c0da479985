//! `claimctl evidence add`: copies files into the vault and writes them down.

use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::NaiveDate;

use crate::context::Context;
use crate::domain::assess::assess;
use crate::domain::event::{Direction, EventKind};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::message::Message;
use crate::error::Exit;
use crate::lang::words;
use crate::store::StoredClaim;
use crate::ui::prompt::{Reply, YesNo};

use super::super::desk::Edit;
use super::super::{desk, input, log, view};
use super::given::{Place, given, pieces};
use super::mail::{self, Outcome, Said};
use super::sources;

/// The arguments of `evidence add`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What it is.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// What it proves.
    #[arg(long, value_name = "TEXT", visible_alias = "note")]
    proves: Option<String>,
    /// The day of the picture or the paper.
    #[arg(long, value_name = "DATE")]
    taken_on: Option<String>,
    /// Keep it out of everything that is shared.
    #[arg(long)]
    confidential: bool,
    /// Make no copy: note the path and the hash only.
    #[arg(long)]
    link: bool,
    /// The mail is the user's own.
    #[arg(long, conflicts_with = "received")]
    sent: bool,
    /// The mail is the other side's.
    #[arg(long)]
    received: bool,
    /// The day of the mail, where it does not say it.
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Adds evidence to a claim.
///
/// # Errors
/// When there is no such claim, a file cannot be read or copied, or the desk not written: nothing is added then.
pub(super) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let id = input::claim_id(&args.id)?;
    let kind = match &args.kind {
        Some(kind) => Some(input::member(kind, EvidenceKind::ALL, "evidence-kind")?),
        None => None,
    };
    let taken_on = args.taken_on.as_deref();
    let taken_on = taken_on.map(|day| input::day(ctx, day)).transpose()?;
    let stored = desk::load(ctx, id)?;
    let said = Said {
        direction: match (args.sent, args.received) {
            (true, _) => Some(Direction::Sent),
            (_, true) => Some(Direction::Received),
            _ => None,
        },
        on: args
            .on
            .as_deref()
            .map(|day| input::day(ctx, day))
            .transpose()?,
    };
    let mut all = Vec::new();
    for path in &args.files {
        for file in sources::files(path, ctx)? {
            let mut given = given(ctx, &file, kind, args.link)?;
            let piece = &mut given.piece.evidence;
            piece.note = args.proves.clone().filter(|note| !note.trim().is_empty());
            piece.taken_on = match taken_on {
                Some(day) => Some(day),
                None => offered_day(&file, piece, ctx),
            };
            for piece in given.parts.iter_mut().chain([&mut given.piece]) {
                piece.evidence.confidential = args.confidential;
            }
            all.push(given);
        }
    }
    // Mails in the order in which they were sent, whatever they are called.
    all.sort_by_key(|given| given.mail.as_ref().and_then(|mail| mail.about.sent_at));
    let (mut pieces, places) = pieces(all);
    let plans = mail::plans(&places, &pieces, &stored, said, ctx)?;
    let mut given: Vec<Evidence> = Vec::new();
    let mut outcomes = Vec::new();
    let (before, after) = desk::change(ctx, id, |stored| {
        mail::make_one(&mut pieces, &stored.claim.evidence);
        given = pieces.iter().map(|piece| piece.evidence.clone()).collect();
        outcomes = mail::carried_out(plans, &pieces, stored, ctx)?;
        let told = outcomes.iter();
        Ok(Edit {
            told: told
                .filter_map(|(at, outcome)| Some((*at, outcome.told()?)))
                .collect(),
            evidence: pieces,
            ..Edit::of(stored)
        })
    })?;
    say_evidence(&given, &before, &after, ctx);
    say_outcomes(&outcomes, &places, &before, &after, ctx)?;
    Ok(Exit::Done)
}

/// Adds one file to a claim, as the command does.
///
/// # Errors
/// As those of the command.
pub(crate) fn attach(
    ctx: &Context,
    id: i64,
    file: &Path,
    kind: Option<EvidenceKind>,
) -> Result<()> {
    let args = Args {
        id: id.to_string(),
        files: vec![file.to_owned()],
        kind: kind.map(|kind| kind.to_string()),
        proves: None,
        taken_on: None,
        confidential: false,
        link: false,
        sent: false,
        received: false,
        on: None,
    };
    run(&args, ctx).map(drop)
}

/// Says of each piece under which number it is kept.
fn say_evidence(given: &[Evidence], before: &StoredClaim, after: &StoredClaim, ctx: &Context) {
    let mut said: Vec<u32> = Vec::new();
    for piece in given {
        let here = |list: &[Evidence]| list.iter().find(|e| e.sha256 == piece.sha256).cloned();
        let Some(found) = here(&after.claim.evidence) else {
            continue;
        };
        let key = match (here(&before.claim.evidence), found.part_of) {
            _ if said.contains(&found.no) => "command-evidence-known",
            (Some(there), _) if there.counts() => "command-evidence-known",
            (Some(_), _) => "command-evidence-again",
            (None, Some(_)) => "command-evidence-attached",
            (None, None) => "command-evidence-added",
        };
        said.push(found.no);
        let message = Message::new(key)
            .with("no", found.no.to_string())
            .with("name", view::clean(&piece.name))
            .with("of", found.part_of.unwrap_or_default().to_string());
        ctx.ui.status(&ctx.say(&message));
    }
}

/// Says what became of each mail in the log, and what that changes.
fn say_outcomes(
    outcomes: &[(usize, Outcome)],
    places: &[Place],
    before: &StoredClaim,
    after: &StoredClaim,
    ctx: &Context,
) -> Result<()> {
    let settings = ctx
        .settings_file
        .as_deref()
        .map_or("config.toml".to_owned(), typed);
    let mut is_new = false;
    for (at, outcome) in outcomes {
        let Some(place) = places.iter().find(|place| place.at == *at) else {
            continue;
        };
        let about = |key: &str| {
            Message::new(key)
                .with("id", after.id.to_string())
                .with("file", typed(&place.file))
                .with("settings", settings.as_str())
        };
        match outcome {
            Outcome::Nothing => {}
            Outcome::Left(key @ "command-mail-kept") => ctx.ui.status(&ctx.say(&about(key))),
            Outcome::Left(key) => ctx.ui.warn(&ctx.lang, &ctx.say(&about(key))),
            Outcome::Refused(failure) => {
                let why = failure.causes.first().unwrap_or(&failure.what).clone();
                let message = about("command-mail-refused").with("why", why);
                ctx.ui.warn(&ctx.lang, &ctx.say(&message));
            }
            Outcome::Proves(no) => {
                let event = after.events.iter().find(|e| e.no == *no);
                let message = event.map(|event| {
                    Message::new("command-mail-proves")
                        .with("no", no.to_string())
                        .with("event", words::event(event.kind))
                        .with("day", event.on)
                });
                message
                    .iter()
                    .for_each(|message| ctx.ui.status(&ctx.say(message)));
            }
            Outcome::Logged { event, suggested } => {
                is_new = true;
                let logged = Message::new("wizard-logged")
                    .with("event", words::event(event.kind))
                    .with("day", event.on);
                ctx.ui.status(&ctx.say(&logged));
                log::say_answer_day(event, *suggested, ctx);
                if event.kind == EventKind::Note {
                    let automatic = place.mail.as_ref().is_some_and(|mail| mail.is_automatic);
                    let message = about(match automatic {
                        true => "command-mail-automatic",
                        false => "command-mail-before",
                    });
                    ctx.ui.status(&ctx.say(&message));
                }
            }
        }
    }
    if is_new {
        let library = ctx.library()?;
        let assessed =
            |stored: &StoredClaim| assess(&stored.claim, &stored.events, library, ctx.today);
        log::say_changes(after.id, &assessed(before), &assessed(after), ctx);
    }
    Ok(())
}

/// A path as it can be typed: the names of files are anybody's.
fn typed(file: &Path) -> String {
    view::quoted(&view::clean(&file.display().to_string()))
}

/// The day on which a camera says that it took a picture: asked about where somebody can answer, else only mentioned.
fn offered_day(file: &std::path::Path, evidence: &Evidence, ctx: &Context) -> Option<NaiveDate> {
    let is_picture = evidence
        .media_type
        .as_deref()
        .is_some_and(|kind| kind.starts_with("image/"));
    let day = crate::vault::picture_day(file).filter(|_| is_picture)?;
    let with = |key: &'static str| {
        Message::new(key)
            .with("name", view::clean(&evidence.name))
            .with("day", day)
    };
    let Some(mut prompter) = ctx.prompter() else {
        ctx.ui.status(&ctx.say(&with("command-evidence-day-seen")));
        return None;
    };
    let question = YesNo {
        title: ctx.say(&with("command-evidence-day-ask")),
        ..YesNo::default()
    };
    match prompter.yes_no(&question) {
        Reply::Next(Some(true)) => Some(day),
        _ => None,
    }
}
