//! How a date was computed, one line for each step.

use crate::domain::assess::ExplainStep;
use crate::domain::calendar::period::{Period, Unit};
use crate::domain::calendar::working::DayOff;
use crate::domain::language::{Language, Text};
use crate::domain::message::Message;
use crate::lang::typography;

use super::{Titles, rule_title, sets, title};

/// Says one step of how a date was computed, as one line without a final stop.
#[must_use]
pub fn explain_step(step: &ExplainStep, titles: &dyn Titles) -> Message {
    match step {
        ExplainStep::FromEvent {
            kind,
            no,
            on,
            received,
        } => {
            let key = if *received {
                "explain-from-event-received"
            } else {
                "explain-from-event"
            };
            Message::new(key)
                .with("event", sets::event(*kind))
                .with("no", i64::from(*no))
                .with("on", *on)
        }
        ExplainStep::FromTerm { term, on } => Message::new("explain-from-term")
            .with("term", sets::term(*term))
            .with("on", *on),
        ExplainStep::MinusNotice { period: size, on } => Message::new("explain-minus-notice")
            .with("period", period(*size))
            .with("on", *on),
        ExplainStep::FromRule { rule, on } => Message::new("explain-from-rule")
            .with("rule", rule_title(rule, titles))
            .with("on", *on),
        ExplainStep::EndOfYear { on } => Message::new("explain-end-of-year").with("on", *on),
        ExplainStep::Added { period: size, on } => Message::new(added(*size))
            .with("period", period(*size))
            .with("on", *on),
        ExplainStep::NotCounted { on, reason } => not_counted(reason, titles).with("on", *on),
        ExplainStep::CameAfter { kind, no, on } => Message::new("explain-came-after")
            .with("event", sets::event(*kind))
            .with("no", i64::from(*no))
            .with("on", *on),
        ExplainStep::WaitedFor { kind, no, on } => Message::new("explain-waited-for")
            .with("event", sets::event(*kind))
            .with("no", i64::from(*no))
            .with("on", *on),
        ExplainStep::Held { kind } => {
            Message::new("explain-held").with("event", sets::event(*kind))
        }
        ExplainStep::LatestOf { rule, on } => Message::new("explain-latest-of")
            .with("rule", rule_title(rule, titles))
            .with("on", *on),
        ExplainStep::EarliestOf { rule, on } => Message::new("explain-earliest-of")
            .with("rule", rule_title(rule, titles))
            .with("on", *on),
        ExplainStep::Capped { period: size, on } => Message::new("explain-capped")
            .with("period", period(*size))
            .with("on", *on),
        ExplainStep::RolledPast { on, reason } => rolled_past(reason, titles).with("on", *on),
        ExplainStep::RolledTo { on } => Message::new("explain-rolled-to").with("on", *on),
        ExplainStep::RollUnknown => Message::new("explain-roll-unknown"),
        ExplainStep::OwnDate { no, on } => Message::new("explain-own-date")
            .with("no", i64::from(*no))
            .with("on", *on),
        ExplainStep::Extended { no, reason, on } => Message::new("explain-extended")
            .with("no", i64::from(*no))
            .with("reason", given(reason.as_deref()))
            .with("on", *on),
        ExplainStep::Paused {
            no,
            reason,
            from,
            to,
            length,
            on,
        } => Message::new("explain-paused")
            .with("no", i64::from(*no))
            .with("reason", given(reason.as_deref()))
            .with("from", *from)
            .with("to", *to)
            .with("period", period(*length))
            .with("on", *on),
        ExplainStep::Stopped { no, reason, from } => Message::new("explain-stopped")
            .with("no", i64::from(*no))
            .with("reason", given(reason.as_deref()))
            .with("from", *from),
        ExplainStep::Promise { event, no, on } => Message::new("explain-promise")
            .with("event", sets::event(*event))
            .with("no", i64::from(*no))
            .with("on", *on),
    }
}

