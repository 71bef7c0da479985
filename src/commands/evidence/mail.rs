//! What mails tell the log: who wrote when. What cannot be told is asked or said, never guessed.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::context::Context;
use crate::domain::event::{Channel, Direction, Event, EventKind, in_force};
use crate::domain::evidence::Evidence;
use crate::domain::message::Message;
use crate::domain::problem::Remedy;
use crate::env;
use crate::error::Failure;
use crate::lang::typography;
use crate::store::StoredClaim;
use crate::ui::prompt::{Choice, Item, Reply, YesNo};
use crate::vault::MailFile;

use super::super::desk::{Piece, Told};
use super::super::{log, view};
use super::given::Place;

/// What the user says of mails that do not say it themselves.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said {
    pub(super) direction: Option<Direction>,
    pub(super) on: Option<NaiveDate>,
}

/// What is to become of a mail in the log.
#[derive(Debug)]
pub(super) enum Plan {
    Log(Event),
    /// Nothing, and why: the key of a message.
    Leave(&'static str),
}

/// What became of it.
#[derive(Debug)]
pub(super) enum Outcome {
    Logged {
        event: Event,
        suggested: bool,
    },
    /// The log had it already: the number of the event.
    Proves(u32),
    Left(&'static str),
    Refused(Failure),
    /// The mail was there, and so was its event.
    Nothing,
}

/// Decides for each mail what it tells, in the order in which they were sent. Asks where somebody can answer.
///
/// # Errors
/// When the settings do not hold.
pub(super) fn plans(
    places: &[Place],
    pieces: &[Piece],
    stored: &StoredClaim,
    said: Said,
    ctx: &Context,
) -> Result<Vec<(usize, Plan)>> {
    let mut plans = Vec::new();
    let mut talk: Option<Talk> = None;
    for Place { at, mail, .. } in places {
        let Some(mail) = mail else {
            continue;
        };
        if is_told(&pieces[*at].evidence, stored) {
            continue;
        }
        let talk = match &mut talk {
            Some(talk) => talk,
            None => talk.insert(Talk::of(stored, ctx.settings()?.mail)),
        };
        let name = view::clean(&pieces[*at].evidence.name);
        plans.push((*at, talk.plan(mail, &name, said, ctx)));
    }
    Ok(plans)
}

/// Makes of the plans what the claim as it stands allows: nothing is logged twice, nothing that is refused.
///
/// # Errors
/// When an event cannot be checked.
pub(super) fn carried_out(
    plans: Vec<(usize, Plan)>,
    pieces: &[Piece],
    stored: &StoredClaim,
    ctx: &Context,
) -> Result<Vec<(usize, Outcome)>> {
    let mut so_far = stored.clone();
    let mut proved = BTreeSet::new();
    let mut seen: Vec<&Evidence> = Vec::new();
    let mut outcomes = Vec::new();
    for (at, plan) in plans {
        let piece = &pieces[at].evidence;
        let again = seen.iter().any(|other| is_same(other, piece));
        seen.push(piece);
        let outcome = match plan {
            _ if again || is_told(piece, stored) => Outcome::Nothing,
            Plan::Leave(why) => Outcome::Left(why),
            Plan::Log(event) => match unproved(&event, stored, &proved) {
                Some(no) => {
                    proved.insert(no);
                    Outcome::Proves(no)
                }
                None => match log::ready(&event, &so_far, ctx) {
                    Ok((event, suggested)) => {
                        let no = so_far.events.iter().map(|e| e.no).max().unwrap_or(0) + 1;
                        so_far.events.push(Event {
                            no,
                            ..event.clone()
                        });
                        Outcome::Logged { event, suggested }
                    }
                    Err(error) => Outcome::Refused(error.downcast::<Failure>()?),
                },
            },
        };
        outcomes.push((at, outcome));
    }
    Ok(outcomes)
}

impl Outcome {
    /// What of it is to be stored.
    pub(super) fn told(&self) -> Option<Told> {
        match self {
            Outcome::Logged { event, .. } => Some(Told::New(event.clone())),
            Outcome::Proves(no) => Some(Told::Known(*no)),
            _ => None,
        }
    }
}

/// Whether two pieces are one message, or the same bytes.
pub(super) fn is_same(one: &Evidence, other: &Evidence) -> bool {
    let same_message = |a, b| crate::domain::mail::Mail::is_same_message(a, b);
    one.sha256 == other.sha256
        || one
            .mail
            .as_ref()
            .zip(other.mail.as_ref())
            .is_some_and(|(a, b)| same_message(a, b))
}

/// Makes one of files that are the same message: the copies of those that came later are dropped.
pub(crate) fn make_one(pieces: &mut [Piece], known: &[Evidence]) {
    for at in 0..pieces.len() {
        let (earlier, rest) = pieces.split_at_mut(at);
        let piece = &mut rest[0];
        let there = known.iter().filter(|e| e.counts());
        let twin = there
            .chain(earlier.iter().map(|piece| &piece.evidence))
            .find(|other| is_same(other, &piece.evidence));
        if let Some(twin) = twin.filter(|twin| twin.sha256 != piece.evidence.sha256) {
            piece.copy = None;
            piece.evidence.sha256 = twin.sha256.clone();
            piece.evidence.bytes = twin.bytes;
            piece.evidence.stored = twin.stored;
        }
    }
}

/// Returns the day and the hour at which a mail was sent, on the user's own clock.
pub(crate) fn when(sent_at: DateTime<FixedOffset>) -> (NaiveDate, NaiveTime) {
    let local = env::local(sent_at);
    (local.date(), local.time())
}

/// An instant in its own zone: `10 November 2026 at 09:12 (+01:00)`.
pub(super) fn zoned(at: DateTime<FixedOffset>, ctx: &Context) -> String {
    let local = at.naive_local();
    let text = typography::instant(local.date(), local.time(), ctx.lang.language);
    format!("{text} ({})", at.offset())
}

/// Whether an event of the log cites the message already.
fn is_told(piece: &Evidence, stored: &StoredClaim) -> bool {
    let there = stored.claim.evidence.iter().find(|e| is_same(e, piece));
    there.is_some_and(|there| {
        let log = in_force(&stored.events);
        log.iter().any(|e| e.evidence.contains(&there.no))
    })
}

/// An event of the log that was noted by hand before its mail came: the same day, the same side, no other mail.
fn unproved(event: &Event, stored: &StoredClaim, proved: &BTreeSet<u32>) -> Option<u32> {
    let is_mail = |no: &u32| {
        let piece = stored.claim.evidence.iter().find(|e| e.no == *no);
        piece.is_some_and(|piece| piece.mail.is_some())
    };
    let log = in_force(&stored.events);
    let known = log.iter().find(|known| {
        is_exchange(known.kind)
            && known.kind.direction() == event.kind.direction()
            && known.on == event.on
            && matches!(known.channel, None | Some(Channel::Email))
            && !known.evidence.iter().any(is_mail)
            && !proved.contains(&known.no)
    });
    known.map(|known| known.no)
}

/// Whether an event is what the consumer and the other side wrote to each other.
pub(crate) const fn is_exchange(kind: EventKind) -> bool {
    use EventKind as E;
    matches!(
        kind,
        E::Contacted
            | E::FormalNoticeSent
            | E::Withdrawn
            | E::Cancelled
            | E::Terminated
            | E::DocumentsSent
            | E::OfferAccepted
            | E::OfferRefused
            | E::ReturnRequested
            | E::RepairRequested
            | E::ComplainedToConsumerService
            | E::Answered
            | E::InformationRequested
            | E::Offered
            | E::Promised
            | E::Refused
            | E::UnavailableNotice
            | E::ReturnAgreed
            | E::RefundAnnounced
    )
}

/// Who wrote to whom, as far as it is known.
struct Talk {
    own: Vec<String>,
    /// Addresses that wrote before, and which side they are.
    known: BTreeMap<String, Direction>,
    /// The days on which the consumer wrote.
    wrote_on: Vec<NaiveDate>,
    /// The day on which the consumer left the contract, where its end is what is wanted.
    left_on: Option<NaiveDate>,
}

impl Talk {
    fn of(stored: &StoredClaim, own: Vec<String>) -> Talk {
        let log = in_force(&stored.events);
        let mut known = BTreeMap::new();
        for event in &log {
            let side = event.kind.direction();
            let cited = |e: &&Evidence| event.evidence.contains(&e.no);
            let mails = stored.claim.evidence.iter().filter(cited);
            let senders = mails.filter_map(|e| e.mail.as_ref()?.sender());
            known.extend(
                senders
                    .filter(|_| side != Direction::Fact)
                    .map(|from| (from, side)),
            );
        }
        let wants_end = stored.claim.wanted == Some(Remedy::Cancellation);
        Talk {
            own,
            known,
            wrote_on: log
                .iter()
                .filter(|e| e.kind.direction() == Direction::Sent)
                .map(|e| e.on)
                .collect(),
            left_on: log
                .iter()
                .find(|e| wants_end && e.kind.leaves())
                .map(|e| e.on),
        }
    }

