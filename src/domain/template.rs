//! The templates of letters as texts: what bounds them. The engine that reads them goes as deep as a tag is long.

use std::ops::Range;

/// The longest template, in characters: ten times the longest letter of the built-in playbooks.
pub const LONGEST: usize = 20_000;
/// The longest tag, in characters.
pub const LONGEST_TAG: usize = 500;
/// The most tags of a template: each `elif` lies in the one before.
pub const MOST_TAGS: usize = 500;
/// The words that a tag `{% … %}` can begin with.
pub const WORDS: &[&str] = &["if", "elif", "else", "endif", "for", "endfor"];

/// What is wrong with a template, and where in its text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The text of the template.
    pub text: String,
    pub span: Range<usize>,
    pub fault: Fault,
}

/// What can be wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    TooLong,
    TagTooLong,
    TooManyTags,
    /// A word that no tag begins with, or a sign that has no place in one.
    UnknownTag(String),
    /// It cannot be read, in the engine's own words.
    Broken(String),
    /// A name that letters do not know, and the one that was probably meant.
    UnknownName(String, Option<String>),
    /// It cannot be filled with the facts of an example: its name, and the engine's own words.
    Unfilled(String, String),
}

impl Fault {
    /// Returns the code of the diagnostic.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Fault::TooLong => "template-too-long",
            Fault::TagTooLong => "template-tag-too-long",
            Fault::TooManyTags => "template-with-too-many-tags",
            Fault::UnknownTag(_) => "template-unknown-tag",
            Fault::Broken(_) => "template-broken",
            Fault::UnknownName(..) => "template-unknown-name",
            Fault::Unfilled(..) => "template-unfilled",
        }
    }
}

/// Returns the first thing by which a template goes beyond its bounds.
///
/// # Errors
/// What it is, and where.
pub fn bounded(text: &str) -> Result<(), Flaw> {
    let flaw = |span: Range<usize>, fault| Flaw {
        text: text.to_owned(),
        span,
        fault,
    };
    if text.len() > LONGEST && text.chars().count() > LONGEST {
        return Err(flaw(0..text.len(), Fault::TooLong));
    }
    let (mut at, mut tags) = (0, 0);
    while let Some(start) = next_tag(text, at) {
        tags += 1;
        if tags > MOST_TAGS {
            return Err(flaw(start..start + 2, Fault::TooManyTags));
        }
        let tag = Tag::at(text, start);
        at = tag.end;
        if text[start..at].chars().count() > LONGEST_TAG {
            return Err(flaw(start..at, Fault::TagTooLong));
        }
        if let Some(span) = tag.refused {
            let found = text[span.clone()].to_owned();
            return Err(flaw(span, Fault::UnknownTag(found)));
        }
    }
    Ok(())
}

/// Returns the places of the filters of a template that is within its bounds.
#[must_use]
pub fn filters(text: &str) -> Vec<Range<usize>> {
    let (mut at, mut filters) = (0, Vec::new());
    while let Some(start) = next_tag(text, at) {
        let tag = Tag::at(text, start);
        filters.extend(tag.filters);
        at = tag.end;
    }
    filters
}

