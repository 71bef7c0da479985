//! What a description lacks before it goes to a platform: a day, the order number, the outcome wanted, the right length.

use crate::domain::claim::Claim;
use crate::domain::event::{Direction, Event, EventKind, in_force};
use crate::domain::message::Message;
use crate::domain::party::{Sale, SellerKind};
use crate::domain::problem::Problem;

use super::message_box::USUAL as LONGEST;

/// Below this many words nobody can tell what happened. Ours.
const FEWEST_WORDS: usize = 8;

/// Says what the description and the facts around it lack, the gravest first; empty when it is good.
#[must_use]
pub fn check_description(claim: &Claim, events: &[Event]) -> Vec<Message> {
    let mut lacks = Vec::new();
    let text = claim.description.as_deref().unwrap_or("").trim();
    let words = text.split_whitespace().count();
    if words == 0 && claim.problem.is_some_and(Problem::says_itself) {
        // The letter says it: nothing is missing.
    } else if words == 0 {
        lacks.push(Message::new("letter-description-none"));
    } else if words < FEWEST_WORDS {
        lacks.push(Message::new("letter-description-short"));
    }
    if !has_date(text) && !in_force(events).iter().any(|e| is_dated_fact(e)) {
        lacks.push(Message::new("letter-description-no-date"));
    }
    // A service knows its customers, not their orders.
    let has_number = [&claim.order_ref, &claim.customer_ref]
        .into_iter()
        .flatten()
        .any(|no| !no.trim().is_empty());
    if !has_number && expects_number(claim) {
        lacks.push(Message::new("letter-description-no-order-ref"));
    }
    if claim.wanted.is_none() {
        lacks.push(Message::new("letter-description-no-outcome"));
    }
    let length = text.chars().count();
    if length > LONGEST {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        lacks.push(
            Message::new("letter-description-long")
                .with("length", count(length))
                .with("limit", count(LONGEST)),
        );
    }
    lacks
}

fn is_dated_fact(event: &Event) -> bool {
    event.kind.direction() != Direction::Sent
        && !matches!(event.kind, EventKind::Note | EventKind::OwnDate)
}

fn expects_number(claim: &Claim) -> bool {
    claim.seller_kind != Some(SellerKind::Private)
        && !matches!(claim.sale, Some(Sale::Store | Sale::HomeVisit))
}

/// Whether a text holds something like a day: `3/11`, `2026-11-03`, `3 novembre`, `November 3`, `1er mars`.
fn has_date(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')'))
        .map(|word| word.trim_end_matches(['.', ':', '!', '?']).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().any(|word| is_numeric_date(word))
        || words.windows(2).any(|pair| {
            (is_day(&pair[0]) && is_month(&pair[1])) || (is_month(&pair[0]) && is_day(&pair[1]))
        })
}

fn is_numeric_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    let numbers = parts
        .iter()
        .all(|p| !p.is_empty() && p.len() <= 4 && p.chars().all(|c| c.is_ascii_digit()));
    numbers && (parts.len() == 3 || (parts.len() == 2 && word.contains('/')))
}

fn is_day(word: &str) -> bool {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    let ending = &word[digits.len()..];
    digits
        .parse::<u32>()
        .is_ok_and(|day| (1..=31).contains(&day))
        && ["", "er", "st", "nd", "rd", "th"].contains(&ending)
}

fn is_month(word: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "janv", "fév", "fev", "mars", "avr", "mai", "juin", "juil", "août", "aout", "sept", "oct",
        "nov", "déc", "dec", "jan", "feb", "mar", "apr", "may", "june", "july", "aug", "sep",
    ];
    BEGINNINGS
        .iter()
        .any(|beginning| word.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::language::Language;
    use crate::domain::problem::Remedy;

    fn claim(description: &str) -> Claim {
        Claim {
            description: Some(description.to_owned()),
            wanted: Some(Remedy::Refund),
            order_ref: Some("171-1".to_owned()),
            ..Claim::draft(Language::English)
        }
    }

    fn keys(claim: &Claim, events: &[Event]) -> Vec<String> {
        check_description(claim, events)
            .into_iter()
            .map(|message| message.key)
            .collect()
    }

    #[test]
    fn names_everything_that_an_empty_claim_lacks() {
        assert_eq!(
            keys(&Claim::draft(Language::English), &[]),
            [
                "letter-description-none",
                "letter-description-no-date",
                "letter-description-no-order-ref",
                "letter-description-no-outcome"
            ]
        );
    }

    #[test]
    fn takes_a_date_from_the_text_or_from_the_log() {
        let vague = claim("The lamp arrived with its foot broken in two pieces");
        assert_eq!(keys(&vague, &[]), ["letter-description-no-date"]);
        let day = NaiveDate::from_ymd_opt(2026, 11, 3).expect("a day");
        assert!(keys(&vague, &[Event::new(EventKind::Delivered, day)]).is_empty());
        assert_eq!(
            keys(&vague, &[Event::new(EventKind::Contacted, day)]),
            ["letter-description-no-date"]
        );
        for date in [
            "2026-11-03",
            "3/11",
            "03/11/2026",
            "3 November",
            "1er mars",
            "Nov. 3rd",
        ] {
            let dated = claim(&format!(
                "The lamp arrived on {date} with its foot broken in two"
            ));
            assert!(keys(&dated, &[]).is_empty(), "{date}");
        }
        let not = claim("The lamp has 3 faults and its foot is a maybe 12-34 thing");
        assert_eq!(keys(&not, &[]), ["letter-description-no-date"]);
    }

    #[test]
    fn minds_the_length() {
        assert_eq!(
            keys(&claim("Broken on 3/11"), &[]),
            ["letter-description-short"]
        );
        let long = claim(&format!("It broke on 3/11. {}", "word ".repeat(200)));
        let lacks = check_description(&long, &[]);
        assert_eq!(lacks[0].key, "letter-description-long");
    }
}
