use super::bench::*;
use crate::domain::assess::{Action, Assessment, DeadlineState, Docket};
use crate::domain::claim::Status;
use crate::domain::event::{Event, EventKind as E};
use crate::domain::money::Money;
use crate::domain::party::Who;
use crate::domain::problem::{Outcome, Remedy};
use crate::domain::route::{Door, Route};
use crate::domain::rule::{Roll, Rule};

/// A seller to write to, a platform's dispute, a refund after the end of the contract, a formal notice after it.
fn bench(log: Vec<Event>) -> Bench {
    let rules = vec![
        wait("opens", "P10D", E::Ordered),
        rule("closes", "P40D", E::Ordered),
        Rule {
            met_by: vec![E::Refunded],
            ..trader_rule("refund", "P14D", E::Terminated)
        },
    ];
    let routes = vec![
        Route {
            door: Door::Seller,
            ..route("contact", 10, E::Contacted)
        },
        Route {
            opens: Some(full("opens")),
            closes: Some(full("closes")),
            needs: vec![vec![E::Contacted]],
            ..route("dispute", 30, E::DisputeOpened)
        },
        Route {
            opens: Some(full("refund")),
            needs: vec![vec![E::Terminated]],
            ..route("notice", 35, E::FormalNoticeSent)
        },
        route("end", 20, E::Terminated),
    ];
    let log = std::iter::once(event(1, E::Ordered, "2026-10-12")).chain(log);
    Bench::new(rules, routes, log.collect())
}

fn asked(no: u32, on: &str, by: &str) -> Event {
    Event {
        by: Some(day(by)),
        ..event(no, E::Contacted, on)
    }
}

fn taken(bench: &Bench, today: &str) -> Option<String> {
    match bench.on(today).next.action {
        Action::TakeRoute { route, .. } => Some(route),
        _ => None,
    }
}

#[test]
fn first_the_seller_then_the_wait_for_the_answer_then_the_next_route() {
    let nobody = bench(vec![]);
    assert_eq!(taken(&nobody, "2026-10-14"), Some(full("contact")));
    assert_eq!(nobody.on("2026-10-14").status, Status::Yours);
    let mut wrote = bench(vec![asked(2, "2026-10-14", "2026-10-22")]);
    wrote.library.playbooks[0].routes.pop();
    let waiting = wrote.on("2026-10-22");
    assert_eq!(waiting.status, Status::Waiting);
    assert_eq!(waiting.next.due_on, Some(day("2026-10-22")));
    let late = wrote.on("2026-10-23");
    assert_eq!(late.status, Status::Overdue);
    assert_eq!(taken(&wrote, "2026-10-23"), Some(full("dispute")));
}

#[test]
fn a_refund_is_waited_for_chased_once_and_then_taken_further() {
    let ended = vec![
        event(2, E::Contacted, "2026-10-14"),
        event(3, E::Terminated, "2026-11-05"),
    ];
    let mut claim = bench(ended);
    claim.library.playbooks[0]
        .routes
        .retain(|r| r.id != full("dispute"));
    let waiting = claim.on("2026-11-19");
    assert_eq!(waiting.status, Status::Waiting, "{:?}", waiting.next);
    let late = claim.on("2026-11-20");
    assert_eq!(late.status, Status::Overdue);
    let chase = matches!(
        late.next.action,
        Action::Chase {
            who: Who::Trader,
            ..
        }
    );
    assert!(chase, "{:?}", late.next);
    claim.log.push(asked(4, "2026-11-20", "2026-11-28"));
    assert_eq!(claim.on("2026-11-28").status, Status::Waiting);
    assert_eq!(taken(&claim, "2026-11-29"), Some(full("notice")));
}

#[test]
fn a_window_that_closes_comes_before_waiting() {
    let wrote = bench(vec![asked(2, "2026-11-13", "2026-11-30")]);
    let next = wrote.on("2026-11-14").next;
    let urgent = matches!(&next.action, Action::TakeRoute { route, urgent: true, .. } if *route == full("dispute"));
    assert!(urgent, "{next:?}");
    assert_eq!(next.due_on, Some(day("2026-11-21")));
}

#[test]
fn once_the_safe_day_has_passed_the_legal_one_is_named() {
    let mut claim = bench(vec![event(2, E::Contacted, "2026-10-14")]);
    claim.library.playbooks[0].rules[1].roll = Roll::Yes;
    assert_eq!(claim.on("2026-11-21").next.due_on, Some(day("2026-11-21")));
    assert_eq!(claim.on("2026-11-22").next.due_on, Some(day("2026-11-23")));
    assert_eq!(taken(&claim, "2026-11-23"), Some(full("dispute")));
    assert_ne!(taken(&claim, "2026-11-24"), Some(full("dispute")));
}

