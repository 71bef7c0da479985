//! `log ID answered --kind KIND`: the event that an answer amounts to.

use anyhow::Result;

use crate::commands::{desk, input};
use crate::context::Context;
use crate::domain::answer::AnswerKind;
use crate::domain::event::{Event, EventKind};
use crate::domain::message::Message;

use super::Args;

/// Makes the event that was meant of the one that was named.
///
/// # Errors
/// When there is no such kind of answer, it is no answer that was named, or there is no such claim.
pub(super) fn read(args: &Args, id: i64, event: Event, ctx: &Context) -> Result<Event> {
    let Some(text) = &args.kind else {
        return Ok(event);
    };
    let kind = input::member(text, AnswerKind::ALL, "answer-kind")?;
    if event.kind != EventKind::Answered {
        let what = Message::new("offer-kind-of-answers").with("event", event.kind.id());
        let hint = Message::new("offer-kind-of-answers-hint")
            .with("id", id.to_string())
            .with("kind", kind.id());
        return Err(input::usage(what, Some(hint)));
    }
    let mut event = Event {
        kind: kind.event(),
        ..event
    };
    match kind {
        // What they agree to is what was asked for.
        AnswerKind::Accepted if event.remedy.is_none() => {
            event.remedy = desk::load(ctx, id)?.claim.wanted;
        }
        AnswerKind::Silent => {
            let text = || ctx.lang.text("offer-silent-note");
            event.note = event.note.or_else(|| Some(text()));
        }
        _ => {}
    }
    Ok(event)
}
