//! "Did you mean": the known word that is nearest to the one written.

/// Returns the candidate nearest to a word, when it is near enough to be what was meant.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.trim().to_lowercase().replace(['_', ' '], "-");
    let word = plain(word);
    // A word of a thousand letters is no slip of the keyboard, and comparing it would take long.
    if word.len() > 60 {
        return None;
    }
    let letters = word.chars().count();
    let far = (letters / 3).clamp(1, 4);
    candidates
        .into_iter()
        // What is longer or shorter by more cannot be near.
        .filter(|candidate| candidate.trim().chars().count().abs_diff(letters) <= far)
        .map(|candidate| {
            (
                strsim::damerau_levenshtein(&word, &plain(candidate)),
                candidate,
            )
        })
        .filter(|(distance, _)| *distance <= far)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