    fn plan(&mut self, mail: &MailFile, name: &str, said: Said, ctx: &Context) -> Plan {
        let (on, at) = match (said.on, mail.about.sent_at.map(when)) {
            (Some(day), Some((on, at))) if day == on => (on, Some(at)),
            (Some(day), _) => (day, None),
            (None, Some((on, at))) => (on, Some(at)),
            (None, None) => return Plan::Leave("command-mail-undated"),
        };
        let side = said.direction.or_else(|| self.side(mail, on));
        let side = match side.map(Some).or_else(|| asked(mail, name, ctx)) {
            Some(Some(side)) => side,
            Some(None) => return Plan::Leave("command-mail-kept"),
            None => return Plan::Leave("command-mail-unknown"),
        };
        let senders = mail.senders.iter().cloned();
        self.known.extend(senders.map(|from| (from, side)));
        let kind = match side {
            Direction::Sent => {
                self.wrote_on.push(on);
                EventKind::Contacted
            }
            // « We have received your message » is no answer.
            _ if mail.is_automatic => EventKind::Note,
            // An answer to a termination confirms it or refuses it: which of the two decides the claim.
            _ if self.left_on.is_some_and(|left| left <= on) => match confirms_end(name, ctx) {
                Some(true) => EventKind::Answered,
                Some(false) => EventKind::Refused,
                None => return Plan::Leave("command-mail-end"),
            },
            // What came before anything was written, such as the confirmation of the order, answers nothing.
            _ if !mail.is_reply && !self.wrote_before(on) => EventKind::Note,
            _ => EventKind::Answered,
        };
        Plan::Log(Event {
            at,
            channel: Some(Channel::Email),
            ..Event::new(kind, on)
        })
    }

