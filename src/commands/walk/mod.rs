//! The walk through the four steps: asks, stores, and goes on. What is asked, and in which order, is the wizard's.

mod act;
mod ask;
mod incoming;
mod offer;
mod policy;
mod promise;
mod sent;
mod words;

use anyhow::Result;

use crate::context::Context;
use crate::domain::assess::{Assessment, Need, assess};
use crate::domain::claim::{Claim, FACTS, Step, Term};
use crate::domain::condition::UNKNOWN;
use crate::domain::event::{Event, EventKind};
use crate::domain::message::Message;
use crate::domain::walk::Walk;
use crate::error::{Exit, Failure};
use crate::lang::typography::upper_first;
use crate::store::StoredClaim;
use crate::ui::prompt::{Prompter, Reply, Review};
use crate::wizard::{self, Answer, Facts, OWN_SHOP, Question};

pub(super) use offer::offer;
pub(super) use promise::{ask_by_status, offer_to_confirm};
pub(super) use sent::sent;

use super::desk::{self, Edit};
use super::letter::{Wishes, Written};
use super::view;

/// How a part of the walk ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    /// Go on with the next part.
    On,
    /// Go back to the part before.
    Back,
    /// The user stops here, on purpose.
    Stop,
    /// Ctrl-C, a closed terminal, the end of the input.
    Quit,
}

/// A walk under way. The claim is stored with the first answer.
struct Walker<'c> {
    ctx: &'c Context,
    prompter: Box<dyn Prompter + 'c>,
    id: Option<i64>,
    claim: Claim,
    events: Vec<Event>,
    walk: Walk,
    /// What is next has just been said.
    said_next: bool,
    /// What the next step needs of evidence, as it was said last.
    said_needs: Vec<Need>,
    /// Whether the answers are stored; a mere question leaves nothing behind.
    keeps: bool,
    /// The letter that was shown last: once it was sent, its text is kept.
    written: Option<Written>,
    /// What was wished of it.
    wishes: Wishes,
    /// What is logged once it was sent, where more than its kind and its day is known.
    meant: Option<Event>,
    /// The promise that was asked about last.
    asked_of: Option<u32>,
    /// It was only asked for: Enter alone does not say that it was sent.
    only_asked_for: bool,
}

/// The facts that change no date, which somebody who only asks for their rights is not asked for.
const NOT_ASKED_FOR_RIGHTS: &[&str] = &[
    "wanted",
    "seller",
    "item",
    "amount",
    "order_ref",
    "customer_ref",
];

/// Begins a walk with an empty claim.
///
/// # Errors
/// Without anybody to ask, and when the desk cannot be written.
pub(super) fn begin(ctx: &Context) -> Result<Exit> {
    let Some(prompter) = ctx.prompter() else {
        let failure = Failure::new(Exit::Usage, Message::new("error-no-terminal"));
        return Err(failure.hint(Message::new("error-no-terminal-hint")).into());
    };
    // A desk that cannot be written is told of before the first question, not after it.
    drop(ctx.desk_to_write()?);
    let mut walker = Walker::new(ctx, prompter);
    walker.say_wrapped(&ctx.lang.text("wizard-welcome"));
    walker.run()
}

/// Asks what bears on somebody's rights, and stores nothing. `None` when the user stopped.
///
/// # Errors
/// Without anybody to ask.
pub(super) fn ask_for_rights(ctx: &Context) -> Result<Option<(Claim, Vec<Event>)>> {
    let Some(prompter) = ctx.prompter() else {
        let failure = Failure::new(Exit::Usage, Message::new("error-no-terminal-rights"));
        return Err(failure
            .hint(Message::new("error-no-terminal-rights-hint"))
            .into());
    };
    let mut walker = Walker {
        keeps: false,
        ..Walker::new(ctx, prompter)
    };
    let unknown = NOT_ASKED_FOR_RIGHTS.iter().map(|key| (*key).to_owned());
    walker.walk.unknown.extend(unknown);
    walker.say_wrapped(&ctx.lang.text("wizard-welcome-rights"));
    loop {
        match walker.identify()? {
            Flow::On => {}
            _ => return Ok(None),
        }
        walker.walk.step = Step::CheckPolicy;
        walker.walk.question = None;
        match walker.questions()? {
            Flow::On => return Ok(Some((walker.claim, walker.events))),
            Flow::Back => walker.walk.step = Step::IdentifyProblem,
            Flow::Stop | Flow::Quit => return Ok(None),
        }
    }
}

