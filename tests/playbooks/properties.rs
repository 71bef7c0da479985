//! What holds for every claim and every log, with the whole rulebook.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use claimctl::domain::assess::{Assessment, Deadline, DeadlineState, ExplainStep, Reason, assess};
use claimctl::domain::calendar::holidays::Holidays;
use claimctl::domain::calendar::period::{Period, Unit};
use claimctl::domain::claim::{Claim, Term};
use claimctl::domain::event::{Channel, Event, EventKind};
use claimctl::domain::language::Language;
use claimctl::domain::money::Money;
use claimctl::domain::party::{ItemKind, Payment, Sale, SellerKind, Side, Who};
use claimctl::domain::playbook::{Library, QuestionKind};
use claimctl::domain::problem::{Problem, Remedy};
use claimctl::domain::route::RouteState;
use claimctl::playbook;
use proptest::prelude::*;
use proptest::sample::select;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| playbook::load(None).unwrap().0);

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + Days::new(offset)
}

/// The last day on which anything of a random log happens.
const LAST: u64 = 700;

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..=LAST).prop_map(day)
}

/// Answers to questions that some playbook asks.
fn any_answers() -> impl Strategy<Value = Vec<(String, String)>> {
    let possible: Vec<(String, Vec<String>)> = LIBRARY
        .playbooks
        .iter()
        .flat_map(|p| &p.questions)
        .filter(|q| q.kind == QuestionKind::YesNo || !q.options.is_empty())
        .map(|q| {
            let values = match q.kind {
                QuestionKind::YesNo => vec!["yes".to_owned(), "no".to_owned()],
                _ => q.options.iter().map(|o| o.value.clone()).collect(),
            };
            (q.key.clone(), values)
        })
        .collect();
    let one = select(possible)
        .prop_flat_map(|(key, values)| select(values).prop_map(move |v| (key.clone(), v)));
    prop::collection::vec(one, 0..6)
}

fn any_claim() -> impl Strategy<Value = Claim> {
    let platforms: Vec<Option<String>> = LIBRARY
        .platforms()
        .map(|(id, _)| Some(id.to_owned()))
        .chain([None, None, None])
        .collect();
    const COUNTRIES: [&str; 12] = [
        "FR", "DE", "ES", "IT", "BE", "NL", "PT", "GB", "US", "CH", "CA", "BR",
    ];
    const SELLERS: [&str; 5] = ["FR", "DE", "CN", "GB", "US"];
    let facts = (
        select(Problem::ALL),
        select(Remedy::ALL),
        select(&COUNTRIES[..]),
        prop::option::of(select(&SELLERS[..])),
        select(SellerKind::ALL),
        select(ItemKind::ALL),
        select(Sale::ALL),
        prop::option::of(select(Payment::ALL)),
        select(platforms),
    );
    let more = (
        prop::option::of(select(Side::ALL)),
        prop::option::of(1..2_000_000_i64),
        prop::collection::vec((select(Term::ALL), any_day()), 0..4),
        prop::option::of(1..4_i32),
        any_answers(),
    );
    (facts, more).prop_map(|(facts, (side, amount, terms, notice, answers))| {
        let (
            problem,
            wanted,
            country,
            seller_country,
            seller_kind,
            item_kind,
            sale,
            payment,
            platform,
        ) = facts;
        Claim {
            draft: false,
            problem: Some(problem),
            wanted: Some(wanted),
            country: Some(country.to_owned()),
            seller: Some("Seller".to_owned()),
            seller_country: seller_country.map(str::to_owned),
            seller_kind: Some(seller_kind),
            item_kind: Some(item_kind),
            sale: Some(sale),
            payment,
            platform,
            sold_by: side,
            shipped_by: side,
            amount: amount.map(|minor| Money::new(minor, Money::parse("1 EUR").unwrap().currency)),
            terms: terms.into_iter().collect(),
            notice_period: notice.map(Period::months),
            answers: answers.into_iter().collect(),
            ..Claim::draft(Language::French)
        }
    })
}

/// The kinds of events that a log is made of while a claim is open.
fn kinds() -> Vec<EventKind> {
    let never = [EventKind::Closed, EventKind::Reopened, EventKind::Undone];
    let all = EventKind::ALL.iter().copied();
    all.filter(|kind| !never.contains(kind)).collect()
}

fn any_event() -> impl Strategy<Value = Event> {
    (
        select(kinds()),
        any_day(),
        prop::option::of(select(Channel::ALL)),
        prop::option::of(0..40_u64),
        prop::option::of(1..60_u64),
    )
        .prop_map(|(kind, on, channel, received, by)| Event {
            channel,
            received_on: received.map(|days| on + Days::new(days)),
            by: by.map(|days| on + Days::new(days)),
            ..Event::new(kind, on)
        })
}

