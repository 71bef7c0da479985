//! Several claims for one reader: a table of contents, then one dossier after the other.

use chrono::NaiveDate;

use super::model::{Cell, Dossier, Report, Table};
use crate::domain::assess::Assessment;
use crate::domain::harmless::{Newlines, sanitize};
use crate::domain::language::Language;
use crate::domain::message::Message;
use crate::lang::{Lang, typography, words};

/// Puts dossiers behind a table of contents: what each claim waits for, what comes next, what is still owed.
#[must_use]
pub fn report(made: Vec<(Dossier, &Assessment)>, language: Language, today: NaiveDate) -> Report {
    let lang = Lang::new(language);
    let columns = ["claim", "state", "next", "amount"];
    let columns = columns.map(|name| lang.text(&format!("dossier-column-{name}")));
    let mut contents = Table::new(lang.text("dossier-contents"), columns.to_vec());
    contents.numbers = vec![3];
    let mut dossiers = Vec::new();
    for (dossier, assessment) in made {
        let (next, _) = words::next(&assessment.next, dossier.no);
        let next = sanitize(&lang.say(&next), Newlines::Fold).into_owned();
        let owed = assessment.money.outstanding.or(assessment.money.asked);
        let owed = owed.map(|owed| typography::money(owed, language));
        contents.rows.push(vec![
            Cell::Dossier(dossier.no, format!("{}. {}", dossier.no, dossier.title)),
            Cell::Text(lang.say(&words::status(assessment.status))),
            Cell::Text(next),
            Cell::Text(owed.unwrap_or_default()),
        ]);
        dossiers.push(dossier);
    }
    let count = i64::try_from(dossiers.len()).unwrap_or(i64::MAX);
    let title = Message::new("dossier-report")
        .with("count", count)
        .with("on", today);
    Report {
        title: lang.say(&title),
        language,
        made_on: today,
        contents,
        dossiers,
    }
}
