//! `claimctl log`: something happened, or was sent, said or promised. Everything is computed anew.

mod answer;
mod check;
mod correction;

use std::path::PathBuf;

use anyhow::Result;
use chrono::{NaiveDate, NaiveTime};

use crate::context::Context;
use crate::domain::assess::{Assessment, Deadline, DeadlineState, RouteView, Warning, assess};
use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::Period;
use crate::domain::calendar::working::past_holidays;
use crate::domain::event::{Channel, Direction, Event, EventKind, in_force};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::party::Who;
use crate::domain::playbook::Library;
use crate::domain::problem::Remedy;
use crate::error::Exit;
use crate::lang::words;
use crate::store::StoredClaim;

use super::desk::{Edit, Piece};
use super::evidence::Given;
use super::{changes, clock, desk, evidence, hold, input, view, walk};

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
    /// What an answer amounts to.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// What is offered, promised or asked for.
    #[arg(long, value_name = "REMEDY")]
    remedy: Option<String>,
    /// Who said it.
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
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
    let usual = || Ok(desk::load(ctx, id)?.claim.amount.map(|m| m.currency));
    let mut event = answer::read(args, id, event(args, &usual, ctx)?, ctx)?;
    let mut all = Vec::new();
    for file in &args.files {
        all.push(evidence::given(ctx, file, None, false)?);
    }
    let mut day_given = args.on.is_some() || args.at.is_some();
    if !day_given && args.corrects.is_none() && evidence::is_exchange(event.kind) {
        day_given = date_by_mail(&mut event, &all);
    }
    let (pieces, _) = evidence::pieces(all);
    let said = logged(ctx, id, event, pieces, day_given)?;
    said.say(ctx);
    match said.event.is_to_be_confirmed() {
        true => walk::offer_to_confirm(id, ctx),
        false => Ok(Exit::Done),
    }
}

/// A message is of the day of the one mail that proves it. Returns whether there is one.
fn date_by_mail(event: &mut Event, all: &[Given]) -> bool {
    let mut mails = all.iter().filter_map(|given| given.mail.as_ref());
    let (Some(mail), None) = (mails.next(), mails.next()) else {
        return false;
    };
    let Some(sent_at) = mail.about.sent_at else {
        return false;
    };
    let (on, at) = evidence::when(sent_at);
    (event.on, event.at) = (on, Some(at));
    event.channel = event.channel.or(Some(Channel::Email));
    true
}

