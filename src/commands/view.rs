//! Pieces of what `show` and the walk print: tables of routes and deadlines, lists of gaps and warnings.

use crate::context::Context;
use crate::domain::assess::{
    Assessment, Deadline, DeadlineState, ExplainStep, Gap, Reason, RouteView,
};
pub(crate) use crate::domain::harmless::quoted;
use crate::domain::message::{Arg, Message};
use crate::domain::party::Who;
use crate::domain::playbook::Library;
use crate::domain::route::RouteState;
use crate::lang::{typography, words};
use crate::ui::{Cell, Newlines, Paint, Table, Tone, sanitize};
use crate::wizard::Question;

/// Makes a text of the user or of a file harmless, on one line.
pub(crate) fn clean(text: &str) -> String {
    sanitize(text, Newlines::Fold).into_owned()
}

/// What the answer to a question is called in a line: its label, else the question.
pub(crate) fn label(question: &Question, ctx: &Context) -> String {
    let key = format!("wizard-label-{}", question.key);
    if ctx.lang.knows(&key) {
        return ctx.lang.text(&key);
    }
    let name = question.label.as_ref().unwrap_or(&question.title);
    clean(&ctx.say(&Message::new("words-plain").with("value", name.clone())))
}

/// An answer in words, as a line shows it. What the user wrote stays as it is written.
pub(crate) fn answer(value: Arg, ctx: &Context) -> String {
    let written = matches!(value, Arg::Text(_));
    let said = clean(&ctx.say(&Message::new("words-plain").with("value", value)));
    match written {
        true => said,
        false => typography::upper_first(&said),
    }
}

/// A day in the short form of the language.
pub(crate) fn short(day: chrono::NaiveDate, ctx: &Context) -> String {
    typography::short_date(day, ctx.lang.language)
}

/// The routes with their windows, those that can still be taken first.
pub(crate) fn routes(assessment: &Assessment, ctx: &Context, width: Option<usize>) -> String {
    let header = |name: &str| Cell::new(&ctx.lang.text(&format!("wizard-routes-column-{name}")));
    let mut table = Table::new(["route", "state", "window"].map(header));
    for route in assessment.routes.iter().filter(|r| r.is_worth_a_line()) {
        let tone = match route.state {
            _ if route.taken_on.is_some() => Tone::Ok,
            RouteState::Closing => Tone::Danger,
            RouteState::Closed | RouteState::Blocked => Tone::Dim,
            _ => Tone::Normal,
        };
        let state = match route.taken_on {
            Some(on) => ctx.say(&Message::new("command-show-taken").with("day", on)),
            None => ctx.say(&words::route_state(route.state)),
        };
        table.row([
            Cell::new(&clean(&ctx.lang.both(&route.title))),
            Cell::new(&state).tone(tone),
            Cell::new(&window(route, ctx)),
        ]);
    }
    table.render(width, ctx.ui.paint())
}

/// Whether a table of these routes would have a line.
pub(crate) fn has_routes(assessment: &Assessment) -> bool {
    assessment.routes.iter().any(RouteView::is_worth_a_line)
}

fn window(route: &RouteView, ctx: &Context) -> String {
    if matches!(route.reason, Reason::ClosingUnknown(_)) {
        return ctx.lang.text("wizard-window-unknown");
    }
    let (from, until) = (route.opens_on, route.closes_on);
    let message = match (from, until) {
        // What would open only after it has closed never opens.
        (Some(from), Some(until)) if from > until => {
            Message::new("wizard-window-until").with("until", short(until, ctx))
        }
        (Some(from), Some(until)) => Message::new("wizard-window-both")
            .with("from", short(from, ctx))
            .with("until", short(until, ctx)),
        (Some(from), None) => Message::new("wizard-window-from").with("from", short(from, ctx)),
        (None, Some(until)) => Message::new("wizard-window-until").with("until", short(until, ctx)),
        (None, None) if route.state == RouteState::Blocked => Message::new("wizard-window-blocked"),
        (None, None) => Message::new("wizard-window-always"),
    };
    ctx.say(&message)
}