/// The reason that the user gave for moving a day, behind it.
fn given(reason: Option<&str>) -> Message {
    match reason {
        Some(reason) => Message::new("explain-reason").with("reason", reason),
        None => Message::new("explain-reason-none"),
    }
}

/// Names a length of time, without its sign: `14 jours`.
#[must_use]
pub fn period(period: Period) -> Text {
    Text {
        fr: typography::period(period, Language::French),
        en: typography::period(period, Language::English),
    }
}

/// Names a rate given in hundredths of a percent: `6,67 %`.
#[must_use]
pub fn rate(hundredths: u32) -> Text {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let number = |mark: char| match part {
        0 => whole.to_string(),
        _ => format!("{whole}{mark}{part:02}"),
    };
    Text {
        fr: format!("{}\u{a0}%", number(',')),
        en: format!("{}%", number('.')),
    }
}

/// Days are counted from the day after; months, years and hours from the event itself.
fn added(size: Period) -> &'static str {
    match (size.count < 0, size.unit) {
        (true, _) => "explain-taken-off",
        (false, Unit::Days | Unit::WorkingDays) if size.count > 0 => "explain-added-days",
        (false, _) => "explain-added",
    }
}

fn not_counted(reason: &DayOff, titles: &dyn Titles) -> Message {
    match reason {
        DayOff::Holiday(id) => {
            Message::new("explain-not-counted").with("holiday", title(titles.holiday(id), id))
        }
        _ => Message::new("explain-not-counted-day"),
    }
}

