use super::bench::*;
use crate::domain::assess::{Brings, Weighing, weigh};
use crate::domain::event::{Event, EventKind as E};
use crate::domain::money::Money;
use crate::domain::offer::OfferState;
use crate::domain::problem::Remedy;
use crate::domain::route::{Door, Route};

/// A seller, a platform until the 40th day, a mediator; 100 EUR are asked for.
fn bench(log: Vec<Event>) -> Bench {
    let routes = vec![
        Route {
            door: Door::Seller,
            ..route("contact", 10, E::Contacted)
        },
        Route {
            closes: Some(full("closes")),
            ..route("dispute", 30, E::DisputeOpened)
        },
        Route {
            door: Door::Mediator,
            ..route("mediator", 50, E::MediatorContacted)
        },
        Route {
            alternative: true,
            ..route("report", 60, E::Note)
        },
    ];
    let mut all = vec![
        event(1, E::Ordered, "2026-10-01"),
        event(2, E::Contacted, "2026-10-14"),
    ];
    all.extend(log);
    Bench::new(vec![rule("closes", "P40D", E::Ordered)], routes, all)
}

fn offered(amount: Option<&str>, remedy: Option<Remedy>) -> Event {
    Event {
        amount: amount.and_then(|a| Money::parse(a).ok()),
        remedy,
        ..event(3, E::Offered, "2026-10-20")
    }
}

fn weighed(bench: &Bench) -> Option<Weighing> {
    weigh(&bench.claim, &bench.log, &bench.library, day("2026-10-21"))
}

fn ids(weighing: &Weighing) -> Vec<&str> {
    let routes = weighing.routes.iter();
    routes.map(|left| left.route.route.as_str()).collect()
}

#[test]
fn without_an_offer_there_is_nothing_to_weigh() {
    assert_eq!(weighed(&bench(vec![])), None);
}

#[test]
fn an_offer_stands_beside_what_else_can_be_done() {
    let weighing = weighed(&bench(vec![offered(Some("20 EUR"), None)])).unwrap();
    assert_eq!(weighing.state, OfferState::Open);
    assert_eq!(weighing.short_by, Money::parse("80 EUR").ok());
    // Whom the consumer has written to already brings nothing new; what is merely possible is left out.
    assert_eq!(ids(&weighing), [full("dispute"), full("mediator")]);
    let brings: Vec<Brings> = weighing.routes.iter().map(|left| left.brings).collect();
    assert_eq!(brings, [Brings::Price, Brings::Proposal]);
    assert_eq!(weighing.closes.len(), 2);
    assert_eq!(weighing.first_end.unwrap().1, day("2026-11-10"));
}

#[test]
fn a_thing_or_another_currency_is_not_compared() {
    for (amount, remedy) in [
        (None, Some(Remedy::Replacement)),
        (Some("20 USD"), None),
        (None, None),
    ] {
        let weighing = weighed(&bench(vec![offered(amount, remedy)])).unwrap();
        assert_eq!(weighing.short_by, None, "{amount:?}");
        assert_eq!(weighing.owed, Money::parse("100 EUR").ok());
    }
    let whole = weighed(&bench(vec![offered(Some("120 EUR"), None)])).unwrap();
    assert_eq!(whole.short_by, Money::parse("0 EUR").ok());
}

#[test]
fn what_is_under_way_can_still_bring_something() {
    let log = vec![
        offered(Some("20 EUR"), None),
        event(4, E::DisputeOpened, "2026-10-21"),
    ];
    let weighing = weighed(&bench(log)).unwrap();
    assert_eq!(weighing.state, OfferState::Overtaken);
    assert_eq!(weighing.ended_on, Some(day("2026-10-21")));
    assert!(ids(&weighing).contains(&full("dispute").as_str()));
    assert_eq!(weighing.first_end, None);
}
