//! Claims on their way into this desk, and what becomes of each here.

use anyhow::Result;

use crate::answers::Exported;
use crate::domain::claim::Claim;
use crate::domain::merge::{Erasing, Merged, fit, merge};
use crate::domain::replica::Replica;
use crate::store::{Filter, Reader, Store};
use crate::vault::{Incoming, Unpacked, Vault};

/// Where claims come from.
pub(super) enum Source<'a> {
    /// Another desk, with its evidence.
    Desk(&'a Store, &'a Unpacked),
    /// An export, which has no files.
    Export(&'a [Exported]),
}

impl Source<'_> {
    /// The claims, by their numbers there. A draft is nobody's claim yet.
    pub(super) fn numbers(&self) -> Result<Vec<i64>> {
        Ok(match self {
            Source::Desk(desk, _) => desk.claims(Filter::Finished)?,
            Source::Export(claims) => (0..).take(claims.len()).collect(),
        })
    }

    /// A claim with its id between machines.
    fn claim(&self, no: i64) -> Result<Option<(String, Replica)>> {
        Ok(match self {
            Source::Desk(desk, _) => match (desk.claim(no)?, desk.replica(no)?) {
                (Some(stored), Some(replica)) => Some((stored.uid, replica)),
                _ => None,
            },
            Source::Export(claims) => {
                let claim = usize::try_from(no).ok().and_then(|no| claims.get(no));
                claim.map(|claim| (claim.uid.clone(), claim.replica.clone()))
            }
        })
    }

    /// The claims of this desk that were forgotten there.
    pub(super) fn gone(&self, here: &Reader) -> Result<Vec<i64>> {
        let mut gone = Vec::new();
        if let Source::Desk(desk, _) = self {
            for uid in desk.forgotten()? {
                gone.extend(here.number_of(&uid)?);
            }
        }
        Ok(gone)
    }

    /// Copies what the vault lacks of the evidence into its waiting room.
    pub(super) fn copies(
        &self,
        vault: &Vault,
        lacks: impl Fn(&str) -> bool,
    ) -> Result<Vec<Incoming>> {
        let mut copies = Vec::new();
        if let Source::Desk(_, unpacked) = self {
            for (hash, file) in &unpacked.evidence {
                if lacks(hash) {
                    copies.push(vault.take_in(file, &mut |_| {})?);
                }
            }
        }
        Ok(copies)
    }
}

/// A claim that comes, and what becomes of it here.
#[derive(Debug)]
pub(super) struct Arrival {
    pub(super) uid: String,
    /// As it comes.
    pub(super) there: Replica,
    pub(super) fate: Fate,
    /// The facts that are others there, and are left as they are here.
    pub(super) left: Vec<(String, Option<String>)>,
}

/// What becomes of a claim that comes.
#[derive(Debug)]
pub(super) enum Fate {
    /// This desk does not have it yet.
    New,
    /// This desk has it, under this number.
    Known(i64, Box<Merged>),
    /// This desk has forgotten it: it does not come back.
    Forgotten,
}

/// Looks up what becomes of a claim that comes.
pub(super) fn arrival(
    here: Option<&Reader>,
    source: &Source<'_>,
    no: i64,
    erasing: Erasing,
) -> Result<Option<Arrival>> {
    let Some((uid, mut there)) = source.claim(no)? else {
        return Ok(None);
    };
    let mut left = Vec::new();
    let mut fate = Fate::New;
    // What is that desk's own stays there.
    there = merge(&there, &there, erasing).replica;
    if let Some(here) = here {
        let known = here.number_of(&uid)?;
        let own = known.map(|id| here.replica(id)).transpose()?.flatten();
        if here.is_forgotten(&uid)? {
            fate = Fate::Forgotten;
        } else if let Some((id, own)) = known.zip(own) {
            if matches!(source, Source::Export(_)) {
                left = fit(&own, &mut there);
            }
            fate = Fate::Known(id, Box::new(merge(&own, &there, erasing)));
        }
    }
    Ok(Some(Arrival {
        uid,
        there,
        fate,
        left,
    }))
}

/// The claim of an arrival, for its title.
pub(super) fn facts(arrival: &Arrival) -> &Claim {
    match &arrival.fate {
        Fate::Known(_, merged) => &merged.replica.claim,
        Fate::New | Fate::Forgotten => &arrival.there.claim,
    }
}
