//! The money of a claim as an assessment says it: asked, received, outstanding, and what is added for delay.

use chrono::NaiveDate;

use crate::domain::money::Money;
use crate::domain::source::Source;

/// The money of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    pub asked: Option<Money>,
    pub received: Option<Money>,
    pub outstanding: Option<Money>,
    /// What the law adds for delay, as of the day of the assessment, or why there is no figure.
    pub surcharge: Option<Result<SurchargeView, NoSurcharge>>,
}

impl Account {
    /// Returns what the law adds for delay, where there is a figure.
    #[must_use]
    pub fn increase(&self) -> Option<&SurchargeView> {
        self.surcharge.as_ref().and_then(|s| s.as_ref().ok())
    }
}

/// What a late refund is increased by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurchargeView {
    /// All that is added.
    pub amount: Money,
    /// The last day on which the refund would not have been late.
    pub due_on: NaiveDate,
    /// Days past that day: until today, or until the last part came.
    pub days_late: i64,
    /// Full id of the rule of that day.
    pub rule: String,
    pub source: Source,
    /// What came late, part by part, and what is still to come.
    pub parts: Vec<LatePart>,
    /// What is added by each percentage, and by interest: rounded once for all the parts that it holds for.
    pub sums: Vec<Added>,
}

impl SurchargeView {
    /// Returns the percentage that holds for every part, where there is one.
    #[must_use]
    pub fn percent(&self) -> Option<u32> {
        let percent = |part: &LatePart| match part.added_by {
            AddedBy::Percent(percent) => Some(percent),
            AddedBy::Interest { .. } | AddedBy::Unknown { .. } => None,
        };
        let first = percent(self.parts.first()?)?;
        self.parts
            .iter()
            .all(|part| percent(part) == Some(first))
            .then_some(first)
    }
}

/// A part of a refund that came late, or that has not come yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatePart {
    pub sum: Money,
    /// The day on which it came; `None` while it is owed.
    pub paid_on: Option<NaiveDate>,
    pub days_late: i64,
    pub added_by: AddedBy,
}

/// What is added to all the parts that grow in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// The percentage; `None` for interest.
    pub percent: Option<u32>,
    /// The sum of those parts.
    pub of: Money,
    pub amount: Money,
}

impl Added {
    /// Whether a part grows in this way.
    #[must_use]
    pub fn holds_for(&self, part: &LatePart) -> bool {
        match part.added_by {
            AddedBy::Percent(percent) => self.percent == Some(percent),
            AddedBy::Interest { .. } => self.percent.is_none(),
            AddedBy::Unknown { .. } => false,
        }
    }
}

/// By what a late part grows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddedBy {
    Percent(u32),
    /// Interest for so many days at so many hundredths of a percent a year, one entry for each rate.
    Interest {
        stretches: Vec<(i64, u32)>,
    },
    /// Interest at a rate that is known up to this day only: no figure for this part.
    Unknown {
        known_until: Option<NaiveDate>,
    },
}

/// Why there is no figure for what the law adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSurcharge {
    /// No rule of the playbooks that fit adds anything.
    NoRule,
    /// Nothing is late: by the full id of this rule, whose last day is known once its time runs.
    NotLate {
        rule: String,
        due_on: Option<NaiveDate>,
    },
    /// The contract is older than the rule, and the law of its day is not in the rulebook.
    OlderLaw { in_force_from: NaiveDate },
    /// The rate of interest is known up to this day only; `None` when none is known at all.
    RateUnknown { known_until: Option<NaiveDate> },
}
