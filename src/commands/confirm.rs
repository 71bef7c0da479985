//! Whether the user means it: what cannot be taken back is asked about.

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::ui::prompt::{Reply, YesNo};

/// Asks for a yes, unless it was given as an option; `None` is a yes, else the command ends with this code, and it is said
/// that nothing was done.
///
/// # Errors
/// When there is nobody to ask and no option.
pub(crate) fn refused(given: bool, question: &Message, ctx: &Context) -> Result<Option<Exit>> {
    if given {
        return Ok(None);
    }
    let Some(mut prompter) = ctx.prompter() else {
        let what = Message::new("error-not-confirmed");
        let hint = Message::new("error-not-confirmed-hint");
        return Err(Failure::new(Exit::Usage, what).hint(hint).into());
    };
    let exit = match prompter.yes_no(&meant(question, ctx)) {
        Reply::Next(Some(true)) => return Ok(None),
        Reply::Next(_) | Reply::Back => Exit::Done,
        Reply::Quit => Exit::Interrupted,
    };
    ctx.ui.status(&ctx.lang.text("command-nothing-done"));
    Ok(Some(exit))
}

/// The answer of somebody who can be asked; `None` where nobody can, or nobody answered.
pub(crate) fn answer(question: &Message, ctx: &Context) -> Option<bool> {
    match ctx.prompter()?.yes_no(&meant(question, ctx)) {
        Reply::Next(answer) => answer,
        Reply::Back | Reply::Quit => None,
    }
}

/// A question whose answer is no unless somebody says yes.
pub(crate) fn meant(question: &Message, ctx: &Context) -> YesNo {
    YesNo {
        title: ctx.say(question),
        default: Some(false),
        ..YesNo::default()
    }
}
