//! Offers of the other side: which one stands, what was answered, and whether what was agreed has come.

use chrono::NaiveDate;

use super::closed_set::closed_set;
use super::event::{Event, EventKind, in_force};
use super::money::Money;
use super::problem::Remedy;

closed_set! {
    /// Where an offer stands.
    OfferState {
        Open = "open",
        /// The day set for the answer has passed without one.
        Lapsed = "lapsed",
        Accepted = "accepted",
        Refused = "refused",
        /// Refused, and something else asked for instead.
        Countered = "countered",
        /// The claim has gone on without an answer to it.
        Overtaken = "overtaken",
    }
}

impl OfferState {
    /// Whether the consumer can still answer: late, where nothing else has come of it.
    #[must_use]
    pub const fn is_answerable(self) -> bool {
        matches!(self, OfferState::Open | OfferState::Lapsed)
    }
}

/// The last offer of a log, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer<'a> {
    pub event: &'a Event,
    /// The event that ended it: the consumer's answer, or what the claim went on with.
    pub ended: Option<&'a Event>,
}

/// What the claim goes on with, whatever was offered before.
pub(crate) const OVERTAKES: [EventKind; 3] = [
    EventKind::DisputeOpened,
    EventKind::DisputeDecided,
    EventKind::Refunded,
];

impl<'a> Offer<'a> {
    /// Finds the last offer among the events that count, oldest first.
    #[must_use]
    pub fn last(log: &[&'a Event]) -> Option<Offer<'a>> {
        let at = log.iter().rposition(|e| e.kind == EventKind::Offered)?;
        let ends = |e: &&&Event| {
            matches!(e.kind, EventKind::OfferAccepted | EventKind::OfferRefused)
                || OVERTAKES.contains(&e.kind)
        };
        Some(Offer {
            event: log[at],
            ended: log[at + 1..].iter().find(ends).copied(),
        })
    }

    /// Says where it stands on a day.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> OfferState {
        match self.ended.map(|e| (e.kind, e.asks_instead())) {
            Some((EventKind::OfferAccepted, _)) => OfferState::Accepted,
            Some((EventKind::OfferRefused, false)) => OfferState::Refused,
            Some((EventKind::OfferRefused, true)) => OfferState::Countered,
            Some(_) => OfferState::Overtaken,
            None if self.event.by.is_some_and(|by| by < today) => OfferState::Lapsed,
            None => OfferState::Open,
        }
    }
}

impl Event {
    /// Whether it refuses an offer and asks for something else instead.
    #[must_use]
    pub fn asks_instead(&self) -> bool {
        self.kind == EventKind::OfferRefused && (self.amount.is_some() || self.remedy.is_some())
    }

    /// Whether it binds the other side and was only spoken: worth a message that keeps it.
    #[must_use]
    pub fn is_to_be_confirmed(&self) -> bool {
        let binds = matches!(
            self.kind,
            EventKind::Promised
                | EventKind::Offered
                | EventKind::RefundAnnounced
                | EventKind::ReturnAgreed
        );
        binds && self.was_spoken()
    }
}

/// Returns the sum and the remedy that a promise gives: for an offer that was accepted, those of the offer.
#[must_use]
pub fn gives(promise: &Event, log: &[Event]) -> (Option<Money>, Option<Remedy>) {
    let mut gives = promise;
    if promise.kind == EventKind::OfferAccepted {
        let before: Vec<&Event> = in_force(log)
            .into_iter()
            .take_while(|e| e.no != promise.no)
            .collect();
        gives = Offer::last(&before).map_or(promise, |offer| offer.event);
    }
    (gives.amount, gives.remedy)
}

/// Returns the event by which an offer that was accepted had been carried out in full, unless the consumer has taken the
/// claim further meanwhile.
#[must_use]
pub fn carried_out<'a>(log: &[&'a Event]) -> Option<&'a Event> {
    let at = log
        .iter()
        .rposition(|e| e.kind == EventKind::OfferAccepted)?;
    let offer = Offer::last(&log[..at]).map(|offer| offer.event);
    let further = log[at + 1..]
        .iter()
        .position(|e| TAKES_FURTHER.contains(&e.kind));
    let since = &log[at + 1..further.map_or(log.len(), |further| at + 1 + further)];
    let money = offer.and_then(|o| o.amount);
    let thing = offer.and_then(|o| o.remedy).map_or(ANY, carries_out);
    let came = since.iter().rfind(|e| thing.contains(&e.kind)).copied();
    // What is faulty again has not been put right.
    let works = |e: &&Event| {
        let later = |other: &&&Event| (other.on, other.no) > (e.on, e.no);
        let found = |other: &&Event| other.kind == EventKind::Discovered;
        !since.iter().filter(later).any(found)
    };
    match money {
        Some(amount) if thing.contains(&EventKind::Refunded) => paid(since, amount),
        Some(amount) => came
            .filter(works)
            .zip(paid(since, amount))
            .map(|(came, _)| came),
        None => came.filter(works),
    }
}

/// The last refund, once the refunds come to this sum; one without a sum is the whole of it.
fn paid<'a>(log: &[&'a Event], amount: Money) -> Option<&'a Event> {
    let mut refunds = log.iter().filter(|e| e.kind == EventKind::Refunded);
    let zero = Money { minor: 0, ..amount };
    let sum = refunds.clone().try_fold(zero, |sum, e| {
        e.amount.map(|part| sum.plus(part).unwrap_or(sum))
    });
    let all = sum.is_none_or(|sum| sum.minor >= amount.minor);
    refunds.next_back().filter(|_| all).copied()
}

