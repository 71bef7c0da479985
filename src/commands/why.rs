//! `claimctl why`: how each date of a claim was computed, so that it can be recomputed by hand.

use std::fmt::Write as _;

use anyhow::Result;

use crate::context::Context;
use crate::domain::assess::{
    Assessment, Deadline, ExplainStep, NoSurcharge, Right, RouteView, Wait, assess,
};
use crate::domain::message::Message;
use crate::domain::playbook::Library;
use crate::domain::route::RouteState;
use crate::domain::source::Source;
use crate::error::{Exit, Failure};
use crate::lang::words::{self, Titles};
use crate::store::StoredClaim;

use super::{clock, desk, input, view};

/// The arguments of `why`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// The rule or the route, or the end of its id.
    deadline: Option<String>,
}

/// Explains the dates of a claim.
///
/// # Errors
/// When there is no such claim or no such deadline in it.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let id = input::claim_id(&args.id)?;
    let stored = desk::load(ctx, id)?;
    let library = ctx.library()?;
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let mut texts = match &args.deadline {
        None => everything(&assessment, library, ctx),
        Some(name) => named(&assessment, name, library, ctx),
    };
    match args.deadline.as_deref() {
        None => texts.extend(money(&assessment, library, ctx)),
        Some(name) if MONEY.contains(&name) && texts.is_empty() => {
            let found = money(&assessment, library, ctx);
            texts.push(found.unwrap_or_else(|| nothing_added(&stored, &assessment, library, ctx)));
        }
        Some(_) => {}
    }
    if texts.is_empty() {
        return Err(not_found(args.deadline.as_deref(), &stored, &assessment, library).into());
    }
    if args.deadline.is_none() {
        texts.extend(assessment.rights.iter().map(|r| right(r, ctx)));
    }
    ctx.ui.out(&texts.join("\n"))?;
    Ok(Exit::Done)
}

/// The name by which the sum that the law adds is asked for.
const MONEY: &[&str] = &["surcharge", "money"];

/// How what the law adds for delay was found, part by part, or why there is no figure.
fn money(assessment: &Assessment, library: &Library, ctx: &Context) -> Option<String> {
    let say = |message: &Message| view::clean(&ctx.say(message));
    let view = match assessment.money.surcharge.as_ref()? {
        Ok(view) => view,
        Err(reason) => {
            let line = say(&words::no_surcharge(reason)?);
            return Some(block(&line, &[], ctx));
        }
    };
    let title = Message::new("money-title").with("amount", view.amount);
    let due = Message::new("money-due")
        .with("on", view.due_on)
        .with("rule", words::named(&view.rule, library));
    let mut lines = vec![say(&due)];
    lines.extend(words::late_parts(view).iter().map(say));
    lines.extend(source(&view.source, ctx));
    Some(block(&say(&title), &lines, ctx))
}

/// Why nothing is added to the refund today.
fn nothing_added(
    stored: &StoredClaim,
    assessment: &Assessment,
    library: &Library,
    ctx: &Context,
) -> String {
    let message = match &assessment.money.surcharge {
        Some(Err(NoSurcharge::NotLate { rule, due_on })) => {
            words::not_late(rule, *due_on, ctx.today, library)
        }
        _ if stored.claim.amount.is_none() => {
            Message::new("money-no-amount").with("id", stored.id.to_string())
        }
        _ => Message::new("money-not-asked"),
    };
    block(&view::clean(&ctx.say(&message)), &[], ctx)
}

/// Every deadline, and every wait for a route that can still be taken.
fn everything(assessment: &Assessment, library: &Library, ctx: &Context) -> Vec<String> {
    let deadlines = assessment.deadlines.iter();
    let to_take = |id: &String| {
        assessment.routes.iter().any(|r| {
            let closed = matches!(r.state, RouteState::Closed | RouteState::Blocked);
            r.route == *id && r.taken_on.is_none() && !closed
        })
    };
    let waits = assessment
        .waits
        .iter()
        .filter(|w| w.opens_on > ctx.today || w.routes.iter().any(to_take));
    deadlines
        .map(|d| explained(d, library, ctx))
        .chain(waits.map(|w| wait(w, library, ctx)))
        .collect()
}

