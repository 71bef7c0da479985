//! Playbooks as they are written. Nearly everything is optional here, so that validation can name every gap at once.

mod condition;
mod example;
mod name;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

use super::schema::{self, forms, ids};
pub(super) use super::spanned::{Spanned, Str};
pub(super) use condition::RawCondition;
pub(super) use example::{RawEvent, RawExample, RawExpectedDeadline, RawExpectedRoute};

/// A whole file. Examples are read as `E`: loading passes over them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPlaybook<E> {
    #[schemars(with = "forms::Format")]
    pub format: Option<Spanned<i64>>,
    #[schemars(with = "forms::PlaybookId")]
    pub id: Option<Str>,
    #[schemars(with = "ids::PlaybookKind")]
    pub kind: Option<Str>,
    #[schemars(with = "RawText")]
    pub title: Option<Spanned<RawText>>,
    #[schemars(with = "forms::Day")]
    pub reviewed_on: Option<Spanned<Datetime>>,
    #[schemars(with = "Option<forms::PlaybookId>")]
    pub refines: Option<Str>,
    pub when: Option<RawCondition>,
    #[serde(default)]
    #[schemars(with = "schema::Assumed")]
    pub assume: BTreeMap<Str, Str>,
    #[schemars(with = "Option<i64>", range(min = 100, max = 100_000))]
    pub message_box: Option<Spanned<i64>>,
    #[serde(default)]
    pub source: Vec<Spanned<RawSource>>,
    #[serde(default)]
    pub question: Vec<Spanned<RawQuestion>>,
    #[serde(default)]
    pub rule: Vec<Spanned<RawRule>>,
    #[serde(default)]
    pub surcharge: Vec<Spanned<RawSurcharge>>,
    #[serde(default)]
    pub rate: Vec<Spanned<RawRate>>,
    #[serde(default)]
    pub route: Vec<Spanned<RawRoute>>,
    #[serde(default)]
    pub dead_end: Vec<Spanned<RawDeadEnd>>,
    #[serde(default)]
    pub checklist: Vec<Spanned<RawChecklistItem>>,
    #[serde(default)]
    pub letter: Vec<Spanned<RawLetter>>,
    #[serde(default)]
    pub contact: Vec<Spanned<RawContact>>,
    #[serde(default = "Vec::<E>::new")]
    pub example: Vec<E>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawText {
    /// In French.
    #[schemars(with = "String")]
    pub fr: Option<Str>,
    /// In English.
    #[schemars(with = "String")]
    pub en: Option<Str>,
}

