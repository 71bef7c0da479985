//! Which rule or route an event is about: named in full, by the end of its id, or the only one that can be meant; and
//! whether an event that moves a clock can move that one.

use anyhow::Result;

use crate::context::Context;
use crate::domain::assess::{Clock, DeadlineState, Docket, Missing, Pause, assess};
use crate::domain::event::{Event, EventKind};
use crate::domain::message::Message;
use crate::domain::playbook::Library;
use crate::error::{Exit, Failure};
use crate::lang::words;
use crate::store::StoredClaim;

use super::input;

/// Returns the full id of what an event is about.
///
/// # Errors
/// When the claim has no such rule or route, when several are meant, and when an event that moves a clock names none and
/// more than one runs, or one that does not apply.
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
        Some(about) if moves(event.kind) => clock_named(about, stored, library, ctx).map(Some),
        Some(about) => named(about, stored, library, ctx).map(Some),
        None if moves(event.kind) => running(event, stored, library, ctx).map(Some),
        None => Ok(None),
    }
}

const fn moves(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::OwnDate | EventKind::Extended | EventKind::Paused | EventKind::Resumed
    )
}

fn clocks(stored: &StoredClaim, library: &Library) -> Vec<Clock> {
    Docket::new(&stored.claim, &stored.events, library).clocks()
}

fn refused(what: Message, hint: Message) -> anyhow::Error {
    Failure::new(Exit::Usage, what).hint(hint).into()
}

fn one_of<'a>(ids: impl IntoIterator<Item = &'a str>) -> Message {
    let ids: Vec<&str> = ids.into_iter().collect();
    Message::new("error-one-of").with("list", ids.join(", "))
}

/// The full ids of all that the playbooks which fit the claim have.
fn known(stored: &StoredClaim, library: &Library) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for playbook in library.fitting(&stored.claim) {
        ids.extend(playbook.rules.iter().map(|r| r.id.clone()));
        ids.extend(playbook.routes.iter().map(|r| r.id.clone()));
    }
    ids
}

fn unknown(about: &str, ids: &[String], stored: &StoredClaim) -> anyhow::Error {
    let hint = match input::nearest(about, ids) {
        Some(near) => Message::new("error-did-you-mean").with("text", near),
        None => Message::new("error-about-hint").with("id", stored.id.to_string()),
    };
    refused(Message::new("error-no-rule").with("text", about), hint)
}

fn ends_in(id: &str, bare: &str) -> bool {
    id == bare || id.rsplit_once('#').is_some_and(|(_, end)| end == bare)
}

fn several(about: &str, ids: &[&str]) -> anyhow::Error {
    let what = Message::new("error-several-rules").with("text", about);
    refused(what, one_of(ids.iter().copied()))
}

/// A clock of this claim, by the id of its rule or of a route that it closes.
fn clock_named(
    about: &str,
    stored: &StoredClaim,
    library: &Library,
    ctx: &Context,
) -> Result<String> {
    let clocks = clocks(stored, library);
    let found: Vec<(&str, bool)> = clocks
        .iter()
        .filter_map(|clock| {
            let name = clock.names.iter().find(|name| ends_in(name, about))?;
            Some((name.as_str(), clock.ends_on.is_ok()))
        })
        .collect();
    // What runs for this claim goes before what only could.
    let runs: Vec<&str> = found
        .iter()
        .filter(|(_, runs)| *runs)
        .map(|(id, _)| *id)
        .collect();
    let all: Vec<&str> = found.iter().map(|(id, _)| *id).collect();
    match (runs.as_slice(), all.as_slice()) {
        ([one], _) | ([], [one]) => return Ok((*one).to_owned()),
        ([], []) => {}
        ([], more) | (more, _) => return Err(several(about, more)),
    }
    let ids = known(stored, library);
    if !ids.iter().any(|id| ends_in(id, about)) {
        return Err(unknown(about, &ids, stored));
    }
    let what = Message::new("error-no-clock").with("text", about);
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let deadlines = assessment.deadlines.iter().map(|d| d.rule.as_str());
    let ids: Vec<&str> = deadlines
        .filter(|id| !id.starts_with("yours#"))
        .chain(assessment.waits.iter().map(|w| w.rule.as_str()))
        .collect();
    let hint = match ids.is_empty() {
        true => Message::new("error-about-hint").with("id", stored.id.to_string()),
        false => one_of(ids),
    };
    Err(refused(what, hint))
}

