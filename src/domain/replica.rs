//! What one desk has of a claim, by ids that hold on every desk: claims by their uid, events by theirs, evidence by its hash.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::claim::Claim;
use super::closed_set::closed_set;
use super::event::Event;
use super::evidence::{Evidence, EvidenceKind};

closed_set! {
    /// What is written of a piece of evidence, and can be written anew.
    Mark {
        Kind = "kind",
        Note = "note",
        TakenOn = "taken-on",
        Confidential = "confidential",
        RemovedOn = "removed-on",
        PurgedOn = "purged-on",
    }
}

/// How the ids of events begin that are one desk's own business: no other desk takes them in.
pub const OWN: &str = "own/";

/// How a yes is written.
const YES: &str = "yes";

impl Mark {
    /// Returns what is written of a piece; `None` for nothing, and for no.
    #[must_use]
    pub fn of(self, evidence: &Evidence) -> Option<String> {
        match self {
            Mark::Kind => Some(evidence.kind.to_string()),
            Mark::Note => evidence.note.clone(),
            Mark::TakenOn => evidence.taken_on.map(|day| day.to_string()),
            Mark::Confidential => evidence.confidential.then(|| YES.to_owned()),
            Mark::RemovedOn => evidence.removed_on.map(|day| day.to_string()),
            Mark::PurgedOn => evidence.purged_on.map(|day| day.to_string()),
        }
    }

    /// Writes it of a piece. What cannot be understood leaves the piece as it is.
    pub fn put(self, evidence: &mut Evidence, value: Option<&str>) {
        let day = value.map(str::parse).transpose();
        match self {
            Mark::Kind => {
                let kind = value.and_then(EvidenceKind::from_id);
                evidence.kind = kind.unwrap_or(evidence.kind);
            }
            Mark::Note => evidence.note = value.map(str::to_owned),
            Mark::Confidential => evidence.confidential = value == Some(YES),
            Mark::TakenOn => evidence.taken_on = day.unwrap_or(evidence.taken_on),
            Mark::RemovedOn => evidence.removed_on = day.unwrap_or(evidence.removed_on),
            Mark::PurgedOn => evidence.purged_on = day.unwrap_or(evidence.purged_on),
        }
    }
}

/// A value, and when it was written. Of two, the later one counts; of two at once, the same one everywhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written {
    pub at: DateTime<Utc>,
    /// In the form in which answers files have it; `None` where it was taken out.
    pub value: Option<String>,
}

/// A fact that was changed after the claim was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    pub value: Option<String>,
    /// When the value that it replaced was written; `None` where that is the first one.
    pub over: Option<DateTime<Utc>>,
}

/// An event of the log. Its number and those that it names are the ones of this desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// Its name between machines.
    pub uid: String,
    pub event: Event,
}

impl Logged {
    /// Whether it is its desk's own business.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.uid.starts_with(OWN)
    }
}

/// A piece of evidence. Its number and those that it names are the ones of this desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub evidence: Evidence,
    pub added_at: DateTime<Utc>,
    /// The number that it was given first.
    pub first_no: u32,
}

/// When each fact was written: by key and instant.
pub type FactChanges = BTreeMap<(String, DateTime<Utc>), FactChange>;
/// When each mark of each piece was written: by hash and mark.
pub type Marks = BTreeMap<(String, Mark), Written>;

/// One desk's copy of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replica {
    /// The facts; its evidence stands in `pieces`.
    pub claim: Claim,
    /// By their numbers.
    pub log: Vec<Logged>,
    /// By their numbers.
    pub pieces: Vec<Piece>,
    pub changes: FactChanges,
    /// Every note of the evidence, by the hash of its piece.
    pub notes: FactChanges,
    pub marks: Marks,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// A value that lost against another that was written apart from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lost {
    pub key: String,
    pub lost: Written,
    /// The value that counts.
    pub counts: Written,
}

/// Returns the values that were written apart and do not count, in the order of their keys and instants: no later value was
/// written over them.
#[must_use]
pub fn lost(changes: &FactChanges) -> Vec<Lost> {
    let last: BTreeMap<&str, (DateTime<Utc>, &FactChange)> = changes
        .iter()
        .map(|((key, at), change)| (key.as_str(), (*at, change)))
        .collect();
    let replaced: BTreeSet<(&str, DateTime<Utc>)> = changes
        .iter()
        .filter_map(|((key, _), change)| Some((key.as_str(), change.over?)))
        .collect();
    let written = |at: DateTime<Utc>, change: &FactChange| Written {
        at,
        value: change.value.clone(),
    };
    changes
        .iter()
        .filter_map(|((key, at), change)| {
            let (last_at, counts) = *last.get(key.as_str())?;
            let is_lost = *at != last_at
                && change.value != counts.value
                && !replaced.contains(&(key.as_str(), *at));
            is_lost.then(|| Lost {
                key: key.clone(),
                lost: written(*at, change),
                counts: written(last_at, counts),
            })
        })
        .collect()
}