/// Goes on with a claim: at the question that was on screen, else with the next action.
///
/// # Errors
/// When the desk cannot be read or written.
pub(super) fn go_on<'c>(
    ctx: &'c Context,
    prompter: Box<dyn Prompter + 'c>,
    stored: StoredClaim,
) -> Result<Exit> {
    let resumed = stored.walk.is_some() || stored.claim.draft;
    let walk = stored.walk.clone().unwrap_or_else(|| Walk {
        step: Step::OpenDispute,
        ..Walk::start()
    });
    let mut walker = Walker {
        id: Some(stored.id),
        claim: stored.claim,
        events: stored.events,
        walk,
        ..Walker::new(ctx, prompter)
    };
    if resumed {
        ctx.ui
            .status(&ctx.say(&Message::new("wizard-resumed").with("id", stored.id.to_string())));
        let walk = if walker.claim.draft {
            Walk {
                step: Step::IdentifyProblem,
                ..walker.walk
            }
        } else {
            walker.walk
        };
        walker.walk = walk;
        return walker.run();
    }
    let title = Message::new("command-show-title")
        .with("id", stored.id.to_string())
        .with("title", view::title(&walker.claim, ctx));
    walker.prompter.say(&ctx.say(&title));
    match walker.act()? {
        Flow::Quit => walker.stopped(Exit::Interrupted),
        _ => {
            // A fact that was asked for on the way has left a walk behind.
            let id = stored.id;
            desk::change(ctx, id, |stored| {
                Ok(Edit {
                    walk: None,
                    ..Edit::of(stored)
                })
            })?;
            Ok(Exit::Done)
        }
    }
}

impl<'c> Walker<'c> {
    /// Begins with an empty claim, of which nothing is stored.
    fn new(ctx: &'c Context, prompter: Box<dyn Prompter + 'c>) -> Walker<'c> {
        Walker {
            ctx,
            prompter,
            id: None,
            claim: Claim::draft(ctx.lang.language),
            events: Vec::new(),
            walk: Walk::start(),
            said_next: false,
            said_needs: Vec::new(),
            keeps: true,
            written: None,
            wishes: Wishes::default(),
            meant: None,
            asked_of: None,
            only_asked_for: false,
        }
    }
}

