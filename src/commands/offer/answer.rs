//! What the consumer answers to an offer, and the event and the letter that it is.

use anyhow::Result;

use chrono::NaiveDate;

use crate::context::Context;
use crate::domain::assess::{Weighing, assess};
use crate::domain::calendar::holidays::Holidays;
use crate::domain::claim::Claim;
use crate::domain::event::{Event, EventKind};
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::problem::Remedy;
use crate::error::{Exit, Failure};
use crate::letters;
use crate::store::StoredClaim;

use super::Args;
use crate::commands::input;

/// An answer to an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Accept,
    Refuse,
    Counter(Ask),
}

/// What is asked for instead of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    Sum(Money),
    Remedy(Remedy),
}

impl Ask {
    /// The remedy that is asked for: a sum of money back, where that is what the claim is for.
    fn remedy(self, claim: &Claim) -> Option<Remedy> {
        let sum = match self {
            Ask::Sum(sum) => sum,
            Ask::Remedy(remedy) => return Some(remedy),
        };
        match claim.wanted? {
            Remedy::Refund if claim.amount.is_some_and(|all| sum.minor < all.minor) => {
                Some(Remedy::PartialRefund)
            }
            wanted @ (Remedy::Refund | Remedy::PartialRefund | Remedy::PriceReduction) => {
                Some(wanted)
            }
            _ => None,
        }
    }

    /// Reads a remedy by its id, or a sum in the currency of the claim.
    ///
    /// # Errors
    /// When it is neither, or no more than what was offered.
    pub(crate) fn read(text: &str, id: i64, claim: &Claim, offered: Option<Money>) -> Result<Ask> {
        if let Some(remedy) = Remedy::from_id(text.trim()) {
            return Ok(Ask::Remedy(remedy));
        }
        let usual = || Ok(claim.amount.map(|m| m.currency));
        let sum = input::money(text, &usual)?;
        let least = offered.filter(|offered| offered.currency == sum.currency);
        if sum.minor > least.map_or(0, |least| least.minor) {
            return Ok(Ask::Sum(sum));
        }
        Err(match least {
            Some(offered) => {
                let what = Message::new("offer-error-no-more")
                    .with("asked", sum)
                    .with("offered", offered);
                let hint = Message::new("offer-error-no-more-hint").with("id", id.to_string());
                input::usage(what, Some(hint))
            }
            None => input::usage(Message::new("offer-error-zero"), None),
        })
    }
}

/// Reads the answer that was given on the command line.
///
/// # Errors
/// When the offer has been answered or overtaken, or what is asked for instead cannot be read.
pub(super) fn given(
    args: &Args,
    stored: &StoredClaim,
    weighing: &Weighing,
    ctx: &Context,
) -> Result<Option<Answer>> {
    let answer = match &args.counter {
        _ if args.accept => Answer::Accept,
        _ if args.refuse => Answer::Refuse,
        Some(text) => Answer::Counter(Ask::read(
            text,
            stored.id,
            &stored.claim,
            weighing.offer.amount,
        )?),
        None => return Ok(None),
    };
    if !weighing.state.is_answerable() {
        let what = Message::new("offer-error-answered")
            .with(
                "state",
                Message::new(format!("offer-state-{}", weighing.state)),
            )
            .with("on", weighing.ended_on.unwrap_or(ctx.today));
        let hint = Message::new("error-undone-what-hint").with("id", stored.id.to_string());
        return Err(Failure::new(Exit::Usage, what).hint(hint).into());
    }
    Ok(Some(answer))
}

/// Makes the letter's kind and the event of an answer. Without a day of the user's, one is suggested.
///
/// # Errors
/// When the library does not hold.
pub(crate) fn meant(
    answer: &Answer,
    stored: &StoredClaim,
    by: Option<NaiveDate>,
    ctx: &Context,
) -> Result<(LetterKind, Event)> {
    let (letter, kind, ask) = match answer {
        Answer::Accept => (LetterKind::OfferAccepted, EventKind::OfferAccepted, None),
        Answer::Refuse => (LetterKind::OfferRefused, EventKind::OfferRefused, None),
        Answer::Counter(ask) => (LetterKind::CounterOffer, EventKind::OfferRefused, Some(ask)),
    };
    let library = ctx.library()?;
    let claim = &stored.claim;
    let country = claim.country.as_deref().unwrap_or_default();
    let holidays = Holidays::of(&library.holidays, country, claim.region.as_deref());
    let assessment = assess(claim, &stored.events, library, ctx.today);
    let suggested = || letters::answer_by(letter, &assessment, &holidays, ctx.today);
    let event = Event {
        by: Some(by.unwrap_or_else(suggested)),
        amount: match ask {
            Some(Ask::Sum(sum)) => Some(*sum),
            _ => None,
        },
        remedy: ask.and_then(|ask| ask.remedy(claim)),
        ..Event::new(kind, ctx.today)
    };
    Ok((letter, event))
}

/// The claim as if the event had been logged: the letter speaks of it before it is sent.
pub(crate) fn as_if(stored: &StoredClaim, event: &Event) -> StoredClaim {
    let mut stored = stored.clone();
    let no = stored.events.iter().map(|e| e.no).max().unwrap_or(0) + 1;
    stored.events.push(Event {
        no,
        ..event.clone()
    });
    stored
}
