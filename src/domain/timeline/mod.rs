//! A claim as a picture in time: what happened, which window is open from when to when, and what is due.

mod scale;
#[cfg(test)]
mod tests;

pub use scale::Scale;

use chrono::{NaiveDate, NaiveTime};

use super::assess::{Assessment, Deadline, DeadlineState, Reason, RouteView};
use super::event::{Direction, Event, EventKind, in_force};
use super::language::Text;
use super::party::Who;
use super::route::RouteState;

/// What a picture of a claim shows on a day, and the line on which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    pub today: NaiveDate,
    pub scale: Scale,
    /// The events that count, oldest first.
    pub events: Vec<Mark>,
    /// The routes that matter, in the order in which they are tried.
    pub windows: Vec<Window>,
    /// The deadlines that still ask for something, by day.
    pub dues: Vec<Due>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub no: u32,
    pub kind: EventKind,
    pub on: NaiveDate,
    pub direction: Direction,
}

/// A route and the days between which it can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Full id of the route.
    pub route: String,
    pub title: Text,
    pub state: RouteState,
    pub reason: Reason,
    pub opens_on: Option<NaiveDate>,
    /// The last day, the safe one as long as it lies ahead.
    pub closes_on: Option<NaiveDate>,
    /// The legal last day, where it is later.
    pub legal_on: Option<NaiveDate>,
    /// The day since which its limit stands still.
    pub paused_on: Option<NaiveDate>,
    pub taken_on: Option<NaiveDate>,
    /// The title of the route that rules it out.
    pub ruled_out_by: Option<Text>,
}

/// How a window is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Taken, on one day.
    Done,
    /// It can be taken today.
    Open,
    /// It opens on a day that lies ahead.
    Later,
    /// It waits for something else to happen first.
    AfterStep,
    /// Its last day has passed.
    Past,
}

/// A day by which somebody must act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Full id of the rule.
    pub rule: String,
    pub who: Who,
    pub what: Text,
    pub due_on: NaiveDate,
    pub due_at: Option<NaiveTime>,
    pub legal_on: Option<NaiveDate>,
    /// The day since which its clock stands still.
    pub paused_on: Option<NaiveDate>,
    /// It is not late while it may wait for something.
    pub is_held: bool,
    pub state: DeadlineState,
    /// Whether a window that ends on this day says it already.
    pub is_told: bool,
}

/// Makes the picture of a claim from its log and its assessment.
#[must_use]
pub fn of(log: &[Event], assessment: &Assessment) -> Timeline {
    let events = in_force(log).into_iter().map(|event| Mark {
        no: event.no,
        kind: event.kind,
        on: event.on,
        direction: event.kind.direction(),
    });
    let events: Vec<Mark> = events.collect();
    let routes = assessment.routes.iter().filter(|r| is_shown(r));
    let windows: Vec<Window> = routes.map(|route| window(route, assessment)).collect();
    let live = assessment.deadlines.iter().filter(|d| d.is_live());
    let dues: Vec<Due> = live.map(|deadline| due(deadline, &windows)).collect();
    Timeline::new(assessment.today, events, windows, dues)
}

impl Timeline {
    /// Makes the picture and finds the line that has room for all of it.
    fn new(today: NaiveDate, events: Vec<Mark>, windows: Vec<Window>, dues: Vec<Due>) -> Timeline {
        let marks = events.iter().map(|mark| mark.on);
        let edges = windows.iter().flat_map(|window| window.days(today));
        let drawn = dues.iter().filter(|due| !due.is_told);
        let drawn = drawn.filter_map(Due::days);
        let ends = drawn.flat_map(|(due, legal)| [Some(due), legal]);
        let scale = Scale::new(marks.chain(edges).chain(ends.flatten()), today);
        Timeline {
            today,
            scale,
            events,
            windows,
            dues,
        }
    }

    /// Returns the events of each day together, oldest first.
    pub fn days(&self) -> impl Iterator<Item = &[Mark]> {
        self.events.chunk_by(|one, other| one.on == other.on)
    }

    /// Tells whether nothing of it has a day.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty() && self.windows.is_empty() && self.dues.is_empty()
    }
}

