//! The phrases that templates are given ready-made: what was bought, what went wrong, what is wanted.

use chrono::NaiveDate;

use crate::domain::claim::Claim;
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::party::{ItemKind, Sale, SellerKind};
use crate::domain::problem::{Problem, Remedy};
use crate::lang::Lang;
use crate::lang::typography;

use super::record;
use super::tidy::one_line;

/// A phrase, or the key of the fact that it lacks.
pub(super) type Phrase = Result<String, String>;

/// What the phrases are made from.
#[derive(Debug)]
pub(super) struct Words<'a> {
    pub(super) lang: Lang,
    pub(super) claim: &'a Claim,
    /// The events that count, oldest first.
    pub(super) events: Vec<&'a Event>,
    /// What is still owed.
    pub(super) outstanding: Option<Money>,
}

impl<'a> Words<'a> {
    pub(super) fn new(
        language: Language,
        claim: &'a Claim,
        events: &'a [Event],
        outstanding: Option<Money>,
    ) -> Words<'a> {
        Words {
            lang: Lang::new(language),
            claim,
            events: in_force(events),
            outstanding,
        }
    }

    pub(super) fn date(&self, day: NaiveDate) -> String {
        typography::date(day, self.lang.language)
    }

    pub(super) fn money(&self, money: Money) -> String {
        typography::money(money, self.lang.language)
    }

    /// The day of an event: the first of those by which the purchase begins, the last of any other kind.
    pub(super) fn day(&self, kind: EventKind) -> Option<NaiveDate> {
        let mut days = self.events.iter().filter(|e| e.kind == kind).map(|e| e.on);
        match kind {
            EventKind::Ordered | EventKind::Contract | EventKind::Paid | EventKind::Discovered => {
                days.next()
            }
            _ => days.next_back(),
        }
    }

    pub(super) fn is_subscription(&self) -> bool {
        self.claim.item_kind == Some(ItemKind::Subscription)
            || self.claim.problem == Some(Problem::CancelSubscription)
    }

    pub(super) fn is_goods(&self) -> bool {
        matches!(
            self.claim.item_kind,
            Some(ItemKind::Goods | ItemKind::SecondHandGoods)
        )
    }

    pub(super) fn is_charge(&self) -> bool {
        matches!(
            self.claim.problem,
            Some(Problem::WrongCharge | Problem::UnknownCharge)
        )
    }

    /// Whether the claim began with a wish of the consumer's rather than with something that went wrong.
    pub(super) fn is_a_wish(&self) -> bool {
        matches!(
            self.claim.problem,
            Some(
                Problem::ChangeOfMind
                    | Problem::CancelOrder
                    | Problem::CancelSubscription
                    | Problem::SpecialCircumstances
            )
        )
    }

    /// Whether such a purchase has an order number: not what was bought in a shop or from a private person.
    pub(super) fn expects_order_ref(&self) -> bool {
        !self.is_subscription()
            && !self.is_charge()
            && self.claim.problem != Some(Problem::SpecialCircumstances)
            && self.claim.seller_kind != Some(SellerKind::Private)
            && !matches!(self.claim.sale, Some(Sale::Store | Sale::HomeVisit))
    }

    pub(super) fn order_ref(&self) -> Option<String> {
        self.claim.order_ref.as_deref().map(one_line)
    }

    /// The day of the payment in question.
    pub(super) fn charged_on(&self) -> Option<NaiveDate> {
        [EventKind::Debited, EventKind::Paid, EventKind::Ordered]
            .into_iter()
            .find_map(|kind| self.day(kind))
    }

    /// The purchase for a subject line, and for the middle of a sentence.
    pub(super) fn purchase(&self, in_sentence: bool) -> Phrase {
        let say = |name: &str, no: &str, on: Option<NaiveDate>| {
            let form = if in_sentence { "mine" } else { "subject" };
            let mut message =
                Message::new(format!("letter-{name}-{form}")).with("no", no.to_owned());
            if let Some(on) = on {
                message = message.with("on", on);
            }
            self.lang.say(&message)
        };
        if self.is_charge() {
            let on = self.charged_on().ok_or("debited_on")?;
            return Ok(say("charge", "", Some(on)));
        }
        if self.is_subscription() {
            return Ok(match self.order_ref() {
                Some(no) => say("contract", &no, None),
                None => say("subscription", "", None),
            });
        }
        let ordered = self.day(EventKind::Ordered);
        match (self.order_ref(), ordered) {
            (Some(no), Some(on)) => Ok(say("dated-order", &no, Some(on))),
            (Some(no), None) => Ok(say("order", &no, None)),
            (None, _) if self.expects_order_ref() => Err("order_ref".to_owned()),
            (None, Some(on)) => Ok(say("purchase", "", Some(on))),
            (None, None) => Err("ordered_on".to_owned()),
        }
    }

    /// What went wrong, as a clause (`trouble`) or as a few words for a subject line (`headline`).
    pub(super) fn problem(&self, form: &str) -> Phrase {
        let problem = self.claim.problem.ok_or("problem")?;
        let not_goods = matches!(
            self.claim.item_kind,
            Some(ItemKind::Service | ItemKind::Digital | ItemKind::Subscription)
        );
        let suffix = match problem {
            Problem::NotReceived | Problem::Late if not_goods => "-service",
            Problem::Late if self.day(EventKind::Delivered).is_some() => "-delivered",
            Problem::Damaged
            | Problem::Defective
            | Problem::NotAsDescribed
            | Problem::WrongItem
            | Problem::Counterfeit
                if not_goods =>
            {
                "-service"
            }
            _ => "",
        };
        let key = format!("letter-{form}-{}", problem.id());
        let special = format!("{key}{suffix}");
        Ok(self.lang.text(if self.lang.knows(&special) {
            &special
        } else {
            &key
        }))
    }

    /// What is asked for, as a noun: `le remboursement de 34,90 €`.
    pub(super) fn wanted(&self) -> Phrase {
        let wanted = self.claim.wanted.ok_or("wanted")?;
        let owed = self.outstanding.or(self.claim.amount);
        let key = match wanted {
            Remedy::Cancellation if self.is_subscription() => {
                match self.day(EventKind::Terminated) {
                    // What was done by one's own notice is not asked for, but its confirmation.
                    Some(_) => "termination-confirmed",
                    None => "termination",
                }
            }
            Remedy::Cancellation if owed.is_some() => "cancellation-and-refund",
            wanted => wanted.id(),
        };
        let mut message = Message::new(format!("letter-wanted-{key}"));
        match owed {
            Some(owed) => message = message.with("amount", owed),
            None if wanted == Remedy::Refund => return Err("amount".to_owned()),
            None => {}
        }
        Ok(self.lang.say(&message))
    }

    /// The lines by which the other side finds the file: order, customer, item, amount.
    pub(super) fn references(&self) -> Phrase {
        let item = self.claim.item.as_deref().map(one_line);
        if item.is_none() && !self.is_charge() && !self.is_subscription() {
            return Err("item".to_owned());
        }
        let line = |name: &str, value: String| {
            self.lang
                .say(&Message::new(format!("letter-reference-{name}")).with("value", value))
        };
        let order = if self.is_subscription() {
            "contract"
        } else {
            "order"
        };
        let lines = [
            self.order_ref().map(|no| line(order, no)),
            self.claim
                .customer_ref
                .as_deref()
                .map(|no| line("customer", one_line(no))),
            item.map(|item| line("item", item)),
            self.claim.amount.map(|a| line("amount", self.money(a))),
        ];
        Ok(lines.into_iter().flatten().collect::<Vec<_>>().join("\n"))
    }

    /// The special circumstances, after `because of`: « d’un décès ».
    pub(super) fn circumstances(&self) -> String {
        let answer = self.claim.fact("special_circumstances");
        let key = format!(
            "letter-circumstance-{}",
            answer.as_deref().unwrap_or("other")
        );
        let known = self.lang.knows(&key);
        self.lang.text(if known {
            &key
        } else {
            "letter-circumstance-other"
        })
    }

    /// The evidence that others may see: neither confidential nor purged.
    pub(super) fn shown(&self) -> impl Iterator<Item = &'a Evidence> {
        let all = self.claim.evidence.iter();
        all.filter(|e| !e.confidential && e.counts())
    }

    /// The proof of an event that others may see: `(pièce E1)`.
    pub(super) fn proof(&self, event: &Event) -> Option<String> {
        let of_event = |e: &&Evidence| event.evidence.contains(&e.no);
        let proofs: Vec<String> = self.shown().filter(of_event).map(number).collect();
        if proofs.is_empty() {
            return None;
        }
        let message = Message::new("recourse-proof")
            .with("count", i64::try_from(proofs.len()).unwrap_or(i64::MAX))
            .with("proofs", typography::list(&proofs, self.lang.language));
        Some(self.lang.say(&message))
    }

    /// Whether it was kept of what passed with a bank, a mediator or a court: the seller need not see it.
    fn is_of_others(&self, evidence: &Evidence) -> bool {
        let mut of = self
            .events
            .iter()
            .filter(|e| e.evidence.contains(&evidence.no));
        of.any(|event| record::is_recourse(event.kind))
    }

    /// What is enclosed, counted by kind, with the numbers: `2 photos (E1 et E3), 1 facture (E2)`.
    pub(super) fn enclosures(&self) -> Option<String> {
        let parts: Vec<String> = EvidenceKind::ALL
            .iter()
            // What was written before is known to whoever received it.
            .filter(|kind| **kind != EvidenceKind::Letter)
            .filter_map(|kind| {
                let mut of_kind = self.shown().collect::<Vec<_>>();
                of_kind.retain(|e| e.kind == *kind && !self.is_of_others(e));
                let numbers: Vec<String> = of_kind.into_iter().map(number).collect();
                let count = i64::try_from(numbers.len()).ok().filter(|n| *n > 0)?;
                let key = format!("letter-enclosure-{}", kind.id());
                let counted = self.lang.say(&Message::new(key).with("count", count));
                let numbers = typography::list(&numbers, self.lang.language);
                Some(format!("{counted} ({numbers})"))
            })
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// The number under which a piece of evidence is cited: `E1`.
pub(super) fn number(evidence: &Evidence) -> String {
    format!("E{}", evidence.no)
}
