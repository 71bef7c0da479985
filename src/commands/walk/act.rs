//! The third and fourth steps, and every later visit: what to do now, with which words and proof; do it, log it.

use std::path::Path;

use anyhow::Result;

use crate::commands::letter::Written;
use crate::commands::{close, evidence, hold};
use crate::domain::assess::{Action, Assessment, Gap, Missing, RouteView};
use crate::domain::claim::Step;
use crate::domain::event::{Channel, Direction, Event, EventKind};
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::domain::problem::{Outcome, Problem};
use crate::domain::route::{Door, Proof, RouteState};
use crate::lang::words;
use crate::ui::prompt::{Reply, TextQuestion};
use crate::wizard;

use super::{Flow, Walker, view};

impl Walker<'_> {
    /// The third step: the user's own words, what is missing, then the message, how and when it was sent.
    pub(super) fn contact_seller(&mut self) -> Result<Flow> {
        match self.questions()? {
            Flow::On => {}
            flow => return Ok(flow),
        }
        let assessment = self.assessment()?;
        self.show_gaps(&assessment)?;
        if door_of_next(&assessment) == Some(Door::Seller) {
            return self.act();
        }
        let line = self.ctx.lang.text("wizard-no-message-now");
        self.say_wrapped(&line);
        Ok(Flow::On)
    }

    /// The fourth step: opens the dispute when it can be opened, else says when.
    pub(super) fn open_dispute(&mut self) -> Result<Flow> {
        let assessment = self.assessment()?;
        if door_of_next(&assessment) == Some(Door::Seller) {
            self.say_next(&assessment);
            return Ok(Flow::On);
        }
        match &assessment.next.action {
            Action::Wait { .. } | Action::WaitForOpening { .. } => {
                if !self.said_next {
                    self.say_next(&assessment);
                }
                self.say_when_next_opens(&assessment);
                self.prompter.say(&self.ctx.lang.text("wizard-waiting"));
                Ok(Flow::On)
            }
            _ => self.act(),
        }
    }

    /// Does the next action, whatever it is.
    pub(super) fn act(&mut self) -> Result<Flow> {
        let assessment = self.assessment()?;
        if let Some(flow) = self.promise(&assessment)? {
            return Ok(flow);
        }
        self.say_next(&assessment);
        match assessment.next.action.clone() {
            Action::FinishDraft | Action::Closed => Ok(Flow::On),
            Action::NothingLeft { .. } => self.incoming(),
            Action::TakeRoute { route, .. } => self.take_route(&assessment, &route),
            Action::Chase { .. } => self.chase(),
            Action::Wait { .. } | Action::WaitForOpening { .. } => {
                self.say_when_next_opens(&assessment);
                self.incoming()
            }
            Action::AnswerOffer { .. } => self.answer_offer(),
            Action::SendInformation { .. } => self.done(EventKind::DocumentsSent, None),
            Action::Remember { event, .. } => self.remember(event),
            Action::Close { outcome } => self.close(outcome),
        }
    }

    fn take_route(&mut self, assessment: &Assessment, id: &str) -> Result<Flow> {
        let Some(route) = assessment.routes.iter().find(|r| r.route == id).cloned() else {
            return Ok(Flow::On);
        };
        match self.about_route(id)? {
            Flow::On => {}
            flow => return Ok(flow),
        }
        let now = self.assessment()?;
        if now.next.action != assessment.next.action {
            return self.act();
        }
        if let Some(proof) = now
            .routes
            .iter()
            .find(|r| r.route == id)
            .and_then(|r| r.held.clone())
            && let Some(flow) = self.hold(&route, &proof)?
        {
            return Ok(flow);
        }
        // Before the message to the seller they were listed with what else is missing.
        if route.door != Door::Seller {
            let now = self.assessment()?;
            self.show_needs(&now);
        }
        let how = self.wrapped(&view::clean(&self.ctx.lang.both(&route.how)));
        let shown = match route.letter {
            Some(kind) => self.show_letter(kind, &how)?,
            None => self.read(&how),
        };
        if shown == Flow::Quit {
            return Ok(Flow::Quit);
        }
        self.done(route.event, Some(&route))
    }

    /// Says why a route is held back, takes the proof in, or goes on without it. Returns how the walk ends where it does not
    /// go on.
    fn hold(&mut self, route: &RouteView, proof: &Proof) -> Result<Option<Flow>> {
        let ctx = self.ctx;
        let Some(id) = self.id else { return Ok(None) };
        let why = hold::why(proof, ctx);
        self.say_wrapped(&why);
        let keys = [
            "wizard-hold-add",
            "wizard-hold-without",
            "wizard-sent-not-yet",
        ];
        let options = keys.map(|key| ctx.lang.text(key)).to_vec();
        loop {
            match self.pick(&ctx.lang.text("wizard-hold"), options.clone(), 0) {
                Reply::Next(0) => {
                    let question = TextQuestion::new(ctx.lang.text("wizard-hold-file"));
                    let file = match self.prompter.text(&question) {
                        Reply::Next(Some(file)) => file,
                        Reply::Next(None) | Reply::Back => continue,
                        Reply::Quit => return Ok(Some(Flow::Quit)),
                    };
                    let kind = proof.kinds.first().copied();
                    if let Err(error) = evidence::attach(ctx, id, Path::new(file.trim()), kind) {
                        let failure = crate::report::failure(&error);
                        let hint = failure.hint.as_ref();
                        ctx.ui
                            .error(&ctx.lang, &failure.what, &failure.causes, hint);
                        continue;
                    }
                    self.reload()?;
                }
                Reply::Next(1) => {
                    hold::go_on(ctx, id, route, proof)?;
                    let said = ctx.lang.text("command-hold-gone-on");
                    self.say_wrapped(&said);
                    self.reload()?;
                }
                Reply::Next(_) => return Ok(Some(Flow::On)),
                Reply::Back => return Ok(Some(Flow::Back)),
                Reply::Quit => return Ok(Some(Flow::Quit)),
            }
            let routes = self.assessment()?.routes;
            let still = routes
                .iter()
                .any(|r| r.route == route.route && r.held.is_some());
            if !still {
                return Ok(None);
            }
        }
    }

    /// Asks what the law's playbook wants to know once its route is to be taken.
    fn about_route(&mut self, route: &str) -> Result<Flow> {
        let mut asked: Vec<String> = Vec::new();
        loop {
            let open = wizard::about_route(self.facts()?, route);
            let next = open
                .into_iter()
                .find(|q| !asked.contains(&q.key) && !self.walk.unknown.contains(&q.key));
            let Some(question) = next else {
                return Ok(Flow::On);
            };
            match self.change(&question)? {
                Flow::On => asked.push(question.key),
                flow => return Ok(flow),
            }
        }
    }

    fn chase(&mut self) -> Result<Flow> {
        if self.show_letter(LetterKind::Reminder, "")? == Flow::Quit {
            return Ok(Flow::Quit);
        }
        self.done(EventKind::Contacted, None)
    }

    /// Asks whether the act was done, when and how, and logs it, with the letter that was shown for it.
    pub(super) fn done(&mut self, kind: EventKind, route: Option<&RouteView>) -> Result<Flow> {
        let written = self.written.take();
        self.done_with(written, kind, route)
    }

    fn done_with(
        &mut self,
        written: Option<Written>,
        kind: EventKind,
        route: Option<&RouteView>,
    ) -> Result<Flow> {
        let ctx = self.ctx;
        let keys = [
            "wizard-sent-today",
            "wizard-sent-other-day",
            "wizard-sent-not-yet",
            "wizard-sent-other",
        ];
        let options = keys.map(|key| ctx.lang.text(key)).to_vec();
        let meant = self.meant.clone().filter(|meant| meant.kind == kind);
        let mut event = meant.unwrap_or_else(|| Event::new(kind, ctx.today));
        let likely = if self.only_asked_for { 2 } else { 0 };
        match self.pick(&ctx.lang.text("wizard-sent"), options, likely) {
            Reply::Next(0) => {}
            Reply::Next(1) => match self.pick_day(&ctx.lang.text("wizard-sent-when"), false, false)
            {
                Reply::Next(Some(day)) => event.on = day,
                Reply::Next(None) | Reply::Back => return self.done_with(written, kind, route),
                Reply::Quit => return Ok(Flow::Quit),
            },
            Reply::Next(3) => {
                return match self.incoming()? {
                    Flow::Back => self.done_with(written, kind, route),
                    flow => Ok(flow),
                };
            }
            Reply::Next(_) => return Ok(Flow::On),
            Reply::Back => return Ok(Flow::Back),
            Reply::Quit => return Ok(Flow::Quit),
        }
        if kind.direction() == Direction::Sent || self.meant.is_some() {
            let channel = match self.wishes.channel {
                Some(channel) => Reply::Next(channel),
                None => self.channel(route),
            };
            match channel {
                Reply::Next(channel) => event.channel = Some(channel),
                Reply::Back => return self.done_with(written, kind, route),
                Reply::Quit => return Ok(Flow::Quit),
            }
        }
        let set = written.as_ref().and_then(|written| written.sets(kind));
        event.by = self.wishes.by.or(event.by).or(set);
        let mut pieces = Vec::new();
        if self.only_asked_for {
            match self.proof_of_sending()? {
                Reply::Next(proofs) => pieces = proofs,
                Reply::Back => return self.done_with(written, kind, route),
                Reply::Quit => return Ok(Flow::Quit),
            }
        }
        event.about = route.map(|r| r.route.clone());
        // What was shown is what was sent: it is kept, word for word.
        if let Some(written) = written {
            event.evidence.extend(written.attached());
            pieces = written.kept_with(pieces, event.on, ctx)?;
        }
        self.record_with(event, pieces)
    }

    /// Asks by which channel; the one that most people use for such a route is preselected.
    fn channel(&mut self, route: Option<&RouteView>) -> Reply<Channel> {
        let ctx = self.ctx;
        let likely = match route.map(|r| (r.door, r.event)) {
            Some((Door::Platform, _)) => Channel::Platform,
            Some((Door::Seller, EventKind::FormalNoticeSent)) => Channel::RegisteredLetter,
            Some((Door::Seller, _)) if self.claim.platform.is_some() => Channel::Platform,
            Some((Door::Mediator | Door::Regulator | Door::Court, _)) => Channel::Form,
            _ => Channel::Email,
        };
        let names = Channel::ALL
            .iter()
            .map(|c| ctx.say(&words::channel(*c)))
            .collect();
        let default = Channel::ALL.iter().position(|c| *c == likely).unwrap_or(0);
        match self.pick(&ctx.lang.text("wizard-sent-channel"), names, default) {
            Reply::Next(at) => Reply::Next(Channel::ALL.get(at).copied().unwrap_or(likely)),
            Reply::Back => Reply::Back,
            Reply::Quit => Reply::Quit,
        }
    }

    /// A reminder that was seen to is taken off by a note that corrects it.
    fn remember(&mut self, no: u32) -> Result<Flow> {
        let ctx = self.ctx;
        let options = ["wizard-remember-done", "wizard-sent-not-yet"]
            .map(|key| ctx.lang.text(key))
            .to_vec();
        match self.pick(&ctx.lang.text("wizard-sent"), options, 0) {
            Reply::Next(0) => {
                let note = self
                    .events
                    .iter()
                    .find(|e| e.no == no)
                    .and_then(|e| e.note.clone());
                self.record(Event {
                    corrects: Some(no),
                    note,
                    ..Event::new(EventKind::Note, ctx.today)
                })
            }
            Reply::Next(_) => Ok(Flow::On),
            Reply::Back => Ok(Flow::Back),
            Reply::Quit => Ok(Flow::Quit),
        }
    }

    /// Asks whether what was repaired or replaced works: yes, no, or not known yet.
    fn works_now(&mut self) -> Reply<usize> {
        let options = [
            "wizard-works-yes",
            "wizard-works-no",
            "wizard-works-unknown",
        ]
        .map(|key| self.ctx.lang.text(key))
        .to_vec();
        self.pick(&self.ctx.lang.text("wizard-works"), options, 2)
    }

    fn close(&mut self, outcome: Outcome) -> Result<Flow> {
        let ctx = self.ctx;
        let of_a_thing = self.claim.problem.is_some_and(Problem::is_of_what_came);
        if of_a_thing && matches!(outcome, Outcome::Repaired | Outcome::Replaced) {
            match self.works_now() {
                Reply::Next(0) => {}
                Reply::Next(1) => return self.record(Event::new(EventKind::Discovered, ctx.today)),
                Reply::Next(_) => return Ok(Flow::On),
                Reply::Back => return Ok(Flow::Back),
                Reply::Quit => return Ok(Flow::Quit),
            }
        }
        let options = ["wizard-yes", "wizard-sent-not-yet"]
            .map(|key| ctx.lang.text(key))
            .to_vec();
        let (yes, id) = match (
            self.pick(&ctx.lang.text("wizard-close-now"), options, 0),
            self.id,
        ) {
            (Reply::Next(at), Some(id)) => (at == 0, id),
            (Reply::Next(_), None) => return Ok(Flow::On),
            (Reply::Back, _) => return Ok(Flow::Back),
            (Reply::Quit, _) => return Ok(Flow::Quit),
        };
        if yes
            && close::ask_and_close(ctx, self.prompter.as_mut(), id)?
                == crate::error::Exit::Interrupted
        {
            return Ok(Flow::Quit);
        }
        self.reload()?;
        Ok(Flow::On)
    }

    pub(super) fn say_next(&mut self, assessment: &Assessment) {
        let ctx = self.ctx;
        let (sentence, _) = view::next(assessment, self.id.unwrap_or_default(), ctx);
        let line = ctx.say(&Message::new("wizard-next").with("sentence", sentence));
        self.say_wrapped(&line);
        self.said_next = true;
    }

    /// The next route that opens, with its day: too early now, and the desk will remind.
    fn say_when_next_opens(&mut self, assessment: &Assessment) {
        let ctx = self.ctx;
        // Whoever can be asked today is not announced for later, by a second window of theirs.
        let open: Vec<Door> = assessment
            .routes
            .iter()
            .filter(|r| matches!(r.state, RouteState::Open | RouteState::Closing))
            .map(|r| r.door)
            .collect();
        let next = assessment
            .routes
            .iter()
            .filter(|r| r.taken_on.is_none() && r.state != RouteState::Closed && !r.alternative)
            .filter(|r| !open.contains(&r.door))
            .find_map(|r| r.opens_on.filter(|on| *on > ctx.today).map(|on| (on, r)));
        if let Some((day, route)) = next {
            let act = crate::lang::typography::lower_first(&ctx.lang.both(&route.act));
            let line = ctx.say(
                &Message::new("wizard-too-early")
                    .with("act", act)
                    .with("day", day),
            );
            self.say_wrapped(&line);
        }
    }

    /// What the next step needs of evidence: what is there, what lacks.
    ///
    /// Said once: a screen is short.
    fn show_needs(&mut self, assessment: &Assessment) {
        let ctx = self.ctx;
        if self.said_needs == assessment.needs {
            return;
        }
        self.said_needs.clone_from(&assessment.needs);
        let needs = view::needs(assessment, self.id.unwrap_or_default(), ctx);
        if !needs.is_empty() {
            self.prompter
                .say(&ctx.ui.paint_err().bold(ctx.lang.text("command-show-needs")));
        }
        for need in needs {
            let need = self.wrapped(&format!("- {need}")).replace('\n', "\n  ");
            self.prompter.say(&need);
        }
    }

    fn show_gaps(&mut self, assessment: &Assessment) -> Result<()> {
        let ctx = self.ctx;
        let facts = self.facts()?;
        let steps = [
            Step::IdentifyProblem,
            Step::CheckPolicy,
            Step::ContactSeller,
        ];
        let asked: Vec<String> = steps
            .iter()
            .flat_map(|step| wizard::questions(facts, *step))
            .map(|question| question.key)
            .collect();
        self.show_needs(assessment);
        let mut missing = assessment.clone();
        // What was never asked for is not missed.
        missing.gaps.retain(|gap| match gap {
            Gap::Evidence { .. } => false,
            Gap::Fact { key } => asked.contains(key),
            Gap::Date { missing, .. } => asked.contains(&key_of(missing)),
        });
        let gaps = view::gaps(&missing, ctx.library()?, ctx);
        if gaps.is_empty() && assessment.needs.iter().any(|need| need.pieces.is_empty()) {
            return Ok(());
        }
        if gaps.is_empty() {
            self.prompter.say(&ctx.lang.text("wizard-gaps-none"));
            return Ok(());
        }
        self.prompter
            .say(&ctx.ui.paint_err().bold(ctx.lang.text("wizard-gaps-title")));
        for gap in gaps {
            let gap = self.wrapped(&format!("- {gap}")).replace('\n', "\n  ");
            self.prompter.say(&gap);
        }
        Ok(())
    }

    pub(super) fn say_wrapped(&mut self, text: &str) {
        let text = self.wrapped(text);
        self.prompter.say(&text);
    }

    pub(super) fn wrapped(&self, text: &str) -> String {
        let width = self.ctx.ui.width().saturating_sub(2).clamp(20, 76);
        crate::ui::text::wrap(text, width).join("\n")
    }

    /// Shows a text, a screen at a time.
    pub(super) fn read(&mut self, text: &str) -> Flow {
        match self.prompter.read(text) {
            Reply::Quit => Flow::Quit,
            Reply::Next(()) | Reply::Back => Flow::On,
        }
    }
}

/// The key under which an answer gives what is missing.
fn key_of(missing: &Missing) -> String {
    match missing {
        Missing::Event(kind) => kind.answer_key(),
        Missing::Term(term) => term.id().to_owned(),
        Missing::NoticePeriod => "notice_period".to_owned(),
    }
}

/// The door of the route that is to be taken now.
fn door_of_next(assessment: &Assessment) -> Option<Door> {
    let Action::TakeRoute { route, .. } = &assessment.next.action else {
        return None;
    };
    assessment
        .routes
        .iter()
        .find(|r| r.route == *route)
        .map(|r| r.door)
}
