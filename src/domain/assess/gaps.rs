//! What the next step needs and the claim lacks, and what the user must be told besides.

use chrono::NaiveDate;

use super::assessment::{
    Deadline, DeadlineState, ExplainStep, Gap, Missing, Need, RouteView, Wait, Warning,
};
use super::docket::Docket;
use super::trust;
use crate::domain::calendar::working::DayOff;
use crate::domain::claim::Step;
use crate::domain::event::EventKind;
use crate::domain::evidence::EvidenceKind;
use crate::domain::playbook::PlaybookKind;
use crate::domain::problem::Problem;
use crate::domain::route::RouteState;
use crate::domain::rule::RuleKind;

/// Facts that every letter is better for, by their key in the answers file.
const USEFUL_FACTS: &[&str] = &["item", "order_ref", "amount", "payment", "description"];

/// Missing facts first, then dates that rules wait for, then evidence.
pub(super) fn gaps(docket: &Docket<'_>, needs: &[Need]) -> Vec<Gap> {
    if docket.is_over() {
        return Vec::new();
    }
    let facts = USEFUL_FACTS
        .iter()
        .filter(|key| docket.claim.fact(key).is_none())
        .filter(|key| {
            // A subscription has a customer number instead of an order number.
            **key != "order_ref" || docket.claim.customer_ref.is_none()
        })
        .filter(|key| {
            **key != "description" || !docket.claim.problem.is_some_and(Problem::says_itself)
        });
    let mut gaps: Vec<Gap> = facts
        .map(|key| Gap::Fact {
            key: (*key).to_owned(),
        })
        .collect();
    for applied in docket
        .rules
        .values()
        .filter(|a| a.rule.kind != RuleKind::Right)
    {
        let Err(missing) = &applied.counted else {
            continue;
        };
        let Some(gap) = date_gap(docket, missing, &applied.rule.id) else {
            continue;
        };
        let known = gaps
            .iter()
            .any(|g| matches!(g, Gap::Date { missing: m, .. } if m == missing));
        if !known {
            gaps.push(gap);
        }
    }
    let lacking = needs.iter().filter(|need| need.pieces.is_empty());
    gaps.extend(lacking.map(|need| Gap::Evidence {
        what: need.what.clone(),
        step: need.step,
    }));
    gaps
}

/// Only dates that the user can know today: a term, or an event that every purchase has had.
fn date_gap(docket: &Docket<'_>, missing: &Missing, rule: &str) -> Option<Gap> {
    let is_delivered = docket.log.iter().any(|e| e.kind == EventKind::Delivered);
    let knowable = match missing {
        Missing::Term(term) => {
            use crate::domain::claim::Term;
            !is_delivered || !matches!(term, Term::LatestDeliveryOn | Term::LatestShippingOn)
        }
        Missing::NoticePeriod => true,
        Missing::Event(kind) => matches!(
            kind,
            EventKind::Ordered
                | EventKind::Contract
                | EventKind::Paid
                | EventKind::Debited
                | EventKind::Shipped
        ),
    };
    knowable.then(|| Gap::Date {
        missing: missing.clone(),
        rule: rule.to_owned(),
    })
}

/// What the next step needs of evidence, by the checklists of the playbooks.
pub(super) fn needs(docket: &Docket<'_>, routes: &[RouteView]) -> Vec<Need> {
    use crate::domain::route::Door;
    let wrote = routes
        .iter()
        .any(|r| r.taken_on.is_some() && r.door == Door::Seller);
    let step = if wrote || !routes.iter().any(|r| r.door == Door::Seller) {
        Step::OpenDispute
    } else {
        Step::ContactSeller
    };
    if docket.is_over() {
        return Vec::new();
    }
    let pieces = |kinds: &[EvidenceKind]| {
        let evidence = docket.claim.evidence.iter();
        let fitting = evidence.filter(|e| kinds.contains(&e.kind) && e.counts());
        fitting.map(|e| e.no).collect()
    };
    docket
        .playbooks
        .iter()
        .filter(|p| !docket.replaced_checklists.contains(p.id.as_str()))
        .flat_map(|p| &p.checklists)
        .filter(|item| item.step == step && item.when.holds(docket.claim))
        .map(|item| Need {
            what: item.what.clone(),
            step: item.step,
            kinds: item.kinds.clone(),
            pieces: pieces(&item.kinds),
        })
        .collect()
}

