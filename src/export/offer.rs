//! The record of the schema `claimctl/offer/1`: an offer beside what is owed and what else can be done.

use serde::Serialize;

use crate::domain::assess::{Reason, Remaining, Weighing};
use crate::domain::language::Language;

use super::record::{RouteRecord, day};
use super::row::MoneyRecord;

/// An offer, weighed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfferRecord {
    /// Its number in the log.
    pub no: u32,
    pub on: String,
    pub amount: Option<MoneyRecord>,
    pub remedy: Option<&'static str>,
    pub terms: Option<String>,
    pub said_by: Option<String>,
    pub by: Option<String>,
    pub state: &'static str,
    /// The day of the answer, or of what the claim went on with.
    pub ended_on: Option<String>,
    pub wanted: Option<&'static str>,
    pub asked: Option<MoneyRecord>,
    pub received: Option<MoneyRecord>,
    pub outstanding: Option<MoneyRecord>,
    pub surcharge: Option<MoneyRecord>,
    /// What is outstanding with the surcharge.
    pub owed: Option<MoneyRecord>,
    /// By how much the sum that is offered falls short of it.
    pub short_by: Option<MoneyRecord>,
    pub routes: Vec<RemainingRecord>,
    /// The titles of the routes that are not needed any more once what was agreed has come.
    pub closes: Vec<String>,
    /// The letter of the answer; null without one.
    pub letter: Option<LetterRecord>,
}

/// A route that can be taken instead, or is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RemainingRecord {
    #[serde(flatten)]
    pub route: RouteRecord,
    pub title: String,
    pub taken_on: Option<String>,
    /// `all`, `price`, `proposal`, `no-money`
    pub brings: &'static str,
    /// The sum that it can bring at most.
    pub up_to: Option<MoneyRecord>,
}

/// The letter that goes with an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterRecord {
    pub kind: &'static str,
    pub subject: String,
    pub body: String,
}

impl OfferRecord {
    /// Makes the record of an offer without its letter; `reason` says why a route is in its state.
    #[must_use]
    pub fn new(
        weighing: &Weighing,
        reason: &dyn Fn(&Reason) -> String,
        language: Language,
    ) -> OfferRecord {
        let money = |amount: Option<_>| amount.map(MoneyRecord::from);
        let offer = &weighing.offer;
        OfferRecord {
            no: offer.no,
            on: day(offer.on),
            amount: money(offer.amount),
            remedy: offer.remedy.map(|r| r.id()),
            terms: offer.note.clone(),
            said_by: offer.said_by.clone(),
            by: offer.by.map(day),
            state: weighing.state.id(),
            ended_on: weighing.ended_on.map(day),
            wanted: weighing.wanted.map(|r| r.id()),
            asked: money(weighing.asked),
            received: money(weighing.received),
            outstanding: money(weighing.outstanding),
            surcharge: money(weighing.surcharge),
            owed: money(weighing.owed),
            short_by: money(weighing.short_by),
            routes: weighing
                .routes
                .iter()
                .map(|left| RemainingRecord::new(left, reason, language))
                .collect(),
            closes: weighing
                .closes
                .iter()
                .map(|title| title.get(language).to_owned())
                .collect(),
            letter: None,
        }
    }
}

impl RemainingRecord {
    fn new(
        left: &Remaining,
        reason: &dyn Fn(&Reason) -> String,
        language: Language,
    ) -> RemainingRecord {
        RemainingRecord {
            route: RouteRecord::new(&left.route, language, reason),
            title: left.route.title.get(language).to_owned(),
            taken_on: left.route.taken_on.map(day),
            brings: left.brings.id(),
            up_to: left.up_to.map(MoneyRecord::from),
        }
    }
}
