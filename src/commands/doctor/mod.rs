//! `claimctl doctor`: whether everything is in order, and the repair of what is not.

mod save;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::context::Context;
use crate::domain::message::Message;
use crate::domain::playbook::Origin;
use crate::error::Exit;
use crate::playbook::{self, PlaybookError};
use crate::store::{self, Access, Filter, Health, Store, StoreError};
use crate::vault::{self, Condition};

use super::backup::{free_name, stamp};
use super::unwritten::unwritten;
use super::{confirm, folder, view};

/// So many faults of a damaged file are named.
const MOST_FAULTS: usize = 5;

/// The arguments of `doctor`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Repair without asking.
    #[arg(long)]
    fix: bool,
    /// Save what can be read of the file of claims into a new file.
    #[arg(long, value_name = "FILE", conflicts_with = "fix")]
    save_to: Option<PathBuf>,
}

/// Checks the file of claims, the evidence, the rights and the playbooks, one line each, and repairs what it may.
///
/// # Errors
/// When the desk is in use, newer, or another program's; or a repair fails.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let path = ctx.db_path()?;
    if let Some(to) = &args.save_to {
        return save::save(path, to, ctx);
    }
    let mut visit = Visit {
        ctx,
        fix: args.fix,
        found: 0,
        repaired: 0,
    };
    if let Some(store) = visit.desk(path)? {
        visit.evidence(&store)?;
        // The repair opens the desk to write.
        drop(store);
        visit.leftovers(path)?;
    }
    visit.rights(path)?;
    visit.playbooks()?;
    visit.end()
}

struct Visit<'a> {
    ctx: &'a Context,
    fix: bool,
    found: i64,
    repaired: i64,
}