/// What weakens a date, what one route does to another, and what is missing from the rulebook.
pub(super) fn warnings(
    docket: &Docket<'_>,
    routes: &[RouteView],
    (deadlines, waits): (&[Deadline], &[Wait]),
    today: NaiveDate,
) -> Vec<Warning> {
    let alternative = |id: &str| routes.iter().any(|r| r.route == id && r.alternative);
    let mut warnings = trust::warnings(deadlines, waits, &alternative, today);
    for deadline in deadlines
        .iter()
        .filter(|d| d.state == DeadlineState::Open && !d.quiet)
    {
        if let Some(holiday) = deadline.steps.iter().find_map(partial_holiday) {
            warnings.push(Warning::PartialHoliday {
                rule: deadline.rule.clone(),
                holiday: holiday.to_owned(),
            });
        }
    }
    let is_open = |r: &RouteView| {
        matches!(r.state, RouteState::Open | RouteState::Closing) && r.taken_on.is_none()
    };
    // The routes stand in the order of their ways.
    for (route, way) in routes.iter().zip(&docket.ways).filter(|(r, _)| is_open(r)) {
        for killed in &way.route.excludes {
            if routes.iter().any(|r| {
                // The same act, only later, is nothing to be warned of.
                r.route == *killed
                    && r.event != route.event
                    && !matches!(r.state, RouteState::Closed | RouteState::Blocked)
            }) {
                warnings.push(Warning::Excludes {
                    route: route.route.clone(),
                    kills: killed.clone(),
                });
            }
        }
        if let (true, RouteState::Closing, Some(on)) =
            (route.alternative, route.state, route.closes_on)
        {
            warnings.push(Warning::AlternativeClosing {
                route: route.route.clone(),
                on,
            });
        }
    }
    warnings.extend(docket.too_young.iter().filter_map(|rule| {
        Some(Warning::OlderLaw {
            rule: rule.id.clone(),
            what: rule.what.clone(),
            in_force_from: rule.in_force_from?,
        })
    }));
    warnings.extend(not_counted(docket));
    if let (Some(country), Some(file)) = (&docket.claim.country, docket.own_holidays) {
        warnings.push(Warning::OwnHolidays {
            country: country.clone(),
            file: file.to_owned(),
        });
    }
    warnings.extend(law_at_hand(docket));
    warnings.extend(super::money::in_other_currencies(docket));
    let account = super::money::account(docket, today);
    if let (Some(asked), Some(received)) = (account.asked, account.received)
        && received.minor > asked.minor
    {
        warnings.push(Warning::RefundedMoreThanAsked);
    }
    warnings
}

/// The rules for which no day can be told, some of them: playbooks made together of many give many.
fn not_counted(docket: &Docket<'_>) -> Option<Warning> {
    const NAMED: usize = 5;
    let rules: Vec<String> = docket.not_counted.iter().take(NAMED).cloned().collect();
    (!rules.is_empty()).then_some(Warning::NotCounted { rules })
}

/// What the rulebook lacks of the law of the consumer's country. Somebody who bought for a business has no consumer law
/// to miss, and is told so elsewhere.
fn law_at_hand(docket: &Docket<'_>) -> Option<Warning> {
    let country = docket.claim.country.clone();
    let mut laws = docket
        .playbooks
        .iter()
        .filter(|p| p.kind == PlaybookKind::Law)
        .peekable();
    if laws.peek().is_none() {
        return Some(Warning::NoLaw { country });
    }
    let is_base = |id: &str| id.starts_with("law/eu/");
    laws.all(|p| is_base(&p.id))
        .then_some(Warning::BaseLawOnly { country: country? })
}

/// The holiday of a step, when not everybody at the place keeps it.
fn partial_holiday(step: &ExplainStep) -> Option<&str> {
    match step {
        ExplainStep::RolledPast {
            reason: DayOff::Partial(id),
            ..
        } => Some(id),
        _ => None,
    }
}
