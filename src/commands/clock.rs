//! Which rule or route an event is about: named in full, by the end of its id, or the only one that can be meant.

use anyhow::Result;

use crate::context::Context;
use crate::domain::assess::{DeadlineState, assess};
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::message::Message;
use crate::domain::playbook::Library;
use crate::error::{Exit, Failure};
use crate::store::StoredClaim;

use super::input;

/// Returns the full id of what an event is about.
///
/// # Errors
/// When the claim has no such rule or route, when several are meant, and when an event that moves a clock names none and
/// more than one runs.
pub(crate) fn meant(
    event: &Event,
    stored: &StoredClaim,
    library: &Library,
    ctx: &Context,
) -> Result<Option<String>> {
    match event.about.as_deref() {
        Some(about) if event.kind == EventKind::Note && super::close::is_item(about) => {
            Ok(Some(about.to_owned()))
        }
        Some(about) => named(about, stored, library, ctx).map(Some),
        None => running(event, stored, library, ctx),
    }
}

/// A route or rule of this claim.
fn named(about: &str, stored: &StoredClaim, library: &Library, ctx: &Context) -> Result<String> {
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let mut ids: Vec<String> = Vec::new();
    for playbook in library.fitting(&stored.claim) {
        ids.extend(playbook.rules.iter().map(|r| r.id.clone()));
        ids.extend(playbook.routes.iter().map(|r| r.id.clone()));
    }
    if ids.iter().any(|known| known == about) {
        return Ok(about.to_owned());
    }
    // What runs for this claim goes before what only could.
    let deadlines = assessment.deadlines.iter().map(|d| d.rule.as_str());
    let routes = assessment.routes.iter().map(|r| r.route.as_str());
    let ends_so = |id: &&str| id.rsplit_once('#').is_some_and(|(_, bare)| bare == about);
    let found: Vec<&str> = deadlines.chain(routes).filter(ends_so).collect();
    match found.as_slice() {
        [one] => return Ok((*one).to_owned()),
        [] => {}
        several => {
            let what = Message::new("error-several-rules").with("text", about);
            let list = Message::new("error-one-of").with("list", several.join(", "));
            return Err(Failure::new(Exit::Usage, what).hint(list).into());
        }
    }
    let hint = match input::nearest(about, &ids) {
        Some(near) => Message::new("error-did-you-mean").with("text", near),
        None => Message::new("error-about-hint").with("id", stored.id.to_string()),
    };
    Err(Failure::new(
        Exit::Usage,
        Message::new("error-no-rule").with("text", about),
    )
    .hint(hint)
    .into())
}

/// The only clock that an event without a rule can move.
fn running(
    event: &Event,
    stored: &StoredClaim,
    library: &Library,
    ctx: &Context,
) -> Result<Option<String>> {
    let moves = matches!(
        event.kind,
        EventKind::OwnDate | EventKind::Extended | EventKind::Paused | EventKind::Resumed
    );
    if !moves {
        return Ok(None);
    }
    if event.kind == EventKind::Resumed {
        let log = in_force(&stored.events);
        let last = log.iter().rev().find(|e| e.kind == EventKind::Paused);
        if let Some(about) = last.and_then(|e| e.about.clone()) {
            return Ok(Some(about));
        }
    }
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let open: Vec<&str> = assessment
        .deadlines
        .iter()
        .filter(|d| d.state == DeadlineState::Open && !d.rule.starts_with("yours#"))
        .map(|d| d.rule.as_str())
        .collect();
    match open.as_slice() {
        [one] => Ok(Some((*one).to_owned())),
        several => {
            let hint = if several.is_empty() {
                Message::new("error-about-hint").with("id", stored.id.to_string())
            } else {
                Message::new("error-one-of").with("list", several.join(", "))
            };
            let what = Message::new("error-which-clock");
            Err(Failure::new(Exit::Usage, what).hint(hint).into())
        }
    }
}