/// Why routes that are not open are not, one line each.
pub(crate) fn reasons(assessment: &Assessment, library: &Library, ctx: &Context) -> Vec<String> {
    assessment
        .routes
        .iter()
        .filter(|r| {
            r.is_worth_a_line()
                && r.taken_on.is_none()
                && !matches!(r.state, RouteState::Open | RouteState::Closing)
        })
        .map(|route| {
            let reason = words::reason(&route.reason, library);
            let message = Message::new("command-show-reason")
                .with("route", route.title.clone())
                .with("reason", reason);
            clean(&ctx.say(&message))
        })
        .collect()
}

/// The deadlines that still matter, or all of them.
pub(crate) fn deadlines(
    assessment: &Assessment,
    ctx: &Context,
    all: bool,
    width: Option<usize>,
) -> Option<String> {
    let shown: Vec<&Deadline> = assessment
        .deadlines
        .iter()
        .filter(|d| {
            all || d.is_live() || (d.state == DeadlineState::Missed && !d.quiet) || another_way(d)
        })
        .collect();
    if shown.is_empty() {
        return None;
    }
    let header = |name: &str| Cell::new(&ctx.lang.text(&format!("command-show-column-{name}")));
    let mut table = Table::new(["who", "what", "due", "state"].map(header));
    for deadline in shown {
        let late = deadline.state == DeadlineState::Missed;
        let mut due = short(deadline.due_on, ctx);
        if let Some(at) = deadline.due_at {
            due = typography::instant(deadline.due_on, at, ctx.lang.language);
        }
        if let Some(legal) = deadline.legal_on {
            due = ctx.say(
                &Message::new("command-show-due-legal")
                    .with("due", due)
                    .with("legal", short(legal, ctx)),
            );
        }
        if let Some(before) = deadline.moved_from {
            due = ctx.say(
                &Message::new("command-show-due-moved")
                    .with("due", due)
                    .with("before", short(before, ctx)),
            );
        }
        let state = match deadline.paused_on {
            Some(on) if deadline.state == DeadlineState::Open => {
                ctx.say(&Message::new("command-show-paused").with("day", short(on, ctx)))
            }
            _ if another_way(deadline) => ctx.lang.text("command-show-another-way"),
            _ if deadline.held && deadline.state == DeadlineState::Open => {
                ctx.lang.text("command-show-held")
            }
            _ => ctx.say(&words::deadline_state(deadline.state)),
        };
        table.row([
            Cell::new(&ctx.say(&words::party(deadline.who))),
            Cell::new(&clean(&ctx.lang.both(&deadline.what))),
            Cell::new(&due),
            Cell::new(&state).tone(if late { Tone::Danger } else { Tone::Normal }),
        ]);
    }
    Some(table.render(width, ctx.ui.paint()))
}

/// What can be done and by when: the deadlines, and the routes that the problem calls for, as two tables.
pub(crate) fn windows(
    assessment: &Assessment,
    ctx: &Context,
    paint: &Paint,
    width: Option<usize>,
) -> String {
    let bold = |key: &str| paint.bold(ctx.lang.text(key));
    let mut text = match deadlines(assessment, ctx, false, width) {
        Some(table) => format!("{}\n{table}\n", bold("wizard-deadlines-title")),
        None => format!("{}\n\n", ctx.lang.text("wizard-policy-none")),
    };
    let mut main = assessment.clone();
    main.routes.retain(|r| !r.alternative);
    if !main.routes.is_empty() {
        let table = routes(&main, ctx, width);
        text += &format!("{}\n{table}", bold("wizard-routes-title"));
    }
    text
}

/// A line of a list, broken where the screen ends.
pub(crate) fn item(line: &str, width: Option<usize>) -> String {
    let wrapped = match width {
        Some(width) => crate::ui::text::wrap(line, width.saturating_sub(4).max(20)),
        None => vec![line.to_owned()],
    };
    format!("- {}\n", wrapped.join("\n  "))
}

/// A text broken at the terminal's width, its later lines indented; in one piece for a file.
pub(crate) fn wrapped(text: &str, indent: usize, ctx: &Context) -> String {
    let columns = ctx.ui.fit().map(|fit| fit.saturating_sub(indent).max(20));
    match columns {
        Some(columns) => crate::ui::text::wrap(text, columns).join(&format!("\n{:indent$}", "")),
        None => text.to_owned(),
    }
}

