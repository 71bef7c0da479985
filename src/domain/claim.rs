//! The claim: one grievance about one purchase or contract.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::calendar::period::Period;
use super::closed_set::closed_set;
use super::country::CrossBorder;
use super::evidence::Evidence;
use super::language::Language;
use super::money::Money;
use super::party::{ItemKind, Payment, Sale, SellerKind, Side};
use super::problem::{Outcome, Problem, Remedy};

closed_set! {
    /// How far the walk has come.
    Step {
        IdentifyProblem = "identify-problem",
        CheckPolicy = "check-policy",
        ContactSeller = "contact-seller",
        OpenDispute = "open-dispute",
        Closed = "closed",
    }
}

closed_set! {
    /// What a claim waits for. Never typed in: it follows from the log.
    Status {
        Draft = "draft",
        Yours = "yours",
        Waiting = "waiting",
        Overdue = "overdue",
        Closed = "closed",
    }
}

closed_set! {
    /// A dated fact that may lie ahead, never an event.
    Term {
        LatestDeliveryOn = "latest_delivery_on",
        LatestShippingOn = "latest_shipping_on",
        TermEndsOn = "term_ends_on",
        NextDebitOn = "next_debit_on",
        PaymentDueOn = "payment_due_on",
    }
}

/// The longest text that a fact can be, in characters: more than any message box holds.
pub const LONGEST_TEXT: usize = 10_000;

/// The keys of the facts that are neither an event's day, nor a term, nor a playbook's own question, as in answers files.
pub const FACTS: &[&str] = &[
    "problem",
    "wanted",
    "country",
    "region",
    "seller",
    "seller_kind",
    "seller_country",
    "platform",
    "sold_by",
    "shipped_by",
    "item",
    "item_kind",
    "sale",
    "order_ref",
    "customer_ref",
    "amount",
    "payment",
    "description",
    "notice_period",
    "title",
    "language",
];

/// The facts of a claim that are not events. Everything but the language may be absent while the walk goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub title: Option<String>,
    pub language: Language,
    pub problem: Option<Problem>,
    pub wanted: Option<Remedy>,
    /// ISO 3166-1 code of the country where the consumer lives.
    pub country: Option<String>,
    /// ISO 3166-2 code of the region, where its holidays differ.
    pub region: Option<String>,
    pub seller: Option<String>,
    pub seller_kind: Option<SellerKind>,
    pub seller_country: Option<String>,
    /// The platform's playbook without its kind (`amazon`); absent for a shop of its own.
    pub platform: Option<String>,
    pub sold_by: Option<Side>,
    pub shipped_by: Option<Side>,
    pub item: Option<String>,
    pub item_kind: Option<ItemKind>,
    pub sale: Option<Sale>,
    pub order_ref: Option<String>,
    pub customer_ref: Option<String>,
    pub amount: Option<Money>,
    pub payment: Option<Payment>,
    pub description: Option<String>,
    pub terms: BTreeMap<Term, NaiveDate>,
    /// How long before the end of a term notice must be given.
    pub notice_period: Option<Period>,
    /// Answers to the playbooks' own questions, by their key.
    pub answers: BTreeMap<String, String>,
    pub evidence: Vec<Evidence>,
    /// Whether the walk is still in its first step.
    pub draft: bool,
    pub outcome: Option<Outcome>,
    pub closed_on: Option<NaiveDate>,
}

impl Claim {
    /// Makes an empty draft in a language.
    #[must_use]
    pub fn draft(language: Language) -> Claim {
        Claim {
            title: None,
            language,
            problem: None,
            wanted: None,
            country: None,
            region: None,
            seller: None,
            seller_kind: None,
            seller_country: None,
            platform: None,
            sold_by: None,
            shipped_by: None,
            item: None,
            item_kind: None,
            sale: None,
            order_ref: None,
            customer_ref: None,
            amount: None,
            payment: None,
            description: None,
            terms: BTreeMap::new(),
            notice_period: None,
            answers: BTreeMap::new(),
            evidence: Vec::new(),
            draft: true,
            outcome: None,
            closed_on: None,
        }
    }

    /// Returns a fact by its key in the answers file, as text; `None` when it is absent. `cross_border` is computed: where
    /// the seller is, seen from the consumer.
    #[must_use]
    pub fn fact(&self, key: &str) -> Option<String> {
        fn id<T: std::fmt::Display>(value: Option<T>) -> Option<String> {
            value.map(|v| v.to_string())
        }
        match key {
            "title" => self.title.clone(),
            "language" => Some(self.language.to_string()),
            "problem" => id(self.problem),
            "wanted" => id(self.wanted),
            "country" => self.country.clone(),
            "region" => self.region.clone(),
            "seller" => self.seller.clone(),
            "seller_kind" => id(self.seller_kind),
            "seller_country" => self.seller_country.clone(),
            "platform" => self.platform.clone(),
            "sold_by" => id(self.sold_by),
            "shipped_by" => id(self.shipped_by),
            "item" => self.item.clone(),
            "item_kind" => id(self.item_kind),
            "sale" => id(self.sale),
            "order_ref" => self.order_ref.clone(),
            "customer_ref" => self.customer_ref.clone(),
            "amount" => id(self.amount),
            "payment" => id(self.payment),
            "description" => self.description.clone(),
            "notice_period" => id(self.notice_period),
            "cross_border" => {
                let (here, there) = (self.country.as_deref()?, self.seller_country.as_deref()?);
                Some(CrossBorder::between(here, there).to_string())
            }
            key => match Term::from_id(key) {
                Some(term) => self.terms.get(&term).map(ToString::to_string),
                None => self.answers.get(key).cloned(),
            },
        }
    }
}
