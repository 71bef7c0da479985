//! Days that no rule gives: what somebody promised, and the day by which the consumer asked for an answer.

use chrono::NaiveDate;

use super::assessment::{Assessment, Deadline, DeadlineState, ExplainStep};
use super::deadlines::{Timed, addressee, answers_of};
use super::docket::Docket;
use crate::domain::event::{Direction, Event, EventKind};
use crate::domain::language::Text;
use crate::domain::offer::OVERTAKES;
use crate::domain::party::Who;
use crate::domain::source::{Basis, Confidence, Nature, Source};

/// Kinds of events that keep a promise.
const KEEPS: &[EventKind] = &[
    EventKind::Refunded,
    EventKind::Delivered,
    EventKind::Replaced,
    EventKind::Repaired,
    EventKind::ServiceStopped,
    EventKind::ReturnAgreed,
];

/// The deadlines that stand in the log itself.
pub(super) fn all(docket: &Docket<'_>) -> Vec<Timed> {
    docket
        .log
        .iter()
        .filter_map(|event| event.by.and_then(|by| timed(docket, event, by)))
        .collect()
}

fn timed(docket: &Docket<'_>, event: &Event, by: NaiveDate) -> Option<Timed> {
    let later = |e: &&&Event| (e.on, e.no) > (event.on, event.no);
    let (who, met_by, what): (Who, &[EventKind], Text) = match event.kind {
        EventKind::Note => (Who::Consumer, &[], reminder_text(event)),
        EventKind::OwnDate | EventKind::Extended | EventKind::Paused | EventKind::Resumed => {
            return None;
        }
        EventKind::Offered => (
            Who::Consumer,
            &[EventKind::OfferAccepted, EventKind::OfferRefused],
            text("Répondre à l’offre reçue", "Answer the offer"),
        ),
        EventKind::InformationRequested => (
            Who::Consumer,
            &[EventKind::DocumentsSent],
            text(
                "Envoyer les informations demandées",
                "Send the information they asked for",
            ),
        ),
        EventKind::ReturnAgreed => (
            Who::Consumer,
            &[EventKind::Returned],
            text("Renvoyer l’article", "Send the item back"),
        ),
        EventKind::Promised | EventKind::RefundAnnounced | EventKind::Answered => {
            (Who::Trader, KEEPS, promise_text(event))
        }
        EventKind::OfferAccepted => (
            Who::Trader,
            KEEPS,
            text("Faire ce qui a été convenu", "Do what was agreed"),
        ),
        kind if kind.direction() == Direction::Sent => {
            let who = addressee(docket, event);
            (who, answers_of(who), answer_text(who))
        }
        _ => return None,
    };
    let met = docket
        .log
        .iter()
        .filter(later)
        .find(|e| met_by.contains(&e.kind))
        .map(|e| e.on);
    // A newer message or promise of the same kind takes the place of the older one.
    let superseded = docket
        .log
        .iter()
        .filter(later)
        .find(|e| e.kind == event.kind && e.kind != EventKind::Note && e.by.is_some())
        .map(|e| e.on);
    let closed_on = docket.claim.closed_on;
    // A reminder of one's own that was set at the end, or after it, is meant to outlive the claim.
    let over = match event.kind {
        EventKind::Note => closed_on.filter(|on| event.on < *on),
        _ => closed_on.into_iter().chain(docket.settled).min(),
    };
    // Whoever went on without an answer to an offer owes none any more.
    let overtaken = docket
        .log
        .iter()
        .filter(later)
        .find(|e| event.kind == EventKind::Offered && OVERTAKES.contains(&e.kind))
        .map(|e| e.on);
    let theirs = event.kind.direction() == Direction::Received && who != Who::Consumer;
    let deadline = Deadline {
        rule: format!("yours#{}", event.no),
        who,
        what,
        caution: None,
        opens_on: event.on,
        due_on: by,
        legal_on: None,
        due_at: None,
        remind_on: by,
        lead: None,
        at_once: false,
        state: DeadlineState::Open,
        met_on: met,
        chased: false,
        answers: true,
        closes: Vec::new(),
        quiet: false,
        moved_from: None,
        paused_on: None,
        held: false,
        in_force: (None, None),
        refines: None,
        source: own_source(event, theirs),
        steps: vec![ExplainStep::Promise {
            event: event.kind,
            no: event.no,
            on: by,
        }],
    };
    Some(Timed {
        deadline,
        moot_from: superseded.into_iter().chain(over).chain(overtaken).min(),
    })
}

/// Finds the last promise whose day has come without its being kept, as long as nothing was said about it since.
#[must_use]
pub fn promise_due<'a>(assessment: &Assessment, log: &'a [Event]) -> Option<&'a Event> {
    let promises = [
        EventKind::Promised,
        EventKind::RefundAnnounced,
        EventKind::Answered,
        EventKind::OfferAccepted,
    ];
    let due = assessment
        .deadlines
        .iter()
        .filter(|d| d.who != Who::Consumer && d.due_on <= assessment.today && d.is_live());
    let promise = |d: &Deadline| {
        let no = d.rule.strip_prefix("yours#")?.parse::<u32>().ok()?;
        log.iter()
            .find(|e| e.no == no && promises.contains(&e.kind))
    };
    due.filter_map(promise).max_by_key(|e| (e.by, e.no))
}

fn answer_text(who: Who) -> Text {
    match who {
        Who::Platform => text("Répondre à votre litige", "Answer your dispute"),
        Who::Trader | Who::Carrier => text("Répondre à votre message", "Answer your message"),
        _ => text("Répondre à votre demande", "Answer your request"),
    }
}

fn promise_text(event: &Event) -> Text {
    match event
        .note
        .as_deref()
        .map(str::trim)
        .filter(|n| !n.is_empty())
    {
        Some(note) => Text {
            fr: format!("Tenir sa promesse : « {note} »"),
            en: format!("Keep their promise: “{note}”"),
        },
        None => text("Tenir sa promesse", "Keep their promise"),
    }
}

fn reminder_text(event: &Event) -> Text {
    match event
        .note
        .as_deref()
        .map(str::trim)
        .filter(|n| !n.is_empty())
    {
        Some(note) => text(note, note),
        None => text("Votre rappel", "Your reminder"),
    }
}

fn own_source(event: &Event, theirs: bool) -> Source {
    Source {
        id: "yours".to_owned(),
        title: Text::same(if theirs { "their promise" } else { "your log" }),
        article: None,
        url: None,
        checked_on: event.on,
        source_date: None,
        basis: Basis::Yours,
        confidence: Confidence::High,
        nature: Nature::Yours,
    }
}

fn text(fr: &str, en: &str) -> Text {
    Text {
        fr: fr.to_owned(),
        en: en.to_owned(),
    }
}
