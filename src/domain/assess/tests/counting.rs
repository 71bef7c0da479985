use super::bench::*;
use crate::domain::assess::{ExplainStep, Warning};
use crate::domain::claim::Term;
use crate::domain::event::{Channel, Event, EventKind as E};
use crate::domain::rule::{Cap, Counts, Length, Roll, Rule, Start, Which};

#[test]
fn the_consumers_safe_day_stays_and_only_a_roll_that_the_rule_grants_is_legal() {
    let with = |roll| {
        let rule = Rule {
            roll,
            ..rule("by", "P14D", E::Delivered)
        };
        Bench::new(
            vec![rule],
            vec![],
            vec![event(1, E::Delivered, "2026-11-07")],
        )
    };
    let saturday = day("2026-11-21");
    assert_eq!(
        with(Roll::Yes).days("by"),
        (saturday, Some(day("2026-11-23")))
    );
    assert_eq!(with(Roll::No).days("by"), (saturday, None));
    assert_eq!(with(Roll::Unknown).days("by"), (saturday, None));
    let steps = with(Roll::Unknown).deadline("by", "2026-11-20").steps;
    assert!(steps.contains(&ExplainStep::RollUnknown), "{steps:?}");
}

#[test]
fn a_roll_passes_over_a_holiday() {
    let rule = Rule {
        roll: Roll::Yes,
        ..rule("by", "P14D", E::Delivered)
    };
    let bench = Bench::new(
        vec![rule],
        vec![],
        vec![event(1, E::Delivered, "2026-10-28")],
    );
    assert_eq!(
        bench.days("by"),
        (day("2026-11-11"), Some(day("2026-11-12")))
    );
}

#[test]
fn the_other_side_is_late_only_after_the_later_day() {
    let with = |roll| {
        let rule = Rule {
            roll,
            ..trader_rule("refund", "P14D", E::Withdrawn)
        };
        Bench::new(
            vec![rule],
            vec![],
            vec![event(1, E::Withdrawn, "2026-11-07")],
        )
    };
    assert_eq!(with(Roll::Yes).days("refund"), (day("2026-11-23"), None));
    assert_eq!(
        with(Roll::Unknown).days("refund"),
        (day("2026-11-23"), None)
    );
    assert_eq!(with(Roll::No).days("refund"), (day("2026-11-21"), None));
}

#[test]
fn the_latest_of_rules_needs_all_of_them_the_earliest_one() {
    let rules = || {
        vec![
            wait("ten", "P10D", E::Shipped),
            wait("two", "P2D", E::Contacted),
            made_of("both", &["ten", "two"], &[]),
            made_of("either", &[], &["ten", "two"]),
        ]
    };
    let shipped = event(1, E::Shipped, "2026-11-02");
    let contacted = event(2, E::Contacted, "2026-11-03");
    let bench = Bench::new(rules(), vec![], vec![shipped.clone(), contacted]);
    assert_eq!(bench.days("both").0, day("2026-11-12"));
    assert_eq!(bench.days("either").0, day("2026-11-05"));
    let bench = Bench::new(rules(), vec![], vec![shipped]);
    assert_eq!(bench.find("both", "2026-11-20"), None);
    assert_eq!(bench.days("either").0, day("2026-11-12"));
}

#[test]
fn a_whole_day_ends_later_than_an_hour_of_the_same_day() {
    let rules = vec![
        wait("hours", "PT48H", E::Contacted),
        wait("days", "P3D", E::Shipped),
        made_of("both", &["hours", "days"], &[]),
        made_of("either", &[], &["hours", "days"]),
    ];
    let log = vec![
        event(1, E::Shipped, "2026-11-09"),
        at(2, E::Contacted, "2026-11-10", "09:30:00"),
    ];
    let bench = Bench::new(rules, vec![], log);
    assert_eq!(bench.deadline("both", "2026-11-20").due_at, None);
    let either = bench.deadline("either", "2026-11-20").due_at;
    assert_eq!(either.map(|t| t.to_string()), Some("09:30:00".to_owned()));
}

