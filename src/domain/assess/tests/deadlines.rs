use super::bench::*;
use crate::domain::assess::DeadlineState as S;
use crate::domain::event::{Event, EventKind as E};
use crate::domain::party::Who;
use crate::domain::rule::{Roll, Rule};

fn refund(log: Vec<Event>) -> Bench {
    let rule = Rule {
        met_by: vec![E::Refunded],
        moot_by: vec![E::Delivered],
        ..trader_rule("refund", "P14D", E::Terminated)
    };
    Bench::new(vec![rule], vec![], log)
}

#[test]
fn open_to_the_last_day_missed_from_the_next() {
    let bench = refund(vec![event(1, E::Terminated, "2026-11-06")]);
    assert_eq!(bench.deadline("refund", "2026-11-20").state, S::Open);
    assert_eq!(bench.deadline("refund", "2026-11-21").state, S::Missed);
    assert!(!bench.deadline("refund", "2026-11-21").chased);
}

#[test]
fn the_consumers_deadline_is_missed_only_after_the_legal_day() {
    let rule = Rule {
        roll: Roll::Yes,
        ..rule("by", "P14D", E::Delivered)
    };
    let bench = Bench::new(
        vec![rule],
        vec![],
        vec![event(1, E::Delivered, "2026-11-07")],
    );
    assert_eq!(bench.deadline("by", "2026-11-23").state, S::Open);
    assert_eq!(bench.deadline("by", "2026-11-24").state, S::Missed);
}

#[test]
fn met_by_what_comes_after_its_start_and_moot_by_what_ends_it() {
    let ended = event(2, E::Terminated, "2026-11-06");
    let mut part = event(1, E::Refunded, "2026-11-01");
    part.amount = Some(crate::domain::money::Money::new(
        100,
        iso_currency::Currency::EUR,
    ));
    let early = refund(vec![part.clone(), ended.clone()]);
    assert_eq!(early.deadline("refund", "2026-11-20").state, S::Open);
    part.no = 3;
    part.on = day("2026-11-19");
    // A part of the money is not what was owed; what completes it is.
    let owing = refund(vec![ended.clone(), part.clone()]);
    assert_eq!(owing.deadline("refund", "2026-12-20").state, S::Missed);
    let rest = Event {
        amount: None,
        ..part
    };
    let met = refund(vec![ended.clone(), rest]);
    let deadline = met.deadline("refund", "2026-12-20");
    assert_eq!(
        (deadline.state, deadline.met_on),
        (S::Met, Some(day("2026-11-19")))
    );
    let moot = refund(vec![ended, event(3, E::Delivered, "2026-11-10")]);
    assert_eq!(moot.deadline("refund", "2026-12-20").state, S::Moot);
}

#[test]
fn whoever_is_late_was_chased_once_the_consumer_has_written_again() {
    let mut log = vec![event(1, E::Terminated, "2026-11-06")];
    log.push(event(2, E::Contacted, "2026-11-20"));
    assert!(!refund(log.clone()).deadline("refund", "2026-11-23").chased);
    log.push(event(3, E::Contacted, "2026-11-22"));
    let deadline = refund(log).deadline("refund", "2026-11-23");
    assert_eq!((deadline.state, deadline.chased), (S::Missed, true));
}

#[test]
fn a_right_used_after_its_last_day_was_missed() {
    let used = |on| {
        let rule = Rule {
            met_by: vec![E::Withdrawn],
            ..rule("by", "P14D", E::Delivered)
        };
        let log = vec![
            event(1, E::Delivered, "2026-11-02"),
            event(2, E::Withdrawn, on),
        ];
        Bench::new(vec![rule], vec![], log)
            .deadline("by", "2026-11-20")
            .state
    };
    assert_eq!(used("2026-11-16"), S::Met);
    assert_eq!(used("2026-11-17"), S::Missed);
}

#[test]
fn a_promise_is_tracked_and_a_newer_one_takes_its_place() {
    let promised = |no, on: &str, by: &str| Event {
        by: Some(day(by)),
        ..event(no, E::Promised, on)
    };
    let mut log = vec![promised(1, "2026-11-02", "2026-11-12")];
    let bench = Bench::new(vec![], vec![], log.clone());
    let deadline = bench.deadline("yours#1", "2026-11-12");
    assert_eq!((deadline.who, deadline.state), (Who::Trader, S::Open));
    assert_eq!(bench.deadline("yours#1", "2026-11-13").state, S::Missed);
    log.push(promised(2, "2026-11-13", "2026-11-30"));
    let bench = Bench::new(vec![], vec![], log.clone());
    assert_eq!(bench.deadline("yours#1", "2026-11-20").state, S::Moot);
    assert_eq!(bench.deadline("yours#2", "2026-11-20").state, S::Open);
    let mut part = event(3, E::Refunded, "2026-11-25");
    part.amount = Some(crate::domain::money::Money::new(
        100,
        iso_currency::Currency::EUR,
    ));
    log.push(part);
    let bench = Bench::new(vec![], vec![], log);
    assert_eq!(bench.deadline("yours#2", "2026-12-20").state, S::Met);
}

#[test]
fn an_answer_that_was_asked_for_is_met_by_any_answer() {
    let asked = Event {
        by: Some(day("2026-11-10")),
        ..event(1, E::Contacted, "2026-11-02")
    };
    let bench = Bench::new(vec![], vec![], vec![asked.clone()]);
    assert_eq!(bench.deadline("yours#1", "2026-11-11").state, S::Missed);
    let bench = Bench::new(
        vec![],
        vec![],
        vec![asked, event(2, E::Refused, "2026-11-05")],
    );
    assert_eq!(bench.deadline("yours#1", "2026-11-11").state, S::Met);
}

#[test]
fn only_who_was_written_to_answers() {
    let asked = |kind| Event {
        by: Some(day("2026-11-10")),
        ..event(1, kind, "2026-11-02")
    };
    let state = |kind, answer| {
        let log = vec![asked(kind), event(2, answer, "2026-11-05")];
        Bench::new(vec![], vec![], log)
            .deadline("yours#1", "2026-11-11")
            .state
    };
    assert_eq!(state(E::Contacted, E::BankAnswered), S::Missed);
    assert_eq!(state(E::Contacted, E::MediationFileComplete), S::Missed);
    assert_eq!(state(E::BankContacted, E::BankAnswered), S::Met);
    assert_eq!(
        state(E::MediatorContacted, E::MediationFileComplete),
        S::Met
    );
    assert_eq!(state(E::DisputeOpened, E::DisputeDecided), S::Met);
}

#[test]
fn a_settled_claim_has_nothing_open() {
    let bench = refund(vec![
        event(1, E::Terminated, "2026-11-06"),
        event(2, E::Delivered, "2026-11-06"),
    ]);
    assert_eq!(bench.deadline("refund", "2026-11-07").state, S::Moot);
}

#[test]
fn a_correction_counts_in_place_of_what_it_corrects() {
    let corrected = Event {
        corrects: Some(1),
        ..event(2, E::Terminated, "2026-11-09")
    };
    let bench = refund(vec![event(1, E::Terminated, "2026-11-06"), corrected]);
    assert_eq!(bench.days("refund").0, day("2026-11-23"));
}
