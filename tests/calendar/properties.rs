//! What holds for every day from 1900 to 2200 and every length.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use claimctl::domain::calendar::easter::easter;
use claimctl::domain::calendar::holidays::{Holiday, Holidays, Observed};
use claimctl::domain::calendar::period::{Period, Unit, days_between};
use claimctl::domain::calendar::working::{add_working_days, day_off, roll_forward};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{all, places};

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
    let last = NaiveDate::from_ymd_opt(2200, 12, 31).unwrap();
    let days = u64::try_from(days_between(first, last)).unwrap();
    (0..=days).prop_map(move |n| first + Days::new(n))
}

fn any_length() -> impl Strategy<Value = Period> {
    prop_oneof![
        (0..2000, Just(Unit::Days)),
        (0..300, Just(Unit::WorkingDays)),
        (0..240, Just(Unit::Months)),
        (0..30, Just(Unit::Years)),
        (0..2000, Just(Unit::Hours)),
    ]
    .prop_map(|(count, unit)| Period { count, unit })
}

fn backwards(period: Period) -> Period {
    Period {
        count: -period.count,
        ..period
    }
}

fn any_place() -> impl Strategy<Value = Index> {
    any::<Index>()
}

/// Runs with the holidays of one place of all. Reading them once is enough for all cases of all properties.
fn at<T>(place: Index, run: impl FnOnce(&[Holiday], &Holidays) -> T) -> T {
    type Place = (Vec<Holiday>, Holidays);
    thread_local!(static PLACES: Vec<Place> = {
        let all = all();
        let of = |(country, region): (String, Option<String>)| {
            let here = |h: &&Holiday| {
                h.country == country
                    && (h.regions.is_empty() || h.regions.iter().any(|r| Some(r) == region.as_ref()))
            };
            let list = all.iter().filter(here).cloned().collect();
            (list, Holidays::of(&all, &country, region.as_deref()))
        };
        places(&all).into_iter().map(of).collect()
    });
    PLACES.with(|places| {
        let (list, holidays) = place.get(places);
        run(list, holidays)
    })
}

