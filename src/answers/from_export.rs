//! Our own JSON export, `claimctl/claims/1`, back to claims. What an older version did not write is left open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::Deserialize;

use super::problem::{Fault, Problem, is_too_long, too_long};
use crate::domain::change::{fact, put};
use crate::domain::claim::{Claim, FACTS, Term};
use crate::domain::event::{Channel, Event, EventKind};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::language::Language;
use crate::domain::mail::Mail;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::problem::Remedy;
use crate::domain::replica::{Logged, Mark, Marks, Piece, Replica, Written};

/// What such a file says that it is.
const SCHEMA: &str = "claimctl/claims/1";

/// A claim of an export, or of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Its id between machines.
    pub uid: String,
    /// Of its evidence, only what is written down: the files are not in such an export.
    pub replica: Replica,
}

#[derive(Deserialize)]
struct Document {
    schema: String,
    claims: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct RawClaim {
    uid: String,
    title: Option<String>,
    problem: Option<String>,
    wanted: Option<String>,
    country: Option<String>,
    seller: RawSeller,
    purchase: RawPurchase,
    #[serde(default)]
    facts: BTreeMap<String, String>,
    events: Vec<RawEvent>,
    evidence: Vec<RawEvidence>,
    outcome: Option<String>,
    closed_on: Option<String>,
    created_at: String,
}

#[derive(Deserialize)]
struct RawSeller {
    name: Option<String>,
    kind: Option<String>,
    sold_by: Option<String>,
    shipped_by: Option<String>,
    platform: Option<String>,
}

#[derive(Deserialize)]
struct RawPurchase {
    order_ref: Option<String>,
    latest_delivery_on: Option<String>,
    amount: Option<RawMoney>,
    payment: Option<String>,
}

#[derive(Deserialize)]
struct RawMoney {
    value: String,
    currency: String,
}

#[derive(Deserialize)]
struct RawEvent {
    no: Option<u32>,
    uid: Option<String>,
    kind: String,
    on: String,
    at: Option<String>,
    received_on: Option<String>,
    recorded_at: Option<String>,
    channel: Option<String>,
    note: Option<String>,
    amount: Option<RawMoney>,
    remedy: Option<String>,
    said_by: Option<String>,
    by: Option<String>,
    about: Option<String>,
    #[serde(default)]
    evidence: Vec<String>,
}

#[derive(Deserialize)]
struct RawEvidence {
    no: u32,
    kind: String,
    name: String,
    sha256: String,
    bytes: u64,
    media_type: Option<String>,
    proves: Option<String>,
    taken_on: Option<String>,
    #[serde(default)]
    confidential: bool,
    removed_on: Option<String>,
    purged_on: Option<String>,
    part_of: Option<u32>,
    mail: Option<RawMail>,
}

#[derive(Deserialize)]
struct RawMail {
    message_id: Option<String>,
    from: Option<String>,
    to: Option<String>,
    subject: Option<String>,
    sent_at: Option<String>,
    extract: Option<String>,
}

/// Reads the claims of an export. `language` is that of claims of which an older export does not say it.
///
/// # Errors
/// Every problem at once, each with the claim that it is in.
pub fn read_export(text: &str, language: Language) -> Result<Vec<Exported>, Vec<Problem>> {
    let whole = |what: &'static str, line| {
        vec![Problem {
            line,
            key: None,
            what: Message::new(what),
            hint: Some(Message::new("answers-export-hint")),
        }]
    };
    let document: Document = serde_json::from_str(text).map_err(|error| {
        let line = error.line().max(1);
        match error.classify() {
            serde_json::error::Category::Data => whole("answers-export-none", None),
            _ => whole("answers-export-broken", Some(line)),
        }
    })?;
    if document.schema != SCHEMA {
        return Err(whole("answers-export-none", None));
    }
    let mut claims = Vec::new();
    let mut problems = Vec::new();
    let mut uids = BTreeSet::new();
    for (raw, no) in document.claims.into_iter().zip(1..) {
        let mut reading = Reading {
            claim: no,
            language,
            problems: Vec::new(),
        };
        match RawClaim::deserialize(raw) {
            Err(_) => reading.wrong("uid", "?"),
            Ok(raw) => {
                if !is_uuid(&raw.uid) || !uids.insert(raw.uid.clone()) {
                    reading.wrong("uid", &raw.uid);
                }
                claims.extend(reading.claim(raw));
            }
        }
        problems.extend(reading.problems);
    }
    match problems.is_empty() {
        true => Ok(claims),
        false => Err(problems),
    }
}

pub(super) fn is_uuid(text: &str) -> bool {
    let fits = |(at, c): (usize, char)| match at {
        8 | 13 | 18 | 23 => c == '-',
        _ => c.is_ascii_digit() || ('a'..='f').contains(&c),
    };
    text.len() == 36 && text.chars().enumerate().all(fits)
}

/// Whether a text can be the id of an event between machines: ours are UUIDs, or an instant and a number.
fn is_uid(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "-:./".contains(c);
    !text.is_empty() && text.len() <= 64 && text.chars().all(fits)
}

