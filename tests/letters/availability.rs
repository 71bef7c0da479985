//! Which letters can be sent, and why not the others.

use claimctl::domain::assess::{Account, Action, Assessment, Command, Next, Reason, RouteView};
use claimctl::domain::calendar::holidays::Holidays;
use claimctl::domain::calendar::period::Period;
use claimctl::domain::claim::{Claim, Status, Step};
use claimctl::domain::event::{Event, EventKind};
use claimctl::domain::language::{Language, Text};
use claimctl::domain::letter::LetterKind;
use claimctl::domain::problem::{Outcome, Problem, Remedy};
use claimctl::domain::route::{Door, RouteState};
use claimctl::lang::Lang;
use claimctl::letters::{self, Availability};

use crate::desk::{LIBRARY, claim, day, event, ordered};

fn text(s: &str) -> Text {
    Text {
        fr: s.to_owned(),
        en: s.to_owned(),
    }
}

fn route(id: &str, letter: LetterKind, state: RouteState, reason: Reason) -> RouteView {
    RouteView {
        route: id.to_owned(),
        door: Door::Seller,
        title: text(id),
        act: text(id),
        how: text(id),
        state,
        opens_on: None,
        closes_on: None,
        reason,
        taken_on: None,
        alternative: false,
        event: EventKind::Contacted,
        letter: Some(letter),
        answer_within: None,
        held: None,
    }
}

fn assessment(routes: Vec<RouteView>) -> Assessment {
    Assessment {
        today: day("2026-11-20"),
        status: Status::Yours,
        step: Step::ContactSeller,
        playbooks: Vec::new(),
        routes,
        deadlines: Vec::new(),
        rights: Vec::new(),
        next: Next {
            action: Action::NothingLeft {
                outcome: Outcome::Abandoned,
            },
            due_on: None,
            command: None,
        },
        waits: Vec::new(),
        dead_ends: Vec::new(),
        contacts: Vec::new(),
        gaps: Vec::new(),
        needs: Vec::new(),
        money: Account::default(),
        warnings: Vec::new(),
    }
}

/// Each kind with `now`, `later: why` or `no: why`.
fn list(claim: &Claim, events: &[Event], assessment: &Assessment) -> Vec<String> {
    let lang = Lang::new(Language::English);
    letters::available(claim, events, assessment, &LIBRARY)
        .into_iter()
        .map(|(kind, availability)| match availability {
            Availability::Now => format!("{kind} now"),
            Availability::NotYet(why) => format!("{kind} later: {}", lang.say(&why)),
            Availability::No(why) => format!("{kind} no: {}", lang.say(&why)),
        })
        .collect()
}

#[test]
fn before_and_after_the_first_message() {
    let claim = claim(Problem::NotReceived, Remedy::Refund);
    let opens = Reason::OpensOn(day("2026-11-25"), "platform/amazon#wait".to_owned());
    let now = assessment(vec![
        route(
            "a",
            LetterKind::FirstMessage,
            RouteState::Open,
            Reason::Open,
        ),
        route("b", LetterKind::PlatformDispute, RouteState::NotYet, opens),
    ]);
    let mut before = list(&claim, &[ordered()], &now);
    // Those about what was said have tests of their own.
    let said = ["offer-", "counter-offer", "confirmation"];
    before.retain(|line| !said.iter().any(|kind| line.starts_with(kind)));
    assert_eq!(
        before,
        [
            "first-message now",
            "reminder later: First write to the seller, and log it.",
            "formal-notice later: First write to the seller, and log it.",
            "cancellation no: No route open to this claim needs it.",
            "withdrawal no: The known facts give no right of withdrawal.",
            "termination no: No route open to this claim needs it.",
            "platform-dispute later: Possible from 25 November 2026.",
            "refund-ticket no: There is no such letter for this problem.",
            "special-request no: There is no such letter for this problem.",
            "escalation no: No platform guarantee covers this claim.",
            "mediator-request no: There is no mediator for this claim.",
            "chargeback no: The known facts open no way through the bank.",
            "sepa-refund no: The payment was not made by SEPA direct debit.",
            "authority-report later: Wait for the seller’s refusal, or for silence after the day that you set.",
            "court-summary later: Wait for the seller’s refusal, or for silence after the day that you set.",
        ]
    );
    let events = [ordered(), event(EventKind::Contacted, "2026-11-03")];
    let list = list(&claim, &events, &now);
    assert_eq!(
        list[..3],
        [
            "first-message no: You already wrote on 3 November 2026: send a reminder instead.",
            "reminder now",
            "formal-notice now"
        ]
    );
}

