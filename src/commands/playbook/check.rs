//! `claimctl playbook check`: everything that is wrong with playbooks and their examples, at once.

use std::path::PathBuf;

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::error::{Exit, Failure, system_cause};
use crate::letters;
use crate::playbook::{self, Checked};

/// The arguments of `playbook check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The files and folders; the user's own unless said.
    files: Vec<PathBuf>,
}

/// Checks playbooks.
///
/// # Errors
/// When a file is not there, or one does not hold.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let own = ctx.user_playbooks.as_deref().filter(|dir| dir.exists());
    let paths = match (args.files.as_slice(), own) {
        ([], Some(own)) => vec![own.to_owned()],
        (files, _) => files.to_vec(),
    };
    let files = playbook::gather(&paths, own).map_err(|(path, error)| {
        let what = Message::new("error-read-file").with("file", path.display().to_string());
        Failure::new(Exit::Failed, what).because(system_cause(&error))
    })?;
    let (library, others) = playbook::load_beside(own, &|path| files.contains(path))?;
    ctx.warn_of_playbooks(&others);
    let checked = files.check(library, &letters::check_template);
    if checked.is_empty() {
        let folder = paths.first().or(ctx.user_playbooks.as_ref());
        let folder = folder.map_or_else(String::new, |path| path.display().to_string());
        let none = Message::new("command-playbook-check-none").with("folder", folder);
        ctx.ui.status(&ctx.say(&none));
        return Ok(Exit::Done);
    }
    for one in &checked {
        said(one, ctx);
    }
    sum(&checked, ctx)
}

/// Says what came of one file.
fn said(checked: &Checked, ctx: &Context) {
    for problem in &checked.problems {
        ctx.ui.err_line(&ctx.diagnostic(problem));
    }
    let (Some(id), true) = (&checked.id, checked.problems.is_empty()) else {
        return;
    };
    let fine = if checked.waits {
        Message::new("command-playbook-waits")
    } else if id.starts_with("holidays/") {
        Message::new("command-playbook-fine-holidays")
    } else {
        Message::new("command-playbook-fine").with("count", count(checked.examples))
    };
    ctx.ui.status(&ctx.say(&fine.with("id", id.as_str())));
}

/// Sums up; of a single file that holds, everything has been said.
fn sum(checked: &[Checked], ctx: &Context) -> Result<Exit> {
    let problems = checked.iter().map(|one| one.problems.len()).sum();
    let wrong = checked.iter().filter(|c| !c.problems.is_empty()).count();
    let of = Message::new("command-playbook-files").with("count", count(checked.len()));
    if wrong == 0 {
        if checked.len() > 1 {
            let examples = checked.iter().map(|one| one.examples).sum();
            let all = Message::new("command-playbook-all-fine")
                .with("files", of)
                .with("count", count(examples));
            ctx.ui.status(&ctx.say(&all));
        }
        return Ok(Exit::Done);
    }
    let what = if checked.len() > 1 {
        Message::new("error-playbooks-wrong")
            .with("wrong", count(wrong))
            .with("files", of)
    } else {
        Message::new("error-playbook-wrong")
    };
    Err(Failure::new(Exit::Usage, what.with("count", count(problems))).into())
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
