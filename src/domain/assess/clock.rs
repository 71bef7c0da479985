//! Counting: where a rule starts and ends, and every step of how.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use super::assessment::{ExplainStep, Missing};
use super::compose::Names;
use super::docket::Way;
use super::moves::Moves;
use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::{Period, Unit, end_of_year};
use crate::domain::calendar::working::{holidays_between, roll_forward};
use crate::domain::claim::Claim;
use crate::domain::event::{Event, EventKind};
use crate::domain::party::Who;
use crate::domain::playbook::Playbook;
use crate::domain::rule::{Counts, Length, Roll, Rule, RuleKind, Start, Which};

/// A rule counted out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    /// The day of the event it counts from.
    pub(super) start_on: NaiveDate,
    /// The number of that event, where it is one.
    pub(super) start_no: u32,
    /// The hour of that event, where it is known.
    pub(super) start_at: Option<NaiveTime>,
    /// The safe day: never rolled for the consumer, the later day for the other side.
    pub(super) safe: NaiveDate,
    /// The legal last day; the same as the safe day unless the law lets it roll.
    pub(super) legal: NaiveDate,
    /// The hour of the end, where the rule is in hours and the hour of the event is known.
    pub(super) at: Option<NaiveTime>,
    /// The safe day before an extension, a pause or the user's own date moved it.
    pub(super) moved_from: Option<NaiveDate>,
    /// The day since which the clock stands still.
    pub(super) paused_on: Option<NaiveDate>,
    /// The other side may still wait for something.
    pub(super) held: bool,
    pub(super) steps: Vec<ExplainStep>,
}

/// Where a count begins.
struct Begin {
    on: NaiveDate,
    no: u32,
    at: Option<NaiveTime>,
    /// The day that a formal notice itself sets.
    set: Option<NaiveDate>,
    /// The day since which the rule that it begins with stands still.
    paused_on: Option<NaiveDate>,
    steps: Vec<ExplainStep>,
}

/// The rules that hold for a claim, by id, with their playbooks.
type Rules<'a> = BTreeMap<&'a str, (Cow<'a, Rule>, &'a Playbook)>;

/// Whether it is the consumer whom a rule gives only so much time.
pub(super) fn consumer_acts(rule: &Rule) -> bool {
    rule.who == Who::Consumer && rule.kind == RuleKind::ActBy
}

pub(super) struct Clock<'c> {
    claim: &'c Claim,
    log: &'c [&'c Event],
    rules: &'c Rules<'c>,
    names: &'c Names<'c>,
    holidays: &'c Holidays,
    /// Those by which the consumer's last day rolls, and those by which their working days are counted.
    of_the_consumer: Holidays,
    certain: Holidays,
    none: Holidays,
    ways: &'c [Way<'c>],
    /// Rules that hang on themselves or on too many others: they have no end.
    endless: &'c BTreeSet<String>,
    done: RefCell<BTreeMap<String, Result<Counted, Missing>>>,
}

