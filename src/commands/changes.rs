//! What a change did to the dates of a claim, said in a few lines.

use crate::context::Context;
use crate::domain::assess::{Assessment, DeadlineState, RouteView};
use crate::domain::message::Message;
use crate::domain::party::Who;
use crate::domain::route::RouteState;
use crate::lang::words;

/// Says what is new between two assessments: somebody's time that begins, a deadline that was met, a route that opens,
/// closes, or will open. Nothing that stayed as it was.
pub(crate) fn said(before: &Assessment, after: &Assessment, ctx: &Context) -> Vec<String> {
    let mut lines = Vec::new();
    for deadline in after.deadlines.iter().filter(|d| !d.quiet) {
        let old = before.deadlines.iter().find(|d| d.rule == deadline.rule);
        let moved = old.is_none_or(|o| o.due_on != deadline.due_on);
        let message = match deadline.state {
            DeadlineState::Open | DeadlineState::Missed if moved && deadline.is_live() => {
                let key = if deadline.who == Who::Consumer {
                    "command-log-you-have"
                } else {
                    "command-log-they-have"
                };
                Some(
                    Message::new(key)
                        .with("who", words::who(deadline.who))
                        .with("day", deadline.due_on),
                )
            }
            // That somebody answered is what was logged just now: it is not said twice.
            DeadlineState::Met
                if !deadline.answers && old.is_some_and(|o| o.state != DeadlineState::Met) =>
            {
                Some(Message::new("command-log-met"))
            }
            _ => None,
        };
        lines.extend(message.map(|m| m.with("what", clause(&deadline.what))));
    }
    let mut routes: Vec<&RouteView> = after.routes.iter().filter(|r| !r.alternative).collect();
    // What opens later is told in the order of the days.
    routes.sort_by_key(|r| r.opens_on.filter(|_| r.state == RouteState::NotYet));
    for route in routes {
        let old = before.routes.iter().find(|r| r.route == route.route);
        lines.extend(route_line(old, route));
    }
    lines.iter().map(|line| ctx.say(line)).collect()
}

fn route_line(old: Option<&RouteView>, new: &RouteView) -> Option<Message> {
    let changed = old.is_none_or(|o| {
        (o.state, o.opens_on, o.taken_on) != (new.state, new.opens_on, new.taken_on)
    });
    if !changed || new.taken_on.is_some() {
        return None;
    }
    let was_open = old.is_some_and(|o| matches!(o.state, RouteState::Open | RouteState::Closing));
    let message = match (new.state, new.opens_on) {
        (RouteState::NotYet, Some(on)) => Message::new("command-log-opens-on").with("day", on),
        (RouteState::Open | RouteState::Closing, _) if !was_open => {
            Message::new("command-log-open-now")
        }
        (RouteState::Blocked | RouteState::Closed, _) if was_open => {
            Message::new("command-log-shut")
        }
        _ => return None,
    };
    Some(message.with("route", new.title.clone()))
}

/// A text that begins like a sentence, made to go on inside one.
fn clause(text: &crate::domain::language::Text) -> crate::domain::language::Text {
    use crate::lang::typography::lower_first;
    crate::domain::language::Text {
        fr: lower_first(&text.fr),
        en: lower_first(&text.en),
    }
}
