//! What the law adds for delay, and how the sum was found.

use crate::domain::assess::{AddedBy, LatePart, NoSurcharge, SurchargeView};
use crate::domain::message::Message;

use super::source_line;

/// Says what is added, in one line.
#[must_use]
pub fn surcharge(view: &SurchargeView, today: chrono::NaiveDate) -> Message {
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
        NoSurcharge::NotLate => return None,
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

/// Says how what is added to one part was found: one line, or one for each rate of interest and their sum.
#[must_use]
pub fn late_part(part: &LatePart) -> Vec<Message> {
    let begun = match part.paid_on {
        Some(on) => Message::new("money-part-paid").with("on", on),
        None => Message::new("money-part-owed"),
    };
    let begun = begun.with("sum", part.sum).with("days", part.days_late);
    let mut lines = vec![begun];
    match &part.added_by {
        AddedBy::Percent(percent) => lines.push(
            Message::new("money-part-percent")
                .with("percent", i64::from(*percent))
                .with("added", part.added),
        ),
        AddedBy::Interest { stretches } => {
            lines.extend(stretches.iter().map(|(days, hundredths)| {
                Message::new("money-part-interest")
                    .with("days", *days)
                    .with("rate", super::rate(*hundredths))
            }));
            lines.push(Message::new("money-part-interest-sum").with("added", part.added));
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
    use crate::domain::language::Language;
    use crate::domain::money::Money;
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
            added: Money::new(750, Currency::EUR),
        };
        let lines: Vec<[String; 2]> = late_part(&part).iter().map(said).collect();
        assert_eq!(
            lines,
            [
                [
                    "74,99\u{a0}€ encore dus, avec 1 jour de retard".to_owned(),
                    "€74.99 still owed, 1 day late".to_owned()
                ],
                [
                    "10\u{a0}% → 7,50\u{a0}€".to_owned(),
                    "10% → €7.50".to_owned()
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
        let fr: Vec<String> = late_part(&interest)
            .iter()
            .map(|m| said(m)[0].clone())
            .collect();
        assert_eq!(
            fr,
            [
                "74,99\u{a0}€ reçus le 20 juin 2026, avec 1 jour de retard",
                "intérêt légal\u{a0}: 8 jours à 6,67\u{a0}% par an",
                "en tout → 7,50\u{a0}€",
            ]
        );
    }

    #[test]
    fn why_there_is_no_figure_is_said_and_nothing_while_nothing_is_late() {
        assert!(no_surcharge(&NoSurcharge::NotLate).is_none());
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
