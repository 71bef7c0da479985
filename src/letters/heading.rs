//! The head of a letter that goes by post: who writes, to whom, when.

use chrono::NaiveDate;

use crate::domain::claim::Claim;
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::domain::party::{Consumer, SellerKind};
use crate::lang::Lang;

use super::tidy::{self, one_line};

/// The head of a letter, in its parts: a printed page has a place of its own for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Name, address, and how to be reached; empty when the user has set none.
    pub sender: Vec<String>,
    /// The other side, with its address where it is known.
    pub addressee: Vec<String>,
    /// `Le 20 novembre 2026`
    pub date: String,
}

impl Heading {
    /// The key under which the other side's postal address is kept, its lines separated by semicolons.
    pub const ADDRESS: &'static str = "seller_address";

    /// Makes the head of a letter to the seller.
    pub(super) fn to_seller(
        claim: &Claim,
        consumer: &Consumer,
        today: NaiveDate,
        lang: &Lang,
    ) -> Heading {
        let reached = [&consumer.phone, &consumer.email];
        let sender = consumer.name.iter().chain(&consumer.address);
        let sender = sender.chain(reached.into_iter().flatten());
        let tidy = |line: String| tidy::letter(&line, lang.language);
        Heading {
            sender: sender.map(|line| tidy(one_line(line))).collect(),
            addressee: addressee(claim, lang).into_iter().map(tidy).collect(),
            date: tidy(lang.say(&Message::new("letter-head-date").with("on", today))),
        }
    }

    /// The parts one below the other, as a text has them.
    pub(super) fn text(&self) -> String {
        let parts = [
            self.sender.join("\n"),
            self.addressee.join("\n"),
            self.date.clone(),
        ];
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        parts.join("\n\n")
    }
}

fn addressee(claim: &Claim, lang: &Lang) -> Vec<String> {
    let seller = claim.seller.as_deref().map(one_line).unwrap_or_default();
    let address = claim.fact(Heading::ADDRESS).unwrap_or_default();
    let address: Vec<String> = address
        .split(['\n', ';'])
        .map(one_line)
        .filter(|line| !line.is_empty())
        .collect();
    let is_trader = claim.seller_kind == Some(SellerKind::Trader);
    if !address.is_empty() {
        let service = is_trader.then(|| lang.text("letter-head-service"));
        return [seller].into_iter().chain(service).chain(address).collect();
    }
    let key = match is_trader {
        true => "letter-head-to-service",
        false => "letter-head-to",
    };
    let of = match lang.language {
        Language::French => tidy::of(&seller, lang.language),
        Language::English => seller,
    };
    vec![lang.say(&Message::new(key).with("seller", of))]
}
