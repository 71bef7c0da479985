//! Examples: facts and a day, read like an answers file, and what must come out of them.

use chrono::NaiveDate;
use iso_currency::Currency;
use toml::Value;

use super::check::{Check, Span, day};
use super::condition::{check_value, is_fact};
use super::facts::{self, Values};
use super::raw::{RawEvent, RawExample, RawExpectedDeadline, RawExpectedRoute, Spanned, Str};
use crate::domain::assess::DeadlineState;
use crate::domain::calendar::period::Period;
use crate::domain::claim::Claim;
use crate::domain::event::{Channel, Event, EventKind};
use crate::domain::language::Language;
use crate::domain::money::Money;
use crate::domain::party::{ItemKind, Payment, Sale, SellerKind, Side};
use crate::domain::playbook::{Example, ExpectedDeadline, ExpectedRoute, Playbook};
use crate::domain::problem::{Problem, Remedy};
use crate::domain::route::RouteState;

/// Validates the examples of a playbook. One of them at least must say what does not come out.
pub(super) fn examples(
    check: &mut Check<'_>,
    raw: Vec<Spanned<RawExample>>,
    playbook: &Playbook,
) -> Vec<Example> {
    let examples: Vec<Example> = raw
        .into_iter()
        .map(|item| {
            let span = item.span();
            example(check, item.into_inner(), &span, playbook)
        })
        .collect();
    let asks = has_something_to_prove(playbook);
    if asks && !examples.is_empty() && examples.iter().all(|e| e.absent.is_empty()) {
        check.report(&(0..0), "no-counter-example", &[]);
    }
    examples
}

/// Whether there is something in a playbook that an example can hold against a claim.
pub(super) fn has_something_to_prove(playbook: &Playbook) -> bool {
    !(playbook.rules.is_empty() && playbook.routes.is_empty() && playbook.dead_ends.is_empty())
}

fn example(check: &mut Check<'_>, raw: RawExample, at: &Span, playbook: &Playbook) -> Example {
    let today = check.need(raw.today, at, "today");
    let today = today.map_or(NaiveDate::MAX, |day| check.day(&day));
    let mut claim = usual(playbook);
    let mut events = Vec::new();
    if !raw
        .facts
        .contains_key(&Spanned::new(0..0, "problem".to_owned()))
    {
        check.report_missing(at, "problem");
    }
    for (key, value) in raw.facts {
        fact(check, &key, &value, &mut claim, &mut events, today);
    }
    for item in raw.events {
        let span = item.span();
        let event = event(check, item.into_inner(), &span);
        not_ahead(check, &span, event.on, today);
        events.push(event);
    }
    for (no, event) in (1..).zip(&mut events) {
        event.no = no;
    }
    Example {
        name: check.string(raw.name, at, "name"),
        today,
        claim,
        events,
        deadlines: raw
            .deadlines
            .into_iter()
            .map(|d| {
                let span = d.span();
                deadline(check, d.into_inner(), &span)
            })
            .collect(),
        routes: raw
            .routes
            .into_iter()
            .map(|r| {
                let span = r.span();
                route(check, r.into_inner(), &span)
            })
            .collect(),
        dead_ends: raw.dead_ends.iter().map(|d| check.dead_end(d)).collect(),
        absent: raw.absent.iter().map(|id| check.any_of_them(id)).collect(),
    }
}

/// The claim that an example's facts are put into: complete, usual, and with what goes without saying.
fn usual(playbook: &Playbook) -> Claim {
    let mut claim = Claim {
        draft: false,
        wanted: Some(Remedy::Refund),
        country: Some("FR".to_owned()),
        seller: Some("Example".to_owned()),
        seller_kind: Some(SellerKind::Trader),
        sale: Some(Sale::Online),
        item_kind: Some(ItemKind::Goods),
        ..Claim::draft(Language::French)
    };
    for (key, value) in &playbook.assume {
        set(&mut claim, key, value);
    }
    claim
}

fn fact(
    check: &mut Check<'_>,
    key: &Str,
    value: &Spanned<Value>,
    claim: &mut Claim,
    events: &mut Vec<Event>,
    today: NaiveDate,
) {
    let span = value.span();
    match facts::known(key.get_ref()) {
        Some(Values::Event(kind)) => {
            let Some(on) = date(check, value) else { return };
            not_ahead(check, &span, on, today);
            events.push(Event::new(kind, on));
        }
        Some(Values::Term(term)) => {
            if let Some(on) = date(check, value) {
                claim.terms.insert(term, on);
            }
        }
        known => {
            let text = match value.get_ref() {
                Value::String(text) => text.clone(),
                Value::Datetime(day) => day.to_string(),
                _ => {
                    let expected = crate::domain::message::Message::new("playbook-type-text");
                    check.report(&span, "wrong-type", &[("expected", expected.into())]);
                    return;
                }
            };
            let value = Spanned::new(span, text);
            match known {
                Some(Values::Amount) => claim.amount = money(check, &value),
                Some(Values::Duration) => {
                    let notice = check.period(&value);
                    if notice.count < 0 {
                        check.report_value(&value, "bad-duration");
                    }
                    claim.notice_period = Some(notice);
                }
                _ => {
                    if is_fact(check, key) {
                        check_value(check, key, &value, false);
                    }
                    set(claim, key.get_ref(), value.get_ref());
                }
            }
        }
    }
}

