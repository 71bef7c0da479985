//! The days where mistakes are made.

use chrono::{NaiveDate, NaiveTime};
use claimctl::domain::calendar::holidays::Holidays;
use claimctl::domain::calendar::period::{Period, Unit, end_of_year};
use claimctl::domain::calendar::working::{DayOff, add_working_days, roll_forward};

use crate::{day, ends, france, period, rolled};

#[test]
fn a_day_before_and_after_each_border_of_a_long_weekend() {
    let france = france(None);
    // Easter 2026: Saturday 4, Sunday 5, Monday 6 April.
    assert_eq!(rolled("2026-03-20", "P14D", &france), "2026-04-03");
    assert_eq!(rolled("2026-03-21", "P14D", &france), "2026-04-07");
    assert_eq!(rolled("2026-03-22", "P14D", &france), "2026-04-07");
    assert_eq!(rolled("2026-03-23", "P14D", &france), "2026-04-07");
    assert_eq!(rolled("2026-03-24", "P14D", &france), "2026-04-07");
    assert_eq!(rolled("2026-03-25", "P14D", &france), "2026-04-08");
    // Whit Monday and Ascension 2026: 25 and 14 May.
    assert_eq!(rolled("2026-05-11", "P14D", &france), "2026-05-26");
    assert_eq!(rolled("2026-04-30", "P14D", &france), "2026-05-15");
    // Christmas and New Year on a Friday: the roll goes into the next year.
    assert_eq!(rolled("2026-12-11", "P14D", &france), "2026-12-28");
    assert_eq!(rolled("2026-12-18", "P14D", &france), "2027-01-04");
}

#[test]
fn months_and_years_end_on_the_same_number_or_the_last_day() {
    let none = Holidays::default();
    for (event, length, end) in [
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2028-01-31", "P1M", "2028-02-29"),
        ("2028-02-29", "P1Y", "2029-02-28"),
        ("2028-02-29", "P4Y", "2032-02-29"),
        ("2096-02-29", "P4Y", "2100-02-28"),
        ("2026-02-28", "P1M", "2026-03-28"),
        ("2026-08-31", "P6M", "2027-02-28"),
        ("2026-12-31", "P2M", "2027-02-28"),
        ("2026-03-31", "-P1M", "2026-02-28"),
        ("2027-01-31", "-P1M", "2026-12-31"),
        ("2026-11-20", "P0D", "2026-11-20"),
        ("2026-12-31", "P1D", "2027-01-01"),
        ("2028-02-28", "P1D", "2028-02-29"),
        ("2026-11-20", "P8W", "2027-01-15"),
        ("2026-11-20", "-P1W", "2026-11-13"),
    ] {
        assert_eq!(ends(event, length, &none), end, "{event} {length}");
    }
    assert_eq!(end_of_year(day("2026-01-01")), day("2026-12-31"));
    assert_eq!(end_of_year(day("2026-12-31")), day("2026-12-31"));
}

#[test]
fn working_days_leave_out_weekends_and_holidays_both_ways() {
    let france = france(None);
    let count = |from: &str, count| add_working_days(day(from), count, &france).to_string();
    assert_eq!(count("2026-11-06", 1), "2026-11-09");
    assert_eq!(count("2026-11-10", 1), "2026-11-12");
    assert_eq!(count("2026-11-12", -1), "2026-11-10");
    assert_eq!(count("2026-11-09", -1), "2026-11-06");
    assert_eq!(count("2026-11-08", -1), "2026-11-06");
    assert_eq!(count("2026-11-08", 1), "2026-11-09");
    assert_eq!(count("2026-04-02", 3), "2026-04-08");
    assert_eq!(count("2026-04-08", -3), "2026-04-02");
    assert_eq!(count("2026-11-11", 0), "2026-11-11");
    let five = period("P5D").in_working_days().unwrap();
    assert_eq!(
        five.end_after(day("2026-11-06"), &france),
        day("2026-11-16")
    );
    assert_eq!(period("P2M").in_working_days(), None);
}

