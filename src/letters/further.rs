//! What the letters to banks, mediators, authorities and courts can use besides, and what follows a letter.

use chrono::NaiveDate;
use minijinja::value::Value;

use crate::domain::event::EventKind;
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;

use super::context::{Context, platform_name};
use super::heading::Heading;
use super::next;
use super::record::{self, Scope};
use super::render::Facts;
use super::tidy::one_line;
use super::words::Words;

/// Adds them to what a template of this kind can use; `by` is the day by which an answer is asked.
pub(super) fn put(
    context: &mut Context,
    kind: LetterKind,
    words: &Words<'_>,
    facts: &Facts<'_>,
    by: NaiveDate,
) {
    let (claim, assessment) = (facts.claim, facts.assessment);
    let route = next::route_of(kind, assessment);
    let local = route.map(next::local_id).unwrap_or_default();
    context.put("route", local);
    context.put("against_bank", route.is_some_and(next::is_of_the_bank));
    let conciliation = route.is_some_and(|r| r.event == EventKind::ConciliatorContacted);
    context.put("conciliation", conciliation);
    // Nobody appeals before there is a decision.
    let decided = words.day(EventKind::DisputeDecided).is_some();
    let appeal = decided && route.is_some_and(|r| r.event == EventKind::Appealed);
    context.put("appeal", appeal);
    let platform = platform_name(facts);
    let follows = next::follows(kind, assessment, by);
    let phrase = follows.map(|(route, on)| next::phrase(route, on, platform.as_deref()));
    context.fact("next_route", phrase.map(|phrase| words.lang.say(&phrase)));
    let opens_on = follows.and_then(|(_, on)| on);
    context.fact("next_route_on", opens_on.map(|on| words.date(on)));

    let scope = match kind {
        // What is asked of a bank is none of a platform's concern.
        LetterKind::PlatformDispute | LetterKind::Escalation => Scope::Platform,
        _ => Scope::All,
    };
    context.put(
        "record",
        record::tell(words, assessment, facts.today, scope),
    );
    context.fact("complaint", record::complaint(words));
    context.put("grounds", record::grounds(words, assessment));
    context.put("exhibits", record::exhibits(words));

    let in_france = claim.country.as_deref() == Some("FR")
        && claim.fact("bought_as").as_deref() != Some("professional");
    context.put("in_france", in_france);
    let payment = claim.payment.map(|p| words.lang.name(p));
    context.fact("payment", payment);
    let reason = claim.problem.map(|problem| {
        let key = format!("recourse-reason-{}", problem.id());
        words.lang.say(&Message::new(key))
    });
    context.fact("reason", reason);
    let received = assessment.money.received.filter(|sum| sum.minor > 0);
    let received = received.map(|sum| words.money(sum));
    context.phrase("received", received.ok_or_else(|| "refunded_on".to_owned()));
    // Of a contract that was ended, a debit that came all the same.
    let ended = words.day(EventKind::Terminated);
    let debited = words.day(EventKind::Debited);
    let since = ended.and_then(|ended| debited.filter(|on| *on > ended));
    let since = since.map(|on| words.date(on));
    context.phrase(
        "debited_since",
        since.ok_or_else(|| "debited_on".to_owned()),
    );
    context.put("consumer", lines(sender(facts)));
    context.put("other_side", lines(other_side(facts)));
}

/// Who writes: name, address, how to be reached, as far as the user has set them.
fn sender(facts: &Facts<'_>) -> Vec<String> {
    let who = facts.consumer;
    let reached = [&who.phone, &who.email].into_iter().flatten();
    let sender = who.name.iter().chain(&who.address).chain(reached);
    sender.map(|line| one_line(line)).collect()
}

/// The seller, with its address where it is known.
fn other_side(facts: &Facts<'_>) -> Vec<String> {
    let address = facts.claim.fact(Heading::ADDRESS).unwrap_or_default();
    let seller = facts.claim.seller.as_deref().unwrap_or_default();
    let lines = std::iter::once(seller).chain(address.split(['\n', ';']));
    lines
        .map(one_line)
        .filter(|line| !line.is_empty())
        .collect()
}

fn lines(lines: Vec<String>) -> Value {
    Value::from(lines.join("\n"))
}