/// Where the next tag or comment begins.
fn next_tag(text: &str, from: usize) -> Option<usize> {
    let starts = |at: &usize| matches!(text.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#'));
    let braces = text[from..].match_indices('{').map(|(at, _)| from + at);
    braces.into_iter().find(starts)
}

/// A tag, read as the engine reads it: its end counts outside of quotation marks and brackets alone.
struct Tag {
    end: usize,
    filters: Vec<Range<usize>>,
    refused: Option<Range<usize>>,
}

impl Tag {
    fn at(text: &str, start: usize) -> Tag {
        let bytes = text.as_bytes();
        let end: &[u8] = match bytes[start + 1] {
            b'{' => b"}}",
            b'%' => b"%}",
            _ => {
                let end = text[start + 2..].find("#}");
                let end = end.map_or(text.len(), |at| start + 2 + at + 2);
                return Tag {
                    end,
                    filters: Vec::new(),
                    refused: None,
                };
            }
        };
        let mut refused = (end == b"%}").then(|| unknown_word(text, start)).flatten();
        let (mut at, mut open) = (start + 2, 0);
        let mut filters = Vec::new();
        while at < bytes.len() {
            if open == 0 && bytes[at..].starts_with(end) {
                at += 2;
                break;
            }
            match bytes[at] {
                b'(' | b'[' | b'{' => open += 1,
                b')' | b']' | b'}' => open -= 1,
                b'|' => filters.push(word_at(text, at + 1)),
                // What is multiplied can outgrow every bound.
                b'*' => {
                    refused.get_or_insert(at..at + 1);
                }
                quote @ (b'\'' | b'"') => at = end_of_string(bytes, at + 1, quote),
                _ => {}
            }
            at += 1;
        }
        Tag {
            end: at.min(bytes.len()),
            filters,
            refused,
        }
    }
}

/// The word that a tag `{% … %}` begins with, where it is none of those that letters know.
fn unknown_word(text: &str, start: usize) -> Option<Range<usize>> {
    let inner = text[start + 2..].trim_start_matches(['-', '+']);
    let word = word_at(text, text.len() - inner.len());
    // A tag without a word is no tag, which the engine says better.
    let known = word.is_empty() || WORDS.contains(&&text[word.clone()]);
    (!known).then_some(word)
}

/// The word that comes next.
fn word_at(text: &str, from: usize) -> Range<usize> {
    let word = text[from..].trim_start();
    let from = text.len() - word.len();
    let length = word.find(|c: char| !c.is_alphanumeric() && c != '_');
    from..from + length.unwrap_or(word.len())
}

/// The place of the mark that ends a string.
fn end_of_string(bytes: &[u8], from: usize, quote: u8) -> usize {
    let mut at = from;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Option<Fault> {
        bounded(text).err().map(|flaw| flaw.fault)
    }

    #[test]
    fn what_letters_need_is_within_the_bounds() {
        for text in [
            "",
            "{",
            "{{",
            "{{ a",
            "{% ",
            "{{ 'é",
            "{{ '\\",
            "{% if a is defined -%} {{ a | of }}% * {%- else %} {# * #} {% endif %}",
            "{{ '*' }} {{ {'a': {'b': 1}}['a'] }}",
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
        assert_eq!(fault(&"é".repeat(LONGEST)), None);
        assert_eq!(fault(&"{{ a }}".repeat(MOST_TAGS)), None);
    }

    #[test]
    fn what_is_too_long_or_too_much_is_found_with_its_place() {
        let flaw = bounded(&"é".repeat(LONGEST + 1)).unwrap_err();
        assert_eq!(flaw.fault, Fault::TooLong);
        let flaw = bounded(&"{{ a }}".repeat(MOST_TAGS + 1)).unwrap_err();
        assert_eq!((flaw.fault, flaw.span.start), (Fault::TooManyTags, 3_500));
        let long = format!("é{{{{ a{} }}}}", ".a".repeat(250));
        let flaw = bounded(&long).unwrap_err();
        assert_eq!((flaw.fault, flaw.span), (Fault::TagTooLong, 2..long.len()));
        for (text, word) in [
            ("a {%- set b = 1 %}", "set"),
            ("{% raw %}", "raw"),
            ("{{ 'x' * 9 }}", "*"),
            ("{%\n import 'x' %}", "import"),
        ] {
            let flaw = bounded(text).unwrap_err();
            assert_eq!(flaw.fault, Fault::UnknownTag(word.to_owned()));
            assert_eq!(&text[flaw.span], word);
        }
    }

    #[test]
    fn filters_are_found_outside_of_strings() {
        let text = "a | b {{ seller | of }}{% if item|upper == 'a|lower' %}{# a | b #}{{ a |";
        let found: Vec<&str> = filters(text).into_iter().map(|f| &text[f]).collect();
        assert_eq!(found, ["of", "upper", ""]);
    }

    #[test]
    fn no_mark_inside_a_tag_hides_its_end() {
        let long = "+1".repeat(300);
        for text in [
            format!("{{{{ '}}}}'{long} }}}}"),
            format!("{{{{ \"\\\"}}}}\"{long} }}}}"),
            format!("{{{{ {{'a': {{'b': 1}}}}{long} }}}}"),
            format!("{{% if ['%}}']{long} %}}{{% endif %}}"),
            format!("{{{{ {long}"),
        ] {
            assert_eq!(fault(&text), Some(Fault::TagTooLong), "{text}");
        }
    }
}