#[test]
fn a_roll_says_which_days_it_passed_and_why() {
    let alsace = france(Some("FR-67"));
    let (last, passed) = roll_forward(day("2027-03-26"), &alsace);
    assert_eq!(last, day("2027-03-30"));
    let holiday = |id: &str| DayOff::Holiday(format!("holidays/fr#{id}"));
    let expected = [
        (
            day("2027-03-26"),
            DayOff::Partial("holidays/fr#good-friday".to_owned()),
        ),
        (day("2027-03-27"), DayOff::Saturday),
        (day("2027-03-28"), DayOff::Sunday),
        (day("2027-03-29"), holiday("easter-monday")),
    ];
    assert_eq!(passed, expected);
}

#[test]
fn hours_end_on_the_side_that_cannot_be_wrong() {
    let hours = period("PT48H");
    let at = |text: &str| text.parse::<NaiveTime>().unwrap();
    let event = day("2026-11-18");
    let known = hours.hours_end(event, Some(at("14:30:00")), false);
    assert_eq!(known, (day("2026-11-20"), Some(at("14:30:00"))));
    // The hour is not known: who must act counts from the start of the day, who waits from its end.
    assert_eq!(
        hours.hours_end(event, None, false),
        (day("2026-11-19"), None)
    );
    assert_eq!(
        hours.hours_end(event, None, true),
        (day("2026-11-20"), None)
    );
    let half = period("PT36H");
    assert_eq!(
        half.hours_end(event, None, false),
        (day("2026-11-19"), None)
    );
    assert_eq!(half.hours_end(event, None, true), (day("2026-11-20"), None));
}

#[test]
fn hours_counted_backwards_end_before_the_event() {
    let hours = period("-PT48H");
    let at = |text: &str| text.parse::<NaiveTime>().unwrap();
    let event = day("2026-11-18");
    let known = hours.hours_end(event, Some(at("14:30:00")), false);
    assert_eq!(known, (day("2026-11-16"), Some(at("14:30:00"))));
    // 48 hours before the day begins is the end of the third day before it.
    assert_eq!(
        hours.hours_end(event, None, false),
        (day("2026-11-15"), None)
    );
}

#[test]
fn the_ends_of_the_calendar_do_not_break_it() {
    let france = france(None);
    for text in [
        "P14D", "P36525D", "P36525M", "P36525Y", "PT36525H", "P5000W",
    ] {
        let (ahead, back) = (period(text), period(&format!("-{text}")));
        assert!(ahead.end_after(NaiveDate::MAX, &france) <= NaiveDate::MAX);
        assert!(back.end_after(NaiveDate::MIN, &france) >= NaiveDate::MIN);
        for from_day_end in [true, false] {
            let _ = back.hours_end(NaiveDate::MIN, None, from_day_end);
            let end = ahead.hours_end(NaiveDate::MAX, None, from_day_end).0;
            assert_eq!(end, NaiveDate::MAX);
        }
    }
    let back = period("-PT48H");
    let first = back.hours_end(NaiveDate::MIN, Some(NaiveTime::MIN), false);
    assert_eq!(first, (NaiveDate::MIN, Some(NaiveTime::MIN)));
    let working = period("P5D").in_working_days().unwrap();
    assert_eq!(working.end_after(NaiveDate::MAX, &france), NaiveDate::MAX);
    assert!(roll_forward(NaiveDate::MAX, &france).0 <= NaiveDate::MAX);
}

#[test]
fn durations_are_read_in_one_unit_only() {
    for (text, count, unit) in [
        ("P14D", 14, Unit::Days),
        ("P8W", 56, Unit::Days),
        ("-P1M", -1, Unit::Months),
        ("P1Y", 1, Unit::Years),
        ("PT48H", 48, Unit::Hours),
    ] {
        assert_eq!(Period::parse(text), Ok(Period { count, unit }), "{text}");
    }
    for text in [
        "",
        "P",
        "PT",
        "P14",
        "14D",
        "P1M2D",
        "P1.5D",
        "PD",
        "P-1D",
        "--P1D",
        "+P1D",
        "P14d",
        "PT2M",
        "P48H",
        "P1D ",
        "P99999D",
        "P99999999999D",
        "Pé",
        "P１D",
        "P1é",
    ] {
        assert!(Period::parse(text).is_err(), "{text}");
    }
}
