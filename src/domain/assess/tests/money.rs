use super::bench::*;
use crate::domain::assess::{AddedBy, NoSurcharge};
use crate::domain::calendar::period::day_after;
use crate::domain::condition::Condition;
use crate::domain::event::{Event, EventKind as E};
use crate::domain::money::Money;
use crate::domain::rule::{Band, Beyond, Increase, Rate, Surcharge};

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
                increase: Increase::Percent(*percent),
            })
            .collect(),
        beyond,
        source: "code".to_owned(),
        when: Condition::default(),
        in_force_from: None,
        until: None,
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
    let money = bench.on(today).money;
    money.increase().and_then(|view| view.percent())
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
fn nothing_is_added_while_the_clock_of_the_refund_stands_still() {
    let mut bench = late(after_withdrawal(), "2026-11-20");
    assert_eq!(percent(&bench, "2026-12-24"), Some(5));
    bench.log.push(Event {
        about: Some(full("refund")),
        ..event(2, E::Paused, "2026-11-25")
    });
    assert_eq!(percent(&bench, "2026-12-24"), None);
    // Resumed a day later, everything comes a day later.
    bench.log.push(Event {
        about: Some(full("refund")),
        ..event(3, E::Resumed, "2026-11-26")
    });
    assert_eq!(percent(&bench, "2026-12-15"), Some(0));
    assert_eq!(percent(&bench, "2026-12-24"), Some(5));
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
    let money = bench.on("2026-12-31").money;
    let view = money.increase().unwrap();
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

fn refunded(no: u32, minor: i64, on: &str) -> Event {
    Event {
        amount: Some(eur(minor)),
        ..event(no, E::Refunded, on)
    }
}

#[test]
fn each_part_grows_by_the_band_of_the_day_on_which_it_came() {
    let mut bench = late(after_withdrawal(), "2026-11-20");
    // Due on 4 December: 20 € came in time, 30 € in the band of 5 %, and 50 € are owed in the band of 20 %.
    bench.log.push(refunded(2, 2_000, "2026-12-04"));
    bench.log.push(refunded(3, 3_000, "2026-12-20"));
    let money = bench.on("2027-01-10").money;
    let view = money.increase().unwrap();
    let parts: Vec<(i64, i64, i64)> = view
        .parts
        .iter()
        .zip(&view.sums)
        .map(|(part, added)| (part.sum.minor, part.days_late, added.amount.minor))
        .collect();
    assert_eq!(parts, [(3_000, 16, 150), (5_000, 37, 1_000)]);
    assert_eq!((view.amount, view.percent()), (eur(1_150), None));
    assert_eq!((view.due_on, view.days_late), (day("2026-12-04"), 37));
    // The rest comes, and nothing grows any more.
    bench.log.push(refunded(4, 5_000, "2027-01-10"));
    for today in ["2027-01-10", "2028-01-10"] {
        let money = bench.on(today).money;
        assert_eq!(money.increase().unwrap().amount, eur(1_150), "on {today}");
        assert_eq!(money.outstanding, Some(eur(0)));
    }
}

#[test]
fn interest_is_counted_by_the_day_and_stops_where_no_rate_is_known() {
    let mut with_interest = after_withdrawal();
    with_interest.bands[0].increase = Increase::Interest("legal".to_owned());
    let mut bench = late(with_interest, "2026-06-11");
    let rate = |from: &str, until: &str, hundredths| Rate {
        id: "legal".to_owned(),
        from_on: day(from),
        until_on: day(until),
        hundredths,
        source: "code".to_owned(),
    };
    let found = |bench: &Bench, today: &str| bench.on(today).money.surcharge.unwrap();
    let unknown = NoSurcharge::RateUnknown { known_until: None };
    assert_eq!(found(&bench, "2026-06-26"), Err(unknown));
    bench.library.playbooks[0].rates = vec![rate("2026-01-01", "2026-06-30", 667)];
    // Due on 25 June: 100 € at 6.67 % for 5 days of 365 are 9 cents.
    let view = found(&bench, "2026-06-30").unwrap();
    assert_eq!(view.amount, eur(9));
    let stretches = vec![(5, 667)];
    assert_eq!(view.parts[0].added_by, AddedBy::Interest { stretches });
    let unknown = NoSurcharge::RateUnknown {
        known_until: Some(day("2026-06-30")),
    };
    assert_eq!(found(&bench, "2026-07-01"), Err(unknown));
    // After the tenth day a percentage holds, whatever the rate.
    assert_eq!(found(&bench, "2026-07-06").unwrap().percent(), Some(5));
    bench.library.playbooks[0]
        .rates
        .push(rate("2026-07-01", "2026-12-31", 730));
    let view = found(&bench, "2026-07-05").unwrap();
    let stretches = vec![(5, 667), (5, 730)];
    assert_eq!(view.parts[0].added_by, AddedBy::Interest { stretches });
    // 100 € × (5 × 6.67 % + 5 × 7.30 %) / 365 = 0.1914 €.
    assert_eq!(view.amount, eur(19));
    // A rate of the same name in another playbook is none of this one's, whatever it says.
    let mut stranger = bench.library.playbooks[0].clone();
    stranger.id = "law/stranger".to_owned();
    stranger.rules.clear();
    stranger.surcharges.clear();
    stranger.rates = vec![rate("2020-01-01", "2030-12-31", 99_999)];
    bench.library.playbooks.insert(0, stranger);
    assert_eq!(found(&bench, "2026-07-05").unwrap(), view);
}

#[test]
fn without_a_rule_there_is_no_figure_and_never_zero() {
    let rules = vec![trader_rule("refund", "P14D", E::Withdrawn)];
    let bench = Bench::new(rules, vec![], vec![event(1, E::Withdrawn, "2026-01-05")]);
    let found = bench.on("2026-11-20").money.surcharge;
    assert_eq!(found, Some(Err(NoSurcharge::NoRule)));
    let bench = late(after_withdrawal(), "2026-11-10");
    let found = bench.on("2026-11-20").money.surcharge;
    let not_late = NoSurcharge::NotLate {
        rule: full("refund"),
        due_on: Some(day("2026-11-24")),
    };
    assert_eq!(found, Some(Err(not_late)));
}

#[test]
fn a_contract_older_than_the_bands_gets_the_reason_in_place_of_a_figure() {
    let beyond = Beyond {
        percent: 50,
        monthly: 0,
        cap: 50,
    };
    let mut bands = surcharge(&[("P14D", 10), ("P30D", 20)], beyond);
    bands.in_force_from = Some(day("2022-01-01"));
    for (ordered, found) in [("2021-12-31", None), ("2022-01-01", Some(20))] {
        let mut bench = late(bands.clone(), "2022-02-10");
        bench.log.insert(0, event(9, E::Ordered, ordered));
        assert_eq!(percent(&bench, "2022-03-12"), found, "ordered on {ordered}");
        let older = NoSurcharge::OlderLaw {
            in_force_from: day("2022-01-01"),
        };
        let money = bench.on("2022-03-12").money.surcharge.unwrap();
        assert_eq!(money.err(), found.is_none().then_some(older));
    }
}

#[test]
fn the_agenda_follows_the_bands() {
    let bench = late(after_withdrawal(), "2026-11-20");
    let docket = crate::domain::assess::Docket::new(&bench.claim, &bench.log, &bench.library);
    let mut owed: Vec<(String, Option<i64>)> = Vec::new();
    for segment in docket.agenda(day("2026-12-20")) {
        let surcharge = segment.surcharge.map(|money| money.minor);
        if owed.last().is_none_or(|(_, before)| *before != surcharge) {
            owed.push((segment.from_on.to_string(), surcharge));
        }
    }
    let first: Vec<(&str, Option<i64>)> = owed
        .iter()
        .take(5)
        .map(|(on, minor)| (on.as_str(), *minor))
        .collect();
    let expected = [
        ("2026-12-20", Some(500)),
        ("2026-12-25", Some(1_000)),
        ("2027-01-04", Some(2_000)),
        ("2027-02-03", Some(5_000)),
        ("2027-03-05", Some(5_500)),
    ];
    assert_eq!(first, expected);
    assert_eq!(owed.last().unwrap().1, Some(10_000));
}

#[test]
fn what_is_added_to_many_small_parts_is_rounded_once() {
    let mut bench = late(after_withdrawal(), "2026-11-20");
    bench.claim.amount = Some(eur(400));
    let small = (2..42).map(|no| refunded(no, 10, "2026-12-20"));
    bench.log.extend(small);
    // Forty times 10 cents are 4 €, and 5 % of them 20 cents.
    let money = bench.on("2027-01-10").money;
    let view = money.increase().unwrap();
    assert_eq!((view.parts.len(), view.sums.len()), (40, 1));
    assert_eq!((view.sums[0].of, view.amount), (eur(400), eur(20)));
    // So is interest: forty times 0.09 cents.
    let mut with_interest = after_withdrawal();
    with_interest.bands[0].increase = Increase::Interest("legal".to_owned());
    bench.library.playbooks[0].surcharges = vec![with_interest];
    bench.library.playbooks[0].rates = vec![Rate {
        id: "legal".to_owned(),
        from_on: day("2026-07-01"),
        until_on: day("2026-12-31"),
        hundredths: 667,
        source: "code".to_owned(),
    }];
    for event in bench.log.iter_mut().skip(1) {
        event.on = day("2026-12-09");
    }
    // 4 € × 5 × 6.67 % / 365 = 0.37 cents; ten times as much is 4 cents.
    let amount = |bench: &Bench| bench.on("2027-01-10").money.increase().map(|v| v.amount);
    assert_eq!(amount(&bench), Some(eur(0)));
    bench.claim.amount = Some(eur(4_000));
    for event in bench.log.iter_mut().skip(1) {
        event.amount = Some(eur(100));
    }
    assert_eq!(amount(&bench), Some(eur(4)));
}

#[test]
fn a_refund_in_another_currency_is_warned_of_and_not_counted() {
    use crate::domain::assess::Warning;
    let mut bench = late(after_withdrawal(), "2026-11-20");
    let dollars = Money::new(3_000, iso_currency::Currency::USD);
    bench.log.push(Event {
        amount: Some(dollars),
        ..event(2, E::Refunded, "2026-12-01")
    });
    let assessment = bench.on("2026-12-02");
    assert_eq!(assessment.money.received, Some(eur(0)));
    let other = Warning::OtherCurrency {
        no: 2,
        amount: dollars,
    };
    assert!(assessment.warnings.contains(&other));
    bench.log[1].amount = Some(eur(2_700));
    assert!(!bench.on("2026-12-02").warnings.contains(&other));
}
