//! How an offer weighs, in words.

use std::fmt::Write as _;

use crate::commands::view;
use crate::context::Context;
use crate::domain::assess::{Brings, Remaining, Weighing};
use crate::domain::event::Event;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::offer::OfferState;
use crate::domain::route::RouteState;
use crate::lang::{typography, words};
use crate::ui::{Cell, Table, Tone};

/// Says how an offer weighs, for a screen of this width; with the commands that answer it, unless it is asked for next.
pub(super) fn told(
    weighing: &Weighing,
    commands_of: Option<i64>,
    width: Option<usize>,
    ctx: &Context,
) -> String {
    let mut text = String::new();
    let bold = |key: &str| ctx.ui.paint().bold(ctx.lang.text(key));
    let _ = writeln!(
        text,
        "{}",
        ctx.ui.paint().bold(heading(&weighing.offer, ctx))
    );
    if let Some(terms) = &weighing.offer.note {
        let line = Message::new("offer-terms").with("terms", terms.as_str());
        text += &wrapped(&view::clean(&ctx.say(&line)), width);
    }
    text += &wrapped(&ctx.say(&state(weighing)), width);
    text.push('\n');
    for line in sums(weighing, ctx) {
        text += &view::item(&line, width);
    }
    if !weighing.routes.is_empty() {
        let _ = writeln!(text, "\n{}", bold("offer-title-instead"));
        text += &routes(&weighing.routes, width, ctx);
    }
    if !weighing.state.is_answerable() {
        return text;
    }
    let mut parts = vec![
        ("offer-title-accept", accepting(weighing, ctx)),
        ("offer-title-silence", silence(weighing, ctx)),
    ];
    parts.extend(commands_of.map(|id| ("offer-title-type", commands(id, ctx))));
    for (title, lines) in parts {
        let _ = writeln!(text, "\n{}", bold(title));
        for line in lines {
            text += &view::item(&line, width);
        }
    }
    text
}

fn wrapped(line: &str, width: Option<usize>) -> String {
    match width {
        Some(width) => crate::ui::text::wrap(line, width).join("\n") + "\n",
        None => format!("{line}\n"),
    }
}

/// `Offer of 20 November 2026 (Ms Roy, by phone): €20.00, partial refund`.
fn heading(offer: &Event, ctx: &Context) -> String {
    let from: Vec<String> = offer
        .said_by
        .iter()
        .map(|who| view::clean(who))
        .chain(offer.channel.map(|c| ctx.say(&words::channel(c))))
        .collect();
    let what: Vec<String> = offer
        .amount
        .map(|a| money(a, ctx))
        .into_iter()
        .chain(offer.remedy.map(|r| ctx.say(&words::remedy(r))))
        .collect();
    let mut line = ctx.say(&Message::new("offer-heading").with("on", offer.on));
    if !from.is_empty() {
        let _ = write!(line, " ({})", from.join(", "));
    }
    if !what.is_empty() {
        line = ctx.say(
            &Message::new("offer-heading-what")
                .with("heading", line)
                .with("what", what.join(", ")),
        );
    }
    line
}

fn state(weighing: &Weighing) -> Message {
    let state = weighing.state;
    match (state, weighing.offer.by, weighing.ended_on) {
        (OfferState::Open, Some(by), _) => Message::new("offer-open-by").with("by", by),
        (OfferState::Open, None, _) => Message::new("offer-open"),
        (OfferState::Lapsed, Some(by), _) => Message::new("offer-lapsed").with("by", by),
        (state, _, on) => {
            let message = Message::new("offer-ended")
                .with("state", Message::new(format!("offer-state-{state}")));
            message.with("on", on.unwrap_or(weighing.offer.on))
        }
    }
}

/// What was asked, what is owed, what is offered, and what lies between.
fn sums(weighing: &Weighing, ctx: &Context) -> Vec<String> {
    let sum = |key: &str, amount: Money| Message::new(key).with("amount", money(amount, ctx));
    let mut lines = Vec::new();
    match (weighing.wanted, weighing.asked) {
        (Some(remedy), Some(asked)) => {
            lines.push(sum("offer-asked-sum", asked).with("remedy", words::remedy(remedy)));
        }
        (Some(remedy), None) => {
            lines.push(Message::new("offer-asked").with("remedy", words::remedy(remedy)));
        }
        (None, Some(asked)) => lines.push(sum("offer-asked-only", asked)),
        (None, None) => {}
    }
    lines.extend(weighing.received.map(|got| sum("offer-received", got)));
    match (weighing.owed, weighing.surcharge.filter(|s| s.minor > 0)) {
        (Some(owed), Some(more)) => {
            lines.push(sum("offer-owed-more", owed).with("more", money(more, ctx)));
        }
        (Some(owed), None) => lines.push(sum("offer-owed", owed)),
        (None, Some(more)) => lines.push(sum("offer-more", more)),
        (None, None) => {}
    }
    match (weighing.offer.amount, weighing.offer.remedy) {
        (Some(amount), _) => lines.push(sum("offer-offered", amount)),
        (None, Some(remedy)) => {
            lines.push(Message::new("offer-offered-thing").with("remedy", words::remedy(remedy)));
        }
        (None, None) => lines.push(Message::new("offer-offered-unknown")),
    }
    match weighing.short_by {
        Some(short) if short.minor > 0 => lines.push(sum("offer-short", short)),
        Some(_) => lines.push(Message::new("offer-whole")),
        None => {}
    }
    lines
        .iter()
        .map(|line| view::clean(&ctx.say(line)))
        .collect()
}

