//! Rules: how long, from when, by what source.

use super::check::{Check, Span};
use super::condition::condition;
use super::dead_end::bare;
use super::inherit::{inherited, inherited_list};
use super::raw::{RawCap, RawRule, RawStart, RawWaitsFor, Spanned, Str};
use crate::domain::calendar::period::{Period, Unit};
use crate::domain::claim::Term;
use crate::domain::event::{Direction, EventKind};
use crate::domain::message::Arg;
use crate::domain::party::Who;
use crate::domain::rule::{Before, Cap, Counts, Length, Roll, Rule, RuleKind, Start, Which};

/// The longest count of working days, four years: each of them is looked at, and each holiday among them is told.
const MOST_WORKING_DAYS: u32 = 1_000;

/// Validates a rule.
pub(super) fn rule(check: &mut Check<'_>, raw: RawRule, at: &Span) -> Rule {
    let name = raw.id.clone().map(Str::into_inner).unwrap_or_default();
    let base = check
        .base
        .and_then(|base| base.rules.iter().find(|r| bare(&r.id) == name));
    let kind = inherited(raw.kind.clone(), base.map(|b| &b.kind), |kind| {
        check.member(kind, at, "kind", (RuleKind::ALL, RuleKind::id))
    });
    let base_count = base.filter(|b| kind != RuleKind::Right && b.kind != RuleKind::Right);
    let had = Had::of(&raw, base_count);
    shape(check, &raw, kind, had, at);
    let source = match &raw.source {
        Some(source) => check.source(source),
        None => {
            check.report(at, "rule-without-source", &[]);
            String::new()
        }
    };
    let in_force_from = check.optional_day(raw.in_force_from.as_ref());
    let until = check.optional_day(raw.until.as_ref());
    if let (Some(from), Some(last), Some(raw)) = (in_force_from, until, &raw.until)
        && from > last
    {
        check.report(&raw.span(), "validity-reversed", &[]);
    }
    let length_place = raw.length.as_ref().map_or(at.clone(), Spanned::span);
    let rule = Rule {
        id: format!("{}#{name}", check.id),
        refines: base.map(|b| b.id.clone()),
        kind,
        who: inherited(raw.who, base.map(|b| &b.who), |who| {
            check.member(who, at, "who", (Who::ALL, Who::id))
        }),
        what: inherited(raw.what, base.map(|b| &b.what), |t| {
            check.text(t, at, "what")
        }),
        caution: inherited(raw.caution, base.map(|b| &b.caution), |t| {
            check.optional_text(t)
        }),
        when: inherited(raw.when, base.map(|b| &b.when), |w| condition(check, w)),
        length: match base_count {
            Some(base) if had.length => base.length.clone(),
            _ => length(check, raw.length.as_ref(), raw.day_kind.as_ref()),
        },
        from: match base_count {
            Some(base) if had.from => base.from.clone(),
            _ => starts(check, raw.from),
        },
        latest_of: match base_count {
            Some(base) if had.whole => base.latest_of.clone(),
            _ => check.all_rules(&raw.latest_of),
        },
        earliest_of: match base_count {
            Some(base) if had.whole => base.earliest_of.clone(),
            _ => check.all_rules(&raw.earliest_of),
        },
        cap: inherited(raw.cap, base_count.map(|b| &b.cap), |cap| {
            cap.map(|c| {
                let span = c.span();
                self::cap(check, c.into_inner(), &span)
            })
        }),
        roll: inherited(raw.roll, base.map(|b| &b.roll), |roll| {
            roll.map_or(Roll::Unknown, |r| {
                check.member_of(&r, (Roll::ALL, Roll::id))
            })
        }),
        lead: inherited(raw.lead, base_count.map(|b| &b.lead), |lead| {
            lead.map(|l| check.length_of_time(&l))
        }),
        at_once: raw
            .at_once
            .or(base_count.map(|b| b.at_once))
            .unwrap_or_default(),
        source,
        in_force_from: in_force_from.or(base.and_then(|b| b.in_force_from)),
        until: until.or(base.and_then(|b| b.until)),
        before: inherited(raw.before, base.map(|b| &b.before), |before| {
            before.map(|b| self::before(check, &b))
        }),
        met_by: inherited_list(raw.met_by, base.map(|b| &b.met_by), |m| {
            check.happenings(&m)
        }),
        in_writing: raw
            .in_writing
            .or(base.map(|b| b.in_writing))
            .unwrap_or_default(),
        must_arrive: raw
            .must_arrive
            .or(base.map(|b| b.must_arrive))
            .unwrap_or_default(),
        waits_for: inherited(raw.waits_for, base.map(|b| &b.waits_for), |waits| {
            waits.and_then(|w| waits_for(check, w))
        }),
        kept: inherited_list(raw.kept, base.map(|b| &b.kept), |k| check.all_rules(&k)),
        moot_by: inherited_list(raw.moot_by, base.map(|b| &b.moot_by), |m| {
            check.happenings(&m)
        }),
    };
    must_leave_time(check, &rule, &length_place);
    rule
}

