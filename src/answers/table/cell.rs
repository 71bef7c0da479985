//! A cell to what an answers file would have in its place.

use iso_currency::Currency;

use super::super::dates;
use super::super::entry::{Entry, Value};
use super::super::field::Field;
use super::Around;
use crate::domain::money::Money;
use crate::domain::playbook::QuestionKind;

impl Around<'_> {
    /// A day as answers files write it, where it can be read.
    pub(super) fn iso(&self, text: &str) -> String {
        if dates::is_iso(text) {
            return text.to_owned();
        }
        (self.day)(text).map_or_else(|| text.to_owned(), |day| day.to_string())
    }
}

/// A cell as an entry of an answers file: days as those write them.
pub(super) fn entry(
    key: &str,
    field: Option<&Field>,
    cell: &str,
    line: usize,
    around: &Around<'_>,
) -> Entry {
    let found;
    let field = match field {
        Some(field) => Some(field),
        None => {
            found = Field::of(key, around.library);
            found.as_ref()
        }
    };
    let text = match field {
        Some(Field::Day(_) | Field::Term(_)) => around.iso(cell),
        Some(Field::Own(own)) if is_day(own, around) => around.iso(cell),
        Some(Field::Hour(_)) => {
            let moment = (around.moment)(cell);
            moment.map_or_else(
                || cell.to_owned(),
                |at| at.format("%Y-%m-%dT%H:%M:%S").to_string(),
            )
        }
        _ => cell.to_owned(),
    };
    Entry {
        key: key.to_owned(),
        line,
        value: Value::Text(text),
    }
}

/// Whether a playbook's own question asks for a day.
fn is_day(key: &str, around: &Around<'_>) -> bool {
    let playbooks = around.library.playbooks.iter();
    let mut questions = playbooks.flat_map(|playbook| &playbook.questions);
    questions.any(|question| question.key == key && question.kind == QuestionKind::Date)
}

/// A cell without the apostrophe that our own export puts before what a spreadsheet would take for a formula.
pub(super) fn unharmed(cell: &str) -> &str {
    let starts_a_formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let bare = cell.strip_prefix('\'');
    bare.filter(|bare| bare.starts_with(starts_a_formula))
        .unwrap_or(cell)
}

pub(super) fn is_currency(text: &str) -> bool {
    money_of(text).is_some()
}

/// The currency of this name or sign.
pub(super) fn money_of(text: &str) -> Option<Currency> {
    let is_one = !text.contains(|c: char| c.is_ascii_digit());
    let money = is_one.then(|| Money::parse(&format!("1 {text}")).ok());
    money.flatten().map(|money| money.currency)
}
