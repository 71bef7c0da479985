//! What is wrong with an amount or a duration, and how to write it.

use crate::domain::calendar::period::PeriodError;
use crate::domain::message::Message;
use crate::domain::money::MoneyError;

/// Says why a text is not an amount, and how to write one.
#[must_use]
pub fn money_error(error: MoneyError, text: &str) -> (Message, Message) {
    let key = match error {
        MoneyError::NoCurrency => "words-money-no-currency",
        MoneyError::UnknownCurrency => "words-money-unknown-currency",
        MoneyError::NotANumber => "words-money-not-a-number",
        MoneyError::TooManyDecimals => "words-money-too-many-decimals",
        MoneyError::Ambiguous => "words-money-ambiguous",
        MoneyError::Negative => "words-money-negative",
        MoneyError::TooLarge => "words-money-too-large",
    };
    let hint = match error {
        MoneyError::Ambiguous => "words-money-hint-ambiguous",
        _ => "words-money-hint",
    };
    (Message::new(key).with("text", text), Message::new(hint))
}

/// Says why a text is not a duration, and how to write one.
#[must_use]
pub fn period_error(error: &PeriodError) -> (Message, Message) {
    let (key, text) = match error {
        PeriodError::NotAPeriod(text) => ("words-period-not-a-period", text),
        PeriodError::TooLong(text) => ("words-period-too-long", text),
    };
    let what = Message::new(key).with("text", text.as_str());
    (what, Message::new("words-period-hint"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::period::Period;
    use crate::domain::language::Language;
    use crate::domain::money::Money;
    use crate::lang::Lang;

    #[test]
    fn every_error_of_money_is_said_with_what_was_typed() {
        for text in [
            "34,90",
            "12 XQQ",
            "abc EUR",
            "1,234 EUR",
            "1.999,999 EUR",
            "-3 EUR",
            "99999999999999 EUR",
        ] {
            let error = Money::parse(text).unwrap_err();
            let (what, hint) = money_error(error, text);
            for language in Language::ALL {
                let lang = Lang::new(*language);
                assert!(lang.say(&what).contains(&format!("`{text}`")), "{error:?}");
                assert!(lang.say(&hint).contains("EUR`"), "{error:?}");
            }
        }
    }

    #[test]
    fn the_hints_can_be_typed() {
        for (language, amounts) in [
            (Language::French, ["34,90 EUR", "1249,00 EUR"]),
            (Language::English, ["34.90 EUR", "1249.00 EUR"]),
        ] {
            let lang = Lang::new(language);
            let errors = [MoneyError::NoCurrency, MoneyError::Ambiguous];
            for (error, amount) in errors.into_iter().zip(amounts) {
                let hint = lang.say(&money_error(error, "").1);
                assert!(hint.contains(amount), "{hint}");
                assert!(Money::parse(amount).is_ok());
            }
        }
    }

    #[test]
    fn a_wrong_duration_is_shown_beside_right_ones() {
        let error = Period::parse("14 jours").unwrap_err();
        let (what, hint) = period_error(&error);
        let lang = Lang::new(Language::French);
        assert_eq!(lang.say(&what), "`14 jours` n’est pas une durée");
        for right in ["P14D", "P8W", "P2M", "P1Y", "PT48H"] {
            assert!(lang.say(&hint).contains(right));
            assert!(Period::parse(right).is_ok());
        }
    }
}
