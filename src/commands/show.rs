//! `claimctl show`: the whole claim.

use std::fmt::Write as _;

use anyhow::Result;
use clap::ValueEnum;

use crate::context::Context;
use crate::domain::addressee::Addressee;
use crate::domain::assess::{Assessment, Command, assess};
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::evidence::Evidence;
use crate::domain::mail::Mail;
use crate::domain::message::{Arg, Message};
use crate::domain::playbook::Library;
use crate::domain::problem::Outcome;
use crate::domain::route::WITHOUT_PROOF;
use crate::error::{Exit, Failure};
use crate::export::html;
use crate::lang::{typography, words};
use crate::store::StoredClaim;
use crate::ui::{Newlines, sanitize};

use super::{desk, dossier, import, input, view};

/// The arguments of `show`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The claim.
    id: String,
    /// Every deadline, also those that no longer matter, and everybody to contact.
    #[arg(long)]
    all: bool,
    /// The form of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The page, in the program that the system has for it.
    #[arg(long)]
    open: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Html,
}

/// Shows a claim.
///
/// # Errors
/// When there is no such claim, or the desk cannot be read.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let stored = desk::load(ctx, input::claim_id(&args.id)?)?;
    let library = ctx.library()?;
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    if args.open || args.format == Format::Html {
        return page(args, &stored, &assessment, ctx);
    }
    let mut text = String::new();
    head(&mut text, &stored, &assessment, ctx);
    facts(&mut text, &stored, library, ctx);
    section(
        &mut text,
        "command-show-deadlines",
        view::deadlines(&assessment, ctx, args.all, ctx.ui.fit()),
        ctx,
    );
    let whys = view::short_whys(&assessment, library, ctx);
    let title = Message::new("command-show-whys").with("id", stored.id.to_string());
    titled(&mut text, Some(&ctx.say(&title)), &whys, ctx);
    if !assessment.routes.is_empty() {
        section(
            &mut text,
            "command-show-routes",
            Some(view::routes(&assessment, ctx, ctx.ui.fit())),
            ctx,
        );
        lines(
            &mut text,
            None,
            &view::reasons(&assessment, library, ctx),
            ctx,
        );
    }
    let dead_ends = view::dead_ends(&assessment, ctx);
    lines(&mut text, Some("command-show-dead-ends"), &dead_ends, ctx);
    let rights = view::rights(&assessment, ctx, false);
    let title = Message::new("command-show-rights-whys").with("id", stored.id.to_string());
    titled(&mut text, Some(&ctx.say(&title)), &rights, ctx);
    let mut logged = log(&stored, library, ctx);
    logged.extend(apart(&stored, ctx)?);
    lines(&mut text, Some("command-show-log"), &logged, ctx);
    lines(
        &mut text,
        Some("command-show-evidence"),
        &evidence(&stored, ctx),
        ctx,
    );
    lines(
        &mut text,
        Some("command-show-money"),
        &money(&assessment, ctx),
        ctx,
    );
    lines(
        &mut text,
        Some("command-show-needs"),
        &view::needs(&assessment, stored.id, ctx),
        ctx,
    );
    lines(
        &mut text,
        Some("command-show-gaps"),
        &view::gaps(&assessment, library, ctx),
        ctx,
    );
    lines(
        &mut text,
        Some("command-show-warnings"),
        &view::warnings(&assessment, library, ctx),
        ctx,
    );
    let contacts = view::contacts(&assessment, ctx, args.all);
    lines(&mut text, Some("command-show-contacts"), &contacts, ctx);
    if let Some(more) = left_out(assessment.contacts.len() - contacts.len(), stored.id, ctx) {
        lines(&mut text, None, &[more], ctx);
    }
    if ctx.ui.fit().is_some() {
        // Of a long claim a screen shows the end: what to do stands there once more.
        text.push('\n');
        next(&mut text, &stored, &assessment, ctx);
    }
    ctx.ui.out(&text)?;
    Ok(Exit::Done)
}

/// Shows the claim as a page.
fn page(args: &Args, stored: &StoredClaim, assessment: &Assessment, ctx: &Context) -> Result<Exit> {
    let wanted = dossier::Wanted {
        addressee: Addressee::Adviser,
        confidential: false,
        beside: false,
    };
    let made = dossier::make(stored, assessment, wanted, ctx.lang.language, ctx)?;
    let page = html::dossier(&made);
    if args.open {
        let name = format!("claim-{}.html", stored.id);
        let shown = ctx.vault()?.show_bytes(page.as_bytes(), &name)?;
        open::that_detached(&shown).map_err(|_| {
            let id = stored.id.to_string();
            let what = Message::new("dossier-not-opened").with("id", id.as_str());
            Failure::new(Exit::Failed, what)
                .because(Message::new("error-no-program"))
                .hint(Message::new("dossier-not-opened-hint").with("id", id))
        })?;
    } else {
        ctx.ui.out_bytes(page.as_bytes())?;
    }
    Ok(Exit::Done)
}

