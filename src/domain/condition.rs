//! Conditions on the facts of a claim: which claims a playbook, a rule or a route is for.

use std::collections::BTreeMap;

use super::claim::Claim;
use super::country::Group;
use super::money::Money;

/// The value that a condition uses for a fact that is absent or was answered with "I don't know".
pub const UNKNOWN: &str = "unknown";

/// Every key must hold one of its values, and no excluded key may. An empty condition always holds.
///
/// Keys are those of the answers file (`problem`, `sold_by`, a playbook's question, ...) and `cross_border`. A value may
/// end in `*` (`card*`); `unknown` stands for a fact that is absent. A country may be one of a group (`eu`, `eea`), an
/// amount at most or more than another (`<= 5000 EUR`, `> 5000 EUR`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Condition {
    pub any_of: BTreeMap<String, Vec<String>>,
    pub none_of: BTreeMap<String, Vec<String>>,
}

impl Condition {
    /// Whether the claim fulfils the condition.
    #[must_use]
    pub fn holds(&self, claim: &Claim) -> bool {
        let matches = |key: &str, values: &[String]| {
            let fact = claim.fact(key);
            match key {
                "amount" => values.iter().any(|value| amount(claim, value)),
                _ => {
                    let fact = fact.as_deref().unwrap_or(UNKNOWN);
                    values.iter().any(|value| is(key, fact, value))
                }
            }
        };
        self.any_of.iter().all(|(key, values)| matches(key, values))
            && !self
                .none_of
                .iter()
                .any(|(key, values)| matches(key, values))
    }

    /// Whether a claim in which a fact has this value can fulfil the condition.
    #[must_use]
    pub fn leaves_room(&self, key: &str, fact: &str) -> bool {
        let among = |values: &Vec<String>| values.iter().any(|value| is(key, fact, value));
        self.any_of.get(key).is_none_or(among) && !self.none_of.get(key).is_some_and(among)
    }

    /// Whether a value stands among those asked for under a key, wildcards included.
    #[must_use]
    pub fn names(&self, key: &str) -> bool {
        self.any_of.contains_key(key) || self.none_of.contains_key(key)
    }
}

/// Whether a fact has a value of a condition.
fn is(key: &str, fact: &str, value: &str) -> bool {
    if let (true, Some(group)) = (is_country(key), Group::from_id(value)) {
        return group.has(fact);
    }
    match value.strip_suffix('*') {
        Some(prefix) => fact.starts_with(prefix),
        None => fact == value,
    }
}

/// Whether a key holds a country, for which a group of countries can stand.
#[must_use]
pub fn is_country(key: &str) -> bool {
    matches!(key, "country" | "seller_country")
}

/// Whether the amount of a claim lies within a bound. Without an amount, or in another currency, it is unknown.
fn amount(claim: &Claim, value: &str) -> bool {
    let Some(bound) = Bound::parse(value) else {
        return value == UNKNOWN && claim.amount.is_none();
    };
    claim.amount.is_some_and(|amount| bound.holds(amount))
}

/// A bound on an amount: `<= 5000 EUR` or `> 5000 EUR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    limit: Money,
    above: bool,
}

