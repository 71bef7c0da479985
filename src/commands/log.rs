//! `claimctl log`: something happened, or was sent, said or promised. Everything is computed anew.

use std::path::PathBuf;

use anyhow::Result;
use chrono::{NaiveDate, NaiveTime};

use crate::context::Context;
use crate::domain::assess::{Assessment, DeadlineState, assess};
use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::Period;
use crate::domain::event::{Channel, Direction, Event, EventKind, in_force};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::party::Who;
use crate::domain::playbook::Library;
use crate::error::{Exit, Failure};
use crate::lang::words;
use crate::store::StoredClaim;
use crate::wizard::check_event_day;

use super::desk::{Edit, Piece};
use super::evidence::Given;
use super::{changes, clock, desk, evidence, input, view};

/// The arguments of `log`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// What happened.
    event: String,
    /// The day; today unless said.
    #[arg(long, value_name = "DATE", conflicts_with = "at")]
    on: Option<String>,
    /// The day and the hour.
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
    /// The day it was received.
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
    /// By which channel.
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<String>,
    /// What was said.
    #[arg(long, value_name = "TEXT", visible_alias = "reason")]
    note: Option<String>,
    /// How much.
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    /// The day that was promised, asked for, or set.
    #[arg(long, value_name = "DATE", visible_alias = "until")]
    by: Option<String>,
    /// The route or rule it is about.
    #[arg(long, value_name = "RULE", visible_alias = "rule")]
    about: Option<String>,
    /// The event that it replaces.
    #[arg(long, value_name = "NUMBER")]
    corrects: Option<u32>,
    /// Proof.
    #[arg(long = "file", value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Logs an event.
///
/// # Errors
/// When there is no such claim, the event is refused, or the desk cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let id = input::claim_id(&args.id)?;
    let mut event = event(args, ctx)?;
    let mut all = Vec::new();
    for file in &args.files {
        all.push(evidence::given(ctx, file, None, false)?);
    }
    if args.on.is_none() && args.at.is_none() && evidence::is_message(event.kind) {
        date_by_mail(&mut event, &all);
    }
    let (pieces, _) = evidence::pieces(all);
    let said = record(ctx, id, event, pieces)?;
    said.say(ctx);
    Ok(Exit::Done)
}

/// A message is of the day of the one mail that proves it.
fn date_by_mail(event: &mut Event, all: &[Given]) {
    let mut mails = all.iter().filter_map(|given| given.mail.as_ref());
    if let (Some(mail), None) = (mails.next(), mails.next())
        && let Some(sent_at) = mail.about.sent_at
    {
        let (on, at) = evidence::when(sent_at);
        (event.on, event.at) = (on, Some(at));
        event.channel = event.channel.or(Some(Channel::Email));
    }
}

fn event(args: &Args, ctx: &Context) -> Result<Event> {
    let kind = input::member(&args.event, EventKind::ALL, "event")?;
    let (on, at): (NaiveDate, Option<NaiveTime>) = match (&args.on, &args.at) {
        (_, Some(at)) => {
            let (on, at) = input::instant(ctx, at)?;
            (on, Some(at))
        }
        (Some(on), None) => (input::day(ctx, on)?, None),
        (None, None) => (ctx.today, None),
    };
    let day = |text: &Option<String>| text.as_deref().map(|t| input::day(ctx, t)).transpose();
    let channel = args
        .channel
        .as_deref()
        .map(|c| input::member(c, Channel::ALL, "channel"))
        .transpose()?;
    let by = day(&args.by)?;
    // The day of one's own order page is the day that is set, not the day on which it was found out.
    let (on, by) = match (kind, by, &args.on) {
        (EventKind::OwnDate, None, Some(_)) => (ctx.today, Some(on)),
        _ => (on, by),
    };
    let amount: Option<Money> = args.amount.as_deref().map(input::money).transpose()?;
    Ok(Event {
        at,
        received_on: day(&args.received)?,
        channel,
        note: args.note.clone().filter(|n| !n.trim().is_empty()),
        amount,
        by,
        about: args.about.clone(),
        corrects: args.corrects,
        ..Event::new(kind, on)
    })
}

