//! Yes and no, in both languages.

use super::error::ReadError;
use super::folded;

/// Reads `o`, `oui`, `y`, `yes`, `n`, `non`, `no`, in small or capital letters.
///
/// # Errors
/// When the text is anything else, an empty one included.
pub fn read_yes_no(text: &str) -> Result<bool, ReadError> {
    match folded(text).as_str() {
        "o" | "oui" | "y" | "yes" => Ok(true),
        "n" | "non" | "no" => Ok(false),
        _ => Err(ReadError::NotYesNo(text.trim().to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_understood() {
        for yes in ["o", "Oui", "y", "YES", " oui "] {
            assert_eq!(read_yes_no(yes), Ok(true), "{yes}");
        }
        for no in ["n", "Non", "no"] {
            assert_eq!(read_yes_no(no), Ok(false), "{no}");
        }
        for other in ["", "peut-être", "1", "ouiii"] {
            assert_eq!(
                read_yes_no(other),
                Err(ReadError::NotYesNo(other.to_owned())),
                "{other}"
            );
        }
    }
}