impl Walker<'_> {
    fn run(mut self) -> Result<Exit> {
        loop {
            let number = match self.walk.step {
                Step::IdentifyProblem => 1,
                Step::CheckPolicy => 2,
                Step::ContactSeller => 3,
                Step::OpenDispute | Step::Closed => 4,
            };
            let title = self
                .ctx
                .lang
                .text(&format!("wizard-step-{}", self.walk.step));
            self.prompter.heading(number, 4, &title);
            let flow = match self.walk.step {
                Step::IdentifyProblem => self.identify()?,
                Step::CheckPolicy => self.check_policy()?,
                Step::ContactSeller => self.contact_seller()?,
                Step::OpenDispute | Step::Closed => self.open_dispute()?,
            };
            let step = match (flow, self.walk.step) {
                (Flow::Quit, _) => return self.stopped(Exit::Interrupted),
                (Flow::Stop, _) => return self.stopped(Exit::Done),
                (Flow::On, Step::IdentifyProblem) => Step::CheckPolicy,
                (Flow::On, Step::CheckPolicy) => Step::ContactSeller,
                (Flow::On, Step::ContactSeller) => Step::OpenDispute,
                (Flow::On, Step::OpenDispute | Step::Closed) => return self.finished(),
                (Flow::Back, Step::IdentifyProblem | Step::CheckPolicy) => Step::IdentifyProblem,
                (Flow::Back, Step::ContactSeller) => Step::CheckPolicy,
                (Flow::Back, Step::OpenDispute | Step::Closed) => Step::ContactSeller,
            };
            self.walk.step = step;
            self.walk.question = None;
            self.save(Vec::new())?;
        }
    }

    /// The first step: its questions, then the review of the answers.
    fn identify(&mut self) -> Result<Flow> {
        loop {
            match self.questions()? {
                Flow::On => {}
                flow => return Ok(flow),
            }
            self.claim = wizard::assume(self.facts()?, &self.walk);
            // What is assumed can call for one more question.
            if wizard::after(self.facts()?, &self.walk).is_some() {
                continue;
            }
            let mut review = wizard::review(self.facts()?, Step::IdentifyProblem);
            if !self.keeps {
                let asked = |key: &str| !NOT_ASKED_FOR_RIGHTS.contains(&key);
                review.retain(|line| asked(&line.question.key));
            }
            let lines: Vec<(String, String)> = review
                .iter()
                .map(|line| {
                    let label = self.label(&line.question);
                    let value = match &line.value {
                        Some(value) => view::answer(value.clone(), self.ctx),
                        None => upper_first(&self.ctx.lang.text("wizard-unknown")),
                    };
                    (label, value)
                })
                .collect();
            match self
                .prompter
                .review(&self.ctx.lang.text("wizard-review-title"), &lines)
            {
                Reply::Next(Review::GoOn) => {
                    self.claim.draft = false;
                    return Ok(Flow::On);
                }
                Reply::Next(Review::Change(at)) => {
                    if let Some(line) = review.get(at) {
                        let question = line.question.clone();
                        if self.change(&question)? == Flow::Quit {
                            return Ok(Flow::Quit);
                        }
                    }
                }
                Reply::Next(Review::Stop) => return Ok(Flow::Stop),
                Reply::Back => {
                    self.walk.question =
                        wizard::last(self.facts()?, Step::IdentifyProblem).map(|q| q.key)
                }
                Reply::Quit => return Ok(Flow::Quit),
            }
        }
    }

    /// Asks the questions of the step that have no answer yet, one after the other.
    fn questions(&mut self) -> Result<Flow> {
        while let Some(question) = wizard::current(self.facts()?, &self.walk) {
            if self.walk.question.as_deref() != Some(question.key.as_str()) {
                self.walk.question = Some(question.key.clone());
            }
            match self.ask(&question)? {
                Reply::Next(answer) => self.answer(&question, &answer)?,
                Reply::Quit => return Ok(Flow::Quit),
                Reply::Back => match wizard::before(self.facts()?, self.walk.step, &question.key) {
                    Some(before) => {
                        self.walk.question = Some(before.key);
                        if self.id.is_some() {
                            self.save(Vec::new())?;
                        }
                    }
                    None if self.walk.step == Step::IdentifyProblem => {}
                    None => return Ok(Flow::Back),
                },
            }
        }
        Ok(Flow::On)
    }

    /// Asks one question again, from a review.
    fn change(&mut self, question: &Question) -> Result<Flow> {
        match self.ask(question)? {
            Reply::Next(answer) => {
                self.answer(question, &answer)?;
                Ok(Flow::On)
            }
            Reply::Back => Ok(Flow::Back),
            Reply::Quit => Ok(Flow::Quit),
        }
    }

    /// Takes an answer and stores it, together with the question that comes next.
    fn answer(&mut self, question: &Question, answer: &Answer) -> Result<()> {
        let key = question.key.as_str();
        let taken = wizard::take(&self.claim, &self.events, key, answer, self.ctx.today);
        let change = taken.map_err(|why| Failure::new(Exit::Usage, why))?;
        self.claim = change.claim;
        let no_answer =
            matches!(answer, Answer::Unknown) || *answer == Answer::Value(OWN_SHOP.to_owned());
        if no_answer {
            self.walk.unknown.insert(key.to_owned());
            // The walk ends and the claim goes on: a playbook's question is not asked again at every visit.
            let of_claim = FACTS.contains(&key)
                || Term::from_id(key).is_some()
                || EventKind::from_answer_key(key).is_some();
            if !of_claim {
                self.claim
                    .answers
                    .insert(key.to_owned(), UNKNOWN.to_owned());
            }
        } else {
            self.walk.unknown.remove(key);
        }
        let log: Vec<Event> = self.events.iter().chain(&change.events).cloned().collect();
        let library = self.ctx.library()?;
        let facts = Facts {
            claim: &self.claim,
            events: &log,
            library,
            today: self.ctx.today,
        };
        self.walk.question = wizard::after(facts, &self.walk).map(|q| q.key);
        self.save(change.events)
    }

    fn facts(&self) -> Result<Facts<'_>> {
        Ok(Facts {
            claim: &self.claim,
            events: &self.events,
            library: self.ctx.library()?,
            today: self.ctx.today,
        })
    }

    fn assessment(&self) -> Result<Assessment> {
        Ok(assess(
            &self.claim,
            &self.events,
            self.ctx.library()?,
            self.ctx.today,
        ))
    }

    /// Stores the claim as it stands with where the walk is, and events to append.
    fn save(&mut self, events: Vec<Event>) -> Result<()> {
        if !self.keeps {
            for event in events {
                let no = self.events.iter().map(|e| e.no).max().unwrap_or(0) + 1;
                self.events.push(Event { no, ..event });
            }
            return Ok(());
        }
        let stored = match self.id {
            None => desk::create(self.ctx, &self.claim, Some(&self.walk), &events)?,
            Some(id) => {
                let (claim, walk) = (self.claim.clone(), Some(self.walk.clone()));
                let edit = |stored: &StoredClaim| {
                    // Evidence added meanwhile, from another terminal, stays.
                    let claim = Claim {
                        evidence: stored.claim.evidence.clone(),
                        ..claim
                    };
                    Ok(Edit {
                        claim,
                        walk,
                        events,
                        ..Edit::of(stored)
                    })
                };
                desk::change(self.ctx, id, edit)?.1
            }
        };
        self.take(stored);
        Ok(())
    }

    fn take(&mut self, stored: StoredClaim) {
        self.id = Some(stored.id);
        (self.claim, self.events) = (stored.claim, stored.events);
    }

    /// Reads the claim again after a command of its own changed it.
    fn reload(&mut self) -> Result<()> {
        if let Some(id) = self.id {
            let stored = desk::load(self.ctx, id)?;
            self.take(stored);
        }
        Ok(())
    }

    /// The walk is over: the claim lives by its log from here on.
    fn finished(mut self) -> Result<Exit> {
        if let Some(id) = self.id {
            let (_, stored) = desk::change(self.ctx, id, |stored| {
                Ok(Edit {
                    walk: None,
                    ..Edit::of(stored)
                })
            })?;
            self.take(stored);
            let ctx = self.ctx;
            ctx.ui
                .status(&ctx.say(&Message::new("wizard-done").with("id", id.to_string())));
            if self.said_next {
                return Ok(Exit::Done);
            }
            let (sentence, command) = view::next(&self.assessment()?, id, ctx);
            ctx.ui
                .status(&ctx.say(&Message::new("wizard-next").with("sentence", sentence)));
            ctx.ui
                .status(&ctx.say(&Message::new("wizard-command").with("command", command)));
        }
        Ok(Exit::Done)
    }

    fn stopped(&self, exit: Exit) -> Result<Exit> {
        if let Some(id) = self.id {
            let command = format!("claimctl next {id}");
            self.ctx.ui.status(
                &self
                    .ctx
                    .say(&Message::new("wizard-stopped").with("command", command)),
            );
        }
        Ok(exit)
    }
}
