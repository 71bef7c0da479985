//! What commands share: loading a claim, changing it, and keeping the stored dates in step with it.

use anyhow::Result;

use crate::context::Context;
use crate::domain::assess::{Deadline, DeadlineState, Docket, Next};
use crate::domain::change::Change;
use crate::domain::claim::{Claim, Status};
use crate::domain::event::{Direction, Event, EventKind, in_force};
use crate::domain::evidence::Evidence;
use crate::domain::language::Text;
use crate::domain::message::Message;
use crate::domain::party::Who;
use crate::domain::playbook::Library;
use crate::domain::problem::Outcome;
use crate::domain::walk::Walk;
use crate::error::{Exit, Failure};
use crate::lang::{Lang, words};
use crate::store::{
    AgendaRow, AssessmentRows, DeadlineRow, Filter, Made, Settled, Store, StoredClaim, Tx,
};
use crate::vault::Incoming;

/// A piece of evidence to add: what is known of it, and its copy, which waits for the row.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) evidence: Evidence,
    /// None for a file of which only the path is kept.
    pub(crate) copy: Option<Incoming>,
    /// The place among the pieces of the message that it was attached to.
    pub(crate) of: Option<usize>,
}

/// What a piece of evidence tells of itself: an event, which cites the piece and what was attached to it.
#[derive(Debug)]
pub(crate) enum Told {
    New(Event),
    /// The number of an event that is in the log already.
    Known(u32),
}

/// What a change makes of a claim.
#[derive(Debug)]
pub(crate) struct Edit {
    pub(crate) claim: Claim,
    pub(crate) walk: Option<Walk>,
    /// Events to append.
    pub(crate) events: Vec<Event>,
    /// Evidence to add; the numbers are given by the desk.
    pub(crate) evidence: Vec<Piece>,
    /// What pieces tell, by their places; in the order in which it is to stand in the log.
    pub(crate) told: Vec<(usize, Told)>,
}

impl Edit {
    /// Changes nothing yet.
    pub(crate) fn of(stored: &StoredClaim) -> Edit {
        Edit {
            claim: stored.claim.clone(),
            walk: stored.walk.clone(),
            events: Vec::new(),
            evidence: Vec::new(),
            told: Vec::new(),
        }
    }
}

/// Loads a claim.
///
/// # Errors
/// `NotFound` when the desk has no such claim.
pub(crate) fn load(ctx: &Context, id: i64) -> Result<StoredClaim> {
    let desk = ctx.desk()?;
    let stored = desk.map(|desk| desk.claim(id)).transpose()?.flatten();
    stored.ok_or_else(|| not_found(id).into())
}

pub(crate) fn not_found(id: i64) -> Failure {
    Failure::new(
        Exit::NotFound,
        Message::new("error-no-claim").with("id", id.to_string()),
    )
    .hint(Message::new("error-no-claim-hint"))
}

/// Changes a claim in one transaction: what `edit` makes of the claim as it stands is stored, the claim is assessed anew,
/// and the stored dates are written with it.
///
/// # Errors
/// Those of `edit`, and when there is no such claim or it cannot be stored.
pub(crate) fn change(
    ctx: &Context,
    id: i64,
    edit: impl FnOnce(&StoredClaim) -> Result<Edit>,
) -> Result<(StoredClaim, StoredClaim)> {
    let library = ctx.library()?;
    let store = open_to_write(ctx)?;
    let mut copies = Vec::new();
    let changed: Result<_> = store.change(|tx| {
        let before = tx.claim(id)?.ok_or_else(|| not_found(id))?;
        let mut edit = edit(&before)?;
        if edit.evidence.iter().any(|piece| piece.copy.is_some()) {
            // While the desk is locked, no other process gives a copy its row.
            ctx.vault()?.sweep(|hash| tx.keeps(hash).unwrap_or(true))?;
        }
        for piece in &mut edit.evidence {
            if let Some(mut copy) = piece.copy.take() {
                copy.offer()?;
                copies.push(copy);
            }
        }
        let after = apply(ctx, tx, id, &before, edit)?;
        let change = Change::between(
            (&before.claim, &before.events),
            (&after.claim, &after.events),
        );
        record(ctx, tx, id, &before.claim, change)?;
        tx.write_assessment(id, &rows(id, &after, library, ctx))?;
        Ok((before, after))
    });
    // Copies whose rows were not committed are dropped with this function, and so deleted.
    let changed = changed?;
    copies.into_iter().for_each(Incoming::settle);
    Ok(changed)
}