/// What logging did, to be said once it is stored.
#[derive(Debug)]
pub(crate) struct Logged {
    id: i64,
    event: Event,
    suggested: bool,
    before: Assessment,
    pub(crate) after: Assessment,
}

impl Logged {
    /// Says what was logged, what changed, and what is next.
    pub(crate) fn say(&self, ctx: &Context) {
        say_logged(&self.event, self.suggested, ctx);
        say_changes(self.id, &self.before, &self.after, ctx);
    }
}

/// Says that an event was logged, and the day that was set for the answer, where it is ours.
pub(crate) fn say_logged(event: &Event, suggested: bool, ctx: &Context) {
    let logged = Message::new("wizard-logged")
        .with("event", words::event(event.kind))
        .with("day", event.on);
    ctx.ui.status(&ctx.say(&logged));
    if let (true, Some(by)) = (suggested, event.by) {
        ctx.ui
            .status(&ctx.say(&Message::new("wizard-answer-by").with("day", by)));
    }
}

/// Says what became of the dates of a claim, and what is next.
pub(crate) fn say_changes(id: i64, before: &Assessment, after: &Assessment, ctx: &Context) {
    for line in changes::said(before, after, ctx) {
        ctx.ui.status(&line);
    }
    let (sentence, command) = view::next(after, id, ctx);
    ctx.ui
        .status(&ctx.say(&Message::new("wizard-next").with("sentence", sentence)));
    ctx.ui
        .status(&ctx.say(&Message::new("wizard-command").with("command", command)));
}

/// Checks an event against the claim and completes it: which clock it is about, and a day to come back to it. The second
/// value is whether that day is ours.
///
/// # Errors
/// When it is refused.
pub(crate) fn ready(event: &Event, stored: &StoredClaim, ctx: &Context) -> Result<(Event, bool)> {
    let library = ctx.library()?;
    let mut event = event.clone();
    event.about = clock::meant(&event, stored, library, ctx)?;
    check(&event, stored, ctx)?;
    let suggested = suggest_answer_day(&mut event, stored, library, ctx);
    Ok((event, suggested))
}

/// Stores an event with its proof, after checking it against the claim.
///
/// # Errors
/// When it is refused, or the desk cannot be written.
pub(crate) fn record(
    ctx: &Context,
    id: i64,
    given: Event,
    mut pieces: Vec<Piece>,
) -> Result<Logged> {
    let library = ctx.library()?;
    let mut logged = None;
    let mut suggested = false;
    let (before, after) = desk::change(ctx, id, |stored| {
        let event;
        (event, suggested) = ready(&given, stored, ctx)?;
        logged = Some(event.clone());
        evidence::make_one(&mut pieces, &stored.claim.evidence);
        let mut edit = Edit {
            events: vec![event.clone()],
            evidence: pieces,
            ..Edit::of(stored)
        };
        if event.kind == EventKind::Reopened {
            (edit.claim.closed_on, edit.claim.outcome) = (None, None);
        }
        Ok(edit)
    })?;
    Ok(Logged {
        id,
        event: logged.unwrap_or_else(|| Event::new(EventKind::Note, ctx.today)),
        suggested,
        before: assess(&before.claim, &before.events, library, ctx.today),
        after: assess(&after.claim, &after.events, library, ctx.today),
    })
}

