use claimctl::domain::claim::{Claim, Status};
use claimctl::domain::language::{Language, Text};
use claimctl::domain::money::Money;
use claimctl::domain::party::Who;
use claimctl::store::{
    AgendaRow, AssessmentRows, DeadlineRow, ListQuery, ListRow, Settled, Sort, Store, StoreError,
};

use crate::{Desk, day, from, instant, now};

fn text(text: &str) -> Text {
    Text {
        fr: format!("{text} (fr)"),
        en: text.to_owned(),
    }
}

fn deadline(remind_on: &str, due_on: &str) -> DeadlineRow {
    DeadlineRow {
        rule: "law/fr/withdrawal#withdraw-by".to_owned(),
        who: Who::Consumer,
        what: text("withdraw"),
        opens_on: day("2026-11-01"),
        remind_on: day(remind_on),
        due_on: day(due_on),
        legal_on: None,
        until_on: None,
        settled: Settled::No,
        chased: false,
        quiet: false,
    }
}

fn from_day(on: &str, status: Status, what: &str, due_on: Option<&str>) -> AgendaRow {
    AgendaRow {
        from_on: day(on),
        status,
        what: text(what),
        command: Some(format!("claimctl {what}")),
        due_on: due_on.map(day),
        outstanding_minor: Some(3_490),
        surcharge_minor: (status == Status::Yours).then_some(349),
    }
}

fn query(today: &str) -> ListQuery {
    ListQuery {
        today: day(today),
        due_within: None,
        overdue: false,
        all: false,
        seller: None,
        sort: Sort::Due,
        language: Language::English,
    }
}

fn due(today: &str, days: u32) -> ListQuery {
    ListQuery {
        due_within: Some(days),
        ..query(today)
    }
}

fn add(store: &Store, claim: &Claim, deadlines: Vec<DeadlineRow>, agenda: Vec<AgendaRow>) -> i64 {
    let rows = AssessmentRows { deadlines, agenda };
    store
        .change(|tx| {
            let id = tx.insert_claim(claim, None, now())?;
            tx.write_assessment(id, &rows)?;
            Ok::<_, StoreError>(id)
        })
        .unwrap()
}

fn ids(store: &Store, query: &ListQuery) -> Vec<i64> {
    store
        .list(query)
        .unwrap()
        .iter()
        .map(|row| row.id)
        .collect()
}

#[test]
fn a_row_says_what_is_in_force_on_the_day() {
    let desk = Desk::new();
    let store = desk.open();
    let claim = Claim {
        title: Some("Casque".to_owned()),
        platform: Some("amazon".to_owned()),
        amount: Some(Money::parse("34.90 EUR").unwrap()),
        ..from("Décathlon")
    };
    let legal = DeadlineRow {
        legal_on: Some(day("2026-12-07")),
        ..deadline("2026-11-28", "2026-12-05")
    };
    let agenda = vec![
        from_day("2026-11-20", Status::Waiting, "show 1", Some("2026-12-01")),
        from_day("2026-12-01", Status::Yours, "next 1", Some("2026-12-05")),
        from_day("2026-12-06", Status::Overdue, "letter 1", None),
    ];
    add(&store, &claim, vec![legal.clone()], agenda.clone());
    let expected = ListRow {
        id: 1,
        title: Some("Casque".to_owned()),
        seller: Some("Décathlon".to_owned()),
        platform: Some("amazon".to_owned()),
        item: None,
        problem: None,
        status: Status::Yours,
        what: Some("next 1".to_owned()),
        command: Some("claimctl next 1".to_owned()),
        due_on: Some(day("2026-12-05")),
        legal_on: Some(day("2026-12-07")),
        amount: claim.amount,
        outstanding: Money::parse("34.90 EUR").ok(),
        surcharge: Money::parse("3.49 EUR").ok(),
        updated_at: now(),
    };
    for on in ["2026-12-01", "2026-12-05"] {
        assert_eq!(
            store.list(&query(on)).unwrap(),
            std::slice::from_ref(&expected),
            "{on}"
        );
        assert_eq!(
            store.list(&due(on, 0)).unwrap(),
            std::slice::from_ref(&expected),
            "{on}"
        );
    }
    let status = |on: &str| store.list(&query(on)).unwrap()[0].status;
    assert_eq!(status("2026-11-30"), Status::Waiting);
    assert_eq!(status("2026-12-06"), Status::Overdue);
    // Before anything was computed for that day.
    assert_eq!(status("2026-11-19"), Status::Yours);
    let french = ListQuery {
        language: Language::French,
        ..query("2026-12-01")
    };
    let what = store.list(&french).unwrap().remove(0).what;
    assert_eq!(what.as_deref(), Some("next 1 (fr)"));
    assert_eq!(store.deadlines(1).unwrap(), [legal]);
    assert_eq!(store.agenda(1).unwrap(), agenda);
}

