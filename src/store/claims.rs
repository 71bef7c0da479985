//! The table `claims`: one row per claim, with the place where its walk was left.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, ToSql, params_from_iter};

use crate::domain::claim::{Claim, Step};
use crate::domain::walk::Walk;

use super::columns::{Cells, Day, Instant, amount};
use super::fold::fold;
use super::load::StoredClaim;

/// Which claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    Every,
    /// Not closed, drafts too.
    Open,
    /// No drafts; open and closed.
    Finished,
    Drafts,
    Closed,
}

impl Filter {
    fn condition(self) -> &'static str {
        match self {
            Filter::Every => "1",
            Filter::Open => "closed_on IS NULL",
            Filter::Finished => "draft = 0",
            Filter::Drafts => "draft = 1",
            Filter::Closed => "closed_on IS NOT NULL",
        }
    }
}

type Column<'a> = (&'static str, Box<dyn ToSql + 'a>);

/// Every column that can change, with what a claim puts there.
fn columns<'a>(claim: &'a Claim, walk: Option<&'a Walk>, now: DateTime<Utc>) -> Vec<Column<'a>> {
    fn column<'a>(name: &'static str, value: impl ToSql + 'a) -> Column<'a> {
        (name, Box::new(value))
    }
    let (minor, currency) = amount(claim.amount);
    vec![
        column("title", &claim.title),
        column("language", claim.language),
        column("problem", claim.problem),
        column("wanted", claim.wanted),
        column("country", &claim.country),
        column("region", &claim.region),
        column("seller", &claim.seller),
        column("seller_key", claim.seller.as_deref().map(fold)),
        column("seller_kind", claim.seller_kind),
        column("seller_country", &claim.seller_country),
        column("platform", &claim.platform),
        column("sold_by", claim.sold_by),
        column("shipped_by", claim.shipped_by),
        column("item", &claim.item),
        column("item_kind", claim.item_kind),
        column("sale", claim.sale),
        column("order_ref", &claim.order_ref),
        column("customer_ref", &claim.customer_ref),
        column("amount_minor", minor),
        column("currency", currency),
        column("payment", claim.payment),
        column("notice_period", claim.notice_period),
        column("draft", claim.draft),
        column("outcome", claim.outcome),
        column("closed_on", claim.closed_on.map(Day)),
        column("walk_step", walk.map(|walk| walk.step)),
        column("walk_question", walk.map(|walk| &walk.question)),
        column("updated_at", Instant(now)),
        column("description", &claim.description),
    ]
}

/// Inserts a claim's row; returns its number.
pub(super) fn insert(
    conn: &Connection,
    claim: &Claim,
    walk: Option<&Walk>,
    now: DateTime<Utc>,
) -> rusqlite::Result<i64> {
    insert_as(conn, claim, walk, &super::events::uid(now), (now, now))
}

/// Inserts a claim's row with its id between machines, and the instants at which it was made and changed.
pub(super) fn insert_as(
    conn: &Connection,
    claim: &Claim,
    walk: Option<&Walk>,
    uid: &str,
    (created_at, updated_at): (DateTime<Utc>, DateTime<Utc>),
) -> rusqlite::Result<i64> {
    let mut columns = columns(claim, walk, updated_at);
    columns.push(("uid", Box::new(uid)));
    columns.push(("created_at", Box::new(Instant(created_at))));
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let marks = vec!["?"; columns.len()].join(", ");
    let sql = format!("INSERT INTO claims ({}) VALUES ({marks})", names.join(", "));
    conn.execute(&sql, params_from_iter(columns.iter().map(|(_, v)| v)))?;
    Ok(conn.last_insert_rowid())
}

/// Updates a claim's row; `false` when there is none.
pub(super) fn update(
    conn: &Connection,
    id: i64,
    claim: &Claim,
    walk: Option<&Walk>,
    now: DateTime<Utc>,
) -> rusqlite::Result<bool> {
    let mut columns = columns(claim, walk, now);
    let sets: Vec<String> = columns
        .iter()
        .map(|(name, _)| format!("{name} = ?"))
        .collect();
    let sql = format!("UPDATE claims SET {} WHERE id = ?", sets.join(", "));
    columns.push(("id", Box::new(id)));
    let changed = conn.execute(&sql, params_from_iter(columns.iter().map(|(_, v)| v)))?;
    Ok(changed == 1)
}