#[test]
fn a_route_says_why() {
    let claim = claim(Problem::ChangeOfMind, Remedy::Refund);
    let why = |state, reason, taken: Option<&str>| {
        let mut route = route("a", LetterKind::Withdrawal, state, reason);
        route.taken_on = taken.map(day);
        list(&claim, &[], &assessment(vec![route])).remove(4)
    };
    assert_eq!(why(RouteState::Open, Reason::Open, None), "withdrawal now");
    assert_eq!(
        why(
            RouteState::Closed,
            Reason::ClosedOn(day("2026-11-02")),
            None
        ),
        "withdrawal no: The time for it ended on 2 November 2026."
    );
    assert_eq!(
        why(
            RouteState::Blocked,
            Reason::Needs(text("Log in first")),
            None
        ),
        "withdrawal later: Log in first"
    );
    assert_eq!(
        why(RouteState::Open, Reason::Open, Some("2026-11-01")),
        "withdrawal no: Already done, on 1 November 2026."
    );
    assert_eq!(
        why(
            RouteState::Blocked,
            Reason::ExcludedBy("a".to_owned()),
            None
        ),
        "withdrawal no: Something you have already started rules it out: a."
    );
}

#[test]
fn a_refusal_opens_what_needs_no_route() {
    let claim = claim(Problem::NotReceived, Remedy::Refund);
    let events = [ordered(), event(EventKind::Refused, "2026-11-05")];
    let list = list(&claim, &events, &assessment(Vec::new()));
    for kind in ["authority-report", "court-summary"] {
        assert!(list.contains(&format!("{kind} now")), "{list:?}");
    }
}

#[test]
fn what_can_be_done_now_goes_before_what_is_an_alternative() {
    let open = |id: &str, letter, alternative| RouteView {
        alternative,
        ..route(id, letter, RouteState::Open, Reason::Open)
    };
    let report = open("authority", LetterKind::AuthorityReport, true);
    let bank = open("bank", LetterKind::Chargeback, false);
    let now = assessment(vec![report.clone(), bank]);
    assert_eq!(letters::default_kind(&now), Some(LetterKind::Chargeback));
    let now = assessment(vec![report]);
    assert_eq!(
        letters::default_kind(&now),
        Some(LetterKind::AuthorityReport)
    );
}

#[test]
fn a_closed_claim_needs_no_letter() {
    let claim = claim(Problem::NotReceived, Remedy::Refund);
    let mut closed = assessment(Vec::new());
    closed.status = Status::Closed;
    assert!(
        list(&claim, &[], &closed)
            .iter()
            .all(|line| line.ends_with("no: The claim is closed."))
    );
}

#[test]
fn the_letter_that_comes_next() {
    let open = |letter| route("open", letter, RouteState::Open, Reason::Open);
    let waiting = |letter| route("waiting", letter, RouteState::Blocked, Reason::Open);
    let mut now = assessment(vec![
        waiting(LetterKind::PlatformDispute),
        open(LetterKind::FormalNotice),
    ]);
    assert_eq!(letters::default_kind(&now), Some(LetterKind::FormalNotice));
    now.next.action = Action::WaitForOpening {
        route: "waiting".to_owned(),
        act: text("x"),
    };
    assert_eq!(
        letters::default_kind(&now),
        Some(LetterKind::PlatformDispute)
    );
    now.next.command = Some(Command::Letter(LetterKind::Reminder));
    assert_eq!(letters::default_kind(&now), Some(LetterKind::Reminder));
    assert_eq!(letters::default_kind(&assessment(Vec::new())), None);
}

#[test]
fn an_answer_is_asked_by_the_day_that_the_route_gives() {
    let mut asked = route("a", LetterKind::Reminder, RouteState::Open, Reason::Open);
    asked.answer_within = Period::parse("PT48H").ok();
    let today = day("2026-11-20");
    let now = assessment(vec![asked]);
    let none = Holidays::default();
    let by = |kind| letters::answer_by(kind, &now, &none, today);
    assert_eq!(by(LetterKind::Reminder), day("2026-11-22"));
    assert_eq!(by(LetterKind::FirstMessage), day("2026-11-28"));
    assert_eq!(by(LetterKind::FormalNotice), day("2026-12-05"));
}
