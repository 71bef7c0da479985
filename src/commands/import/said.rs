//! What is said of an import: what came, what was here already, what was written apart.

use std::path::Path;

use anyhow::Result;

use super::super::view;
use super::arrival::{Arrival, Fate, facts};
use crate::context::Context;
use crate::domain::change::fact;
use crate::domain::event::{Event, EventKind};
use crate::domain::merge::{Erasing, Merged, News};
use crate::domain::message::Message;
use crate::domain::replica::{Lost, Replica};
use crate::lang::words;
use crate::store::StoredClaim;

/// A value that is longer is not repeated, in characters.
const LONG: usize = 60;

/// How many claims came, and what became of them.
pub(super) struct Tally<'a> {
    from: &'a Path,
    /// Nothing is written: what would come is the result.
    dry_run: bool,
    new: i64,
    more: i64,
    same: i64,
    forgotten: i64,
    /// Evidence came, but not its files.
    without_files: bool,
}

impl<'a> Tally<'a> {
    pub(super) fn new(from: &'a Path, dry_run: bool) -> Tally<'a> {
        Tally {
            from,
            dry_run,
            new: 0,
            more: 0,
            same: 0,
            forgotten: 0,
            without_files: false,
        }
    }

    /// Says what became of a claim, which has this number here.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub(super) fn say(&mut self, arrival: &Arrival, id: Option<i64>, ctx: &Context) -> Result<()> {
        let title = view::title(facts(arrival), ctx);
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.without_files |= match &arrival.fate {
            Fate::Forgotten => false,
            Fate::New => lacks_files(&arrival.there, |_| true),
            Fate::Known(_, merged) => {
                lacks_files(&merged.replica, |no| merged.news.pieces.contains(&no))
            }
        };
        match &arrival.fate {
            Fate::Forgotten => self.forgotten += 1,
            Fate::New => {
                self.new += 1;
                let key = match id {
                    Some(_) => "import-new",
                    None => "import-would-come",
                };
                let pieces = arrival.there.pieces.iter();
                let pieces = pieces.filter(|piece| piece.evidence.counts()).count();
                let line = Message::new(key)
                    .with("id", id.unwrap_or_default().to_string())
                    .with("title", title)
                    .with("events", number(arrival.there.log.len()))
                    .with("files", number(pieces));
                self.line(&ctx.say(&line), ctx)?;
                if let Some(id) = id {
                    ctx.ui.out(&format!("{id}\n"))?;
                }
            }
            Fate::Known(id, merged) => {
                let news = &merged.news;
                if news.is_empty() {
                    self.same += 1;
                } else {
                    self.more += 1;
                    let what = more(merged, ctx);
                    if !what.is_empty() {
                        let line = Message::new("import-more")
                            .with("id", id.to_string())
                            .with("title", title)
                            .with("what", what.join(" · "));
                        self.line(&ctx.say(&line), ctx)?;
                    }
                }
                for (key, value) in &arrival.left {
                    let own = fact(facts(arrival), key);
                    let line = Message::new("import-left")
                        .with("id", id.to_string())
                        .with("there", typed(key, value.as_deref()))
                        .with("here", typed(key, own.as_deref()));
                    ctx.ui.warn(&ctx.lang, &ctx.say(&line));
                }
                self.warn(*id, news, ctx);
            }
        }
        Ok(())
    }

    /// What is only looked at is the result; of what was done, the numbers of the new claims are.
    fn line(&self, text: &str, ctx: &Context) -> Result<()> {
        match self.dry_run {
            true => ctx.ui.out(&format!("{text}\n"))?,
            false => ctx.ui.status(text),
        }
        Ok(())
    }

    fn warn(&self, id: i64, news: &News, ctx: &Context) {
        // That a claim was closed is said by its event.
        for lost in news.lost.iter().filter(|lost| !is_end(&lost.key)) {
            let key = match is_long(lost) {
                true => "import-apart-long",
                false => "import-apart",
            };
            let line = apart(lost, key, ctx).with("id", id.to_string());
            ctx.ui.warn(&ctx.lang, &ctx.say(&line));
        }
        for (no, lost) in &news.lost_notes {
            let key = match is_long(lost) {
                true => "exchange-note-apart-long",
                false => "exchange-note-apart",
            };
            let line = note_apart(*no, lost, key, ctx).with("id", id.to_string());
            ctx.ui.warn(&ctx.lang, &ctx.say(&line));
        }
        for (before, after) in &news.renumbered {
            let line = Message::new("import-renumbered")
                .with("id", id.to_string())
                .with("before", before.to_string())
                .with("after", after.to_string());
            ctx.ui.warn(&ctx.lang, &ctx.say(&line));
        }
        for no in &news.not_erased {
            let line = Message::new("import-not-erased")
                .with("id", id.to_string())
                .with("no", no.to_string())
                .with("file", self.typed());
            ctx.ui.warn(&ctx.lang, &ctx.say(&line));
        }
        for no in &news.erased {
            let key = match self.dry_run {
                true => "import-would-erase",
                false => "import-erased",
            };
            let line = Message::new(key)
                .with("id", id.to_string())
                .with("no", no.to_string());
            ctx.ui.status(&ctx.say(&line));
        }
    }

    /// Says that a claim is forgotten here as it was on the other desk.
    pub(super) fn forgotten(&self, stored: &StoredClaim, ctx: &Context) {
        let line = Message::new("import-erased-claim")
            .with("id", stored.id.to_string())
            .with("title", view::title(&stored.claim, ctx));
        ctx.ui.status(&ctx.say(&line));
    }

