//! Weighing an offer: what was asked, what is owed, what else can still be done and until when, what accepting ends.

use chrono::NaiveDate;

use super::assessment::{Reason, RouteView};
use super::docket::Docket;
use crate::domain::claim::Claim;
use crate::domain::closed_set::closed_set;
use crate::domain::event::{Event, EventKind};
use crate::domain::language::Text;
use crate::domain::money::Money;
use crate::domain::offer::{self, Offer, OfferState};
use crate::domain::playbook::Library;
use crate::domain::problem::Remedy;
use crate::domain::route::{Door, RouteState};

closed_set! {
    /// What a route can bring at most; nothing says that it will.
    Brings {
        /// All that is owed, with what the law adds.
        All = "all",
        /// What was paid.
        Price = "price",
        /// A proposal that nobody has to accept.
        Proposal = "proposal",
        /// Nothing for the consumer.
        NoMoney = "no-money",
    }
}

/// The last offer beside everything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighing {
    pub offer: Event,
    pub state: OfferState,
    /// The day of the answer, or of what the claim went on with.
    pub ended_on: Option<NaiveDate>,
    pub wanted: Option<Remedy>,
    pub asked: Option<Money>,
    pub received: Option<Money>,
    pub outstanding: Option<Money>,
    /// What the law adds for delay as of the day of the assessment.
    pub surcharge: Option<Money>,
    /// What is outstanding with what is added.
    pub owed: Option<Money>,
    /// By how much a sum that is offered falls short of what is owed; 0 when it does not.
    pub short_by: Option<Money>,
    /// What can still be done instead, and what is under way.
    pub routes: Vec<Remaining>,
    /// The titles of the routes that are not needed any more once the offer was accepted and carried out.
    pub closes: Vec<Text>,
    /// The route that ends first, with its last day.
    pub first_end: Option<(Text, NaiveDate)>,
}

/// A route that can still be taken, or is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remaining {
    pub route: RouteView,
    pub brings: Brings,
    /// The sum that it can bring at most, where the claim is for money.
    pub up_to: Option<Money>,
}

/// Weighs the last offer of a log; `None` when there is none.
#[must_use]
pub fn weigh(
    claim: &Claim,
    log: &[Event],
    library: &Library,
    today: NaiveDate,
) -> Option<Weighing> {
    let docket = Docket::new(claim, log, library);
    let offer = Offer::last(&docket.log)?;
    let now = docket.on(today);
    let money = &now.money;
    let surcharge = money.increase().map(|s| s.amount);
    let owed = money
        .outstanding
        .map(|left| surcharge.and_then(|s| left.plus(s)).unwrap_or(left));
    let short_by = owed
        .zip(offer.event.amount)
        .and_then(|(owed, offered)| owed.minus(offered))
        .map(|left| Money {
            minor: left.minor.max(0),
            ..left
        });
    let remaining = |route: &&RouteView| !route.alternative && is_left(route);
    let routes: Vec<Remaining> = now
        .routes
        .iter()
        .filter(remaining)
        .map(|route| {
            let brings = brings(route.door);
            Remaining {
                route: route.clone(),
                brings,
                up_to: match brings {
                    Brings::All | Brings::Proposal => owed,
                    Brings::Price => money.outstanding,
                    Brings::NoMoney => None,
                },
            }
        })
        .collect();
    let after = carried_out(log, offer.event, today);
    let after = Docket::new(claim, &after, library).on(today);
    let stays = |route: &RouteView| {
        after
            .routes
            .iter()
            .any(|r| r.route == route.route && is_left(r))
    };
    let closes = routes
        .iter()
        .filter(|r| r.route.taken_on.is_none() && !stays(&r.route))
        .map(|r| r.route.title.clone())
        .collect();
    let first_end = routes
        .iter()
        .filter(|r| r.route.taken_on.is_none() && r.route.state != RouteState::Blocked)
        .filter_map(|r| Some((r.route.title.clone(), r.route.closes_on?)))
        .min_by_key(|(_, on)| *on);
    Some(Weighing {
        offer: offer.event.clone(),
        state: offer.state(today),
        ended_on: offer.ended.map(|e| e.on),
        wanted: claim.wanted,
        asked: money.asked,
        received: money.received.filter(|m| m.minor > 0),
        outstanding: money.outstanding,
        surcharge,
        owed,
        short_by,
        routes,
        closes,
        first_end,
    })
}

/// Whether something can still come of a route: it can be taken now or later, or somebody else decides on it.
fn is_left(route: &RouteView) -> bool {
    match route.taken_on {
        Some(_) => route.door != Door::Seller,
        None => route.state != RouteState::Closed && route.reason != Reason::NotNeeded,
    }
}

const fn brings(door: Door) -> Brings {
    match door {
        Door::Seller | Door::Court => Brings::All,
        Door::Platform | Door::PaymentProvider => Brings::Price,
        Door::Mediator => Brings::Proposal,
        Door::Regulator => Brings::NoMoney,
    }
}

/// The log as it would be, had the offer been accepted and carried out today.
fn carried_out(log: &[Event], offered: &Event, today: NaiveDate) -> Vec<Event> {
    let last = log.iter().map(|e| e.no).max().unwrap_or(0);
    let mut kinds = vec![EventKind::OfferAccepted];
    if offered.amount.is_some() {
        kinds.push(EventKind::Refunded);
    }
    let thing = offered
        .remedy
        .map_or(EventKind::Refunded, offer::carried_out_by);
    if !kinds.contains(&thing) {
        kinds.push(thing);
    }
    let then = kinds.into_iter().zip(last + 1..).map(|(kind, no)| Event {
        no,
        amount: offered.amount.filter(|_| kind == EventKind::Refunded),
        ..Event::new(kind, today.max(offered.on))
    });
    log.iter().cloned().chain(then).collect()
}
