//! What people type, read: dates, hours, yes and no. What could mean two things is refused, never guessed.

mod clock;
mod dates;
mod error;
mod numeric;
mod relative;
mod spelled;
mod yes_no;

pub use clock::read_instant;
pub use dates::read_date;
pub use error::ReadError;
pub use yes_no::read_yes_no;

/// Makes a text comparable: small letters, no accents, straight apostrophes, single spaces.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'â' | 'ä' => out.push('a'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'î' | 'ï' => out.push('i'),
            'ô' | 'ö' => out.push('o'),
            'û' | 'ù' | 'ü' => out.push('u'),
            'ç' => out.push('c'),
            '’' | 'ʼ' => out.push('\''),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            // The accents of a text that was typed in pieces, as some systems do.
            '\u{300}'..='\u{36f}' => {}
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_makes_the_ways_of_typing_one() {
        assert_eq!(folded("  Aujourd’hui "), "aujourd'hui");
        assert_eq!(folded("20\u{a0}DÉCEMBRE"), "20 decembre");
        assert_eq!(folded("de\u{301}cembre"), "decembre");
    }
}
