//! Questions about places: the country, and the region where a part of it has rules of its own.

use std::collections::BTreeSet;

use crate::domain::country::country_of_region;
use crate::domain::playbook::Library;

use super::asked::{Facts, asked};
use super::question::{Choice, Kind, Question};
use super::{COUNTRIES, REGIONS};

/// The country where the user lives.
pub(super) fn country() -> Question {
    Question {
        default: Some("FR".into()),
        ..asked("country", Kind::LongChoice(countries(COUNTRIES)))
    }
}

/// The region, where some playbook has rules for a part of the country: those parts to choose from, or anywhere else.
pub(super) fn region(facts: Facts<'_>) -> Option<Question> {
    let country = facts.claim.country.as_deref()?;
    let parts = regions_with_rules(facts.library, country);
    if parts.is_empty() {
        return None;
    }
    let choices = parts
        .iter()
        .map(|code| Choice::new(code.as_str(), format!("wizard-region-{code}")))
        .collect();
    Some(Question {
        may_be_unknown: true,
        ..asked("region", Kind::Choice(choices))
    })
}

/// The regions of a country that conditions name, without the stars.
fn regions_with_rules(library: &Library, country: &str) -> BTreeSet<String> {
    let conditions = library.playbooks.iter().flat_map(|p| {
        let rules = p.rules.iter().map(|r| &r.when);
        let routes = p.routes.iter().map(|r| &r.when);
        std::iter::once(&p.when).chain(rules).chain(routes)
    });
    let values = conditions.flat_map(|when| {
        let named = [&when.any_of, &when.none_of].map(|keys| keys.get("region"));
        named.into_iter().flatten().flatten()
    });
    values
        .filter(|code| REGIONS.contains(&code.as_str()))
        .filter(|code| country_of_region(code) == Some(country))
        .cloned()
        .collect()
}

/// Countries to choose from.
pub(super) fn countries(codes: &[&str]) -> Vec<Choice> {
    codes
        .iter()
        .map(|code| Choice::new(*code, format!("wizard-country-{code}")))
        .collect()
}
