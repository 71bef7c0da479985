//! What can be read of a damaged file of claims, in a new one, and what was lost.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use crate::context::Context;
use crate::domain::claim::Claim;
use crate::domain::message::Message;
use crate::error::{Exit, Failure};
use crate::store::{self, Saved, Store, StoreError};

use super::super::unwritten::unwritten;
use super::super::{desk, view};

/// So many claims are named one by one.
const MOST_NAMED: usize = 40;

/// Saves what can be read into a new file, and says what is lost.
///
/// # Errors
/// When there is nothing to read, or the new file cannot be written.
pub(super) fn save(path: &Path, to: &Path, ctx: &Context) -> Result<Exit> {
    let shown = view::clean(&to.display().to_string());
    if to.symlink_metadata().is_ok() {
        let what = Message::new("error-file-exists").with("file", shown);
        return Err(Failure::new(Exit::Failed, what)
            .hint(Message::new("safe-doctor-save-hint"))
            .into());
    }
    let stand_in = Claim {
        title: Some(ctx.lang.text("safe-saved-stand-in")),
        ..Claim::draft(ctx.lang.language)
    };
    let saved = store::salvage(path, to, &stand_in, ctx.now).map_err(|error| match error {
        StoreError::Reach { path, source } if path == to => unwritten(to, &source).into(),
        error => anyhow::Error::from(error),
    })?;
    desk::assess_every(ctx, &Store::open(to)?)?;
    let claims = i64::try_from(saved.holdings.claims).unwrap_or(i64::MAX);
    let line = |message: Message| ctx.ui.out(&(ctx.say(&message) + "\n"));
    line(
        Message::new("safe-saved")
            .with("count", claims)
            .with("file", shown.as_str()),
    )?;
    for (table, rows) in &saved.tables {
        let rows = i64::try_from(*rows).unwrap_or(i64::MAX);
        let key = match saved.unreadable.contains(table) {
            true => "safe-saved-part",
            false => "safe-saved-table",
        };
        line(
            Message::new(key)
                .with("table", table.as_str())
                .with("count", rows),
        )?;
    }
    for (key, claims) in [
        ("safe-saved-incomplete", &saved.incomplete),
        ("safe-saved-drafts", &saved.without_facts),
        ("safe-saved-lost", &saved.lost),
    ] {
        if !claims.is_empty() {
            line(Message::new(key).with("claims", named(claims)))?;
        }
    }
    if to.parent() != path.parent() && !saved.holdings.kept.is_empty() {
        let vault = path.with_file_name("evidence");
        line(
            Message::new("safe-saved-evidence")
                .with("path", view::clean(&vault.display().to_string())),
        )?;
    }
    let place = Message::new("safe-saved-next")
        .with("file", view::quoted(&shown))
        .with(
            "path",
            view::quoted(&view::clean(&path.display().to_string())),
        );
    line(place)?;
    Ok(match is_whole(&saved) {
        true => Exit::Done,
        false => Exit::Failed,
    })
}

fn is_whole(saved: &Saved) -> bool {
    saved.unreadable.is_empty() && saved.incomplete.is_empty() && saved.lost.is_empty()
}

/// The numbers of claims, as many as somebody reads.
fn named(claims: &BTreeSet<i64>) -> String {
    let mut numbers: Vec<String> = claims.iter().take(MOST_NAMED).map(i64::to_string).collect();
    if claims.len() > MOST_NAMED {
        numbers.push("…".to_owned());
    }
    numbers.join(", ")
}
