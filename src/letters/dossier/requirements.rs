//! What the addressee asks of whoever comes: by the playbooks' routes, their proofs and their checklists.

use std::collections::BTreeSet;

use super::model::{Block, Check, Gap, Section};
use super::teller::Teller;
use crate::domain::assess::{self, Reason, RouteView};
use crate::domain::claim::Step;
use crate::domain::event::EventKind;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::message::Message;
use crate::domain::playbook::{ChecklistItem, Playbook};
use crate::domain::route::{Door, Route, RouteState};
use crate::lang::words;

/// Something that is asked for, and whether it is there.
struct Asked {
    what: Message,
    done: bool,
    /// Where it is, or why it matters.
    detail: Option<Message>,
    hint: Option<Message>,
}

/// The checklist of the addressee.
pub(super) fn section(teller: &Teller<'_>) -> Option<Section> {
    let checks: Vec<Check> = asked(teller)
        .into_iter()
        .map(|asked| Check {
            done: asked.done,
            state: teller.text(match asked.done {
                true => "dossier-check-done",
                false => "dossier-check-missing",
            }),
            text: teller.say(&asked.what),
            detail: asked.detail.map(|detail| teller.say(&detail)),
        })
        .collect();
    (!checks.is_empty()).then(|| Section {
        id: "requirements",
        title: teller.text(&format!("dossier-asks-{}", teller.case.addressee)),
        blocks: vec![
            Block::Paragraph(teller.text("dossier-asks")),
            Block::Checklist(checks),
        ],
    })
}

/// What is asked for and is not there.
pub(super) fn gaps(teller: &Teller<'_>) -> Vec<Gap> {
    let asked = asked(teller).into_iter().filter(|asked| !asked.done);
    asked
        .map(|asked| {
            let message = match asked.detail {
                Some(detail) => Message::new("dossier-gap-detail")
                    .with("what", asked.what)
                    .with("detail", detail),
                None => asked.what,
            };
            Gap {
                text: teller.say(&message),
                message,
                hint: asked.hint,
            }
        })
        .collect()
}

/// Everything that is asked for, each once: what the door asks, what proves the claim, what every file needs.
fn asked(teller: &Teller<'_>) -> Vec<Asked> {
    let mut asked = Vec::new();
    if let Some(door) = teller.door() {
        asked.extend(at_the_door(teller, door));
    }
    asked.extend(evidence(teller));
    asked.extend(basics(teller));
    let mut said = BTreeSet::new();
    asked.retain(|asked| said.insert(teller.say(&asked.what)));
    asked
}

/// The ways through a door: those that the problem calls for, else any.
fn ways<'a>(teller: &Teller<'a>, door: Door) -> Vec<&'a RouteView> {
    let routes = teller.case.facts.assessment.routes.iter();
    let through: Vec<&RouteView> = routes.filter(|route| route.door == door).collect();
    let main: Vec<&RouteView> = through.iter().filter(|r| !r.alternative).copied().collect();
    match main.is_empty() {
        true => through,
        false => main,
    }
}

fn at_the_door(teller: &Teller<'_>, door: Door) -> Vec<Asked> {
    let ways = ways(teller, door);
    if ways.is_empty() {
        return vec![Asked {
            what: Message::new("dossier-no-route"),
            done: false,
            detail: None,
            hint: None,
        }];
    }
    let mut asked = Vec::new();
    // Of several ways through one door, one that is open is enough.
    let is_open = |r: &&RouteView| {
        r.taken_on.is_some() || matches!(r.state, RouteState::Open | RouteState::Closing)
    };
    let open: Vec<&RouteView> = ways.iter().copied().filter(|r| is_open(r)).collect();
    for way in if open.is_empty() { ways } else { open } {
        asked.push(window(teller, way));
        if let Some(route) = route(teller, &way.route) {
            asked.extend(before(teller, route));
            asked.extend(proof(teller, route));
        }
    }
    asked
}

fn route<'a>(teller: &Teller<'a>, id: &str) -> Option<&'a Route> {
    let playbook = teller.case.facts.library.get(id.split_once('#')?.0)?;
    playbook.routes.iter().find(|route| route.id == id)
}

fn window(teller: &Teller<'_>, way: &RouteView) -> Asked {
    let facts = &teller.case.facts;
    let taken = way.taken_on;
    let open = matches!(way.state, RouteState::Open | RouteState::Closing);
    let done = taken.is_some() || open;
    let detail = match (taken, &way.reason) {
        (Some(on), _) => Some(Message::new("dossier-route-taken").with("on", on)),
        // That is asked for in the next line.
        (None, Reason::Needs(_)) => None,
        (None, reason) if !open => Some(words::reason(reason, facts.library)),
        _ => Some(Message::new("words-plain").with("value", teller.window(way))),
    };
    let what = match done {
        true => Message::new("dossier-ask-open"),
        false => Message::new("dossier-ask-closed"),
    };
    Asked {
        what: what.with("route", way.title.clone()),
        done,
        detail,
        hint: None,
    }
}

/// What must have happened first.
fn before(teller: &Teller<'_>, route: &Route) -> Option<Asked> {
    let text = route.needs_text.clone()?;
    let happened = |kind: &EventKind| teller.words.events.iter().find(|e| e.kind == *kind);
    let groups = route.needs.iter().filter(|group| !group.is_empty());
    let first: Vec<_> = groups
        .map(|group| group.iter().find_map(happened))
        .collect();
    let done = first.iter().all(Option::is_some);
    let last = first.into_iter().flatten().max_by_key(|event| event.on);
    let detail = last.filter(|_| done).map(|event| {
        Message::new("dossier-ask-happened")
            .with("event", words::event(event.kind))
            .with("on", event.on)
    });
    Some(Asked {
        what: Message::new("words-plain").with("value", text),
        done,
        detail,
        hint: None,
    })
}

