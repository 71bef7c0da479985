//! Holidays that not everybody keeps.

use super::bench::*;
use crate::domain::assess::Warning;
use crate::domain::calendar::holidays::{Holiday, Observed};
use crate::domain::calendar::period::Period;
use crate::domain::event::EventKind as E;
use crate::domain::rule::{Length, Roll, Rule};

/// 11 November 2026 is a Wednesday, 11 November 2029 a Sunday.
fn with_holiday(rule: Rule, event_on: &str, holiday: Holiday) -> Bench {
    let log = vec![event(1, E::Delivered, event_on)];
    let mut bench = Bench::new(vec![rule], vec![], log);
    bench.library.holidays = vec![holiday];
    bench
}

#[test]
fn a_holiday_of_a_part_moves_the_last_day_with_a_warning() {
    let partial = Holiday {
        partial: true,
        ..armistice()
    };
    let rolls = Rule {
        roll: Roll::Yes,
        ..rule("by", "P14D", E::Delivered)
    };
    let bench = with_holiday(rolls, "2026-10-28", partial);
    assert_eq!(
        bench.days("by"),
        (day("2026-11-11"), Some(day("2026-11-12")))
    );
    let warning = Warning::PartialHoliday {
        rule: full("by"),
        holiday: armistice().id,
    };
    assert!(bench.on("2026-11-01").warnings.contains(&warning));
}

#[test]
fn working_days_of_the_consumer_are_counted_without_a_holiday_of_a_part() {
    let days = |rule: Rule, partial: bool| {
        let rule = Rule {
            length: Length::Fixed(Period::days(3).in_working_days().unwrap()),
            ..rule
        };
        let holiday = Holiday {
            partial,
            ..armistice()
        };
        with_holiday(rule, "2026-11-09", holiday).days("by").0
    };
    let (consumer, trader) = (
        rule("by", "P1D", E::Delivered),
        trader_rule("by", "P1D", E::Delivered),
    );
    assert_eq!(days(consumer.clone(), false), day("2026-11-13"));
    assert_eq!(days(consumer, true), day("2026-11-12"));
    assert_eq!(days(trader, true), day("2026-11-13"));
}

#[test]
fn a_day_that_only_some_keep_instead_moves_the_other_side_only() {
    let some = || Holiday {
        observed: Observed::SundayToMonday,
        observed_partial: true,
        ..armistice()
    };
    let rolls = |rule: Rule| Rule {
        roll: Roll::Yes,
        ..rule
    };
    let consumer = rolls(rule("by", "P14D", E::Delivered));
    let bench = with_holiday(consumer, "2029-10-28", some());
    assert_eq!(
        bench.days("by"),
        (day("2029-11-11"), Some(day("2029-11-12")))
    );
    let trader = rolls(trader_rule("by", "P14D", E::Delivered));
    let bench = with_holiday(trader, "2029-10-28", some());
    assert_eq!(bench.days("by"), (day("2029-11-13"), None));
    let everybody = Holiday {
        observed_partial: false,
        ..some()
    };
    let consumer = rolls(rule("by", "P14D", E::Delivered));
    let bench = with_holiday(consumer, "2029-10-28", everybody);
    assert_eq!(
        bench.days("by"),
        (day("2029-11-11"), Some(day("2029-11-13")))
    );
}