#[test]
fn a_reminder_of_a_refund_is_not_reminded_of_again() {
    let log = vec![
        event(2, E::Terminated, "2026-11-05"),
        asked(3, "2026-11-20", "2026-11-28"),
    ];
    let mut claim = bench(log);
    claim.library.playbooks[0]
        .routes
        .retain(|r| r.id != full("dispute"));
    assert_eq!(taken(&claim, "2026-11-29"), Some(full("notice")));
}

#[test]
fn a_first_message_after_a_missed_delivery_is_no_reminder() {
    let mut claim = bench(vec![asked(2, "2026-11-12", "2026-11-20")]);
    let playbook = &mut claim.library.playbooks[0];
    playbook
        .rules
        .push(trader_rule("deliver", "P30D", E::Ordered));
    playbook.routes.retain(|r| r.id == full("contact"));
    playbook
        .routes
        .push(route("notice", 35, E::FormalNoticeSent));
    let next = claim.on("2026-11-21").next;
    let chase = matches!(next.action, Action::Chase { .. });
    assert!(chase, "{next:?}");
}

#[test]
fn an_offer_is_answered_before_anything_else() {
    let offered = Event {
        by: Some(day("2026-10-25")),
        ..event(3, E::Offered, "2026-10-20")
    };
    let mut claim = bench(vec![event(2, E::Contacted, "2026-10-14"), offered]);
    let next = claim.on("2026-10-21").next;
    assert_eq!(next.action, Action::AnswerOffer { event: 3 });
    assert_eq!(next.due_on, Some(day("2026-10-25")));
    claim.log.push(event(4, E::OfferRefused, "2026-10-21"));
    let next = claim.on("2026-10-23").next;
    assert!(
        !matches!(next.action, Action::AnswerOffer { .. }),
        "{next:?}"
    );
}

#[test]
fn an_offer_whose_day_has_passed_holds_nothing_up() {
    let offered = Event {
        by: Some(day("2026-10-25")),
        ..event(3, E::Offered, "2026-10-20")
    };
    let mut claim = bench(vec![event(2, E::Contacted, "2026-10-14"), offered]);
    let late = claim.on("2026-10-26");
    assert!(!matches!(late.next.action, Action::AnswerOffer { .. }));
    let answer = |on: &Assessment| on.deadlines.iter().find(|d| d.rule == "yours#3").cloned();
    assert_eq!(answer(&late).unwrap().state, DeadlineState::Missed);
    // Whoever goes on without an answer owes none.
    claim.log.push(event(4, E::DisputeOpened, "2026-10-27"));
    let gone_on = claim.on("2026-10-28");
    assert_eq!(answer(&gone_on).unwrap().state, DeadlineState::Moot);
}

#[test]
fn what_was_agreed_is_waited_for_and_ends_the_claim() {
    let offered = Event {
        amount: Money::parse("20 EUR").ok(),
        ..event(3, E::Offered, "2026-10-20")
    };
    let accepted = Event {
        by: Some(day("2026-11-03")),
        ..event(4, E::OfferAccepted, "2026-10-21")
    };
    let mut claim = bench(vec![
        event(2, E::Contacted, "2026-10-14"),
        offered,
        accepted,
    ]);
    let agreed = claim.on("2026-10-22");
    assert!(matches!(agreed.next.action, Action::Wait { .. }));
    assert_eq!(agreed.next.due_on, Some(day("2026-11-03")));
    assert!(matches!(
        claim.on("2026-11-04").next.action,
        Action::Chase { .. } | Action::TakeRoute { .. }
    ));
    claim.log.push(Event {
        amount: Money::parse("20 EUR").ok(),
        ..event(5, E::Refunded, "2026-10-30")
    });
    let close = Action::Close {
        outcome: Outcome::PartlyRefunded,
    };
    assert_eq!(claim.on("2026-10-31").next.action, close);
}

#[test]
fn the_status_follows_from_the_log() {
    let mut claim = bench(vec![event(2, E::Refunded, "2026-10-20")]);
    let done = claim.on("2026-10-21");
    let close = Action::Close {
        outcome: Outcome::Refunded,
    };
    assert_eq!((done.status, done.next.action), (Status::Yours, close));
    claim.claim.closed_on = Some(day("2026-10-22"));
    assert_eq!(claim.on("2026-10-23").status, Status::Closed);
    let mut draft = bench(vec![]);
    draft.claim.draft = true;
    assert_eq!(draft.on("2026-10-21").status, Status::Draft);
    assert_eq!(draft.on("2026-10-21").next.action, Action::FinishDraft);
}