/// The proof without which the addressee does nothing.
fn proof(teller: &Teller<'_>, route: &Route) -> Option<Asked> {
    let proof = route.proof.as_ref()?;
    let needed = |kind| route.needs.iter().any(|group| group.contains(&kind));
    let events = teller.words.events.iter();
    let cited: Vec<u32> = events
        .filter(|e| needed(e.kind) && !e.was_spoken())
        .flat_map(|e| e.evidence.iter().copied())
        .collect();
    let pieces = pieces(teller, &proof.kinds, &cited);
    let detail = match pieces.is_empty() {
        true => Message::new("words-plain").with("value", proof.why.clone()),
        false => there(teller, &pieces),
    };
    Some(Asked {
        what: Message::new("dossier-ask-proof").with("proof", proof.name.clone()),
        done: !pieces.is_empty(),
        detail: Some(detail),
        hint: add(teller, &proof.kinds),
    })
}

/// The exhibits of some kinds, and those of some numbers, that can be shown.
fn pieces(teller: &Teller<'_>, kinds: &[EvidenceKind], cited: &[u32]) -> Vec<u32> {
    let fits = |e: &&Evidence| kinds.contains(&e.kind) || cited.contains(&e.no);
    let shown = |e: &&Evidence| e.counts() && teller.found(e.no).is_whole();
    let pieces = teller.named().filter(fits).filter(shown);
    pieces.map(|e| e.no).collect()
}

fn there(teller: &Teller<'_>, pieces: &[u32]) -> Message {
    Message::new("dossier-ask-there").with("pieces", teller.numbers(pieces))
}

/// What to type where nothing of these kinds is shown.
fn add(teller: &Teller<'_>, kinds: &[EvidenceKind]) -> Option<Message> {
    let evidence = teller.case.facts.claim.evidence.iter();
    let mut hidden = evidence.filter(|e| e.confidential && e.counts());
    if !teller.case.confidential && hidden.any(|e| kinds.contains(&e.kind)) {
        return Some(Message::new("dossier-hint-confidential"));
    }
    let hint = Message::new("dossier-hint-evidence").with("id", teller.case.no.to_string());
    Some(hint.with("kind", kinds.first()?.id()))
}

/// What the checklists ask for: of the playbooks by which the claim comes to this door, and of those of the purchase.
fn evidence(teller: &Teller<'_>) -> Vec<Asked> {
    checklist(teller)
        .into_iter()
        .map(|item| {
            let pieces = pieces(teller, &item.kinds, &[]);
            Asked {
                what: Message::new("words-plain").with("value", item.what.clone()),
                done: !pieces.is_empty(),
                detail: (!pieces.is_empty()).then(|| there(teller, &pieces)),
                hint: add(teller, &item.kinds),
            }
        })
        .collect()
}

fn checklist<'a>(teller: &Teller<'a>) -> Vec<&'a ChecklistItem> {
    let facts = teller.case.facts;
    let fitting: Vec<&Playbook> = facts.library.fitting(facts.claim).collect();
    let replaced: BTreeSet<&str> = fitting
        .iter()
        .filter(|p| !p.checklists.is_empty())
        .filter_map(|p| p.refines.as_deref())
        .collect();
    let of = |route: &RouteView, playbook: &Playbook| {
        route.route.split('#').next() == Some(playbook.id.as_str())
    };
    let concerns = |playbook: &Playbook| {
        let Some(door) = teller.door() else {
            return true;
        };
        let mut own = facts.assessment.routes.iter().filter(|r| of(r, playbook));
        ways(teller, door).iter().any(|r| of(r, playbook)) || own.all(|r| r.door == Door::Seller)
    };
    let steps = [Step::ContactSeller, Step::OpenDispute];
    fitting
        .into_iter()
        .filter(|p| !replaced.contains(p.id.as_str()) && concerns(p))
        .flat_map(|p| &p.checklists)
        .filter(|item| steps.contains(&item.step) && item.when.holds(facts.claim))
        .collect()
}

/// What every file needs: who writes, and the facts that the claim lacks.
fn basics(teller: &Teller<'_>) -> Vec<Asked> {
    let facts = &teller.case.facts;
    let id = teller.case.no.to_string();
    let consumer = facts.consumer;
    let setting = |name: &str, there: bool| Asked {
        what: Message::new(format!("dossier-ask-{name}")),
        done: there,
        detail: None,
        hint: Some(Message::new(format!("dossier-hint-{name}"))),
    };
    let mut asked = vec![
        setting("name", consumer.name.is_some()),
        setting("address", !consumer.address.is_empty()),
    ];
    if facts.claim.seller.is_none() {
        asked.push(lacking(
            Message::new("words-gap-fact").with("fact", words::fact("seller")),
        ));
    }
    for gap in &facts.assessment.gaps {
        let mut lacks = lacking(words::gap(gap, facts.library));
        match gap {
            assess::Gap::Evidence { .. } => continue,
            assess::Gap::Fact { key } => {
                let hint = Message::new("letter-hint-edit").with("claim", id.as_str());
                lacks.hint = Some(hint.with("key", key.as_str()));
            }
            assess::Gap::Date { .. } => {}
        }
        asked.push(lacks);
    }
    asked
}

fn lacking(what: Message) -> Asked {
    Asked {
        what,
        done: false,
        detail: None,
        hint: None,
    }
}