/// What takes the claim past an agreement that was not kept.
const TAKES_FURTHER: [EventKind; 7] = [
    EventKind::FormalNoticeSent,
    EventKind::DisputeOpened,
    EventKind::Escalated,
    EventKind::BankContacted,
    EventKind::MediatorContacted,
    EventKind::ConciliatorContacted,
    EventKind::ClaimServed,
];

/// What can carry out an offer of which nothing more is known.
const ANY: &[EventKind] = &[
    EventKind::Refunded,
    EventKind::Replaced,
    EventKind::Repaired,
    EventKind::Delivered,
    EventKind::ServiceStopped,
];

/// Returns the event by which a remedy is carried out most plainly.
pub(crate) fn carried_out_by(remedy: Remedy) -> EventKind {
    carries_out(remedy)
        .first()
        .copied()
        .unwrap_or(EventKind::Refunded)
}

/// The events by which a remedy is carried out.
const fn carries_out(remedy: Remedy) -> &'static [EventKind] {
    match remedy {
        Remedy::Refund | Remedy::PartialRefund | Remedy::PriceReduction => &[EventKind::Refunded],
        Remedy::Replacement => &[EventKind::Replaced],
        Remedy::Repair => &[EventKind::Repaired, EventKind::Replaced],
        Remedy::Delivery => &[EventKind::Delivered],
        Remedy::Cancellation => &[EventKind::ServiceStopped],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EventKind as E;

    fn log(events: &[(E, &str, Option<&str>)]) -> Vec<Event> {
        let event = |(no, (kind, on, amount)): (u32, &(E, &str, Option<&str>))| Event {
            no,
            amount: amount.map(|a| Money::parse(a).unwrap()),
            ..Event::new(*kind, on.parse().unwrap())
        };
        (1..).zip(events).map(event).collect()
    }

    fn carried(events: &[Event]) -> Option<E> {
        let events: Vec<&Event> = events.iter().collect();
        carried_out(&events).map(|e| e.kind)
    }

    #[test]
    fn an_offer_is_open_until_its_day_has_passed_or_it_is_answered() {
        let mut events = log(&[(E::Offered, "2026-11-10", Some("20 EUR"))]);
        let state = |events: &[Event], today: &str| {
            let events: Vec<&Event> = events.iter().collect();
            Offer::last(&events).map(|o| o.state(today.parse().unwrap()))
        };
        assert_eq!(state(&[], "2026-11-10"), None);
        assert_eq!(state(&events, "2027-11-10"), Some(OfferState::Open));
        events[0].by = "2026-11-20".parse().ok();
        assert_eq!(state(&events, "2026-11-20"), Some(OfferState::Open));
        assert_eq!(state(&events, "2026-11-21"), Some(OfferState::Lapsed));
        for (kind, amount, expected) in [
            (E::OfferAccepted, None, OfferState::Accepted),
            (E::OfferRefused, None, OfferState::Refused),
            (E::OfferRefused, Some("30 EUR"), OfferState::Countered),
            (E::DisputeOpened, None, OfferState::Overtaken),
            (E::Contacted, None, OfferState::Lapsed),
        ] {
            let mut events = log(&[
                (E::Offered, "2026-11-10", Some("20 EUR")),
                (kind, "2026-11-12", amount),
            ]);
            events[0].by = "2026-11-20".parse().ok();
            assert_eq!(state(&events, "2026-11-21"), Some(expected), "{kind}");
        }
    }

    #[test]
    fn what_was_agreed_is_carried_out_once_all_of_it_has_come() {
        let offered = (E::Offered, "2026-11-10", Some("20 EUR"));
        let accepted = (E::OfferAccepted, "2026-11-12", None);
        let refunded = |amount| (E::Refunded, "2026-11-20", amount);
        assert_eq!(carried(&log(&[offered, accepted])), None);
        assert_eq!(carried(&log(&[offered, refunded(Some("20 EUR"))])), None);
        let half = [offered, accepted, refunded(Some("10 EUR"))];
        assert_eq!(carried(&log(&half)), None);
        let whole = [half.as_slice(), &[refunded(Some("10 EUR"))]].concat();
        assert_eq!(carried(&log(&whole)), Some(E::Refunded));
        assert_eq!(
            carried(&log(&[offered, accepted, refunded(None)])),
            Some(E::Refunded)
        );
        // Whoever went on because nothing came is not settled by what was offered then.
        let notice = (E::FormalNoticeSent, "2026-11-18", None);
        let late = [offered, accepted, notice, refunded(Some("20 EUR"))];
        assert_eq!(carried(&log(&late)), None);
    }

    #[test]
    fn a_thing_that_was_agreed_has_to_come_and_to_work() {
        let mut events = log(&[
            (E::Offered, "2026-11-10", None),
            (E::OfferAccepted, "2026-11-12", None),
            (E::Refunded, "2026-11-14", Some("5 EUR")),
            (E::Replaced, "2026-11-20", None),
        ]);
        assert_eq!(carried(&events[..3]), Some(E::Refunded));
        events[0].remedy = Some(Remedy::Replacement);
        assert_eq!(carried(&events[..3]), None);
        assert_eq!(carried(&events), Some(E::Replaced));
        events[0].amount = Money::parse("10 EUR").ok();
        assert_eq!(carried(&events), None);
        events[2].amount = Money::parse("10 EUR").ok();
        assert_eq!(carried(&events), Some(E::Replaced));
        events.push(Event {
            no: 5,
            ..Event::new(E::Discovered, "2026-11-25".parse().unwrap())
        });
        assert_eq!(carried(&events), None);
    }
}