#[test]
fn a_claim_is_settled_by_what_it_asked_for() {
    let settled = |wanted, log: Vec<Event>| {
        let mut claim = bench(log);
        claim.claim.wanted = Some(wanted);
        matches!(claim.on("2026-11-20").next.action, Action::Close { .. })
    };
    let part = Event {
        amount: Some(crate::domain::money::Money::new(
            100,
            iso_currency::Currency::EUR,
        )),
        ..event(2, E::Refunded, "2026-10-20")
    };
    assert!(!settled(Remedy::Refund, vec![part.clone()]));
    assert!(settled(Remedy::PartialRefund, vec![part]));
    let came = || vec![event(2, E::Delivered, "2026-10-20")];
    assert!(settled(Remedy::Delivery, came()));
    assert!(!settled(Remedy::Refund, came()));
    assert!(settled(
        Remedy::Replacement,
        vec![event(2, E::Replaced, "2026-10-20")]
    ));
    assert!(!settled(
        Remedy::Cancellation,
        vec![event(2, E::Cancelled, "2026-10-20")]
    ));
    assert!(settled(
        Remedy::Cancellation,
        vec![event(2, E::ServiceStopped, "2026-10-20")]
    ));
}

#[test]
fn the_agenda_says_of_every_day_of_a_year_what_the_assessment_says() {
    let logs = [
        vec![],
        vec![asked(2, "2026-10-14", "2026-10-22")],
        vec![
            event(2, E::Contacted, "2026-10-14"),
            event(3, E::Terminated, "2026-11-05"),
        ],
        vec![
            at(2, E::Contacted, "2026-10-14", "09:30:00"),
            asked(3, "2026-11-13", "2026-11-30"),
        ],
    ];
    for log in logs {
        let claim = bench(log);
        let start = day("2026-10-14");
        let agenda = Docket::new(&claim.claim, &claim.log, &claim.library).agenda(start);
        for today in start.iter_days().take(366) {
            let now = claim.on(&today.to_string());
            let segment = agenda.iter().rev().find(|s| s.from_on <= today).unwrap();
            assert_eq!(segment.status, now.status, "on {today}");
            assert_eq!(segment.next, now.next, "on {today}");
        }
    }
}

#[test]
fn an_announced_delivery_is_waited_for_unless_it_will_not_come_or_a_window_closes() {
    use crate::domain::claim::Term;
    let mut bench = bench(vec![]);
    bench
        .claim
        .terms
        .insert(Term::LatestDeliveryOn, day("2026-11-05"));
    for today in ["2026-10-14", "2026-11-04", "2026-11-05"] {
        let next = bench.on(today).next;
        assert!(
            matches!(
                next.action,
                Action::Wait {
                    who: Who::Trader,
                    ..
                }
            ),
            "{next:?}"
        );
        assert_eq!(next.due_on, Some(day("2026-11-05")));
    }
    assert_eq!(taken(&bench, "2026-11-06"), Some(full("contact")));
    // Whoever said that it will not come is not waited for.
    bench.log.push(event(2, E::UnavailableNotice, "2026-10-13"));
    assert_eq!(taken(&bench, "2026-10-14"), Some(full("contact")));
    // A window that closes before that day goes first.
    bench.log[1] = event(2, E::Note, "2026-10-13");
    let closes = bench.library.playbooks[0].rules.iter_mut();
    for rule in closes.filter(|r| r.id == full("closes")) {
        rule.length = crate::domain::rule::Length::Fixed(period("P20D"));
    }
    bench.library.playbooks[0].routes[1].needs.clear();
    assert_eq!(taken(&bench, "2026-10-24"), None);
    assert_eq!(taken(&bench, "2026-10-25"), Some(full("dispute")));
}

#[test]
fn a_promise_is_waited_for_though_nobody_wrote() {
    let promised = Event {
        by: Some(day("2026-10-25")),
        ..event(2, E::Promised, "2026-10-14")
    };
    let bench = bench(vec![promised]);
    let next = bench.on("2026-10-25").next;
    assert!(matches!(next.action, Action::Wait { .. }), "{next:?}");
    assert_eq!(taken(&bench, "2026-10-26"), Some(full("contact")));
}

