//! Which questions a claim calls for, in which order. Only those whose answer changes something are asked.

use crate::domain::claim::{Claim, Step};
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::message::{Arg, Message};
use crate::domain::party::{ItemKind, Payment, Sale, SellerKind};
use crate::domain::playbook::{Library, QuestionKind};
use crate::domain::problem::{Problem, Remedy};

use super::question::{Choice, Kind, Question};
use super::{COUNTRIES, OWN_SHOP};

/// The facts that the questions are chosen by.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub claim: &'a Claim,
    pub events: &'a [Event],
    pub library: &'a Library,
}

impl Facts<'_> {
    /// The answer to a question as it stands in the claim, in the words of the answers file.
    #[must_use]
    pub fn answer(&self, key: &str) -> Option<String> {
        match EventKind::from_answer_key(key) {
            Some(kind) => in_force(self.events)
                .iter()
                .rev()
                .find(|e| e.kind == kind)
                .map(|e| e.on.to_string()),
            None => self.claim.fact(key),
        }
    }
}

/// The questions of a step, answered or not, in the order in which they are asked.
#[must_use]
pub fn questions(facts: Facts<'_>, step: Step) -> Vec<Question> {
    let mut list = match step {
        Step::IdentifyProblem => identify(facts),
        Step::CheckPolicy => of_playbooks(facts, false),
        Step::ContactSeller => describe(facts),
        Step::OpenDispute | Step::Closed => Vec::new(),
    };
    for question in &mut list {
        if let Some(answer) = facts.answer(&question.key) {
            question.default = Some(answer);
        }
    }
    list
}

fn identify(facts: Facts<'_>) -> Vec<Question> {
    let claim = facts.claim;
    let mut list = vec![closed("problem", Problem::ALL, "problem")];
    let Some(problem) = claim.problem else {
        return list;
    };
    list.push(wanted(problem));
    if !is_service_problem(problem) {
        list.push(platform(facts.library));
    }
    list.push(seller(facts));
    list.extend(of_playbooks(facts, true));
    let assumed = |key: &str| {
        facts
            .library
            .fitting(claim)
            .any(|p| p.assume.contains_key(key))
    };
    if claim.platform.is_some() && !assumed("seller_kind") {
        list.push(closed("seller_kind", SellerKind::ALL, "seller-kind"));
    }
    list.push(country());
    if !assumed("item_kind") && implied_item_kind(problem).is_none() {
        list.push(closed("item_kind", ItemKind::ALL, "item-kind"));
    }
    if claim.platform.is_none() && !assumed("sale") && !always_remote(problem) {
        list.push(Question {
            default: Some("online".into()),
            ..closed("sale", Sale::ALL, "sale")
        });
    }
    list.push(text("item", problem == Problem::UnknownCharge));
    list.push(Question {
        kind: Kind::Amount,
        ..text("amount", true)
    });
    list.push(Question {
        may_be_unknown: true,
        ..closed("payment", Payment::ALL, "payment")
    });
    list.extend(dates(claim, problem));
    list.push(text(reference_key(claim, problem), true));
    list
}

/// Problems with a service rather than a parcel: no marketplace stands between.
fn is_service_problem(problem: Problem) -> bool {
    matches!(
        problem,
        Problem::CancelSubscription | Problem::SpecialCircumstances
    )
}

/// What comes by parcel was not bought in a store.
fn always_remote(problem: Problem) -> bool {
    matches!(
        problem,
        Problem::NotReceived | Problem::MarkedDelivered | Problem::Late | Problem::UnknownCharge
    )
}

/// The kind of item that goes without saying for a problem.
#[must_use]
pub fn implied_item_kind(problem: Problem) -> Option<ItemKind> {
    match problem {
        Problem::NotReceived
        | Problem::MarkedDelivered
        | Problem::Late
        | Problem::Damaged
        | Problem::WrongItem
        | Problem::NotAsDescribed
        | Problem::Counterfeit => Some(ItemKind::Goods),
        Problem::CancelSubscription => Some(ItemKind::Subscription),
        Problem::UnknownCharge => Some(ItemKind::Service),
        _ => None,
    }
}

fn reference_key(claim: &Claim, problem: Problem) -> &'static str {
    let subscription =
        matches!(claim.item_kind, Some(ItemKind::Subscription)) || is_service_problem(problem);
    if subscription {
        "customer_ref"
    } else {
        "order_ref"
    }
}