fn check(event: &Event, stored: &StoredClaim, ctx: &Context) -> Result<()> {
    let refuse = |key: &str| Failure::new(Exit::Usage, Message::new(key));
    let id = stored.id.to_string();
    if event.kind == EventKind::Closed {
        return Err(refuse("error-log-closed")
            .hint(Message::new("error-log-closed-hint").with("id", id))
            .into());
    }
    if event.kind == EventKind::Undone && event.corrects.is_none() {
        return Err(refuse("error-undone-what")
            .hint(Message::new("error-undone-what-hint").with("id", id))
            .into());
    }
    let after_the_end = matches!(
        event.kind,
        EventKind::Reopened | EventKind::Note | EventKind::Undone
    );
    if stored.claim.closed_on.is_some() && !after_the_end {
        return Err(refuse("error-claim-closed")
            .hint(Message::new("error-claim-closed-hint").with("id", id))
            .into());
    }
    if stored.claim.closed_on.is_none() && event.kind == EventKind::Reopened {
        return Err(refuse("error-not-closed").into());
    }
    if let Some(no) = event.corrects {
        let known = in_force(&stored.events).iter().any(|e| e.no == no);
        let ends = |e: &&crate::domain::event::Event| {
            e.no == no && matches!(e.kind, EventKind::Closed | EventKind::Reopened)
        };
        if stored.events.iter().any(|e| ends(&e)) {
            let hint = Message::new("error-claim-closed-hint").with("id", id);
            return Err(refuse("error-undone-close").hint(hint).into());
        }
        if !known {
            let what = Message::new("error-no-event").with("no", no.to_string());
            let hint = Message::new("error-no-event-hint").with("id", id);
            return Err(Failure::new(Exit::NotFound, what).hint(hint).into());
        }
    }
    // The event that is replaced does not stand in the way of the one that replaces it.
    let log: Vec<Event> = stored
        .events
        .iter()
        .filter(|e| Some(e.no) != event.corrects)
        .cloned()
        .collect();
    let kind = words::event(event.kind);
    check_event_day(&log, event.kind, event.on, ctx.today).map_err(|why| {
        Failure::new(
            Exit::Usage,
            Message::new("error-log-refused").with("event", kind),
        )
        .because(why)
    })?;
    if event
        .received_on
        .is_some_and(|on| on < event.on || on > ctx.today)
    {
        return Err(refuse("error-received-day").into());
    }
    if event.kind == EventKind::Refunded && event.amount.is_some_and(|a| a.minor == 0) {
        return Err(refuse("error-refund-zero").into());
    }
    let first = in_force(&stored.events).iter().map(|e| e.on).min();
    let counts_from = match event.kind {
        EventKind::OwnDate => first,
        // An extension that ends before it is given extends nothing.
        EventKind::Extended => Some(event.on),
        _ => None,
    };
    if event
        .by
        .zip(counts_from)
        .is_some_and(|(by, first)| by < first)
    {
        return Err(refuse("error-by-before").into());
    }
    let needs_by = matches!(event.kind, EventKind::OwnDate | EventKind::Extended);
    if needs_by && (event.by.is_none() || event.about.is_none()) {
        let hint = Message::new("error-own-date-hint")
            .with("id", id)
            .with("event", event.kind.id());
        return Err(refuse("error-own-date").hint(hint).into());
    }
    if event.by.is_some_and(|by| by < event.on) && !needs_by {
        return Err(refuse("error-by-before").into());
    }
    Ok(())
}

/// How long a reminder gives: our suggestion, and said so.
const REMINDER_WITHIN: Period = Period::days(8);

/// Where the consumer wrote and no rule gives the other side a day, the route's own suggestion is noted with the message:
/// a day to come back to it, said to be ours.
fn suggest_answer_day(
    event: &mut Event,
    stored: &StoredClaim,
    library: &Library,
    ctx: &Context,
) -> bool {
    if event.kind.direction() != Direction::Sent || event.by.is_some() {
        return false;
    }
    let mut log = stored.events.clone();
    let no = log.iter().map(|e| e.no).max().unwrap_or(0) + 1;
    log.push(Event {
        no,
        ..event.clone()
    });
    let assessment = assess(&stored.claim, &log, library, ctx.today);
    let taken = assessment
        .routes
        .iter()
        .find(|r| r.event == event.kind && r.taken_on.is_some());
    // A reminder, or an answer to a question of theirs, that belongs to no route is given as long as a first message.
    let reminder = matches!(event.kind, EventKind::Contacted | EventKind::DocumentsSent)
        .then_some(REMINDER_WITHIN);
    let Some(within) = taken.and_then(|r| r.answer_within).or(reminder) else {
        return false;
    };
    let runs = |d: &&crate::domain::assess::Deadline| {
        d.who != Who::Consumer && d.opens_on == event.on && d.state == DeadlineState::Open
    };
    if assessment.deadlines.iter().any(|d| runs(&d)) {
        return false;
    }
    let by = within.end_after(event.on, &Holidays::default());
    if by < ctx.today {
        return false;
    }
    event.by = Some(by);
    true
}