/// What the end of an id names: a deadline, a wait, or a route with the day that opens it and the one that closes it.
fn named(assessment: &Assessment, name: &str, library: &Library, ctx: &Context) -> Vec<String> {
    let routes: Vec<&str> = assessment
        .routes
        .iter()
        .map(|r| r.route.as_str())
        .filter(|id| id.ends_with(name))
        .collect();
    let asked = |d: &&Deadline| {
        d.rule.ends_with(name) || routes.iter().any(|r| d.closes.iter().any(|c| c == r))
    };
    let waits = assessment.waits.iter().filter(|w| {
        w.rule.ends_with(name) || w.routes.iter().any(|r| routes.contains(&r.as_str()))
    });
    let deadlines = assessment.deadlines.iter().filter(asked);
    let rights = assessment.rights.iter().filter(|r| r.rule.ends_with(name));
    let texts: Vec<String> = waits
        .map(|w| wait(w, library, ctx))
        .chain(deadlines.map(|d| explained(d, library, ctx)))
        .chain(rights.map(|r| right(r, ctx)))
        .collect();
    if !texts.is_empty() {
        return texts;
    }
    // A route without a day of its own is as it is for a reason.
    let named = assessment.routes.iter().filter(|r| r.route.ends_with(name));
    named.map(|r| route(r, library, ctx)).collect()
}

/// Explains the state of a route that no day opens or closes.
fn route(route: &RouteView, library: &Library, ctx: &Context) -> String {
    let reason = words::reason(&route.reason, library);
    let said = Message::new("command-show-reason")
        .with("route", route.title.clone())
        .with("reason", reason);
    block(
        &view::clean(&ctx.say(&said)),
        std::slice::from_ref(&route.route),
        ctx,
    )
}

fn not_found(
    name: Option<&str>,
    stored: &StoredClaim,
    assessment: &Assessment,
    library: &Library,
) -> Failure {
    let not_begun = name.and_then(|name| clock::not_begun(name, stored, library));
    if let Some((what, hint)) = not_begun {
        return Failure::new(Exit::NotFound, what).hint(hint);
    }
    let deadlines = assessment.deadlines.iter().map(|d| d.rule.as_str());
    let waits = assessment.waits.iter().map(|w| w.rule.as_str());
    let ids: Vec<&str> = deadlines.chain(waits).collect();
    let failure = match name {
        Some(text) => Failure::new(
            Exit::NotFound,
            Message::new("error-no-deadline").with("text", text),
        ),
        None => Failure::new(Exit::NotFound, Message::new("error-no-deadlines")),
    };
    if ids.is_empty() {
        return failure;
    }
    failure.hint(Message::new("error-one-of").with("list", ids.join(", ")))
}

fn explained(deadline: &Deadline, library: &Library, ctx: &Context) -> String {
    let say = |message: &Message| view::clean(&ctx.say(message));
    let title = Message::new("explain-title")
        .with("who", words::party(deadline.who))
        .with("what", deadline.what.clone())
        .with("day", deadline.due_on);
    let mut lines = id(&deadline.rule);
    lines.extend(steps(&deadline.steps, library, ctx));
    if let Some(legal) = deadline.legal_on {
        let line = Message::new("explain-safe-and-legal")
            .with("safe", deadline.due_on)
            .with("legal", legal);
        lines.push(say(&line));
    }
    if let Some(lead) = deadline.lead {
        let line = Message::new("explain-lead")
            .with("day", deadline.remind_on)
            .with("lead", words::period(lead));
        lines.push(say(&line));
    }
    if let Some(from) = deadline.moved_from {
        lines.push(say(&Message::new("explain-moved").with("day", from)));
    }
    lines.extend(
        deadline
            .caution
            .iter()
            .map(|c| view::clean(&ctx.lang.both(c))),
    );
    lines.extend(in_force(deadline).map(|message| say(&message)));
    if let Some(base) = &deadline.refines {
        lines.push(say(&Message::new("explain-refines")
            .with("rule", words::named(base, library))
            .with("id", base.as_str())));
    }
    lines.extend(source(&deadline.source, ctx));
    block(&say(&title), &lines, ctx)
}

