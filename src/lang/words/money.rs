//! What the law adds for delay, and how the sum was found.

use chrono::NaiveDate;

use crate::domain::assess::{AddedBy, LatePart, NoSurcharge, SurchargeView};
use crate::domain::calendar::period::day_after;
use crate::domain::message::Message;

use super::{Titles, rule_title, source_line};

/// Says what is added, in one line.
#[must_use]
pub fn surcharge(view: &SurchargeView, today: NaiveDate) -> Message {
    let message = match view.percent() {
        Some(percent) => {
            Message::new("money-surcharge-percent").with("percent", i64::from(percent))
        }
        None => Message::new("money-surcharge"),
    };
    message
        .with("amount", view.amount)
        .with("days", view.days_late)
        .with("source", source_line(&view.source, today))
}

/// Says why there is no figure; `None` while nothing is late.
#[must_use]
pub fn no_surcharge(reason: &NoSurcharge) -> Option<Message> {
    Some(match reason {
        NoSurcharge::NotLate { .. } => return None,
        NoSurcharge::NoRule => Message::new("money-no-rule"),
        NoSurcharge::OlderLaw { in_force_from } => {
            Message::new("money-older-law").with("on", *in_force_from)
        }
        NoSurcharge::RateUnknown {
            known_until: Some(on),
        } => Message::new("money-rate-known-until").with("on", *on),
        NoSurcharge::RateUnknown { known_until: None } => Message::new("money-rate-unknown"),
    })
}

/// Says why nothing is added today, and from which day it would be.
#[must_use]
pub fn not_late(
    rule: &str,
    due_on: Option<NaiveDate>,
    today: NaiveDate,
    titles: &dyn Titles,
) -> Message {
    let message = match due_on {
        None => Message::new("money-not-begun"),
        Some(on) if today <= on => Message::new("money-not-late")
            .with("on", on)
            .with("from", day_after(on)),
        Some(on) => Message::new("money-in-time").with("on", on),
    };
    message
        .with("what", rule_title(rule, titles))
        .with("rule", rule)
}

/// Says how what is added was found: part by part, and what is added to all the parts that grow in one way.
#[must_use]
pub fn late_parts(view: &SurchargeView) -> Vec<Message> {
    let mut lines = Vec::new();
    for added in &view.sums {
        for part in view.parts.iter().filter(|part| added.holds_for(part)) {
            lines.extend(late_part(part));
        }
        lines.push(match added.percent {
            Some(percent) => Message::new("money-part-percent")
                .with("percent", i64::from(percent))
                .with("sum", added.of)
                .with("added", added.amount),
            None => Message::new("money-part-interest-sum").with("added", added.amount),
        });
    }
    let unknown = |part: &&LatePart| matches!(part.added_by, AddedBy::Unknown { .. });
    for part in view.parts.iter().filter(unknown) {
        lines.extend(late_part(part));
    }
    lines
}

fn late_part(part: &LatePart) -> Vec<Message> {
    let begun = match part.paid_on {
        Some(on) => Message::new("money-part-paid").with("on", on),
        None => Message::new("money-part-owed"),
    };
    let begun = begun.with("sum", part.sum).with("days", part.days_late);
    let mut lines = vec![begun];
    match &part.added_by {
        AddedBy::Percent(_) => {}
        AddedBy::Interest { stretches } => {
            lines.extend(stretches.iter().map(|(days, hundredths)| {
                Message::new("money-part-interest")
                    .with("days", *days)
                    .with("rate", super::rate(*hundredths))
            }));
        }
        AddedBy::Unknown { known_until } => lines.push(match known_until {
            Some(on) => Message::new("money-part-known-until").with("on", *on),
            None => Message::new("money-part-unknown"),
        }),
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assess::Added;
    use crate::domain::language::{Language, Text};
    use crate::domain::money::Money;
    use crate::domain::source::{Basis, Confidence, Nature, Source};
    use crate::lang::Lang;
    use iso_currency::Currency;

    fn said(message: &Message) -> [String; 2] {
        [Language::French, Language::English].map(|language| Lang::new(language).say(message))
    }

    #[test]
    fn a_part_says_its_sum_its_delay_and_what_is_added() {
        let part = LatePart {
            sum: Money::new(7_499, Currency::EUR),
            paid_on: None,
            days_late: 1,
            added_by: AddedBy::Percent(10),
        };
        let view = SurchargeView {
            amount: Money::new(750, Currency::EUR),
            due_on: "2026-06-11".parse().unwrap(),
            days_late: 1,
            rule: "law/example#refund-by".to_owned(),
            source: Source {
                id: "code".to_owned(),
                title: Text::same("Code"),
                article: None,
                url: None,
                checked_on: "2026-11-20".parse().unwrap(),
                source_date: None,
                basis: Basis::Read,
                confidence: Confidence::High,
                nature: Nature::Law,
            },
            parts: vec![part.clone()],
            sums: vec![Added {
                percent: Some(10),
                of: part.sum,
                amount: Money::new(750, Currency::EUR),
            }],
        };
        let lines: Vec<[String; 2]> = late_parts(&view).iter().map(said).collect();
        assert_eq!(
            lines,
            [
                [
                    "74,99\u{a0}€ encore dus, avec 1 jour de retard".to_owned(),
                    "€74.99 still owed, 1 day late".to_owned()
                ],
                [
                    "10\u{a0}% de 74,99\u{a0}€ → 7,50\u{a0}€".to_owned(),
                    "10% of €74.99 → €7.50".to_owned()
                ],
            ]
        );
        let interest = LatePart {
            paid_on: "2026-06-20".parse().ok(),
            added_by: AddedBy::Interest {
                stretches: vec![(8, 667)],
            },
            ..part
        };
        let view = SurchargeView {
            parts: vec![interest],
            sums: vec![Added {
                percent: None,
                ..view.sums[0]
            }],
            ..view
        };
        let fr: Vec<String> = late_parts(&view)
            .iter()
            .map(|m| said(m)[0].clone())
            .collect();
        assert_eq!(
            fr,
            [
                "74,99\u{a0}€ reçus le 20 juin 2026, avec 1 jour de retard",
                "intérêt légal\u{a0}: 8 jours à 6,67\u{a0}% par an",
                "intérêt légal en tout → 7,50\u{a0}€",
            ]
        );
    }

    #[test]
    fn why_there_is_no_figure_is_said_and_nothing_while_nothing_is_late() {
        let not_late_yet = NoSurcharge::NotLate {
            rule: "law/example#refund-by".to_owned(),
            due_on: None,
        };
        assert!(no_surcharge(&not_late_yet).is_none());
        for reason in [
            NoSurcharge::NoRule,
            NoSurcharge::OlderLaw {
                in_force_from: "2022-01-01".parse().unwrap(),
            },
            NoSurcharge::RateUnknown {
                known_until: "2026-06-30".parse().ok(),
            },
            NoSurcharge::RateUnknown { known_until: None },
        ] {
            for text in said(&no_surcharge(&reason).unwrap()) {
                assert!(!text.contains('{') && !text.contains("money-"), "{text}");
            }
        }
    }
}