    /// Says how it ended. `gone` are the claims of this desk that the other one has forgotten.
    pub(super) fn end(&self, gone: &[i64], erasing: Erasing, ctx: &Context) {
        let key = match erasing {
            Erasing::Yes => "import-would-forget",
            Erasing::No => "import-gone",
        };
        for id in gone {
            let line = Message::new(key)
                .with("id", id.to_string())
                .with("file", self.typed());
            ctx.ui.warn(&ctx.lang, &ctx.say(&line));
        }
        if self.without_files {
            ctx.ui.warn(&ctx.lang, &ctx.lang.text("exchange-no-files"));
        }
        if self.forgotten > 0 {
            let line = Message::new("import-forgotten").with("count", self.forgotten);
            ctx.ui.status(&ctx.say(&line));
        }
        let key = match self.dry_run {
            true => "import-would-end",
            false => "import-end",
        };
        let line = Message::new(key)
            .with("new", self.new)
            .with("more", self.more)
            .with("same", self.same);
        ctx.ui.status(&ctx.say(&line));
        if self.dry_run {
            ctx.ui.status(&ctx.lang.text("import-nothing-done"));
        }
    }

    fn typed(&self) -> String {
        view::quoted(&view::clean(&self.from.display().to_string()))
    }
}

/// Whether evidence came of which only the other desk has the file.
fn lacks_files(replica: &Replica, came: impl Fn(u32) -> bool) -> bool {
    let mut pieces = replica.pieces.iter().map(|piece| &piece.evidence);
    pieces.any(|e| e.is_elsewhere() && came(e.no))
}

/// What is new of a claim, one thing each.
fn more(merged: &Merged, ctx: &Context) -> Vec<String> {
    let news = &merged.news;
    let mut parts = Vec::new();
    let mut part = |message: Message| parts.push(ctx.say(&message));
    let log = merged.replica.log.iter().map(|logged| &logged.event);
    // What takes back an event of this desk is said by the event that it takes back.
    let takes_back = |event: &&Event| {
        let gone = |no| news.taken_back.contains(&no);
        event.kind == EventKind::Undone && event.corrects.is_some_and(gone)
    };
    let new = |event: &&Event| news.events.contains(&event.no) && !takes_back(event);
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let count = log.clone().filter(new).count();
    if count > 0 {
        part(Message::new("import-events").with("count", number(count)));
    }
    for event in log.filter(|event| news.taken_back.contains(&event.no)) {
        let line = Message::new("exchange-takes-back")
            .with("event", words::event(event.kind))
            .with("day", event.on)
            .with("no", event.no.to_string());
        part(line);
    }
    if news.reopened {
        part(Message::new("exchange-reopened"));
    }
    if !news.events_back.is_empty() {
        let count = number(news.events_back.len());
        part(Message::new("exchange-events-back").with("count", count));
    }
    let listed = |numbers: &[u32]| {
        let numbers: Vec<String> = numbers.iter().map(|no| format!("E{no}")).collect();
        numbers.join(", ")
    };
    if !news.pieces.is_empty() {
        part(Message::new("import-pieces").with("list", listed(&news.pieces)));
    }
    if !news.removed.is_empty() {
        part(Message::new("exchange-removes").with("list", listed(&news.removed)));
    }
    if !news.pieces_back.is_empty() {
        part(Message::new("exchange-pieces-back").with("list", listed(&news.pieces_back)));
    }
    if !news.marked.is_empty() {
        part(Message::new("import-marked").with("list", listed(&news.marked)));
    }
    // That a claim was closed is said by its event.
    let facts = news.facts.iter();
    for (key, _, after) in facts.filter(|(key, _, _)| !is_end(key)) {
        part(Message::new("import-fact").with("fact", typed(key, after.as_deref())));
    }
    if parts.is_empty() && news.rearranged {
        parts.push(ctx.lang.text("import-order"));
    }
    parts
}

fn is_end(key: &str) -> bool {
    matches!(key, "closed_on" | "outcome")
}

/// A fact as `edit` takes it.
fn typed(key: &str, value: Option<&str>) -> String {
    view::clean(&format!("{key}={}", value.unwrap_or_default()))
}

/// Whether one of two values that were written apart is too long to be repeated.
fn is_long(lost: &Lost) -> bool {
    let texts = [&lost.lost, &lost.counts].map(|written| written.value.as_deref());
    let mut texts = texts.into_iter().flatten();
    texts.any(|text| text.chars().count() > LONG)
}

/// A note on a piece of evidence that was written apart from the one that counts.
pub(crate) fn note_apart(no: u32, lost: &Lost, key: &'static str, ctx: &Context) -> Message {
    let day = |at: chrono::DateTime<chrono::Utc>| view::short(at.date_naive(), ctx);
    let text = |value: Option<&str>| view::clean(value.unwrap_or_default());
    let other = text(lost.lost.value.as_deref());
    Message::new(key)
        .with("no", no.to_string())
        .with("typed", view::quoted(&other))
        .with("lost", other)
        .with("lost_on", day(lost.lost.at))
        .with("counts", text(lost.counts.value.as_deref()))
        .with("counts_on", day(lost.counts.at))
}

/// A value that was written apart from the one that counts.
pub(crate) fn apart(lost: &Lost, key: &'static str, ctx: &Context) -> Message {
    let day = |at: chrono::DateTime<chrono::Utc>| view::short(at.date_naive(), ctx);
    let other = typed(&lost.key, lost.lost.value.as_deref());
    Message::new(key)
        .with("key", view::clean(&lost.key))
        .with("typed", view::quoted(&other))
        .with("lost", other)
        .with("lost_on", day(lost.lost.at))
        .with("counts", typed(&lost.key, lost.counts.value.as_deref()))
        .with("counts_on", day(lost.counts.at))
}