fn wanted(problem: Problem) -> Question {
    use Problem as P;
    use Remedy as R;
    let fitting: &[Remedy] = match problem {
        P::NotReceived | P::MarkedDelivered | P::Late => &[R::Refund, R::Delivery, R::Replacement],
        P::Damaged | P::WrongItem | P::Counterfeit | P::NotAsDescribed => &[
            R::Refund,
            R::Replacement,
            R::PartialRefund,
            R::PriceReduction,
            R::Repair,
        ],
        P::Defective => &[R::Repair, R::Replacement, R::Refund, R::PriceReduction],
        P::CancelSubscription => &[R::Cancellation, R::Refund],
        P::CancelOrder => &[R::Refund, R::Cancellation],
        P::SpecialCircumstances => &[R::Refund, R::PartialRefund, R::Cancellation],
        P::ChangeOfMind | P::WrongCharge | P::UnknownCharge | P::RefundMissing => {
            &[R::Refund, R::PartialRefund]
        }
    };
    Question {
        default: fitting.first().map(ToString::to_string),
        ..closed("wanted", fitting, "remedy")
    }
}

fn platform(library: &Library) -> Question {
    let mut choices: Vec<Choice> = library
        .platforms()
        .map(|(id, playbook)| Choice {
            value: id.to_owned(),
            label: playbook.title.clone().into(),
        })
        .collect();
    choices.push(Choice::new(OWN_SHOP, "wizard-own-shop"));
    asked("platform", Kind::Choice(choices))
}

fn seller(facts: Facts<'_>) -> Question {
    let by_platform = facts.claim.sold_by == Some(crate::domain::party::Side::Platform);
    let default = facts
        .library
        .platforms()
        .find(|(id, _)| Some(*id) == facts.claim.platform.as_deref())
        .filter(|_| by_platform || facts.claim.sold_by.is_none())
        .map(|(_, playbook)| playbook.title.get(facts.claim.language).to_owned());
    Question {
        default,
        ..text("seller", false)
    }
}

fn country() -> Question {
    let choices = COUNTRIES
        .iter()
        .map(|code| Choice::new(*code, format!("wizard-country-{code}")))
        .collect();
    Question {
        default: Some("FR".into()),
        ..asked("country", Kind::LongChoice(choices))
    }
}

/// The dates that the rules for a problem count from.
fn dates(claim: &Claim, problem: Problem) -> Vec<Question> {
    use Problem as P;
    let past = |key: &str| Question {
        may_be_unknown: true,
        ..asked(
            key,
            Kind::Date {
                may_lie_ahead: false,
            },
        )
    };
    let ahead = |key: &str| Question {
        may_be_unknown: true,
        ..asked(
            key,
            Kind::Date {
                may_lie_ahead: true,
            },
        )
    };
    let contract = claim.item_kind == Some(ItemKind::Subscription) || is_service_problem(problem);
    let mut list = Vec::new();
    if problem != P::UnknownCharge {
        list.push(past(if contract {
            "contract_on"
        } else {
            "ordered_on"
        }));
    }
    match problem {
        P::NotReceived | P::Late => list.push(ahead("latest_delivery_on")),
        P::MarkedDelivered => {
            list.extend([past("tracking_delivered_on"), ahead("latest_delivery_on")])
        }
        P::Damaged | P::WrongItem | P::NotAsDescribed | P::Counterfeit | P::ChangeOfMind => {
            list.push(past("delivered_on"));
        }
        P::Defective => list.extend([past("delivered_on"), past("discovered_on")]),
        P::CancelOrder => list.push(ahead("latest_delivery_on")),
        P::CancelSubscription => {
            list.extend([
                ahead("term_ends_on"),
                notice_period(),
                ahead("next_debit_on"),
            ]);
        }
        P::WrongCharge | P::UnknownCharge => list.push(past("debited_on")),
        P::RefundMissing => list.extend([past("returned_on"), past("refund_announced_on")]),
        P::SpecialCircumstances => list.push(past("life_event_on")),
    }
    list
}

fn notice_period() -> Question {
    let choices = ["P0D", "P10D", "P15D", "P1M", "P2M", "P3M"];
    let choices = choices
        .iter()
        .map(|p| Choice::new(*p, format!("wizard-notice-{p}")))
        .collect();
    Question {
        may_be_unknown: true,
        ..asked("notice_period", Kind::Choice(choices))
    }
}

