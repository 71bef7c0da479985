//! `claimctl close`: the end of a claim, with its checklist. It never blocks: what is not done becomes a reminder.

use anyhow::Result;
use chrono::NaiveDate;
use clap::ValueEnum;

use crate::context::Context;
use crate::domain::assess::{Account, Action, Assessment, assess};
use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::Period;
use crate::domain::claim::{Claim, Term};
use crate::domain::event::{Event, EventKind};
use crate::domain::evidence::Evidence;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::party::{ItemKind, Payment};
use crate::domain::problem::{Outcome, Problem};
use crate::error::{Exit, Failure};
use crate::lang::{Lang, words};
use crate::store::StoredClaim;
use crate::ui::prompt::{Prompter, Reply, YesNo};

use super::desk::Edit;
use super::{confirm, desk, evidence, input};

/// The arguments of `close`.
#[derive(Debug, Default, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// How it ended.
    #[arg(long, value_name = "OUTCOME")]
    outcome: Option<String>,
    /// What was received in all.
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    /// Whether the written confirmation is kept.
    #[arg(long, value_name = "ANSWER", value_enum)]
    confirmation_kept: Option<YesOrNo>,
    /// Whether the debits have stopped.
    #[arg(long, value_name = "ANSWER", value_enum)]
    debits_stopped: Option<YesOrNo>,
    /// Whether the refund has arrived.
    #[arg(long, value_name = "ANSWER", value_enum)]
    refund_arrived: Option<YesOrNo>,
}

/// An answer to an item of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum YesOrNo {
    Yes,
    No,
}

/// An item of the closing checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    ConfirmationKept,
    DebitsStopped,
    RefundArrived,
}

impl Item {
    const ALL: [Item; 3] = [
        Item::ConfirmationKept,
        Item::DebitsStopped,
        Item::RefundArrived,
    ];

    fn id(self) -> &'static str {
        match self {
            Item::ConfirmationKept => "confirmation-kept",
            Item::DebitsStopped => "debits-stopped",
            Item::RefundArrived => "refund-arrived",
        }
    }

    /// Whether the item is asked for this claim and this end. What the log says already is not asked again.
    fn applies(
        self,
        claim: &Claim,
        outcome: Outcome,
        money: &Account,
        arriving: Option<Money>,
    ) -> bool {
        let left = money
            .outstanding
            .map(|left| left.minor - arriving.map_or(0, |a| a.minor));
        let arrived = left.is_some_and(|left| left <= 0);
        // What goes on after a wrong charge was refunded goes on being debited.
        let ended =
            claim.problem == Some(Problem::CancelSubscription) || outcome == Outcome::Cancelled;
        let recurs = claim.item_kind == Some(ItemKind::Subscription)
            || claim.problem == Some(Problem::CancelSubscription)
            || claim.payment == Some(Payment::SepaDebit);
        match self {
            Item::ConfirmationKept => ended,
            Item::DebitsStopped => {
                recurs && (ended || claim.problem == Some(Problem::UnknownCharge))
            }
            Item::RefundArrived => {
                !arrived && matches!(outcome, Outcome::Refunded | Outcome::PartlyRefunded)
            }
        }
    }

    /// When to come back to an item that is not done: after the next debit, else in a month; the confirmation and the
    /// refund in a week. Ours, no rule.
    fn again_on(self, claim: &Claim, today: NaiveDate) -> NaiveDate {
        let in_a = |period: Period| period.end_after(today, &Holidays::default());
        match self {
            Item::DebitsStopped => match claim.terms.get(&Term::NextDebitOn) {
                Some(debit) if *debit >= today => {
                    Period::days(3).end_after(*debit, &Holidays::default())
                }
                _ => in_a(Period::months(1)),
            },
            Item::ConfirmationKept | Item::RefundArrived => in_a(Period::days(7)),
        }
    }
}

/// Whether a note is about an item of the closing checklist: `closing#debits-stopped`.
pub(crate) fn is_item(about: &str) -> bool {
    let item = about.strip_prefix("closing#");
    item.is_some_and(|id| Item::ALL.iter().any(|item| item.id() == id))
}

/// Closes a claim.
///
/// # Errors
/// When there is no such claim, its end is not known and cannot be asked, or the desk cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let id = input::claim_id(&args.id)?;
    let mut prompter = ctx.prompter();
    close(args, id, prompter.as_deref_mut(), ctx)
}

