//! Finding an answer by a few letters, whatever their accents and case.

use super::Item;

/// Folds a text for comparing: lower case, no accents, ligatures undone, punctuation as blanks.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ď' | 'đ' => folded.push('d'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ğ' => folded.push('g'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => folded.push('i'),
            'ķ' => folded.push('k'),
            'ł' | 'ľ' | 'ĺ' | 'ļ' => folded.push('l'),
            'ñ' | 'ń' | 'ň' | 'ņ' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'ŕ' | 'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => folded.push('s'),
            'ť' | 'ţ' | 'ț' => folded.push('t'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            '\u{300}'..='\u{36f}' => {}
            c if c.is_alphanumeric() => folded.push(c),
            _ if folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.trim().to_owned()
}

/// Returns the indices of the answers that hold every word looked for: the label itself first, then labels that begin
/// with the words, then the rest, each in the order given.
pub(super) fn find(options: &[Item], wanted: &str) -> Vec<usize> {
    let wanted = fold(wanted);
    let words: Vec<&str> = wanted.split(' ').collect();
    let mut found: Vec<(u8, usize)> = Vec::new();
    for (index, option) in options.iter().enumerate() {
        let label = fold(&option.label);
        let all = format!("{label} {}", fold(&option.hint));
        if words.iter().all(|word| all.contains(word)) {
            let rank = match () {
                () if label == wanted => 0,
                () if label.starts_with(&wanted) => 1,
                () if label.split(' ').any(|word| word.starts_with(words[0])) => 2,
                () => 3,
            };
            found.push((rank, index));
        }
    }
    found.sort();
    found.into_iter().map(|(_, index)| index).collect()
}

/// Returns the one answer that is meant: the only one found, or the one with exactly this label.
pub(super) fn only(options: &[Item], wanted: &str) -> Option<usize> {
    let found = find(options, wanted);
    let folded = fold(wanted);
    let exact = |index: &&usize| fold(&options[**index].label) == folded;
    match (found.as_slice(), found.iter().filter(exact).count()) {
        ([one], _) => Some(*one),
        ([first, ..], 1) => Some(*first),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shops() -> Vec<Item> {
        [
            "Électro Dépôt",
            "Dépôt-Vente",
            "Le Bon Coin",
            "Cœur de Lin",
            "Bon",
        ]
        .map(Item::new)
        .to_vec()
    }

    #[test]
    fn accents_case_and_ligatures_do_not_matter() {
        assert_eq!(find(&shops(), "electro"), [0]);
        assert_eq!(find(&shops(), "COEUR"), [3]);
        assert_eq!(find(&shops(), "De\u{301}pôt"), [1, 0]);
        assert_eq!(find(&shops(), "depot vente"), [1]);
    }

    #[test]
    fn nothing_typed_finds_everything_in_order() {
        assert_eq!(find(&shops(), " "), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn the_label_itself_wins_over_longer_ones() {
        assert_eq!(only(&shops(), "bon"), Some(4));
        assert_eq!(only(&shops(), "bon coin"), Some(2));
        assert_eq!(only(&shops(), "dépôt"), None);
        assert_eq!(only(&shops(), "zalando"), None);
    }

    #[test]
    fn equal_labels_are_never_guessed_between() {
        let twins = [Item::new("Orange"), Item::new("Orange")];
        assert_eq!(only(&twins, "orange"), None);
    }

    #[test]
    fn hints_are_searched_too() {
        let options = [Item::new("AliExpress").hint("Choice, vendeurs tiers")];
        assert_eq!(find(&options, "tiers"), [0]);
    }
}
