//! The agenda: what the next action is on every day from now on, as long as nothing new is logged.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::assessment::Next;
use super::docket::Docket;
use super::waiting::SOON;
use crate::domain::calendar::period::{Period, day_after};
use crate::domain::claim::{Status, Term};
use crate::domain::money::Money;

/// A stretch of days on which status, next action and money stay the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub from_on: NaiveDate,
    pub status: Status,
    pub next: Next,
    /// What is still owed of what was asked.
    pub outstanding: Option<Money>,
    /// What the law adds for delay.
    pub surcharge: Option<Money>,
}

/// The most turning points that are looked at: ten times those of any claim that the built-in playbooks make. Whoever has
/// thousands of rules sees the later ones when they come, with the next thing that is logged.
const MOST: usize = 1_500;

impl Docket<'_> {
    /// Returns the stretches from `today` on, in order. What the desk shows on a later day is read off this list, so that
    /// listing needs no playbook.
    #[must_use]
    pub fn agenda(&self, today: NaiveDate) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        for day in self.turning_points(today) {
            let assessment = self.on(day);
            let segment = Segment {
                from_on: day,
                status: assessment.status,
                next: assessment.next,
                outstanding: assessment.money.outstanding,
                surcharge: assessment.money.increase().map(|s| s.amount),
            };
            let same = segments.last().is_some_and(|before| {
                let from_on = segment.from_on;
                Segment {
                    from_on,
                    ..before.clone()
                } == segment
            });
            if !same {
                segments.push(segment);
            }
        }
        segments
    }

    /// The days on which anything can change without a new event: windows that open, close or are about to, days that
    /// somebody misses, reminders that start.
    fn turning_points(&self, today: NaiveDate) -> BTreeSet<NaiveDate> {
        let mut days = BTreeSet::from([today]);
        if self.claim.draft {
            return days;
        }
        let closing = Period::days(-7);
        // A step that opens within these days is waited for.
        let before = Period::days(-SOON.count);
        for timed in &self.deadlines {
            let d = &timed.deadline;
            let last = d.legal_on.unwrap_or(d.due_on);
            days.extend([
                d.remind_on,
                day_after(d.due_on),
                day_after(last),
                closing.end_after(d.due_on, &self.holidays),
            ]);
        }
        for applied in self.rules.values() {
            if let Ok(counted) = &applied.counted {
                let opens = day_after(counted.safe);
                days.extend([counted.safe, opens, before.end_after(opens, &self.holidays)]);
            }
        }
        // The day after an announced delivery is the first on which it is late.
        let announced = self.claim.terms.get(&Term::LatestDeliveryOn);
        days.extend(announced.map(|on| day_after(*on)));
        days.extend(super::surcharge::turning_points(self));
        days.retain(|day| *day >= today);
        days.into_iter().take(MOST).collect()
    }
}