fn rolled_past(reason: &DayOff, titles: &dyn Titles) -> Message {
    match reason {
        DayOff::Saturday => Message::new("explain-rolled-saturday"),
        DayOff::Sunday => Message::new("explain-rolled-sunday"),
        DayOff::Holiday(id) => {
            Message::new("explain-rolled-holiday").with("holiday", title(titles.holiday(id), id))
        }
        DayOff::Substitute(id) => {
            Message::new("explain-rolled-substitute").with("holiday", title(titles.holiday(id), id))
        }
        DayOff::Partial(id) => {
            Message::new("explain-rolled-partial").with("holiday", title(titles.holiday(id), id))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::claim::Term;
    use crate::domain::event::EventKind;
    use crate::lang::Lang;
    use crate::lang::words::sample::library;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn said(step: &ExplainStep) -> [String; 2] {
        let message = explain_step(step, &library());
        [Language::French, Language::English].map(|language| Lang::new(language).say(&message))
    }

    #[test]
    fn the_count_is_told_from_the_event_to_the_last_day() {
        let [fr, en] = said(&ExplainStep::FromEvent {
            kind: EventKind::Delivered,
            no: 3,
            on: day("2026-10-28"),
            received: false,
        });
        assert_eq!(fr, "Colis reçu, le 28 octobre 2026 (n°\u{a0}3 du journal)");
        assert_eq!(en, "Parcel received, on 28 October 2026 (no. 3 in the log)");
        let [fr, en] = said(&ExplainStep::Added {
            period: Period::days(14),
            on: day("2026-11-11"),
        });
        assert_eq!(
            fr,
            "+ 14 jours, jour de départ non compté → 11 novembre 2026"
        );
        assert_eq!(
            en,
            "+ 14 days, the first day not counted → 11 November 2026"
        );
        let [fr, en] = said(&ExplainStep::RolledPast {
            on: day("2026-11-11"),
            reason: DayOff::Holiday("holidays/fr#armistice".to_owned()),
        });
        assert_eq!(
            fr,
            "le 11 novembre 2026 est férié (Armistice) → jour suivant"
        );
        assert_eq!(
            en,
            "11 November 2026 is a public holiday (Armistice Day) → next day"
        );
        let [fr, en] = said(&ExplainStep::RolledPast {
            on: day("2028-11-13"),
            reason: DayOff::Substitute("holidays/fr#armistice".to_owned()),
        });
        assert_eq!(
            fr,
            "le 13 novembre 2028 remplace un jour férié tombé un week-end (Armistice) → jour suivant"
        );
        assert_eq!(
            en,
            "13 November 2028 stands in for a public holiday on a weekend (Armistice Day) → next day"
        );
        let [fr, en] = said(&ExplainStep::RolledPast {
            on: day("2026-11-11"),
            reason: DayOff::Partial("holidays/fr#armistice".to_owned()),
        });
        assert_eq!(
            fr,
            "le 11 novembre 2026 est férié, mais pas partout (Armistice) → jour suivant"
        );
        assert_eq!(
            en,
            "11 November 2026 is a public holiday, but not everywhere (Armistice Day) → next day"
        );
    }

    #[test]
    fn months_and_backward_counts_say_so() {
        let [fr, en] = said(&ExplainStep::Added {
            period: Period::months(2),
            on: day("2026-12-31"),
        });
        assert_eq!(fr, "+ 2 mois → 31 décembre 2026");
        assert_eq!(en, "+ 2 months → 31 December 2026");
        let [fr, _] = said(&ExplainStep::Added {
            period: Period::months(-1),
            on: day("2026-12-01"),
        });
        assert_eq!(fr, "− 1 mois → 1er décembre 2026");
    }

    #[test]
    fn a_pause_counts_its_days_in_the_right_number() {
        let paused = |days| ExplainStep::Paused {
            no: 5,
            reason: Some("pièce attendue".to_owned()),
            from: day("2026-11-01"),
            to: day("2026-11-02"),
            length: Period::days(days),
            on: day("2026-12-01"),
        };
        let [fr, en] = said(&paused(1));
        assert_eq!(
            fr,
            "suspendu pendant 1 jour, du 1er novembre 2026 au 2 novembre 2026 (n°\u{a0}5 du journal\u{a0}: «\u{202f}pièce attendue\u{202f}») → 1er décembre 2026"
        );
        assert_eq!(
            en,
            "paused for 1 day, from 1 November 2026 to 2 November 2026 (no. 5 in the log: “pièce attendue”) → 1 December 2026"
        );
        let [fr, en] = said(&paused(1200));
        assert!(fr.starts_with("suspendu pendant 1200 jours, "), "{fr}");
        assert!(en.starts_with("paused for 1200 days, "), "{en}");
    }

    #[test]
    fn every_step_is_said_in_every_language_with_nothing_left_open() {
        let on = day("2026-11-11");
        let rule = || "platform/example#dispute-by".to_owned();
        let period = Period::days(3);
        let steps = [
            ExplainStep::FromEvent {
                kind: EventKind::Withdrawn,
                no: 2,
                on,
                received: true,
            },
            ExplainStep::FromTerm {
                term: Term::TermEndsOn,
                on,
            },
            ExplainStep::MinusNotice { period, on },
            ExplainStep::FromRule { rule: rule(), on },
            ExplainStep::EndOfYear { on },
            ExplainStep::CameAfter {
                kind: EventKind::Repaired,
                no: 2,
                on,
            },
            ExplainStep::LatestOf { rule: rule(), on },
            ExplainStep::EarliestOf { rule: rule(), on },
            ExplainStep::Capped { period, on },
            ExplainStep::RolledPast {
                on,
                reason: DayOff::Saturday,
            },
            ExplainStep::RolledPast {
                on,
                reason: DayOff::Sunday,
            },
            ExplainStep::RolledTo { on },
            ExplainStep::RollUnknown,
            ExplainStep::OwnDate { no: 3, on },
            ExplainStep::Extended {
                no: 4,
                reason: None,
                on,
            },
            ExplainStep::Stopped {
                no: 5,
                reason: None,
                from: on,
            },
            ExplainStep::Promise {
                event: EventKind::Promised,
                no: 4,
                on,
            },
        ];
        for step in steps {
            for said in said(&step) {
                assert!(!said.contains('{') && !said.contains("explain-"), "{said}");
            }
        }
    }
}
