//! CSV and TSV: one row per claim, quoted as RFC 4180 has it; no cell can become a formula in a spreadsheet.

use std::borrow::Cow;
use std::io::{self, Write};

use ::csv::{Terminator, WriterBuilder};

use super::playbook::{PlaybookRecord, StaleRecord};
use super::record::ClaimRecord;
use super::row::{ListRecord, MoneyRecord};
use crate::domain::harmless::{Newlines, sanitize};

/// What stands between two cells. Lines of CSV end as RFC 4180 has it, lines of TSV as Unix tools expect them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    Comma,
    Tab,
}

/// The columns of `export`.
pub const CLAIM_COLUMNS: &[&str] = &[
    "id",
    "title",
    "status",
    "step",
    "problem",
    "seller",
    "platform",
    "order_ref",
    "ordered_on",
    "amount",
    "currency",
    "asked",
    "received",
    "outstanding",
    "next",
    "command",
    "due_on",
    "legal_on",
    "outcome",
    "closed_on",
    "uid",
];

/// The columns of `list`.
pub const LIST_COLUMNS: &[&str] = &[
    "id", "title", "seller", "problem", "status", "next", "command", "due_on", "legal_on",
    "amount", "currency",
];

/// The columns of `playbook list`.
pub const PLAYBOOK_COLUMNS: &[&str] = &[
    "id",
    "kind",
    "title",
    "reviewed_on",
    "age_days",
    "read",
    "secondary",
    "memory",
    "weakest",
    "rules",
    "routes",
    "origin",
];

/// The columns of `playbook list --stale`.
pub const SOURCE_COLUMNS: &[&str] = &[
    "playbook",
    "source",
    "title",
    "article",
    "checked_on",
    "basis",
    "confidence",
    "url",
];

/// Writes claims, one per row. Sums of money are in the currency of the claim; absent values are empty.
///
/// # Errors
/// When the output cannot be written.
pub fn write_claims(
    out: impl Write,
    separator: Separator,
    claims: &[ClaimRecord],
) -> io::Result<()> {
    let rows = claims.iter().map(|claim| {
        let money = &claim.money;
        // Where the price is unknown, the sums still have a currency.
        let currency = [
            &claim.purchase.amount,
            &money.asked,
            &money.received,
            &money.outstanding,
        ]
        .into_iter()
        .find_map(Option::as_ref)
        .map_or("", |money| money.currency);
        vec![
            Cow::Owned(claim.id.to_string()),
            text(&claim.title),
            Cow::Borrowed(claim.status),
            Cow::Borrowed(claim.step),
            Cow::Borrowed(claim.problem.unwrap_or_default()),
            text(&claim.seller.name),
            text(&claim.seller.platform),
            text(&claim.purchase.order_ref),
            text(&claim.purchase.ordered_on),
            value(&claim.purchase.amount),
            Cow::Borrowed(currency),
            value(&money.asked),
            value(&money.received),
            value(&money.outstanding),
            Cow::Borrowed(claim.next.what.as_str()),
            text(&claim.next.command),
            text(&claim.next.due_on),
            Cow::Borrowed(claim.next_legal_on().unwrap_or_default()),
            Cow::Borrowed(claim.outcome.unwrap_or_default()),
            text(&claim.closed_on),
            Cow::Borrowed(claim.uid.as_str()),
        ]
    });
    write_rows(out, separator, CLAIM_COLUMNS, rows)
}

/// Writes the rows of `list`.
///
/// # Errors
/// When the output cannot be written.
pub fn write_list(out: impl Write, separator: Separator, list: &[ListRecord]) -> io::Result<()> {
    let rows = list.iter().map(|claim| {
        vec![
            Cow::Owned(claim.id.to_string()),
            text(&claim.title),
            text(&claim.seller),
            Cow::Borrowed(claim.problem.unwrap_or_default()),
            Cow::Borrowed(claim.status),
            Cow::Borrowed(claim.next.what.as_str()),
            text(&claim.next.command),
            text(&claim.next.due_on),
            text(&claim.legal_on),
            value(&claim.amount),
            Cow::Borrowed(claim.amount.as_ref().map_or("", |amount| amount.currency)),
        ]
    });
    write_rows(out, separator, LIST_COLUMNS, rows)
}

