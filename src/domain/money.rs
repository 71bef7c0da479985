//! Money: whole minor units and an ISO 4217 currency, never a float.

use std::fmt;

use iso_currency::Currency;

/// An amount in minor units (cents) of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

/// Why a text is not an amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    #[error("an amount needs a currency")]
    NoCurrency,
    #[error("this currency is not in ISO 4217")]
    UnknownCurrency,
    #[error("this is not a number")]
    NotANumber,
    #[error("there are more decimals than the currency has")]
    TooManyDecimals,
    #[error("this could be read in two ways")]
    Ambiguous,
    #[error("an amount cannot be negative")]
    Negative,
    #[error("this amount is too large")]
    TooLarge,
}

/// The largest amount taken, in minor units: far above any consumer claim, far below overflow in any sum of claims.
const LARGEST: i64 = 1_000_000_000_000;

impl Money {
    /// Makes an amount from minor units.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// Returns the number of decimals of the currency (2 for EUR, 0 for JPY).
    #[must_use]
    pub fn decimals(self) -> u32 {
        u32::from(self.currency.exponent().unwrap_or(0))
    }

    /// Returns the value alone, with a decimal point and no grouping: `34.90`.
    #[must_use]
    pub fn value(self) -> String {
        let decimals = self.decimals();
        if decimals == 0 {
            return self.minor.to_string();
        }
        let unit = 10_i64.pow(decimals);
        let sign = if self.minor < 0 { "-" } else { "" };
        let (whole, part) = (
            self.minor.unsigned_abs() / unit.unsigned_abs(),
            self.minor.unsigned_abs() % unit.unsigned_abs(),
        );
        format!("{sign}{whole}.{part:0width$}", width = decimals as usize)
    }

    /// Reads `34,90 €`, `34.90 EUR`, `EUR 34.90` or `1 249,90 €`.
    ///
    /// # Errors
    /// When the currency is missing or unknown, when the number is not one, or when it could be read in two ways
    /// (`1,249` is refused: a thousand, or one and a bit).
    pub fn parse(text: &str) -> Result<Money, MoneyError> {
        let text = text.trim();
        let is_number = |c: char| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'' | '-' | '\u{a0}' | '\u{202f}')
        };
        let code: String = text.chars().filter(|c| !is_number(*c)).collect();
        let number: String = text
            .chars()
            .filter(|c| is_number(*c))
            .filter(|c| !c.is_whitespace() && *c != '\'')
            .collect();
        if number.is_empty() {
            return Err(MoneyError::NotANumber);
        }
        if !spaces_group_thousands(text, is_number) {
            return Err(MoneyError::NotANumber);
        }
        let first_code = text.find(|c: char| !is_number(c));
        if let Some(start) = first_code {
            // The currency stands in one piece before or after the number, never inside it.
            let rest = &text[start..];
            let end = rest.find(is_number).unwrap_or(rest.len());
            let outside_number = text[..start].trim().is_empty() || rest[end..].trim().is_empty();
            if rest[..end].len() != code.len() || !outside_number {
                return Err(MoneyError::NotANumber);
            }
        }
        let currency = match code.to_uppercase().as_str() {
            "" => return Err(MoneyError::NoCurrency),
            "€" | "EURO" | "EUROS" => Currency::EUR,
            "$" | "US$" => Currency::USD,
            "£" => Currency::GBP,
            code => Currency::from_code(code).ok_or(MoneyError::UnknownCurrency)?,
        };
        let minor = minor_units(&number, u32::from(currency.exponent().unwrap_or(0)))?;
        Ok(Money { minor, currency })
    }

    /// Adds another amount of the same currency; `None` when the currencies differ or the sum is too large.
    #[must_use]
    pub fn plus(self, other: Money) -> Option<Money> {
        (self.currency == other.currency)
            .then(|| self.minor.checked_add(other.minor))
            .flatten()
            .map(|minor| Money { minor, ..self })
    }

    /// Takes another amount of the same currency away; `None` when the currencies differ.
    #[must_use]
    pub fn minus(self, other: Money) -> Option<Money> {
        (self.currency == other.currency).then(|| Money {
            minor: self.minor - other.minor,
            ..self
        })
    }

    /// Returns this many percent of the amount, rounded half up to a minor unit.
    #[must_use]
    pub fn percent(self, percent: u32) -> Money {
        let minor = (i128::from(self.minor) * i128::from(percent) * 2 + 100).div_euclid(200);
        Money {
            minor: i64::try_from(minor).unwrap_or(i64::MAX),
            ..self
        }
    }
}

/// Whether spaces and apostrophes inside the number stand before groups of three digits: `1 249,90`, not `1 2 3`.
fn spaces_group_thousands(text: &str, is_number: impl Fn(char) -> bool) -> bool {
    let separates = |c: char| c.is_whitespace() || c == '\'';
    let number: String = text
        .chars()
        .map(|c| if is_number(c) { c } else { ' ' })
        .collect();
    let mut groups = number.trim().split(separates);
    groups.next();
    groups.all(|group| group.bytes().take_while(u8::is_ascii_digit).count() == 3)
}

