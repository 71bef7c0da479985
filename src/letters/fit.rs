//! Making a letter fit a message box: paragraphs that a template calls optional are dropped, never a part of one.

/// What marks an optional line in a filled template. It is taken away before anybody sees it.
pub(super) const OPTIONAL: char = '\u{e002}';

/// Where the head of a letter goes in a filled template.
pub(super) const HEADING: char = '\u{e001}';

/// A text that fits, or what came nearest.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fitted {
    pub(super) text: String,
    /// How many optional lines were dropped.
    pub(super) dropped: usize,
}

/// Drops optional lines, the last one first, until the text has no more characters than the limit. What is not optional
/// stays, though it be too long.
pub(super) fn fit(text: &str, limit: Option<usize>) -> Fitted {
    let mut lines: Vec<&str> = text.lines().collect();
    let mut dropped = 0;
    let shown = |lines: &[&str]| {
        let lines: Vec<String> = lines.iter().map(|line| plain(line)).collect();
        single_blank_lines(&lines)
    };
    let mut fitting = shown(&lines);
    while limit.is_some_and(|limit| fitting.chars().count() > limit) {
        let Some(at) = lines.iter().rposition(|line| line.contains(OPTIONAL)) else {
            break;
        };
        lines.remove(at);
        dropped += 1;
        fitting = shown(&lines);
    }
    Fitted {
        text: fitting,
        dropped,
    }
}

/// A line without its mark, and without the space that may stand beside it.
fn plain(line: &str) -> String {
    match line.contains(OPTIONAL) {
        true => line.replace(OPTIONAL, "").trim().to_owned(),
        false => line.to_owned(),
    }
}

fn single_blank_lines(lines: &[String]) -> String {
    let mut out: Vec<&str> = Vec::new();
    for line in lines {
        if !(line.is_empty() && out.last().is_none_or(|last| last.is_empty())) {
            out.push(line);
        }
    }
    while out.last().is_some_and(|line| line.is_empty()) {
        out.pop();
    }
    out.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Hello,\n\nIt is broken.\n\n\u{e002}It was a gift.\n\n\u{e002} The law says so.\n\nBye";

    #[test]
    fn what_fits_loses_its_marks_alone() {
        let all = "Hello,\n\nIt is broken.\n\nIt was a gift.\n\nThe law says so.\n\nBye";
        for limit in [None, Some(all.chars().count()), Some(10_000)] {
            let fitted = fit(TEXT, limit);
            assert_eq!((fitted.text.as_str(), fitted.dropped), (all, 0));
        }
    }

    #[test]
    fn the_last_optional_line_goes_first_and_whole() {
        let one_less = "Hello,\n\nIt is broken.\n\nIt was a gift.\n\nBye";
        let all = fit(TEXT, None).text.chars().count();
        for limit in [one_less.chars().count(), all - 1] {
            let fitted = fit(TEXT, Some(limit));
            assert_eq!((fitted.text.as_str(), fitted.dropped), (one_less, 1));
        }
        let least = fit(TEXT, Some(one_less.chars().count() - 1));
        assert_eq!(least.text, "Hello,\n\nIt is broken.\n\nBye");
        assert_eq!(fit(TEXT, Some(3)), least);
    }
}