#[test]
fn an_outer_limit_ends_a_rule_early_and_only_then() {
    let with = |cap: &str| {
        let cap = Cap {
            length: period(cap),
            from: vec![from(E::Paid)],
        };
        let rule = Rule {
            cap: Some(cap),
            ..rule("by", "P120D", E::Delivered)
        };
        let log = vec![
            event(1, E::Paid, "2026-01-01"),
            event(2, E::Delivered, "2026-06-01"),
        ];
        Bench::new(vec![rule], vec![], log).days("by").0
    };
    assert_eq!(with("P200D"), day("2026-07-20"));
    assert_eq!(with("P540D"), day("2026-09-29"));
}

#[test]
fn the_day_of_receipt_counts_where_it_is_known() {
    let received = |known: Option<&str>| {
        let starts = [Counts::Received, Counts::Sent].map(|counts| Start::Event {
            kind: E::Withdrawn,
            which: Which::First,
            counts,
            written: false,
            end_of_year: false,
            after: None,
        });
        let rule = Rule {
            from: starts.to_vec(),
            ..trader_rule("refund", "P14D", E::Withdrawn)
        };
        let sent = Event {
            received_on: known.map(day),
            ..event(1, E::Withdrawn, "2026-11-18")
        };
        Bench::new(vec![rule], vec![], vec![sent]).days("refund").0
    };
    assert_eq!(received(Some("2026-11-20")), day("2026-12-04"));
    assert_eq!(received(None), day("2026-12-02"));
}

#[test]
fn a_call_is_no_written_complaint() {
    let written = Start::Event {
        kind: E::Contacted,
        which: Which::First,
        counts: Counts::Sent,
        written: true,
        end_of_year: false,
        after: None,
    };
    let rule = Rule {
        from: vec![written],
        ..rule("by", "P1Y", E::Contacted)
    };
    let call = Event {
        channel: Some(Channel::Phone),
        ..event(1, E::Contacted, "2026-01-31")
    };
    let bench = Bench::new(vec![rule.clone()], vec![], vec![call.clone()]);
    assert_eq!(bench.find("by", "2026-11-20"), None);
    let bench = Bench::new(
        vec![rule],
        vec![],
        vec![call, event(2, E::Contacted, "2026-02-28")],
    );
    assert_eq!(bench.days("by").0, day("2027-02-28"));
}

#[test]
fn hours_count_from_the_hour_or_from_the_side_that_cannot_be_wrong() {
    let both = || {
        vec![
            rule("act", "PT48H", E::Contacted),
            trader_rule("answer", "PT48H", E::Contacted),
        ]
    };
    let known = Bench::new(
        both(),
        vec![],
        vec![at(1, E::Contacted, "2026-11-10", "09:30:00")],
    );
    assert_eq!(known.days("act").0, day("2026-11-12"));
    assert_eq!(known.days("answer").0, day("2026-11-12"));
    let unknown = Bench::new(both(), vec![], vec![event(1, E::Contacted, "2026-11-10")]);
    assert_eq!(unknown.days("act").0, day("2026-11-11"));
    assert_eq!(unknown.days("answer").0, day("2026-11-12"));
}

#[test]
fn months_end_on_the_last_day_of_a_shorter_month() {
    let bench = Bench::new(
        vec![rule("by", "P13M", E::Debited)],
        vec![],
        vec![event(1, E::Debited, "2026-01-31")],
    );
    assert_eq!(bench.days("by"), (day("2027-02-28"), None));
}