fn event(args: &Args, usual: &input::Usual<'_>, ctx: &Context) -> Result<Event> {
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
    let text = |text: &Option<String>| text.clone().filter(|t| !t.trim().is_empty());
    let by = day(&args.by)?;
    // The day of one's own order page is the day that is set, not the day on which it was found out.
    let (on, by) = match (kind, by, &args.on) {
        (EventKind::OwnDate, None, Some(_)) => (ctx.today, Some(on)),
        _ => (on, by),
    };
    let amount: Option<Money> = args
        .amount
        .as_deref()
        .map(|text| input::money(text, usual))
        .transpose()?;
    Ok(Event {
        at,
        received_on: day(&args.received)?,
        channel,
        note: text(&args.note),
        remedy: args
            .remedy
            .as_deref()
            .map(|r| input::member(r, Remedy::ALL, "remedy"))
            .transpose()?,
        said_by: text(&args.who),
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
    replaced: Option<Event>,
    /// Files came with it.
    has_files: bool,
    before: Assessment,
    pub(crate) after: Assessment,
}

impl Logged {
    /// Says what was logged, what changed, and what is next.
    pub(crate) fn say(&self, ctx: &Context) {
        let logged = Message::new("wizard-logged")
            .with("event", words::event(self.event.kind))
            .with("day", self.event.on);
        ctx.ui.status(&ctx.say(&logged));
        if let Some(old) = &self.replaced {
            let key = match self.event.kind {
                EventKind::Undone => "command-log-takes-back",
                _ => "command-log-replaces",
            };
            let line = Message::new(key)
                .with("no", old.no.to_string())
                .with("event", words::event(old.kind))
                .with("day", old.on);
            ctx.ui.status(&ctx.say(&line));
        }
        say_answer_day(&self.event, self.suggested, ctx);
        if let Ok(library) = ctx.library() {
            let new = |w: &&Warning| !self.before.warnings.contains(w);
            for warning in self.after.warnings.iter().filter(new) {
                if matches!(warning, Warning::OtherCurrency { .. }) {
                    ctx.ui.status(&ctx.say(&words::warning(warning, library)));
                }
            }
        }
        // What has happened is logged in any case; whoever took it may still ask for the proof.
        for route in self.before.routes.iter().filter(|r| self.is_taken_now(r)) {
            if let Some(proof) = route.held.as_ref().filter(|_| !self.has_files) {
                ctx.ui
                    .warn(&ctx.lang, &view::clean(&ctx.lang.both(&proof.why)));
                ctx.ui.status(&hold::way_to_add(self.id, proof, ctx));
            }
        }
        say_changes(self.id, &self.before, &self.after, ctx);
    }

    /// Whether a route is taken by this event.
    fn is_taken_now(&self, route: &RouteView) -> bool {
        let mut after = self.after.routes.iter();
        after.any(|r| r.route == route.route && r.taken_on.is_some())
    }
}

/// Says which day was set for the answer, where it is ours.
pub(crate) fn say_answer_day(event: &Event, suggested: bool, ctx: &Context) {
    if let (true, Some(by)) = (suggested, event.by) {
        let key = match event.kind {
            EventKind::RefundAnnounced => "wizard-money-by",
            EventKind::OfferAccepted => "offer-agreed-by",
            _ => "wizard-answer-by",
        };
        ctx.ui.status(&ctx.say(&Message::new(key).with("day", by)));
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
    // The event that is replaced does not stand in the way of the one that replaces it.
    let standing = without(stored, event.corrects);
    event.about = clock::meant(&event, &standing, library, ctx)?;
    check::check(&event, &standing, ctx)?;
    clock::check(&event, &standing, library)?;
    let suggested = suggest_answer_day(&mut event, stored, library, ctx);
    Ok((event, suggested))
}

/// Stores an event with its proof, after checking it against the claim.
///
/// # Errors
/// When it is refused, or the desk cannot be written.
pub(crate) fn record(ctx: &Context, id: i64, event: Event, pieces: Vec<Piece>) -> Result<Logged> {
    logged(ctx, id, event, pieces, true)
}

/// Stores an event. Without a day of its own, a correction keeps that of the event which it replaces.
fn logged(
    ctx: &Context,
    id: i64,
    event: Event,
    mut pieces: Vec<Piece>,
    day_given: bool,
) -> Result<Logged> {
    let library = ctx.library()?;
    let has_files = !pieces.is_empty();
    let mut logged = None;
    let mut suggested = false;
    let mut replaced = None;
    let (before, after) = desk::change(ctx, id, |stored| {
        let mut event = event.clone();
        replaced = correction::replaced(&event, stored)?;
        if let Some(old) = &replaced {
            correction::take_over(&mut event, old, day_given);
        }
        (event, suggested) = ready(&event, stored, ctx)?;
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
        replaced,
        has_files,
        before: assess(&before.claim, &before.events, library, ctx.today),
        after: assess(&after.claim, &after.events, library, ctx.today),
    })
}

/// The claim with the events that count, but for one.
fn without(stored: &StoredClaim, replaced: Option<u32>) -> StoredClaim {
    let events = in_force(&stored.events)
        .into_iter()
        .filter(|e| Some(e.no) != replaced)
        .cloned()
        .collect();
    StoredClaim {
        events,
        ..stored.clone()
    }
}

/// How long a reminder gives: our suggestion, and said so.
const REMINDER_WITHIN: Period = Period::days(8);

/// How long announced money is waited for: our suggestion, and said so.
const MONEY_WITHIN: Period = Period::days(14);

/// Whether a day was asked for, or set by a rule, in a message: what is only said on the phone asks for nothing to be kept.
fn waiting_since_a_message(deadline: &Deadline, log: &[Event]) -> bool {
    let no = deadline.rule.strip_prefix("yours#").map(str::parse::<u32>);
    let message = |no| log.iter().find(|e| e.no == no);
    match no {
        Some(Ok(no)) => message(no).is_some_and(|e| !e.was_spoken()),
        _ => true,
    }
}

/// Where the consumer wrote and no rule gives the other side a day, the route's own suggestion is noted with the message:
/// a day to come back to it, said to be ours.
fn suggest_answer_day(
    event: &mut Event,
    stored: &StoredClaim,
    library: &Library,
    ctx: &Context,
) -> bool {
    let claim = &stored.claim;
    let country = claim.country.as_deref().unwrap_or_default();
    let holidays = Holidays::of(&library.holidays, country, claim.region.as_deref());
    let suggested = |within: Period| {
        let by = past_holidays(within.end_after(event.on, &holidays), &holidays);
        (by >= ctx.today).then_some(by)
    };
    // Money that was announced, or what was agreed, without a day is waited for as well.
    let comes = matches!(
        event.kind,
        EventKind::RefundAnnounced | EventKind::OfferAccepted
    );
    if comes && event.by.is_none() {
        event.by = suggested(MONEY_WITHIN);
        return event.by.is_some();
    }
    if event.kind.direction() != Direction::Sent || event.by.is_some() {
        return false;
    }
    let before = assess(&stored.claim, &stored.events, library, ctx.today);
    // A reminder sent while an answer is still due puts its day off no further.
    let still_due = |d: &Deadline| {
        d.who != Who::Consumer
            && d.answers
            && d.state == DeadlineState::Open
            && (d.opens_on..=d.due_on).contains(&event.on)
            && waiting_since_a_message(d, &stored.events)
    };
    if event.kind == EventKind::Contacted && before.deadlines.iter().any(still_due) {
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
    event.by = suggested(within);
    event.by.is_some()
}