/// A claim that is being read, with what is wrong with it.
struct Reading {
    /// Its place in the file, from 1.
    claim: usize,
    language: Language,
    problems: Vec<Problem>,
}

impl Reading {
    fn wrong(&mut self, key: &str, value: &str) {
        let mut problem = Fault::of("answers-export-value", key)
            .saying(value)
            .at(None, key);
        problem.what = problem.what.with("claim", self.claim.to_string());
        self.problems.push(problem);
    }

    /// Reads a value, and notes it where it does not hold.
    fn read<T>(
        &mut self,
        key: &str,
        text: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = read(text);
        if value.is_none() {
            self.wrong(key, text);
        }
        value
    }

    fn maybe<T>(
        &mut self,
        key: &str,
        text: Option<&str>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        self.read(key, text?, read)
    }

    fn money(&mut self, raw: Option<RawMoney>) -> Option<Money> {
        let raw = raw?;
        let text = format!("{} {}", raw.value, raw.currency);
        self.read("amount", &text, |text| Money::parse(text).ok())
    }

    fn claim(&mut self, raw: RawClaim) -> Option<Exported> {
        let created_at = self.read("created_at", &raw.created_at, instant)?;
        let claim = self.facts(&raw);
        let mut numbers = BTreeSet::new();
        let mut pieces = Vec::new();
        for evidence in raw.evidence {
            let Some(evidence) = self.evidence(evidence) else {
                continue;
            };
            let hashes = pieces.iter().map(|piece: &Piece| &piece.evidence.sha256);
            if !numbers.insert(evidence.no) || hashes.into_iter().any(|h| *h == evidence.sha256) {
                self.wrong("evidence", &format!("E{}", evidence.no));
            }
            pieces.push(Piece {
                first_no: evidence.no,
                added_at: created_at,
                evidence,
            });
        }
        pieces.sort_by_key(|piece| piece.evidence.no);
        // What a message was attached to may have been left out.
        for piece in &mut pieces {
            let of = &mut piece.evidence.part_of;
            *of = of.filter(|of| numbers.contains(of));
        }
        let log = self.log(raw.events, created_at, &numbers);
        let marks = marks(&pieces, created_at);
        Some(Exported {
            uid: raw.uid,
            replica: Replica {
                claim,
                log,
                pieces,
                changes: BTreeMap::new(),
                notes: BTreeMap::new(),
                marks,
                created_at,
                updated_at: created_at,
            },
        })
    }

    /// The facts: those of the map, and what every version wrote besides.
    fn facts(&mut self, raw: &RawClaim) -> Claim {
        let mut claim = Claim::draft(self.language);
        claim.draft = false;
        let purchase = &raw.purchase;
        let amount = purchase.amount.as_ref();
        let amount = amount.map(|raw| format!("{} {}", raw.value, raw.currency));
        let written = [
            ("title", &raw.title),
            ("problem", &raw.problem),
            ("wanted", &raw.wanted),
            ("country", &raw.country),
            ("seller", &raw.seller.name),
            ("seller_kind", &raw.seller.kind),
            ("sold_by", &raw.seller.sold_by),
            ("shipped_by", &raw.seller.shipped_by),
            ("platform", &raw.seller.platform),
            ("order_ref", &purchase.order_ref),
            ("latest_delivery_on", &purchase.latest_delivery_on),
            ("amount", &amount),
            ("payment", &purchase.payment),
            ("outcome", &raw.outcome),
            ("closed_on", &raw.closed_on),
        ];
        // The title of a claim that has none is made of others.
        let made = !raw.facts.is_empty();
        for (key, value) in written {
            if let Some(value) = value
                && !(key == "title" && made)
            {
                self.put(&mut claim, key, value);
            }
        }
        for (key, value) in &raw.facts {
            self.put(&mut claim, key, value);
        }
        claim
    }

    fn put(&mut self, claim: &mut Claim, key: &str, value: &str) {
        let known = FACTS.contains(&key) || Term::from_id(key).is_some();
        let own = !key.is_empty()
            && key
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !known && !matches!(key, "outcome" | "closed_on") && !own {
            return self.wrong(key, value);
        }
        if is_too_long(value) {
            return self.problems.push(too_long(key).at(None, key));
        }
        put(claim, key, Some(value));
        if fact(claim, key).as_deref() != Some(value) {
            self.wrong(key, value);
        }
    }