impl<'c> Clock<'c> {
    pub(super) fn new(
        claim: &'c Claim,
        log: &'c [&'c Event],
        (rules, names): (&'c Rules<'c>, &'c Names<'c>),
        holidays: &'c Holidays,
        ways: &'c [Way<'c>],
        endless: &'c BTreeSet<String>,
    ) -> Clock<'c> {
        Clock {
            claim,
            log,
            rules,
            names,
            holidays,
            of_the_consumer: holidays.for_the_consumer(),
            certain: holidays.certain(),
            none: Holidays::default(),
            ways,
            endless,
            done: RefCell::new(BTreeMap::new()),
        }
    }

    /// Counts a rule out, or says what is missing.
    pub(super) fn count(&self, id: &str) -> Result<Counted, Missing> {
        if let Some(known) = self.done.borrow().get(id) {
            return known.clone();
        }
        let counted = match self.rules.get(id) {
            Some((rule, _)) if !self.endless.contains(id) => self.counted(rule),
            _ => Err(Missing::Event(EventKind::Note)),
        };
        let mut done = self.done.borrow_mut();
        done.insert(id.to_owned(), counted.clone());
        counted
    }

    fn counted(&self, rule: &Rule) -> Result<Counted, Missing> {
        for id in &rule.kept {
            self.was_kept(id)?;
        }
        let moves = Moves::of(rule, self.names, self.ways, self.log);
        let counted = self
            .count_rule(rule)
            .or_else(|missing| moves.own_date().ok_or(missing))?;
        Ok(moves.applied(counted, self.holidays))
    }

    fn count_rule(&self, rule: &Rule) -> Result<Counted, Missing> {
        if !rule.latest_of.is_empty() {
            return self.among(&rule.latest_of, true);
        }
        if !rule.earliest_of.is_empty() {
            return self.among(&rule.earliest_of, false);
        }
        let begin = self.begin(&rule.from)?;
        let period = match &rule.length {
            Length::Fixed(period) => *period,
            Length::None => Period::days(0),
            Length::NoticePeriod { back } => {
                let notice = self.claim.notice_period.ok_or(Missing::NoticePeriod)?;
                Period {
                    count: if *back { -notice.count } else { notice.count },
                    ..notice
                }
            }
        };
        let mut steps = begin.steps;
        let consumer_acts = consumer_acts(rule);
        let holidays = self.days_off(rule, period);
        let (end, at) = if period.unit == Unit::Hours {
            period.hours_end(begin.on, begin.at, !consumer_acts)
        } else {
            (period.end_after(begin.on, holidays), None)
        };
        // What the letter says goes before what we suggest: nobody is late before the day that the notice gave them.
        let set = begin
            .set
            .filter(|_| rule.kind == RuleKind::ActBy && !consumer_acts);
        let (end, at) = set.map_or((end, at), |by| (by, None));
        if let Some(on) = set {
            steps.push(ExplainStep::Promise {
                event: EventKind::FormalNoticeSent,
                no: begin.no,
                on,
            });
        } else if period.count != 0 {
            steps.push(ExplainStep::Added { period, on: end });
            if period.unit == Unit::WorkingDays {
                steps.extend(
                    holidays_between(begin.on, end, holidays)
                        .into_iter()
                        .map(|(on, reason)| ExplainStep::NotCounted { on, reason }),
                );
            }
        }
        let mut counted = Counted {
            start_on: begin.on,
            start_no: begin.no,
            start_at: begin.at,
            safe: end,
            legal: end,
            at,
            moved_from: None,
            paused_on: begin.paused_on,
            held: false,
            steps,
        };
        self.cap(rule, &mut counted);
        self.wait_for(rule, &mut counted);
        if rule.kind == RuleKind::ActBy {
            self.roll(rule, consumer_acts, &mut counted);
        }
        Ok(counted)
    }

    /// Whether the day of a rule was not missed: what fulfils it did not come too late. While nothing has come, it still can.
    fn was_kept(&self, id: &str) -> Result<(), Missing> {
        let Some((rule, _)) = self.rules.get(id) else {
            return Ok(());
        };
        let last = self.count(id)?.legal;
        let first = self.log.iter().find(|e| rule.met_by.contains(&e.kind));
        match first {
            Some(event) if event.on > last => Err(Missing::Event(event.kind)),
            _ => Ok(()),
        }
    }

    /// The latest of rules that must all have passed, or the earliest of those that can be counted.
    fn among(&self, ids: &[String], latest: bool) -> Result<Counted, Missing> {
        let mut best: Option<(&str, Counted)> = None;
        let mut missing = Missing::Event(EventKind::Note);
        let mut among = 0;
        for id in ids.iter().filter(|id| self.rules.contains_key(id.as_str())) {
            match self.count(id) {
                Ok(counted) => {
                    among += 1;
                    // Without an hour the whole day is meant: that ends later than an hour of the same day.
                    let end = |c: &Counted| (c.safe, c.at.is_none(), c.at);
                    let better = best.as_ref().is_none_or(|(_, b)| {
                        if latest {
                            end(&counted) > end(b)
                        } else {
                            end(&counted) < end(b)
                        }
                    });
                    if better {
                        best = Some((id, counted));
                    }
                }
                Err(what) if latest => return Err(what),
                Err(what) => missing = what,
            }
        }
        let (id, mut counted) = best.ok_or(missing)?;
        // Where only one can be counted there was nothing to choose from.
        if among > 1 {
            let (rule, on) = (id.to_owned(), counted.safe);
            counted.steps.push(if latest {
                ExplainStep::LatestOf { rule, on }
            } else {
                ExplainStep::EarliestOf { rule, on }
            });
        }
        Ok(counted)
    }

    fn begin(&self, from: &[Start]) -> Result<Begin, Missing> {
        let mut first_missing = None;
        for start in from {
            match self.begin_at(start) {
                Ok(begin) => return Ok(begin),
                Err(missing) => {
                    first_missing.get_or_insert(missing);
                }
            }
        }
        Err(first_missing.unwrap_or(Missing::Event(EventKind::Note)))
    }

    fn begin_at(&self, start: &Start) -> Result<Begin, Missing> {
        match start {
            Start::Event {
                kind,
                which,
                counts,
                written,
                end_of_year: year_end,
                after,
            } => {
                let fits = |e: &&&Event| {
                    e.kind == *kind
                        && !(*written && e.was_spoken())
                        && match after {
                            Some(first) => self.last_before(e, &[*first]).is_some(),
                            None => !self.is_found_again(e),
                        }
                };
                let event = match which {
                    Which::First => self.log.iter().find(fits),
                    Which::Last => self.log.iter().rev().find(fits),
                };
                let event = event.ok_or(Missing::Event(*kind))?;
                let received = *counts == Counts::Received;
                let on = if received {
                    event.received_on.ok_or(Missing::Event(*kind))?
                } else {
                    event.on
                };
                let at = if received { None } else { event.at };
                let mut steps = vec![ExplainStep::FromEvent {
                    kind: *kind,
                    no: event.no,
                    on,
                    received,
                }];
                if let Some(first) = after.and_then(|first| self.last_before(event, &[first])) {
                    steps.push(ExplainStep::CameAfter {
                        kind: first.kind,
                        no: first.no,
                        on: first.on,
                    });
                }
                let mut begin_on = on;
                if *year_end {
                    begin_on = end_of_year(on);
                    steps.push(ExplainStep::EndOfYear { on: begin_on });
                }
                let set = event.by.filter(|_| *kind == EventKind::FormalNoticeSent);
                Ok(Begin {
                    on: begin_on,
                    no: event.no,
                    at,
                    set,
                    paused_on: None,
                    steps,
                })
            }
            Start::Term { term, minus_notice } => {
                let on = *self.claim.terms.get(term).ok_or(Missing::Term(*term))?;
                let mut steps = vec![ExplainStep::FromTerm { term: *term, on }];
                let mut begin_on = on;
                if *minus_notice {
                    let notice = self.claim.notice_period.ok_or(Missing::NoticePeriod)?;
                    let back = Period {
                        count: -notice.count,
                        ..notice
                    };
                    begin_on = back.end_after(on, self.holidays);
                    steps.push(ExplainStep::MinusNotice {
                        period: notice,
                        on: begin_on,
                    });
                }
                Ok(Begin {
                    on: begin_on,
                    no: 0,
                    at: None,
                    set: None,
                    paused_on: None,
                    steps,
                })
            }
            Start::Rule { rule, plus } => {
                if !self.rules.contains_key(rule.as_str()) {
                    return Err(Missing::Event(EventKind::Note));
                }
                let counted = self.count(rule)?;
                let mut on = counted.safe;
                let mut steps = counted.steps;
                steps.push(ExplainStep::FromRule {
                    rule: rule.clone(),
                    on,
                });
                if let Some(period) = plus {
                    on = period.end_after(on, self.holidays);
                    steps.push(ExplainStep::Added {
                        period: *period,
                        on,
                    });
                }
                Ok(Begin {
                    on,
                    no: 0,
                    at: None,
                    set: None,
                    paused_on: counted.paused_on,
                    steps,
                })
            }
        }
    }

    /// Whether a fault was found after a repair or a replacement: what runs from its discovery began before, and is put
    /// off by nothing that comes later.
    fn is_found_again(&self, event: &Event) -> bool {
        let put_right = [EventKind::Repaired, EventKind::Replaced];
        event.kind == EventKind::Discovered && self.last_before(event, &put_right).is_some()
    }

    /// The last event of these kinds before another one, in the order of the log.
    fn last_before(&self, event: &Event, kinds: &[EventKind]) -> Option<&'c Event> {
        let before = |e: &&Event| kinds.contains(&e.kind) && (e.on, e.no) < (event.on, event.no);
        self.log.iter().rev().copied().find(before)
    }

    /// The days off that working days are counted by. A day that not everybody has off counts as one day of the consumer's
    /// time to act, and does not shorten a wait or the other side's time. A company says nothing of holidays: for what the
    /// consumer must do by its terms only weekends are passed over.
    fn days_off(&self, rule: &Rule, period: Period) -> &Holidays {
        let limits = consumer_acts(rule) && period.unit == Unit::WorkingDays && period.count > 0;
        match (limits, rule.id.starts_with("law/")) {
            (true, true) => &self.certain,
            (true, false) => &self.none,
            (false, _) => self.holidays,
        }
    }

    /// Puts the end off until what the other side may wait for has come; while it has not, the clock is held.
    fn wait_for(&self, rule: &Rule, counted: &mut Counted) {
        let Some((awaited, once)) = rule.waits_for else {
            return;
        };
        if !self.log.iter().any(|e| e.kind == once) {
            return;
        }
        let came = self.log.iter().find(|e| e.kind == awaited);
        match came {
            Some(event) if event.on > counted.safe => {
                (counted.safe, counted.legal, counted.at) = (event.on, event.on, None);
                counted.steps.push(ExplainStep::WaitedFor {
                    kind: awaited,
                    no: event.no,
                    on: event.on,
                });
            }
            Some(_) => {}
            None => {
                counted.held = true;
                counted.steps.push(ExplainStep::Held { kind: awaited });
            }
        }
    }

    fn cap(&self, rule: &Rule, counted: &mut Counted) {
        let Some(cap) = &rule.cap else { return };
        let Ok(begin) = self.begin(&cap.from) else {
            return;
        };
        let holidays = self.days_off(rule, cap.length);
        let limit = cap.length.end_after(begin.on, holidays);
        if limit < counted.safe {
            (counted.safe, counted.legal, counted.at) = (limit, limit, None);
            counted.steps.push(ExplainStep::Capped {
                period: cap.length,
                on: limit,
            });
        }
    }

    /// The consumer's safe day never rolls, the legal last day rolls where the rule says yes. The other side is late only
    /// after the later day: its day rolls when the rule says yes or does not say, and past every day that some have off.
    fn roll(&self, rule: &Rule, consumer_acts: bool, counted: &mut Counted) {
        let (rolled, passed) = if consumer_acts {
            roll_forward(counted.safe, &self.of_the_consumer)
        } else {
            roll_forward(counted.safe, self.holidays)
        };
        if passed.is_empty() {
            return;
        }
        let rolls = match (consumer_acts, rule.roll) {
            (_, Roll::Yes) | (false, Roll::Unknown) => true,
            (true, Roll::Unknown) => {
                counted.steps.push(ExplainStep::RollUnknown);
                false
            }
            (_, Roll::No) => false,
        };
        if !rolls {
            return;
        }
        counted.steps.extend(
            passed
                .into_iter()
                .map(|(on, reason)| ExplainStep::RolledPast { on, reason }),
        );
        counted.steps.push(ExplainStep::RolledTo { on: rolled });
        counted.legal = rolled;
        if !consumer_acts {
            counted.safe = rolled;
        }
    }
}
