//! Claims of our own JSON export. It has no files, and does not say when a fact was written.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use anyhow::Result;

use super::super::answers_file;
use super::Args;
use super::bundle::{self, Source};
use crate::answers::read_export;
use crate::context::Context;
use crate::domain::change::{fact, keys};
use crate::domain::message::Message;
use crate::domain::replica::{Logged, Piece, Replica};
use crate::error::{Exit, Failure, system_cause};

/// The largest export that is read, in bytes: it is held in memory.
const LARGEST: u64 = 512 << 20;

/// Adds the claims of an export, or says what would come.
pub(super) fn run(args: &Args, whole: Box<dyn Read>, ctx: &Context) -> Result<Exit> {
    let file = args.from.display().to_string();
    let unreadable = || Message::new("error-read-file").with("file", file.as_str());
    let mut text = Vec::new();
    let read = whole.take(LARGEST + 1).read_to_end(&mut text);
    read.map_err(|error| Failure::new(Exit::Failed, unreadable()).because(system_cause(&error)))?;
    let refused =
        |why: &'static str| Failure::new(Exit::Usage, unreadable()).because(Message::new(why));
    if text.len() as u64 > LARGEST {
        return Err(refused("error-too-large").into());
    }
    let text = String::from_utf8(text).map_err(|_| refused("error-not-utf8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let claims = read_export(text, ctx.lang.language)
        .map_err(|problems| answers_file::refused(&file, &problems, ctx))?;
    bundle::take(args, &Source::Export(&claims), ctx)
}

/// Fits what an export has of a claim to what this desk has: facts stay as they are here, and what an older export wrote
/// without an id is what it is here. Returns the facts that are others there.
pub(super) fn fit(own: &Replica, there: &mut Replica) -> Vec<(String, Option<String>)> {
    let all: BTreeSet<String> = keys(&own.claim, &there.claim).collect();
    let differing = all.into_iter().filter_map(|key| {
        let value = fact(&there.claim, &key);
        // What an older export does not write is not known to be another.
        let is_said = value.is_some() && key != "language";
        (is_said && value != fact(&own.claim, &key)).then_some((key, value))
    });
    let differing = differing.collect();
    there.claim = own.claim.clone();
    let mut pieces: BTreeMap<&str, &Piece> = BTreeMap::new();
    for piece in &own.pieces {
        pieces.insert(&piece.evidence.sha256, piece);
    }
    for piece in &mut there.pieces {
        if let Some(known) = pieces.get(piece.evidence.sha256.as_str()) {
            let no = piece.evidence.no;
            *piece = (*known).clone();
            piece.evidence.no = no;
            piece.evidence.part_of = None;
        }
    }
    let known = |one: &Logged, other: &Logged| {
        let said = |logged: &Logged| {
            let event = &logged.event;
            let recorded = event.recorded_at.map(|at| at.timestamp());
            (event.kind, event.on, event.at, event.note.clone(), recorded)
        };
        one.uid == other.uid || said(one) == said(other)
    };
    for logged in &mut there.log {
        if let Some(same) = own.log.iter().find(|own| known(own, logged)) {
            logged.uid = same.uid.clone();
            logged.event.recorded_at = same.event.recorded_at;
        }
    }
    differing
}