#[test]
fn while_an_answer_is_awaited_it_is_said_what_they_are_late_with() {
    let late_on = |who, today: &str| {
        let mut bench = bench(vec![asked(2, "2026-10-20", "2026-10-28")]);
        let deliver = Rule {
            who,
            ..rule("deliver", "P7D", E::Ordered)
        };
        bench.library.playbooks[0].rules.push(deliver);
        match bench.on(today).next.action {
            Action::Wait { late, .. } => late.map(|l| l.since),
            action => panic!("{action:?}"),
        }
    };
    assert_eq!(late_on(Who::Trader, "2026-10-20"), Some(day("2026-10-20")));
    assert_eq!(late_on(Who::Carrier, "2026-10-20"), None);
}

#[test]
fn what_is_left_at_the_end_is_to_close() {
    let outcome = |log: Vec<Event>| {
        let mut bench = bench(log);
        bench.library.playbooks[0].routes.clear();
        match bench.on("2027-06-01").next.action {
            Action::NothingLeft { outcome } => outcome,
            action => panic!("{action:?}"),
        }
    };
    assert_eq!(outcome(vec![]), Outcome::Abandoned);
    let refused = event(2, E::Refused, "2026-10-20");
    assert_eq!(outcome(vec![refused]), Outcome::Refused);
    let part = Event {
        amount: Some(crate::domain::money::Money::new(
            100,
            iso_currency::Currency::EUR,
        )),
        ..event(2, E::Refunded, "2026-10-20")
    };
    assert_eq!(outcome(vec![part]), Outcome::PartlyRefunded);
}

#[test]
fn what_was_repaired_works_until_a_fault_is_discovered_after_it() {
    use crate::domain::problem::Problem;
    let bench = |wanted, more: Vec<Event>| {
        let mut log = vec![
            event(2, E::RepairRequested, "2026-10-14"),
            event(3, E::Repaired, "2026-10-20"),
        ];
        log.extend(more);
        let mut bench = bench(log);
        bench.claim.wanted = Some(wanted);
        bench.claim.problem = Some(Problem::Defective);
        bench
    };
    let closes = |bench: &Bench| {
        let close = Action::Close {
            outcome: Outcome::Repaired,
        };
        bench.on("2026-11-01").next.action == close
    };
    for wanted in [Remedy::Repair, Remedy::Refund, Remedy::PriceReduction] {
        assert!(closes(&bench(wanted, vec![])), "{wanted}");
        let fault = event(4, E::Discovered, "2026-10-25");
        assert!(!closes(&bench(wanted, vec![fault])), "{wanted}");
    }
    // Whoever goes on for a refund is not told to close; a second repair is a repair again.
    let wrote = event(4, E::Contacted, "2026-10-25");
    assert!(!closes(&bench(Remedy::Refund, vec![wrote])));
    let again = vec![
        event(4, E::Discovered, "2026-10-25"),
        event(5, E::RepairRequested, "2026-10-25"),
        event(6, E::Repaired, "2026-10-30"),
    ];
    assert!(closes(&bench(Remedy::Repair, again)));
}

#[test]
fn a_last_day_for_a_repair_that_failed_is_named_before_anybody_says_that_it_has() {
    use crate::domain::problem::Problem;
    for wanted in [Remedy::Repair, Remedy::Refund] {
        let mut bench = bench(vec![event(2, E::Repaired, "2026-10-20")]);
        bench.claim.wanted = Some(wanted);
        bench.claim.problem = Some(Problem::Defective);
        let playbook = &mut bench.library.playbooks[0];
        playbook.rules.push(rule("reject-by", "P7D", E::Repaired));
        playbook.routes.push(Route {
            closes: Some(full("reject-by")),
            needs: vec![vec![E::Repaired]],
            ..route("reject", 9, E::Terminated)
        });
        let next = |bench: &Bench, today: &str| bench.on(today).next;
        let close = Action::Close {
            outcome: Outcome::Repaired,
        };
        for (today, by) in [
            ("2026-10-27", Some(day("2026-10-27"))),
            ("2026-10-28", None),
        ] {
            let next = next(&bench, today);
            assert_eq!(
                (&next.action, next.due_on),
                (&close, by),
                "{wanted} on {today}"
            );
        }
        bench.log.push(event(3, E::Discovered, "2026-10-22"));
        assert_eq!(
            taken(&bench, "2026-10-27"),
            Some(full("reject")),
            "{wanted}"
        );
    }
}