/// Notes what a change did. The answers of a walk that has not made a claim yet are taken back in the walk itself.
fn record(ctx: &Context, tx: &Tx<'_>, id: i64, before: &Claim, change: Change) -> Result<()> {
    let change = match change.opened {
        true => Change {
            opened: true,
            ..Change::default()
        },
        false => change,
    };
    if !(change.is_empty() || before.draft && !change.opened) {
        tx.record_change(id, &change, ctx.now)?;
    }
    Ok(())
}

fn apply(
    ctx: &Context,
    tx: &Tx<'_>,
    id: i64,
    before: &StoredClaim,
    edit: Edit,
) -> Result<StoredClaim> {
    if edit.claim != before.claim || edit.walk != before.walk {
        tx.save_claim(id, &edit.claim, edit.walk.as_ref(), ctx.now)?;
    }
    // The number of each piece.
    let mut numbers: Vec<u32> = Vec::new();
    // The same bytes are one piece of evidence, however often they are given.
    let mut known: Vec<Evidence> = edit.claim.evidence.clone();
    for Piece { evidence, of, .. } in &edit.evidence {
        let evidence = &Evidence {
            part_of: of.and_then(|at| numbers.get(at).copied()),
            ..evidence.clone()
        };
        let no = match known.iter_mut().find(|e| e.sha256 == evidence.sha256) {
            Some(there) => {
                let again = given_again(there, evidence);
                if again != *there {
                    tx.add_evidence(id, &again, ctx.now)?;
                    *there = again;
                }
                there.no
            }
            None => {
                let no = tx.add_evidence(id, evidence, ctx.now)?;
                known.push(Evidence {
                    no,
                    ..evidence.clone()
                });
                no
            }
        };
        numbers.push(no);
    }
    for mut event in edit.events {
        event.evidence.extend(&numbers);
        tx.append_event(id, &event, ctx.now)?;
    }
    for (at, told) in edit.told {
        let pieces = edit.evidence.iter().zip(&numbers).enumerate();
        let cited: Vec<u32> = pieces
            .filter(|(here, (piece, _))| *here == at || piece.of == Some(at))
            .map(|(_, (_, no))| *no)
            .collect();
        match told {
            Told::New(mut event) => {
                event.evidence = cited;
                tx.append_event(id, &event, ctx.now)?;
            }
            Told::Known(no) => tx.prove_event(id, no, &cited)?,
        }
    }
    tx.claim(id)?.ok_or_else(|| not_found(id).into())
}

/// What becomes of a piece whose bytes are given again: it counts again if it did not, and has a copy from then on.
fn given_again(there: &Evidence, given: &Evidence) -> Evidence {
    if there.purged_on.is_some() {
        return Evidence {
            no: there.no,
            confidential: there.confidential || given.confidential,
            ..given.clone()
        };
    }
    Evidence {
        stored: there.stored || given.stored,
        note: given.note.clone().or_else(|| there.note.clone()),
        taken_on: given.taken_on.or(there.taken_on),
        confidential: there.confidential || given.confidential,
        removed_on: None,
        part_of: there.part_of.or(given.part_of).filter(|no| *no != there.no),
        mail: there.mail.clone().or_else(|| given.mail.clone()),
        ..there.clone()
    }
}