/// Explains when a route opens.
fn wait(wait: &Wait, library: &Library, ctx: &Context) -> String {
    let say = |message: &Message| view::clean(&ctx.say(message));
    let title = Message::new("explain-wait-title")
        .with("what", wait.what.clone())
        .with("day", wait.opens_on);
    let mut lines = id(&wait.rule);
    lines.extend(steps(&wait.steps, library, ctx));
    let opened: Vec<String> = wait
        .routes
        .iter()
        .map(|id| match Titles::route(library, id) {
            Some(title) => view::clean(&ctx.lang.both(title)),
            None => id.clone(),
        })
        .collect();
    lines.push(say(
        &Message::new("explain-wait-routes").with("routes", opened.join(", "))
    ));
    lines.extend(wait.caution.iter().map(|c| view::clean(&ctx.lang.both(c))));
    lines.extend(source(&wait.source, ctx));
    block(&say(&title), &lines, ctx)
}

/// Tells of a right without a date: what to heed, and where it comes from.
fn right(right: &Right, ctx: &Context) -> String {
    let what = view::clean(&ctx.lang.both(&right.what));
    let mut lines = id(&right.rule);
    lines.extend(right.caution.iter().map(|c| view::clean(&ctx.lang.both(c))));
    lines.extend(source(&right.source, ctx));
    block(&what, &lines, ctx)
}

/// The id by which a rule is named in a command. What was promised or set has none: the steps say where it stands in the log.
fn id(rule: &str) -> Vec<String> {
    let named = Some(rule).filter(|rule| !rule.starts_with("yours#"));
    named.map(str::to_owned).into_iter().collect()
}

fn steps(steps: &[ExplainStep], library: &Library, ctx: &Context) -> Vec<String> {
    let mut lines = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &steps[before]);
        if !before.is_some_and(|before| repeats(before, step, library)) {
            lines.push(view::clean(&ctx.say(&words::explain_step(step, library))));
        }
    }
    lines
}

/// Tells whether a step names again the rule and the day that the step before it has just named.
fn repeats(before: &ExplainStep, step: &ExplainStep, library: &Library) -> bool {
    let ExplainStep::FromRule {
        rule: said,
        on: day,
    } = before
    else {
        return false;
    };
    match step {
        ExplainStep::LatestOf { rule, on } | ExplainStep::EarliestOf { rule, on } => {
            on == day && words::named(rule, library) == words::named(said, library)
        }
        _ => false,
    }
}

/// For which contracts the rule holds, where that is limited.
fn in_force(deadline: &Deadline) -> Option<Message> {
    Some(match deadline.in_force {
        (Some(from), Some(until)) => Message::new("explain-in-force-both")
            .with("from", from)
            .with("until", until),
        (Some(from), None) => Message::new("explain-in-force-from").with("from", from),
        (None, Some(until)) => Message::new("explain-in-force-until").with("until", until),
        (None, None) => return None,
    })
}

/// The source, its own date, and its link.
fn source(source: &Source, ctx: &Context) -> Vec<String> {
    let mut lines = vec![view::clean(
        &ctx.say(&words::source_line(source, ctx.today)),
    )];
    if let Some(date) = &source.source_date {
        let dated = Message::new("explain-source-dated").with("date", date.as_str());
        lines.push(view::clean(&ctx.say(&dated)));
    }
    lines.extend(source.url.clone());
    lines
}

/// A title and what stands below it, moved in; long lines are broken where the screen ends.
fn block(title: &str, lines: &[String], ctx: &Context) -> String {
    let mut text = String::new();
    let title = view::wrapped(title, 0, ctx);
    let _ = writeln!(text, "{}", ctx.ui.paint().bold(title));
    for line in lines {
        let wrapped = match ctx.ui.fit() {
            // A link that is broken leads nowhere.
            Some(width) if !line.starts_with("https://") => {
                crate::ui::text::wrap(line, width.saturating_sub(4).max(20))
            }
            _ => vec![line.clone()],
        };
        let _ = writeln!(text, "  {}", wrapped.join("\n    "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_line_before_has_just_named_is_not_named_again() {
        let library = Library::default();
        let (rule, on) = ("law/fr/mediation#court".to_owned(), chrono::NaiveDate::MAX);
        let from = ExplainStep::FromRule {
            rule: rule.clone(),
            on,
        };
        let latest = |on| ExplainStep::LatestOf {
            rule: rule.clone(),
            on,
        };
        assert!(repeats(&from, &latest(on), &library));
        assert!(!repeats(&from, &latest(chrono::NaiveDate::MIN), &library));
        assert!(!repeats(&latest(on), &latest(on), &library));
    }
}
