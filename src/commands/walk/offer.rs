//! An offer that waits for an answer: how it weighs, what to answer, the letter, and whether it was sent.

use anyhow::Result;

use crate::commands::desk::{self, Edit};
use crate::commands::offer::{self, Answer, Ask};
use crate::context::Context;
use crate::domain::event::in_force;
use crate::domain::money::Money;
use crate::domain::offer::Offer;
use crate::domain::walk::Walk;
use crate::error::Exit;
use crate::store::StoredClaim;
use crate::ui::prompt::{Prompter, Reply, TextQuestion};

use super::{Flow, Walker};

/// Weighs the offer of a claim and asks what to answer.
///
/// # Errors
/// When the desk cannot be read or written.
pub(in crate::commands) fn offer(
    ctx: &Context,
    prompter: Box<dyn Prompter + '_>,
    stored: StoredClaim,
) -> Result<Exit> {
    let (id, had_walk) = (stored.id, stored.walk.is_some());
    let mut walker = Walker {
        id: Some(id),
        claim: stored.claim,
        events: stored.events,
        walk: stored.walk.unwrap_or_else(Walk::start),
        ..Walker::new(ctx, prompter)
    };
    let flow = walker.answer_offer()?;
    if !had_walk && desk::load(ctx, id)?.walk.is_some() {
        // A fact that was asked for on the way has left a walk behind.
        desk::change(ctx, id, |stored| {
            Ok(Edit {
                walk: None,
                ..Edit::of(stored)
            })
        })?;
    }
    Ok(match flow {
        Flow::Quit => Exit::Interrupted,
        _ => Exit::Done,
    })
}

impl Walker<'_> {
    /// Shows how the offer weighs, asks for the answer, shows the letter, and logs it once it was sent.
    pub(super) fn answer_offer(&mut self) -> Result<Flow> {
        let ctx = self.ctx;
        let Some(id) = self.id else {
            return Ok(Flow::On);
        };
        let stored = desk::load(ctx, id)?;
        if let Some(shown) = offer::shown(&stored, ctx)?
            && self.read(shown.trim_end()) == Flow::Quit
        {
            return Ok(Flow::Quit);
        }
        let keys = [
            "wizard-offer-accept",
            "wizard-offer-refuse",
            "offer-walk-counter",
            "wizard-offer-later",
        ];
        let options = keys.map(|key| ctx.lang.text(key)).to_vec();
        let answer = match self.pick(&ctx.lang.text("wizard-offer-answer"), options, 3) {
            Reply::Next(0) => Answer::Accept,
            Reply::Next(1) => Answer::Refuse,
            Reply::Next(2) => match self.ask_instead(&stored) {
                Reply::Next(ask) => Answer::Counter(ask),
                Reply::Back => return self.answer_offer(),
                Reply::Quit => return Ok(Flow::Quit),
            },
            Reply::Next(_) => return Ok(Flow::On),
            Reply::Back => return Ok(Flow::Back),
            Reply::Quit => return Ok(Flow::Quit),
        };
        let (letter, event) = offer::meant(&answer, &stored, None, ctx)?;
        let kind = event.kind;
        self.meant = Some(event);
        let flow = match self.show_letter(letter, "")? {
            Flow::Quit => Flow::Quit,
            _ => self.done(kind, None)?,
        };
        self.meant = None;
        Ok(flow)
    }

    /// Asks for the sum or the remedy that is wanted instead.
    fn ask_instead(&mut self, stored: &StoredClaim) -> Reply<Ask> {
        let offered = Offer::last(&in_force(&stored.events)).and_then(|o| o.event.amount);
        match self.sum_or_remedy("offer-walk-instead", offered, false) {
            Reply::Next(Some(ask)) => Reply::Next(ask),
            Reply::Next(None) | Reply::Back => Reply::Back,
            Reply::Quit => Reply::Quit,
        }
    }

    /// Asks for a sum, more than another one, or a remedy by its id.
    pub(super) fn sum_or_remedy(
        &mut self,
        title: &str,
        more_than: Option<Money>,
        optional: bool,
    ) -> Reply<Option<Ask>> {
        let ctx = self.ctx;
        let (id, claim) = (self.id.unwrap_or_default(), &self.claim);
        let read = |text: &str| {
            Ask::read(text, id, claim, more_than)
                .map_err(|error| ctx.say(&crate::report::failure(&error).what))
        };
        let validate = |text: &str| read(text).map(|_| ());
        let question = TextQuestion {
            help: Some(ctx.lang.text("offer-walk-instead-help")),
            optional: optional.then(|| ctx.lang.text("ui-skip")),
            validate: &validate,
            ..TextQuestion::new(ctx.lang.text(title))
        };
        match self.prompter.text(&question) {
            Reply::Next(text) => Reply::Next(text.and_then(|text| read(&text).ok())),
            Reply::Back => Reply::Back,
            Reply::Quit => Reply::Quit,
        }
    }
}
