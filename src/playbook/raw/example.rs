//! Examples as they are written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

use super::super::schema::{self, forms, ids};
use super::{Spanned, Str};

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::playbook) struct RawExample {
    #[schemars(with = "String")]
    pub name: Option<Str>,
    #[schemars(with = "forms::Day")]
    pub today: Option<Spanned<Datetime>>,
    #[serde(default)]
    #[schemars(with = "schema::Facts")]
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

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::playbook) struct RawEvent {
    /// What happened.
    #[schemars(with = "ids::EventKind")]
    pub kind: Option<Str>,
    /// The day; for a message, the day it was sent.
    #[schemars(with = "forms::Day")]
    pub on: Option<Spanned<Datetime>>,
    /// The hour.
    #[schemars(with = "Option<forms::Time>")]
    pub at: Option<Spanned<Datetime>>,
    /// The day the other side received it.
    #[schemars(with = "Option<forms::Day>")]
    pub received_on: Option<Spanned<Datetime>>,
    /// By which channel a message went.
    #[schemars(with = "Option<ids::Channel>")]
    pub channel: Option<Str>,
    /// The day that was promised, asked for or set.
    #[schemars(with = "Option<forms::Day>")]
    pub by: Option<Spanned<Datetime>>,
    /// The rule or route that it is about.
    pub about: Option<Str>,
    /// How much: `34.90 EUR`.
    pub amount: Option<Str>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::playbook) struct RawExpectedDeadline {
    /// The rule: its id, or `playbook#id`.
    #[schemars(with = "String")]
    pub rule: Option<Str>,
    /// The safe day.
    #[schemars(with = "Option<forms::Day>")]
    pub due_on: Option<Spanned<Datetime>>,
    /// The legal last day, only where it is later.
    #[schemars(with = "Option<forms::Day>")]
    pub legal_on: Option<Spanned<Datetime>>,
    /// How it stands on the day of the example.
    #[schemars(with = "Option<ids::DeadlineState>")]
    pub state: Option<Str>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::playbook) struct RawExpectedRoute {
    /// The route: its id, or `playbook#id`.
    #[schemars(with = "String")]
    pub route: Option<Str>,
    /// How it stands on the day of the example.
    #[schemars(with = "Option<ids::RouteState>")]
    pub state: Option<Str>,
    /// The first day on which it is open.
    #[schemars(with = "Option<forms::Day>")]
    pub opens_on: Option<Spanned<Datetime>>,
    /// The last day on which it is open.
    #[schemars(with = "Option<forms::Day>")]
    pub closes_on: Option<Spanned<Datetime>>,
}
