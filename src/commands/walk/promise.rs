//! Promises: one that was only spoken is confirmed in writing, and one whose day has come is asked about.

use anyhow::Result;

use crate::commands::desk;
use crate::context::Context;
use crate::domain::assess::{Assessment, promise_due};
use crate::domain::event::{Event, EventKind};
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::domain::offer;
use crate::domain::walk::Walk;
use crate::error::Exit;
use crate::lang::words;
use crate::store::StoredClaim;
use crate::ui::prompt::{Prompter, Reply};

use super::{Flow, Walker};

/// What can have come of a promise that names nothing.
const CAME: [EventKind; 6] = [
    EventKind::Refunded,
    EventKind::Delivered,
    EventKind::Replaced,
    EventKind::Repaired,
    EventKind::ServiceStopped,
    EventKind::ReturnAgreed,
];

/// Offers the message that confirms what was only spoken.
///
/// # Errors
/// When the desk cannot be read or written.
pub(in crate::commands) fn confirm(
    ctx: &Context,
    prompter: Box<dyn Prompter + '_>,
    stored: StoredClaim,
) -> Result<Exit> {
    let mut walker = Walker {
        id: Some(stored.id),
        claim: stored.claim,
        events: stored.events,
        walk: stored.walk.unwrap_or_else(Walk::start),
        only_asked_for: true,
        ..Walker::new(ctx, prompter)
    };
    Ok(match walker.confirm_spoken()? {
        Flow::Quit => Exit::Interrupted,
        _ => Exit::Done,
    })
}

impl Walker<'_> {
    /// Asks whether to write it, shows the message, and notes that it was sent.
    pub(super) fn confirm_spoken(&mut self) -> Result<Flow> {
        let ctx = self.ctx;
        let options = ["wizard-yes", "wizard-no"].map(|key| ctx.lang.text(key));
        let title = ctx.lang.text("offer-walk-confirm");
        match self.pick(&title, options.to_vec(), 0) {
            Reply::Next(0) => {}
            Reply::Quit => return Ok(Flow::Quit),
            _ => return Ok(Flow::On),
        }
        let note = ctx.say(&words::letter_kind(LetterKind::Confirmation));
        self.meant = Some(Event {
            note: Some(note),
            ..Event::new(EventKind::Note, ctx.today)
        });
        let flow = match self.show_letter(LetterKind::Confirmation, "")? {
            Flow::Quit => Flow::Quit,
            _ => self.done(EventKind::Note, None)?,
        };
        self.meant = None;
        Ok(flow)
    }

    /// Asks whether a promise whose day has come was kept, once a visit. `None` when the claim goes on as it was.
    pub(super) fn promise(&mut self, assessment: &Assessment) -> Result<Option<Flow>> {
        let ctx = self.ctx;
        let due = promise_due(assessment, &self.events).cloned();
        let Some((promise, by)) = due.and_then(|e| e.by.map(|by| (e, by))) else {
            return Ok(None);
        };
        if self.asked_of.replace(promise.no) == Some(promise.no) {
            return Ok(None);
        }
        self.say_wrapped(&ctx.say(&words::promise(&promise)));
        let options = ["wizard-yes", "wizard-no", "offer-walk-kept-unknown"];
        let options = options.map(|key| ctx.lang.text(key)).to_vec();
        match self.pick(&ctx.lang.text("offer-walk-kept"), options, 2) {
            Reply::Next(0) => {}
            Reply::Next(1) => {
                let key = match by < ctx.today {
                    true => "offer-walk-broken",
                    false => "offer-walk-broken-tomorrow",
                };
                self.say_wrapped(&ctx.lang.text(key));
                return Ok(None);
            }
            Reply::Quit => return Ok(Some(Flow::Quit)),
            _ => return Ok(None),
        }
        let (amount, remedy) = offer::gives(&promise, &self.events);
        let kind = match (remedy, promise.kind) {
            (Some(remedy), _) => offer::carried_out_by(remedy),
            (None, EventKind::RefundAnnounced) => EventKind::Refunded,
            _ => {
                let names = CAME.map(|kind| ctx.say(&words::event(kind))).to_vec();
                match self.pick(&ctx.lang.text("offer-walk-came"), names, 0) {
                    Reply::Next(at) => CAME.get(at).copied().unwrap_or(EventKind::Refunded),
                    Reply::Back => return Ok(None),
                    Reply::Quit => return Ok(Some(Flow::Quit)),
                }
            }
        };
        let mut event = Event::new(kind, ctx.today);
        match self.when() {
            Reply::Next(day) => event.on = day,
            Reply::Back => return Ok(None),
            Reply::Quit => return Ok(Some(Flow::Quit)),
        }
        if kind == EventKind::Refunded {
            match self.amount(amount)? {
                Reply::Next(amount) => event.amount = amount,
                Reply::Back => return Ok(None),
                Reply::Quit => return Ok(Some(Flow::Quit)),
            }
        }
        self.record(event).map(Some)
    }
}

/// Says how to tell whether a promise whose day has come was kept, where nobody can be asked.
pub(in crate::commands) fn ask_by_status(
    stored: &StoredClaim,
    assessment: &Assessment,
    ctx: &Context,
) {
    let Some(promise) = promise_due(assessment, &stored.events) else {
        return;
    };
    ctx.ui.status(&crate::commands::view::clean(
        &ctx.say(&words::promise(promise)),
    ));
    let (_, remedy) = offer::gives(promise, &stored.events);
    let kind = remedy.map_or(EventKind::Refunded, offer::carried_out_by);
    let line = Message::new("offer-kept-status")
        .with("id", stored.id.to_string())
        .with("event", kind.id());
    ctx.ui.status(&ctx.say(&line));
}

/// Says how to confirm what was only spoken, where nobody can be asked, and offers it where somebody can.
///
/// # Errors
/// When the desk cannot be read or written.
pub(in crate::commands) fn offer_to_confirm(id: i64, ctx: &Context) -> Result<Exit> {
    match ctx.prompter() {
        Some(prompter) => confirm(ctx, prompter, desk::load(ctx, id)?),
        None => {
            let line = Message::new("offer-confirm-status").with("id", id.to_string());
            ctx.ui.status(&ctx.say(&line));
            Ok(Exit::Done)
        }
    }
}
