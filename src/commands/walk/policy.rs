//! The second step: what the law, the platform and the payment means give, by when, and dates of the user's own.

use anyhow::Result;

use crate::domain::assess::{Assessment, Deadline, DeadlineState};
use crate::domain::event::{Event, EventKind};
use crate::domain::message::Message;
use crate::ui::prompt::Reply;

use super::{Flow, Walker, view};

impl Walker<'_> {
    /// The playbooks' own questions, then routes and windows as a table, with dates to correct.
    pub(super) fn check_policy(&mut self) -> Result<Flow> {
        match self.questions()? {
            Flow::On => {}
            flow => return Ok(flow),
        }
        loop {
            let assessment = self.assessment()?;
            if self.show_policy(&assessment)? == Flow::Quit {
                return Ok(Flow::Quit);
            }
            let options = [
                "wizard-review-go-on",
                "wizard-policy-own-date",
                "wizard-review-change",
                "wizard-review-stop",
            ];
            let options = options.map(|key| self.ctx.lang.text(key)).to_vec();
            match self.pick(&self.ctx.lang.text("wizard-policy-review"), options, 0) {
                Reply::Next(0) => return Ok(Flow::On),
                Reply::Next(1) => {
                    if self.own_date(&assessment)? == Flow::Quit {
                        return Ok(Flow::Quit);
                    }
                }
                Reply::Next(3) => return Ok(Flow::Stop),
                Reply::Next(_) | Reply::Back => return Ok(Flow::Back),
                Reply::Quit => return Ok(Flow::Quit),
            }
        }
    }

    fn show_policy(&mut self, assessment: &Assessment) -> Result<Flow> {
        let ctx = self.ctx;
        let library = ctx.library()?;
        let (paint, width) = (ctx.ui.paint_err(), Some(ctx.ui.width()));
        let mut text = view::windows(assessment, ctx, &paint, width);
        let others = assessment.routes.iter().filter(|r| r.alternative).count();
        if let (true, Some(id)) = (others > 0, self.id) {
            let more = Message::new("wizard-routes-more")
                .with("count", i64::try_from(others).unwrap_or(0))
                .with("command", format!("claimctl show {id}"));
            text += &format!("{}\n", self.wrapped(&ctx.say(&more)));
        }
        text += &view::remarks(assessment, library, ctx, width);
        Ok(self.read(text.trim_end()))
    }

    /// A date of the user's own order page or contract goes before any rule.
    fn own_date(&mut self, assessment: &Assessment) -> Result<Flow> {
        let ctx = self.ctx;
        let open: Vec<&Deadline> = assessment
            .deadlines
            .iter()
            .filter(|d| d.state == DeadlineState::Open && !d.rule.starts_with("yours#"))
            .collect();
        if open.is_empty() {
            self.prompter.say(&ctx.lang.text("wizard-policy-none"));
            return Ok(Flow::On);
        }
        let names = open
            .iter()
            .map(|d| {
                format!(
                    "{} ({})",
                    view::clean(&ctx.lang.both(&d.what)),
                    view::short(d.due_on, ctx)
                )
            })
            .collect();
        let at = match self.pick(&ctx.lang.text("wizard-policy-which"), names, 0) {
            Reply::Next(at) => at,
            Reply::Back => return Ok(Flow::Back),
            Reply::Quit => return Ok(Flow::Quit),
        };
        let day = match self.pick_day(&ctx.lang.text("wizard-policy-new-date"), true, false) {
            Reply::Next(Some(day)) => day,
            Reply::Next(None) | Reply::Back => return Ok(Flow::Back),
            Reply::Quit => return Ok(Flow::Quit),
        };
        let Some(deadline) = open.get(at) else {
            return Ok(Flow::Back);
        };
        let event = Event {
            by: Some(day),
            about: Some(deadline.rule.clone()),
            ..Event::new(EventKind::OwnDate, ctx.today)
        };
        self.save(vec![event])?;
        let moved = Message::new("wizard-policy-moved")
            .with("what", deadline.what.clone())
            .with("day", day);
        self.prompter.say(&ctx.say(&moved));
        Ok(Flow::On)
    }
}