fn rule(clock: &Clock) -> Option<&str> {
    clock.names.first().map(String::as_str)
}

/// A route or rule of this claim.
fn named(about: &str, stored: &StoredClaim, library: &Library, ctx: &Context) -> Result<String> {
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let ids = known(stored, library);
    if ids.iter().any(|known| known == about) {
        return Ok(about.to_owned());
    }
    // What runs for this claim goes before what only could.
    let deadlines = assessment.deadlines.iter().map(|d| d.rule.as_str());
    let routes = assessment.routes.iter().map(|r| r.route.as_str());
    let found: Vec<&str> = deadlines
        .chain(routes)
        .filter(|id| ends_in(id, about))
        .collect();
    match found.as_slice() {
        [one] => Ok((*one).to_owned()),
        [] => Err(unknown(about, &ids, stored)),
        several_found => Err(several(about, several_found)),
    }
}

/// The only clock that an event without a rule can move.
fn running(
    event: &Event,
    stored: &StoredClaim,
    library: &Library,
    ctx: &Context,
) -> Result<String> {
    if event.kind == EventKind::Resumed {
        let clocks = clocks(stored, library);
        let paused: Vec<&str> = clocks
            .iter()
            .filter(|clock| clock.pauses.iter().any(|p| can_end(p, event)))
            .filter_map(rule)
            .collect();
        return match paused.as_slice() {
            [one] => Ok((*one).to_owned()),
            [] => Err(nothing_to_resume(&clocks, stored)),
            more => {
                let what = Message::new("error-which-clock");
                Err(refused(what, one_of(more.iter().copied())))
            }
        };
    }
    let assessment = assess(&stored.claim, &stored.events, library, ctx.today);
    let open: Vec<&str> = assessment
        .deadlines
        .iter()
        .filter(|d| d.state == DeadlineState::Open && !d.rule.starts_with("yours#"))
        .map(|d| d.rule.as_str())
        .collect();
    match open.as_slice() {
        [one] => Ok((*one).to_owned()),
        several => {
            let hint = if several.is_empty() {
                Message::new("error-about-hint").with("id", stored.id.to_string())
            } else {
                one_of(several.iter().copied())
            };
            Err(refused(Message::new("error-which-clock"), hint))
        }
    }
}

