//! The record of the schema `claimctl/rights/1`: what can be done in a situation that is no claim.

use serde::Serialize;

use crate::domain::assess::{Assessment, Reason, Right};
use crate::domain::language::Language;

use super::record::{ContactRecord, DeadEndRecord, DeadlineRecord, RouteRecord, SourceRecord};
use super::row::NextRecord;

/// Routes and windows for a situation, nothing of which is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RightsRecord {
    /// The day that this holds for.
    pub on: String,
    pub playbooks: Vec<String>,
    pub next: NextRecord,
    pub deadlines: Vec<DeadlineRecord>,
    pub routes: Vec<RouteRecord>,
    pub dead_ends: Vec<DeadEndRecord>,
    pub contacts: Vec<ContactRecord>,
    pub rights: Vec<RightRecord>,
    /// In the words of the program.
    pub warnings: Vec<String>,
}

/// A right or a duty without a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RightRecord {
    pub rule: String,
    pub what: String,
    /// What to heed about it.
    pub caution: Option<String>,
    pub source: SourceRecord,
}

impl RightsRecord {
    /// Makes the record of an assessment. `what` is the next action as one sentence, `reason` says why a route is in its
    /// state.
    #[must_use]
    pub fn new(
        assessment: &Assessment,
        what: String,
        warnings: Vec<String>,
        reason: &dyn Fn(&Reason) -> String,
        language: Language,
    ) -> RightsRecord {
        RightsRecord {
            on: assessment.today.to_string(),
            playbooks: assessment.playbooks.clone(),
            next: NextRecord {
                what,
                command: None,
                due_on: assessment.next.due_on.map(|day| day.to_string()),
            },
            deadlines: assessment
                .deadlines
                .iter()
                .map(|deadline| DeadlineRecord::new(deadline, language))
                .collect(),
            routes: assessment
                .routes
                .iter()
                .map(|route| RouteRecord::new(route, language, reason))
                .collect(),
            dead_ends: assessment
                .dead_ends
                .iter()
                .map(|dead_end| DeadEndRecord::new(dead_end, language))
                .collect(),
            contacts: assessment
                .contacts
                .iter()
                .map(|contact| ContactRecord::new(contact, language))
                .collect(),
            rights: assessment
                .rights
                .iter()
                .map(|right| RightRecord::new(right, language))
                .collect(),
            warnings,
        }
    }
}

impl RightRecord {
    fn new(right: &Right, language: Language) -> RightRecord {
        RightRecord {
            rule: right.rule.clone(),
            what: right.what.get(language).to_owned(),
            caution: right.caution.as_ref().map(|c| c.get(language).to_owned()),
            source: SourceRecord::new(&right.source, language),
        }
    }
}