/// In the step of the message: the user's own words, where a date and a name do not say enough.
fn describe(facts: Facts<'_>) -> Vec<Question> {
    use Problem as P;
    let says_itself = matches!(
        facts.claim.problem,
        Some(
            P::NotReceived
                | P::Late
                | P::MarkedDelivered
                | P::ChangeOfMind
                | P::CancelOrder
                | P::CancelSubscription
        )
    );
    if says_itself {
        Vec::new()
    } else {
        vec![text("description", true)]
    }
}

/// The questions of the playbooks that fit, required ones or the others.
fn of_playbooks(facts: Facts<'_>, required: bool) -> Vec<Question> {
    let mut list: Vec<Question> = Vec::new();
    for playbook in facts.library.fitting(facts.claim) {
        for question in &playbook.questions {
            let known = list.iter().any(|q| q.key == question.key);
            if question.required != required || known || !question.when.holds(facts.claim) {
                continue;
            }
            let kind = match question.kind {
                QuestionKind::YesNo => Kind::Choice(vec![
                    Choice::new("yes", "wizard-yes"),
                    Choice::new("no", "wizard-no"),
                ]),
                QuestionKind::Choice => Kind::Choice(
                    question
                        .options
                        .iter()
                        .map(|o| Choice {
                            value: o.value.clone(),
                            label: o.label.clone().into(),
                        })
                        .collect(),
                ),
                QuestionKind::Date => Kind::Date {
                    may_lie_ahead: EventKind::from_answer_key(&question.key).is_none(),
                },
                QuestionKind::Text => Kind::Text,
            };
            list.push(Question {
                key: question.key.clone(),
                title: question.ask.clone().into(),
                help: question.help.clone().map(Into::into),
                kind,
                default: None,
                may_be_unknown: !required,
            });
        }
    }
    list
}

/// The question for a single fact, whatever the claim: for a letter that lacks it.
#[must_use]
pub fn question_of(key: &str) -> Option<Question> {
    match key {
        "item" | "seller" | "order_ref" | "customer_ref" | "description" => Some(text(key, true)),
        "amount" => Some(Question {
            kind: Kind::Amount,
            ..text(key, true)
        }),
        "ordered_on" | "contract_on" | "delivered_on" | "debited_on" | "discovered_on"
        | "life_event_on" => Some(Question {
            may_be_unknown: true,
            ..asked(
                key,
                Kind::Date {
                    may_lie_ahead: false,
                },
            )
        }),
        "latest_delivery_on" | "term_ends_on" | "next_debit_on" => Some(Question {
            may_be_unknown: true,
            ..asked(
                key,
                Kind::Date {
                    may_lie_ahead: true,
                },
            )
        }),
        _ => None,
    }
}

/// A question that is asked only when the user wants to change what went without saying.
pub(super) fn assumable(key: &str) -> Option<Question> {
    match key {
        "seller_kind" => Some(closed(key, SellerKind::ALL, "seller-kind")),
        "item_kind" => Some(closed(key, ItemKind::ALL, "item-kind")),
        "sale" => Some(closed(key, Sale::ALL, "sale")),
        _ => None,
    }
}

fn asked(key: &str, kind: Kind) -> Question {
    let title = Message::new(format!("wizard-ask-{key}"));
    let help = HELPED
        .contains(&key)
        .then(|| Arg::from(Message::new(format!("wizard-help-{key}"))));
    Question {
        key: key.to_owned(),
        title: title.into(),
        help,
        kind,
        default: None,
        may_be_unknown: false,
    }
}

/// The questions that have a line of help.
const HELPED: &[&str] = &[
    "platform",
    "seller",
    "amount",
    "latest_delivery_on",
    "term_ends_on",
    "notice_period",
    "order_ref",
    "customer_ref",
    "debited_on",
    "description",
    "payment",
    "delivered_on",
];

fn text(key: &str, may_be_unknown: bool) -> Question {
    Question {
        may_be_unknown,
        ..asked(key, Kind::Text)
    }
}

/// A question whose answers are the members of a closed set.
fn closed<T: Copy + std::fmt::Display>(key: &str, members: &[T], set: &str) -> Question {
    let choices = members
        .iter()
        .map(|m| Choice::new(m.to_string(), format!("words-{set}-{m}")))
        .collect();
    asked(key, Kind::Choice(choices))
}
