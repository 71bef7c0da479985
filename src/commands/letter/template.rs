//! `claimctl letter --template`: a template as a playbook of the user's own, to be changed.

use anyhow::Result;

use crate::context::Context;
use crate::domain::language::Text;
use crate::domain::letter::{LetterKind, LetterTemplate};
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::lang::words;
use crate::letters;
use crate::store::StoredClaim;

use super::view;

/// The path of the playbook below the user's folder, and so its id.
const ID: &str = "sector/my-letters";

/// Prints the template that is taken for a claim, in a playbook that holds as it stands; says where it goes.
///
/// # Errors
/// When there is no such letter for the claim.
pub(super) fn print(kind: LetterKind, stored: &StoredClaim, ctx: &Context) -> Result<Exit> {
    let library = ctx.library()?;
    let claim = letters::as_written(kind, &stored.claim, &stored.events);
    let template = letters::choose(kind, &claim, library).ok_or_else(|| {
        let what = Message::new("error-letter-not-fitting").with("kind", words::letter_kind(kind));
        let hint = Message::new("error-no-letter-hint").with("id", stored.id.to_string());
        Failure::new(Exit::Failed, what).hint(hint)
    })?;
    let problem = claim.problem.map(|problem| problem.id());
    ctx.ui.out(&playbook(template, problem, ctx))?;
    let folder = ctx.user_playbooks.as_deref();
    let file = folder.map_or_else(|| ID.into(), |folder| folder.join(ID));
    let file = view::clean(&format!("{}.toml", file.display()));
    let said = Message::new("command-letter-template").with("file", file);
    ctx.ui.status(&ctx.say(&said));
    Ok(Exit::Done)
}

fn playbook(template: &LetterTemplate, problem: Option<&str>, ctx: &Context) -> String {
    let text = |text: &Text| {
        let one = |text: &str| match text.contains('\n') {
            true => format!("\'\'\'\n{text}\'\'\'"),
            false => format!("\'\'\'{text}\'\'\'"),
        };
        format!("{{ fr = {}, en = {} }}", one(&text.fr), one(&text.en))
    };
    let when = problem.map_or_else(String::new, |problem| {
        format!("when = {{ problem = [\"{problem}\"] }}\n")
    });
    format!(
        "format = 1\nid = \"{ID}\"\nkind = \"sector\"\n\
         title = {{ fr = \"Mes lettres\", en = \"My letters\" }}\nreviewed_on = {}\n\n\
         [[letter]]\nkind = \"{}\"\n{when}subject = {}\nbody = {}\n",
        ctx.today,
        template.kind.id(),
        text(&template.subject),
        text(&template.body),
    )
}