fn head(text: &mut String, stored: &StoredClaim, assessment: &Assessment, ctx: &Context) {
    let title = ctx.say(
        &Message::new("command-show-title")
            .with("id", stored.id.to_string())
            .with("title", view::title(&stored.claim, ctx)),
    );
    let _ = writeln!(text, "{}", ctx.ui.paint().bold(title));
    let state = Message::new("command-show-state")
        .with("status", words::status(assessment.status))
        .with("step", words::step(assessment.step));
    let _ = writeln!(text, "{}", ctx.say(&state));
    next(text, stored, assessment, ctx);
}

/// What to do, and the command that does it, where it is not this one.
fn next(text: &mut String, stored: &StoredClaim, assessment: &Assessment, ctx: &Context) {
    let (sentence, command) = view::next(assessment, stored.id, ctx);
    let sentence = ctx.say(&Message::new("wizard-next").with("sentence", sentence));
    let _ = writeln!(text, "{}", view::wrapped(&sentence, 0, ctx));
    if command != words::command(&Command::Show, stored.id) {
        let command = Message::new("wizard-command").with("command", command);
        let _ = writeln!(text, "{}", ctx.say(&command));
    }
}

/// How many contacts are for later, and how to see them.
fn left_out(count: usize, id: i64, ctx: &Context) -> Option<String> {
    let count = i64::try_from(count).ok().filter(|count| *count > 0)?;
    let more = Message::new("command-show-contacts-more")
        .with("count", count)
        .with("id", id.to_string());
    Some(ctx.say(&more))
}

/// The facts with the labels of the review; what is not known is left out.
fn facts(text: &mut String, stored: &StoredClaim, library: &Library, ctx: &Context) {
    let facts = crate::wizard::Facts {
        claim: &stored.claim,
        events: &stored.events,
        library,
        today: ctx.today,
    };
    let mut rows = Vec::new();
    let mut shown = Vec::new();
    for line in crate::wizard::review(facts, crate::domain::claim::Step::IdentifyProblem) {
        if let Some(value) = line.value.filter(|_| !line.taken_for_granted) {
            let label = view::label(&line.question, ctx);
            let value = view::answer(value, ctx);
            rows.push((label, value));
            shown.push(line.question.key);
        }
    }
    // What is known is shown, also where no question would ask for it any more.
    for (term, day) in &stored.claim.terms {
        if !shown.iter().any(|key| key == term.id()) {
            let label = ctx.lang.text(&format!("wizard-label-{term}"));
            let day = Message::new("words-plain").with("value", *day);
            rows.push((label, view::clean(&ctx.say(&day))));
        }
    }
    let region = stored.claim.region.clone();
    if let Some(region) = region.filter(|_| !shown.iter().any(|key| key == "region")) {
        let label = ctx.lang.text("wizard-label-region");
        rows.push((label, view::answer(Arg::Place(region), ctx)));
    }
    if let Some(description) = &stored.claim.description {
        rows.push((
            ctx.lang.text("wizard-label-description"),
            sanitize(description, Newlines::Fold).into_owned(),
        ));
    }
    let width = rows
        .iter()
        .map(|(label, _)| crate::ui::text::width(label))
        .max()
        .unwrap_or(0);
    let _ = writeln!(text);
    for (label, value) in rows {
        let pad = " ".repeat(width - crate::ui::text::width(&label));
        let value = view::wrapped(&value, width + 2, ctx);
        let _ = writeln!(text, "{}{pad}  {value}", ctx.ui.paint().dim(label));
    }
}

fn section(text: &mut String, title: &str, body: Option<String>, ctx: &Context) {
    if let Some(body) = body {
        let _ = writeln!(
            text,
            "\n{}\n{}",
            ctx.ui.paint().bold(ctx.lang.text(title)),
            body.trim_end()
        );
    }
}

fn lines(text: &mut String, title: Option<&str>, lines: &[String], ctx: &Context) {
    titled(
        text,
        title.map(|key| ctx.lang.text(key)).as_deref(),
        lines,
        ctx,
    );
}

fn titled(text: &mut String, title: Option<&str>, lines: &[String], ctx: &Context) {
    if lines.is_empty() {
        return;
    }
    if let Some(title) = title {
        let _ = writeln!(text, "\n{}", ctx.ui.paint().bold(title.to_owned()));
    }
    for line in lines {
        *text += &view::item(line, ctx.ui.fit());
    }
}

/// The log, oldest first, without what was corrected since.
fn log(stored: &StoredClaim, library: &Library, ctx: &Context) -> Vec<String> {
    in_force(&stored.events)
        .into_iter()
        .map(|event| event_line(event, &stored.claim.evidence, library, ctx))
        .collect()
}

