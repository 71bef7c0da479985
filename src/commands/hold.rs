//! Steps that the law or a platform makes depend on a proof: held back until it is there, or until the user goes on without.

use anyhow::Result;

use crate::context::Context;
use crate::domain::assess::{Action, Assessment, RouteView};
use crate::domain::event::{Event, EventKind};
use crate::domain::message::Message;
use crate::domain::route::{Proof, WITHOUT_PROOF};
use crate::lang::Lang;
use crate::lang::typography::lower_first;
use crate::store::StoredClaim;

use super::desk::Edit;
use super::{desk, view};

/// The route that is next and held back, with the proof that it needs.
pub(super) fn held(assessment: &Assessment) -> Option<(&RouteView, &Proof)> {
    let Action::TakeRoute { route, .. } = &assessment.next.action else {
        return None;
    };
    let mut routes = assessment.routes.iter();
    let route = routes.find(|view| view.route == *route)?;
    Some((route, route.held.as_ref()?))
}

/// Why it is held back.
pub(super) fn why(proof: &Proof, ctx: &Context) -> String {
    view::clean(&ctx.say(&Message::new("command-hold-why").with("why", proof.why.clone())))
}

/// What to type to add the proof.
pub(super) fn way_to_add(id: i64, proof: &Proof, ctx: &Context) -> String {
    let kind = proof.kinds.first().map(ToString::to_string);
    let add = Message::new("command-hold-add")
        .with("id", id.to_string())
        .with("kind", kind.unwrap_or_default());
    ctx.say(&add)
}

/// What to type to add the proof, and to go on without.
pub(super) fn ways_on(id: i64, proof: &Proof, ctx: &Context) -> [String; 2] {
    let force = Message::new("command-hold-force").with("id", id.to_string());
    [way_to_add(id, proof, ctx), ctx.say(&force)]
}

/// Goes on without the proof: the log says so, in the language of the claim.
///
/// # Errors
/// When there is no such claim, or the desk cannot be written.
pub(super) fn go_on(
    ctx: &Context,
    id: i64,
    route: &RouteView,
    proof: &Proof,
) -> Result<StoredClaim> {
    let (_, after) = desk::change(ctx, id, |stored| {
        let lang = Lang::new(stored.claim.language);
        let note = Message::new("command-hold-note")
            .with("act", lower_first(route.act.get(lang.language)))
            .with("proof", proof.name.clone());
        let mut edit = Edit::of(stored);
        edit.events.push(Event {
            about: Some(format!("{WITHOUT_PROOF}{}", route.route)),
            note: Some(lang.say(&note)),
            ..Event::new(EventKind::Note, ctx.today)
        });
        Ok(edit)
    })?;
    Ok(after)
}