/// The doors that lead nowhere and what else must be said, each with its mark.
pub(crate) fn remarks(
    assessment: &Assessment,
    library: &Library,
    ctx: &Context,
    width: Option<usize>,
) -> String {
    let shut = dead_ends(assessment, ctx).into_iter().map(|l| ("×", l));
    let told = warnings(assessment, library, ctx)
        .into_iter()
        .map(|l| ("!", l));
    let lines = shut.chain(told).map(|(mark, line)| {
        let wrapped = match width {
            Some(width) => crate::ui::text::wrap(&line, width.saturating_sub(4).max(20)),
            None => vec![line],
        };
        format!("{mark} {}\n", wrapped.join("\n  "))
    });
    lines.collect()
}

/// The doors that lead nowhere, one line each, with the right one.
pub(crate) fn dead_ends(assessment: &Assessment, ctx: &Context) -> Vec<String> {
    assessment
        .dead_ends
        .iter()
        .map(|dead_end| {
            let message = Message::new("command-show-dead-end")
                .with("title", dead_end.title.clone())
                .with("why", dead_end.why.clone())
                .with("instead", dead_end.instead.clone());
            clean(&ctx.say(&message))
        })
        .collect()
}

/// How each deadline that still matters was found, one line each: from what, how long, by which source.
pub(crate) fn short_whys(assessment: &Assessment, library: &Library, ctx: &Context) -> Vec<String> {
    let shown = assessment
        .deadlines
        .iter()
        .filter(|d| d.state == DeadlineState::Open && !d.quiet && !d.rule.starts_with("yours#"));
    shown
        .filter_map(|deadline| {
            let message = Message::new("explain-short")
                .with("what", deadline.what.clone())
                .with("steps", short_steps(deadline, library, ctx)?)
                .with("source", words::source_name(&deadline.source));
            Some(clean(&ctx.say(&message)))
        })
        .collect()
}

/// The start, and what was added to it or taken off.
fn short_steps(deadline: &Deadline, library: &Library, ctx: &Context) -> Option<String> {
    let (start, rest) = deadline.steps.split_first()?;
    let begin = match start {
        ExplainStep::FromEvent { kind, on, .. } => Message::new("explain-short-from-event")
            .with("event", words::event(*kind))
            .with("on", *on),
        _ => words::explain_step(start, library),
    };
    let mut parts = vec![ctx.say(&begin)];
    for step in rest {
        let message = match step {
            ExplainStep::Added { period, .. } if period.count < 0 => {
                Message::new("explain-short-taken-off").with("period", words::period(*period))
            }
            ExplainStep::Added { period, .. } => {
                Message::new("explain-short-added").with("period", words::period(*period))
            }
            ExplainStep::MinusNotice { period, .. } => {
                Message::new("explain-short-taken-off").with("period", words::period(*period))
            }
            ExplainStep::RolledTo { on } => Message::new("explain-short-rolled").with("on", *on),
            ExplainStep::Capped { .. }
            | ExplainStep::OwnDate { .. }
            | ExplainStep::Extended { .. }
            | ExplainStep::Paused { .. }
            | ExplainStep::Stopped { .. } => words::explain_step(step, library),
            _ => continue,
        };
        parts.push(ctx.say(&message));
    }
    Some(parts.join(", "))
}

/// Whom to reach, one line each, with the page where there is one: those of use now, or all of them.
pub(crate) fn contacts(assessment: &Assessment, ctx: &Context, all: bool) -> Vec<String> {
    let shown = assessment.contacts.iter().filter(|c| all || c.at_hand);
    shown
        .map(|contact| {
            let message = Message::new("command-show-contact")
                .with("name", contact.name.clone())
                .with("how", contact.how.clone());
            let line = clean(&ctx.say(&message));
            match &contact.url {
                Some(url) => format!("{line} {}", clean(url)),
                None => line,
            }
        })
        .collect()
}

/// A day of the consumer's own that runs for a route which the problem does not call for first.
fn another_way(deadline: &Deadline) -> bool {
    deadline.quiet && deadline.state == DeadlineState::Open && deadline.who == Who::Consumer
}

/// The rights and duties without a date, one line each, with how they were known where nobody read them, and what to
/// heed: in a sentence, or in full.
pub(crate) fn rights(assessment: &Assessment, ctx: &Context, in_full: bool) -> Vec<String> {
    let rights = assessment.rights.iter();
    rights
        .map(|right| {
            let what = words::marked(&right.what, &right.source);
            let Some(caution) = &right.caution else {
                return clean(&ctx.say(&what));
            };
            let caution = ctx.lang.both(caution);
            let heed = match in_full {
                true => caution,
                false => first_sentence(&caution),
            };
            let both = Message::new("command-show-right")
                .with("right", what)
                .with("heed", heed);
            clean(&ctx.say(&both))
        })
        .collect()
}

