//! Dossiers on paper, with their exhibits.

mod blocks;

use serde_json::{Value, json};
use typst_pdf::PdfStandard;

use super::exhibits::Files;
use super::plain::Plain;
use super::world::Paper;
use crate::lang::Lang;
use crate::letters::dossier::{Dossier, Report};
use crate::pdf::{Edition, Originals, Pdf, PdfError};

use blocks::Setter;

/// Sets dossiers.
pub(in crate::pdf) fn report(
    report: &Report,
    originals: &Originals,
    edition: Edition,
) -> Result<Pdf, PdfError> {
    let lang = Lang::new(report.language);
    let mut setter = Setter {
        lang: &lang,
        plain: Plain::default(),
        files: Files::new(originals, edition),
        no: 0,
        missing: Vec::new(),
        aside: Vec::new(),
        all_missing: Vec::new(),
    };
    let dossiers: Vec<Value> = report
        .dossiers
        .iter()
        .map(|one| dossier(one, &mut setter))
        .collect();
    let title = match report.dossiers.as_slice() {
        [one] => &one.title,
        _ => &report.title,
    };
    let contents = (dossiers.len() != 1).then(|| setter.table(&report.contents));
    let data = json!({
        "language": report.language.id(),
        "title": setter.plain.line(title),
        "sender": [],
        "contents": contents,
        "dossiers": dossiers,
        "words": {
            "contents": lang.text("dossier-contents"),
            "apart": lang.text("pdf-apart"),
            "attached": lang.text("pdf-attached"),
        },
    });
    let mut paper = Paper::new(include_str!("report.typ"), &data, report.made_on)?;
    for (name, bytes) in setter.files.named {
        paper.add(name, bytes);
    }
    let standard = match edition {
        Edition::Reading => PdfStandard::V_1_7,
        Edition::Archive => PdfStandard::A_3a,
    };
    Ok(Pdf {
        bytes: paper.pdf(standard)?,
        unprintable: setter.plain.lost(),
        missing: setter.all_missing,
    })
}

/// What a dossier lacks is known once its exhibits were read; it stands in front of them all the same.
fn dossier(dossier: &Dossier, setter: &mut Setter<'_>) -> Value {
    setter.no = dossier.no;
    let summary = setter.section(&dossier.summary);
    let sections = dossier.sections.iter().map(|part| setter.section(part));
    let sections: Vec<Value> = sections.collect();
    let gaps = dossier.gaps.iter().map(|gap| gap.text.clone());
    let missing = std::mem::take(&mut setter.missing);
    let said = missing.iter().map(|gap| setter.lang.say(gap));
    let gaps: Vec<String> = gaps.chain(said).collect();
    setter.all_missing.extend(missing);
    let apart = dossier.apart.iter().map(|one| one.text.clone());
    let aside = std::mem::take(&mut setter.aside);
    let said = aside.iter().map(|one| setter.lang.say(one));
    let apart: Vec<String> = apart.chain(said).collect();
    // Those that were found while reading make it untrue that there are none.
    let gaps_title = match dossier.gaps.is_empty() && !gaps.is_empty() {
        true => setter.lang.text("dossier-gaps"),
        false => dossier.gaps_title.clone(),
    };
    json!({
        "no": dossier.no,
        "title": setter.plain.line(&dossier.title),
        "subtitle": setter.plain.line(&dossier.subtitle),
        "gaps_title": setter.plain.line(&gaps_title),
        "gaps": setter.plain.lines(&gaps),
        "apart": setter.plain.lines(&apart),
        "summary": summary,
        "sections": sections,
    })
}
