//! Clocks that are moved: on the day of a boundary, the day before, the day after, and by the hour.

use super::bench::*;
use crate::domain::assess::{DeadlineState, ExplainStep};
use crate::domain::event::{Event, EventKind as E};
use crate::domain::party::Who;
use crate::domain::rule::Rule;

fn said(no: u32, kind: E, on: &str, by: Option<&str>) -> Event {
    Event {
        about: Some(full("by")),
        by: by.map(day),
        ..event(no, kind, on)
    }
}

fn said_at(no: u32, kind: E, on: &str, time: &str) -> Event {
    Event {
        about: Some(full("by")),
        ..at(no, kind, on, time)
    }
}

/// Fifteen days from a delivery on 2 November: until the 17th, unless it is moved.
fn bench(events: &[Event]) -> Bench {
    let log = std::iter::once(event(1, E::Delivered, "2026-11-02")).chain(events.iter().cloned());
    Bench::new(
        vec![rule("by", "P15D", E::Delivered)],
        vec![],
        log.collect(),
    )
}

#[track_caller]
fn ends(events: &[Event], on: &str) {
    assert_eq!(bench(events).deadline("by", "2026-11-10").due_on, day(on));
}

#[test]
fn a_pause_adds_its_days_up_to_the_last_day_and_none_after_it() {
    let pause = |from, to| {
        [
            said(2, E::Paused, from, None),
            said(3, E::Resumed, to, None),
        ]
    };
    // The day before the last one, that day, the day after.
    ends(&pause("2026-11-16", "2026-11-20"), "2026-11-21");
    ends(&pause("2026-11-17", "2026-11-20"), "2026-11-20");
    ends(&pause("2026-11-18", "2026-11-20"), "2026-11-17");
    // The day before the clock begins, that day, the day after.
    ends(&pause("2026-11-01", "2026-11-05"), "2026-11-20");
    ends(&pause("2026-11-02", "2026-11-05"), "2026-11-20");
    ends(&pause("2026-11-03", "2026-11-05"), "2026-11-19");
    ends(&pause("2026-11-01", "2026-11-02"), "2026-11-17");
}

#[test]
fn a_pause_that_ends_on_its_day_adds_none() {
    let same_day = "2026-11-05";
    ends(
        &[
            said(2, E::Paused, same_day, None),
            said(3, E::Resumed, same_day, None),
        ],
        "2026-11-17",
    );
    ends(
        &[
            said_at(2, E::Paused, same_day, "09:00:00"),
            said_at(3, E::Resumed, same_day, "17:00:00"),
        ],
        "2026-11-17",
    );
    // What was logged without an hour comes after what was logged before it.
    let resumed = [
        said_at(2, E::Paused, same_day, "09:00:00"),
        said(3, E::Resumed, same_day, None),
    ];
    ends(&resumed, "2026-11-17");
    let deadline = bench(&resumed).deadline("by", "2026-11-30");
    assert_eq!(
        (deadline.paused_on, deadline.state),
        (None, DeadlineState::Missed)
    );
}

#[test]
fn pauses_one_after_the_other_add_up() {
    let pauses = [
        said(2, E::Paused, "2026-11-03", Some("2026-11-05")),
        said(3, E::Paused, "2026-11-08", None),
        said(4, E::Resumed, "2026-11-11", None),
    ];
    ends(&pauses, "2026-11-22");
}

#[test]
fn an_extension_is_the_last_day_and_only_what_is_paused_after_it_is_added() {
    let given = |kind, pause: &[Event]| {
        let mut events = pause.to_vec();
        events.insert(1, said(9, kind, "2026-11-10", Some("2026-11-30")));
        let deadline = bench(&events).deadline("by", "2026-11-20");
        (deadline.due_on, deadline.moved_from)
    };
    let before = Some(day("2026-11-17"));
    for kind in [E::Extended, E::OwnDate] {
        // Agreed in a pause from the 5th to the 14th: the four days that follow.
        let pause = [
            said(2, E::Paused, "2026-11-05", None),
            said(3, E::Resumed, "2026-11-14", None),
        ];
        assert_eq!(given(kind, &pause), (day("2026-12-04"), before));
        // Agreed on the day it ends.
        let pause = [
            said(2, E::Paused, "2026-11-05", None),
            said(10, E::Resumed, "2026-11-10", None),
        ];
        assert_eq!(given(kind, &pause), (day("2026-11-30"), before));
        // Agreed after a pause that ended by itself, on the last day of one, and in one.
        let until = |by| [said(2, E::Paused, "2026-11-05", Some(by))];
        assert_eq!(
            given(kind, &until("2026-11-08")),
            (day("2026-11-30"), before)
        );
        assert_eq!(
            given(kind, &until("2026-11-10")),
            (day("2026-11-30"), before)
        );
        assert_eq!(
            given(kind, &until("2026-11-12")),
            (day("2026-12-02"), before)
        );
    }
}