/// What a rule has of its base of how it is counted.
#[derive(Debug, Clone, Copy, Default)]
struct Had {
    length: bool,
    from: bool,
    /// It says nothing of its own of how it is counted.
    whole: bool,
}

impl Had {
    fn of(raw: &RawRule, base: Option<&Rule>) -> Had {
        let made_of_others = !(raw.latest_of.is_empty() && raw.earliest_of.is_empty());
        if base.is_none() || made_of_others {
            return Had::default();
        }
        let (length, from) = (raw.length.is_none(), raw.from.is_empty());
        Had {
            length,
            from,
            whole: length && from,
        }
    }
}

/// What the other side may wait for, once something else has happened.
fn waits_for(check: &mut Check<'_>, raw: Spanned<RawWaitsFor>) -> Option<(EventKind, EventKind)> {
    let at = raw.span();
    let raw = raw.into_inner();
    let (event, once) = (
        check.need(raw.event, &at, "event")?,
        check.need(raw.once, &at, "once")?,
    );
    Some((check.event(&event), check.event(&once)))
}

/// What held before the rule: nothing, or another rule.
fn before(check: &mut Check<'_>, raw: &Str) -> Before {
    match raw.get_ref().as_str() {
        "none" => Before::Nothing,
        _ => Before::Rule(check.rule(raw)),
    }
}

/// Checks that a rule is counted in exactly one way.
fn shape(check: &mut Check<'_>, raw: &RawRule, kind: RuleKind, had: Had, at: &Span) {
    let counted = raw.length.is_some() || !raw.from.is_empty();
    let ways = [
        counted,
        !raw.latest_of.is_empty(),
        !raw.earliest_of.is_empty(),
    ];
    let ways = ways.into_iter().filter(|used| *used).count();
    let place = raw.length.as_ref().map_or(at.clone(), Spanned::span);
    if kind == RuleKind::Right {
        if ways > 0 || raw.cap.is_some() || raw.lead.is_some() || raw.at_once == Some(true) {
            check.report(&place, "right-with-duration", &[]);
        }
    } else if ways > 1 {
        check.report(&place, "rule-with-two-durations", &[]);
    } else if had.whole {
    } else if ways == 0 || (counted && raw.length.is_none() && !had.length) {
        let unread = ["length", "latest_of", "earliest_of"];
        if !check
            .left_out
            .iter()
            .any(|key| unread.contains(&key.as_str()))
        {
            check.report(at, "rule-without-duration", &[]);
        }
    } else if counted
        && raw.from.is_empty()
        && !had.from
        && !check.left_out.iter().any(|key| key == "from")
    {
        check.report(at, "rule-without-start", &[]);
    }
}

/// Checks that whoever is bound can still act. A waiting time may end on the day of its event or the day before, and a term,
/// the end of a rule or of a year may lie ahead. But what is counted from an event runs from a day that has passed: a
/// deadline before it is nobody's, and one on the very day of a message is over when it arrives. A fact such as the shipping
/// can itself be the limit, with its day or without it.
fn must_leave_time(check: &mut Check<'_>, rule: &Rule, at: &Span) {
    let Length::Fixed(period) = rule.length else {
        return;
    };
    let over = |start: &Start| match start {
        Start::Event {
            kind,
            end_of_year: false,
            ..
        } if kind.direction() == Direction::Fact => period.count < 0 && period != Period::days(-1),
        Start::Event {
            end_of_year: false, ..
        } => true,
        _ => false,
    };
    let no_hours = period.count == 0 && period.unit == Unit::Hours;
    let no_time = rule.kind == RuleKind::ActBy && period.count <= 0 && rule.from.iter().any(over);
    if no_hours || no_time {
        let value = Arg::from(period.to_string());
        check.report(at, "length-not-positive", &[("value", value)]);
    }
}

