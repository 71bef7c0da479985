//! The records of the schema `claimctl/claims/1`. The order of the fields is the order in the file.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::Serialize;

use crate::domain::assess::{
    Assessment, ContactView, DeadEndView, Deadline, DeadlineState, NoSurcharge, Reason, RouteView,
    SurchargeView,
};
use crate::domain::change::keys;
use crate::domain::claim::{Claim, Term};
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::language::Language;
use crate::domain::source::Source;

use super::evidence::{EvidenceRecord, NeedRecord};
use super::row::{MoneyRecord, NextRecord};

/// A claim with everything that is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimRecord {
    /// The number that the user knows it by.
    pub id: i64,
    /// The id between machines.
    pub uid: String,
    pub title: Option<String>,
    pub status: &'static str,
    pub step: &'static str,
    pub problem: Option<&'static str>,
    pub wanted: Option<&'static str>,
    pub country: Option<String>,
    pub seller: SellerRecord,
    pub purchase: PurchaseRecord,
    /// Every fact that is known, by its key in answers files.
    pub facts: BTreeMap<String, String>,
    pub playbooks: Vec<String>,
    pub next: NextRecord,
    pub deadlines: Vec<DeadlineRecord>,
    pub routes: Vec<RouteRecord>,
    /// What the next step needs of evidence.
    pub needs: Vec<NeedRecord>,
    pub dead_ends: Vec<DeadEndRecord>,
    pub contacts: Vec<ContactRecord>,
    pub events: Vec<EventRecord>,
    pub evidence: Vec<EvidenceRecord>,
    pub money: AccountRecord,
    pub outcome: Option<&'static str>,
    pub closed_on: Option<String>,
    pub created_at: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SellerRecord {
    pub name: Option<String>,
    pub kind: Option<&'static str>,
    pub sold_by: Option<&'static str>,
    pub shipped_by: Option<&'static str>,
    pub platform: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PurchaseRecord {
    pub order_ref: Option<String>,
    pub ordered_on: Option<String>,
    /// The last delivery: the one that the windows are counted from.
    pub delivered_on: Option<String>,
    pub latest_delivery_on: Option<String>,
    pub amount: Option<MoneyRecord>,
    pub payment: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeadlineRecord {
    pub rule: String,
    pub who: &'static str,
    pub what: String,
    pub opens_on: String,
    pub due_on: String,
    pub legal_on: Option<String>,
    /// The safe day before an extension, a pause or the user's own date moved it.
    pub moved_from: Option<String>,
    /// The day since which its clock stands still.
    pub paused_on: Option<String>,
    pub state: &'static str,
    pub source: SourceRecord,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceRecord {
    pub title: String,
    pub article: Option<String>,
    pub url: Option<String>,
    pub checked_on: String,
    pub basis: &'static str,
    pub confidence: &'static str,
    /// Law, or what can be changed by whoever made it: `policy`, `scheme`, `advice`.
    pub nature: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteRecord {
    pub route: String,
    pub state: &'static str,
    pub opens_on: Option<String>,
    pub closes_on: Option<String>,
    pub reason: String,
    /// Why it is held back for a proof; null where it is not.
    pub held: Option<String>,
}

/// A door that leads nowhere, and the right ones instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeadEndRecord {
    pub dead_end: String,
    pub what: String,
    pub why: String,
    pub instead: String,
    /// Ids of routes of this claim, in the order to try.
    pub routes: Vec<String>,
}

/// Whom to reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactRecord {
    pub name: String,
    pub how: String,
    pub url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventRecord {
    /// Its number in the log.
    pub no: u32,
    /// Its id between machines.
    pub uid: Option<String>,
    pub kind: &'static str,
    pub on: String,
    /// The local instant, where the hour is known.
    pub at: Option<String>,
    /// The day on which the other side received it.
    pub received_on: Option<String>,
    pub recorded_at: Option<String>,
    pub channel: Option<&'static str>,
    pub direction: &'static str,
    pub note: Option<String>,
    pub amount: Option<MoneyRecord>,
    /// What is offered, promised or asked for.
    pub remedy: Option<&'static str>,
    /// Who on the other side said it.
    pub said_by: Option<String>,
    /// The day that it promises, asks for or sets.
    pub by: Option<String>,
    /// The rule or route that it is about.
    pub about: Option<String>,
    pub evidence: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountRecord {
    pub asked: Option<MoneyRecord>,
    pub received: Option<MoneyRecord>,
    pub outstanding: Option<MoneyRecord>,
    pub surcharge: Option<MoneyRecord>,
    /// The percentage, where one holds for all that is late.
    pub surcharge_percent: Option<u32>,
    pub surcharge_days_late: Option<i64>,
    /// Why there is no surcharge: `no-rule`, `not-late`, `older-law`, `rate-unknown`; null where there is one, and where no
    /// money is asked for.
    pub surcharge_reason: Option<&'static str>,
}

/// The words of a record: what the program says of the next action and of each route.
pub struct Words<'a> {
    pub language: Language,
    /// The next action, as one sentence.
    pub what: String,
    /// The command that does it, with the claim's number.
    pub command: Option<String>,
    pub reason: &'a dyn Fn(&Reason) -> String,
}

impl std::fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

impl ClaimRecord {
    /// Makes the record of a claim. Events that were corrected or taken back are left out.
    #[must_use]
    pub fn new(
        id: i64,
        uid: &str,
        claim: &Claim,
        log: &[Event],
        assessment: &Assessment,
        words: Words<'_>,
        created: DateTime<Utc>,
    ) -> ClaimRecord {
        let events = in_force(log);
        let first = |kind| events.iter().find(|e| e.kind == kind).map(|e| day(e.on));
        let last = |kind| events.iter().rfind(|e| e.kind == kind).map(|e| day(e.on));
        let account = &assessment.money;
        ClaimRecord {
            id,
            uid: uid.to_owned(),
            title: title(claim),
            status: assessment.status.id(),
            step: assessment.step.id(),
            problem: claim.problem.map(|p| p.id()),
            wanted: claim.wanted.map(|w| w.id()),
            country: claim.country.clone(),
            seller: SellerRecord {
                name: claim.seller.clone(),
                kind: claim.seller_kind.map(|k| k.id()),
                sold_by: claim.sold_by.map(|s| s.id()),
                shipped_by: claim.shipped_by.map(|s| s.id()),
                platform: claim.platform.clone(),
            },
            purchase: PurchaseRecord {
                order_ref: claim.order_ref.clone(),
                ordered_on: first(EventKind::Ordered),
                delivered_on: last(EventKind::Delivered),
                latest_delivery_on: claim.terms.get(&Term::LatestDeliveryOn).copied().map(day),
                amount: claim.amount.map(MoneyRecord::from),
                payment: claim.payment.map(|p| p.id()),
            },
            facts: keys(claim, claim)
                .filter(|key| claim.fact(key).is_some())
                .map(|key| (key.clone(), claim.fact(&key).unwrap_or_default()))
                .collect(),
            playbooks: assessment.playbooks.clone(),
            next: NextRecord {
                what: words.what,
                command: words.command,
                due_on: assessment.next.due_on.map(day),
            },
            deadlines: assessment
                .deadlines
                .iter()
                .map(|deadline| DeadlineRecord::new(deadline, words.language))
                .collect(),
            routes: assessment
                .routes
                .iter()
                .map(|route| RouteRecord::new(route, words.language, words.reason))
                .collect(),
            needs: assessment
                .needs
                .iter()
                .map(|need| NeedRecord::new(need, words.language))
                .collect(),
            dead_ends: assessment
                .dead_ends
                .iter()
                .map(|dead_end| DeadEndRecord::new(dead_end, words.language))
                .collect(),
            contacts: assessment
                .contacts
                .iter()
                .map(|contact| ContactRecord::new(contact, words.language))
                .collect(),
            events: events.iter().map(|event| EventRecord::new(event)).collect(),
            evidence: claim.evidence.iter().map(EvidenceRecord::new).collect(),
            money: AccountRecord {
                asked: account.asked.map(MoneyRecord::from),
                received: account.received.map(MoneyRecord::from),
                outstanding: account.outstanding.map(MoneyRecord::from),
                surcharge: account.increase().map(|s| s.amount.into()),
                surcharge_percent: account.increase().and_then(SurchargeView::percent),
                surcharge_days_late: account.increase().map(|s| s.days_late),
                surcharge_reason: account.surcharge.as_ref().and_then(no_figure),
            },
            outcome: claim.outcome.map(|o| o.id()),
            closed_on: claim.closed_on.map(day),
            created_at: instant(created),
        }
    }

    /// Returns the legal last day of what is to be done next, where it is later than the safe day.
    #[must_use]
    pub fn next_legal_on(&self) -> Option<&str> {
        let due_on = self.next.due_on.as_deref()?;
        self.deadlines
            .iter()
            .filter(|d| d.state == DeadlineState::Open.id() && d.due_on == due_on)
            .find_map(|d| d.legal_on.as_deref())
    }
}

fn no_figure(surcharge: &Result<SurchargeView, NoSurcharge>) -> Option<&'static str> {
    Some(match surcharge.as_ref().err()? {
        NoSurcharge::NoRule => "no-rule",
        NoSurcharge::NotLate { .. } => "not-late",
        NoSurcharge::OlderLaw { .. } => "older-law",
        NoSurcharge::RateUnknown { .. } => "rate-unknown",
    })
}

impl ClaimRecord {
    /// Gives the events their ids between machines, by their numbers.
    pub fn name_events(&mut self, uids: &BTreeMap<u32, String>) {
        for event in &mut self.events {
            event.uid = uids.get(&event.no).cloned();
        }
    }

    /// Leaves out what is confidential: the evidence, and that an event has it.
    pub fn leave_out_confidential(&mut self) {
        let (kept, left_out): (Vec<_>, Vec<_>) = std::mem::take(&mut self.evidence)
            .into_iter()
            .partition(|piece| !piece.confidential);
        self.evidence = kept;
        let is_kept = |cited: &String| {
            left_out
                .iter()
                .all(|piece| *cited != format!("E{}", piece.no))
        };
        for event in &mut self.events {
            event.evidence.retain(is_kept);
        }
        // What is there in confidence is not named here either.
        for need in &mut self.needs {
            need.evidence.retain(is_kept);
        }
    }
}

impl DeadlineRecord {
    /// Makes the record of a deadline, its sentence in this language.
    #[must_use]
    pub fn new(deadline: &Deadline, language: Language) -> DeadlineRecord {
        DeadlineRecord {
            rule: deadline.rule.clone(),
            who: deadline.who.id(),
            what: deadline.what.get(language).to_owned(),
            opens_on: day(deadline.opens_on),
            due_on: day(deadline.due_on),
            legal_on: deadline.legal_on.map(day),
            moved_from: deadline.moved_from.map(day),
            paused_on: deadline.paused_on.map(day),
            state: deadline.state.id(),
            source: SourceRecord::new(&deadline.source, language),
        }
    }
}

impl SourceRecord {
    /// Makes the record of a source, its title in this language.
    #[must_use]
    pub fn new(source: &Source, language: Language) -> SourceRecord {
        SourceRecord {
            title: source.title.get(language).to_owned(),
            article: source.article.clone(),
            url: source.url.clone(),
            checked_on: day(source.checked_on),
            basis: source.basis.id(),
            confidence: source.confidence.id(),
            nature: source.nature.id(),
        }
    }
}

impl RouteRecord {
    /// Makes the record of a route; `reason` says why it is in its state.
    #[must_use]
    pub fn new(
        route: &RouteView,
        language: Language,
        reason: &dyn Fn(&Reason) -> String,
    ) -> RouteRecord {
        RouteRecord {
            route: route.route.clone(),
            state: route.state.id(),
            opens_on: route.opens_on.map(day),
            closes_on: route.closes_on.map(day),
            reason: reason(&route.reason),
            held: route
                .held
                .as_ref()
                .map(|proof| proof.why.get(language).to_owned()),
        }
    }
}

impl DeadEndRecord {
    /// Makes the record of a dead end, its sentences in this language.
    #[must_use]
    pub fn new(dead_end: &DeadEndView, language: Language) -> DeadEndRecord {
        DeadEndRecord {
            dead_end: dead_end.id.clone(),
            what: dead_end.title.get(language).to_owned(),
            why: dead_end.why.get(language).to_owned(),
            instead: dead_end.instead.get(language).to_owned(),
            routes: dead_end.routes.clone(),
        }
    }
}

impl ContactRecord {
    /// Makes the record of a contact, its words in this language.
    #[must_use]
    pub fn new(contact: &ContactView, language: Language) -> ContactRecord {
        ContactRecord {
            name: contact.name.get(language).to_owned(),
            how: contact.how.get(language).to_owned(),
            url: contact.url.clone(),
        }
    }
}

impl EventRecord {
    fn new(event: &Event) -> EventRecord {
        EventRecord {
            no: event.no,
            uid: None,
            kind: event.kind.id(),
            on: day(event.on),
            at: event.at.map(|at| {
                event
                    .on
                    .and_time(at)
                    .format("%Y-%m-%dT%H:%M:%S")
                    .to_string()
            }),
            received_on: event.received_on.map(day),
            recorded_at: event.recorded_at.map(instant),
            channel: event.channel.map(|c| c.id()),
            direction: event.kind.direction().id(),
            note: event.note.clone(),
            amount: event.amount.map(MoneyRecord::from),
            remedy: event.remedy.map(|r| r.id()),
            said_by: event.said_by.clone(),
            by: event.by.map(day),
            about: event.about.clone(),
            evidence: event.evidence.iter().map(|no| format!("E{no}")).collect(),
        }
    }
}

/// Returns the title of a claim, or one made of the item and the seller; `None` when all of it is unknown.
#[must_use]
pub fn title(claim: &Claim) -> Option<String> {
    let item = claim.item.clone().or_else(|| claim.order_ref.clone());
    match (&claim.title, item, &claim.seller) {
        (Some(title), _, _) => Some(title.clone()),
        (None, Some(item), Some(seller)) => Some(format!("{item}, {seller}")),
        (None, item, seller) => item.or_else(|| seller.clone()),
    }
}

pub(super) fn day(day: NaiveDate) -> String {
    day.to_string()
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
