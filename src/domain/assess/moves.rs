//! Moving an end: by a date of the user's own, an extension, a pause.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::assessment::{Clock, ExplainStep, Pause};
use super::clock::{Counted, consumer_acts};
use super::compose::Names;
use super::docket::{Docket, Way};
use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::{Period, Unit, days_between};
use crate::domain::event::{Event, EventKind};
use crate::domain::rule::{Length, Rule, RuleKind};

/// What the log says of one clock, oldest first.
///
/// - A date of one's own and an extension give the last day as it is from then on: days of a pause that had passed by
///   then are in it, and only those that follow are added to it.
/// - A pause lasts from its day to that of its end: what was left on its day is left on that one. It ends by itself on
///   the day that was said, and none is added when it ends on the day it began.
/// - A clock in hours is put off by hours where those of the pause are known. Where they are not, the whole days that
///   the pause has for certain are added to the consumer's time, and those that it can have to everybody else's.
pub(super) struct Moves<'c> {
    events: Vec<&'c Event>,
    consumer_acts: bool,
    in_hours: bool,
}

/// A day, and the hour where it is known.
type Moment = (NaiveDate, Option<NaiveTime>);

/// A pause that is not over, and from when its days are still to be added.
struct Running<'c> {
    event: &'c Event,
    from: Moment,
}

impl<'c> Moves<'c> {
    /// Finds what is said of a rule, of the common rule that it refines, or of a route that it closes.
    pub(super) fn of(
        rule: &Rule,
        places: &Names<'_>,
        ways: &[Way<'_>],
        log: &[&'c Event],
    ) -> Moves<'c> {
        let names = names(rule, ways);
        let mine = |event: &&Event| {
            // What was said of the common rule goes for the one that stands in its place.
            let about = event.about.as_deref().map(|about| places.resolve(about));
            about.is_some_and(|about| names.contains(&about))
        };
        Moves {
            events: log.iter().copied().filter(mine).collect(),
            consumer_acts: consumer_acts(rule),
            in_hours: matches!(rule.length, Length::Fixed(p) if p.unit == Unit::Hours),
        }
    }

    /// The user's own date stands in for a count whose start is missing.
    pub(super) fn own_date(&self) -> Option<Counted> {
        let own = |e: &&&Event| e.kind == EventKind::OwnDate && e.by.is_some();
        let event = self.events.iter().find(own)?;
        let on = event.by?;
        Some(Counted {
            start_on: event.on,
            start_no: 0,
            start_at: None,
            safe: on,
            legal: on,
            at: None,
            moved_from: None,
            paused_on: None,
            held: false,
            steps: Vec::new(),
        })
    }

    /// Moves the end by all that was said.
    pub(super) fn applied(&self, mut counted: Counted, holidays: &Holidays) -> Counted {
        let original = counted.safe;
        let mut running: Option<Running<'_>> = None;
        for &event in &self.events {
            let over = |pause: &mut Running<'_>| pause.event.by.is_some_and(|by| by <= event.on);
            if let Some(pause) = running.take_if(over) {
                self.end_by_itself(&mut counted, &pause, holidays);
            }
            match (event.kind, event.by) {
                (EventKind::OwnDate | EventKind::Extended, Some(on)) => {
                    (counted.safe, counted.legal, counted.at) = (on, on, None);
                    counted.steps.push(last_day_given(event, on));
                    if let Some(pause) = &mut running {
                        pause.from = (event.on, event.at);
                    }
                }
                // What had run out before the pause is not brought back by it.
                (EventKind::Paused, _) if event.on <= counted.legal && running.is_none() => {
                    let from = (event.on, event.at);
                    running = Some(Running { event, from });
                }
                (EventKind::Resumed, _) => {
                    if let Some(pause) = running.take() {
                        self.stand_still(&mut counted, &pause, (event.on, event.at), holidays);
                    }
                }
                _ => {}
            }
        }
        match running {
            Some(pause) if pause.event.by.is_some() => {
                self.end_by_itself(&mut counted, &pause, holidays);
            }
            Some(Running { event, .. }) => {
                counted.paused_on = Some(event.on);
                counted.steps.push(ExplainStep::Stopped {
                    no: event.no,
                    reason: event.note.clone(),
                    from: event.on,
                });
            }
            None => {}
        }
        if counted.safe != original {
            counted.moved_from = Some(original);
        }
        counted
    }

    fn end_by_itself(&self, counted: &mut Counted, pause: &Running<'_>, holidays: &Holidays) {
        if let Some(by) = pause.event.by {
            self.stand_still(counted, pause, (by, None), holidays);
        }
    }

    /// Puts the end off by a pause; what lies before the clock began is no part of it.
    fn stand_still(
        &self,
        counted: &mut Counted,
        pause: &Running<'_>,
        to: Moment,
        holidays: &Holidays,
    ) {
        let began = (counted.start_on, counted.start_at);
        let from = if self.first(began) > self.first(pause.from) {
            began
        } else {
            pause.from
        };
        let length = if self.in_hours || counted.at.is_some() {
            let hours = self.hours(from, to);
            match counted.at {
                Some(at) => {
                    (counted.legal, _) = later(counted.legal, at, hours);
                    let (safe, at) = later(counted.safe, at, hours);
                    (counted.safe, counted.at) = (safe, Some(at));
                    Period {
                        count: hours,
                        unit: Unit::Hours,
                    }
                }
                // Where it ends on a day without an hour, it ends some whole days later.
                None => Period::days(match self.consumer_acts {
                    true => hours / 24,
                    false => (hours + 23) / 24,
                }),
            }
        } else {
            let days = days_between(from.0, to.0).max(0);
            Period::days(i32::try_from(days).unwrap_or(0))
        };
        if length.unit == Unit::Days {
            counted.safe = length.end_after(counted.safe, holidays);
            counted.legal = length.end_after(counted.legal, holidays);
        }
        counted.steps.push(ExplainStep::Paused {
            no: pause.event.no,
            reason: pause.event.note.clone(),
            from: from.0,
            to: to.0,
            length,
            on: counted.legal,
        });
    }

    /// The hours between two moments, never fewer than none: those there are for certain where the consumer must act,
    /// those there can be where somebody else does.
    fn hours(&self, from: Moment, to: Moment) -> i32 {
        if from.0 == to.0 && (from.1.is_none() || to.1.is_none()) {
            return 0;
        }
        let end = match (to, self.consumer_acts) {
            ((day, Some(at)), _) => day.and_time(at),
            ((day, None), true) => midnight(day),
            ((day, None), false) => day.succ_opt().map_or(NaiveDateTime::MAX, midnight),
        };
        let minutes = (end - self.first(from)).num_minutes().max(0);
        let hours = match self.consumer_acts {
            true => minutes / 60,
            false => (minutes + 59) / 60,
        };
        i32::try_from(hours).unwrap_or(0)
    }

    /// The moment from which a pause can count: for the consumer's time the end of a day without an hour.
    fn first(&self, (day, at): Moment) -> NaiveDateTime {
        match (at, self.consumer_acts) {
            (Some(at), _) => day.and_time(at),
            (None, true) => day.succ_opt().map_or(NaiveDateTime::MAX, midnight),
            (None, false) => midnight(day),
        }
    }

    /// The pauses in the order in which they began.
    fn pauses(&self) -> Vec<Pause> {
        let mut pauses: Vec<Pause> = Vec::new();
        for event in &self.events {
            let open = pauses
                .last_mut()
                .filter(|p| p.until.is_none_or(|until| event.on < until));
            match (event.kind, open) {
                (EventKind::Paused, None) => pauses.push(Pause {
                    no: event.no,
                    from: event.on,
                    until: event.by,
                    resumed: false,
                }),
                (EventKind::Resumed, Some(pause)) => {
                    (pause.until, pause.resumed) = (Some(event.on), true);
                }
                _ => {}
            }
        }
        pauses
    }
}

/// The ids under which a clock is spoken of: its own first.
fn names<'r>(rule: &'r Rule, ways: &'r [Way<'_>]) -> Vec<&'r str> {
    let closes = |w: &&Way<'_>| w.route.closes.as_deref() == Some(rule.id.as_str());
    let routes = ways.iter().filter(closes).map(|w| w.route.id.as_str());
    std::iter::once(rule.id.as_str())
        .chain(rule.refines.as_deref())
        .chain(routes)
        .collect()
}

