use proptest::prelude::*;

use super::*;
use crate::domain::event::EventKind;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-20")
}

fn a_window(state: RouteState, from: Option<NaiveDate>, until: Option<NaiveDate>) -> Window {
    Window {
        route: "platform/shop#dispute".to_owned(),
        title: Text::same("Dispute"),
        state,
        reason: match (state, from) {
            (RouteState::NotYet, Some(on)) => Reason::OpensOn(on, String::new()),
            (RouteState::Blocked, _) => Reason::Needs(Text::same("Write first")),
            _ => Reason::Open,
        },
        opens_on: from,
        closes_on: until,
        legal_on: None,
        paused_on: None,
        taken_on: None,
        ruled_out_by: None,
    }
}

#[test]
fn near_weeks_keep_their_days_and_far_years_are_cut() {
    let far = day("2031-11-12");
    let scale = Scale::new([day("2026-11-02"), day("2026-12-31"), far], today());
    assert_eq!(scale.first(), day("2026-11-02"));
    assert_eq!(scale.last(), day("2031-11-26"));
    assert_eq!(scale.place(today()), 18);
    assert_eq!(scale.place(day("2026-12-31")), 59);
    assert_eq!(scale.place(far), 59 + 14);
    assert_eq!(scale.length(), 59 + 14 + 14);
    assert_eq!(scale.cuts().collect::<Vec<_>>(), [(59, 73)]);
    assert_eq!(scale.months(), [day("2026-12-01")]);
}

#[test]
fn a_line_has_room_for_today_alone_and_for_the_last_day_there_is() {
    let scale = Scale::new([], today());
    assert_eq!((scale.first(), scale.length()), (day("2026-11-13"), 21));
    let scale = Scale::new([NaiveDate::MIN, NaiveDate::MAX], today());
    assert_eq!(scale.last(), NaiveDate::MAX);
    assert_eq!(scale.column(NaiveDate::MAX, 40), 39);
    assert_eq!(scale.column(NaiveDate::MIN, 40), 0);
    assert_eq!(scale.column(today(), 0), 0);
}

#[test]
fn what_waits_for_another_step_begins_today_at_the_soonest() {
    let past = Some(day("2026-11-13"));
    let until = Some(day("2027-03-12"));
    let window = a_window(RouteState::Blocked, past, until);
    assert_eq!(window.shape(today()), Some(Shape::AfterStep));
    assert_eq!(window.bar(today()), Some((Some(today()), until)));
    // Without an end, there is no day to show.
    assert_eq!(
        a_window(RouteState::Blocked, past, None).shape(today()),
        None
    );
    let later = Some(day("2026-12-01"));
    let window = a_window(RouteState::Blocked, later, None);
    assert_eq!(window.bar(today()), Some((later, None)));
}

#[test]
fn a_limit_that_stands_still_has_no_end() {
    let mut window = a_window(RouteState::Open, None, Some(day("2026-12-01")));
    window.paused_on = Some(today());
    assert_eq!(window.bar(today()), Some((None, None)));
}

#[test]
fn what_was_taken_is_a_day_whatever_its_window() {
    let mut window = a_window(RouteState::Open, None, Some(day("2126-12-01")));
    window.taken_on = Some(day("2026-11-09"));
    assert_eq!(window.shape(today()), Some(Shape::Done));
    let timeline = Timeline::new(today(), Vec::new(), vec![window], Vec::new());
    assert_eq!(timeline.scale.first(), day("2026-11-09"));
    assert_eq!(timeline.scale.last(), day("2026-12-04"));
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let around = 739_940..741_000;
    let days = prop_oneof![3 => around, 1 => 690_000..800_000, 1 => 1..3_600_000_i32];
    days.prop_map(|n| NaiveDate::from_num_days_from_ce_opt(n).unwrap_or_default())
}

fn any_window() -> impl Strategy<Value = Window> {
    let state = prop::sample::select(RouteState::ALL);
    let some = || prop::option::of(any_day());
    (state, some(), some(), some(), some(), some()).prop_map(
        |(state, from, until, legal_on, paused_on, taken_on)| Window {
            legal_on,
            paused_on,
            taken_on,
            ..a_window(state, from, until)
        },
    )
}

proptest! {
    #[test]
    fn everything_lies_on_the_line_in_its_order(
        today in any_day(),
        days in prop::collection::vec(any_day(), 0..12),
        windows in prop::collection::vec(any_window(), 0..8),
        columns in 0..240_usize,
    ) {
        let events = days.iter().map(|on| Mark {
            no: 1,
            kind: EventKind::Note,
            on: *on,
            direction: Direction::Fact,
        });
        let timeline = Timeline::new(today, events.collect(), windows, Vec::new());
        let scale = &timeline.scale;
        let mut shown: Vec<NaiveDate> = timeline.events.iter().map(|mark| mark.on).collect();
        shown.push(today);
        for window in &timeline.windows {
            prop_assert_eq!(window.bar(today).is_some(), window.shape(today).is_some());
            let (from, until) = window.bar(today).unwrap_or_default();
            if let (Some(from), Some(until)) = (from, until) {
                prop_assert!(from <= until);
            }
            shown.extend(window.days(today));
        }
        shown.sort_unstable();
        prop_assert!(scale.first() <= shown[0] && shown[shown.len() - 1] <= scale.last());
        for pair in shown.windows(2) {
            let (one, other) = (scale.place(pair[0]), scale.place(pair[1]));
            // Two days never share a place; two columns never change their order.
            prop_assert!(one < other || pair[0] == pair[1]);
            prop_assert!(scale.column(pair[0], columns) <= scale.column(pair[1], columns));
        }
        for on in shown {
            prop_assert!((0..=scale.length()).contains(&scale.place(on)));
            prop_assert!(scale.column(on, columns) < columns.max(1));
        }
        for month in scale.months() {
            prop_assert!(scale.first() <= month && month <= scale.last());
        }
    }
}
