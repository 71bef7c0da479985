//! What came in meanwhile: the answer, the offer, the promise, the money.

use anyhow::Result;

use crate::domain::event::{Channel, Event, EventKind};
use crate::domain::money::Money;
use crate::domain::party::{SellerKind, Who};
use crate::domain::problem::{Problem, Remedy};
use crate::lang::{typography, words};
use crate::ui::prompt::{Reply, TextQuestion};
use crate::wizard::{self, Answer, Question};

use super::{Flow, Walker};
use crate::commands::desk::Piece;
use crate::commands::offer::Ask;
use crate::commands::{changes, log};

/// What can have come in, the likeliest first.
const INCOMING: &[EventKind] = &[
    EventKind::Answered,
    EventKind::Promised,
    EventKind::Offered,
    EventKind::Refused,
    EventKind::InformationRequested,
    EventKind::RefundAnnounced,
    EventKind::Refunded,
    EventKind::Shipped,
    EventKind::TrackingDelivered,
    EventKind::Delivered,
    EventKind::ReturnAgreed,
    EventKind::Returned,
    EventKind::Replaced,
    EventKind::Repaired,
    EventKind::DisputeDecided,
    EventKind::BankAnswered,
    EventKind::ServiceStopped,
    EventKind::MediationEnded,
];

/// The question of the playbooks whose answer can come later, though nobody is asked it.
const SHOP_VANISHED: &str = "shop_vanished";

