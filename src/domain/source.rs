//! Where a rule comes from, and how far it can be trusted.

use chrono::NaiveDate;

use super::calendar::holidays::Holidays;
use super::calendar::period::Period;
use super::closed_set::closed_set;
use super::language::Text;
use super::playbook::PlaybookKind;

closed_set! {
    /// How a source was known.
    Basis {
        /// The text itself was read.
        Read = "read",
        /// A summary or a copy by somebody else was read.
        Secondary = "secondary",
        /// Nothing was read: from memory.
        Memory = "memory",
        /// The user's own contract, order page, or a promise that was logged.
        Yours = "yours",
    }
}

closed_set! {
    /// How sure the research was.
    Confidence { High = "high", Medium = "medium", Low = "low" }
}

closed_set! {
    /// What a source is, and so how firm what it says is.
    Nature {
        /// Statute, treaty, decision of a court.
        Law = "law",
        /// A company's own rule, a promise that it can change.
        Policy = "policy",
        /// The rule of a payment scheme, which it can change.
        Scheme = "scheme",
        /// What people who know the matter advise: nobody's rule.
        Advice = "advice",
        /// The user's own contract, order page, or a promise that was logged.
        Yours = "yours",
    }
}

impl Nature {
    /// What the sources of a kind of playbook are, where nothing else is said.
    #[must_use]
    pub const fn usual(kind: PlaybookKind) -> Nature {
        match kind {
            PlaybookKind::Law => Nature::Law,
            PlaybookKind::Payment => Nature::Scheme,
            PlaybookKind::Platform | PlaybookKind::Sector => Nature::Policy,
        }
    }
}

impl Basis {
    /// How what stands in a file can have been known.
    pub const OF_FILES: &'static [Basis] = &[Basis::Read, Basis::Secondary, Basis::Memory];
}

/// The source of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub id: String,
    /// The code, the terms or the page: `Code de la consommation`.
    pub title: Text,
    /// The article or the section: `art. L221-18`.
    pub article: Option<String>,
    /// The official page; none rather than a copy or a blog.
    pub url: Option<String>,
    pub checked_on: NaiveDate,
    /// The source's own date, where it shows one: `2021-12`.
    pub source_date: Option<String>,
    pub basis: Basis,
    pub confidence: Confidence,
    pub nature: Nature,
}

impl Source {
    /// Names it in full: its title and, where it has one, its article.
    #[must_use]
    pub fn name(&self) -> Text {
        let named = |title: &str| match &self.article {
            Some(article) => format!("{title}, {article}"),
            None => title.to_owned(),
        };
        Text {
            fr: named(&self.title.fr),
            en: named(&self.title.en),
        }
    }

    /// Whether the user must be told not to lean on it: known from memory, or with low confidence.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        self.basis == Basis::Memory || self.confidence == Confidence::Low
    }

    /// Whether it is to be checked again: not read, or last checked more than 12 months before `today`.
    #[must_use]
    pub fn needs_a_check(&self, today: NaiveDate) -> bool {
        self.basis != Basis::Yours && (self.basis != Basis::Read || self.is_stale(today))
    }

    /// Whether it was last checked more than 12 months before `today`.
    #[must_use]
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        is_over_a_year(self.checked_on, today)
    }
}

/// Whether a day lies more than 12 months before `today`.
pub(super) fn is_over_a_year(day: NaiveDate, today: NaiveDate) -> bool {
    Period::months(12).end_after(day, &Holidays::default()) < today
}
