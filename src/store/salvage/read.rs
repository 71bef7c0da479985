//! Reading as far as it goes: forwards, backwards, then claim by claim around what is damaged.

use std::collections::BTreeSet;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Params, Row};

use super::image::{Holds, Image, ImageError, Pattern, Roots};
use super::tree::{Held, Looks};
use super::{Key, NOT_SAVED, Table};

/// The highest number of a claim, and of a row of a claim, that is looked for one by one.
const MOST_CLAIMS: i64 = 20_000;
const MOST_NUMBERS: i64 = 1_000;
/// So many numbers behind the last that was found are looked for.
const BEHIND: i64 = 16;
/// So many parts to which nothing leads are read.
const MOST_PARTS: usize = 20_000;

/// Reads every table that is worth saving.
pub(super) fn tables(image: &mut Image) -> Result<Vec<Table>, ImageError> {
    let patterns = image.pattern()?;
    let patterns = patterns
        .into_iter()
        .filter(|p| !NOT_SAVED.contains(&p.name.as_str()));
    let own = image.roots.clone().unwrap_or_default();
    let conn = image.open(&own)?;
    let mut readers: Vec<Reader> = patterns.map(Reader::new).collect();
    for reader in &mut readers {
        match own.contains_key(&reader.table.name) {
            true => reader.scan(&conn),
            // Where it begins is to be found out.
            false => reader.table.broken = true,
        }
    }
    let index = in_index(&conn);
    let mut claims = known(&readers);
    claims.extend(&index);
    if readers.iter().any(|reader| reader.table.broken) {
        let last = claims.last().copied().unwrap_or(0).max(last_given(&conn));
        claims.extend(1..=last.saturating_add(BEHIND).min(MOST_CLAIMS));
        for reader in readers.iter_mut().filter(|reader| reader.table.broken) {
            if own.contains_key(&reader.table.name) {
                reader.around(&conn, &claims);
            }
        }
        drop(conn);
        parts(image, &own, &mut readers)?;
    }
    // A number that was only guessed is no claim that misses anything.
    let mut claims = known(&readers);
    claims.extend(&index);
    for reader in &mut readers {
        reader.table.missing.retain(|id| claims.contains(id));
        if reader.table.name == "claims" {
            let here: BTreeSet<i64> = reader.claims().into_iter().collect();
            reader.table.missing.extend(index.difference(&here));
        }
    }
    Ok(readers.into_iter().map(|reader| reader.table).collect())
}

fn known(readers: &[Reader]) -> BTreeSet<i64> {
    readers.iter().flat_map(Reader::claims).collect()
}

/// Reads the parts of broken tables to which nothing leads any more, each as if it were the whole table.
fn parts(image: &mut Image, own: &Roots, readers: &mut [Reader]) -> Result<(), ImageError> {
    let known: BTreeSet<u32> = own.values().copied().collect();
    let tops = image.pages().tops();
    let tops: Vec<u32> = tops
        .into_iter()
        .filter(|top| !known.contains(top))
        .collect();
    let mut found = vec![0; readers.len()];
    for &top in tops.iter().take(MOST_PARTS) {
        let Some(looks) = image.pages().looks(top) else {
            continue;
        };
        let fitting: Vec<usize> = (0..readers.len())
            .filter(|at| readers[*at].table.broken && readers[*at].fits(&looks))
            .collect();
        if let Some(at) = chosen(&fitting, readers, top, image)? {
            let name = readers[at].table.name.clone();
            let conn = image.open(&Roots::from([(name, top)]))?;
            let clean = readers[at].read_part(&conn);
            found[at] += if clean { 1 } else { 2 };
        }
    }
    // A table that was found whole, in one part, is not broken; nor is one that may well have been empty.
    let some_empty = tops.iter().any(|top| image.pages().is_empty(*top));
    for (reader, parts) in readers.iter_mut().zip(found) {
        let begins_anywhere = !own.contains_key(&reader.table.name);
        let was_empty = parts == 0 && some_empty && !reader.pattern.numbered;
        if begins_anywhere && (parts == 1 || was_empty) {
            reader.table.broken = false;
        }
    }
    Ok(())
}

/// The table that a part belongs to, where that can be told.
fn chosen(
    fitting: &[usize],
    readers: &[Reader],
    top: u32,
    image: &mut Image,
) -> Result<Option<usize>, ImageError> {
    let named = |name: &str| {
        fitting
            .iter()
            .copied()
            .find(|at| readers[*at].table.name == name)
    };
    match (fitting, named("terms"), named("answers")) {
        ([one], ..) => Ok(Some(*one)),
        // The two look the same; a term is a day.
        ([_, _], Some(terms), Some(answers)) => {
            let conn = image.open(&Roots::from([("terms".to_owned(), top)]))?;
            let days =
                "SELECT min(falls_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') FROM terms";
            let all_days: Option<bool> = conn.query_row(days, [], |row| row.get(0)).unwrap_or(None);
            Ok(Some(if all_days == Some(true) {
                terms
            } else {
                answers
            }))
        }
        _ => Ok(None),
    }
}

/// The numbers of the claims in the index of their names, as far as it can be read.
fn in_index(conn: &Connection) -> BTreeSet<i64> {
    let Ok(mut select) = conn.prepare("SELECT rowid FROM claims ORDER BY uid") else {
        return BTreeSet::new();
    };
    let rows = select.query_map([], |row| row.get(0));
    let numbers = rows.into_iter().flatten().map_while(Result::ok);
    let numbers = numbers.filter(|id| (1..=MOST_CLAIMS).contains(id));
    numbers
        .take(usize::try_from(MOST_CLAIMS).unwrap_or(0))
        .collect()
}

