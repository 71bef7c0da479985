//! The axis of a picture: every day has its place on it, and long stretches in which nothing happens are cut short.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::{Period, days_between};

/// Nothing is cut between so many days before today and so many after.
const NEAR: (i64, i64) = (-60, 92);

/// A stretch of more days without a mark is cut.
const LONG: i64 = 31;

/// What is left of a stretch that is cut, in days.
const CUT: i64 = 14;

/// The room behind the last mark, in days.
const TAIL: Period = Period::days(14);

/// The room before today, in days, where nothing lies before it.
const HEAD: Period = Period::days(-7);

/// Days on a line, in their order. Its unit is a day; a stretch that was cut has fewer units than days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// Days and their places, both rising; never empty.
    knots: Vec<(NaiveDate, i64)>,
}

impl Scale {
    /// Makes the line that holds these days and today.
    #[must_use]
    pub fn new(days: impl IntoIterator<Item = NaiveDate>, today: NaiveDate) -> Scale {
        let mut days: Vec<NaiveDate> = days.into_iter().chain([today]).collect();
        let none = Holidays::default();
        let head = days.iter().all(|day| *day >= today).then_some(today);
        let tail = days.iter().max().map(|last| TAIL.end_after(*last, &none));
        let head = head.map(|first| HEAD.end_after(first, &none));
        days.extend(head.into_iter().chain(tail));
        days.sort_unstable();
        days.dedup();
        let mut knots: Vec<(NaiveDate, i64)> = Vec::with_capacity(days.len());
        for day in days {
            let place =
                knots
                    .last()
                    .map_or(0, |(before, place)| match is_long(*before, day, today) {
                        true => place + CUT,
                        false => place + days_between(*before, day),
                    });
            knots.push((day, place));
        }
        Scale { knots }
    }

    /// Returns the first day on the line.
    #[must_use]
    pub fn first(&self) -> NaiveDate {
        self.knots[0].0
    }

    /// Returns the last day on the line.
    #[must_use]
    pub fn last(&self) -> NaiveDate {
        self.knots[self.knots.len() - 1].0
    }

    /// Returns the length of the line, in its units.
    #[must_use]
    pub fn length(&self) -> i64 {
        self.knots[self.knots.len() - 1].1
    }

    /// Returns the place of a day, from 0 to the length; of a day beyond an end, that end.
    #[must_use]
    pub fn place(&self, day: NaiveDate) -> i64 {
        let next = self.knots.partition_point(|(knot, _)| *knot <= day);
        match (
            next.checked_sub(1).map(|at| self.knots[at]),
            self.knots.get(next),
        ) {
            (None, _) => 0,
            (Some((_, place)), None) => place,
            (Some((from, start)), Some((to, end))) => {
                start + days_between(from, day) * (end - start) / days_between(from, *to)
            }
        }
    }

    /// Returns the column of a day on a line of so many columns, from 0 on.
    #[must_use]
    pub fn column(&self, day: NaiveDate, columns: usize) -> usize {
        self.fraction(self.place(day), columns)
    }

    /// Returns the columns in which a stretch was cut, each in its middle.
    #[must_use]
    pub fn cut_columns(&self, columns: usize) -> Vec<usize> {
        let middles = self.cuts().map(|(start, end)| (start + end) / 2);
        middles.map(|place| self.fraction(place, columns)).collect()
    }

    /// Returns the places between which a stretch was cut.
    pub fn cuts(&self) -> impl Iterator<Item = (i64, i64)> {
        let pairs = self.knots.windows(2);
        let cut = pairs.filter(|pair| is_cut(pair[0], pair[1]));
        cut.map(|pair| (pair[0].1, pair[1].1))
    }

    /// Returns the days that say where the line is: its first one, and each with which it goes on after a cut.
    #[must_use]
    pub fn landmarks(&self) -> Vec<NaiveDate> {
        let pairs = self.knots.windows(2);
        let after_cuts = pairs.filter(|pair| is_cut(pair[0], pair[1]));
        let days = after_cuts.map(|pair| pair[1].0);
        std::iter::once(self.first()).chain(days).collect()
    }

    /// Returns the first days of the months that the line shows, without those in a stretch that was cut.
    #[must_use]
    pub fn months(&self) -> Vec<NaiveDate> {
        let mut months: Vec<NaiveDate> = Vec::new();
        for pair in self.knots.windows(2).filter(|p| !is_cut(p[0], p[1])) {
            let mut day = pair[0].0;
            while day <= pair[1].0 {
                if day.day() == 1 && months.last() != Some(&day) {
                    months.push(day);
                }
                let Some(next) = day.succ_opt() else { break };
                day = next;
            }
        }
        months
    }

    fn fraction(&self, place: i64, columns: usize) -> usize {
        let last = i64::try_from(columns.saturating_sub(1)).unwrap_or(i64::MAX);
        let column = i128::from(place) * i128::from(last) / i128::from(self.length().max(1));
        usize::try_from(column).unwrap_or(0)
    }
}

fn is_cut(from: (NaiveDate, i64), to: (NaiveDate, i64)) -> bool {
    to.1 - from.1 < days_between(from.0, to.0)
}

fn is_long(from: NaiveDate, to: NaiveDate, today: NaiveDate) -> bool {
    let is_near = |day| (NEAR.0..=NEAR.1).contains(&days_between(today, day));
    days_between(from, to) > LONG && !(is_near(from) && is_near(to))
}
