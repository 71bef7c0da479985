//! Dossiers: a whole claim for somebody who does not know it, as data. What is missing comes first.
//!
//! [`build`] makes a [`Dossier`] from a claim, its assessment and what could be read of its evidence; a file of `export`
//! for each form writes it down. Nothing in here knows of any form.

mod exhibits;
mod found;
mod log;
mod model;
mod money;
mod parties;
mod report;
mod requirements;
mod rights;
mod summary;
mod teller;

pub use found::{Found, LARGEST_PICTURE, LONGEST_TEXT, Picture, looks_like_a_picture, picture};
pub use model::{
    Block, Cell, Check, Dossier, Exhibit, Fact, Gap, Letter, Report, Section, Source, Table,
};

pub use report::report;

use std::collections::BTreeMap;

use super::render::Facts;
use crate::domain::addressee::Addressee;
use crate::domain::message::Message;

use teller::Teller;

/// What a dossier is made from.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The number of the claim.
    pub no: i64,
    pub facts: Facts<'a>,
    pub addressee: Addressee,
    /// Confidential evidence is in it as well.
    pub confidential: bool,
    /// What the evidence was found to be, by its number.
    pub found: &'a BTreeMap<u32, Found>,
    /// The files of the evidence go beside the dossier; else only the pictures in it are with it.
    pub beside: bool,
}

/// Makes the dossier of a claim. It is always made: what it lacks stands at its beginning.
#[must_use]
pub fn build(case: &Case<'_>) -> Dossier {
    let teller = Teller::new(case);
    let mut gaps = exhibits::gaps(&teller);
    gaps.extend(requirements::gaps(&teller));
    let sections = [
        requirements::section(&teller),
        Some(parties::parties(&teller)),
        Some(parties::facts(&teller)),
        log::picture(&teller),
        log::timeline(&teller),
        Some(money::section(&teller)),
        rights::claimed(&teller),
        rights::routes(&teller),
        Some(log::letters(&teller)),
        Some(exhibits::section(&teller)),
    ];
    Dossier {
        no: case.no,
        title: teller.title(),
        subtitle: teller.say(
            &Message::new(format!("dossier-for-{}", case.addressee))
                .with("on", case.facts.today)
                .with("no", case.no.to_string()),
        ),
        language: case.facts.language,
        addressee: case.addressee,
        made_on: case.facts.today,
        gaps_title: teller.text(match gaps.is_empty() {
            true => "dossier-gaps-none",
            false => "dossier-gaps",
        }),
        gaps,
        apart: exhibits::apart(&teller),
        summary: summary::section(&teller),
        sections: sections.into_iter().flatten().collect(),
    }
}