/// Asks for the end of a claim and closes it, in the middle of a walk.
///
/// # Errors
/// When the desk cannot be written.
pub(crate) fn ask_and_close(ctx: &Context, prompter: &mut dyn Prompter, id: i64) -> Result<Exit> {
    close(&Args::default(), id, Some(prompter), ctx)
}

fn close(
    args: &Args,
    id: i64,
    mut prompter: Option<&mut (dyn Prompter + '_)>,
    ctx: &Context,
) -> Result<Exit> {
    let stored = desk::load(ctx, id)?;
    let asked = args
        .outcome
        .as_deref()
        .map(|text| input::member(text, Outcome::ALL, "outcome"))
        .transpose()?;
    if stored.claim.closed_on.is_some() {
        return already_closed(&stored, asked, ctx);
    }
    let library = ctx.library()?;
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let outcome = match (asked, prompter.as_deref_mut()) {
        (Some(outcome), _) => outcome,
        (None, Some(prompter)) => match ask_outcome(prompter, &assessment, ctx) {
            Some(outcome) => outcome,
            None => return Ok(Exit::Interrupted),
        },
        (None, None) => {
            let ids: Vec<&str> = Outcome::ALL.iter().map(|o| o.id()).collect();
            let failure = Failure::new(Exit::Usage, Message::new("error-close-outcome"));
            return Err(failure
                .hint(Message::new("error-close-outcome-hint").with("list", ids.join(", ")))
                .into());
        }
    };
    let amount = args
        .amount
        .as_deref()
        .map(|text| input::money(text, &|| Ok(stored.claim.amount.map(|m| m.currency))))
        .transpose()?;
    let arrived = arriving(&assessment, amount)?;
    let given = |item: Item| match item {
        Item::ConfirmationKept => args.confirmation_kept,
        Item::DebitsStopped => args.debits_stopped,
        Item::RefundArrived => args.refund_arrived,
    };
    let mut open = Vec::new();
    for item in Item::ALL
        .into_iter()
        .filter(|item| item.applies(&stored.claim, outcome, &assessment.money, arrived))
    {
        let done = match (given(item), prompter.as_deref_mut()) {
            (Some(answer), _) => answer == YesOrNo::Yes,
            (None, Some(prompter)) => match ask(prompter, item, ctx) {
                Some(answer) => answer,
                None => return Ok(Exit::Interrupted),
            },
            (None, None) => false,
        };
        if !done {
            open.push(item);
        }
    }
    // A refund that has arrived and that the log does not know yet is the whole of what was outstanding.
    let all_arrived = outcome == Outcome::Refunded && !open.contains(&Item::RefundArrived);
    let arrived = arrived.or_else(|| {
        assessment
            .money
            .outstanding
            .filter(|left| all_arrived && left.minor > 0)
    });
    finish(ctx, &stored, outcome, arrived, &open)?;
    offer_to_purge(&stored, prompter, ctx)
}

/// Asks whether confidential files are to be deleted now that the claim is over; where nobody can be asked, says how to.
fn offer_to_purge(
    stored: &StoredClaim,
    prompter: Option<&mut (dyn Prompter + '_)>,
    ctx: &Context,
) -> Result<Exit> {
    let confidential = stored.claim.evidence.iter();
    let confidential = confidential.filter(|e| e.confidential && e.purged_on.is_none());
    let chosen: Vec<Evidence> = confidential.cloned().collect();
    if chosen.is_empty() {
        return Ok(Exit::Done);
    }
    let id = stored.id.to_string();
    let list: Vec<String> = chosen.iter().map(|e| format!("E{}", e.no)).collect();
    let with = |key: &'static str| {
        Message::new(key)
            .with("id", id.as_str())
            .with("list", list.join(", "))
    };
    let Some(prompter) = prompter else {
        ctx.ui.status(&ctx.say(&with("command-close-purge-hint")));
        return Ok(Exit::Done);
    };
    let question = confirm::meant(&with("command-purge-ask"), ctx);
    match prompter.yes_no(&question) {
        Reply::Next(Some(true)) => evidence::purge(ctx, stored.id, &chosen)?,
        Reply::Quit => return Ok(Exit::Interrupted),
        Reply::Next(_) | Reply::Back => {
            ctx.ui.status(&ctx.say(&with("command-close-purge-hint")));
        }
    }
    Ok(Exit::Done)
}

/// What a claim that is closed answers to being closed again: nothing changes, and another end is refused.
fn already_closed(stored: &StoredClaim, asked: Option<Outcome>, ctx: &Context) -> Result<Exit> {
    let id = stored.id.to_string();
    let already = Message::new("command-close-already").with("id", id.as_str());
    if asked.is_some() && asked != stored.claim.outcome {
        let what = Message::new("error-claim-closed");
        let failure = Failure::new(Exit::Failed, what);
        return Err(failure
            .hint(Message::new("error-claim-closed-hint").with("id", id))
            .into());
    }
    ctx.ui.status(&ctx.say(&already));
    Ok(Exit::Done)
}

/// What has to be logged so that the given sum is what was received in all.
fn arriving(assessment: &Assessment, total: Option<Money>) -> Result<Option<Money>> {
    let Some(total) = total else { return Ok(None) };
    let known = assessment
        .money
        .received
        .unwrap_or(Money { minor: 0, ..total });
    let refuse = |key: &str| {
        let what = Message::new(key).with("total", total).with("known", known);
        Err(Failure::new(Exit::Usage, what).into())
    };
    match total.minus(known) {
        None => refuse("error-close-currency"),
        Some(rest) if rest.minor < 0 => refuse("error-close-less"),
        Some(rest) => Ok((rest.minor > 0).then_some(rest)),
    }
}

fn finish(
    ctx: &Context,
    stored: &StoredClaim,
    outcome: Outcome,
    arrived: Option<Money>,
    open: &[Item],
) -> Result<()> {
    desk::change(ctx, stored.id, |stored| {
        let mut edit = Edit {
            walk: None,
            ..Edit::of(stored)
        };
        if stored.claim.closed_on.is_some() {
            // Somebody else closed it while the questions were on screen.
            return Err(Failure::new(
                Exit::Failed,
                Message::new("command-close-already").with("id", stored.id.to_string()),
            )
            .into());
        }
        if let Some(amount) = arrived {
            edit.events.push(Event {
                amount: Some(amount),
                ..Event::new(EventKind::Refunded, ctx.today)
            });
        }
        let end = Event {
            note: Some(outcome.id().to_owned()),
            ..Event::new(EventKind::Closed, ctx.today)
        };
        edit.events.push(end);
        for item in open {
            edit.events.push(reminder(*item, &stored.claim, ctx.today));
        }
        edit.claim.closed_on = Some(ctx.today);
        edit.claim.outcome = Some(outcome);
        edit.claim.draft = false;
        Ok(edit)
    })?;
    let closed = Message::new("command-close-done")
        .with("id", stored.id.to_string())
        .with("outcome", words::outcome(outcome));
    ctx.ui.status(&ctx.say(&closed));
    for item in open {
        let text = Message::new(format!("command-close-open-{}", item.id()))
            .with("day", item.again_on(&stored.claim, ctx.today));
        ctx.ui.warn(&ctx.lang, &ctx.say(&text));
    }
    Ok(())
}

/// What was not done is noted with a day to come back to it, in the language of the claim.
fn reminder(item: Item, claim: &Claim, today: NaiveDate) -> Event {
    let lang: Lang = Lang::new(claim.language);
    let note = lang.text(&format!("command-close-note-{}", item.id()));
    Event {
        note: Some(note),
        by: Some(item.again_on(claim, today)),
        about: Some(format!("closing#{}", item.id())),
        ..Event::new(EventKind::Note, today)
    }
}

fn ask_outcome(
    prompter: &mut dyn Prompter,
    assessment: &Assessment,
    ctx: &Context,
) -> Option<Outcome> {
    let likely = match assessment.next.action {
        Action::Close { outcome } => Outcome::ALL.iter().position(|o| *o == outcome),
        _ => None,
    };
    let question = crate::ui::prompt::Choice {
        title: ctx.lang.text("wizard-close-which"),
        options: Outcome::ALL
            .iter()
            .map(|o| crate::ui::prompt::Item::new(ctx.say(&words::outcome(*o))))
            .collect(),
        default: likely,
        ..Default::default()
    };
    match prompter.choose(&question) {
        Reply::Next(Some(at)) => Outcome::ALL.get(at).copied(),
        _ => None,
    }
}

fn ask(prompter: &mut dyn Prompter, item: Item, ctx: &Context) -> Option<bool> {
    let question = YesNo {
        title: ctx.lang.text(&format!("command-close-ask-{}", item.id())),
        ..YesNo::default()
    };
    match prompter.yes_no(&question) {
        Reply::Next(answer) => Some(answer.unwrap_or(false)),
        Reply::Back | Reply::Quit => None,
    }
}
