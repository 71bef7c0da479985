//! Days, hours and periods as people write them.
#![no_main]

use chrono::NaiveDate;
use claimctl::domain::calendar::period::Period;
use claimctl::domain::language::Language;
use claimctl::lang::reading::{read_date, read_instant, read_yes_no};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let today = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    for language in Language::ALL {
        if let Ok(day) = read_date(text, *language, today) {
            // What is read is read again as it is written everywhere.
            assert_eq!(read_date(&day.to_string(), *language, today), Ok(day));
        }
        let _ = read_instant(text, *language, today);
    }
    let _ = read_yes_no(text);
    if let Ok(period) = Period::parse(text) {
        assert_eq!(Period::parse(&period.to_string()), Ok(period));
        let _ = period.end_after(today, &Default::default());
    }
});
