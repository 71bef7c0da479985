//! The records of `claimctl/playbooks/1` and `claimctl/sources/1`: playbooks, and the sources to check again.

use serde::Serialize;

/// A playbook as `playbook list` tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaybookRecord {
    pub id: String,
    pub kind: &'static str,
    pub title: String,
    pub reviewed_on: String,
    /// How many days ago that was.
    pub age_days: i64,
    pub sources: SourcesRecord,
    /// How the least known of its sources is known.
    pub weakest: Option<&'static str>,
    pub rules: usize,
    pub routes: usize,
    pub origin: String,
}

/// How many sources of a playbook are known in which way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourcesRecord {
    pub read: usize,
    pub secondary: usize,
    pub memory: usize,
}

/// A source to check again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StaleRecord {
    pub playbook: String,
    /// Its id within the playbook.
    pub source: String,
    pub title: String,
    pub article: Option<String>,
    pub checked_on: String,
    pub basis: &'static str,
    pub confidence: &'static str,
    pub url: Option<String>,
}