fn length(check: &mut Check<'_>, raw: Option<&Str>, day_kind: Option<&Str>) -> Length {
    let working = match day_kind {
        None => false,
        Some(kind) => match kind.get_ref().as_str() {
            "calendar" => false,
            "working" => true,
            _ => {
                check.report_unknown_value(kind, &["calendar", "working"]);
                return Length::None;
            }
        },
    };
    let fixed = match raw.map(|r| r.get_ref().as_str()) {
        None => None,
        Some("notice") => return notice(check, day_kind, false),
        Some("-notice") => return notice(check, day_kind, true),
        Some(_) => raw.map(|r| check.period(r)),
    };
    match (fixed, working, day_kind) {
        (None, _, None) => Length::None,
        (Some(period), false, _) => Length::Fixed(period),
        (Some(period), true, Some(kind)) => match period.in_working_days() {
            Some(period) => {
                if let (true, Some(raw)) = (period.count.unsigned_abs() > MOST_WORKING_DAYS, raw) {
                    let most = i64::from(MOST_WORKING_DAYS);
                    let value = raw.get_ref().as_str().into();
                    let args = [("value", value), ("most", most.into())];
                    check.report(&raw.span(), "too-many-working-days", &args);
                }
                Length::Fixed(period)
            }
            None => {
                check.report_value(kind, "day-kind-without-days");
                Length::None
            }
        },
        (_, _, Some(kind)) => {
            check.report_value(kind, "day-kind-without-days");
            Length::None
        }
        (Some(period), true, None) => Length::Fixed(period),
    }
}

fn notice(check: &mut Check<'_>, day_kind: Option<&Str>, back: bool) -> Length {
    if let Some(kind) = day_kind {
        check.report_value(kind, "day-kind-without-days");
    }
    Length::NoticePeriod { back }
}

fn starts(check: &mut Check<'_>, raw: Vec<Spanned<RawStart>>) -> Vec<Start> {
    raw.into_iter()
        .map(|item| {
            let span = item.span();
            start(check, item.into_inner(), &span)
        })
        .collect()
}

fn start(check: &mut Check<'_>, raw: RawStart, at: &Span) -> Start {
    let named = [raw.event.is_some(), raw.term.is_some(), raw.rule.is_some()];
    if named.into_iter().filter(|n| *n).count() != 1 {
        check.report(at, "start-unclear", &[]);
    }
    let for_event = [
        ("which", raw.which.as_ref().map(Spanned::span)),
        ("counts", raw.counts.as_ref().map(Spanned::span)),
        ("written", raw.written.as_ref().map(Spanned::span)),
        ("end_of_year", raw.end_of_year.as_ref().map(Spanned::span)),
        ("after", raw.after.as_ref().map(Spanned::span)),
    ];
    let for_term = [("minus_notice", raw.minus_notice.as_ref().map(Spanned::span))];
    let for_rule = [("plus", raw.plus.as_ref().map(Spanned::span))];
    let yes = |flag: Option<Spanned<bool>>| flag.is_some_and(Spanned::into_inner);
    if let Some(event) = raw.event {
        misplaced(check, "event", for_term.into_iter().chain(for_rule));
        let kind = check.happening(&event);
        if kind.direction() != Direction::Sent {
            misplaced(
                check,
                event.get_ref(),
                for_event.into_iter().skip(2).take(1),
            );
        }
        let (which, counts) = (raw.which.as_ref(), raw.counts.as_ref());
        return Start::Event {
            kind,
            which: which.map_or(Which::First, |w| {
                check.member_of(w, (Which::ALL, Which::id))
            }),
            counts: counts.map_or(Counts::Sent, |c| {
                check.member_of(c, (Counts::ALL, Counts::id))
            }),
            written: yes(raw.written),
            end_of_year: yes(raw.end_of_year),
            after: raw.after.map(|first| check.happening(&first)),
        };
    }
    if let Some(term) = raw.term {
        misplaced(check, "term", for_event.into_iter().chain(for_rule));
        return Start::Term {
            term: check.member_of(&term, (Term::ALL, Term::id)),
            minus_notice: yes(raw.minus_notice),
        };
    }
    misplaced(check, "rule", for_event.into_iter().chain(for_term));
    Start::Rule {
        rule: raw.rule.map(|r| check.rule(&r)).unwrap_or_default(),
        plus: raw.plus.map(|plus| {
            let period = check.period(&plus);
            if period.count == 0 {
                check.report_value(&plus, "length-not-positive");
            }
            period
        }),
    }
}

/// Reports keys that mean nothing beside another one.
fn misplaced(
    check: &mut Check<'_>,
    beside: &str,
    keys: impl Iterator<Item = (&'static str, Option<Span>)>,
) {
    for (key, span) in keys {
        if let Some(span) = span {
            let args = [("key", key.into()), ("beside", beside.into())];
            check.report(&span, "misplaced-key", &args);
        }
    }
}

fn cap(check: &mut Check<'_>, raw: RawCap, at: &Span) -> Cap {
    if raw.from.is_empty() {
        check.report_missing(at, "from");
    }
    let length = check.need(raw.length, at, "length");
    Cap {
        length: length.map_or(Period::days(1), |l| check.length_of_time(&l)),
        from: starts(check, raw.from),
    }
}
