//! Playbooks as they are written. Nearly everything is optional here, so that validation can name every gap at once.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use toml::Spanned;
use toml::value::Datetime;

/// A text and its place.
pub(super) type Str = Spanned<String>;

/// A whole file. Examples are read as `E`: loading passes over them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPlaybook<E> {
    pub format: Option<Spanned<i64>>,
    pub id: Option<Str>,
    pub kind: Option<Str>,
    pub title: Option<Spanned<RawText>>,
    pub reviewed_on: Option<Spanned<Datetime>>,
    pub refines: Option<Str>,
    pub when: Option<RawCondition>,
    #[serde(default)]
    pub assume: BTreeMap<Str, Str>,
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
    #[serde(default = "Vec::new")]
    pub example: Vec<E>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawText {
    pub fr: Option<Str>,
    pub en: Option<Str>,
}

/// Keys with the values they may have, and the same behind `not`.
#[derive(Debug, Default)]
pub(super) struct RawCondition {
    pub any_of: BTreeMap<Str, Vec<Str>>,
    pub none_of: BTreeMap<Str, Vec<Str>>,
}

impl<'de> Deserialize<'de> for RawCondition {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = RawCondition;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawCondition, A::Error> {
                let mut condition = RawCondition::default();
                while let Some(key) = map.next_key::<Str>()? {
                    if key.get_ref() == "not" {
                        condition.none_of = map.next_value()?;
                    } else {
                        let values = map.next_value()?;
                        condition.any_of.insert(key, values);
                    }
                }
                Ok(condition)
            }
        }

        deserializer.deserialize_map(Keys)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSource {
    pub id: Option<Str>,
    pub title: Option<Str>,
    pub article: Option<Str>,
    pub url: Option<Str>,
    pub checked_on: Option<Spanned<Datetime>>,
    pub source_date: Option<Str>,
    pub basis: Option<Str>,
    pub nature: Option<Str>,
    pub confidence: Option<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuestion {
    pub key: Option<Str>,
    pub kind: Option<Str>,
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

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOption {
    pub value: Option<Str>,
    pub label: Option<Spanned<RawText>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    pub id: Option<Str>,
    pub kind: Option<Str>,
    pub who: Option<Str>,
    pub what: Option<Spanned<RawText>>,
    pub caution: Option<Spanned<RawText>>,
    pub when: Option<RawCondition>,
    pub length: Option<Str>,
    pub day_kind: Option<Str>,
    #[serde(default)]
    pub from: Vec<Spanned<RawStart>>,
    #[serde(default)]
    pub latest_of: Vec<Str>,
    #[serde(default)]
    pub earliest_of: Vec<Str>,
    pub cap: Option<Spanned<RawCap>>,
    pub roll: Option<Str>,
    pub lead: Option<Str>,
    pub at_once: Option<bool>,
    pub source: Option<Str>,
    pub in_force_from: Option<Spanned<Datetime>>,
    pub until: Option<Spanned<Datetime>>,
    pub before: Option<Str>,
    #[serde(default)]
    pub met_by: Vec<Str>,
    pub in_writing: Option<bool>,
    #[serde(default)]
    pub moot_by: Vec<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStart {
    pub event: Option<Str>,
    pub which: Option<Str>,
    pub counts: Option<Str>,
    pub written: Option<Spanned<bool>>,
    pub end_of_year: Option<Spanned<bool>>,
    pub term: Option<Str>,
    pub minus_notice: Option<Spanned<bool>>,
    pub rule: Option<Str>,
    pub plus: Option<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCap {
    pub length: Option<Str>,
    #[serde(default)]
    pub from: Vec<Spanned<RawStart>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSurcharge {
    pub after: Option<Str>,
    #[serde(default)]
    pub bands: Vec<Spanned<RawBand>>,
    pub beyond: Option<Spanned<RawBeyond>>,
    pub source: Option<Str>,
    pub when: Option<RawCondition>,
    pub in_force_from: Option<Spanned<Datetime>>,
    pub until: Option<Spanned<Datetime>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBand {
    pub up_to: Option<Str>,
    pub percent: Option<Spanned<i64>>,
    pub interest: Option<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRate {
    pub id: Option<Str>,
    pub from: Option<Spanned<Datetime>>,
    pub until: Option<Spanned<Datetime>>,
    pub percent: Option<Str>,
    pub source: Option<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBeyond {
    pub percent: Option<Spanned<i64>>,
    pub monthly: Option<Spanned<i64>>,
    pub cap: Option<Spanned<i64>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRoute {
    pub id: Option<Str>,
    pub door: Option<Str>,
    pub title: Option<Spanned<RawText>>,
    pub act: Option<Spanned<RawText>>,
    pub how: Option<Spanned<RawText>>,
    pub when: Option<RawCondition>,
    pub rank: Option<Spanned<i64>>,
    pub alternative: Option<bool>,
    pub opens: Option<Str>,
    pub closes: Option<Str>,
    #[serde(default)]
    pub needs: Vec<Spanned<Vec<Str>>>,
    pub needs_text: Option<Spanned<RawText>>,
    #[serde(default)]
    pub excludes: Vec<Str>,
    pub event: Option<Str>,
    pub letter: Option<Str>,
    pub answer_within: Option<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDeadEnd {
    pub id: Option<Str>,
    pub title: Option<Spanned<RawText>>,
    pub why: Option<Spanned<RawText>>,
    pub instead: Option<Spanned<RawText>>,
    #[serde(default)]
    pub routes: Vec<Str>,
    pub when: Option<RawCondition>,
    pub after: Option<Str>,
    #[serde(default)]
    pub spoken: Vec<Str>,
    pub source: Option<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawChecklistItem {
    pub step: Option<Str>,
    pub what: Option<Spanned<RawText>>,
    #[serde(default)]
    pub kinds: Vec<Str>,
    pub when: Option<RawCondition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLetter {
    pub kind: Option<Str>,
    pub when: Option<RawCondition>,
    pub subject: Option<Spanned<RawText>>,
    pub body: Option<Spanned<RawText>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawContact {
    pub name: Option<Spanned<RawText>>,
    pub how: Option<Spanned<RawText>>,
    pub url: Option<Str>,
    pub when: Option<RawCondition>,
    pub source: Option<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawExample {
    pub name: Option<Str>,
    pub today: Option<Spanned<Datetime>>,
    #[serde(default)]
    pub facts: BTreeMap<Str, Spanned<toml::Value>>,
    #[serde(default)]
    pub events: Vec<Spanned<RawEvent>>,
    #[serde(default)]
    pub deadlines: Vec<Spanned<RawExpectedDeadline>>,
    #[serde(default)]
    pub routes: Vec<Spanned<RawExpectedRoute>>,
    #[serde(default)]
    pub dead_ends: Vec<Str>,
    #[serde(default)]
    pub absent: Vec<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEvent {
    pub kind: Option<Str>,
    pub on: Option<Spanned<Datetime>>,
    pub at: Option<Spanned<Datetime>>,
    pub received_on: Option<Spanned<Datetime>>,
    pub channel: Option<Str>,
    pub by: Option<Spanned<Datetime>>,
    pub about: Option<Str>,
    pub amount: Option<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawExpectedDeadline {
    pub rule: Option<Str>,
    pub due_on: Option<Spanned<Datetime>>,
    pub legal_on: Option<Spanned<Datetime>>,
    pub state: Option<Str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawExpectedRoute {
    pub route: Option<Str>,
    pub state: Option<Str>,
    pub opens_on: Option<Spanned<Datetime>>,
    pub closes_on: Option<Spanned<Datetime>>,
}
