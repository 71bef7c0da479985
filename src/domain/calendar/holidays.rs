//! Public holidays, computed from rules that come as data.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::easter::easter;
use crate::domain::language::Text;

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

/// Which day stands in for a holiday that falls on a weekend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Observed {
    /// None.
    #[default]
    AsIs,
    /// The next weekday that is not already a holiday (United Kingdom).
    NextWeekday,
    /// Friday for Saturday, Monday for Sunday (United States, federal offices).
    NearestWeekday,
    /// Monday for Sunday (some regions of Spain).
    SundayToMonday,
    /// Saturday for Sunday, which is then no holiday itself (King's Day in the Netherlands).
    SundayToSaturday,
}

/// One public holiday of a country or of some of its regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// `holidays/fr#armistice`; its name is looked up by it.
    pub id: String,
    pub name: Text,
    pub country: String,
    /// ISO 3166-2 codes of the regions where it holds; empty: the whole country.
    pub regions: Vec<String>,
    pub day: HolidayDay,
    /// Days that took the place of the usual one, in their years.
    pub moved: Vec<NaiveDate>,
    pub observed: Observed,
    /// Only some keep the day that stands in.
    pub observed_partial: bool,
    pub from_year: Option<i32>,
    pub until_year: Option<i32>,
    /// Holds only in a part of the region, so whoever relies on it is warned.
    pub partial: bool,
}

/// What makes a day a holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept<'h> {
    pub holiday: &'h Holiday,
    /// It stands in for the holiday, which falls on a weekend.
    pub substitute: bool,
    /// Not everybody at the place keeps it.
    pub partial: bool,
}

/// The holidays that hold at one place.
#[derive(Debug, Clone, Default)]
pub struct Holidays {
    list: Vec<Holiday>,
    /// The years that were asked for: a count of working days asks for every day of them.
    years: RefCell<BTreeMap<i32, Year>>,
}

/// The days of a year that are holidays: which one, whether it stands in for it, whether only some keep it.
type Year = BTreeMap<NaiveDate, (usize, bool, bool)>;

/// The furthest day that can stand in for a holiday, in days after it.
const FURTHEST: usize = 31;

impl PartialEq for Holidays {
    fn eq(&self, other: &Holidays) -> bool {
        self.list == other.list
    }
}

impl Eq for Holidays {}

impl Holidays {
    /// Picks from all the known holidays those of a country and, where it is known, of a region.
    #[must_use]
    pub fn of(all: &[Holiday], country: &str, region: Option<&str>) -> Holidays {
        let here = |h: &&Holiday| {
            h.country == country
                && (h.regions.is_empty()
                    || region.is_some_and(|r| h.regions.iter().any(|x| x == r)))
        };
        Holidays::listed(all.iter().filter(here).cloned().collect())
    }

    fn listed(list: Vec<Holiday>) -> Holidays {
        Holidays {
            list,
            years: RefCell::default(),
        }
    }

    /// Whether no holiday is known for the place at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Leaves out the days standing in for a holiday that only some keep: no consumer's last day may lean on them.
    #[must_use]
    pub fn for_the_consumer(&self) -> Holidays {
        let mut list = self.list.clone();
        for holiday in list.iter_mut().filter(|h| h.observed_partial) {
            holiday.observed = Observed::AsIs;
        }
        Holidays::listed(list)
    }

    /// Leaves out everything that not everybody at the place keeps.
    #[must_use]
    pub fn certain(&self) -> Holidays {
        let mut list = self.for_the_consumer().list;
        list.retain(|h| !h.partial);
        Holidays::listed(list)
    }

    /// Returns the holiday that is kept on this day, if there is one; the one that everybody keeps, if there are two.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<Kept<'_>> {
        let mut years = self.years.borrow_mut();
        let year = years
            .entry(day.year())
            .or_insert_with(|| self.in_year(day.year()));
        let (at, substitute, partial) = *year.get(&day)?;
        Some(Kept {
            holiday: &self.list[at],
            substitute,
            partial,
        })
    }

    fn in_year(&self, year: i32) -> Year {
        let mut kept = Year::new();
        for (at, holiday) in self.list.iter().enumerate() {
            // A day near New Year can stand in for a holiday of the year before or after.
            for own_year in year - 1..=year + 1 {
                let Some(own) = holiday.actual_day(own_year) else {
                    continue;
                };
                let instead = self.observed_day(holiday, own, own_year);
                let left = instead.is_some() && holiday.observed == Observed::SundayToSaturday;
                let days = [
                    (!left).then_some((own, false)),
                    instead.map(|day| (day, true)),
                ];
                for (day, substitute) in days.into_iter().flatten() {
                    if day.year() != year {
                        continue;
                    }
                    let partial = holiday.partial || substitute && holiday.observed_partial;
                    let earlier = kept.entry(day).or_insert((at, substitute, partial));
                    // The one that everybody keeps, if there are two.
                    if earlier.2 && !partial {
                        *earlier = (at, substitute, partial);
                    }
                }
            }
        }
        kept
    }

    /// The day that stands in for a holiday on a weekend.
    fn observed_day(&self, holiday: &Holiday, own: NaiveDate, year: i32) -> Option<NaiveDate> {
        match (holiday.observed, own.weekday()) {
            (Observed::NearestWeekday, Weekday::Sat)
            | (Observed::SundayToSaturday, Weekday::Sun) => own.pred_opt(),
            (Observed::NearestWeekday | Observed::SundayToMonday, Weekday::Sun) => own.succ_opt(),
            (Observed::NextWeekday, Weekday::Sat | Weekday::Sun) => {
                self.substitute(holiday, own, year)
            }
            _ => None,
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
        for current in day.iter_days().skip(1).take(FURTHEST) {
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
        None
    }
}

impl Holiday {
    /// Returns the day of the holiday in a year, whatever the weekday; `None` when it is not kept that year.
    #[must_use]
    pub fn actual_day(&self, year: i32) -> Option<NaiveDate> {
        if self.from_year.is_some_and(|y| year < y) || self.until_year.is_some_and(|y| year > y) {
            return None;
        }
        if let Some(moved) = self.moved.iter().find(|day| day.year() == year) {
            return Some(*moved);
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