impl Bound {
    /// Reads a bound; `None` when it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Bound> {
        let (above, limit) = match text.strip_prefix("<=") {
            Some(limit) => (false, limit),
            None => (true, text.strip_prefix('>')?),
        };
        let limit = Money::parse(limit).ok()?;
        Some(Bound { limit, above })
    }

    fn holds(self, amount: Money) -> bool {
        amount.currency == self.limit.currency && (amount.minor > self.limit.minor) == self.above
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    fn asks(key: &str, values: &[&str]) -> Condition {
        let values = values.iter().map(|v| (*v).to_owned()).collect();
        Condition {
            any_of: BTreeMap::from([(key.to_owned(), values)]),
            none_of: BTreeMap::new(),
        }
    }

    #[test]
    fn an_absent_fact_and_one_answered_with_i_do_not_know_are_the_same() {
        let mut claim = Claim::draft(Language::French);
        let unknown = asks("payee_in_eea", &["no", UNKNOWN]);
        assert!(unknown.holds(&claim));
        assert!(!asks("payee_in_eea", &["yes"]).holds(&claim));
        claim
            .answers
            .insert("payee_in_eea".to_owned(), UNKNOWN.to_owned());
        assert!(unknown.holds(&claim));
        assert!(!asks("payee_in_eea", &["yes"]).holds(&claim));
        claim
            .answers
            .insert("payee_in_eea".to_owned(), "yes".to_owned());
        assert!(!unknown.holds(&claim));
    }

    #[test]
    fn a_group_of_countries_stands_for_each_of_its_members() {
        let mut claim = Claim::draft(Language::French);
        assert!(!asks("country", &["eu"]).holds(&claim));
        for (country, eu, eea) in [
            ("PT", true, true),
            ("NO", false, true),
            ("GB", false, false),
            ("CH", false, false),
        ] {
            claim.country = Some(country.to_owned());
            assert_eq!(asks("country", &["eu"]).holds(&claim), eu, "{country}");
            assert_eq!(asks("country", &["eea"]).holds(&claim), eea, "{country}");
        }
    }

    #[test]
    fn an_amount_on_the_bound_is_within_it_and_another_currency_is_neither() {
        let mut claim = Claim::draft(Language::French);
        let (within, above) = (
            asks("amount", &["<= 5000 EUR"]),
            asks("amount", &["> 5000 EUR"]),
        );
        assert!(!within.holds(&claim) && !above.holds(&claim));
        assert!(asks("amount", &[UNKNOWN]).holds(&claim));
        for (amount, expected) in [
            ("4999.99 EUR", (true, false)),
            ("5000.00 EUR", (true, false)),
            ("5000.01 EUR", (false, true)),
            ("4000.00 GBP", (false, false)),
        ] {
            claim.amount = Money::parse(amount).ok();
            let found = (within.holds(&claim), above.holds(&claim));
            assert_eq!(found, expected, "{amount}");
            assert!(!asks("amount", &[UNKNOWN]).holds(&claim));
        }
    }

    #[test]
    fn a_seller_abroad_is_told_from_one_outside_of_the_area() {
        let mut claim = Claim::draft(Language::French);
        claim.country = Some("FR".to_owned());
        assert!(asks("cross_border", &[UNKNOWN]).holds(&claim));
        for (seller, expected) in [
            ("FR", "no"),
            ("DE", "eea"),
            ("NO", "eea"),
            ("CN", "outside"),
        ] {
            claim.seller_country = Some(seller.to_owned());
            assert!(asks("cross_border", &[expected]).holds(&claim), "{seller}");
        }
        claim.country = Some("GB".to_owned());
        claim.seller_country = Some("FR".to_owned());
        assert!(asks("cross_border", &["outside"]).holds(&claim));
    }

    #[test]
    fn a_condition_leaves_room_for_what_it_does_not_exclude() {
        let france = asks("country", &["FR", "eea"]);
        assert!(france.leaves_room("country", "FR"));
        assert!(france.leaves_room("country", "DE"));
        assert!(!france.leaves_room("country", "US"));
        assert!(france.leaves_room("problem", "late"));
        let elsewhere = Condition {
            any_of: BTreeMap::new(),
            none_of: france.any_of,
        };
        assert!(!elsewhere.leaves_room("country", "FR"));
        assert!(elsewhere.leaves_room("country", "US"));
    }

    #[test]
    fn a_star_stands_for_any_end_and_what_is_excluded_does_not_hold() {
        let mut claim = Claim::draft(Language::French);
        claim.payment = crate::domain::party::Payment::from_id("card-visa");
        assert!(asks("payment", &["card*"]).holds(&claim));
        assert!(!asks("payment", &["card"]).holds(&claim));
        let condition = Condition {
            any_of: BTreeMap::new(),
            none_of: asks("payment", &["card*"]).any_of,
        };
        assert!(!condition.holds(&claim));
        claim.payment = crate::domain::party::Payment::from_id("paypal");
        assert!(condition.holds(&claim));
    }
}
