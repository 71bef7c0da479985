//! Moving: what the log says of the end of a rule, or of the route that it closes.

use chrono::NaiveDate;

use super::assessment::ExplainStep;
use super::clock::{Clock, Counted};
use crate::domain::calendar::period::{Period, days_between};
use crate::domain::event::{Event, EventKind};
use crate::domain::rule::Rule;

impl Clock<'_> {
    /// Moves the end by what the log says of this rule, or of a route that it closes.
    pub(super) fn moved(&self, rule: &Rule, mut counted: Counted) -> Counted {
        let closes: Vec<&str> = self
            .ways
            .iter()
            .filter(|w| w.route.closes.as_deref() == Some(rule.id.as_str()))
            .map(|w| w.route.id.as_str())
            .collect();
        let original = counted.safe;
        let mut paused: Option<&Event> = None;
        for event in self.log {
            let Some(about) = event.about.as_deref() else {
                continue;
            };
            // What was said of the common rule goes for the one that stands in its place.
            let about = self.names.resolve(about);
            if about != rule.id && !closes.contains(&about) {
                continue;
            }
            let (no, reason) = (event.no, event.note.clone());
            match (event.kind, event.by) {
                (EventKind::OwnDate, Some(on)) => {
                    (counted.safe, counted.legal, counted.at) = (on, on, None);
                    counted.steps.push(ExplainStep::OwnDate { no, on });
                }
                (EventKind::Extended, Some(on)) => {
                    (counted.safe, counted.legal, counted.at) = (on, on, None);
                    counted.steps.push(ExplainStep::Extended { no, reason, on });
                }
                // What had run out before the pause is not brought back by it.
                (EventKind::Paused, _) if event.on <= counted.legal && paused.is_none() => {
                    paused = Some(event);
                }
                (EventKind::Resumed, _) => {
                    if let Some(paused) = paused.take() {
                        let to = paused.by.map_or(event.on, |by| by.min(event.on));
                        self.stand_still(&mut counted, paused, to);
                    }
                }
                _ => {}
            }
        }
        if let Some((event, until)) = paused.and_then(|event| Some((event, event.by?))) {
            self.stand_still(&mut counted, event, until);
        } else if let Some(event) = paused {
            counted.paused_on = Some(event.on);
            counted.steps.push(ExplainStep::Stopped {
                no: event.no,
                reason: event.note.clone(),
                from: event.on,
            });
        }
        if counted.safe != original {
            counted.moved_from = Some(original);
        }
        counted
    }

    /// Puts the end off by the days of a pause; those before the clock began are none of its own.
    fn stand_still(&self, counted: &mut Counted, paused: &Event, to: NaiveDate) {
        let from = paused.on.max(counted.start_on);
        let days = days_between(from, to).max(0);
        let shift = Period::days(i32::try_from(days).unwrap_or(0));
        counted.safe = shift.end_after(counted.safe, self.holidays);
        counted.legal = shift.end_after(counted.legal, self.holidays);
        counted.steps.push(ExplainStep::Paused {
            no: paused.no,
            reason: paused.note.clone(),
            from,
            to,
            days,
            on: counted.legal,
        });
    }
}