/// Stores a new claim with its events.
///
/// # Errors
/// When it cannot be stored.
pub(crate) fn create(
    ctx: &Context,
    claim: &Claim,
    walk: Option<&Walk>,
    events: &[Event],
) -> Result<StoredClaim> {
    let library = ctx.library()?;
    let store = open_to_write(ctx)?;
    store.change(|tx| {
        let id = tx.insert_claim(claim, walk, ctx.now)?;
        for event in events {
            tx.append_event(id, event, ctx.now)?;
        }
        let stored = tx.claim(id)?.ok_or_else(|| not_found(id))?;
        let opened = Change {
            opened: !claim.draft,
            ..Change::default()
        };
        record(ctx, tx, id, claim, opened)?;
        tx.write_assessment(id, &rows(id, &stored, library, ctx))?;
        Ok(stored)
    })
}

/// A change that was taken back.
#[derive(Debug)]
pub(crate) struct TakenBack {
    pub(crate) made: Made,
    pub(crate) before: StoredClaim,
    pub(crate) after: StoredClaim,
}

/// Takes back the last change of the desk that was not taken back yet; `None` when there is none. The log erases nothing: it
/// notes that its events were taken back. What another desk has written counts there still, and here again once it is imported
/// again.
///
/// # Errors
/// When the desk cannot be read or written.
pub(crate) fn take_back(ctx: &Context) -> Result<Option<TakenBack>> {
    let library = ctx.library()?;
    let store = open_to_write(ctx)?;
    store.change(|tx| {
        // Of what was purged since, nothing is left to take back.
        let made = loop {
            let Some(made) = tx.changes(1)?.pop() else {
                return Ok(None);
            };
            if !made.change.is_empty() {
                break made;
            }
            tx.change_undone(made.no, ctx.now)?;
        };
        let id = made.claim;
        let before = tx.claim(id)?.ok_or_else(|| not_found(id))?;
        let mut edit = Edit::of(&before);
        made.change.take_back(&mut edit.claim, ctx.today);
        let (first, last) = made.change.events.unwrap_or((1, 0));
        for no in first..=last {
            let undone = |e: &Event| e.kind == EventKind::Undone && e.corrects == Some(no);
            if !before.events.iter().any(undone) {
                edit.events.push(Event {
                    corrects: Some(no),
                    ..Event::new(EventKind::Undone, ctx.today)
                });
            }
        }
        if made.change.opened && before.claim.closed_on.is_none() {
            edit.claim.closed_on = Some(ctx.today);
            edit.claim.outcome = Some(Outcome::Abandoned);
            edit.events.push(Event {
                note: Some(Outcome::Abandoned.id().to_owned()),
                ..Event::new(EventKind::Closed, ctx.today)
            });
        }
        let after = match made.change.came {
            true => apply(ctx, &tx.own(), id, &before, edit)?,
            false => apply(ctx, tx, id, &before, edit)?,
        };
        tx.write_assessment(id, &rows(id, &after, library, ctx))?;
        tx.change_undone(made.no, ctx.now)?;
        Ok(Some(TakenBack {
            made,
            before,
            after,
        }))
    })
}

/// Opens the desk to write, with stored dates that fit the rulebook of today.
pub(crate) fn open_to_write(ctx: &Context) -> Result<Store> {
    let store = ctx.desk_to_write()?;
    refresh(ctx, &store)?;
    Ok(store)
}

/// Assesses every open claim anew when the rulebook is not the one its stored dates were computed with.
///
/// # Errors
/// When the desk or the library cannot be read, or the desk not written.
pub(crate) fn refresh(ctx: &Context, store: &Store) -> Result<()> {
    let rulebook = ctx.rulebook();
    if store.rulebook()?.as_deref() == Some(rulebook.as_str()) {
        return Ok(());
    }
    let library = ctx.library()?;
    store.change(|tx| {
        for id in tx.claims(Filter::Open)? {
            if let Some(stored) = tx.claim(id)? {
                tx.write_assessment(id, &rows(id, &stored, library, ctx))?;
            }
        }
        tx.set_rulebook(&rulebook)?;
        Ok(())
    })
}

/// Assesses every claim of a desk that has no stored dates yet, closed ones too.
///
/// # Errors
/// As [`refresh`].
pub(crate) fn assess_every(ctx: &Context, store: &Store) -> Result<()> {
    let library = ctx.library()?;
    store.change(|tx| {
        for id in tx.claims(Filter::Every)? {
            if let Some(stored) = tx.claim(id)? {
                tx.write_assessment(id, &rows(id, &stored, library, ctx))?;
            }
        }
        Ok(tx.set_rulebook(&ctx.rulebook())?)
    })
}

