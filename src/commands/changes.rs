//! What a change did to the dates of a claim, said in a few lines.

use crate::context::Context;
use crate::domain::assess::{Assessment, Deadline, DeadlineState, RouteView};
use crate::domain::message::Message;
use crate::domain::party::Who;
use crate::domain::route::RouteState;
use crate::lang::words;

/// Says what is new between two assessments: somebody's time that begins or moves, a deadline that was met or is none any
/// more, a route that opens, closes, will open, or is none of the claim any more. Nothing that stayed as it was.
pub(crate) fn said(before: &Assessment, after: &Assessment, ctx: &Context) -> Vec<String> {
    let mut lines = Vec::new();
    for deadline in after.deadlines.iter().filter(|d| !d.quiet) {
        let old = before.deadlines.iter().find(|old| is_same(old, deadline));
        let moved = old.is_none_or(|o| o.due_on != deadline.due_on);
        let message = match deadline.state {
            DeadlineState::Open | DeadlineState::Missed if moved && deadline.is_live() => {
                let key = match (deadline.who, old) {
                    (Who::Consumer, None) => "command-log-you-have",
                    (Who::Consumer, Some(_)) => "command-log-you-have-now",
                    (_, None) => "command-log-they-have",
                    (_, Some(_)) => "command-log-they-have-now",
                };
                let message = Message::new(key)
                    .with("who", words::who(deadline.who))
                    .with("day", deadline.due_on);
                Some(match old {
                    Some(old) => message.with("old", old.due_on),
                    None => message,
                })
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
    for old in before.deadlines.iter().filter(|d| d.is_live()) {
        if !after.deadlines.iter().any(|new| is_same(old, new)) {
            let gone = Message::new("command-log-no-day").with("day", old.due_on);
            lines.push(gone.with("what", clause(&old.what)));
        }
    }
    let same = |a: &RouteView, b: &RouteView| a.route == b.route || a.title == b.title;
    for old in before.routes.iter().filter(|r| !r.alternative) {
        let was_there = matches!(
            old.state,
            RouteState::Open | RouteState::Closing | RouteState::NotYet
        );
        if was_there && !after.routes.iter().any(|new| same(old, new)) {
            lines.push(Message::new("command-log-gone").with("route", old.title.clone()));
        }
    }
    let mut routes: Vec<&RouteView> = after.routes.iter().filter(|r| !r.alternative).collect();
    // What opens later is told in the order of the days.
    routes.sort_by_key(|r| r.opens_on.filter(|_| r.state == RouteState::NotYet));
    for route in routes {
        let old = before.routes.iter().find(|r| r.route == route.route);
        let old = old.or_else(|| before.routes.iter().find(|r| same(r, route)));
        lines.extend(route_line(old, route));
    }
    lines.iter().map(|line| ctx.say(line)).collect()
}

/// Whether two deadlines are one: by the same rule, or the same act by the rule of another playbook.
fn is_same(a: &Deadline, b: &Deadline) -> bool {
    let is_own = |d: &Deadline| d.rule.starts_with("yours#");
    a.rule == b.rule || (a.who == b.who && a.what == b.what && !is_own(a) && !is_own(b))
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