fn last_day_given(event: &Event, on: NaiveDate) -> ExplainStep {
    let no = event.no;
    match event.kind {
        EventKind::OwnDate => ExplainStep::OwnDate { no, on },
        _ => ExplainStep::Extended {
            no,
            reason: event.note.clone(),
            on,
        },
    }
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

fn later(day: NaiveDate, at: NaiveTime, hours: i32) -> (NaiveDate, NaiveTime) {
    let shift = Duration::hours(i64::from(hours));
    let end = day.and_time(at).checked_add_signed(shift);
    let end = end.unwrap_or(NaiveDateTime::MAX);
    (end.date(), end.time())
}

impl Docket<'_> {
    /// Returns the clocks of the claim, those whose start is missing too, by the id of their rule.
    #[must_use]
    pub fn clocks(&self) -> Vec<Clock> {
        let rules = self.rules.values().map(|applied| (applied, &applied.rule));
        rules
            .filter(|(_, rule)| rule.kind != RuleKind::Right)
            .map(|(applied, rule)| {
                let ends_on = match &applied.counted {
                    Ok(counted) => Ok((counted.safe, counted.legal)),
                    Err(missing) => Err(missing.clone()),
                };
                Clock {
                    names: names(rule, &self.ways)
                        .into_iter()
                        .map(str::to_owned)
                        .collect(),
                    ends_on,
                    pauses: Moves::of(rule, &self.names, &self.ways, &self.log).pauses(),
                }
            })
            .collect()
    }
}