/// Puts a fact into a claim. A value that a closed set does not know was reported when it was read.
fn set(claim: &mut Claim, key: &str, value: &str) {
    let text = || Some(value.to_owned());
    match key {
        "title" => claim.title = text(),
        "language" => claim.language = Language::from_id(value).unwrap_or(claim.language),
        "problem" => claim.problem = Problem::from_id(value),
        "wanted" => claim.wanted = Remedy::from_id(value),
        "country" => claim.country = text(),
        "region" => claim.region = text(),
        "seller" => claim.seller = text(),
        "seller_kind" => claim.seller_kind = SellerKind::from_id(value),
        "seller_country" => claim.seller_country = text(),
        "platform" => claim.platform = text(),
        "sold_by" => claim.sold_by = Side::from_id(value),
        "shipped_by" => claim.shipped_by = Side::from_id(value),
        "item" => claim.item = text(),
        "item_kind" => claim.item_kind = ItemKind::from_id(value),
        "sale" => claim.sale = Sale::from_id(value),
        "order_ref" => claim.order_ref = text(),
        "customer_ref" => claim.customer_ref = text(),
        "payment" => claim.payment = Payment::from_id(value),
        "description" => claim.description = text(),
        "amount" => claim.amount = Money::parse(value).ok(),
        "notice_period" => claim.notice_period = Period::parse(value).ok(),
        _ => {
            claim.answers.insert(key.to_owned(), value.to_owned());
        }
    }
}

/// Reads a day, written as a TOML date or as a text.
fn date(check: &mut Check<'_>, value: &Spanned<Value>) -> Option<NaiveDate> {
    let found = match value.get_ref() {
        Value::Datetime(raw) => day(raw),
        Value::String(text) => text.parse().ok(),
        _ => None,
    };
    if found.is_none() {
        let text = value.get_ref().to_string();
        check.report(&value.span(), "bad-date", &[("value", text.into())]);
    }
    found
}

fn not_ahead(check: &mut Check<'_>, span: &Span, on: NaiveDate, today: NaiveDate) {
    if on > today {
        check.report(span, "event-after-today", &[("day", on.into())]);
    }
}

fn money(check: &mut Check<'_>, raw: &Str) -> Option<Money> {
    let money = Money::parse(raw.get_ref()).ok();
    if money.is_none() {
        let sample = Money::new(3490, Currency::EUR).to_string();
        check.report(
            &raw.span(),
            "bad-amount",
            &[
                ("value", raw.get_ref().as_str().into()),
                ("sample", sample.into()),
            ],
        );
    }
    money
}

fn event(check: &mut Check<'_>, raw: RawEvent, at: &Span) -> Event {
    let kind = check.need(raw.kind, at, "kind");
    let kind = kind.map_or(EventKind::Note, |k| check.event(&k));
    let on = check.need(raw.on, at, "on");
    let on = on.map_or(NaiveDate::MIN, |day| check.day(&day));
    let channel = raw.channel.as_ref();
    Event {
        at: raw.at.and_then(|time| check.time(&time)),
        received_on: check.optional_day(raw.received_on.as_ref()),
        channel: channel.map(|c| check.member_of(c, (Channel::ALL, Channel::id))),
        by: check.optional_day(raw.by.as_ref()),
        about: raw.about.map(|id| check.any_of_them(&id)),
        amount: raw.amount.and_then(|amount| money(check, &amount)),
        ..Event::new(kind, on)
    }
}

fn deadline(check: &mut Check<'_>, raw: RawExpectedDeadline, at: &Span) -> ExpectedDeadline {
    let rule = check.need(raw.rule, at, "rule");
    let state = raw.state.as_ref();
    ExpectedDeadline {
        rule: rule.map(|r| check.rule(&r)).unwrap_or_default(),
        due_on: check.optional_day(raw.due_on.as_ref()),
        legal_on: check.optional_day(raw.legal_on.as_ref()),
        state: state.map(|s| {
            check
                .member_of(s, (DeadlineState::ALL, DeadlineState::id))
                .to_string()
        }),
    }
}

fn route(check: &mut Check<'_>, raw: RawExpectedRoute, at: &Span) -> ExpectedRoute {
    let route = check.need(raw.route, at, "route");
    let state = raw.state.as_ref();
    ExpectedRoute {
        route: route.map(|r| check.route(&r)).unwrap_or_default(),
        state: state.map(|s| {
            check
                .member_of(s, (RouteState::ALL, RouteState::id))
                .to_string()
        }),
        opens_on: check.optional_day(raw.opens_on.as_ref()),
        closes_on: check.optional_day(raw.closes_on.as_ref()),
    }
}