/// What was written of a fact or of a piece of evidence on another desk, and does not count.
fn apart(stored: &StoredClaim, ctx: &Context) -> Result<Vec<String>> {
    let desk = ctx.desk()?;
    let lost = desk.as_ref().map(|desk| desk.lost(stored.id)).transpose()?;
    let lost = lost.into_iter().flatten();
    // That a claim was closed is said by its event.
    let lost = lost.filter(|lost| !matches!(lost.key.as_str(), "closed_on" | "outcome"));
    let facts = lost.map(|lost| ctx.say(&import::apart(&lost, "import-show-apart", ctx)));
    let notes = desk.map(|desk| desk.lost_notes(stored.id)).transpose()?;
    let notes = notes.into_iter().flatten().filter_map(|lost| {
        let mut pieces = stored.claim.evidence.iter();
        let no = pieces.find(|e| e.sha256 == lost.key)?.no;
        let key = "exchange-show-note-apart";
        Some(ctx.say(&import::note_apart(no, &lost, key, ctx)))
    });
    Ok(facts.chain(notes).collect())
}

fn event_line(event: &Event, evidence: &[Evidence], library: &Library, ctx: &Context) -> String {
    let mut line = format!("{}  {}", event.no, view::short(event.on, ctx));
    if let Some(at) = event.at {
        let _ = write!(line, " {}", typography::time(at, ctx.lang.language));
    }
    let _ = write!(line, "  {}", ctx.say(&words::event(event.kind)));
    let mut details: Vec<String> = Vec::new();
    details.extend(event.channel.map(|c| ctx.say(&words::channel(c))));
    details.extend(
        event
            .amount
            .map(|a| typography::money(a, ctx.lang.language)),
    );
    details.extend(event.remedy.map(|r| ctx.say(&words::remedy(r))));
    details.extend(event.said_by.as_deref().map(view::clean));
    details.extend(
        event
            .by
            .map(|by| ctx.say(&Message::new("command-show-by").with("day", by))),
    );
    details.extend(
        event
            .about
            .as_deref()
            .filter(|about| !about.starts_with("closing#") && !about.starts_with(WITHOUT_PROOF))
            .map(|about| view::clean(&ctx.say(&words::named(about, library)))),
    );
    details.extend(event.evidence.iter().map(|no| format!("E{no}")));
    if !details.is_empty() {
        let _ = write!(line, " ({})", details.join(", "));
    }
    let outcome = event
        .note
        .as_deref()
        .filter(|_| event.kind == EventKind::Closed)
        .and_then(Outcome::from_id);
    match (outcome, &event.note) {
        (Some(outcome), _) => {
            let _ = write!(line, " – {}", ctx.say(&words::outcome(outcome)));
        }
        (None, Some(note)) => {
            let _ = write!(line, " – {}", view::clean(note));
        }
        (None, None) => {}
    }
    let cited = evidence.iter().filter(|e| event.evidence.contains(&e.no));
    let mail = cited
        .filter(|e| !e.confidential)
        .find_map(|e| e.mail.as_ref());
    if let Some(mail) = mail {
        let _ = write!(line, " – {}", mail_line(mail, ctx));
    }
    line
}

/// Who wrote to whom about what, and how it begins.
fn mail_line(mail: &Mail, ctx: &Context) -> String {
    let people = [&mail.from, &mail.to].into_iter().flatten();
    let people: Vec<&str> = people.map(String::as_str).collect();
    let subject = mail.subject.as_deref();
    let subject = subject.map(|subject| typography::quoted(subject, ctx.lang.language));
    let parts = [Some(people.join(" → ")), subject, mail.extract.clone()];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    view::clean(&parts.collect::<Vec<_>>().join(" · "))
}

fn evidence(stored: &StoredClaim, ctx: &Context) -> Vec<String> {
    stored
        .claim
        .evidence
        .iter()
        .map(|e| super::evidence::line(e, ctx))
        .collect()
}

fn money(assessment: &Assessment, ctx: &Context) -> Vec<String> {
    let account = &assessment.money;
    let mut lines = Vec::new();
    let mut line = |key: &str, amount: Option<crate::domain::money::Money>| {
        lines.extend(amount.map(|amount| ctx.say(&Message::new(key).with("amount", amount))));
    };
    let received = account.received.filter(|r| r.minor > 0);
    line("command-show-asked", account.asked);
    line("command-show-received", received);
    line(
        "command-show-outstanding",
        account.outstanding.filter(|_| received.is_some()),
    );
    let surcharge = account.surcharge.as_ref();
    let surcharge = surcharge.and_then(|found| match found {
        Ok(view) => Some(words::surcharge(view, ctx.today)),
        Err(reason) => words::no_surcharge(reason),
    });
    lines.extend(surcharge.map(|message| view::clean(&ctx.say(&message))));
    lines
}