impl Walker<'_> {
    /// Asks what has happened, and logs it. `On` when something was logged.
    pub(super) fn incoming(&mut self) -> Result<Flow> {
        let ctx = self.ctx;
        let mut names = vec![ctx.lang.text("wizard-happened-nothing")];
        names.extend(INCOMING.iter().map(|kind| ctx.say(&words::event(*kind))));
        let vanished = wizard::can_be_told(self.facts()?, SHOP_VANISHED);
        names.extend(
            vanished
                .is_some()
                .then(|| ctx.lang.text("wizard-happened-vanished")),
        );
        let kind = match self.pick(&ctx.lang.text("wizard-happened"), names, 0) {
            Reply::Next(0) => return Ok(Flow::On),
            Reply::Back => return Ok(Flow::Back),
            Reply::Next(at) if at > INCOMING.len() => return self.tell(vanished),
            Reply::Next(at) => INCOMING.get(at - 1).copied().unwrap_or(EventKind::Note),
            Reply::Quit => return Ok(Flow::Quit),
        };
        let kind = match self.who_said_what(kind) {
            Reply::Next(kind) => kind,
            Reply::Back => return self.incoming(),
            Reply::Quit => return Ok(Flow::Quit),
        };
        let mut event = Event::new(kind, ctx.today);
        match self.when() {
            Reply::Next(day) => event.on = day,
            Reply::Back => return self.incoming(),
            Reply::Quit => return Ok(Flow::Quit),
        }
        if says_something(kind) {
            match self.pick_text(&ctx.lang.text("wizard-what-they-said")) {
                Reply::Next(note) => event.note = note,
                Reply::Back => return Ok(Flow::Back),
                Reply::Quit => return Ok(Flow::Quit),
            }
        }
        if kind == EventKind::Offered {
            match self.sum_or_remedy("offer-walk-what", None, true) {
                Reply::Next(Some(Ask::Sum(sum))) => event.amount = Some(sum),
                Reply::Next(Some(Ask::Remedy(remedy))) => event.remedy = Some(remedy),
                Reply::Next(None) => {}
                Reply::Back => return Ok(Flow::Back),
                Reply::Quit => return Ok(Flow::Quit),
            }
        }
        if matches!(
            kind,
            EventKind::Promised
                | EventKind::Offered
                | EventKind::InformationRequested
                | EventKind::ReturnAgreed
        ) {
            match self.pick_day(&ctx.lang.text("wizard-promise-by"), true, true) {
                Reply::Next(day) => event.by = day,
                Reply::Back => return Ok(Flow::Back),
                Reply::Quit => return Ok(Flow::Quit),
            }
        }
        if matches!(kind, EventKind::Promised | EventKind::Offered) {
            match self.how_and_who(&mut event) {
                Flow::On => {}
                flow => return Ok(flow),
            }
        }
        if kind == EventKind::Refunded {
            match self.amount(None)? {
                Reply::Next(amount) => event.amount = amount,
                Reply::Back => return Ok(Flow::Back),
                Reply::Quit => return Ok(Flow::Quit),
            }
        }
        let to_confirm = event.is_to_be_confirmed();
        match self.record(event)? {
            Flow::On if to_confirm => self.confirm_spoken(),
            flow => Ok(flow),
        }
    }

    /// Asks how a promise or an offer was made and, where it was only spoken, by whom.
    fn how_and_who(&mut self, event: &mut Event) -> Flow {
        let ctx = self.ctx;
        let names = Channel::ALL.iter().map(|c| ctx.say(&words::channel(*c)));
        let likely = if self.claim.platform.is_some() {
            Channel::Platform
        } else {
            Channel::Email
        };
        let default = Channel::ALL.iter().position(|c| *c == likely).unwrap_or(0);
        match self.pick(&ctx.lang.text("offer-walk-how"), names.collect(), default) {
            Reply::Next(at) => event.channel = Channel::ALL.get(at).copied(),
            Reply::Back => return Flow::Back,
            Reply::Quit => return Flow::Quit,
        }
        if !event.was_spoken() {
            return Flow::On;
        }
        match self.pick_text(&ctx.lang.text("offer-walk-who")) {
            Reply::Next(who) => event.said_by = who,
            Reply::Back => return Flow::Back,
            Reply::Quit => return Flow::Quit,
        }
        Flow::On
    }

    /// Answers a question that nobody is asked with yes, and says what that changes.
    fn tell(&mut self, question: Option<Question>) -> Result<Flow> {
        let Some(question) = question else {
            return Ok(Flow::On);
        };
        let before = self.assessment()?;
        self.answer(&question, &Answer::Value("yes".to_owned()))?;
        let after = self.assessment()?;
        for line in changes::said(&before, &after, self.ctx) {
            self.ctx.ui.status(&line);
        }
        self.say_next(&after);
        Ok(Flow::On)
    }

    /// Answers that mean two things: an answer to a termination that does not confirm it is a refusal, a refusal by the
    /// platform is its decision, which opens the appeal, a refusal to deliver ends the wait for the parcel, and one to
    /// refund leaves the seller the repair that comes first.
    fn who_said_what(&mut self, kind: EventKind) -> Reply<EventKind> {
        let ctx = self.ctx;
        let happened = |kind: EventKind| self.events.iter().any(|e| e.kind == kind);
        let leaving = [
            EventKind::Terminated,
            EventKind::Cancelled,
            EventKind::Withdrawn,
        ];
        let left =
            self.claim.wanted == Some(Remedy::Cancellation) && leaving.into_iter().any(happened);
        let disputed = happened(EventKind::DisputeOpened) && !happened(EventKind::DisputeDecided);
        let awaits_a_parcel = matches!(
            self.claim.problem,
            Some(Problem::NotReceived | Problem::Late | Problem::MarkedDelivered)
        );
        let asked_for_money = self.claim.seller_kind == Some(SellerKind::Trader)
            && self.claim.problem.is_some_and(Problem::is_of_what_came)
            && !matches!(
                self.claim.wanted,
                Some(Remedy::Repair | Remedy::Replacement)
            );
        let (title, options, kinds) = match kind {
            EventKind::Answered if left => (
                "wizard-confirms-end",
                ["wizard-yes", "wizard-no"].map(|key| ctx.lang.text(key)),
                [EventKind::Answered, EventKind::Refused],
            ),
            EventKind::Refused if disputed => (
                "wizard-refused-by",
                [Who::Platform, Who::Trader].map(|who| ctx.say(&words::party(who))),
                [EventKind::DisputeDecided, EventKind::Refused],
            ),
            EventKind::Refused if awaits_a_parcel => (
                "wizard-refused-what",
                ["wizard-refused-money", "wizard-refused-delivery"].map(|key| ctx.lang.text(key)),
                [EventKind::Refused, EventKind::UnavailableNotice],
            ),
            EventKind::Refused if asked_for_money => (
                "wizard-refused-what",
                ["wizard-refused-all", "wizard-refused-refund"].map(|key| ctx.lang.text(key)),
                [EventKind::Refused, EventKind::Answered],
            ),
            kind => return Reply::Next(kind),
        };
        match self.pick(&ctx.lang.text(title), options.to_vec(), 0) {
            Reply::Next(at) => Reply::Next(kinds.get(at).copied().unwrap_or(kind)),
            Reply::Back => Reply::Back,
            Reply::Quit => Reply::Quit,
        }
    }

    /// Logs an event and says what it changed. A refusal is said, and nothing is lost.
    pub(super) fn record(&mut self, event: Event) -> Result<Flow> {
        self.record_with(event, Vec::new())
    }

    /// Logs an event with what proves it.
    pub(super) fn record_with(&mut self, event: Event, pieces: Vec<Piece>) -> Result<Flow> {
        let Some(id) = self.id else {
            return Ok(Flow::On);
        };
        match log::record(self.ctx, id, event, pieces) {
            Ok(logged) => {
                logged.say(self.ctx);
                self.said_next = true;
                self.reload()?;
                Ok(Flow::On)
            }
            Err(error) => match error.downcast::<crate::error::Failure>() {
                Ok(failure) => {
                    let hint = failure.hint.as_ref();
                    self.ctx
                        .ui
                        .error(&self.ctx.lang, &failure.what, &failure.causes, hint);
                    Ok(Flow::Back)
                }
                Err(error) => Err(error),
            },
        }
    }

    /// Asks on which day.
    pub(super) fn when(&mut self) -> Reply<chrono::NaiveDate> {
        let ctx = self.ctx;
        let title = ctx.lang.text("wizard-sent-when");
        loop {
            let names = ["wizard-sent-today-short", "wizard-sent-other-day-short"]
                .map(|key| ctx.lang.text(key))
                .to_vec();
            match self.pick(&title, names, 0) {
                Reply::Next(0) => return Reply::Next(ctx.today),
                Reply::Next(_) => match self.pick_day(&title, false, false) {
                    Reply::Next(Some(day)) => return Reply::Next(day),
                    Reply::Next(None) | Reply::Back => {}
                    Reply::Quit => return Reply::Quit,
                },
                Reply::Back => return Reply::Back,
                Reply::Quit => return Reply::Quit,
            }
        }
    }

    /// Asks how much came back; an empty answer is all of it.
    pub(super) fn amount(&mut self, likely: Option<Money>) -> Result<Reply<Option<Money>>> {
        let ctx = self.ctx;
        let validate = |text: &str| {
            Money::parse(text)
                .map(|_| ())
                .map_err(|e| ctx.say(&words::money_error(e, text).0))
        };
        let question = TextQuestion {
            default: likely
                .or(self.claim.amount)
                .map(|amount| typography::money(amount, ctx.lang.language)),
            validate: &validate,
            ..TextQuestion::new(ctx.lang.text("wizard-how-much"))
        };
        Ok(match self.prompter.text(&question) {
            Reply::Next(text) => Reply::Next(text.and_then(|t| Money::parse(&t).ok())),
            Reply::Back => Reply::Back,
            Reply::Quit => Reply::Quit,
        })
    }
}

fn says_something(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Answered
            | EventKind::Promised
            | EventKind::Offered
            | EventKind::Refused
            | EventKind::InformationRequested
            | EventKind::DisputeDecided
            | EventKind::BankAnswered
    )
}