impl Visit<'_> {
    fn line(&self, message: &Message) -> Result<()> {
        Ok(self.ctx.ui.out(&(self.ctx.say(message) + "\n"))?)
    }

    /// Says what is wrong.
    fn problem(&mut self, what: Message) -> Result<()> {
        self.found += 1;
        self.line(&Message::new("safe-doctor-problem").with("what", what))
    }

    /// Offers a repair of the last problem: made without a question with `--fix`, else when somebody says so.
    fn offer(&mut self, question: &Message, repair: impl FnOnce() -> Result<()>) -> Result<()> {
        if !self.fix && confirm::answer(question, self.ctx) != Some(true) {
            return self.line(&Message::new("safe-doctor-fix"));
        }
        repair()?;
        self.repaired += 1;
        self.line(&Message::new("safe-doctor-repaired"))
    }

    /// Checks the file of claims; returns it where it can be read.
    fn desk(&mut self, path: &Path) -> Result<Option<Store>> {
        let shown = view::clean(&path.display().to_string());
        let about = |key: &str| Message::new(key).with("path", shown.as_str());
        let faults = match store::health(path) {
            Ok(None) => {
                self.line(&about("safe-doctor-desk-none"))?;
                self.without_claims()?;
                return Ok(None);
            }
            Ok(Some(Health {
                mut faults,
                orphans,
            })) => {
                faults.truncate(MOST_FAULTS);
                let orphans = orphans
                    .into_iter()
                    .map(|(table, count)| format!("{table}: {count}"));
                faults.extend(orphans);
                faults
            }
            Err(error @ (StoreError::Damaged(_) | StoreError::NotADatabase(_))) => {
                vec![view::clean(&self.ctx.say(&error.message()))]
            }
            Err(error) => return Err(error.into()),
        };
        let store = match faults.is_empty() {
            true => Store::open_existing(path, Access::Read)?,
            false => None,
        };
        let Some(store) = store else {
            self.problem(about("safe-doctor-desk-damaged"))?;
            for fault in &faults {
                self.line(&Message::new("safe-doctor-detail").with("text", view::clean(fault)))?;
            }
            self.offer_to_save(path)?;
            return Ok(None);
        };
        let mut count = 0;
        let mut unreadable = 0;
        for id in store.claims(Filter::Every)? {
            count += 1;
            match store.claim(id) {
                Ok(_) => {}
                Err(error @ StoreError::Value { .. }) => {
                    unreadable += 1;
                    let claim = Message::new("safe-doctor-claim")
                        .with("id", id.to_string())
                        .with("why", error.message());
                    self.problem(claim)?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        if unreadable > 0 {
            self.offer_to_save(path)?;
            return Ok(None);
        }
        self.line(&about("safe-doctor-desk-ok").with("count", count))?;
        if count == 0 {
            self.without_claims()?;
        }
        Ok(Some(store))
    }

    /// Looks for evidence that is left where there is no claim at all: the file of claims was lost, or emptied.
    fn without_claims(&mut self) -> Result<()> {
        let vault = self.ctx.vault()?;
        let others = folder::neighbours(self.ctx)?;
        let files = vault.strangers(&BTreeSet::new());
        let names = files.iter().filter_map(|file| file.file_name()?.to_str());
        let left = names.filter(|hash| {
            let elsewhere = others.iter().any(|desk| desk.keeps(hash).unwrap_or(true));
            vault.find(hash).is_some() && !elsewhere
        });
        let count = i64::try_from(left.count()).unwrap_or(i64::MAX);
        match count {
            0 => Ok(()),
            _ => self.problem(Message::new("exchange-doctor-no-claims").with("count", count)),
        }
    }

    /// What is saved is another file: the damaged one stays, and stays a problem.
    fn offer_to_save(&mut self, path: &Path) -> Result<()> {
        let mut start = path.as_os_str().to_owned();
        start.push(format!(".saved-{}", stamp(self.ctx.today, self.ctx.now)));
        let to = free_name(Path::new(&start), "");
        let ask = Message::new("safe-doctor-ask-save")
            .with("file", view::clean(&to.display().to_string()));
        if self.fix || confirm::answer(&ask, self.ctx) == Some(true) {
            save::save(path, &to, self.ctx)?;
            return Ok(());
        }
        self.line(&Message::new("safe-doctor-save"))
    }

    /// Reads every copy in the vault.
    fn evidence(&mut self, store: &Store) -> Result<()> {
        let vault = self.ctx.vault()?;
        let mut hashes = BTreeSet::new();
        let before = self.found;
        for stored in store.all() {
            let stored = stored?;
            let elsewhere = stored.claim.evidence.iter().filter(|e| e.is_elsewhere());
            for piece in elsewhere {
                let name = match piece.confidential {
                    true => self.ctx.lang.text("command-evidence-nameless"),
                    false => view::clean(&piece.name),
                };
                let what = Message::new("exchange-not-here")
                    .with("id", stored.id.to_string())
                    .with("no", piece.no.to_string())
                    .with("name", name);
                self.problem(what)?;
            }
            for piece in stored
                .claim
                .evidence
                .iter()
                .filter(|e| e.stored && e.purged_on.is_none())
            {
                hashes.insert(piece.sha256.clone());
                let key = match vault.condition(&piece.sha256) {
                    Condition::Intact => continue,
                    Condition::Missing => "safe-doctor-missing",
                    Condition::Unreadable => "safe-doctor-unreadable",
                    Condition::Altered => "safe-doctor-altered",
                };
                let what = Message::new(key)
                    .with("id", stored.id.to_string())
                    .with("no", piece.no.to_string());
                self.problem(what)?;
            }
        }
        if self.found == before {
            let count = i64::try_from(hashes.len()).unwrap_or(i64::MAX);
            self.line(&Message::new("safe-doctor-evidence-ok").with("count", count))?;
        }
        // Another desk in the same folder may count on them: that is no fault, and nothing to repair.
        for path in vault.strangers(&hashes.iter().map(String::as_str).collect()) {
            let stray = Message::new("safe-doctor-stranger")
                .with("path", view::clean(&path.display().to_string()));
            self.line(&stray)?;
        }
        Ok(())
    }

    /// Looks for what a crash left half done.
    fn leftovers(&mut self, path: &Path) -> Result<()> {
        let vault = self.ctx.vault()?;
        let unpacked = vault::left_unpacked(path);
        let count = vault.leftovers() + unpacked.len();
        if count == 0 {
            return self.line(&Message::new("safe-doctor-leftovers-ok"));
        }
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.problem(Message::new("safe-doctor-leftovers").with("count", count))?;
        self.offer(&Message::new("safe-doctor-ask-leftovers"), || {
            let store = self.ctx.desk_to_write()?;
            // While the desk is locked, no other process gives a copy its row.
            store.change(|tx| -> Result<()> {
                Ok(vault.sweep(|hash| tx.keeps(hash).unwrap_or(true))?)
            })?;
            for folder in &unpacked {
                std::fs::remove_dir_all(folder).map_err(|error| unwritten(folder, &error))?;
            }
            Ok(())
        })
    }

    /// Looks for what their owner cannot write to, and for files that others can get at.
    fn rights(&mut self, path: &Path) -> Result<()> {
        let barred = vault::barred(path);
        for path in &barred {
            let shown = view::clean(&path.display().to_string());
            let what = Message::new("safe-doctor-barred")
                .with("typed", view::quoted(&shown))
                .with("path", shown);
            self.problem(what)?;
        }
        let loose = vault::loose(path);
        let Some(first) = loose.first() else {
            return match barred.is_empty() {
                true => self.line(&Message::new("safe-doctor-rights-ok")),
                false => Ok(()),
            };
        };
        let count = i64::try_from(loose.len()).unwrap_or(i64::MAX);
        let what = Message::new("safe-doctor-rights")
            .with("count", count)
            .with("path", view::clean(&first.path.display().to_string()));
        self.problem(what)?;
        self.offer(&Message::new("safe-doctor-ask-rights"), || {
            for loose in &loose {
                loose
                    .tighten()
                    .map_err(|error| unwritten(&loose.path, &error))?;
            }
            Ok(())
        })
    }

    /// Reads the user's own playbooks, and counts the sources that want another look.
    fn playbooks(&mut self) -> Result<()> {
        let ctx = self.ctx;
        let (library, problems) = match playbook::load(ctx.user_playbooks.as_deref()) {
            Err(error @ PlaybookError::Folder { .. }) => {
                return self.problem(error.message());
            }
            loaded => loaded?,
        };
        let files: BTreeSet<&str> = problems.iter().map(|p| p.file.as_str()).collect();
        if !files.is_empty() {
            let count = i64::try_from(files.len()).unwrap_or(i64::MAX);
            self.problem(Message::new("safe-doctor-playbooks").with("count", count))?;
        }
        if problems.is_empty() {
            let own = library
                .playbooks
                .iter()
                .filter(|p| p.origin != Origin::BuiltIn)
                .count();
            let own = i64::try_from(own).unwrap_or(i64::MAX);
            self.line(&Message::new("safe-doctor-playbooks-ok").with("count", own))?;
        }
        let sources = library.playbooks.iter().flat_map(|p| &p.sources);
        let stale = sources
            .filter(|source| source.needs_a_check(ctx.today))
            .count();
        let stale = i64::try_from(stale).unwrap_or(i64::MAX);
        self.line(&Message::new("safe-doctor-sources").with("count", stale))
    }

    fn end(self) -> Result<Exit> {
        let left = self.found - self.repaired;
        let key = match (self.found, left) {
            (0, _) => "safe-doctor-fine",
            (_, 0) => "safe-doctor-all-repaired",
            _ => "safe-doctor-left",
        };
        let message = Message::new(key).with("count", left);
        self.ctx.ui.status(&self.ctx.say(&message));
        Ok(match left {
            0 => Exit::Done,
            _ => Exit::Failed,
        })
    }
}