/// The first sentence of a text, with a sign that there is more.
fn first_sentence(text: &str) -> String {
    let ends = text.match_indices(['.', '!', '?']).find(|(at, _)| {
        let mut rest = text[at + 1..].chars();
        // `art. L221-18` goes on.
        let word = text[..*at]
            .rsplit([' ', '\'', '’', '('])
            .next()
            .unwrap_or("");
        word.chars().count() > 3
            && rest.next() == Some(' ')
            && rest.next().is_some_and(char::is_uppercase)
    });
    match ends {
        Some((at, _)) => format!("{} […]", &text[..=at]),
        None => text.to_owned(),
    }
}

/// What is missing, one line each.
pub(crate) fn gaps(assessment: &Assessment, library: &Library, ctx: &Context) -> Vec<String> {
    // Evidence is listed by what the step needs.
    let gaps = assessment.gaps.iter();
    let gaps = gaps.filter(|gap| !matches!(gap, Gap::Evidence { .. }));
    once(gaps.map(|gap| clean(&ctx.say(&words::gap(gap, library)))))
}

/// What the next step needs of evidence: what is there, and what lacks with the command that adds it.
pub(crate) fn needs(assessment: &Assessment, id: i64, ctx: &Context) -> Vec<String> {
    let lines = assessment.needs.iter().map(|need| {
        let pieces: Vec<String> = need.pieces.iter().map(|no| format!("E{no}")).collect();
        let message = match need.pieces.is_empty() {
            false => Message::new("command-show-need-there").with("pieces", pieces.join(", ")),
            true => {
                let kind = need.kinds.first().map(ToString::to_string);
                Message::new("command-show-need-lacking").with("kind", kind.unwrap_or_default())
            }
        };
        clean(&ctx.say(&message.with("what", need.what.clone())))
    });
    let held = assessment.routes.iter().filter_map(|route| {
        let proof = route.held.as_ref()?;
        let may_be_taken = matches!(route.state, RouteState::Open | RouteState::Closing);
        let message = Message::new("command-show-held-back")
            .with("route", route.title.clone())
            .with("why", proof.why.clone());
        may_be_taken.then(|| clean(&ctx.say(&message)))
    });
    let lacks = assessment.needs.iter().any(|need| need.pieces.is_empty());
    let add = Message::new("command-show-need-add").with("id", id.to_string());
    once(lines.chain(held).chain(lacks.then(|| ctx.say(&add))))
}

/// What the user must be told, one line each.
pub(crate) fn warnings(assessment: &Assessment, library: &Library, ctx: &Context) -> Vec<String> {
    let warnings = assessment.warnings.iter();
    once(warnings.map(|warning| clean(&ctx.say(&words::warning(warning, library)))))
}

/// The lines without those that were said before: two rules may want the same.
fn once(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for line in lines {
        if !said.contains(&line) {
            said.push(line);
        }
    }
    said
}

/// The next action: its sentence and its command.
pub(crate) fn next(assessment: &Assessment, id: i64, ctx: &Context) -> (String, String) {
    let (sentence, command) = words::next(&assessment.next, id);
    (clean(&ctx.say(&sentence)), command)
}

/// What the claim is called: its title, else the purchase and the seller, else the problem.
pub(crate) fn title(claim: &crate::domain::claim::Claim, ctx: &Context) -> String {
    let parts: Vec<&str> = [claim.item.as_deref(), claim.seller.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    let title = match (&claim.title, claim.problem) {
        (Some(title), _) => title.clone(),
        (None, _) if !parts.is_empty() => parts.join(", "),
        (None, Some(problem)) => ctx.say(&words::problem(problem)),
        (None, None) => String::new(),
    };
    clean(&title)
}

/// Says which characters of a PDF no font has.
pub(super) fn warn_unprintable(characters: &[char], ctx: &Context) {
    if characters.is_empty() {
        return;
    }
    let shown: String = characters.iter().take(20).collect();
    let said = Message::new("pdf-unprintable").with("characters", shown);
    ctx.ui.warn(&ctx.lang, &ctx.say(&said));
}
