//! Public holidays: those of France, and every kind that a file can hold.

use chrono::{Datelike, NaiveDate};
use claimctl::domain::calendar::holidays::{Holiday, Holidays};
use claimctl::domain::calendar::period::Period;
use claimctl::domain::calendar::working::{DayOff, day_off, roll_forward};

use crate::{all, day, france, kept};

/// Reads holidays that the tests make up, as a file of a country `XX`.
fn invented(holidays: &str) -> Holidays {
    let text = format!("format = 1\ncountry = \"XX\"\n{holidays}");
    let list = claimctl::playbook::parse_holidays(&text, "xx.toml").unwrap();
    Holidays::of(&list, "XX", None)
}

#[test]
fn the_holidays_of_france_are_eleven_and_those_of_each_region_more() {
    let kept = |region: Option<&str>, year: i32| -> Vec<String> {
        let holidays = france(region);
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        first
            .iter_days()
            .take_while(|d| d.year() == year)
            .filter(|d| holidays.on(*d).is_some())
            .map(|d| d.format("%m-%d").to_string())
            .collect()
    };
    let france = [
        "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11",
        "12-25",
    ];
    assert_eq!(kept(None, 2026), france);
    for (regions, more) in [
        (
            &["FR-57", "FR-67", "FR-68", "FR-6AE"][..],
            &["04-03", "12-26"][..],
        ),
        (&["FR-971", "FR-GP"], &["05-27"]),
        (&["FR-972", "FR-MQ"], &["05-22"]),
        (&["FR-973", "FR-GF"], &["06-10"]),
        (&["FR-974", "FR-RE"], &["12-20"]),
        (&["FR-976", "FR-YT"], &["04-27"]),
        (&["FR-BL"], &["10-09"]),
        (&["FR-MF"], &["05-28"]),
        (&["FR-75"], &[]),
    ] {
        let mut expected: Vec<&str> = france.iter().chain(more).copied().collect();
        expected.sort_unstable();
        for region in regions {
            assert_eq!(kept(Some(region), 2026), expected, "{region}");
        }
    }
    assert!(Holidays::of(&all(), "PT", None).is_empty());
}

#[test]
fn what_not_everybody_keeps_is_marked() {
    let of = |country: &str, marked: fn(&Holiday) -> bool| -> Vec<String> {
        let here = all()
            .into_iter()
            .filter(|h| h.country == country && marked(h));
        here.map(|h| h.id.split_once('#').unwrap().1.to_owned())
            .collect()
    };
    assert_eq!(of("FR", |h| h.partial), ["good-friday"]);
    assert_eq!(of("DE", |h| h.partial), ["assumption-bavaria"]);
    let partial = all().iter().filter(|h| h.partial).count();
    assert_eq!(partial, 2);
    let instead = |country| of(country, |h| h.observed_partial).len();
    assert_eq!([instead("ES"), instead("US"), instead("GB")], [9, 5, 0]);
}

#[test]
fn a_day_that_only_some_keep_is_certain_for_nobody() {
    let on = |country: &str, region: Option<&str>, text: &str| {
        let holidays = Holidays::of(&all(), country, region);
        [&holidays, &holidays.certain()].map(|h| kept(h, day(text)).unwrap_or_default())
    };
    let christmas = "christmas substitute partial";
    assert_eq!(on("US", None, "2027-12-24"), [christmas, ""]);
    assert_eq!(on("US", None, "2027-12-25"), ["christmas", "christmas"]);
    let saints = "all-saints substitute partial";
    assert_eq!(on("ES", None, "2026-11-02"), [saints, ""]);
    let bavaria = Some("DE-BY");
    let assumption = "assumption-bavaria partial";
    assert_eq!(on("DE", bavaria, "2028-08-15"), [assumption, ""]);
    let boxing = "boxing-day substitute";
    assert_eq!(on("GB", None, "2026-12-28"), [boxing, boxing]);
    // A weekend is off for everybody.
    let holidays = Holidays::of(&all(), "DE", bavaria);
    assert_eq!(
        day_off(day("2026-08-15"), &holidays),
        Some(DayOff::Saturday)
    );
}

#[test]
fn other_kinds_of_holidays_are_found() {
    let holidays = invented(
        r#"
[[holiday]]
id = "last-monday"
name = { fr = "a", en = "a" }
type = "nth"
value = "last-mon-05"

[[holiday]]
id = "fourth-thursday"
name = { fr = "b", en = "b" }
type = "nth"
value = "4-thu-11"

[[holiday]]
id = "before"
name = { fr = "c", en = "c" }
type = "weekday-before"
value = "wed<11-23"

[[holiday]]
id = "once"
name = { fr = "d", en = "d" }
type = "date"
value = "2028-06-17"

[[holiday]]
id = "moved"
name = { fr = "f", en = "f" }
type = "nth"
value = "1-mon-04"
moved = [2028-04-20]

[[holiday]]
id = "from-2026"
name = { fr = "e", en = "e" }
type = "fixed"
value = "10-04"
from_year = 2026
until_year = 2028
"#,
    );
    let on = |text: &str| kept(&holidays, day(text));
    for (date, id) in [
        ("2026-05-25", "last-monday"),
        ("2027-05-31", "last-monday"),
        ("2026-11-26", "fourth-thursday"),
        // Strictly before 23 November, which is a Wednesday itself in 2033.
        ("2026-11-18", "before"),
        ("2033-11-16", "before"),
        ("2028-06-17", "once"),
        ("2027-04-05", "moved"),
        ("2028-04-20", "moved"),
        ("2026-10-04", "from-2026"),
        ("2028-10-04", "from-2026"),
    ] {
        assert_eq!(on(date).as_deref(), Some(id), "{date}");
    }
    for date in [
        "2028-04-03",
        "2027-05-24",
        "2033-11-23",
        "2027-06-17",
        "2025-10-04",
        "2029-10-04",
    ] {
        assert_eq!(on(date), None, "{date}");
    }
}

