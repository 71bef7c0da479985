//! The letter on screen. A fact that it lacks is asked for first.

use anyhow::Result;

use crate::commands::letter::{self, Wishes, Written};
use crate::commands::{desk, offer};
use crate::domain::claim::Step;
use crate::domain::letter::LetterKind;
use crate::error::{Exit, Failure};
use crate::letters::{self, LetterError};
use crate::wizard::{self, Question};

use super::{Flow, Walker};

/// Each round adds one fact, and no letter has more.
const MOST_FACTS: usize = 10;

impl Walker<'_> {
    /// Shows where and how, then the letter of a kind, ready to be copied.
    pub(super) fn show_letter(&mut self, kind: LetterKind, how: &str) -> Result<Flow> {
        let ctx = self.ctx;
        for _ in 0..MOST_FACTS {
            let assessment = self.assessment()?;
            let Some(id) = self.id else {
                return Ok(Flow::On);
            };
            let mut stored = desk::load(ctx, id)?;
            let mut wishes = Wishes::default();
            if let Some(meant) = &self.meant {
                wishes.by = meant.by;
                stored = offer::as_if(&stored, meant);
            }
            let filled = letter::filled(ctx, &stored, &assessment, kind, wishes)?;
            let Some(filled) = filled else {
                return Ok(self.read(how));
            };
            let error = match filled {
                Ok(written) => {
                    self.written = Some(Written::new(&written, &stored, ctx));
                    let title = ctx
                        .ui
                        .paint_err()
                        .bold(ctx.lang.text("wizard-message-title"));
                    let text = self.wrapped(&letter::text(&written, &stored, ctx));
                    let line = "─".repeat(ctx.ui.width().min(72));
                    let mut shown =
                        format!("{how}\n\n{title}\n{line}\n{}\n{line}", text.trim_end());
                    // What was never asked for is not missed.
                    if stored.claim.description.is_some() {
                        for note in letters::check_description(&stored.claim, &stored.events) {
                            shown +=
                                &format!("\n{}", self.wrapped(&format!("! {}", ctx.say(&note))));
                        }
                    }
                    shown += &format!("\n{}", ctx.lang.text("wizard-message-copy"));
                    if letter::is_signed(kind) && ctx.settings()?.name.is_none() {
                        shown +=
                            &format!("\n{}", self.wrapped(&ctx.lang.text("command-letter-sign")));
                    }
                    if self.read(shown.trim_start()) == Flow::Quit {
                        return Ok(Flow::Quit);
                    }
                    return Ok(Flow::On);
                }
                Err(error) => error,
            };
            let LetterError::MissingFact { key, .. } = &error else {
                return Err(Failure::new(Exit::Failed, error.message()).into());
            };
            self.say_wrapped(&ctx.lang.text("wizard-letter-asks"));
            let Some(question) = self.question_for(key)? else {
                return Ok(Flow::On);
            };
            match self.change(&question)? {
                Flow::Quit => return Ok(Flow::Quit),
                Flow::On if self.facts()?.answer(&question.key).is_some() => {}
                _ => {
                    self.prompter.say(&ctx.lang.text("wizard-letter-left-out"));
                    return Ok(Flow::On);
                }
            }
        }
        Ok(Flow::On)
    }

    /// The wizard's question for a fact that a letter lacks.
    fn question_for(&self, key: &str) -> Result<Option<Question>> {
        let facts = self.facts()?;
        let steps = [
            Step::IdentifyProblem,
            Step::CheckPolicy,
            Step::ContactSeller,
        ];
        let key = key.replace('-', "_");
        let found = steps
            .iter()
            .flat_map(|step| wizard::questions(facts, *step))
            .find(|q| q.key == key);
        Ok(found.or_else(|| wizard::question_of(&key)))
    }
}
