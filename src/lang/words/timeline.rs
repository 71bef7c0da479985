//! What a picture of a claim tells, in words: whatever a bar shows, a sentence says.

use chrono::{Datelike, NaiveDate};

use super::{Titles, assessment, sets};
use crate::domain::assess::{DeadlineState, Reason};
use crate::domain::language::{Language, Text};
use crate::domain::message::{Arg, Message};
use crate::domain::timeline::{Due, Mark, Scale, Shape, Timeline, Window};
use crate::lang::typography;

/// Names the picture.
#[must_use]
pub fn title(timeline: &Timeline) -> Message {
    Message::new("timeline-title").with("today", timeline.today)
}

/// Returns the days that stand on the line, the first ones before those that may be left out, each with its names: the first
/// that has room is taken.
#[must_use]
pub fn ticks(scale: &Scale) -> Vec<(NaiveDate, Vec<Message>)> {
    let landmarks = scale.landmarks().into_iter();
    // Of a day far off, its year will do.
    let landmarks = landmarks.map(|on| (on, vec![landmark(on), year(on)]));
    let months = scale.months().into_iter();
    landmarks
        .chain(months.map(|on| (on, vec![month(on)])))
        .collect()
}

/// Says what happened on a day; `None` where nothing did.
#[must_use]
pub fn day(marks: &[Mark]) -> Option<Message> {
    let (first, rest) = marks.split_first()?;
    let what = rest.iter().fold(sets::event(first.kind), |before, mark| {
        Message::new("timeline-and")
            .with("before", before)
            .with("what", sets::event(mark.kind))
    });
    let day = Message::new("timeline-event").with("on", first.on);
    Some(day.with("what", what))
}

/// Says what can be done and from when to when.
#[must_use]
pub fn window(window: &Window, timeline: &Timeline) -> Message {
    Message::new("timeline-window")
        .with("title", window.title.clone())
        .with("when", when(window, timeline.today))
}

/// Says by when somebody must act.
#[must_use]
pub fn due(due: &Due, language: Language) -> Message {
    let day: Arg = match due.due_at {
        Some(at) => typography::instant(due.due_on, at, language).into(),
        None => due.due_on.into(),
    };
    let when = match (due.paused_on, due.state) {
        (Some(since), _) => Message::new("timeline-due-paused").with("since", since),
        (None, DeadlineState::Missed) => Message::new("timeline-due-missed").with("due", day),
        (None, _) if due.is_held => Message::new("timeline-due-held").with("due", day),
        (None, _) => Message::new("timeline-due-open").with("due", day),
    };
    Message::new("timeline-due")
        .with("who", sets::party(due.who))
        .with("what", due.what.clone())
        .with(
            "when",
            legal(when, due.legal_on.filter(|_| due.paused_on.is_none())),
        )
}

/// Names the month of a day, shortly; with its year where a year begins.
fn month(on: NaiveDate) -> Message {
    let month = Message::new("timeline-month").with("month", i64::from(on.month()));
    match on.month() {
        1 => Message::new("timeline-month-of-year")
            .with("month", month)
            .with("year", on.year().to_string()),
        _ => month,
    }
}

/// Names the year of a day.
fn year(on: NaiveDate) -> Message {
    Message::new("words-plain").with("value", on.year().to_string())
}

/// Names a day with its month and its year, shortly.
fn landmark(on: NaiveDate) -> Message {
    Message::new("timeline-day")
        .with("day", i64::from(on.day()))
        .with(
            "month",
            Message::new("timeline-month").with("month", i64::from(on.month())),
        )
        .with("year", on.year().to_string())
}

fn when(window: &Window, today: NaiveDate) -> Message {
    let reason = assessment::reason(&window.reason, window);
    let from = window.opens_on.filter(|on| *on > today);
    match (window.shape(today), &window.reason, window.closes_on) {
        (Some(Shape::Open), ..) => open(window, reason),
        (Some(Shape::Later), ..) => between("timeline-later", from, window),
        (Some(Shape::AfterStep), Reason::OpeningUnknown(_), Some(until))
            if window.paused_on.is_none() =>
        {
            let message = Message::new("timeline-unopened").with("reason", reason);
            legal(message.with("until", until), window.legal_on)
        }
        (Some(Shape::AfterStep), Reason::Needs(_), _) => Message::new("timeline-step-because")
            .with("when", between("timeline-step", from, window))
            .with("reason", reason),
        _ => reason,
    }
}

fn open(window: &Window, reason: Message) -> Message {
    match (window.paused_on, &window.reason) {
        (Some(since), _) => Message::new("timeline-open-paused").with("since", since),
        (None, Reason::ClosingUnknown(_)) => reason,
        (None, Reason::ClosesOn(_)) => Message::new("timeline-closing")
            .with("when", between("timeline-open", window.opens_on, window)),
        (None, _) => between("timeline-open", window.opens_on, window),
    }
}

/// Adds the legal last day, where it is later.
fn legal(when: Message, legal: Option<NaiveDate>) -> Message {
    match legal {
        Some(legal) => Message::new("timeline-legal")
            .with("when", when)
            .with("legal", legal),
        None => when,
    }
}

/// The days that are known of a window, under the key that ends as they do.
fn between(key: &str, from: Option<NaiveDate>, window: &Window) -> Message {
    let message = |ending: &str| Message::new(format!("{key}-{ending}"));
    let until = window.closes_on.filter(|_| window.paused_on.is_none());
    let days = match (from, until) {
        (Some(from), Some(until)) => message("both").with("from", from).with("until", until),
        (Some(from), None) => message("from").with("from", from),
        (None, Some(until)) => message("until").with("until", until),
        (None, None) => message("always"),
    };
    legal(days, window.legal_on.filter(|_| until.is_some()))
}

/// A window names the route that rules it out; nothing else is looked up in it.
impl Titles for Window {
    fn rule(&self, _: &str) -> Option<&Text> {
        None
    }

    fn route(&self, _: &str) -> Option<&Text> {
        self.ruled_out_by.as_ref()
    }

    fn playbook(&self, _: &str) -> Option<&Text> {
        None
    }

    fn holiday(&self, _: &str) -> Option<&Text> {
        None
    }

    fn question(&self, _: &str) -> Option<&Text> {
        None
    }
}