/// A log in the order in which it happened, every event with its number.
fn any_log() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(any_event(), 0..9).prop_map(|mut log| {
        log.sort_by_key(|e| e.on);
        for (no, event) in (1..).zip(&mut log) {
            event.no = no;
        }
        log
    })
}

/// The events that move a clock.
const MOVES: [EventKind; 4] = [
    EventKind::OwnDate,
    EventKind::Extended,
    EventKind::Paused,
    EventKind::Resumed,
];

/// Counts a deadline again from what its explanation says, with arithmetic of our own.
fn recomputed(deadline: &Deadline, holidays: &Holidays) -> NaiveDate {
    let mut at: Option<NaiveDate> = None;
    for step in &deadline.steps {
        let (said, own) = match step {
            ExplainStep::FromEvent { on, .. }
            | ExplainStep::FromTerm { on, .. }
            | ExplainStep::WaitedFor { on, .. }
            | ExplainStep::Promise { on, .. }
            | ExplainStep::OwnDate { on, .. }
            | ExplainStep::Extended { on, .. } => (*on, *on),
            ExplainStep::FromRule { on, .. } => (*on, at.unwrap()),
            ExplainStep::EndOfYear { on } => (
                *on,
                NaiveDate::from_ymd_opt(at.unwrap().year(), 12, 31).unwrap(),
            ),
            ExplainStep::MinusNotice { period, on } => {
                let back = Period {
                    count: -period.count,
                    ..*period
                };
                (*on, added(deadline, at.unwrap(), back, holidays, *on))
            }
            ExplainStep::Added { period, on } => {
                (*on, added(deadline, at.unwrap(), *period, holidays, *on))
            }
            ExplainStep::LatestOf { on, .. } | ExplainStep::EarliestOf { on, .. } => {
                (*on, at.unwrap())
            }
            ExplainStep::Capped { on, .. } => {
                assert!(*on < at.unwrap(), "a cap only shortens: {deadline:?}");
                (*on, *on)
            }
            ExplainStep::RolledPast { on, .. } => {
                let weekend = matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
                assert!(weekend || holidays.on(*on).is_some(), "{deadline:?}");
                assert_eq!(at, Some(*on), "{deadline:?}");
                (*on + Days::new(1), *on + Days::new(1))
            }
            ExplainStep::RolledTo { on } => (*on, at.unwrap()),
            ExplainStep::RollUnknown
            | ExplainStep::Stopped { .. }
            | ExplainStep::NotCounted { .. }
            | ExplainStep::CameAfter { .. }
            | ExplainStep::Held { .. } => continue,
            ExplainStep::Paused { length, on, .. } => {
                let size = u64::try_from(length.count).unwrap();
                let own = match length.unit {
                    // The hours may reach into one more day.
                    Unit::Hours => (*on).clamp(
                        at.unwrap() + Days::new(size / 24),
                        at.unwrap() + Days::new(size / 24 + 1),
                    ),
                    _ => at.unwrap() + Days::new(size),
                };
                (*on, own)
            }
        };
        assert_eq!(said, own, "{step:?} of {deadline:?}");
        at = Some(said);
    }
    at.unwrap()
}

fn added(
    deadline: &Deadline,
    from: NaiveDate,
    period: Period,
    holidays: &Holidays,
    said: NaiveDate,
) -> NaiveDate {
    let consumers_by_terms = deadline.who == Who::Consumer && !deadline.rule.starts_with("law/");
    let (count, back) = (period.count.unsigned_abs(), period.count < 0);
    match period.unit {
        Unit::Days if back => from - Days::new(count.into()),
        Unit::Days => from + Days::new(count.into()),
        Unit::Months if back => from - Months::new(count),
        Unit::Months => from + Months::new(count),
        Unit::Years if back => from - Months::new(12 * count),
        Unit::Years => from + Months::new(12 * count),
        Unit::WorkingDays => {
            let counted = |holidays: &Holidays| {
                let mut at = from;
                let mut left = count;
                while left > 0 {
                    at = if back {
                        at - Days::new(1)
                    } else {
                        at + Days::new(1)
                    };
                    let off = matches!(at.weekday(), Weekday::Sat | Weekday::Sun);
                    left -= u32::from(!off && holidays.on(at).is_none());
                }
                at
            };
            // The consumer's time is counted without the days that only some have off, and without any where the rule
            // is a company's.
            let [none, certain, all] = [
                counted(&Holidays::default()),
                counted(&holidays.certain()),
                counted(holidays),
            ];
            if consumers_by_terms && said == none {
                none
            } else if said == certain {
                certain
            } else {
                all
            }
        }
        // Where only the day is known the hours may count from either end of it.
        Unit::Hours => {
            let whole = i64::from(count / 24);
            let apart = (said - from).num_days().abs();
            assert!(
                (whole - 1..=whole + 1).contains(&apart),
                "{from} {period} {said}"
            );
            said
        }
    }
}