#[test]
fn the_notice_period_is_taken_off_before_the_count_backwards() {
    let rule = Rule {
        from: vec![Start::Term {
            term: Term::TermEndsOn,
            minus_notice: true,
        }],
        roll: Roll::No,
        ..trader_rule("remind", "-P1M", E::Note)
    };
    let mut bench = Bench::new(vec![rule], vec![], vec![]);
    bench
        .claim
        .terms
        .insert(Term::TermEndsOn, day("2027-03-31"));
    assert_eq!(bench.find("remind", "2026-11-20"), None);
    bench.claim.notice_period = Some(period("P2M"));
    assert_eq!(bench.days("remind").0, day("2026-12-31"));
}

#[test]
fn the_users_own_notice_period_ends_the_term_early() {
    let rule = Rule {
        length: Length::NoticePeriod { back: true },
        from: vec![Start::Term {
            term: Term::TermEndsOn,
            minus_notice: false,
        }],
        ..rule("notice", "P0D", E::Note)
    };
    let mut bench = Bench::new(vec![rule], vec![], vec![]);
    bench
        .claim
        .terms
        .insert(Term::TermEndsOn, day("2027-01-31"));
    bench.claim.notice_period = Some(period("P2M"));
    assert_eq!(bench.days("notice").0, day("2026-11-30"));
}

#[test]
fn the_law_of_the_day_of_the_contract_holds() {
    let rule = Rule {
        in_force_from: Some(day("2026-06-19")),
        ..rule("by", "P14D", E::Ordered)
    };
    let on = |ordered| {
        let log = vec![event(1, E::Ordered, ordered)];
        Bench::new(vec![rule.clone()], vec![], log).find("by", "2026-06-20")
    };
    assert_eq!(on("2026-06-18"), None);
    assert!(on("2026-06-19").is_some());
}

#[test]
fn a_date_of_ones_own_an_extension_and_a_pause_move_the_end_and_say_from_where() {
    let about = |no, kind, on: &str, by: Option<&str>, about: &str| Event {
        about: Some(full(about)),
        by: by.map(day),
        ..event(no, kind, on)
    };
    let with = |events: Vec<Event>| {
        let mut way = route("dispute", 30, E::DisputeOpened);
        way.closes = Some(full("by"));
        let log = std::iter::once(event(1, E::Delivered, "2026-11-02")).chain(events);
        let bench = Bench::new(
            vec![rule("by", "P15D", E::Delivered)],
            vec![way],
            log.collect(),
        );
        let deadline = bench.deadline("by", "2026-11-10");
        (deadline.due_on, deadline.moved_from)
    };
    let before = Some(day("2026-11-17"));
    assert_eq!(with(vec![]), (day("2026-11-17"), None));
    let own = about(2, E::OwnDate, "2026-11-03", Some("2026-11-12"), "by");
    assert_eq!(with(vec![own]), (day("2026-11-12"), before));
    let extended = about(2, E::Extended, "2026-11-03", Some("2026-11-30"), "dispute");
    assert_eq!(with(vec![extended]), (day("2026-11-30"), before));
    let pause = vec![
        about(2, E::Paused, "2026-11-05", None, "by"),
        about(3, E::Resumed, "2026-11-09", None, "by"),
    ];
    assert_eq!(with(pause), (day("2026-11-21"), before));
    // The days before the clock began are not part of the pause: one of them is left here.
    let early = vec![
        about(2, E::Paused, "2026-10-20", None, "by"),
        about(3, E::Resumed, "2026-11-03", None, "by"),
    ];
    assert_eq!(with(early), (day("2026-11-18"), before));
    // A pause whose end was said ends by itself, or before when it is resumed.
    let until = |on| about(2, E::Paused, "2026-11-05", Some(on), "by");
    assert_eq!(with(vec![until("2026-11-08")]), (day("2026-11-20"), before));
    let resumed = |on| about(3, E::Resumed, on, None, "by");
    assert_eq!(
        with(vec![until("2026-11-08"), resumed("2026-11-07")]),
        (day("2026-11-19"), before)
    );
    assert_eq!(
        with(vec![until("2026-11-08"), resumed("2026-11-10")]),
        (day("2026-11-20"), before)
    );
}

