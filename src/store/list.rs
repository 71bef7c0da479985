//! The list of claims as they stand on a day: one query over what was computed before.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Row, ToSql};

use crate::domain::calendar::holidays::Holidays;
use crate::domain::calendar::period::{Period, days_between};
use crate::domain::claim::Status;
use crate::domain::language::Language;
use crate::domain::money::Money;
use crate::domain::problem::Problem;

use super::columns::{Cells, Day};
use super::fold::fold;

/// By what a list is sorted; claims that are equal by it are sorted by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// What is overdue or due within a week, then what else is the user's to do, then what is only waited for; of equals the
    /// earliest day first, claims without one last. Where only claims with something due are listed, by day alone.
    #[default]
    Due,
    Id,
    /// By name, whatever its accents and case; claims without a seller last.
    Seller,
    /// The largest first, currency by currency; claims without an amount last.
    Amount,
    /// The latest change first.
    Updated,
}

/// Which claims to list, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    pub today: NaiveDate,
    /// Only claims with something to be reminded of within this many days, or late already.
    pub due_within: Option<u32>,
    /// Only claims with something late.
    pub overdue: bool,
    /// Closed claims too.
    pub all: bool,
    /// A part of the seller's name, whatever its accents and case.
    pub seller: Option<String>,
    pub sort: Sort,
    /// The language of [`ListRow::what`].
    pub language: Language,
}

/// A claim in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    pub id: i64,
    pub title: Option<String>,
    pub seller: Option<String>,
    pub platform: Option<String>,
    pub item: Option<String>,
    pub problem: Option<Problem>,
    pub status: Status,
    /// What is next, in one sentence; `None` where nothing was computed yet.
    pub what: Option<String>,
    pub command: Option<String>,
    /// The day of what is next; of the most pressing deadline where only claims with one are listed.
    pub due_on: Option<NaiveDate>,
    /// The legal last day of the same deadline, where it is later.
    pub legal_on: Option<NaiveDate>,
    pub amount: Option<Money>,
    /// What is still owed of the amount.
    pub outstanding: Option<Money>,
    /// What the law adds for delay.
    pub surcharge: Option<Money>,
    pub updated_at: DateTime<Utc>,
}

/// How many days ahead something is soon.
const SOON: i64 = 7;

impl ListRow {
    /// Tells whether it asks for something now: it is overdue, or its day is within a week.
    #[must_use]
    pub fn presses(&self, today: NaiveDate) -> bool {
        let soon = |on| days_between(today, on) <= SOON;
        self.status == Status::Overdue
            || (self.status != Status::Closed && self.due_on.is_some_and(soon))
    }

    /// Ranks it by how pressing it is, the most pressing first.
    fn urgency(&self, today: NaiveDate) -> u8 {
        match self.status {
            Status::Closed => 3,
            Status::Waiting => 2,
            Status::Overdue => 0,
            Status::Yours | Status::Draft => u8::from(!self.presses(today)),
        }
    }
}

/// Claims with something due: one range of the partial index, one row per claim, with its earliest deadline.
const DUE: &str = "\
FROM (SELECT claim_id, min(due_on) AS due_on, legal_on FROM deadlines INDEXED BY deadlines_live
      WHERE settled = 'no' AND chased = 0 AND quiet = 0
        AND remind_on <= :horizon AND (until_on IS NULL OR until_on >= :today)";

/// What was computed for a claim and is in force on the day.
const AGENDA: &str = "
LEFT JOIN agenda a ON a.claim_id = c.id
  AND a.from_on = (SELECT max(from_on) FROM agenda WHERE claim_id = c.id AND from_on <= :today)";

/// The legal day of the deadline that falls on the day of what is next.
const LEGAL: &str = "\
(SELECT legal_on FROM deadlines WHERE claim_id = c.id AND due_on = a.due_on AND settled = 'no' ORDER BY no LIMIT 1)";

