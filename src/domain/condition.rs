//! Conditions on the facts of a claim: which claims a playbook, a rule or a route is for.

use std::collections::BTreeMap;

use super::claim::Claim;

/// The value that a condition uses for a fact that is absent or was answered with "I don't know".
pub const UNKNOWN: &str = "unknown";

/// Every key must hold one of its values, and no excluded key may. An empty condition always holds.
///
/// Keys are those of the answers file (`problem`, `sold_by`, a playbook's question, ...). A value may end in `*`
/// (`card*`); `unknown` stands for a fact that is absent.
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
            let fact = fact.as_deref().unwrap_or(UNKNOWN);
            values.iter().any(|value| match value.strip_suffix('*') {
                Some(prefix) => fact.starts_with(prefix),
                None => fact == value,
            })
        };
        self.any_of.iter().all(|(key, values)| matches(key, values))
            && !self
                .none_of
                .iter()
                .any(|(key, values)| matches(key, values))
    }

    /// Whether a value stands among those asked for under a key, wildcards included.
    #[must_use]
    pub fn names(&self, key: &str) -> bool {
        self.any_of.contains_key(key) || self.none_of.contains_key(key)
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