/// Says that something about a claim changed; `false` when there is none of this number.
pub(super) fn touch(conn: &Connection, id: i64, now: DateTime<Utc>) -> rusqlite::Result<bool> {
    let changed = conn.execute(
        "UPDATE claims SET updated_at = ?2 WHERE id = ?1",
        (id, Instant(now)),
    )?;
    Ok(changed == 1)
}

pub(super) fn exists(conn: &Connection, id: i64) -> rusqlite::Result<bool> {
    conn.prepare("SELECT 1 FROM claims WHERE id = ?1")?
        .exists([id])
}

pub(super) fn is_draft(conn: &Connection, id: i64) -> rusqlite::Result<bool> {
    conn.prepare("SELECT 1 FROM claims WHERE id = ?1 AND draft = 1")?
        .exists([id])
}

/// Deletes a claim and its rows in every other table, those first that refer to others.
pub(super) fn delete(conn: &Connection, id: i64) -> rusqlite::Result<()> {
    super::changes::forget_claim(conn, id)?;
    for table in [
        "agenda",
        "deadlines",
        "event_evidence",
        "events",
        "evidence",
        "fact_changes",
        "note_changes",
        "marks",
        "answers",
        "terms",
        "unknowns",
    ] {
        conn.execute(&format!("DELETE FROM {table} WHERE claim_id = ?1"), [id])?;
    }
    conn.execute("DELETE FROM claims WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn ids(conn: &Connection, filter: Filter) -> rusqlite::Result<Vec<i64>> {
    let sql = format!(
        "SELECT id FROM claims WHERE {} ORDER BY id",
        filter.condition()
    );
    conn.prepare(&sql)?
        .query_map([], |row| row.get(0))?
        .collect()
}

pub(super) fn interrupted_walk(conn: &Connection) -> rusqlite::Result<Option<i64>> {
    conn.query_row(
        "SELECT id FROM claims WHERE closed_on IS NULL AND walk_step IS NOT NULL ORDER BY updated_at DESC, id DESC
         LIMIT 1",
        [],
        |row| row.get(0),
    )
    .optional()
}

/// Reads at most `limit` claims numbered from `first` to `last`, ascending; only what stands in this table.
pub(super) fn read(
    conn: &Connection,
    (first, last): (i64, i64),
    limit: u32,
) -> rusqlite::Result<Vec<StoredClaim>> {
    let mut select = conn.prepare(
        "SELECT id, uid, created_at, updated_at, walk_step, walk_question, language, title, problem, wanted, country,
           region, seller, seller_kind, seller_country, platform, sold_by, shipped_by, item, item_kind, sale, order_ref,
           customer_ref, amount_minor, currency, payment, description, notice_period, draft, outcome, closed_on
         FROM claims WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT ?3",
    )?;
    select
        .query_map((first, last, limit), |row| {
            let mut cells = Cells::new(row);
            Ok(StoredClaim {
                id: cells.take()?,
                uid: cells.take()?,
                created_at: cells.instant()?,
                updated_at: cells.instant()?,
                walk: walk(cells.take()?, cells.take()?),
                claim: claim(&mut cells)?,
                events: Vec::new(),
            })
        })?
        .collect()
}

fn walk(step: Option<Step>, question: Option<String>) -> Option<Walk> {
    step.map(|step| Walk {
        step,
        question,
        ..Walk::start()
    })
}

/// Takes the columns from `language` on.
fn claim(cells: &mut Cells<'_>) -> rusqlite::Result<Claim> {
    Ok(Claim {
        language: cells.take()?,
        title: cells.take()?,
        problem: cells.take()?,
        wanted: cells.take()?,
        country: cells.take()?,
        region: cells.take()?,
        seller: cells.take()?,
        seller_kind: cells.take()?,
        seller_country: cells.take()?,
        platform: cells.take()?,
        sold_by: cells.take()?,
        shipped_by: cells.take()?,
        item: cells.take()?,
        item_kind: cells.take()?,
        sale: cells.take()?,
        order_ref: cells.take()?,
        customer_ref: cells.take()?,
        amount: cells.money()?,
        payment: cells.take()?,
        description: cells.take()?,
        notice_period: cells.take()?,
        draft: cells.take()?,
        outcome: cells.take()?,
        closed_on: cells.maybe_day()?,
        terms: Default::default(),
        answers: Default::default(),
        evidence: Vec::new(),
    })
}