fn sql(query: &ListQuery) -> String {
    let due = query.due_within.is_some() || query.overdue;
    let what = match query.language {
        Language::French => "what_fr",
        Language::English => "what_en",
    };
    let (due_on, legal_on) = if due {
        ("d.due_on", "d.legal_on")
    } else {
        ("a.due_on", LEGAL)
    };
    let mut sql = format!(
        "SELECT c.id, c.title, c.seller, c.platform, c.item, c.problem, a.status, c.closed_on IS NOT NULL, c.draft, \
         a.{what}, a.command, {due_on} AS due, {legal_on}, c.amount_minor, c.currency, \
         a.outstanding_minor, a.surcharge_minor, c.updated_at\n"
    );
    if due {
        sql.push_str(DUE);
        if query.overdue {
            sql.push_str(" AND due_on < :today");
        }
        sql.push_str("\n      GROUP BY claim_id) d JOIN claims c ON c.id = d.claim_id");
    } else {
        sql.push_str("FROM claims c");
    }
    sql.push_str(AGENDA);
    sql.push_str("\nWHERE ");
    // A closed claim has something due only where its user set a reminder that outlives it.
    sql.push_str(if query.all || due {
        "1"
    } else {
        "c.closed_on IS NULL"
    });
    if query.seller.is_some() {
        sql.push_str(" AND instr(c.seller_key, :seller) > 0");
    }
    sql.push_str("\nORDER BY ");
    sql.push_str(match query.sort {
        Sort::Due => "due NULLS LAST, c.id",
        Sort::Id => "c.id",
        Sort::Seller => "c.seller_key NULLS LAST, c.id",
        Sort::Amount => "c.currency NULLS LAST, c.amount_minor DESC, c.id",
        Sort::Updated => "c.updated_at DESC, c.id",
    });
    sql
}

/// The last day on which a reminder must have started. What is late was to be reminded of before today.
fn horizon(query: &ListQuery) -> Day {
    let ahead = match query.due_within {
        Some(days) if !query.overdue => i32::try_from(days).unwrap_or(i32::MAX),
        _ => 0,
    };
    Day::clamped(Period::days(ahead).end_after(query.today, &Holidays::default()))
}

pub(super) fn rows(conn: &Connection, query: &ListQuery) -> rusqlite::Result<Vec<ListRow>> {
    let today = Day::clamped(query.today);
    let horizon = horizon(query);
    let seller = query.seller.as_deref().map(fold);
    let mut select = conn.prepare(&sql(query))?;
    let mut values: Vec<(&str, &dyn ToSql)> = vec![(":today", &today)];
    if query.due_within.is_some() || query.overdue {
        values.push((":horizon", &horizon));
    }
    if let Some(seller) = &seller {
        values.push((":seller", seller));
    }
    let mut rows: Vec<ListRow> = select
        .query_map(values.as_slice(), row)?
        .collect::<rusqlite::Result<_>>()?;
    if query.sort == Sort::Due && query.due_within.is_none() && !query.overdue {
        rows.sort_by_key(|row| row.urgency(query.today));
    }
    Ok(rows)
}

/// Counts the open claims, of this seller where one is named, that wait for their user to act, by what is in force on the day.
pub(super) fn count_yours(conn: &Connection, query: &ListQuery) -> rusqlite::Result<i64> {
    let today = Day::clamped(query.today);
    let seller = query.seller.as_deref().map(fold).unwrap_or_default();
    conn.query_row(
        &format!(
            "SELECT count(*) FROM claims c{AGENDA}
             WHERE c.closed_on IS NULL AND (c.draft = 1 OR a.status IS NOT :waiting)
               AND (:seller = '' OR instr(c.seller_key, :seller) > 0)"
        ),
        rusqlite::named_params! { ":today": today, ":waiting": Status::Waiting, ":seller": seller },
        |row| row.get(0),
    )
}

