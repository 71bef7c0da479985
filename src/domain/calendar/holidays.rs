//! Public holidays, computed from rules that come as data.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// How the day of a holiday is found in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HolidayDay {
    /// The same day every year.
    Fixed { month: u32, day: u32 },
    /// So many days after Easter Sunday (negative: before).
    Easter { offset: i32 },
    /// The n-th weekday of a month; `nth` 0 means the last one.
    Nth {
        nth: u8,
        weekday: Weekday,
        month: u32,
    },
    /// The last such weekday strictly before a fixed day.
    WeekdayBefore {
        weekday: Weekday,
        month: u32,
        day: u32,
    },
    /// One day, once.
    Once(NaiveDate),
}

/// What happens to a fixed holiday that falls on a weekend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Observed {
    /// It stays where it is.
    #[default]
    AsIs,
    /// It moves to the next weekday that is not already a holiday (United Kingdom).
    NextWeekday,
    /// Saturday moves to Friday, Sunday to Monday (United States, federal offices).
    NearestWeekday,
    /// Sunday moves to the day before (King's Day in the Netherlands).
    SundayToSaturday,
}

/// One public holiday of a country or of some of its regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// A stable id, by which its name is looked up in each language.
    pub id: String,
    pub name: super::super::language::Text,
    pub country: String,
    /// ISO 3166-2 codes of the regions where it holds; empty: the whole country.
    pub regions: Vec<String>,
    pub day: HolidayDay,
    pub observed: Observed,
    pub from_year: Option<i32>,
    pub until_year: Option<i32>,
    /// Holds only in a part of the region, so whoever relies on it is warned.
    pub partial: bool,
}

/// The holidays that hold at one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays {
    list: Vec<Holiday>,
}

impl Holidays {
    /// Picks from all the known holidays those of a country and, where it is known, of a region.
    #[must_use]
    pub fn of(all: &[Holiday], country: &str, region: Option<&str>) -> Holidays {
        let here = |h: &&Holiday| {
            h.country == country
                && (h.regions.is_empty()
                    || region.is_some_and(|r| h.regions.iter().any(|x| x == r)))
        };
        Holidays {
            list: all.iter().filter(here).cloned().collect(),
        }
    }

    /// Whether no holiday is known for the place at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns the holiday that is kept on this day, if there is one.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&Holiday> {
        self.list.iter().find(|h| self.kept_on(h, day))
    }

    fn kept_on(&self, holiday: &Holiday, day: NaiveDate) -> bool {
        // A day near New Year can be the substitute of a holiday of the year before or after.
        (day.year() - 1..=day.year() + 1).any(|year| self.observed_day(holiday, year) == Some(day))
    }

    fn observed_day(&self, holiday: &Holiday, year: i32) -> Option<NaiveDate> {
        let day = holiday.actual_day(year)?;
        match (holiday.observed, day.weekday()) {
            (Observed::NearestWeekday, Weekday::Sat)
            | (Observed::SundayToSaturday, Weekday::Sun) => day.pred_opt(),
            (Observed::NearestWeekday, Weekday::Sun) => day.succ_opt(),
            (Observed::NextWeekday, Weekday::Sat | Weekday::Sun) => {
                self.substitute(holiday, day, year)
            }
            _ => Some(day),
        }
    }

    /// The next weekday that is neither a holiday of its own nor the substitute of an earlier one.
    fn substitute(&self, holiday: &Holiday, day: NaiveDate, year: i32) -> Option<NaiveDate> {
        let moved_before = self
            .list
            .iter()
            .filter(|h| h.observed == Observed::NextWeekday && h.id != holiday.id)
            .filter_map(|h| h.actual_day(year))
            .filter(|d| *d < day && is_weekend(*d) && day.signed_duration_since(*d).num_days() < 3)
            .count();
        let mut free = moved_before;
        let mut current = day;
        loop {
            current = current.succ_opt()?;
            let taken = self
                .list
                .iter()
                .any(|h| h.actual_day(current.year()) == Some(current));
            if is_weekend(current) || taken {
                continue;
            }
            if free == 0 {
                return Some(current);
            }
            free -= 1;
        }
    }
}

impl Holiday {
    /// Returns the day of the holiday in a year, before any move for a weekend; `None` when it is not kept that year.
    #[must_use]
    pub fn actual_day(&self, year: i32) -> Option<NaiveDate> {
        if self.from_year.is_some_and(|y| year < y) || self.until_year.is_some_and(|y| year > y) {
            return None;
        }
        match &self.day {
            HolidayDay::Fixed { month, day } => NaiveDate::from_ymd_opt(year, *month, *day),
            HolidayDay::Easter { offset } => {
                let easter = easter(year)?;
                let days = Days::new(u64::from(offset.unsigned_abs()));
                if *offset < 0 {
                    easter.checked_sub_days(days)
                } else {
                    easter.checked_add_days(days)
                }
            }
            HolidayDay::Nth {
                nth: 0,
                weekday,
                month,
            } => (1..=5)
                .rev()
                .find_map(|n| NaiveDate::from_weekday_of_month_opt(year, *month, *weekday, n)),
            HolidayDay::Nth {
                nth,
                weekday,
                month,
            } => NaiveDate::from_weekday_of_month_opt(year, *month, *weekday, *nth),
            HolidayDay::WeekdayBefore {
                weekday,
                month,
                day,
            } => {
                let mut current = NaiveDate::from_ymd_opt(year, *month, *day)?.pred_opt()?;
                while current.weekday() != *weekday {
                    current = current.pred_opt()?;
                }
                Some(current)
            }
            HolidayDay::Once(day) => (day.year() == year).then_some(*day),
        }
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Returns Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
#[must_use]
pub fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_facts_say() {
        for (year, month, day) in [
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2029, 4, 1),
            (2030, 4, 21),
            (2031, 4, 13),
            (1943, 4, 25),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }
}