/// The last number that was given to a claim.
fn last_given(conn: &Connection) -> i64 {
    let last = conn.query_row(
        "SELECT seq FROM sqlite_sequence WHERE name = 'claims'",
        [],
        |row| row.get(0),
    );
    last.unwrap_or(0)
}

struct Reader {
    pattern: Pattern,
    table: Table,
}

impl Reader {
    fn new(pattern: Pattern) -> Reader {
        Reader {
            table: Table {
                name: pattern.name.clone(),
                columns: pattern.columns.clone(),
                ..Table::default()
            },
            pattern,
        }
    }

    /// Whether rows that look so can be of this table.
    fn fits(&self, looks: &Looks) -> bool {
        let pattern = &self.pattern;
        let takes = |(holds, held): (&Holds, &Held)| match held {
            Held::Nothing => !holds.always,
            Held::Number => holds.number,
            Held::Text => !holds.number,
            Held::Other => false,
        };
        // What has been added to a table since, an older row does not have.
        looks.numbered == pattern.numbered
            && (pattern.at_first..=pattern.holds.len()).contains(&looks.values.len())
            && pattern.holds.iter().zip(&looks.values).all(takes)
    }

    /// Reads all that a connection has of the table; whether that went well.
    fn read_part(&mut self, conn: &Connection) -> bool {
        let clean = self.rows(conn, "", [], false).is_ok();
        if !clean {
            let _ = self.rows(conn, "", [], true);
        }
        clean
    }

    fn claims(&self) -> Vec<i64> {
        let rows = self.table.rows.values();
        rows.filter_map(|row| self.table.claim(row)).collect()
    }

    /// Reads from the first row on; where that ends too soon, also from the last row back.
    fn scan(&mut self, conn: &Connection) {
        self.table.broken = !self.read_part(conn);
    }

    /// Looks for the rows of each claim, and for each number that a row may have: that leads around what is damaged.
    fn around(&mut self, conn: &Connection, claims: &BTreeSet<i64>) {
        let of_claim = match (self.table.name.as_str(), self.pattern.key.first()) {
            ("claims", _) => "WHERE id = ?1",
            (_, Some(first)) if first == "claim_id" => "WHERE claim_id = ?1",
            _ => return,
        };
        let numbered = match self.pattern.key.get(1).map(String::as_str) {
            Some("no") => Some("WHERE claim_id = ?1 AND no = ?2"),
            Some("event_no") => Some("WHERE claim_id = ?1 AND event_no = ?2"),
            _ => None,
        };
        for &claim in claims {
            if self.rows(conn, of_claim, [claim], false).is_ok() {
                continue;
            }
            self.table.missing.insert(claim);
            let _ = self.rows(conn, of_claim, [claim], true);
            let Some(numbered) = numbered else { continue };
            let last = self.last_number(claim).saturating_add(BEHIND);
            for number in 1..=last.min(MOST_NUMBERS) {
                let _ = self.rows(conn, numbered, [claim, number], false);
            }
        }
    }

    /// The highest number of a row of a claim that was read.
    fn last_number(&self, claim: i64) -> i64 {
        let numbers = self.table.rows.keys().filter_map(|key| match &key[..] {
            [(of, _), (no, _), ..] if *of == claim => Some(*no),
            _ => None,
        });
        numbers.max().unwrap_or(0)
    }

    /// Reads rows in the order of the key until the last, or until one that cannot be read.
    fn rows(
        &mut self,
        conn: &Connection,
        which: &str,
        params: impl Params,
        backwards: bool,
    ) -> rusqlite::Result<()> {
        let way = if backwards { " DESC" } else { "" };
        let order: Vec<String> = self
            .pattern
            .key
            .iter()
            .map(|name| format!("\"{name}\"{way}"))
            .collect();
        let columns: Vec<String> = self
            .table
            .columns
            .iter()
            .map(|name| format!("\"{name}\""))
            .collect();
        let sql = format!(
            "SELECT {} FROM \"{}\" {which} ORDER BY {}",
            columns.join(", "),
            self.table.name,
            order.join(", ")
        );
        let mut select = conn.prepare(&sql)?;
        let mut rows = select.query(params)?;
        let mut last: Option<Key> = None;
        while let Some(row) = rows.next()? {
            let values = values(row, self.table.columns.len())?;
            let key = self.key_of(&values);
            // Pages that lead to each other in a circle would never end.
            let onwards = last
                .as_ref()
                .is_none_or(|last| (key > *last) != backwards && key != *last);
            if !onwards {
                return Err(rusqlite::Error::InvalidQuery);
            }
            self.table.rows.entry(key.clone()).or_insert(values);
            last = Some(key);
        }
        Ok(())
    }

    fn key_of(&self, values: &[Value]) -> Key {
        let part = |name: &String| match self.table.column(name).and_then(|at| values.get(at)) {
            Some(Value::Integer(number)) => (*number, Vec::new()),
            Some(Value::Text(text)) => (0, text.clone().into_bytes()),
            Some(Value::Blob(bytes)) => (0, bytes.clone()),
            _ => (0, Vec::new()),
        };
        self.pattern.key.iter().map(part).collect()
    }
}

/// The values of a row. What is no text in UTF-8 any more is made one.
fn values(row: &Row<'_>, count: usize) -> rusqlite::Result<Vec<Value>> {
    let value = |at| {
        Ok(match row.get_ref(at)? {
            ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
            other => Value::try_from(other)?,
        })
    };
    (0..count).map(value).collect()
}
