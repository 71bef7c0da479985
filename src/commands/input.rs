//! What users type on the command line, read in their language.

use chrono::{NaiveDate, NaiveTime};

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::domain::money::{Money, MoneyError};
use crate::error::{Exit, Failure};
use crate::lang::{reading, words};

/// Reads the number of a claim: `3` or `#3`.
///
/// # Errors
/// When it is not a number.
pub(crate) fn claim_id(text: &str) -> Result<i64> {
    let digits = text.trim().trim_start_matches('#');
    digits
        .parse::<i64>()
        .ok()
        .filter(|id| *id > 0)
        .ok_or_else(|| {
            Failure::new(
                Exit::Usage,
                Message::new("error-claim-number").with("text", text),
            )
            .hint(Message::new("error-no-claim-hint"))
            .into()
        })
}

/// Reads a day as people write it in the language of the program.
///
/// # Errors
/// When the text is no day, or could be two.
pub(crate) fn day(ctx: &Context, text: &str) -> Result<NaiveDate> {
    reading::read_date(text, ctx.lang.language, ctx.today)
        .map_err(|error| usage(error.message(), Some(error.hint())))
}

/// Reads a day with its hour.
///
/// # Errors
/// When the text is no day with an hour.
pub(crate) fn instant(ctx: &Context, text: &str) -> Result<(NaiveDate, NaiveTime)> {
    reading::read_instant(text, ctx.lang.language, ctx.today)
        .map(|instant| (instant.date(), instant.time()))
        .map_err(|error| usage(error.message(), Some(error.hint())))
}

/// The currency that is meant where none is written: that of the claim.
pub(crate) type Usual<'a> = dyn Fn() -> Result<Option<iso_currency::Currency>> + 'a;

/// Reads an amount, with its currency or in that of the claim.
///
/// # Errors
/// When it is not one clear amount, or has no currency and the claim neither.
pub(crate) fn money(text: &str, usual: &Usual<'_>) -> Result<Money> {
    let read = match Money::parse(text) {
        Err(MoneyError::NoCurrency) => match usual()? {
            Some(currency) => Money::parse(&format!("{text} {}", currency.code())),
            None => Err(MoneyError::NoCurrency),
        },
        read => read,
    };
    read.map_err(|error| {
        let (what, hint) = words::money_error(error, text);
        usage(what, Some(hint))
    })
}

/// Reads a member of a closed set by its id; the failure names all of them, and the nearest.
///
/// # Errors
/// When there is no such member.
pub(crate) fn member<T: Copy + std::fmt::Display>(text: &str, all: &[T], set: &str) -> Result<T> {
    if let Some(found) = all.iter().find(|m| m.to_string() == text) {
        return Ok(*found);
    }
    let ids: Vec<String> = all.iter().map(ToString::to_string).collect();
    let what = Message::new("error-unknown-member")
        .with("text", text)
        .with("set", Message::new(format!("error-set-{set}")));
    let hint = match nearest(text, &ids) {
        Some(near) => Message::new("error-did-you-mean").with("text", near),
        None => Message::new("error-one-of").with("list", ids.join(", ")),
    };
    Err(usage(what, Some(hint)))
}

/// The word that was probably meant.
pub(crate) fn nearest<'a>(text: &str, words: &'a [String]) -> Option<&'a str> {
    crate::domain::nearest::nearest(text, words.iter().map(String::as_str))
}

/// A failure for wrong usage or invalid input.
pub(crate) fn usage(what: Message, hint: Option<Message>) -> anyhow::Error {
    let failure = Failure::new(Exit::Usage, what);
    match hint {
        Some(hint) => failure.hint(hint).into(),
        None => failure.into(),
    }
}
