//! What scripts rely on: the exact JSON of a claim, cells that cannot become formulas, and outputs that read back.

use chrono::{NaiveDate, NaiveTime};
use iso_currency::Currency;

use super::csv::{CLAIM_COLUMNS, Separator, harmless, write_claims, write_list, write_rows};
use super::json;
use super::record::{ClaimRecord, Words, title};
use super::row::{ListRecord, NextRecord};
use crate::domain::assess::{
    Account, Action, Assessment, Deadline, DeadlineState, Next, Reason, RouteView,
};
use crate::domain::claim::{Claim, Status, Step, Term};
use crate::domain::event::{Channel, Event, EventKind};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::language::{Language, Text};
use crate::domain::money::Money;
use crate::domain::party::{Payment, SellerKind, Side, Who};
use crate::domain::problem::{Outcome, Problem, Remedy};
use crate::domain::route::{Door, RouteState};
use crate::domain::source::{Basis, Confidence, Nature, Source};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn text(en: &str) -> Text {
    Text {
        fr: format!("{en} (fr)"),
        en: en.to_owned(),
    }
}

fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn claim() -> Claim {
    Claim {
        problem: Some(Problem::NotReceived),
        wanted: Some(Remedy::Refund),
        country: Some("FR".to_owned()),
        seller: Some("NordSon".to_owned()),
        seller_kind: Some(SellerKind::Trader),
        platform: Some("amazon".to_owned()),
        sold_by: Some(Side::Seller),
        shipped_by: Some(Side::Seller),
        item: Some("=Headphones, \"new\"".to_owned()),
        order_ref: Some("405-1".to_owned()),
        amount: Some(eur(7499)),
        payment: Some(Payment::CardVisa),
        terms: [(Term::LatestDeliveryOn, day("2026-11-05"))].into(),
        evidence: vec![Evidence {
            no: 1,
            kind: EvidenceKind::Screenshot,
            name: "tracking.png".to_owned(),
            path: "/home/a/tracking.png".to_owned(),
            sha256: "ab".repeat(32),
            bytes: 1234,
            media_type: Some("image/png".to_owned()),
            note: None,
            confidential: false,
            purged_on: None,
            stored: true,
            taken_on: None,
            removed_on: None,
            part_of: None,
            mail: None,
        }],
        draft: false,
        ..Claim::draft(Language::English)
    }
}

/// The first order is corrected; the message has an hour, a channel, a proof and a bell in its note.
fn log() -> Vec<Event> {
    let event = |no, kind, on: &str| Event {
        no,
        ..Event::new(kind, day(on))
    };
    vec![
        event(1, EventKind::Ordered, "2026-10-18"),
        Event {
            corrects: Some(1),
            ..event(2, EventKind::Ordered, "2026-10-19")
        },
        Event {
            at: NaiveTime::from_hms_opt(14, 30, 0),
            recorded_at: "2026-11-09T13:31:00Z".parse().ok(),
            channel: Some(Channel::Platform),
            note: Some("where is it?\u{7}".to_owned()),
            evidence: vec![1],
            ..event(3, EventKind::Contacted, "2026-11-09")
        },
    ]
}

