//! A first playbook for somebody who wants to write one: commented, and holding as it stands.

use chrono::NaiveDate;

use super::user::DEEPEST;
use super::validate::is_playbook_id;
use crate::domain::country;
use crate::domain::language::Language;
use crate::domain::playbook::PlaybookKind;

/// The name of the file that `#:schema` points to, in the folder of the user's playbooks.
pub const SCHEMA_FILE: &str = "playbook.schema.json";

/// Returns what a playbook with this id is about; `None` when it is no id of a playbook.
#[must_use]
pub fn kind_of(id: &str) -> Option<PlaybookKind> {
    let kind = id.split('/').next().and_then(PlaybookKind::from_id);
    kind.filter(|_| is_playbook_id(id) && id.split('/').count() <= DEEPEST)
}

/// Writes a first playbook with comments in a language. `schema` is the way from the file to the schema, `schema_file` the
/// place where that is to be written.
#[must_use]
pub fn skeleton(
    id: &str,
    kind: PlaybookKind,
    language: Language,
    today: NaiveDate,
    (schema, schema_file): (&str, &str),
) -> String {
    let text = match language {
        Language::French => include_str!("skeleton/fr.toml"),
        Language::English => include_str!("skeleton/en.toml"),
    };
    // A platform is there for the claims that name it; the others would at once be for claims that are there already.
    let text: String = text
        .split_inclusive('\n')
        .filter_map(|line| match line.strip_prefix("{held}") {
            Some(_) if !is_held(kind) => None,
            Some(line) => Some(line),
            None => Some(line),
        })
        .collect();
    let facts = match is_held(kind) {
        true => ", seller_country = \"ZZ\"",
        false => "",
    };
    let name = id.rsplit('/').next().unwrap_or(id);
    let (key, value) = match kind {
        PlaybookKind::Platform => ("platform", id.trim_start_matches("platform/").to_owned()),
        PlaybookKind::Payment => ("payment", "transfer".to_owned()),
        PlaybookKind::Sector => ("item_kind", "goods".to_owned()),
        PlaybookKind::Law => ("country", place(id)),
    };
    text.replace("{schema}", schema)
        .replace("{schema_file}", schema_file)
        .replace("{id}", id)
        .replace("{kind}", kind.id())
        .replace("{name}", &title(name))
        .replace("{today}", &today.to_string())
        .replace("{when}", &format!("{key} = [\"{value}\"]"))
        .replace("{facts}", &format!("{key} = \"{value}\"{facts}"))
}

/// Whether a first playbook of this kind is for no claim until its author changes it.
#[must_use]
pub fn is_held(kind: PlaybookKind) -> bool {
    kind != PlaybookKind::Platform
}

/// The country of a law: the second part of its id, else France.
fn place(id: &str) -> String {
    let part = id.split(['/', '-']).nth(1).unwrap_or_default();
    country::meant(part).unwrap_or_else(|| "FR".to_owned())
}

/// `my-shop` is `My shop`.
fn title(name: &str) -> String {
    let spaced = name.replace('-', " ");
    let mut letters = spaced.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a file says, without its comments.
    fn said(text: &str) -> Vec<&str> {
        let comment = |line: &&str| line.trim_start_matches("{held}").starts_with('#');
        text.lines().filter(|line| !comment(line)).collect()
    }

    #[test]
    fn the_languages_differ_in_their_comments_alone() {
        let [fr, en] = [
            include_str!("skeleton/fr.toml"),
            include_str!("skeleton/en.toml"),
        ];
        assert_eq!(said(fr), said(en));
        assert_ne!(fr, en);
    }

    #[test]
    fn the_kind_is_the_first_part_of_the_id() {
        assert_eq!(kind_of("law/de/x"), Some(PlaybookKind::Law));
        for wrong in [
            "shop",
            "shop/x",
            "platform/",
            "platform/My shop",
            "platform//x",
            "law/a/b/c/d/e/f",
            "",
        ] {
            assert_eq!(kind_of(wrong), None, "{wrong}");
        }
    }
}
