//! Numbers and money as each language writes them.

use iso_currency::Currency;

use super::{NARROW_SPACE, NO_BREAK_SPACE};
use crate::domain::language::Language;
use crate::domain::money::Money;

/// Writes an amount: `1 249,90 €`, `€1,249.90`; the code where a sign would not be known: `CHF 12.50`.
#[must_use]
pub fn money(money: Money, language: Language) -> String {
    let value = money.value();
    let (sign, value) = match value.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", value.as_str()),
    };
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let mark = match language {
        Language::French => ',',
        Language::English => '.',
    };
    let mut figures = grouped(whole, language);
    if !part.is_empty() {
        figures.push(mark);
        figures.push_str(part);
    }
    let code = money.currency.code();
    match (language, known_sign(money.currency)) {
        (Language::French, symbol) => {
            format!("{sign}{figures}{NO_BREAK_SPACE}{}", symbol.unwrap_or(code))
        }
        (Language::English, Some(symbol)) => format!("{sign}{symbol}{figures}"),
        (Language::English, None) => format!("{sign}{code}{NO_BREAK_SPACE}{figures}"),
    }
}

/// Writes a count with its thousands apart: `1 249`, `1,249`.
#[must_use]
pub fn number(number: i64, language: Language) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!(
        "{sign}{}",
        grouped(&number.unsigned_abs().to_string(), language)
    )
}

/// Writes the size of a file: `340 ko`, `1,2 Mo`, `1.2 MB`.
#[must_use]
pub fn size(bytes: u64, language: Language) -> String {
    let units = match language {
        Language::French => ["o", "ko", "Mo", "Go"],
        Language::English => ["B", "kB", "MB", "GB"],
    };
    let step = match bytes {
        0..1_000 => 0,
        1_000..1_000_000 => 1,
        1_000_000..1_000_000_000 => 2,
        _ => 3_u32,
    };
    let divisor = 1_000_u64.pow(step);
    let (whole, tenth) = (bytes / divisor, bytes % divisor * 10 / divisor);
    let mark = match language {
        Language::French => ',',
        Language::English => '.',
    };
    let figures = if step < 2 || tenth == 0 {
        grouped(&whole.to_string(), language)
    } else {
        format!("{}{mark}{tenth}", grouped(&whole.to_string(), language))
    };
    format!("{figures}{NO_BREAK_SPACE}{}", units[step as usize])
}

/// The sign of a currency that everybody reads in one way only.
fn known_sign(currency: Currency) -> Option<&'static str> {
    match currency {
        Currency::EUR => Some("€"),
        Currency::USD => Some("$"),
        Currency::GBP => Some("£"),
        _ => None,
    }
}

fn grouped(digits: &str, language: Language) -> String {
    let mark = match language {
        Language::French => NARROW_SPACE,
        Language::English => ',',
    };
    let mut text = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};

    #[test]
    fn euros_are_written_as_each_language_does() {
        let amount = Money::new(124_990, Currency::EUR);
        assert_eq!(money(amount, French), "1\u{202f}249,90\u{a0}€");
        assert_eq!(money(amount, English), "€1,249.90");
        let small = Money::new(5, Currency::EUR);
        assert_eq!(money(small, French), "0,05\u{a0}€");
        assert_eq!(money(Money::new(-1_200, Currency::EUR), English), "-€12.00");
    }

    #[test]
    fn a_currency_without_a_known_sign_is_named_by_its_code() {
        let amount = Money::new(1_250, Currency::CHF);
        assert_eq!(money(amount, French), "12,50\u{a0}CHF");
        assert_eq!(money(amount, English), "CHF\u{a0}12.50");
    }

    #[test]
    fn a_currency_without_decimals_shows_none() {
        let amount = Money::new(1_234_567, Currency::JPY);
        assert_eq!(money(amount, French), "1\u{202f}234\u{202f}567\u{a0}JPY");
        assert_eq!(money(amount, English), "JPY\u{a0}1,234,567");
    }

    #[test]
    fn what_is_written_can_be_read_again() {
        for minor in [0, 1, 99, 100, 124_990, 99_999_999] {
            for currency in [Currency::EUR, Currency::USD, Currency::GBP, Currency::CHF] {
                let amount = Money::new(minor, currency);
                for language in Language::ALL {
                    assert_eq!(Money::parse(&money(amount, *language)), Ok(amount));
                }
            }
        }
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(number(999, French), "999");
        assert_eq!(number(-12_345, French), "-12\u{202f}345");
        assert_eq!(number(1_234_567, English), "1,234,567");
    }

    #[test]
    fn a_size_is_short() {
        assert_eq!(size(12, French), "12\u{a0}o");
        assert_eq!(size(340_900, French), "340\u{a0}ko");
        assert_eq!(size(1_240_000, French), "1,2\u{a0}Mo");
        assert_eq!(size(2_000_000, English), "2\u{a0}MB");
        assert_eq!(size(5_500_000_000, English), "5.5\u{a0}GB");
    }
}