fn assessment() -> Assessment {
    Assessment {
        today: day("2026-11-20"),
        status: Status::Yours,
        step: Step::OpenDispute,
        playbooks: vec!["law/fr/delivery".to_owned(), "platform/amazon".to_owned()],
        routes: vec![RouteView {
            route: "platform/amazon#a-to-z".to_owned(),
            door: Door::Platform,
            title: text("A-to-Z"),
            act: text("Open an A-to-Z claim"),
            how: text("In your orders."),
            state: RouteState::Open,
            opens_on: Some(day("2026-11-09")),
            closes_on: None,
            reason: Reason::Open,
            taken_on: None,
            alternative: false,
            event: EventKind::DisputeOpened,
            letter: None,
            answer_within: None,
            held: None,
        }],
        deadlines: vec![Deadline {
            rule: "platform/amazon#a-to-z-by".to_owned(),
            who: Who::Consumer,
            what: text("Open the claim"),
            caution: None,
            opens_on: day("2026-11-05"),
            due_on: day("2027-02-06"),
            legal_on: Some(day("2027-02-08")),
            due_at: None,
            remind_on: day("2027-01-30"),
            lead: None,
            at_once: false,
            state: DeadlineState::Open,
            met_on: None,
            chased: false,
            answers: false,
            closes: Vec::new(),
            quiet: false,
            moved_from: None,
            paused_on: None,
            held: false,
            in_force: (None, None),
            refines: None,
            source: Source {
                id: "help".to_owned(),
                title: text("Help"),
                article: None,
                url: Some("https://example.org".to_owned()),
                checked_on: day("2026-11-20"),
                source_date: None,
                basis: Basis::Read,
                confidence: Confidence::High,
                nature: Nature::Policy,
            },
            steps: Vec::new(),
        }],
        rights: Vec::new(),
        next: Next {
            action: Action::NothingLeft {
                outcome: Outcome::Abandoned,
            },
            due_on: Some(day("2027-02-06")),
            command: None,
        },
        waits: Vec::new(),
        dead_ends: Vec::new(),
        contacts: Vec::new(),
        gaps: Vec::new(),
        needs: Vec::new(),
        money: Account {
            asked: Some(eur(7499)),
            received: None,
            outstanding: Some(eur(7499)),
            surcharge: None,
        },
        warnings: Vec::new(),
    }
}

fn record() -> ClaimRecord {
    let words = Words {
        language: Language::English,
        what: "Open an A-to-Z claim".to_owned(),
        command: Some("claimctl letter 1".to_owned()),
        reason: &|reason| format!("{reason:?}"),
    };
    let created = "2026-11-09T13:30:00Z".parse().expect("an instant");
    ClaimRecord::new(1, "0193-1", &claim(), &log(), &assessment(), words, created)
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("memory takes everything");
    String::from_utf8(out).expect("text")
}

#[test]
fn a_claim_is_written_as_the_contract_says() {
    let sha = "ab".repeat(32);
    let expected = include_str!("claim.json");
    let out = written(|out| json::write_claims(out, day("2026-11-20"), &[record()]));
    assert_eq!(out, expected.replace("SHA", &sha));
    let back: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(back["claims"][0]["events"][1]["note"], "where is it?\u{7}");
}

fn row() -> ListRecord {
    ListRecord {
        id: 2,
        title: Some("Lamp".to_owned()),
        seller: None,
        problem: Some(Problem::Late.id()),
        status: Status::Waiting.id(),
        next: NextRecord {
            what: "Wait".to_owned(),
            command: None,
            due_on: Some("2026-12-01".to_owned()),
        },
        legal_on: None,
        amount: Some(eur(500).into()),
        outstanding: Some(eur(500).into()),
        surcharge: None,
    }
}

#[test]
fn a_listing_has_its_schema_and_its_plural() {
    let expected = r#"{
  "schema": "claimctl/list/1",
  "claims": [
    {
      "id": 2,
      "title": "Lamp",
      "seller": null,
      "problem": "late",
      "status": "waiting",
      "next": {
        "what": "Wait",
        "command": null,
        "due_on": "2026-12-01"
      },
      "legal_on": null,
      "amount": {
        "value": "5.00",
        "currency": "EUR"
      },
      "outstanding": {
        "value": "5.00",
        "currency": "EUR"
      },
      "surcharge": null
    }
  ]
}
"#;
    let out = written(|out| json::write_listing(out, "list", "claims", &[row()]));
    assert_eq!(out, expected);
    let none: &[ListRecord] = &[];
    assert_eq!(
        written(|out| json::write_listing(out, "scan", "charges", none)),
        "{\n  \"schema\": \"claimctl/scan/1\",\n  \"charges\": []\n}\n"
    );
}

