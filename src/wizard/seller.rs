//! Questions about the other side: the platform, and who sold on it.

use crate::domain::party::Side;
use crate::domain::playbook::Library;

use super::OWN_SHOP;
use super::asked::{Facts, asked, text};
use super::question::{Choice, Kind, Question};

/// Where it was bought: elsewhere first, for that is where most things are bought, then the platforms by name.
pub(super) fn platform(library: &Library) -> Question {
    let platforms = library.platforms().map(|(id, playbook)| Choice {
        value: id.to_owned(),
        label: playbook.title.clone().into(),
    });
    let choices = std::iter::once(Choice::new(OWN_SHOP, "wizard-own-shop")).chain(platforms);
    asked("platform", Kind::LongChoice(choices.collect()))
}

/// The seller; the platform itself where it sells, or where it is the only other side.
pub(super) fn seller(facts: Facts<'_>) -> Question {
    let assumed = |key: &str| {
        facts
            .library
            .fitting(facts.claim)
            .find_map(|p| p.assume.get(key).cloned())
    };
    if let Some(name) = assumed("seller") {
        return Question {
            default: Some(name),
            ..text("seller", false)
        };
    }
    let by_platform = facts.claim.sold_by == Some(Side::Platform)
        || assumed("sold_by").as_deref() == Some(Side::Platform.id());
    let default = facts
        .library
        .platforms()
        .find(|(id, _)| Some(*id) == facts.claim.platform.as_deref())
        .filter(|(_, playbook)| {
            let sells = playbook.questions.iter().any(|q| q.key == "sold_by");
            by_platform || (facts.claim.sold_by.is_none() && sells)
        })
        .map(|(_, playbook)| playbook.title.get(facts.claim.language).to_owned());
    Question {
        default,
        ..text("seller", false)
    }
}