#[test]
fn due_means_reminded_of_by_then_and_not_over() {
    let desk = Desk::new();
    let store = desk.open();
    let not_late_yet = add(
        &store,
        &from("A"),
        vec![deadline("2026-11-27", "2026-12-10")],
        vec![],
    );
    let late = add(
        &store,
        &from("B"),
        vec![deadline("2026-11-01", "2026-11-19")],
        vec![],
    );
    let two = vec![
        deadline("2026-11-20", "2026-11-25"),
        deadline("2026-11-20", "2026-11-22"),
    ];
    let today = add(&store, &from("C"), two, vec![]);
    let over = DeadlineRow {
        until_on: Some(day("2026-11-20")),
        ..deadline("2026-11-01", "2026-11-18")
    };
    let over = add(&store, &from("D"), vec![over], vec![]);
    for settled in [Settled::Met, Settled::Moot] {
        let settled = DeadlineRow {
            settled,
            ..deadline("2026-11-01", "2026-11-18")
        };
        add(&store, &from("E"), vec![settled], vec![]);
    }
    let chased = DeadlineRow {
        chased: true,
        ..deadline("2026-11-01", "2026-11-18")
    };
    add(&store, &from("F"), vec![chased], vec![]);
    let quiet = DeadlineRow {
        quiet: true,
        ..deadline("2026-11-01", "2026-11-18")
    };
    add(&store, &from("G"), vec![quiet], vec![]);

    assert_eq!(ids(&store, &due("2026-11-20", 0)), [over, late, today]);
    assert_eq!(ids(&store, &due("2026-11-20", 6)), [over, late, today]);
    let week = [over, late, today, not_late_yet];
    assert_eq!(ids(&store, &due("2026-11-20", 7)), week);
    assert_eq!(ids(&store, &due("2026-11-20", u32::MAX)), week);
    // The day on which it is listed for the last time has passed.
    assert_eq!(ids(&store, &due("2026-11-21", 0)), [late, today]);
    let overdue = |today: &str| ListQuery {
        overdue: true,
        ..due(today, 7)
    };
    assert_eq!(ids(&store, &overdue("2026-11-19")), [over]);
    assert_eq!(ids(&store, &overdue("2026-11-20")), [over, late]);
    assert_eq!(ids(&store, &overdue("2026-11-22")), [late]);
    assert_eq!(ids(&store, &overdue("2026-11-23")), [late, today]);
    let rows = store.list(&due("2026-11-20", 0)).unwrap();
    assert_eq!(rows[2].due_on, Some(day("2026-11-22")));
}

#[test]
fn closed_claims_are_listed_on_demand_and_drafts_always() {
    let desk = Desk::new();
    let store = desk.open();
    add(&store, &Claim::draft(Language::French), vec![], vec![]);
    let closed = Claim {
        closed_on: Some(day("2026-11-01")),
        ..from("B")
    };
    add(&store, &closed, vec![], vec![]);
    assert_eq!(ids(&store, &query("2026-11-20")), [1]);
    let all = ListQuery {
        all: true,
        ..query("2026-11-20")
    };
    let statuses: Vec<Status> = store
        .list(&all)
        .unwrap()
        .iter()
        .map(|row| row.status)
        .collect();
    assert_eq!(statuses, [Status::Draft, Status::Closed]);
}

#[test]
fn sellers_are_found_and_sorted_without_their_accents() {
    let desk = Desk::new();
    let store = desk.open();
    for (seller, amount, hour) in [
        ("Zalando", "5 EUR", 1),
        ("Électro Dépôt", "1000 JPY", 4),
        ("fnac 100%", "20 EUR", 3),
    ] {
        let claim = Claim {
            amount: Some(Money::parse(amount).unwrap()),
            ..from(seller)
        };
        let at = instant(&format!("2026-11-20T0{hour}:00:00Z"));
        store
            .change(|tx| tx.insert_claim(&claim, None, at))
            .unwrap();
    }
    store
        .change(|tx| {
            let at = instant("2026-11-20T02:00:00Z");
            tx.insert_claim(&Claim::draft(Language::French), None, at)
        })
        .unwrap();
    let found = |seller: &str| {
        let seller = Some(seller.to_owned());
        ids(
            &store,
            &ListQuery {
                seller,
                ..query("2026-11-20")
            },
        )
    };
    assert_eq!(found("ELECTRO depot"), [2]);
    assert_eq!(found("  dépôt "), [2]);
    assert_eq!(found("%"), [3]);
    assert_eq!(found("n"), [1, 3]);
    assert_eq!(found("amazon"), [0_i64; 0]);
    let sorted = |sort: Sort| {
        ids(
            &store,
            &ListQuery {
                sort,
                ..query("2026-11-20")
            },
        )
    };
    assert_eq!(sorted(Sort::Id), [1, 2, 3, 4]);
    assert_eq!(sorted(Sort::Due), [1, 2, 3, 4]);
    assert_eq!(sorted(Sort::Seller), [2, 3, 1, 4]);
    assert_eq!(sorted(Sort::Amount), [3, 1, 2, 4]);
    assert_eq!(sorted(Sort::Updated), [2, 3, 4, 1]);
}

#[test]
fn an_assessment_takes_the_place_of_the_one_before() {
    let desk = Desk::new();
    let store = desk.open();
    let first = vec![deadline("2026-11-01", "2026-11-18"); 3];
    let agenda = vec![from_day("2026-11-01", Status::Yours, "next 1", None)];
    add(&store, &from("A"), first, agenda);
    let rows = AssessmentRows {
        // A computed day may lie at the end of the calendar; it must not come to stand before every other day.
        deadlines: vec![DeadlineRow {
            due_on: chrono::NaiveDate::MAX,
            ..deadline("2026-11-30", "2026-12-01")
        }],
        agenda: vec![],
    };
    store.change(|tx| tx.write_assessment(1, &rows)).unwrap();
    assert!(ids(&store, &due("2026-11-20", 0)).is_empty());
    let stored = store.deadlines(1).unwrap();
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].due_on, day("9999-12-31"));
    assert!(store.agenda(1).unwrap().is_empty());
    let missing = store.change(|tx| tx.write_assessment(9, &rows));
    assert_eq!(missing.unwrap_err().message().key, "store-no-claim");
}
