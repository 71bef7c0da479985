use super::bench::*;
use crate::domain::assess::{Missing, Reason};
use crate::domain::event::{Event, EventKind as E};
use crate::domain::route::{Route, RouteState as S};
use crate::domain::rule::{Roll, Rule};

fn window() -> Bench {
    let rules = vec![
        wait("opens", "P10D", E::Shipped),
        Rule {
            roll: Roll::Yes,
            ..rule("closes", "P33D", E::Shipped)
        },
    ];
    let dispute = Route {
        opens: Some(full("opens")),
        closes: Some(full("closes")),
        ..route("dispute", 30, E::DisputeOpened)
    };
    Bench::new(
        rules,
        vec![dispute],
        vec![event(1, E::Shipped, "2026-10-19")],
    )
}

#[test]
fn a_route_opens_the_day_after_its_wait_and_closes_after_its_legal_last_day() {
    let bench = window();
    let expected = [
        ("2026-10-29", S::NotYet),
        ("2026-10-30", S::Open),
        ("2026-11-13", S::Open),
        ("2026-11-14", S::Closing),
        ("2026-11-21", S::Closing),
        ("2026-11-23", S::Closing),
        ("2026-11-24", S::Closed),
    ];
    for (today, state) in expected {
        assert_eq!(bench.state("dispute", today), state, "on {today}");
    }
    let view = bench.route("dispute", "2026-11-01");
    assert_eq!(view.opens_on, Some(day("2026-10-30")));
    assert_eq!(view.closes_on, Some(day("2026-11-21")));
    let last = Reason::ClosedOn(day("2026-11-23"));
    assert_eq!(bench.route("dispute", "2026-11-24").reason, last);
}

#[test]
fn a_lead_makes_it_close_sooner() {
    let closes = Rule {
        lead: Some(period("P60D")),
        ..rule("closes", "P120D", E::Delivered)
    };
    let way = Route {
        closes: Some(full("closes")),
        ..route("chargeback", 40, E::BankContacted)
    };
    let bench = Bench::new(
        vec![closes],
        vec![way],
        vec![event(1, E::Delivered, "2026-07-23")],
    );
    assert_eq!(bench.state("chargeback", "2026-09-20"), S::Open);
    assert_eq!(bench.state("chargeback", "2026-09-21"), S::Closing);
    assert_eq!(bench.state("chargeback", "2026-11-20"), S::Closing);
    assert_eq!(bench.state("chargeback", "2026-11-21"), S::Closed);
    assert_eq!(
        bench.deadline("closes", "2026-08-01").remind_on,
        day("2026-09-21")
    );
}

#[test]
fn a_wait_whose_start_is_unknown_says_what_is_missing() {
    let mut bench = window();
    bench.log.clear();
    let view = bench.route("dispute", "2026-11-01");
    assert_eq!(view.state, S::NotYet);
    let missing = Missing::Event(E::Shipped);
    assert_eq!(view.reason, Reason::OpeningUnknown(missing));
}

#[test]
fn a_short_limit_that_began_on_a_day_nobody_noted_is_closing() {
    use crate::domain::problem::Problem as P;
    let state = |problem, length| {
        let limit = rule("closes", length, E::Delivered);
        let way = Route {
            closes: Some(full("closes")),
            ..route("dispute", 30, E::DisputeOpened)
        };
        let mut bench = Bench::new(vec![limit], vec![way], vec![]);
        bench.claim.problem = Some(problem);
        let view = bench.route("dispute", "2026-11-20");
        let missing = Missing::Event(E::Delivered);
        assert_eq!(view.reason, Reason::ClosingUnknown(missing));
        view.state
    };
    assert_eq!(state(P::NotAsDescribed, "P2D"), S::Closing);
    assert_eq!(state(P::NotAsDescribed, "P7D"), S::Closing);
    assert_eq!(state(P::NotAsDescribed, "P8D"), S::Open);
    assert_eq!(state(P::NotReceived, "P2D"), S::Open);
}

#[test]
fn every_group_of_needs_must_have_happened() {
    let way = Route {
        needs: vec![vec![E::Contacted], vec![E::Refused, E::FormalNoticeSent]],
        ..route("conciliator", 65, E::ConciliatorContacted)
    };
    let with = |kinds: &[E]| {
        let log = (1..)
            .zip(kinds)
            .map(|(no, kind)| event(no, *kind, "2026-11-02"));
        Bench::new(vec![], vec![way.clone()], log.collect()).state("conciliator", "2026-11-20")
    };
    assert_eq!(with(&[]), S::Blocked);
    assert_eq!(with(&[E::Refused]), S::Blocked);
    assert_eq!(with(&[E::Contacted]), S::Blocked);
    assert_eq!(with(&[E::Contacted, E::FormalNoticeSent]), S::Open);
}

#[test]
fn a_route_that_was_taken_blocks_what_it_excludes_and_makes_its_deadline_moot() {
    let guarantee = Route {
        closes: Some(full("closes")),
        ..route("guarantee", 30, E::DisputeOpened)
    };
    let chargeback = Route {
        excludes: vec![full("guarantee")],
        ..route("chargeback", 40, E::BankContacted)
    };
    let rules = vec![rule("closes", "P90D", E::Ordered)];
    let log = vec![
        event(1, E::Ordered, "2026-10-01"),
        event(2, E::BankContacted, "2026-11-02"),
    ];
    let bench = Bench::new(rules, vec![guarantee, chargeback], log);
    let view = bench.route("guarantee", "2026-11-20");
    assert_eq!(view.state, S::Blocked);
    assert_eq!(view.reason, Reason::ExcludedBy(full("chargeback")));
    use crate::domain::assess::DeadlineState;
    let state = bench.deadline("closes", "2026-11-20").state;
    assert_eq!(state, DeadlineState::Moot);
}

#[test]
fn an_event_that_names_its_route_takes_that_one_else_the_first() {
    let routes = || {
        vec![
            route("first", 35, E::FormalNoticeSent),
            route("second", 39, E::FormalNoticeSent),
        ]
    };
    let taken = |about: Option<&str>| {
        let sent = Event {
            about: about.map(full),
            ..event(1, E::FormalNoticeSent, "2026-11-02")
        };
        let bench = Bench::new(vec![], routes(), vec![sent]);
        ["first", "second"].map(|id| bench.route(id, "2026-11-20").taken_on.is_some())
    };
    assert_eq!(taken(None), [true, false]);
    assert_eq!(taken(Some("second")), [false, true]);
}

#[test]
fn an_event_that_names_no_route_takes_the_first_whose_needs_were_met_by_then() {
    let routes = vec![
        Route {
            needs: vec![vec![E::Withdrawn]],
            ..route("after-withdrawal", 8, E::Returned)
        },
        Route {
            needs: vec![vec![E::ReturnAgreed]],
            ..route("agreed", 9, E::Returned)
        },
    ];
    let log = vec![
        event(1, E::ReturnAgreed, "2026-11-02"),
        event(2, E::Returned, "2026-11-04"),
        event(3, E::Withdrawn, "2026-11-05"),
    ];
    let bench = Bench::new(vec![], routes, log);
    assert_eq!(
        bench.route("agreed", "2026-11-20").taken_on,
        Some(day("2026-11-04"))
    );
    assert_eq!(bench.route("after-withdrawal", "2026-11-20").taken_on, None);
}

#[test]
fn what_is_over_needs_no_route() {
    let mut bench = window();
    bench.log.push(event(2, E::Refunded, "2026-11-02"));
    let view = bench.route("dispute", "2026-11-03");
    assert_eq!((view.state, view.reason), (S::Closed, Reason::NotNeeded));
}