fn routes(routes: &[Remaining], width: Option<usize>, ctx: &Context) -> String {
    let header = |name: &str| Cell::new(&ctx.lang.text(&format!("offer-column-{name}")));
    let mut table = Table::new(["route", "state", "until", "brings"].map(header));
    for left in routes {
        let route = &left.route;
        let tone = match route.state {
            _ if route.taken_on.is_some() => Tone::Ok,
            RouteState::Closing => Tone::Danger,
            RouteState::Blocked => Tone::Dim,
            _ => Tone::Normal,
        };
        let state = match (route.taken_on, route.state, route.opens_on) {
            (Some(on), ..) => ctx.say(&Message::new("command-show-taken").with("day", on)),
            (None, RouteState::NotYet, Some(on)) => {
                let opens = Message::new("offer-opens-on");
                ctx.say(&opens.with("on", view::short(on, ctx)))
            }
            (None, state, _) => ctx.say(&words::route_state(state)),
        };
        let until = route.closes_on.filter(|_| route.taken_on.is_none());
        let until = until.map(|on| view::short(on, ctx)).unwrap_or_default();
        table.row([
            Cell::new(&view::clean(&ctx.lang.both(&route.title))),
            Cell::new(&state).tone(tone),
            Cell::new(&until),
            Cell::new(&brings(left, ctx)),
        ]);
    }
    table.render(width, ctx.ui.paint())
}

fn brings(left: &Remaining, ctx: &Context) -> String {
    let key = match (left.brings, left.up_to) {
        (Brings::NoMoney, _) => "offer-brings-no-money",
        (Brings::Proposal, Some(_)) => "offer-brings-proposal-up-to",
        (Brings::Proposal, None) => "offer-brings-proposal",
        (Brings::All | Brings::Price, Some(_)) => "offer-brings-up-to",
        (Brings::All | Brings::Price, None) => "offer-brings-asked",
    };
    let message = Message::new(key);
    ctx.say(&match left.up_to {
        Some(sum) => message.with("amount", money(sum, ctx)),
        None => message,
    })
}

fn accepting(weighing: &Weighing, ctx: &Context) -> Vec<String> {
    let mut lines = vec![ctx.lang.text("offer-accept-caution")];
    lines.push(ctx.lang.text("offer-accept-until-kept"));
    let untaken = weighing
        .routes
        .iter()
        .filter(|r| r.route.taken_on.is_none());
    if !weighing.closes.is_empty() && weighing.closes.len() == untaken.count() {
        lines.push(ctx.lang.text("offer-accept-closes-all"));
    } else if !weighing.closes.is_empty() {
        let titles = weighing.closes.iter().map(|title| ctx.lang.both(title));
        let titles = titles.collect::<Vec<_>>().join(", ");
        let line = Message::new("offer-accept-closes").with("routes", titles);
        lines.push(view::clean(&ctx.say(&line)));
    }
    lines
}

fn silence(weighing: &Weighing, ctx: &Context) -> Vec<String> {
    let mut lines = Vec::new();
    if let (OfferState::Open, Some(by)) = (weighing.state, weighing.offer.by) {
        lines.push(ctx.say(&Message::new("offer-silence-lapses").with("by", by)));
    }
    let line = match &weighing.first_end {
        Some((title, on)) => Message::new("offer-silence-first")
            .with("route", title.clone())
            .with("on", *on),
        None => Message::new("offer-silence-clocks"),
    };
    lines.push(view::clean(&ctx.say(&line)));
    lines
}

fn commands(id: i64, ctx: &Context) -> Vec<String> {
    ["accept", "refuse", "counter"]
        .map(|answer| {
            let line = Message::new(format!("offer-type-{answer}"));
            ctx.say(&line.with("id", id.to_string()))
        })
        .to_vec()
}

fn money(amount: Money, ctx: &Context) -> String {
    typography::money(amount, ctx.lang.language)
}