/// Writes the rows of `playbook list`.
///
/// # Errors
/// When the output cannot be written.
pub fn write_playbooks(
    out: impl Write,
    separator: Separator,
    list: &[PlaybookRecord],
) -> io::Result<()> {
    let rows = list.iter().map(|playbook| {
        let number = |count: usize| Cow::Owned(count.to_string());
        vec![
            Cow::Borrowed(playbook.id.as_str()),
            Cow::Borrowed(playbook.kind),
            Cow::Borrowed(playbook.title.as_str()),
            Cow::Borrowed(playbook.reviewed_on.as_str()),
            Cow::Owned(playbook.age_days.to_string()),
            number(playbook.sources.read),
            number(playbook.sources.secondary),
            number(playbook.sources.memory),
            Cow::Borrowed(playbook.weakest.unwrap_or_default()),
            number(playbook.rules),
            number(playbook.routes),
            Cow::Borrowed(playbook.origin.as_str()),
        ]
    });
    write_rows(out, separator, PLAYBOOK_COLUMNS, rows)
}

/// Writes the rows of `playbook list --stale`.
///
/// # Errors
/// When the output cannot be written.
pub fn write_sources(
    out: impl Write,
    separator: Separator,
    list: &[StaleRecord],
) -> io::Result<()> {
    let rows = list.iter().map(|source| {
        vec![
            Cow::Borrowed(source.playbook.as_str()),
            Cow::Borrowed(source.source.as_str()),
            Cow::Borrowed(source.title.as_str()),
            text(&source.article),
            Cow::Borrowed(source.checked_on.as_str()),
            Cow::Borrowed(source.basis),
            Cow::Borrowed(source.confidence),
            text(&source.url),
        ]
    });
    write_rows(out, separator, SOURCE_COLUMNS, rows)
}

/// Writes a header and rows of any kind; every cell is made harmless.
///
/// # Errors
/// When the output cannot be written, or when a row has another number of cells than the header.
pub fn write_rows<Row, Cell>(
    out: impl Write,
    separator: Separator,
    header: &[&str],
    rows: impl IntoIterator<Item = Row>,
) -> io::Result<()>
where
    Row: IntoIterator<Item = Cell>,
    Cell: AsRef<str>,
{
    let (delimiter, line_end) = match separator {
        Separator::Comma => (b',', Terminator::CRLF),
        Separator::Tab => (b'\t', Terminator::Any(b'\n')),
    };
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(line_end)
        .from_writer(out);
    writer.write_record(header).map_err(io_error)?;
    for row in rows {
        for cell in row {
            writer
                .write_field(harmless(cell.as_ref()).as_bytes())
                .map_err(io_error)?;
        }
        writer.write_record(None::<&[u8]>).map_err(io_error)?;
    }
    writer.flush()
}

/// Makes a cell one harmless line, and puts an apostrophe before what a spreadsheet would take for a formula: at its
/// beginning, and after a semicolon, where a French spreadsheet parts the cells of any line. A plain number is left alone.
#[must_use]
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let cell = match sanitize(cell, Newlines::Fold) {
        Cow::Borrowed(cell) => Cow::Borrowed(cell.trim()),
        Cow::Owned(cell) => Cow::Owned(cell.trim().to_owned()),
    };
    if !cell.split(';').any(starts_a_formula) {
        return cell;
    }
    let parts = cell.split(';').map(|part| match starts_a_formula(part) {
        true => format!("'{part}"),
        false => part.to_owned(),
    });
    Cow::Owned(parts.collect::<Vec<_>>().join(";"))
}

fn starts_a_formula(part: &str) -> bool {
    // A quote is doubled where it stands in a cell: a part that begins with one begins with an empty text for some.
    part.trim_start_matches(['"', ' '])
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        && !is_plain_number(part)
}

fn is_plain_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    match unsigned.split_once(['.', ',']) {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(unsigned),
    }
}

fn text(cell: &Option<String>) -> Cow<'_, str> {
    Cow::Borrowed(cell.as_deref().unwrap_or_default())
}

fn value(money: &Option<MoneyRecord>) -> Cow<'_, str> {
    Cow::Borrowed(money.as_ref().map_or("", |money| money.value.as_str()))
}

/// Gives the error of the output itself back, so that a closed pipe is known as one.
fn io_error(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