/// Whatever was taken, and what can be, could have been or will be of use.
fn is_shown(route: &RouteView) -> bool {
    route.taken_on.is_some() || (route.is_worth_a_line() && route.reason != Reason::NotNeeded)
}

fn window(route: &RouteView, assessment: &Assessment) -> Window {
    let mut closing = assessment.deadlines.iter();
    let closing = closing.find(|d| d.closes.contains(&route.route));
    let closes_on = match route.reason {
        Reason::ClosedOn(last) => Some(last),
        _ => route.closes_on,
    };
    let ruled_out_by = match &route.reason {
        Reason::ExcludedBy(other) => assessment.routes.iter().find(|r| r.route == *other),
        _ => None,
    };
    Window {
        route: route.route.clone(),
        title: route.title.clone(),
        state: route.state,
        reason: route.reason.clone(),
        opens_on: route.opens_on,
        closes_on,
        legal_on: closing
            .and_then(|deadline| deadline.legal_on)
            .filter(|legal| closes_on.is_some_and(|on| *legal > on)),
        paused_on: closing.and_then(|deadline| deadline.paused_on),
        taken_on: route.taken_on,
        ruled_out_by: ruled_out_by.map(|r| r.title.clone()),
    }
}

fn due(deadline: &Deadline, windows: &[Window]) -> Due {
    let says = |window: &Window| {
        window.taken_on.is_none()
            && window.closes_on.is_some()
            && deadline.closes.contains(&window.route)
            && !matches!(window.reason, Reason::ExcludedBy(_))
    };
    Due {
        rule: deadline.rule.clone(),
        who: deadline.who,
        what: deadline.what.clone(),
        due_on: deadline.due_on,
        due_at: deadline.due_at,
        legal_on: deadline.legal_on,
        paused_on: deadline.paused_on,
        is_held: deadline.held && deadline.state == DeadlineState::Open,
        state: deadline.state,
        is_told: windows.iter().any(says),
    }
}

impl Window {
    /// Returns how it is drawn; `None` where it has no day and is told in words alone.
    #[must_use]
    pub fn shape(&self, today: NaiveDate) -> Option<Shape> {
        if self.taken_on.is_some() {
            return Some(Shape::Done);
        }
        let is_dated = self.closes_on.is_some() || self.opens_on.is_some_and(|on| on > today);
        match (self.state, &self.reason) {
            (_, Reason::ExcludedBy(_)) => None,
            (RouteState::Open | RouteState::Closing, _) => Some(Shape::Open),
            (RouteState::NotYet, Reason::OpensOn(..)) => Some(Shape::Later),
            (RouteState::NotYet | RouteState::Blocked, _) => is_dated.then_some(Shape::AfterStep),
            (RouteState::Closed, _) => self.closes_on.map(|_| Shape::Past),
        }
    }

    /// Returns the first and the last day of its bar, the first never after the last; `None` for an end that is not known:
    /// open from the start, open without an end.
    #[must_use]
    pub fn bar(&self, today: NaiveDate) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
        let shape = self.shape(today)?;
        let until = match self.taken_on {
            Some(on) => return Some((Some(on), Some(on))),
            None => self.closes_on.filter(|_| self.paused_on.is_none()),
        };
        let from = match shape {
            // Whatever comes first, it comes today at the soonest.
            Shape::AfterStep => Some(self.opens_on.map_or(today, |on| on.max(today))),
            _ => self.opens_on,
        };
        Some((
            from.map(|on| until.map_or(on, |until| on.min(until))),
            until,
        ))
    }

    /// The days that its bar needs a place for.
    fn days(&self, today: NaiveDate) -> Vec<NaiveDate> {
        let (from, until) = self.bar(today).unwrap_or_default();
        let legal = self
            .legal_on
            .filter(|_| until.is_some() && self.taken_on.is_none());
        [from, until, legal].into_iter().flatten().collect()
    }
}

impl Due {
    /// Returns its day and the legal last one, where that is later; `None` while its clock stands still.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let runs = self.paused_on.is_none();
        runs.then_some((self.due_on, self.legal_on))
    }
}