#[test]
fn hours_are_put_off_by_the_hours_of_the_pause() {
    let with = |who, began: Event, events: &[Event]| {
        let rule = Rule {
            who,
            ..rule("by", "PT48H", E::TrackingDelivered)
        };
        let log = std::iter::once(began).chain(events.iter().cloned());
        let bench = Bench::new(vec![rule], vec![], log.collect());
        let deadline = bench.deadline("by", "2026-11-05");
        (deadline.due_on, deadline.due_at)
    };
    let hour = || at(1, E::TrackingDelivered, "2026-11-03", "10:00:00");
    let known = [
        said_at(2, E::Paused, "2026-11-03", "15:00:00"),
        said_at(3, E::Resumed, "2026-11-05", "09:00:00"),
    ];
    let time = |text: &str| Some(text.parse().unwrap());
    for who in [Who::Consumer, Who::Trader] {
        assert_eq!(
            with(who, hour(), &known),
            (day("2026-11-07"), time("04:00:00"))
        );
    }
    // Hours that are not known: the pause is as short as it can be for the consumer, as long as it can be for others.
    let days = [
        said(2, E::Paused, "2026-11-03", None),
        said(3, E::Resumed, "2026-11-05", None),
    ];
    assert_eq!(
        with(Who::Consumer, hour(), &days),
        (day("2026-11-06"), time("10:00:00"))
    );
    assert_eq!(
        with(Who::Trader, hour(), &days),
        (day("2026-11-08"), time("00:00:00"))
    );
    let same_day = [
        said(2, E::Paused, "2026-11-04", None),
        said(3, E::Resumed, "2026-11-04", None),
    ];
    for who in [Who::Consumer, Who::Trader] {
        assert_eq!(
            with(who, hour(), &same_day),
            (day("2026-11-05"), time("10:00:00"))
        );
    }
    // A clock that began on a day without an hour ends on a day: whole days are added to it.
    let whole = || event(1, E::TrackingDelivered, "2026-11-03");
    assert_eq!(with(Who::Consumer, whole(), &[]), (day("2026-11-04"), None));
    assert_eq!(with(Who::Trader, whole(), &[]), (day("2026-11-05"), None));
    let long = [
        said_at(2, E::Paused, "2026-11-04", "15:00:00"),
        said_at(3, E::Resumed, "2026-11-06", "09:00:00"),
    ];
    assert_eq!(
        with(Who::Consumer, whole(), &long),
        (day("2026-11-05"), None)
    );
    assert_eq!(with(Who::Trader, whole(), &long), (day("2026-11-07"), None));
}

#[test]
fn what_counts_from_a_clock_that_stands_still_stands_still_with_it() {
    let answer = trader_rule("by", "P15D", E::Delivered);
    let after = Rule {
        from: vec![from_rule("by")],
        ..rule("after", "P5D", E::Note)
    };
    let mut way = route("end", 30, E::Terminated);
    way.opens = Some(full("by"));
    let mut bench = bench(&[said(2, E::Paused, "2026-11-10", None)]);
    (
        bench.library.playbooks[0].rules,
        bench.library.playbooks[0].routes,
    ) = (vec![answer, after], vec![way]);
    let deadline = bench.deadline("after", "2026-12-20");
    assert_eq!(
        (deadline.state, deadline.paused_on),
        (DeadlineState::Open, Some(day("2026-11-10")))
    );
    assert_eq!(bench.route("end", "2026-12-20").opens_on, None);
    bench.log.push(said(3, E::Resumed, "2026-11-20", None));
    assert_eq!(
        bench.deadline("after", "2026-12-20").due_on,
        day("2026-12-02")
    );
    assert_eq!(
        bench.route("end", "2026-12-20").opens_on,
        Some(day("2026-11-28"))
    );
}

#[test]
fn ones_own_date_stands_in_for_a_count_whose_start_is_missing() {
    let own = said(2, E::OwnDate, "2026-11-03", Some("2026-11-12"));
    let rules = vec![rule("by", "P15D", E::Shipped)];
    let bench = Bench::new(rules, vec![], vec![event(1, E::Ordered, "2026-11-02"), own]);
    let deadline = bench.deadline("by", "2026-11-10");
    assert_eq!(
        (deadline.due_on, deadline.moved_from),
        (day("2026-11-12"), None)
    );
    assert_eq!(
        deadline.steps,
        [ExplainStep::OwnDate {
            no: 2,
            on: day("2026-11-12")
        }]
    );
    assert_eq!(
        bench.deadline("by", "2026-11-13").state,
        DeadlineState::Missed
    );
}