    fn wrote_before(&self, on: NaiveDate) -> bool {
        self.wrote_on.iter().any(|wrote| *wrote <= on)
    }

    /// Who wrote a mail, by the user's own addresses and by who wrote before.
    fn side(&self, mail: &MailFile, on: NaiveDate) -> Option<Direction> {
        let is_own = |address: &String| self.own.contains(address);
        if mail.senders.iter().any(is_own) {
            // What users forward to themselves went to nobody.
            let went_out = mail.recipients.is_empty() || !mail.recipients.iter().all(is_own);
            return went_out.then_some(Direction::Sent);
        }
        let theirs = |address: &String| self.known.get(address) == Some(&Direction::Received);
        let known = mail.senders.iter().find_map(|from| self.known.get(from));
        match known {
            _ if mail.senders.is_empty() => None,
            _ if mail.recipients.iter().any(is_own) => Some(Direction::Received),
            Some(side) => Some(*side),
            // To an alias of the user, or blind; unless it went to the other side.
            None if self.own.is_empty() || mail.recipients.iter().any(theirs) => None,
            None => self.wrote_before(on).then_some(Direction::Received),
        }
    }
}

/// Asks who wrote a mail; `None` when nobody can answer, and within it when it was neither side.
fn asked(mail: &MailFile, name: &str, ctx: &Context) -> Option<Option<Direction>> {
    let mut prompter = ctx.prompter()?;
    let person = |text: &Option<String>| text.as_deref().map_or("?".to_owned(), view::clean);
    let title = Message::new("command-mail-who")
        .with("name", name)
        .with("from", person(&mail.about.from))
        .with("to", person(&mail.about.to));
    let options = [
        "command-mail-who-sent",
        "command-mail-who-received",
        "command-mail-who-neither",
    ];
    let question = Choice {
        title: ctx.say(&title),
        short: String::new(),
        help: None,
        options: options.map(|key| Item::new(ctx.lang.text(key))).into(),
        default: None,
        unknown: None,
    };
    match prompter.choose(&question) {
        Reply::Next(Some(0)) => Some(Some(Direction::Sent)),
        Reply::Next(Some(1)) => Some(Some(Direction::Received)),
        _ => Some(None),
    }
}

/// Asks whether an answer confirms the end of the contract; `None` when nobody can say.
fn confirms_end(name: &str, ctx: &Context) -> Option<bool> {
    let mut prompter = ctx.prompter()?;
    let question = YesNo {
        title: ctx.say(&Message::new("command-mail-end-ask").with("name", name)),
        ..YesNo::default()
    };
    match prompter.yes_no(&question) {
        Reply::Next(answer) => answer,
        _ => None,
    }
}