fn row(row: &Row<'_>) -> rusqlite::Result<ListRow> {
    let mut cells = Cells::new(row);
    let mut list = ListRow {
        id: cells.take()?,
        title: cells.take()?,
        seller: cells.take()?,
        platform: cells.take()?,
        item: cells.take()?,
        problem: cells.take()?,
        status: {
            let computed: Option<Status> = cells.take()?;
            let (closed, draft): (bool, bool) = (cells.take()?, cells.take()?);
            match computed {
                _ if closed => Status::Closed,
                _ if draft => Status::Draft,
                Some(status) => status,
                None => Status::Yours,
            }
        },
        what: cells.take()?,
        command: cells.take()?,
        due_on: cells.maybe_day()?,
        legal_on: cells.maybe_day()?,
        amount: cells.money()?,
        outstanding: None,
        surcharge: None,
        updated_at: DateTime::UNIX_EPOCH,
    };
    if let Some(amount) = list.amount {
        let of = |minor: Option<i64>| minor.map(|minor| Money { minor, ..amount });
        list.outstanding = of(cells.take()?);
        list.surcharge = of(cells.take()?);
    } else {
        let _: (Option<i64>, Option<i64>) = (cells.take()?, cells.take()?);
    }
    list.updated_at = cells.instant()?;
    Ok(list)
}

#[cfg(test)]
mod tests {
    use rusqlite::params_from_iter;

    use super::super::schema;
    use super::*;

    fn plan(conn: &Connection, query: &ListQuery) -> Vec<String> {
        let mut explain = conn
            .prepare(&format!("EXPLAIN QUERY PLAN {}", sql(query)))
            .unwrap();
        let values = vec!["2026-11-20"; explain.parameter_count()];
        let rows = explain
            .query_map(params_from_iter(values), |row| row.get("detail"))
            .unwrap();
        rows.map(Result::unwrap).collect()
    }

    #[test]
    fn what_is_due_is_one_range_of_the_partial_index() {
        let conn = Connection::open_in_memory().unwrap();
        schema::migrate(&conn, schema::MIGRATIONS).unwrap();
        for (due_within, overdue) in [(Some(7), false), (None, true), (Some(7), true)] {
            let plan = plan(
                &conn,
                &ListQuery {
                    today: "2026-11-20".parse().unwrap(),
                    due_within,
                    overdue,
                    all: false,
                    seller: Some("x".to_owned()),
                    sort: Sort::Due,
                    language: Language::French,
                },
            );
            let steps: Vec<&str> = plan.iter().map(String::as_str).collect();
            assert_eq!(
                steps,
                [
                    "CO-ROUTINE d",
                    "SEARCH deadlines USING COVERING INDEX deadlines_live (remind_on<?)",
                    "USE TEMP B-TREE FOR GROUP BY",
                    "SCAN d",
                    "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)",
                    "SEARCH a USING PRIMARY KEY (claim_id=? AND from_on=?) LEFT-JOIN",
                    "CORRELATED SCALAR SUBQUERY 2",
                    "SEARCH agenda USING PRIMARY KEY (claim_id=? AND from_on<?)",
                    "USE TEMP B-TREE FOR ORDER BY",
                ]
            );
        }
    }

    #[test]
    fn the_benchmark_asks_the_same_query() {
        let query = ListQuery {
            today: "2026-11-20".parse().unwrap(),
            due_within: Some(7),
            overdue: false,
            all: false,
            seller: None,
            sort: Sort::Due,
            language: Language::English,
        };
        let kept = include_str!("../../examples/bench/due.sql");
        let kept = kept.lines().filter(|line| !line.starts_with("--"));
        let words =
            |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
        assert_eq!(
            words(&kept.collect::<Vec<_>>().join("\n")),
            words(&sql(&query))
        );
        assert_eq!(horizon(&query).0.to_string(), "2026-11-27");
    }

    #[test]
    fn open_claims_are_found_without_the_closed_ones() {
        let conn = Connection::open_in_memory().unwrap();
        schema::migrate(&conn, schema::MIGRATIONS).unwrap();
        let plan = plan(
            &conn,
            &ListQuery {
                today: "2026-11-20".parse().unwrap(),
                due_within: None,
                overdue: false,
                all: false,
                seller: None,
                sort: Sort::Due,
                language: Language::English,
            },
        );
        assert_eq!(plan[0], "SCAN c USING INDEX claims_open");
    }
}