#[test]
fn what_was_said_of_the_common_rule_moves_the_one_in_its_place() {
    let own = Event {
        about: Some("law/base#by".to_owned()),
        by: Some(day("2026-11-12")),
        ..event(2, E::OwnDate, "2026-11-03")
    };
    let on = |refines: Option<&str>| {
        let rule = Rule {
            refines: refines.map(str::to_owned),
            ..rule("by", "P15D", E::Delivered)
        };
        let log = vec![event(1, E::Delivered, "2026-11-02"), own.clone()];
        let bench = Bench::new(vec![rule], vec![], log);
        bench.deadline("by", "2026-11-10").due_on
    };
    assert_eq!(on(Some("law/base#by")), day("2026-11-12"));
    assert_eq!(on(Some("law/other#by")), day("2026-11-17"));
    assert_eq!(on(None), day("2026-11-17"));
}

#[test]
fn a_clock_that_stands_still_is_not_missed_and_the_days_left_survive() {
    let about = |no, kind, on: &str| Event {
        about: Some(full("by")),
        note: Some("waiting for a part".to_owned()),
        ..event(no, kind, on)
    };
    let mut way = route("dispute", 30, E::DisputeOpened);
    way.closes = Some(full("by"));
    let mut bench = Bench::new(
        vec![rule("by", "P15D", E::Delivered)],
        vec![way],
        vec![
            event(1, E::Delivered, "2026-11-02"),
            about(2, E::Paused, "2026-11-12"),
        ],
    );
    // Five days are left when it stops, and it stands for twenty.
    let open = bench.deadline("by", "2026-12-01");
    assert_eq!(open.state, crate::domain::assess::DeadlineState::Open);
    assert_eq!(open.paused_on, Some(day("2026-11-12")));
    let state = bench.state("dispute", "2026-12-01");
    assert_eq!(state, crate::domain::route::RouteState::Open);
    bench.log.push(about(3, E::Resumed, "2026-12-02"));
    let moved = bench.deadline("by", "2026-12-02");
    assert_eq!(
        (moved.due_on, moved.moved_from, moved.paused_on),
        (day("2026-12-07"), Some(day("2026-11-17")), None)
    );
    // A pause after the last day brings nothing back.
    bench.log = vec![
        event(1, E::Delivered, "2026-11-02"),
        about(2, E::Paused, "2026-11-18"),
        about(3, E::Resumed, "2026-12-02"),
    ];
    let gone = bench.deadline("by", "2026-12-02");
    assert_eq!((gone.due_on, gone.moved_from), (day("2026-11-17"), None));
}

#[test]
fn the_day_that_a_formal_notice_sets_goes_before_the_suggested_one() {
    let notice = |by: Option<&str>| {
        let sent = Event {
            by: by.map(day),
            ..event(1, E::FormalNoticeSent, "2026-11-12")
        };
        let rules = vec![
            trader_rule("extra-time", "P8D", E::FormalNoticeSent),
            rule("year", "P1Y", E::FormalNoticeSent),
            Rule {
                from: vec![from_rule("extra-time")],
                ..wait("ends", "P0D", E::Note)
            },
        ];
        let mut way = route("terminate", 37, E::Terminated);
        way.opens = Some(full("ends"));
        let bench = Bench::new(rules, vec![way], vec![sent]);
        let opens = bench.route("terminate", "2026-11-12").opens_on;
        (bench.days("extra-time").0, bench.days("year").0, opens)
    };
    let year = day("2027-11-12");
    assert_eq!(
        notice(None),
        (day("2026-11-20"), year, Some(day("2026-11-21")))
    );
    assert_eq!(
        notice(Some("2026-11-27")),
        (day("2026-11-27"), year, Some(day("2026-11-28")))
    );
}