fn shut(seen: &Assessment) -> BTreeSet<&str> {
    let closed = |r: &&claimctl::domain::assess::RouteView| {
        r.state == RouteState::Closed && matches!(r.reason, Reason::ClosedOn(_))
    };
    let closed = seen.routes.iter().filter(closed);
    closed.map(|r| r.route.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn every_claim_is_assessed_and_every_date_is_explained_to_the_day(
        claim in any_claim(),
        log in any_log(),
        today in any_day(),
    ) {
        let seen = assess(&claim, &log, &LIBRARY, today);
        let again = assess(&claim, &log, &LIBRARY, today);
        prop_assert_eq!(format!("{seen:?}"), format!("{again:?}"));
        let holidays = Holidays::of(
            &LIBRARY.holidays,
            claim.country.as_deref().unwrap_or_default(),
            claim.region.as_deref(),
        );
        let mut rules = BTreeSet::new();
        for deadline in &seen.deadlines {
            prop_assert!(rules.insert(deadline.rule.clone()), "{} twice", deadline.rule);
            prop_assert!(deadline.legal_on.is_none_or(|legal| legal > deadline.due_on));
            let last = deadline.legal_on.unwrap_or(deadline.due_on);
            prop_assert_eq!(recomputed(deadline, &holidays), last, "{:?}", deadline);
        }
        let routes: BTreeSet<&str> = seen.routes.iter().map(|r| r.route.as_str()).collect();
        prop_assert_eq!(routes.len(), seen.routes.len());
    }

    #[test]
    fn what_happened_before_an_event_stays_as_it_was(
        claim in any_claim(),
        log in any_log(),
        more in any_event(),
    ) {
        let before = assess(&claim, &log, &LIBRARY, day(LAST));
        let no = u32::try_from(log.len()).unwrap() + 1;
        let mut longer = log.clone();
        longer.push(Event { no, on: day(LAST), ..more });
        let after = assess(&claim, &longer, &LIBRARY, day(LAST));
        for deadline in before.deadlines.iter().filter(|d| d.state == DeadlineState::Met) {
            let same = after.deadlines.iter().find(|d| {
                d.rule == deadline.rule && d.opens_on == deadline.opens_on && d.due_on == deadline.due_on
            });
            if let Some(same) = same {
                prop_assert_eq!(same.met_on, deadline.met_on, "{}", deadline.rule);
                prop_assert_eq!(same.state, DeadlineState::Met);
            }
        }
        for route in before.routes.iter().filter(|r| r.taken_on.is_some()) {
            let same = after.routes.iter().find(|r| r.route == route.route).unwrap();
            prop_assert_eq!(same.taken_on, route.taken_on, "{}", &route.route);
        }
    }

    #[test]
    fn a_clock_that_was_moved_says_from_where_and_recomputes_all_the_same(
        claim in any_claim(),
        log in any_log(),
        which in any::<prop::sample::Index>(),
        moves in prop::collection::vec(
            (select(&MOVES[..]), 0..120_u64, 1..200_u64),
            1..4,
        ),
    ) {
        let before = assess(&claim, &log, &LIBRARY, day(LAST));
        let rules: Vec<&Deadline> =
            before.deadlines.iter().filter(|d| !d.rule.starts_with("yours#")).collect();
        prop_assume!(!rules.is_empty());
        let moved = which.get(&rules);
        let mut longer = log.clone();
        let mut on = moved.opens_on.max(day(0));
        for (kind, later, ahead) in moves {
            on = on + Days::new(later);
            longer.push(Event {
                no: u32::try_from(longer.len()).unwrap() + 1,
                about: Some(moved.rule.clone()),
                by: Some(on + Days::new(ahead)),
                ..Event::new(kind, on)
            });
        }
        let after = assess(&claim, &longer, &LIBRARY, day(LAST));
        let found = after.deadlines.iter().find(|d| d.rule == moved.rule).unwrap();
        let holidays = Holidays::of(
            &LIBRARY.holidays,
            claim.country.as_deref().unwrap_or_default(),
            claim.region.as_deref(),
        );
        let last = found.legal_on.unwrap_or(found.due_on);
        prop_assert_eq!(recomputed(found, &holidays), last, "{:?}", found);
        let expected = (found.due_on != moved.due_on).then_some(moved.due_on);
        prop_assert_eq!(found.moved_from, expected);
        if found.paused_on.is_some() {
            prop_assert_ne!(found.state, DeadlineState::Missed);
        }
    }

    #[test]
    fn a_closed_route_does_not_reopen_by_itself(claim in any_claim(), log in any_log()) {
        let mut closed: BTreeSet<String> = BTreeSet::new();
        for offset in [0, 1, 7, 30, 90, 365, 800, 2000] {
            let seen = assess(&claim, &log, &LIBRARY, day(LAST + offset));
            let now = shut(&seen);
            for route in &closed {
                prop_assert!(now.contains(route.as_str()), "{route} is open again");
            }
            closed.extend(now.into_iter().map(str::to_owned));
        }
    }
}