/// Assesses one claim inside a change, and stores what does not depend on the day.
///
/// # Errors
/// When there is no such claim, or it cannot be written.
pub(crate) fn assess_one(tx: &Tx<'_>, id: i64, library: &Library, ctx: &Context) -> Result<()> {
    let stored = tx.claim(id)?.ok_or_else(|| not_found(id))?;
    tx.write_assessment(id, &rows(id, &stored, library, ctx))?;
    Ok(())
}

/// What is stored of an assessment: everything that does not depend on the day.
fn rows(id: i64, stored: &StoredClaim, library: &Library, ctx: &Context) -> AssessmentRows {
    let today = ctx.today;
    let docket = Docket::new(&stored.claim, &stored.events, library);
    let said = |next: &Next| said(next, id, ctx.voices());
    let segments = docket.agenda(today);
    let mut deadlines: Vec<DeadlineRow> = docket
        .on(today)
        .deadlines
        .iter()
        .map(|deadline| deadline_row(deadline, stored))
        .collect();
    // A day on which something becomes possible is reminded of like a deadline.
    for (at, segment) in segments.iter().enumerate().skip(1) {
        let acts = matches!(segment.status, Status::Yours | Status::Overdue);
        let before = segments[at - 1].status;
        if acts && before == Status::Waiting {
            let (what, _) = said(&segment.next);
            deadlines.push(DeadlineRow {
                rule: format!("next#{at}"),
                who: Who::Consumer,
                what,
                opens_on: segment.from_on,
                remind_on: segment.from_on,
                due_on: segment.from_on,
                legal_on: None,
                until_on: segments
                    .get(at + 1)
                    .and_then(|next| next.from_on.pred_opt()),
                settled: Settled::No,
                chased: false,
                quiet: false,
            });
        }
    }
    let agenda = segments
        .iter()
        .map(|segment| {
            let (what, command) = said(&segment.next);
            AgendaRow {
                from_on: segment.from_on,
                status: segment.status,
                what,
                command: Some(command),
                due_on: segment.next.due_on,
                outstanding_minor: segment.outstanding.map(|m| m.minor),
                surcharge_minor: segment.surcharge.map(|m| m.minor),
            }
        })
        .collect();
    AssessmentRows { deadlines, agenda }
}

fn deadline_row(deadline: &Deadline, stored: &StoredClaim) -> DeadlineRow {
    // A day of the purchase itself that had passed before the claim was opened is no news: what follows from it is the next
    // action. What somebody owes since the consumer wrote is.
    let heard_on = stored.created_at.date_naive();
    let sent_on = in_force(&stored.events)
        .iter()
        .find(|e| e.kind.direction() == Direction::Sent)
        .map(|e| e.on);
    let is_news = deadline.legal_on.unwrap_or(deadline.due_on) >= heard_on
        || sent_on.is_some_and(|on| on <= deadline.opens_on);
    DeadlineRow {
        rule: deadline.rule.clone(),
        who: deadline.who,
        what: deadline.what.clone(),
        opens_on: deadline.opens_on,
        remind_on: deadline.remind_on,
        due_on: deadline.due_on,
        legal_on: deadline.legal_on,
        until_on: None,
        settled: match deadline.state {
            DeadlineState::Met => Settled::Met,
            DeadlineState::Moot => Settled::Moot,
            DeadlineState::Open | DeadlineState::Missed => Settled::No,
        },
        chased: deadline.chased,
        quiet: deadline.quiet || !is_news,
    }
}

/// A next action in every language, and its command.
fn said(next: &Next, id: i64, [french, english]: &[Lang; 2]) -> (Text, String) {
    let (sentence, command) = words::next(next, id);
    let text = Text {
        fr: french.say(&sentence),
        en: english.say(&sentence),
    };
    (text, command)
}