#[test]
fn a_claim_is_one_row_of_csv() {
    let out = written(|out| write_claims(out, Separator::Comma, &[record()]));
    assert_eq!(
        out,
        "id,title,status,step,problem,seller,platform,order_ref,ordered_on,amount,currency,asked,received,outstanding,\
         next,command,due_on,legal_on,outcome,closed_on,uid\r\n\
         1,\"'=Headphones, \"\"new\"\", NordSon\",yours,open-dispute,not-received,NordSon,amazon,405-1,2026-10-19,\
         74.99,EUR,74.99,,74.99,Open an A-to-Z claim,claimctl letter 1,2027-02-06,2027-02-08,,,0193-1\r\n"
    );
    let mut reader = ::csv::Reader::from_reader(out.as_bytes());
    assert_eq!(reader.headers().expect("a header"), CLAIM_COLUMNS);
    let row = reader.records().next().expect("a row").expect("valid CSV");
    assert_eq!(&row[1], "'=Headphones, \"new\", NordSon");
}

#[test]
fn a_list_is_tab_separated_for_unix_tools() {
    assert_eq!(
        written(|out| write_list(out, Separator::Tab, &[row()])),
        "id\ttitle\tseller\tproblem\tstatus\tnext\tcommand\tdue_on\tlegal_on\tamount\tcurrency\n\
         2\tLamp\t\tlate\twaiting\tWait\t\t2026-12-01\t\t5.00\tEUR\n"
    );
    assert_eq!(
        written(|out| write_rows(out, Separator::Tab, &["a"], [["x\ty"], ["two\nlines"]])),
        "a\nx y\ntwo lines\n"
    );
}

#[test]
fn no_cell_becomes_a_formula() {
    for (cell, expected) in [
        ("=1+1", "'=1+1"),
        ("+33 6 12 34 56 78", "'+33 6 12 34 56 78"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r\n=1", "'=1"),
        ("\n=1", "'=1"),
        ("\r=1", "␍=1"),
        ("\"=1", "'\"=1"),
        ("a;=1;-5; \"@b", "a;'=1;-5;' \"@b"),
        ("a;b", "a;b"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("-5,20", "-5,20"),
        ("+5.20", "+5.20"),
        ("-5-2", "'-5-2"),
        ("-", "'-"),
        ("-.", "'-."),
        ("a=1", "a=1"),
        ("", ""),
    ] {
        assert_eq!(harmless(cell), expected, "{cell:?}");
    }
}

#[test]
fn cells_of_any_text_read_back() {
    let cells = ["a,b", "say \"hi\"", "a;b", "é\u{202f}€", ""];
    for (separator, delimiter) in [(Separator::Comma, b','), (Separator::Tab, b'\t')] {
        let out = written(|out| write_rows(out, separator, &["1", "2", "3", "4", "5"], [cells]));
        let mut reader = ::csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(out.as_bytes());
        let row = reader.records().next().expect("a row").expect("valid");
        assert_eq!(row, cells.to_vec());
    }
}

#[test]
fn a_title_is_made_of_what_is_known() {
    let made = |own: Option<&str>, item: Option<&str>, seller: Option<&str>| {
        let owned = |text: Option<&str>| text.map(ToOwned::to_owned);
        title(&Claim {
            title: owned(own),
            item: owned(item),
            seller: owned(seller),
            ..Claim::draft(Language::French)
        })
    };
    assert_eq!(
        made(Some("Mine"), Some("Lamp"), Some("Shop")).as_deref(),
        Some("Mine")
    );
    assert_eq!(
        made(None, Some("Lamp"), Some("Shop")).as_deref(),
        Some("Lamp, Shop")
    );
    assert_eq!(made(None, None, Some("Shop")).as_deref(), Some("Shop"));
    assert_eq!(made(None, None, None), None);
}

/// An output that is closed.
struct Closed;

impl std::io::Write for Closed {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_told_of_as_one() {
    let json = json::write_claims(&mut Closed, day("2026-11-20"), &[record()]);
    let csv = write_claims(Closed, Separator::Comma, &[record()]);
    for outcome in [json, csv] {
        let error = outcome.expect_err("the output is closed");
        assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
    }
}