/// Reads a number with at most one kind of decimal mark into minor units.
fn minor_units(number: &str, decimals: u32) -> Result<i64, MoneyError> {
    if number.contains('-') {
        return Err(if number.starts_with('-') {
            MoneyError::Negative
        } else {
            MoneyError::NotANumber
        });
    }
    let marks: Vec<char> = number.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let decimal_at = match marks.as_slice() {
        [] => None,
        [_] => {
            let at = number.find(['.', ',']).unwrap_or(0);
            let after = number.len() - at - 1;
            if after == 3 && decimals != 3 && !number.starts_with("0") {
                return Err(MoneyError::Ambiguous);
            }
            Some(at)
        }
        [first, .., last] if first != last => number.rfind(*last),
        _ => None,
    };
    let (whole, part) = match decimal_at {
        Some(at) => (&number[..at], &number[at + 1..]),
        None => (number, ""),
    };
    if part.contains(['.', ',']) || (whole.is_empty() && part.is_empty()) {
        return Err(MoneyError::NotANumber);
    }
    if whole.contains(['.', ',']) && !groups_of_three(whole) {
        return Err(MoneyError::NotANumber);
    }
    let part_trimmed = if decimals == 0 {
        part.trim_end_matches('0')
    } else {
        part
    };
    if part_trimmed.len() > decimals as usize {
        return Err(MoneyError::TooManyDecimals);
    }
    let digits: String = whole
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>()
        + part_trimmed
        + &"0".repeat(decimals as usize - part_trimmed.len());
    let minor: i64 = digits.parse().map_err(|_| MoneyError::TooLarge)?;
    if minor > LARGEST {
        Err(MoneyError::TooLarge)
    } else {
        Ok(minor)
    }
}

/// Whether grouping marks stand where thousands are: `1.249.000`, not `12.49`.
fn groups_of_three(whole: &str) -> bool {
    let mut groups = whole.split(['.', ',']);
    let first = groups.next().unwrap_or("");
    (1..=3).contains(&first.len()) && groups.all(|g| g.len() == 3)
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.value(), self.currency.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn eur(minor: i64) -> Result<Money, MoneyError> {
        Ok(Money::new(minor, Currency::EUR))
    }

    #[test]
    fn reads_amounts_as_people_write_them() {
        for text in [
            "34,90 €",
            "34.90 EUR",
            "EUR 34.90",
            "€34.90",
            "34,9€",
            "34.90 euros",
            "34,90\u{202f}€",
        ] {
            assert_eq!(Money::parse(text), eur(3490), "{text}");
        }
        assert_eq!(Money::parse("1 249,90 €"), eur(124_990));
        assert_eq!(Money::parse("1.249,90 €"), eur(124_990));
        assert_eq!(Money::parse("1,249.90 EUR"), eur(124_990));
        assert_eq!(Money::parse("1.249.000 EUR"), eur(124_900_000));
        assert_eq!(
            Money::parse("5000 JPY"),
            Ok(Money::new(5000, Currency::JPY))
        );
        assert_eq!(Money::parse("0 EUR"), eur(0));
    }

    #[test]
    fn refuses_what_is_not_one_clear_amount() {
        assert_eq!(Money::parse("34.90"), Err(MoneyError::NoCurrency));
        assert_eq!(Money::parse("1,249 EUR"), Err(MoneyError::Ambiguous));
        assert_eq!(Money::parse("34.905 EUR"), Err(MoneyError::Ambiguous));
        assert_eq!(
            Money::parse("34.9055 EUR"),
            Err(MoneyError::TooManyDecimals)
        );
        assert_eq!(Money::parse("12.49.50 EUR"), Err(MoneyError::NotANumber));
        assert_eq!(Money::parse("34.90 XYZ"), Err(MoneyError::UnknownCurrency));
        assert_eq!(Money::parse("-5 EUR"), Err(MoneyError::Negative));
        assert_eq!(Money::parse("5-5 EUR"), Err(MoneyError::NotANumber));
        assert_eq!(Money::parse("3E4U5R"), Err(MoneyError::NotANumber));
        assert_eq!(Money::parse("1 2 3 EUR"), Err(MoneyError::NotANumber));
        assert_eq!(Money::parse("34 90 EUR"), Err(MoneyError::NotANumber));
        assert_eq!(Money::parse("EUR"), Err(MoneyError::NotANumber));
        assert_eq!(Money::parse(""), Err(MoneyError::NotANumber));
        assert_eq!(
            Money::parse("99999999999999999999 EUR"),
            Err(MoneyError::TooLarge)
        );
    }

    #[test]
    fn shows_value_and_percent() {
        assert_eq!(Money::new(5, Currency::EUR).to_string(), "0.05 EUR");
        assert_eq!(Money::new(-1234, Currency::EUR).value(), "-12.34");
        assert_eq!(Money::new(3490, Currency::EUR).percent(10).minor, 349);
        assert_eq!(Money::new(3495, Currency::EUR).percent(10).minor, 350);
        assert_eq!(Money::new(5, Currency::EUR).percent(0).minor, 0);
    }
}
