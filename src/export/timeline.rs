//! The record of the schema `claimctl/timeline/1`: what happened, what is open from when to when, what is due.

use serde::Serialize;

use crate::domain::timeline::{Due, Timeline, Window};
use crate::lang::Lang;
use crate::lang::words::timeline as words;

/// A claim in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimelineRecord {
    /// The number of the claim.
    pub claim: i64,
    /// The day that this holds for.
    pub on: String,
    /// The first and the last day of the picture.
    pub first_on: String,
    pub last_on: String,
    pub events: Vec<MarkRecord>,
    pub routes: Vec<WindowRecord>,
    pub deadlines: Vec<DueRecord>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MarkRecord {
    pub no: u32,
    pub kind: &'static str,
    pub on: String,
    pub direction: &'static str,
}

/// A route with its window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WindowRecord {
    pub route: String,
    pub title: String,
    pub state: &'static str,
    pub opens_on: Option<String>,
    pub closes_on: Option<String>,
    pub legal_on: Option<String>,
    pub paused_on: Option<String>,
    pub taken_on: Option<String>,
    /// The window in words.
    pub what: String,
}

/// A deadline that still asks for something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueRecord {
    pub rule: String,
    pub who: &'static str,
    pub what: String,
    pub due_on: String,
    pub legal_on: Option<String>,
    pub paused_on: Option<String>,
    pub state: &'static str,
}

impl TimelineRecord {
    /// Makes the record of a claim, its words in the language of the program.
    #[must_use]
    pub fn new(claim: i64, timeline: &Timeline, lang: &Lang) -> TimelineRecord {
        let events = timeline.events.iter().map(|mark| MarkRecord {
            no: mark.no,
            kind: mark.kind.id(),
            on: mark.on.to_string(),
            direction: mark.direction.id(),
        });
        let routes = timeline.windows.iter();
        let dues = timeline.dues.iter();
        TimelineRecord {
            claim,
            on: timeline.today.to_string(),
            first_on: timeline.scale.first().to_string(),
            last_on: timeline.scale.last().to_string(),
            events: events.collect(),
            routes: routes.map(|w| window(w, timeline, lang)).collect(),
            deadlines: dues.map(|d| due(d, lang)).collect(),
        }
    }
}

fn window(window: &Window, timeline: &Timeline, lang: &Lang) -> WindowRecord {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    WindowRecord {
        route: window.route.clone(),
        title: lang.both(&window.title),
        state: window.state.id(),
        opens_on: day(window.opens_on),
        closes_on: day(window.closes_on),
        legal_on: day(window.legal_on),
        paused_on: day(window.paused_on),
        taken_on: day(window.taken_on),
        what: lang.say(&words::window(window, timeline)),
    }
}

fn due(due: &Due, lang: &Lang) -> DueRecord {
    DueRecord {
        rule: due.rule.clone(),
        who: due.who.id(),
        what: lang.both(&due.what),
        due_on: due.due_on.to_string(),
        legal_on: due.legal_on.map(|day| day.to_string()),
        paused_on: due.paused_on.map(|day| day.to_string()),
        state: due.state.id(),
    }
}
