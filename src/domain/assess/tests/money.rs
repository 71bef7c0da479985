use super::bench::*;
use crate::domain::calendar::period::day_after;
use crate::domain::condition::Condition;
use crate::domain::event::{Event, EventKind as E};
use crate::domain::money::Money;
use crate::domain::rule::{Band, Beyond, Surcharge};

fn eur(minor: i64) -> Money {
    Money::new(minor, iso_currency::Currency::EUR)
}

fn surcharge(bands: &[(&str, u32)], beyond: Beyond) -> Surcharge {
    Surcharge {
        after: full("refund"),
        bands: bands
            .iter()
            .map(|(up_to, percent)| Band {
                up_to: period(up_to),
                percent: *percent,
            })
            .collect(),
        beyond,
        source: "code".to_owned(),
        when: Condition::default(),
    }
}

/// Code de la consommation, art. L242-4.
fn after_withdrawal() -> Surcharge {
    let bands = [
        ("P10D", 0),
        ("P20D", 5),
        ("P30D", 10),
        ("P60D", 20),
        ("P90D", 50),
    ];
    let beyond = Beyond {
        percent: 50,
        monthly: 5,
        cap: 100,
    };
    surcharge(&bands, beyond)
}

fn late(surcharge: Surcharge, told: &str) -> Bench {
    let rules = vec![trader_rule("refund", "P14D", E::Withdrawn)];
    Bench::new(rules, vec![], vec![event(1, E::Withdrawn, told)]).with_surcharge(surcharge)
}

fn percent(bench: &Bench, today: &str) -> Option<u32> {
    bench.on(today).money.surcharge.map(|s| s.percent)
}

#[test]
fn the_bands_after_a_withdrawal_end_on_their_days() {
    let bench = late(after_withdrawal(), "2026-11-20");
    let ends = [
        ("2026-12-14", 0, 5),
        ("2026-12-24", 5, 10),
        ("2027-01-03", 10, 20),
        ("2027-02-02", 20, 50),
        ("2027-03-04", 50, 55),
        ("2027-04-04", 55, 60),
    ];
    assert_eq!(percent(&bench, "2026-12-04"), None);
    assert_eq!(percent(&bench, "2026-12-05"), Some(0));
    for (last, inside, beyond) in ends {
        assert_eq!(percent(&bench, last), Some(inside), "on {last}");
        let next = day_after(day(last)).to_string();
        assert_eq!(percent(&bench, &next), Some(beyond), "on {next}");
    }
    assert_eq!(percent(&bench, "2035-01-01"), Some(100));
}

#[test]
fn the_bands_after_a_delivery_that_never_came_are_the_new_ones() {
    let beyond = Beyond {
        percent: 50,
        monthly: 0,
        cap: 50,
    };
    let bench = late(
        surcharge(&[("P14D", 10), ("P30D", 20)], beyond),
        "2026-12-02",
    );
    let expected = [
        ("2026-12-16", None),
        ("2026-12-17", Some(10)),
        ("2026-12-30", Some(10)),
        ("2026-12-31", Some(20)),
        ("2027-01-15", Some(20)),
        ("2027-01-16", Some(50)),
        ("2030-01-16", Some(50)),
    ];
    for (today, band) in expected {
        assert_eq!(percent(&bench, today), band, "on {today}");
    }
    let view = bench.on("2026-12-31").money.surcharge.unwrap();
    assert_eq!((view.amount, view.days_late), (eur(2_000), 15));
}

#[test]
fn the_increase_stops_growing_on_the_day_of_the_refund() {
    let mut bench = late(after_withdrawal(), "2026-11-20");
    bench.log.push(event(2, E::Refunded, "2026-12-20"));
    assert_eq!(percent(&bench, "2027-06-01"), Some(5));
}

#[test]
fn what_came_back_is_taken_off_what_was_asked() {
    let part = Event {
        amount: Some(eur(3_000)),
        ..event(2, E::Refunded, "2026-12-01")
    };
    let mut bench = late(after_withdrawal(), "2026-11-20");
    bench.log.push(part);
    let account = bench.on("2026-12-02").money;
    assert_eq!(account.asked, Some(eur(10_000)));
    assert_eq!(account.received, Some(eur(3_000)));
    assert_eq!(account.outstanding, Some(eur(7_000)));
}
