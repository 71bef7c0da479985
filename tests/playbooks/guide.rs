//! The author's guide: what it shows holds, comments and all.

use claimctl::playbook;

const GUIDE: &str = include_str!("../../src/playbook/builtin/README.md");

/// The blocks of TOML of the guide.
fn blocks() -> Vec<&'static str> {
    let blocks = GUIDE.split("```toml\n").skip(1);
    blocks
        .map(|block| &block[..=block.find("\n```").unwrap()])
        .collect()
}

/// The playbook that the guide shows.
pub(crate) fn example() -> &'static str {
    blocks()[0]
}

#[test]
fn the_playbook_of_the_guide_holds_with_its_examples() {
    let (library, _) = playbook::load(None).unwrap();
    let checked = playbook::check(example(), Some("platform/example"), "guide.toml", &library);
    let (shown, library) = checked.unwrap_or_else(|p| panic!("{}", crate::invalid::shown(&p)));
    assert_eq!(playbook::run_examples(&shown, &library), []);
    assert!(shown.examples.len() > 2);
}

#[test]
fn the_holidays_of_the_guide_hold() {
    let shown = playbook::parse_holidays(blocks()[1], "fr.toml");
    let shown = shown.unwrap_or_else(|p| panic!("{}", crate::invalid::shown(&p)));
    assert_eq!(shown.len(), 1);
    assert_eq!(blocks().len(), 2, "another block is to be tested");
}