/// Checks that an event which moves a clock moves it: what would be stored without an effect is refused.
///
/// # Errors
/// When the clock does not run yet, has run out, or is not in the state that the event changes.
pub(crate) fn check(event: &Event, stored: &StoredClaim, library: &Library) -> Result<()> {
    let Some(about) = event.about.as_deref().filter(|_| moves(event.kind)) else {
        return Ok(());
    };
    let clocks = clocks(stored, library);
    let mine = |clock: &&Clock| clock.names.iter().any(|name| name == about);
    let Some(clock) = clocks.iter().find(mine) else {
        return Ok(());
    };
    let (id, rule) = (stored.id.to_string(), rule(clock).unwrap_or(about));
    let say = |key: &str| {
        Message::new(key)
            .with("id", id.as_str())
            .with("rule", rule)
            .with("event", event.kind.id())
    };
    if event.kind == EventKind::OwnDate {
        return Ok(());
    }
    let (safe, legal) = match &clock.ends_on {
        Ok(days) => *days,
        Err(missing) => {
            let what = say("error-clock-not-begun").with("missing", words::missing(missing));
            return Err(refused(what, how_to_begin(missing, &say)));
        }
    };
    let before = |pause: &&Pause| {
        let over = pause.until.is_some_and(|until| until <= event.on);
        let later = event.by.is_some_and(|by| by <= pause.from);
        !over && !later
    };
    match event.kind {
        EventKind::Paused => {
            if let Some(pause) = clock.pauses.iter().find(before) {
                let what = say("error-paused-already")
                    .with("day", pause.from)
                    .with("no", pause.no.to_string());
                let key = match pause.resumed {
                    true => "error-paused-change-hint",
                    false => "error-paused-already-hint",
                };
                return Err(refused(what, say(key).with("no", pause.no.to_string())));
            }
            if event.on > legal {
                let what = say("error-pause-too-late").with("day", legal);
                return Err(refused(what, say("error-pause-too-late-hint")));
            }
        }
        EventKind::Resumed if !clock.pauses.iter().any(|pause| can_end(pause, event)) => {
            return Err(nothing_to_resume(&clocks, stored));
        }
        EventKind::Extended => {
            let paused = clock.pauses.iter().any(|pause| can_end(pause, event));
            if event.by.is_some_and(|by| by <= safe) && !paused {
                let what = say("error-extended-shorter").with("day", safe);
                return Err(refused(what, say("error-extended-shorter-hint")));
            }
        }
        _ => {}
    }
    Ok(())
}

/// Whether a pause lasts on the day of an event.
fn can_end(pause: &Pause, event: &Event) -> bool {
    !pause.resumed && pause.from <= event.on && pause.until.is_none_or(|until| event.on <= until)
}

/// Which clocks stand still, and since when; or that none does.
fn nothing_to_resume(clocks: &[Clock], stored: &StoredClaim) -> anyhow::Error {
    let still: Vec<(&str, &Pause)> = clocks
        .iter()
        .filter_map(|clock| {
            Some((
                rule(clock)?,
                clock.pauses.iter().rfind(|p| p.until.is_none())?,
            ))
        })
        .collect();
    match still.as_slice() {
        [] => {
            let hint = Message::new("error-nothing-paused-hint").with("id", stored.id.to_string());
            refused(Message::new("error-nothing-paused"), hint)
        }
        [(rule, pause), ..] => {
            let what = Message::new("error-paused-is")
                .with("rule", *rule)
                .with("day", pause.from);
            let hint = Message::new("error-paused-already-hint")
                .with("id", stored.id.to_string())
                .with("rule", *rule);
            refused(what, hint)
        }
    }
}

/// What is missing for a clock to run, by the end of the id of its rule, and the command that gives it.
pub(crate) fn not_begun(
    name: &str,
    stored: &StoredClaim,
    library: &Library,
) -> Option<(Message, Message)> {
    let clocks = clocks(stored, library);
    let mut named = clocks
        .iter()
        .filter_map(|clock| Some((rule(clock)?, clock)));
    let (rule, clock) = named.find(|(rule, _)| ends_in(rule, name))?;
    let missing = clock.ends_on.as_ref().err()?;
    let id = stored.id.to_string();
    let say = |key: &str| Message::new(key).with("id", id.as_str()).with("rule", rule);
    let what = say("error-clock-not-begun").with("missing", words::missing(missing));
    Some((what, how_to_begin(missing, &say)))
}

/// The command that gives a clock its start.
fn how_to_begin(missing: &Missing, say: &dyn Fn(&str) -> Message) -> Message {
    match missing {
        Missing::Event(EventKind::Note) => say("error-clock-own-date-hint"),
        Missing::Event(kind) => say("error-clock-log-hint").with("event", kind.id()),
        Missing::Term(term) => {
            say("error-clock-edit-hint").with("fact", format!("{}=DATE", term.id()))
        }
        Missing::NoticePeriod => say("error-clock-edit-hint").with("fact", "notice_period=P1M"),
    }
}