    fn log(
        &mut self,
        raw: Vec<RawEvent>,
        created_at: DateTime<Utc>,
        numbers: &BTreeSet<u32>,
    ) -> Vec<Logged> {
        let mut log: Vec<Logged> = Vec::new();
        let mut uids = BTreeSet::new();
        let mut raw: Vec<(RawEvent, u32)> = raw.into_iter().zip(1_u32..).collect();
        raw.sort_by_key(|(event, place)| {
            // An older export has no numbers, and is in the order of what happened.
            let recorded_at = event.recorded_at.clone().filter(|_| event.no.is_none());
            (recorded_at, event.no.unwrap_or(*place))
        });
        for (event, no) in raw {
            let Some((uid, event)) = self.event(event, (no, created_at), numbers) else {
                continue;
            };
            if !is_uid(&uid) || !uids.insert(uid.clone()) {
                self.wrong("uid", &uid);
            }
            log.push(Logged { uid, event });
        }
        // The export leaves the fractions of seconds out, and the order of the numbers is that of the instants.
        let mut last: Option<DateTime<Utc>> = None;
        for (logged, no) in log.iter_mut().zip(1..) {
            let next = last.and_then(|last| last.checked_add_signed(TimeDelta::nanoseconds(1)));
            let event = &mut logged.event;
            event.no = no;
            event.recorded_at = event.recorded_at.max(next);
            last = event.recorded_at;
        }
        log
    }

    fn event(
        &mut self,
        raw: RawEvent,
        (no, created_at): (u32, DateTime<Utc>),
        numbers: &BTreeSet<u32>,
    ) -> Option<(String, Event)> {
        let kind = self.read("kind", &raw.kind, EventKind::from_id);
        let on = self.read("on", &raw.on, day);
        let recorded_at = self.maybe("recorded_at", raw.recorded_at.as_deref(), instant);
        let recorded_at = recorded_at.unwrap_or(created_at);
        let evidence = raw.evidence.iter().filter_map(|cited| {
            let no = cited.strip_prefix('E').and_then(|no| no.parse().ok());
            self.read("evidence", cited, |_| no.filter(|no| numbers.contains(no)))
        });
        let evidence = evidence.collect();
        let event = Event {
            at: self.maybe("at", raw.at.as_deref(), hour),
            received_on: self.maybe("received_on", raw.received_on.as_deref(), day),
            recorded_at: Some(recorded_at),
            channel: self.maybe("channel", raw.channel.as_deref(), Channel::from_id),
            note: raw.note,
            amount: self.money(raw.amount),
            remedy: self.maybe("remedy", raw.remedy.as_deref(), Remedy::from_id),
            said_by: raw.said_by,
            by: self.maybe("by", raw.by.as_deref(), day),
            about: raw.about,
            evidence,
            ..Event::new(kind?, on?)
        };
        // An older export has none: the same place in the same claim gets the same one.
        let uid = raw
            .uid
            .unwrap_or_else(|| format!("export/{}/{no}", recorded_at.timestamp()));
        Some((uid, event))
    }

    fn evidence(&mut self, raw: RawEvidence) -> Option<Evidence> {
        let kind = self.read("kind", &raw.kind, EvidenceKind::from_id);
        let hash = |text: &str| {
            let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
            (text.len() == 64 && text.bytes().all(digit)).then(|| text.to_owned())
        };
        let sha256 = self.read("sha256", &raw.sha256, hash);
        if raw.no == 0 || i64::try_from(raw.bytes).is_err() {
            self.wrong("evidence", &format!("E{}", raw.no));
        }
        let mail = raw.mail.map(|mail| Mail {
            sent_at: self.maybe("sent_at", mail.sent_at.as_deref(), |text| {
                DateTime::parse_from_rfc3339(text).ok()
            }),
            message_id: mail.message_id,
            from: mail.from,
            to: mail.to,
            subject: mail.subject,
            extract: mail.extract,
        });
        Some(Evidence {
            no: raw.no,
            kind: kind?,
            name: raw.name,
            path: String::new(),
            stored: false,
            sha256: sha256?,
            bytes: raw.bytes,
            media_type: raw.media_type,
            note: raw.proves,
            taken_on: self.maybe("taken_on", raw.taken_on.as_deref(), day),
            confidential: raw.confidential,
            removed_on: self.maybe("removed_on", raw.removed_on.as_deref(), day),
            purged_on: self.maybe("purged_on", raw.purged_on.as_deref(), day),
            part_of: raw.part_of.filter(|of| *of != raw.no),
            mail,
        })
    }
}

/// What is written of the pieces, as of the day on which the claim was made: whatever a desk wrote since counts more.
fn marks(pieces: &[Piece], at: DateTime<Utc>) -> Marks {
    let all = pieces.iter().flat_map(|piece| {
        let evidence = &piece.evidence;
        Mark::ALL.iter().filter_map(move |mark| {
            let value = Some(mark.of(evidence)?);
            Some(((evidence.sha256.clone(), *mark), Written { at, value }))
        })
    });
    all.collect()
}

fn day(text: &str) -> Option<NaiveDate> {
    let day: NaiveDate = text.parse().ok()?;
    (text.len() == 10).then_some(day)
}

/// The hour of a local instant.
fn hour(text: &str) -> Option<NaiveTime> {
    let instant: NaiveDateTime = text.parse().ok()?;
    Some(instant.time())
}

fn instant(text: &str) -> Option<DateTime<Utc>> {
    let instant: DateTime<Utc> = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
    let years = 0..=9999;
    years
        .contains(&chrono::Datelike::year(&instant))
        .then_some(instant)
}