#[test]
fn a_fault_that_is_found_again_after_a_repair_starts_nothing_anew() {
    let by = |log: Vec<Event>| {
        let rule = Rule {
            from: vec![from(E::Discovered), from(E::Delivered)],
            ..rule("by", "P2Y", E::Discovered)
        };
        let log = std::iter::once(event(1, E::Delivered, "2026-01-05")).chain(log);
        Bench::new(vec![rule], vec![], log.collect()).days("by").0
    };
    let again = event(4, E::Discovered, "2026-10-25");
    let repaired = event(3, E::Repaired, "2026-10-20");
    let first = event(2, E::Discovered, "2026-09-01");
    assert_eq!(by(vec![again.clone()]), day("2028-10-25"));
    assert_eq!(by(vec![repaired.clone(), again.clone()]), day("2028-01-05"));
    assert_eq!(by(vec![first, repaired, again]), day("2028-09-01"));
}

#[test]
fn only_what_comes_after_another_event_in_the_log_is_counted_from_it() {
    let after = |first| {
        let mut start = from(E::Discovered);
        if let Start::Event { after, .. } = &mut start {
            *after = Some(first);
        }
        start
    };
    let found = |log: Vec<Event>| {
        let rule = Rule {
            from: vec![after(E::Repaired), after(E::Replaced)],
            ..rule("by", "P2Y", E::Discovered)
        };
        let bench = Bench::new(vec![rule], vec![], log);
        bench.find("by", "2026-11-20").map(|d| (d.due_on, d.steps))
    };
    let first = event(1, E::Discovered, "2026-09-01");
    let came_back = |kind| event(3, kind, "2026-10-20");
    let again = |no, on| event(no, E::Discovered, on);
    assert_eq!(found(vec![first.clone()]), None);
    for kind in [E::Repaired, E::Replaced] {
        assert_eq!(found(vec![first.clone(), came_back(kind)]), None);
        // On one day the order of the log decides.
        let before = vec![again(2, "2026-10-20"), came_back(kind)];
        assert_eq!(found(before), None);
        for on in ["2026-10-20", "2026-10-25"] {
            let log = vec![first.clone(), came_back(kind), again(4, on)];
            let (due_on, steps) = found(log).unwrap();
            assert_eq!(due_on, day(&on.replace("2026", "2028")));
            let told = ExplainStep::CameAfter {
                kind,
                no: 3,
                on: day("2026-10-20"),
            };
            assert_eq!(steps[1], told);
        }
    }
}

/// On the stack of a test, which is a quarter of that of a program, in a build that is not optimised.
#[test]
fn rules_that_hang_on_too_many_others_or_on_themselves_are_not_counted_and_named() {
    let chain = |count: usize| -> Vec<Rule> {
        let one = |no: usize| Rule {
            from: vec![match no {
                0 => from(E::Ordered),
                no => from_rule(&format!("r{}", no - 1)),
            }],
            ..rule(&format!("r{no}"), "P1D", E::Ordered)
        };
        (0..count).map(one).collect()
    };
    let log = || vec![event(1, E::Ordered, "2026-11-01")];
    let seen = Bench::new(chain(5_000), Vec::new(), log()).on("2026-11-20");
    assert_eq!(seen.deadlines.len(), 50);
    let rules = vec![full("r50")];
    assert!(seen.warnings.contains(&Warning::NotCounted { rules }));
    let seen = Bench::new(chain(50), Vec::new(), log()).on("2026-11-20");
    assert_eq!(seen.deadlines.len(), 50);
    assert!(
        !seen
            .warnings
            .iter()
            .any(|w| matches!(w, Warning::NotCounted { .. }))
    );
    let mut circle = chain(2);
    circle[0].from = vec![from_rule("r1")];
    circle[1].kept = vec![full("r0")];
    let seen = Bench::new(circle, Vec::new(), log()).on("2026-11-20");
    assert_eq!(seen.deadlines, []);
    let rules = vec![full("r0"), full("r1")];
    assert!(seen.warnings.contains(&Warning::NotCounted { rules }));
}
