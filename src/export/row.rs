//! One line of `list`: what the stored rows of a claim hold.

use serde::Serialize;

use crate::domain::money::Money;

/// An amount of money: the value as text, so that no reader makes a float of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MoneyRecord {
    pub value: String,
    pub currency: &'static str,
}

impl From<Money> for MoneyRecord {
    fn from(money: Money) -> MoneyRecord {
        MoneyRecord {
            value: money.value(),
            currency: money.currency.code(),
        }
    }
}

/// A change that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeRecord {
    pub claim: i64,
    pub at: String,
    /// What it did, one thing each.
    pub what: Vec<String>,
}

/// The next action: one sentence, one command, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextRecord {
    pub what: String,
    pub command: Option<String>,
    pub due_on: Option<String>,
}

/// A claim as `list` tells of it. Days are ISO, `legal_on` is the legal last day where it is later than `next.due_on`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListRecord {
    pub id: i64,
    pub title: Option<String>,
    pub seller: Option<String>,
    pub problem: Option<&'static str>,
    pub status: &'static str,
    pub next: NextRecord,
    pub legal_on: Option<String>,
    pub amount: Option<MoneyRecord>,
    /// What is still owed of the amount.
    pub outstanding: Option<MoneyRecord>,
    /// What the law adds for delay; null where nothing is late, no rule adds anything, or no figure is known.
    pub surcharge: Option<MoneyRecord>,
}
