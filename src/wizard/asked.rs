//! Which questions a claim calls for, in which order. Only those whose answer changes something are asked.

use chrono::NaiveDate;

use crate::domain::claim::{Claim, Step};
use crate::domain::condition::UNKNOWN;
use crate::domain::event::{Event, EventKind, in_force};
use crate::domain::message::{Arg, Message};
use crate::domain::party::{ItemKind, Payment, Sale, SellerKind, Side};
use crate::domain::playbook::{self, Library, PlaybookKind, QuestionKind};
use crate::domain::problem::{Problem, Remedy};

use super::SELLER_COUNTRIES;
use super::dates::dates;
use super::matters::{Reach, matters};
use super::places::{countries, country, region};
use super::question::{Choice, Kind, Question};
use super::seller::{platform, seller};

/// The facts that the questions are chosen by.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub claim: &'a Claim,
    pub events: &'a [Event],
    pub library: &'a Library,
    pub today: NaiveDate,
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
        Step::CheckPolicy => optional(facts),
        Step::ContactSeller => describe(facts),
        Step::OpenDispute | Step::Closed => Vec::new(),
    };
    for question in &mut list {
        if let Some(answer) = facts
            .answer(&question.key)
            .filter(|answer| answer != UNKNOWN)
        {
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
    let assumed = |key: &str| {
        facts
            .library
            .fitting(claim)
            .any(|p| p.assume.contains_key(key))
    };
    if !assumed("wanted") && implied_wanted(problem).is_none() {
        list.push(wanted(problem));
    }
    if may_be_on_a_platform(problem) {
        list.push(platform(facts.library));
    }
    list.extend(required(facts));
    list.push(seller(facts));
    if claim.platform.is_some() && !assumed("seller_kind") {
        list.push(closed("seller_kind", SellerKind::ALL, "seller-kind"));
    }
    list.push(country());
    list.extend(region(facts));
    if !assumed("item_kind") && implied_item_kind(problem).is_none() {
        list.push(closed("item_kind", ItemKind::ALL, "item-kind"));
    }
    if claim.platform.is_none() && !assumed("sale") && !always_remote(problem) {
        let sale = closed("sale", Sale::ALL, "sale");
        let title = if is_service_problem(problem) {
            Message::new("wizard-ask-sale-contract").into()
        } else {
            sale.title.clone()
        };
        list.push(Question {
            title,
            default: Some("online".into()),
            ..sale
        });
    }
    if problem != Problem::UnknownCharge {
        list.push(item(claim, problem));
    }
    list.push(Question {
        kind: Kind::Amount,
        ..text("amount", true)
    });
    if problem != Problem::SpecialCircumstances {
        list.push(Question {
            default: Some("card".into()),
            may_be_unknown: true,
            ..closed("payment", Payment::ALL, "payment")
        });
    }
    // What was bought through an app store is ended and refunded there.
    if !may_be_on_a_platform(problem) && claim.payment == Some(Payment::AppStore) {
        list.push(platform(facts.library));
    }
    list.extend(
        dates(claim, problem)
            .into_iter()
            .filter(|q| facts.answer(&q.key).is_some() || counts(facts, problem, q))
            .map(|q| special(facts, q)),
    );
    list.push(text(reference_key(claim, problem), true));
    list
}

/// What was bought; a service is not bought like a thing.
fn item(claim: &Claim, problem: Problem) -> Question {
    let service = is_service_problem(problem)
        || matches!(
            claim.item_kind,
            Some(ItemKind::Service | ItemKind::Subscription)
        );
    let question = text("item", false);
    if service {
        return Question {
            title: Message::new("wizard-ask-service").into(),
            ..question
        };
    }
    question
}

/// A question in the words of the platform's playbook, which says where the answer is to be found.
fn special(facts: Facts<'_>, question: Question) -> Question {
    let own = facts
        .library
        .fitting(facts.claim)
        .filter(|p| p.kind == PlaybookKind::Platform)
        .flat_map(|p| &p.questions)
        .find(|q| q.key == question.key && q.when.holds(facts.claim));
    match own {
        Some(own) => Question {
            title: own.ask.clone().into(),
            help: own.help.clone().map(Into::into).or(question.help),
            ..question
        },
        None => question,
    }
}

/// Whether a marketplace may stand between: a subscription and an unknown charge name one through the means of payment.
fn may_be_on_a_platform(problem: Problem) -> bool {
    !matches!(
        problem,
        Problem::CancelSubscription | Problem::UnknownCharge | Problem::SpecialCircumstances
    )
}

/// Problems with a service rather than a parcel: no marketplace stands between.
pub(super) fn is_service_problem(problem: Problem) -> bool {
    matches!(
        problem,
        Problem::CancelSubscription | Problem::SpecialCircumstances
    )
}

/// Some dates count for some means of payment only.
fn counts(facts: Facts<'_>, problem: Problem, question: &Question) -> bool {
    match (problem, question.key.as_str()) {
        (Problem::CancelOrder, "latest_delivery_on") => matters(facts, question, Reach::Routes),
        // The bank can be told not to pay the next one.
        (Problem::CancelSubscription, "next_debit_on") => {
            facts.claim.payment == Some(Payment::SepaDebit)
        }
        _ => true,
    }
}

/// What comes by parcel was not bought in a store, and where money is all that is at stake it makes no difference.
fn always_remote(problem: Problem) -> bool {
    matches!(
        problem,
        Problem::NotReceived
            | Problem::MarkedDelivered
            | Problem::Late
            | Problem::WrongCharge
            | Problem::UnknownCharge
            | Problem::RefundMissing
            | Problem::SpecialCircumstances
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

/// The remedy that goes without saying for a problem.
#[must_use]
pub(super) fn implied_wanted(problem: Problem) -> Option<Remedy> {
    match problem {
        Problem::ChangeOfMind
        | Problem::CancelOrder
        | Problem::UnknownCharge
        | Problem::RefundMissing => Some(Remedy::Refund),
        Problem::CancelSubscription => Some(Remedy::Cancellation),
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

/// In the step of the message: the user's own words, where a date and a name do not say enough.
fn describe(facts: Facts<'_>) -> Vec<Question> {
    let says_itself = facts
        .claim
        .problem
        .is_some_and(|problem| problem.says_itself() || problem == Problem::UnknownCharge);
    if says_itself {
        Vec::new()
    } else {
        vec![text("description", true)]
    }
}

/// The questions without which a playbook that fits can say nothing.
fn required(facts: Facts<'_>) -> Vec<Question> {
    let all = of_playbooks(facts).into_iter();
    all.filter(|(_, required, _)| *required)
        .map(|(_, _, question)| question)
        .collect()
}

/// The other questions of the playbooks that fit, whose answers change something. Those of the law wait until a route of
/// theirs is to be taken, unless their answer changes what is to be done next.
fn optional(facts: Facts<'_>) -> Vec<Question> {
    let asked_before: Vec<String> = identify(facts).into_iter().map(|q| q.key).collect();
    of_playbooks(facts)
        .into_iter()
        .filter(|(_, required, question)| !required && !asked_before.contains(&question.key))
        .filter(|(kind, _, question)| {
            match kind {
                // What brings in another playbook opens more than the next step.
                PlaybookKind::Law if brings_in_playbooks(facts.library, &question.key) => {
                    matters(facts, question, Reach::Routes)
                }
                PlaybookKind::Law => matters(facts, question, Reach::Next),
                // What a sector asks goes into its messages.
                PlaybookKind::Sector => true,
                _ => matters(facts, question, Reach::Routes),
            }
        })
        .map(|(_, _, question)| question)
        .collect()
}

/// Whether some playbook is for claims with certain answers to a question only.
fn brings_in_playbooks(library: &Library, key: &str) -> bool {
    library.playbooks.iter().any(|p| p.when.names(key))
}

/// The questions without an answer that bear on a route that is about to be taken.
#[must_use]
pub fn about_route(facts: Facts<'_>, route: &str) -> Vec<Question> {
    let playbook = route.split('#').next().unwrap_or(route);
    of_playbooks(facts)
        .into_iter()
        .map(|(_, _, question)| question)
        .filter(|q| facts.answer(&q.key).is_none())
        .filter(|q| matters(facts, q, Reach::Playbook(playbook)))
        .collect()
}

/// Every question of the playbooks that fit, once, with the kind of its playbook and whether it is required. The
/// platform's words go before those of the law.
fn of_playbooks(facts: Facts<'_>) -> Vec<(PlaybookKind, bool, Question)> {
    let mut list: Vec<(PlaybookKind, bool, Question)> = Vec::new();
    for playbook in facts.library.fitting(facts.claim) {
        for question in &playbook.questions {
            if question.volunteered || !question.when.holds(facts.claim) {
                continue;
            }
            let entry = (playbook.kind, question.required, of_playbook(question));
            match list.iter_mut().find(|(_, _, q)| q.key == question.key) {
                Some(known) if playbook.kind == PlaybookKind::Platform => *known = entry,
                Some(_) => {}
                None => list.push(entry),
            }
        }
    }
    list
}

/// What is never asked and can be changed in the review, each with what is taken for granted: the first answer, or no.
pub(super) fn volunteered(facts: Facts<'_>) -> Vec<(Question, String)> {
    let mut list: Vec<(Question, String)> = Vec::new();
    for question in facts
        .library
        .fitting(facts.claim)
        .flat_map(|p| &p.questions)
    {
        let known = list.iter().any(|(q, _)| q.key == question.key);
        // Nothing can be taken for granted of a text: it is given with `edit` alone.
        let is_choice = question.kind != QuestionKind::Text;
        if question.volunteered && is_choice && !known && question.when.holds(facts.claim) {
            let usual = match question.options.first() {
                Some(first) => first.value.clone(),
                None => "no".to_owned(),
            };
            list.push((of_playbook(question), usual));
        }
    }
    list
}

/// Finds a question that nobody is asked, where it belongs to the claim and has not been answered with yes.
#[must_use]
pub fn can_be_told(facts: Facts<'_>, key: &str) -> Option<Question> {
    let said = facts.answer(key).is_some_and(|answer| answer == "yes");
    let mut list = volunteered(facts).into_iter().map(|(question, _)| question);
    list.find(|question| question.key == key && !said)
}

fn of_playbook(question: &playbook::Question) -> Question {
    let kind = match question.kind {
        _ if question.key == "seller_country" => Kind::LongChoice(countries(SELLER_COUNTRIES)),
        // A fact that every claim has brings its own answers.
        QuestionKind::Choice if question.options.is_empty() => match question.key.as_str() {
            "sold_by" | "shipped_by" => closed(&question.key, Side::ALL, "side").kind,
            key => assumable(key, None).map_or(Kind::Text, |q| q.kind),
        },
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
    Question {
        key: question.key.clone(),
        title: question.ask.clone().into(),
        label: question.label.clone().map(Into::into),
        help: question.help.clone().map(Into::into),
        kind,
        default: None,
        may_be_unknown: !question.required,
    }
}

/// A question that is asked only when the user wants to change what went without saying.
pub(super) fn assumable(key: &str, problem: Option<Problem>) -> Option<Question> {
    match key {
        "wanted" => problem.map(wanted),
        "seller_kind" => Some(closed(key, SellerKind::ALL, "seller-kind")),
        "item_kind" => Some(closed(key, ItemKind::ALL, "item-kind")),
        "sale" => Some(closed(key, Sale::ALL, "sale")),
        _ => None,
    }
}

pub(super) fn asked(key: &str, kind: Kind) -> Question {
    let title = Message::new(format!("wizard-ask-{key}"));
    let help = HELPED
        .contains(&key)
        .then(|| Arg::from(Message::new(format!("wizard-help-{key}"))));
    Question {
        key: key.to_owned(),
        title: title.into(),
        label: None,
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
    "region",
];

pub(super) fn text(key: &str, may_be_unknown: bool) -> Question {
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