proptest! {
    #[test]
    fn a_period_never_ends_before_it_starts(place in any_place(), event in any_day(), length in any_length()) {
        at(place, |_, h| {
            prop_assert!(length.end_after(event, h) >= event);
            prop_assert!(backwards(length).end_after(event, h) <= event);
            Ok(())
        })?;
    }

    #[test]
    fn a_later_event_never_ends_earlier(place in any_place(), event in any_day(), later in 0_u64..40, length in any_length()) {
        at(place, |_, h| {
            let second = event + Days::new(later);
            prop_assert!(length.end_after(event, h) <= length.end_after(second, h));
            let back = backwards(length);
            prop_assert!(back.end_after(event, h) <= back.end_after(second, h));
            Ok(())
        })?;
    }

    #[test]
    fn a_longer_period_never_ends_earlier(place in any_place(), event in any_day(), length in any_length(), more in 0..50) {
        at(place, |_, h| {
            let longer = Period { count: length.count + more, ..length };
            prop_assert!(length.end_after(event, h) <= longer.end_after(event, h));
            Ok(())
        })?;
    }

    #[test]
    fn months_keep_the_day_or_take_the_last_one(event in any_day(), count in -240..240) {
        let end = Period::months(count).end_after(event, &Holidays::default());
        let months = |d: NaiveDate| d.year() * 12 + i32::try_from(d.month0()).unwrap();
        prop_assert_eq!(months(end) - months(event), count);
        if end.day() != event.day() {
            prop_assert!(end.day() < event.day());
            prop_assert_eq!((end + Days::new(1)).day(), 1);
        }
    }

    #[test]
    fn years_keep_the_day_but_for_29_february(event in any_day(), count in -30..30) {
        let length = Period { count, unit: Unit::Years };
        let end = length.end_after(event, &Holidays::default());
        prop_assert_eq!(end.year(), event.year() + count);
        prop_assert_eq!(end.month(), event.month());
        let lost = event.day() == 29 && event.month() == 2 && !end.leap_year();
        prop_assert_eq!(end.day(), if lost { 28 } else { event.day() });
    }

    #[test]
    fn days_are_counted_one_by_one(event in any_day(), count in -2000..2000) {
        let end = Period::days(count).end_after(event, &Holidays::default());
        prop_assert_eq!(days_between(event, end), i64::from(count));
    }

    #[test]
    fn a_roll_lands_on_the_first_working_day(place in any_place(), last in any_day()) {
        at(place, |_, h| {
            let (end, passed) = roll_forward(last, h);
            prop_assert!(end >= last);
            prop_assert_eq!(day_off(end, h), None);
            let between: Vec<NaiveDate> = last.iter_days().take_while(|d| *d < end).collect();
            prop_assert!(between.iter().all(|d| day_off(*d, h).is_some()));
            let passed: Vec<NaiveDate> = passed.into_iter().map(|(d, _)| d).collect();
            prop_assert_eq!(passed, between);
            Ok(())
        })?;
    }

    #[test]
    fn working_days_are_counted_both_ways(place in any_place(), event in any_day(), count in 1_i32..60) {
        at(place, |_, h| {
            let working = |d: &NaiveDate| day_off(*d, h).is_none();
            let end = add_working_days(event, count, h);
            prop_assert!(working(&end));
            let ahead = event.iter_days().skip(1).take_while(|d| *d <= end).filter(working).count();
            prop_assert_eq!(i32::try_from(ahead).unwrap(), count);
            let start = add_working_days(event, -count, h);
            prop_assert!(working(&start));
            let back = start.iter_days().take_while(|d| *d < event).filter(working).count();
            prop_assert_eq!(i32::try_from(back).unwrap(), count);
            // From a working day, there and back again is where one was.
            prop_assert_eq!(add_working_days(end, -count, h) == event, working(&event) || event == end);
            Ok(())
        })?;
    }

    #[test]
    fn every_holiday_is_kept_on_its_day_or_near_it(place in any_place(), year in 1900..=2200) {
        at(place, |list, h| {
            for holiday in list {
                let Some(own) = holiday.actual_day(year) else { continue };
                let off = |day: NaiveDate| h.on(day).is_some();
                match (holiday.observed, own.weekday()) {
                    (Observed::SundayToSaturday, Weekday::Sun) => {
                        prop_assert!(off(own - Days::new(1)));
                    }
                    (Observed::NearestWeekday, Weekday::Sat) => {
                        prop_assert!(off(own - Days::new(1)) && off(own));
                    }
                    (Observed::NearestWeekday | Observed::SundayToMonday, Weekday::Sun) => {
                        prop_assert!(off(own) && off(own + Days::new(1)));
                    }
                    (Observed::NextWeekday, Weekday::Sat | Weekday::Sun) => {
                        // At the latest on Wednesday: two holidays on the weekend and one on the Monday.
                        let stands_in = |n: u64| {
                            let kept = h.on(own + Days::new(n));
                            kept.is_some_and(|kept| kept.substitute && kept.holiday == holiday)
                        };
                        prop_assert!(off(own) && (1..=4).any(stands_in), "{} {own}", holiday.id);
                    }
                    _ => prop_assert!(off(own), "{} {own}", holiday.id),
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_everybody_keeps_is_a_part_of_what_is_kept(place in any_place(), day in any_day()) {
        at(place, |_, h| {
            let [certain, consumer] = [h.certain(), h.for_the_consumer()];
            prop_assert!(certain.on(day).is_none() || consumer.on(day).is_some());
            prop_assert!(consumer.on(day).is_none() || h.on(day).is_some());
            prop_assert!(certain.on(day).is_none_or(|kept| !kept.partial));
            prop_assert!(consumer.on(day).is_none_or(|kept| !(kept.partial && kept.substitute)));
            Ok(())
        })?;
    }

    #[test]
    fn easter_is_a_sunday_in_its_five_weeks(year in 1583..4099) {
        let day = easter(year).unwrap();
        prop_assert_eq!(day.weekday(), Weekday::Sun);
        let first = NaiveDate::from_ymd_opt(year, 3, 22).unwrap();
        prop_assert!((0..=34).contains(&days_between(first, day)));
    }

    #[test]
    fn any_text_is_a_duration_or_refused(text in "\\PC{0,12}") {
        let _ = Period::parse(&text);
    }

    #[test]
    fn a_duration_is_shown_as_it_is_read(length in any_length()) {
        let shown = length.to_string();
        let unit = if length.unit == Unit::WorkingDays { Unit::Days } else { length.unit };
        prop_assert_eq!(Period::parse(&shown), Ok(Period { unit, ..length }));
    }
}