#[test]
fn holidays_on_a_weekend_move_as_their_country_says() {
    let fixed = |id: &str, value: &str, observed: &str| {
        format!(
            "[[holiday]]\nid = \"{id}\"\nname = {{ fr = \"a\", en = \"a\" }}\n\
             type = \"fixed\"\nvalue = \"{value}\"\nobserved = \"{observed}\"\n"
        )
    };
    let next = invented(
        &[
            ("new-year", "01-01"),
            ("second-of-january", "01-02"),
            ("christmas", "12-25"),
            ("boxing-day", "12-26"),
        ]
        .map(|(id, value)| fixed(id, value, "next-weekday"))
        .concat(),
    );
    let days = |holidays: &Holidays, from: &str, to: &str| -> Vec<String> {
        day(from)
            .iter_days()
            .take_while(|d| *d <= day(to))
            .filter_map(|d| Some(format!("{} {}", d.format("%a %m-%d"), kept(holidays, d)?)))
            .collect()
    };
    let around = |year: i32| days(&next, &format!("{year}-12-24"), &format!("{year}-12-31"));
    assert_eq!(
        around(2027),
        [
            "Sat 12-25 christmas",
            "Sun 12-26 boxing-day",
            "Mon 12-27 christmas substitute",
            "Tue 12-28 boxing-day substitute"
        ]
    );
    assert_eq!(
        around(2022),
        [
            "Sun 12-25 christmas",
            "Mon 12-26 boxing-day",
            "Tue 12-27 christmas substitute"
        ]
    );
    assert_eq!(
        around(2026),
        [
            "Fri 12-25 christmas",
            "Sat 12-26 boxing-day",
            "Mon 12-28 boxing-day substitute"
        ]
    );
    assert_eq!(
        days(&next, "2028-01-01", "2028-01-07"),
        [
            "Sat 01-01 new-year",
            "Sun 01-02 second-of-january",
            "Mon 01-03 new-year substitute",
            "Tue 01-04 second-of-january substitute"
        ]
    );
    let nearest = invented(&fixed("new-year", "01-01", "nearest-weekday"));
    assert_eq!(
        days(&nearest, "2027-12-30", "2028-01-04"),
        ["Fri 12-31 new-year substitute", "Sat 01-01 new-year"]
    );
    assert_eq!(
        days(&nearest, "2022-12-30", "2023-01-04"),
        ["Sun 01-01 new-year", "Mon 01-02 new-year substitute"]
    );
    let monday = invented(&fixed("new-year", "01-01", "sunday-to-monday"));
    assert_eq!(
        days(&monday, "2022-12-30", "2023-01-04"),
        ["Sun 01-01 new-year", "Mon 01-02 new-year substitute"]
    );
    assert_eq!(
        days(&monday, "2027-12-30", "2028-01-04"),
        ["Sat 01-01 new-year"]
    );
    // The one that moves altogether.
    let kings_day = invented(&fixed("kings-day", "04-27", "sunday-to-saturday"));
    assert_eq!(
        days(&kings_day, "2025-04-24", "2025-04-29"),
        ["Sat 04-26 kings-day substitute"]
    );
    assert_eq!(
        days(&kings_day, "2024-04-24", "2024-04-29"),
        ["Sat 04-27 kings-day"]
    );
}

#[test]
fn an_id_stands_once_in_a_file_and_a_moved_day_is_a_day() {
    let file = |more: &str| {
        let holiday = "[[holiday]]\nid = \"a\"\nname = { fr = \"a\", en = \"a\" }\ntype = \"fixed\"\nvalue = \"05-01\"\n";
        let text = format!("format = 1\ncountry = \"GB\"\n{holiday}{more}");
        let problems = claimctl::playbook::parse_holidays(&text, "gb.toml").unwrap_err();
        let found = problems.iter().map(|p| (p.code, p.line.unwrap()));
        found.collect::<Vec<_>>()
    };
    let twice = "[[holiday]]\nid = \"a\"\nname = { fr = \"b\", en = \"b\" }\ntype = \"easter\"\nvalue = 1\n";
    assert_eq!(file(twice), [("duplicate-id", 9)]);
    assert_eq!(file("moved = [2020-05-08T10:00:00]\n"), [("bad-date", 8)]);
    assert_eq!(file("observed = \"monday\"\n"), [("unknown-value", 8)]);
}

#[test]
fn where_every_day_is_off_nothing_is_looked_for() {
    let every: String = (0..366)
        .map(|no| {
            let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + chrono::Days::new(no);
            format!(
                "[[holiday]]\nid = \"h{no}\"\nname = {{ fr = \"a\", en = \"a\" }}\ntype = \"fixed\"\n\
                 value = \"{}\"\nobserved = \"next-weekday\"\n",
                day.format("%m-%d")
            )
        })
        .collect();
    // No file has so many: they are read a hundred at a time.
    let tables: Vec<&str> = every.split_inclusive("next-weekday\"\n").collect();
    let read = |part: &[&str]| {
        let text = format!("format = 1\ncountry = \"FR\"\n{}", part.concat());
        claimctl::playbook::parse_holidays(&text, "fr.toml").unwrap()
    };
    let all: Vec<_> = tables.chunks(100).flat_map(read).collect();
    let holidays = Holidays::of(&all, "FR", None);
    let friday = day("2026-11-20");
    assert_eq!(roll_forward(friday, &holidays), (friday, Vec::new()));
    let far = Period::parse("P36500D").unwrap().in_working_days().unwrap();
    assert!(far.end_after(friday, &holidays) < day("2028-01-01"));
}