/// A name: the same in every language, as that of a statute, or one for each.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(super) enum RawName {
    One(String),
    Each(RawText),
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSource {
    #[schemars(with = "forms::Id")]
    pub id: Option<Str>,
    #[schemars(with = "RawName")]
    pub title: Option<Spanned<RawName>>,
    pub article: Option<Str>,
    #[schemars(with = "Option<forms::Url>")]
    pub url: Option<Str>,
    #[schemars(with = "forms::Day")]
    pub checked_on: Option<Spanned<Datetime>>,
    #[schemars(with = "Option<forms::PartialDay>")]
    pub source_date: Option<Str>,
    #[schemars(with = "ids::Basis")]
    pub basis: Option<Str>,
    #[schemars(with = "Option<ids::Nature>")]
    pub nature: Option<Str>,
    #[schemars(with = "ids::Confidence")]
    pub confidence: Option<Str>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuestion {
    #[schemars(with = "String")]
    pub key: Option<Str>,
    #[schemars(with = "ids::QuestionKind")]
    pub kind: Option<Str>,
    #[schemars(with = "RawText")]
    pub ask: Option<Spanned<RawText>>,
    pub label: Option<Spanned<RawText>>,
    pub help: Option<Spanned<RawText>>,
    #[serde(default)]
    pub options: Vec<Spanned<RawOption>>,
    pub when: Option<RawCondition>,
    #[serde(default)]
    pub required: bool,
    pub volunteered: Option<Spanned<bool>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOption {
    /// What the answers file says.
    #[schemars(with = "String")]
    pub value: Option<Str>,
    /// What the user reads.
    #[schemars(with = "RawText")]
    pub label: Option<Spanned<RawText>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    #[schemars(with = "forms::Id")]
    pub id: Option<Str>,
    #[schemars(with = "ids::RuleKind")]
    pub kind: Option<Str>,
    #[schemars(with = "ids::Who")]
    pub who: Option<Str>,
    #[schemars(with = "RawText")]
    pub what: Option<Spanned<RawText>>,
    pub caution: Option<Spanned<RawText>>,
    pub when: Option<RawCondition>,
    #[schemars(with = "Option<forms::Length>")]
    pub length: Option<Str>,
    #[schemars(with = "Option<ids::DayKind>")]
    pub day_kind: Option<Str>,
    #[serde(default)]
    pub from: Vec<Spanned<RawStart>>,
    #[serde(default)]
    pub latest_of: Vec<Str>,
    #[serde(default)]
    pub earliest_of: Vec<Str>,
    pub cap: Option<Spanned<RawCap>>,
    #[schemars(with = "Option<ids::Roll>")]
    pub roll: Option<Str>,
    #[schemars(with = "Option<forms::Duration>")]
    pub lead: Option<Str>,
    pub at_once: Option<bool>,
    #[schemars(with = "String")]
    pub source: Option<Str>,
    #[schemars(with = "Option<forms::Day>")]
    pub in_force_from: Option<Spanned<Datetime>>,
    #[schemars(with = "Option<forms::Day>")]
    pub until: Option<Spanned<Datetime>>,
    pub before: Option<Str>,
    #[serde(default)]
    #[schemars(with = "Vec<ids::Happening>")]
    pub met_by: Vec<Str>,
    pub in_writing: Option<bool>,
    pub must_arrive: Option<bool>,
    pub waits_for: Option<Spanned<RawWaitsFor>>,
    #[serde(default)]
    pub kept: Vec<Str>,
    #[serde(default)]
    #[schemars(with = "Vec<ids::Happening>")]
    pub moot_by: Vec<Str>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStart {
    /// The day of an event.
    #[schemars(with = "Option<ids::Happening>")]
    pub event: Option<Str>,
    /// The first or the last of several; the first unless said.
    #[schemars(with = "Option<ids::Which>")]
    pub which: Option<Str>,
    /// The day it was sent (unless said), or received.
    #[schemars(with = "Option<ids::Counts>")]
    pub counts: Option<Str>,
    /// Only what was done in writing, by no call and no visit.
    pub written: Option<Spanned<bool>>,
    /// Count from the end of the calendar year of the event.
    pub end_of_year: Option<Spanned<bool>>,
    /// Only one that comes after an event of this kind, in the order of the log.
    #[schemars(with = "Option<ids::Happening>")]
    pub after: Option<Str>,
    /// A day that may lie ahead.
    #[schemars(with = "Option<ids::Term>")]
    pub term: Option<Str>,
    /// Take the contract's notice period off first.
    pub minus_notice: Option<Spanned<bool>>,
    /// The end of another rule: its id, or `playbook#id`.
    pub rule: Option<Str>,
    /// So much after it.
    #[schemars(with = "Option<forms::Duration>")]
    pub plus: Option<Str>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWaitsFor {
    /// What the other side may wait for.
    #[schemars(with = "ids::Happening")]
    pub event: Option<Str>,
    /// What must have happened for it to wait.
    #[schemars(with = "ids::Happening")]
    pub once: Option<Str>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCap {
    /// The longest time in all.
    #[schemars(with = "forms::Duration")]
    pub length: Option<Str>,
    /// Counted from the first of these that is known.
    #[serde(default)]
    pub from: Vec<Spanned<RawStart>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSurcharge {
    #[schemars(with = "String")]
    pub after: Option<Str>,
    #[serde(default)]
    pub bands: Vec<Spanned<RawBand>>,
    #[schemars(with = "RawBeyond")]
    pub beyond: Option<Spanned<RawBeyond>>,
    #[schemars(with = "String")]
    pub source: Option<Str>,
    pub when: Option<RawCondition>,
    #[schemars(with = "Option<forms::Day>")]
    pub in_force_from: Option<Spanned<Datetime>>,
    #[schemars(with = "Option<forms::Day>")]
    pub until: Option<Spanned<Datetime>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBand {
    /// Up to and with so much lateness.
    #[schemars(with = "forms::Duration")]
    pub up_to: Option<Str>,
    /// So many percent of the sum.
    #[schemars(with = "Option<forms::Share>")]
    pub percent: Option<Spanned<i64>>,
    /// Or interest by the day: the id of rates.
    pub interest: Option<Str>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRate {
    #[schemars(with = "forms::Id")]
    pub id: Option<Str>,
    #[schemars(with = "forms::Day")]
    pub from: Option<Spanned<Datetime>>,
    #[schemars(with = "forms::Day")]
    pub until: Option<Spanned<Datetime>>,
    #[schemars(with = "forms::Percent")]
    pub percent: Option<Str>,
    #[schemars(with = "String")]
    pub source: Option<Str>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBeyond {
    /// So many percent of the sum.
    #[schemars(with = "forms::Share")]
    pub percent: Option<Spanned<i64>>,
    /// Percentage points for each new month begun; none unless said.
    #[schemars(with = "Option<forms::Share>")]
    pub monthly: Option<Spanned<i64>>,
    /// The largest increase, in percent of the sum.
    #[schemars(with = "forms::Share")]
    pub cap: Option<Spanned<i64>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawProof {
    /// Any of these kinds will do; the most likely one first.
    #[serde(default)]
    #[schemars(with = "Vec<ids::EvidenceKind>")]
    pub kinds: Vec<Str>,
    /// What it is called, inside a sentence: `your written complaint`.
    #[schemars(with = "RawText")]
    pub name: Option<Spanned<RawText>>,
    /// Why nothing is done without it, with the article or the policy that says so.
    #[schemars(with = "RawText")]
    pub why: Option<Spanned<RawText>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRoute {
    #[schemars(with = "forms::Id")]
    pub id: Option<Str>,
    #[schemars(with = "ids::Door")]
    pub door: Option<Str>,
    #[schemars(with = "RawText")]
    pub title: Option<Spanned<RawText>>,
    #[schemars(with = "RawText")]
    pub act: Option<Spanned<RawText>>,
    #[schemars(with = "RawText")]
    pub how: Option<Spanned<RawText>>,
    pub when: Option<RawCondition>,
    #[schemars(with = "forms::Number")]
    pub rank: Option<Spanned<i64>>,
    pub alternative: Option<bool>,
    pub opens: Option<Str>,
    pub closes: Option<Str>,
    #[serde(default)]
    #[schemars(with = "Vec<Vec<ids::Happening>>")]
    pub needs: Vec<Spanned<Vec<Str>>>,
    pub needs_text: Option<Spanned<RawText>>,
    #[schemars(with = "Option<RawProof>")]
    pub proof: Option<Spanned<RawProof>>,
    #[serde(default)]
    pub excludes: Vec<Str>,
    #[schemars(with = "ids::EventKind")]
    pub event: Option<Str>,
    #[schemars(with = "Option<ids::LetterKind>")]
    pub letter: Option<Str>,
    #[schemars(with = "Option<forms::Duration>")]
    pub answer_within: Option<Str>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDeadEnd {
    #[schemars(with = "forms::Id")]
    pub id: Option<Str>,
    #[schemars(with = "RawText")]
    pub title: Option<Spanned<RawText>>,
    #[schemars(with = "RawText")]
    pub why: Option<Spanned<RawText>>,
    #[schemars(with = "RawText")]
    pub instead: Option<Spanned<RawText>>,
    #[serde(default)]
    pub routes: Vec<Str>,
    pub when: Option<RawCondition>,
    pub after: Option<Str>,
    #[serde(default)]
    #[schemars(with = "Vec<ids::Happening>")]
    pub spoken: Vec<Str>,
    #[schemars(with = "String")]
    pub source: Option<Str>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawChecklistItem {
    #[schemars(with = "ids::Step")]
    pub step: Option<Str>,
    #[schemars(with = "RawText")]
    pub what: Option<Spanned<RawText>>,
    #[serde(default)]
    #[schemars(with = "Vec<ids::EvidenceKind>")]
    pub kinds: Vec<Str>,
    pub when: Option<RawCondition>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLetter {
    #[schemars(with = "ids::LetterKind")]
    pub kind: Option<Str>,
    pub when: Option<RawCondition>,
    #[schemars(with = "RawText")]
    pub subject: Option<Spanned<RawText>>,
    #[schemars(with = "RawText")]
    pub body: Option<Spanned<RawText>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RawContact {
    #[schemars(with = "RawText")]
    pub name: Option<Spanned<RawText>>,
    #[schemars(with = "RawText")]
    pub how: Option<Spanned<RawText>>,
    #[schemars(with = "Option<ids::Door>")]
    pub door: Option<Str>,
    #[schemars(with = "Option<forms::Url>")]
    pub url: Option<Str>,
    pub when: Option<RawCondition>,
    #[schemars(with = "String")]
    pub source: Option<Str>,
}
